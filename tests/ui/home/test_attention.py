"""The lines of what waits lead to their lists."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.attention import Attention, Concern, Weight
from gongkai_desk.services.today import TodayService
from gongkai_desk.ui.home.attention_card import AttentionCard
from gongkai_desk.ui.page import Target
from tests.ui.conftest import DAY

LATE = Attention(
    concern=Concern.PLATFORM_LATE,
    count=2,
    weight=Weight.BAD,
    page="activities",
    section="platforms",
    view="late",
    next_date=dt.date(2026, 11, 12),
    examples=("通知公告", "<b>要闻</b>"),
)


def test_a_line_leads_to_its_list(qtbot: QtBot) -> None:
    card = AttentionCard()
    qtbot.addWidget(card)
    card.show_lines([LATE])
    led: list[Target] = []
    card.opened.connect(led.append)
    button = card.findChild(QPushButton, "attention-platform_late")
    assert isinstance(button, QPushButton)
    assert button.text() == "超过更新时限的栏目和账号"
    button.click()
    assert led == [Target(page="activities", section="platforms", view="late")]


def test_a_date_of_another_year_has_its_year(qtbot: QtBot) -> None:
    card = AttentionCard()
    qtbot.addWidget(card)
    lines = [replace(LATE, next_date=dt.date(year, 11, 30)) for year in (2025, 2026)]
    card.show_lines(lines)
    texts = [each.text() for each in card.findChildren(QLabel)]
    assert "2025年11月30日" in texts
    assert "11月30日" in texts


def test_a_narrower_page_has_fewer_columns_over_its_whole_width(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    card = AttentionCard(holder)
    QVBoxLayout(holder).addWidget(card)
    holder.resize(2000, 300)
    card.show_lines([LATE] * 6)
    holder.show()
    qtbot.waitExposed(holder)
    assert card._columns == 3
    line = card._widgets[0].sizeHint().width()
    holder.resize(round(line * 2.5) + 80, 300)
    qtbot.waitUntil(lambda: card._columns == 2)
    card.show_lines([LATE] * 6)
    assert card._columns == 2
    assert [card._grid.columnStretch(column) for column in range(3)] == [1, 1, 0]


def test_nothing_waiting_is_said(qtbot: QtBot) -> None:
    card = AttentionCard()
    qtbot.addWidget(card)
    card.show_lines([])
    assert card.findChildren(QPushButton) == []


def test_what_waits_is_told_in_one_order_and_zeros_are_left_out() -> None:
    class Watching:
        def __init__(self, *lines: Attention) -> None:
            self.lines = lines

        def attention(self, _today: dt.date) -> tuple[Attention, ...]:
            return self.lines

    behind = Attention(concern=Concern.DUTY_BEHIND, count=1, weight=Weight.WARN, page="tasks")
    none = Attention(concern=Concern.TAKE_DOWN, count=0, weight=Weight.WARN, page="disclosure")
    found = TodayService(Watching(LATE, none), Watching(behind)).attention(DAY)
    assert [one.concern for one in found] == [Concern.DUTY_BEHIND, Concern.PLATFORM_LATE]
