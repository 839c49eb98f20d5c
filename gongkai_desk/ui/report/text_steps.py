"""The written parts: one (overview) and five (problems); the base of part six."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gongkai_desk.domain.report import ReportDraft, Texts
from gongkai_desk.domain.report_drafting import HINTS
from gongkai_desk.domain.report_text import LONGEST_OVERVIEW
from gongkai_desk.domain.report_year import PROBLEMS
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.resources import table
from gongkai_desk.texts import sentence
from gongkai_desk.ui import icons
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.record_sentences import RecordSentences, Sentences
from gongkai_desk.ui.report.step_page import StepPage
from gongkai_desk.ui.report.view import ReportView
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.fields import GrowingTextField, LongTextField
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle

Drafter = Callable[[], Texts]
"""Drafts the texts from the figures as they are now."""


def hint(field: str) -> str:
    """What to write in a field, where no figure tells it; "" for other fields."""
    return next((sentence(problem) for problem in HINTS if problem.field == field), "")


def length(text: str) -> int:
    """Characters as the limit of part one counts them: blanks do not."""
    return len("".join(text.split()))


class TextPart(QWidget):
    """A heading, what to write there, the editor and how long the text is."""

    changed = Signal()

    def __init__(
        self, name: str, heading: str, *, lines: int, hint: str = "", grows: bool = False
    ) -> None:
        super().__init__()
        self.grows = grows
        title = PlainLabel(heading, self, look="strong", wrap=True)
        self.count = PlainLabel("", self, look="hint")
        self.count.setObjectName(f"{name}-length")
        self.editor = (GrowingTextField if grows else LongTextField)(lines=lines)
        self.editor.setObjectName(name)
        self.editor.setAccessibleName(heading)
        self.editor.setAccessibleDescription(hint)
        self.setFocusProxy(self.editor)
        title.setBuddy(self.editor)
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        if hint:
            layout.addWidget(PlainLabel(hint, self, look="hint", wrap=True))
        layout.addWidget(self.editor, 1)
        self.editor.changed.connect(self._edited)
        self._edited()

    def add_records(self, joint: str = "") -> RecordSentences:
        """Below the editor: what the records of the year tell for it."""
        records = RecordSentences(self.editor.objectName(), self, joint, self)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(records)
        return records

    def value(self) -> str:
        return self.editor.value()

    def set_value(self, text: str) -> None:
        self.editor.set_value(text)

    def _edited(self) -> None:
        count = length(self.value())
        words = ngettext("{count} character", "{count} characters", count)
        self.count.setText(words.format(count=count))
        self.changed.emit()


class TextStep(StepPage):
    """Pages of editors. Unchanged editors leave the draft alone, so that drafted texts go on
    following the figures until the officer changes a word.
    """

    def __init__(self, title: str, intro: str, prompts: Prompts, drafter: Drafter) -> None:
        super().__init__(title, intro)
        self._prompts, self._drafter = prompts, drafter
        self.parts: tuple[TextPart, ...] = ()
        self._records: dict[int, RecordSentences] = {}
        self._sentences: Sentences = tuple
        self._shown: tuple[str, ...] = ()
        self._texts = Texts()
        self.told = PlainLabel("", self, look="muted", wrap=True)
        self.told.setObjectName("draft-note")
        self.draft_button = QPushButton(self)
        self.draft_button.setAutoDefault(False)
        self.draft_button.setObjectName("draft-texts")
        icons.set_icon(self.draft_button, "edit")
        self.draft_button.clicked.connect(self.take_drafted)

    def add_parts(self, parts: Iterable[TextPart]) -> None:
        """Put the editors on the page, each taking its share of the height."""
        self.parts = tuple(parts)
        for part in self.parts:
            part.changed.connect(self.changed)
            self.body.addWidget(part, 0 if part.grows else 1)
        if all(part.grows for part in self.parts):
            self.body.addStretch(1)

    def add_records(self, sentences: Sentences, parts: dict[int, TextPart], joint: str) -> None:
        """Show below these editors what the records tell; by the `part` of the sentences."""
        self._sentences = sentences
        self._records = {number: part.add_records(joint) for number, part in parts.items()}

    def records(self, part: int) -> RecordSentences:
        """What is shown of the records below the editor of a part."""
        return self._records[part]

    def texts_of(self, texts: Texts) -> tuple[str, ...]:
        """The texts this page edits, in the order of its editors."""
        raise NotImplementedError

    def with_texts(self, texts: Texts, written: tuple[str, ...]) -> Texts:
        """`texts` with what the editors say."""
        raise NotImplementedError

    def show_view(self, view: ReportView) -> None:
        for part, text in zip(self.parts, self.texts_of(view.texts), strict=True):
            part.set_value(text)
        self._shown, self._texts = self.written(), view.texts
        found = self._sentences() if self._records else ()
        for number, records in self._records.items():
            records.show_sentences([one for one in found if one.part == number])
        self.follow(view)

    def follow(self, view: ReportView) -> None:
        live = view.texts_are_drafted
        self.told.setText(
            _("Drafted from figures and records, and following them until you change a word.")
            if live
            else _("Your own text: the figures in it are checked against the tables.")
        )

    def proposed(self) -> tuple[str, ...]:
        """What the figures say now, in the order of the editors; "" where they say nothing."""
        return self.texts_of(self._drafter())

    def written(self) -> tuple[str, ...]:
        return tuple(part.value() for part in self.parts)

    def applied(self, draft: ReportDraft) -> ReportDraft:
        if self.written() == self._shown:
            return draft
        return replace(draft, texts=self.with_texts(self._texts, self.written()))

    def take_drafted(self) -> None:
        """Write the drafted texts into the empty editors; others only after asking."""
        pairs = list(zip(self.parts, self.proposed(), strict=True))
        empty = [(part, text) for part, text in pairs if text and not part.value()]
        other = [(part, text) for part, text in pairs if part.value() and adds(text, part)]
        if not empty and not other:
            self.told.setText(_("The text already says what the figures tell."))
            return
        chosen = empty
        if other:
            answer = self._prompts.choose(
                _("Replace what is written?"),
                _("Some parts already have a text that differs from the one the figures give."),
                (_("Fill the empty parts only"), _("Replace these parts")),
            )
            if answer is None:
                return
            chosen = empty + other if answer else empty
        for part, text in chosen:
            part.set_value(text)


def adds(text: str, part: TextPart) -> bool:
    """Whether `text` is something that the editor does not say yet."""
    return bool(text) and text.strip() not in part.value()


class OverviewStep(TextStep):
    """The opening paragraph and the five sub-parts of part one."""

    def __init__(self, prompts: Prompts, drafter: Drafter, sentences: Sentences = tuple) -> None:
        form = table("statutes", "report_form.toml")
        super().__init__(
            form["sections"][0],
            _("The opening paragraph and the five parts of the overview. Plain text."),
            prompts,
            drafter,
        )
        self.draft_button.setText(_("&Draft from the figures"))
        self.length = PlainLabel("", self, look="plain")
        self.length.setObjectName("overview-length")
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.draft_button)
        top.addStretch(1)
        top.addWidget(self.length)
        self.body.addLayout(top)
        self.body.addWidget(self.told)
        names = [f"overview.{number}" for number in range(len(form["overview_subheadings"]))]
        self.add_parts(
            [
                TextPart("opening", _("Opening paragraph"), lines=3, grows=True),
                *(
                    TextPart(name, heading, lines=3, hint=hint(name), grows=True)
                    for name, heading in zip(names, form["overview_subheadings"], strict=True)
                ),
            ]
        )
        self.add_records(sentences, dict(enumerate(self.parts[1:])), "")
        self.changed.connect(self._measure)

    def show_view(self, view: ReportView) -> None:
        super().show_view(view)
        self._measure()

    def texts_of(self, texts: Texts) -> tuple[str, ...]:
        return (texts.opening, *texts.overview)

    def with_texts(self, texts: Texts, written: tuple[str, ...]) -> Texts:
        return replace(texts, opening=written[0], overview=written[1:])

    def _measure(self) -> None:
        count = sum(length(text) for text in self.written()[1:])
        self.length.setText(
            _("Part one: {count} of {longest} characters").format(
                count=count, longest=LONGEST_OVERVIEW
            )
        )
        tone = Tone.WARN if count > LONGEST_OVERVIEW else Tone.NEUTRAL
        restyle(self.length, "tone", tone.value)


class ProblemsStep(TextStep):
    """Part five, which nothing but the officer can write; what stood in the way of the year's
    tasks is offered.
    """

    def __init__(self, prompts: Prompts, drafter: Drafter, sentences: Sentences = tuple) -> None:
        title = table("statutes", "report_form.toml")["sections"][4]
        intro = _("No figure tells this part: it must name problems and how they are mended.")
        super().__init__(title, intro, prompts, drafter)
        self.draft_button.hide()
        self.told.hide()
        self.add_parts(
            [TextPart("problems", _("Text of this part"), lines=12, hint=hint("problems"))]
        )
        self.add_records(sentences, {PROBLEMS: self.parts[0]}, "\n")

    def texts_of(self, texts: Texts) -> tuple[str, ...]:
        return (texts.problems,)

    def with_texts(self, texts: Texts, written: tuple[str, ...]) -> Texts:
        return replace(texts, problems=written[0])
