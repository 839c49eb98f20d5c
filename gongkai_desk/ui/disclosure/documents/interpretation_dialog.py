"""The dialog for one interpretation of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from gongkai_desk.domain.official_document import (
    Interpretation,
    InterpretationKind,
    InterpretationStage,
    OfficialDocument,
)
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.texts import label
from gongkai_desk.ui.disclosure.documents.look import name_of
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.record_dialog import RecordDialog


class InterpretationDialog(RecordDialog[Interpretation]):
    WIDE: ClassVar[int] = 44

    def __init__(
        self,
        submit: Callable[[Interpretation], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[Interpretation], Iterable[Problem]],
        given: Interpretation,
        documents: Sequence[OfficialDocument],
        new: bool,
    ) -> None:
        title = _("Add an interpretation") if new else _("Change an interpretation")
        intro = _(
            "Drafted, signed and published together with its document: enter the three days, and "
            "the program tells whether they kept step."
        )
        super().__init__(title, submit, prompts, parent, checked=checked, intro=intro)
        self.setObjectName("interpretation-dialog")
        self._id = given.id
        self._build_what(given, documents)
        self._build_days(given)
        self.ready()
        self.title.setFocus()

    def _build_what(self, given: Interpretation, documents: Sequence[OfficialDocument]) -> None:
        chosen = next((each for each in documents if each.id == given.document_id), None)
        self.document = self.choice(
            "document_id",
            pgettext("interpretation", "Document"),
            documents,
            name_of,
            chosen,
            empty=_("Please choose"),
            mandatory=True,
        )
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.document.setSizeAdjustPolicy(policy)
        self.document.setMinimumContentsLength(24)
        self.title = self.line("title", _("Title"), given.title, mandatory=True)
        self.kind = self.choice(
            "kind", _("Form of interpretation"), InterpretationKind, label, given.kind
        )
        self.stage = self.choice(
            "stage",
            pgettext("interpretation", "Stage"),
            InterpretationStage,
            label,
            given.stage,
            hint=_("A second interpretation follows later, when questions came up in practice."),
        )
        self.by = self.line("by", _("Made by"), given.by)

    def _build_days(self, given: Interpretation) -> None:
        self.drafted_on = self.date("drafted_on", _("Drafted on"), given.drafted_on)
        self.signed_on = self.date(
            "signed_on", pgettext("interpretation", "Signed on"), given.signed_on
        )
        self.published_on = self.date("published_on", _("Published on"), given.published_on)
        self.url = self.line("url", _("Web address"), given.url, hint="http://")
        self.linked = self.tick(
            "linked",
            _("Links"),
            _("document and interpretation lead to each other"),
            on=given.linked,
        )
        self.note = self.text("note", _("Remarks"), given.note, lines=2)

    @override
    def draft(self) -> Interpretation:
        document = self.document.value()
        return Interpretation(
            id=self._id,
            document_id=document.id if document is not None else "",
            title=self.title.value(),
            kind=self.kind.value() or InterpretationKind.TEXT,
            stage=self.stage.value() or InterpretationStage.RELEASE,
            by=self.by.value(),
            drafted_on=self.drafted_on.date(),
            signed_on=self.signed_on.date(),
            published_on=self.published_on.date(),
            url=self.url.value(),
            linked=self.linked.isChecked(),
            note=self.note.value(),
        )
