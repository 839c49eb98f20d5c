"""The same change for many requests at once: what it would do to each, before it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from gongkai_desk.domain.problems import Problem, refuse_all
from gongkai_desk.domain.request import Request


class BulkAction(StrEnum):
    ADD_TAGS = "add_tags"
    REMOVE_TAGS = "remove_tags"
    SET_HANDLER = "set_handler"


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkChange:
    """`text` holds the tags, divided by blanks or 、，, or the office in charge."""

    action: BulkAction
    text: str

    @property
    def tags(self) -> tuple[str, ...]:
        plain = self.text
        for mark in "，,、；;":
            plain = plain.replace(mark, " ")
        return tuple(dict.fromkeys(plain.split()))


def check_bulk(change: BulkChange) -> list[Problem]:
    """What keeps the change from being made at all."""
    if change.text.strip():
        return []
    return [Problem(f"bulk-{change.action.value.replace('_', '-')}-empty", "text")]


def changed(request: Request, change: BulkChange) -> Request:
    """`request` after the change; the same when it makes no difference."""
    match change.action:
        case BulkAction.ADD_TAGS:
            return replace(request, tags=tuple(dict.fromkeys((*request.tags, *change.tags))))
        case BulkAction.REMOVE_TAGS:
            return replace(request, tags=tuple(t for t in request.tags if t not in change.tags))
        case BulkAction.SET_HANDLER:
            return replace(request, handler=change.text.strip())


def planned(requests: Iterable[Request], change: BulkChange) -> list[Request]:
    """The requests that would change, as they would be. Raises DomainError for an empty change."""
    refuse_all(check_bulk(change))
    pairs = ((request, changed(request, change)) for request in requests)
    return [after for before, after in pairs if after != before]
