"""Reporting another number than the counted one: only with a reason, and never a sum."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from typing_extensions import override

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report import Override
from gongkai_desk.domain.report_overrides import LARGEST, faults
from gongkai_desk.i18n import _
from gongkai_desk.services.count_reasons import place_words
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.fields import NumberField, TextField
from gongkai_desk.ui.widgets.plain import PlainLabel


class OverrideDialog(DraftDialog[Override]):
    """Sets the number of one cell. `override.counted` is what the register counts now; `submit`
    gets the override, `taken_back` is called when the counted number shall stand.
    """

    WIDE = 44

    def __init__(
        self,
        *,
        override: Override,
        fresh: bool,
        submit: Callable[[Override], Sequence[Problem]],
        taken_back: Callable[[], object],
        prompts: Prompts,
        on: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Set this number"), submit, prompts, parent)
        self.setObjectName("override-dialog")
        self._override, self._on = override, on
        self._say_counted()
        self.number = NumberField(override.number, most=LARGEST, mandatory=True)
        self.number.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.form.add("number", _("Number to report"), self.number, mandatory=True)
        self.reason = TextField(override.reason)
        hint = _("Kept in the check report and the comparison; the published report has no word.")
        name = _("Why not the counted one")
        self.form.add("reason", name, self.reason, hint=hint, mandatory=True)
        self.counted_button = self.buttons.addButton(
            _("Let the &counted number stand"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self.counted_button.setObjectName("take-counted")
        self.counted_button.setAutoDefault(False)
        self.counted_button.setEnabled(not fresh)
        self.counted_button.clicked.connect(lambda: self._take_back(taken_back))
        self.ready()
        self.number.setFocus()
        self.number.selectAll()

    def _say_counted(self) -> None:
        words = _("The register counts {number}.").format(number=self._override.counted)
        counted = PlainLabel(words, self.form, look="strong")
        counted.setObjectName("override-counted")
        advice = PlainLabel(
            _(
                "Is a request counted wrongly? Then better put it right: open the list behind "
                "the number. Set a number only for what the register does not hold."
            ),
            self.form,
            look="muted",
            wrap=True,
        )
        place = place_words(self._override)
        for label in (PlainLabel(place, self.form, look="heading", wrap=True), counted, advice):
            label.setContentsMargins(0, 0, 0, 8)
            self.form.add_wide(label)

    @override
    def draft(self) -> Override:
        number = self.number.value()
        assert number is not None, "the field asks for it"
        reason = self.reason.value()
        return replace(self._override, number=number, reason=reason, made_on=self._on)

    @override
    def check(self, draft: Override) -> list[Problem]:
        """The counted number needs no reason: it is no override."""
        return [] if draft.number == draft.counted else faults(draft)

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        return super().keeps_quiet(problem) or (
            problem.code == "report-override-no-reason" and not self.reason.value()
        )

    def _take_back(self, taken_back: Callable[[], object]) -> None:
        taken_back()
        self._dirty = False
        self.done(self.DialogCode.Accepted)
