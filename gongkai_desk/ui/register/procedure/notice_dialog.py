"""Correcting a fee notice that was recorded: above all, the day on which it was received."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import FeeNotice
from gongkai_desk.domain.fee_notice import check_notice
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.request import RequestEvent
from gongkai_desk.i18n import _
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.procedure.fee_fields import FeeFields
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.fields import TextField


class NoticeDialog(DraftDialog[FeeNotice]):
    """`submit` gets the notice as corrected; what was paid stays."""

    def __init__(
        self,
        *,
        case: Case,
        event: RequestEvent,
        notice: FeeNotice,
        submit: Callable[[FeeNotice], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        intro = _("{number} · {subject}").format(
            number=case.request.number, subject=case.request.subject
        )
        super().__init__(_("Correct the fee notice"), submit, prompts, parent, intro=intro)
        self.setObjectName("notice-dialog")
        assert case.clock is not None
        self._event, self._notice, self._today = event, notice, today
        self.fields = FeeFields(
            self.form,
            before=notice.before,
            payment_way=notice.payment_way,
            calendar=case.clock.calendar,
            count=notice.count,
        )
        self.fields.basis.set_value(notice.basis)
        self.fields.received.set_date(notice.received_on)
        self.note = TextField(notice.note)
        self.form.add("fee.note", _("Note"), self.note)
        self.ready()
        self.fields.received.line.setFocus()

    @override
    def draft(self) -> FeeNotice:
        typed = self.fields.value(self._notice.request_id, self._event.id)
        return replace(
            typed,
            id=self._notice.id,
            paid_amount=self._notice.paid_amount,
            receipt_number=self._notice.receipt_number,
            note=self.note.value(),
        )

    @override
    def check(self, draft: FeeNotice) -> Iterable[Problem]:
        return check_notice(draft, self._event.date, self._today)

    @override
    def review(self) -> None:
        self.fields.review(self._event.date)
        super().review()
