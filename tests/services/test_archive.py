"""Archiving and exporting case files, on a real office file."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from gongkai_desk.domain.archive import Archiving
from gongkai_desk.domain.case_file import Stage
from gongkai_desk.domain.letter import Letter, LetterStatus
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.request import Request
from gongkai_desk.services.desk import Desk
from gongkai_desk.storage.database import Database
from gongkai_desk.texts import operation, sentence
from tests.builders import a_dispute, a_request, an_applicant, an_attachment

D = dt.date
TODAY = D(2026, 11, 20)
ARCHIVING = Archiving(number="GK-2026-0001", archived_on=TODAY, retention_years=10)


def closed(desk: Desk, number: str, **values: object) -> Request:
    request = a_request(number=number, **values)
    desk.register.add(request, on=TODAY)
    desk.register.close(
        request.id,
        outcome="OPEN",
        reply_number="云司公复〔2026〕1号",
        dated=D(2026, 10, 15),
        on=TODAY,
    )
    return request


@pytest.fixture
def request_(desk: Desk) -> Request:
    applicant = an_applicant(identity_number="11010519491231002X")
    return closed(desk, "2026-001", applicant=applicant, subject="道路/绿化：经费?决算")


def attach(desk: Desk, owner: str, name: str, data: bytes) -> None:
    database: Database = desk._database
    with database.write("attach-file") as work:
        work.attach(an_attachment(owner, data, name=name), data)


def a_pdf(pages: int = 1, password: str = "") -> bytes:
    writer = PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(200, 300)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def a_picture(form: str = "PNG") -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (1200, 300), "red").save(made, form)
    return made.getvalue()


def refusal(act: Callable[[], object]) -> list[str]:
    with pytest.raises(DomainError) as refused:
        act()
    assert all(sentence(problem) for problem in refused.value.problems)
    return [problem.code for problem in refused.value.problems]


# archiving


def test_a_closed_case_is_archived_in_one_write(desk: Desk, request_: Request) -> None:
    assert [case.request.id for case in desk.archive.waiting(TODAY)] == [request_.id]
    proposed = desk.archive.proposed(request_.id, TODAY)
    assert proposed == ARCHIVING
    changes = desk.archive.archive(request_.id, proposed, on=TODAY)
    assert len(changes.edits) == 1
    assert operation(changes.operation)
    request = desk.register.get(request_.id, TODAY).request
    assert (request.archive_number, request.archived_on, request.retention_years) == (
        "GK-2026-0001",
        TODAY,
        10,
    )
    assert desk.archive.waiting(TODAY) == []
    assert [case.request.id for case in desk.archive.archived(TODAY)] == [request_.id]
    desk.history.undo()
    assert desk.archive.waiting(TODAY)


def test_a_case_taken_up_again_leaves_the_archive_and_keeps_its_number(
    desk: Desk, request_: Request
) -> None:
    desk.archive.archive(request_.id, ARCHIVING, on=TODAY)
    desk.register.reopen(request_.id, TODAY, "答复有误")
    case = desk.register.get(request_.id, TODAY)
    assert desk.archive.archived(TODAY) == []
    assert desk.register_views.stage(case) is not Stage.ARCHIVED
    desk.register.close(request_.id, outcome="OPEN", dated=TODAY, on=TODAY)
    assert desk.archive.proposed(request_.id, TODAY) == ARCHIVING
    other = closed(desk, "2026-002")
    desk.archive.archive_all([request_.id, other.id], on=TODAY)
    numbers = [case.request.archive_number for case in desk.archive.archived(TODAY)]
    assert numbers == ["GK-2026-0001", "GK-2026-0002"]


def test_a_disputed_case_is_kept_longer(desk: Desk, request_: Request) -> None:
    desk.disputes.add(a_dispute(request_), on=TODAY)
    assert desk.archive.proposed(request_.id, TODAY).retention_years == 30
    codes = [one.code for one in desk.archive.check(request_.id, ARCHIVING, TODAY)]
    assert codes == ["archive-retention-short", "archive-dispute-running"]
    desk.archive.archive(request_.id, ARCHIVING, on=TODAY)


def test_an_open_case_is_not_archived(desk: Desk) -> None:
    request = a_request()
    desk.register.add(request, on=TODAY)
    assert refusal(lambda: desk.archive.archive(request.id, ARCHIVING, on=TODAY)) == [
        "archive-open-case"
    ]
    assert refusal(lambda: desk.archive.archive_all([request.id], on=TODAY)) == [
        "archive-open-case"
    ]


def test_numbers_go_on_and_are_not_given_twice(desk: Desk, request_: Request) -> None:
    desk.archive.archive(request_.id, ARCHIVING, on=TODAY)
    other = closed(desk, "2026-002")
    assert desk.archive.proposed(other.id, TODAY).number == "GK-2026-0002"
    refused = refusal(lambda: desk.archive.archive(other.id, ARCHIVING, on=TODAY))
    assert refused == ["archive-number-taken"]


def test_several_at_once_are_one_write_and_correcting_is_possible(
    desk: Desk, request_: Request
) -> None:
    other = closed(desk, "2026-002")
    changes = desk.archive.archive_all([request_.id, other.id], on=TODAY)
    assert len(changes.edits) == 2
    assert [case.request.archive_number for case in desk.archive.archived(TODAY)] == [
        "GK-2026-0001",
        "GK-2026-0002",
    ]
    moved = Archiving(number="甲-7", archived_on=D(2026, 11, 1), retention_years=30)
    desk.archive.archive(other.id, moved, on=TODAY)
    assert desk.archive.proposed(other.id, TODAY) == moved
    desk.archive.take_back(other.id)
    assert [case.request.id for case in desk.archive.waiting(TODAY)] == [other.id]
    assert refusal(lambda: desk.archive.take_back(other.id)) == ["archive-not-archived"]


def test_what_was_kept_long_enough_is_listed_and_stays(desk: Desk, request_: Request) -> None:
    desk.archive.archive(request_.id, ARCHIVING, on=TODAY)
    assert desk.archive.over(D(2036, 12, 31)) == []
    assert [one.request.id for one in desk.archive.over(D(2037, 1, 1))] == [request_.id]
    assert desk.register.get(request_.id, D(2037, 1, 1)).request.archive_number


# the folder


def fill(desk: Desk, request: Request) -> None:
    """Letters of three states, attachments readable and not, a dispute with a file."""
    database: Database = desk._database
    with database.write("letters") as work:
        for status in LetterStatus:
            work.put(
                Letter(
                    id=status.value,
                    request_id=request.id,
                    kind="reply",
                    status=status,
                    title="答复书",
                    number=f"云司公复〔2026〕{len(status)}号",
                )
            )
    for status in LetterStatus:
        attach(desk, status.value, "letter.pdf", a_pdf(2))
    attach(desk, request.id, "身份证11010519491231002X.png", a_picture())
    attach(desk, request.id, "信封.jpg", a_picture("JPEG"))
    attach(desk, request.id, "信封.JPG", a_picture("JPEG"))
    attach(desk, request.id, "名单.xlsx", b"PK no workbook")
    attach(desk, request.id, "坏.pdf", b"%PDF-1.4 no pages")
    attach(desk, request.id, "加密.pdf", a_pdf(1, "geheim"))
    attach(desk, request.id, "坏.png", b"\x89PNG no picture")
    dispute = a_dispute(request)
    desk.disputes.add(dispute, on=TODAY)
    attach(desk, dispute.id, "复议通知.pdf", a_pdf(3))


def test_the_zip_holds_everything_with_its_hash(
    desk: Desk, request_: Request, tmp_path: Path
) -> None:
    fill(desk, request_)
    path = tmp_path / "案卷.zip"
    desk.archive.export_zip(request_.id, path, TODAY)
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert {name.split("/")[0] for name in names} == {"2026-001 道路_绿化：经费_决算"}
        assert all(entry.flag_bits & 0x800 for entry in archive.infolist())
        short = [name.split("/")[1] for name in names]
        assert short[0] == "00 卷内目录.pdf"
        assert short[-1] == "SHA256.txt"
        assert [name for name in short if "答复书" in name] == [
            "02 答复书 云司公复〔2026〕6号.pdf",
            "03 答复书 云司公复〔2026〕6号（已作废）.pdf",
        ]
        assert "110105" not in "".join(names)
        assert sum("信封" in name for name in short) == 2
        hashes = archive.read(f"{names[0].split('/')[0]}/SHA256.txt").decode("utf-8")
        lines = (line.split("  ", 1) for line in hashes.splitlines())
        told = {name: digest for digest, name in lines}
        assert set(told) == set(short[:-1])
        for name, digest in told.items():
            data = archive.read(f"{names[0].split('/')[0]}/{name}")
            assert hashlib.sha256(data).hexdigest() == digest


def _bookmarks(reader: PdfReader, outline: Sequence[Any]) -> Iterator[tuple[str, int]]:
    for item in outline:
        if isinstance(item, list):
            yield from _bookmarks(reader, item)
        else:
            page = reader.get_destination_page_number(item)
            assert page is not None
            yield str(item.title), page


def test_the_pdf_has_bookmarks_at_the_right_pages(
    desk: Desk, request_: Request, tmp_path: Path
) -> None:
    fill(desk, request_)
    path = tmp_path / "案卷.pdf"
    desk.archive.export_pdf(request_.id, path, TODAY)
    reader = PdfReader(path)
    places = dict(_bookmarks(reader, reader.outline))
    assert places["依申请公开案卷 2026-001"] == 0
    assert (
        places["答复书 云司公复〔2026〕6号（已作废）"] - places["答复书 云司公复〔2026〕6号"] == 2
    )
    assert {"登记表", "期限计算单", "办理经过", "操作记录摘录", "制发文书", "收存材料"} <= set(
        places
    )
    assert {"名单", "坏", "加密"} & set(places) == set()
    index = reader.pages[0].extract_text()
    for title in ("名单", "坏", "加密"):
        assert title in index
    assert index.count("见压缩包") == 4
    assert f"{places['登记表'] + 1}" in index
    assert "登记表" in reader.pages[places["登记表"]].extract_text()
    assert "复议通知" in places
    assert len(reader.pages) == places["复议通知"] + 3


def test_the_journal_extract_tells_who_and_when_of_what_was_removed_too(
    desk: Desk, request_: Request
) -> None:
    dispute = a_dispute(request_)
    desk.disputes.add(dispute, on=TODAY)
    attach(desk, dispute.id, "a.pdf", a_pdf())
    desk.disputes.remove(dispute.id)
    database: Database = desk._database
    other = closed(desk, "2026-002")
    desk.disputes.add(a_dispute(request_), on=TODAY)
    desk.history.undo()
    events = desk.register.events(request_.id)
    told = database.journal_about([request_, *events])
    assert [entry.operation for entry in told] == [
        "add-request",
        "close-request",
        "close-request",
        "add-dispute",
        "attach-file",
        "remove-dispute",
        "remove-dispute",
        "add-dispute",
        "undo:add-dispute",
    ]
    assert not {entry.record_id for entry in told} & {other.id}


def test_an_export_that_fails_leaves_nothing(desk: Desk, request_: Request, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere" / "a.pdf"
    assert refusal(lambda: desk.archive.export_pdf(request_.id, missing, TODAY)) == [
        "file-not-written"
    ]
    assert refusal(lambda: desk.archive.export_zip(request_.id, missing, TODAY)) == [
        "file-not-written"
    ]
    assert list(tmp_path.glob("*.index")) == []


# a year


def test_a_year_is_written_whole_with_its_list(
    desk: Desk, request_: Request, tmp_path: Path
) -> None:
    closed(desk, "2026-002")
    still_open = a_request(number="2026-003")
    desk.register.add(still_open, on=TODAY)
    out = tmp_path / "out"
    out.mkdir()
    heard: list[tuple[int, int]] = []
    folder, count = desk.archive.export_year(
        2026, out, TODAY, progress=lambda done, total: heard.append((done, total))
    )
    assert count == 2
    assert heard == [(0, 2), (1, 2), (2, 2)]
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 5
    assert [name for name in names if name.endswith("清单.pdf")] == [
        "2026年度依申请公开案卷清单.pdf"
    ]
    second, _count = desk.archive.export_year(2026, out, TODAY, formats=("zip",))
    assert second.name == f"{folder.name}(2)"
    assert not list(second.glob("2026-*.pdf"))


class Stopped(Exception):  # noqa: N818  what the officer wants
    pass


def test_a_stopped_export_leaves_nothing_behind(
    desk: Desk, request_: Request, tmp_path: Path
) -> None:
    closed(desk, "2026-002")
    out = tmp_path / "out"
    out.mkdir()

    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Stopped

    with pytest.raises(Stopped):
        desk.archive.export_year(2026, out, TODAY, progress=stop)
    assert list(out.iterdir()) == []


def test_a_year_without_closed_cases_is_refused(desk: Desk, tmp_path: Path) -> None:
    assert refusal(lambda: desk.archive.export_year(2020, tmp_path, TODAY)) == [
        "archive-nothing-in-year"
    ]
