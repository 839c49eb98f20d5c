"""Labels and sentences of the storage area."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.i18n import N_  # noqa: F401  used as soon as the first entry is added

LABELS: dict[Enum, str] = {}

SENTENCES: dict[str, str] = {}
