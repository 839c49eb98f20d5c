"""The dialogs of self-inspections: which list for which quarter, and filling it in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.inspection import InspectionTemplate, ItemScore, SelfInspection
from gongkai_desk.domain.inspection_scoring import Quarter, quarter_of, score
from gongkai_desk.domain.problems import DomainError, Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.inspection_probes import Proposal
from gongkai_desk.services.inspection_words import quarter_words, score_words
from gongkai_desk.ui.activities.inspections.item_field import ItemField
from gongkai_desk.ui.preferences.section import button
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.record_dialog import RecordDialog
from gongkai_desk.ui.widgets.plain import PlainLabel

_QUARTERS = 8
"""How many quarters back an inspection may be entered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginDraft:
    template: InspectionTemplate
    quarter: Quarter
    by: str


class BeginDialog(RecordDialog[BeginDraft]):
    def __init__(
        self,
        submit: Callable[[BeginDraft], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        templates: Sequence[InspectionTemplate],
        today: dt.date,
        by: str = "",
    ) -> None:
        super().__init__(
            _("Begin a self-inspection"), submit, prompts, parent, save=pgettext("button", "Begin")
        )
        self.setObjectName("begin-inspection-dialog")
        quarters = [quarter_of(today)]
        while len(quarters) < _QUARTERS:
            quarters.append(quarters[-1].before)
        self.template = self.choice(
            "template", pgettext("inspection", "List"), templates, lambda one: one.title,
            templates[0],
        )  # fmt: skip
        self.source = PlainLabel("", self, look="hint", wrap=True)
        self.source.setContentsMargins(0, 0, 0, 8)
        self.form.add_wide(self.source)
        self.quarter = self.choice(
            "quarter", pgettext("inspection", "Quarter"), quarters, quarter_words, quarters[0]
        )
        self.by = self.line("by", pgettext("inspection", "Checked by"), by)
        self.template.changed.connect(self._follow)
        self._follow()
        self.ready()

    def _follow(self) -> None:
        template = self.template.value()
        assert template is not None
        self.source.setText("\n".join(filter(None, (template.source, template.note))))

    @override
    def draft(self) -> BeginDraft:
        template, quarter = self.template.value(), self.quarter.value()
        assert template is not None
        assert quarter is not None
        return BeginDraft(template=template, quarter=quarter, by=self.by.value())


class FillDialog(RecordDialog[SelfInspection]):
    """All items of the list below each other, with what the office file proposes."""

    WIDE: ClassVar[int] = 56

    def __init__(
        self,
        submit: Callable[[SelfInspection], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[SelfInspection], Iterable[Problem]],
        template: InspectionTemplate,
        inspection: SelfInspection,
        before: Mapping[str, ItemScore],
        proposals: Mapping[str, Proposal],
    ) -> None:
        title = f"{template.title} {_quarter(inspection)}"
        super().__init__(title, submit, prompts, parent, checked=checked, intro=template.note)
        self.setObjectName("fill-inspection-dialog")
        self._given, self._template = inspection, template
        self.score_line = PlainLabel("", self, look="strong")
        self.score_line.setObjectName("score-line")
        self.items: dict[str, ItemField] = {}
        self._add_items(before, proposals)
        self.form.add_heading(pgettext("inspection", "The inspection as a whole"))
        self.by = self.line("by", pgettext("inspection", "Checked by"), inspection.by)
        hint = _("Empty while something is open.")
        self.finished_on = self.date(
            "finished_on", _("Finished on"), inspection.finished_on, hint=hint
        )
        self.note = self.text("note", _("Remarks"), inspection.note)
        self._lay_out_tools()
        self.ready()

    def _add_items(
        self, before: Mapping[str, ItemScore], proposals: Mapping[str, Proposal]
    ) -> None:
        number = 0
        for group, items in groupby(self._template.items, key=lambda item: item.group):
            if group:
                self.form.add_heading(group)
            for item in items:
                number += 1
                found = self._given.scores.get(item.key, ItemScore())
                field = ItemField(item, found, before.get(item.key), proposals.get(item.key))
                field.setAccessibleName(item.text)
                self.items[item.key] = field
                self.form.add(item.key, str(number), field)

    def _lay_out_tools(self) -> None:
        self.rest_button = button("rest-fine", _("The rest is in order"), "done", self)
        self.rest_button.setToolTip(_("Items that were not looked at lose no points."))
        self.adopt_button = button("adopt-all", _("Take over what the records say"), "check", self)
        self.adopt_button.setVisible(any(one.proposal for one in self.items.values()))
        row = QHBoxLayout()
        row.setContentsMargins(24, 8, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.score_line, 1)
        row.addWidget(self.adopt_button)
        row.addWidget(self.rest_button)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(layout.count() - 1, row)
        self.rest_button.clicked.connect(self.fill_rest)
        self.adopt_button.clicked.connect(self.adopt_all)

    def fill_rest(self) -> None:
        """No points are lost at what was not looked at."""
        for field in self.items.values():
            if field.is_open:
                field.set_lost(Decimal(0))

    def adopt_all(self) -> None:
        """Take every proposal over where nothing is filled in yet."""
        for field in self.items.values():
            if field.is_open and not field.note.value():
                field.adopt()

    @override
    def review(self) -> None:
        super().review()
        try:
            self.score_line.setText(score_words(score(self._template, self.draft())))
        except DomainError:
            self.score_line.setText("")

    @override
    def draft(self) -> SelfInspection:
        scores = {key: field.value() for key, field in self.items.items()}
        return replace(
            self._given,
            by=self.by.value(),
            finished_on=self.finished_on.date(),
            note=self.note.value(),
            scores={key: one for key, one in scores.items() if one != ItemScore()},
        )


def _quarter(inspection: SelfInspection) -> str:
    return quarter_words(Quarter(year=inspection.year, number=inspection.quarter))
