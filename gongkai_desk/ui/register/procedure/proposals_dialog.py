"""What lapsed and waits for a word, as a list: looked at, chosen, listed once more, then done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.proposals import Proposal
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.proposals import ProposalService
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui import icons
from gongkai_desk.ui.actions import ActionButton, Actions, Command, Commands
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.form import ProblemLine
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable


class ProposalsDialog(QDialog):
    """`show_case` is called with the id of a request that shall be looked at."""

    def __init__(
        self,
        *,
        proposals: ProposalService,
        operations: Operations,
        prompts: Prompts,
        show_case: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("proposals-dialog")
        self.setWindowTitle(_("What lapsed"))
        self._proposals, self._operations, self._prompts = proposals, operations, prompts
        self._show_case = show_case
        model = RecordTableModel[Proposal](_columns())
        self.table = RecordTable[Proposal]("proposals", model, self, several=True)
        self.table.setAccessibleName(_("What lapsed"))
        self.table.set_empty(_("Nothing has lapsed. What does will stand here."), icon="done")
        self.words = PlainLabel("", self, wrap=True)
        self.words.setObjectName("proposal-words")
        self.assumed = ProblemLine(self)
        self.actions_ = Actions(self, self._commands())
        self.table.set_menu(self.actions_)
        self._arrange()
        self.table.selectionModel().selectionChanged.connect(lambda: self._follow())
        self.table.activated_record.connect(lambda _one: self._look())
        self._fill()
        self.table.selectAll()
        self.table.setFocus()
        unit = self.fontMetrics().horizontalAdvance("字")
        self.resize(unit * 72, unit * 32)

    def _arrange(self) -> None:
        hint = PlainLabel(
            _(
                "Nothing of this happens by itself. Choose one or several and decide; before "
                "anything is done you are shown once more what will be."
            ),
            self,
            look="muted",
            wrap=True,
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for command in self._commands():
            if command is not None:
                filled = command.name == "close-lapsed"
                button = ActionButton(self.actions_[command.name], self, filled=filled)
                buttons.addWidget(button)
        buttons.addStretch(1)
        shut = QPushButton(_("Close window"), self)
        shut.setObjectName("shut")
        shut.setAutoDefault(False)
        icons.set_icon(shut, "close")
        shut.clicked.connect(self.reject)
        buttons.addWidget(shut)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(hint)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words)
        layout.addWidget(self.assumed)
        layout.addLayout(buttons)

    def _commands(self) -> Commands:
        return (
            Command(
                name="close-lapsed",
                text=_("Close the chosen…"),
                run=self._close_lapsed,
                icon="done",
                enabled=lambda: bool(self._chosen(closing=True)),
            ),
            Command(
                name="note-silences",
                text=_("Note the silence of the chosen…"),
                run=self._note_silences,
                icon="pause",
                enabled=lambda: bool(self._chosen(closing=False)),
            ),
            Command(
                name="look-at-case",
                text=_("Look at the case"),
                run=self._look,
                icon="open",
                enabled=lambda: self.table.current() is not None,
            ),
        )

    def _chosen(self, *, closing: bool) -> list[Proposal]:
        return [
            one
            for one in self.table.selected()
            if (one.kind.closes if closing else one.kind.settles)
        ]

    def _fill(self) -> None:
        self.table.set_rows(self._proposals.proposals(today()))
        self._follow()

    def _follow(self) -> None:
        chosen = self.table.selected()
        self.words.setText(reason_of(chosen[0]) if len(chosen) == 1 else _counted(chosen))
        assumed = len(chosen) == 1 and chosen[0].assumed
        self.assumed.show_problems(
            [Problem("proposal-assumed", values={"limit": chosen[0].limit})] if assumed else ()
        )
        self.actions_.update()

    def _close_lapsed(self) -> None:
        chosen = self._chosen(closing=True)
        words = ngettext(
            "{n} case will be closed today as given up:",
            "{n} cases will be closed today as given up:",
            len(chosen),
        ).format(n=len(chosen))
        ids = [one.id for one in chosen]
        self._carry_out(
            _("Close what lapsed?"),
            words,
            chosen,
            _("Close them"),
            lambda: self._proposals.close_lapsed(ids, today()),
        )

    def _note_silences(self) -> None:
        chosen = self._chosen(closing=False)
        words = ngettext(
            "For {n} party it will be noted that it kept silent:",
            "For {n} parties it will be noted that they kept silent:",
            len(chosen),
        ).format(n=len(chosen))
        ids = [one.id for one in chosen]
        self._carry_out(
            _("Note the silence?"),
            words,
            chosen,
            _("Note it"),
            lambda: self._proposals.note_silences(ids, today()),
        )

    def _carry_out(
        self,
        title: str,
        words: str,
        chosen: Sequence[Proposal],
        yes: str,
        write: Callable[[], Changes],
    ) -> None:
        """The dry run: every case that will be touched, with its reason; then the one write."""
        lines = [words, *(_line(one) for one in chosen), _("One undo takes all of it back.")]
        if self._prompts.ask(title, "\n".join(lines), yes=yes) and self._operations.perform(
            write, said=_("Done: {title}").format(title=label(chosen[0].kind))
        ):
            self._fill()

    def _look(self) -> None:
        one = self.table.current()
        if one is not None:
            self.accept()
            self._show_case(one.request_id)


def open_proposals(
    *,
    proposals: ProposalService,
    operations: Operations,
    prompts: Prompts,
    show_case: Callable[[str], object],
    parent: QWidget,
) -> None:
    """Show what lapsed."""
    dialog = ProposalsDialog(
        proposals=proposals,
        operations=operations,
        prompts=prompts,
        show_case=show_case,
        parent=parent,
    )
    open_dialog(dialog)


def reason_of(one: Proposal) -> str:
    """Why this is proposed, in a sentence."""
    values = {"limit": one.limit, "party": one.party, "name": one.name}
    return sentence(Problem(f"proposal-{one.kind.value}", values=values))


def _line(one: Proposal) -> str:
    words = _("{number} · {applicant} · {what} ({date})")
    return words.format(
        number=one.number,
        applicant=one.applicant,
        what=one.party or one.subject,
        date=one.limit.isoformat(),
    )


def _counted(chosen: Sequence[Proposal]) -> str:
    if not chosen:
        return _("Choose one or several lines.")
    return ngettext("{n} line chosen", "{n} lines chosen", len(chosen)).format(n=len(chosen))


def _columns() -> tuple[Column[Proposal], ...]:
    return (
        Column(name="number", title=_("Number"), text=lambda one: one.number, width=6),
        Column(name="applicant", title=_("Applicant"), text=lambda one: one.applicant, width=8),
        Column(
            name="kind",
            title=_("What lapsed"),
            text=lambda one: label(one.kind),
            width=18,
            chip=True,
            tone=lambda one: Tone.BAD if one.kind.closes else Tone.WARN,
            icon=lambda one: "close" if one.kind.closes else "pause",
        ),
        Column(
            name="limit",
            title=_("Last day"),
            text=lambda one: one.limit.isoformat(),
            width=6,
        ),
        Column(name="party", title=_("Party"), text=lambda one: one.party or one.name, width=8),
        Column(
            name="subject",
            title=_("Information asked for"),
            text=lambda one: one.subject,
            stretch=True,
        ),
    )
