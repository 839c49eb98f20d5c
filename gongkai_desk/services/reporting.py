"""The annual report of a year: counted from the register, typed, drafted, checked, written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.case_file import Dispute
from gongkai_desk.domain.changes import PROVISIONAL, Changes
from gongkai_desk.domain.dispute_counts import CountedDisputes, count_disputes
from gongkai_desk.domain.document_counts import (
    CountedDocuments,
    compare_documents,
    count_documents,
)
from gongkai_desk.domain.official_document import OfficialDocument
from gongkai_desk.domain.other_matters import Matter, matters
from gongkai_desk.domain.problems import refuse, refuse_all
from gongkai_desk.domain.published_report import PublishedReport
from gongkai_desk.domain.report import (
    CARRIED_OUT_ROW,
    Figures,
    Previous,
    Proactive,
    ReportDraft,
    Texts,
)
from gongkai_desk.domain.report_checks import check_figures
from gongkai_desk.domain.report_drafting import Drafted, ProcessingFees
from gongkai_desk.domain.report_drafting import draft as draft_texts
from gongkai_desk.domain.report_finding import REQUEST_TABLE, Finding
from gongkai_desk.domain.report_overrides import (
    disputes_with_overrides,
    faults,
    stale,
    with_overrides,
)
from gongkai_desk.domain.report_review import check_words
from gongkai_desk.domain.report_text import check_texts, printable_as_final
from gongkai_desk.domain.report_year import Sentence, with_sentences
from gongkai_desk.domain.statistics import Case, Counted, count
from gongkai_desk.domain.year_records import YearRecords
from gongkai_desk.resources import table
from gongkai_desk.services.case_view import CaseView
from gongkai_desk.services.fees import sums_of_year
from gongkai_desk.services.previous_report import PreviousReportService
from gongkai_desk.services.report_dates import ReportDateService
from gongkai_desk.services.report_lock import edition_in_force, require_open
from gongkai_desk.services.section_texts import kept_in_year
from gongkai_desk.services.year_records import hindrances_of, read_year, sentences_of
from gongkai_desk.storage.database import Database

_UNFIT_FOR_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|\0\r\n\t', "_"))

Writer = Callable[[Figures, Texts, Path, bool], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A draft with all that follows from it. `before` is what this office file itself knows of the
    year before, whatever was typed; `texts` are the officer's; before anything is
    written, those drafted from the figures. `findings` are those on the figures, on cases that
    are in no cell, and on the texts.
    """

    figures: Figures
    counted: Counted
    counted_disputes: CountedDisputes
    counted_documents: CountedDocuments
    before: Previous
    texts: Texts
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What a report is made of, counted once for many calls of `report`: tables 3 and 4, the
    documents, what this office file knows of the year before, and what was recorded of the work.
    """

    counted: Counted
    before: Previous
    disputes: CountedDisputes
    documents: CountedDocuments
    records: YearRecords


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What `write` left behind. `draft` tells that the documents carry the mark 草稿;
    `missing_characters` are those no bundled typeface has. `edition` is the published one whose
    frozen files these are.
    """

    paths: tuple[Path, ...]
    draft: bool
    report: Report
    missing_characters: tuple[str, ...] = ()
    edition: PublishedReport | None = None


