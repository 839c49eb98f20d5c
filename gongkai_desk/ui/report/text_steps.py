"""The steps of the written parts, with last year's text beside them; part one (overview)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import QByteArray, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.office import OfficeKind
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report import ReportDraft, Texts
from gongkai_desk.domain.report_drafting import HINTS
from gongkai_desk.domain.report_government import SUPERVISION
from gongkai_desk.domain.report_similarity import shared
from gongkai_desk.domain.report_text import LONGEST_OVERVIEW
from gongkai_desk.domain.sub_headings import Level
from gongkai_desk.i18n import _
from gongkai_desk.resources import table
from gongkai_desk.texts import sentence
from gongkai_desk.ui import icons
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.last_year_pane import LastYearPane
from gongkai_desk.ui.report.record_sentences import RecordSentences, Sentences
from gongkai_desk.ui.report.step_page import StepPage
from gongkai_desk.ui.report.text_part import TextPart, length
from gongkai_desk.ui.report.view import ReportView
from gongkai_desk.ui.settings import window_state
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle

NEARLY_FULL = 900
"""Characters of part one from which its length is told in amber."""
_SHOWN, _SIZES = "report/last-year-shown", "report/last-year-sizes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the steps ask for, as it is now: texts drafted from the figures, sentences of the
    records, and last year's texts (None where they are not known).
    """

    drafter: Callable[[], Texts]
    sentences: Sentences = tuple
    before: Callable[[], Texts | None] = lambda: None
    kind: OfficeKind = OfficeKind.DEPARTMENT


def hint(field: str, kind: OfficeKind = OfficeKind.DEPARTMENT) -> str:
    """What to write in a field, where no figure tells it; "" for other fields."""
    if field == f"overview.{SUPERVISION}" and kind is OfficeKind.GOVERNMENT:
        return sentence(Problem("report-hint-supervision-government"))
    return next((sentence(problem) for problem in HINTS if problem.field == field), "")


class TextStep(StepPage):
    """Pages of editors. Unchanged editors leave the draft alone, so that drafted texts go on
    following the figures until the officer changes a word.

    `previous_asked` asks for last year's report to be read from a file.
    """

    previous_asked = Signal()

    def __init__(self, title: str, intro: str, prompts: Prompts, around: Surroundings) -> None:
        super().__init__(title, intro)
        self._prompts, self._around = prompts, around
        self.parts: tuple[TextPart, ...] = ()
        self._records: dict[int, RecordSentences] = {}
        self._shown: tuple[str, ...] = ()
        self._texts = Texts()
        self._before: tuple[str, ...] = ()
        self.told = PlainLabel("", self, look="muted", wrap=True)
        self.told.setObjectName("draft-note")
        self.draft_button = QPushButton(self)
        self.draft_button.setAutoDefault(False)
        self.draft_button.setObjectName("draft-texts")
        icons.set_icon(self.draft_button, "edit")
        self.draft_button.clicked.connect(self.take_drafted)
        self.pane = LastYearPane(self)
        self.pane.asked.connect(self.previous_asked)
        self._build_beside()

    def _build_beside(self) -> None:
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(24, 0, 24, 4)
        self.bar.setSpacing(12)
        self.same = PlainLabel("", self, look="plain")
        self.same.setObjectName("same-as-last-year")
        self.fold_button = QPushButton(_("Last year's te&xt"), self)
        self.fold_button.setObjectName("show-last-year")
        self.fold_button.setProperty("look", "segment")
        self.fold_button.setCheckable(True)
        self.fold_button.setAutoDefault(False)
        icons.set_icon(self.fold_button, "history")
        self.bar.addStretch(1)
        self.bar.addWidget(self.same)
        self.bar.addWidget(self.fold_button)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        place = layout.indexOf(self.ground)
        layout.removeWidget(self.ground)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(9)
        self.splitter.addWidget(self.ground)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(0, 1)
        unit = self.fontMetrics().horizontalAdvance("字")
        self.ground.setMinimumWidth(26 * unit)
        self.pane.setMinimumWidth(12 * unit)
        self.splitter.setSizes([42 * unit, 22 * unit])
        layout.insertLayout(place, self.bar)
        layout.insertWidget(place + 1, self.splitter, 1)
        self.splitter.splitterMoved.connect(
            lambda: window_state().setValue(_SIZES, self.splitter.saveState())
        )
        self.fold_button.toggled.connect(self.fold)

    def fold(self, shown: bool) -> None:
        """Show last year's text, or give its room to the editors."""
        self.pane.setVisible(shown)
        window_state().setValue(_SHOWN, shown)

    def _restore_fold(self) -> None:
        """As it was left, here or at another step."""
        shown = window_state().value(_SHOWN, True, bool)
        with QSignalBlocker(self.fold_button):
            self.fold_button.setChecked(bool(shown))
        self.pane.setVisible(bool(shown))
        kept = window_state().value(_SIZES)
        if isinstance(kept, QByteArray):
            self.splitter.restoreState(kept)

    def add_parts(self, parts: Iterable[TextPart]) -> None:
        """Put the editors on the page, as high as their texts."""
        self.parts = tuple(parts)
        for number, part in enumerate(self.parts):
            part.changed.connect(self.changed)
            part.entered.connect(lambda number=number: self.pane.go_to(number))
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.setTabOrder(self.parts[-1].editor, self.pane.text)  # last year's is read afterwards

    def order_stops(self, stops: Sequence[QWidget]) -> None:
        """Tab comes by these above the editor, though they were made after it."""
        for one, following in pairwise([self.fold_button, *stops, self.parts[0].editor]):
            self.setTabOrder(one, following)

    def add_records(self, parts: dict[int, TextPart], joint: str) -> None:
        """Show below these editors what the records tell; by the `part` of the sentences."""
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

    def compared_with(self, before: Texts) -> tuple[str, ...]:
        """What each editor's text is compared with; "" for one that is not."""
        return self.texts_of(before)

    def headings(self) -> tuple[str, ...]:
        """The headings of the editors' texts in last year's text; "" for none."""
        return ("",) * len(self.parts)

    def show_view(self, view: ReportView) -> None:
        for part, text in zip(self.parts, self.texts_of(view.texts), strict=True):
            part.set_value(text)
        self._shown, self._texts = self.written(), view.texts
        found = self._around.sentences() if self._records else ()
        for number, records in self._records.items():
            records.show_sentences([one for one in found if one.part == number])
        self._show_before(view)
        self.follow(view)

    def _show_before(self, view: ReportView) -> None:
        before = self._around.before()
        texts = self.texts_of(before or Texts())
        passages = list(zip(self.headings(), texts, strict=True))
        self.pane.show_text(view.draft.year - 1, passages, known=before is not None)
        self._before = self.compared_with(before or Texts())
        self.same.setVisible(any(self._before))
        self._restore_fold()

    def follow(self, view: ReportView) -> None:
        live = view.texts_are_drafted
        self.told.setText(
            _("Drafted from figures and records, and following them until you change a word.")
            if live
            else _("Your own text: the figures in it are checked against the tables.")
        )
        self._compare()

    def _compare(self) -> None:
        """Count and mark the sentences that are last year's, on both sides."""
        found = [
            shared(part.value(), then) for part, then in zip(self.parts, self._before, strict=True)
        ]
        for part, each in zip(self.parts, found, strict=True):
            part.show_shared(each)
        self.pane.marks.show_same(frozenset().union(*(each.before for each in found)))
        same, total = sum(each.same for each in found), sum(each.total for each in found)
        self.same.setText(
            _("As last year: {same} of {total} sentences").format(same=same, total=total)
        )
        restyle(self.same, "tone", (Tone.WARN if same * 2 >= max(total, 1) else Tone.NEUTRAL).value)

    def written(self) -> tuple[str, ...]:
        """What the editors say."""
        return tuple(part.value() for part in self.parts)

    def proposed(self) -> tuple[str, ...]:
        """The drafted text of each editor."""
        return self.texts_of(self._around.drafter())

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
            part.put(text)


