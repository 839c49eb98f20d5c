"""The catalogue in the office file: imported, exported, versions, publications, attention."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from gongkai_desk import documents, i18n
from gongkai_desk.documents import reading as files
from gongkai_desk.domain.attention import Concern
from gongkai_desk.domain.catalogue import CatalogueItem, CatalogueVersion, Mode
from gongkai_desk.domain.catalogue_cells import mode_of
from gongkai_desk.domain.catalogue_compare import ChangeKind
from gongkai_desk.domain.catalogue_draft import draft_of
from gongkai_desk.domain.catalogue_export import headings_of, sheet_of
from gongkai_desk.domain.catalogue_headings import LEVELS, CatalogueField
from gongkai_desk.domain.catalogue_limits import read_limit
from gongkai_desk.domain.catalogue_table import table_of
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.ledger_sheet import LedgerSheet
from gongkai_desk.domain.official_document import (
    Attribute,
    DocumentKind,
    OfficialDocument,
    PublishedAt,
    ReviewOpinion,
    SecrecyReview,
)
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.services.catalogue_papers import column_name
from gongkai_desk.services.catalogue_words import catalogue_words
from gongkai_desk.services.desk import Desk
from tests.domain.catalogue_sheets import (
    CHANNELS,
    CSV,
    FORM,
    GROUPS,
    NATIONAL,
    SPACED,
    SPREAD,
    THREE,
)

D = dt.date
TODAY = D(2026, 11, 20)
NEW_YEAR = D(2026, 1, 1)


@pytest.fixture(autouse=True)
def _chinese() -> None:
    i18n.use("zh_CN")


def save_workbook(path: Path, *sheets: LedgerSheet) -> Path:
    book = openpyxl.Workbook(write_only=False)
    del book[book.sheetnames[0]]
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for row in sheet.rows:
            page.append([value or None for value in row])
        for top, left, bottom, right in sheet.merged:
            page.merge_cells(
                start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
            )
    book.save(path)
    return path


def version(title: str = "2026年版", on: D | None = NEW_YEAR) -> CatalogueVersion:
    return CatalogueVersion(id=new_id(), title=title, number=0, made_on=TODAY, in_force_on=on)


def take(desk: Desk, path: Path, wanted: CatalogueVersion | None = None) -> Changes:
    draft = desk.catalogue.open(path)
    return desk.catalogue.commit(draft, desk.catalogue.read(draft, TODAY), wanted or version())


def bare(items: Sequence[CatalogueItem]) -> list[CatalogueItem]:
    """The items without what belongs to their version."""
    return [replace(item, id="", version_id="", lineage="") for item in items]


LAYOUTS = {
    "national": NATIONAL, "csv": CSV, "channels": CHANNELS, "groups": GROUPS, "three": THREE,
    "spread": SPREAD, "spaced": SPACED, "form": FORM,
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_is_exported_is_imported_as_the_same_items(tmp_path: Path, name: str) -> None:
    """Own and usual columns, workbook and Word. The usual columns have no place for the boxes of
    a cell: they stand in a column beside.
    """
    words = catalogue_words()
    draft = draft_of("目录.xlsx", (LAYOUTS[name],), words)
    items = draft.read().items
    own = headings_of(draft.layouts[draft.chosen[0]].columns)
    for headings in (own, ()):
        sheet = sheet_of(items, headings, column_name, words)
        table = table_of(sheet, name="目录", title="示例目录", note="注：示例")
        documents.catalogue_xlsx.write_catalogue([table], tmp_path / "出.xlsx")
        documents.catalogue_docx.write_catalogue([table], tmp_path / "出.docx")
        for path in (tmp_path / "出.xlsx", tmp_path / "出.docx"):
            again = draft_of(path.name, tuple(files.read_tables(path)), words).read()
            assert (again.title, again.note) == ("示例目录", "注：示例")
            kept = [replace(one, id="", extra={}) for one in again.items]
            assert kept == [replace(one, id="", extra={}) for one in items]
            for mine, theirs in zip(items, again.items, strict=True):
                assert set(mine.extra.values()) <= set(theirs.extra.values())
                assert headings == () or mine.extra == theirs.extra


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_usual_headings_are_known_in_both_languages(language: str) -> None:
    i18n.use(language)
    words = catalogue_words()
    for field in CatalogueField:
        wanted = "item" if field in LEVELS else field.value
        assert words.field_of(column_name(field), exact=True) == wanted
    for mode in (Mode.PROACTIVE, Mode.ON_REQUEST, Mode.BOTH):
        assert mode_of(column_name(mode), words) == (mode, True)


TEXT = st.text(
    alphabet="甲乙丙丁戊公开信息20工作日内每年底前（）=+-", min_size=1, max_size=6
).filter(lambda text: text.strip() == text)


@st.composite
def catalogues(draw: st.DrawFn) -> list[CatalogueItem]:
    depth = draw(st.integers(1, 3))
    items = []
    for position in range(1, draw(st.integers(1, 6)) + 1):
        path = tuple(
            f"事{draw(st.sampled_from('甲乙丙'))}" for _n in range(draw(st.integers(1, depth)))
        )
        items.append(
            CatalogueItem(
                id="", version_id="", lineage="", position=position, path=path,
                unit=draw(st.just("") | TEXT),
                content="内容" + draw(TEXT),
                limit=read_limit(draw(st.sampled_from(["20个工作日内", "及时", "看情况"]))),
                mode=draw(st.sampled_from(Mode)),
                channels=tuple(draw(st.lists(st.sampled_from(["网站", "微信"]), unique=True))),
                audience=draw(st.sampled_from(["", "全社会"])),
                note=draw(st.just("") | TEXT),
                extra=draw(st.sampled_from([{}, {"保存期": "永久"}])),
            )
        )  # fmt: skip
    return items


@given(items=catalogues())
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_catalogue_comes_back_from_a_workbook(
    tmp_path: Path, items: list[CatalogueItem]
) -> None:
    sheet = sheet_of(items, (), column_name, catalogue_words())
    table = table_of(sheet, name="目录", title="示例局主动公开事项目录", note="注：示例")
    path = tmp_path / "目录.xlsx"
    documents.catalogue_xlsx.write_catalogue([table], path)
    again = draft_of(path.name, tuple(files.read_tables(path)), catalogue_words()).read()
    assert bare(again.items) == items
    assert (again.title, again.note) == ("示例局主动公开事项目录", "注：示例")


def test_csv_in_the_encoding_of_old_programs(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "目录.csv"
    path.write_bytes("\n".join(",".join(map(str, row)) for row in CSV.rows).encode("gb18030"))
    take(desk, path)
    assert len(desk.catalogue.items(desk.catalogue.versions()[0].id)) == 4


def test_merged_cells_of_an_ods_are_known(desk: Desk, tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="string"{0}><text:p>{1}</text:p></table:table-cell>'
    rows = [
        [cell.format("", "公开事项"), cell.format("", "公开内容"), cell.format("", "责任科室")],
        [cell.format("", "机构职能"), cell.format("", "职能"),
         cell.format(' table:number-rows-spanned="2" table:number-columns-spanned="1"', "办公室")],
        [cell.format("", "领导信息"), cell.format("", "姓名"), "<table:covered-table-cell/>"],
    ]  # fmt: skip
    body = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
    content = (
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="目录">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "目录.ods"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", "<manifest/>")
    items = desk.catalogue.open(path).read().items
    assert [item.responsible for item in items] == ["办公室", "办公室"]


def test_tables_of_a_word_document_that_go_on_over_the_page(desk: Desk, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("示例局主动公开事项目录")
    for titles in (["机构职能", "领导信息"], ["年度报告"]):
        table = document.add_table(rows=1, cols=2)
        table.rows[0].cells[0].text, table.rows[0].cells[1].text = "公开事项", "公开时限"
        for title in titles:
            row = table.add_row()
            row.cells[0].text, row.cells[1].text = title, "20个工作日内"
        if titles[0] == "机构职能":
            table.cell(1, 1).merge(table.cell(2, 1))
    document.add_paragraph("注：由办公室解释。")
    path = tmp_path / "目录.docx"
    document.save(str(path))
    reading = desk.catalogue.open(path).read()
    assert reading.title == "示例局主动公开事项目录"
    assert [item.title for item in reading.items] == ["机构职能", "领导信息", "年度报告"]
    assert all(item.limit.days == 20 for item in reading.items)
    assert reading.note == "注：由办公室解释。"


def test_a_table_that_goes_on_without_its_heading(desk: Desk, tmp_path: Path) -> None:
    document = docx.Document()
    for rows in ([("公开事项", "公开时限"), ("甲", "及时")], [("乙", "长期"), ("丙", "每月")]):
        table = document.add_table(rows=0, cols=2)
        for texts in rows:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = texts
        document.add_paragraph("")
    path = tmp_path / "目录.docx"
    document.save(str(path))
    draft = desk.catalogue.open(path)
    assert [item.title for item in draft.read().items] == ["甲", "乙", "丙"]
    assert draft.left_out == ()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("坏.xlsx", b"PK\x03\x04broken", "file-damaged"),
        ("坏.docx", b"PK\x03\x04broken", "file-damaged"),
        ("空.csv", b" ", "file-empty"),
        ("扫描.pdf", b"%PDF-1.4 x", "catalogue-wrong-kind"),
        ("别的.csv", "姓名,电话\n某人,1\n".encode(), "catalogue-no-heading"),
    ],
)
def test_a_bad_file_is_refused_and_nothing_changes(
    desk: Desk, tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(DomainError) as refused:
        desk.catalogue.open(path)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert desk.catalogue.versions() == []


def test_a_word_document_without_a_table_is_refused(desk: Desk, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("没有表格")
    document.save(str(tmp_path / "空.docx"))
    with pytest.raises(DomainError) as refused:
        desk.catalogue.open(tmp_path / "空.docx")
    assert refused.value.problems[0].code == "catalogue-no-table"


def test_a_table_with_headings_only_is_not_taken(desk: Desk, tmp_path: Path) -> None:
    path = save_workbook(tmp_path / "空.xlsx", replace(CSV, rows=CSV.rows[:1]))
    with pytest.raises(DomainError) as refused:
        take(desk, path)
    assert refused.value.problems[0].code == "catalogue-nothing-to-import"
    assert desk.catalogue.versions() == []


def test_an_import_is_backed_up_before_and_undone_in_one_step(desk: Desk, tmp_path: Path) -> None:
    before = len(desk.maintenance.backups())
    take(desk, save_workbook(tmp_path / "目录.xlsx", NATIONAL))
    assert len(desk.maintenance.backups()) == before + 1
    desk.history.undo()
    assert desk.catalogue.versions() == []


def test_the_next_edition_goes_on_with_the_items_of_the_last(desk: Desk, tmp_path: Path) -> None:
    take(desk, save_workbook(tmp_path / "一.xlsx", CSV), version("旧", D(2025, 1, 1)))
    rows = [list(row) for row in CSV.rows]
    rows[2][4] = "3个工作日内"
    rows[4] = ["财政信息", "决算", "部门决算", "网站", "批准后20日内", "财务科"]
    path = save_workbook(tmp_path / "二.xlsx", replace(CSV, rows=rows))
    draft = desk.catalogue.open(path)
    found = desk.catalogue.read(draft, TODAY)
    assert [one.sure for one in found.matches.values()] == [True, True, True]
    desk.catalogue.commit(draft, found, version("新", D(2026, 1, 1)))
    new, old = desk.catalogue.versions()
    assert (new.number, old.number, desk.catalogue.in_force(TODAY)) == (2, 1, new)
    assert desk.catalogue.in_force(D(2025, 6, 1)) == old
    changes = desk.catalogue.changes(old, new)
    assert [(one.kind, one.item.title) for one in changes] == [
        (ChangeKind.CHANGED, "领导信息"), (ChangeKind.NEW, "决算"), (ChangeKind.GONE, "预算"),
    ]  # fmt: skip


def test_the_officer_has_the_last_word_on_which_item_goes_on(desk: Desk, tmp_path: Path) -> None:
    take(desk, save_workbook(tmp_path / "一.xlsx", CSV), version("旧", D(2025, 1, 1)))
    ours = desk.catalogue.items(desk.catalogue.versions()[0].id)
    draft = desk.catalogue.open(save_workbook(tmp_path / "二.xlsx", SPREAD))
    place = draft.read().items[0].id
    chosen = desk.catalogue.read(draft.with_match(place, ours[3].lineage), TODAY)
    assert chosen.matches[place].item == ours[3]
    none = desk.catalogue.read(draft.with_match(place, ""), TODAY)
    assert place not in none.matches


def enter(desk: Desk, *limits: str, on: D = NEW_YEAR) -> list[CatalogueItem]:
    made = replace(version(on=on), number=1, made_on=on)
    desk.catalogue.new_version(made, None)
    for number, limit in enumerate(limits, 1):
        item = CatalogueItem(
            id=f"i{number}", version_id=made.id, lineage=f"l{number}", position=0,
            path=("综合", f"事项{number}"), limit=read_limit(limit), channels=("网站",),
        )  # fmt: skip
        desk.catalogue.add(item, None)
    return desk.catalogue.items(made.id)


def test_items_are_added_moved_and_removed(desk: Desk) -> None:
    one, _two, three = enter(desk, "及时", "长期", "20个工作日内")
    desk.catalogue.move(three, -1)
    titles = [item.title for item in desk.catalogue.items(one.version_id)]
    assert titles == ["事项1", "事项3", "事项2"]
    fresh = replace(one, id="n", lineage="n", path=("综合", "新"))
    desk.catalogue.add(fresh, one)
    desk.catalogue.remove(one)
    titles = [item.title for item in desk.catalogue.items(one.version_id)]
    assert titles == ["新", "事项3", "事项2"]


def test_a_new_version_copies_the_items_with_their_lineage(desk: Desk) -> None:
    items = enter(desk, "及时", "长期")
    (old,) = desk.catalogue.versions()
    desk.catalogue.new_version(version("2027年版", None), old)
    new = desk.catalogue.versions()[0]
    copies = desk.catalogue.items(new.id)
    assert [item.lineage for item in copies] == [item.lineage for item in items]
    assert not {item.id for item in copies} & {item.id for item in items}
    assert desk.catalogue.changes(old, new) == []
    assert desk.catalogue.in_force(TODAY) == old
    desk.catalogue.remove(new)
    assert desk.catalogue.versions() == [old]
    assert desk.catalogue.items(old.id) == items


def published(lineage: str, formed: D, on: D | None, reviewed: D | None) -> OfficialDocument:
    reviews = () if reviewed is None else (
        SecrecyReview(date=reviewed, by="审查员", opinion=ReviewOpinion.MAY_PUBLISH),
    )  # fmt: skip
    return OfficialDocument(
        id=new_id(), title="某信息", kind=DocumentKind.INFORMATION, formed_on=formed,
        lineage=lineage, reviews=reviews, attribute=Attribute.PROACTIVE,
        published=() if on is None else (PublishedAt(channel="网站", date=on),),
    )  # fmt: skip


def test_late_and_coming_items_ask_for_attention_until_they_are_published(desk: Desk) -> None:
    enter(desk, "每年3月底前", "每年11月底前", "20个工作日内", "每月", on=D(2026, 3, 1))
    concerns = {one.concern: one for one in desk.catalogue.attention(TODAY)}
    late, due = concerns[Concern.CATALOGUE_LATE], concerns[Concern.CATALOGUE_DUE]
    assert (late.count, late.examples, late.view) == (2, ("事项1", "事项4"), "late")
    assert (due.count, due.next_date, due.section) == (1, D(2026, 11, 30), "catalogue")
    day = D(2026, 11, 10)
    for lineage in ("l1", "l2", "l4"):
        desk.catalogue.record_publication(published(lineage, day, day, day), TODAY)
    desk.catalogue.record_publication(published("l3", D(2026, 10, 9), None, None), TODAY)
    (left,) = desk.catalogue.attention(TODAY)
    assert (left.concern, left.examples) == (Concern.CATALOGUE_LATE, ("事项3",))


def test_a_catalogue_taken_in_today_makes_nothing_late(desk: Desk) -> None:
    made = version(on=D(2020, 1, 1))
    desk.catalogue.new_version(made, None)
    item = CatalogueItem(
        id="i", version_id=made.id, lineage="l", position=0, path=("年报",),
        limit=read_limit("每年1月31日前"),
    )  # fmt: skip
    desk.catalogue.add(item, None)
    (row,) = desk.catalogue.rows(desk.catalogue.versions()[0], TODAY)
    assert row.due.date == D(2027, 1, 31)
    assert desk.catalogue.attention(TODAY) == ()


def test_nothing_asks_for_attention_before_a_version_is_in_force(desk: Desk) -> None:
    assert desk.catalogue.attention(TODAY) == ()
    desk.catalogue.new_version(version(on=None), None)
    assert desk.catalogue.attention(TODAY) == ()


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (published("l", D(2026, 11, 2), D(2026, 11, 4), None), "catalogue-review-missing"),
        (
            published("l", D(2026, 11, 2), D(2026, 11, 4), D(2026, 11, 5)),
            "catalogue-published-before-review",
        ),
        (
            published("l", D(2026, 11, 6), D(2026, 11, 4), D(2026, 11, 4)),
            "catalogue-published-before-formed",
        ),
        (published("l", D(2026, 11, 30), None, None), "record-after-today"),
    ],
)
def test_nothing_is_published_before_it_was_reviewed(
    desk: Desk, document: OfficialDocument, code: str
) -> None:
    with pytest.raises(DomainError) as refused:
        desk.catalogue.record_publication(document, TODAY)
    assert code in [problem.code for problem in refused.value.problems]
    assert desk.catalogue.all(OfficialDocument) == []


def test_the_last_review_before_the_day_counts_and_the_attribute_too(desk: Desk) -> None:
    """As for every other document: a later refusal stops what an earlier review allowed."""
    allowed = published("l", D(2026, 11, 2), D(2026, 11, 6), D(2026, 11, 3))
    refusal = SecrecyReview(
        date=D(2026, 11, 5), by="审查员", opinion=ReviewOpinion.MAY_NOT, basis="第十四条"
    )
    for wrong, code in (
        (replace(allowed, reviews=(*allowed.reviews, refusal)), "catalogue-review-forbids"),
        (replace(allowed, attribute=Attribute.WITHHELD), "publication-not-proactive"),
        (replace(allowed, attribute=None), "publication-not-proactive"),
    ):
        with pytest.raises(DomainError) as refused:
            desk.catalogue.record_publication(wrong, TODAY)
        assert [problem.code for problem in refused.value.problems] == [code]
    desk.catalogue.record_publication(allowed, TODAY)


def test_rows_tell_what_changed_since_the_version_before(desk: Desk) -> None:
    one, _two = enter(desk, "及时", "长期")
    (old,) = desk.catalogue.versions()
    desk.catalogue.new_version(version("新", D(2026, 6, 1)), old)
    new = desk.catalogue.versions()[0]
    copy = desk.catalogue.items(new.id)[0]
    desk.catalogue.save(replace(copy, channels=()), TODAY)
    rows = desk.catalogue.rows(new, TODAY)
    assert [row.change is not None for row in rows] == [True, False]
    assert [row.without_channel for row in rows] == [True, False]
    assert copy.lineage == one.lineage


def test_pdf_and_what_changed(desk: Desk, tmp_path: Path) -> None:
    enter(desk, "及时", "长期")
    (old,) = desk.catalogue.versions()
    desk.catalogue.new_version(version("新", D(2026, 6, 1)), old)
    new = desk.catalogue.versions()[0]
    item = desk.catalogue.items(new.id)[0]
    desk.catalogue.save(replace(item, limit=read_limit("3个工作日内")), TODAY)
    assert desk.catalogue_papers.write(new, tmp_path / "目录.pdf", since=old) == ()
    assert (tmp_path / "目录.pdf").read_bytes().startswith(b"%PDF")
    desk.catalogue_papers.write(new, tmp_path / "目录.xlsx", since=old)
    book = openpyxl.load_workbook(tmp_path / "目录.xlsx")
    assert book.sheetnames == ["公开事项目录", "更新说明"]
    told = [cell.value for cell in book["更新说明"][3]]
    assert told == ["修改", "综合\n事项1", "公开时限", "及时", "3个工作日内"]
    assert desk.catalogue.open(tmp_path / "目录.xlsx").chosen == ("公开事项目录",)


def test_a_content_longer_than_a_page_is_printed_whole(desk: Desk, tmp_path: Path) -> None:
    enter(desk, "及时")
    (version_kept,) = desk.catalogue.versions()
    (item,) = desk.catalogue.items(version_kept.id)
    long = "".join(f"第{number}条内容，" for number in range(400))
    desk.catalogue.save(replace(item, content=long), TODAY)
    path = tmp_path / "长.pdf"
    assert desk.catalogue_papers.write(version_kept, path) == ()
    pages = PdfReader(path).pages
    text = "".join("".join(page.extract_text().split()) for page in pages)
    assert len(pages) > 1
    assert "第0条内容" in text
    assert "第399条内容" in text


def test_a_version_without_items_cannot_be_written(desk: Desk, tmp_path: Path) -> None:
    desk.catalogue.new_version(version(), None)
    with pytest.raises(DomainError):
        desk.catalogue_papers.write(desk.catalogue.versions()[0], tmp_path / "目录.xlsx")
    assert not (tmp_path / "目录.xlsx").exists()
