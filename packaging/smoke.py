"""Starts every program of a frozen folder and looks at what it leaves behind.

python packaging/smoke.py [FOLDER]        (default: build/frozen/gongkai-desk)

Needs Python's standard library only. The programs see a data folder of their own, never the
user's. Exit code 1 and the reasons when anything is not as it must be.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "frozen" / "gongkai-desk"
ENDING = ".exe" if sys.platform == "win32" else ""
OFFICE = "示例区 政务公开办.db"
GONE = "gone.db"
PATIENCE = 60.0
SIGNATURES = {
    ".pdf": b"%PDF-",
    ".xlsx": b"PK\x03\x04",
    ".db": b"SQLite format 3",
    ".png": b"\x89PNG",
}
NO_DESKTOP = {"DISPLAY", "WAYLAND_DISPLAY", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH"}


class SmokeError(Exception):
    """What is wrong, in one line."""


@dataclass(frozen=True, kw_only=True)
class Programs:
    """The frozen programs and the folder they work in."""

    folder: Path
    work: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def window(self) -> Path:
        return self.folder / f"gongkai-desk{ENDING}"

    @property
    def command_line(self) -> Path:
        return self.folder / f"gongkai-desk-cli{ENDING}"

    def say(self, *arguments: str, program: Path | None = None) -> str:
        """Run the command line; what it prints. Raises SmokeError when it does not end well."""
        order = [str(program or self.command_line), *arguments]
        done = subprocess.run(
            order,
            cwd=self.work,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            timeout=10 * PATIENCE,
        )
        if done.returncode or "Traceback" in done.stderr:
            raise SmokeError(
                f"{' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}"
            )
        return done.stdout


def environment(work: Path) -> dict[str, str]:
    """This process's, without a desktop, a Python or the user's own files."""
    own = {name: value for name, value in os.environ.items() if name not in NO_DESKTOP}
    return own | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(work / "data"),
        "WIN_PD_OVERRIDE_LOCAL_APPDATA": str(work / "data"),
        "GONGKAI_DESK_CONFIG": str(work / "settings"),
    }


def require(holds: bool, what: str) -> None:
    if not holds:
        raise SmokeError(what)


def require_files(folder: Path, *patterns: str) -> None:
    """Each pattern must match a file that is what its ending says."""
    for pattern in patterns:
        found = sorted(folder.glob(pattern))
        require(bool(found), f"no {pattern} in {folder}")
        for path in found:
            signature = SIGNATURES.get(path.suffix, b"")
            require(path.read_bytes().startswith(signature), f"{path} is no {path.suffix}")


def version(programs: Programs) -> None:
    source = (ROOT / "gongkai_desk" / "__init__.py").read_text("utf-8")
    said = programs.say("--version").strip()
    require(f'"{said}"' in source, f"--version says {said}")


def fee(programs: Programs) -> None:
    total = json.loads(programs.say("fee", "items", "31", "--json"))["total"]
    require(total == 2200, f"fee items 31: {total}")
    require("2,200 元" in programs.say("fee", "items", "31"), "the Chinese catalogue is not found")


def calendar(programs: Programs) -> None:
    year = json.loads(programs.say("calendar", "show", "2026", "--json"))
    require(year["confirmed"] is True, "the holidays of 2026 are not found")


def init(programs: Programs) -> None:
    programs.say("init", "--office", OFFICE, "--name", "示例区政务公开办公室")
    require_files(programs.work, OFFICE)
    programs.say("check", "--office", OFFICE)


def plan_import(programs: Programs) -> None:
    plan = str(programs.folder / "resources" / "sample" / "work_plan.txt")
    told = programs.say("plan", "import", plan, "--office", OFFICE, "--json")
    count = json.loads(told)["task_count"]
    listed = json.loads(programs.say("plan", "list", "--office", OFFICE, "--json"))
    require(count > 10 and count == listed["task_count"], f"{count} tasks were read")


def report(programs: Programs) -> None:
    programs.say("report", "2025", "--office", OFFICE, "--out", "年 报")
    require_files(programs.work / "年 报", "*.pdf", "*.xlsx")


def demo(programs: Programs) -> None:
    programs.say("demo", "演示")
    require_files(programs.work / "演示", "*.db", "documents/*.pdf", "documents/*.xlsx")
    require_files(programs.work / "演示", "pictures/**/*.png")


def window(programs: Programs) -> None:
    """The window opens on the usual office file and stays.

    The preferences name a file that is gone. The program forgets it once the window is shown:
    the only sign a program gives from outside that does not depend on the platform.
    """
    programs.say("init", "--name", "示例区政务公开办公室")
    preferences = programs.work / "settings" / "preferences.json"
    preferences.parent.mkdir()
    preferences.write_text(json.dumps({"last_file": GONE}), "utf-8")
    started = time.monotonic()
    with running(programs) as process:
        while GONE in preferences.read_text("utf-8"):
            require(process.poll() is None, f"the window ended with {process.returncode}")
            require(time.monotonic() - started < PATIENCE, "the window does not come")
            time.sleep(0.02)
        seconds = time.monotonic() - started
        time.sleep(1)
        require(process.poll() is None, f"the window did not stay: {process.returncode}")
    told = (programs.work / "window.txt").read_text("utf-8", "replace")
    require("Traceback" not in told, f"the window complains:\n{told}")
    print(f"       window shown after {seconds:.2f} s")


@contextmanager
def running(programs: Programs) -> Iterator[subprocess.Popen[bytes]]:
    with (programs.work / "window.txt").open("wb") as told:
        process = subprocess.Popen(
            [str(programs.window)],
            cwd=programs.work,
            env=programs.environment,
            stdout=told,
            stderr=subprocess.STDOUT,
        )
        try:
            yield process
        finally:
            process.terminate()
            process.wait(PATIENCE)


STEPS: tuple[Callable[[Programs], None], ...] = (
    version,
    fee,
    calendar,
    init,
    plan_import,
    report,
    window,
    demo,
)


def attempt(step: Callable[[Programs], None], programs: Programs) -> bool:
    """Run one step, say how it went."""
    started = time.monotonic()
    try:
        step(programs)
    except (SmokeError, OSError, ValueError, KeyError, subprocess.SubprocessError) as error:
        print(f"FAILED {step.__name__}: {error}", file=sys.stderr)
        return False
    print(f"ok     {step.__name__} ({time.monotonic() - started:.2f} s)")
    return True


def main(arguments: list[str]) -> int:
    if len(arguments) > 1:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0]) if arguments else FOLDER
    with tempfile.TemporaryDirectory(prefix="试 用 ") as name:
        work = Path(name)
        programs = Programs(folder=folder.resolve(), work=work, environment=environment(work))
        outcomes = [attempt(step, programs) for step in STEPS]
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
