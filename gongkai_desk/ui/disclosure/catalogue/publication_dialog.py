"""What was formed, reviewed and published under an item of the catalogue, in that order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.catalogue import CatalogueItem, LimitKind
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.official_document import (
    Attribute,
    DocumentKind,
    OfficialDocument,
    PublishedAt,
    ReviewOpinion,
    SecrecyReview,
)
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.record_dialog import RecordDialog


class PublicationDialog(RecordDialog[OfficialDocument]):
    """The publication may stay empty: then the limit runs from the day it was formed."""

    def __init__(
        self,
        submit: Callable[[OfficialDocument], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[OfficialDocument], Iterable[Problem]],
        item: CatalogueItem,
        today: dt.date,
    ) -> None:
        intro = _("Under the item “{item}”").format(item=" / ".join(item.path))
        super().__init__(
            _("Record a publication"),
            submit,
            prompts,
            parent,
            checked=checked,
            intro=intro,
        )
        self.setObjectName("catalogue-publication-dialog")
        self._item, self._id = item, new_id()
        self._add_fields(item, today)
        self._show_basis()
        self.opinion.changed.connect(self._show_basis)
        self.ready()
        self.title_field.setFocus()
        self.title_field.selectAll()

    def _add_fields(self, item: CatalogueItem, today: dt.date) -> None:
        self.title_field = self.line(
            "title", pgettext("publication", "What was published"), item.title, mandatory=True
        )
        self.formed_on = self.date("formed_on", _("Formed or changed on"), today, mandatory=True)
        self.reviewed_on = self.date("reviewed_on", _("Secrecy review on"), today)
        self.reviewed_by = self.line(
            "reviewed_by", pgettext("review", "Reviewed by"), mandatory=True
        )
        self.opinion = self.choice(
            "opinion",
            pgettext("review", "Opinion"),
            tuple(ReviewOpinion),
            _opinion_name,
            ReviewOpinion.MAY_PUBLISH,
        )
        self.basis = self.text(
            "basis",
            _("Article and reason"),
            hint=_("Why it is published in part only, or not at all."),
            lines=2,
        )
        self.published_on = self.date(
            "published_on",
            _("Published on"),
            today,
            hint=_("Empty: not yet published; its time limit is watched."),
        )
        self.channel = self.line(
            "channel", pgettext("publication", "Channel"), item.channels[0] if item.channels else ""
        )
        self.url = self.line("url", _("Address of the page"))

    def _show_basis(self) -> None:
        """Reasons are asked for what is not published as it is; what may not be published has no
        day of publication.
        """
        opinion = self.opinion.value()
        self.form.show_field("basis", opinion is not ReviewOpinion.MAY_PUBLISH)
        for name in ("published_on", "channel", "url"):
            self.form.show_field(name, opinion is not ReviewOpinion.MAY_NOT)
        self.review()  # what is wrong stands at the fields that are shown now

    @override
    def draft(self) -> OfficialDocument:
        reviews, published = self._reviews(), self.published_on.date()
        place = PublishedAt(
            channel=self.channel.value(), date=published or dt.date.min, url=self.url.value()
        )
        forbidden = self.opinion.value() is ReviewOpinion.MAY_NOT
        limit = self._item.limit
        return OfficialDocument(
            id=self._id,
            title=self.title_field.value(),
            kind=DocumentKind.INFORMATION,
            drafter=self._item.responsible,
            formed_on=self.formed_on.date(),
            attribute=Attribute.WITHHELD if forbidden else Attribute.PROACTIVE,
            ground=self.basis.value() if forbidden else "",
            reviews=reviews,
            published=() if published is None or forbidden else (place,),
            limit_days=limit.days if limit.kind is LimitKind.WORKING_DAYS else None,
            lineage=self._item.lineage,
        )

    def _reviews(self) -> tuple[SecrecyReview, ...]:
        """The review; none while it has no day."""
        day = self.reviewed_on.date()
        if day is None:
            return ()
        opinion = self.opinion.value() or ReviewOpinion.MAY_PUBLISH
        review = SecrecyReview(
            date=day,
            by=self.reviewed_by.value(),
            opinion=opinion,
            basis="" if opinion is ReviewOpinion.MAY_PUBLISH else self.basis.value(),
        )
        return (review,)


def _opinion_name(opinion: ReviewOpinion) -> str:
    match opinion:
        case ReviewOpinion.MAY_PUBLISH:
            return pgettext("review", "May be published")
        case ReviewOpinion.IN_PART:
            return pgettext("review", "May be published in part")
        case _:
            return pgettext("review", "May not be published")
