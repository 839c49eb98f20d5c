"""Paste a mail, a letter or an online form: what it tells is confirmed field by field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.intake_draft import channel_of, matter_of, prefilled
from gongkai_desk.domain.intake_proposal import Proposal
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.request import Applicant, Channel, Matter, Request
from gongkai_desk.i18n import _, ngettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.texts import label, sentence
from gongkai_desk.ui import icons, theme
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.intake.proposals import TONES, ProposalList
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.files import private_folder
from gongkai_desk.ui.widgets.plain import PlainLabel

WAIT_MS = 300
Submit = Callable[[Request, Sequence[Path]], object]


class PasteRequestDialog(QDialog):
    """`submit` gets a request that holds what was confirmed, and the files that came along."""

    def __init__(
        self,
        *,
        desk: Desk,
        submit: Submit,
        prompts: Prompts,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("paste-request")
        self.setWindowTitle(_("Paste an application"))
        self._desk, self._submit, self._prompts, self._today = desk, submit, prompts, today
        self._files: list[Path] = []
        self._proposals: list[Proposal] = []
        self._read_text = ""
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("text")
        self.text.setAccessibleName(_("Text of the application"))
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(_("Paste the form, the mail or the letter here (Ctrl+V)."))
        self.list = ProposalList()
        self.told = PlainLabel("", self, look="strong", wrap=True)
        self.told.setObjectName("found-count")
        self.channel = ChoiceField[Channel](
            [one for one in Channel if one is not Channel.UNSPECIFIED],
            label,
            self,
            empty=_("Please choose"),
        )
        self.channel.setObjectName("channel")
        self.matter = ChoiceField[Matter](Matter, label, self)
        self.matter.setObjectName("matter")
        self.attached = PlainLabel("", self, look="muted", wrap=True)
        self.attached.setObjectName("mail-files")
        self._buttons()
        self._arrange()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.read)
        self.text.textChanged.connect(lambda: self._timer.start(WAIT_MS))
        self.list.changed.connect(self._follow)
        self.list.looked_at.connect(self._show_place)
        self.text.setPlainText(QGuiApplication.clipboard().text())
        self.read()

    def _buttons(self) -> None:
        self.mail_button = QPushButton(_("Open a mail (.eml)…"), self)
        self.mail_button.setObjectName("open-mail")
        self.mail_button.setAutoDefault(False)
        icons.set_icon(self.mail_button, "open")
        self.mail_button.clicked.connect(self._open_mail)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.take_button = self.buttons.addButton(
            _("Fill in the form"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.take_button.setObjectName("take")
        self.take_button.setDefault(True)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _arrange(self) -> None:
        words = _(
            "Nothing is taken over that is not ticked here. What was found is marked in the text; "
            "what is only inferred must be ticked by you. The form opens afterwards."
        )
        intro = PlainLabel(words, self, look="muted", wrap=True)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.list)
        area.setAccessibleName(_("What was found"))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self._column(_("Text of the application"), self.text, self._mail_row()))
        split.addWidget(self._found_column(area))
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(intro)
        layout.addWidget(split, 1)
        layout.addWidget(self.buttons)
        unit = self.fontMetrics().horizontalAdvance("字")
        room = self.screen().availableGeometry()
        self.resize(min(unit * 76, room.width() - 48), min(unit * 48, room.height() - 72))

    def _column(self, title: str, *inside: QWidget) -> QWidget:
        column = QWidget(self)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(title, column, look="strong"))
        for number, widget in enumerate(inside):
            layout.addWidget(widget, 1 if number == 0 else 0)
        return column

    def _mail_row(self) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.mail_button)
        layout.addWidget(self.attached, 1)
        return row

    def _found_column(self, area: QWidget) -> QWidget:
        column = QWidget(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("Channel"), self.channel),
            (_("Matter"), self.matter),
        )
        for line, (name, field) in enumerate(rows):
            title = PlainLabel(name, column)
            title.setBuddy(field)
            field.setAccessibleName(name)
            grid.addWidget(title, line, 0)
            grid.addWidget(field, line, 1)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.told)
        layout.addWidget(area, 1)
        layout.addLayout(grid)
        return column

    def read(self) -> None:
        """Find again what the text tells; the same text is not read twice."""
        text = self.text.toPlainText()
        if text == self._read_text:
            self._follow()
            return
        self._read_text = text
        self._proposals = self._desk.intake.read_text(text)
        self.list.show_proposals(self._proposals)
        self.channel.set_value(channel_of(text) if text.strip() else Channel.UNSPECIFIED)
        self.matter.set_value(matter_of(text))
        self._mark(None)

    def _follow(self) -> None:
        count, taken = len(self._proposals), len(self.list.confirmed())
        if count:
            words = ngettext(
                "{n} piece found, {taken} taken", "{n} pieces found, {taken} taken", count
            )
            self.told.setText(words.format(n=count, taken=taken))
        elif self.text.toPlainText().strip():
            self.told.setText(_("Nothing was found; the text itself goes into the description."))
        else:
            self.told.setText(_("What is found in the text will be listed here."))
        self.take_button.setEnabled(bool(self.text.toPlainText().strip()))

    def _mark(self, strong: Proposal | None) -> None:
        """Colour what was found; the one that is looked at is framed by a stronger colour."""
        colours = theme.colours()
        marks = []
        for one in self._proposals:
            look = QTextCharFormat()
            tone = TONES[one.certainty][0]
            look.setBackground(QColor(colours.soft(tone)))
            look.setForeground(QColor(colours.ink(tone)))
            if strong is not None and (one.start, one.end) == (strong.start, strong.end):
                look.setBackground(QColor(colours.accent))
                look.setForeground(QColor(colours.on_accent))
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = self._cursor(one), look  # type: ignore[attr-defined]
            marks.append(mark)
        self.text.setExtraSelections(marks)

    def _cursor(self, one: Proposal) -> QTextCursor:
        """A cursor over the value; Qt counts UTF-16 units where Python counts characters."""
        text = self._read_text
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(_units(text[: one.start]))
        cursor.setPosition(_units(text[: one.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _show_place(self, one: object) -> None:
        if isinstance(one, Proposal):
            self._mark(one)
            place = self._cursor(one)
            place.clearSelection()
            self.text.setTextCursor(place)
            self.text.ensureCursorVisible()

    def _open_mail(self) -> None:
        path = self._prompts.open_file(_("Open a mail"), [_("E-mail (*.eml)")])
        if path is None:
            return
        try:
            mail = self._desk.intake.read_mail(path)
            self._files = [path, *(_copied(one.name, one.data) for one in mail.files)]
        except DomainError as error:
            self._prompts.problems(
                _("This mail cannot be read"), [sentence(each) for each in error.problems]
            )
            return
        self.text.setPlainText(mail.text)
        self.read()
        self.channel.set_value(Channel.EMAIL)
        names = _(", ").join(each.name for each in self._files)
        self.attached.setText(_("Kept with the request: {names}").format(names=names))

    def request(self) -> Request:
        """A new request that holds what is confirmed; without any find the text as it is."""
        confirmed = self.list.confirmed()
        base = Request(
            id=new_id(),
            number="",
            applicant=Applicant(name=""),
            channel=self.channel.value() or Channel.UNSPECIFIED,
            subject="",
            description="" if self._proposals else self.text.toPlainText().strip(),
            matter=self.matter.value() or Matter.DISCLOSURE,
        )
        return prefilled(base, confirmed)

    @override
    def accept(self) -> None:
        self.read()
        if not self.text.toPlainText().strip():
            return
        request, files = self.request(), tuple(self._files)
        super().accept()
        self._submit(request, files)

    @override
    def reject(self) -> None:
        clipboard = QGuiApplication.clipboard().text()
        typed = self.text.toPlainText().strip()
        if (
            typed
            and typed != clipboard.strip()
            and not self._prompts.ask(
                _("Discard the pasted text?"),
                _("Nothing has been registered yet."),
                yes=_("Discard"),
                danger=True,
            )
        ):
            return
        super().reject()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _copied(name: str, data: bytes) -> Path:
    """A file of a mail, where it stays until the request is registered."""
    folder = private_folder() / new_id()
    folder.mkdir()
    path = folder / safe_name(name)
    path.write_bytes(data)
    return path
