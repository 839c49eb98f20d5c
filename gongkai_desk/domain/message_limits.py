"""Until when a message must be answered, and how it stands on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from gongkai_desk.domain.calendar import WorkCalendar
from gongkai_desk.domain.platform import SiteMessage
from gongkai_desk.domain.platform_limits import add_months


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRule:
    """A channel of `resources/platforms/limits.toml`: `days` working days for the answer,
    `handover` for handing it on, `months` after which it counts against the whole site.
    """

    name: str
    title: str
    source: str
    days: int | None = None
    handover: int | None = None
    months: int | None = None
    unsure: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRules:
    """The channels in their order, what the office set taken in."""

    rules: tuple[ChannelRule, ...]

    def named(self, name: str) -> ChannelRule | None:
        return next((rule for rule in self.rules if rule.name == name), None)

    def with_own(self, days: Mapping[str, int]) -> ChannelRules:
        """These rules with the working days the office set for some of them."""
        return ChannelRules(
            rules=tuple(
                replace(rule, days=days[rule.name], own=True, unsure=False)
                if rule.name in days
                else rule
                for rule in self.rules
            )
        )


class MessageState(StrEnum):
    LATE = "late"
    DUE = "due"  # today or on the next working day
    WAITING = "waiting"
    IN_TIME = "in_time"
    ANSWERED_LATE = "answered_late"
    ANSWERED = "answered"  # and there was no limit

    @property
    def open(self) -> bool:
        """Whether it still waits for its answer."""
        return self in (MessageState.LATE, MessageState.DUE, MessageState.WAITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageStanding:
    """A message on a day. `due` is the last day for the answer, `handover_due` for handing it on,
    `veto` the last day before it counts against the whole site; `left` are working days until
    `due`, negative when it is over; `took` those from receipt to answer. `provisional`: the
    holidays in between are not known yet. `unsure`: the limit itself is. `site` names its platform.
    """

    message: SiteMessage
    state: MessageState
    rule: ChannelRule | None = None
    due: dt.date | None = None
    handover_due: dt.date | None = None
    veto: dt.date | None = None
    left: int | None = None
    took: int | None = None
    provisional: bool = False
    unsure: bool = False
    site: str = ""

    @property
    def id(self) -> str:
        return self.message.id


def message_standing(
    message: SiteMessage,
    rules: ChannelRules,
    calendar: WorkCalendar,
    today: dt.date,
    site: str = "",
) -> MessageStanding:
    """How `message` stands on `today`; its own working days go before those of its channel."""
    rule = rules.named(message.source)
    days = message.limit_days if message.limit_days is not None else rule.days if rule else None
    veto = add_months(message.received, rule.months) if rule and rule.months else None
    due = calendar.add(message.received, days) if days is not None else veto
    handover = rule.handover if rule else None
    answered = message.answered_on
    if answered is not None and answered > today:
        answered = None
    return MessageStanding(
        message=message,
        state=_state(answered, due, calendar, today),
        rule=rule,
        due=due,
        handover_due=None if handover is None else calendar.add(message.received, handover),
        veto=veto,
        left=None if due is None or answered else _left(today, due, calendar),
        took=calendar.count(message.received, answered) if answered else None,
        provisional=days is not None and due is not None
        and calendar.provisional(message.received, due),
        unsure=message.limit_days is None and rule is not None and rule.unsure,
        site=site,
    )  # fmt: skip


def _left(today: dt.date, due: dt.date, calendar: WorkCalendar) -> int:
    """A rest day behind the last working day is the first day over."""
    left = calendar.count(today, due)
    return left if today <= due else min(-1, left)


def _state(
    answered: dt.date | None, due: dt.date | None, calendar: WorkCalendar, today: dt.date
) -> MessageState:
    if answered is not None:
        if due is None:
            return MessageState.ANSWERED
        return MessageState.IN_TIME if answered <= due else MessageState.ANSWERED_LATE
    if due is None:
        return MessageState.WAITING
    if today > due:
        return MessageState.LATE
    return MessageState.DUE if calendar.count(today, due) <= 1 else MessageState.WAITING
