"""A section that lists records of one kind: views, search, table, and the chosen one in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.ui import icons
from gongkai_desk.ui.actions import Actions, Command
from gongkai_desk.ui.attachments import KeptFiles
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Page, Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.facts import Fact, FactsCard
from gongkai_desk.ui.settings import window_state
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.file_button import FileDeeds
from gongkai_desk.ui.widgets.record_table import RecordTable
from gongkai_desk.ui.widgets.segments import Segments

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)  # no slots: a frozen generic with slots cannot be made
class View(Generic[T]):
    """One of the buttons above the table: which rows it lets through."""

    name: str
    label: str
    test: Callable[[T], bool]


class RecordSection(Page, Generic[T]):
    """A subclass sets `NAME` (objectName of its table) and `KINDS` (the records it shows), and
    overrides `columns`, `views` (the first shows everything), `read`, `facts`, `commands`; the
    rows have an `id`, that of the record whose files are shown. `keeper` knows the files.

    Buttons: the `primary` commands beside the search, those named in `RECORD_COMMANDS` beside
    the title of the chosen record. With `MANY_VIEWS` the views have lines of their own.
    """

    NAME: ClassVar[str] = ""
    KINDS: ClassVar[tuple[type, ...]] = ()
    RECORD_COMMANDS: ClassVar[tuple[str, ...]] = ()
    MANY_VIEWS: ClassVar[bool] = False

    def __init__(
        self, *, desk: Desk, bus: ChangeBus, operations: Operations, prompts: Prompts
    ) -> None:
        super().__init__(desk=desk, bus=bus, operations=operations, prompts=prompts)
        self._rows: list[T] = []
        self._views = tuple(self.views())
        self.files = KeptFiles(self.keeper.content, operations, prompts)
        self.view: Segments[View[T]] = Segments(
            f"{self.NAME}-view",
            self._views,
            lambda view: view.label,
            self,
            wraps=self.MANY_VIEWS,
        )
        self.search = QLineEdit(self)
        self.search.setObjectName(f"{self.NAME}-search")
        self.search.setPlaceholderText(_("Search (Ctrl+F)"))
        self.search.setAccessibleName(_("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.table: RecordTable[T] = RecordTable(self.NAME, RecordTableModel(self.columns()), self)
        self.card = FactsCard(
            _("Choose a line above to see all of it."),
            self.attach,
            FileDeeds(self.files.open, self.files.save_as, self._detach),
            self,
        )
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._lay_out()
        self.view.setVisible(len(self._views) > 1)
        self.view.chosen.connect(self._filter)
        self.search.textChanged.connect(lambda: self._filter())
        self.table.chosen.connect(lambda row: self._show(row))

    def _lay_out(self) -> None:
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        if not self.MANY_VIEWS:
            self.head.addWidget(self.view)
            self.head.addStretch(1)
        self.head.addWidget(self.search, 2)
        self.head.addLayout(self._buttons)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(9)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.card)
        self.splitter.setStretchFactor(0, 6)
        self.splitter.setStretchFactor(1, 4)
        self.splitter.setSizes([360, 240])
        self.table.setMinimumHeight(120)
        self.card.setMinimumHeight(120)
        key = f"section/{self.NAME}"
        kept = window_state().value(key)
        if isinstance(kept, QByteArray):
            self.splitter.restoreState(kept)
        self.splitter.splitterMoved.connect(
            lambda: window_state().setValue(key, self.splitter.saveState())
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self.head)
        if self.MANY_VIEWS:
            layout.addWidget(self.view)
        layout.addWidget(self.splitter, 1)

    # what a subclass says

    @property
    def keeper(self) -> RecordKeeper:
        """The service that stores these records."""
        raise NotImplementedError

    def columns(self) -> Sequence[Column[T]]:
        raise NotImplementedError

    def views(self) -> Sequence[View[T]]:
        raise NotImplementedError

    def read(self) -> Sequence[T]:
        """All rows, in their usual order."""
        raise NotImplementedError

    def heading(self, row: T) -> str:
        """The title above the facts of a row."""
        raise NotImplementedError

    def facts(self, row: T) -> Sequence[Fact]:
        """The chosen row in full."""
        raise NotImplementedError

    def nothing_yet(self) -> tuple[str, str]:
        """What the empty table says while there is no record at all, and the name of the command
        that begins; its button stands below the words.
        """
        return "", ""

    def searched(self, row: T) -> str:
        """What the search looks through: the columns and the facts."""
        cells = [column.text(row) for column in self.table.records.columns]
        return "\n".join((*cells, self.heading(row), *(fact.value for fact in self.facts(row))))

    # what it does

    @override
    def actions_ready(self, actions: Actions) -> None:
        self.table.set_menu(actions)
        before: QWidget = self.search
        for button in reversed(actions.buttons(self)):  # the main one at the end, as on a page
            self._buttons.addWidget(button)
            QWidget.setTabOrder(before, button)
            before = button
        self.card.set_actions(actions, self.RECORD_COMMANDS)

    @override
    def concerns(self, changes: Changes) -> bool:
        return changes.touches(Attachment, *self.KINDS)

    @override
    def refresh(self, changes: Changes | None) -> None:
        self._rows = list(self.read())
        self._say_why_empty()
        self._filter()

    def _say_why_empty(self) -> None:
        """A table may be empty because nothing is recorded, or because the view hides it all."""
        words, name = self.nothing_yet()
        if self._rows:
            every = Command(name=f"all-{self.NAME}", text=_("Show everything"), run=self.show_all)
            told = _("Nothing here. Another view or another search may show some.")
            self.table.set_empty(told, every, icon="search")
        elif words:
            begins = (one for one in self.commands() if one is not None and one.name == name)
            self.table.set_empty(words, next(begins, None))

    def show_all(self) -> None:
        """Every row: the first view, no search."""
        self.search.clear()
        self.view.set_value(self._views[0])
        self._filter()
        self.table.setFocus()

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        found = [row for row in self._rows if self._has(row, words)]
        for view in self._views:
            self.view.show_count(view, sum(map(view.test, found)))
        chosen = self.view.value()
        self.table.set_rows([row for row in found if chosen.test(row)])
        if self.table.current() is None and self.table.records.rows:
            first: Any = self.table.records.rows[0]
            self.table.select([first.id])
        self._show(self.table.current())

    def _has(self, row: T, words: Sequence[str]) -> bool:
        if not words:
            return True
        text = self.searched(row).casefold()
        return all(word in text for word in words)

    def _show(self, row: T | None) -> None:
        if row is None:
            self.card.show_nothing()
        else:
            self.card.show_record(
                self.heading(row), self.facts(row), self.keeper.files(self._id(row))
            )
        self.state_changed.emit()

    @staticmethod
    def _id(row: T) -> str:
        each: Any = row
        return str(each.id)

    @property
    def current(self) -> T | None:
        """The chosen row."""
        return self.table.current()

    def has_current(self) -> bool:
        """Whether one is chosen."""
        return self.current is not None

    @override
    def go_to(self, target: Target) -> None:
        """`view` is the name of one of `views`; a record is chosen even when filters hid it."""
        named = next((view for view in self._views if view.name == target.view), None)
        if named is not None or target.record_id:
            self.search.clear()
            self.view.set_value(named or self._views[0])
            self._filter()
        if target.record_id:
            if self.table.records.row_of(target.record_id) is None:
                self.view.set_value(self._views[0])
                self._filter()
            self.table.select([target.record_id])
        self.table.setFocus()

    def find_command(self) -> Command:
        """Ctrl+F goes to the search field."""
        return Command(
            name=f"find-{self.NAME}",
            text=_("&Find"),
            run=self._find,
            shortcut="Ctrl+F",
            icon="search",
        )

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def edit_command(self, name: str, run: Callable[[], object]) -> Command:
        """Change the chosen row."""
        return Command(name=name, text=_("Change…"), run=run, icon="edit", enabled=self.has_current)

    def remove_command(
        self, name: str, run: Callable[[], object], enabled: Callable[[], bool] | None = None
    ) -> Command:
        """Take the chosen row out (Del)."""
        return Command(
            name=name,
            text=_("Remove…"),
            run=run,
            shortcut="Del",
            icon="delete",
            enabled=enabled or self.has_current,
        )

    # files

    def attach_command(self) -> Command:
        """Choose files for the chosen record."""
        return Command(
            name=f"attach-{self.NAME}",
            text=_("Attach files…"),
            run=self.choose_files,
            icon="attachment",
            enabled=self.has_current,
        )

    def choose_files(self) -> None:
        self.attach(self.prompts.open_files(_("Add attachments"), [_("All files (*)")]))

    def attach(self, files: Sequence[Path]) -> None:
        """Keep copies of these files with the chosen record."""
        row = self.current
        if row is not None and files:
            self.operations.perform(lambda: self.keeper.attach(self._id(row), files, today()))

    def _detach(self, attachment: Attachment) -> None:
        if self.files.confirm_removal(attachment):
            self.operations.perform(lambda: self.keeper.detach(attachment))

    def remove_asked(self, record: Any, name: str) -> None:
        """Ask, then take `record` out with all that goes with it."""
        text = _("“{name}” is taken out with its files. Undo brings it back.").format(name=name)
        if self.prompts.ask(_("Remove this record?"), text, yes=_("Remove"), danger=True):
            self.operations.perform(lambda: self.keeper.remove(record))

    @property
    def holder(self) -> QWidget:
        """What dialogs stand before."""
        return self.window()
