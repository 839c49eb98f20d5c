"""A page of several sections, one behind the other: each is a small page of its own."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.changes import Changes
from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.actions import Actions
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Page, Target
from gongkai_desk.ui.prompts import Prompts


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSpec:
    """A section: `title` is marked with N_, `place` is ``module:Class`` below `gongkai_desk.ui`;
    it is loaded and built when it is first shown.
    """

    name: str
    title: str
    place: str


class SectionPage(Page):
    """A subclass gives `SECTIONS` and `title`. A section is a `Page` that brings its own buttons;
    its commands stand in the page's menu while it is shown. Ctrl+Tab goes to the next one.
    """

    SECTIONS: ClassVar[tuple[SectionSpec, ...]] = ()

    def __init__(
        self, *, desk: Desk, bus: ChangeBus, operations: Operations, prompts: Prompts
    ) -> None:
        super().__init__(desk=desk, bus=bus, operations=operations, prompts=prompts)
        self._bus = bus
        self._sections: dict[str, Page] = {}
        self._section_actions: dict[str, Actions] = {}
        self.bar = QTabBar(self)
        self.bar.setObjectName("sections")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(self.title)
        for spec in self.SECTIONS:
            self.bar.addTab(_(spec.title))
        self._stack = QStackedWidget(self)
        self._holders = [QWidget(self) for _spec in self.SECTIONS]
        for holder in self._holders:
            self._stack.addWidget(holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._show)

    @property
    def section(self) -> Page | None:
        """The section that is shown; None before the page was shown the first time."""
        return self._sections.get(self._name)

    @property
    def _name(self) -> str:
        return self.SECTIONS[self.bar.currentIndex()].name

    def show_section(self, name: str) -> Page:
        """Bring a section to the front, building it when it is shown for the first time."""
        number = next(n for n, spec in enumerate(self.SECTIONS) if spec.name == name)
        if number == self.bar.currentIndex():
            self._show(number)
        self.bar.setCurrentIndex(number)
        return self._sections[name]

    def _show(self, number: int) -> None:
        spec = self.SECTIONS[number]
        if spec.name not in self._sections:
            self._build(spec, self._holders[number])
        self._sections[spec.name].ensure_fresh()
        self._stack.setCurrentIndex(number)
        self.state_changed.emit()
        self.menu_changed.emit()

    def _build(self, spec: SectionSpec, holder: QWidget) -> None:
        module, _colon, name = spec.place.partition(":")
        kind = getattr(importlib.import_module(f"gongkai_desk.ui.{module}"), name)
        section: Page = kind(
            desk=self.desk, bus=self._bus, operations=self.operations, prompts=self.prompts
        )
        section.setObjectName(f"{spec.name}-section")
        actions = Actions(holder, section.commands())
        section.actions_ready(actions)
        section.leave.connect(self.leave)
        section.state_changed.connect(actions.update)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(section)
        self._sections[spec.name], self._section_actions[spec.name] = section, actions

    @override
    def menu_actions(self) -> Actions | None:
        return self._section_actions.get(self._name)

    @override
    def concerns(self, changes: Changes) -> bool:
        """The sections listen for themselves."""
        return False

    @override
    def refresh(self, changes: Changes | None) -> None:
        if self.section is None:
            self._show(self.bar.currentIndex())

    @override
    def go_to(self, target: Target) -> None:
        self.show_section(target.section or self._name).go_to(target)