class ReportingService(ReportDateService):
    """Everything takes the draft at hand, so that an unsaved one can be checked and printed."""

    def __init__(self, database: Database, register: CaseView) -> None:
        super().__init__(database)
        self._register = register
        self.previous_reports = PreviousReportService(database)

    def drafts(self) -> list[ReportDraft]:
        """Every draft kept, whatever its year."""
        return self._database.read(ReportDraft)

    def save(self, draft: ReportDraft, *, provisional: bool = False) -> Changes:
        """Keep the draft; `provisional` while it is still being typed: the next save absorbs such
        a write, so that undo knows one step. Raises DomainError `report-locked` when its year is
        published and no correction has begun, and for a number set by hand without a reason.
        """
        require_open(self._database, draft.year)
        refuse_all(each for one in draft.overrides for each in faults(one))
        with self._database.write(PROVISIONAL if provisional else "save-report") as work:
            work.put(draft)
        return work.changes

    def restore(self, year: int, draft: ReportDraft | None) -> Changes:
        """Take provisional writes back: `draft` as it was before them, None for no draft at all."""
        kept = self._kept(year)
        with self._database.write(PROVISIONAL) as work:
            if draft is not None:
                work.put(draft)
            elif kept is not None:
                work.remove(kept)
        return work.changes

    def stored(self, year: int) -> ReportDraft | None:
        """The draft kept for the year, None where there is none."""
        return self._kept(year)

    def counted(self, year: int) -> Counted:
        """Table 3 from the register, with the ids of the requests behind every cell."""
        return count(self._register.cases(), year)

    def previous(self, draft: ReportDraft) -> Previous:
        """What the year before handed over: as typed from the published report, and where nothing
        was typed, as far as this office file knows it; first of all what was published from it.
        """
        return _typed_first(draft.previous, self._known(draft.year - 1, self._register.cases()))

    def sources(self, year: int) -> Sources:
        """What the report of `year` is made of, as it is in the office file now."""
        cases = self._register.cases()
        return Sources(
            counted=count(cases, year),
            before=self._known(year - 1, cases),
            disputes=count_disputes(self._database.read(Dispute), year),
            documents=count_documents(self._database.read(OfficialDocument), year),
            records=read_year(self._database, year),
        )

    def sentences(self, year: int) -> tuple[Sentence, ...]:
        """What the records of the year tell for parts one, five and six, each with its records."""
        records = read_year(self._database, year)
        return (*sentences_of(records), *hindrances_of(records))

    def report(self, draft: ReportDraft, sources: Sources | None = None) -> Report:
        """Everything about the draft at once, from `sources` or else from the office file now."""
        sources = sources or self.sources(draft.year)
        figures = self._figures(draft, sources)
        texts = draft.texts
        if texts == Texts():
            texts = self._drafted(figures, sources.records).texts
        findings = (
            *check_figures(figures),
            *compare_documents(draft.proactive, sources.documents),
            *stale(draft.overrides, sources.counted.requests, sources.disputes.numbers),
            *_uncounted(sources.counted),
            *check_texts(figures, texts),
            *self._words(figures, texts, draft),
        )
        return Report(
            figures=figures,
            counted=sources.counted,
            counted_disputes=sources.disputes,
            counted_documents=sources.documents,
            before=sources.before,
            texts=texts,
            findings=findings,
        )

    def drafted(self, draft: ReportDraft) -> Drafted:
        """Texts drafted from the figures and records, and hints for what neither tells."""
        sources = self.sources(draft.year)
        return self._drafted(self._figures(draft, sources), sources.records)

    def other_matters(self, draft: ReportDraft) -> tuple[Matter, ...]:
        """The sub-items of part six with what the office file tells for each."""
        sources = self.sources(draft.year)
        drafted = self._drafted(self._figures(draft, sources), sources.records)
        words = table("statutes", "report_texts.toml")["other"]
        found = sentences_of(sources.records)
        return matters(draft.year, drafted.fees, drafted.implementation, found, words)

    def write(self, draft: ReportDraft, folder: Path, formats: Collection[str]) -> Written:
        """The report as files in `folder`, which is made when missing.

        While an error is found or a part is missing, they carry the mark of a draft. Raises
        DomainError for a format this version cannot write, before anything is written, and when
        a file cannot be written.
        """
        require_formats(formats)
        report = self.report(draft)
        figures, texts = report.figures, report.texts
        marked = not printable_as_final(report.findings)
        documents.atomic.make_folder(folder)
        paths: list[Path] = []
        missing: dict[str, None] = {}
        for name in dict.fromkeys(formats):
            path = folder / f"{report_name(figures)}.{name}"
            missing.update(dict.fromkeys(WRITERS[name](figures, texts, path, marked)))
            paths.append(path)
        return Written(
            paths=tuple(paths),
            draft=marked,
            report=report,
            missing_characters=tuple(missing),
        )

    def _known(self, year: int, cases: Sequence[Case]) -> Previous:
        """What this office file hands over from `year`: published from it, else kept as a draft
        or counted from the register.
        """
        published = edition_in_force(self._database, year)
        draft = self._kept(year)
        if published is not None:
            carried = published.figures.requests[CARRIED_OUT_ROW]
            proactive: Proactive | None = published.figures.proactive
        elif draft is not None or _reach_back_to(year, cases):
            overrides = draft.overrides if draft is not None else ()
            carried = with_overrides(count(cases, year).requests, overrides)[CARRIED_OUT_ROW]
            proactive = draft.proactive if draft is not None else None
        else:
            return Previous()
        return Previous(
            requests={CARRIED_OUT_ROW: carried},
            rules=proactive.rules if proactive else None,
            normative_documents=proactive.normative_documents if proactive else None,
        )

    def _figures(self, draft: ReportDraft, sources: Sources) -> Figures:
        return Figures(
            agency=self._office().name,
            year=draft.year,
            proactive=draft.proactive,
            requests=with_overrides(sources.counted.requests, draft.overrides),
            disputes=disputes_with_overrides(sources.disputes.numbers, draft.overrides),
            previous=_typed_first(draft.previous, sources.before),
        )

    def _drafted(self, figures: Figures, records: YearRecords) -> Drafted:
        drafted = draft_texts(
            figures,
            self._office(),
            self._fees(figures.year),
            table("statutes", "report_texts.toml"),
            kept_in_year(self._database, figures.year),
        )
        return with_sentences(drafted, sentences_of(records))

    def _words(self, figures: Figures, texts: Texts, draft: ReportDraft) -> list[Finding]:
        return check_words(
            figures,
            texts,
            kind=self._office().kind,
            before=self.previous_reports.texts(figures.year),
            fees=self._fees(figures.year),
            last_problems=draft.last_problems,
        )

    def _fees(self, year: int) -> ProcessingFees:
        fees = sums_of_year(self._database, year)
        return ProcessingFees(
            noticed=fees.noticed, paid=fees.paid, amount=fees.amount, received=fees.received
        )


