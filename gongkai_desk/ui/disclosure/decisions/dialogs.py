"""The dialogs of a decision: the matter itself, one of its stages, taking it off the list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.decision import Decision, DecisionStage, StageEntry
from gongkai_desk.domain.decision_checks import FIRST_YEAR, LAST_YEAR
from gongkai_desk.domain.decision_stages import entry_of
from gongkai_desk.domain.official_document import OfficialDocument
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.texts import label
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.record_dialog import RecordDialog
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.files import FilesField

_NUMBER_WIDTH = 6


class DecisionDialog(RecordDialog[Decision]):
    def __init__(
        self,
        submit: Callable[[Decision], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[Decision], Iterable[Problem]],
        decision: Decision,
        documents: Sequence[OfficialDocument] = (),
    ) -> None:
        title = _("Change a decision") if decision.title else _("Add a decision")
        super().__init__(title, submit, prompts, parent, checked=checked)
        self.setObjectName("decision-dialog")
        self._given = given = decision
        self.subject = self.text(
            "title", pgettext("decision", "Decision"), given.title, lines=2, mandatory=True
        )
        self.year = self.number(
            "year", _("List of the year"), given.year, least=FIRST_YEAR, most=LAST_YEAR,
            mandatory=True,
        )  # fmt: skip
        self.position = self.number("position", _("No. in the list"), given.position, least=1)
        for field in (self.year, self.position):
            field.setMaximumWidth(self.fontMetrics().horizontalAdvance("字") * _NUMBER_WIDTH)
            field.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.unit = self.line("unit", _("Unit in charge"), given.unit)
        self.basis = self.text("basis", _("Basis"), given.basis, lines=2)
        self.listed_on = self.date("listed_on", _("List published"), given.listed_on)
        hint = _("From it follows until when opinions must be asked for.")
        self.planned_on = self.date("planned_on", _("Planned for"), given.planned_on, hint=hint)
        hint = _("From it run the working days for telling what became of the opinions.")
        self.decided_on = self.date("decided_on", _("Decided on"), given.decided_on, hint=hint)
        self.document: ChoiceField[OfficialDocument] | None = None
        if documents:
            chosen = next((one for one in documents if one.id == given.document_id), None)
            self.document = self.choice(
                "document_id", _("Document it led to"), documents, lambda one: one.title, chosen,
                empty=_("(none yet)"),
            )  # fmt: skip
        self.url = self.line("url", _("Address of its page"), given.url)
        self.note = self.text("note", _("Remarks"), given.note)
        self.ready()
        self.subject.setFocus()

    @override
    def draft(self) -> Decision:
        document = self.document.value() if self.document is not None else None
        kept = self._given.document_id if self.document is None else ""
        return replace(
            self._given,
            title=self.subject.value(),
            year=self.year.value() or self._given.year,
            position=self.position.value() or self._given.position,
            unit=self.unit.value(),
            basis=self.basis.value(),
            listed_on=self.listed_on.date(),
            planned_on=self.planned_on.date(),
            decided_on=self.decided_on.date(),
            document_id=document.id if document is not None else kept,
            url=self.url.value(),
            note=self.note.value(),
        )


class Way(StrEnum):
    """What is known of a stage."""

    PUBLISHED = "published"
    WAIVED = "waived"
    NOTHING = "nothing"


def _way_name(way: Way) -> str:
    match way:
        case Way.PUBLISHED:
            return pgettext("stage", "Published")
        case Way.WAIVED:
            return pgettext("stage", "Not needed, with a reason")
        case Way.NOTHING:
            return pgettext("stage", "Nothing recorded")


@dataclass(frozen=True, slots=True, kw_only=True)
class StageDraft:
    """What the dialog gives: the entry and the files that go with it."""

    entry: StageEntry
    files: tuple[Path, ...] = ()


class StageDialog(RecordDialog[StageDraft]):
    """One stage at a time; another one chosen above brings what is recorded of it."""

    def __init__(
        self,
        submit: Callable[[StageDraft], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[StageEntry], Iterable[Problem]],
        decision: Decision,
        stage: DecisionStage,
        consultation_days: int,
    ) -> None:
        super().__init__(
            _("What was published of a decision"), submit, prompts, parent, intro=decision.title
        )
        self.setObjectName("stage-dialog")
        self._decision, self._entry_problems = decision, checked
        self.stage = self.choice(
            "stage", pgettext("decision", "Stage"), DecisionStage, label, stage
        )
        self.way = self.choice("way", _("What is recorded"), Way, _way_name)
        self.day = self.date("date", _("Published on"), mandatory=False)
        hint = _("At least {n} days after the day on which it begins.").format(n=consultation_days)
        self.until = self.date("until", _("Opinions taken until"), hint=hint)
        self.url = self.line("url", _("Address of the page"))
        self.files = FilesField(prompts)
        self.form.add("files", _("The page as a file"), self.files)
        self.reason = self.text("reason", _("Reason"), lines=2)
        self.note = self.text("note", _("Remarks"), lines=2)
        self._loaded = StageEntry(stage=stage)
        self._load()
        self.stage.changed.connect(self._switch)
        self.way.changed.connect(self._follow)
        self.ready()
        self.day.setFocus()

    @property
    def _stage(self) -> DecisionStage:
        stage = self.stage.value()
        assert stage is not None
        return stage

    def _switch(self) -> None:
        """Another stage: its entry is shown, unless something was typed, which is kept for it."""
        draft = self.draft()
        if draft.files or replace(draft.entry, stage=self._loaded.stage) != self._loaded:
            self._follow()
            return
        self._load()
        self._dirty = False
        self.review()

    def _load(self) -> None:
        """Show what is recorded of the chosen stage."""
        entry = entry_of(self._decision, self._stage)
        waived = entry is not None and entry.date is None
        self.way.set_value(Way.WAIVED if waived else Way.PUBLISHED)
        known = entry or StageEntry(stage=self._stage)
        self.day.set_date(known.date)
        self.until.set_date(known.until)
        self.url.set_value(known.url)
        self.reason.set_value(known.reason)
        self.note.set_value(known.note)
        self._loaded = self.draft().entry
        self._follow()

    def _follow(self) -> None:
        """Only the fields that matter are shown."""
        published = self.way.value() is Way.PUBLISHED
        asked = published and self._stage is DecisionStage.CONSULTATION
        for name in ("date", "url", "files"):
            self.form.show_field(name, published)
        self.form.show_field("until", asked)
        self.form.show_field("reason", asked or self.way.value() is Way.WAIVED)
        self.form.show_field("note", self.way.value() is not Way.NOTHING)
        if self.isVisible():
            QTimer.singleShot(0, self, self._fit)

    @override
    def check(self, draft: StageDraft) -> Iterator[Problem]:
        entry = draft.entry
        if self.way.value() is Way.PUBLISHED and entry.date is None:
            yield Problem("stage-date-missing", "date")
        elif self.way.value() is Way.WAIVED and not entry.reason:
            yield Problem("stage-reason-missing", "reason")
        else:
            yield from self._entry_problems(entry)

    @override
    def draft(self) -> StageDraft:
        empty = StageEntry(stage=self._stage)
        if self.way.value() is Way.NOTHING:
            return StageDraft(entry=empty)
        entry = replace(empty, note=self.note.value())
        if self.way.value() is Way.WAIVED:
            return StageDraft(entry=replace(entry, reason=self.reason.value()))
        asked = self._stage is DecisionStage.CONSULTATION
        return StageDraft(
            entry=replace(
                entry,
                date=self.day.date(),
                until=self.until.date() if asked else None,
                url=self.url.value(),
                reason=self.reason.value() if asked else "",
            ),
            files=self.files.value(),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DropDraft:
    day: dt.date
    because: str


class DropDialog(RecordDialog[DropDraft]):
    def __init__(
        self,
        submit: Callable[[DropDraft], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        decision: Decision,
        today: dt.date,
    ) -> None:
        super().__init__(
            _("Take a decision off the list"), submit, prompts, parent, intro=decision.title
        )
        self.setObjectName("drop-dialog")
        self.day = self.date("dropped_on", _("Off the list on"), today, mandatory=True)
        hint = _("It stays in the list of its year, marked with this reason.")
        self.because = self.text("dropped_because", _("Reason"), hint=hint, mandatory=True)
        self.ready()
        self.because.setFocus()

    @override
    def check(self, draft: DropDraft) -> Iterator[Problem]:
        if not draft.because:
            yield Problem("stage-reason-missing", "dropped_because")

    @override
    def draft(self) -> DropDraft:
        return DropDraft(day=self.day.date() or dt.date.min, because=self.because.value())
