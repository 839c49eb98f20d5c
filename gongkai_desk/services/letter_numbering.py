"""The next number of a family: no gaps, voided numbers kept, one counter a year."""

from __future__ import annotations

from gongkai_desk.domain.letter_numbers import number_text
from gongkai_desk.domain.office import Office
from gongkai_desk.services.letter_wordings import LetterWordingService
from gongkai_desk.services.office import OFFICE_ID
from gongkai_desk.storage.database import Database


def next_number(
    database: Database, wordings: LetterWordingService, family: str, year: int
) -> tuple[int | None, str]:
    """Sequence and text of the number the next letter gets; nothing for a paper without one.

    Asked inside the write that uses it, so that no two letters can get the same.
    """
    if not family:
        return None, ""
    sequence = wordings.next_sequence(family, year)
    code = database.get(Office, OFFICE_ID).letterhead_code
    return sequence, number_text(wordings.patterns()[family], code, year, sequence)
