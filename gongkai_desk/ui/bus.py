"""Who wants to know that records changed listens here."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gongkai_desk.domain.changes import Changes


class ChangeBus(QObject):
    """Tells every page what one write touched. Nothing else makes a page reload.

    `changed` carries one `Changes`; a page asks ``changes.touches(Request)``.
    """

    changed = Signal(object)

    def publish(self, changes: Changes) -> None:
        """Announce a committed write; one that touched nothing is not announced."""
        if changes:
            self.changed.emit(changes)
