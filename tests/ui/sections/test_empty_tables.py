"""What an empty section says: what to do first, or that the view hides what there is."""

from __future__ import annotations

import importlib
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gongkai_desk.domain.activity import Institution
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.activities.institutions.section import InstitutionSection
from gongkai_desk.ui.activities.page import ActivitiesPage
from gongkai_desk.ui.disclosure.page import DisclosurePage
from gongkai_desk.ui.sections.page import SectionSpec
from tests.ui.conftest import DAY
from tests.ui.sections.conftest import Shown

SPECS = (*DisclosurePage.SECTIONS, *ActivitiesPage.SECTIONS)


def empty(section: Any) -> tuple[str, QPushButton]:
    """The words on the empty table of a section, and the button below them."""
    (found,) = (
        one for one in section.table.findChildren(QWidget, "empty") if one.isVisibleTo(section)
    )
    words = " ".join(each.text() for each in found.findChildren(QLabel) if each.text())
    button: QPushButton | None = found.findChild(QPushButton)
    assert button is not None
    return words, button


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_without_any_record_it_says_how_to_begin(spec: SectionSpec, shown: Shown[Any]) -> None:
    module, _colon, name = spec.place.partition(":")
    section = shown(getattr(importlib.import_module(f"gongkai_desk.ui.{module}"), name))
    section.refresh(None)
    words, button = empty(section)
    assert len(words) > 10
    named = {command.name: command.text for command in section.commands() if command is not None}
    assert section.nothing_yet()[1] in named
    assert button.text().strip() == named[section.nothing_yet()[1]]


def test_when_the_search_hides_all_one_button_shows_it_again(
    shown: Shown[InstitutionSection], desk: Desk
) -> None:
    desk.activities.save(Institution(id="1", name="示例市图书馆", sector="公共文化"), DAY)
    section = shown(InstitutionSection)
    section.refresh(None)
    section.search.setText("自来水")
    assert section.table.records.rows == []
    words, button = empty(section)
    assert "换一个分组" in words
    button.click()
    assert [row.name for row in section.table.records.rows] == ["示例市图书馆"]
    assert section.search.text() == ""
