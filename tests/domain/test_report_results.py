"""The identities at a glance: kept, broken or unknown in every column."""

from __future__ import annotations

from typing import Any

from gongkai_desk.domain.report_checks import check_document
from gongkai_desk.domain.report_raw import read
from gongkai_desk.domain.report_results import Passed, identity_results
from tests.reports import balanced

YES, NO, UNKNOWN = Passed.YES, Passed.NO, Passed.UNKNOWN


def results(report: dict[str, Any], *, texts_known: bool = True) -> dict[str, tuple[Passed, ...]]:
    found = identity_results(read(report), check_document(report), texts_known=texts_known)
    return {one.letter: one.results for one in found}


def test_a_balanced_report_keeps_them_all() -> None:
    assert results(balanced()) == {
        **dict.fromkeys("ABDE", (YES,) * 7),
        **dict.fromkeys("CFGH", (YES,)),
    }


def test_what_is_broken_is_broken_in_its_column() -> None:
    report = balanced()
    report["requests"]["24"][1] += 1
    report["requests"]["2"][3] += 1
    report["requests"]["5"][4] = "/"
    found = results(report)
    assert [at for at, one in enumerate(found["A"]) if one is NO] == [1, 3]
    assert [at for at, one in enumerate(found["D"]) if one is NO] == [3]
    assert found["B"] == (YES, NO, YES, YES, UNKNOWN, YES, YES)
    assert found["E"] == (YES, YES, YES, YES, NO, YES, YES)
    assert found["C"] == (NO,)


def test_what_was_not_compared_is_not_passed() -> None:
    report = balanced()
    del report["previous"]
    found = results(report, texts_known=False)
    assert (found["D"], found["G"], found["H"]) == ((UNKNOWN,) * 7, (UNKNOWN,), (UNKNOWN,))
