"""Published is locked: what is frozen stays, what changes afterwards is told, nothing is half."""

from __future__ import annotations

import datetime as dt
import hashlib
import random
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from gongkai_desk.domain.case_file import DisputeResult
from gongkai_desk.domain.check_sheet import CheckSheet, CheckTable
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import DomainError, Severity
from gongkai_desk.domain.published_report import (
    PublishedReport,
    cases_behind,
    disputes_behind,
)
from gongkai_desk.domain.report import Override, Previous, Proactive, ReportDraft, Texts
from gongkai_desk.domain.report_answers import with_answer
from gongkai_desk.domain.request import ApplicantKind, EventKind, Request
from gongkai_desk.domain.year_report import SourceKind, YearReport
from gongkai_desk.services.desk import Desk, create_desk, open_desk
from gongkai_desk.services.findings import finding_text
from gongkai_desk.services.published_changes import PublishedChanges
from gongkai_desk.services.publishing_checks import Publication, unprintable
from gongkai_desk.storage.database import Database
from tests.builders import a_dispute, a_request, an_applicant, an_event, an_office

D = dt.date
ON, DAY = D(2026, 2, 10), D(2026, 1, 22)
HOW = Publication(published_on=DAY, address="https://www.example.gov.cn/nb/2025.html")
TEXTS = Texts(
    opening="本报告根据《条例》编制。",
    overview=("公开及时。", "办理规范。", "管理有序。", "平台完善。", "监督到位。"),
    problems="主要问题是解读形式单一，已增加图解。",
    other="本年度未收取信息处理费。",
)


def database_of(desk: Desk) -> Database:
    return desk._database


def put(desk: Desk, *records: object) -> None:
    with database_of(desk).write("test") as work:
        for record in records:
            work.put(record)  # type: ignore[arg-type]


