"""Publishing from the window: the commands of the report page and the dialogs they open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.published_report import PublishedReport
from gongkai_desk.domain.report import ReportDraft
from gongkai_desk.domain.report_finding import Finding, Place
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.publishing_checks import Publication
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.differences_dialog import DifferencesDialog
from gongkai_desk.ui.report.editions_dialog import EditionsDialog
from gongkai_desk.ui.report.publish_dialog import PublishDialog
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog


class ReportPublishing(QObject):
    """Works for the year that was looked at last. `leave` carries a `Target`, `finding_asked` a
    finding whose step is to be opened. `dialog` is the dialog that was opened last.
    """

    leave = Signal(object)
    finding_asked = Signal(object)

    def __init__(
        self,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._page = parent
        self._year = today().year
        self._edition: PublishedReport | None = None
        self._correcting = False
        self.dialog: QDialog | None = None

    def look_at(self, draft: ReportDraft, edition: PublishedReport | None) -> None:
        """The report that is shown, and its edition in force."""
        self._year, self._edition = draft.year, edition
        self._correcting = bool(draft.correcting)

    def commands(self) -> Commands:
        """The commands for the year that is shown."""
        return (
            Command(
                name="publish-report",
                text=pgettext("report", "Publis&h…"),
                run=self.publish,
                icon="publish",
                enabled=lambda: not self.locked,
                primary=True,
            ),
            Command(
                name="correct-report",
                text=_("Make a corrected e&dition…"),
                run=self.correct,
                icon="reopen",
                enabled=lambda: self.locked,
            ),
            Command(
                name="drop-report-correction",
                text=_("Give the correction up…"),
                run=self.drop,
                icon="undo",
                enabled=lambda: self._correcting,
            ),
            Command(
                name="report-editions",
                text=_("Published edi&tions…"),
                run=self.show_editions,
                icon="lock",
                enabled=lambda: self._edition is not None,
            ),
        )

    @property
    def locked(self) -> bool:
        """Whether the year that is shown is published and not being corrected."""
        return self._edition is not None and not self._correcting

    def publish(self) -> None:
        """Open the dialog that publishes the report of the year; of a locked one, offer to
        correct it.
        """
        if self.locked:
            self.offer_correction()
            return
        year = self._year
        draft = self._desk.reporting.draft(year)

        def submit(how: Publication) -> Sequence[Problem]:
            return self._operations.attempt(
                lambda: self._desk.publishing.publish(draft, how, today())
            )

        dialog = PublishDialog(
            desk=self._desk,
            draft=draft,
            submit=submit,
            prompts=self._prompts,
            parent=self._page.window(),
        )
        dialog.opened.connect(self.finding_asked)
        dialog.accepted.connect(self._published)
        self._open(dialog)

    def _published(self) -> None:
        self._operations.say(_("The annual report is published and locked."))
        self.show_editions()

    def offer_correction(self) -> None:
        """What to do with a published year instead of compiling it."""
        edition = self._edition
        assert edition is not None
        answer = self._prompts.choose(
            _("The annual report {year} is published").format(year=edition.year),
            _(
                "Edition {edition} was published on {date}; figures and texts are locked. To "
                "change something, make a corrected edition: the first one stays as it is."
            ).format(edition=edition.edition, date=date_text(edition.published_on)),
            (_("Make a corrected edition…"), _("Show the published editions…")),
        )
        if answer == 0:
            self.correct()
        elif answer == 1:
            self.show_editions()

    def correct(self) -> None:
        """Ask why, and open the draft of the year again."""
        reason = self._prompts.text(
            _("Corrected edition"),
            _("Why is the published report corrected? The reason is kept with the new edition."),
            lines=True,
        )
        if reason is not None:
            year = self._year
            begin = partial(self._desk.publishing.begin_correction, year, reason, today())
            self._operations.perform(
                begin, said=_("The annual report can be edited again; publish it when it is right.")
            )

    def drop(self) -> None:
        """Give the correction up after a question."""
        if self._prompts.ask(
            _("Give the correction up?"),
            _("What was changed for the corrected edition goes; the published one stands."),
            yes=_("Give it up"),
            danger=True,
        ):
            year = self._year
            self._operations.perform(lambda: self._desk.publishing.drop_correction(year, today()))

    def show_editions(self) -> None:
        """The published editions of the year."""
        dialog = EditionsDialog(
            desk=self._desk,
            operations=self._operations,
            prompts=self._prompts,
            year=self._year,
            parent=self._page.window(),
        )
        dialog.chosen.connect(self._leave_to)
        self._open(dialog)

    def show_differences(self, place: Place | None = None) -> None:
        """What the edition in force says otherwise than the register, at `place` if given."""
        edition = self._edition
        if edition is None:
            return
        differing = self._desk.publishing.differences(edition.year)
        dialog = DifferencesDialog(self._desk, edition, differing, self._page.window())
        if place is not None:
            dialog.show_place(place)
        dialog.chosen.connect(self._leave_to)
        self._open(dialog)

    def show_difference(self, finding: Finding) -> None:
        """The differences, at the place of a finding."""
        self.show_differences(finding.place)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.destroyed.connect(lambda: self._forget(dialog))
        open_dialog(dialog)

    def _forget(self, dialog: QDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _leave_to(self, request_id: str) -> None:
        self.leave.emit(Target(page="requests", record_id=request_id))
