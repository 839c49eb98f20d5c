"""The roll-up of the annual reports of the units of a made-up district."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from gongkai_desk.demo.camera import Camera
from gongkai_desk.domain.partial_figures import PartialFigures
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report import (
    CARRIED_OUT_ROW,
    ROWS,
    TOTAL_ROW,
    Disputes,
    Figures,
    Previous,
    Proactive,
)
from gongkai_desk.domain.report_checks import check_figures
from gongkai_desk.domain.report_finding import Finding, dispute_cell, request_cell
from gongkai_desk.domain.roll_up import UnitFile
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.report.roll_up.dialog import RollUpDialog
from gongkai_desk.ui.report.roll_up.send_back_dialog import SendBackDialog
from gongkai_desk.ui.report.roll_up.unit_dialog import UnitReportDialog
from gongkai_desk.ui.today import today

_AREA = "海滨市示例区"
_UNITS = {
    "财政局": "docx",
    "教育和体育局": "docx",
    "民政局": "docx",
    "水利局": "xlsx",
    "农业农村局": "docx",
    "自然资源局": "pdf",
    "市场监督管理局": "pdf",
    "住房和城乡建设局": "html",
    "交通运输局": "docx",
    "卫生健康局": "json",
    "医疗保障局": "docx",
}
_MISSING = "应急管理局"
_FOLDER = "D:/区直部门年报"


def unit_figures(name: str, year: int, size: int) -> Figures:
    """Balanced figures of a made-up unit; `size` tells the units apart."""
    rows: dict[int, tuple[int, ...]] = dict.fromkeys(ROWS, (0,) * 6)
    rows[1] = (12 + 3 * size, size % 4, 0, size % 2, 1, 0)
    rows[2] = (1 + size % 3, 0, 0, 0, 0, 0)
    rows[CARRIED_OUT_ROW] = (size % 4, 0, 0, 0, 0, 0)
    total = tuple(
        one + two - left
        for one, two, left in zip(rows[1], rows[2], rows[CARRIED_OUT_ROW], strict=True)
    )
    rows[TOTAL_ROW] = total
    rows[13] = tuple(number // 3 for number in total)
    rows[4] = tuple(number // 4 for number in total)
    rows[3] = tuple(
        number - one - two for number, one, two in zip(total, rows[13], rows[4], strict=True)
    )
    return Figures(
        agency=name,
        year=year,
        proactive=Proactive(
            normative_documents=(size % 3, size % 2, 4 + size),
            licences=40 * size,
            penalties=5 * size,
            coercion=size % 2,
            fees_10k_yuan=Decimal(size * 1_250) / 1000,
        ),
        requests={row: (*cells, sum(cells)) for row, cells in rows.items()},
        disputes=Disputes(
            reconsideration=(1, size % 2, 0, 1, 2 + size % 2),
            litigation_direct=(size % 2, 0, 0, 0, size % 2),
        ),
    )


def sample_units(year: int) -> tuple[list[UnitFile], list[UnitFile]]:
    """What eleven units handed in for `year`, some of it wrong, and their reports of before."""
    files, before = [], []
    for size, (short, kind) in enumerate(_UNITS.items(), 1):
        name = f"{_AREA}{short}"
        figures = unit_figures(name, year, size)
        if short == "水利局":
            wrong = {**figures.requests, TOTAL_ROW: figures.requests[1]}
            figures = replace(figures, requests=wrong)
        file = _file(name, year, kind, figures)
        carried = figures.requests[2]
        if short == "民政局":
            carried = (*carried[:1], 1, *carried[2:-1], carried[-1] + 1)
        handed_over = Previous(requests={CARRIED_OUT_ROW: carried})
        files.append(_spoilt(file, short))
        before.append(replace(file, year=year - 1, handed_over=handed_over))
    twice = files[list(_UNITS).index("自然资源局")]
    again = _file(twice.name, year, "docx", unit_figures(twice.name, year, 7))
    files.append(replace(again, path=f"{_FOLDER}/自然资源局（修改稿）.docx"))
    return files, before


def _file(name: str, year: int, kind: str, figures: Figures) -> UnitFile:
    file = f"{name.removeprefix(_AREA)}.{kind}"
    return UnitFile(
        file=file,
        path=f"{_FOLDER}/{file}",
        name=name,
        year=year,
        figures=figures,
        findings=tuple(check_figures(figures)),
    )


def _spoilt(file: UnitFile, short: str) -> UnitFile:
    if short == "农业农村局":
        word = Finding(
            place=request_cell(13, 1),
            rule="E",
            code="report-cell-not-whole",
            found="若干",
            values={"found": "若干", "expected": None},
        )
        seen = None
        if file.figures is not None:
            seen = PartialFigures(figures=file.figures, unknown={word.place: "若干"})
        return replace(file, figures=None, partial=seen, findings=(word,))
    if short == "市场监督管理局":
        scanned = Problem("file-scanned", "file", {"name": file.file})
        return replace(file, name="", year=None, figures=None, findings=(), problems=(scanned,))
    if short == "交通运输局":
        return replace(file, year=(file.year or 0) - 1)
    return file


def roll_up_scenes(camera: Camera, desk: Desk, _papers: Path) -> None:
    camera.page("report")
    page = camera.window.page
    assert page is not None
    year = today().year - 1
    desk.reporting_units.save([f"{_AREA}{short}" for short in (*_UNITS, _MISSING)])
    dialog = RollUpDialog(
        desk=desk,
        operations=page.operations,
        prompts=page.prompts,
        years=[year, year - 1],
        parent=camera.window,
    )
    files, before = sample_units(year)
    dialog.take(files)
    dialog.take(before, before=True)
    dialog.area.set_value(_AREA)
    dialog.add_up()
    assert dialog.rolled is not None
    failing = next(unit for unit in dialog.rolled.units if unit.name.endswith("水利局"))
    dialog.units.choose(failing.id)
    dialog.show()
    camera.snap("roll-up", dialog)
    dialog.tabs.setCurrentIndex(1)
    dialog.sums.show_shares(request_cell(TOTAL_ROW, 0))
    camera.snap("roll-up-sums", dialog)
    dialog.sums.show_shares(dispute_cell("reconsideration", 4))
    camera.snap("roll-up-disputes", dialog)
    report = UnitReportDialog(failing, dialog.open_file, request_cell(TOTAL_ROW, 0), dialog)
    report.show()
    camera.snap("roll-up-unit", report)
    report.done(0)
    back = SendBackDialog(dialog.rolled, desk, page.operations, page.prompts, dialog)
    back.show()
    camera.snap("roll-up-send-back", back)
    for each in (back, dialog):
        each.done(0)
        each.deleteLater()