def a_case(number: str, month: int, outcome: str = "OPEN") -> tuple[Request, object]:
    received = D(2025, month, 3)
    request = a_request(
        number=number, received=received, arrived=received, submitted=received, outcome=outcome
    )
    return request, an_event(request, date=D(2025, month, 20), kind=EventKind.REPLIED)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An office with three answered cases of 2025 and a draft nothing stands against, and the
    same with its report published; made once, for four documents take their time.
    """
    folder = tmp_path_factory.mktemp("offices")
    ready, published = folder / "ready.db", folder / "published.db"
    with create_desk(ready, an_office()) as desk:
        cases = [a_case("2025-001", 3), a_case("2025-002", 5, "D4"), a_case("2025-003", 7)]
        put(desk, *(record for each in cases for record in each))
        desk.reporting.save(replace(desk.reporting.draft(2025), texts=TEXTS, saved_on=ON))
    shutil.copy(ready, published)
    with open_desk(published) as desk:
        publish(desk)
    return ready, published


@pytest.fixture
def ready(made: tuple[Path, Path], tmp_path: Path) -> Iterator[Desk]:
    """A desk whose report of 2025 can be published."""
    with open_desk(Path(shutil.copy(made[0], tmp_path / "office.db"))) as desk:
        yield desk


@pytest.fixture
def published(made: tuple[Path, Path], tmp_path: Path) -> Iterator[Desk]:
    """A desk whose report of 2025 is published."""
    with open_desk(Path(shutil.copy(made[1], tmp_path / "office.db"))) as desk:
        yield desk


def cases_of(desk: Desk) -> list[Request]:
    return database_of(desk).read(Request)


def edition_of(desk: Desk) -> PublishedReport:
    edition = desk.publishing.latest(2025)
    assert edition is not None
    return edition


def publish(desk: Desk, how: Publication = HOW) -> PublishedReport:
    desk.publishing.publish(desk.reporting.draft(2025), how, ON)
    return edition_of(desk)


def refused(action: object) -> list[str]:
    with pytest.raises(DomainError) as error:
        action()  # type: ignore[operator]
    return [problem.code for problem in error.value.problems]


def told(desk: Desk) -> list[str]:
    return [finding_text(one.finding) for one in desk.publishing.differences(2025)]


def other_kind(request: Request) -> Request:
    return replace(request, applicant=an_applicant(kind=ApplicantKind.BUSINESS))


def test_publishing_freezes_figures_texts_and_four_files(ready: Desk) -> None:
    edition = publish(ready)
    assert (edition.edition, edition.published_on, edition.texts) == (1, DAY, TEXTS)
    assert edition.figures.requests[1] == (3, 0, 0, 0, 0, 0, 3)
    assert edition.cases["8.0"] == (cases_of(ready)[1].id,)
    name = "威宁市云海区司法局2025年政府信息公开工作年度报告"
    kept = [file.name for file in edition.files]
    assert kept == [f"{name}.{each}" for each in ("pdf", "docx", "html", "xlsx")]
    page = next(file for file in edition.files if file.name.endswith("html"))
    assert "草稿" not in ready.publishing.content(page).decode()
    assert ready.publishing.verify(edition) == []
    assert (ready.publishing.differences(2025), ready.publishing.attention(ON)) == ((), ())


def test_a_later_change_is_told_at_its_cell_with_its_case(published: Desk) -> None:
    edition = edition_of(published)
    put(published, other_kind(cases_of(published)[1]))
    assert told(published) == [
        "表3，第1行，自然人：已发布为3，按现在的登记应为2；不再计入：2025-002。",
        "表3，第1行，商业企业：已发布为0，按现在的登记应为1；新计入：2025-002。",
        "表3，第8行，自然人：已发布为1，按现在的登记应为0；不再计入：2025-002。",
        "表3，第8行，商业企业：已发布为0，按现在的登记应为1；新计入：2025-002。",
        "表3，第24行，自然人：已发布为3，按现在的登记应为2；不再计入：2025-002。",
        "表3，第24行，商业企业：已发布为0，按现在的登记应为1；新计入：2025-002。",
    ]
    assert published.publishing.latest(2025) == edition
    (line,) = published.publishing.attention(ON)
    assert (line.count, line.page, line.view) == (6, "report", "2025")
    assert published.publishing.differences(2024) == ()


def test_a_case_taken_out_of_the_register_keeps_its_number_in_the_differences(
    published: Desk,
) -> None:
    edition_of(published)
    database = database_of(published)
    with database.write("test") as work:
        for event in published.register.events(cases_of(published)[0].id):
            work.remove(event)
        work.remove(cases_of(published)[0])
    assert "不再计入：2025-001。" in told(published)[0]


def test_a_dispute_is_told_by_the_request_it_is_about(published: Desk) -> None:
    edition_of(published)
    put(published, a_dispute(cases_of(published)[0], received_on=D(2025, 9, 1)))
    assert told(published) == [
        "表4，行政复议，尚未审结：已发布为0，按现在的登记应为1；新计入：2025-001。"
    ]
    assert published.publishing.attention(ON)[0].count == 1


@pytest.mark.parametrize(
    ("how", "code"),
    [
        (Publication(published_on=None), "report-published-day-missing"),
        (Publication(published_on=D(2026, 2, 11)), "report-published-later"),
        (Publication(published_on=D(2025, 12, 31)), "report-published-early"),
        (Publication(published_on=DAY, address="www.example.gov.cn"), "report-address-shape"),
    ],
)
def test_a_wrong_day_or_address_is_refused(ready: Desk, how: Publication, code: str) -> None:
    assert refused(lambda: publish(ready, how)) == [code]
    assert ready.publishing.editions(2025) == []


def test_what_is_neither_mended_nor_answered_stands_in_the_way(ready: Desk) -> None:
    draft = replace(ready.reporting.draft(2025), texts=replace(TEXTS, problems="无"))
    ready.reporting.save(draft)
    (finding,) = ready.publishing.obstacles(draft)
    assert finding.code == "report-part-five-empty"
    assert refused(lambda: publish(ready)) == ["report-publish-obstacles"]


def test_characters_without_a_typeface_are_told_before(ready: Desk) -> None:
    report = ready.reporting.report(ready.reporting.draft(2025))
    assert unprintable(report) == []
    (problem,) = unprintable(replace(report, texts=replace(TEXTS, other="王\U0003134f。")))
    assert (problem.severity, problem.values) == (
        Severity.WARNING,
        {"characters": "\U0003134f"},
    )


def test_only_answers_to_what_is_found_are_kept(ready: Desk) -> None:
    draft = replace(ready.reporting.draft(2025), texts=replace(TEXTS, other="收到申请9件。"))
    (finding,) = ready.publishing.obstacles(draft)
    given = with_answer((), finding, "含线下咨询", "…", ON)
    stale = with_answer(given, replace(finding, found=8), "已核", "…", ON)
    ready.reporting.save(replace(draft, answers=stale))
    assert [one.words for one in publish(ready).answers] == ["含线下咨询"]


@pytest.mark.parametrize("at", ["writer", "folder", "store"])
def test_nothing_is_half_published(
    ready: Desk, at: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A writer that fails on the last format, no room for files, a disk that fills in the write."""
    if at == "writer":
        from gongkai_desk.documents import report_xlsx

        monkeypatch.setattr(report_xlsx, "write_report", _full)
    elif at == "folder":
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    else:
        pages = len((database := database_of(ready)).path.read_bytes()) // 4096
        with database.connection() as connection:
            connection.execute(sql(f"PRAGMA max_page_count={pages + 20}"))
    before = ready.reporting.draft(2025)
    assert len(refused(lambda: publish(ready))) == 1
    assert ready.publishing.editions(2025) == []
    assert database_of(ready).count(Attachment) == 0
    assert ready.reporting.draft(2025) == before
    assert ready.maintenance.check() == []


