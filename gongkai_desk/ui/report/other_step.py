"""Part six, with what the office file gives for its sub-items, each under a heading of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.other_matters import Matter, put_matter, stand_of
from gongkai_desk.domain.report import Texts
from gongkai_desk.domain.report_year import Stand
from gongkai_desk.domain.sub_headings import blank_titles, titles, without_section
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.resources import table
from gongkai_desk.texts import label
from gongkai_desk.ui import icons
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.record_sentences import sources_text
from gongkai_desk.ui.report.text_part import TextPart
from gongkai_desk.ui.report.text_steps import Surroundings, TextStep, hint
from gongkai_desk.ui.report.view import ReportView
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip

_SHOWN = 90
Offered = Callable[[], Sequence[Matter]]
"""The sub-items with what the office file tells for each, as it is now."""


class OtherStep(TextStep):
    """Each sub-item has a button that puts it into the text; what the officer wrote stays."""

    def __init__(self, prompts: Prompts, around: Surroundings, offered: Offered, year: int) -> None:
        title = table("statutes", "report_form.toml")["sections"][5]
        intro = _("Choose what to tell; each sub-item goes under a heading of its own.")
        super().__init__(title, intro, prompts, around)
        self._offered, self._year = offered, year
        self._matters: tuple[Matter, ...] = ()
        self.rows: dict[str, MatterRow] = {}
        self.told.hide()
        self.draft_button.hide()
        self._card = QFrame(self)
        self._card.setProperty("look", "card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(12)
        self.body.addWidget(self._card)
        self.add_parts([TextPart("other", _("Text of this part"), lines=8, hint=hint("other"))])
        self.parts[0].changed.connect(self._follow_text)

    @override
    def show_view(self, view: ReportView) -> None:
        self._matters = tuple(self._offered())
        inside = self._card.layout()
        assert inside is not None
        for matter in self._matters:
            row = self.rows.get(matter.name)
            if row is None:
                row = self.rows[matter.name] = MatterRow(matter.name, self._card)
                row.asked.connect(lambda name=matter.name: self.take(name))
                row.removed.connect(lambda name=matter.name: self.take_out(name))
                inside.addWidget(row)
            row.show_matter(matter, self._nothing(matter.name))
        rows = [self.rows[matter.name] for matter in self._matters]
        self.order_stops([stop for row in rows for stop in (row.button, row.out_button)])
        super().show_view(view)
        self._follow_text()

    def _follow_text(self) -> None:
        text = self.parts[0].value()
        for matter in self._matters:
            row = self.rows[matter.name]
            stand = stand_of(text, matter)
            row.show_stand(stand, there=matter.title in titles(text))
            row.show_blank(matter.title in blank_titles(text))

    def take(self, name: str) -> None:
        """Put a sub-item into the text under its heading."""
        part = self.parts[0]
        matter = self._matter(name)
        part.put(put_matter(part.value(), matter, self._matters))
        part.editor.go_below(matter.title)
        part.editor.setFocus()

    def take_out(self, name: str) -> None:
        """Take a sub-item out of the text, after asking where the officer's own words go with it;
        the others are renumbered.
        """
        part, matter = self.parts[0], self._matter(name)
        without = without_section(part.value(), matter.title)
        again = put_matter(without, matter, self._matters)
        if "".join(again.split()) != "".join(part.value().split()) and not self._prompts.ask(
            _("Take “{title}” out?").format(title=matter.title),
            _("Your own words under this heading go with it. Ctrl+Z brings them back."),
            yes=_("&Take out"),
            danger=True,
        ):
            return
        part.put(without)

    def _matter(self, name: str) -> Matter:
        return next(each for each in self._matters if each.name == name)

    def _nothing(self, name: str) -> str:
        """What is said where the office file tells nothing for a sub-item."""
        if name != "implementation":
            return hint(f"other.{name}")
        words = _(
            "No text on how the plan of {year} was carried out is kept yet. Write it in the task "
            "checklist under “What was done, by section”; it can be inserted here then."
        )
        return words.format(year=self._year)

    @override
    def texts_of(self, texts: Texts) -> tuple[str, ...]:
        return (texts.other,)

    @override
    def with_texts(self, texts: Texts, written: tuple[str, ...]) -> Texts:
        return replace(texts, other=written[0])


class MatterRow(QWidget):
    """A sub-item: its heading, what the office file tells, and the buttons."""

    asked = Signal()
    removed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = PlainLabel("", self, look="strong", wrap=True)
        self.words = PlainLabel("", self, wrap=True, selectable=True)
        self.words.setObjectName(f"matter-{name}")
        self.sources = PlainLabel("", self, look="hint", wrap=True)
        self.button = QPushButton(pgettext("text", "Insert"), self)
        self.button.setObjectName(f"insert-{name}")
        self.button.setAutoDefault(False)
        icons.set_icon(self.button, "down")
        self.out_button = QPushButton(pgettext("text", "Take out"), self)
        self.out_button.setObjectName(f"take-out-{name}")
        self.out_button.setProperty("look", "link")
        self.out_button.setAutoDefault(False)
        self.button.clicked.connect(lambda _on=False: self.asked.emit())
        self.out_button.clicked.connect(lambda _on=False: self.removed.emit())
        self.state = LightBadge(self)
        said = QVBoxLayout()
        said.setSpacing(2)
        for each in (self.title, self.words, self.sources):
            said.addWidget(each)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(said, 1)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.out_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def show_matter(self, matter: Matter, nothing: str) -> None:
        """`nothing` is said where the office file tells nothing."""
        self.title.setText(matter.title)
        self.words.setText(_short(matter.text) or nothing)
        self.words.setProperty("look", "" if matter.text else "hint")
        count = len(matter.sources)
        told = ngettext("From {n} record", "From {n} records", count).format(n=count)
        self.sources.setText(told)
        self.sources.setToolTip(plain_tip(sources_text(matter.sources)))
        self.sources.setVisible(count > 0)

    def show_stand(self, stand: Stand, *, there: bool) -> None:
        self.button.setText(
            _("Bring up to date") if stand is Stand.CHANGED else pgettext("text", "Insert")
        )
        self.button.setVisible(stand is not Stand.WRITTEN)
        self.state.setVisible(stand is Stand.WRITTEN)
        self.words.setVisible(stand is not Stand.WRITTEN)
        self.out_button.setVisible(there)

    def show_blank(self, blank: bool) -> None:
        """Whether only the heading is in the text yet."""
        if blank:
            self.state.show_state(Tone.WARN, "edit", _("Heading only"))
        else:
            self.state.show_state(Tone.GOOD, "done", label(Stand.WRITTEN))
        if blank and not self.button.isVisibleTo(self):
            self.words.show()


def _short(text: str) -> str:
    """As much as shows what it is; the editor below shows all of it."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
