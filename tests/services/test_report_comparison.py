"""The best source of every year; reports of earlier years read, asked about, kept, replaced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from gongkai_desk.domain.published_report import PublishedReport
from gongkai_desk.domain.report import Previous, Proactive, Texts
from gongkai_desk.domain.request import ApplicantKind
from gongkai_desk.domain.year_report import Doubt, SourceKind
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_comparison import EarlierRead
from tests.builders import a_request, an_applicant, an_office
from tests.published_reports import web_page, word_file
from tests.reports import MATRIX, figures

ON = dt.date(2026, 11, 20)


def file_of(folder: Path, year: int, agency: str = "", **values: object) -> Path:
    given = figures(agency=agency or an_office().name, year=year, **values)
    path = folder / f"{year}年报.html"
    path.write_text(web_page(given), "utf-8")
    return path


def read(desk: Desk, paths: Sequence[Path]) -> list[EarlierRead]:
    return desk.report_comparison.read(paths, lambda _done, _all: None)


def keep(desk: Desk, path: Path, year: int) -> None:
    (one,) = read(desk, [path])
    desk.report_comparison.keep([(year, one)], ON)


def received(desk: Desk, day: dt.date) -> str:
    request = a_request(
        applicant=an_applicant(kind=ApplicantKind.NATURAL_PERSON),
        submitted=day,
        arrived=day,
        received=day,
    )
    desk.register.add(request, on=ON)
    return request.id


def published(
    desk: Desk, number: int, cases: Mapping[str, tuple[str, ...]] = MappingProxyType({})
) -> None:
    edition = PublishedReport(
        id=f"2025-{number}",
        year=2025,
        edition=number,
        title="年报",
        published_on=dt.date(2026, 1, 20),
        figures=figures(year=2025),
        texts=Texts(),
        cases=dict(cases),
    )
    with desk._database.write("save-report") as work:
        work.put(edition)


def test_each_year_has_its_best_source(desk: Desk, tmp_path: Path) -> None:
    request = received(desk, dt.date(2024, 12, 20))
    for year in (2022, 2024, 2025):
        keep(desk, file_of(tmp_path, year), year)
    for number in (1, 2):
        published(desk, number, cases={"1.0": (request,)})
    comparison = desk.report_comparison.compare(range(2022, 2027))
    sources = {year: report.source for year, report in comparison.reports.items()}
    assert sources == {
        2022: SourceKind.FILE,
        2024: SourceKind.FILE,  # not the one request the register has of that year
        2025: SourceKind.EDITION,
        2026: SourceKind.REGISTER,
    }
    assert comparison.gaps == (2023,)
    assert comparison.reports[2025].edition == 2
    new = comparison.line("row-1")
    assert new.values == (14069, None, 14069, 14069, 0)
    assert comparison.reports[2025].behind(new.refs) == (request,)
    assert comparison.line("fee-noticed").values == (None, None, 0, 0, 0)
    assert desk.report_comparison.first_year(2026) == 2022


def test_the_year_the_register_begins_in_is_told_and_table_2_is_a_gap_until_typed(
    desk: Desk,
) -> None:
    request = received(desk, dt.date(2025, 10, 9))
    comparison = desk.report_comparison.compare([2024, 2025, 2026])
    assert set(comparison.reports) == {2025, 2026}
    report = comparison.reports[2025]
    assert report.since == dt.date(2025, 10, 9)
    assert comparison.reports[2026].since is None
    assert report.behind(comparison.line("row-1").refs) == (request,)
    assert comparison.line("proactive-licences").values == (None, None, None)
    draft = desk.reporting.draft(2025)
    desk.reporting.save(replace(draft, proactive=Proactive(licences=3)))
    again = desk.report_comparison.compare([2025])
    assert again.line("proactive-licences").values == (3,)


def test_several_reports_are_read_at_once_and_what_is_doubtful_is_asked(
    desk: Desk, tmp_path: Path
) -> None:
    word = tmp_path / "往年.docx"
    word_file(figures(agency="别的局", year=2026), word)
    broken = tmp_path / "坏.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    ours, other, none = read(desk, [file_of(tmp_path, 2023), word, broken])
    assert ours.reading is not None
    assert other.reading is not None
    assert (none.reading, len(none.problems)) == (None, 1)
    doubts = desk.report_comparison.doubts
    assert doubts(ours, 2023, ON) == ()
    assert doubts(ours, None, ON) == (Doubt.NO_YEAR,)
    assert doubts(other, 2026, ON) == (Doubt.OTHER_AGENCY, Doubt.FUTURE)
    desk.report_comparison.keep([(2023, ours)], ON)
    assert doubts(ours, 2023, ON) == (Doubt.REPLACES,)


def test_one_file_is_kept_for_a_year_until_it_is_removed(desk: Desk, tmp_path: Path) -> None:
    keep(desk, file_of(tmp_path, 2023), 2023)
    rows = {**MATRIX, 1: (1, 0, 0, 0, 0, 0, 1)}
    keep(desk, file_of(tmp_path, 2023, requests=rows), 2023)
    service = desk.report_comparison
    assert service.compare([2023]).line("row-1").values == (1,)
    assert desk.reporting.previous_reports.file(2024) == service.kept(2023)
    service.remove(2023)
    assert service.kept(2023) is None
    assert service.compare([2023]).reports == {}


def test_the_draft_of_the_year_after_follows_unless_its_numbers_are_the_officers(
    desk: Desk, tmp_path: Path
) -> None:
    reporting = desk.reporting
    reporting.save(reporting.draft(2024))
    keep(desk, file_of(tmp_path, 2023), 2023)
    assert reporting.draft(2024).previous.requests[25] == MATRIX[25]
    other = {**MATRIX, 25: (2, 0, 0, 0, 0, 0, 2)}
    keep(desk, file_of(tmp_path, 2023, requests=other), 2023)
    assert reporting.draft(2024).previous.requests[25] == other[25]
    typed = Previous(requests={25: (7, 0, 0, 0, 0, 0, 7)})
    reporting.save(replace(reporting.draft(2024), previous=typed))
    keep(desk, file_of(tmp_path, 2023), 2023)
    assert reporting.draft(2024).previous == typed


def test_a_file_of_a_year_published_here_types_nothing_into_the_year_after(
    desk: Desk, tmp_path: Path
) -> None:
    published(desk, 1)
    desk.reporting.save(desk.reporting.draft(2026))
    other = {**MATRIX, 25: (2, 0, 0, 0, 0, 0, 2)}
    keep(desk, file_of(tmp_path, 2025, requests=other), 2025)
    assert desk.reporting.draft(2026).previous == Previous()
    assert desk.reporting.previous(desk.reporting.draft(2026)).requests[25] == MATRIX[25]
