"""What one write touched: the value that drives refresh, undo and the audit trail alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol
from uuid import uuid4

PROVISIONAL = "keep-typed-report"
"""The write that keeps what is being typed: the next write of the same record absorbs it."""


class Record(Protocol):
    """Anything kept in the office file: a frozen dataclass with an id of its own."""

    @property
    def id(self) -> str: ...


def new_id() -> str:
    """A fresh identity for a record or an action: 32 hexadecimal digits."""
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class Edit:
    """One record as it was and as it is; `None` before means created, `None` after removed."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        record = self.after if self.after is not None else self.before
        assert record is not None
        return record

    @property
    def inverse(self) -> Edit:
        return Edit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Changes:
    """The outcome of one committed write.

    `action` is the UUID under which the journal knows it; `operation` a stable name such as
    ``"answer-request"``, translated when shown. `everything` when the whole file was replaced:
    then nothing that was read before holds any more.
    """

    operation: str
    action: str = field(default_factory=new_id)
    edits: tuple[Edit, ...] = ()
    undoable: bool = True
    everything: bool = False

    def __bool__(self) -> bool:
        return bool(self.edits) or self.everything

    def touches(self, *kinds: type) -> bool:
        return self.everything or any(isinstance(edit.record, kinds) for edit in self.edits)

    def of(self, kind: type) -> Iterator[Edit]:
        return (edit for edit in self.edits if isinstance(edit.record, kind))

    @property
    def inverse(self) -> Changes:
        """The write that takes this one back, edits in reverse order."""
        return Changes(self.operation, edits=tuple(edit.inverse for edit in reversed(self.edits)))

    def absorbing(self, earlier: Changes) -> Changes | None:
        """An `earlier` provisional write and this one as one step, None where they are not one: of
        other records, or not one upon the other. Without edits when together they change nothing.
        """
        if earlier.operation != PROVISIONAL or len(earlier.edits) != 1 or len(self.edits) != 1:
            return None
        (first,), (last,) = earlier.edits, self.edits
        if first.after != last.before or type(first.record) is not type(last.record):
            return None
        edits = () if first.before == last.after else (Edit(first.before, last.after),)
        return replace(self, edits=edits)
