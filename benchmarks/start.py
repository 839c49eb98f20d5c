"""Start of the program to its first painted window, beside a bare PySide6 window with a table."""

from __future__ import annotations

import datetime as dt
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from gongkai_desk.demo.sample import create_sample

RUNS = 7

BARE = """
import time; began = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget
application = QApplication([])
window = QMainWindow(); window.setCentralWidget(QTableWidget(10, 5)); window.show()
application.processEvents()
print(time.perf_counter() - began)
"""

OURS = """
import sys, time; began = time.perf_counter()
from pathlib import Path
from PySide6.QtWidgets import QApplication
from gongkai_desk import app
from gongkai_desk.ui.prompts import DialogPrompts
from gongkai_desk.ui.settings import PreferencesStore
application = QApplication([])
store = PreferencesStore()
app.dress(application, store.value)
program = app.Program(application, store, DialogPrompts())
assert program.start(Path(sys.argv[1]))
application.processEvents()
print(time.perf_counter() - began)
"""


def seconds(script: str, *arguments: str) -> float:
    """The best of several starts, each in a process of its own."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    runs = [
        subprocess.run(
            [sys.executable, "-c", script, *arguments],
            env=surroundings,
            capture_output=True,
            text=True,
            check=True,
        )
        for _ in range(RUNS)
    ]
    return statistics.median(float(run.stdout.split()[-1]) for run in runs)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "office.db"
        create_sample(office, dt.date(2026, 11, 20))
        print(f"bare window: {seconds(BARE):.2f} s (median of {RUNS})")
        print(f"our home page, sample office: {seconds(OURS, str(office)):.2f} s")


if __name__ == "__main__":
    main()
