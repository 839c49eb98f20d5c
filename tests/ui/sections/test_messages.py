"""Messages in the window: entered, answered, printed; the due day is told while typing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.platform import SiteMessage
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.activities.messages.dialog import AnswerDialog, MessageDialog
from gongkai_desk.ui.activities.messages.section import MessageSection
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.printing import PreviewDialog
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts
from tests.ui.sections.conftest import Opened, Shown

D = dt.date


@pytest.fixture
def messages(desk: Desk) -> Desk:
    """One message overdue, one waiting, one answered."""
    for message in (
        SiteMessage(id="late", received=D(2026, 11, 11), text="错别字", source="error_report"),
        SiteMessage(id="new", received=DAY, text="何时开馆", source="letterbox"),
        SiteMessage(
            id="done", received=D(2026, 11, 2), text="链接失效", source="error_report",
            answered_on=D(2026, 11, 3), result="已修复",
        ),
    ):  # fmt: skip
        desk.platforms.save(message, DAY)
    return desk


def ids(section: MessageSection) -> list[str]:
    return [row.id for row in section.table.records.rows]


def test_a_message_is_entered_and_its_due_day_is_told_at_once(
    shown: Shown[MessageSection], opened: Opened[MessageDialog], desk: Desk
) -> None:
    section = shown(MessageSection)
    section.add()
    dialog = opened(MessageDialog)
    assert dialog.due.text() == "2026年11月25日"  # three working days after a Friday
    dialog.limit_days.setText("5")
    assert dialog.due.text() == "2026年11月27日"
    dialog.source.set_value("hotline")
    dialog.limit_days.setText("")
    assert dialog.due.text() == "不设时限"
    assert not dialog.save_button.isEnabled()
    dialog.text_field.setPlainText("电话打不通")
    dialog.save_button.click()
    (kept,) = desk.platforms.all(SiteMessage)
    assert (kept.text, kept.source, kept.received) == ("电话打不通", "hotline", DAY)


def test_an_answer_moves_it_to_the_answered_ones(
    messages: Desk, shown: Shown[MessageSection], opened: Opened[AnswerDialog]
) -> None:
    section = shown(MessageSection)
    section.go_to(Target(page="activities", view="late"))
    assert ids(section) == ["late"]
    section.answer()
    dialog = opened(AnswerDialog)
    dialog.answered_on.line.setText("2026-11-10")  # before it was received
    assert not dialog.save_button.isEnabled()
    dialog.answered_on.set_date(DAY)
    dialog.result_field.setPlainText("已改正")
    dialog.save_button.click()
    assert ids(section) == []
    section.go_to(Target(page="activities", view="answered"))
    assert ids(section) == ["late", "done"]


def test_the_views_hold_what_the_home_page_counts(
    messages: Desk, shown: Shown[MessageSection]
) -> None:
    section = shown(MessageSection)
    found = [one for one in messages.platforms.attention(DAY) if one.section == "messages"]
    assert len(found) == 2
    for attention in found:
        section.go_to(Target(page="activities", view=attention.view))
        assert len(ids(section)) == attention.count


def test_the_list_as_filtered_goes_into_a_workbook(
    messages: Desk, shown: Shown[MessageSection], prompts: ScriptedPrompts, tmp_path: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    section = shown(MessageSection)
    section.go_to(Target(page="activities", view="waiting"))
    path = tmp_path / "留言.xlsx"
    prompts.answers = [path]
    section.export()
    qtbot.waitUntil(path.exists)
    rows = list(load_workbook(path).worksheets[0].iter_rows(values_only=True))
    assert [row[3] for row in rows[2:]] == ["何时开馆"]


def test_the_handling_sheet_is_previewed(
    messages: Desk, shown: Shown[MessageSection], opened: Opened[PreviewDialog]
) -> None:
    section = shown(MessageSection)
    section.go_to(Target(page="activities", record_id="done"))
    section.print_sheet()
    preview = opened(PreviewDialog)
    assert preview.windowTitle() == "留言办理单"
    preview.done(0)


def test_a_message_is_removed_and_brought_back(
    messages: Desk, shown: Shown[MessageSection], prompts: ScriptedPrompts
) -> None:
    section = shown(MessageSection)
    section.go_to(Target(page="activities", record_id="new"))
    prompts.answers = [True]
    section.remove()
    assert "new" not in ids(section)
    section.operations.undo()
    assert "new" in ids(section)
