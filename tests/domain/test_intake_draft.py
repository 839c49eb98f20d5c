"""Only what was confirmed gets into the form, and means what the text meant."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai_desk.domain.intake_draft import channel_of, matter_of, prefilled
from gongkai_desk.domain.intake_text import proposals
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
from tests.intake_texts import TEXTS

BASE = Request(
    id="1", number="", applicant=Applicant(name=""), channel=Channel.UNSPECIFIED, subject=""
)
BY_NAME = {each.name: each.text for each in TEXTS}


def taken(text: str) -> Request:
    return prefilled(BASE, proposals(text))


def test_nothing_confirmed_changes_nothing() -> None:
    assert prefilled(BASE, ()) == BASE


def test_the_platform_print_out_fills_the_form() -> None:
    request = taken(BY_NAME["platform print-out: several labels in a line"])
    applicant = request.applicant
    assert (applicant.name, applicant.kind) == ("吴晓彤", ApplicantKind.NATURAL_PERSON)
    assert applicant.identity_kind is IdentityKind.ID_CARD
    assert request.delivery is Delivery.ONLINE
    assert request.submitted == dt.date(2026, 11, 18)
    assert request.description == "文号：示教发〔2026〕15号"
    assert request.platform_number == "3710002611180042"


def test_an_organisation_gets_its_kind_and_its_code() -> None:
    request = taken(BY_NAME["table of the official form, the organisation's half filled in"])
    assert request.applicant.kind is ApplicantKind.BUSINESS
    assert request.applicant.identity_kind is IdentityKind.CREDIT_CODE


def test_those_who_apply_together_come_along() -> None:
    request = taken(BY_NAME["several applicants and an agent"])
    assert [one.name for one in request.applicants] == ["张一鸣", "李二宝", "王三立"]
    assert request.applicant.agent_name == "周维律师事务所"


def test_marked_options_mean_something() -> None:
    request = taken(BY_NAME["options with the mark behind them, a minority name"])
    assert (request.carrier, request.delivery) == (CarrierForm.PAPER, Delivery.MAIL)
    assert request.applicant.identity_kind is IdentityKind.PASSPORT


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("发件人：a@b.cn\n您好", Channel.EMAIL),
        ("受理编号：37100026", Channel.ONLINE),
        ("申请人：林知远", Channel.UNSPECIFIED),
    ],
)
def test_the_channel_is_told_by_the_text(text: str, channel: Channel) -> None:
    assert channel_of(text) is channel


def test_a_correction_is_told_by_its_words() -> None:
    assert matter_of("本人要求更正档案中的出生日期") is Matter.CORRECTION
    assert matter_of("申请公开更正公告") is Matter.DISCLOSURE
