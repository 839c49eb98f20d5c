"""Every reconsideration and suit in one list, and the case library."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.disputes import DisputeRow, DisputeService
from gongkai_desk.texts import label
from gongkai_desk.ui import icons
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.register.disputes.words import (
    deadline_state,
    due_text,
    explained,
    kind_text,
    result_state,
)
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.fields import ChoiceField, TextField
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable

_WIDE, _HIGH = 84, 34
"""Size of the dialogs in Chinese characters."""


def what_columns() -> tuple[Column[DisputeRow], ...]:
    return (
        Column(name="request", title=_("Number"), text=lambda r: r.request.number, width=6),
        Column(name="kind", title=_("Kind"), text=lambda r: kind_text(r.dispute), width=6),
    )


def result_column() -> Column[DisputeRow]:
    return Column(
        name="result",
        title=pgettext("dispute", "Result"),
        text=lambda r: result_state(r.dispute)[2],
        tone=lambda r: result_state(r.dispute)[0],
        icon=lambda r: result_state(r.dispute)[1],
        chip=True,
        width=8,
    )


def where_columns() -> tuple[Column[DisputeRow], ...]:
    return (
        Column(
            name="authority",
            title=_("Authority or court"),
            text=lambda r: r.dispute.authority,
            width=11,
        ),
        Column(
            name="received",
            title=_("Received"),
            text=lambda r: r.dispute.received_on.isoformat(),
            sort_key=lambda r: r.dispute.received_on,
            width=7,
        ),
    )


def subject_column(*, stretch: bool = False) -> Column[DisputeRow]:
    return Column(
        name="subject",
        title=_("Information asked for"),
        text=lambda r: r.request.subject,
        width=12,
        stretch=stretch,
    )


def _next(as_of: dt.date) -> tuple[Column[DisputeRow], ...]:
    def due(row: DisputeRow) -> str:
        return row.next.due.isoformat() if row.next else ""

    return (
        Column(
            name="next",
            title=_("Next deadline"),
            text=due,
            sort_key=lambda r: r.next.due if r.next else None,
            tip=lambda r: explained(r.next) if r.next else "",
            width=7,
        ),
        Column(
            name="left",
            title=_("Time left"),
            text=lambda r: deadline_state(r.next, as_of)[2] if r.next else "",
            sort_key=lambda r: r.next.due if r.next else None,
            tone=lambda r: deadline_state(r.next, as_of)[0] if r.next else Tone.NEUTRAL,
            icon=lambda r: deadline_state(r.next, as_of)[1] if r.next else "",
            chip=True,
            width=8,
        ),
    )


class RowsDialog(QDialog):
    """A table of disputes; `chosen` carries the id of the request to be shown in the register."""

    chosen = Signal(object)

    def __init__(
        self, name: str, title: str, columns: Sequence[Column[DisputeRow]], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.table = RecordTable[DisputeRow](
            f"{name}-list", RecordTableModel[DisputeRow](columns), self
        )
        self.table.setAccessibleName(title)
        self.table.activated_record.connect(self._leave)
        self.table.chosen.connect(self._chosen)
        self.told = PlainLabel("", self, look="muted")
        self.told.setObjectName(f"{name}-count")
        self.words = PlainLabel("", self, wrap=True, selectable=True)
        self.words.setObjectName(f"{name}-words")
        self.words.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self.show_button = QPushButton(_("Open the &case"), self)
        self.show_button.setObjectName("open-case")
        self.show_button.setProperty("look", "primary")
        self.show_button.setEnabled(False)
        ink = self.palette().highlightedText().color().name()
        icons.set_icon(self.show_button, "requests", ink)
        self.show_button.clicked.connect(lambda: self._leave(self.table.current()))
        self.box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.box.addButton(self.show_button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in self.box.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        self.box.rejected.connect(self.reject)

    def lay_out(self, filters: QLayout) -> None:
        """The filters on top, then the table, the words on the chosen row, the buttons."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words)
        layout.addWidget(self.box)
        unit = self.fontMetrics().horizontalAdvance("字")
        room = self.screen().availableGeometry()
        self.resize(min(_WIDE * unit, room.width() - 64), min(_HIGH * unit, room.height() - 96))

    def show_rows(self, rows: Sequence[DisputeRow]) -> None:
        self.table.set_rows(rows)
        words = ngettext("{n} reconsideration or suit", "{n} reconsiderations or suits", len(rows))
        self.told.setText(words.format(n=len(rows)))
        if rows and self.table.current() is None:
            self.table.select([rows[0].id])
        self._chosen(self.table.current())

    def said(self, row: DisputeRow) -> str:
        """What stands below the table about the chosen row."""
        raise NotImplementedError

    def _chosen(self, row: DisputeRow | None) -> None:
        self.show_button.setEnabled(row is not None)
        self.words.setText(self.said(row) if row else "")

    def _leave(self, row: object) -> None:
        if isinstance(row, DisputeRow):
            self.accept()
            self.chosen.emit(row.request.id)


