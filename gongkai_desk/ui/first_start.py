"""The first start: who the office is, or a look around with made-up data."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
)
from typing_extensions import override

from gongkai_desk.domain.office import Office, OfficeKind
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.widgets.fields import ChoiceField, TextField
from gongkai_desk.ui.widgets.form import Form, ProblemLine
from gongkai_desk.ui.widgets.plain import PlainLabel

Make = Callable[[Office], Sequence[Problem]]
Sample = Callable[[], Sequence[Problem]]


class FirstStart(QDialog):
    """Asks for the office in one short form.

    `make` creates the office file for the office entered, `sample` one that is filled with
    made-up data (None: not offered). Both answer with the problems that forbade it; without
    problems the dialog is accepted.
    """

    def __init__(self, make: Make, sample: Sample | None = None) -> None:
        super().__init__()
        self.setObjectName("first-start")
        self.setWindowTitle(_("Disclosure desk"))
        self._make, self._sample = make, sample
        self._typed = False
        self.form = Form(self)
        self._fill_form()
        self.empty = QRadioButton(_("Set up the desk of our office"), self)
        self.empty.setObjectName("empty")
        self.filled = QRadioButton(_("Look around first, with made-up data"), self)
        self.filled.setObjectName("sample")
        self.empty.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.empty)
        group.addButton(self.filled)
        self.wrong = ProblemLine(self)
        self.begin = QPushButton(_("Begin"), self)
        self.begin.setObjectName("begin")
        self.begin.setDefault(True)
        self._lay_out()
        self.filled.toggled.connect(self._review)
        self.form.changed.connect(self._edited)
        self._review()
        self.form.field("name").setFocus()

    def _fill_form(self) -> None:
        name = _("e.g. {example}").format(example="海滨市文化和旅游局")
        self.form.add("name", _("Full name"), TextField(hint=name), mandatory=True)
        short = _("e.g. {example}").format(example="市文旅局")
        self.form.add(
            "short_name",
            _("Short name"),
            TextField(hint=short),
            hint=_("As work plans write it. It shows the program which tasks are yours."),
        )
        self.form.add(
            "aliases",
            _("Other names"),
            TextField(),
            hint=_("Former or local names, separated by 、 or commas."),
        )
        self.form.add("kind", _("Kind"), ChoiceField(OfficeKind, label))
        region = _("e.g. {example}").format(example="海滨市")
        self.form.add("region", _("Region"), TextField(hint=region))

    def _lay_out(self) -> None:
        picture = PlainLabel("", self)
        picture.setPixmap(icons.pixmap("app", 48, ratio=self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(_("Welcome to the disclosure desk"), self, look="title"))
        subtitle = _("Task checklist, disclosure requests and the annual report, on this computer.")
        words.addWidget(PlainLabel(subtitle, self, look="muted", wrap=True))
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(picture)
        top.addLayout(words, 1)
        card = QFrame(self)
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(24, 16, 24, 8)
        inside.setSpacing(12)
        inside.addWidget(self.empty)
        inside.addWidget(self.form)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.addButton(self.begin, QDialogButtonBox.ButtonRole.AcceptRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 24)
        layout.setSpacing(16)
        layout.addLayout(top)
        layout.addWidget(card)
        layout.addWidget(self.filled)
        layout.addWidget(self.wrong)
        layout.addWidget(box)
        self.filled.setVisible(self._sample is not None)
        self.empty.setVisible(self._sample is not None)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("字") * 42)

    def office(self) -> Office:
        """The office as entered."""
        kind = self.form.field("kind")
        assert isinstance(kind, ChoiceField)
        aliases = (part.strip() for part in re.split(r"[、，,；;\n]", self._text("aliases")))
        return Office(
            name=self._text("name"),
            short_name=self._text("short_name"),
            aliases=tuple(dict.fromkeys(part for part in aliases if part)),
            kind=kind.value() or OfficeKind.DEPARTMENT,
            region=self._text("region"),
        )

    def _text(self, name: str) -> str:
        field = self.form.field(name)
        assert isinstance(field, TextField)
        return field.value()

    def _edited(self) -> None:
        self._typed = True
        self._review()

    def _review(self) -> None:
        sample = self.filled.isChecked()
        self.form.setEnabled(not sample)
        missing = not sample and not self._text("name")
        shown = [Problem("field-missing", "name")] if missing and self._typed else []
        self.form.show_problems(shown)
        self.begin.setEnabled(not missing)
        self.begin.setIcon(icons.icon("check", theme.colours().on_accent))

    @override
    def accept(self) -> None:
        if self._sample is not None and self.filled.isChecked():
            refused = self._sample()
            self.wrong.show_problems(refused)
        elif self._text("name"):
            refused = self._make(self.office())
            self.form.show_problems(refused)
        else:
            self._edited()
            return
        if not refused:
            super().accept()
