"""What is wrong, as data: a code, a place and the values to name in the sentence.

The domain never writes sentences for people. `gongkai_desk.texts` turns a `Problem` into one
in the language of the interface.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    `code` names a sentence in `texts`, `field` the field of a form or the place in a file
    (empty when it concerns the whole), `values` fill the sentence's named placeholders.
    """

    code: str
    field: str = ""
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)
    severity: Severity = Severity.ERROR


class DomainError(Exception):
    """A step the rules forbid, or input that cannot be taken; carries one problem or more."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


def refuse(code: str, field: str = "", **values: object) -> DomainError:
    """Return the error for one problem; the caller raises it."""
    return DomainError(Problem(code, field, values))


def refuse_all(problems: Iterable[Problem]) -> None:
    """Raise one `DomainError` when any of `problems` is an error; warnings pass."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise DomainError(*errors)
