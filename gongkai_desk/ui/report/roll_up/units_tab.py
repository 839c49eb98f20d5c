"""Who handed in, who did not, and what is wrong with each: the list of units with its findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.roll_up import ASKED, RollUp, Standing, Unit
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.findings import finding_text
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui import icons
from gongkai_desk.ui.actions import ActionButton, Actions, Command, Commands
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.report.findings import Entry, EntryList, finding_entries
from gongkai_desk.ui.report.roll_up.standing import (
    LOOKS,
    Group,
    carried_state,
    group_name,
    in_group,
)
from gongkai_desk.ui.tasks.table import fitting
from gongkai_desk.ui.widgets.flow import FlowLayout
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable
from gongkai_desk.ui.widgets.segments import Segments

Run = Callable[[Unit], object]


class UnitsTab(QWidget):
    """`opened` carries the unit whose report is asked for and a place in it, or None."""

    opened = Signal(object)

    def __init__(
        self,
        *,
        toggle: Run,
        name_it: Run,
        read_again: Run,
        remove: Run,
        open_file: Run,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._units: Sequence[Unit] = ()
        self._told: dict[str, str] = {}
        self.groups: Segments[Group] = Segments(
            "roll-up-groups", list(Group), group_name, self, wraps=True
        )
        self.groups.setAccessibleName(_("State"))
        self.search = QLineEdit(self)
        self.search.setObjectName("roll-up-search")
        self.search.setPlaceholderText(pgettext("roll-up", "Unit, file or finding"))
        self.search.setAccessibleName(_("Search"))
        self.search.setClearButtonEnabled(True)
        self.table: RecordTable[Unit] = RecordTable(
            "roll-up-units", RecordTableModel(_columns()), self, remembers=False
        )
        self.table.setAccessibleName(pgettext("roll-up", "Units"))
        self.findings = EntryList("roll-up-findings", _("Findings"), self)
        self.found_words = PlainLabel("", self, look="muted", wrap=True)
        self._runs = {
            "toggle": toggle,
            "name": name_it,
            "again": read_again,
            "remove": remove,
            "open": open_file,
        }
        self.actions_ = Actions(
            self, self._commands(), Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.table.set_menu(self.actions_)
        self._lay_out()
        self.groups.chosen.connect(self._filter)
        self.search.textChanged.connect(lambda _text: self._filter())
        self.table.chosen.connect(self._show_findings)
        self.table.activated_record.connect(lambda unit: self._ask_report(unit))
        self.findings.opened.connect(self._open_finding)

    # building

    def _commands(self) -> Commands:
        def with_file() -> bool:
            unit = self.table.current()
            return unit is not None and unit.source is not None

        def kept() -> bool:
            unit = self.table.current()
            return with_file() and unit is not None and bool(unit.source and unit.source.path)

        def named(name: str, text: str, keys: str, icon: str, on: Callable[[], bool]) -> Command:
            return Command(
                name=f"roll-up-{name}",
                text=text,
                run=lambda: self._run(name),
                shortcut=keys,
                icon=icon,
                enabled=on,
            )

        return (
            named("report", pgettext("roll-up", "See its report…"), "", "report", with_file),
            named("open", pgettext("roll-up", "Open the file"), "Ctrl+Return", "open", kept),
            named("toggle", self._toggle_word(), "Ctrl+D", "close", with_file),
            named("name", pgettext("roll-up", "Name the unit…"), "F2", "edit", with_file),
            named("again", pgettext("roll-up", "Read it again"), "F5", "refresh", kept),
            named("remove", pgettext("roll-up", "Off the list"), "Del", "delete", with_file),
        )

    def _run(self, name: str) -> None:
        unit = self.table.current()
        if unit is None:
            return
        if name == "report":
            self._ask_report(unit)
        else:
            self._runs[name](unit)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.groups, 3)
        top.addWidget(self.search, 1, Qt.AlignmentFlag.AlignTop)
        buttons = FlowLayout()
        buttons.setSpacing(8)
        for command in self.actions_.commands:
            if command is not None:
                buttons.addWidget(ActionButton(self.actions_[command.name], self))
        upper, lower = QWidget(self), QWidget(self)
        above, below = QVBoxLayout(upper), QVBoxLayout(lower)
        for layout in (above, below):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(8)
        above.addWidget(self.table, 1)
        above.addLayout(buttons)
        below.addWidget(self.found_words)
        below.addWidget(self.findings, 1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(10)
        split.addWidget(upper)
        split.addWidget(lower)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(split, 1)

    # showing

    def show_units(self, rolled: RollUp) -> None:
        """Replace the list; what was chosen stays chosen."""
        self._units = rolled.units
        self._told = {unit.id: _searched(unit) for unit in rolled.units}
        for group in Group:
            self.groups.show_count(group, sum(in_group(unit, group) for unit in rolled.units))
        self._filter()

    def choose(self, unit_id: str) -> None:
        """Select a unit, whatever is looked for at the moment."""
        self.groups.set_value(Group.ALL)
        self.search.clear()
        self._filter()
        self.table.select([unit_id])

    def _filter(self) -> None:
        group, words = self.groups.value(), self.search.text().split()
        shown = [
            unit
            for unit in self._units
            if in_group(unit, group) and all(word in self._told[unit.id] for word in words)
        ]
        self.table.set_empty(
            pgettext("roll-up", "No unit is like this.")
            if self._units
            else _("Choose the folder with the units' reports."),
            icon="search" if self._units else "open",
        )
        self.table.set_rows(shown)
        if self.table.current() is None and shown:
            self.table.select([shown[0].id])
        self._show_findings(self.table.current())

    def _show_findings(self, unit: Unit | None) -> None:
        entries: list[Entry] = []
        if unit is not None:
            settled = unit.standing in (Standing.COPY, Standing.LEFT_OUT)
            severity = Severity.WARNING if settled else Severity.ERROR
            entries = [
                Entry(severity=severity, where="", text=sentence(problem), value=problem)
                for problem in unit.reasons
            ]
            entries += finding_entries(unit.findings, with_step=False)
        self.findings.show_entries(entries)
        self.found_words.setText(_about(unit, len(entries)))
        toggle = self.actions_["roll-up-toggle"]
        toggle.setText(self._toggle_word())
        icons.set_icon(toggle, "check" if self._is_out() else "close")
        self.actions_.update()

    def _toggle_word(self) -> str:
        return (
            pgettext("roll-up", "Take in") if self._is_out() else pgettext("roll-up", "Leave out")
        )

    def _is_out(self) -> bool:
        unit = self.table.current()
        return unit is not None and unit.standing in (Standing.LEFT_OUT, *ASKED)

    def _ask_report(self, unit: Unit) -> None:
        if unit.source is not None:
            self.opened.emit((unit, None))

    def _open_finding(self, value: object) -> None:
        unit = self.table.current()
        if unit is not None and unit.source is not None:
            self.opened.emit((unit, getattr(value, "place", None)))


def _searched(unit: Unit) -> str:
    """Everything a search may ask for."""
    file = unit.source.file if unit.source else ""
    words = [sentence(problem) for problem in unit.reasons]
    words += [finding_text(finding) for finding in unit.findings]
    return "\n".join((unit.name, file, label(unit.standing), *words))


def _about(unit: Unit | None, found: int) -> str:
    """What the list below shows, or why it is empty."""
    if unit is None:
        return _("Findings of the chosen unit")
    if found:
        return _("{name}: press Enter on a finding to see it in the report.").format(name=unit.name)
    return _("{name}: the checks found nothing.").format(name=unit.name)


def _columns() -> Sequence[Column[Unit]]:
    return (
        Column(name="name", title=_("Unit"), text=_unit_name, stretch=True, width=16),
        Column(
            name="state",
            title=_("State"),
            text=lambda unit: label(unit.standing),
            tone=lambda unit: LOOKS[unit.standing][0],
            icon=lambda unit: LOOKS[unit.standing][1],
            chip=True,
            width=fitting(map(label, Standing)) + 2,
        ),
        _count_column("errors", _("Errors"), lambda unit: unit.errors),
        _count_column("warnings", _("Warnings"), lambda unit: unit.warnings),
        Column(
            name="carried",
            title=pgettext("roll-up", "Carried over"),
            text=lambda unit: carried_state(unit)[2] if unit.source else "",
            tone=lambda unit: carried_state(unit)[0],
            icon=lambda unit: carried_state(unit)[1] if unit.source else "",
            width=7,
        ),
        Column(
            name="file",
            title=_("File"),
            text=lambda unit: unit.source.file if unit.source else "",
            tip=lambda unit: unit.source.path or unit.source.file if unit.source else "",
            width=14,
        ),
    )


def _count_column(name: str, title: str, count: Callable[[Unit], int]) -> Column[Unit]:
    return Column(
        name=name,
        title=title,
        text=lambda unit: str(count(unit)) if unit.source else "",
        sort_key=lambda unit: count(unit) if unit.source else None,
        right=True,
        width=5,
    )


def _unit_name(unit: Unit) -> str:
    if unit.listed:
        return unit.name
    return pgettext("roll-up", "{name} (not on the list)").format(name=unit.name)
