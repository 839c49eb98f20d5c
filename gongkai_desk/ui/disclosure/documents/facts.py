"""A chosen document in full, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai_desk.domain.document_states import Standing, ending
from gongkai_desk.domain.document_steps import Step, StepState
from gongkai_desk.domain.official_document import (
    Interpretation,
    OfficialDocument,
    PublishedAt,
    ReviewOpinion,
    SecrecyReview,
)
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.document_rows import DocumentRow
from gongkai_desk.services.official_documents import imprint
from gongkai_desk.texts import label
from gongkai_desk.ui.disclosure.documents.look import (
    due_text,
    limit_state,
    name_of,
    validity_text,
)
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.sections.facts import Fact
from gongkai_desk.ui.theme import Tone

_ONE_EDITION = 1


def document_facts(
    row: DocumentRow,
    editions: Sequence[OfficialDocument],
    item: str,
    requests: str,
) -> Sequence[Fact]:
    """Everything about it; `item` and `requests` name what it refers to."""
    document = row.document
    original = name_of(row.original) if row.original is not None else ""
    return (
        _next(row),
        Fact(
            pgettext("document", "The document"),
            _joined(label(document.kind), document.number, document.registration, document.drafter),
        ),
        Fact(_("Formed on"), iso(document.formed_on)),
        Fact(_("Attribute"), _attribute(document)),
        _limit(row),
        Fact(_("Secrecy review"), "\n".join(map(review_text, document.reviews)), _reviewed(row)),
        Fact(pgettext("document", "Published"), "\n".join(map(_place, document.published))),
        _until(row),
        _taken_down(document),
        _validity(row),
        Fact(_("Editions"), _chain(document, editions) if len(editions) > _ONE_EDITION else ""),
        Fact(_("Forwards"), original),
        Fact(
            _("Interpretations"),
            "\n".join(map(_interpretation, row.interpretations)),
        ),
        Fact(_("Item of the catalogue"), item),
        Fact(_("From requests"), requests),
        Fact(_("Remarks"), document.note),
    )


def _next(row: DocumentRow) -> Fact:
    """What is to be done now, in words."""
    words = {
        Step.DRAFTED: _("Form the document, then enter the date."),
        Step.ATTRIBUTE: _("Fix its attribute: published proactively, on request, or withheld."),
        Step.REVIEWED: _("Have it reviewed and record the review; it cannot be published before."),
        Step.PUBLISHED: _("Publish it, then record where and when."),
        Step.INTERPRETED: _("Publish its interpretation and record it."),
    }
    if row.standing is Standing.TO_TAKE_DOWN:
        return Fact(_("To do now"), _("Take it down, then record when and why."), Tone.BAD)
    for step in row.steps:
        if step.state is StepState.STOPPED:
            return Fact(_("To do now"), _("Not to be published as it is."), Tone.NEUTRAL)
        if step.state in (StepState.NEXT, StepState.LATE):
            tone = Tone.BAD if step.state is StepState.LATE else Tone.INFO
            return Fact(_("To do now"), words[step.step], tone)
    return Fact(_("To do now"), "")


def _attribute(document: OfficialDocument) -> str:
    if document.attribute is None:
        return ""
    printed = _("printed as: {words}").format(words=imprint(document.attribute))
    return _joined(label(document.attribute), document.ground, f"（{printed}）")


def _limit(row: DocumentRow) -> Fact:
    tone, _icon, words = limit_state(row)
    told = f"{due_text(row)}  {words}" if words else ""
    coloured = tone if tone in (Tone.BAD, Tone.WARN) else None
    return Fact(_("To be public by"), told, coloured)


def review_text(review: SecrecyReview) -> str:
    """One review in one line."""
    parts = (
        iso(review.date),
        label(review.opinion),
        review.by,
        "、".join(review.concerns),
        review.basis,
        review.text,
        review.signed_by,
    )
    return "  ".join(part for part in parts if part)


def _reviewed(row: DocumentRow) -> Tone | None:
    reviews = row.document.reviews
    return Tone.BAD if reviews and reviews[-1].opinion is ReviewOpinion.MAY_NOT else None


def _place(place: PublishedAt) -> str:
    return _joined(iso(place.date), place.channel, place.url)


def _until(row: DocumentRow) -> Fact:
    over = row.standing is Standing.TO_TAKE_DOWN
    return Fact(_("Public until"), iso(row.document.keep_until), Tone.BAD if over else None)


def _taken_down(document: OfficialDocument) -> Fact:
    told = _joined(iso(document.taken_down_on), document.taken_down_because)
    return Fact(_("Taken down"), told)


def _validity(row: DocumentRow) -> Fact:
    document = row.document
    end = ending(document, row.successor)
    parts = [validity_text(row)] if row.has_validity else []
    if row.has_validity and document.in_force_on is not None:
        parts.append(_("from {date}").format(date=iso(document.in_force_on)))
    if document.valid_until is not None:
        parts.append(_("valid until {date}").format(date=iso(document.valid_until)))
    if document.abolished_on is not None:
        parts += [_("abolished from {date}").format(date=iso(document.abolished_on))]
        parts += [document.abolished_by] if document.abolished_by else []
    elif row.successor is not None and end is not None:
        parts.append(_("replaced by “{title}”").format(title=name_of(row.successor)))
    return Fact(_("Validity"), "  ".join(parts), Tone.WARN if row.ends_soon else None)


def _chain(document: OfficialDocument, editions: Sequence[OfficialDocument]) -> str:
    """历次修订文本, this one marked."""
    return "\n".join(
        f"{number}. {_joined(iso(each.formed_on), name_of(each))}"
        + (f"  ← {_('this one')}" if each.id == document.id else "")
        for number, each in enumerate(editions, 1)
    )


def _interpretation(one: Interpretation) -> str:
    day = iso(one.published_on) or _("not published yet")
    return _joined(day, label(one.stage), label(one.kind), one.title)


def _joined(*parts: str) -> str:
    return "  ".join(part for part in parts if part)