class DisputesDialog(RowsDialog):
    """All disputes of the register by their next deadline; at first those that still run."""

    def __init__(
        self, disputes: DisputeService, as_of: dt.date, parent: QWidget | None = None
    ) -> None:
        title = _("All reconsiderations and suits")
        columns = (
            *what_columns(),
            *_next(as_of),
            subject_column(stretch=True),
            result_column(),
            *where_columns(),
        )
        super().__init__("all-disputes-dialog", title, columns, parent)
        self._disputes = disputes
        self.table.set_empty(_("No reconsideration or suit is under way."))
        self.over = QCheckBox(_("Show concluded ones, &too"), self)
        self.over.setObjectName("show-concluded")
        self.over.toggled.connect(self._refresh)
        filters = QHBoxLayout()
        filters.setSpacing(16)
        filters.addWidget(self.over)
        filters.addWidget(self.told)
        filters.addStretch(1)
        self.lay_out(filters)
        self._refresh()
        self.table.setFocus()

    def _refresh(self) -> None:
        self.show_rows(self._disputes.rows(only_running=not self.over.isChecked()))

    def said(self, row: DisputeRow) -> str:
        waiting = [one for one in row.deadlines if one.waiting]
        return "\n".join(
            _("{name}: {value}").format(
                name=label(one.what), value=f"{due_text(one)}　{explained(one)}"
            )
            for one in waiting
        )


def _library_columns() -> tuple[Column[DisputeRow], ...]:
    lesson = Column[DisputeRow](
        name="lesson",
        title=_("Lessons"),
        text=lambda r: " ".join(r.dispute.lesson.split()),
        stretch=True,
    )
    tags = Column[DisputeRow](
        name="tags", title=_("Tags"), text=lambda r: " ".join(r.dispute.tags), width=10
    )
    return (
        *what_columns(),
        result_column(),
        lesson,
        tags,
        subject_column(),
        *where_columns(),
    )


class LibraryDialog(RowsDialog):
    """Earlier disputes with what was learned from them, by words and tags."""

    def __init__(self, disputes: DisputeService, parent: QWidget | None = None) -> None:
        super().__init__("library-dialog", _("Case library"), _library_columns(), parent)
        self._disputes = disputes
        self.table.set_empty(
            _("Nothing here. Tick “Take into the case library” when a dispute is concluded.")
        )
        self.search = TextField(hint=_("Words from lessons, claims, numbers, names …"))
        self.search.setObjectName("library-search")
        self.search.setAccessibleName(_("Search"))
        self.tag = ChoiceField[str](
            disputes.library_tags(), lambda tag: tag, self, empty=_("All tags")
        )
        self.tag.setObjectName("library-tag")
        self.tag.setAccessibleName(_("Tags"))
        self.search.changed.connect(self._refresh)
        self.tag.changed.connect(self._refresh)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.search, 3)
        filters.addWidget(self.tag, 1)
        filters.addWidget(self.told)
        filters.addStretch(1)
        self.lay_out(filters)
        self._refresh()
        self.search.setFocus()

    def _refresh(self) -> None:
        self.show_rows(self._disputes.library(self.search.value(), self.tag.value() or ""))

    def said(self, row: DisputeRow) -> str:
        dispute = row.dispute
        facts = (
            (_("Claim"), dispute.claim),
            (
                pgettext("dispute", "Result"),
                " ".join((result_state(dispute)[2], dispute.result_text)).strip(),
            ),
            (_("Costs"), dispute.costs),
            (_("Lessons"), dispute.lesson),
        )
        return "\n".join(
            _("{name}: {value}").format(name=name, value=value) for name, value in facts if value
        )
