"""The report as a web page, read back cell by cell; nothing runs and nothing is fetched."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typing_extensions import override

from gongkai_desk.documents.report_grid import (
    Grid,
    disputes_grid,
    form,
    proactive_grid,
    requests_grid,
)
from gongkai_desk.documents.report_html import write_report
from gongkai_desk.documents.report_words import report_title
from tests.documents.test_report_pdf import TEXTS, figures

FIGURES = figures()
Cell = tuple[str, str, int, int]


class Page(HTMLParser):
    """Tables as rows of (tag, text, rows, columns), headings, and every tag and attribute."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tables: list[list[list[Cell]]] = []
        self.headings: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.scopes: list[str] = []
        self._open: list[str] = []
        self._text = ""
        self._spans = (1, 1)
        self.feed(path.read_text("utf-8"))
        self.close()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        self.attributes |= set(given)
        self._text = ""
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self._spans = int(given.get("rowspan") or 1), int(given.get("colspan") or 1)
            if tag == "th":
                self.scopes.append(given.get("scope") or "")

    @override
    def handle_data(self, data: str) -> None:
        self._text += data

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.tables[-1][-1].append((tag, self._text, *self._spans))
        elif tag in ("h1", "h2", "h3"):
            self.headings.append(self._text)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    path = tmp_path_factory.mktemp("report") / "年报.html"
    write_report(FIGURES, TEXTS, path, draft=True)
    return Page(path)


def cells(grid: Grid) -> list[list[tuple[str, int, int]]]:
    return [[(cell.text, cell.rows, cell.columns) for cell in row] for row in grid]


def test_every_cell_of_the_three_tables(page: Page) -> None:
    found = [[[cell[1:] for cell in row] for row in table] for table in page.tables]
    assert found == [
        cells(proactive_grid(FIGURES.proactive)),
        cells(requests_grid(FIGURES)),
        cells(disputes_grid(FIGURES.disputes)),
    ]


def test_numbers_are_data_and_names_are_heads(page: Page) -> None:
    for table in page.tables:
        for row in table:
            for tag, text, _rows, _columns in row:
                remark = text == form()["requests"]["corner"]
                assert (tag == "td") == (remark or text.replace(".", "").isdigit())
    assert set(page.scopes) == {"col", "row"}


def test_the_headings_stand_in_order(page: Page) -> None:
    wanted = [report_title(FIGURES), form()["sections"][0], *form()["overview_subheadings"]]
    wanted += form()["sections"][1:5]
    assert [each for each in page.headings if each in wanted] == wanted


def test_every_tag_is_closed_and_the_page_names_its_language_and_signs(tmp_path: Path) -> None:
    write_report(FIGURES, TEXTS, tmp_path / "a.html", draft=True)
    text = (tmp_path / "a.html").read_text("utf-8")
    assert text.startswith('<!DOCTYPE html>\n<html lang="zh-CN">\n<head><meta charset="utf-8">')
    opened = ["html", "head"]
    for closing, tag in re.findall(r"<(/?)([a-z][a-z0-9]*)", text.partition("</style>")[2]):
        if closing:
            assert opened.pop() == tag
        else:
            opened.append(tag)
    assert opened == []
    assert text.count("<table") == text.count("<caption>") == 3


def test_nothing_runs_and_nothing_is_fetched(page: Page) -> None:
    assert not page.tags & {"script", "img", "link", "iframe", "object", "form"}
    assert not {name for name in page.attributes if name.startswith("on")} | (
        page.attributes & {"src", "href", "style"}
    )


def test_what_people_wrote_is_only_text(tmp_path: Path) -> None:
    write_report(figures("<b>某局</b>\"'&"), TEXTS, tmp_path / "a.html", draft=False)
    text = (tmp_path / "a.html").read_text("utf-8")
    assert "<b>" not in text
    assert "&lt;b&gt;某局&lt;/b&gt;" in text
    assert form()["print"]["draft"] not in text
    for name in ("𬱖", "𫖯", "㛃", "𠅤"):
        assert name in text
