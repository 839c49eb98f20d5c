"""What a published report says otherwise than the register does now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.published_report import PublishedReport
from gongkai_desk.domain.report_finding import Place
from gongkai_desk.i18n import _, date_text, ngettext, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.findings import place_text
from gongkai_desk.services.published_changes import Differing, numbers_of
from gongkai_desk.ui import icons
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.register.cases_dialog import CasesDialog, cases_of
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable


class DifferencesDialog(QDialog):
    """Lists `differing`; `chosen` carries the id of a request to be seen in the register. A row
    with one case leads there, one with more shows them first.
    """

    chosen = Signal(object)

    def __init__(
        self,
        desk: Desk,
        edition: PublishedReport,
        differing: Sequence[Differing],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.cases: CasesDialog | None = None
        self.setObjectName("report-differences-dialog")
        self.setWindowTitle(_("Differences from the published report"))
        self.table = RecordTable[Differing](
            "report-differences",
            RecordTableModel(_columns(), identity=lambda one: str(one.difference.place)),
            self,
        )
        self.table.setAccessibleName(_("Differences from the published report"))
        self.table.set_rows(list(differing))
        self.table.set_empty(_("The register says what was published."), icon="done")
        self.table.activated_record.connect(self._open)
        self._build(edition, len(differing))
        if differing:
            self.table.select([str(differing[0].difference.place)])
        unit = self.fontMetrics().horizontalAdvance("字")
        room = self.screen().availableGeometry()
        self.resize(min(80 * unit, room.width() - 64), min(30 * unit, room.height() - 96))
        self.table.setFocus()

    def _build(self, edition: PublishedReport, count: int) -> None:
        heading = PlainLabel(edition.title, self, look="heading", wrap=True)
        words = ngettext(
            "Edition {edition}, published on {date}: {count} number would be another one now.",
            "Edition {edition}, published on {date}: {count} numbers would be others now.",
            count,
        ).format(edition=edition.edition, date=date_text(edition.published_on), count=count)
        advice = _(
            "What was published stays. Mend a case that was changed by mistake, or begin a "
            "corrected edition; sums follow their cells and are not listed."
        )
        self.show_button = QPushButton(_("Show the &requests"), self)
        self.show_button.setObjectName("show-differing")
        self.show_button.setProperty("look", "primary")
        ink = self.palette().highlightedText().color().name()
        icons.set_icon(self.show_button, "requests", ink)
        self.show_button.clicked.connect(lambda: self._open(self.table.current()))
        self.table.chosen.connect(
            lambda one: self.show_button.setEnabled(one is not None and bool(_ids(one)))
        )
        self.show_button.setEnabled(False)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.addButton(self.show_button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in box.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        for widget in (
            heading,
            PlainLabel(words, self, wrap=True),
            PlainLabel(advice, self, look="muted", wrap=True),
        ):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addSpacing(4)
        layout.addWidget(box)

    def show_place(self, place: Place) -> None:
        """Put the cursor on the difference at `place`."""
        self.table.select([str(place)])

    def _open(self, one: object) -> None:
        ids = _ids(one) if isinstance(one, Differing) else ()
        if len(ids) == 1:
            self._leave(ids[0])
        elif ids and isinstance(one, Differing):
            title = place_text(one.difference.place)
            self.cases = CasesDialog(title, cases_of(self._desk, ids), self)
            self.cases.chosen.connect(self._leave)
            self.cases.open()

    def _leave(self, request_id: str) -> None:
        self.accept()
        self.chosen.emit(request_id)


def _ids(one: Differing) -> tuple[str, ...]:
    every = (each.request_id for each in (*one.came, *one.gone))
    return tuple(dict.fromkeys(each for each in every if each))


def _columns() -> tuple[Column[Differing], ...]:
    return (
        Column(
            name="place",
            title=pgettext("report", "Place"),
            text=lambda one: place_text(one.difference.place),
            width=14,
        ),
        Column(
            name="published",
            title=pgettext("report", "As published"),
            text=lambda one: str(one.difference.published),
            width=6,
            right=True,
        ),
        Column(
            name="now",
            title=_("Now"),
            text=lambda one: str(one.difference.now),
            width=6,
            right=True,
        ),
        Column(
            name="came", title=_("New in it"), text=lambda one: numbers_of(one.came), stretch=True
        ),
        Column(
            name="gone", title=_("No longer in it"), text=lambda one: numbers_of(one.gone), width=15
        ),
    )