def require_formats(formats: Iterable[str]) -> None:
    """Raises DomainError `report-format` for a format this version cannot write."""
    for name in formats:
        if name not in WRITERS:
            raise refuse("report-format", "formats", format=name, known=", ".join(WRITERS))


def report_name(figures: Figures) -> str:
    """The official title as a file name, without ending."""
    title: str = table("statutes", "report_form.toml")["title"]
    return fit_for_name(title.format(机关=figures.agency, 年=figures.year))


def fit_for_name(title: str) -> str:
    """A title as the name of a file, without what no file system takes."""
    return title.translate(_UNFIT_FOR_NAMES)


def _typed_first(typed: Previous, known: Previous) -> Previous:
    """What was typed from last year's report, and where nothing was, what is known."""
    return Previous(
        requests=dict(typed.requests) or known.requests,
        rules=typed.rules or known.rules,
        normative_documents=typed.normative_documents or known.normative_documents,
    )


def _reach_back_to(year: int, cases: Sequence[Case]) -> bool:
    """Whether the register was kept in that year: a request was received in or before it."""
    return any(case.received is not None and case.received.year <= year for case in cases)


def _uncounted(counted: Counted) -> list[Finding]:
    return [
        Finding(
            place=REQUEST_TABLE,
            rule="count",
            code=each.problem.code,
            severity=each.problem.severity,
            values=each.problem.values,
        )
        for each in counted.not_counted
    ]


def _pdf(figures: Figures, texts: Texts, path: Path, draft: bool) -> tuple[str, ...]:
    return documents.report_pdf.write_report(figures, texts, path, draft=draft)


def _xlsx(figures: Figures, texts: Texts, path: Path, draft: bool) -> tuple[str, ...]:
    documents.report_xlsx.write_report(figures, texts, path, draft=draft)
    return ()


def _docx(figures: Figures, texts: Texts, path: Path, draft: bool) -> tuple[str, ...]:
    documents.report_docx.write_report(figures, texts, path, draft=draft)
    return ()


def _html(figures: Figures, texts: Texts, path: Path, draft: bool) -> tuple[str, ...]:
    documents.report_html.write_report(figures, texts, path, draft=draft)
    return ()


WRITERS: Mapping[str, Writer] = {"pdf": _pdf, "docx": _docx, "html": _html, "xlsx": _xlsx}
