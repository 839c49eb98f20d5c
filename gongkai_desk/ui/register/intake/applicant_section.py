"""The applicants of a request: one at a time in the same fields, the lead first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.identity_number import bearer
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import Applicant, ApplicantKind, IdentityKind
from gongkai_desk.i18n import _, date_text
from gongkai_desk.texts import label
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.register.columns_form import ExplainedChoice, ExplainedText
from gongkai_desk.ui.register.intake.flow import FlowLayout
from gongkai_desk.ui.register.intake.words import kind_hint, name_hint
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.fields import ChoiceField, TextField
from gongkai_desk.ui.widgets.form import Form, ProblemLine
from gongkai_desk.ui.widgets.plain import PlainLabel

_ORGANISATION = ("legal_representative", "contact_person")
_AGENT = ("agent_name", "agent_identity_number", "agent_authority")
_TEXTS = (
    *("name", "identity_number", "phone", "email", "address", "postcode", "rare_characters"),
    *_ORGANISATION,
    *_AGENT,
)
LEAD, ELIDE = "applicant.", Qt.TextElideMode.ElideRight


class ApplicantSection(QObject):
    """Fields "applicant.…" in `form` for the applicant that the bar above them names.

    `changed` is called whenever another one is shown or the fields that apply change.
    """

    def __init__(self, form: Form, changed: Callable[[], object]) -> None:
        super().__init__(form)
        self._form, self._changed = form, changed
        self._applicants: list[Applicant] = [Applicant(name="")]
        self.current = 0
        self._loading = False
        form.add_heading(_("Applicant"))
        self.bar = ApplicantsBar(form, self)
        form.add_wide(self.bar)
        self._fields()
        self._agent_fields()
        self.kind.changed.connect(self._kind_chosen)
        self.agent.toggled.connect(lambda _on: self._follow())
        form.changed.connect(self.bar.follow)
        self._follow()

    def _fields(self) -> None:
        form = self._form
        form.add("applicant.name", _("Name"), ExplainedText(name_hint), mandatory=True)
        self.kind = ExplainedChoice[ApplicantKind](
            ApplicantKind, label, kind_hint, empty=_("Please choose")
        )
        self.kind.name_it(_("Applicant type"))
        form.add("applicant.kind", _("Applicant type"), self.kind)
        form.add("applicant.legal_representative", _("Legal representative"), TextField())
        form.add("applicant.contact_person", _("Contact person"), TextField())
        self.identity = ChoiceField[IdentityKind](IdentityKind, label)
        form.add("applicant.identity_kind", _("Proof of identity"), self.identity)
        number = ExplainedText(self._bearer_hint)
        form.add("applicant.identity_number", _("Its number"), number)
        self.identity.changed.connect(number.tell)
        form.add("applicant.phone", _("Phone"), TextField())
        form.add("applicant.email", _("E-mail"), TextField())
        form.add("applicant.address", _("Postal address"), TextField())
        form.add("applicant.postcode", _("Postcode"), TextField())
        form.add(
            "applicant.rare_characters",
            _("Rare characters"),
            TextField(hint=_("How to read and write them")),
        )

    def _agent_fields(self) -> None:
        form = self._form
        self.agent = QCheckBox(_("An agent applies"))
        self.agent.setObjectName("has-agent")
        form.add_wide(self.agent)
        form.add("applicant.agent_name", _("Agent's name"), TextField())
        form.add("applicant.agent_identity_number", _("Agent's ID number"), TextField())
        form.add(
            "applicant.agent_authority",
            _("Authority"),
            TextField(hint=_("Power of attorney, its date and scope")),
        )

    def show_applicants(self, applicants: Iterable[Applicant]) -> None:
        self._applicants = list(applicants)
        self._load(0)

    def applicants(self) -> tuple[Applicant, ...]:
        """All of them, the lead first, the shown one as its fields say."""
        self._keep()
        return tuple(self._applicants)

    def add(self) -> None:
        """One more who asks together with the others."""
        self._keep()
        self._applicants.append(Applicant(name=""))
        self._load(len(self._applicants) - 1)
        self._form.field("applicant.name").setFocus()

    def remove(self) -> None:
        """Take the shown one out; the next becomes the lead when the lead goes."""
        if len(self._applicants) > 1:
            del self._applicants[self.current]
            self._load(min(self.current, len(self._applicants) - 1))

    def choose(self, number: int) -> None:
        """Show another one in the fields, counted from 0."""
        if number != self.current:
            self._keep()
            self._load(number)

    def placed(self, problems: Iterable[Problem]) -> list[Problem]:
        """`problems` as they concern the fields shown; those of others are told in the bar."""
        here: list[Problem] = []
        elsewhere: list[tuple[int, Problem]] = []
        for problem in problems:
            whose, name = _whose(problem.field)
            if whose is None:
                here.append(problem)
            elif whose == self.current:
                field = f"{LEAD}{name}"
                here.append(Problem(problem.code, field, problem.values, problem.severity))
            else:
                elsewhere.append((whose, problem))
        self.bar.tell(elsewhere)
        return here

    def _keep(self) -> None:
        kind, identity = self.kind.value(), self.identity.value()
        assert identity is not None
        texts: dict[str, Any] = {name: self._shown(name) for name in _TEXTS}
        before = self._applicants[self.current]
        self._applicants[self.current] = replace(before, kind=kind, identity_kind=identity, **texts)

    def _load(self, number: int) -> None:
        self.current = number
        one = self._applicants[number]
        self._loading = True
        self.kind.set_value(one.kind)
        self.identity.set_value(one.identity_kind)
        for name in _TEXTS:
            self._line(name).setText(getattr(one, name))
        self.agent.setChecked(any(getattr(one, name) for name in _AGENT))
        self._loading = False
        self._follow()

    def _line(self, name: str) -> QLineEdit:
        widget = self._form.field(f"{LEAD}{name}")
        line = getattr(widget, "line", widget)
        assert isinstance(line, QLineEdit)
        return line

    def _shown(self, name: str) -> str:
        hidden = self._form.field(f"{LEAD}{name}").isHidden()
        return "" if hidden else self._line(name).text().strip()

    def _kind_chosen(self) -> None:
        if self._loading:
            return
        if self._organisation and not self._line("identity_number").text().strip():
            self.identity.set_value(IdentityKind.CREDIT_CODE)
        self._follow()

    @property
    def _organisation(self) -> bool:
        return self.kind.value() not in (None, ApplicantKind.NATURAL_PERSON)

    def _bearer_hint(self, number: str) -> str:
        """What the number says of its bearer, to compare with the paper."""
        found = bearer(number) if self.identity.value() is IdentityKind.ID_CARD else None
        if found is None:
            return ""
        words = _("female, born {date}") if found.female else _("male, born {date}")
        told = words.format(date=date_text(found.born))
        return _("By the number: {told}. Compare it with the document.").format(told=told)

    def _follow(self) -> None:
        if self._loading:
            return
        for name in _ORGANISATION:
            self._form.show_field(f"{LEAD}{name}", self._organisation)
        for name in _AGENT:
            self._form.show_field(f"{LEAD}{name}", self.agent.isChecked())
        self._changed()
        self.bar.follow()

    def names(self) -> list[str]:
        """The names as they stand now, for the bar."""
        names = [one.name for one in self._applicants]
        names[self.current] = self._line("name").text().strip()
        return names


class ApplicantsBar(QWidget):
    """A chip for each applicant, and buttons to add one or to take the shown one out."""

    def __init__(self, parent: QWidget, section: ApplicantSection) -> None:
        super().__init__(parent)
        self.setObjectName("applicants")
        self._section = section
        self._chips: list[QPushButton] = []
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row)
        self.add_button = self._button("add-applicant", _("Add an applicant"), "add")
        self.add_button.clicked.connect(lambda: section.add())
        self.out_button = self._button("remove-applicant", _("Take out"), "delete")
        self.out_button.clicked.connect(lambda: section.remove())
        self.hint = PlainLabel(
            _("The first one leads: the annual report counts the request under his type."),
            self,
            look="hint",
            wrap=True,
        )
        self.others = ProblemLine(self)
        self.others.setObjectName("other-applicants-problem")
        self.wrong: tuple[int, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(4)
        for widget in (self._row, self.hint, self.others):
            layout.addWidget(widget)

    def _button(self, name: str, text: str, icon: str) -> QPushButton:
        button = QPushButton(text, self._row)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.setProperty("look", "link")
        icons.set_icon(button, icon)
        return button

    def follow(self) -> None:
        """Name the applicants as they are named now."""
        names = self._section.names()
        while len(self._chips) > len(names):
            chip = self._chips.pop()
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        while len(self._chips) < len(names):
            self._chips.append(self._chip(len(self._chips)))
        several = len(names) > 1
        for number, (chip, name) in enumerate(zip(self._chips, names, strict=True)):
            shown = chip.fontMetrics().elidedText(
                name or _("(no name yet)"), ELIDE, chip.fontMetrics().averageCharWidth() * 24
            )
            words = _("{n}. {name} (lead)") if number == 0 else _("{n}. {name}")
            chip.setText(words.format(n=number + 1, name=shown).replace("&", "&&"))
            chip.setChecked(number == self._section.current)
            chip.setVisible(several)
        for button in (self.add_button, self.out_button):
            self._flow.removeWidget(button)
            self._flow.addWidget(button)
        self.out_button.setVisible(several)
        self.hint.setVisible(several)

    def tell(self, problems: list[tuple[int, Problem]]) -> None:
        """What is wrong with applicants that are not shown; warnings wait until they are."""
        errors = [problem for _number, problem in problems if problem.severity is Severity.ERROR]
        self.wrong = tuple(
            sorted({n for n, problem in problems if problem.severity is Severity.ERROR})
        )
        self.others.show_problems(errors)
        for number, chip in enumerate(self._chips):
            if number in self.wrong:
                icons.set_icon(chip, "error", theme.colours().ink(Tone.BAD))
            else:
                chip.setIcon(QIcon())

    def _chip(self, number: int) -> QPushButton:
        chip = QPushButton("", self._row)
        chip.setObjectName(f"applicant-{number + 1}")
        chip.setProperty("look", "segment")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.clicked.connect(lambda: self._chosen(number))
        self._flow.addWidget(chip)
        return chip

    def _chosen(self, number: int) -> None:
        self._section.choose(number)
        self.follow()


def _whose(field: str) -> tuple[int | None, str]:
    """Which applicant a field belongs to, 0 for the lead, and its name without that."""
    if field.startswith(LEAD):
        return 0, field.removeprefix(LEAD)
    if field.startswith("co_applicants."):
        number, name = field.removeprefix("co_applicants.").split(".", 1)
        return int(number), name
    return None, field
