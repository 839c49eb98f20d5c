"""The columns of the list of platforms."""

from __future__ import annotations

from gongkai_desk.domain.platform import PlatformKind
from gongkai_desk.domain.platform_limits import PlatformStanding, PlatformState
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui.activities.platforms.words import (
    category_word,
    state_icon,
    state_tone,
    state_word,
)
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.theme import Tone

Columns = tuple[Column[PlatformStanding], ...]


def platform_columns() -> Columns:
    """Those shown first, then those that can be switched on."""
    return (*_names(), *_days(), *_further())


def _names() -> Columns:
    return (
        Column(
            name="name",
            title=pgettext("platform", "Name"),
            text=_indented,
            sort_key=lambda one: one.platform.name,
            stretch=True,
            tip=lambda one: one.platform.name,
        ),
        Column(name="category", title=pgettext("platform", "Kind"), text=category_word, width=10),
        Column(
            name="state",
            title=_("State"),
            text=state_word,
            sort_key=lambda one: (list(PlatformState).index(one.state), -one.late_days),
            tone=state_tone,
            icon=state_icon,
            chip=True,
            width=8,
        ),
    )


def _days() -> Columns:
    return (
        Column(
            name="updated",
            title=pgettext("platform", "Newest entry"),
            text=lambda one: iso(one.updated),
            sort_key=lambda one: one.updated,
            width=6,
        ),
        Column(
            name="due",
            title=pgettext("platform", "Update by"),
            text=lambda one: iso(one.due),
            sort_key=lambda one: one.due,
            tone=lambda one: state_tone(one) if one.late_days else None,
            width=6,
        ),
        Column(
            name="next",
            title=pgettext("platform", "Next check"),
            text=lambda one: iso(one.next_check),
            sort_key=lambda one: one.next_check,
            tone=lambda one: Tone.WARN if one.check_due else None,
            width=6,
        ),
    )


def _further() -> Columns:
    return (
        Column(
            name="person",
            title=pgettext("platform", "Person"),
            text=lambda one: one.platform.person,
            width=5,
            shown=False,
        ),
        Column(
            name="open",
            title=pgettext("platform", "What is wrong"),
            text=open_problem,
            tone=lambda one: Tone.WARN if one.open_problem else None,
            width=12,
            shown=False,
        ),
        Column(
            name="operator",
            title=pgettext("platform", "Run by"),
            text=lambda one: one.platform.operator,
            width=8,
            shown=False,
        ),
        Column(
            name="filing",
            title=_("Filing number"),
            text=_filing,
            tone=lambda one: Tone.WARN if one.filing_missing else None,
            width=10,
            shown=False,
        ),
    )


def _indented(one: PlatformStanding) -> str:
    below = one.platform.kind is PlatformKind.COLUMN and one.site
    return f"　　{one.platform.name}" if below else one.platform.name


def open_problem(one: PlatformStanding) -> str:
    """What was wrong at the last check and is not put right yet."""
    return " ".join(one.last.problems.split()) if one.open_problem and one.last else ""


def _filing(one: PlatformStanding) -> str:
    return _("not filed yet, or not entered") if one.filing_missing else one.platform.filing_number
