from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai_desk.domain.plan import Deadline, DeadlineKind, TaskStatus, due_date, light
from gongkai_desk.ui.tasks.board import Criteria, Row, View, board
from gongkai_desk.ui.tasks.dialogs import split_units
from gongkai_desk.ui.tasks.wording import deadline_meaning
from tests.builders import a_plan, a_task

TODAY = dt.date(2026, 11, 20)


def a_row(**values: Any) -> Row:
    plan = a_plan()
    task = a_task(plan, **values)
    return Row(task, plan, light(task, plan.year, TODAY), due_date(task, plan.year), 0)


def by(day: dt.date) -> Deadline:
    return Deadline(kind=DeadlineKind.BY_DATE, date=day, text="限期")


LATE = a_row(title="逾期", deadline=by(TODAY - dt.timedelta(days=1)), ours_found=True)
SOON = a_row(
    title="临近", deadline=by(TODAY + dt.timedelta(days=30)), status=TaskStatus.IN_PROGRESS
)
FAR = a_row(title="不急", deadline=by(TODAY + dt.timedelta(days=31)), ours_by_hand=True)
DONE = a_row(title="完成", deadline=by(dt.date(2026, 3, 1)), status=TaskStatus.DONE)
ROWS = (LATE, SOON, FAR, DONE)


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        (View.ALL, ROWS),
        (View.OPEN, (LATE, SOON, FAR)),
        (View.SOON, (SOON,)),
        (View.LATE, (LATE,)),
        (View.DONE, (DONE,)),
    ],
)
def test_each_view_shows_its_tasks(view: View, shown: tuple[Row, ...]) -> None:
    assert board(ROWS, Criteria(view=view)).rows == shown


def test_counts_say_what_a_click_would_show() -> None:
    found = board(ROWS, Criteria(only_ours=True, view=View.LATE))
    assert found.rows == (LATE,)
    assert (found.ours, found.total) == (2, 4)
    assert found.views == {
        View.ALL: 2, View.OPEN: 2, View.SOON: 0, View.LATE: 1, View.DONE: 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    "search", ["", "ａ类", "A类 区教育局", "一（二）", "一(二)", "补充说明", "深化政策"]
)
def test_the_search_knows_no_width_and_no_case(search: str) -> None:
    row = a_row(
        number="一（二）", title="抓好Ａ类培训", responsible_units=("区教育局",), note="补充说明"
    )
    assert board((row,), Criteria(search=search)).rows == (row,)
    assert not board((row,), Criteria(search=f"{search} 没有的词")).rows


def test_another_plan_is_left_out() -> None:
    assert board(ROWS, Criteria(plan_id=LATE.plan.id)).rows == (LATE,)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (LATE, "最迟 2026年11月19日（周四），已逾期 1 天"),
        (SOON, "最迟 2026年12月20日（周日），还有 30 天"),
        (a_row(deadline=by(TODAY)), "最迟 2026年11月20日（周五），今天到期"),
        (a_row(), "工作要点未规定完成期限。"),
        (
            a_row(deadline=by(TODAY), status=TaskStatus.DONE, done_on=dt.date(2026, 5, 6)),
            "最迟 2026年11月20日（周五）；2026年5月6日 已完成",
        ),
    ],
)
def test_a_time_limit_is_explained(row: Row, said: str) -> None:
    assert deadline_meaning(row, TODAY) == said


def test_names_are_split_outside_brackets_only() -> None:
    assert split_units("区司法局、区财政局（国资、金融）, 各街道；区司法局\n") == (
        "区司法局", "区财政局（国资、金融）", "各街道",
    )  # fmt: skip
