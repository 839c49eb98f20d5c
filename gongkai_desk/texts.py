"""Translated labels of domain enums and the sentences of problem codes.

Shared by window, command line and documents, so that one thing has one name everywhere. Every
table maps a code to a message marked with `N_`; the translation is looked up when it is shown.
The tables live in `gongkai_desk/wording/`, one module per area, loaded when first asked for.
"""

from __future__ import annotations

from enum import Enum

from gongkai_desk import wording
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _
from gongkai_desk.wording.operations import operations

_QUOTED = 60
"""So much of what was typed is quoted at most."""


def label(value: Enum) -> str:
    """The name of an enum member in the interface language."""
    message = wording.message_of(value)
    if message is None:
        raise LookupError(value)
    return _(message)


def sentence(problem: Problem) -> str:
    """What is wrong, where, and what to do about it, in one line."""
    values = {name: _shown(value) for name, value in problem.values.items()}
    typed = values.get("text")
    if isinstance(typed, str) and len(typed) > _QUOTED:  # a page pasted into a field of digits
        values["text"] = f"{typed[: _QUOTED - 1]}…"
    return _(wording.sentences()[problem.code]).format_map(values)


def operation(name: str) -> str:
    """The name of a write for undo, redo and history; empty for one without a name."""
    message = operations().get(name) if name else None
    return _(message) if message else ""


def _shown(value: object) -> object:
    if isinstance(value, Enum):
        message = wording.message_of(value)
        return value.value if message is None else _(message)
    return value
