"""The navigation at the left: the product's name, the pages, the office below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout
from typing_extensions import override

from gongkai_desk.i18n import _
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.actions import native
from gongkai_desk.ui.page import PageSpec
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip


class Rail(QFrame):
    """`chosen` carries the name of the page the officer went to by mouse or arrow keys."""

    chosen = Signal(object)

    def __init__(self, pages: Sequence[PageSpec]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._pages = tuple(pages)
        mark = PlainLabel("", self)
        mark.setPixmap(icons.pixmap("app", 32, ratio=self.devicePixelRatioF()))
        product = PlainLabel(_("Disclosure desk"), self)
        product.setObjectName("product")
        top = QHBoxLayout()
        top.setContentsMargins(16, 20, 8, 20)
        top.setSpacing(8)
        top.addWidget(mark)
        top.addWidget(product, 1)
        self.list = QListWidget(self)
        self.list.setObjectName("navigation")
        self.list.setAccessibleName(_("Pages"))
        self.list.setIconSize(QSize(22, 22))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, spec in enumerate(self._pages, 1):
            item = QListWidgetItem(spec.title, self.list)
            item.setToolTip(plain_tip(native(f"Ctrl+{number}")))
        self.repaint_icons()
        self.list.currentRowChanged.connect(self._chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        unit = self.fontMetrics().horizontalAdvance("字")
        widest = max((self.fontMetrics().horizontalAdvance(s.title) for s in pages), default=0)
        product.ensurePolished()
        self._product = product
        self._widest = widest + unit * 5 + 16
        self._fit()

    def _fit(self) -> None:
        beside = 16 + 32 + 8 + 16
        self.setFixedWidth(max(self._widest, self._product.sizeHint().width() + beside))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def repaint_icons(self) -> None:
        """Icons in the colours of the rail; again after the theme changed."""
        colours = theme.colours()
        for row, spec in enumerate(self._pages):
            drawn = QIcon(icons.icon(spec.icon, colours.rail_text))
            bright = icons.pixmap(spec.icon, 32, "#ffffff", self.devicePixelRatioF())
            drawn.addPixmap(bright, QIcon.Mode.Selected)
            self.list.item(row).setIcon(drawn)

    def show_page(self, name: str) -> None:
        """Mark the page that is shown."""
        self.list.setCurrentRow([spec.name for spec in self._pages].index(name))

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self._pages[row].name)
