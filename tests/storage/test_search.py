"""What the register's search finds, and that its index never lags behind the records."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.backups import BackupReason
from gongkai_desk.domain.case_file import (
    ConsultedParty,
    ContactEntry,
    Dispute,
    DisputeKind,
    Errand,
    ErrandKind,
    PartyKind,
    SearchRecord,
)
from gongkai_desk.domain.changes import Record
from gongkai_desk.domain.letter import Letter
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.request import Request, RequestPart
from gongkai_desk.services.history import HistoryService
from gongkai_desk.storage import backup, checking, search
from gongkai_desk.storage.backup import copy_out, verify
from gongkai_desk.storage.connection import raw
from gongkai_desk.storage.database import Database
from gongkai_desk.storage.search_terms import folded, parts, questions, words
from tests.builders import a_request, an_applicant, an_attachment, an_event
from tests.offices import new_office

DAY = dt.date(2026, 11, 20)


def put(database: Database, *records: Record) -> None:
    with database.write("test") as work:
        for record in records:
            work.put(record)


def fail_after(database: Database, record: Record) -> None:
    with database.write("fail") as work:
        work.put(record)
        raise ZeroDivisionError


def index(database: Database) -> list[tuple[str, str, str]]:
    with database.connection() as connection:
        rows = raw(connection).execute(
            "SELECT request_id, texts, parts FROM search_case "
            "JOIN search_text ON row = search_text.rowid "
            "JOIN search_part ON row = search_part.rowid ORDER BY request_id"
        )
        return list(rows)


def rebuilt(database: Database) -> list[tuple[str, str, str]]:
    with database.connection() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        search.rebuild(connection)
        connection.exec_driver_sql("COMMIT")
    return index(database)


@pytest.fixture
def full(database: Database) -> Request:
    """One case with a text of its own in every corner."""
    request = a_request(
        number="2026-0017",
        applicant=an_applicant(
            name="单曾解",
            phone="138-0532-1234",
            address="云海区滨河路８号",
            agent_name="仇长安",
            identity_number="11010519491231002X",
        ),
        co_applicants=(an_applicant(name="𬱖小龙", phone="0532 8888 6666"),),
        subject="滨河片区征收补偿方案",
        description="请提供2024年度《补偿明细表》及ＰＤＦ扫描件",
        note="来电催问过",
        tags=("征地拆迁",),
        platform_number="QD20260017",
        handler="征收安置科",
        outcome="OPEN",
        outcome_reason="档案齐全",
        reply_number="云司公开〔2026〕第17号",
        parts=(RequestPart(text="评估报告"),),
    )
    event = an_event(request, note="补正通知已寄出")
    party = ConsultedParty(
        id="p", request_id=request.id, name="A", kind=PartyKind.THIRD_PARTY, party="海川置业公司"
    )
    letter = Letter(
        id="l",
        request_id=request.id,
        kind="open",
        number="云司告〔2026〕5号",
        title="予以公开告知书",
        paragraphs=("经检索，现予公开。",),
        values={"附注": "随函寄送光盘"},
    )
    put(
        database,
        request,
        event,
        party,
        letter,
        ContactEntry(id="c", request_id=request.id, date=DAY, summary="申请人愿意当面领取"),
        SearchRecord(id="s", request_id=request.id, date=DAY, place="区档案馆"),
        Errand(
            id="e", request_id=request.id, kind=ErrandKind.ASSISTANCE, unit="财政局", asked_on=DAY
        ),
        Dispute(
            id="d",
            request_id=request.id,
            kind=DisputeKind.LITIGATION,
            authority="云海区人民法院",
            case_number="（2026）鲁行初9号",
            received_on=DAY,
        ),
    )
    with database.write("attach") as work:
        work.attach(an_attachment(request.id, b"1", name="申请表扫描.pdf"), b"1")
        work.attach(an_attachment(event.id, b"2", name="邮寄底单.jpg"), b"2")
        work.attach(an_attachment("l", b"3", name="告知书正本.docx"), b"3")
    put(
        database,
        a_request(number="2025-100", applicant=an_applicant(name="林知远"), subject="年报"),
    )
    return request


@pytest.mark.parametrize(
    "asked",
    [
        *("2026-0017", "20260017", "-0017", "0017", "17"),
        *("单曾解", "单", "曾解", "𬱖", "龙", "仇长安"),
        *("13805321234", "138-0532", "5321", "88886666", "8888 6666"),
        *("滨河路8号", "滨河路８号", "pdf", "PDF扫描", "补偿明细表", "(补偿", "《补偿明细表》"),
        *("征地拆迁", "qd2026", "征收安置科", "予以公开", "齐全", "〔2026〕第17号", "[2026]第17号"),
        *("评估报告", "补正通知", "海川", "告〔2026〕5", "现予公开", "光盘", "当面领取", "档案馆"),
        *("财政局", "人民法院", "(2026)鲁行初9号", "申请表扫描", "底单.jpg", "正本", "催问"),
        *("11010519491231002x", "滨河 补偿 单", "单 13805321234"),
        *("shanzengjie", "dancengxie", "chanzengjie", "dan", "szj", "dcx", "zengjie", "xie"),
        *("qiuchangan", "qca", "qiu'changan", "QIUZHANGAN", "haichuan", "hczy", "zhengshou"),
        *("xiaolong", "xl", "di xiaolong"),
    ],
)
def test_everything_of_a_case_is_found(database: Database, full: Request, asked: str) -> None:
    assert database.search(asked) == {full.id}


@pytest.mark.parametrize(
    "asked",
    [
        *("滨河片区 林知远", "河滨", "征补", "%", "_", "*", '"', "'", "AND", "NEAR(a b)", "words:"),
        *("natural_person", "third_party", "zengji1", "hanzeng", "（", "x" * 500, "。。"),
    ],
)
def test_what_does_not_occur_is_not_found(database: Database, full: Request, asked: str) -> None:
    found = database.search(asked)
    if asked == "（":  # brackets are alike, and stand in this case
        assert found == {full.id}
    else:
        assert found == set()


def test_no_text_does_not_reach_across_fields(database: Database) -> None:
    put(database, a_request(subject="年度预算", description="执行情况"))
    assert not database.search("预算执行")
    assert len(database.search("预算 执行")) == 1


@pytest.mark.parametrize("asked", ["", "  ", "　"])
def test_nothing_asked_finds_all(database: Database, full: Request, asked: str) -> None:
    assert len(database.search(asked)) == 2


def test_a_search_that_finds_half_of_all_is_answered_from_memory(
    database: Database, full: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_MANY", 1)
    assert len(database.search("2")) == 2
    assert database.search("滨河") == {full.id}
    put(database, added := a_request(subject="滨河路"))
    assert database.search("滨河") == {full.id, added.id}


def test_many_words_must_all_occur(database: Database, full: Request) -> None:
    assert database.search(" ".join(["滨河"] * 40)) == {full.id}
    assert not database.search(" ".join([*["滨河"] * 40, "年报"]))


def answers(memory: sqlite3.Connection, asked: str) -> list[bool]:
    wanted = questions(asked)
    return [
        bool(memory.execute(f"SELECT 1 FROM {table} WHERE {table} MATCH ?", (one,)).fetchall())
        for table, of_it in (("texts", wanted.words), ("parts", wanted.parts))
        for one in of_it
    ]


def memory_of(*texts: str) -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:")
    plain = [folded(text) for text in texts]
    for table, kept in (("texts", words(plain)), ("parts", parts(plain, ()))):
        memory.execute(f"CREATE VIRTUAL TABLE {table} USING fts5(kept)")
        memory.execute(f"INSERT INTO {table} VALUES (?)", (kept,))
    return memory


@given(st.text(max_size=40))
@settings(max_examples=300)
def test_whatever_is_typed_makes_a_question(typed: str) -> None:
    with closing(memory_of("")) as memory:
        asked = answers(memory, typed)
    assert len(asked) == len({word for word in typed.split() if folded(word)})


@given(st.text(alphabet="林知远滨河a1-2 〔Ｂ", min_size=1, max_size=30), st.data())
@settings(max_examples=100)
def test_every_part_of_a_text_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : data.draw(st.integers(start + 1, len(text)))]
    with closing(memory_of(text)) as memory:
        assert all(answers(memory, part))


def sounds(names: list[str]) -> str:
    return parts((), names)


def test_all_readings_of_a_name_are_kept() -> None:
    kept = set(sounds(["单曾解"]).split())
    for first in ("dan", "shan", "chan"):
        for second in ("zeng", "ceng"):
            assert {f"{first}{second}jie", f"{first}{second}xie"} <= kept
    assert {"dzj", "szx", "zj", "cx", "j", "x"} <= kept
    assert {"lv", "lyu"} <= set(sounds(["吕"]).split())


def test_a_long_name_of_many_readings_stays_small() -> None:
    assert len(sounds(["单曾解仇区盖乐行长重" * 5]).split()) < 50 * 100


def test_the_index_follows_changes_removals_and_steps_back(
    database: Database, full: Request
) -> None:
    history = HistoryService(database)
    with database.write("change") as work:
        work.put(ContactEntry(id="c", request_id=full.id, date=DAY, summary="改为邮寄"))
    assert not database.search("当面领取")
    assert database.search("改为邮寄") == {full.id}
    history.undo()
    assert database.search("当面领取") == {full.id}
    history.redo()
    assert not database.search("当面领取")
    (letter_file,) = [one for one in _attachments(database) if one.name.startswith("告知书")]
    with database.write("remove") as work:
        work.remove(letter_file)
        work.remove(database.get(Letter, "l"))
    assert not database.search("正本")
    assert not database.search("光盘")
    assert index(database) == rebuilt(database)


def test_what_is_rolled_back_is_not_found(database: Database, full: Request) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_after(database, a_request(subject="没有写成"))
    assert not database.search("没有写成")
    assert index(database) == rebuilt(database)


def _attachments(database: Database) -> list[Attachment]:
    return database.read(Attachment)


@st.composite
def _steps(draw: st.DrawFn) -> list[tuple[str, int, str]]:
    kinds = ["request", "event", "contact", "letter", "file", "drop", "undo", "redo", "fail"]
    one = st.tuples(
        st.sampled_from(kinds), st.integers(0, 4), st.text(alphabet="林单曾a1-号", max_size=6)
    )
    return draw(st.lists(one, min_size=1, max_size=14))


def _apply(database: Database, history: HistoryService, step: tuple[str, int, str]) -> None:
    kind, which, text = step
    request = a_request(id=f"r{which}", number=f"2026-{which}", subject=text)
    side: dict[str, Record] = {
        "request": request,
        "event": an_event(request, id=f"e{which}", note=text),
        "contact": ContactEntry(id=f"c{which}", request_id=request.id, date=DAY, summary=text),
        "letter": Letter(id=f"l{which}", request_id=request.id, kind="open", title=text),
    }
    if kind == "undo" and history.can_undo:
        history.undo()
    elif kind == "redo" and history.can_redo:
        history.redo()
    elif kind == "drop":
        with database.write("drop") as work:
            for record in reversed(side.values()):
                if database.find(type(record), record.id):
                    work.remove(record)
    elif kind == "file":
        owner = [request.id, f"e{which}", f"l{which}", "nobody"][len(text) % 4]
        data = text.encode()
        with database.write("attach") as work:
            work.attach(an_attachment(owner, data, id=f"f{which}", name=f"{text}.pdf"), data)
    elif kind == "fail":
        with pytest.raises(ZeroDivisionError):
            fail_after(database, request)
    elif kind in side:
        with database.write("put") as work:
            if not database.find(Request, request.id):
                work.put(request)
            work.put(side[kind])


@given(_steps())
@settings(max_examples=25)
def test_after_any_writes_the_index_equals_a_rebuild(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, str]]
) -> None:
    path = tmp_path_factory.mktemp("search") / "office.db"
    with Database.open(new_office(path)) as database:
        history = HistoryService(database)
        for step in steps:
            _apply(database, history, step)
        kept = index(database)
        assert len(kept) == database.count(Request)
        assert kept == rebuilt(database)


def test_a_missing_or_older_index_is_made_when_the_file_is_opened(
    database: Database, full: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = index(database)
    with database.connection() as connection:
        connection.exec_driver_sql("DROP TABLE search_text")
    database.close()
    with Database.open(database.path) as again:
        assert index(again) == kept
    monkeypatch.setattr(search, "RECIPE", "next")
    with Database.open(database.path) as again, again.connection() as connection:
        assert index(again) == kept
        recipe = connection.exec_driver_sql("SELECT recipe FROM search_recipe").scalar_one()
        assert str(recipe).startswith("next ")


def test_a_damaged_index_does_not_stand_in_the_way_of_a_write(
    database: Database, full: Request
) -> None:
    with database.connection() as connection:
        connection.exec_driver_sql("DELETE FROM search_text_data")
    put(database, a_request(subject="照样登记"))
    assert len(database.search("照样登记")) == 1
    assert database.search("滨河") == {full.id}


def test_a_file_with_its_index_is_sound_and_backed_up(
    database: Database, full: Request, tmp_path: Path
) -> None:
    assert checking.check(database) == []
    with database.connection() as connection:
        copy_out(connection, tmp_path / "copy.db")
    verify(tmp_path / "copy.db")
    with Database.open(tmp_path / "copy.db") as copy:
        assert copy.search("滨河") == {full.id}


def test_after_a_restore_the_old_index_is_back(database: Database, full: Request) -> None:
    heard: list[bool] = []
    database.committed.append(lambda changes: heard.append(changes.everything))
    with database.connection() as connection:
        copy = backup.keep_copy(connection, database.path, BackupReason.BY_HAND)
    put(database, a_request(subject="备份之后"))
    database.restore(copy)
    assert not database.search("备份之后")
    assert index(database) == rebuilt(database)
    assert heard == [False, True]


@pytest.fixture(autouse=True)
def _closed(database: Database) -> Iterator[None]:
    yield
    database.close()