def _full(*_arguments: object, **_named: object) -> None:
    raise OSError(28, "No space left on device")


def test_undo_cannot_take_it_back_and_nobody_takes_it_out(ready: Desk) -> None:
    edition = publish(ready)
    assert not ready.history.can_undo
    database = database_of(ready)
    kept = database.read(Attachment, owner_id=edition.id)
    assert len(kept) == 4
    for record in (edition, kept[0]):
        with pytest.raises(DomainError) as error, database.write("test") as work:
            work.remove(record)
        assert error.value.problems[0].code == "record-stays"
    with pytest.raises(DomainError), database.write("test") as work:
        work.put(replace(edition, published_on=ON))
    with pytest.raises(DomainError), database.write("test") as work:
        work.put(replace(kept[0], owner_id="nobody"))
    database.sweep()
    assert ready.publishing.verify(edition) == []


def test_the_address_may_follow_and_nothing_else_moves(ready: Desk) -> None:
    edition = publish(ready, Publication(published_on=DAY))
    ready.publishing.set_address(edition, " http://www.example.gov.cn/1 ")
    assert ready.publishing.latest(2025) == replace(edition, address="http://www.example.gov.cn/1")
    assert refused(lambda: ready.publishing.set_address(edition, "见官网")) == [
        "report-address-shape"
    ]


def test_a_published_year_is_locked_until_a_correction_begins(published: Desk) -> None:
    edition_of(published)
    draft = published.reporting.draft(2025)
    changed = replace(draft, texts=replace(TEXTS, other="另行说明。"))
    assert refused(lambda: published.reporting.save(changed)) == ["report-locked"]
    assert refused(lambda: publish(published)) == ["report-locked"]
    begin = published.publishing.begin_correction
    assert refused(lambda: begin(2025, " ", ON)) == ["report-correction-reason-missing"]
    assert refused(lambda: begin(2024, "错", ON)) == ["report-not-locked"]
    begin(2025, "办件主体类型更正", ON)
    assert published.publishing.standing(2025) is None
    published.reporting.save(replace(changed, correcting="办件主体类型更正"))
    assert refused(lambda: begin(2025, "再改", ON)) == ["report-not-locked"]
    published.publishing.drop_correction(2025, ON)
    assert published.publishing.standing(2025) is not None
    assert published.reporting.draft(2025) == draft


