"""Websites with their columns, new-media accounts and other platforms: are they up to date?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter
from typing_extensions import override

from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.disclosure_settings import DisclosureSettings
from gongkai_desk.domain.platform import Platform, PlatformCheck, PlatformKind
from gongkai_desk.domain.platform_limits import PlatformStanding, PlatformState
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.texts import label
from gongkai_desk.ui.actions import Commands
from gongkai_desk.ui.activities.platforms.columns import open_problem, platform_columns
from gongkai_desk.ui.activities.platforms.commands import platform_commands
from gongkai_desk.ui.activities.platforms.dialog import (
    CheckDialog,
    CloseDialog,
    Closing,
    PlatformDialog,
)
from gongkai_desk.ui.activities.platforms.history import CheckDeeds, CheckHistory
from gongkai_desk.ui.activities.platforms.importing import PlatformImport
from gongkai_desk.ui.activities.platforms.limits_dialog import LimitsDialog
from gongkai_desk.ui.activities.platforms.output import PlatformOutput
from gongkai_desk.ui.activities.platforms.round_dialog import Round, RoundDialog
from gongkai_desk.ui.activities.platforms.words import (
    limit_word,
    state_sentence,
    state_tone,
)
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.sections.facts import Fact
from gongkai_desk.ui.sections.record_section import RecordSection, View
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog


class PlatformSection(RecordSection[PlatformStanding]):
    NAME: ClassVar[str] = "platforms"
    KINDS: ClassVar[tuple[type, ...]] = (Platform, PlatformCheck, DisclosureSettings)
    RECORD_COMMANDS: ClassVar[tuple[str, ...]] = (
        "check-platform",
        "edit-platform",
    )
    MANY_VIEWS: ClassVar[bool] = True

    @override
    def _lay_out(self) -> None:
        super()._lay_out()
        self.history = CheckHistory(
            CheckDeeds(edit=self._edit_check, mend=self._mend, remove=self._remove_check), self
        )
        self.below = QSplitter(Qt.Orientation.Horizontal, self)
        self.below.setChildrenCollapsible(False)
        self.below.setHandleWidth(9)
        self.below.addWidget(self.card)
        self.below.addWidget(self.history)
        self.below.setSizes([450, 550])
        self.splitter.addWidget(self.below)
        self.importing = PlatformImport(self.desk, self.operations, self.prompts, self)
        self.output = PlatformOutput(self.desk, self.operations, self.prompts, self)

    @override
    def nothing_yet(self) -> tuple[str, str]:
        words = _("No website, column or account is entered yet. Add one, or import a list.")
        return words, "add-platform"

    @property
    @override
    def keeper(self) -> RecordKeeper:
        return self.desk.platforms

    @override
    def read(self) -> Sequence[PlatformStanding]:
        return self.desk.platforms.standings(today())

    @override
    def columns(self) -> Sequence[Column[PlatformStanding]]:
        return platform_columns()

    @override
    def views(self) -> Sequence[View[PlatformStanding]]:
        return (
            View(name="all", label=_("All"), test=lambda _one: True),
            View(
                name="late",
                label=pgettext("platform view", "Late"),
                test=lambda one: one.state is PlatformState.LATE,
            ),
            View(
                name="soon",
                label=pgettext("platform view", "Soon"),
                test=lambda one: one.state is PlatformState.SOON,
            ),
            View(
                name="check-due",
                label=pgettext("platform view", "Round due"),
                test=lambda one: one.check_due,
            ),
            View(
                name="wrong",
                label=pgettext("platform view", "Faults"),
                test=lambda one: one.open_problem,
            ),
            View(
                name="accounts",
                label=pgettext("platform view", "Accounts"),
                test=lambda one: one.platform.kind is PlatformKind.NEW_MEDIA and not one.closed,
            ),
            View(
                name="closed",
                label=pgettext("platform view", "Closed"),
                test=lambda one: one.closed,
            ),
        )

    @override
    def heading(self, row: PlatformStanding) -> str:
        return row.platform.name

    @override
    def facts(self, row: PlatformStanding) -> Sequence[Fact]:
        one = row.platform
        left = (row.due - today()).days if row.due else 0
        account = one.kind is PlatformKind.NEW_MEDIA
        filed = "  ".join(filter(None, (one.filing_number, iso(one.filed_on))))
        missing = _("not filed yet, or not entered") if row.filing_missing else ""
        return (
            Fact(_("State"), state_sentence(row, left), state_tone(row)),
            Fact(_("Update limit"), "" if row.closed else limit_word(row)),
            Fact(
                pgettext("platform", "Source"),
                row.rule.source if row.rule and not row.closed else "",
            ),
            Fact(pgettext("platform", "To be put right"), open_problem(row), Tone.WARN),
            Fact(
                pgettext("platform", "Next check"),
                iso(row.next_check),
                Tone.WARN if row.check_due else None,
            ),
            Fact(pgettext("platform", "Website"), row.site),
            Fact(_("Address or account"), one.address),
            Fact(
                pgettext("platform", "Run by"), "  ".join(filter(None, (one.operator, one.person)))
            ),
            Fact(pgettext("platform", "Opened"), iso(one.opened_on)),
            Fact(pgettext("platform", "Filing"), filed or missing, None if filed else Tone.WARN),
            Fact(
                _("Slimming down"),
                label(one.slimming) if account else "",
                Tone.WARN if row.to_slim else None,
            ),
            Fact(pgettext("platform", "Closed"), iso(one.closed_on)),
            Fact(_("Remarks"), one.note),
        )

    @override
    def _show(self, row: PlatformStanding | None) -> None:
        self.history.show_checks(self.desk.platforms.checks(row.id) if row else ())
        super()._show(row)

    @override
    def commands(self) -> Commands:
        return platform_commands(self)

    # platforms

    def add(self) -> None:
        """A new platform; with a website chosen, most likely a column of it."""
        row = self.current
        site = row.platform if row and row.platform.kind is PlatformKind.WEBSITE else None
        self._open(None, site.id if site else row.platform.parent_id if row else "")

    def edit(self) -> None:
        if self.current is not None:
            self._open(self.current.platform, "")

    def remove(self) -> None:
        if self.current is not None:
            self.remove_asked(self.current.platform, self.current.platform.name)

    def close_platform(self) -> None:
        """Close or merge the chosen platform."""
        row, day = self.current, today()
        if row is None:
            return
        platform = row.platform

        def submit(closing: Closing) -> tuple[Problem, ...]:
            on, into = closing
            return self.operations.attempt(
                lambda: self.desk.platforms.close(platform, on, day, into)
            )

        others = [
            one.platform
            for one in self.desk.platforms.standings(day)
            if one.platform.kind is platform.kind and not one.closed and one.id != row.id
        ]
        open_dialog(
            CloseDialog(submit, self.prompts, self.holder, standing=row, others=others, day=day)
        )

    def can_close(self) -> bool:
        return self.current is not None and not self.current.closed

    def _open(self, platform: Platform | None, parent_id: str) -> None:
        def submit(draft: Platform) -> tuple[Problem, ...]:
            return self.operations.attempt(lambda: self.keeper.save(draft, today()))

        open_dialog(
            PlatformDialog(
                submit,
                self.prompts,
                self.holder,
                checked=lambda draft: self.keeper.check(draft, today()),
                limits=self.desk.platforms.limits,
                sites=self.desk.platforms.sites(),
                platform=platform,
                kind=PlatformKind.COLUMN if parent_id else PlatformKind.WEBSITE,
                parent_id=parent_id,
            )
        )

    def set_limits(self) -> None:
        """The office's own limits."""
        service = self.desk.platforms
        open_dialog(
            LimitsDialog(
                lambda days: self.operations.attempt(lambda: service.set_limits(days)),
                self.prompts,
                self.holder,
                own=service.own_limits,
            )
        )

    # checks

    def record_round(self) -> None:
        """Enter the checks of many platforms at once."""

        def submit(draft: Round) -> tuple[Problem, ...]:
            return self.operations.attempt(
                lambda: self.desk.platforms.record_round(
                    draft.date, draft.by, draft.entries, today()
                )
            )

        rows = [one for one in self.desk.platforms.standings(today()) if not one.closed]
        limits = self.desk.platforms.limits
        open_dialog(RoundDialog(submit, self.prompts, self.holder, rows=rows, limits=limits))

    def has_open(self) -> bool:
        """Whether there is anything to look at."""
        return any(not row.closed for row in self._rows)

    def check_current(self) -> None:
        """Enter a check of the chosen platform."""
        row = self.current
        if row is not None:
            by = row.last.by if row.last else ""
            check = PlatformCheck(id=new_id(), platform_id=row.id, date=today(), by=by)
            self._open_check(check, new=True)

    def _edit_check(self, check: PlatformCheck) -> None:
        self._open_check(check)

    def _open_check(self, check: PlatformCheck, *, new: bool = False) -> None:
        def submit(draft: PlatformCheck) -> tuple[Problem, ...]:
            return self.operations.attempt(lambda: self.keeper.save(draft, today()))

        platform = self.desk.platforms.get(Platform, check.platform_id)
        open_dialog(
            CheckDialog(
                submit,
                self.prompts,
                self.holder,
                checked=lambda draft: self.keeper.check(draft, today()),
                name=platform.name,
                check=check,
                new=new,
            )
        )

    def _mend(self, check: PlatformCheck) -> None:
        day = today()
        self.operations.perform(lambda: self.desk.platforms.mend(check, day, day))

    def _remove_check(self, check: PlatformCheck) -> None:
        self.remove_asked(check, _("check of {date}").format(date=iso(check.date)))
