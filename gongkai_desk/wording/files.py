"""Sentences of files that are written."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.i18n import N_

LABELS: dict[Enum, str] = {}

SENTENCES: dict[str, str] = {
    "file-not-written": N_(
        "“{path}” could not be written ({reason}). Choose another folder, or close the file where "
        "it is open."
    ),
}
