"""Translated labels of domain enums and the sentences of problem codes.

Shared by window, command line and documents, so that one thing has one name everywhere. Every
table maps a code to a message marked with `N_`; the translation is looked up when it is shown.
The tables live in `gongkai_desk/wording/`, one module per area.
"""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _
from gongkai_desk.wording import LABELS, SENTENCES
from gongkai_desk.wording.operations import OPERATIONS

_QUOTED = 60
"""So much of what was typed is quoted at most."""


def label(value: Enum) -> str:
    """The name of an enum member in the interface language."""
    return _(LABELS[type(value), value.name])


def sentence(problem: Problem) -> str:
    """What is wrong, where, and what to do about it, in one line."""
    values = {name: _shown(value) for name, value in problem.values.items()}
    typed = values.get("text")
    if isinstance(typed, str) and len(typed) > _QUOTED:  # a page pasted into a field of digits
        values["text"] = f"{typed[: _QUOTED - 1]}…"
    return _(SENTENCES[problem.code]).format_map(values)


def operation(name: str) -> str:
    """The name of a write for undo, redo and history; empty for one without a name."""
    return _(OPERATIONS[name]) if name in OPERATIONS else ""


def _shown(value: object) -> object:
    if isinstance(value, Enum):
        return label(value) if (type(value), value.name) in LABELS else value.value
    return value
