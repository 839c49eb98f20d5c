"""解读: the documents that lack one on top, then all of them, and the share of video."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from typing_extensions import override

from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.interpretations import InStep, Together
from gongkai_desk.domain.official_document import (
    Interpretation,
    InterpretationKind,
    InterpretationStage,
    OfficialDocument,
)
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.document_rows import InterpretationRow
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.texts import label
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.disclosure.documents.deeds import DocumentDeeds
from gongkai_desk.ui.disclosure.documents.look import name_of
from gongkai_desk.ui.disclosure.documents.share_bar import ShareBar
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.view import State, iso
from gongkai_desk.ui.sections.facts import Fact
from gongkai_desk.ui.sections.record_section import RecordSection, View
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today

_TONES = {
    Together.YES: Tone.GOOD,
    Together.LATE: Tone.WARN,
    Together.VERY_LATE: Tone.BAD,
    Together.OPEN: Tone.NEUTRAL,
}
_NEW = "new"


class InterpretationSection(RecordSection[InterpretationRow]):
    """The view ``new:<document id>`` opens a new interpretation of that document."""

    NAME: ClassVar[str] = "interpretations"
    KINDS: ClassVar[tuple[type, ...]] = (OfficialDocument, Interpretation)
    RECORD_COMMANDS: ClassVar[tuple[str, ...]] = ("edit-interpretation", "open-its-document")

    def __init__(
        self, *, desk: Desk, bus: ChangeBus, operations: Operations, prompts: Prompts
    ) -> None:
        super().__init__(desk=desk, bus=bus, operations=operations, prompts=prompts)
        self.deeds = DocumentDeeds(
            desk=desk,
            operations=operations,
            prompts=prompts,
            holder=lambda: self.holder,
            done=lambda record_id: self.table.select([record_id]),
        )
        self.share = ShareBar(self)
        layout = self.layout()
        assert layout is not None
        layout.insertWidget(0, self.share)  # type: ignore[attr-defined]
        self.table.activated_record.connect(self._open)

    @property
    @override
    def keeper(self) -> RecordKeeper:
        return self.desk.official_documents

    @override
    def read(self) -> Sequence[InterpretationRow]:
        return self.desk.official_documents.interpretations(today())

    @override
    def nothing_yet(self) -> tuple[str, str]:
        words = _(
            "No interpretation is recorded yet. Published documents that need one appear here by "
            "themselves; enter the documents first."
        )
        return words, "add-interpretation"

    @override
    def refresh(self, changes: Changes | None) -> None:
        super().refresh(changes)
        service = self.desk.official_documents
        self.share.show_share(service.share(today().year), service.share_goal())

    @override
    def columns(self) -> Sequence[Column[InterpretationRow]]:
        return (
            Column(
                name="document",
                title=pgettext("interpretation", "Document"),
                text=lambda row: row.document.title,
                stretch=True,
            ),
            Column(name="title", title=_("Interpretation"), text=_title, width=18),
            Column(
                name="kind",
                title=pgettext("interpretation", "Form"),
                text=lambda row: label(row.interpretation.kind) if row.interpretation else "",
                width=9,
            ),
            Column(
                name="published",
                title=_("Published on"),
                text=lambda row: iso(row.interpretation.published_on) if row.interpretation else "",
                sort_key=lambda row: row.interpretation and row.interpretation.published_on,
                width=7,
            ),
            Column(
                name="step",
                title=_("In step"),
                text=lambda row: _state(row)[2],
                tone=lambda row: _state(row)[0],
                icon=lambda row: _state(row)[1],
                chip=True,
                width=11,
            ),
        )

    @override
    def views(self) -> Sequence[View[InterpretationRow]]:
        return (
            View(name="all", label=_("All"), test=lambda _row: True),
            View(
                name="missing",
                label=pgettext("interpretations", "Missing"),
                test=lambda row: row.interpretation is None,
            ),
            View(name="ahead", label=_("Before their document"), test=lambda row: row.ahead),
            View(name="out-of-step", label=_("Out of step"), test=_out_of_step),
            View(
                name="second",
                label=pgettext("interpretations", "Second"),
                test=lambda row: _stage(row) is InterpretationStage.SECOND,
            ),
        )

    @override
    def heading(self, row: InterpretationRow) -> str:
        return row.document.title if row.interpretation is None else row.interpretation.title

    @override
    def facts(self, row: InterpretationRow) -> Sequence[Fact]:
        one = row.interpretation
        if one is None:
            words = _("Published without an interpretation. Have one made and record it.")
            return (Fact(_("To do now"), words, Tone.BAD), _published(row))
        mend = _(
            "Its document is not public, or was not by that day. Record the publication of the "
            "document, or correct the day here."
        )
        linked = _("lead to each other") if one.linked else _("not set in both directions")
        return (
            Fact(_("To do now"), mend if row.ahead else "", Tone.BAD),
            Fact(pgettext("interpretation", "Document"), name_of(row.document)),
            _published(row),
            Fact(_("Form of interpretation"), label(one.kind)),
            Fact(pgettext("interpretation", "Stage"), label(one.stage)),
            Fact(_("Made by"), one.by),
            *_steps(one, row.step),
            Fact(_("Web address"), one.url),
            Fact(_("Links"), linked, None if one.linked else Tone.WARN),
            Fact(_("Remarks"), one.note),
        )

    @override
    def go_to(self, target: Target) -> None:
        name, _colon, document_id = target.view.partition(":")
        super().go_to(target)
        if name == _NEW:
            self._new(document_id)

    @override
    def commands(self) -> Commands:
        return (
            Command(
                name="add-interpretation",
                text=_("Add an interpretation…"),
                run=self._add,
                shortcut="Ctrl+N",
                icon="add",
                primary=True,
            ),
            Command(
                name="edit-interpretation",
                text=_("Enter or change…"),
                run=lambda: self._open(self.current),
                icon="edit",
                enabled=self.has_current,
            ),
            Command(
                name="open-its-document",
                text=_("Show the document"),
                run=self._show_document,
                icon="right",
                enabled=self.has_current,
            ),
            self.attach_command(),
            self.remove_command("remove-interpretation", self._remove, self._is_interpretation),
            None,
            self.find_command(),
        )

    def _is_interpretation(self) -> bool:
        return self.current is not None and self.current.interpretation is not None

    def _add(self) -> None:
        """Of the chosen document, when it lacks one."""
        row = self.current
        lacks = row is not None and row.interpretation is None
        self._new(row.document.id if row is not None and lacks else "")

    def _new(self, document_id: str) -> None:
        self.deeds.open_interpretation(
            Interpretation(
                id=new_id(), document_id=document_id, title="", kind=InterpretationKind.CHART
            ),
            new=True,
        )

    def _open(self, row: InterpretationRow | None) -> None:
        if row is None:
            return
        if row.interpretation is None:
            self._new(row.document.id)
        else:
            self.deeds.open_interpretation(row.interpretation, new=False)

    def _remove(self) -> None:
        if self.current is not None and self.current.interpretation is not None:
            self.remove_asked(self.current.interpretation, self.current.interpretation.title)

    def _show_document(self) -> None:
        if self.current is not None:
            self.leave.emit(
                Target(page="disclosure", section="documents", record_id=self.current.document.id)
            )


def _title(row: InterpretationRow) -> str:
    return _("none yet") if row.interpretation is None else row.interpretation.title


def _stage(row: InterpretationRow) -> InterpretationStage | None:
    return row.interpretation.stage if row.interpretation is not None else None


def _out_of_step(row: InterpretationRow) -> bool:
    late = (Together.LATE, Together.VERY_LATE)
    return (
        _stage(row) is InterpretationStage.RELEASE
        and row.step is not None
        and any(each in late for each in (row.step.drafted, row.step.signed, row.step.published))
    )


def _state(row: InterpretationRow) -> State:
    """How it kept step, in a badge."""
    if row.interpretation is None:
        return Tone.BAD, "warning", pgettext("interpretations", "Missing")
    if row.ahead:
        return Tone.BAD, "warning", _("Document not public")
    if row.step is None or row.interpretation.stage is not InterpretationStage.RELEASE:
        return Tone.NEUTRAL, "", label(row.interpretation.stage)
    if row.step.kept:
        return Tone.GOOD, "done", _("All three together")
    if row.step.published is Together.OPEN:
        return Tone.INFO, "clock", _("not published yet")
    if row.step.days and row.step.published is not Together.YES:
        words = ngettext("{n} workday later", "{n} workdays later", row.step.days)
        return _TONES[row.step.published], "warning", words.format(n=row.step.days)
    if Together.LATE in (row.step.drafted, row.step.signed):
        return Tone.WARN, "warning", _("Drafted or signed later")
    return Tone.INFO, "info", _("Days are missing")


def _published(row: InterpretationRow) -> Fact:
    days = "、".join(f"{iso(each.date)} {each.channel}" for each in row.document.published)
    return Fact(_("Document published"), days)


def _steps(one: Interpretation, step: InStep | None) -> Sequence[Fact]:
    """The three days, each told against its document."""
    judged = step is not None and one.stage is InterpretationStage.RELEASE
    days = (
        (_("Drafted on"), one.drafted_on, step.drafted if step else Together.OPEN),
        (
            pgettext("interpretation", "Signed on"),
            one.signed_on,
            step.signed if step else Together.OPEN,
        ),
        (_("Published on"), one.published_on, step.published if step else Together.OPEN),
    )
    facts = []
    for name, day, together in days:
        told = f"{iso(day)}  {label(together)}".strip() if judged else iso(day)
        coloured = judged and together in (Together.LATE, Together.VERY_LATE)
        facts.append(Fact(name, told, _TONES[together] if coloured else None))
    return facts
