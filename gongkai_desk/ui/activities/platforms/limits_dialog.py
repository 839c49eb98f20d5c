"""The limits with their sources, and the office's own days beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.message_limits import ChannelRule
from gongkai_desk.domain.platform_limits import LimitRule
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.platform_rules import usual_channels, usual_limits
from gongkai_desk.services.platform_words import limit_text, working_days_text
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.fields import NumberField

Days = Mapping[str, int]


class LimitsDialog(DraftDialog[Days]):
    """`own` are the days set so far, by category or channel."""

    WIDE: ClassVar[int] = 52

    def __init__(
        self,
        submit: Callable[[Days], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        own: Days,
    ) -> None:
        intro = _(
            "An empty field follows the rule written in it. What is marked as provisional could "
            "not be read in the rule itself, or is local practice: set the days your superiors ask "
            "for."
        )
        super().__init__(_("Update limits"), submit, prompts, parent, intro=intro)
        self.setObjectName("platform-limits-dialog")
        self.fields: dict[str, NumberField] = {}
        self.form.add_heading(_("Newest entry, in days"))
        for rule in usual_limits().rules:
            self._add(rule, limit_text(rule.limit), own)
        self.form.add_heading(_("Answers to messages, in working days"))
        for channel in usual_channels().rules:
            usual = (
                pgettext("platform", "no limit")
                if channel.days is None
                else working_days_text(channel.days)
            )
            self._add(channel, usual, own)
        self.ready()

    def _add(self, rule: LimitRule | ChannelRule, usual: str, own: Days) -> None:
        field = NumberField(own.get(rule.name), least=1, most=3660)
        field.setPlaceholderText(usual)
        field.setAlignment(Qt.AlignmentFlag.AlignLeft)
        source = rule.source
        hint = _("Provisional. {source}").format(source=source) if rule.unsure else source
        self.form.add(rule.name, rule.title, field, hint=hint)
        self.fields[rule.name] = field

    @override
    def draft(self) -> Days:
        typed = {name: field.value() for name, field in self.fields.items()}
        return {name: days for name, days in typed.items() if days is not None}
