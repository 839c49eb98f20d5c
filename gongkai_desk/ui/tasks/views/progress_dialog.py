"""落实情况 section by section: what the records say, and the officer's own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QPushButton,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.plan import WorkPlan
from gongkai_desk.domain.problems import DomainError, Problem
from gongkai_desk.domain.section_drafting import SectionDraft, Source
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.section_texts import progress_title
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui import icons
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.dialogs import DraftDialog
from gongkai_desk.ui.widgets.fields import LongTextField
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip

Texts = Mapping[str, str]
_MARGIN = 12
_LIST_WIDE = 19
"""The width of the list of sections, in Chinese characters."""


class ProgressDialog(DraftDialog[Texts]):
    """The draft is the text of every section; `submit` keeps them in one write."""

    WIDE = 66

    def __init__(
        self,
        plan: WorkPlan,
        desk: Desk,
        submit: Callable[[Texts], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        intro = _(
            "Kept texts go into the draft of part six of the annual report of {year}; what is "
            "written there already stays as it is. The drafts here say nothing but what was "
            "recorded."
        ).format(year=plan.year)
        super().__init__(_("What was done, by section"), submit, prompts, parent, intro=intro)
        self.setObjectName("section-texts")
        self.plan, self.desk = plan, desk
        self.sections = SectionsEditor(desk.section_texts.drafts(plan.id), prompts, self)
        self.form.add_wide(self.sections)
        self.sections.changed.connect(self.form.changed)
        self.export_button = self.buttons.addButton(
            _("Save as Word…"), self.buttons.ButtonRole.ActionRole
        )
        self.export_button.setObjectName("export-progress")
        self.export_button.setAutoDefault(False)
        self.export_button.clicked.connect(self.export)
        self.told = PlainLabel("", self, look="muted")
        self.told.setContentsMargins(24, 0, 24, 0)
        self.told.setObjectName("told")
        own = self.layout()
        assert isinstance(own, QVBoxLayout)
        own.insertWidget(own.count() - 1, self.told)
        self.ready()

    @override
    def draft(self) -> Texts:
        return self.sections.value()

    def export(self) -> None:
        """The texts as they stand here as a Word file."""
        name = f"{safe_name(progress_title(self.plan))}.docx"
        kinds = [_("Word document (*.docx)")]
        path = self._prompts.save_file(_("What was done, by section"), name, kinds)
        if path is None:
            return
        target = path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")
        self._write(target)

    def _write(self, target: Path) -> None:
        try:
            self.desk.section_texts.export(self.plan.id, self.sections.value(), target)
        except DomainError as error:
            self._prompts.problems(_("Not saved"), [sentence(one) for one in error.problems])
            return
        self.told.setText(_("Saved: {path}").format(path=target))


class SectionsEditor(QWidget):
    """The sections on the left; on the right what the records say, below it the text."""

    changed = Signal()

    def __init__(
        self, drafts: Sequence[SectionDraft], prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._drafts, self._prompts = list(drafts), prompts
        self._texts = [draft.kept.text if draft.kept else "" for draft in drafts]
        self.list = QListWidget(self)
        self.list.setObjectName("sections")
        self.list.setAccessibleName(_("Sections"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found = _SentenceTree(self)
        self.found.setObjectName("drafted-sentences")
        self.found.setAccessibleName(_("What the records say"))
        self.found.setHeaderHidden(True)
        self.found.setWordWrap(True)
        self.found.setItemDelegate(_Wrapped(self.found))
        self.found.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.found.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.heading = PlainLabel("", self, look="heading", wrap=True)
        self.heading.setObjectName("section-name")
        self.nothing = PlainLabel("", self, look="muted", wrap=True)
        self.nothing.setObjectName("nothing-recorded")
        self.take = QPushButton(_("Take the draft"), self)
        self.take.setObjectName("take-draft")
        self.take.setAutoDefault(False)
        icons.set_icon(self.take, "edit")
        self.text = LongTextField(lines=6)
        self.text.setObjectName("section-text")
        self.text.setAccessibleName(_("Your text"))
        self._lay_out()
        for number in range(len(self._drafts)):
            self.list.addItem("")
            self._name(number)
        self.list.currentRowChanged.connect(self._show)
        self.text.changed.connect(self._edited)
        self.take.clicked.connect(self.take_draft)
        self.list.setCurrentRow(0)
        QTimer.singleShot(0, self.list, self.list.doItemsLayout)  # as the style sheet wants it

    def _lay_out(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(_("What the records say"), right, look="strong"), 1)
        head.addWidget(self.take)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.found, 3)
        words = PlainLabel(_("Your text"), right, look="strong")
        words.setBuddy(self.text)
        column.addWidget(words)
        column.addWidget(self.text, 2)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        unit = self.fontMetrics().horizontalAdvance("字")
        split.setSizes([unit * _LIST_WIDE, unit * 46])
        split.setMinimumHeight(self.fontMetrics().lineSpacing() * 22)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.addWidget(split)

    def value(self) -> dict[str, str]:
        """The text of every section as it stands."""
        return {
            draft.section: text.strip()
            for draft, text in zip(self._drafts, self._texts, strict=True)
        }

    def take_draft(self) -> None:
        """Put the draft into the text; what the officer wrote goes only after asking."""
        number = self.list.currentRow()
        drafted, written = self._drafts[number].drafted, self._texts[number].strip()
        if written and written != drafted:
            answer = self._prompts.choose(
                _("Replace what is written?"),
                _("This section has a text that differs from the draft."),
                (_("Put the draft behind it"), _("Replace the text")),
            )
            if answer is None:
                return
            drafted = drafted if answer else f"{written}\n{drafted}"
        self.text.set_value(drafted)

    def _show(self, number: int) -> None:
        if number < 0:
            return
        draft = self._drafts[number]
        self.heading.setText(_section(draft))
        blocked = QSignalBlocker(self.text)
        self.text.set_value(self._texts[number])
        blocked.unblock()
        self.found.clear()
        for each in draft.sentences:
            top = QTreeWidgetItem([each.text])
            self.found.addTopLevelItem(top)
            for source in each.sources:
                line = QTreeWidgetItem([source_words(source, draft)])
                line.setToolTip(0, plain_tip(source.text))
                top.addChild(line)
        self.nothing.setText(_nothing(draft))
        self.nothing.setVisible(not draft.sentences)
        self.found.setVisible(bool(draft.sentences))
        self.take.setEnabled(bool(draft.sentences))

    def _edited(self) -> None:
        number = self.list.currentRow()
        if number >= 0:
            self._texts[number] = self.text.value()
            self._name(number)
            self.changed.emit()

    def _name(self, number: int) -> None:
        """The section with how far its text is, in a word and by an icon."""
        draft, item = self._drafts[number], self.list.item(number)
        if self._texts[number].strip():
            state, icon = pgettext("section text", "written"), "done"
        elif draft.sentences:
            state, icon = pgettext("section text", "drafted only"), "edit"
        else:
            state, icon = pgettext("section text", "nothing recorded"), "info"
        room = self.fontMetrics().horizontalAdvance("字") * (_LIST_WIDE - 4)
        name = _section(draft)
        short = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        item.setText(f"{short}\n{state}")
        item.setToolTip(plain_tip(name))
        item.setIcon(icons.icon(icon))


class _SentenceTree(QTreeWidget):
    """Wraps its lines anew when it is given another width."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Wrapped(QStyledItemDelegate):
    """Lines as high as their wrapped text: a tree by itself gives each of them one line."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        depth = 2 if index.parent().isValid() else 1
        room = self._tree.viewport().width() - depth * self._tree.indentation() - _MARGIN
        box = QRect(0, 0, max(room, 80), 10_000)
        metrics, wrapped = self._tree.fontMetrics(), Qt.TextFlag.TextWordWrap
        return QSize(room, metrics.boundingRect(box, wrapped, str(index.data())).height() + 6)


def _section(draft: SectionDraft) -> str:
    return draft.section or pgettext("task view", "Without a heading")


def source_words(source: Source, draft: SectionDraft) -> str:
    """Which record a sentence comes from: its kind, its task, its day, its beginning."""
    task = next((task for task in draft.tasks if task.id == source.task_id), None)
    day = date_text(source.date) if source.date else ""
    words = " ".join(source.text.split())
    number = task.number if task else ""
    return "　".join(part for part in (label(source.kind), number, day, words) if part)


def _nothing(draft: SectionDraft) -> str:
    if draft.sentences:
        return ""
    if not draft.tasks:
        return _("The plan has no such section any more; the text is kept until you empty it.")
    return _(
        "Nothing was recorded in this section: no progress, result, work record, finished step or "
        "activity. Nothing is drafted."
    )
