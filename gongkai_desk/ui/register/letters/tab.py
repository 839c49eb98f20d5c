"""The letters of the chosen case, with what can be done with each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.letter import Letter
from gongkai_desk.i18n import _
from gongkai_desk.ui import icons
from gongkai_desk.ui.actions import ActionButton, Actions
from gongkai_desk.ui.models.records import RecordTableModel
from gongkai_desk.ui.register.case_tab import CaseContext, CaseTab
from gongkai_desk.ui.register.letters.commands import tab_commands
from gongkai_desk.ui.register.letters.deeds import LetterDeeds
from gongkai_desk.ui.register.letters.words import columns
from gongkai_desk.ui.widgets.record_table import RecordTable

_BUTTONS = ("letter-new", "letter-edit", "letter-issue", "letter-preview", "letter-service")
_MORE = ("letter-docx", "letter-pdf", "letter-envelope", "letter-service-sheet")
_LAST = ("letter-replace", "letter-void", "letter-discard")


class LettersTab(CaseTab):
    def __init__(self, context: CaseContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("letters-tab")
        self._deeds = LetterDeeds(context)
        model = RecordTableModel[Letter](columns())
        self.table = RecordTable[Letter]("case-letters", model, self)
        self.table.setAccessibleName(_("Letters of the case"))
        commands = tab_commands(self._deeds, context)
        context_of = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.actions_of = Actions(self, commands, context_of)
        self.table.set_menu(self.actions_of)
        new = commands[0]
        assert new is not None
        self.table.set_empty(_("No letter has been written in this case yet."), new)
        self.table.chosen.connect(self._choose)
        self.table.activated_record.connect(lambda _letter: self._deeds.edit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._bar())
        layout.addWidget(self.table, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for name in _BUTTONS:
            bar.addWidget(ActionButton(self.actions_of[name], self, filled=name == _BUTTONS[0]))
        menu = QMenu(self)
        menu.setObjectName("letter-more-menu")
        for name in _MORE:
            menu.addAction(self.actions_of[name])
        menu.addSeparator()
        for name in _LAST:
            menu.addAction(self.actions_of[name])
        more = QPushButton(_("More"), self)
        more.setObjectName("letter-more")
        more.setAutoDefault(False)
        more.setProperty("look", "menu")
        icons.set_icon(more, "more")
        more.setMenu(menu)
        bar.addWidget(more)
        bar.addStretch(1)
        return bar

    @property
    @override
    def title(self) -> str:
        return _("Letters")

    @override
    def count(self, case: Case) -> int:
        return len(self.context.desk.letters.of(case.request.id))

    @override
    def show_case(self, case: Case) -> None:
        letters = self.context.desk.letters.of(case.request.id)
        self.table.set_rows(list(reversed(letters)))
        if letters and self.table.current() is None:
            self.table.select([letters[-1].id])
        self._choose(self.table.current())

    def _choose(self, letter: Letter | None) -> None:
        self._deeds.letter = letter
        self.actions_of.update()
