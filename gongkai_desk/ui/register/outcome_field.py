"""Choosing one of the outcomes, grouped as table 3 of the annual report groups them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.outcome import Outcome, Remedy
from gongkai_desk.i18n import _
from gongkai_desk.services.outcomes import row_labels
from gongkai_desk.texts import label
from gongkai_desk.ui.widgets.drop_down import DropDown

GROUPS = (
    (range(1), "更正申请"),  # 第四十一条: in no row
    (range(3, 4), "予以公开"),
    (range(4, 5), "部分公开"),
    (range(5, 13), "不予公开"),
    (range(13, 16), "无法提供"),
    (range(16, 21), "不予处理"),
    (range(21, 24), "其他处理"),
)
"""The rows of table 3 under their official headings (国办公开办函〔2021〕30号)."""
_CODE = Qt.ItemDataRole.UserRole


class OutcomeField(DropDown):
    """`value()` is the outcome's code, "" while none is chosen; headings cannot be chosen."""

    changed = Signal()

    def __init__(self, outcomes: Mapping[str, Outcome], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        items = QStandardItemModel(self)
        first = QStandardItem(_("Please choose"))
        first.setData("", _CODE)
        items.appendRow(first)
        for rows, heading in GROUPS:
            inside = [each for each in outcomes.values() if each.row in rows]
            if inside:
                items.appendRow(self._heading(heading))
            for outcome in inside:
                item = QStandardItem(f"    {outcome.label}")
                item.setData(outcome.code, _CODE)
                item.setToolTip("")
                items.appendRow(item)
        self.setModel(items)
        self.setMaxVisibleItems(16)
        self.currentIndexChanged.connect(lambda: self.changed.emit())

    @staticmethod
    def _heading(text: str) -> QStandardItem:
        item = QStandardItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont()
        font.setBold(True)
        item.setFont(font)
        return item

    def value(self) -> str:
        return str(self.currentData(_CODE) or "")

    def set_value(self, code: str) -> None:
        self.setCurrentIndex(max(0, self.findData(code, _CODE)))


def outcome_words(outcome: Outcome | None, remedy: Remedy | None = None) -> str:
    """What the choice means for the letter and the report, in lines; `remedy` is that of the case
    where the outcome alone does not decide it.
    """
    if outcome is None:
        return _("The outcome decides the letter, the remedies and the row of the annual report.")
    article = outcome.article or "—"
    return "\n".join(
        (
            _("Basis: {article} · Letter: {document}").format(
                article=article, document=outcome.document or "—"
            ),
            _report_row(outcome),
            _("Remedy: {remedy}").format(remedy=label(remedy or outcome.remedy)),
        )
    )


def _report_row(outcome: Outcome) -> str:
    if outcome.row not in row_labels():
        return _("A request for correction is in no table of the annual report.")
    return _("Annual report, table 3, row {row}: {label}").format(
        row=outcome.row, label=row_labels()[outcome.row]
    )
