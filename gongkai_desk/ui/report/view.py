"""What the report's pages show: a frozen draft with everything computed from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gongkai_desk.domain.dispute_counts import CountedDisputes
from gongkai_desk.domain.document_counts import CountedDocuments
from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.published_report import PublishedReport, counted_then, disputes_then
from gongkai_desk.domain.report import Answer, Figures, Previous, ReportDraft, Texts
from gongkai_desk.domain.report_answers import Standing, answer_to, needs_answer, standing
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.report_text import printable_as_final
from gongkai_desk.domain.statistics import Counted
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.report_wizard import STEPS, Step, findings_at
from gongkai_desk.services.reporting import Report
from gongkai_desk.ui.theme import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One report as it stands. `known` is what the office file itself tells of the year before,
    whatever was typed; `texts` are the officer's, or drafted ones while there are none.
    """

    draft: ReportDraft
    counted: Counted
    counted_disputes: CountedDisputes
    counted_documents: CountedDocuments
    figures: Figures
    known: Previous
    texts: Texts
    findings: tuple[Finding, ...]

    @property
    def texts_are_drafted(self) -> bool:
        """Whether nobody has changed a word yet, so that the texts follow the figures."""
        return self.draft.texts == Texts()

    @property
    def final(self) -> bool:
        """Whether the documents would go without the mark 草稿."""
        return printable_as_final(self.findings)


def look(draft: ReportDraft, report: Report) -> ReportView:
    """Everything the pages show of `draft` and what follows from it."""
    return ReportView(
        draft=draft,
        counted=report.counted,
        counted_disputes=report.counted_disputes,
        counted_documents=report.counted_documents,
        figures=report.figures,
        known=report.before,
        texts=report.texts,
        findings=report.findings,
    )


def as_published(
    view: ReportView, edition: PublishedReport, differences: Sequence[Finding]
) -> ReportView:
    """The view of a locked year: what was published, and what the register says otherwise."""
    return replace(
        view,
        draft=replace(view.draft, overrides=edition.overrides, answers=edition.answers),
        counted=counted_then(edition),
        counted_disputes=disputes_then(edition),
        figures=edition.figures,
        texts=edition.texts,
        findings=tuple(differences),
    )


def step_title(step: Step) -> str:
    """The name of a step in lists."""
    return {
        Step.OVERVIEW: _("Overview (part one)"),
        Step.TABLE_2: _("Table 2: proactive disclosure"),
        Step.TABLE_3: _("Table 3: requests"),
        Step.TABLE_4: _("Table 4: disputes"),
        Step.PROBLEMS: _("Problems (part five)"),
        Step.OTHER: _("Other matters (part six)"),
        Step.FINISH: _("Check and export"),
    }[step]


def numbered_title(step: Step) -> str:
    """The name of a step with its number."""
    return f"{STEPS.index(step) + 1}  {step_title(step)}"


def step_state(step: Step, view: ReportView) -> tuple[Tone, str, str]:
    """Tone, icon and words for how a step stands."""
    if step is Step.FINISH:
        return final_state(view)
    told = standing(findings_at(step, view.findings), view.draft.answers)
    if told.errors:
        return Tone.BAD, "error", standing_words(replace(told, answered=0))
    if told.open:
        return Tone.WARN, "warning", standing_words(replace(told, answered=0))
    if told.answered:
        return Tone.GOOD, "done", standing_words(told)
    return Tone.GOOD, "done", _("Nothing to correct")


def final_state(view: ReportView) -> tuple[Tone, str, str]:
    """Tone, icon and words for whether the report may be published."""
    told = standing(view.findings, view.draft.answers)
    if not told.open:
        return Tone.GOOD, "done", _("Ready to publish")
    words = ngettext("{count} thing still to do", "{count} things still to do", told.open)
    tone, icon = (Tone.BAD, "error") if told.errors else (Tone.WARN, "warning")
    return tone, icon, words.format(count=told.open)


def standing_words(told: Standing) -> str:
    """2 errors · 3 to explain · 4 explained; what there is none of is left out."""
    counts = (
        (told.errors, ngettext("{count} error", "{count} errors", told.errors)),
        (told.missing, ngettext("{count} part to write", "{count} parts to write", told.missing)),
        (told.waiting, _("{count} to explain")),
        (told.answered, _("{count} explained")),
    )
    return " · ".join(words.format(count=count) for count, words in counts if count)


def severity_state(severity: Severity) -> tuple[Tone, str, str]:
    """Tone, icon and word of a finding."""
    if severity is Severity.ERROR:
        return Tone.BAD, "error", _("Error")
    return Tone.WARN, "warning", _("To check")


def finding_state(finding: Finding, answers: Sequence[Answer]) -> tuple[Tone, str, str]:
    """Tone, icon and word of a finding of a report that is being made."""
    if finding.severity is Severity.ERROR:
        return severity_state(finding.severity)
    if not needs_answer(finding):
        return Tone.WARN, "edit", _("To write")
    if answer_to(finding, answers) is None:
        return Tone.WARN, "warning", _("To explain")
    return Tone.GOOD, "done", _("Explained")
