"""From confirmed proposals to a prefilled form: nothing else gets into it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from gongkai_desk.domain import intake_labels as labels
from gongkai_desk.domain import intake_values as values
from gongkai_desk.domain.intake_flat import FoldedText
from gongkai_desk.domain.intake_proposal import Proposal
from gongkai_desk.domain.request import (
    Applicant,
    ApplicantKind,
    CarrierForm,
    Channel,
    Delivery,
    IdentityKind,
    Matter,
    Request,
)

_PLATFORM = re.compile(
    r"受理编号|申请编号|平台编号|流水号|申请单号|网上申请|依申请公开系统|处理平台"
)
_MAIL = re.compile(r"^[ \t>]*(?:发件人|From|收件人|主题|Subject) ?:", re.IGNORECASE | re.MULTILINE)
_CORRECTION = re.compile(r"更正(?:政府)?信息申请|(?:申请|要求|请求)更正|^更正", re.MULTILINE)

Meaning = ApplicantKind | IdentityKind | CarrierForm | Delivery


def channel_of(text: str) -> Channel:
    """How the pasted text seems to have come; UNSPECIFIED when it does not say."""
    plain = FoldedText(text).text
    if _MAIL.search(plain):
        return Channel.EMAIL
    return Channel.ONLINE if _PLATFORM.search(plain) else Channel.UNSPECIFIED


def matter_of(text: str) -> Matter:
    """更正 (第四十一条) when the text says so, else disclosure."""
    found = _CORRECTION.search(FoldedText(text).text)
    return Matter.CORRECTION if found else Matter.DISCLOSURE


def meaning(proposal: Proposal) -> Meaning | None:
    """What a word of the text means where the form offers a choice; None for free text."""
    match proposal.field:
        case labels.KIND:
            return values.kind_of(proposal.value)
        case labels.IDENTITY_KIND:
            return values.identity_kind_of(proposal.value)
        case labels.CARRIER:
            return values.carrier_of(proposal.value)
        case labels.DELIVERY:
            return values.delivery_of(proposal.value)
    return None


def prefilled(base: Request, confirmed: Iterable[Proposal]) -> Request:
    """`base` with the confirmed proposals; the values are those that the officer saw, and may have
    corrected.
    """
    taken = list(confirmed)
    chosen = {one.field: one for one in reversed(taken)}
    plain = {field: one.value.strip() for field, one in chosen.items() if meaning(one) is None}
    means = {field: meaning(one) for field, one in chosen.items()}
    told: dict[str, Any] = {
        name: plain[name] for name in ("subject", "purpose", "platform_number") if name in plain
    }
    for name in (labels.CARRIER, labels.DELIVERY):
        if means.get(name) is not None:
            told[name] = means[name]
    day = values.date_of(plain.get(labels.SUBMITTED, ""))
    if day is not None:
        told["submitted"] = day
    others = tuple(
        Applicant(name=one.value.strip()) for one in taken if one.field == labels.CO_APPLICANT
    )
    return replace(
        base,
        applicant=_applicant(base.applicant, plain, means),
        co_applicants=(*base.co_applicants, *others),
        description=_description(base.description, plain),
        **told,
    )


def _applicant(
    base: Applicant, plain: dict[str, str], means: dict[str, Meaning | None]
) -> Applicant:
    told: dict[str, Any] = {
        field.removeprefix("applicant."): text
        for field, text in plain.items()
        if field.startswith("applicant.") and field not in (labels.KIND, labels.IDENTITY_KIND)
    }
    for field in (labels.KIND, labels.IDENTITY_KIND):
        if means.get(field) is not None:
            told[field.removeprefix("applicant.")] = means[field]
    return replace(base, **told)


def _description(before: str, plain: dict[str, str]) -> str:
    """The description, and the document number on a line of its own."""
    number = plain.get(labels.DOCUMENT, "")
    pieces = (before, plain.get(labels.DESCRIPTION, ""), f"文号：{number}" if number else "")
    return "\n".join(piece for piece in pieces if piece)