def test_a_corrected_edition_keeps_the_first(published: Desk, tmp_path: Path) -> None:
    first = edition_of(published)
    files = {file.name: published.publishing.content(file) for file in first.files}
    put(published, other_kind(cases_of(published)[1]))
    published.publishing.begin_correction(2025, "办件主体类型更正", ON)
    early = replace(HOW, published_on=DAY - dt.timedelta(days=1))
    assert refused(lambda: publish(published, early)) == ["report-published-before-edition"]
    second = publish(published, replace(HOW, published_on=ON, tells_why=True))
    assert (second.edition, second.because) == (2, "办件主体类型更正")
    assert second.figures.requests[8][:2] == (0, 1)
    note = "更正说明：本报告已于2026年2月10日更正，更正原因：办件主体类型更正。"
    assert second.texts.other == f"{TEXTS.other}\n{note}"
    assert published.publishing.differences(2025) == ()
    assert published.publishing.attention(ON) == ()
    assert published.publishing.editions(2025) == [first, second]
    written = published.publishing.save_files(first, tmp_path / "第1版")
    assert {path.name: path.read_bytes() for path in written} == files
    page = published.publishing.save_files(second, tmp_path, ["html"])
    assert page[0].name.endswith("报告（第2版）.html")
    assert note in page[0].read_text("utf-8")


def test_a_damaged_file_is_told(published: Desk, tmp_path: Path) -> None:
    edition = edition_of(published)
    file = edition.files[0]
    with database_of(published).connection() as connection:
        connection.execute(
            sql("UPDATE content SET bytes = :bytes WHERE sha256 = :sha256"),
            {"bytes": b"%PDF forged", "sha256": file.sha256},
        )
        connection.commit()
    (problem,) = published.publishing.verify(edition)
    assert (problem.code, problem.values["name"]) == ("published-file-altered", file.name)
    assert refused(lambda: published.publishing.save_files(edition, tmp_path / "x")) == [
        "published-file-altered"
    ]
    assert not (tmp_path / "x").exists()
    assert [each.code for each in published.maintenance.check()] == ["content-altered"]


def test_the_year_after_starts_from_what_was_published(ready: Desk) -> None:
    running = a_request(number="2025-009", received=D(2025, 12, 22), arrived=D(2025, 12, 22))
    put(ready, running)
    draft = ready.reporting.draft(2025)
    ready.reporting.save(replace(draft, proactive=Proactive(normative_documents=(2, 0, 9))))
    assert ready.reporting.year_due(D(2026, 1, 25)) == 2025
    publish(ready)
    assert ready.reporting.year_due(D(2026, 1, 25)) == 2026
    put(ready, other_kind(running))
    previous = ready.reporting.previous(ready.reporting.draft(2026))
    assert previous.requests == {25: (1, 0, 0, 0, 0, 0, 1)}
    assert previous.normative_documents == (2, 0, 9)
    assert ready.reporting.previous_reports.texts(2026) == TEXTS
    where = {each.where for each in ready.reporting.report(ReportDraft(id="x", year=2026)).findings}
    assert "table 3, row 2, 商业企业" in where


def test_differences_are_empty_exactly_while_figures_and_cases_are_the_frozen_ones(
    published: Desk,
) -> None:
    """A walk of random changes; what the home page counts follows it write by write."""
    edition = edition_of(published)
    chance, seen = random.Random(2), set()
    for _step in range(16):
        _change(published, chance)
        report = published.reporting.report(published.reporting.draft(2025))
        same = (
            report.figures.requests == edition.figures.requests
            and report.figures.disputes == edition.figures.disputes
            and _sets(cases_behind(report.counted)) == _sets(edition.cases)
            and _sets(disputes_behind(report.counted_disputes)) == _sets(edition.disputes)
        )
        found = published.publishing.differences(2025)
        assert (found == ()) is same
        assert sum(line.count for line in published.publishing.attention(ON)) == len(found)
        fresh = PublishedChanges(database_of(published), published.reporting)
        assert fresh.attention() == published.publishing.attention(ON)
        seen.add(same)
    assert seen == {True, False}
    assert published.publishing.latest(2025) == edition


