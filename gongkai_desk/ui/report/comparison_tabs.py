"""Two tabs of the comparison: whether the years agree, and where each year's numbers come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import COLUMN_LABELS
from gongkai_desk.domain.report_comparison import Comparison, Fit, Link
from gongkai_desk.domain.report_finding import PROACTIVE_TRIPLES
from gongkai_desk.domain.year_report import SourceKind, YearReport
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.texts import label
from gongkai_desk.ui import icons
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.report.findings import Entry, EntryList
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable
from gongkai_desk.wording import report_comparison as words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """The links of a year with the one before."""

    year: int
    links: tuple[Link, ...]


class AgreementTab(QWidget):
    """A line for every pair of years, and below what does not agree in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        note = _(
            "Row 2 of a year is row 25 of the year before, in every column; what is in force is "
            "what was, with those issued and without those abolished."
        )
        self.pairs: RecordTable[_Pair] = RecordTable(
            "comparison-pairs",
            RecordTableModel(_pair_columns(), lambda pair: str(pair.year)),
            self,
            remembers=False,
        )
        self.pairs.setAccessibleName(_("Agreement of the years"))
        self.pairs.set_empty(_("No two years in a row are known."))
        self.found = EntryList("comparison-breaks", _("What does not agree"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(note, self, look="muted", wrap=True))
        layout.addWidget(self.pairs, 1)
        self.heading = PlainLabel(_("What does not agree"), self, look="strong")
        layout.addWidget(self.heading)
        layout.addWidget(self.found, 1)

    def show_comparison(self, comparison: Comparison) -> None:
        grouped = groupby(comparison.links, key=lambda link: link.year)
        self.pairs.set_rows([_Pair(year=year, links=tuple(links)) for year, links in grouped])
        self.found.show_entries(
            [
                Entry(
                    severity=Severity.ERROR if link.rule == "D" else Severity.WARNING,
                    where="",
                    text=words.link_text(link),
                    value=link,
                )
                for link in comparison.breaks
            ]
        )
        for each in (self.heading, self.found):
            each.setVisible(bool(comparison.breaks))


def _pair_columns() -> tuple[Column[_Pair], ...]:
    short = [name.removeprefix("行政") for name in PROACTIVE_TRIPLES.values()]
    in_force = [pgettext("comparison", "{name} in force").format(name=name) for name in short]
    return (
        Column(
            name="years",
            title=_("Years"),
            text=lambda pair: f"{pair.year - 1} → {pair.year}",
            width=8,
        ),
        *(
            Column(
                name=f"link-{at}",
                title=title,
                text=_cell(at),
                tone=_tone(at),
                width=max(len(title) + 1, 4),
            )
            for at, title in enumerate((*COLUMN_LABELS, *in_force))
        ),
    )


def _cell(at: int) -> Callable[[_Pair], str]:
    return lambda pair: words.link_cell(pair.links[at])


def _tone(at: int) -> Callable[[_Pair], Tone | None]:
    return lambda pair: Tone.BAD if pair.links[at].fit is Fit.DIFFERS else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    year: int
    report: YearReport | None
    kept: Attachment | None
    remarks: str


class SourcesTab(QWidget):
    """A line for every year; `read` asks for files, `removed` carries the year whose file is to
    go.
    """

    read = Signal()
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: RecordTable[_Source] = RecordTable(
            "comparison-sources",
            RecordTableModel(_source_columns(), lambda source: str(source.year)),
            self,
            remembers=False,
        )
        self.table.setAccessibleName(_("Where from"))
        self.remarks = PlainLabel("", self, look="muted", wrap=True)
        self.remarks.setObjectName("comparison-remarks")
        self.remove_button = QPushButton(_("Remove the file"), self)
        self.remove_button.setObjectName("remove-earlier")
        self.remove_button.setAutoDefault(False)
        icons.set_icon(self.remove_button, "delete")
        note = _(
            "The best source counts: what was published with this program, else the published "
            "report that was read, else the register. To replace a report, read the other one."
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.remarks, 1)
        row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(note, self, look="muted", wrap=True))
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self.table.chosen.connect(self._look)
        self.remove_button.clicked.connect(self._remove)

    def show_comparison(
        self, comparison: Comparison, kept: Callable[[int], Attachment | None]
    ) -> None:
        sources = []
        for year in reversed(comparison.years):
            report = comparison.reports.get(year)
            told = "\n".join(words.remarks(report, comparison.agency)) if report else ""
            sources.append(_Source(year=year, report=report, kept=kept(year), remarks=told))
        self.table.set_rows(sources)
        if self.table.current() is None:
            self.table.select([str(sources[0].year)])
        self._look(self.table.current())

    def _look(self, source: object) -> None:
        self.remove_button.setEnabled(isinstance(source, _Source) and source.kept is not None)
        self.remarks.setText(source.remarks if isinstance(source, _Source) else "")

    def _remove(self) -> None:
        source = self.table.current()
        if source is not None:
            self.removed.emit(source.year)


def _source_columns() -> tuple[Column[_Source], ...]:
    return (
        Column(name="year", title=_("Year"), text=lambda source: str(source.year), width=5),
        Column(
            name="source",
            title=_("Where from"),
            text=_source_words,
            tone=lambda source: None if source.report else Tone.NEUTRAL,
            width=20,
        ),
        Column(
            name="file",
            title=_("File kept"),
            text=lambda source: source.kept.name if source.kept else "",
            stretch=True,
        ),
        Column(
            name="remarks",
            title=_("Note"),
            text=lambda source: source.remarks.replace("\n", ""),
            width=12,
        ),
    )


def _source_words(source: _Source) -> str:
    """The kind of the source; the file's name has a column of its own."""
    report = source.report
    if report is None:
        return _("Not known")
    return label(report.source) if report.source is SourceKind.FILE else words.source_text(report)
