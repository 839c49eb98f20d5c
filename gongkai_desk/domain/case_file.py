"""What a case file holds beside the request and its events: who was asked, where one looked.

Every record belongs to one request. Dates that move the clock are events, never kept here too.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class PartyKind(StrEnum):
    THIRD_PARTY = "third_party"  # 第三十二条: silence is neither consent nor refusal
    JOINT_MAKER = "joint_maker"  # 第三十四条: silence is consent
    OTHER_AGENCY = "other_agency"  # 第三十三条第三款


class Opinion(StrEnum):
    PENDING = "pending"
    AGREE = "agree"
    PARTLY = "partly"
    REFUSE = "refuse"
    SILENT = "silent"  # nothing within 15 working days


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultedParty:
    """Who is behind the consultation events named `name`, and what the answer was.

    `override_reason` is set when the agency discloses against a refusal for the public interest
    (第三十二条: 重大影响); the third party must then be told in writing.
    """

    id: str
    request_id: str
    name: str  # the argument of the consultation events: A, B …
    kind: PartyKind
    party: str
    contact: str = ""
    address: str = ""
    about: str = ""  # the information asked about
    opinion: Opinion = Opinion.PENDING
    opinion_reason: str = ""
    override_reason: str = ""
    note: str = ""


class FeeBasis(StrEnum):
    ITEMS = "items"  # 按件计收
    PAGES = "pages"  # 按量计收


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeNotice:
    """What was asked for by a fee notice, and what was paid (国办函〔2020〕109号). Yuan.

    `count` is the number of items or pages of this request, `before` how many items of the same
    applicant in the same month came before it (ITEMS only). `event_id` is the FEE_NOTICED event;
    `received_on` the day the applicant got the notice, from which the days to pay run.
    """

    id: str
    request_id: str
    event_id: str
    basis: FeeBasis
    count: int
    before: int = 0
    amount: int
    payment_way: str = ""
    paid_amount: int | None = None
    receipt_number: str = ""  # 财政票据号
    note: str = ""
    received_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """One search for the information: the proof behind 信息不存在 (第三十六条第（四）项)."""

    id: str
    request_id: str
    date: dt.date
    place: str  # where: archive, system, office
    method: str = ""  # how: keywords, period, document numbers
    by: str = ""
    found: bool = False
    result: str = ""


class ContactWay(StrEnum):
    PHONE = "phone"
    IN_PERSON = "in_person"
    EMAIL = "email"
    MESSAGE = "message"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactEntry:
    """One contact with the applicant (主动沟通), reached or not."""

    id: str
    request_id: str
    date: dt.date
    time: str = ""  # "10:20"
    way: ContactWay = ContactWay.PHONE
    by: str = ""
    with_whom: str = ""
    reached: bool = True
    summary: str = ""


class ErrandKind(StrEnum):
    HANDLING = "handling"  # 承办科室意见
    ASSISTANCE = "assistance"  # 协办单位
    JOINT_MEETING = "joint_meeting"  # 疑难案件联合会商
    SECRECY_REVIEW = "secrecy_review"  # 保密审查
    LEGAL_REVIEW = "legal_review"  # 合法性审核
    SIGNING = "signing"  # 签发


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Something the case waits for inside the administration: a unit, a person, a date."""

    id: str
    request_id: str
    kind: ErrandKind
    unit: str
    person: str = ""
    matter: str = ""
    asked_on: dt.date
    due_on: dt.date | None = None
    answered_on: dt.date | None = None
    answer: str = ""
    reminded_on: tuple[dt.date, ...] = ()


class Stage(StrEnum):
    """登记、审核、办理、答复、归档 (第四十五条)."""

    REGISTERED = "registered"
    REVIEWED = "reviewed"
    HANDLED = "handled"
    REPLIED = "replied"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageMark:
    """A stage that a case has passed, by hand; what events show needs no mark."""

    id: str
    request_id: str
    stage: Stage
    date: dt.date
    by: str = ""
    note: str = ""


class DisputeKind(StrEnum):
    RECONSIDERATION = "reconsideration"
    LITIGATION = "litigation"


class Procedure(StrEnum):
    SIMPLE = "simple"  # 行政复议法 第五十四条: 5 working days to answer
    ORDINARY = "ordinary"  # 第四十八条: 10 working days


class DisputeResult(StrEnum):
    """The classes of table 4 of the annual report."""

    UPHELD = "upheld"  # 结果维持
    CORRECTED = "corrected"  # 结果纠正
    OTHER = "other"  # 其他结果
    PENDING = "pending"  # 尚未审结


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A 行政复议 or 行政诉讼 about the way a request was handled.

    `after_id` names the reconsideration a suit follows ("" = 未经复议直接起诉). `received_on` is
    the day the copy of the application or complaint reached us: from it the days to answer run.
    `redecide_by` is the last day for a new answer that the decision orders.
    """

    id: str
    request_id: str
    kind: DisputeKind
    authority: str  # 复议机关 or 法院
    case_number: str = ""
    claimant: str = ""
    claim: str = ""
    received_on: dt.date
    procedure: Procedure = Procedure.SIMPLE
    after_id: str = ""
    answered_on: dt.date | None = None  # 答复书、答辩状 handed in
    heard_on: dt.date | None = None
    decided_on: dt.date | None = None
    result: DisputeResult = DisputeResult.PENDING
    result_text: str = ""
    decision_number: str = ""
    redecide_by: dt.date | None = None
    opinion_received_on: dt.date | None = None  # 行政复议意见书: report within 60 days
    opinion_reported_on: dt.date | None = None
    costs: str = ""
    lesson: str = ""
    tags: tuple[str, ...] = ()
    in_library: bool = False  # 案例库
