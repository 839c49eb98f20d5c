"""When the program itself is wrong: one log line without personal data, one dialog."""

from __future__ import annotations

import datetime as dt
import logging
import os
import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import platformdirs

from gongkai_desk import __version__
from gongkai_desk.i18n import _
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.theme import Tone

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]
LOG_VARIABLE = "GONGKAI_DESK_LOGS"


def log_folder() -> Path:
    """Where errors are written; the environment may name another folder."""
    chosen = os.environ.get(LOG_VARIABLE)
    return Path(chosen) if chosen else platformdirs.user_log_path("gongkai-desk", False)


def account(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What happened, without the error's own words: these may hold names and addresses."""
    when = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    place = [
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    machine = f"gongkai-desk {__version__}, Python {platform.python_version()}, {sys.platform}"
    return "\n".join([f"{when} {machine}", *place, f"{kind.__module__}.{kind.__qualname__}", ""])


class CrashReporter:
    """Install as `sys.excepthook`. Shows one dialog at a time and lets the program go on."""

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts
        self._showing = False

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        file = self._write(account(kind, trace))
        if self._showing:
            return
        self._showing = True
        try:
            self._prompts.tell(_("The program made a mistake"), _message(file), Tone.BAD)
        finally:
            self._showing = False

    @staticmethod
    def _write(text: str) -> Path | None:
        file = log_folder() / "errors.log"
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("a", encoding="utf-8") as log:
                log.write(text + "\n")
        except OSError:
            logging.getLogger(__name__).warning("the log cannot be written")
            return None
        return file


def _message(file: Path | None) -> str:
    text = _(
        "What was saved before is safe; the last step may not have been done. "
        "Please check it, and restart the program if something looks wrong."
    )
    if file is None:
        return text
    where = _("What happened is written, without personal data, in {file}.").format(file=file)
    return f"{text}\n\n{where}"
