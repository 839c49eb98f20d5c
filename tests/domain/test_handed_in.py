"""Files come, go and come again; what was decided about them stays as long as they do."""

from __future__ import annotations

from dataclasses import replace

from gongkai_desk.domain.handed_in import HandedIn, Naming
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.roll_up import Standing, UnitFile
from tests.reports import figures

YEAR = figures().year


def a_file(path: str, name: str, **values: object) -> UnitFile:
    given = {"file": path, "path": path, "digest": path, "name": name, "year": YEAR}
    return UnitFile(**(given | {"figures": figures()} | values))  # type: ignore[arg-type]


def standings(handed: HandedIn) -> dict[str, Standing]:
    rolled = handed.rolled(area="云海区", year=YEAR)
    return {unit.id: unit.standing for unit in rolled.units}


def test_a_file_read_again_takes_its_own_place_and_keeps_its_decisions() -> None:
    handed = HandedIn().with_files([a_file("/a/1.docx", "财政局"), a_file("/a/2.docx", "民政局")])
    handed = handed.leaving_out("/a/1.docx").naming("/a/2.docx", Naming(name="教育局", year=None))
    again = handed.with_files([a_file("/a/2.docx", "民政局", digest="new")])
    assert len(again.files) == 2
    rolled = again.rolled(area="云海区", year=YEAR)
    assert [unit.name for unit in rolled.added] == ["教育局"]
    assert standings(again)["/a/1.docx"] is Standing.LEFT_OUT


def test_files_called_alike_show_their_folders() -> None:
    handed = HandedIn().with_files([a_file("/a/甲/年报.docx", "财政局")])
    assert [one.file for one in handed.files] == ["年报.docx"]
    both = handed.with_files([a_file("/a/乙/年报.docx", "民政局")])
    assert [one.file for one in both.files] == ["甲/年报.docx", "乙/年报.docx"]
    assert [one.file for one in both.without(["/a/甲/年报.docx"]).files] == ["年报.docx"]


def test_a_name_tells_two_files_of_one_unit_apart() -> None:
    handed = HandedIn().with_files([a_file("/1.docx", "财政局"), a_file("/2.docx", "财政局")])
    assert set(standings(handed).values()) == {Standing.SAME_NAME}
    named = handed.naming("/2.docx", Naming(name="国库支付中心", year=None))
    assert set(standings(named).values()) == {Standing.COUNTED}


def test_a_title_that_tells_nothing_is_made_up_for() -> None:
    silent = a_file("/1.pdf", "", year=None)
    handed = HandedIn().with_files([silent])
    assert standings(handed) == {"/1.pdf": Standing.UNNAMED}
    named = handed.naming("/1.pdf", Naming(name="财政局", year=YEAR))
    assert standings(named) == {"/1.pdf": Standing.COUNTED}
    # the year a file tells is not to be talked away, nor what cannot be read
    other = handed.with_files([replace(silent, year=YEAR - 1)])
    assert standings(other.naming("/1.pdf", Naming(name="财政局", year=YEAR))) == {
        "/1.pdf": Standing.OTHER_YEAR
    }
    broken = handed.with_files([replace(silent, problems=(Problem("file-damaged"),))])
    assert standings(broken.naming("/1.pdf", Naming(name="财政局", year=YEAR))) == {
        "/1.pdf": Standing.UNREADABLE
    }


def test_the_years_are_those_of_most_files_first() -> None:
    files = [a_file(f"/{n}.docx", f"单位{n}", year=YEAR - (n == 1)) for n in range(3)]
    assert HandedIn().with_files(files).years == [YEAR, YEAR - 1]
