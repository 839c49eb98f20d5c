"""A published report as one text to read: its parts, tables 2 and 4, and what was explained."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai_desk.domain.published_report import PublishedReport
from gongkai_desk.domain.report import DISPUTE_LABELS
from gongkai_desk.domain.report_finding import (
    DISPUTE_GROUPS,
    PROACTIVE_LABELS,
    TRIPLE_LABELS,
)
from gongkai_desk.domain.report_overrides import place_of
from gongkai_desk.i18n import _
from gongkai_desk.resources import table
from gongkai_desk.services.findings import place_text


def edition_text(edition: PublishedReport) -> str:
    """Everything of the edition but table 3, in the order of the form."""
    return "\n".join(_lines(edition))


def _lines(edition: PublishedReport) -> Iterator[str]:
    form = table("statutes", "report_form.toml")
    one, two, _three, four, five, six = form["sections"]
    texts = edition.texts
    yield edition.title
    yield ""
    yield texts.opening
    yield f"\n{one}"
    for heading, part in zip(form["overview_subheadings"], texts.overview, strict=True):
        yield heading
        yield part
    yield f"\n{two}"
    yield from _proactive(edition)
    yield f"\n{four}"
    for name, label in DISPUTE_GROUPS.items():
        numbers = getattr(edition.figures.disputes, name)
        yield f"{label}：{_pairs(DISPUTE_LABELS, numbers)}"
    yield f"\n{five}"
    yield texts.problems
    yield f"\n{six}"
    yield texts.other
    yield from _explained(edition)


def _proactive(edition: PublishedReport) -> Iterator[str]:
    for name, label in PROACTIVE_LABELS.items():
        value = getattr(edition.figures.proactive, name)
        told = _pairs(TRIPLE_LABELS, value) if isinstance(value, tuple) else f"{value}"
        yield f"{label}：{told}"


def _pairs(labels: tuple[str, ...], numbers: tuple[int, ...]) -> str:
    return "，".join(f"{label}{number}" for label, number in zip(labels, numbers, strict=True))


def _explained(edition: PublishedReport) -> Iterator[str]:
    """What does not stand in the report, but was kept with it."""
    if edition.overrides:
        yield "\n" + _("Numbers set by hand")
    for one in edition.overrides:
        yield _("{place}: {number} instead of {counted} counted. Reason: {reason}").format(
            place=place_text(place_of(one)),
            number=one.number,
            counted=one.counted,
            reason=one.reason,
        )
    if edition.answers:
        yield "\n" + _("Points that were answered before publishing")
    for answer in edition.answers:
        yield answer.told
        yield _("Answer: {words}").format(words=answer.words)
