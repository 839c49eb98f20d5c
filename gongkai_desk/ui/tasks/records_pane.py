"""The work records of one task: a card for each, with its attachments."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.plan import Task, WorkRecord
from gongkai_desk.i18n import _, date_text
from gongkai_desk.ui import icons
from gongkai_desk.ui.tasks.record_work import RecordWork
from gongkai_desk.ui.widgets.file_button import FileDeeds, file_button
from gongkai_desk.ui.widgets.files import dropped_files
from gongkai_desk.ui.widgets.plain import PlainLabel, plain_tip

_WIDEST_NAME = 13  # of a file, in Chinese characters


class RecordsPane(QWidget):
    """Files dropped on a card are attached to it, files dropped beside begin a new record."""

    def __init__(self, work: RecordWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("records")
        self.setAcceptDrops(True)
        self._work = work
        self._task: Task | None = None
        self.heading = PlainLabel("", self, look="strong")
        self.head = QHBoxLayout()
        self.head.setContentsMargins(0, 0, 0, 0)
        self.head.addWidget(self.heading, 1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(self.head)
        layout.addWidget(self._area, 1)

    def show_task(self, task: Task) -> None:
        self._task = task
        records = self._work.service.records(task.id)
        self.heading.setText(_("Work records ({n})").format(n=len(records)))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        for record in reversed(records):
            column.addWidget(RecordCard(record, self._work, body))
        if not records:
            column.addWidget(
                PlainLabel(
                    _("Nothing recorded yet. Files dropped here begin a record."),
                    body,
                    look="hint",
                    wrap=True,
                )
            )
        column.addStretch(1)
        self._area.setWidget(body)
        for ground in (body, self._area.viewport()):
            ground.setAutoFillBackground(False)  # the card behind shows through

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._task is not None and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if self._task is not None and files:
            event.acceptProposedAction()
            self._work.add(self._task, files)


class RecordCard(QFrame):
    """Date, text, attachments and what can be done with them."""

    def __init__(self, record: WorkRecord, work: RecordWork, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"record-{record.id}")
        self.setProperty("look", "card")
        self.setAcceptDrops(True)
        self._record, self._work = record, work
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(PlainLabel(date_text(record.date), self, look="strong"), 1)
        for name, icon, tip, run in (
            ("attach", "attachment", _("Add attachments"), work.choose_files),
            ("edit", "edit", _("Edit work record"), work.edit),
            ("remove", "delete", _("Remove work record"), work.remove),
        ):
            button = QToolButton(self)
            button.setObjectName(f"{name}-record")
            icons.set_icon(button, icon)
            button.setToolTip(plain_tip(tip))
            button.setAccessibleName(tip)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _on=False, do=run: do(record))
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 6, 10)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(PlainLabel(record.text, self, wrap=True, selectable=True))
        for attachment in work.service.attachments(record.id):
            deeds = FileDeeds(work.open, work.save_as, work.detach)
            kept = file_button(attachment, deeds, self, widest=_WIDEST_NAME)
            layout.addWidget(kept, 0, Qt.AlignmentFlag.AlignLeft)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self._work.attach(self._record, files)
