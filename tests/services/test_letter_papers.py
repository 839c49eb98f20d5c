"""Many letters in one printing, envelopes and proofs of service."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from gongkai_desk.domain.case_file import ConsultedParty, PartyKind
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.envelope import EnvelopeSize
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.request import Service, ServiceWay
from gongkai_desk.services.desk import Desk
from tests.builders import a_request, an_applicant
from tests.services.test_letters import DAY, draft, issue
from tests.services.test_letters import desk as desk


def pages(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(path).pages]


def test_letters_are_printed_in_the_order_asked_for(desk: Desk, tmp_path: Path) -> None:
    issued = []
    for name in ("甲", "乙", "丙"):
        request = a_request(applicant=an_applicant(name=name, postcode="264200", address="路1号"))
        desk.register.add(request, on=DAY)
        issued.append(issue(desk, draft(desk, request)))
    ids = [issued[2].id, issued[0].id]
    path = tmp_path / "全部.pdf"
    desk.letter_papers.letters(ids, path)
    found = [text for text in pages(path) if "号" in text.split("\n")[1]]
    assert ["3号" in found[0], "1号" in found[1]] == [True, True]
    desk.letter_papers.envelopes(ids, EnvelopeSize.C5, path, printed=True)
    first, second = pages(path)
    assert "丙" in first
    assert "甲" in second
    assert "2" in first
    desk.letter_papers.service_sheets(ids, path)
    first, second = pages(path)
    assert issued[2].number in first
    assert issued[0].number in second


def test_letters_are_listed_by_day_and_voided_ones_left_out(desk: Desk) -> None:
    request = a_request()
    desk.register.add(request, on=DAY)
    later = DAY + dt.timedelta(days=3)
    first, second = issue(desk, draft(desk, request)), issue(desk, draft(desk, request), later)
    third = issue(desk, draft(desk, request))
    desk.letters.void(third.id, DAY, "错")
    listed = desk.letter_papers.issued()
    assert [one.id for one in listed] == [first.id, second.id]
    assert [one.id for one in desk.letter_papers.issued(later, later)] == [second.id]
    assert [one.request.id for one in desk.letter_papers.issued(request_id=request.id)] == [
        *(request.id, request.id)
    ]
    assert desk.letter_papers.issued(later + dt.timedelta(days=1)) == []


def test_an_envelope_goes_to_whom_the_letter_is_for(desk: Desk) -> None:
    request = a_request()
    desk.register.add(request, on=DAY)
    desk.case_file.put(
        ConsultedParty(
            id=new_id(),
            request_id=request.id,
            name="A",
            kind=PartyKind.THIRD_PARTY,
            party="海滨建设有限公司",
            address="滨海路9号",
            about="施工合同",
        )
    )
    letter = replace(desk.letters.draft(request.id, "third-party", on=DAY), party_name="A")
    issued = issue(desk, letter)
    envelope = desk.letter_papers.envelope(issued.id)
    assert (envelope.recipient, envelope.address) == ("海滨建设有限公司", "滨海路9号")
    applicant = desk.letter_papers.envelope(issue(desk, draft(desk, request)).id)
    assert applicant.recipient == "林知远"
    assert applicant.sender == "威宁市云海区司法局"


def test_the_proof_of_service_tells_how_it_was_served(desk: Desk, tmp_path: Path) -> None:
    request = a_request()
    desk.register.add(request, on=DAY)
    letter = issue(desk, draft(desk, request))
    service = Service(way=ServiceWay.MAIL, mail_number="1234567890123", posted_on=DAY)
    desk.letters.record_service(letter.id, service, DAY)
    desk.letter_papers.service_sheets([letter.id], tmp_path / "回证.pdf")
    (text,) = pages(tmp_path / "回证.pdf")
    for part in ("1234567890123", "2026年10月14日", letter.number):
        assert part in text


def test_nothing_chosen_is_said_and_nothing_written(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "空.pdf"
    for write in (desk.letter_papers.letters, desk.letter_papers.service_sheets):
        with pytest.raises(DomainError):
            write([], path)
    assert not path.exists()
