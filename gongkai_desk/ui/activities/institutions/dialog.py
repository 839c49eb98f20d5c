"""The dialog for one institution."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.activity import Institution
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.record_dialog import RecordDialog


class InstitutionDialog(RecordDialog[Institution]):
    def __init__(
        self,
        submit: Callable[[Institution], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[Institution], Iterable[Problem]],
        institution: Institution | None = None,
    ) -> None:
        title = _("Change an institution") if institution else _("Add an institution")
        super().__init__(title, submit, prompts, parent, checked=checked)
        self.setObjectName("institution-dialog")
        given = institution or Institution(id=new_id(), name="")
        self._id = given.id
        self.name = self.line("name", pgettext("institution", "Name"), given.name, mandatory=True)
        hint = _("e.g. {example}").format(example=_("education, water supply, hospital"))
        self.sector = self.line("sector", _("Sector"), given.sector, hint=hint)
        self.person = self.line("person", pgettext("institution", "Contact"), given.person)
        self.phone = self.line("phone", _("Telephone"), given.phone)
        self.website = self.line("website", _("Website"), given.website)
        self.catalogue_on = self.date(
            "catalogue_on",
            _("Catalogue renewed"),
            given.catalogue_on,
            hint=_("When its list of what it publishes was last renewed; empty: it has none."),
        )
        self.closed_on = self.date("closed_on", pgettext("institution", "Closed"), given.closed_on)
        self.note = self.text("note", _("Remarks"), given.note)
        self.ready()
        self.name.setFocus()

    @override
    def draft(self) -> Institution:
        return Institution(
            id=self._id,
            name=self.name.value(),
            sector=self.sector.value(),
            person=self.person.value(),
            phone=self.phone.value(),
            website=self.website.value(),
            catalogue_on=self.catalogue_on.date(),
            closed_on=self.closed_on.date(),
            note=self.note.value(),
        )
