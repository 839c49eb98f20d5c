"""The papers of platforms and messages: what stands in them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pypdfium2
from openpyxl import load_workbook

from gongkai_desk.domain.platform import Platform, PlatformCheck, PlatformKind, SiteMessage
from gongkai_desk.services.desk import Desk

D = dt.date
DAY = D(2026, 11, 20)


def enter(desk: Desk) -> None:
    for record in (
        Platform(id="s", kind=PlatformKind.WEBSITE, name="=文旅局网站", filing_number="备1号"),
        Platform(id="n", kind=PlatformKind.COLUMN, name="工作动态", parent_id="s",
                 category="news"),
        Platform(id="x", kind=PlatformKind.NEW_MEDIA, name="旧账号", closed_on=D(2026, 3, 1)),
        PlatformCheck(id="1", platform_id="n", date=D(2026, 11, 2), last_update=D(2026, 11, 1)),
        PlatformCheck(id="2", platform_id="n", date=DAY, last_update=D(2026, 11, 1),
                      problems="两处错链", by="林知远"),
        SiteMessage(id="m", received=D(2026, 11, 11), text="标题有错别字", number="找错-7",
                    source="error_report", sender="网民", platform_id="s"),
    ):  # fmt: skip
        desk.platforms.save(record, DAY)


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_the_record_of_checks_names_what_is_late_and_wrong(desk: Desk, tmp_path: Path) -> None:
    enter(desk)
    path = tmp_path / "记录.pdf"
    assert desk.platform_papers.checks(DAY, path) == ()
    text = text_of(path)
    for wanted in ("巡检记录表", "2个平台", "超时未更新1个", "超时5天", "两处错链", "林知远"):
        assert wanted in text
    assert "旧账号" not in text


def test_the_register_names_filing_and_what_was_closed(desk: Desk, tmp_path: Path) -> None:
    enter(desk)
    path = tmp_path / "台账.pdf"
    desk.platform_papers.register(DAY, path)
    text = text_of(path)
    for wanted in ("备1号", "旧账号", "2026-03-01", "政务新媒体账号"):
        assert wanted in text


def test_the_workbook_has_every_check_and_no_formula(desk: Desk, tmp_path: Path) -> None:
    enter(desk)
    path = tmp_path / "台账.xlsx"
    desk.platform_papers.workbook(DAY, path)
    book = load_workbook(path)
    assert book.sheetnames == ["公开平台台账", "平台巡检记录表", "全部检查记录"]
    first = book.worksheets[0].cell(3, 1)
    assert (first.value, first.data_type) == ("=文旅局网站", "s")
    every = list(book.worksheets[2].iter_rows(min_row=3, values_only=True))
    assert [row[1].date() for row in every if isinstance(row[1], dt.datetime)] == [
        D(2026, 11, 2), DAY,
    ]  # fmt: skip


def test_the_handling_sheet_has_the_limit_with_its_source(desk: Desk, tmp_path: Path) -> None:
    enter(desk)
    (message,) = desk.platforms.messages(DAY)
    path = tmp_path / "办理单.pdf"
    desk.platform_papers.message(message, path)
    text = text_of(path)
    for wanted in ("留言办理单", "找错-7", "标题有错别字", "2026年11月16日", "3个工作日",
                   "承办科室意见"):  # fmt: skip
        assert wanted in text


def test_the_list_of_messages(desk: Desk, tmp_path: Path) -> None:
    enter(desk)
    path = tmp_path / "留言.pdf"
    desk.platform_papers.messages(desk.platforms.messages(DAY), DAY, path)
    text = text_of(path)
    for wanted in ("留言办理台账", "1条留言", "我为政府网站找错", "超期未答复"):
        assert wanted in text
