"""Putting one closed case into the archive: number, day, retention period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.archive import Archiving, retention_ends
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.i18n import _, date_text
from gongkai_desk.services.archive import ArchiveService
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.effect import EffectBox
from gongkai_desk.ui.register.foot import FootedDialog
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import NumberField, TextField

_LONGEST = 100


class ArchiveDialog(FootedDialog[Archiving]):
    """Shows until when the file must be kept."""

    def __init__(
        self,
        *,
        case: Case,
        archive: ArchiveService,
        submit: Callable[[Archiving], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        intro = _("{number} · {subject}").format(
            number=case.request.number, subject=case.request.subject
        )
        title = _("Archive the case")
        super().__init__(title, submit, prompts, parent, save=_("Archive"), intro=intro)
        self.setObjectName("archive-dialog")
        self._request_id, self._archive, self._today = case.request.id, archive, today
        given = archive.proposed(case.request.id, today)
        self.number = TextField(given.number)
        self.form.add("number", _("Archive number"), self.number, mandatory=True)
        self.day = DateField(mandatory=True)
        self.day.set_date(given.archived_on)
        self.form.add("archived_on", _("Archived on"), self.day, mandatory=True)
        self.years = NumberField(given.retention_years, least=1, most=_LONGEST, mandatory=True)
        self.years.setAlignment(Qt.AlignmentFlag.AlignLeft)
        hint = _(
            "In years, counted from the next 1 January; longer when there was a reconsideration "
            "or a suit."
        )
        self.form.add(
            "retention_years", _("Retention period"), self.years, hint=hint, mandatory=True
        )
        self.effect = EffectBox(self)
        self.effect.title.setText(_("To be kept until"))
        self.place_foot(self.effect)
        self.ready()
        self.number.setFocus()

    @override
    def draft(self) -> Archiving:
        day, years = self.day.date(), self.years.value()
        assert day is not None, "asked only while no field is wrong"
        assert years is not None
        return Archiving(number=self.number.value(), archived_on=day, retention_years=years)

    @override
    def check(self, draft: Archiving) -> list[Problem]:
        return self._archive.check(self._request_id, draft, self._today)

    @override
    def review(self) -> None:
        super().review()
        if any(one.severity is Severity.ERROR for one in self.form.own_problems()):
            self.effect.show_nothing()
            return
        draft = self.draft()
        until = date_text(retention_ends(draft.archived_on, draft.retention_years))
        told = _("Afterwards the case is listed for your decision; nothing is deleted by itself.")
        self.effect.show_day(Tone.INFO, until, told, ())
