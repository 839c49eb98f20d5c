"""Two versions of the catalogue compared: what is new, changed field by field, moved, gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gongkai_desk.domain.catalogue import CatalogueVersion
from gongkai_desk.domain.catalogue_compare import BETWEEN_LEVELS, ChangeKind, ItemChange
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.catalogue_papers import shown
from gongkai_desk.texts import label
from gongkai_desk.ui.disclosure.catalogue.words import change_text, version_name
from gongkai_desk.ui.models.records import Column, RecordTableModel
from gongkai_desk.ui.sections.facts import Fact, FactsCard
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.plain import PlainLabel
from gongkai_desk.ui.widgets.record_table import RecordTable
from gongkai_desk.wording.catalogue import field_name

_TONES = {
    ChangeKind.NEW: Tone.GOOD,
    ChangeKind.CHANGED: Tone.WARN,
    ChangeKind.MOVED: Tone.INFO,
    ChangeKind.GONE: Tone.BAD,
}
Compare = Callable[[CatalogueVersion, CatalogueVersion], Sequence[ItemChange]]


class CompareDialog(QDialog):
    """`versions` newest first; two of them are chosen, the new one first in the sentence."""

    def __init__(
        self,
        versions: Sequence[CatalogueVersion],
        chosen: CatalogueVersion,
        in_force: CatalogueVersion | None,
        compare: Compare,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("catalogue-compare")
        self.setWindowTitle(_("Compare two versions"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._compare = compare
        before = next((one for one in versions if one.number < chosen.number), versions[-1])

        def name(version: CatalogueVersion) -> str:
            return version_name(version, in_force)

        self.old: ChoiceField[CatalogueVersion] = ChoiceField(versions, name, self)
        self.new: ChoiceField[CatalogueVersion] = ChoiceField(versions, name, self)
        for field, title, value in (
            (self.old, pgettext("versions", "From"), before),
            (self.new, pgettext("versions", "To"), chosen),
        ):
            field.setAccessibleName(title)
            field.setSizeAdjustPolicy(field.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(16)  # two long titles side by side fit on no screen
            field.set_value(value)
            field.changed.connect(self._show)
        self.old.setObjectName("old-version")
        self.new.setObjectName("new-version")
        self.summary = PlainLabel("", self, look="strong", wrap=True)
        self.summary.setObjectName("summary")
        self.table: RecordTable[ItemChange] = RecordTable(
            "catalogue-changes", RecordTableModel(_columns()), self, remembers=False
        )
        self.table.set_empty(_("The two versions are the same."), icon="check")
        self.table.chosen.connect(self._choose)
        self.card = FactsCard(_("Choose a line above to see all of it."), parent=self)
        self._build()
        self._show()

    def _build(self) -> None:
        top = QGridLayout()
        top.setHorizontalSpacing(8)
        top.setColumnStretch(1, 1)
        top.setColumnStretch(3, 1)
        for place, (title, field) in enumerate(
            ((pgettext("versions", "From"), self.old), (pgettext("versions", "To"), self.new))
        ):
            top.addWidget(PlainLabel(title, self, look="muted"), 0, 2 * place)
            top.addWidget(field, 0, 2 * place + 1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(9)
        parts.addWidget(self.table)
        parts.addWidget(self.card)
        parts.setSizes([320, 220])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.summary)
        layout.addWidget(parts, 1)
        layout.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(min(1060, room.width() - 48), min(700, room.height() - 64))

    def _show(self) -> None:
        old, new = self.old.value(), self.new.value()
        if old is None or new is None:
            return
        changes = list(self._compare(old, new))
        counts = Counter(change.kind for change in changes)
        parts = [
            _("{kind} {n}").format(kind=label(kind), n=counts[kind])
            for kind in ChangeKind
            if counts[kind]
        ]
        self.summary.setText("　".join(parts) or _("No changes"))
        self.table.set_rows(changes)
        if changes:
            self.table.select([changes[0].id])
        self._choose(self.table.current())

    def _choose(self, change: ItemChange | None) -> None:
        if change is None:
            self.card.show_nothing()
            return
        if change.kind is ChangeKind.CHANGED:
            facts = [
                Fact(
                    field_name(one.name),
                    _("{before}  →  {after}").format(
                        before=shown(one.before) or _("(empty)"),
                        after=shown(one.after) or _("(empty)"),
                    ),
                )
                for one in change.fields
            ]
        else:
            item = change.item
            facts = [
                Fact(pgettext("catalogue", "Kind of change"), label(change.kind)),
                Fact(_("Time limit of publication"), item.limit.text),
                Fact(_("Content published"), item.content),
                Fact(_("Channels"), "、".join(item.channels)),
                Fact(_("Responsible"), item.responsible),
            ]
        self.card.show_record(BETWEEN_LEVELS.join(change.item.path), facts)


def _different(change: ItemChange) -> str:
    """The fields that changed; of what is new or gone the content."""
    if change.kind is ChangeKind.CHANGED:
        return change_text(change).replace("\n", "；")
    if change.kind is ChangeKind.MOVED:
        return _("stands at another place")
    return " ".join(change.item.content.split())


def _columns() -> Sequence[Column[ItemChange]]:
    return (
        Column(
            name="kind",
            title=pgettext("catalogue", "Kind of change"),
            text=lambda one: label(one.kind),
            tone=lambda one: _TONES[one.kind],
            chip=True,
            width=6,
        ),
        Column(
            name="item",
            title=_("Item"),
            text=lambda one: BETWEEN_LEVELS.join(one.item.path),
            width=20,
        ),
        Column(
            name="what",
            title=pgettext("versions", "What is different"),
            text=_different,
            stretch=True,
        ),
    )
