"""The proof a task asks for, against the files and records that are there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class ProofState(StrEnum):
    FILED = "filed"  # a file bears its name
    TOLD = "told"  # a record speaks of it, no file does
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One line of what shall show that the task was done, and the files whose names hold it."""

    wanted: str
    state: ProofState
    files: tuple[str, ...] = ()


def wanted_proofs(text: str) -> tuple[str, ...]:
    """The lines of `Task.proof`, each once, without numbers or dashes in front."""
    lines = (line.strip().lstrip("·•-—*0123456789.、)） ").strip() for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def proofs(text: str, files: Sequence[str], told: Iterable[str]) -> tuple[Proof, ...]:
    """For every wanted line: the `files` (names) that hold its words, else whether one of the
    texts in `told` does.
    """
    said = [_folded(one) for one in told]
    return tuple(_proof(line, files, said) for line in wanted_proofs(text))


def _proof(wanted: str, files: Sequence[str], said: Sequence[str]) -> Proof:
    words = _folded(wanted)
    found = tuple(name for name in files if words in _folded(name))
    if found:
        return Proof(wanted=wanted, state=ProofState.FILED, files=found)
    told = any(words in one for one in said)
    return Proof(wanted=wanted, state=ProofState.TOLD if told else ProofState.MISSING)


def name_for(wanted: str, name: str) -> str:
    """The name of a file that proves a line: the line in front, unless the name says it."""
    if _folded(wanted) in _folded(name):
        return name
    safe = "".join("_" if sign in '\\/:*?"<>|' else sign for sign in wanted)
    return f"{safe}-{name}"


def _folded(text: str) -> str:
    """Blanks, signs, widths and cases do not matter: ``《签到表》`` is in ``签到表(1).jpg``."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum()
    )