def adds(text: str, part: TextPart) -> bool:
    """Whether `text` is something that the editor does not say yet."""
    return bool(text) and text.strip() not in part.value()


class OverviewStep(TextStep):
    """The opening paragraph and the five sub-parts of part one."""

    def __init__(self, prompts: Prompts, around: Surroundings) -> None:
        form = table("statutes", "report_form.toml")
        super().__init__(
            form["sections"][0],
            _("The opening paragraph and the five parts of the overview. Plain text."),
            prompts,
            around,
        )
        self._headings: Sequence[str] = form["overview_subheadings"]
        self.draft_button.setText(_("&Draft from the figures"))
        self.length = PlainLabel("", self, look="plain")
        self.length.setObjectName("overview-length")
        self.bar.insertWidget(0, self.draft_button)
        self.bar.insertWidget(1, self.length)
        self.body.addWidget(self.told)
        self.add_parts(
            [
                TextPart("opening", _("Opening paragraph"), lines=3),
                *(self._part(number) for number in range(len(self._headings))),
            ]
        )
        self.add_records(dict(enumerate(self.parts[1:])), "")
        self.changed.connect(self._measure)

    def _part(self, number: int) -> TextPart:
        name, kind = f"overview.{number}", self._around.kind
        told = number == SUPERVISION and kind is OfficeKind.GOVERNMENT
        words = table("statutes", "report_texts.toml")["government"]["supervision"]
        return TextPart(
            name,
            self._headings[number],
            lines=3,
            hint=hint(name, kind),
            level=Level.ITEM,
            offered=words if told else (),
        )

    @override
    def show_view(self, view: ReportView) -> None:
        super().show_view(view)
        self._measure()

    @override
    def texts_of(self, texts: Texts) -> tuple[str, ...]:
        return (texts.opening, *texts.overview)

    @override
    def with_texts(self, texts: Texts, written: tuple[str, ...]) -> Texts:
        return replace(texts, opening=written[0], overview=written[1:])

    @override
    def compared_with(self, before: Texts) -> tuple[str, ...]:
        """The opening is a fixed formula; a part one without sub-headings stands for all five."""
        whole = "\n".join(before.overview).strip()
        return ("", *(text or whole for text in before.overview))

    @override
    def headings(self) -> tuple[str, ...]:
        return ("", *self._headings)

    def _measure(self) -> None:
        """The length of all five; when it is too much, the longest of them is marked."""
        counts = [length(text) for text in self.written()[1:]]
        total = sum(counts)
        words = _("Part one: {count} of {longest} characters")
        if total > LONGEST_OVERVIEW:
            words = _("Part one: {count} of {longest} characters, {over} too many")
        self.length.setText(
            words.format(count=total, longest=LONGEST_OVERVIEW, over=total - LONGEST_OVERVIEW)
        )
        full = Tone.WARN if total >= NEARLY_FULL else Tone.NEUTRAL
        restyle(self.length, "tone", (Tone.BAD if total > LONGEST_OVERVIEW else full).value)
        for part, count in zip(self.parts[1:], counts, strict=True):
            longest = total > LONGEST_OVERVIEW and count == max(counts)
            part.show_tone(Tone.WARN if longest else Tone.NEUTRAL)
