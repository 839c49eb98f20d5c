"""Red line, contact line and the pattern of every family of document numbers, with an example."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gongkai_desk.domain.letter_numbers import number_text
from gongkai_desk.domain.problems import DomainError, Problem, Severity
from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.letter_kinds import families
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.preferences.section import button, row_of
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.fields import NumberField, TextField
from gongkai_desk.ui.widgets.form import Form
from gongkai_desk.ui.widgets.plain import PlainLabel


class PatternField(QWidget):
    """The pattern, the last number given on paper before, and what the next number looks like."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = self.fontMetrics().horizontalAdvance("字")
        self.pattern = TextField("", self)
        self.pattern.setMinimumWidth(unit * 13)
        self.used = NumberField(None, self)
        self.used.setFixedWidth(unit * 4)
        self.used.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.used.setAccessibleName(_("Last number given before"))
        self.example = PlainLabel("", self, look="hint", selectable=True)
        self.example.setObjectName("example")
        self.example.setMinimumWidth(unit * 12)
        self.setFocusProxy(self.pattern)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.pattern, 1)
        layout.addWidget(PlainLabel(_("given before"), self, look="hint"))
        layout.addWidget(self.used)
        layout.addWidget(self.example, 1)
        self.pattern.changed.connect(self.changed)
        self.used.changed.connect(self.changed)

    def problem(self) -> Problem | None:
        return self.used.problem()


class LetterNumbersForm(QWidget):
    """Nothing is stored before Save."""

    def __init__(self, desk: Desk, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._operations = desk, operations
        self._wordings = desk.letters.wordings
        self._shown: tuple[object, ...] | None = None
        self.form = Form(self)
        self.letterhead = TextField()
        hint = _("Empty: the full name of the office.")
        self.form.add("letterhead", _("Red line"), self.letterhead, hint=hint)
        self.contact = TextField()
        hint = _("Empty: address and telephone of the office.")
        self.form.add("contact_line", _("Contact line"), self.contact, hint=hint)
        self.form.add_heading(_("Document numbers"))
        self.fields: dict[str, PatternField] = {}
        for code, family in families().items():
            self.fields[code] = field = PatternField()
            field.pattern.setAccessibleName(family.name)
            self.form.add(f"numbering.{code}", family.name, field)
        words = _(
            "In a pattern, {code} is our letterhead code, {year} the year, {sequence} the number. "
            "“Given before” is the last number of this year that was given on paper."
        ).format(code="{代字}", year="{年}", sequence="{序号}")
        about = PlainLabel(words, self, look="hint", wrap=True)
        self.save_button = button("save-letter-settings", _("Save"), "save", self, look="primary")
        self.revert_button = button("revert-letter-settings", _("Discard changes"), "undo", self)
        self.state = PlainLabel("", self, look="muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.form)
        layout.addWidget(about)
        layout.addLayout(row_of(self.save_button, self.revert_button, self.state))
        self.form.changed.connect(self.review)
        self.save_button.clicked.connect(self.save)
        self.revert_button.clicked.connect(self.revert)

    def refresh(self) -> None:
        """Show what is stored; what is being typed is not overwritten."""
        if self._shown is None or self._typed() == self._shown:
            self.revert()
        self.review()

    def revert(self) -> None:
        """Show what is stored."""
        self._shown = None
        settings, patterns = self._desk.register_settings.get(), self._wordings.patterns()
        self.letterhead.set_value(settings.letterhead)
        self.contact.set_value(settings.contact_line)
        for code, field in self.fields.items():
            field.pattern.set_value(patterns[code])
            used = self._wordings.used_before(code, today().year)
            field.used.set_value(used or None)
        self._shown = self._typed()
        self.review()

    def _typed(self) -> tuple[object, ...]:
        every = ((field.pattern.value(), field.used.text()) for field in self.fields.values())
        return (self.letterhead.value(), self.contact.value(), *every)

    def review(self) -> None:
        """Show the examples and what is wrong; Save waits for a change without errors."""
        if self._shown is None:
            return
        code = self._desk.office.get().letterhead_code or _("(letterhead code)")
        problems = self.form.own_problems()
        for family, field in self.fields.items():
            problems += self._pattern_problems(family, field, code)
        self.form.show_problems(problems)
        wrong = any(problem.severity is Severity.ERROR for problem in problems)
        changed = self._typed() != self._shown
        self.save_button.setEnabled(changed and not wrong)
        self.revert_button.setEnabled(changed)
        self.state.setText(_("Not saved yet") if changed else "")

    def _pattern_problems(self, family: str, field: PatternField, code: str) -> list[Problem]:
        pattern = field.pattern.value() or families()[family].pattern
        year = today().year
        sequence = self._wordings.next_sequence(family, year, field.used.value() or 0)
        try:
            example = number_text(pattern, code, year, sequence)
        except DomainError:
            example = ""
        field.example.setText(_("next: {number}").format(number=example) if example else "")
        return self._wordings.check_patterns({family: pattern})

    def save(self) -> None:
        """Store red line, contact and patterns."""
        numbering = {code: field.pattern.value() for code, field in self.fields.items()}
        used = {code: field.used.value() or 0 for code, field in self.fields.items()}
        problems = self._operations.attempt(
            lambda: self._wordings.save_settings(
                letterhead=self.letterhead.value(),
                contact_line=self.contact.value(),
                numbering=numbering,
                used=used,
                year=today().year,
            )
        )
        if problems:
            self.form.show_problems(problems)
            return
        self.revert()
        self._operations.say(_("The settings of the letters were saved."))
