"""The commands on one case, for menu, context menu, buttons and the table of shortcuts."""

from __future__ import annotations

from collections.abc import Callable

from gongkai_desk.domain.request import EventKind
from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.register.deeds import CaseDeeds
from gongkai_desk.ui.register.words import DEEDS, ICONS, deed_text


def case_commands(deeds: CaseDeeds, record: Callable[[], object]) -> Commands:
    """Everything but the single kinds of events; `record` offers those."""
    return (
        *_looks(deeds),
        *_steps(deeds, record),
        None,
        *_corrections(deeds),
        None,
        *_copies(deeds),
    )


def _looks(deeds: CaseDeeds) -> Commands:
    return (
        Command(
            name="edit-request",
            text=_("Open the &form…"),
            run=deeds.edit,
            shortcut="Ctrl+E",
            icon="edit",
            enabled=lambda: deeds.chosen,
        ),
        Command(
            name="explain-due",
            text=_("&How counted"),
            run=deeds.explain,
            shortcut="F3",
            icon="calendar",
            enabled=lambda: deeds.may_explain,
        ),
    )


def _steps(deeds: CaseDeeds, record: Callable[[], object]) -> Commands:
    return (
        Command(
            name="record-event",
            text=_("&Record what happened…"),
            run=record,
            shortcut="Ctrl+R",
            icon="history",
            enabled=lambda: any(deeds.may(kind) for kind in DEEDS),
        ),
        Command(
            name="confirm-receipt",
            text=_("Confirm the receip&t…"),
            run=deeds.confirm,
            icon="check",
            enabled=lambda: deeds.may_confirm,
        ),
        Command(
            name="close-request",
            text=_("&Close the case…"),
            run=deeds.close,
            shortcut="Ctrl+D",
            icon="done",
            enabled=lambda: deeds.may(EventKind.REPLIED),
        ),
    )


def _corrections(deeds: CaseDeeds) -> Commands:
    return (
        Command(
            name="void-event",
            text=_("&Void the chosen event…"),
            run=deeds.void,
            shortcut="Ctrl+Del",
            icon="delete",
            enabled=lambda: deeds.may_void,
            tip=_("Choose a recorded event in the timeline first"),
        ),
        Command(
            name="correct-ending",
            text=_("Correct the res&ult…"),
            run=deeds.correct,
            icon="edit",
            enabled=lambda: deeds.may_correct,
        ),
        Command(
            name="reopen-request",
            text=_("Take up &again…"),
            run=deeds.reopen,
            icon="reopen",
            enabled=lambda: deeds.may_reopen,
        ),
    )


def _copies(deeds: CaseDeeds) -> Commands:
    return (
        Command(
            name="copy-number",
            text=_("Copy num&ber"),
            run=deeds.copy_number,
            shortcut="Ctrl+Shift+C",
            icon="copy",
            enabled=lambda: deeds.chosen,
        ),
        Command(
            name="copy-subject",
            text=_("Copy the &information asked for"),
            run=deeds.copy_subject,
            icon="copy",
            enabled=lambda: deeds.chosen,
        ),
    )


def record_commands(deeds: CaseDeeds) -> Commands:
    """One command for each kind of event that is recorded by itself."""
    return tuple(
        Command(
            name=f"record-{kind.value}",
            text=_("{deed}…").format(deed=deed_text(kind)),
            run=lambda chosen=kind: deeds.record(chosen),  # type: ignore[misc]
            icon=ICONS[kind],
            enabled=lambda asked=kind: deeds.may(asked),  # type: ignore[misc]
        )
        for kind in DEEDS
    )
