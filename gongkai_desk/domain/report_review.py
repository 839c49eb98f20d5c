"""All checks of an annual report in one place: our own in the making, or a published one.

Wizard, command line, printing and the roll-up run the same list. Errors stand in the way of
publishing; a warning asks for an answer, which is kept under the finding's `key`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai_desk.domain.last_problems import last_problems_told
from gongkai_desk.domain.office import OfficeKind
from gongkai_desk.domain.report import (
    NO_CASES,
    ROWS,
    Disputes,
    Figures,
    LastProblem,
    Proactive,
    Texts,
)
from gongkai_desk.domain.report_checks import check_document
from gongkai_desk.domain.report_contradictions import (
    FEE_ROW,
    denied,
    fees_as_registered,
    fees_told_enough,
    fees_told_once,
    fees_untold,
    kind_of_agency,
    rules_of_a_department,
)
from gongkai_desk.domain.report_drafting import ProcessingFees
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.report_government import supervision_of_a_government
from gongkai_desk.domain.report_quotes import SUM
from gongkai_desk.domain.report_reading import Form, ReportReading
from gongkai_desk.domain.report_similarity import copied_from_last_year
from gongkai_desk.domain.report_text import check_texts, overview_short, parts_written

_NOT_OF_2019 = frozenset({"report-rules-of-department", "report-government-untold"})
"""The form of 2019 counts 规章 otherwise, and came before what is asked of governments."""


def check_words(
    figures: Figures,
    texts: Texts,
    *,
    kind: OfficeKind,
    before: Texts | None = None,
    fees: ProcessingFees | None = None,
    last_problems: Sequence[LastProblem] = (),
) -> list[Finding]:
    """What text and tables say against each other, against last year's text and against the
    register's fees; `check_figures` and `check_texts` come before. `last_problems` are those the
    officer answered in the wizard.
    """
    findings = [
        *denied(figures, texts),
        *fees_told_once(figures, texts),
        *fees_told_enough(figures, texts),
        *rules_of_a_department(figures, kind),
        *supervision_of_a_government(texts, kind),
    ]
    if fees is not None:
        findings += fees_as_registered(texts, fees)
        if not figures.requests[FEE_ROW][SUM]:  # else `processing_fee_told` says it
            findings += fees_untold(texts, fees)
    if before is not None:
        findings += copied_from_last_year(texts, before)
        findings += last_problems_told(texts, before, last_problems, figures.year)
    return findings


def review_published(reading: ReportReading, before: Texts | None = None) -> list[Finding]:
    """The findings on a published report; `before` is the text of the year before, if known.

    Numbers in the text are only compared when every cell of tables 3 and 4 could be read.
    """
    findings = [*reading.problems, *_figures_of(reading)]
    told = {finding.where for finding in findings if finding.code == "report-heading-missing"}
    whole = any(finding.code == "report-sub-headings-missing" for finding in findings)
    for finding in _texts_of(reading, before):
        missing = finding.code in ("report-part-missing", "report-part-five-empty")
        if missing and (finding.where in told or (whole and finding.place.part == 1)):
            continue
        findings.append(finding)
    return findings


def _figures_of(reading: ReportReading) -> Iterator[Finding]:
    """What the form of 2019 does not have is not missed."""
    for finding in check_document(reading.document()):
        if finding.code in ("report-no-agency", "report-no-year"):
            continue
        if reading.form is Form.OF_2019 and finding.place.table == 2:
            continue
        yield finding


def _texts_of(reading: ReportReading, before: Texts | None) -> Iterator[Finding]:
    figures, texts = reading.figures(), reading.texts
    if figures is None:
        nothing = Figures(
            agency=reading.agency,
            year=reading.year or 0,
            proactive=Proactive(),
            requests=dict.fromkeys(ROWS, NO_CASES),
            disputes=Disputes(),
        )
        yield from parts_written(nothing, texts)
        yield from overview_short(nothing, texts)
        if before is not None:
            yield from copied_from_last_year(texts, before)
        return
    yield from check_texts(figures, texts)
    for finding in check_words(figures, texts, kind=kind_of_agency(reading.agency), before=before):
        if reading.form is not Form.OF_2019 or finding.code not in _NOT_OF_2019:
            yield finding