def _sets(cells: object) -> dict[str, set[str]]:
    return {cell: set(ids) for cell, ids in cells.items()}  # type: ignore[attr-defined]


def _change(desk: Desk, chance: random.Random) -> None:
    if desk.history.can_undo and chance.random() < 0.55:
        desk.history.undo()
        return
    request = chance.choice(database_of(desk).read(Request))
    day = D(chance.choice((2024, 2025, 2026)), chance.randint(1, 12), 3)
    match chance.randrange(5):
        case 0:
            kind = chance.choice([None, *ApplicantKind])
            put(desk, replace(request, applicant=an_applicant(kind=kind)))
        case 1:
            put(desk, replace(request, outcome=chance.choice(("OPEN", "D4", ""))))
        case 2:
            put(desk, replace(request, received=day, arrived=day, submitted=day))
        case 3:
            put(desk, a_request(received=day, arrived=day, submitted=day))
        case _:
            result = chance.choice([*DisputeResult])
            decided = None if result is DisputeResult.PENDING else day
            put(desk, a_dispute(request, received_on=day, decided_on=decided, result=result))


def test_the_digests_are_those_of_the_bytes(published: Desk) -> None:
    for file in edition_of(published).files:
        data = published.publishing.content(file)
        assert (file.size, file.sha256) == (len(data), hashlib.sha256(data).hexdigest())


def test_the_check_report_of_a_locked_year_tells_of_what_was_published(ready: Desk) -> None:
    early = a_request(number="2024-007", received=D(2024, 12, 20), outcome="OPEN")
    put(ready, early, an_event(early, date=D(2025, 1, 9), kind=EventKind.REPLIED))
    draft = replace(ready.reporting.draft(2025), texts=replace(TEXTS, other="收到申请9件。"))
    (finding,) = ready.publishing.obstacles(draft)
    answers = with_answer((), finding, "含线下咨询", "文中9件，表中3件", ON)
    row_8 = Override(
        table=3, row="8", column=1, number=0, counted=0, reason="登记待更正", made_on=ON
    )
    ready.reporting.save(replace(draft, answers=answers, overrides=(row_8,)))
    before = ready.check_report.sheet(ready.reporting.draft(2025), ON)
    assert compared(ready).overrides == (row_8,)
    edition = publish(ready)
    put(ready, other_kind(cases_of(ready)[1]))
    sheet = ready.check_report.sheet(ready.reporting.draft(2025), ON)
    assert sheet.wide_facts == before.wide_facts  # the figures that were published
    assert "已发布" in dict(sheet.facts)["状态"]
    assert (compared(ready).source, compared(ready).overrides) == (SourceKind.EDITION, (row_8,))
    told = [text for text in sheet.texts() if "2025-002" in text]
    assert sheet.verdict.endswith("其中1处已作说明；登记簿现有数据与发布的有6处不一致。")
    assert len(told) == 6  # rows 1, 8 and 24 of two columns: differences, no findings
    assert [row[-1][:5] for row in table_rows(sheet, "核验发现的问题")] == ["含线下咨询"]
    assert [row[3] for row in table_rows(sheet, "手工改写的数字")] == ["登记待更正"]
    ready.publishing.begin_correction(2025, "办件主体类型更正", ON)
    assert ready.check_report.sheet(ready.reporting.draft(2025), ON).wide_facts != sheet.wide_facts
    ready.publishing.drop_correction(2025, ON)
    again = ready.reporting.draft(2025)
    assert (again.overrides, again.answers) == (edition.overrides, edition.answers)
    assert again.previous == Previous()  # the carry-over comes from the register, nobody typed it
    assert ready.check_report.sheet(again, ON) == sheet


def table_rows(sheet: CheckSheet, heading: str) -> tuple[tuple[str, ...], ...]:
    return next(
        part.rows
        for part in sheet.parts
        if isinstance(part, CheckTable) and part.heading.endswith(heading)
    )


def compared(desk: Desk) -> YearReport:
    """The year as the comparison with earlier years has it."""
    return desk.report_comparison.compare([2025]).reports[2025]
