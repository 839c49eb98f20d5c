"""What table and facts say of a self-inspection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from gongkai_desk.domain.inspection import InspectionItem, SelfInspection
from gongkai_desk.domain.inspection_scoring import Trend, compare, short
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.inspection_words import (
    change_words,
    lost_words,
    quarter_words,
    score_words,
)
from gongkai_desk.services.inspections import InspectionRow
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.sections.facts import Fact
from gongkai_desk.ui.theme import Tone


def columns() -> Sequence[Column[InspectionRow]]:
    return (
        Column(name="quarter", title=pgettext("inspection", "Quarter"), width=8,
               text=lambda row: quarter_words(row.quarter), sort_key=lambda row: row.quarter),
        Column(name="list", title=pgettext("inspection", "List"), stretch=True,
               text=lambda row: row.template.title),
        Column(name="state", title=_("State"), width=6, chip=True,
               text=state_words, tone=_state_tone, icon=_state_icon),
        Column(name="score", title=pgettext("inspection", "Score"), width=12,
               text=lambda row: score_words(row.score) if row.score is not None else "",
               sort_key=lambda row: row.score.value if row.score is not None else None),
        Column(name="change", title=pgettext("inspection", "Compared"), width=6, right=True,
               text=_change, tone=_change_tone),
        Column(name="by", title=pgettext("inspection", "Checked by"), width=6,
               text=lambda row: row.inspection.by if row.inspection is not None else ""),
    )  # fmt: skip


def state_words(row: InspectionRow) -> str:
    if row.finished:
        return pgettext("inspection", "Finished")
    if row.late:
        return pgettext("inspection", "Overdue")
    return (
        pgettext("inspection", "Not begun")
        if row.inspection is None
        else pgettext("inspection", "Begun")
    )


def _state_tone(row: InspectionRow) -> Tone:
    if row.finished:
        return Tone.GOOD
    return Tone.BAD if row.late else Tone.WARN if row.due else Tone.INFO


def _state_icon(row: InspectionRow) -> str:
    return "done" if row.finished else "warning" if row.due else "clock"


def _change(row: InspectionRow) -> str:
    if row.score is None or row.score_before is None or not row.score.complete:
        return ""
    return change_words(row.score, row.score_before)


def _change_tone(row: InspectionRow) -> Tone | None:
    change = _change(row)
    if not change or change == "0":
        return None
    return Tone.GOOD if change.startswith("+") else Tone.BAD


def heading(row: InspectionRow) -> str:
    return f"{row.template.title} {quarter_words(row.quarter)}"


def facts(row: InspectionRow) -> Sequence[Fact]:
    """An inspection in full, or what its list is when it was not begun."""
    list_facts = (
        Fact(pgettext("inspection", "Source of the list"), row.template.source),
        Fact(pgettext("inspection", "About the points"), row.template.note),
    )
    one = row.inspection
    if one is None or row.score is None:
        text = _("“Fill in” begins it.")
        return (Fact(_("State"), f"{state_words(row)} {text}", Tone.WARN), *list_facts)
    return (
        Fact(
            pgettext("inspection", "Score"),
            score_words(row.score),
            Tone.BAD if row.score.vetoes else None,
        ),
        *_compared(row, one),
        Fact(pgettext("inspection", "Points lost"), _lost(row, one)),
        Fact(pgettext("inspection", "Checked by"), one.by),
        Fact(pgettext("inspection", "Begun on"), iso(one.started_on)),
        Fact(_("Finished on"), iso(one.finished_on)),
        Fact(_("Remarks"), one.note),
        *list_facts,
    )


def _compared(row: InspectionRow, one: SelfInspection) -> Iterable[Fact]:
    if row.before is None or row.score_before is None:
        return ()
    trends = compare(row.template, one, row.before)
    items = {trend: [i for i in row.template.items if trends[i.key] is trend] for trend in Trend}
    return (
        Fact(_("The quarter before"), score_words(row.score_before)),
        Fact(
            pgettext("inspection", "Worse"),
            _changes(items[Trend.WORSE], one, row.before),
            Tone.BAD,
        ),
        Fact(
            pgettext("inspection", "Better"),
            _changes(items[Trend.BETTER], one, row.before),
            Tone.GOOD,
        ),
    )


def _changes(items: Sequence[InspectionItem], now: SelfInspection, before: SelfInspection) -> str:
    return "\n".join(
        _("{text}: {before} before, now {now}").format(
            text=short(item.text, 30),
            before=lost_words(item, before.scores[item.key].lost),
            now=lost_words(item, now.scores[item.key].lost),
        )
        for item in items
    )


def _lost(row: InspectionRow, one: SelfInspection) -> str:
    lines = []
    for item in row.template.items:
        found = one.scores.get(item.key)
        if found is not None and found.lost is not None and found.lost > Decimal(0):
            line = _("{text}: {lost}").format(
                text=short(item.text, 30), lost=lost_words(item, found.lost)
            )
            lines.append(f"{line} ({found.note})" if found.note else line)
    return "\n".join(lines)
