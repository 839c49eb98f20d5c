"""Major decisions: entered, carried over, watched, written."""

from __future__ import annotations

import datetime as dt
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from gongkai_desk.domain.attention import Concern
from gongkai_desk.domain.decision import Decision, DecisionStage, StageEntry
from gongkai_desk.domain.decision_stages import StageState
from gongkai_desk.domain.disclosure_settings import DisclosureSettings
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label

TODAY = dt.date(2026, 11, 20)


def enter(desk: Desk, name: str, **values: Any) -> Decision:
    year = values.pop("year", 2026)
    usual: dict[str, Any] = {"unit": "区司法局", "listed_on": dt.date(2026, 6, 20)}
    if year > 2026:
        usual.pop("listed_on")
    decision = Decision(
        id=name,
        year=year,
        position=desk.decisions.next_position(year),
        title=name,
        **{**usual, **values},
    )
    desk.decisions.save(decision, TODAY)
    return decision


def test_decisions_come_by_list_and_place(desk: Desk) -> None:
    enter(desk, "甲")
    enter(desk, "乙")
    enter(desk, "丙", year=2027)
    assert [one.decision.title for one in desk.decisions.standings(TODAY)] == ["丙", "甲", "乙"]
    assert desk.decisions.years() == [2027, 2026]
    assert [one.id for one in desk.decisions.standings(TODAY, 2026)] == ["甲", "乙"]


def test_a_stage_is_recorded_with_its_page_and_undone(desk: Desk, tmp_path: Path) -> None:
    enter(desk, "甲")
    page = tmp_path / "草案.html"
    page.write_text("草案全文", "utf-8")
    entry = StageEntry(stage=DecisionStage.DRAFT, date=dt.date(2026, 8, 1), url="www.example.cn")
    desk.decisions.record_stage("甲", entry, TODAY, [page])
    assert desk.decisions.get(Decision, "甲").stages == (entry,)
    assert [one.name for one in desk.decisions.files("甲")] == ["草案.html"]
    desk.history.undo()
    assert desk.decisions.get(Decision, "甲").stages == ()
    assert desk.decisions.files("甲") == []


def test_a_stage_of_tomorrow_is_refused(desk: Desk) -> None:
    enter(desk, "甲")
    entry = StageEntry(stage=DecisionStage.DRAFT, date=dt.date(2026, 11, 21))
    with pytest.raises(DomainError) as refused:
        desk.decisions.record_stage("甲", entry, TODAY)
    assert [problem.code for problem in refused.value.problems] == ["record-after-today"]


def test_a_reason_is_needed_to_drop_and_dropping_is_reversible(desk: Desk) -> None:
    enter(desk, "甲", planned_on=dt.date(2026, 10, 1))
    with pytest.raises(DomainError):
        desk.decisions.drop("甲", TODAY, " ", TODAY)
    desk.decisions.drop("甲", TODAY, "上位规划调整", TODAY)
    (dropped,) = desk.decisions.standings(TODAY)
    assert (dropped.is_open, dropped.gaps) == (False, 0)
    desk.decisions.restore("甲")
    (back,) = desk.decisions.standings(TODAY)
    assert back.is_open
    assert back.gaps


def test_open_ones_go_over_to_the_next_list_once(desk: Desk, tmp_path: Path) -> None:
    draft = StageEntry(stage=DecisionStage.DRAFT, date=dt.date(2026, 8, 1))
    enter(desk, "甲", stages=(draft,))
    enter(desk, "乙", decided_on=dt.date(2026, 8, 3))
    enter(desk, "丙", year=2027)
    page = tmp_path / "草案.html"
    page.write_text("草案全文", "utf-8")
    desk.decisions.attach("甲", [page], TODAY)
    desk.decisions.carry(2026, TODAY)
    new, old = desk.decisions.standings(TODAY, 2027), desk.decisions.standings(TODAY, 2026)
    assert [(one.decision.title, one.decision.position) for one in new] == [("丙", 1), ("甲", 2)]
    assert new[1].decision.stages == (draft,)
    assert new[1].decision.listed_on is None
    for owner in (new[1].id, "甲"):
        (file,) = desk.decisions.files(owner)
        assert desk.decisions.content(file.id) == page.read_bytes()
    assert "2027" in old[0].decision.dropped_because
    with pytest.raises(DomainError) as refused:
        desk.decisions.carry(2026, TODAY)
    assert refused.value.problems[0].code == "decision-nothing-to-carry"
    with pytest.raises(DomainError) as refused:
        desk.decisions.restore("甲")  # it would be open in both lists
    assert refused.value.problems[0].code == "decision-went-on"
    desk.decisions.remove(new[1].decision)
    desk.decisions.restore("甲")


