"""What table and facts say of a decision."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai_desk.domain.decision import DecisionStage
from gongkai_desk.domain.decision_stages import StageState, Standing, entry_of
from gongkai_desk.i18n import _, date_text, ngettext, pgettext
from gongkai_desk.services.decision_words import mark_words, standing_words
from gongkai_desk.texts import label
from gongkai_desk.ui.disclosure.decisions.stage_line import DRESS
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.sections.facts import Fact
from gongkai_desk.ui.theme import Tone


def columns() -> Sequence[Column[Standing]]:
    return (
        Column(name="place", title=pgettext("decision", "List"), width=6,
               text=lambda one: f"{one.decision.year}-{one.decision.position}",
               sort_key=lambda one: (one.decision.year, -one.decision.position)),
        Column(name="title", title=pgettext("decision", "Decision"), stretch=True,
               text=lambda one: one.decision.title),
        Column(name="unit", title=_("Unit in charge"), width=7,
               text=lambda one: one.decision.unit),
        Column(name="state", title=_("State"), width=6, chip=True,
               text=standing_words, tone=state_tone),
        Column(name="published", title=pgettext("decision", "Published"), width=4, right=True,
               text=lambda one: f"{one.published}/{len(DecisionStage)}",
               sort_key=lambda one: one.published),
        Column(name="gaps", title=pgettext("decision", "Gaps"), width=6, chip=True,
               text=gaps_words, sort_key=lambda one: one.gaps,
               tone=lambda one: Tone.BAD if one.gaps else Tone.GOOD,
               icon=lambda one: "warning" if one.gaps else "done"),
        Column(name="due", title=_("Next due"), width=7,
               text=lambda one: iso(one.next_due), sort_key=lambda one: one.next_due),
    )  # fmt: skip


def state_tone(standing: Standing) -> Tone:
    if standing.decision.dropped_on is not None:
        return Tone.NEUTRAL
    return Tone.GOOD if standing.decision.decided_on is not None else Tone.INFO


def gaps_words(standing: Standing) -> str:
    """How many are missing, in words."""
    if not standing.gaps:
        return pgettext("decision", "none")
    return ngettext("{n} gap", "{n} gaps", standing.gaps).format(n=standing.gaps)


def facts(standing: Standing, document: str) -> Sequence[Fact]:
    """A decision in full; `document` is the title of the one it led to."""
    decision = standing.decision
    dropped = ""
    if decision.dropped_on is not None:
        dropped = _("{date}: {reason}").format(
            date=date_text(decision.dropped_on), reason=decision.dropped_because
        )
    place = _("list of {year}, No. {position}").format(
        year=decision.year, position=decision.position
    )
    return (
        Fact(_("List published"), mark_words(standing.listing), _tone(standing.listing.state)),
        *(_stage_fact(standing, stage) for stage in DecisionStage),
        Fact(pgettext("decision", "List"), place),
        Fact(_("Unit in charge"), decision.unit),
        Fact(_("Basis"), decision.basis),
        Fact(_("Planned for"), iso(decision.planned_on)),
        Fact(_("Decided on"), iso(decision.decided_on)),
        Fact(pgettext("decision", "Off the list"), dropped),
        Fact(_("Document it led to"), document),
        Fact(_("Address of its page"), decision.url),
        Fact(_("Remarks"), decision.note),
    )


def _stage_fact(standing: Standing, stage: DecisionStage) -> Fact:
    mark = standing.stages[stage]
    entry = entry_of(standing.decision, stage)
    parts = [mark_words(mark)]
    if entry is not None:
        parts += [entry.url, entry.note]
    return Fact(label(stage), "\n".join(filter(None, parts)), _tone(mark.state))


def _tone(state: StageState) -> Tone | None:
    """Colour only where it tells something."""
    tone = DRESS[state][0]
    return None if tone in (Tone.GOOD, Tone.NEUTRAL) else tone
