"""The places that the manual's table names stand in the window under exactly these names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai_desk import i18n
from gongkai_desk.app import PAGES
from gongkai_desk.domain.activity import ActivityKind
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui.activities.page import ActivitiesPage
from gongkai_desk.ui.disclosure.page import DisclosurePage
from gongkai_desk.ui.help.viewer import manual

_HEADING = "\n## 工作要点的要求在哪里完成\n"
_PLACE = re.compile(r"\*\*(.+?)\*\*(?:：([^；|]*))?")


def places() -> Iterator[tuple[str, str]]:
    """What each row names: a page or section, and what is to be found there."""
    table = manual(i18n.DEFAULT).split(_HEADING)[1].split("\n## ")[0]
    for line in table.splitlines():
        if line.startswith("| ") and "**" in line:
            yield from _PLACE.findall(line)


def test_every_place_is_a_page_or_a_section() -> None:
    specs = (*DisclosurePage.SECTIONS, *ActivitiesPage.SECTIONS)
    names = {_(title) for _name, title, *_rest in PAGES} | {_(spec.title) for spec in specs}
    # a section may be named with its page before it
    told = {place.rpartition("—")[2] for place, _what in places()}
    assert len(told) > 10
    assert told <= names


def test_every_kind_of_work_is_named_as_in_the_window() -> None:
    kinds = {label(kind) for kind in ActivityKind}
    told = [
        kind
        for place, what in places()
        if place == "工作记录" and what
        for kind in re.split(r"[，（]", what)[0].strip().split("、")
    ]
    assert len(told) > 30
    assert not set(told) - kinds
