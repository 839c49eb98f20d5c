"""The sheet that shows how the due date of one request was calculated (期限计算单)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai_desk.documents import style
from gongkai_desk.documents.calculation_days import day_table
from gongkai_desk.documents.flow import Block, Gap, paragraph
from gongkai_desk.documents.fonts import missing_characters
from gongkai_desk.documents.group_table import Cell, GroupTable, group_table
from gongkai_desk.documents.list_pdf import page_of_pages
from gongkai_desk.documents.missing import missing_note
from gongkai_desk.documents.page_frame import SHEET, Pages, pages_bytes, write_pages
from gongkai_desk.documents.pdf_text import Align
from gongkai_desk.documents.timeline_block import timeline_blocks
from gongkai_desk.domain.case import sources_of
from gongkai_desk.domain.case_timeline import CaseTimeline
from gongkai_desk.domain.clock import Clock, Step
from gongkai_desk.i18n import _, date_text, ngettext, weekday_text
from gongkai_desk.texts import label, sentence

_WIDTH = SHEET.width
_TEXT = replace(style.CELL, align=Align.LEFT)
_STEP_WIDTHS = (0.17, 0.15, 0.16, 0.08, 0.17, 0.27)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculationSheet:
    """What is printed; `printed_on` is the date on the sheet, `timeline` its picture."""

    agency: str
    number: str
    applicant: str
    subject: str
    clock: Clock
    printed_on: dt.date
    timeline: CaseTimeline | None = None


def write_calculation(sheet: CalculationSheet, path: Path) -> tuple[str, ...]:
    """Write the sheet to `path`, whole or not at all.

    Returns the characters that no bundled typeface has (printed as 〓 and named at the end).
    Raises DomainError when the file cannot be written.
    """
    missing = missing_in(sheet)
    blocks = [*_blocks(sheet), *missing_note(missing, _WIDTH)]
    title = _("Calculation of the reply period")
    write_pages(path, title, Pages(SHEET, page_of_pages, style.SHEET_FOOT), blocks)
    return missing


def calculation_bytes(sheet: CalculationSheet) -> bytes:
    """The sheet as bytes, to stand behind a letter."""
    blocks = [*_blocks(sheet), *missing_note(missing_in(sheet), _WIDTH)]
    title = _("Calculation of the reply period")
    return pages_bytes(title, Pages(SHEET, page_of_pages, style.SHEET_FOOT), blocks)


def missing_in(sheet: CalculationSheet) -> tuple[str, ...]:
    notes = [step.argument for step in sheet.clock.steps]
    return missing_characters([sheet.agency, sheet.number, sheet.applicant, sheet.subject, *notes])


def _blocks(sheet: CalculationSheet) -> Iterator[Block]:
    clock = sheet.clock
    title = _("Calculation of the reply period")
    yield paragraph(title, style.SHEET_TITLE, _WIDTH, heading=True)
    yield Gap(6.0)
    yield _facts(sheet)
    yield Gap(10.0)
    yield _verdict(clock)
    yield Gap(6.0)
    yield paragraph(_("1. Steps"), style.SHEET_HEADING, _WIDTH, heading=True)
    yield _steps(clock)
    if sheet.timeline is not None:
        yield Gap(6.0)
        yield from timeline_blocks(sheet.timeline, _WIDTH)
    yield Gap(6.0)
    if clock.due is not None:
        yield paragraph(_("2. Day by day"), style.SHEET_HEADING, _WIDTH, heading=True)
        yield day_table(clock, _WIDTH)
        legend = _(
            "Start: not counted. Day N: the N-th working day counted. Off: weekends and holidays. "
            "Makeup: a weekend day worked by notice. Suspended: consultation, not counted."
        )
        yield Gap(3.0)
        yield paragraph(legend, style.SHEET_FOOT, _WIDTH)
        yield Gap(6.0)
    yield paragraph(_("3. Sources of the working days"), style.SHEET_HEADING, _WIDTH, heading=True)
    for source in _sources(clock):
        yield paragraph(source, style.SHEET_TEXT, _WIDTH)
    if clock.warnings:
        yield Gap(6.0)
        yield paragraph(_("Please note"), style.SHEET_HEADING, _WIDTH, heading=True)
        for warning in clock.warnings:
            yield paragraph(sentence(warning), style.SHEET_TEXT, _WIDTH)


def _facts(sheet: CalculationSheet) -> GroupTable:
    head, text = style.CELL_HEAD, _TEXT
    pairs = (
        (_("Agency"), sheet.agency, _("Register number"), sheet.number),
        (_("Applicant"), sheet.applicant, _("Received on"), date_text(sheet.clock.received)),
        (_("Calculated as of"), date_text(sheet.clock.as_of), _("Printed on"),
         date_text(sheet.printed_on)),
    )  # fmt: skip
    rows = [
        [Cell(text=part, style=text if i % 2 else head) for i, part in enumerate(row)]
        for row in pairs
    ]
    subject = Cell(text=sheet.subject, style=text, columns=3)
    rows.append([Cell(text=_("Information asked for"), style=head), subject])
    shares = (0.16, 0.40, 0.16, 0.28)
    return group_table(rows, [share * _WIDTH for share in shares], tallest=SHEET.height / 2)


def _verdict(clock: Clock) -> GroupTable:
    """The due date, large, with what makes it uncertain."""
    if clock.due is None:
        answer = label(clock.state)
    else:
        answer = _("{date}, {weekday}").format(
            date=date_text(clock.due), weekday=weekday_text(clock.due)
        )
        if clock.provisional:
            answer = _("{date} (provisional)").format(date=answer)
    head = Cell(text=_("Last day for the reply"), style=style.CELL_HEAD, rows=2)
    rows = [
        [head, Cell(text=answer, style=style.BIG_DATE)],
        [Cell(text="\n".join(_state_lines(clock)), style=style.CELL)],
    ]
    return group_table(rows, [0.16 * _WIDTH, 0.84 * _WIDTH], keep_whole=True)


def _state_lines(clock: Clock) -> Iterator[str]:
    yield "　".join(_standing(clock))
    if clock.provisional:
        years = (one.year for one in sources_of(clock))
        for year in (year for year in years if not clock.calendar.confirmed(year)):
            yield _(
                "Provisional: the holiday notice of {year} is not known yet; weekends and "
                "statutory holidays are left out, makeup days cannot be foreseen."
            ).format(year=year)


def _standing(clock: Clock) -> Iterator[str]:
    yield _("State: {state}").format(state=label(clock.state))
    if clock.closed_on is not None:
        yield _("Closed on {date}").format(date=date_text(clock.closed_on))
    if clock.remaining is not None:
        days = abs(clock.remaining)
        if clock.overdue:
            text = ngettext("{days} working day late", "{days} working days late", days)
        else:
            text = ngettext("{days} working day left", "{days} working days left", days)
        yield text.format(days=days)


def _steps(clock: Clock) -> GroupTable:
    titles = (
        _("Date"),
        _("What happened"),
        _("Basis"),
        _("Working days counted"),
        _("Due then"),
        _("Effect"),
    )
    head = [Cell(text=title, style=style.SMALL_CELL_HEAD) for title in titles]
    return group_table(
        [head, *(_step(step) for step in clock.steps)],
        [share * _WIDTH for share in _STEP_WIDTHS],
        header=1,
        shaded=True,
        tallest=SHEET.height / 2,
    )


def _step(step: Step) -> list[Cell]:
    due = date_text(step.due) if step.due is not None else "—"
    centred = style.SMALL_CELL
    left = replace(centred, align=Align.LEFT)
    return [
        Cell(text=date_text(step.date), style=centred),
        Cell(text=label(step.what), style=left),
        Cell(text=step.basis or "—", style=left),
        Cell(text=str(step.counted), style=centred),
        Cell(text=due, style=centred),
        Cell(text=sentence(step.note), style=left),
    ]


def _sources(clock: Clock) -> Iterator[str]:
    unknown = _("the notice is not known; weekends and statutory holidays only")
    for one in sources_of(clock):
        yield _("{year}: {source}").format(year=one.year, source=one.source or unknown)
