"""Says of which unit a file is, where its title does not tell or tells wrongly."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget
from typing_extensions import override

from gongkai_desk.domain.handed_in import Naming
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.roll_up import UnitFile
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.fields import ChoiceField, TextField


class NamingDialog(DraftDialog[Naming]):
    """The year is only asked for when the file does not tell it."""

    def __init__(
        self,
        source: UnitFile,
        years: Sequence[int],
        names: Sequence[str],
        submit: Callable[[Naming], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        intro = pgettext(
            "roll-up",
            "File “{file}”. The name is used in this roll-up only; the file stays as it is.",
        ).format(file=source.file)
        super().__init__(pgettext("roll-up", "Name the unit"), submit, prompts, parent, intro=intro)
        self.setObjectName("name-unit")
        self._known_year = source.year
        self.name = TextField(source.name)
        listed = QCompleter(list(names), self.name)
        listed.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(listed)
        self.form.add("unit-name", _("Unit"), self.name, mandatory=True)
        self.year: ChoiceField[int] = ChoiceField(years, str, self)
        self.form.add("unit-year", _("Year of the report"), self.year)
        self.form.show_field("unit-year", source.year is None)
        self.ready()

    @override
    def draft(self) -> Naming:
        year = self._known_year if self._known_year is not None else self.year.value()
        return Naming(name=self.name.value(), year=year)

    @override
    def check(self, draft: Naming) -> list[Problem]:
        return [] if draft.name else [Problem("field-missing", "unit-name")]
