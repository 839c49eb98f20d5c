"""The lists for self-inspection that come with the program, and reading those of an office."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

from gongkai_desk import resources
from gongkai_desk.documents.reading import read_blocks
from gongkai_desk.domain.inspection import InspectionItem, InspectionTemplate
from gongkai_desk.domain.inspection_table import read_list

BUNDLED = ("disclosure", "websites")
"""The files of `resources/inspections/`, in the order in which they are offered."""


@cache
def bundled_lists() -> tuple[InspectionTemplate, ...]:
    return tuple(_bundled(name) for name in BUNDLED)


def _bundled(name: str) -> InspectionTemplate:
    given = resources.table("inspections", f"{name}.toml")
    return InspectionTemplate(
        id=name,
        title=given["title"],
        source=given["source"],
        note=given["note"],
        items=tuple(
            InspectionItem(
                key=item["key"],
                group=item["group"],
                text=item["text"],
                points=Decimal(item.get("points", "0")),
                veto=item.get("veto", False),
                basis=item["basis"],
                probe=item.get("probe", ""),
            )
            for item in given["item"]
        ),
    )


def read_file(path: Path) -> tuple[InspectionItem, ...]:
    """The items of a list in an xlsx, docx, pdf or txt file; DomainError as `read_blocks` and
    `read_list` raise it.
    """
    return read_list(read_blocks(path), path.name)
