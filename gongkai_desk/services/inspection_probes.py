"""What the office file itself can say about an item of a self-inspection: a proposal, no more.

A probe answers None where the office file holds nothing it could judge by.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.activity import Activity, ActivityKind, Institution
from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.catalogue import CatalogueVersion
from gongkai_desk.domain.decision_stages import Standing
from gongkai_desk.domain.disclosure_settings import DISCLOSURE_SETTINGS_ID, DisclosureSettings
from gongkai_desk.domain.document_states import Standing as DocumentStanding
from gongkai_desk.domain.document_states import standing
from gongkai_desk.domain.inspection_scoring import Quarter
from gongkai_desk.domain.message_limits import message_standing
from gongkai_desk.domain.official_document import (
    Attribute,
    Interpretation,
    InterpretationStage,
    OfficialDocument,
)
from gongkai_desk.domain.platform import (
    Platform,
    PlatformCheck,
    PlatformKind,
    SiteMessage,
    Slimming,
)
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.platform_rules import channels_of
from gongkai_desk.storage.database import Database

_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What was found, in words; `fine` when nothing speaks against the item."""

    fine: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What probes look at: the office file, the quarter, and the day up to which it is judged."""

    database: Database
    quarter: Quarter
    day: dt.date
    calendar: WorkCalendar
    standings: Sequence[Standing]
    cases: Sequence[Case]

    @property
    def settings(self) -> DisclosureSettings:
        kept = self.database.find(DisclosureSettings, DISCLOSURE_SETTINGS_ID)
        return kept or DisclosureSettings()

    def within(self, day: dt.date | None, begin: dt.date | None = None) -> bool:
        """Whether a day lies in the quarter, or from `begin` on, and not behind the day judged."""
        return day is not None and (begin or self.quarter.first_day) <= day <= self.day


def probe(name: str, ground: Ground) -> Proposal | None:
    """The answer of the probe with this name; None for one nobody knows."""
    known = PROBES.get(name)
    return known(ground) if known is not None else None


def _counted(bad: Sequence[str], sentence: str, fine: str) -> Proposal:
    """`sentence` with the number and the first names of what speaks against it."""
    if not bad:
        return Proposal(fine=True, text=fine)
    names = pgettext("deeds", ", ").join(bad[:_NAMED])
    if len(bad) > _NAMED:
        names = _("{names} and others").format(names=names)
    return Proposal(fine=False, text=sentence.format(n=len(bad), names=names))


def _platforms(ground: Ground, *kinds: PlatformKind) -> list[Platform]:
    return [
        one
        for one in ground.database.read(Platform)
        if one.kind in kinds
        and (one.closed_on is None or one.closed_on > ground.day)
        and one.slimming is not Slimming.CLOSED
    ]


def _stale(kind: PlatformKind, days: int) -> Callable[[Ground], Proposal | None]:
    """Platforms of a kind whose newest entry was older than `days` at their last check."""

    def look(ground: Ground) -> Proposal | None:
        platforms = _platforms(ground, kind)
        checks = [one for one in ground.database.read(PlatformCheck) if one.date <= ground.day]
        newest: dict[str, PlatformCheck] = {}
        for check in sorted(checks, key=lambda one: one.date):
            if check.last_update is not None:
                newest[check.platform_id] = check
        known = [one for one in platforms if one.id in newest]
        if not known:
            return None
        bad = [one.name for one in known if _age(newest[one.id]) > days]
        sentence = ngettext(
            "{n} not updated for more than {days} days: {names}",
            "{n} not updated for more than {days} days: {names}",
            len(bad),
        ).replace("{days}", str(days))
        fine = _("All that were checked had been updated within {days} days").format(days=days)
        return _counted(bad, sentence, fine)

    return look


def _age(check: PlatformCheck) -> int:
    assert check.last_update is not None
    return (check.date - check.last_update).days


def _messages(days: int) -> Callable[[Ground], Proposal | None]:
    """Messages that waited for more than `days`; 0: longer than their own limit."""

    def look(ground: Ground) -> Proposal | None:
        messages = [one for one in ground.database.read(SiteMessage) if one.received <= ground.day]
        if not messages:
            return None
        bad = [one.text[:16] for one in messages if _waited(one, ground) > days > 0]
        if days == 0:
            bad = [one.text[:16] for one in messages if _over_limit(one, ground)]
        sentence = ngettext(
            "{n} message answered too late or not at all: {names}",
            "{n} messages answered too late or not at all: {names}",
            len(bad),
        )
        return _counted(bad, sentence, _("No message waited too long"))

    return look


def _waited(message: SiteMessage, ground: Ground) -> int:
    """Days; a message answered before the quarter does not count any more."""
    if message.answered_on is not None and message.answered_on < ground.quarter.first_day:
        return 0
    return ((message.answered_on or ground.day) - message.received).days


def _over_limit(message: SiteMessage, ground: Ground) -> bool:
    """As the list of messages counts: its own working days, else those of its channel."""
    if _waited(message, ground) == 0:
        return False
    rules = channels_of(ground.settings.platform_limits)
    due = message_standing(message, rules, ground.calendar, ground.day).due
    return due is not None and (message.answered_on or ground.day) > due


def _filing(ground: Ground) -> Proposal | None:
    accounts = _platforms(ground, PlatformKind.NEW_MEDIA)
    if not accounts:
        return None
    bad = [one.name for one in accounts if one.filed_on is None and not one.filing_number]
    sentence = ngettext(
        "{n} account without a filing: {names}", "{n} accounts without a filing: {names}", len(bad)
    )
    return _counted(bad, sentence, _("All accounts are filed"))


def _quarterly(ground: Ground) -> Proposal | None:
    accounts = _platforms(ground, PlatformKind.NEW_MEDIA, PlatformKind.WEBSITE)
    if not accounts:
        return None
    checked = {
        one.platform_id for one in ground.database.read(PlatformCheck) if ground.within(one.date)
    }
    bad = [one.name for one in accounts if one.id not in checked]
    sentence = ngettext(
        "{n} not checked in this quarter: {names}",
        "{n} not checked in this quarter: {names}",
        len(bad),
    )
    return _counted(bad, sentence, _("All were checked in this quarter"))


def _publication(ground: Ground) -> Proposal | None:
    """Documents whose time of publication ended in the quarter; one that its review keeps from
    the public has none.
    """
    judged = []
    for one in ground.database.read(OfficialDocument):
        refused = standing(one, ground.day) is DocumentStanding.REFUSED
        if one.attribute is Attribute.PROACTIVE and one.formed_on is not None and not refused:
            days = one.limit_days or ground.settings.publication_days
            due = ground.calendar.add(one.formed_on, days)
            first = min((each.date for each in one.published), default=None)
            if ground.within(due) or ground.within(first):
                judged.append((one.title, due, first))
    if not judged:
        return None
    bad = [title for title, due, first in judged if (first or ground.day) > due]
    sentence = ngettext(
        "{n} published late or not yet: {names}", "{n} published late or not yet: {names}", len(bad)
    )
    return _counted(bad, sentence, _("All of this quarter were published in time"))


def _review(ground: Ground) -> Proposal | None:
    """Documents published in the quarter that nobody had reviewed before."""
    judged = []
    for one in ground.database.read(OfficialDocument):
        first = min((each.date for each in one.published), default=None)
        if first is not None and ground.within(first):
            judged.append((one.title, any(review.date <= first for review in one.reviews)))
    if not judged:
        return None
    bad = [title for title, reviewed in judged if not reviewed]
    sentence = ngettext(
        "{n} published without a review before: {names}",
        "{n} published without a review before: {names}",
        len(bad),
    )
    return _counted(bad, sentence, _("All published in this quarter were reviewed before"))


def _take_down(ground: Ground) -> Proposal | None:
    limited = [one for one in ground.database.read(OfficialDocument) if one.keep_until is not None]
    if not limited:
        return None
    bad = [
        one.title
        for one in limited
        if one.keep_until is not None
        and one.keep_until < ground.day
        and one.taken_down_on is None
        and one.published
    ]
    sentence = ngettext(
        "{n} should have been taken down: {names}",
        "{n} should have been taken down: {names}",
        len(bad),
    )
    return _counted(bad, sentence, _("Nothing is published beyond its time"))


def _interpretation(ground: Ground) -> Proposal | None:
    """Documents of the quarter that want an interpretation and had none on time; that of a draft
    does not explain the document.
    """
    first_of: dict[str, dt.date] = {}
    for each in ground.database.read(Interpretation):
        if each.published_on is not None and each.stage is not InterpretationStage.DRAFT:
            known = first_of.get(each.document_id, each.published_on)
            first_of[each.document_id] = min(known, each.published_on)
    judged = []
    for one in ground.database.read(OfficialDocument):
        first = min((each.date for each in one.published), default=None)
        if one.needs_interpretation and first is not None and ground.within(first):
            due = ground.calendar.add(first, ground.settings.interpretation_days)
            judged.append((one.title, one.id in first_of and first_of[one.id] <= due))
    if not judged:
        return None
    bad = [title for title, in_time in judged if not in_time]
    sentence = ngettext(
        "{n} without an interpretation in time: {names}",
        "{n} without an interpretation in time: {names}",
        len(bad),
    )
    return _counted(bad, sentence, _("All of this quarter have their interpretation"))


def _links(ground: Ground) -> Proposal | None:
    published = [
        one for one in ground.database.read(Interpretation) if ground.within(one.published_on)
    ]
    if not published:
        return None
    bad = [one.title for one in published if not one.linked]
    sentence = ngettext(
        "{n} not linked with its document: {names}",
        "{n} not linked with their documents: {names}",
        len(bad),
    )
    return _counted(bad, sentence, _("All are linked with their documents"))


def _decisions(ground: Ground) -> Proposal | None:
    if not ground.standings:
        return None
    bad = [one.decision.title for one in ground.standings if one.gaps]
    sentence = ngettext(
        "{n} decision with gaps: {names}", "{n} decisions with gaps: {names}", len(bad)
    )
    return _counted(bad, sentence, _("No decision has gaps"))


def _requests(ground: Ground) -> Proposal | None:
    """Requests whose time to answer ended in the quarter, answered late or not at all."""
    judged = [
        one
        for one in ground.cases
        if ground.within(one.due) or (one.due is not None and ground.within(one.closed_on))
    ]
    if not judged:
        return None
    bad = [one.request.number for one in judged if _late(one, ground.day)]
    sentence = ngettext(
        "{n} request not answered in time: {names}",
        "{n} requests not answered in time: {names}",
        len(bad),
    )
    return _counted(bad, sentence, _("All requests were answered in time"))


def _late(case: Case, day: dt.date) -> bool:
    return case.due is not None and (case.closed_on or day) > case.due


def _catalogue(ground: Ground) -> Proposal | None:
    versions = [one.made_on for one in ground.database.read(CatalogueVersion)]
    made = max((day for day in versions if day <= ground.day), default=None)
    if made is None:
        return None
    fine = (ground.day - made).days <= 365
    return Proposal(fine=fine, text=_("Last renewed on {date}").format(date=made.isoformat()))


def _institutions(ground: Ground) -> Proposal | None:
    supervised = [one for one in ground.database.read(Institution) if one.closed_on is None]
    if not supervised:
        return None
    bad = [one.name for one in supervised if one.catalogue_on is None]
    sentence = ngettext(
        "{n} institution without a catalogue: {names}",
        "{n} institutions without a catalogue: {names}",
        len(bad),
    )
    return _counted(bad, sentence, _("All institutions have a catalogue"))


def _done(kind: ActivityKind, months: int) -> Callable[[Ground], Proposal | None]:
    """Whether something of a kind was done in the period of so many months that runs."""

    def look(ground: Ground) -> Proposal | None:
        every = ground.database.read(Activity)
        if not every:
            return None
        month = (ground.quarter.first_day.month - 1) // months * months + 1
        begin = dt.date(ground.quarter.year, month, 1)
        days = _days(one for one in every if one.kind is kind and ground.within(one.date, begin))
        if not days:
            text = _("None recorded since {date}").format(date=begin.isoformat())
            return Proposal(fine=False, text=text)
        text = ngettext("{n} recorded: {days}", "{n} recorded: {days}", len(days))
        listed = pgettext("deeds", ", ").join(days[-_NAMED:])
        return Proposal(fine=True, text=text.format(n=len(days), days=listed))

    return look


def _days(activities: Iterable[Activity]) -> list[str]:
    return sorted(one.date.isoformat() for one in activities)


PROBES: dict[str, Callable[[Ground], Proposal | None]] = {
    "website-14": _stale(PlatformKind.WEBSITE, 14),
    "new-media-14": _stale(PlatformKind.NEW_MEDIA, 14),
    "columns-183": _stale(PlatformKind.COLUMN, 183),
    "messages-91": _messages(91),
    "messages-open": _messages(0),
    "media-filing": _filing,
    "quarterly-check": _quarterly,
    "publication": _publication,
    "review": _review,
    "take-down": _take_down,
    "interpretation": _interpretation,
    "interpretation-links": _links,
    "decisions": _decisions,
    "requests": _requests,
    "catalogue-365": _catalogue,
    "institutions": _institutions,
    "training-year": _done(ActivityKind.TRAINING, 12),
    "meetings-half": _done(ActivityKind.MEETING_SEATS, 6),
    "evaluation-year": _done(ActivityKind.POLICY_EVALUATION, 12),
    "joint-consultation": _done(ActivityKind.JOINT_CONSULTATION, 12),
}
