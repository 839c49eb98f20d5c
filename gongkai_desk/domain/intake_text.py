"""What a pasted mail, letter or online form tells of a request: proposals, never decisions.

Everything is found by rule, first behind labels, then by its shape, last by the phrases of plain
letters. Every value stands in the text as pasted; what is only inferred is marked as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongkai_desk.domain import intake_labels as labels
from gongkai_desk.domain import intake_letter as letter
from gongkai_desk.domain import intake_values as values
from gongkai_desk.domain.identity_number import credit_code_problem, id_card_problem, plain_number
from gongkai_desk.domain.intake_flat import FoldedText
from gongkai_desk.domain.intake_hits import Hit, labelled
from gongkai_desk.domain.intake_proposal import Certainty, Proposal

_MOST_OF_A_FIELD = 3
_NOT_GIVEN = re.compile(r"[-/\\—~、.\s]*(?:无|没有|空|不详|略|暂无)?[-/\\—~、.\s]*")


_RANK = {Certainty.SURE: 0, Certainty.LIKELY: 1, Certainty.GUESS: 2}


@dataclass(frozen=True, slots=True)
class _Found:
    field: str
    start: int
    end: int
    certainty: Certainty


def proposals(text: str) -> list[Proposal]:
    """What `text` may tell, field by field, the best first; at most three for one field (all of
    those who apply together). Never raises; a text that tells nothing gives an empty list.
    """
    folded = FoldedText(text)
    found = [piece for hit in labelled(folded) for piece in _of_hit(folded, hit)]
    found += _by_shape(folded, found)
    found += _by_phrases(folded, found)
    found += _kinds(folded, found)
    return _best(_made(folded, piece) for piece in found)


def _of_hit(folded: FoldedText, hit: Hit) -> Iterator[_Found]:
    text = folded.text[hit.value : hit.end]
    if _NOT_GIVEN.fullmatch(text):
        return
    match hit.field:
        case labels.NAME | labels.CONTACT | labels.LEGAL | labels.AGENT:
            yield from _names(folded, hit)
        case labels.PHONE:
            yield from _contacts(folded, hit)
        case labels.IDENTITY | labels.AGENT_IDENTITY:
            yield from _number(folded, hit)
        case labels.DELIVERY | labels.CARRIER | labels.KIND | labels.IDENTITY_KIND:
            yield from _chosen(folded, hit)
        case labels.EMAIL:
            yield from _piece(hit, letter.mail_piece(text), Certainty.SURE)
        case labels.POSTCODE:
            found = values.POSTCODE.search(text)
            yield from _piece(hit, found.span(1) if found else None, Certainty.SURE)
        case labels.SUBMITTED:
            yield from _piece(hit, values.date_piece(text), Certainty.SURE)
        case labels.DESCRIPTION:
            yield from _wish(folded, hit.value, hit.end, Certainty.SURE)
        case _:
            yield _Found(hit.field, hit.value, hit.end, Certainty.SURE)


def _piece(hit: Hit, span: tuple[int, int] | None, certainty: Certainty) -> Iterator[_Found]:
    if span is not None and span[1] > span[0]:
        yield _Found(hit.field, hit.value + span[0], hit.value + span[1], certainty)


def _names(folded: FoldedText, hit: Hit) -> Iterator[_Found]:
    """The name, or those of several who apply together: 张三、李四."""
    names = letter.name_pieces(folded.text, hit.value, hit.end)
    for number, (start, end) in enumerate(names):
        if number and hit.field != labels.NAME:
            return
        field = labels.CO_APPLICANT if number else hit.field
        yield _Found(field, start, end, Certainty.SURE if hit.colon else Certainty.LIKELY)


def _contacts(folded: FoldedText, hit: Hit) -> Iterator[_Found]:
    """联系方式 may hold a phone number, a mail address, or both."""
    text = folded.text[hit.value : hit.end]
    yield from _piece(hit, values.phone_piece(text), Certainty.SURE)
    mail = letter.mail_piece(text)
    if mail is not None:
        start, end = hit.value + mail[0], hit.value + mail[1]
        yield _Found(labels.EMAIL, start, end, Certainty.SURE)


def _number(folded: FoldedText, hit: Hit) -> Iterator[_Found]:
    text = folded.text[hit.value : hit.end]
    span = values.number_piece(text)
    if span is None:
        return
    sound = values.identity_kind_of(text[slice(*span)]) is not None
    yield from _piece(hit, span, Certainty.SURE if sound else Certainty.LIKELY)
    if hit.field == labels.IDENTITY and values.identity_kind_of(hit.label) is not None:
        yield _Found(labels.IDENTITY_KIND, *hit.words, Certainty.SURE)


def _chosen(folded: FoldedText, hit: Hit) -> Iterator[_Found]:
    """The marked one of several options, or the first word that means one."""
    means = {
        labels.DELIVERY: values.delivery_of,
        labels.CARRIER: values.carrier_of,
        labels.KIND: values.kind_of,
        labels.IDENTITY_KIND: values.identity_kind_of,
    }[hit.field]
    for start, end in letter.chosen_pieces(folded.text, hit.value, hit.end):
        if means(folded.text[start:end]) is not None:
            yield _Found(hit.field, start, end, Certainty.SURE)
            return


def _wish(folded: FoldedText, start: int, end: int, certainty: Certainty) -> Iterator[_Found]:
    """What is asked for, in full and in one line."""
    yield _Found(labels.DESCRIPTION, start, end, certainty)
    first, last = letter.headline(folded.text, start, end)
    if last > first:
        yield _Found(labels.SUBJECT, first, last, Certainty.LIKELY)


def _by_shape(folded: FoldedText, known: Iterable[_Found]) -> list[_Found]:
    """Numbers and addresses that no label announces, where none was found behind one."""
    fields = {piece.field for piece in known}
    taken = [(piece.start, piece.end) for piece in known]
    found: list[_Found] = []

    def look(field: str, pattern: re.Pattern[str]) -> None:
        for match in pattern.finditer(folded.text):
            start, end = match.span(1)
            free = not any(start < last and first < end for first, last in taken)
            if free and _sound(field, match[1]):
                found.append(_Found(field, start, end, Certainty.LIKELY))
                taken.append((start, end))

    if labels.IDENTITY not in fields:
        look(labels.IDENTITY, values.ID_CARD)
        look(labels.IDENTITY, values.CREDIT_CODE)
    if labels.EMAIL not in fields:
        look(labels.EMAIL, values.MAIL)
    if labels.PHONE not in fields:
        look(labels.PHONE, values.MOBILE)
        look(labels.PHONE, values.LANDLINE)
    return found


def _sound(field: str, text: str) -> bool:
    if field != labels.IDENTITY:
        return True
    number = plain_number(text)
    return not id_card_problem(number) or not credit_code_problem(number)


def _by_phrases(folded: FoldedText, known: Iterable[_Found]) -> list[_Found]:
    """What the sentences of a letter and its signature say, where no label did."""
    fields = {piece.field for piece in known}
    found: list[_Found] = []
    if labels.NAME not in fields:
        found += [
            _Found(labels.NAME, *span, Certainty.LIKELY if strong else Certainty.GUESS)
            for span, strong in letter.signers(folded)
        ]
    if labels.DESCRIPTION not in fields:
        wish = letter.wish_span(folded)
        if wish is not None:
            found += [
                piece
                for piece in _wish(folded, *wish, Certainty.LIKELY)
                if piece.field not in fields
            ]
    if not {labels.SUBJECT, labels.DESCRIPTION} & (fields | {piece.field for piece in found}):
        found += [_Found(labels.SUBJECT, *span, Certainty.GUESS) for span in letter.titles(folded)]
    if labels.DELIVERY not in fields:
        found += [
            _Found(labels.DELIVERY, *span, Certainty.LIKELY)
            for span in letter.delivery_spans(folded.text)
        ]
    if labels.SUBMITTED not in fields:
        dates = letter.signing_dates(folded)
        found += [_Found(labels.SUBMITTED, *span, Certainty.LIKELY) for span in dates]
    return found


def _kinds(folded: FoldedText, known: Iterable[_Found]) -> list[_Found]:
    """The applicant's type and document, as names and numbers give them away."""
    every = list(known)
    fields = {piece.field for piece in every}
    names = [piece for piece in every if piece.field == labels.NAME][:1]
    numbers = [piece for piece in every if piece.field == labels.IDENTITY][:1]
    found: list[_Found] = []
    if labels.KIND not in fields:
        for piece in (*names, *numbers):
            if values.kind_of(folded.text[piece.start : piece.end]) is not None:
                found.append(_Found(labels.KIND, piece.start, piece.end, Certainty.LIKELY))
                break
    if labels.IDENTITY_KIND not in fields:
        found += [
            _Found(labels.IDENTITY_KIND, piece.start, piece.end, Certainty.LIKELY)
            for piece in numbers
            if values.identity_kind_of(folded.text[piece.start : piece.end]) is not None
        ]
    return found


