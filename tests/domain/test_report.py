"""The annual report as a value."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai_desk.domain.office import OfficeKind
from gongkai_desk.domain.report import due_date


@pytest.mark.parametrize(
    ("kind", "day"),
    [(OfficeKind.DEPARTMENT, dt.date(2027, 1, 31)), (OfficeKind.GOVERNMENT, dt.date(2027, 3, 31))],
)
def test_the_report_of_a_year_is_due_in_the_next(kind: OfficeKind, day: dt.date) -> None:
    assert due_date(2026, kind) == day
