"""The list of major decisions of a year, and how far each of them is, as lists to be written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gongkai_desk import documents
from gongkai_desk.domain.decision import DecisionStage
from gongkai_desk.domain.decision_stages import Mark, Standing
from gongkai_desk.i18n import _, date_text, ngettext, pgettext
from gongkai_desk.services.decision_words import mark_lines, standing_words
from gongkai_desk.texts import label

if TYPE_CHECKING:
    from gongkai_desk.documents.list_pdf import ListDocument


def list_document(
    standings: Sequence[Standing], year: int, office: str, today: dt.date
) -> ListDocument:
    """重大行政决策事项目录, as it is published."""
    Column = documents.list_pdf.ListColumn  # noqa: N806  the class, under a short name
    return documents.list_pdf.ListDocument(
        title=_("{office}: list of major decisions {year}").format(office=office, year=year),
        columns=(
            Column(title=_("No."), weight=0.6, centred=True),
            Column(title=pgettext("decision", "Decision"), weight=4.0),
            Column(title=_("Unit in charge"), weight=2.0),
            Column(title=_("Basis"), weight=3.4),
            Column(title=_("Planned for"), weight=1.3, centred=True),
            Column(title=_("Remarks"), weight=1.8),
        ),
        rows=[_list_row(number, one) for number, one in enumerate(standings, 1)],
        note=_counted(_count(standings), today),  # it is published: gaps are nobody's business
    )


def stages_document(
    standings: Sequence[Standing], year: int, office: str, today: dt.date
) -> ListDocument:
    """What was published of each decision, stage by stage, and what is missing."""
    Column = documents.list_pdf.ListColumn  # noqa: N806  the class, under a short name
    return documents.list_pdf.ListDocument(
        title=_("{office}: major decisions {year}, what was published").format(
            office=office, year=year
        ),
        columns=(
            Column(title=_("No."), weight=0.55, centred=True),
            Column(title=pgettext("decision", "Decision"), weight=2.1),
            Column(title=_("State"), weight=1.15, centred=True),
            Column(title=_("List published"), weight=1.15, centred=True),
            *(Column(title=label(stage), weight=1.15, centred=True) for stage in DecisionStage),
        ),
        rows=[_stage_row(number, one) for number, one in enumerate(standings, 1)],
        note=_note(standings, today),
    )


def _list_row(number: int, standing: Standing) -> Sequence[str]:
    decision = standing.decision
    remarks = [decision.note]
    if decision.dropped_on is not None:
        remarks.insert(
            0,
            _("taken off on {date}: {reason}").format(
                date=date_text(decision.dropped_on), reason=decision.dropped_because
            ),
        )
    planned = decision.planned_on.isoformat() if decision.planned_on else ""
    return (
        str(number),
        decision.title,
        decision.unit,
        decision.basis,
        planned,
        "\n".join(filter(None, remarks)),
    )


def _stage_row(number: int, standing: Standing) -> Sequence[str]:
    decision = standing.decision
    day = decision.dropped_on or decision.decided_on
    state = standing_words(standing)
    return (
        str(number),
        decision.title,
        f"{state}\n{day.isoformat()}" if day else state,
        *(_mark_cell(standing, mark) for mark in standing.marks),
    )


def _mark_cell(standing: Standing, mark: Mark) -> str:
    """Of one taken off the list only what was published: the reason stands on the list."""
    if standing.decision.dropped_on is not None and mark.date is None:
        return "—"
    return mark_lines(mark)


def _note(standings: Sequence[Standing], today: dt.date) -> str:
    gaps = sum(standing.gaps for standing in standings)
    missing = ngettext("{n} gap", "{n} gaps", gaps).format(n=gaps)
    counted = _counted(pgettext("deeds", ", ").join((_count(standings), missing)), today)
    key = _("The date below what is still to be published is the day it is due.")
    return pgettext("facts", " · ").join((counted, key))


def _count(standings: Sequence[Standing]) -> str:
    return ngettext("{n} decision", "{n} decisions", len(standings)).format(n=len(standings))


def _counted(counted: str, today: dt.date) -> str:
    return _("{counted}, as of {date}").format(counted=counted, date=date_text(today))
