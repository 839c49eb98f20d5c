"""The leaf 征求意见: every party consulted, side by side, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import ConsultedParty, Opinion, PartyKind
from gongkai_desk.domain.consulting import Consulting, duties
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.request import EventKind
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.texts import label
from gongkai_desk.ui.actions import ActionButton, Actions, Command, Commands
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.register.case_tab import CaseContext, CaseTab
from gongkai_desk.ui.register.procedure.party_dialog import PartyDialog
from gongkai_desk.ui.register.procedure.party_fields import silence_means
from gongkai_desk.ui.register.procedure.scrolled import scrolled
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog
from gongkai_desk.ui.widgets.form import ProblemLine
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable

_ROWS = 2
"""Parties in sight at least: they are to be seen side by side."""


class ConsultationsTab(CaseTab):
    """A table of the parties, commands on the chosen one; beneath, what it was asked and said."""

    def __init__(self, context: CaseContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("consultations-tab")
        self._case: Case | None = None
        model = RecordTableModel[Consulting](_columns(), identity=lambda one: one.name)
        self.table = RecordTable[Consulting]("consultations", model, self)
        self.table.setAccessibleName(_("Parties consulted"))
        self.actions_ = Actions(
            self, self._commands(), Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.table.set_menu(self.actions_)
        self.table.set_empty(
            _("Nobody was consulted. Third parties, joint makers and other agencies stand here.")
        )
        self.detail = PlainLabel("", self, wrap=True, selectable=True)
        self.detail.setObjectName("consultation-detail")
        self.duty = ProblemLine(self)
        self.duty.setObjectName("consultation-duty")
        self._arrange()
        self.table.chosen.connect(lambda _one: self._follow())
        self.table.activated_record.connect(lambda _one: self._correct())

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for command in self._commands():
            if command is not None:
                buttons.addWidget(ActionButton(self.actions_[command.name], self))
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(buttons)
        row = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(row * _ROWS + self.table.horizontalHeader().sizeHint().height())
        layout.addWidget(self.table, 3)
        self._told = words = scrolled(self, self.duty, self.detail, name=_("About the party"))
        words.setMinimumHeight(self.fontMetrics().lineSpacing() * 2 + 6)
        words.setMaximumHeight(self.fontMetrics().lineSpacing() * 5)
        layout.addWidget(words, 2)

    @property
    @override
    def title(self) -> str:
        return _("Consultations")

    @override
    def count(self, case: Case) -> int:
        return len({e.argument for e in case.events if e.counts and _is_sent(e.kind)})

    @override
    def show_case(self, case: Case) -> None:
        self._case = case
        rows = self.context.desk.register.consultings(case, today())
        self.table.set_rows(rows)
        if rows and self.table.current() is None:
            self.table.select([rows[0].name])
        self._follow()

    def _commands(self) -> Commands:
        return (*self._steps(), *self._decisions())

    def _steps(self) -> Commands:
        deeds = self.context.deeds

        def record(kind: EventKind) -> None:
            one = self.table.current()
            deeds.record(kind, one.name if one else "")

        return (
            Command(
                name="consult-another",
                text=_("Consult…"),
                run=lambda: deeds.record(EventKind.CONSULTATION_SENT),
                icon="send",
                enabled=lambda: deeds.may(EventKind.CONSULTATION_SENT),
            ),
            Command(
                name="consult-delivered",
                text=_("Delivered…"),
                run=lambda: record(EventKind.CONSULTATION_DELIVERED),
                icon="requests",
                enabled=lambda: self._waits_for(EventKind.CONSULTATION_DELIVERED),
            ),
            Command(
                name="consult-answered",
                text=_("Answered…"),
                run=lambda: record(EventKind.CONSULTATION_ANSWERED),
                icon="done",
                enabled=lambda: self._waits_for(EventKind.CONSULTATION_ANSWERED),
            ),
        )

    def _decisions(self) -> Commands:
        return (
            Command(
                name="consult-silent",
                text=_("Kept silent…"),
                run=self._silent,
                icon="pause",
                enabled=lambda: self._is(lambda one: one.silent and one.opinion is Opinion.PENDING),
            ),
            Command(
                name="consult-overrule",
                text=_("Public interest…"),
                run=self._overrule,
                icon="office",
                enabled=lambda: self._is(lambda one: one.objects),
            ),
            Command(
                name="consult-correct",
                text=_("Correct…"),
                run=self._correct,
                icon="edit",
                enabled=lambda: self.table.current() is not None,
            ),
        )

    def _is(self, holds: Callable[[Consulting], bool]) -> bool:
        """Whether an open case is shown and the chosen party is such."""
        one, case = self.table.current(), self._case
        return one is not None and case is not None and not case.closed and holds(one)

    def _waits_for(self, kind: EventKind) -> bool:
        one = self.table.current()
        if one is None or not self.context.deeds.may(kind) or one.answered is not None:
            return False
        return kind is not EventKind.CONSULTATION_DELIVERED or one.delivered is None

    def _silent(self) -> None:
        one, case = self.table.current(), self._case
        if one is None or case is None:
            return
        if one.party is None:
            self._correct()
            return
        agreed = self.context.prompts.ask(
            _("Note that “{party}” kept silent?").format(party=one.party.party),
            _("The time to answer ended on {date}. {meaning}").format(
                date=one.limit.isoformat(), meaning=silence_means(one.party.kind)
            ),
            yes=_("Note it"),
        )
        if agreed:
            self.context.operations.perform(
                lambda: self.context.desk.register.note_silence(
                    case.request.id, [one.name], on=today()
                ),
                said=_("Noted: no answer in time."),
            )

    def _overrule(self) -> None:
        one, case = self.table.current(), self._case
        if one is None or one.party is None or case is None:
            return
        reason = self.context.prompts.text(
            _("Disclose against “{party}” for the public interest").format(party=one.party.party),
            _(
                "Why not disclosing would greatly affect the public interest (Article 32). The "
                "third party must be told the content and this reason in writing."
            ),
            lines=True,
        )
        if reason is None:
            return
        register = self.context.desk.register
        done = self.context.operations.perform(
            lambda: register.overrule(case.request.id, one.name, reason, on=today()),
            said=_("Decided for the public interest. Tell the third party in writing."),
        )
        if done:
            self._offer_letter(case, one)

    def _offer_letter(self, case: Case, one: Consulting) -> None:
        """The letter to the third party belongs to the last step of its consultation."""
        last = [e for e in case.timeline if e.counts and e.argument == one.name]
        self.context.deeds.recorded(
            self.context.desk.register.get(case.request.id, today()), last[-1]
        )

    def _correct(self) -> None:
        one, case = self.table.current(), self._case
        if one is None or case is None:
            return
        desk, operations = self.context.desk, self.context.operations

        def submit(party: ConsultedParty) -> Sequence[Problem]:
            return operations.attempt(lambda: desk.case_file.put(party))

        dialog = PartyDialog(
            case=case,
            one=one,
            submit=submit,
            check=desk.register.check_consulted,
            prompts=self.context.prompts,
            parent=self.context.parent,
        )
        open_dialog(dialog)

    def _follow(self) -> None:
        self.actions_.update()
        one = self.table.current()
        self.detail.setText(_words(one) if one else "")
        self.detail.setVisible(one is not None)
        self.duty.show_problems(self._duties(one))
        self._told.setVisible(one is not None)

    def _duties(self, one: Consulting | None) -> list[Problem]:
        if one is None or self._case is None or self._case.closed:
            return []
        told = self.context.desk.register.told(self._case.request.id, one.name)
        return duties(one, told=told)


def _is_sent(kind: EventKind) -> bool:
    return kind is EventKind.CONSULTATION_SENT


def _columns() -> tuple[Column[Consulting], ...]:
    return (
        Column(name="name", title=_("No."), text=lambda one: one.name, width=2),
        Column(
            name="party",
            title=_("Party"),
            text=lambda one: one.party.party if one.party else _("not written down"),
            stretch=True,
        ),
        Column(
            name="kind",
            title=pgettext("consultation", "Kind"),
            text=_kind,
            tip=lambda one: label(one.kind) if one.kind else "",
            width=7,
        ),
        Column(name="sent", title=_("Sent"), text=lambda one: one.sent.isoformat(), width=6),
        Column(
            name="delivered", title=_("Delivered"), text=lambda one: iso(one.delivered), width=6
        ),
        Column(name="limit", title=_("Limit"), text=lambda one: one.limit.isoformat(), width=6),
        Column(
            name="left",
            title=_("Days left"),
            text=_left,
            sort_key=lambda one: one.left,
            width=5,
            tone=_left_tone,
        ),
        Column(
            name="opinion",
            title=_("Opinion"),
            text=opinion_text,
            width=11,
            chip=True,
            tone=_opinion_tone,
            icon=_opinion_icon,
        ),
    )


def _kind(one: Consulting) -> str:
    """The kind of party in few words; the tooltip names the article."""
    if one.kind is None:
        return ""
    return {
        PartyKind.THIRD_PARTY: _("Third party"),
        PartyKind.JOINT_MAKER: _("Joint maker"),
        PartyKind.OTHER_AGENCY: _("Other agency"),
    }[one.kind]


def _left(one: Consulting) -> str:
    if one.left is None:
        return "—"
    if one.silent:
        return _("time used up")
    return ngettext("{n} working day", "{n} working days", one.left).format(n=one.left)


def _left_tone(one: Consulting) -> Tone | None:
    if one.left is None or one.opinion is Opinion.SILENT:
        return Tone.NEUTRAL
    return Tone.BAD if one.silent else None


def opinion_text(one: Consulting) -> str:
    """The answer, and what silence or an override makes of it."""
    if one.overrules:
        return _("Overruled for the public interest")
    if one.opinion is Opinion.SILENT and one.kind is PartyKind.JOINT_MAKER:
        return _("Silent, deemed to agree")
    if one.opinion is Opinion.PENDING and one.answered is not None:
        return _("Answered, opinion not noted")
    return label(one.opinion)


def _opinion_tone(one: Consulting) -> Tone:
    if one.overrules or one.opinion is Opinion.PARTLY:
        return Tone.WARN
    if one.consents:
        return Tone.GOOD
    return Tone.BAD if one.opinion is Opinion.REFUSE else Tone.NEUTRAL


def _opinion_icon(one: Consulting) -> str:
    if one.opinion is Opinion.PENDING:
        return "clock"
    return {Tone.GOOD: "done", Tone.BAD: "close", Tone.WARN: "warning"}.get(
        _opinion_tone(one), "pause"
    )


def _words(one: Consulting) -> str:
    """What the table has no room for."""
    if one.party is None:
        return ""
    party = one.party
    contact = _(", ").join(text for text in (party.contact, party.address) if text)
    short = _filled(
        (_("Answered on {text}"), iso(one.answered)),
        (_("Contact: {text}"), contact),
        (_("Asked about: {text}"), party.about),
    )
    long = _filled(
        (_("Reasons given: {text}"), party.opinion_reason),
        (_("Public interest: {text}"), party.override_reason),
        (_("Note: {text}"), party.note),
    )
    return "\n".join([_(" · ").join(short), *long] if short else long)


def _filled(*pieces: tuple[str, str]) -> list[str]:
    return [words.format(text=text) for words, text in pieces if text]
