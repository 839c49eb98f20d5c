"""What an entry will do to the due date, shown before it is made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gongkai_desk.domain.case import Preview
from gongkai_desk.domain.clock import Clock, ClockState
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.request import RequestEvent
from gongkai_desk.i18n import _, date_text
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.form import ProblemLine
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle


class EffectBox(QFrame):
    """A card with a headline (from … to …), a sentence on the reason, and the clock's warnings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("effect")
        self.setProperty("look", "card")
        self.title = PlainLabel(_("Effect on the due date"), self, look="muted")
        self.headline = PlainLabel("", self, look="heading", wrap=True)
        self.headline.setObjectName("effect-headline")
        self.reason = PlainLabel("", self, look="muted", wrap=True)
        self.warnings = ProblemLine(self)
        self.warnings.setObjectName("effect-warnings")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        for widget in (self.title, self.headline, self.reason, self.warnings):
            layout.addWidget(widget)
        self.show_nothing()

    def show_nothing(self) -> None:
        """While the entry cannot be made."""
        self._show(Tone.NEUTRAL, _("Shown as soon as the entry is complete."), "", ())

    def show_preview(self, preview: Preview, event: RequestEvent) -> None:
        warnings = preview.new_warnings
        tone = Tone.WARN if warnings else Tone.INFO
        reason = next(
            (
                sentence(step.note)
                for step in preview.after.steps
                if (step.what, step.date, step.argument) == (event.kind, event.date, event.argument)
            ),
            "",
        )
        told = {sentence(warning) for warning in warnings}
        self._show(tone, effect_text(preview), "" if reason in told else reason, warnings)

    def show_day(self, tone: Tone, headline: str, reason: str, warnings: Iterable[Problem]) -> None:
        """Any other effect in words."""
        self._show(tone, headline, reason, warnings)

    def _show(self, tone: Tone, headline: str, reason: str, warnings: Iterable[Problem]) -> None:
        restyle(self, "tone", tone.value)
        self.headline.setText(headline)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.warnings.show_problems(warnings)
        self.setAccessibleDescription(headline)


def effect_text(preview: Preview) -> str:
    """The due date before and after, in one line."""
    before, after = preview.before, preview.after
    if after.state is ClockState.CLOSED:
        return _("The case is closed")
    if before.due == after.due:
        if after.due is None:
            return _("No due date now, and none afterwards: {state}").format(
                state=label(after.state)
            )
        return _("The due date stays {date}").format(date=_date(after))
    if after.due is None:
        return _("{before} → no due date: {state}").format(
            before=_date(before), state=label(after.state)
        )
    if before.due is None:
        return _("no due date → {after}").format(after=_date(after))
    return _("The due date moves from {before} to {after}").format(
        before=_date(before), after=_date(after)
    )


def _date(clock: Clock) -> str:
    day: dt.date | None = clock.due
    if day is None:
        return ""
    text = date_text(day)
    return _("{date} (provisional)").format(date=text) if clock.provisional else text
