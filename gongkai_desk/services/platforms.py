"""Websites, columns and accounts with the checks of them, and the messages that came in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from typing_extensions import override

from gongkai_desk.domain.attention import Attention, Concern, Weight
from gongkai_desk.domain.changes import Changes, Record, new_id
from gongkai_desk.domain.message_limits import (
    ChannelRules,
    MessageStanding,
    MessageState,
    message_standing,
)
from gongkai_desk.domain.platform import (
    Platform,
    PlatformCheck,
    PlatformKind,
    SiteMessage,
    Slimming,
)
from gongkai_desk.domain.platform_checks import check_check, check_message, check_platform
from gongkai_desk.domain.platform_limits import (
    LimitRules,
    PlatformStanding,
    PlatformState,
    in_tree_order,
    is_closed,
    standing,
)
from gongkai_desk.domain.problems import Problem, refuse, refuse_all
from gongkai_desk.i18n import _
from gongkai_desk.services.disclosure_settings import DisclosureSettingsService
from gongkai_desk.services.holidays import HolidayService
from gongkai_desk.services.platform_rules import channels_of, limits_of
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.storage.database import Database

_EXAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundEntry:
    """What was seen of one platform in a round of checks (巡检)."""

    platform_id: str
    last_update: dt.date | None = None
    problems: str = ""


class PlatformService(RecordKeeper):
    def __init__(
        self, database: Database, holidays: HolidayService, settings: DisclosureSettingsService
    ) -> None:
        super().__init__(database)
        self._holidays, self._settings = holidays, settings

    # limits

    @property
    def limits(self) -> LimitRules:
        """The categories with the office's own days."""
        return limits_of(self._settings.get().platform_limits)

    @property
    def channels(self) -> ChannelRules:
        """The channels of messages with the office's own working days."""
        return channels_of(self._settings.get().platform_limits)

    @property
    def own_limits(self) -> Mapping[str, int]:
        """The days the office set, by category or channel."""
        return self._settings.get().platform_limits

    def set_limits(self, days: Mapping[str, int]) -> Changes:
        """Keep the office's own days; what is not named follows the published ones."""
        return self._settings.save(replace(self._settings.get(), platform_limits=dict(days)))

    # what must be right

    @override
    def check(self, record: Record, on: dt.date) -> list[Problem]:
        match record:
            case Platform():
                return list(check_platform(record, self.all(Platform), on))
            case PlatformCheck():
                return list(check_check(record, on))
            case SiteMessage():
                return list(check_message(record, on))
        return []

    @override
    def leave(self, record: Record) -> Sequence[Record]:
        """A platform takes its checks along, a website its columns with theirs; the last entered
        go first, so that undo enters them again in their order.
        """
        if not isinstance(record, Platform):
            return [record]
        below = [one for one in self.all(Platform, parent_id=record.id) if one.id != record.id]
        checks = [check for one in (*below, record) for check in self.checks(one.id)]
        return [*checks, *reversed(below), record]

    # platforms

    def checks(self, platform_id: str) -> list[PlatformCheck]:
        """The checks of a platform, the last one first."""
        found = self.all(PlatformCheck, platform_id=platform_id)
        found.reverse()  # of several on one day the last entered stays first
        return sorted(found, key=lambda one: one.date, reverse=True)

    def standings(self, today: dt.date) -> list[PlatformStanding]:
        """Every platform as it stands, columns below their website, closed ones last."""
        every, rules = self.all(Platform), self.limits
        names = {one.id: one.name for one in every}
        checks: dict[str, list[PlatformCheck]] = {}
        for check in self.all(PlatformCheck):
            checks.setdefault(check.platform_id, []).append(check)
        return [
            standing(one, checks.get(one.id, ()), rules, today, names.get(one.parent_id, ""))
            for one in in_tree_order(every, today)
        ]

    def sites(self) -> list[Platform]:
        """The websites, for the columns to belong to."""
        return [one for one in self.all(Platform) if one.kind is PlatformKind.WEBSITE]

    def record_round(
        self, date: dt.date, by: str, entries: Sequence[RoundEntry], today: dt.date
    ) -> Changes:
        """Keep a check of `date` for each entry, all or none. A refusal names in `field` the id of
        the platform it is about.
        """
        if not entries:
            raise refuse("round-empty")
        checks = [
            PlatformCheck(
                id=new_id(),
                platform_id=entry.platform_id,
                date=date,
                last_update=entry.last_update,
                by=by,
                problems=entry.problems,
            )
            for entry in entries
        ]
        refuse_all(
            replace(problem, field="date" if problem.field == "date" else check.platform_id)
            for check in checks
            for problem in check_check(check, today)
        )
        with self._database.write("record-platform-round") as work:
            for check in checks:
                work.put(check)
        return work.changes

    def close(
        self, platform: Platform, day: dt.date, today: dt.date, into: Platform | None = None
    ) -> Changes:
        """Close a platform; merged `into` another one, which takes over its open columns. Without
        that the columns of a website close with it.
        """
        closed = replace(platform, slimming=Slimming.CLOSED, closed_on=day)
        if into is not None:
            note = _("Merged into “{name}”").format(name=into.name)
            closed = replace(closed, note="\n".join(filter(None, (platform.note, note))))
        refuse_all(self.check(closed, today))
        below = [
            one
            for one in self.all(Platform, parent_id=platform.id)
            if one.id != platform.id and not is_closed(one, today)
        ]
        with self._database.write("close-platform") as work:
            work.put(closed)
            for column in below:
                if into is not None:
                    work.put(replace(column, parent_id=into.id))
                else:
                    work.put(replace(column, slimming=Slimming.CLOSED, closed_on=day))
        return work.changes

    def mend(self, check: PlatformCheck, day: dt.date, today: dt.date) -> Changes:
        """Keep the day on which what was wrong at a check was put right."""
        return self.save(replace(check, mended_on=day), today)

    # messages

    def messages(self, today: dt.date) -> list[MessageStanding]:
        """Every message as it stands: the open ones by their due day, then the answered ones, the
        newest first.
        """
        rules, calendar = self.channels, self._holidays.calendar()
        names = {one.id: one.name for one in self.all(Platform)}
        every = [
            message_standing(one, rules, calendar, today, names.get(one.platform_id, ""))
            for one in self.all(SiteMessage)
        ]
        waiting = [one for one in every if one.state.open]
        waiting.sort(key=lambda one: (one.due or dt.date.max, one.message.received))
        done = [one for one in every if not one.state.open]
        done.sort(key=lambda one: one.message.received, reverse=True)
        return waiting + done

    def message_as(self, message: SiteMessage, today: dt.date) -> MessageStanding:
        """A message as it would stand, also one that is not kept yet."""
        return message_standing(message, self.channels, self._holidays.calendar(), today)

    def answer(self, message: SiteMessage, day: dt.date, result: str, today: dt.date) -> Changes:
        """Keep day and text of the answer."""
        answered = replace(message, answered_on=day, result=result)
        refuse_all(self.check(answered, today))
        with self._database.write("answer-site-message") as work:
            work.put(answered)
        return work.changes

    # what asks for attention

    def attention(self, today: dt.date) -> tuple[Attention, ...]:
        """Platforms beyond their limit or to be looked at, messages late or waiting."""
        platforms, messages = self.standings(today), self.messages(today)
        late = [one for one in platforms if one.state is PlatformState.LATE]
        due = [one for one in platforms if one.check_due]
        over = [one for one in messages if one.state is MessageState.LATE]
        waiting = [one for one in messages if one.state.open and one not in over]
        names = [one.platform.name for one in late], [one.platform.name for one in due]
        said = [_short(one) for one in over], [_short(one) for one in waiting]
        found = (
            _attention(
                Concern.PLATFORM_LATE, Weight.BAD, "platforms", "late", names[0],
                [one.due for one in late],
            ),
            _attention(
                Concern.PLATFORM_CHECK_DUE, Weight.WARN, "platforms", "check-due", names[1],
                [one.next_check for one in due],
            ),
            _attention(
                Concern.MESSAGE_LATE, Weight.BAD, "messages", "late", said[0],
                [one.due for one in over],
            ),
            _attention(
                Concern.MESSAGE_WAITING, Weight.INFO, "messages", "waiting", said[1],
                [one.due for one in waiting],
            ),
        )  # fmt: skip
        return tuple(one for one in found if one.count)


def _attention(
    concern: Concern,
    weight: Weight,
    section: str,
    view: str,
    names: Sequence[str],
    days: Sequence[dt.date | None],
) -> Attention:
    return Attention(
        concern=concern,
        count=len(names),
        weight=weight,
        page="activities",
        section=section,
        view=view,
        next_date=min((day for day in days if day is not None), default=None),
        examples=tuple(names[:_EXAMPLES]),
    )


def _short(one: MessageStanding) -> str:
    return one.message.text.strip().split("\n")[0][:24]
