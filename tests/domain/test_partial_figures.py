"""What can be seen of a report that cannot be read as a whole."""

from __future__ import annotations

from typing import Any

import pytest

from gongkai_desk.domain.partial_figures import MISSING, partial_figures
from gongkai_desk.domain.report_finding import Place, proactive_cell, request_cell
from gongkai_desk.domain.report_reading import read_document
from tests.reports import balanced, figures


def test_a_whole_report_is_seen_as_it_is() -> None:
    reading = read_document(balanced(), "x.json")
    found = partial_figures(reading)
    assert found.unknown == {}
    assert found.figures == reading.figures()
    assert found.figures.requests == figures().requests


@pytest.mark.parametrize(
    ("spoil", "place", "shown"),
    [
        ({"requests": {"13": [1, "若干", 0, 0, 0, 0, 1]}}, request_cell(13, 1), "若干"),
        ({"requests": {"13": [1, 2]}}, request_cell(13, 1), MISSING),
        ({"proactive": {"rules": [0, "两件", 0]}}, proactive_cell("rules", 1), "两件"),
        ({"proactive": {"fees_10k_yuan": "约3"}}, proactive_cell("fees_10k_yuan"), "约3"),
    ],
)
def test_a_cell_that_is_no_number_shows_what_stands_there(
    spoil: dict[str, dict[str, Any]], place: Place, shown: str
) -> None:
    report = balanced()
    for part, values in spoil.items():
        report[part] |= values
    assert partial_figures(read_document(report, "x.json")).unknown[place] == shown
