"""Sentences of the command line itself."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.i18n import N_

LABELS: dict[Enum, str] = {}

SENTENCES: dict[str, str] = {
    "no-display": N_(
        "There is no screen for the window (DISPLAY is not set). Start it on a desktop, or use "
        "the commands: gongkai-desk --help."
    ),
    "file-failed": N_("“{path}” cannot be used ({reason}). Name another file or folder."),
    "interrupted": N_("Interrupted. What was not finished was not stored."),
    "program-failed": N_(
        "The program failed ({error}). What was stored before is safe; check the last step, and "
        "report this."
    ),
}
