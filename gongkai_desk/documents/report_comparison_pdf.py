"""The annual reports of several years on lying A4: sources, table, charts, whether years agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, paragraph
from gongkai_desk.documents.fonts import missing_characters
from gongkai_desk.documents.group_table import Cell, GroupTable, group_table
from gongkai_desk.documents.list_pdf import page_of_pages
from gongkai_desk.documents.missing import missing_note
from gongkai_desk.documents.page_frame import LANDSCAPE, Pages, write_pages
from gongkai_desk.documents.pdf_text import Align, Style
from gongkai_desk.documents.year_chart_pdf import ChartRow
from gongkai_desk.domain.report import COLUMN_LABELS
from gongkai_desk.domain.report_comparison import Comparison, Fit, Line, Link
from gongkai_desk.domain.report_finding import PROACTIVE_TRIPLES
from gongkai_desk.domain.year_charts import charts
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.texts import label
from gongkai_desk.wording import report_comparison as words

_WIDTH = LANDSCAPE.width
_NAMES, _FEW_NAMES = 0.27, 0.4
_WIDEST = 90.0  # the column of a year
_CHANGES = 68.0
_SHORT = 12  # so many rows stay together on a page
_PAD = 7.0
_SMALLEST = 6.0
_CHART_HEIGHT = 205.0
_TEXT: Style = replace(style.LIST_CELL, leading=11)
_NUMBER: Style = replace(_TEXT, align=Align.RIGHT)


def write_comparison(comparison: Comparison, as_of: dt.date, path: Path) -> tuple[str, ...]:
    """Write the comparison to `path`, whole or not at all.

    Returns the characters that no bundled typeface has. Raises DomainError when the file cannot
    be written.
    """
    title = words.title_text(comparison)
    texts = [title, *words.overrides_of(comparison)]
    texts += [words.source_text(report) for report in comparison.reports.values()]
    missing = missing_characters(texts)
    blocks = [*_blocks(comparison, title, as_of), *missing_note(missing, _WIDTH)]
    write_pages(path, title, Pages(LANDSCAPE, page_of_pages, style.SHEET_FOOT), blocks)
    return missing


def _blocks(comparison: Comparison, title: str, as_of: dt.date) -> Iterator[Block]:
    yield paragraph(title, style.LIST_TITLE, _WIDTH, heading=True)
    made = _("As of {date}").format(date=date_text(as_of))
    yield paragraph(made, style.SHEET_FOOT, _WIDTH, heading=True)
    yield Gap(6.0)
    yield _sources(comparison)
    for _section, lines in groupby(comparison.lines, key=lambda line: line.section):
        yield Gap(8.0, keep_with_next=False)
        yield _table(comparison, list(lines))
    yield Gap(4.0)
    for note in words.notes():
        yield paragraph(note, style.SHEET_FOOT, _WIDTH)
    yield from _by_hand(comparison)
    yield from _checks(comparison)
    yield from _charts(comparison)


def _sources(comparison: Comparison) -> GroupTable:
    head = [
        Cell(text=text, style=style.LIST_HEAD) for text in (_("Year"), _("Where from"), _("Note"))
    ]
    rows = []
    for year in comparison.years:
        report = comparison.reports.get(year)
        source = words.source_text(report) if report else _("Not known")
        remarks = "".join(words.remarks(report, comparison.agency)) if report else ""
        rows.append(
            [
                Cell(text=str(year), style=style.LIST_CELL_CENTRED),
                Cell(text=source, style=_TEXT),
                Cell(text=remarks, style=_TEXT),
            ]
        )
    widths = [_WIDTH * share for share in (0.08, 0.46, 0.46)]
    return group_table([head, *rows], widths, header=1, shaded=True)


def _table(comparison: Comparison, lines: Sequence[Line]) -> GroupTable:
    """A section: its name and the years as the head, then its rows."""
    changes = words.change_heads(comparison) if len(comparison.years) > 1 else ()
    names = _WIDTH * _NAMES
    room = (_WIDTH - names - _CHANGES * len(changes)) / len(comparison.years)
    if room > _WIDEST:  # few years: longer names, and no hollow columns
        names, room = _WIDTH * _FEW_NAMES, _WIDEST
    texts = [_texts(comparison, line) for line in lines]
    number = _fitting([text for row in texts for text in row[: len(comparison.years)]], room)
    head = (label(lines[0].section), *map(str, comparison.years), *changes)
    rows = [[Cell(text=text, style=style.LIST_HEAD) for text in head]]
    for line, row in zip(lines, texts, strict=True):
        name = "　　" * line.level + words.line_text(line)
        rows.append(
            [Cell(text=name, style=_TEXT), *(Cell(text=text, style=number) for text in row)]
        )
    widths = [names, *[room] * len(comparison.years), *[_CHANGES] * len(changes)]
    return group_table(rows, widths, header=1, shaded=True, keep_whole=len(lines) <= _SHORT)


def _texts(comparison: Comparison, line: Line) -> list[str]:
    texts = []
    for year, value in zip(comparison.years, line.values, strict=True):
        mark = words.MARK if comparison.overrides(line, year) else ""
        texts.append(words.value_text(line, value) + mark)
    if len(comparison.years) > 1:
        texts += words.change_texts(line, line.change(len(comparison.years) - 1))
    return texts


def _fitting(texts: Sequence[str], room: float) -> Style:
    """The style of numbers, smaller when one of them would be broken."""
    widest = max((_NUMBER.width(text) for text in texts), default=0.0)
    if widest <= room - _PAD:
        return _NUMBER
    return replace(_NUMBER, size=max(_SMALLEST, _NUMBER.size * (room - _PAD) / widest))


def _by_hand(comparison: Comparison) -> Iterator[Block]:
    told = words.overrides_of(comparison)
    if told:
        yield Gap(10.0)
        yield paragraph(_("Numbers set by hand"), style.SHEET_HEADING, _WIDTH, heading=True)
        for text in told:
            yield paragraph(text, style.NOTE, _WIDTH)


def _charts(comparison: Comparison) -> Iterator[Block]:
    received, results, disputes = charts(comparison)
    yield Gap(14.0, keep_with_next=False)
    yield ChartRow((received, disputes), _WIDTH, _CHART_HEIGHT, keep_with_next=True)
    yield Gap(14.0)
    yield ChartRow((results,), _WIDTH, _CHART_HEIGHT + 30)


def _checks(comparison: Comparison) -> Iterator[Block]:
    yield Gap(14.0, keep_with_next=False)
    yield paragraph(_("Do the years agree?"), style.SHEET_HEADING, _WIDTH, heading=True)
    note = _(
        "Row 2 of a year is row 25 of the year before, in every column; what is in force is what "
        "was, with those issued and without those abolished."
    )
    yield paragraph(note, style.SHEET_FOOT, _WIDTH, heading=True)
    if not comparison.links:
        yield paragraph(_("No two years in a row are known."), style.NOTE, _WIDTH)
        return
    yield _link_table(comparison)
    yield Gap(4.0)
    if not comparison.breaks:
        said = (
            _("Every cell that could be compared agrees.")
            if any(link.fit is Fit.AGREES for link in comparison.links)
            else _("No cell could be compared.")
        )
        yield paragraph(said, style.NOTE, _WIDTH)
    for link in comparison.breaks:
        yield paragraph(words.link_text(link), style.NOTE, _WIDTH)


def _link_table(comparison: Comparison) -> GroupTable:
    in_force = [
        pgettext("comparison", "{name} in force").format(name=name)
        for name in PROACTIVE_TRIPLES.values()
    ]
    heads = (_("Years"), *COLUMN_LABELS, *in_force)
    rows = [[Cell(text=text, style=style.LIST_HEAD) for text in heads]]
    for year, links in groupby(comparison.links, key=lambda link: link.year):
        cells = [Cell(text=f"{year - 1} → {year}", style=style.LIST_CELL_CENTRED)]
        rows.append([*cells, *(_link_cell(link) for link in links)])
    first = 80.0
    share = (_WIDTH - first) / (len(heads) - 1)
    return group_table(
        rows, [first, *[share] * (len(heads) - 1)], header=1, shaded=True, keep_whole=True
    )


def _link_cell(link: Link) -> Cell:
    looks = style.LIST_HEAD if link.fit is Fit.DIFFERS else style.LIST_CELL_CENTRED
    return Cell(text=words.link_cell(link), style=looks)
