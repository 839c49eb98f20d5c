"""A disclosure request (依申请公开) as it is kept: the case, and the events that happened to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class ApplicantKind(StrEnum):
    """The six columns of table 3 of the annual report, in their official order."""

    NATURAL_PERSON = "natural_person"
    BUSINESS = "business"
    RESEARCH = "research"
    PUBLIC_INTEREST = "public_interest"
    LEGAL_SERVICE = "legal_service"
    OTHER = "other"


class Channel(StrEnum):
    """How the request came in; it decides the receipt date (条例 第三十一条)."""

    UNSPECIFIED = ""  # of a draft only: a request cannot be kept without its channel
    IN_PERSON = "in_person"  # 当面提交: 提交之日
    REGISTERED_MAIL = "registered_mail"  # 邮寄（EMS、挂号信）: 签收之日
    PLAIN_MAIL = "plain_mail"  # 平常信函: 与申请人确认之日
    ONLINE = "online"  # 互联网渠道: 双方确认之日
    EMAIL = "email"  # 互联网渠道: 双方确认之日
    FAX = "fax"  # 公开机构的传真: 双方确认之日

    @property
    def needs_confirmation(self) -> bool:
        """Whether the clock starts only when we and the applicant have confirmed the receipt."""
        return self in (Channel.PLAIN_MAIL, Channel.ONLINE, Channel.EMAIL, Channel.FAX)


class IdentityKind(StrEnum):
    ID_CARD = "id_card"
    PASSPORT = "passport"
    CREDIT_CODE = "credit_code"  # 统一社会信用代码
    OTHER = "other"


class Delivery(StrEnum):
    """Way the applicant wants to get the information (第二十九条（三）)."""

    UNSPECIFIED = ""
    PICK_UP = "pick_up"
    MAIL = "mail"
    EMAIL = "email"
    FAX = "fax"
    ON_SITE = "on_site"  # 当场阅读、抄录
    ONLINE = "online"


class Matter(StrEnum):
    """What the applicant wants; only disclosure is counted by the annual report."""

    DISCLOSURE = "disclosure"
    CORRECTION = "correction"  # 更正本人信息（第四十一条）


class CarrierForm(StrEnum):
    """Form the applicant wants the information in (第二十九条（三）)."""

    UNSPECIFIED = ""
    PAPER = "paper"
    ELECTRONIC = "electronic"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Who asks. Nothing but the name is ever demanded by the program."""

    name: str
    kind: ApplicantKind | None = None
    identity_kind: IdentityKind = IdentityKind.ID_CARD
    identity_number: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    legal_representative: str = ""  # organisations
    contact_person: str = ""  # organisations
    agent_name: str = ""
    agent_identity_number: str = ""
    agent_authority: str = ""
    rare_characters: str = ""  # 生僻字说明


class EventKind(StrEnum):
    """What can happen to a request. The first thirteen are the contract of the command line.

    REASONS_REQUESTED and REASONS_RECEIVED (第三十五条) leave the clock alone. MERGED closes a case
    whose number `argument` carries it on (并案). REDECISION_ORDERED is the one event that may
    follow the end of a case: it starts a new period, to the ISO date `argument` or, when empty, of
    twenty working days.
    """

    CLARIFICATION_REQUESTED = "clarification_requested"
    CLARIFICATION_RECEIVED = "clarification_received"
    CLARIFICATION_LAPSED = "clarification_lapsed"
    CONSULTATION_SENT = "consultation_sent"
    CONSULTATION_DELIVERED = "consultation_delivered"
    CONSULTATION_ANSWERED = "consultation_answered"
    EXTENDED = "extended"
    DELAYED = "delayed"
    FEE_NOTICED = "fee_noticed"
    FEE_PAID = "fee_paid"
    FEE_LAPSED = "fee_lapsed"
    REPLIED = "replied"
    WITHDRAWN = "withdrawn"
    DUE_OVERRIDDEN = "due_overridden"  # the officer's own due date, with a reason
    REASONS_REQUESTED = "reasons_requested"
    REASONS_RECEIVED = "reasons_received"
    MERGED = "merged"
    REDECISION_ORDERED = "redecision_ordered"


CLOSING = frozenset(
    {
        EventKind.CLARIFICATION_LAPSED,
        EventKind.FEE_LAPSED,
        EventKind.REPLIED,
        EventKind.WITHDRAWN,
        EventKind.MERGED,
    }
)


