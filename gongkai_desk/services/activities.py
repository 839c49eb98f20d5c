"""What the office did, and the institutions it supervises."""

from __future__ import annotations

import datetime as dt

from typing_extensions import override

from gongkai_desk.domain.activity import Activity, Institution
from gongkai_desk.domain.activity_checks import check_activity, check_institution
from gongkai_desk.domain.changes import Record
from gongkai_desk.domain.problems import Problem
from gongkai_desk.services.record_keeper import RecordKeeper


class ActivityService(RecordKeeper):
    @override
    def check(self, record: Record, on: dt.date) -> list[Problem]:
        match record:
            case Activity():
                return list(check_activity(record, on))
            case Institution():
                return list(check_institution(record, on))
        return []

    def institutions(self) -> list[Institution]:
        """The institutions by sector and name, closed ones last."""
        return sorted(
            self.all(Institution), key=lambda one: (one.closed_on is not None, one.sector, one.name)
        )
