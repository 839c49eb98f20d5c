"""联系记录: an attempt to reach the applicant about the receipt, or the talk that confirmed it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import ContactEntry, ContactWay
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.fields import ChoiceField, TextField
from gongkai_desk.ui.widgets.plain import PlainLabel

_SHOWN = 5


def result_text(*, reached: bool) -> str:
    """What came of an attempt, in a word or two."""
    return _("Reached") if reached else _("Not reached")


def contact_text(entry: ContactEntry) -> str:
    """A contact as the proof of a receipt: when, how, with whom."""
    pieces = (entry.date.isoformat(), entry.time, label(entry.way), entry.with_whom, entry.summary)
    return " ".join(piece for piece in pieces if piece)


class ContactDialog(DraftDialog[ContactEntry]):
    """`submit` gets the entry. The earlier attempts of the case stand above the fields."""

    def __init__(
        self,
        *,
        case: Case,
        desk: Desk,
        submit: Callable[[ContactEntry], Sequence[Problem]],
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _("Contact log of {number}").format(number=case.request.number),
            submit,
            prompts,
            parent,
            save=_("Record"),
            intro=_(
                "While the applicant cannot be reached, the request stays registered and waits in "
                "its own list; the time limit starts on the day the receipt is confirmed with him. "
                "Every attempt is the proof that we tried."
            ),
        )
        self.setObjectName("contact-dialog")
        self._case, self._desk, self._today = case, desk, today
        self._fields(desk.intake.contacts(case.request.id))
        self.ready()
        self.time.setFocus()

    def _fields(self, contacts: Sequence[ContactEntry]) -> None:
        if contacts:
            self.form.add_wide(contact_card(contacts, self))
        applicant = self._case.request.applicant
        self.date = DateField(mandatory=True)
        self.date.set_date(self._today)
        self.time = TextField(hint=_("e.g. 10:20"))
        self.way = ChoiceField[ContactWay](ContactWay, label)
        self.by = TextField(contacts[-1].by if contacts else "", hint=_("Who called or wrote"))
        self.whom = TextField(_first(applicant.agent_name, applicant.contact_person))
        self.ended = ChoiceField[bool]((False, True), lambda value: result_text(reached=value))
        self.summary = TextField(hint=_("No answer, number out of use, confirmed the receipt …"))
        self.form.add("date", _("Day"), self.date, mandatory=True)
        self.form.add("time", _("At what hour"), self.time)
        known = _known(applicant.phone, applicant.email, applicant.address)
        self.form.add("way", pgettext("contact", "How"), self.way, hint=known)
        self.form.add("by", _("By whom"), self.by, mandatory=True)
        self.form.add("with_whom", _("With whom"), self.whom)
        self.form.add(
            "reached",
            _("What came of it"),
            self.ended,
            hint=_("Once reached, the next step is to confirm the receipt."),
        )
        self.form.add("summary", _("In short"), self.summary)

    @override
    def draft(self) -> ContactEntry:
        return ContactEntry(
            id=new_id(),
            request_id=self._case.request.id,
            date=self.date.date() or self._today,
            time=self.time.value(),
            way=self.way.value() or ContactWay.PHONE,
            by=self.by.value(),
            with_whom=self.whom.value(),
            reached=bool(self.ended.value()),
            summary=self.summary.value(),
        )

    @override
    def check(self, draft: ContactEntry) -> list[Problem]:
        return self._desk.intake.check_contact(draft, self._today)

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        return not self._dirty


class ContactLines(QFrame):
    """What was tried so far, the latest first."""

    def __init__(self, contacts: Sequence[ContactEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contacts")
        self.setProperty("look", "card")
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(PlainLabel(_("Contact log"), self, look="strong"), 0, 0, 1, 2)
        top = Qt.AlignmentFlag.AlignTop
        for line, entry in enumerate(list(reversed(contacts))[:_SHOWN], start=1):
            tone, icon = (Tone.GOOD, "done") if entry.reached else (Tone.WARN, "close")
            word = result_text(reached=entry.reached)
            grid.addWidget(LightBadge(self, tone=tone, icon=icon, word=word), line, 0, top)
            words = PlainLabel(contact_text(entry), self, look="muted", wrap=True, selectable=True)
            grid.addWidget(words, line, 1)
        left = len(contacts) - _SHOWN
        if left > 0:
            rest = PlainLabel(_("{n} earlier ones").format(n=left), self, look="muted")
            grid.addWidget(rest, _SHOWN + 1, 1)


def contact_card(contacts: Sequence[ContactEntry], parent: QWidget) -> QWidget:
    """The lines with a distance to the fields that follow."""
    holder = QWidget(parent)
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 12)
    layout.addWidget(ContactLines(contacts, holder))
    return holder


def _first(*texts: str) -> str:
    return next((text for text in texts if text), "")


def _known(*texts: str) -> str:
    known = "  ".join(text for text in texts if text)
    return _("Known: {contact}").format(contact=known) if known else ""
