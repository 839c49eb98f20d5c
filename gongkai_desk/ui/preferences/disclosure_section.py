"""The goals and limits of proactive disclosure, each with where its usual value comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.disclosure_checks import LIMITS, check_disclosure_settings
from gongkai_desk.domain.disclosure_settings import DisclosureSettings
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.preferences.section import Section, button, row_of
from gongkai_desk.ui.widgets.fields import NumberField
from gongkai_desk.ui.widgets.form import Form
from gongkai_desk.ui.widgets.plain import PlainLabel

_NUMBER_WIDTH = 6


class AmountField(QWidget):
    """A number with its unit behind it."""

    changed = Signal()

    def __init__(self, least: int, most: int, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = NumberField(least=least, most=most, mandatory=True)
        self.line.setObjectName("amount")
        self.line.setFixedWidth(self.fontMetrics().horizontalAdvance("字") * _NUMBER_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line)
        row.addWidget(PlainLabel(unit, self))
        row.addStretch(1)
        self.setFocusProxy(self.line)
        self.line.changed.connect(self.changed)

    def value(self) -> int | None:
        return self.line.value()

    def set_value(self, value: int | None) -> None:
        self.line.set_value(value)

    def problem(self) -> Problem | None:
        """What is wrong with the number."""
        return self.line.problem()


class DisclosureSection(Section):
    """A form over the numbers of `DisclosureSettings`; limits of platforms and headings of sheets
    are edited where they are used.
    """

    def __init__(self, desk: Desk, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(
            "disclosure",
            _("Proactive disclosure"),
            _("Kept in the office file, for everybody who opens it."),
            parent,
        )
        self._desk, self._operations = desk, operations
        self._shown: DisclosureSettings | None = None
        self.form = Form(self)
        self.fields: dict[str, AmountField] = {}
        self._fill()
        card = QFrame(self)
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(24, 16, 24, 8)
        inside.addWidget(self.form)
        self.save_button = button(
            "save-disclosure-settings", _("Save"), "save", self, look="primary"
        )
        self.revert_button = button("revert-disclosure", _("Discard changes"), "undo", self)
        self.usual_button = button("usual-disclosure", _("Usual values"), "restore", self)
        self.state = PlainLabel("", self, look="muted")
        self.body.addWidget(card)
        self.body.addLayout(
            row_of(self.save_button, self.revert_button, self.usual_button, self.state)
        )
        self.body.addStretch(1)
        self.form.changed.connect(self.review)
        self.save_button.clicked.connect(self.save)
        self.revert_button.clicked.connect(self.revert)
        self.usual_button.clicked.connect(lambda: self._write(DisclosureSettings()))

    def _fill(self) -> None:
        usual, working_days = DisclosureSettings(), pgettext("limit", "working days")
        self.form.add_heading(_("Information and documents"))
        self._add(
            "publication_days",
            pgettext("limit", "Publication within"),
            working_days,
            _(
                "Usually {n}: 政府信息公开条例 第二十六条, from the day the information was formed "
                "or changed. A single document may have a limit of its own."
            ).format(n=usual.publication_days),
        )
        self.form.add_heading(_("Interpretations"))
        self._add(
            "interpretation_days",
            pgettext("limit", "Interpretation after its document"),
            working_days,
            _(
                "Usually {n}: on the same day, as 三同步 (drafted, signed, published together) "
                "asks. Some places allow 3 working days."
            ).format(n=usual.interpretation_days),
        )
        self._add(
            "video_share",
            _("Share of video and animation"),
            "%",
            _("Usually {n}: 2024年威海市政务公开重点工作及责任分工, “不低于30%”.").format(
                n=usual.video_share
            ),
        )
        self._fill_decisions(usual, working_days)

    def _fill_decisions(self, usual: DisclosureSettings, working_days: str) -> None:
        self.form.add_heading(_("Major decisions"))
        self._add(
            "consultation_days",
            _("Opinions taken for at least"),
            pgettext("limit", "days"),
            _(
                "Usually {n}: 重大行政决策程序暂行条例 第十五条; a shorter one needs an "
                "explanation. The first day does not count."
            ).format(n=usual.consultation_days),
        )
        self._add(
            "adoption_days",
            pgettext("limit", "What became of the opinions within"),
            working_days,
            _(
                "Usually {n}: 2024年威海市政务公开重点工作及责任分工, from the day of the "
                "decision. No national number is known; enter what your place asks for."
            ).format(n=usual.adoption_days),
        )

    def _add(self, name: str, title: str, unit: str, hint: str) -> None:
        least, most = LIMITS[name]
        field = AmountField(least, most, unit)
        field.line.setAccessibleName(title)
        self.form.add(name, title, field, hint=hint)
        self.fields[name] = field

    @override
    def concerns(self, changes: Changes) -> bool:
        return changes.touches(DisclosureSettings)

    @override
    def refresh(self) -> None:
        """Show the settings as stored; what is being typed is not overwritten."""
        if self._shown is None or self.draft() == self._shown:
            self._show(self._desk.disclosure_settings.get())
        self.review()

    def revert(self) -> None:
        """Show what is stored."""
        self._show(self._desk.disclosure_settings.get())
        self.review()

    def _show(self, settings: DisclosureSettings) -> None:
        self._shown = None
        self._write(settings)
        self._shown = self.draft()

    def _write(self, settings: DisclosureSettings) -> None:
        for name, field in self.fields.items():
            field.set_value(getattr(settings, name))

    def draft(self) -> DisclosureSettings:
        """The settings as the fields say; what is edited elsewhere stays as it is stored."""
        stored = self._desk.disclosure_settings.get()
        given: dict[str, Any] = {
            name: field.value() for name, field in self.fields.items() if field.value() is not None
        }
        return replace(stored, **given)

    def review(self) -> None:
        """Mark what is wrong; Save waits until something changed and nothing is wrong."""
        if self._shown is None:
            return
        draft, own = self.draft(), self.form.own_problems()
        problems = [*own, *check_disclosure_settings(draft)]
        changed = draft != self._desk.disclosure_settings.get() or bool(own)
        wrong = any(problem.severity is Severity.ERROR for problem in problems)
        self.form.show_problems(problems)
        self.save_button.setEnabled(changed and not wrong)
        self.revert_button.setEnabled(changed)
        self.state.setText(_("Not saved yet") if changed else "")

    def save(self) -> None:
        """Store the settings."""
        draft = self.draft()
        problems = self._operations.attempt(lambda: self._desk.disclosure_settings.save(draft))
        if problems:
            self.form.show_problems(problems)
            return
        self._show(draft)
        self.review()
        self._operations.say(_("The settings of proactive disclosure were saved."))
