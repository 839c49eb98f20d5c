"""The figures of a year's work, each with the records it was counted from.

`COUNTED` by the name of the sentence that tells them (``[records]`` of report_texts.toml).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence

from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.activity_forms import YES, count_of, filled, value_of
from gongkai_desk.domain.official_document import (
    DocumentKind,
    InterpretationKind,
    InterpretationStage,
    OfficialDocument,
)
from gongkai_desk.domain.platform import PlatformKind
from gongkai_desk.domain.year_records import EXAMPLE, TITLES, Source, SourceKind, Told, YearRecords

_ANSWER_TO_A_PROPOSAL = re.compile(
    "(?:建议|提案).*(?:答复|复函|办理)|(?:答复|复函|办理).*(?:建议|提案)"
)
_MOST_TITLES = 5
_FIT = re.compile(r"[^\d零〇一二三四五六七八九十百“”《》。；;！？!?\n]{2,24}")


def _activities(kind: ActivityKind, base: str = "", *parts: str) -> Callable[[YearRecords], Told]:
    """How many of a kind began in the year, `people` who took part, the sum of `base` and of
    `parts` of it.
    """
    return lambda records: _told(_of(records, kind), **_sums(_of(records, kind), base, *parts))


def _sums(every: Sequence[Activity], base: str = "", *parts: str) -> dict[str, int]:
    """A sum of which a record does not tell its share is 0, so that nobody writes it: people of
    every record, a part wherever there is something it is part of.
    """
    sums = {base: sum(count_of(one, base) for one in every)} if base else {}
    for name in parts:
        known = all(value_of(one, name) for one in every if filled(one, base))
        sums[name] = sum(count_of(one, name) for one in every) if known else 0
    if all(one.participants is not None for one in every):
        sums["people"] = sum(one.participants or 0 for one in every)
    return sums


def _of(records: YearRecords, kind: ActivityKind) -> list[Activity]:
    return [one for one in records.activities if one.kind is kind and records.within(one.date)]


def _told(every: Sequence[Activity], **figures: int) -> Told:
    sources = (
        Source(kind=SourceKind.ACTIVITY, id=one.id, title=one.title, date=one.date)
        for one in sorted(every, key=lambda one: (one.date, one.title))
    )
    return Told(
        figures={"n": len(every), EXAMPLE: example(every), **figures}, sources=tuple(sources)
    )


def example(every: Sequence[Activity]) -> str:
    """The title of the one most people took part in, or of the latest, in quotation marks and
    with 等 where there are others. A title with digits could be taken for a figure of the tables,
    a long one takes too much of the thousand characters: "" where none is fit.
    """
    fit = [one for one in every if _FIT.fullmatch(one.title.strip())]
    if not fit:
        return ""
    best = max(fit, key=lambda one: (one.participants or 0, one.date, one.title))
    title = best.title.strip()
    left, right = "《》" if best.kind is ActivityKind.RULES_MADE else "“”"
    return f"{left}{title}{right}" + ("等" if len(every) > 1 else "")


def every_title(every: Sequence[Activity]) -> str:
    """The titles in quotation marks, latest last, at most five and then 等; those that are not fit
    for a sentence (see `example`) are passed over.
    """
    fit = [
        one.title.strip()
        for one in sorted(every, key=lambda one: (one.date, one.title))
        if _FIT.fullmatch(one.title.strip())
    ]
    named = list(dict.fromkeys(fit))[:_MOST_TITLES]
    return "".join(f"“{title}”" for title in named) + ("等" if 0 < len(named) < len(every) else "")


def _proposals(records: YearRecords) -> Told:
    """Answers to proposals of deputies (建议、提案) first published in the year, known by
    their titles: documents have no kind for them.
    """
    ours = [
        (one, day)
        for one, day in _first_published(records)
        if _ANSWER_TO_A_PROPOSAL.search(one.title)
    ]
    return Told(figures={"n": len(ours)}, sources=tuple(_paper(one, day) for one, day in ours))


def _new_cases(records: YearRecords) -> Told:
    told = _case_submission(records)
    titles = every_title(_of(records, ActivityKind.CASE_SUBMISSION))
    return Told(figures={**told.figures, TITLES: titles}, sources=told.sources)


def _new_exchanges(records: YearRecords) -> Told:
    every = _of(records, ActivityKind.EXCHANGE)
    told = _told(every)
    return Told(figures={**told.figures, TITLES: every_title(every)}, sources=told.sources)


def _policy_evaluation(records: YearRecords) -> Told:
    every = _of(records, ActivityKind.POLICY_EVALUATION)
    return _told(every, published=sum(filled(one, "published_on") for one in every))


def _press_conference(records: YearRecords) -> Told:
    every = _of(records, ActivityKind.PRESS_CONFERENCE)
    return _told(every, head=sum(one.details.get("head_present") == YES for one in every))


def _rules_made(records: YearRecords) -> Told:
    every = _of(records, ActivityKind.RULES_MADE)
    return _told([one for one in every if one.details.get("form") != "废止"])


def _supervision(records: YearRecords) -> Told:
    every = _of(records, ActivityKind.SUPERVISION)
    places = {place for one in every for place in one.institution_ids}
    return _told(every, places=len(places), **_sums(every, "problems", "mended"))


def _inspection(records: YearRecords) -> Told:
    """Those we carried out; an inspection we underwent is none of ours."""
    every = [
        one
        for one in _of(records, ActivityKind.INSPECTION)
        if one.details.get("form") != "接受上级检查"
    ]
    return _told(every, **_sums(every, "problems", "mended"))


def _case_submission(records: YearRecords) -> Told:
    every = _of(records, ActivityKind.CASE_SUBMISSION)
    taken = sum(one.details.get("accepted") in ("已采用", "评选入选") for one in every)
    return _told(every, accepted=taken)


def _paper(document: OfficialDocument, day: dt.date | None) -> Source:
    return Source(kind=SourceKind.DOCUMENT, id=document.id, title=document.title, date=day)


def _first_published(records: YearRecords) -> list[tuple[OfficialDocument, dt.date]]:
    """Documents first published in the year, and when."""
    first = (
        (one, min(place.date for place in one.published))
        for one in records.documents
        if one.published
    )
    return [(one, day) for one, day in first if records.within(day)]


def _documents(records: YearRecords) -> Told:
    ours = _first_published(records)
    others = sum(one.kind is DocumentKind.INFORMATION for one, _day in ours)
    return Told(
        figures={"policies": len(ours) - others, "others": others},
        sources=tuple(_paper(one, day) for one, day in ours),
    )


def _interpretations(records: YearRecords) -> Told:
    every = [one for one in records.interpretations if records.within(one.published_on)]
    moving = (InterpretationKind.VIDEO, InterpretationKind.ANIMATION)
    video = sum(one.kind in moving for one in every)
    return Told(
        figures={
            "n": len(every),
            "video": video,
            # rounded down, as the list of interpretations shows it: 29.6 % do not meet 30 %
            "share": 100 * video // len(every) if every else 0,
            "second": sum(one.stage is InterpretationStage.SECOND for one in every),
        },
        sources=tuple(
            Source(
                kind=SourceKind.INTERPRETATION, id=one.id, title=one.title, date=one.published_on
            )
            for one in every
        ),
    )


def _decisions(records: YearRecords) -> Told:
    """The list of the year as it was made public; matters taken off it do not count."""
    listed = [
        one
        for one in records.decisions
        if one.year == records.year and one.listed_on is not None and one.dropped_on is None
    ]
    return Told(
        figures={
            "n": len(listed),
            "decided": sum(records.within(one.decided_on) for one in listed),
        },
        sources=tuple(
            Source(kind=SourceKind.DECISION, id=one.id, title=one.title, date=one.decided_on)
            for one in listed
        ),
    )


def _reviews(records: YearRecords) -> Told:
    every = [
        (one, review.date)
        for one in records.documents
        for review in one.reviews
        if records.within(review.date)
    ]
    return Told(figures={"n": len(every)}, sources=tuple(_paper(one, day) for one, day in every))


def _attributes(records: YearRecords) -> Told:
    every = [one for one in records.documents if one.attribute and records.within(one.formed_on)]
    return Told(
        figures={"n": len(every)}, sources=tuple(_paper(one, one.formed_on) for one in every)
    )


def _editions(records: YearRecords) -> Told:
    """Documents formed in the year that replace another, and those abolished in it."""
    revised = [
        _paper(one, one.formed_on)
        for one in records.documents
        if one.replaces_id and records.within(one.formed_on)
    ]
    ended = [
        _paper(one, one.abolished_on)
        for one in records.documents
        if records.within(one.abolished_on)
    ]
    return Told(figures={"revised": len(revised), "ended": len(ended)}, sources=(*revised, *ended))


def _taken_down(records: YearRecords) -> Told:
    every = [one for one in records.documents if records.within(one.taken_down_on)]
    return Told(
        figures={"n": len(every)}, sources=tuple(_paper(one, one.taken_down_on) for one in every)
    )


def _catalogue(records: YearRecords) -> Told:
    every = sorted(
        (one for one in records.versions if records.within(one.in_force_on)),
        key=lambda one: (one.in_force_on or one.made_on, one.number),
    )
    return Told(
        figures={
            "n": len(every),
            "items": records.catalogue_items.get(every[-1].id, 0) if every else 0,
        },
        sources=tuple(
            Source(kind=SourceKind.CATALOGUE, id=one.id, title=one.title, date=one.in_force_on)
            for one in every
        ),
    )


def _platforms(records: YearRecords) -> Told:
    """Websites and accounts that were open at the end of the year."""
    end = dt.date(records.year, 12, 31)
    kept = [
        one
        for one in records.platforms
        if one.kind in (PlatformKind.WEBSITE, PlatformKind.NEW_MEDIA)
        and (one.opened_on is None or one.opened_on <= end)
        and (one.closed_on is None or one.closed_on > end)
    ]
    sites = sum(one.kind is PlatformKind.WEBSITE for one in kept)
    return Told(
        figures={"sites": sites, "media": len(kept) - sites},
        sources=tuple(
            Source(kind=SourceKind.PLATFORM, id=one.id, title=one.name, date=one.opened_on)
            for one in kept
        ),
    )


def _closed(records: YearRecords) -> Told:
    every = [
        one
        for one in records.platforms
        if one.kind is PlatformKind.NEW_MEDIA and records.within(one.closed_on)
    ]
    return Told(
        figures={"n": len(every)},
        sources=tuple(
            Source(kind=SourceKind.PLATFORM, id=one.id, title=one.name, date=one.closed_on)
            for one in every
        ),
    )


def _platform_checks(records: YearRecords) -> Told:
    every = [one for one in records.checks if records.within(one.date)]
    names = {one.id: one.name for one in records.platforms}
    wrong = [one for one in every if one.problems.strip()]
    return Told(
        figures={
            "n": len(every),
            "found": len(wrong),
            "mended": sum(one.mended_on is not None for one in wrong),
        },
        sources=tuple(
            Source(
                kind=SourceKind.CHECK,
                id=one.id,
                title=names.get(one.platform_id, ""),
                date=one.date,
            )
            for one in every
        ),
    )


def _messages(records: YearRecords) -> Told:
    every = [one for one in records.messages if records.within(one.received)]
    return Told(
        figures={"n": len(every), "answered": sum(bool(one.answered_on) for one in every)},
        sources=tuple(
            Source(kind=SourceKind.MESSAGE, id=one.id, title=one.text, date=one.received)
            for one in every
        ),
    )


def _self_inspections(records: YearRecords) -> Told:
    every = [one for one in records.inspections if one.year == records.year and one.finished_on]
    return Told(
        figures={"n": len(every)},
        sources=tuple(
            Source(
                kind=SourceKind.INSPECTION,
                id=one.id,
                title=f"{one.year}-Q{one.quarter}",
                date=one.finished_on,
            )
            for one in every
        ),
    )


COUNTED: Mapping[str, Callable[[YearRecords], Told]] = {
    "documents": _documents,
    "interpretations": _interpretations,
    "decisions": _decisions,
    "public_consultation": _activities(ActivityKind.PUBLIC_CONSULTATION, "opinions", "adopted"),
    "meeting_seats": _activities(ActivityKind.MEETING_SEATS, "opinions", "adopted"),
    "open_day": _activities(ActivityKind.OPEN_DAY, "opinions", "adopted"),
    "policy_evaluation": _policy_evaluation,
    "press_conference": _press_conference,
    "public_response": _activities(ActivityKind.PUBLIC_RESPONSE),
    "reviews": _reviews,
    "attributes": _attributes,
    "editions": _editions,
    "taken_down": _taken_down,
    "cleanup": _activities(ActivityKind.CLEANUP, "checked", "removed", "corrected"),
    "catalogue": _catalogue,
    "rules_made": _rules_made,
    "platforms": _platforms,
    "closed": _closed,
    "platform_checks": _platform_checks,
    "messages": _messages,
    "zone_event": _activities(ActivityKind.ZONE_EVENT, "consults"),
    "training": _activities(ActivityKind.TRAINING),
    "leader_briefing": _activities(ActivityKind.LEADER_BRIEFING),
    "joint_consultation": _activities(ActivityKind.JOINT_CONSULTATION),
    "supervision": _supervision,
    "inspection": _inspection,
    "self_inspections": _self_inspections,
    "exchange": _activities(ActivityKind.EXCHANGE),
    "case_submission": _case_submission,
    "proposals": _proposals,
    "new_cases": _new_cases,
    "new_exchanges": _new_exchanges,
}
