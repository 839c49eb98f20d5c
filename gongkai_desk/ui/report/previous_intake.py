"""Last year's report from a file: read beside the window, shown in a few lines, then taken."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from gongkai_desk.domain.report import CARRIED_OUT_ROW, ReportDraft
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.previous_report import PreviousRead, PreviousReportService
from gongkai_desk.texts import label
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.today import today


class PreviousIntake:
    """`taken` is called when the draft in the office file has last year's numbers."""

    def __init__(
        self,
        *,
        service: PreviousReportService,
        operations: Operations,
        prompts: Prompts,
        taken: Callable[[], object],
    ) -> None:
        self._service, self._operations, self._prompts = service, operations, prompts
        self._taken = taken

    def choose(self, draft: ReportDraft) -> None:
        """Ask for a file, read it, and take it into `draft` when the officer agrees."""
        title = _("Last year's report ({year})").format(year=draft.year - 1)
        path = self._prompts.open_file(title, report_filters())
        if path is None:
            return

        def work(_progress: Progress) -> PreviousRead:
            return self._service.read(path, draft.year)

        reading = _("Reading {name}").format(name=path.name)
        self._operations.perform_long(reading, work, partial(self._confirm, draft))

    def _confirm(self, draft: ReportDraft, read: PreviousRead) -> None:
        title = _("Take last year's numbers?")
        text = summary(read, ours=self._service.names_us(read))
        if self._prompts.ask(title, text, yes=_("&Take")):
            write = partial(self._service.take, draft, read, today())
            said = _("Last year's report is kept with this one.")
            self._operations.perform(write, lambda _changes: self._taken(), said=said)


def summary(read: PreviousRead, *, ours: bool) -> str:
    """What was read, in a few lines: whose report, its form, row 25, and what it has to correct."""
    reading = read.reading
    year = "?" if reading.year is None else str(reading.year)
    row = reading.row(CARRIED_OUT_ROW) or ()
    lines = [
        _("{agency}, {year}, {form}.").format(
            agency=reading.agency or read.name, year=year, form=label(reading.form)
        ),
        _("Row 25 (结转下年度继续办理): {numbers}.").format(numbers="、".join(map(str, row))),
    ]
    if not ours:
        lines.append(_("The title names another agency than this office: check the file."))
    if read.findings:
        found = ngettext(
            "The report itself has {count} finding; blanks and strokes count as 0.",
            "The report itself has {count} findings; blanks and strokes count as 0.",
            len(read.findings),
        )
        lines.append(found.format(count=len(read.findings)))
    return "\n".join(lines)


def report_filters() -> list[str]:
    """The kinds of files a published report may come in."""
    return [
        _("Annual reports (*.docx *.html *.htm *.pdf *.xlsx *.json)"),
        _("All files (*)"),
    ]