class ServiceWay(StrEnum):
    """How the reply was served, and so which day counts (国办公开办函〔2016〕235号)."""

    IN_PERSON = "in_person"  # 直接送达: 签收之日
    DELEGATED = "delegated"  # 委托其他行政机关代为送达: 签收之日
    MAIL = "mail"  # 邮寄送达（邮政企业）: 交邮之日
    EMAIL = "email"  # 发出之日
    ONLINE = "online"  # 发出之日


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """How and when a reply reached the applicant (送达)."""

    way: ServiceWay
    posted_on: dt.date | None = None
    mail_number: str = ""
    signed_on: dt.date | None = None
    signed_by: str = ""
    agency: str = ""  # DELEGATED: the agency that hands it over
    proof: str = ""  # 送达凭证: what is kept as proof, and where

    @property
    def counts_on(self) -> dt.date | None:
        """The day that ends the clock: posting for mail and e-mail, signing when handed over."""
        if self.way in (ServiceWay.IN_PERSON, ServiceWay.DELEGATED):
            return self.signed_on
        return self.posted_on


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestEvent:
    """One thing that happened, on the day it happened.

    `argument` is the event's single parameter as text: the consultation's name, the number of
    working days of an extension, an ISO date for DELAYED and DUE_OVERRIDDEN. `approved_by` is who
    agreed where the law wants the head of the disclosure office (第三十三条); `until` the day given
    to the applicant: for the clarification (第三十条) or for the reasons (第三十五条). A mistaken
    event is never deleted: it is voided with a date and a reason and stays in the timeline.
    """

    id: str
    request_id: str
    date: dt.date
    kind: EventKind
    argument: str = ""
    note: str = ""
    actor: str = ""
    voided_on: dt.date | None = None
    voided_because: str = ""
    approved_by: str = ""
    until: dt.date | None = None

    @property
    def counts(self) -> bool:
        return self.voided_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPart:
    """One of several contents of a request that are handled apart (区分处理)."""

    text: str
    outcome: str = ""  # a code of resources/statutes/outcomes.toml
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a case had ended before a re-decision took it up again."""

    closed_on: dt.date
    outcome: str
    reason: str = ""
    reply_number: str = ""
    service: Service | None = None
    withheld_ground: str = ""
    parts: tuple[RequestPart, ...] = ()


class Publish(StrEnum):
    """The answer to: shall what was given to one be published to all? (依申请转主动公开)"""

    UNDECIDED = "undecided"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The decision on publishing what one applicant got (第四十四条)."""

    choice: Publish = Publish.UNDECIDED
    decided_on: dt.date | None = None
    decided_by: str = ""
    reason: str = ""
    place: str = ""  # column or address where it was published


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One case.

    `received` is the legal receipt date (收到申请之日) and day 0 of the clock; `submitted` and
    `arrived` are the facts behind it, `confirmed_by` and `confirmed_how` its proof where the
    channel needs one. While `received` is None the clock has not started. Due date and state are
    never stored: `clock.run` computes them from the events.
    `outcome` is the code of a row of resources/statutes/outcomes.toml; `reply_number` the
    document number of the reply. `withheld_ground` is the outcome code behind the withheld part of
    部分公开. `endings` are those before re-decisions, the first one is what the report counted.
    """

    id: str
    number: str  # 登记编号
    applicant: Applicant
    channel: Channel
    subject: str  # what is asked for, in a line
    description: str = ""  # 所需信息的内容描述
    purpose: str = ""
    submitted: dt.date | None = None
    arrived: dt.date | None = None
    received: dt.date | None = None
    confirmed_by: str = ""
    confirmed_how: str = ""
    carrier: CarrierForm = CarrierForm.UNSPECIFIED
    delivery: Delivery = Delivery.UNSPECIFIED
    platform_number: str = ""
    handler: str = ""  # 承办科室
    tags: tuple[str, ...] = ()
    note: str = ""
    outcome: str = ""
    outcome_reason: str = ""
    reply_number: str = ""
    service: Service | None = None
    matter: Matter = Matter.DISCLOSURE
    co_applicants: tuple[Applicant, ...] = ()
    arrived_at: str = ""  # the hour as noted, "17:40": shows an arrival after office hours
    parts: tuple[RequestPart, ...] = ()
    withheld_ground: str = ""
    merged_into: str = ""  # id of the request that carries this one on
    publication: Publication | None = None
    endings: tuple[Ending, ...] = ()
    archive_number: str = ""
    archived_on: dt.date | None = None
    retention_years: int | None = None

    @property
    def applicants(self) -> tuple[Applicant, ...]:
        """All who ask together, the first one leading."""
        return (self.applicant, *self.co_applicants)
