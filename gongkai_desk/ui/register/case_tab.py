"""A leaf of the case file below the register, and what it is given to work with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.case import Case
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.deeds import CaseDeeds


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseContext:
    """What the areas of the register share: services, the one place to write, questions, the
    chosen case (`deeds.case`), the cases the list shows, the way to another page, and the widget
    dialogs belong to.
    """

    desk: Desk
    operations: Operations
    prompts: Prompts
    deeds: CaseDeeds
    parent: QWidget
    shown: Callable[[], Sequence[Case]]
    go_to: Callable[[Target], object]


class CaseTab(QWidget):
    """One leaf. `show_case` is called whenever the case or anything of it changed while the leaf
    is in sight; a subclass sets its objectName.
    """

    def __init__(self, context: CaseContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    @property
    def title(self) -> str:
        """The word on the tab, translated."""
        raise NotImplementedError

    def count(self, _case: Case) -> int:
        """What stands behind the word: how many records the leaf holds; 0 shows nothing. Asked
        for every case that is chosen, so it must be quick.
        """
        return 0

    def show_case(self, case: Case) -> None:
        """Show `case` anew."""
        raise NotImplementedError
