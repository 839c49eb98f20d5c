"""Prints the lists of a case's leaves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from gongkai_desk.domain.case import Case
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.paper import preview_paper
from gongkai_desk.ui.today import today

Write = Callable[[str, dt.date, Path], tuple[str, ...]]
"""Writes the list of the case with this id, as on a day, to a path."""


def preview_records(context: CaseContext, case: Case, title: str, write: Write) -> None:
    """Show one list of `case` as it will be printed."""
    day, request = today(), case.request
    preview_paper(
        lambda path: write(request.id, day, path),
        name=f"{request.number} {title}.pdf",
        title=title,
        operations=context.operations,
        prompts=context.prompts,
        parent=context.parent,
    )
