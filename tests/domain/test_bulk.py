"""One change for many: what changes is named beforehand, what would not is left alone."""

from __future__ import annotations

import pytest

from gongkai_desk.domain.bulk import BulkAction, BulkChange, check_bulk, planned
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.texts import sentence
from tests.builders import a_request

A = BulkAction
TAGGED = a_request(tags=("征地拆迁",), handler="法规科")
PLAIN = a_request()


@pytest.mark.parametrize(
    ("action", "text", "tags", "handlers"),
    [
        (
            A.ADD_TAGS,
            "社会保障、征地拆迁 社会保障",
            [("征地拆迁", "社会保障"), ("社会保障", "征地拆迁")],
            None,
        ),
        (A.ADD_TAGS, "征地拆迁", [("征地拆迁",)], None),
        (A.REMOVE_TAGS, "征地拆迁；没有的", [()], None),
        (A.SET_HANDLER, " 法规科 ", None, ["法规科"]),
    ],
)
def test_what_is_planned(
    action: BulkAction,
    text: str,
    tags: list[tuple[str, ...]] | None,
    handlers: list[str] | None,
) -> None:
    after = planned([TAGGED, PLAIN], BulkChange(action=action, text=text))
    if tags is not None:
        assert [request.tags for request in after] == tags
    if handlers is not None:
        assert [(request.id, request.handler) for request in after] == [(PLAIN.id, handlers[0])]


@pytest.mark.parametrize("action", A)
def test_nothing_to_do_is_refused(action: BulkAction) -> None:
    change = BulkChange(action=action, text="  ")
    (problem,) = check_bulk(change)
    assert sentence(problem)
    with pytest.raises(DomainError):
        planned([PLAIN], change)
