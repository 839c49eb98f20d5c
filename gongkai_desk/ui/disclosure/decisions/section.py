"""The lists of major decisions: what is published of each, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from typing_extensions import override

from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.decision import Decision, DecisionStage, StageEntry
from gongkai_desk.domain.decision_stages import StageState, Standing, with_entry
from gongkai_desk.domain.disclosure_settings import DisclosureSettings
from gongkai_desk.domain.official_document import OfficialDocument
from gongkai_desk.domain.problems import Problem, refuse
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.record_keeper import RecordKeeper
from gongkai_desk.ui.actions import Commands
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.disclosure.decisions import view
from gongkai_desk.ui.disclosure.decisions.commands import decision_commands
from gongkai_desk.ui.disclosure.decisions.dialogs import (
    DecisionDialog,
    DropDialog,
    DropDraft,
    StageDialog,
    StageDraft,
)
from gongkai_desk.ui.disclosure.decisions.stage_line import StageLine
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.facts import Fact
from gongkai_desk.ui.sections.listing_output import ListingOutput, Write
from gongkai_desk.ui.sections.record_section import RecordSection, View
from gongkai_desk.ui.settings import window_state
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.date_text import parse_date
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.fields import ChoiceField

Output = Callable[[str, str, Write], None]
"""Where a paper goes: into a file, or onto the screen."""


class YearField(ChoiceField[int]):
    """One of the years that have a list, or all of them."""

    def __init__(self) -> None:
        super().__init__((), str, empty=_("All years"))
        self.setObjectName("decision-year")
        self.setAccessibleName(_("List of the year"))

    def show_years(self, years: Sequence[int]) -> None:
        """Offer these years; the chosen one stays when it is among them."""
        if self._values == [None, *years]:
            return
        chosen = self.value()
        self.blockSignals(True)
        while self.count() > 1:
            self.removeItem(1)
        self.addItems([str(year) for year in years])
        self._values = [None, *years]
        self.set_value(chosen)
        self.blockSignals(False)


class DecisionSection(RecordSection[Standing]):
    NAME: ClassVar[str] = "decisions"
    KINDS: ClassVar[tuple[type, ...]] = (Decision, DisclosureSettings)
    RECORD_COMMANDS: ClassVar[tuple[str, ...]] = (
        "record-stage",
        "edit-decision",
        "attach-decisions",
    )

    def __init__(
        self, *, desk: Desk, bus: ChangeBus, operations: Operations, prompts: Prompts
    ) -> None:
        self._soon = today()
        super().__init__(desk=desk, bus=bus, operations=operations, prompts=prompts)
        self.year = YearField()
        self.head.insertWidget(0, self.year)
        self.stage_line = StageLine(self._press, self.card)
        self.stage_line.setContentsMargins(16, 0, 16, 8)
        self.card.column.insertWidget(1, self.stage_line)
        if window_state().value(f"section/{self.NAME}") is None:
            self.splitter.setSizes([260, 340])  # the stages take room
        self.output = ListingOutput(operations, prompts, self)
        self.table.activated_record.connect(lambda _row: self.edit())
        self.year.changed.connect(lambda: self.refresh(None))

    @property
    @override
    def keeper(self) -> RecordKeeper:
        return self.desk.decisions

    @override
    def read(self) -> Sequence[Standing]:
        self._soon = self.desk.decisions.soon(today())
        self.year.show_years(self.desk.decisions.years())
        return self.desk.decisions.standings(today(), self.year.value())

    @override
    def nothing_yet(self) -> tuple[str, str]:
        words = _("No decision yet. Enter the list of the year; its stages are watched for you.")
        return words, "add-decision"

    @override
    def columns(self) -> Sequence[Column[Standing]]:
        return view.columns()

    @override
    def views(self) -> Sequence[View[Standing]]:
        return (
            View(name="all", label=_("All"), test=lambda _one: True),
            View(
                name="open",
                label=pgettext("decision", "In preparation"),
                test=lambda one: one.is_open,
            ),
            View(name="gaps", label=_("With gaps"), test=lambda one: one.gaps > 0),
            View(
                name="due",
                label=_("Due soon"),
                test=lambda one: one.next_due is not None and one.next_due <= self._soon,
            ),
            View(
                name="decided",
                label=pgettext("decision", "Decided"),
                test=lambda one: one.decision.decided_on is not None,
            ),
        )

    @override
    def heading(self, row: Standing) -> str:
        return row.decision.title

    @override
    def facts(self, row: Standing) -> Sequence[Fact]:
        document = self.keeper.find(OfficialDocument, row.decision.document_id)
        return view.facts(row, document.title if document is not None else "")

    @override
    def searched(self, row: Standing) -> str:
        return "\n".join((*(column.text(row) for column in self.table.records.columns),
                          *(fact.value for fact in view.facts(row, ""))))  # fmt: skip

    @override
    def _show(self, row: Standing | None) -> None:
        if row is not None:
            self.stage_line.show_standing(row)
        super()._show(row)

    @override
    def go_to(self, target: Target) -> None:
        if target.view or target.record_id:  # what leads here counts the decisions of all years
            self.year.set_value(None)
        super().go_to(target)

    @override
    def commands(self) -> Commands:
        return decision_commands(self)

    # enabled

    def is_dropped(self) -> bool:
        return self.current is not None and self.current.decision.dropped_on is not None

    def is_listed(self) -> bool:
        return self.current is not None and not self.is_dropped()

    def can_carry(self) -> bool:
        """Whether the list in question has open decisions."""
        return any(row.is_open and row.decision.year == self.list_year for row in self._rows)

    @property
    def list_year(self) -> int:
        """The year whose list is meant: the chosen one, that of the chosen decision, this year."""
        if (year := self.year.value()) is not None:
            return year
        return self.current.decision.year if self.current is not None else today().year

    # what it does

    def add(self) -> None:
        year = self.year.value() or today().year
        place = self.desk.decisions.next_position(year)
        self._open(Decision(id=new_id(), year=year, position=place, title=""))

    def edit(self) -> None:
        if self.current is not None:
            self._open(self.current.decision)

    def _open(self, decision: Decision) -> None:
        def submit(draft: Decision) -> tuple[Problem, ...]:
            problems = self.operations.attempt(lambda: self.keeper.save(draft, today()))
            if not problems:
                self._show_saved(draft)
            return problems

        open_dialog(
            DecisionDialog(
                submit,
                self.prompts,
                self.holder,
                checked=lambda draft: self.keeper.check(draft, today()),
                decision=decision,
                documents=self.desk.decisions.documents(),
            )
        )

    def _show_saved(self, decision: Decision) -> None:
        """What was just entered is chosen, also when it stands on the list of another year."""
        if self.year.value() not in (None, decision.year):
            self.year.set_value(decision.year)
        self.table.select([decision.id])

    def _press(self, stage: DecisionStage | None) -> None:
        """A badge was pressed: its stage, or the decision for the day of the list."""
        if stage is None:
            self.edit()
        else:
            self.record_stage(stage)

    def record_stage(self, stage: DecisionStage | None = None) -> None:
        """Record a stage: the first that wants something when none is named."""
        if self.current is None:
            return
        decision = self.current.decision
        limits = self.desk.disclosure_settings.get()

        def submit(draft: StageDraft) -> tuple[Problem, ...]:
            return self.operations.attempt(
                lambda: self.desk.decisions.record_stage(
                    decision.id, draft.entry, today(), draft.files
                )
            )

        def checked(entry: StageEntry) -> list[Problem]:
            return self.keeper.check(with_entry(decision, entry), today())

        open_dialog(
            StageDialog(
                submit,
                self.prompts,
                self.holder,
                checked=checked,
                decision=decision,
                stage=stage or _next_stage(self.current),
                consultation_days=limits.consultation_days,
            )
        )

    def drop(self) -> None:
        if self.current is None:
            return
        decision = self.current.decision

        def submit(draft: DropDraft) -> tuple[Problem, ...]:
            return self.operations.attempt(
                lambda: self.desk.decisions.drop(decision.id, draft.day, draft.because, today())
            )

        open_dialog(DropDialog(submit, self.prompts, self.holder, decision=decision, today=today()))

    def restore(self) -> None:
        if self.current is not None:
            decision = self.current.decision
            self.operations.perform(lambda: self.desk.decisions.restore(decision.id))

    def remove(self) -> None:
        if self.current is not None:
            self.remove_asked(self.current.decision, self.current.decision.title)

    def publish_list(self) -> None:
        """Ask when the list was published, and write that day into all that stand on it."""
        year = self.list_year
        given = self.prompts.text(
            _("The list was published"),
            _("On which day was the list of {year} published?").format(year=year),
            today().isoformat(),
        )
        if given is None:
            return

        def write() -> Changes:
            day = parse_date(given, today())
            if day is None:
                raise refuse("field-missing")
            return self.desk.decisions.publish_list(year, day, today())

        self.operations.perform(write)

    def carry(self) -> None:
        year = self.list_year
        text = _(
            "The open decisions of {year} are entered in the list of {next} with all that was "
            "published so far; in the list of {year} they are marked as taken over."
        ).format(year=year, next=year + 1)
        if self.prompts.ask(
            _("Take the open decisions over?"), text, yes=pgettext("decision", "Take over")
        ):
            self.operations.perform(lambda: self.desk.decisions.carry(year, today()))

    def export(self) -> None:
        self._put_out(self.output.export)

    def print_out(self) -> None:
        self._put_out(self.output.preview)

    def _put_out(self, way: Output) -> None:
        year, day, service = self.list_year, today(), self.desk.decisions
        papers = (
            (_("List of major decisions {year}").format(year=year), service.write_list),
            (_("Major decisions {year}, stage by stage").format(year=year), service.write_stages),
        )
        chosen = self.prompts.choose(
            _("Which list?"),
            _("The list itself, or what was published of each decision?"),
            [title for title, _write in papers],
        )
        if chosen is not None:
            title, write = papers[chosen]
            way(title, title, lambda path: write(year, day, path))


def _next_stage(standing: Standing) -> DecisionStage:
    """The first stage that is missing, else the first that is due, else the first without date."""

    def first(*states: StageState) -> DecisionStage | None:
        found = (stage for stage, mark in standing.stages.items() if mark.state in states)
        return next(found, None)

    return (
        first(StageState.MISSING, StageState.LATE, StageState.SHORT)
        or first(StageState.DUE)
        or first(StageState.WAITING)
        or DecisionStage.DRAFT
    )
