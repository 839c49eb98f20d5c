"""The side records on paper: everything that was noted stands there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pdfplumber
import pytest

from gongkai_desk.domain.case import Query
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.services.desk import Desk

DAY = dt.date(2026, 11, 20)
SUBJECT = "本年度非遗传承人补助发放名单"


@pytest.fixture
def desk(sample_desk: Desk) -> Desk:
    return sample_desk


@pytest.fixture
def request_id(desk: Desk) -> str:
    cases = desk.register.rows(Query(), DAY)
    return next(case.request.id for case in cases if case.request.subject == SUBJECT)


def text_of(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return "".join("".join((page.extract_text() or "").split()) for page in pdf.pages)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("searches", ["信息检索记录", "非遗科档案柜", "已检索到", "未检索到", "周文静"]),
        ("contacts", ["与申请人联系记录", "10:20", "无人接听", "刘建国"]),
        ("errands", ["内部办理事项", "合法性审核", "政策法规科何立", "2026-11-18", "2026-11-17"]),
    ],
)
def test_each_list_is_printed_in_full(
    desk: Desk, request_id: str, tmp_path: Path, kind: str, words: list[str]
) -> None:
    path = tmp_path / "记录.pdf"
    assert getattr(desk.record_papers, kind)(request_id, DAY, path) == ()
    text = text_of(path)
    for word in (SUBJECT, "2026年11月20日", *words):
        assert word in text


def test_a_path_that_cannot_be_written_is_named(
    desk: Desk, request_id: str, tmp_path: Path
) -> None:
    with pytest.raises(DomainError) as error:
        desk.record_papers.searches(request_id, DAY, tmp_path / "没有" / "记录.pdf")
    assert error.value.problems[0].code == "file-not-written"