def test_publishing_the_list_marks_those_that_stand_on_it(desk: Desk) -> None:
    enter(desk, "甲", listed_on=None)
    enter(desk, "乙", listed_on=dt.date(2026, 6, 1))
    assert desk.decisions.standings(TODAY, 2026)[0].listing.state is StageState.LATE
    with pytest.raises(DomainError):
        desk.decisions.publish_list(2026, dt.date(2026, 11, 21), TODAY)
    desk.decisions.publish_list(2026, dt.date(2026, 6, 28), TODAY)
    listed = [one.decision.listed_on for one in desk.decisions.standings(TODAY, 2026)]
    assert listed == [dt.date(2026, 6, 28), dt.date(2026, 6, 1)]


def test_gaps_and_what_is_due_soon_ask_for_attention(desk: Desk) -> None:
    assert desk.decisions.attention(TODAY) == ()
    enter(desk, "有缺项", decided_on=dt.date(2026, 9, 1))
    waived = [
        StageEntry(stage=stage, reason="依法保密")
        for stage in DecisionStage
        if stage not in (DecisionStage.ADOPTION, DecisionStage.CONSULTATION)
    ]
    asked = StageEntry(
        stage=DecisionStage.CONSULTATION, date=dt.date(2026, 9, 1), until=dt.date(2026, 10, 8)
    )
    enter(desk, "将到期", decided_on=dt.date(2026, 11, 18), stages=(*waived, asked))
    gap, due = desk.decisions.attention(TODAY)
    assert (gap.concern, gap.count, gap.view) == (Concern.DECISION_GAP, 1, "gaps")
    assert (due.concern, due.count, due.view) == (Concern.DECISION_DUE, 1, "due")
    assert due.next_date == dt.date(2026, 12, 2)
    assert due.examples == ("将到期",)


def test_the_limits_are_those_of_the_office(desk: Desk) -> None:
    enter(desk, "甲", decided_on=dt.date(2026, 11, 18))
    desk.disclosure_settings.save(replace(DisclosureSettings(), adoption_days=1))
    (found,) = desk.decisions.standings(TODAY)
    assert found.stages[DecisionStage.ADOPTION].due == dt.date(2026, 11, 19)
    assert found.stages[DecisionStage.ADOPTION].state is StageState.LATE


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".xlsx"])
def test_list_and_stages_are_written(desk: Desk, tmp_path: Path, suffix: str) -> None:
    enter(desk, "甲", basis="=1+1", planned_on=dt.date(2026, 12, 31))
    enter(desk, "乙", dropped_on=TODAY, dropped_because="并入甲")
    for write in (desk.decisions.write_list, desk.decisions.write_stages):
        path = tmp_path / f"{write.__name__}{suffix}"
        assert write(2026, TODAY, path) == ()
        assert path.stat().st_size > 1000


def test_the_words_of_the_list_arrive_in_the_files(desk: Desk, tmp_path: Path) -> None:
    enter(desk, "甲", basis="=1+1", decided_on=dt.date(2026, 9, 1))
    sheet = tmp_path / "目录.xlsx"
    desk.decisions.write_list(2026, TODAY, sheet)
    rows = list(load_workbook(sheet).worksheets[0].iter_rows(values_only=True))
    assert "2026" in str(rows[0][0])
    assert rows[2][:4] == ("1", "甲", "区司法局", "=1+1")
    page = tmp_path / "进展.docx"
    desk.decisions.write_stages(2026, TODAY, page)
    with zipfile.ZipFile(page) as package:
        text = package.read("word/document.xml").decode("utf-8")
    assert label(DecisionStage.ADOPTION) in text
    assert "2026-09-15" in text
    assert 'w:orient="landscape"' in text
