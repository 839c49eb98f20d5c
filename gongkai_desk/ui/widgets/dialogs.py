"""The base of every dialog that edits: a draft, live problems, Save only when it may be saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.problems import DomainError, Problem, Severity
from gongkai_desk.i18n import _
from gongkai_desk.texts import sentence
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.widgets.form import Form
from gongkai_desk.ui.widgets.plain import PlainLabel

D = TypeVar("D")


class DraftDialog(QDialog, Generic[D]):
    """Edits a draft, never the database.

    A subclass fills `self.form`, overrides `draft()` (the record as the fields say; may raise
    DomainError) and, if it likes, `check(draft)` (more problems, warnings included), and calls
    `ready()` at the end of its `__init__`. `submit` gets the draft and answers with the problems
    that forbade it (`Operations.attempt` does): none closes the dialog, others go to the fields.
    Esc and Cancel ask before they throw input away. Ctrl+Enter saves from everywhere, also from
    fields in which Enter begins a new line. `WIDE` is the least width, in characters.
    """

    WIDE: ClassVar[int] = 40

    def __init__(
        self,
        title: str,
        submit: Callable[[D], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        save: str = "",
        intro: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._submit, self._prompts = submit, prompts
        self._dirty = False
        self.form = Form(self)
        self.form.setContentsMargins(24, 16, 24, 0)
        self.buttons = QDialogButtonBox(self)
        self.save_button = self.buttons.addButton(
            save or _("Save"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)  # second with Tab, too
        self.save_button.setObjectName("save")
        self.save_button.setDefault(True)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.setContentsMargins(24, 12, 24, 16)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save_button.click)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if intro:
            words = PlainLabel(intro, self, look="muted", wrap=True)
            words.setContentsMargins(24, 16, 24, 0)
            layout.addWidget(words)
        layout.addWidget(area, 1)
        layout.addWidget(self.buttons)
        self._area = area

    def draft(self) -> D:
        """The record as the fields say now."""
        raise NotImplementedError

    def check(self, _draft: D) -> Iterable[Problem]:
        """Problems beyond those of the fields."""
        return ()

    def ready(self) -> None:
        """Fields are filled: from now on changes count, and problems are shown live."""
        self.form.changed.connect(self._changed)
        self.review()
        QTimer.singleShot(0, self, self._fit)

    def problems(self) -> list[Problem]:
        """Everything wrong with the input as it stands."""
        found = self.form.own_problems()
        try:
            found += self.check(self.draft()) if not found else ()
        except DomainError as error:
            found += error.problems
        return found

    def review(self) -> None:
        """Show what is wrong now; Save follows. Empty mandatory fields only dim Save at first."""
        found = self.problems()
        self.form.show_problems(p for p in found if not self.keeps_quiet(p))
        self.save_button.setEnabled(not _errors(found))

    def keeps_quiet(self, problem: Problem) -> bool:
        """Whether `problem` counts, but need not be shown yet."""
        return not self._dirty and problem.code == "field-missing"

    def _changed(self) -> None:
        self._dirty = True
        self.review()
        self._widen()

    def _widen(self) -> None:
        """Fields that were just shown may be wider than all others: no scrolling sideways."""
        wish = (
            self.form.minimumSizeHint().width() + self._area.verticalScrollBar().sizeHint().width()
        )
        room = self.screen().availableGeometry().width() - 64
        if min(wish, room) > self.width():
            self.resize(min(wish, room), self.height())
            keep_on_screen(self)

    def _fit(self) -> None:
        room = self.screen().availableGeometry()
        wide = self.fontMetrics().horizontalAdvance("字") * self.WIDE
        width = min(max(self.form.sizeHint().width() + 32, wide), room.width() - 64)
        # wrapped hints and problems are higher than the size hint of the form knows
        height = max(self.form.sizeHint().height(), self.form.heightForWidth(width - 32))
        extra = self.sizeHint().height() - self._area.sizeHint().height()
        self.resize(width, min(height + extra + 24, room.height() - 96))
        keep_on_screen(self)

    @override
    def accept(self) -> None:
        if _errors(self.problems()):
            self._dirty = True
            self.review()
            return
        refused = self._submit(self.draft())
        if refused:
            self.form.show_problems(refused)
            self._tell(refused)
            return
        super().accept()

    def _tell(self, refused: Sequence[Problem]) -> None:
        """What no field is to blame for (a full disk) must not stay below the scrolled fields."""
        loose = [sentence(problem) for problem in refused if problem.field not in self.form]
        if loose:
            self._prompts.problems(_("This was not done"), loose)

    @override
    def reject(self) -> None:
        if self._dirty and not self._prompts.ask(
            _("Discard what you entered?"),
            _("Your input in this window has not been saved."),
            yes=_("Discard"),
            danger=True,
        ):
            return
        super().reject()


def open_dialog(dialog: QDialog) -> None:
    """Show `dialog` before its window; it is gone for good when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def keep_on_screen(dialog: QWidget) -> None:
    """Move a dialog that has grown so that its buttons are not below the screen's edge."""
    room, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
    beyond = QPoint(max(0, frame.right() - room.right()), max(0, frame.bottom() - room.bottom()))
    if not beyond.isNull():
        spot = dialog.pos() - beyond
        dialog.move(max(room.left(), spot.x()), max(room.top(), spot.y()))


def _errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
