"""The 年报核验报告: what was checked in a report, what was found and what was said to it, as a PDF.

For our own report of a year, and for a published one of any unit.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.documents.reading.report_file import is_published_kind
from gongkai_desk.domain.check_sheet import CheckSheet, CheckTable
from gongkai_desk.domain.problems import refuse
from gongkai_desk.domain.published_report import PublishedReport
from gongkai_desk.domain.report import (
    CARRIED_OUT_ROW,
    Answer,
    Figures,
    Previous,
    ReportDraft,
    Texts,
)
from gongkai_desk.domain.report_answers import standing
from gongkai_desk.domain.report_checks import check_document, check_figures
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.report_raw import document, previous_document, read
from gongkai_desk.domain.report_reading import ReportReading
from gongkai_desk.domain.report_results import identity_results, quoted
from gongkai_desk.domain.report_review import review_published
from gongkai_desk.domain.report_text import check_texts
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.services import check_report_words as words
from gongkai_desk.services.previous_report import PreviousReportService
from gongkai_desk.services.published_report import check_report_file, read_report_file
from gongkai_desk.services.publishing import PublishingService
from gongkai_desk.services.reporting import Report, ReportingService
from gongkai_desk.storage.database import Database
from gongkai_desk.texts import label


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignReport:
    """A report from a file with what was found in it; `before` is the one of the year before when
    it was handed over, too.
    """

    name: str
    reading: ReportReading
    findings: tuple[Finding, ...]
    content: Mapping[str, object]
    before: ReportReading | None = None


class CheckReportService:
    """Of a year that is published and not being corrected it tells of the edition in force."""

    def __init__(
        self, database: Database, reporting: ReportingService, publishing: PublishingService
    ) -> None:
        self._database, self._reporting = database, reporting
        self._publishing = publishing

    def name(self, draft: ReportDraft) -> str:
        """The title of the paper, also the name of its file."""
        edition = self._publishing.standing(draft.year)
        figures = edition.figures if edition else self._reporting.report(draft).figures
        return words.title(figures.agency, draft.year)

    def write(self, draft: ReportDraft, path: Path, today: dt.date) -> tuple[str, ...]:
        """Write the check report of our own report as it stands in `draft`, of a locked year as it
        was published; returns the characters no bundled typeface has. Raises DomainError when it
        cannot be written.
        """
        return documents.report_check_pdf.write_check_report(self.sheet(draft, today), path)

    def sheet(self, draft: ReportDraft, today: dt.date) -> CheckSheet:
        """Everything the paper says."""
        report = self._reporting.report(draft)
        edition = self._publishing.standing(draft.year)
        if edition is not None:
            return self._published_sheet(edition, draft, report, today)
        figures, findings = report.figures, report.findings
        saved = date_text(draft.saved_on) if draft.saved_on else None
        return _own_sheet(
            figures,
            today,
            facts=(
                (
                    pgettext("report check", "Saved on"),
                    saved or pgettext("report check", "Not saved"),
                ),
                (pgettext("report check", "State"), self._state(draft)),
                (pgettext("report check", "Edition"), self._edition(draft)),
            ),
            verdict=words.verdict(standing(findings, draft.answers)),
            parts=(
                _results(figures, report.texts, findings),
                words.findings_table(findings, draft.answers),
                words.overrides_table(draft.overrides),
                words.previous_table(figures.previous, self._source(draft, figures.previous)),
                words.uncounted_table(report.counted.not_counted),
            ),
        )

    def _published_sheet(
        self, edition: PublishedReport, draft: ReportDraft, report: Report, today: dt.date
    ) -> CheckSheet:
        """Of what was published: its frozen figures, what was explained then, and what `report`,
        that of the register today, says otherwise.
        """
        figures, answers = edition.figures, edition.answers
        findings = _frozen_findings(edition, report)
        differing = [one.finding for one in self._publishing.differences(edition.year, report)]
        return _own_sheet(
            figures,
            today,
            facts=(
                (
                    pgettext("report check", "Published on"),
                    date_text(edition.published_on),
                ),
                (pgettext("report check", "State"), pgettext("report check", "Published")),
                (pgettext("report check", "Edition"), self._edition(draft)),
            ),
            verdict=words.published_verdict(len(answers), len(differing)),
            parts=(
                _results(figures, edition.texts, findings),
                words.findings_table(findings, answers, _no_longer_found(answers, findings)),
                words.differences_table(differing),
                words.overrides_table(edition.overrides),
                words.previous_table(figures.previous, self._source(draft, figures.previous)),
            ),
        )

    def _state(self, draft: ReportDraft) -> str:
        if draft.correcting:
            return _("Being corrected: {reason}").format(reason=draft.correcting)
        return (
            pgettext("report check", "Published")
            if self._publishing.latest(draft.year)
            else pgettext("report check", "In the making")
        )

    def _edition(self, draft: ReportDraft) -> str:
        known = self._publishing.latest(draft.year)
        if known is None:
            return _("Not published yet")
        return _("Edition {number}, published on {date}").format(
            number=known.edition, date=date_text(known.published_on)
        )

    def _source(self, draft: ReportDraft, used: Previous) -> str:
        """Where last year's numbers come from."""
        if draft.previous == Previous():
            known = _("this office file, report of {year}").format(year=draft.year - 1)
            return known if used != Previous() else ""
        kept = PreviousReportService(self._database).file(draft.year)
        if kept is None:
            return _("typed by hand from last year's published report")
        return _("the published report “{name}”, read on {date}").format(
            name=kept.name, date=date_text(kept.added_on)
        )