_AS_NUMBERS = (labels.IDENTITY, labels.AGENT_IDENTITY, labels.POSTCODE)
_FOLDED = (*_AS_NUMBERS, labels.PHONE, labels.EMAIL, labels.SUBMITTED)
_PEOPLE = (labels.NAME, labels.AGENT, labels.LEGAL, labels.CONTACT, labels.CO_APPLICANT)


def _made(folded: FoldedText, piece: _Found) -> Proposal:
    if piece.field in _FOLDED:
        value = folded.text[piece.start : piece.end]
    else:
        value = folded.raw(piece.start, piece.end).strip()
    if piece.field in _AS_NUMBERS:
        value = re.sub(r"\s", "", value)
    elif piece.field in _PEOPLE:
        value = letter.joined_name(value)
    elif piece.field != labels.DESCRIPTION:
        value = re.sub(r"\s+", " ", value).strip()
    start, end = folded.span(piece.start, piece.end)
    first, last = folded.line_of(piece.start)
    return Proposal(
        field=piece.field,
        value=value,
        start=start,
        end=end,
        snippet=folded.raw(first, max(last, first)).strip()[:120],
        certainty=piece.certainty,
    )


def _best(found: Iterable[Proposal]) -> list[Proposal]:
    """No value twice, the certain ones first, the fields in the order of the form."""
    order = {field: place for place, field in enumerate(labels.ORDER)}
    kept: dict[tuple[str, str], Proposal] = {}
    for one in sorted(found, key=lambda each: (_RANK[each.certainty], each.start)):
        if one.value:
            kept.setdefault((one.field, one.value), one)
    chosen: dict[str, list[Proposal]] = {}
    names = {one.value for one in kept.values() if one.field == labels.NAME}
    for one in kept.values():
        among = chosen.setdefault(one.field, [])
        several = one.field == labels.CO_APPLICANT
        if several and one.value in names:
            continue
        if several or len(among) < _MOST_OF_A_FIELD:
            among.append(one)
    fields = sorted(chosen, key=lambda field: order.get(field, len(order)))
    return [one for field in fields for one in chosen[field]]
