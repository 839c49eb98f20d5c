"""The names of writes, as undo, redo and history show them: operation name -> message."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from gongkai_desk.i18n import N_
from gongkai_desk.wording import AREAS, area

_GENERAL: Final[dict[str, str]] = {
    "import-plan": N_("import of a work plan"),
    "remove-plan": N_("removal of a work plan"),
    "set-task-status": N_("change of a task's progress"),
    "save-task": N_("change of a task"),
    "find-our-tasks": N_("search for our tasks"),
    "add-work-record": N_("new work record"),
    "save-work-record": N_("change of a work record"),
    "remove-work-record": N_("removal of a work record"),
    "attach-file": N_("new attachment"),
    "remove-attachment": N_("removal of an attachment"),
    "create-office": N_("new office file"),
    "save-office": N_("change of the office"),
    "take-holiday-notice": N_("adopted holiday notice"),
    "save-report": N_("change of the annual report"),
    "keep-typed-report": N_("typed text of the annual report kept"),
    "upgrade-report-drafts": N_("annual reports brought to the new form of the file"),
    "import-ledger": N_("import of a ledger"),
    "export-ledger-in-full": N_("export of a ledger with personal data"),
    "take-previous-report": N_("adoption of last year's report"),
}


@cache
def operations() -> Mapping[str, str]:
    """The messages of all areas by the name of the write."""
    own = (getattr(area(name), "OPERATIONS", {}) for name in AREAS)
    return _GENERAL | {name: text for table in own for name, text in table.items()}
