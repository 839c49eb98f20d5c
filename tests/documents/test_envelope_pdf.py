from __future__ import annotations

import io
from dataclasses import replace

import pdfplumber
import pytest

from gongkai_desk.documents.envelope_pdf import envelopes_pdf
from gongkai_desk.documents.service_pdf import sheets_pdf
from gongkai_desk.domain.envelope import Envelope, EnvelopeSize, ServiceSheet

MM = 72 / 25.4
ENVELOPE = Envelope(
    recipient="李𬱖",
    address="威宁市云海区文化路18号",
    postcode="264200",
    sender="威宁市云海区司法局",
    sender_address="府前街1号",
    content="云司公复〔2026〕3号",
)


@pytest.mark.parametrize(
    ("size", "paper"), [(EnvelopeSize.DL, (220, 110)), (EnvelopeSize.C5, (229, 162))]
)
def test_a_page_for_each_in_the_size_asked_for(size: EnvelopeSize, paper: tuple[int, int]) -> None:
    data = envelopes_pdf([ENVELOPE, replace(ENVELOPE, recipient="乙")], size, printed=False)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        one, two = pdf.pages
        assert (round(one.width / MM), round(one.height / MM)) == paper
        text = one.extract_text()
        assert "乙 收" in two.extract_text()
    for part in ("李𬱖 收", ENVELOPE.address, ENVELOPE.sender, ENVELOPE.content):
        assert part in text


def test_the_digits_stand_in_their_boxes_with_and_without_frames() -> None:
    for printed in (False, True):
        data = envelopes_pdf([ENVELOPE], EnvelopeSize.DL, printed=printed)
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            digits = [char for char in pdf.pages[0].chars if char["top"] < 20 * MM]
            assert len(pdf.pages[0].rects) == (0 if printed else 7)
        digits = [char for char in digits if char["text"].isdigit()]
        assert "".join(char["text"] for char in digits) == "264200"
        for place, digit in enumerate(digits):
            left = (12 + 10 * place) * MM
            assert left < digit["x0"] < digit["x1"] < left + 8 * MM


def test_nothing_leaves_the_paper_however_long_it_is() -> None:
    long = replace(ENVELOPE, address="很长的地址" * 20, sender_address="很长的地址" * 12)
    with pdfplumber.open(io.BytesIO(envelopes_pdf([long], EnvelopeSize.DL, printed=True))) as pdf:
        page = pdf.pages[0]
        assert all(0 < char["x0"] < char["x1"] < page.width for char in page.chars)
        assert all(0 < char["top"] < char["bottom"] < page.height for char in page.chars)


def test_the_proof_of_service_holds_what_is_known_and_room_for_the_rest() -> None:
    known = ServiceSheet(
        agency="威宁市云海区司法局",
        document="政府信息公开告知书",
        number="云司公复〔2026〕3号",
        recipient="林知远",
        way="邮寄送达",
        mail_number="1234567890123",
        posted_on="2026年10月14日",
    )
    open_one = ServiceSheet(agency="甲局", document="告知书", number="2号", recipient="乙")
    with pdfplumber.open(io.BytesIO(sheets_pdf([known, open_one]))) as pdf:
        one, two = (page.extract_text() for page in pdf.pages)
    for part in ("送达回证", "云司公复〔2026〕3号", "邮寄送达", "1234567890123", "2026年10月14日"):
        assert part in one
    assert "□直接送达" in two
