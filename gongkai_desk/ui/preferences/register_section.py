"""What the office decides about its register: tags, stage targets, retention, scans, payment."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.case_file import Stage
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.register_settings import STAGE_TARGETS, RegisterSettings
from gongkai_desk.domain.settings_checks import check_settings
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label
from gongkai_desk.ui import icons
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.preferences.section import Section, button, row_of
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.fields import LongTextField, NumberField, TextField
from gongkai_desk.ui.widgets.form import Form
from gongkai_desk.ui.widgets.plain import PlainLabel

MOST_DAYS, MOST_YEARS = 120, 100
_NUMBER_WIDTH = 6


class FolderField(QWidget):
    """A folder's path, typed or chosen."""

    changed = Signal()

    def __init__(self, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self.line = TextField()
        self.line.setObjectName("folder")
        self.button = QPushButton(_("Choose…"), self)
        self.button.setObjectName("choose-folder")
        self.button.setAutoDefault(False)
        icons.set_icon(self.button, "open")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)
        self.line.changed.connect(self.changed)
        self.button.clicked.connect(self._choose)

    def value(self) -> str:
        return self.line.value()

    def set_value(self, value: str) -> None:
        self.line.set_value(value)

    def problem(self) -> Problem | None:
        """A path that is no folder."""
        path = self.value()
        if not path or Path(path).is_dir():
            return None
        values = {"folder": path, "reason": _("no such folder")}
        return Problem("scan-folder-unreadable", values=values)

    def _choose(self) -> None:
        folder = self._prompts.folder(_("Scan folder"))
        if folder is not None:
            self.set_value(str(folder))


class RegisterSection(Section):
    """A form over the one `RegisterSettings`; letterhead and numbering belong to the letters."""

    def __init__(
        self, desk: Desk, operations: Operations, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "register",
            _("Register settings"),
            _("Kept in the office file, for everybody who opens it."),
            parent,
        )
        self._desk, self._operations = desk, operations
        self._shown: RegisterSettings | None = None
        self.form = Form(self)
        self._fill(prompts)
        card = QFrame(self)
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(24, 16, 24, 8)
        inside.addWidget(self.form)
        self.save_button = button("save-register-settings", _("Save"), "save", self, look="primary")
        self.revert_button = button("revert-register", _("Discard changes"), "undo", self)
        self.state = PlainLabel("", self, look="muted")
        self.body.addWidget(card)
        self.body.addLayout(row_of(self.save_button, self.revert_button, self.state))
        self.body.addStretch(1)
        self.form.changed.connect(self.review)
        self.save_button.clicked.connect(self.save)
        self.revert_button.clicked.connect(self.revert)

    def _fill(self, prompts: Prompts) -> None:
        form = self.form
        form.add_heading(_("Tags"))
        self.tags = LongTextField(lines=5)
        self.tags.setFixedHeight(self.tags.minimumHeight())
        hint = _(
            "One a line, in the order in which they are offered. Cases keep the tags they have."
        )
        form.add("tags", _("Tags"), self.tags, hint=hint)
        form.add_heading(_("Stages: working days after the receipt"))
        recommended = pgettext("deeds", ", ").join(str(days) for days in STAGE_TARGETS.values())
        hint = _("Recommended: {days}. Empty: no target.").format(days=recommended)
        self.targets: dict[Stage, NumberField] = {}
        for stage in Stage:
            self.targets[stage] = self._number(most=MOST_DAYS)
            shown = hint if stage is Stage.ARCHIVED else ""
            form.add(f"target_{stage.value}", label(stage), self.targets[stage], hint=shown)
        form.add_heading(_("Filing away"))
        self.years = self._number(most=MOST_YEARS, mandatory=True)
        form.add("retention_years", _("Retention (years)"), self.years)
        self.disputed = self._number(most=MOST_YEARS, mandatory=True)
        hint = _("For cases with a reconsideration or a suit.")
        form.add("retention_years_disputed", _("Disputed cases (years)"), self.disputed, hint=hint)
        form.add_heading(_("Files and fees"))
        self.scans = FolderField(prompts)
        hint = _("Where the scanner puts its files; the newest are offered when files are added.")
        form.add("scan_folder", _("Scan folder"), self.scans, hint=hint)
        self.payment = LongTextField(lines=3)
        self.payment.setFixedHeight(self.payment.minimumHeight())
        hint = _("Account and way of payment, as fee notices state them.")
        form.add("payment_way", _("Payment way"), self.payment, hint=hint)

    def _number(self, *, most: int, mandatory: bool = False) -> NumberField:
        field = NumberField(least=1, most=most, mandatory=mandatory)
        field.setAlignment(Qt.AlignmentFlag.AlignLeft)
        field.setMaximumWidth(self.fontMetrics().horizontalAdvance("字") * _NUMBER_WIDTH)
        return field

    @override
    def concerns(self, changes: Changes) -> bool:
        return changes.touches(RegisterSettings)

    @override
    def refresh(self) -> None:
        """Show the settings as stored; what is being typed is not overwritten."""
        if self._shown is None or self.draft() == self._shown:
            self._show(self._desk.register_settings.get())
        self.review()

    def revert(self) -> None:
        """Show what is stored."""
        self._show(self._desk.register_settings.get())
        self.review()

    def _show(self, settings: RegisterSettings) -> None:
        self._shown = None
        self.tags.set_value("\n".join(settings.tags))
        for stage, field in self.targets.items():
            field.set_value(settings.stage_targets.get(stage))
        self.years.set_value(settings.retention_years)
        self.disputed.set_value(settings.retention_years_disputed)
        self.scans.set_value(settings.scan_folder)
        self.payment.set_value(settings.payment_way)
        self._shown = settings

    def draft(self) -> RegisterSettings:
        """The settings as the fields say; what stands elsewhere stays as it is stored."""
        lines = (line.strip() for line in self.tags.value().splitlines())
        targets = {stage: field.value() for stage, field in self.targets.items()}
        stored = self._desk.register_settings.get()
        return replace(
            stored,
            tags=tuple(dict.fromkeys(line for line in lines if line)),
            stage_targets={stage: days for stage, days in targets.items() if days is not None},
            retention_years=self.years.value() or stored.retention_years,
            retention_years_disputed=self.disputed.value() or stored.retention_years_disputed,
            scan_folder=self.scans.value(),
            payment_way=self.payment.value().strip(),
        )

    def review(self) -> None:
        """Mark what is wrong; Save waits until something changed and nothing is wrong."""
        if self._shown is None:
            return
        draft = self.draft()
        problems = [*self.form.own_problems(), *check_settings(draft)]
        changed = draft != self._desk.register_settings.get() or bool(problems)
        self.form.show_problems(problems)
        self.save_button.setEnabled(changed and not problems)
        self.revert_button.setEnabled(changed)
        self.state.setText(_("Not saved yet") if changed else "")

    def save(self) -> None:
        """Store the settings."""
        draft = self.draft()
        problems = self._operations.attempt(lambda: self._desk.register_settings.save(draft))
        if problems:
            self.form.show_problems(problems)
            return
        self._show(draft)
        self.review()
        self._operations.say(_("The settings of the register were saved."))
