"""A file that is no report gets a clear line from every reader, and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai_desk.cli.main import main
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.report import ReportDraft
from gongkai_desk.services.check_report import read_foreign
from gongkai_desk.services.previous_report import PreviousReportService
from gongkai_desk.services.roll_up import read_unit
from gongkai_desk.storage.database import Database
from gongkai_desk.texts import sentence
from tests.bad_reports import BAD, make, make_huge


def told_by_all(path: Path, database: Database, capsys: pytest.CaptureFixture[str]) -> set[str]:
    """The codes that roll-up, last year's report and the check of a file tell; the command line
    must tell as clearly.
    """
    unit = read_unit(path)
    assert unit.figures is None
    assert unit.findings == ()
    with pytest.raises(DomainError) as refused:
        PreviousReportService(database).read(path, 2026)
    with pytest.raises(DomainError) as unchecked:
        read_foreign(path)
    assert unchecked.value.problems == refused.value.problems
    assert database.read(ReportDraft) == []
    for problem in (*unit.problems, *refused.value.problems):
        assert path.name in sentence(problem)
    assert main(["report", "check", str(path)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert path.name in printed.err
    assert "Traceback" not in printed.err
    return {problem.code for problem in (*unit.problems, *refused.value.problems)}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_explained(
    name: str, tmp_path: Path, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told_by_all(make(tmp_path, name), database, capsys) <= set(BAD[name][1])


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf", "json", "html"])
def test_200_megabytes_are_never_read(
    kind: str, tmp_path: Path, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    path = make_huge(tmp_path / f"巨大.{kind}")
    assert told_by_all(path, database, capsys) == {"file-too-large"}


def test_a_folder_called_like_a_report_is_no_report(
    tmp_path: Path, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "年报.docx"
    path.mkdir()
    assert told_by_all(path, database, capsys) == {"file-unreadable"}
