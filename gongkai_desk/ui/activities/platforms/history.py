"""The checks of the chosen platform, the last one first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gongkai_desk.domain.platform import PlatformCheck
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui.actions import ActionButton, Actions, Command
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle
from gongkai_desk.ui.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckDeeds:
    """What can be done with a check."""

    edit: Callable[[PlatformCheck], object]
    mend: Callable[[PlatformCheck], object]
    remove: Callable[[PlatformCheck], object]


class CheckHistory(QFrame):
    def __init__(self, deeds: CheckDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("check-history")
        self.setProperty("look", "card")
        self._deeds = deeds
        self.table: RecordTable[PlatformCheck] = RecordTable(
            "platform-checks", RecordTableModel(_columns()), self
        )
        self.table.set_empty(_("Not checked yet."))
        self.actions_ = Actions(
            self, self._commands(), Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.table.set_menu(self.actions_)
        self.table.activated_record.connect(lambda _check: self._run(deeds.edit))
        self.table.chosen.connect(lambda _check: self.actions_.update())
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(PlainLabel(_("Checks so far"), self, look="heading"))
        head.addStretch(1)
        for name in ("edit-check", "mend-check", "remove-check"):
            button = ActionButton(self.actions_[name], self)
            restyle(button, "look", "link")
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)

    def show_checks(self, checks: Sequence[PlatformCheck]) -> None:
        """Show these; the first one is chosen, so that its buttons work at once."""
        self.table.set_rows(checks)
        if self.table.current() is None and checks:
            self.table.select([checks[0].id])
        self.actions_.update()

    def _commands(self) -> tuple[Command, ...]:
        return (
            Command(
                name="edit-check",
                text=_("Change…"),
                run=lambda: self._run(self._deeds.edit),
                icon="edit",
                enabled=lambda: self.table.current() is not None,
            ),
            Command(
                name="mend-check",
                text=pgettext("platform", "Put right"),
                run=lambda: self._run(self._deeds.mend),
                icon="check",
                tip=_("What was wrong is put right today"),
                enabled=self._wrong,
            ),
            Command(
                name="remove-check",
                text=_("Remove…"),
                run=lambda: self._run(self._deeds.remove),
                icon="delete",
                enabled=lambda: self.table.current() is not None,
            ),
        )

    def _wrong(self) -> bool:
        check = self.table.current()
        return check is not None and bool(check.problems.strip()) and check.mended_on is None

    def _run(self, deed: Callable[[PlatformCheck], object]) -> None:
        check = self.table.current()
        if check is not None:
            deed(check)


def _columns() -> tuple[Column[PlatformCheck], ...]:
    return (
        Column(
            name="date",
            title=pgettext("platform", "Checked on"),
            text=lambda one: iso(one.date),
            width=6,
        ),
        Column(
            name="update",
            title=pgettext("platform", "Newest entry"),
            text=lambda one: iso(one.last_update) or pgettext("platform", "not noted"),
            width=6,
        ),
        Column(
            name="problems",
            title=pgettext("platform", "What is wrong"),
            text=lambda one: " ".join(one.problems.split()) or pgettext("platform", "nothing"),
            stretch=True,
            tone=_problem_tone,
        ),
        Column(
            name="mended",
            title=pgettext("platform", "Put right on"),
            text=lambda one: iso(one.mended_on),
            width=6,
        ),
        Column(
            name="by",
            title=pgettext("platform", "Checked by"),
            text=lambda one: one.by,
            width=5,
            shown=False,
        ),
    )


def _problem_tone(check: PlatformCheck) -> Tone | None:
    if not check.problems.strip():
        return None
    return Tone.WARN if check.mended_on is None else Tone.GOOD
