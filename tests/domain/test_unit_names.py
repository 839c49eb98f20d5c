"""Names of units: short ones, those of files, and what all have in common."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gongkai_desk.domain.unit_names import common_start, presumed, unit_keys

FULL, OTHER = "云海区财政局", "云海区民政局"


@pytest.mark.parametrize(
    ("found", "listed", "keys"),
    [
        ((FULL, "云海 区财政局"), (), {FULL: FULL}),
        (("财政局", FULL), (), {"财政局": FULL, FULL: FULL}),
        (("财政局",), (FULL, OTHER), {"财政局": FULL}),
        ((FULL, OTHER), ("财政局",), {FULL: "财政局", OTHER: OTHER}),
        # nobody can tell which of two is meant
        (("财政局",), (FULL, "海云区财政局"), {"财政局": "财政局"}),
        ((FULL, "海云区财政局"), ("财政局",), {FULL: FULL, "海云区财政局": "海云区财政局"}),
        (("局", FULL), (), {"局": "局", FULL: FULL}),
    ],
)
def test_a_short_name_is_the_unit_it_can_only_be(
    found: Sequence[str], listed: Sequence[str], keys: dict[str, str]
) -> None:
    assert unit_keys(found, listed) == keys


@pytest.mark.parametrize(
    ("file", "unit"),
    [
        ("财政局.doc", FULL),
        ("2025年云海区民政局年报（终稿）.pdf", OTHER),
        ("扫描件.pdf", ""),
        ("云海区.pdf", ""),
        ("财政局和民政局.pdf", ""),
    ],
)
def test_a_file_is_called_after_its_unit(file: str, unit: str) -> None:
    assert presumed(file, (FULL, OTHER)) == unit


@pytest.mark.parametrize(
    ("names", "start"),
    [
        ((FULL, OTHER), "云海区"),
        ((FULL,), ""),
        ((FULL, FULL), ""),
        ((FULL, "海云区财政局"), ""),
        (("云海区", FULL), ""),
    ],
)
def test_what_all_names_begin_with(names: Sequence[str], start: str) -> None:
    assert common_start(names) == start
