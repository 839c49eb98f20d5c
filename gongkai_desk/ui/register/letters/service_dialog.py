"""Recording how a letter was served (国办公开办函〔2016〕235号)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.letter import Letter
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.request import Service, ServiceWay
from gongkai_desk.i18n import _
from gongkai_desk.services.letters import LetterService
from gongkai_desk.texts import label
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.foot import FootedDialog
from gongkai_desk.ui.register.letters.words import kind_name
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import ChoiceField, TextField

_HANDED = (ServiceWay.IN_PERSON, ServiceWay.DELEGATED)


class LetterServiceDialog(FootedDialog[Service]):
    """The fields follow the way of service; the day that counts is mandatory."""

    def __init__(
        self,
        *,
        letter: Letter,
        letters: LetterService,
        submit: Callable[[Service], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        intro = " ".join(part for part in (letter.number, kind_name(letter.kind)) if part)
        super().__init__(
            _("Service of the letter"), submit, prompts, parent, save=_("Record"), intro=intro
        )
        self.setObjectName("letter-service-dialog")
        self._letter, self._letters, self._today = letter, letters, today
        self._fill(letter.service or Service(way=ServiceWay.MAIL, posted_on=today))
        self._follow()
        self.ready()
        self.way.changed.connect(self._way_chosen)
        self.way.setFocus()

    def _fill(self, service: Service) -> None:
        form = self.form
        self.way = ChoiceField[ServiceWay](ServiceWay, label)
        self.way.set_value(service.way)
        form.add("way", _("Way of service"), self.way, mandatory=True)
        self.posted, self.signed = DateField(), DateField()
        self.posted.set_date(service.posted_on)
        self.signed.set_date(service.signed_on)
        form.add("posted_on", _("Posted or sent on"), self.posted)
        hint = _("EMS or registered mail; couriers do not count")
        self.mail_number = TextField(service.mail_number, hint=hint)
        form.add("mail_number", _("Mail number"), self.mail_number)
        self.agency = TextField(service.agency)
        form.add("agency", _("Handed over by"), self.agency)
        form.add("signed_on", _("Signed for on"), self.signed)
        self.signed_by = TextField(service.signed_by)
        form.add("signed_by", _("Signed by"), self.signed_by)
        self.proof = TextField(service.proof, hint=_("What is kept as proof, and where"))
        form.add("proof", _("Proof of service"), self.proof)

    def _way_chosen(self) -> None:
        self._follow()
        self.review()

    def _follow(self) -> None:
        way = self.way.value()
        handed = way in _HANDED
        self.form.show_field("posted_on", not handed)
        self.form.show_field("mail_number", way is ServiceWay.MAIL)
        self.form.show_field("agency", way is ServiceWay.DELEGATED)
        signed = handed or way is ServiceWay.MAIL
        self.form.show_field("signed_on", signed)
        self.form.show_field("signed_by", signed)
        if handed and self.signed.date() is None:
            self.signed.set_date(self._today)

    @override
    def draft(self) -> Service:
        way = self.way.value() or ServiceWay.MAIL
        handed, mail = way in _HANDED, way is ServiceWay.MAIL
        return Service(
            way=way,
            posted_on=None if handed else self.posted.date(),
            mail_number=self.mail_number.value() if mail else "",
            signed_on=self.signed.date() if handed or mail else None,
            signed_by=self.signed_by.value() if handed or mail else "",
            agency=self.agency.value() if way is ServiceWay.DELEGATED else "",
            proof=self.proof.value(),
        )

    @override
    def check(self, draft: Service) -> list[Problem]:
        return self._letters.check_service(self._letter.id, draft, self._today)
