"""Reports to check: a balanced one in the shape of `report --json`, and how to spoil it."""

from __future__ import annotations

import copy
from typing import Any

from gongkai_desk.domain.report import Disputes, Figures, Proactive

_ROWS = """
    13612 252 0 45 128 32 14069
    535 6 0 1 18 0 560
    5345 129 0 41 19 14 5548
    2120 39 0 1 6 2 2168
    13 0 0 0 0 0 13
    30 0 0 0 0 0 30
    11 0 0 0 0 0 11
    49 2 0 0 0 0 51
    103 1 0 0 0 0 104
    84 1 0 0 0 0 85
    282 4 0 0 0 0 286
    147 0 0 0 1 2 150
    3075 50 0 0 89 8 3222
    177 3 0 0 0 0 180
    19 0 0 0 0 0 19
    199 1 0 0 3 0 203
    147 1 0 0 0 0 148
    0 0 0 0 0 0 0
    100 1 0 0 0 0 101
    5 0 0 0 0 0 5
    315 3 0 0 0 0 318
    202 0 0 1 0 0 203
    941 17 0 1 3 3 965
    13364 252 0 44 121 29 13810
    783 6 0 2 25 3 819
"""

MATRIX = {
    row: tuple(int(number) for number in line.split())
    for row, line in enumerate(_ROWS.strip().splitlines(), start=1)
}

_BALANCED: dict[str, Any] = {
    "agency": "威宁市云海区司法局",
    "year": 2025,
    "proactive": {
        "rules": [0, 0, 0],
        "normative_documents": [2, 1, 9],
        "licences": 12,
        "penalties": 3,
        "coercion": 0,
        "fees_10k_yuan": "12.3456",
    },
    "requests": {str(row): list(cells) for row, cells in MATRIX.items()},
    "reconsideration": [376, 97, 196, 121, 790],
    "litigation_direct": [16, 1, 12, 27, 56],
    "litigation_after": [74, 1, 30, 51, 156],
    "previous": {
        "requests": {"25": list(MATRIX[2])},
        "normative_documents": [1, 0, 8],
    },
}


def balanced() -> dict[str, Any]:
    """A report without a fault, free to be spoilt."""
    return copy.deepcopy(_BALANCED)


def figures(**values: Any) -> Figures:
    """The same report as figures."""
    given: dict[str, Any] = {
        "agency": "威宁市云海区司法局",
        "year": 2025,
        "proactive": Proactive(normative_documents=(2, 1, 9), licences=12, penalties=3),
        "requests": MATRIX,
        "disputes": Disputes(
            reconsideration=(376, 97, 196, 121, 790),
            litigation_direct=(16, 1, 12, 27, 56),
            litigation_after=(74, 1, 30, 51, 156),
        ),
    }
    return Figures(**(given | values))
