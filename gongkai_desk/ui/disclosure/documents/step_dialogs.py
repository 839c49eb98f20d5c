"""The dialogs of a document's steps: review it, publish it, take it down, abolish it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from gongkai_desk.domain.official_document import (
    OfficialDocument,
    PublishedAt,
    ReviewOpinion,
    SecrecyReview,
)
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.official_documents import concerns
from gongkai_desk.texts import label
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.record_dialog import RecordDialog
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.drop_down import DropDown
from gongkai_desk.ui.widgets.flow import FlowLayout

Submit = Callable[[OfficialDocument], Sequence[Problem]]
Checked = Callable[[OfficialDocument], Iterable[Problem]]


class TickField(QWidget):
    """Words to tick; `value()` are those ticked, in their order."""

    changed = Signal()

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        layout = FlowLayout(self, spacing=12)
        self.boxes = [QCheckBox(word, self) for word in words]
        for box in self.boxes:
            box.toggled.connect(lambda _on: self.changed.emit())
            layout.addWidget(box)

    def value(self) -> tuple[str, ...]:
        return tuple(box.text() for box in self.boxes if box.isChecked())


class ReviewDialog(RecordDialog[SecrecyReview]):
    """One 保密审查 of one document."""

    WIDE: ClassVar[int] = 44

    def __init__(
        self,
        submit: Callable[[SecrecyReview], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[SecrecyReview], Iterable[Problem]],
        document: OfficialDocument,
    ) -> None:
        intro = _(
            "“{title}”: reviewed before it is published, each document for itself. Nothing secret "
            "may be entered into this program."
        )
        super().__init__(
            _("Record a secrecy review"),
            submit,
            prompts,
            parent,
            checked=checked,
            intro=intro.format(title=document.title),
        )
        self.setObjectName("review-dialog")
        self._build()
        self.ready()
        self.by.setFocus()

    def _build(self) -> None:
        self.day = self.date("date", _("Reviewed on"), today(), mandatory=True)
        self.by = self.line(
            "by",
            _("Reviewed by"),
            hint=_("Name or office in charge of secrecy reviews"),
            mandatory=True,
        )
        self.concerns = TickField([str(each["label"]) for each in concerns()])
        self.form.add(
            "concerns",
            _("Found in it"),
            self.concerns,
            hint=_("Tick only what it really contains; nothing ticked: none of them."),
        )
        self.opinion = self.choice(
            "opinion",
            pgettext("review", "Opinion"),
            ReviewOpinion,
            label,
            empty=_("please choose"),
            mandatory=True,
        )
        self.basis = self.line(
            "basis", _("Basis"), hint=_("Article and reason; needed unless all may be published")
        )
        self.signed_by = self.line(
            "signed_by", pgettext("review", "Signed by"), hint=_("Leader in charge")
        )
        self.words = self.text("text", _("Wording of the opinion"), lines=2)

    @override
    def draft(self) -> SecrecyReview:
        return SecrecyReview(
            date=self.day.date() or today(),
            by=self.by.value(),
            opinion=self.opinion.value() or ReviewOpinion.MAY_NOT,
            concerns=self.concerns.value(),
            basis=self.basis.value(),
            signed_by=self.signed_by.value(),
            text=self.words.value(),
        )

    @override
    def check(self, draft: SecrecyReview) -> Iterable[Problem]:
        if self.opinion.value() is None:
            return [Problem("field-missing", "opinion")]
        return super().check(draft)


class PublishDialog(RecordDialog[OfficialDocument]):
    """Where and when a document was published; `channels` are the places used before."""

    def __init__(
        self,
        submit: Submit,
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Checked,
        document: OfficialDocument,
        channels: Sequence[str],
    ) -> None:
        super().__init__(
            _("Record a publication"),
            submit,
            prompts,
            parent,
            checked=checked,
            intro=_("“{title}”").format(title=document.title),
        )
        self.setObjectName("publish-dialog")
        self._given = document
        self.channel = DropDown()
        self.channel.setEditable(True)
        self.channel.addItems(list(channels))
        self.channel.setCurrentText(channels[0] if channels else "")
        self.channel.setInsertPolicy(DropDown.InsertPolicy.NoInsert)
        self.form.add("channel", _("Published at"), _Editable(self.channel), mandatory=True)
        self.day = self.date("published", _("Published on"), today(), mandatory=True)
        self.url = self.line("url", _("Web address"), hint="http://")
        self.keep_until = self.date(
            "keep_until",
            _("Public until"),
            document.keep_until,
            hint=_("The last day it may stand in public; empty: for good."),
        )
        self.ready()
        self.channel.setFocus()

    @override
    def draft(self) -> OfficialDocument:
        place = PublishedAt(
            channel=self.channel.currentText().strip(),
            date=self.day.date() or today(),
            url=self.url.value(),
        )
        published = (*self._given.published, place)
        return replace(self._given, published=published, keep_until=self.keep_until.date())


class _Editable(QWidget):
    """A list one may also type into, as a field of a form."""

    changed = Signal()

    def __init__(self, box: DropDown) -> None:
        super().__init__()
        layout = FlowLayout(self)
        box.setParent(self)
        box.setMinimumWidth(box.fontMetrics().horizontalAdvance("字") * 20)
        layout.addWidget(box)
        self.setFocusProxy(box)
        box.editTextChanged.connect(lambda _text: self.changed.emit())


class TakeDownDialog(RecordDialog[OfficialDocument]):
    """When a document left the public, and why."""

    def __init__(
        self,
        submit: Submit,
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Checked,
        document: OfficialDocument,
        why: str,
    ) -> None:
        super().__init__(
            _("Take down"),
            submit,
            prompts,
            parent,
            checked=checked,
            intro=_("“{title}”").format(title=document.title),
        )
        self.setObjectName("take-down-dialog")
        self._given = document
        self.day = self.date("taken_down_on", _("Taken down on"), today(), mandatory=True)
        self.why = self.text(
            "taken_down_because",
            pgettext("take down", "Why"),
            document.taken_down_because or why,
            lines=2,
            mandatory=True,
        )
        self.ready()

    @override
    def draft(self) -> OfficialDocument:
        return replace(
            self._given, taken_down_on=self.day.date(), taken_down_because=self.why.value()
        )


class AbolishDialog(RecordDialog[OfficialDocument]):
    """From when on a document is abolished, and by what."""

    def __init__(
        self,
        submit: Submit,
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Checked,
        document: OfficialDocument,
    ) -> None:
        super().__init__(
            _("Abolish"),
            submit,
            prompts,
            parent,
            checked=checked,
            intro=_("“{title}”").format(title=document.title),
        )
        self.setObjectName("abolish-dialog")
        self._given = document
        self.day = self.date(
            "abolished_on",
            _("Abolished from"),
            document.abolished_on or today(),
            hint=_("The first day it is no longer in force."),
            mandatory=True,
        )
        self.by = self.line(
            "abolished_by",
            _("Abolished by"),
            document.abolished_by,
            hint=_("Title and number of the decision"),
        )
        self.ready()

    @override
    def draft(self) -> OfficialDocument:
        return replace(self._given, abolished_on=self.day.date(), abolished_by=self.by.value())
