"""What every format of the annual report says alike: its title, its paragraphs, its headings."""

from __future__ import annotations

from gongkai_desk.documents.report_grid import form
from gongkai_desk.domain.report import Figures
from gongkai_desk.domain.sub_headings import is_heading


def report_title(figures: Figures) -> str:
    """The official title, in one line."""
    title: str = form()["title"]
    return title.format(机关=figures.agency, 年=figures.year)


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a written part; blank lines fall away."""
    return [part.strip() for part in text.splitlines() if part.strip()]


def heading_level(paragraph: str) -> int:
    """2 for a short line that starts with （一）, 0 for text."""
    return 2 if is_heading(paragraph) else 0
