"""Sentences of the demonstration."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.i18n import N_

LABELS: dict[Enum, str] = {}

SENTENCES: dict[str, str] = {
    "demo-folder": N_("The folder {path} cannot be made ({detail}). Name another one."),
}
