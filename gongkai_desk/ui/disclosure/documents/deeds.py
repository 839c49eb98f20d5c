"""What can be done with a document: each deed opens its dialog or says what is to be done first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.catalogue import CatalogueItem, CatalogueVersion, LimitKind, Mode
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.document_states import Standing, may_publish
from gongkai_desk.domain.interpretations import ahead
from gongkai_desk.domain.official_document import (
    Attribute,
    DocumentKind,
    Interpretation,
    InterpretationKind,
    InterpretationStage,
    OfficialDocument,
    SecrecyReview,
)
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.document_rows import DocumentRow
from gongkai_desk.texts import label
from gongkai_desk.ui.disclosure.documents.dialog import DocumentDialog, Neighbours
from gongkai_desk.ui.disclosure.documents.interpretation_dialog import InterpretationDialog
from gongkai_desk.ui.disclosure.documents.requests_dialog import RequestsDialog
from gongkai_desk.ui.disclosure.documents.step_dialogs import (
    AbolishDialog,
    PublishDialog,
    ReviewDialog,
    TakeDownDialog,
)
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog

_MOST_ENTRIES = 5


class DocumentDeeds:
    """`done(id)` is told what was newly entered, so that it can be chosen; a step done leaves the
    officer in the list being worked through.
    """

    def __init__(
        self,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        holder: Callable[[], QWidget],
        done: Callable[[str], object],
    ) -> None:
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._holder, self._done = holder, done

    # entering and changing

    def new(self, lineage: str = "") -> None:
        """An empty document, or one of a catalogue item."""
        item = next((each for each in self._items() if each.lineage == lineage), None)
        document = OfficialDocument(
            id=new_id(), title="", kind=DocumentKind.POLICY, lineage=lineage
        )
        if item is not None:
            days = item.limit.days if item.limit.kind is LimitKind.WORKING_DAYS else None
            proactive = Attribute.PROACTIVE if item.mode is Mode.PROACTIVE else None
            document = replace(
                document,
                title=item.title,
                kind=DocumentKind.INFORMATION,
                drafter=item.responsible,
                attribute=proactive,
                limit_days=days,
            )
        self._open(document, new=True)

    def edit(self, document: OfficialDocument) -> None:
        self._open(document, new=False)

    def next_edition(self, document: OfficialDocument) -> None:
        """修订: the edition after this one."""
        self._open(self._desk.official_documents.next_edition(document), new=True)

    def from_requests(self) -> None:
        """Choose among the requests decided to be published, then fill in the document."""
        found = self._desk.official_documents.publishable()
        if not found:
            self._prompts.tell(
                _("No request waits to be published"),
                _(
                    "Requests stand here when it was decided in the register that what was given "
                    "shall be published proactively."
                ),
            )
            return
        dialog = RequestsDialog(found, self._holder())
        dialog.chosen.connect(
            lambda ids: self._open(
                self._desk.official_documents.from_requests(
                    [each for each in found if each.id in ids]
                ),
                new=True,
            )
        )
        open_dialog(dialog)

    def _open(self, document: OfficialDocument, *, new: bool) -> None:
        service = self._desk.official_documents
        every = service.all(OfficialDocument)
        neighbours = Neighbours(
            documents=sorted(every, key=lambda each: each.title),
            items=self._items(),
            days=service.publication_days(),
        )
        open_dialog(
            DocumentDialog(
                self._submit(service.save, new=new),
                self._prompts,
                self._holder(),
                checked=lambda draft: service.check(draft, today()),
                document=document,
                neighbours=neighbours,
                new=new,
            )
        )

    def _items(self) -> list[CatalogueItem]:
        """The items of the catalogue in force, else of its newest version."""
        versions = self._desk.official_documents.all(CatalogueVersion)
        if not versions:
            return []
        newest = max(versions, key=lambda one: (one.in_force_on is not None, one.number))
        items = self._desk.official_documents.all(CatalogueItem, version_id=newest.id)
        return sorted(items, key=lambda item: item.position)

    def _submit(
        self, write: Callable[..., Changes], *, new: bool = False
    ) -> Callable[[OfficialDocument], Sequence[Problem]]:
        def submit(draft: OfficialDocument) -> Sequence[Problem]:
            problems = self._operations.attempt(lambda: write(draft, today()))
            if not problems:
                self._operations.say(_("Recorded: {title}").format(title=draft.title))
                if new:
                    self._done(draft.id)
            return problems

        return submit

    # its steps

    def review(self, document: OfficialDocument) -> None:
        """Record a 保密审查."""
        service = self._desk.official_documents

        def submit(review: SecrecyReview) -> Sequence[Problem]:
            fresh = service.get(OfficialDocument, document.id)
            return self._operations.attempt(lambda: service.review(fresh, review, today()))

        open_dialog(
            ReviewDialog(
                submit,
                self._prompts,
                self._holder(),
                checked=lambda review: service.check_review(review, today()),
                document=document,
            )
        )

    def publish(self, row: DocumentRow) -> None:
        """Record where it was published; before its review the officer is told to review first."""
        document, service = row.document, self._desk.official_documents
        unsettled = row.standing in (Standing.KEPT, Standing.NO_ATTRIBUTE)
        if unsettled or not may_publish(document, today()):
            self._refuse_publication(row)
            return
        open_dialog(
            PublishDialog(
                self._submit(service.publish),
                self._prompts,
                self._holder(),
                checked=lambda draft: _at_places(service.check(draft, today())),
                document=document,
                channels=self._channels(),
            )
        )

    def _refuse_publication(self, row: DocumentRow) -> None:
        title = _("It cannot be published yet")
        if row.standing in (Standing.NO_ATTRIBUTE, Standing.KEPT):
            text = _(
                "Its attribute is not “{proactive}”. Open “Change…” and choose it, if it shall be "
                "published."
            )
            proactive = label(Attribute.PROACTIVE)
            self._prompts.tell(title, text.format(proactive=proactive), Tone.WARN)
        elif row.document.reviews:
            text = _(
                "The last review says that it may not be published. A new review has to come first."
            )
            self._prompts.tell(title, text, Tone.WARN)
        elif self._prompts.ask(
            title,
            _(
                "Review first, publish then: “{title}” has not been reviewed. Record its secrecy "
                "review now?"
            ).format(title=row.document.title),
            yes=_("Record a review"),
        ):
            self.review(row.document)

    def _channels(self) -> list[str]:
        """The places used so far, the usual one first."""
        every = self._desk.official_documents.all(OfficialDocument)
        used = Counter(place.channel for each in every for place in each.published)
        return [name for name, _times in used.most_common()] or [_("Government website")]

    def take_down(self, row: DocumentRow) -> None:
        """Record that it left the public."""
        service, document = self._desk.official_documents, row.document
        over = document.keep_until is not None and document.keep_until < today()
        open_dialog(
            TakeDownDialog(
                self._submit(service.take_down),
                self._prompts,
                self._holder(),
                checked=lambda draft: service.check(draft, today()),
                document=document,
                why=_("Its time in public is over.") if over else "",
            )
        )

    def abolish(self, document: OfficialDocument) -> None:
        """Record that it was abolished."""
        service = self._desk.official_documents
        open_dialog(
            AbolishDialog(
                self._submit(service.abolish),
                self._prompts,
                self._holder(),
                checked=lambda draft: service.check(draft, today()),
                document=document,
            )
        )

    def take_back(self, document: OfficialDocument) -> None:
        """Take out a step that was entered by mistake: a review, a publication, their end."""
        drafts = {}
        for number, review in enumerate(document.reviews):
            rest = document.reviews[:number] + document.reviews[number + 1 :]
            name = _("Review of {date}").format(date=iso(review.date))
            drafts[f"{name}（{label(review.opinion)}）"] = replace(document, reviews=rest)
        for number, place in enumerate(document.published):
            left = document.published[:number] + document.published[number + 1 :]
            name = _("Publication of {date}").format(date=iso(place.date))
            drafts[f"{name}（{place.channel}）"] = replace(document, published=left)
        if document.taken_down_on is not None:
            name = _("Taken down on {date}").format(date=iso(document.taken_down_on))
            drafts[name] = replace(document, taken_down_on=None, taken_down_because="")
        if document.abolished_on is not None:
            name = _("Abolished from {date}").format(date=iso(document.abolished_on))
            drafts[name] = replace(document, abolished_on=None, abolished_by="")
        names = list(drafts)[-_MOST_ENTRIES:]
        chosen = self._prompts.choose(
            _("Take back an entry"), _("Which entry was made by mistake?"), names
        )
        if chosen is not None:
            self._take_back(drafts[names[chosen]])

    def _take_back(self, draft: OfficialDocument) -> None:
        """Keep the document without the entry; say when its interpretation is now out alone."""
        service = self._desk.official_documents
        told = service.all(Interpretation, document_id=draft.id)
        words = _("Its interpretation is recorded as published still. Check that, too.")
        alone = any(ahead(each, draft) for each in told)
        self._operations.perform(lambda: service.save(draft, today()), said=words if alone else "")

    # interpretations

    def interpret(self, row: DocumentRow) -> None:
        """Add an interpretation; a second one when the document has been interpreted."""
        again = bool(row.document.published) and not row.lacks_interpretation
        second = again and bool(row.interpretations)
        self.open_interpretation(
            Interpretation(
                id=new_id(),
                document_id=row.id,
                title="",
                kind=InterpretationKind.CHART,
                stage=InterpretationStage.SECOND if second else InterpretationStage.RELEASE,
            ),
            new=True,
        )

    def open_interpretation(self, interpretation: Interpretation, *, new: bool) -> None:
        """Enter or change one."""
        service = self._desk.official_documents
        documents = sorted(service.all(OfficialDocument), key=lambda each: each.title)

        def submit(draft: Interpretation) -> Sequence[Problem]:
            problems = self._operations.attempt(lambda: service.save(draft, today()))
            if not problems:
                self._done(draft.id)
            return problems

        open_dialog(
            InterpretationDialog(
                submit,
                self._prompts,
                self._holder(),
                checked=lambda draft: service.check(draft, today()),
                given=interpretation,
                documents=documents,
                new=new,
            )
        )


def _at_places(problems: Sequence[Problem]) -> list[Problem]:
    """A missing name of the place belongs to its field."""
    return [
        replace(each, field="channel") if each.code == "publication-place-missing" else each
        for each in problems
    ]
