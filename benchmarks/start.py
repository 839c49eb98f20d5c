"""Start of the program to its first painted window and to its complete home page, beside a bare
PySide6 window with a table. Measured as an installed program starts: with its bytecode at hand.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from gongkai_desk.demo.sample import create_sample
from gongkai_desk.ui.settings import FOLDER_VARIABLE

RUNS = 7

BARE = """
import time; began, used = time.perf_counter(), time.process_time()
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget
application = QApplication([])
window = QMainWindow(); window.setCentralWidget(QTableWidget(10, 5)); window.show()
application.processEvents()
print("painted", time.perf_counter() - began, time.process_time() - used)
"""

OURS = """
import os, sys, time; began, used = time.perf_counter(), time.process_time()
from PySide6.QtWidgets import QApplication
from gongkai_desk.cli.main import main

def told(what):
    print(what, time.perf_counter() - began, time.process_time() - used, flush=True)

def watched(_application):
    from gongkai_desk.ui.steps import Steps
    (window,) = (one for one in QApplication.topLevelWidgets() if one.objectName() == "main-window")
    left = {"home", "window"}
    painted = Steps(window)
    painted.add(lambda: told("painted"))
    def done(part):
        left.discard(part)
        if not left:
            told("complete")
            os._exit(0)
    window.page.completed.connect(lambda: done("home"))
    window.later.ended.connect(lambda: done("window"))
    return run()

run, QApplication.exec = QApplication.exec, watched
sys.exit(main([]))
"""


def measured(script: str, folder: Path) -> Mapping[str, tuple[float, float]]:
    """What was told, and after how many seconds: by the clock, and of the processor's time; the
    medians of several starts, each in a process of its own. The first start counts for nothing.
    """
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        FOLDER_VARIABLE: str(folder / "config"),
    }
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    told: dict[str, list[tuple[float, float]]] = {}
    for number in range(RUNS + 1):
        run = subprocess.run(
            [sys.executable, "-c", script],
            env=surroundings,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        for what, clock, processor in (line.split() for line in run.stdout.splitlines()):
            if number:
                told.setdefault(what, []).append((float(clock), float(processor)))
    return {
        what: (statistics.median(one for one, _ in each), statistics.median(one for _, one in each))
        for what, each in told.items()
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = folder / "office.db"
        create_sample(office, dt.date.today())  # noqa: DTZ011
        (folder / "config").mkdir()
        used = json.dumps({"last_file": str(office)})
        (folder / "config" / "preferences.json").write_text(used, "utf-8")
        print(f"medians of {RUNS} starts; in brackets the processor's time")
        for title, found in (
            ("bare window", measured(BARE, folder)),
            ("ours, sample office", measured(OURS, folder)),
        ):
            for what, (clock, processor) in found.items():
                print(f"{title}, {what}: {clock:.2f} s ({processor:.2f} s)")


if __name__ == "__main__":
    main()
