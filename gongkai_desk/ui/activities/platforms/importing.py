"""From a spreadsheet to platforms: read, look, take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.platform import PlatformKind
from gongkai_desk.domain.platform_sheet import PlatformReading, PlatformRow
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.dialogs import DraftDialog, open_dialog
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable


class PlatformImport:
    def __init__(
        self, desk: Desk, operations: Operations, prompts: Prompts, parent: QWidget
    ) -> None:
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._parent = parent

    def choose_file(self) -> None:
        """Ask for a list and read it."""
        filters = [_("Lists (*.xlsx *.xls *.ods *.csv)"), _("All files (*)")]
        path = self._prompts.open_file(_("Import a list of platforms"), filters)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read beside the window, then show what was found."""

        def work(_progress: Progress) -> PlatformReading:
            return self._desk.platform_import.read(path)

        title = _("Reading {name}").format(name=path.name)
        self._operations.perform_long(title, work, self._preview)

    def _preview(self, reading: PlatformReading) -> None:
        def submit(otherwise: PlatformKind) -> tuple[Problem, ...]:
            return self._operations.attempt(
                lambda: self._desk.platform_import.take(reading, otherwise)
            )

        open_dialog(PlatformImportDialog(submit, self._prompts, self._parent, reading=reading))


class PlatformImportDialog(DraftDialog[PlatformKind]):
    """The rows as they were read, and what becomes of each."""

    WIDE: ClassVar[int] = 64

    def __init__(
        self,
        submit: Callable[[PlatformKind], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        reading: PlatformReading,
    ) -> None:
        new = sum(not row.known for row in reading.rows)
        super().__init__(
            _("Import a list of platforms"),
            submit,
            prompts,
            parent,
            save=ngettext("Enter {n} platform", "Enter {n} platforms", new).format(n=new),
        )
        self.setObjectName("platform-import-dialog")
        self._new = new
        for text in _told(reading, new):
            line = PlainLabel(text, self, look="muted", wrap=True)
            line.setContentsMargins(0, 0, 0, 8)
            self.form.add_wide(line)
        self.table: RecordTable[PlatformRow] = RecordTable(
            "platform-import",
            RecordTableModel(_columns(), lambda row: row.platform.id),
            self,
            remembers=False,
        )
        self.table.setMinimumHeight(round(self.fontMetrics().height() * 20))
        self.table.set_rows(reading.rows)
        self.form.add_wide(self.table)
        self.otherwise = self._choice(reading)
        self.ready()
        self.table.setFocus()

    def _choice(self, reading: PlatformReading) -> ChoiceField[PlatformKind]:
        field: ChoiceField[PlatformKind] = ChoiceField(tuple(PlatformKind), label)
        field.set_value(PlatformKind.COLUMN)
        self.form.add(
            "otherwise",
            _("Rows without a kind"),
            field,
            hint=_("What the rows are that do not tell it."),
        )
        self.form.show_field("otherwise", bool(reading.unclear))
        return field

    @override
    def draft(self) -> PlatformKind:
        return self.otherwise.value() or PlatformKind.COLUMN

    @override
    def check(self, _draft: PlatformKind) -> tuple[Problem, ...]:
        return () if self._new else (Problem("platforms-nothing-new"),)


def _told(reading: PlatformReading, new: int) -> list[str]:
    rows, known = len(reading.rows), len(reading.rows) - new
    told = [
        _("{rows} rows read: {new} new, {known} entered already or twice in the file.").format(
            rows=rows, new=new, known=known
        )
    ]
    if reading.unread:
        told.append(_("Not taken over: {headings}").format(headings="、".join(reading.unread)))
    return told


def _columns() -> tuple[Column[PlatformRow], ...]:
    return (
        Column(
            name="place", title=pgettext("platform", "Row"), text=lambda row: row.place, width=7
        ),
        Column(
            name="fate",
            title=pgettext("platform", "What happens"),
            text=_fate,
            tone=_fate_tone,
            chip=True,
            width=7,
        ),
        Column(
            name="name",
            title=pgettext("platform", "Name"),
            text=lambda row: row.platform.name,
            stretch=True,
        ),
        Column(
            name="kind",
            title=pgettext("platform", "Kind"),
            text=lambda row: label(row.kind) if row.kind else "",
            width=9,
        ),
        *_further(),
    )


def _further() -> tuple[Column[PlatformRow], ...]:
    return (
        Column(
            name="site", title=pgettext("platform", "Website"), text=lambda row: row.site, width=9
        ),
        Column(
            name="operator",
            title=pgettext("platform", "Run by"),
            text=lambda row: row.platform.operator,
            width=8,
        ),
        Column(
            name="person",
            title=pgettext("platform", "Person"),
            text=lambda row: row.platform.person,
            width=5,
        ),
        Column(
            name="number",
            title=_("Filing number"),
            text=lambda row: row.platform.filing_number,
            width=9,
        ),
        Column(
            name="filed", title=_("Filed on"), text=lambda row: iso(row.platform.filed_on), width=7
        ),
    )


def _fate(row: PlatformRow) -> str:
    if row.known:
        return pgettext("platform", "left out")
    return pgettext("platform", "new") if row.kind else _("kind missing")


def _fate_tone(row: PlatformRow) -> Tone:
    if row.known:
        return Tone.NEUTRAL
    return Tone.GOOD if row.kind else Tone.WARN
