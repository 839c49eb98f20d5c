"""The names of writes, as undo, redo and history show them: operation name -> message."""

from __future__ import annotations

from typing import Final

from gongkai_desk.i18n import N_
from gongkai_desk.wording import register

OPERATIONS: Final[dict[str, str]] = {
    "save-office": N_("change of the office"),
    "save-report": N_("change of the annual report"),
    **register.OPERATIONS,
}
