"""A self-inspection, or the empty list, as a list to be written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from gongkai_desk import documents
from gongkai_desk.domain.inspection import (
    InspectionItem,
    InspectionTemplate,
    ItemScore,
    SelfInspection,
)
from gongkai_desk.domain.inspection_scoring import Quarter, Trend, compare, plain_number, score
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.services.inspection_words import (
    change_words,
    lost_words,
    points_words,
    quarter_words,
    score_words,
)
from gongkai_desk.texts import label

if TYPE_CHECKING:
    from gongkai_desk.documents.list_pdf import ListDocument


def inspection_document(
    template: InspectionTemplate,
    inspection: SelfInspection | None,
    before: SelfInspection | None,
    office: str,
) -> ListDocument:
    """Every item with what was lost, why, what was lost the quarter before, and the sums."""
    assert inspection is not None
    Column = documents.list_pdf.ListColumn  # noqa: N806  the class, under a short name
    quarter = Quarter(year=inspection.year, number=inspection.quarter)
    trends = compare(template, inspection, before)
    older = before.scores if before is not None else {}
    return documents.list_pdf.ListDocument(
        title=f"{template.title} {quarter_words(quarter)}",
        columns=(
            Column(title=_("No."), weight=0.6, centred=True),
            Column(title=pgettext("inspection", "Group"), weight=1.5),
            Column(title=pgettext("inspection", "What is checked"), weight=5.2),
            Column(title=pgettext("inspection", "Points"), weight=0.9, centred=True),
            Column(title=pgettext("inspection", "Lost"), weight=0.9, centred=True),
            Column(title=pgettext("inspection", "What was found"), weight=3.6),
            Column(
                title=pgettext("inspection", "Lost the quarter before"), weight=0.9, centred=True
            ),
            Column(title=pgettext("inspection", "Compared"), weight=1.0, centred=True),
        ),
        rows=[
            *(
                _row(number, item, inspection.scores, older, trends[item.key])
                for number, item in enumerate(template.items, 1)
            ),
            _sums(template, inspection, before),
        ],
        note=_head(inspection, office),
    )


def blank_document(template: InspectionTemplate) -> ListDocument:
    """The list with empty columns for the result; its headings are those `read_list` knows."""
    Column = documents.list_pdf.ListColumn  # noqa: N806  the class, under a short name
    return documents.list_pdf.ListDocument(
        title=template.title,
        columns=(
            Column(title="序号", weight=0.6, centred=True),
            Column(title="指标", weight=1.6),
            Column(title="检查内容", weight=5.2),
            Column(title="分值", weight=1.0, centred=True),
            Column(title="依据", weight=2.6),
            Column(title="扣分", weight=0.8, centred=True),
            Column(title="情况", weight=2.2),
        ),
        rows=[
            (str(number), item.group, item.text, points_words(item), item.basis, "", "")
            for number, item in enumerate(template.items, 1)
        ],
        note=template.note,
    )


def _row(
    number: int,
    item: InspectionItem,
    scores: Mapping[str, ItemScore],
    older: Mapping[str, ItemScore],
    found: Trend,
) -> Sequence[str]:
    now, before = _of(scores, item), _of(older, item)
    return (
        str(number),
        item.group,
        item.text,
        points_words(item),
        lost_words(item, now.lost),
        now.note,
        lost_words(item, before.lost),
        "" if found is Trend.UNKNOWN else label(found),
    )


def _of(scores: Mapping[str, ItemScore], item: InspectionItem) -> ItemScore:
    return scores.get(item.key) or ItemScore()


def _sums(
    template: InspectionTemplate, inspection: SelfInspection, before: SelfInspection | None
) -> Sequence[str]:
    now = score(template, inspection)
    older = score(template, before) if before is not None else None
    return (
        "",
        pgettext("inspection", "Score"),
        score_words(now),
        plain_number(now.full),
        plain_number(now.lost),
        inspection.note,
        plain_number(older.lost) if older is not None else "",
        change_words(now, older) if older is not None and now.complete else "",
    )


def _head(inspection: SelfInspection, office: str) -> str:
    parts = [office]
    if inspection.by:
        parts.append(_("checked by {name}").format(name=inspection.by))
    if inspection.finished_on is not None:
        parts.append(_("finished on {date}").format(date=date_text(inspection.finished_on)))
    else:
        parts.append(_("not finished"))
    return pgettext("facts", " · ").join(parts)
