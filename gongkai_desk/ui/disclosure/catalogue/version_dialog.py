"""The dialog for a version of the catalogue: made from another one, or changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.catalogue import CatalogueVersion
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.record_dialog import RecordDialog


class VersionDialog(RecordDialog[CatalogueVersion]):
    def __init__(
        self,
        submit: Callable[[CatalogueVersion], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[CatalogueVersion], Iterable[Problem]],
        version: CatalogueVersion,
        new: bool,
        intro: str = "",
    ) -> None:
        title = _("New version of the catalogue") if new else _("Change the version")
        super().__init__(title, submit, prompts, parent, checked=checked, intro=intro)
        self.setObjectName("catalogue-version-dialog")
        self._version = version
        self.title_field = self.line(
            "title", pgettext("catalogue", "Title"), version.title, mandatory=True
        )
        self.made_on = self.date(
            "made_on", pgettext("catalogue", "Made on"), version.made_on, mandatory=True
        )
        self.in_force_on = self.date(
            "in_force_on",
            pgettext("catalogue", "In force from"),
            version.in_force_on,
            hint=_("Empty: a draft. What is due is watched in the version that is in force."),
        )
        self.note = self.text("note", _("Remarks"), version.note)
        self.ready()
        self.title_field.setFocus()
        self.title_field.selectAll()

    @override
    def draft(self) -> CatalogueVersion:
        return replace(
            self._version,
            title=self.title_field.value(),
            made_on=self.made_on.date() or self._version.made_on,
            in_force_on=self.in_force_on.date(),
            note=self.note.value(),
        )
