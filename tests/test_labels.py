"""Every enum of the register has a label of its own, in both languages."""

from __future__ import annotations

from enum import Enum

import pytest

from gongkai_desk import i18n
from gongkai_desk.domain.case import Group, Status
from gongkai_desk.domain.intake_proposal import Certainty
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.domain.receipt import ReceiptDay
from gongkai_desk.domain.request import (
    ApplicantKind,
    CarrierForm,
    Channel,
    Delivery,
    EventKind,
    IdentityKind,
    ServiceWay,
)
from gongkai_desk.domain.similarity import Reason
from gongkai_desk.texts import label

ENUMS: tuple[type[Enum], ...] = (
    ApplicantKind,
    CarrierForm,
    Certainty,
    Channel,
    Delivery,
    EventKind,
    Group,
    IdentityKind,
    Reason,
    ReceiptDay,
    Remedy,
    ServiceWay,
    Status,
)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("kind", ENUMS)
def test_every_member_has_a_label_no_other_member_has(kind: type[Enum], language: str) -> None:
    i18n.use(language)
    labels = [label(member) for member in kind]
    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_equal_values_of_two_enums_keep_their_own_labels() -> None:
    assert (label(Channel.IN_PERSON), label(ServiceWay.IN_PERSON)) == ("当面提交", "直接送达")
    assert (label(Delivery.MAIL), label(ServiceWay.MAIL)) == ("邮寄", "邮寄送达")
