"""The dialog for one document: what it is, its attribute, its times, its place among others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from gongkai_desk.domain.catalogue import CatalogueItem
from gongkai_desk.domain.official_document import Attribute, DocumentKind, OfficialDocument
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.official_documents import grounds
from gongkai_desk.texts import label
from gongkai_desk.ui.disclosure.documents.look import name_of
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.record_dialog import RecordDialog

_INTERPRETED = (DocumentKind.RULE, DocumentKind.NORMATIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """What a document may refer to: other documents and the items of the catalogue in force."""

    documents: Sequence[OfficialDocument] = ()
    items: Sequence[CatalogueItem] = ()
    days: int = 20


class DocumentDialog(RecordDialog[OfficialDocument]):
    WIDE: ClassVar[int] = 46

    def __init__(
        self,
        submit: Callable[[OfficialDocument], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[OfficialDocument], Iterable[Problem]],
        document: OfficialDocument,
        neighbours: Neighbours,
        new: bool,
    ) -> None:
        title = _("Enter a document or information") if new else _("Change a document")
        super().__init__(title, submit, prompts, parent, checked=checked)
        self.setObjectName("document-dialog")
        self._given, self._neighbours, self._new = document, neighbours, new
        self._build_document()
        self._build_attribute()
        self._build_times()
        self._build_place()
        self._follow()
        self.form.changed.connect(self._follow)
        self.ready()
        self.title.setFocus()

    def _build_document(self) -> None:
        given = self._given
        self.form.add_heading(pgettext("document", "The document"))
        self.title = self.line("title", _("Title"), given.title, mandatory=True)
        self.kind = self.choice(
            "kind",
            _("Kind"),
            DocumentKind,
            label,
            given.kind,
            hint=_("Rules and normative documents are counted in table 2 of the annual report."),
        )
        hint = _("e.g. {example}").format(example="示文旅发〔2026〕12号")
        number = pgettext("document", "Number")
        self.document_number = self.line("number", number, given.number, hint=hint)
        self.registration = self.line(
            "registration", _("Registration number"), given.registration, hint=_("Unified number")
        )
        self.drafter = self.line(
            "drafter", _("Drafted by"), given.drafter, hint=_("The section that drafts it")
        )
        self.formed_on = self.date(
            "formed_on",
            _("Formed on"),
            given.formed_on,
            hint=_("The date of the document; empty while it is being drafted."),
        )

    def _build_attribute(self) -> None:
        given = self._given
        self.form.add_heading(_("Attribute of disclosure"))
        self.attribute = self.choice(
            "attribute",
            _("Attribute"),
            Attribute,
            label,
            given.attribute,
            empty=_("Not fixed yet"),
            hint=_(
                "Fixed when drafting. What is not published proactively needs its reason; a "
                "forwarding document follows its original."
            ),
        )
        self.ground_of = self.choice(
            "ground_of",
            pgettext("document", "Ground"),
            grounds(),
            lambda one: f"{one['article']}  {one['label']}",
            empty=_("Choose the ground of the Regulation"),
        )
        _narrow(self.ground_of)
        self.ground = self.text("ground", _("Ground or reason"), given.ground, lines=2)
        self.ground_of.changed.connect(self._take_ground)

    def _build_times(self) -> None:
        given = self._given
        self.form.add_heading(_("Time limit and validity"))
        self.limit_days = self.number(
            "limit_days",
            _("Working days for publishing"),
            given.limit_days,
            hint=_("Empty: {days} from the day it was formed.").format(days=self._neighbours.days),
        )
        self.keep_until = self.date(
            "keep_until",
            _("Public until"),
            given.keep_until,
            hint=_("The last day it may stand in public; empty: for good."),
        )
        self.in_force_on = self.date(
            "in_force_on",
            _("In force from"),
            given.in_force_on,
            hint=_("Empty: from the day it was formed."),
        )
        self.valid_until = self.date(
            "valid_until",
            _("Valid until"),
            given.valid_until,
            hint=_("The last day it is valid; empty: no end is set."),
        )
        self.needs_interpretation = self.tick(
            "needs_interpretation",
            _("Interpretation"),
            _("is to be published together with it"),
            on=given.needs_interpretation,
        )
        self._touched = not self._new
        self.needs_interpretation.pressed.connect(self._touch)  # before it is toggled

    def _build_place(self) -> None:
        given, every = self._given, self._neighbours
        others = [each for each in every.documents if each.id != given.id]
        self.form.add_heading(_("Its place among others"))
        none = _("None")
        self.replaces = self.choice(
            "replaces_id",
            _("Replaces"),
            others,
            name_of,
            _of(others, given.replaces_id),
            empty=none,
        )
        self.original = self.choice(
            "original_id",
            _("Forwards"),
            others,
            name_of,
            _of(others, given.original_id),
            empty=none,
        )
        item = next((each for each in every.items if each.lineage == given.lineage), None)
        self.item = self.choice(
            "lineage",
            _("Item of the catalogue"),
            every.items,
            lambda one: " / ".join(one.path),
            item if given.lineage else None,
            empty=none,
        )
        for field in (self.replaces, self.original, self.item):
            _narrow(field)
        self.form.show_field("lineage", bool(every.items))
        self.original.changed.connect(self._take_attribute)
        self.note = self.text("note", _("Remarks"), given.note, lines=2)

    def _touch(self) -> None:
        self._touched = True

    def _take_ground(self) -> None:
        chosen = self.ground_of.value()
        if chosen is not None:
            self.ground.set_value(f"{chosen['article']}：{chosen['label']}")

    def _take_attribute(self) -> None:
        """转发: the attribute follows the original."""
        original = self.original.value()
        if original is not None and original.attribute is not None:
            self.attribute.set_value(original.attribute)
            self.ground.set_value(self.ground.value() or original.ground)

    def _follow(self) -> None:
        """Fields that the attribute asks for; a new rule is to be interpreted unless said else."""
        attribute = self.attribute.value()
        self.form.show_field("ground_of", attribute is Attribute.WITHHELD)
        kept = attribute in (Attribute.WITHHELD, Attribute.ON_REQUEST)
        self.form.show_field("ground", kept or bool(self.ground.value()))
        self.form.show_field("registration", self.kind.value() is DocumentKind.NORMATIVE)
        wanted = self.kind.value() in _INTERPRETED and attribute is Attribute.PROACTIVE
        if not self._touched and self.needs_interpretation.isChecked() != wanted:
            self.needs_interpretation.setChecked(wanted)

    @override
    def draft(self) -> OfficialDocument:
        replaces, original = self.replaces.value(), self.original.value()
        item = self.item.value()
        return replace(
            self._given,
            title=self.title.value(),
            kind=self.kind.value() or DocumentKind.INFORMATION,
            number=self.document_number.value(),
            registration=self.registration.value(),
            drafter=self.drafter.value(),
            formed_on=self.formed_on.date(),
            attribute=self.attribute.value(),
            ground=self.ground.value(),
            limit_days=self.limit_days.value(),
            keep_until=self.keep_until.date(),
            in_force_on=self.in_force_on.date(),
            valid_until=self.valid_until.date(),
            needs_interpretation=self.needs_interpretation.isChecked(),
            replaces_id=replaces.id if replaces is not None else "",
            original_id=original.id if original is not None else "",
            lineage=item.lineage if item is not None else self._lineage(),
            note=self.note.value(),
        )

    def _lineage(self) -> str:
        """An item that is in no version any more stays named, as long as no other is chosen."""
        known = any(each.lineage == self._given.lineage for each in self._neighbours.items)
        return "" if known else self._given.lineage


def _of(documents: Iterable[OfficialDocument], document_id: str) -> OfficialDocument | None:
    return next((each for each in documents if each.id == document_id), None)


def _narrow(field: QComboBox) -> None:
    """Long titles do not make the dialog wide."""
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(20)
