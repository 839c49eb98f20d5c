"""Side records, files, reminders and publication on a real office file, with undo."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gongkai_desk.documents.reading import safety
from gongkai_desk.domain.case_file import Errand, ErrandKind, SearchRecord, Stage, StageMark
from gongkai_desk.domain.letter import Letter, LetterStatus
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.register_settings import RegisterSettings
from gongkai_desk.domain.reminders import Reminder, Side
from gongkai_desk.domain.request import EventKind, Publication, Publish, Request
from gongkai_desk.services.attaching import newest_files
from gongkai_desk.services.desk import Desk, open_desk
from tests.builders import a_request, an_event

TODAY = dt.date(2026, 11, 20)
RECEIVED = dt.date(2026, 10, 26)  # due Monday 2026-11-23


@pytest.fixture
def request_(desk: Desk) -> Request:
    made = a_request(number="2026-001", submitted=RECEIVED, arrived=RECEIVED, received=RECEIVED)
    desk.register.add(made, on=TODAY)
    return made


def an_errand(request: Request, **values: Any) -> Errand:
    errand = Errand(
        id="e",
        request_id=request.id,
        kind=ErrandKind.HANDLING,
        unit="基层科",
        asked_on=dt.date(2026, 10, 28),
        due_on=dt.date(2026, 11, 5),
    )
    return replace(errand, **values)


def a_search(request: Request, **values: Any) -> SearchRecord:
    search = SearchRecord(
        id="s", request_id=request.id, date=TODAY, place="档案室", method="文号", by="何立"
    )
    return replace(search, **values)


def refusal(error: pytest.ExceptionInfo[DomainError]) -> tuple[str, str]:
    problem = error.value.problems[0]
    return problem.code, problem.field


# side records


def test_a_record_that_is_wrong_is_refused_at_its_field(desk: Desk, request_: Request) -> None:
    with pytest.raises(DomainError) as error:
        desk.case_file.save(a_search(request_, place=""), TODAY)
    assert refusal(error) == ("search-place-missing", "place")
    assert not desk.case_file.of(SearchRecord, request_.id)


def test_a_record_is_stored_corrected_and_taken_back(desk: Desk, request_: Request) -> None:
    desk.case_file.save(a_search(request_), TODAY)
    desk.case_file.save(a_search(request_, place="公文系统"), TODAY)
    assert [one.place for one in desk.case_file.of(SearchRecord, request_.id)] == ["公文系统"]
    desk.history.undo()
    assert [one.place for one in desk.case_file.of(SearchRecord, request_.id)] == ["档案室"]


def test_reminding_a_unit_is_noted_once_a_day(desk: Desk, request_: Request) -> None:
    desk.case_file.save(an_errand(request_), TODAY)
    desk.case_file.remind(an_errand(request_), TODAY)
    (reminded,) = desk.case_file.of(Errand, request_.id)
    assert reminded.reminded_on == (TODAY,)
    with pytest.raises(DomainError) as error:
        desk.case_file.remind(reminded, TODAY)
    assert refusal(error)[0] == "errand-reminded-today"
    answered = replace(reminded, answered_on=TODAY, answer="同意")
    with pytest.raises(DomainError) as error:
        desk.case_file.remind(answered, TODAY)
    assert refusal(error)[0] == "errand-answered-already"


# files


def test_files_hang_on_the_request_its_events_and_its_records(
    desk: Desk, request_: Request, tmp_path: Path
) -> None:
    event = an_event(request_, kind=EventKind.EXTENDED, argument="5", date=TODAY)
    desk.register.record(event, on=TODAY)
    search = a_search(request_)
    desk.case_file.save(search, TODAY)
    for owner in (request_, event, search):
        path = tmp_path / f"{owner.id}.txt"
        path.write_text(f"附件 {owner.id}", "utf-8")
        desk.case_file.attach(owner.id, [path], TODAY)
    materials = desk.case_file.materials(request_.id)
    assert [type(one.owner) for one in materials] == [Request, type(event), SearchRecord]
    assert desk.case_file.content(materials[2].id).decode() == "附件 s"
    desk.case_file.remove(search)
    assert len(desk.case_file.materials(request_.id)) == 2
    desk.history.undo()
    assert len(desk.case_file.materials(request_.id)) == 3
    desk.case_file.detach(materials[0].id)
    assert len(desk.case_file.materials(request_.id)) == 2


def test_the_files_of_an_issued_letter_stay(desk: Desk, request_: Request, tmp_path: Path) -> None:
    path = tmp_path / "告知书.pdf"
    path.write_text("x", "utf-8")
    letter = Letter(id="l", request_id=request_.id, kind="k", status=LetterStatus.ISSUED)
    with desk._database.write("test") as work:
        work.put(letter)
    desk.case_file.attach(letter.id, [path], TODAY)
    (material,) = desk.case_file.materials(request_.id)
    assert material.owner == letter
    assert letter not in desk.case_file.open_owners(request_.id)
    with pytest.raises(DomainError) as error:
        desk.case_file.detach(material.id)
    assert refusal(error)[0] == "letter-files-stay"
    assert len(desk.case_file.materials(request_.id)) == 1


def test_several_files_come_in_together_or_not_at_all(
    desk: Desk, request_: Request, tmp_path: Path
) -> None:
    good, missing = tmp_path / "good.txt", tmp_path / "missing.pdf"
    good.write_text("好", "utf-8")
    with pytest.raises(DomainError) as error:
        desk.case_file.attach(request_.id, [good, missing], TODAY)
    assert refusal(error)[0] == "file-unreadable"
    assert not desk.case_file.materials(request_.id)


@pytest.mark.parametrize(
    "name", ["setup.exe", "申请表.pdf.EXE", "快捷方式.lnk", "宏.VBS", "run.sh", "x.ps1", "a.exe. "]
)
def test_what_runs_when_it_is_opened_is_refused(
    desk: Desk, request_: Request, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_text("x", "utf-8")
    with pytest.raises(DomainError) as error:
        desk.case_file.attach(request_.id, [path], TODAY)
    assert refusal(error)[0] == "file-runs"
    with pytest.raises(DomainError):
        desk.tasks.attach("anything", path, TODAY)  # one way for everything


@pytest.mark.parametrize("name", ["扫描.pdf", "录音.mp3", "说明.docx", "脚本说明.js.txt", "无后缀"])
def test_documents_of_every_kind_are_taken(
    desk: Desk, request_: Request, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_text("内容", "utf-8")
    desk.case_file.attach(request_.id, [path], TODAY)
    assert [one.attachment.name for one in desk.case_file.materials(request_.id)] == [name]


def test_a_file_that_is_too_large_is_refused(
    desk: Desk, request_: Request, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safety, "LARGEST_FILE", 3)
    path = tmp_path / "大.pdf"
    path.write_bytes(b"12345")
    with pytest.raises(DomainError) as error:
        desk.case_file.attach(request_.id, [path], TODAY)
    assert refusal(error) == ("file-too-large", "file")


def test_the_newest_scans_come_first_and_only_documents(tmp_path: Path) -> None:
    for age, name in enumerate(["旧.pdf", "新.pdf", "病毒.exe", ".隐藏", "~$锁.docx"]):
        path = tmp_path / name
        path.write_text("x", "utf-8")
        os.utime(path, (1_700_000_000 + age, 1_700_000_000 + age))
    (tmp_path / "文件夹").mkdir()
    assert [path.name for path in newest_files(tmp_path)] == ["新.pdf", "旧.pdf"]
    assert len(newest_files(tmp_path, most=1)) == 1


def test_a_scan_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(DomainError) as error:
        newest_files(tmp_path / "没有")
    assert refusal(error)[0] == "scan-folder-unreadable"


# reminders


def keys(found: tuple[Reminder, ...]) -> list[str]:
    return [one.key.partition(":")[0] for one in found]


def test_reminders_stay_until_they_are_acknowledged(desk: Desk, request_: Request) -> None:
    desk.case_file.save(an_errand(request_), TODAY)
    waiting = desk.reminders.waiting(TODAY)
    assert {one.side for one in waiting} == {Side.OURS, Side.THEIRS}
    assert "errand" in keys(waiting)
    desk.reminders.acknowledge(waiting, TODAY)
    assert not desk.reminders.waiting(TODAY)
    assert desk.reminders.every(TODAY) == waiting
    desk.history.undo()
    assert desk.reminders.waiting(TODAY) == waiting


def test_they_survive_a_closed_computer(desk: Desk, request_: Request) -> None:
    """Closed on the day it was quiet, opened when it is too late: it is there, and stays."""
    path = desk.path
    desk.reminders.acknowledge(desk.reminders.waiting(TODAY), TODAY)
    desk.close()
    later = dt.date(2026, 11, 30)
    with open_desk(path) as reopened:
        assert "overdue" in keys(reopened.reminders.waiting(later))
    with open_desk(path) as again:
        waiting = again.reminders.waiting(dt.date(2026, 12, 1))
        assert "overdue" in keys(waiting)
        again.reminders.acknowledge(waiting, later)
    with open_desk(path) as last:
        assert "overdue" not in keys(last.reminders.waiting(dt.date(2026, 12, 2)))


def test_a_date_that_moves_brings_it_up_again(desk: Desk, request_: Request) -> None:
    desk.reminders.acknowledge(desk.reminders.waiting(TODAY), TODAY)
    extended = an_event(request_, kind=EventKind.EXTENDED, argument="1", date=TODAY)
    desk.register.record(extended, on=TODAY)
    assert "due-soon" in keys(desk.reminders.waiting(TODAY))


def test_after_any_write_it_finds_what_a_fresh_look_would_find(
    desk: Desk, request_: Request
) -> None:
    """What is looked at anew after a write is the same as everything looked at anew."""
    other = a_request(number="2026-002", received=dt.date(2026, 9, 18))

    def compare() -> None:
        kept = desk.reminders.every(TODAY)
        desk.reminders._day = None
        assert kept == desk.reminders.every(TODAY)

    compare()
    desk.register.add(other, on=TODAY)
    compare()
    desk.case_file.save(an_errand(other), TODAY)
    compare()
    desk.register.close(other.id, outcome="OPEN", on=TODAY, dated=TODAY)
    compare()
    assert "publication" in keys(desk.reminders.every(TODAY))
    desk.publication.decide([other.id], Publication(), TODAY)
    compare()
    for _times in range(3):
        desk.history.undo()
        compare()
    settings = RegisterSettings(stage_targets={Stage.REVIEWED: 1})
    desk.register_settings.save(settings)
    compare()
    desk.case_file.save(
        StageMark(id="m", request_id=request_.id, stage=Stage.REVIEWED, date=TODAY), TODAY
    )
    compare()


def test_the_stages_of_a_case_follow_the_settings(desk: Desk, request_: Request) -> None:
    desk.register_settings.save(RegisterSettings(stage_targets={Stage.REVIEWED: 2}))
    states = {one.stage: one for one in desk.reminders.stages(request_.id, TODAY)}
    assert states[Stage.REVIEWED].target == dt.date(2026, 10, 28)
    assert states[Stage.REVIEWED].late
    assert states[Stage.REPLIED].target is None


def test_settings_that_run_backwards_are_refused(desk: Desk) -> None:
    with pytest.raises(DomainError):
        desk.register_settings.save(RegisterSettings(tags=()))
    assert desk.register_settings.get() == RegisterSettings()


# publication


def test_undecided_cases_wait_until_they_are_decided(desk: Desk, request_: Request) -> None:
    assert not desk.publication.undecided(TODAY)
    desk.register.close(request_.id, outcome="OPEN", on=TODAY, dated=TODAY)
    (case,) = desk.publication.undecided(TODAY)
    assert desk.publication.asks(case)
    with pytest.raises(DomainError) as error:
        desk.publication.decide([request_.id], Publication(choice=Publish.NO), TODAY)
    assert {one.field for one in error.value.problems} == {"decided_on", "decided_by", "reason"}
    decision = Publication(
        choice=Publish.NO, decided_on=TODAY, decided_by="周文静", reason="只涉及一户"
    )
    desk.publication.decide([request_.id], decision, TODAY)
    assert not desk.publication.undecided(TODAY)
    assert desk.register.get(request_.id, TODAY).request.publication == decision


def test_often_asked_leaves_out_what_is_published(desk: Desk) -> None:
    for number, subject in enumerate(["路灯清单", "路灯 清单", "路灯清单表"], 1):
        made = a_request(number=f"2026-0{number}", subject=subject, received=RECEIVED)
        desk.register.add(made, on=TODAY)
    (often,) = desk.publication.often_asked(TODAY)
    assert often.times == 3
    decision = Publication(
        choice=Publish.YES, decided_on=TODAY, decided_by="周文静", reason="多次申请"
    )
    desk.publication.decide([one.id for one in often.requests], decision, TODAY)
    assert not desk.publication.often_asked(TODAY)
    assert desk.history.undo_name == "decide-publication"
