"""The home page tells what the services say, and leads there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.calendar import DayKind
from gongkai_desk.domain.case import Group
from gongkai_desk.domain.plan import Deadline, DeadlineKind, Light, TaskStatus, light
from gongkai_desk.domain.plan_reading import PlanReading
from gongkai_desk.domain.request import EventKind
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui import today
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.home.card import FigureCard
from gongkai_desk.ui.home.page import HomePage
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.pictures import clipped_labels, interpreting_labels
from gongkai_desk.ui.widgets.plain import PlainLabel
from tests.builders import a_plan, a_request, a_task, an_event
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts

MakePage = Callable[[], HomePage]


@pytest.fixture
def make_page(
    desk: Desk, bus: ChangeBus, operations: Operations, prompts: ScriptedPrompts, qtbot: QtBot
) -> MakePage:
    def make() -> HomePage:
        page = HomePage(desk=desk, bus=bus, operations=operations, prompts=prompts)
        qtbot.addWidget(page)
        page.resize(1080, 620)
        page.show()
        page.complete()
        return page

    return make


@pytest.fixture
def sample(desk: Desk, made_sample: Path, make_page: MakePage) -> HomePage:
    """The page on the sample office."""
    desk.maintenance.restore(made_sample)
    return make_page()


def card(page: HomePage, name: str) -> FigureCard:
    found: FigureCard | None = page.findChild(FigureCard, f"card-{name}")
    assert found is not None
    return found


def figure(page: HomePage, name: str) -> int:
    return int(card(page, name).figure.text())


def targets(page: HomePage) -> list[Target]:
    led: list[Target] = []
    page.leave.connect(led.append)
    return led


@pytest.mark.parametrize(
    "group",
    [Group.OVERDUE, Group.DUE_TODAY, Group.DUE_SOON, Group.WAITING, Group.UNCONFIRMED],
)
def test_a_request_card_counts_as_the_register_does_and_opens_that_list(
    sample: HomePage, desk: Desk, group: Group
) -> None:
    assert figure(sample, f"requests-{group.value}") == len(desk.register.overview(DAY)[group])
    led = targets(sample)
    card(sample, f"requests-{group.value}").click()
    assert led == [Target(page="requests", view=group.value)]


def test_the_sample_fills_the_cards(sample: HomePage, desk: Desk) -> None:
    assert figure(sample, "requests-overdue") > 0
    assert figure(sample, "requests-waiting") > 0


def test_the_task_cards_count_our_tasks(sample: HomePage, desk: Desk) -> None:
    counts = desk.tasks.counts(DAY)
    assert counts.open
    for name, number in (
        ("open", counts.open + counts.soon + counts.late),
        ("late", counts.late),
        ("soon", counts.soon),
        ("done", counts.done),
    ):
        assert figure(sample, f"tasks-{name}") == number
        led = targets(sample)
        QTest.keyClick(card(sample, f"tasks-{name}"), Qt.Key.Key_Return)
        assert led == [Target(page="tasks", view=name)]


def test_the_report_card_counts_to_the_end_of_january(sample: HomePage) -> None:
    assert figure(sample, "report") == (dt.date(2027, 1, 31) - DAY).days
    assert "暂定" in card(sample, "report").unit.text()
    led = targets(sample)
    card(sample, "report").click()
    assert led == [Target(page="report", view="2026")]


@pytest.mark.parametrize(
    ("day", "due"), [(dt.date(2026, 1, 31), 0), (dt.date(2026, 2, 1), 364), (DAY, 72)]
)
def test_the_report_due_next_is_the_one_of_the_year_before(
    desk: Desk, make_page: MakePage, day: dt.date, due: int
) -> None:
    desk.register.add(a_request(received=None), on=DAY)
    today.stop_at(day)
    assert figure(make_page(), "report") == due


def test_a_write_is_shown_at_once(desk: Desk, make_page: MakePage, operations: Operations) -> None:
    page = make_page()
    late = a_request(received=dt.date(2026, 9, 18))
    operations.perform(lambda: desk.register.add(late, on=DAY))
    assert figure(page, "requests-overdue") == 1
    assert page.requests.records.rows[0].request.id == late.id


def test_the_most_urgent_request_stands_first_and_enter_opens_it(
    sample: HomePage, desk: Desk
) -> None:
    first = desk.register.overview(DAY)[Group.OPEN][0]
    led = targets(sample)
    sample.requests.selectRow(0)
    QTest.keyClick(sample.requests, Qt.Key.Key_Return)
    assert led == [Target(page="requests", record_id=first.request.id)]


def test_a_task_carried_over_is_due_no_more(desk: Desk, make_page: MakePage) -> None:
    plan = a_plan(year=DAY.year)
    due = Deadline(kind=DeadlineKind.BY_DATE, date=DAY + dt.timedelta(3))
    carried = a_task(plan, position=1, ours_found=True, deadline=due, status=TaskStatus.CARRIED)
    open_still = a_task(plan, position=2, ours_found=True, deadline=due)
    desk.tasks.commit(PlanReading(plan=plan, tasks=(carried, open_still)), DAY)
    overview = make_page().overview
    assert overview is not None
    assert [each.id for each in overview.due_on(due.date or DAY)[1]] == [open_still.id]


def test_urgent_tasks_are_ours_late_or_due_soon(
    desk: Desk, made_sample: Path, make_page: MakePage
) -> None:
    desk.maintenance.restore(made_sample)
    plan = desk.tasks.plans()[-1]
    ours = [t for t in desk.tasks.tasks(plan.id) if t.ours and t.status is not TaskStatus.DONE]
    for task, day in zip(ours, (DAY + dt.timedelta(9), DAY - dt.timedelta(9)), strict=False):
        desk.tasks.save(replace(task, deadline=Deadline(kind=DeadlineKind.BY_DATE, date=day)))
    page = make_page()
    shown = [each.task for each in page.tasks.records.rows]
    wanted = {
        task.id
        for plan in desk.tasks.plans()
        for task in desk.tasks.tasks(plan.id)
        if task.ours and light(task, plan.year, today.today()) in (Light.LATE, Light.SOON)
    }
    assert {task.id for task in shown} == wanted != set()
    places = [task.id for task in shown]
    assert places.index(ours[1].id) < places.index(ours[0].id)
    assert figure(page, "tasks-soon") == 1
    assert figure(page, "tasks-late") == len(wanted) - 1
    led = targets(page)
    page.tasks.selectRow(0)
    QTest.keyClick(page.tasks, Qt.Key.Key_Return)
    assert led == [Target(page="tasks", record_id=shown[0].id)]


def test_an_empty_office_shows_three_first_steps(make_page: MakePage) -> None:
    page = make_page()
    assert page.steps.isVisible()
    assert not page.cards.isVisible()
    led = targets(page)
    for name in ("first-plan", "first-request", "first-notice"):
        button: QPushButton | None = page.steps.findChild(QPushButton, f"{name}-button")
        assert button is not None
        button.click()
    assert led == [
        Target(page="tasks", view="import"),
        Target(page="requests", view="new"),
        Target(page="settings", view="notice"),
    ]


def test_a_request_without_any_date_is_no_empty_office(desk: Desk, make_page: MakePage) -> None:
    desk.register.add(a_request(submitted=None, arrived=None, received=None), on=DAY)
    page = make_page()
    assert not page.steps.isVisible()
    assert figure(page, "requests-unconfirmed") == 1


def test_the_calendar_shows_five_weeks_from_monday(desk: Desk, make_page: MakePage) -> None:
    today.stop_at(dt.date(2026, 9, 16))
    due = a_request(submitted=None, arrived=None, received=dt.date(2026, 8, 20))
    desk.register.add(due, on=dt.date(2026, 9, 16))
    page = make_page()
    days = page.strip.days
    assert [days[0].date, days[-1].date] == [dt.date(2026, 9, 14), dt.date(2026, 10, 18)]
    by_date = {look.date: look for look in days}
    assert by_date[dt.date(2026, 9, 16)].today
    assert by_date[dt.date(2026, 9, 20)].kind is DayKind.MAKEUP
    assert by_date[dt.date(2026, 10, 1)].kind is DayKind.HOLIDAY
    answer = desk.register.get(due.id, today.today()).due
    assert answer is not None
    assert by_date[answer].requests == 1
    assert due.subject in page.describe(answer)


def test_days_of_a_year_without_notice_are_provisional(desk: Desk, make_page: MakePage) -> None:
    today.stop_at(dt.date(2026, 12, 21))
    looks = {look.date: look for look in make_page().strip.days}
    assert looks[dt.date(2027, 1, 4)].provisional
    assert not looks[dt.date(2026, 12, 31)].provisional


def test_arrow_keys_walk_through_the_calendar_and_enter_opens_what_is_due(
    desk: Desk, make_page: MakePage
) -> None:
    request = a_request(received=dt.date(2026, 11, 2))
    desk.register.add(request, on=DAY)
    page = make_page()
    due = desk.register.get(request.id, DAY).due
    assert due is not None
    led = targets(page)
    for _day in range((due - DAY).days):
        QTest.keyClick(page.strip, Qt.Key.Key_Right)
    assert page.strip.current == due
    told: PlainLabel | None = page.findChild(PlainLabel, "day-told")
    assert told is not None
    assert request.subject in told.text()
    assert request.subject in page.strip.accessibleDescription()
    QTest.keyClick(page.strip, Qt.Key.Key_Return)
    assert led == [Target(page="requests", record_id=request.id)]


def test_the_heading_tells_the_day(make_page: MakePage) -> None:
    page = make_page()
    assert "2026年11月20日" in page.title
    assert "周五" in page.title
    assert "工作日" in page.subtitle
    today.stop_at(dt.date(2026, 10, 1))
    assert "10月8日" in page.subtitle


def test_hostile_text_is_shown_as_it_is(desk: Desk, make_page: MakePage) -> None:
    hostile = "<img src=x><b>档案</b>"
    request = a_request(subject=hostile, received=dt.date(2026, 11, 2))
    desk.register.add(request, on=DAY)
    desk.register.record(
        an_event(request, kind=EventKind.EXTENDED, argument="20", date=DAY), on=DAY
    )
    page = make_page()
    shown = page.requests.records
    assert shown.data(shown.index(0, 1)) == hostile
    assert not interpreting_labels(page)


def test_no_label_is_clipped(sample: HomePage) -> None:
    assert not clipped_labels(sample)
