"""Who the office is: its names decide which tasks are ours, its authorities end up in letters."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.office import Office, OfficeKind
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.preferences.section import Section, button, row_of
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, TextField
from gongkai_desk.ui.widgets.form import Form
from gongkai_desk.ui.widgets.plain import PlainLabel

Field = TextField | LongTextField


class OfficeSection(Section):
    """A form over the one `Office`; nothing is stored before Save."""

    def __init__(
        self, desk: Desk, operations: Operations, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "office",
            _("Our office"),
            _("The names decide which tasks are ours; the rest stands in documents."),
            parent,
        )
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._shown: Office | None = None
        self.form = Form(self)
        self._fields: dict[str, Field] = {}
        self._fill()
        card = QFrame(self)
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(24, 16, 24, 8)
        inside.addWidget(self.form)
        self.save_button = button("save-office", _("Save"), "save", self, look="primary")
        self.revert_button = button("revert-office", _("Discard changes"), "undo", self)
        self.state = PlainLabel("", self, look="muted")
        self.body.addWidget(card)
        self.body.addLayout(row_of(self.save_button, self.revert_button, self.state))
        self.body.addStretch(1)
        self.form.changed.connect(self.review)
        self.save_button.clicked.connect(self.save)
        self.revert_button.clicked.connect(self.revert)

    def _fill(self) -> None:
        add = self._add
        self.form.add_heading(_("Names"))
        add("name", _("Full name"), TextField(), mandatory=True)
        hint = _("As work plans write it. It shows the program which tasks are yours.")
        add("short_name", _("Short name"), TextField(), hint=hint)
        hint = _("One name a line: former names, names of the time before a merger.")
        aliases = LongTextField(lines=3)
        aliases.setMaximumHeight(aliases.minimumHeight())
        add("aliases", _("Other names"), aliases, hint=hint)
        self.kind = ChoiceField(OfficeKind, label)
        self.form.add("kind", _("Kind"), self.kind)
        add("region", _("Region"), TextField(hint=_example("海滨市")))
        self.form.add_heading(_("Where applicants reach us"))
        add("address", _("Address"), TextField())
        add("phone", _("Telephone"), TextField(hint=_example("0631-0000000")))
        add("website", _("Website"), TextField(hint=_example("www.example.gov.cn")))
        self.form.add_heading(_("For replies"))
        hint = _("Reconsideration Act, Article 24: as a rule the people's government of our level.")
        add("reconsideration_authority", _("Reconsideration by"), TextField(), hint=hint)
        add("court", _("Court"), TextField())
        hint = _("The characters before the year in the numbers of our letters.")
        add("letterhead_code", _("Letterhead code"), TextField(hint=_example("海文旅")), hint=hint)

    def _add(
        self, name: str, title: str, field: Field, *, hint: str = "", mandatory: bool = False
    ) -> None:
        self.form.add(name, title, field, hint=hint, mandatory=mandatory)
        self._fields[name] = field

    @override
    def concerns(self, changes: Changes) -> bool:
        return changes.touches(Office)

    @override
    def refresh(self) -> None:
        """Show the office as stored; what is being typed is not overwritten."""
        stored = self._desk.office.get()
        if self._shown is None or self.draft() == self._shown:
            self._show(stored)
        self.review()

    def revert(self) -> None:
        """Show what is stored."""
        self._show(self._desk.office.get())
        self.review()

    def _show(self, office: Office) -> None:
        self._shown = None
        for name, field in self._fields.items():
            value = getattr(office, name)
            field.set_value("\n".join(value) if name == "aliases" else value)
        self.kind.set_value(office.kind)
        self._shown = office

    def draft(self) -> Office:
        """The office as the fields say."""
        values = {name: field.value() for name, field in self._fields.items() if name != "aliases"}
        aliases = (line.strip() for line in self._fields["aliases"].value().splitlines())
        return Office(
            kind=self.kind.value() or OfficeKind.DEPARTMENT,
            aliases=tuple(dict.fromkeys(line for line in aliases if line)),
            **values,
        )

    def review(self) -> None:
        """Mark what is missing; Save waits until something changed and nothing is wrong."""
        if self._shown is None:
            return
        draft = self.draft()
        changed = draft != self._shown
        missing = [] if draft.name else [Problem("office-name-missing", "name")]
        self.form.show_problems(missing)
        self.save_button.setEnabled(changed and not missing)
        self.revert_button.setEnabled(changed)
        self.state.setText(_("Not saved yet") if changed else "")

    def save(self) -> None:
        """Store the office; changed names ask whether our tasks are looked for anew."""
        draft, before = self.draft(), self._desk.office.get()
        problems = self._operations.attempt(lambda: self._desk.office.save(draft))
        if problems:
            self.form.show_problems(problems)
            return
        self._show(draft)
        self.review()
        self._operations.say(_("The office was saved."))
        plans = self._desk.tasks.plans()
        same = (draft.names, draft.kind, draft.region) == (before.names, before.kind, before.region)
        if plans and not same:
            self._find_ours(len(plans))

    def _find_ours(self, plans: int) -> None:
        text = ngettext(
            "The names of the office changed. Shall the program look through {n} work plan for "
            "our tasks anew? What you set by hand stays.",
            "The names of the office changed. Shall the program look through {n} work plans for "
            "our tasks anew? What you set by hand stays.",
            plans,
        ).format(n=plans)
        if self._prompts.ask(_("Look for our tasks anew?"), text, yes=_("Look anew")):
            self._operations.perform(self._desk.tasks.find_ours, said=_("Our tasks were found."))


def _example(example: str) -> str:
    return _("e.g. {example}").format(example=example)
