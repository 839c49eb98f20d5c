"""The settings: our office, the calendar, backups, appearance, the journal."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QStackedWidget
from typing_extensions import override

from gongkai_desk.domain.changes import Changes
from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui import icons
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Page, Target
from gongkai_desk.ui.preferences.appearance_section import AppearanceSection
from gongkai_desk.ui.preferences.backup_section import BackupSection
from gongkai_desk.ui.preferences.calendar_section import CalendarSection
from gongkai_desk.ui.preferences.disclosure_section import DisclosureSection
from gongkai_desk.ui.preferences.journal_section import JournalSection
from gongkai_desk.ui.preferences.letters_section import LettersSection
from gongkai_desk.ui.preferences.office_section import OfficeSection
from gongkai_desk.ui.preferences.register_section import RegisterSection
from gongkai_desk.ui.preferences.section import Section
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.settings import PreferencesStore


class PreferencesPage(Page):
    """A list of sections at the left, the chosen one at the right.

    `go_to` takes a section's name as view (office, register, disclosure, calendar, backup,
    appearance, journal), or "notice": the calendar with the dialog for pasting a notice.
    """

    def __init__(
        self,
        *,
        desk: Desk,
        bus: ChangeBus,
        operations: Operations,
        prompts: Prompts,
        store: PreferencesStore,
    ) -> None:
        super().__init__(desk=desk, bus=bus, operations=operations, prompts=prompts)
        self.office = OfficeSection(desk, operations, prompts)
        self.register = RegisterSection(desk, operations, prompts)
        self.disclosure = DisclosureSection(desk, operations)
        self.calendar = CalendarSection(desk, operations, prompts)
        self.backup = BackupSection(desk, operations, prompts)
        self.appearance = AppearanceSection(store, prompts)
        self.journal = JournalSection(desk)
        self.letters = LettersSection(desk, operations, prompts)
        self._sections: dict[str, Section] = {}
        self.list = QListWidget(self)
        self.list.setObjectName("sections")
        self.list.setAccessibleName(_("Sections of the settings"))
        self.stack = QStackedWidget(self)
        for name, title, icon, section in (
            ("office", _("Our office"), "office", self.office),
            ("letters", _("Letters"), "send", self.letters),
            ("register", _("Register settings"), "requests", self.register),
            ("disclosure", _("Proactive disclosure"), "publish", self.disclosure),
            ("calendar", _("Calendar"), "calendar", self.calendar),
            ("backup", _("Backup and restore"), "backup", self.backup),
            ("appearance", _("Appearance"), "appearance", self.appearance),
            ("journal", _("Journal"), "history", self.journal),
        ):
            self._add(name, title, icon, section)
        self._lay_out()
        self.list.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.list.setCurrentRow(0)
        store.changed.connect(self._dress_list)
        self._dress_list()

    def _add(self, name: str, title: str, icon: str, section: Section) -> None:
        item = QListWidgetItem(icons.icon(icon), title, self.list)
        item.setData(Qt.ItemDataRole.UserRole, icon)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(section)
        self.stack.addWidget(area)
        self._sections[name] = section

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 0, 16)
        layout.setSpacing(24)
        layout.addWidget(self.list)
        layout.addWidget(self.stack, 1)

    def _dress_list(self) -> None:
        """Icons, heights and width of the list as theme and font are now."""
        self.ensurePolished()
        metrics = self.list.fontMetrics()
        items = [self.list.item(row) for row in range(self.list.count())]
        for item in items:
            item.setIcon(icons.icon(str(item.data(Qt.ItemDataRole.UserRole))))
            item.setSizeHint(QSize(0, metrics.height() + 20))
        widest = max(metrics.horizontalAdvance(item.text()) for item in items)
        self.list.setFixedWidth(widest + metrics.horizontalAdvance("字") * 3 + 36)

    @property
    @override
    def title(self) -> str:
        return _("Settings")

    @override
    def commands(self) -> Commands:
        return (
            Command(
                name="settings-notice",
                text=_("Paste the holiday notice…"),
                run=lambda: self.go_to(Target(page="settings", view="notice")),
                icon="paste",
            ),
        )

    @override
    def refresh(self, changes: Changes | None) -> None:
        for section in self._sections.values():
            if changes is None or section.concerns(changes):
                section.refresh()

    def show_section(self, name: str) -> None:
        """Choose a section."""
        self.list.setCurrentRow(list(self._sections).index(name))

    @override
    def go_to(self, target: Target) -> None:
        name = "calendar" if target.view == "notice" else target.view
        if name in self._sections:
            self.show_section(name)
        if target.view == "notice":
            self.calendar.paste()
