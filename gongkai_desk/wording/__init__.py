"""The messages behind `gongkai_desk.texts`, one module per area.

Each module has `LABELS: dict[Enum, str]` and `SENTENCES: dict[str, str]`, all marked with `N_`.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

from gongkai_desk.wording import clock, forms, plan, register, report, storage

_AREAS = (clock, plan, register, report, storage, forms)

LABELS: Final[dict[Enum, str]] = {}
SENTENCES: Final[dict[str, str]] = {}
for _area in _AREAS:
    LABELS.update(_area.LABELS)
    SENTENCES.update(_area.SENTENCES)
