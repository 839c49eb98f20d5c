"""The roll-up of 100 units whose reports come as json, xlsx, docx, html and pdf: seconds, memory,
and how long a window would wait meanwhile.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from gongkai_desk import i18n
from gongkai_desk.demo.roll_up_scenes import unit_figures
from gongkai_desk.domain.handed_in import HandedIn
from gongkai_desk.domain.report import Figures, Texts
from gongkai_desk.domain.report_raw import document
from gongkai_desk.domain.roll_up import RollUp, UnitFile
from gongkai_desk.services.area_report import write_workbook
from gongkai_desk.services.reporting import WRITERS
from gongkai_desk.services.roll_up import files_in, read_units

UNITS, YEAR = 100, 2025
KINDS = ("json", "xlsx", "docx", "html", "pdf")
_TEXTS = Texts(
    opening="根据《中华人民共和国政府信息公开条例》，编制本报告。",
    overview=("及时公开信息。" * 30, "依法办理申请。" * 20, "审核。", "网站。", "培训。"),
    problems="解读形式不够丰富，已增加图解。",
    other="本年度收取信息处理费0元。",
)
_TICK = 0.005


def main() -> None:
    i18n.use("zh_CN")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for number in range(UNITS):
            figures = unit_figures(f"示例区第{number:03}局", YEAR, number % 40)
            write(figures, folder / f"{number:03}.{KINDS[number % len(KINDS)]}")
        for kind in KINDS:
            one_kind(folder, kind)
        everything(folder)


def write(figures: Figures, path: Path) -> None:
    kind = path.suffix.removeprefix(".")
    if kind == "json":
        path.write_text(json.dumps(document(figures), ensure_ascii=False), encoding="utf-8")
    else:
        WRITERS[kind](figures, _TEXTS, path, False)


def one_kind(folder: Path, kind: str) -> None:
    paths = sorted(folder.glob(f"*.{kind}"))
    began = time.perf_counter()
    read_units(paths, lambda _done, _total, _name: None)
    print(f"{kind}: {(time.perf_counter() - began) / len(paths) * 1e3:.0f} ms a file")


def everything(folder: Path) -> None:
    units: list[UnitFile] = []
    worker = threading.Thread(
        target=lambda: units.extend(read_units(files_in(folder).paths, lambda *_step: None))
    )
    began, turns = time.perf_counter(), []
    worker.start()
    while worker.is_alive():  # what the window's thread does: short turns all the while
        turn = time.perf_counter()
        time.sleep(_TICK)
        turns.append(time.perf_counter() - turn)
    turns.sort()
    longest, usual = turns[-1], turns[len(turns) * 99 // 100]
    read = time.perf_counter() - began
    began = time.perf_counter()
    rolled = HandedIn().with_files(units).rolled(area="示例区", year=YEAR)
    added = time.perf_counter() - began
    assert len(rolled.added) == UNITS, Counter(unit.standing for unit in rolled.units)
    began = time.perf_counter()
    size = workbook(rolled, folder / "汇总.xlsx")
    wrote = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak_mb = peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
    print(
        f"{UNITS} units: read in {read:.1f} s (the window waits {longest * 1e3:.0f} ms at most, "
        f"in 99 of 100 turns below {usual * 1e3:.0f} ms), "
        f"added up in {added * 1e3:.0f} ms, workbook of {size / 1024:.0f} KB in {wrote:.1f} s, "
        f"peak memory {peak_mb:.0f} MB"
    )


def workbook(rolled: RollUp, path: Path) -> int:
    return write_workbook(rolled, path).stat().st_size


if __name__ == "__main__":
    main()
