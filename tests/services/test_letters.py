"""Letters from the draft to the shelf, on a real office file."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from gongkai_desk.domain.letter import Letter, LetterStatus
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import DomainError, Severity
from gongkai_desk.domain.request import EventKind, Request, Service, ServiceWay
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.letter_facts import ATTACHMENTS, GROUND
from gongkai_desk.services.letters import DOCX, PDF
from gongkai_desk.texts import operation, sentence
from tests.builders import a_request, an_attachment, an_event, an_office
from tests.letter_papers import HOSTILE, HOSTILE_SHOWN
from tests.offices import new_desk

DAY = dt.date(2026, 10, 14)
OFFICE = an_office(
    letterhead_code="云司",
    reconsideration_authority="云海区人民政府",
    court="云海区人民法院",
    address="府前街1号",
    phone="0631-0000000",
)
REASONS = {"补正事项": "请写明所需信息的年份。"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path / "desk" / "office.db", OFFICE) as desk:
        yield desk


@pytest.fixture
def request_of(desk: Desk) -> Request:
    request = a_request(number="2026-001")
    desk.register.add(request, on=DAY)
    return request


def draft(desk: Desk, request: Request, kind: str = "clarification", **values: Any) -> Letter:
    letter = desk.letters.draft(request.id, kind)
    return replace(letter, values=REASONS) if not values else replace(letter, **values)


def issue(desk: Desk, letter: Letter, on: dt.date = DAY) -> Letter:
    desk.letters.issue(letter, on)
    return desk.letters.get(letter.id)


def text_of(data: bytes) -> str:
    pages = PdfReader(io.BytesIO(data)).pages
    return "".join(page.extract_text() for page in pages).replace("\n", "").replace(" ", "")


def codes(error: pytest.ExceptionInfo[DomainError]) -> list[tuple[str, str]]:
    return [(problem.code, problem.field) for problem in error.value.problems]


def test_a_draft_is_filled_from_the_register_and_says_what_is_missing(
    desk: Desk, request_of: Request
) -> None:
    sheet = desk.letters.sheet(draft(desk, request_of, values={}), DAY)
    assert sheet.values["登记编号"] == "2026-001"
    assert sheet.values["收到日期"] == "2026年9月18日"
    assert [(one.code, one.field) for one in sheet.problems] == [
        ("letter-field-missing", "补正事项")
    ]
    assert "【补正事项】" in sheet.paper.paragraphs
    assert sheet.paper.mark == "草稿"
    assert sheet.paper.number == ""


def test_what_the_officer_did_not_touch_follows_the_register(
    desk: Desk, request_of: Request
) -> None:
    letter = draft(desk, request_of, values={})
    sheet = desk.letters.sheet(letter, DAY)
    typed = {**sheet.values, "补正期限": "10个工作日"}
    kept = sheet.own_values(typed)
    assert kept == {"补正期限": "10个工作日"}
    desk.letters.save_draft(replace(letter, values=kept))
    desk.register.save(replace(request_of, subject="另一项信息"), on=DAY)
    stored = desk.letters.get(letter.id)
    later = desk.letters.sheet(stored, DAY)
    assert later.values["申请内容"] == "另一项信息"
    assert later.values["补正期限"] == "10个工作日"


def test_a_letter_with_a_blank_is_refused_and_nothing_is_stored(
    desk: Desk, request_of: Request
) -> None:
    with pytest.raises(DomainError) as refusal:
        desk.letters.issue(draft(desk, request_of, values={}), DAY)
    assert codes(refusal) == [("letter-field-missing", "补正事项")]
    assert desk.letters.of(request_of.id) == []


def test_an_office_without_its_characters_cannot_number(tmp_path: Path) -> None:
    with new_desk(tmp_path / "office.db", replace(OFFICE, letterhead_code="")) as desk:
        request = a_request()
        desk.register.add(request, on=DAY)
        with pytest.raises(DomainError) as refusal:
            desk.letters.issue(draft(desk, request), DAY)
        assert codes(refusal) == [("letter-office-field-missing", "代字")]
        assert desk.letters.every() == []


def test_a_draft_is_dated_on_the_day_it_is_issued(desk: Desk, request_of: Request) -> None:
    letter = draft(desk, request_of)
    desk.letters.save_draft(letter)
    assert desk.letters.sheet(letter, DAY).paper.dated == "2026年10月14日"
    later = DAY + dt.timedelta(days=2)
    assert issue(desk, letter, later).dated == later
    own_day = replace(draft(desk, request_of), dated=DAY)
    assert issue(desk, own_day, later).dated == DAY


def test_issuing_numbers_freezes_and_stores(desk: Desk, request_of: Request) -> None:
    letter = issue(desk, draft(desk, request_of))
    assert (letter.status, letter.number) == (LetterStatus.ISSUED, "云司公补〔2026〕1号")
    assert (letter.year, letter.sequence, letter.issued_on) == (2026, 1, DAY)
    assert letter.title == "威宁市云海区司法局政府信息公开申请补正通知书"
    assert letter.paragraphs
    pdf = desk.letters.data(letter.id)
    assert hashlib.sha256(pdf).hexdigest() == letter.digest
    text = text_of(pdf)
    assert letter.number in text
    assert "请写明所需信息的年份" in text
    assert "草稿" not in text
    word = docx.Document(io.BytesIO(desk.letters.data(letter.id, DOCX)))
    assert letter.number in [one.text for one in word.paragraphs]


def test_a_reprint_is_what_was_issued_whatever_changes_later(
    desk: Desk, request_of: Request
) -> None:
    letter = issue(desk, draft(desk, request_of))
    before = desk.letters.data(letter.id), desk.letters.data(letter.id, DOCX)
    desk.office.save(replace(OFFICE, name="威宁市云海区法治局"))
    desk.register.save(replace(request_of, subject="改过的内容"), on=DAY)
    desk.letters.wordings.save_text("clarification", OWN_TEXT, DAY)
    assert (desk.letters.data(letter.id), desk.letters.data(letter.id, DOCX)) == before
    assert desk.letters.get(letter.id) == letter


OWN_TEXT = "请补正：{补正事项}，期限{补正期限}。"


def test_issuing_cannot_be_undone_and_bars_the_way_back(desk: Desk, request_of: Request) -> None:
    before = desk.history.undo_name
    changes = desk.letters.issue(draft(desk, request_of), DAY)
    assert not changes.undoable
    assert operation(changes.operation)
    assert before == "add-request"
    assert desk.history.undo_name == ""
    with pytest.raises(DomainError) as refusal:
        desk.history.undo()
    assert codes(refusal) == [("nothing-to-undo", "")]


def test_an_issued_letter_is_never_changed(desk: Desk, request_of: Request) -> None:
    letter = issue(desk, draft(desk, request_of))
    acts: tuple[Callable[[], object], ...] = (
        lambda: desk.letters.save_draft(replace(letter, values={})),
        lambda: desk.letters.discard(letter.id),
        lambda: desk.letters.issue(letter, DAY),
    )
    for act in acts:
        with pytest.raises(DomainError) as refusal:
            act()
        assert codes(refusal) == [("letter-not-draft", "")]
    assert desk.letters.get(letter.id) == letter


def test_damage_is_noticed_before_anything_is_printed(
    desk: Desk, request_of: Request, tmp_path: Path
) -> None:
    letter = issue(desk, draft(desk, request_of))
    with desk._database.write("test") as work:
        work.put(replace(letter, digest="0" * 64))
    with pytest.raises(DomainError) as refusal:
        desk.letters.export(letter.id, tmp_path / "函.pdf")
    assert codes(refusal) == [("letter-damaged", "")]
    assert not list(tmp_path.glob("*.pdf"))


def test_export_writes_the_stored_bytes(desk: Desk, request_of: Request, tmp_path: Path) -> None:
    letter = issue(desk, draft(desk, request_of))
    for ending in (PDF, DOCX):
        desk.letters.export(letter.id, tmp_path / f"函{ending}", ending)
        stored = desk.letters.data(letter.id, ending)
        assert (tmp_path / f"函{ending}").read_bytes() == stored
    names = {one.name for one in desk._database.read(Attachment, owner_id=letter.id)}
    assert names == {f"{letter.number} {letter.title}{ending}" for ending in (PDF, DOCX)}


def test_a_voided_letter_keeps_its_number_and_its_reason(desk: Desk, request_of: Request) -> None:
    first = issue(desk, draft(desk, request_of))
    with pytest.raises(DomainError) as refusal:
        desk.letters.void(first.id, DAY, "  ")
    assert codes(refusal) == [("letter-void-reason-missing", "voided_because")]
    desk.letters.void(first.id, DAY, "收件人写错")
    voided = desk.letters.get(first.id)
    assert (voided.status, voided.number) == (LetterStatus.VOIDED, first.number)
    assert voided.voided_because == "收件人写错"
    assert desk.letters.data(first.id)
    assert issue(desk, draft(desk, request_of)).sequence == 2
    with pytest.raises(DomainError) as refusal:
        desk.letters.void(first.id, DAY, "再次")
    assert codes(refusal) == [("letter-not-issued", "")]


def test_a_replacement_begins_with_the_old_values_and_voids_the_old_when_issued(
    desk: Desk, request_of: Request
) -> None:
    first = issue(desk, draft(desk, request_of))
    fresh = desk.letters.replacement(first.id, DAY)
    assert fresh.values["补正事项"] == REASONS["补正事项"]
    desk.letters.save_draft(fresh)
    assert desk.letters.get(first.id).status is LetterStatus.ISSUED
    second = issue(desk, fresh)
    assert second.number == "云司公补〔2026〕2号"
    assert second.replaces == first.id
    old = desk.letters.get(first.id)
    assert old.status is LetterStatus.VOIDED
    assert second.number in old.voided_because


def test_a_replacement_takes_corrected_facts_from_the_register(
    desk: Desk, request_of: Request
) -> None:
    first = issue(desk, draft(desk, request_of))
    desk.register.save(replace(request_of, subject="更正后的内容"), on=DAY)
    fresh = desk.letters.replacement(first.id, DAY)
    sheet = desk.letters.sheet(fresh, DAY)
    assert sheet.values["申请内容"] == "更正后的内容"
    assert sheet.values["补正事项"] == REASONS["补正事项"]


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["issue", "issue", "refused", "void", "replace", "draft"]),
        st.sampled_from(["clarification", "receipt", "merged"]),
        st.sampled_from([dt.date(2026, 12, 30), dt.date(2027, 1, 4)]),
    ),
    max_size=7,
)


@settings(max_examples=8)
@given(ACTS)
def test_numbers_have_no_gap_whatever_is_issued_voided_refused_or_replaced(
    acts: list[tuple[str, str, dt.date]],
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        new_desk(Path(folder) / "office.db", OFFICE) as desk,
    ):
        request = a_request()
        desk.register.add(request, on=DAY)
        for act, kind, day in acts:
            _act(desk, request, act, kind, day)
        issued = [one for one in desk.letters.every() if one.status is not LetterStatus.DRAFT]
        for key in {(one.family, one.year) for one in issued}:
            given_ones = [one for one in issued if (one.family, one.year) == key]
            sequences = sorted(one.sequence or 0 for one in given_ones)
            assert sequences == list(range(1, len(given_ones) + 1))
            assert len({one.number for one in given_ones}) == len(given_ones)


def _act(desk: Desk, request: Request, act: str, kind: str, day: dt.date) -> None:
    values = {**REASONS, "并入编号": "2026-002"}
    letter = replace(desk.letters.draft(request.id, kind), values=values, dated=day)
    valid = [one for one in desk.letters.every() if one.status is LetterStatus.ISSUED]
    match act:
        case "issue":
            desk.letters.issue(letter, day)
        case "draft":
            desk.letters.save_draft(letter)
        case "refused":
            with pytest.raises(DomainError):
                desk.letters.issue(replace(letter, dated=day + dt.timedelta(days=1)), day)
        case "void" if valid:
            desk.letters.void(valid[0].id, day, "错")
        case "replace" if valid:
            desk.letters.issue(desk.letters.replacement(valid[-1].id, day), day)


def test_numbers_given_on_paper_before_are_not_given_again(desk: Desk, request_of: Request) -> None:
    desk.letters.wordings.save_settings(
        letterhead="", contact_line="", numbering={}, used={"clarification": 36}, year=2026
    )
    assert issue(desk, draft(desk, request_of)).number == "云司公补〔2026〕37号"
    assert issue(desk, draft(desk, request_of)).number == "云司公补〔2026〕38号"


def test_own_patterns_red_line_and_contact_stand_in_the_letter(
    desk: Desk, request_of: Request
) -> None:
    desk.letters.wordings.save_settings(
        letterhead="威宁市云海区司法局文件",
        contact_line="联系人：孟溪",
        numbering={"clarification": "{代字}依申请〔{年}〕{序号}号"},
        used={},
        year=2026,
    )
    letter = issue(desk, draft(desk, request_of))
    assert letter.number == "云司依申请〔2026〕1号"
    text = text_of(desk.letters.data(letter.id))
    assert "威宁市云海区司法局文件" in text
    with pytest.raises(DomainError) as refusal:
        desk.letters.wordings.save_settings(
            letterhead="", contact_line="", numbering={"reply": "{序号}"}, used={}, year=2026
        )
    assert ("letter-number-token-missing", "numbering.reply") in codes(refusal)


def test_a_paper_for_the_file_has_no_number(desk: Desk, request_of: Request) -> None:
    letter = issue(desk, draft(desk, request_of, "registration-form", values={}))
    assert (letter.number, letter.sequence) == ("", None)
    word = docx.Document(io.BytesIO(desk.letters.data(letter.id, DOCX)))
    (table,) = word.tables
    assert ["登记编号", "2026-001"] in [[cell.text for cell in row.cells] for row in table.rows]
    assert "登记编号2026-001" in text_of(desk.letters.data(letter.id))


def test_the_remedy_follows_the_ground_of_the_withheld_part(
    desk: Desk, request_of: Request
) -> None:
    values = {
        "提供方式": "邮寄",
        "公开内容": "决算表",
        "不予公开内容": "内部流程",
        "理由": "内部事务",
    }
    letter = draft(desk, request_of, "partial", values=values)
    with pytest.raises(DomainError) as refusal:
        desk.letters.issue(letter, DAY)
    assert ("letter-ground-missing", "withheld_ground") in codes(refusal)
    issued = issue(desk, replace(letter, values={**values, GROUND: "D5"}))
    assert any("应当先向云海区人民政府申请行政复议" in line for line in issued.paragraphs)


def test_a_part_withheld_can_be_told_of_a_case_that_has_ended(
    desk: Desk, request_of: Request
) -> None:
    desk.register.close(request_of.id, outcome="PARTIAL", on=DAY, dated=DAY)
    sheet = desk.letters.sheet(draft(desk, request_of, "partial", values={GROUND: "D5"}), DAY)
    assert "letter-ground-missing" not in {problem.code for problem in sheet.problems}
    assert any("应当先向云海区人民政府申请行政复议" in line for line in sheet.paper.paragraphs)


def test_attachments_are_named_below_the_text(desk: Desk, request_of: Request) -> None:
    values = {**REASONS, ATTACHMENTS: "补正材料清单\n\n示例"}
    letter = issue(desk, draft(desk, request_of, values=values))
    assert "附件：1.补正材料清单" in text_of(desk.letters.data(letter.id))


def test_the_calculation_sheet_stands_behind_the_letter(desk: Desk, request_of: Request) -> None:
    letter = issue(desk, draft(desk, request_of, values=REASONS, with_calculation=True))
    pages = PdfReader(io.BytesIO(desk.letters.data(letter.id))).pages
    assert "期限计算单" in pages[-1].extract_text()
    assert len(pages) >= 2


def test_without_a_receipt_date_no_calculation_can_be_attached(desk: Desk) -> None:
    request = a_request(received=None)
    desk.register.add(request, on=DAY)
    letter = desk.letters.draft(request.id, "assistance")
    found = desk.letters.check(replace(letter, with_calculation=True), DAY)
    assert ("letter-without-clock", "with_calculation") in [(p.code, p.field) for p in found]


def test_text_of_users_is_text(desk: Desk, request_of: Request) -> None:
    letter = issue(desk, draft(desk, request_of, values={"补正事项": HOSTILE}))
    assert HOSTILE_SHOWN.replace(" ", "") in text_of(desk.letters.data(letter.id))
    word = docx.Document(io.BytesIO(desk.letters.data(letter.id, DOCX)))
    assert any(HOSTILE_SHOWN in one.text for one in word.paragraphs)


def test_a_character_no_typeface_has_is_told_before_issuing(
    desk: Desk, request_of: Request
) -> None:
    assert desk.letters.check(draft(desk, request_of, values={"补正事项": "李𬱖"}), DAY) == []
    odd = draft(desk, request_of, values={"补正事项": "字\U000323af"})
    (warning,) = desk.letters.check(odd, DAY)
    assert (warning.code, warning.severity) == ("letter-unprintable", Severity.WARNING)
    assert "\U000323af" in sentence(warning)
    word = docx.Document(io.BytesIO(desk.letters.data(issue(desk, odd).id, DOCX)))
    assert any("字\U000323af" in one.text for one in word.paragraphs)


def test_service_is_checked_and_kept(desk: Desk, request_of: Request) -> None:
    letter = issue(desk, draft(desk, request_of))
    mail = Service(way=ServiceWay.MAIL, mail_number="1234567890123")
    for wrong, code in (
        (mail, ("letter-service-day-missing", "posted_on")),
        (
            replace(mail, posted_on=DAY + dt.timedelta(days=9)),
            ("letter-service-later", "posted_on"),
        ),
        (
            replace(mail, posted_on=DAY - dt.timedelta(days=1)),
            ("letter-service-early", "posted_on"),
        ),
        (
            Service(way=ServiceWay.IN_PERSON, posted_on=DAY),
            ("letter-service-day-missing", "signed_on"),
        ),
    ):
        with pytest.raises(DomainError) as refusal:
            desk.letters.record_service(letter.id, wrong, DAY + dt.timedelta(days=2))
        assert codes(refusal) == [code]
    service = replace(mail, posted_on=DAY)
    desk.letters.record_service(letter.id, service, DAY)
    assert desk.letters.get(letter.id).service == service
    assert desk.letters.data(letter.id)


def test_the_number_of_the_reply_is_offered_for_closing(desk: Desk, request_of: Request) -> None:
    assert desk.letters.reply_of(request_of.id) is None
    issue(desk, draft(desk, request_of))
    assert desk.letters.reply_of(request_of.id) is None
    values = {"提供方式": "邮寄", "公开信息": "决算表1份"}
    reply = issue(desk, draft(desk, request_of, "open", values=values))
    assert desk.letters.reply_of(request_of.id) == reply
    assert reply.number == "云司公复〔2026〕1号"
    desk.letters.void(reply.id, DAY, "错")
    assert desk.letters.reply_of(request_of.id) is None


def test_the_kinds_of_the_newest_event_come_first(desk: Desk, request_of: Request) -> None:
    event = an_event(request_of, date=dt.date(2026, 9, 22))
    desk.register.record(event, on=DAY)
    case = desk.register.get(request_of.id, DAY)
    kinds = desk.letters.kinds_for(case)
    assert kinds[0].code == "clarification"
    assert EventKind.CLARIFICATION_REQUESTED.value in kinds[0].events
    assert "corrected" not in [kind.code for kind in kinds]
    assert len({kind.code for kind in kinds}) == len(kinds) > 30


def test_own_texts_are_checked_used_and_taken_back(desk: Desk, request_of: Request) -> None:
    wordings = desk.letters.wordings
    with pytest.raises(DomainError) as refusal:
        wordings.save_text("clarification", "请补正{补正事项}。", DAY)
    assert codes(refusal) == [("letter-field-left-out", "text")]
    wordings.save_text("clarification", OWN_TEXT, DAY)
    assert wordings.own_codes() == {"clarification"}
    letter = issue(desk, draft(desk, request_of))
    assert letter.paragraphs[0].startswith("请补正：请写明")
    wordings.reset_text("clarification")
    assert wordings.own("clarification") is None
    wordings.save_text("remedy:either", "可以向{复议机关}复议，也可以向{法院}起诉。", DAY)
    assert wordings.remedy_texts().either.startswith("可以向{复议机关}复议")
    wordings.save_text("remedy:either", wordings.given_text("remedy:either"), DAY)
    assert wordings.own_codes() == frozenset()


def own_template(path: Path, *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def test_an_own_template_takes_the_place_of_ours(
    desk: Desk, request_of: Request, tmp_path: Path
) -> None:
    wordings = desk.letters.wordings
    good = own_template(
        tmp_path / "通知.docx", "{{ 文号 }}", "{{ 申请人 }}：请补正{{ 补正事项 }}", "{{ 成文日期 }}"
    )
    wordings.set_template("clarification", good, DAY)
    letter = issue(desk, draft(desk, request_of, values={"补正事项": "甲 & <乙>"}))
    word = docx.Document(io.BytesIO(desk.letters.data(letter.id, DOCX)))
    assert [one.text for one in word.paragraphs] == [
        *("云司公补〔2026〕1号", "林知远：请补正甲 & <乙>", "2026年10月14日")
    ]
    bad = own_template(tmp_path / "坏.docx", "{{ 申请仁 }}")
    with pytest.raises(DomainError) as refusal:
        wordings.set_template("clarification", bad, DAY)
    assert codes(refusal) == [("letter-template-unknown", "file")]
    kept = wordings.template("clarification")
    assert kept is not None
    assert kept.name == "通知.docx"
    wordings.remove_template("clarification")
    assert wordings.template("clarification") is None


def test_a_template_that_breaks_takes_no_number(
    desk: Desk, request_of: Request, tmp_path: Path
) -> None:
    """Only damage or another version can bring one in: what is taken in is checked."""
    data = own_template(tmp_path / "坏.docx", "{{ 申请人.__class__ }}").read_bytes()
    with desk._database.write("test") as work:
        work.attach(an_attachment("letter-template:clarification", data, name="坏.docx"), data)
    with pytest.raises(DomainError) as refusal:
        desk.letters.issue(draft(desk, request_of), DAY)
    assert codes(refusal) == [("letter-template-forbidden", "file")]
    assert desk.letters.every() == []
    desk.letters.wordings.remove_template("clarification")
    assert issue(desk, draft(desk, request_of)).sequence == 1


def test_the_template_to_begin_with_is_one_every_letter_can_use(
    desk: Desk, request_of: Request, tmp_path: Path
) -> None:
    path = tmp_path / "样板.docx"
    desk.letters.wordings.export_template(path)
    desk.letters.wordings.set_template("clarification", path, DAY)
    letter = issue(desk, draft(desk, request_of))
    word = docx.Document(io.BytesIO(desk.letters.data(letter.id, DOCX)))
    texts = [one.text for one in word.paragraphs]
    for part in (letter.number, "林知远：", *letter.paragraphs):
        assert part in texts
    assert not [text for text in texts if re.search(r"\{[{%]", text)]
