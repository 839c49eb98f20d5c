"""What a document says at its end about characters that could not be printed."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai_desk.documents import style
from gongkai_desk.documents.flow import Block, Gap, paragraph
from gongkai_desk.documents.fonts import SUBSTITUTE
from gongkai_desk.resources import table


def missing_note(missing: tuple[str, ...], width: float) -> Iterator[Block]:
    """A note with the codes of the `missing` characters; nothing when there are none."""
    if missing:
        note: str = table("statutes", "report_form.toml")["print"]["missing_note"]
        codes = "、".join(f"U+{ord(character):04X}" for character in missing)
        yield Gap(style.NOTE.leading)
        yield paragraph(note.format(代字=SUBSTITUTE, 代码=codes), style.NOTE, width)
