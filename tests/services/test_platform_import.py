"""Lists of columns and accounts in: headings as offices write them, merged cells, csv."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import Workbook

from gongkai_desk.domain.platform import Platform, PlatformKind
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.services.desk import Desk

OTHERWISE = PlatformKind.NEW_MEDIA


def a_book(path: Path, rows: list[list[object]], merged: tuple[str, ...] = ()) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path


def test_columns_below_a_website_named_once_in_a_merged_cell(desk: Desk, tmp_path: Path) -> None:
    path = a_book(
        tmp_path / "栏目.xlsx",
        [
            ["政府网站栏目清单"],
            ["序号", "所属网站", "栏目名称", "类型", "责任 科室", "责任人", "更新频率"],
            [1, "区文旅局网站", "工作动态", "栏目", "办公室", "林知远", "每周"],
            [2, None, "通知公告", "栏目", "办公室", "林知远", "随时"],
            [None, None, None, None, None, None, None],
            [3, "区文旅局网站", "区文旅局网站", "门户网站", "办公室", "林知远", None],
        ],
        ("B3:B4",),
    )
    reading = desk.platform_import.read(path)
    assert reading.unread == ("更新频率",)
    assert [row.kind for row in reading.rows] == [
        PlatformKind.COLUMN, PlatformKind.COLUMN, PlatformKind.WEBSITE,
    ]  # fmt: skip
    desk.platform_import.take(reading, OTHERWISE)
    every = {one.name: one for one in desk.platforms.all(Platform)}
    site = every["区文旅局网站"]
    assert every["工作动态"].parent_id == every["通知公告"].parent_id == site.id
    assert (every["工作动态"].category, every["通知公告"].category) == ("news", "notices")
    assert every["工作动态"].operator == "办公室"
    again = desk.platform_import.read(path)
    assert all(row.known for row in again.rows)
    with pytest.raises(DomainError):
        desk.platform_import.take(again, OTHERWISE)


def test_accounts_from_csv_with_dates_read_or_kept_as_words(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "账号.csv"
    path.write_text(
        "名称,平台,账号ID,主办单位,备案编号,备案时间,备注\n"
        "示例文旅,微信公众号,gh_1,区文旅局,示新备〔2024〕7号,2024年3月5日,主账号\n"
        "=示例旅游,抖音号,dy_2,区文旅局,,2023年春,\n"
        "未写类型,,x,区文旅局,,,\n",
        "utf-8",
    )
    reading = desk.platform_import.read(path)
    assert [row.platform.name for row in reading.unclear] == ["未写类型"]
    first, second, third = desk.platform_import.platforms(reading, PlatformKind.ZONE)
    assert (first.kind, first.filing_number, first.filed_on) == (
        PlatformKind.NEW_MEDIA, "示新备〔2024〕7号", dt.date(2024, 3, 5),
    )  # fmt: skip
    assert (second.name, second.filed_on, second.note) == ("=示例旅游", None, "备案时间：2023年春")
    assert third.kind is PlatformKind.ZONE


def test_columns_of_one_name_below_two_websites_are_two(desk: Desk, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["栏目名称", "所属网站", "类型"],
        ["通知公告", "甲站", "栏目"],
        ["通知公告", "乙站", "栏目"],
        ["通知公告", "乙站", "栏目"],
        ["甲站", "", "网站"],
    ]
    reading = desk.platform_import.read(a_book(tmp_path / "两站.xlsx", rows))
    assert [row.known for row in reading.rows] == [False, False, True, False]
    first, second, site = desk.platform_import.platforms(reading, OTHERWISE)
    assert first.parent_id == site.id
    assert (second.parent_id, second.note) == ("", "乙站")  # a website nobody entered is named


def test_the_heading_of_the_names_tells_what_the_rows_are(desk: Desk, tmp_path: Path) -> None:
    rows: list[list[object]] = [["政务新媒体名称", "责任人"], ["示例发布", "甲"]]
    (row,) = desk.platform_import.read(a_book(tmp_path / "号.xlsx", rows)).rows
    assert row.kind is PlatformKind.NEW_MEDIA
    rows = [["名称", "所属网站"], ["网站工作动态", "甲站"]]
    (row,) = desk.platform_import.read(a_book(tmp_path / "栏.xlsx", rows)).rows
    assert row.kind is PlatformKind.COLUMN


def test_a_file_without_such_headings_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = a_book(tmp_path / "别的.xlsx", [["申请人", "申请日期"], ["甲", "2026-01-01"]])
    with pytest.raises(DomainError) as refused:
        desk.platform_import.read(path)
    assert refused.value.problems[0].code == "platform-headings-missing"