def _own_sheet(
    figures: Figures,
    today: dt.date,
    *,
    facts: tuple[tuple[str, str], ...],
    verdict: str,
    parts: tuple[CheckTable, ...],
) -> CheckSheet:
    """The paper about a report of ours with these facts and parts of its own."""
    return CheckSheet(
        title=words.title(figures.agency, figures.year),
        heading=words.heading(figures.agency, figures.year),
        facts=(
            (pgettext("report check", "Agency"), figures.agency),
            (pgettext("report check", "Year of the report"), str(figures.year)),
            (pgettext("report check", "Day of the check"), date_text(today)),
            *facts,
        ),
        wide_facts=((_("Figures (SHA-256)"), figures_hash(document(figures))),),
        verdict=verdict,
        parts=words.numbered(
            (*parts, words.rules_lines(foreign=False), words.limits_lines(foreign=False))
        ),
        signatures=words.signatures(),
    )


def _results(figures: Figures, texts: Texts, findings: Sequence[Finding]) -> CheckTable:
    results = identity_results(read(document(figures)), findings, texts_known=True)
    return words.results_table(results, quoted(figures, texts))


def _frozen_findings(edition: PublishedReport, report: Report) -> list[Finding]:
    """What was found when the edition was published and explained, and whatever its frozen
    figures and texts tell. Of `report`, as it is today, only what was found then as well counts.
    """
    own = [*check_figures(edition.figures), *check_texts(edition.figures, edition.texts)]
    told = {one.key for one in own}
    explained = {answer.key for answer in edition.answers}
    return own + [one for one in report.findings if one.key in explained - told]


def _no_longer_found(answers: Sequence[Answer], findings: Sequence[Finding]) -> tuple[Answer, ...]:
    """The answers to what is found otherwise by now; they tell themselves what it was."""
    keys = {one.key for one in findings}
    return tuple(one for one in answers if one.key not in keys)


def figures_hash(content: Mapping[str, object]) -> str:
    """The SHA-256 of a report's own figures; last year's are none of them."""
    own = {name: value for name, value in content.items() if name != "previous"}
    written = json.dumps(own, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def read_foreign(path: Path) -> ForeignReport:
    """The report in any file and what was found in it. Raises DomainError when it is none."""
    reading = read_report_file(path)
    return ForeignReport(
        name=path.name,
        reading=reading,
        findings=tuple(check_report_file(path)),
        content=reading.document(),
    )


def with_year_before(report: ForeignReport, path: Path) -> ForeignReport:
    """`report` checked against that of the year before, too: what it carries over, and its text.

    Raises DomainError when the file is no report, or one of another year.
    """
    before = read_report_file(path)
    year = report.reading.year
    if year is not None and before.year is not None and before.year != year - 1:
        raise refuse(
            "report-previous-other-year",
            "file",
            name=path.name,
            found=before.year,
            expected=year - 1,
        )
    if before.row(CARRIED_OUT_ROW) is None:
        raise refuse("report-previous-no-rows", "file", name=path.name)
    known = before.previous()
    content = {**report.reading.document(), "previous": previous_document(known)}
    texts = before.texts if before.texts != Texts() else None
    published = is_published_kind(Path(report.name))
    findings = review_published(report.reading, texts) if published else list(report.findings)
    told = {one.key for one in findings}
    findings += [
        one for one in check_document(content) if one.rule in ("D", "G") and one.key not in told
    ]
    return replace(report, findings=tuple(findings), content=content, before=before)


def foreign_name(report: ForeignReport) -> str:
    """The title of the paper about a report from a file."""
    return words.title(report.reading.agency or Path(report.name).stem, report.reading.year)


def write_foreign(report: ForeignReport, path: Path, today: dt.date) -> tuple[str, ...]:
    """The check report of a report from a file; as `CheckReportService.write`."""
    return documents.report_check_pdf.write_check_report(foreign_sheet(report, today), path)


def foreign_sheet(report: ForeignReport, today: dt.date) -> CheckSheet:
    """Everything the paper says about a report from a file."""
    reading = report.reading
    figures = reading.figures()
    texts = reading.texts != Texts()
    results = identity_results(
        read(report.content), report.findings, texts_known=texts and figures is not None
    )
    before = report.before
    return CheckSheet(
        title=foreign_name(report),
        heading=words.heading(reading.agency or report.name, reading.year),
        facts=(
            (
                pgettext("report check", "Agency"),
                reading.agency or pgettext("report check", "Not named"),
            ),
            (pgettext("report check", "Year of the report"), str(reading.year or "—")),
            (pgettext("report check", "Day of the check"), date_text(today)),
            (pgettext("report check", "Form"), label(reading.form)),
        ),
        wide_facts=(
            (pgettext("report check", "File"), report.name),
            (_("Figures (SHA-256)"), figures_hash(report.content)),
        ),
        verdict=words.foreign_verdict(report.findings),
        parts=words.numbered(
            (
                words.results_table(results, quoted(figures, reading.texts) if figures else 0),
                words.findings_table(report.findings, None),
                words.previous_table(
                    before.previous() if before else Previous(), before.name if before else ""
                ),
                words.rules_lines(foreign=True),
                words.limits_lines(foreign=True),
            )
        ),
        signatures=words.signatures(),
    )
