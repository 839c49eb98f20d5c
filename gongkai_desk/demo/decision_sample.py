"""Made-up major decisions and self-inspections, for the sample office file."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

from gongkai_desk import resources
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.decision import Decision, DecisionStage, StageEntry
from gongkai_desk.domain.inspection import ItemScore
from gongkai_desk.domain.inspection_scoring import Quarter, quarter_of
from gongkai_desk.services.desk import Desk


def enter_decisions(desk: Desk, today: dt.date) -> None:
    """The decisions of `resources/sample/decisions.toml`, on the list of this year."""
    for position, given in enumerate(_data()["decision"], 1):
        listed = min(dt.date(today.year, 6, 26), today)
        dropped = _day(given, "dropped", today)
        desk.decisions.save(
            Decision(
                id=new_id(),
                year=today.year,
                position=position,
                title=given["title"],
                unit=given["unit"],
                basis=given.get("basis", ""),
                listed_on=listed,
                planned_on=_day(given, "planned", today),
                decided_on=_day(given, "decided", today),
                dropped_on=dropped,
                dropped_because=given.get("because", ""),
                stages=tuple(_entry(one, today) for one in given.get("stages", ())),
            ),
            today,
        )


def enter_inspections(desk: Desk, today: dt.date) -> None:
    """The last quarter's inspection, finished, and this quarter's, half done."""
    quarter = quarter_of(today)
    _inspect(desk, quarter.before, "last", today, finished=True)
    _inspect(desk, quarter, "now", today, finished=False)


def _inspect(desk: Desk, quarter: Quarter, name: str, today: dt.date, *, finished: bool) -> None:
    template = desk.inspections.template("disclosure")
    day = min(quarter.last_day, today)
    begun = desk.inspections.begin(template, quarter, _data()["inspection"]["by"], day)
    found = _data()["inspection"][name]
    scores = {
        item.key: ItemScore(lost=Decimal(lost), note=note)
        for item in template.items
        if finished or item.group != template.items[-1].group
        for lost, note in [found.get(item.key, (0, ""))]
    }
    done = replace(begun, scores=scores, finished_on=day if finished else None)
    desk.inspections.save(done, today)


def _data() -> dict[str, Any]:
    return resources.table("sample", "decisions.toml")


def _day(given: dict[str, Any], name: str, today: dt.date) -> dt.date | None:
    return today + dt.timedelta(days=given[name]) if name in given else None


def _entry(given: dict[str, Any], today: dt.date) -> StageEntry:
    return StageEntry(
        stage=DecisionStage(given["stage"]),
        date=_day(given, "date", today),
        until=_day(given, "until", today),
        url=given.get("url", ""),
        reason=given.get("reason", ""),
        note=given.get("note", ""),
    )
