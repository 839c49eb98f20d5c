"""Files with a request in one write, mails, attempts to reach somebody, tags and scans."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from gongkai_desk.domain.case import Group, Query
from gongkai_desk.domain.case_file import ContactEntry
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.register_settings import TAGS
from gongkai_desk.domain.request import Channel, Request
from gongkai_desk.services.desk import Desk
from tests.builders import a_request
from tests.offices import new_desk

DAY = dt.date(2026, 11, 20)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path / "office.db") as made:
        yield made


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "申请表.pdf"
    path.write_bytes(b"%PDF-1.4 made up")
    return path


def waiting(desk: Desk, channel: Channel = Channel.PLAIN_MAIL) -> Request:
    request = a_request(channel=channel, received=None)
    desk.register.add(request, on=DAY)
    return request


def attempt(request: Request, **values: object) -> ContactEntry:
    entry = ContactEntry(
        id=new_id(), request_id=request.id, date=DAY, time="10:20", by="登记岗", reached=False
    )
    return replace(entry, **values)  # type: ignore[arg-type]


def test_files_are_stored_in_the_same_write(desk: Desk, scan: Path) -> None:
    request = a_request()
    changes = desk.register.add(request, on=DAY, files=[scan])
    assert len(changes.edits) == 2
    (kept,) = desk.intake.attachments(request.id)
    assert (kept.name, kept.size) == ("申请表.pdf", scan.stat().st_size)
    desk.history.undo()
    assert desk.intake.attachments(request.id) == []


def test_a_file_that_cannot_be_read_keeps_the_request_out(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DomainError) as refused:
        desk.register.add(a_request(), on=DAY, files=[tmp_path / "nothing.pdf"])
    assert refused.value.problems[0].code == "file-unreadable"
    assert desk.register.rows(Query(), DAY) == []


def test_files_are_added_and_taken_out_by_saving(desk: Desk, scan: Path) -> None:
    request = a_request()
    desk.register.add(request, on=DAY, files=[scan])
    (old,) = desk.intake.attachments(request.id)
    fresh = scan.with_name("补充.txt")
    fresh.write_text("材料", "utf-8")
    changes = desk.register.save(
        replace(request, note="补件"), on=DAY, files=[fresh], without=[old]
    )
    assert [one.name for one in desk.intake.attachments(request.id)] == ["补充.txt"]
    assert len(changes.edits) == 3


def test_a_mail_becomes_text_and_files(desk: Desk, tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "赵明远 <zhao@example.com>", "信息公开申请"
    message["Date"] = "Wed, 18 Nov 2026 09:12:33 +0800"
    message.set_content("申请公开2025年旅游发展资金分配结果。\n电话：13000000003")
    message.add_attachment(
        b"%PDF-1.4", maintype="application", subtype="pdf", filename="..\\..\\身份证.pdf"
    )
    path = tmp_path / "来信.eml"
    path.write_bytes(message.as_bytes())
    mail = desk.intake.read_mail(path)
    assert mail.text.startswith("发件人: 赵明远 <zhao@example.com>\n日期: Wed, 18 Nov 2026")
    assert [(one.name, one.data) for one in mail.files] == [("身份证.pdf", b"%PDF-1.4")]
    found = {one.field: one.value for one in reversed(desk.intake.read_text(mail.text))}
    assert found["applicant.name"] == "赵明远"
    assert found["applicant.phone"] == "13000000003"
    assert found["description"] == "2025年旅游发展资金分配结果"


def test_a_mail_in_html_and_an_old_charset(desk: Desk, tmp_path: Path) -> None:
    html = "<html><head><style>p{}</style></head><body><table><tr><td>姓名</td><td>周维</td></tr>"
    head = b"From: a@example.com\r\nContent-Type: text/html; charset=gb2312\r\n\r\n"
    path = tmp_path / "a.eml"
    path.write_bytes(head + html.encode("gb18030"))
    mail = desk.intake.read_mail(path)
    assert "p{}" not in mail.text
    assert "姓名\t周维" in mail.text


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"only a line", b"PK\x03\x04"])
def test_what_is_no_mail_is_refused(desk: Desk, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(data)
    with pytest.raises(DomainError):
        desk.intake.read_mail(path)


def test_who_cannot_be_reached_waits_in_a_list_of_its_own(desk: Desk) -> None:
    request = waiting(desk)
    assert not desk.register.rows(Query(group=Group.UNREACHABLE), DAY)
    desk.intake.record_contact(attempt(request), on=DAY)
    desk.intake.record_contact(attempt(request, time="15:40"), on=DAY)
    (case,) = desk.register.rows(Query(group=Group.UNREACHABLE), DAY)
    assert (case.request.id, case.attempts) == (request.id, 2)
    assert desk.register.get(request.id, DAY).attempts == 2
    assert len(desk.register.overview(DAY)[Group.UNREACHABLE]) == 1
    desk.intake.record_contact(attempt(request, time="16:00", reached=True), on=DAY)
    assert not desk.register.rows(Query(group=Group.UNREACHABLE), DAY)


def test_a_confirmed_receipt_leaves_that_list(desk: Desk) -> None:
    request = waiting(desk, Channel.EMAIL)
    desk.intake.record_contact(attempt(request), on=DAY)
    desk.register.confirm_receipt(request.id, received=DAY, by="登记岗", how="电话", on=DAY)
    assert not desk.register.rows(Query(group=Group.UNREACHABLE), DAY)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"date": DAY + dt.timedelta(days=1)}, "contact-after-today"),
        ({"time": "25:99"}, "contact-hour-unreadable"),
        ({"by": " "}, "contact-by-missing"),
    ],
)
def test_wrong_attempts_are_refused(desk: Desk, values: dict[str, object], code: str) -> None:
    request = waiting(desk)
    with pytest.raises(DomainError) as refused:
        desk.intake.record_contact(attempt(request, **values), on=DAY)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert desk.intake.contacts(request.id) == []


def test_tags_are_those_of_the_office_and_those_in_use(desk: Desk) -> None:
    desk.register.add(a_request(tags=("渔业", "征地拆迁")), on=DAY)
    desk.register.add(a_request(tags=("渔业", "非遗")), on=DAY)
    assert desk.intake.tags() == (*TAGS, "渔业", "非遗")


def test_the_newest_scans_come_first(desk: Desk, tmp_path: Path) -> None:
    assert desk.intake.scans() == []
    folder = tmp_path / "scans"
    folder.mkdir()
    for age, name in enumerate(("旧.pdf", "新.pdf", ".hidden")):
        path = folder / name
        path.write_bytes(b"x")
        os.utime(path, (age, age))
    desk.intake.set_scan_folder(folder)
    assert [path.name for path in desk.intake.scans()] == ["新.pdf", "旧.pdf"]
    desk.intake.set_scan_folder(tmp_path / "gone")
    assert desk.intake.scans() == []


def test_only_characters_without_a_typeface_are_named(desk: Desk) -> None:
    assert desk.intake.unknown_characters(["林知远", "钱㛃", "李𬱖"]) == ()
    assert desk.intake.unknown_characters(["张\ue123"]) == ("\ue123",)
