"""One window for one user and office file: a second start raises the first window."""

from __future__ import annotations

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 1000


def server_name(path: Path) -> str:
    """A name that this user and this office file share, and nobody else."""
    own = f"{getpass.getuser()}|{path.absolute()}"
    return "gongkai-desk-" + hashlib.sha256(own.encode()).hexdigest()[:16]


class SingleInstance(QObject):
    """`raised` is emitted when a second start asks for the window."""

    raised = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._name = server_name(path)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._visited)

    def first(self) -> bool:
        """Whether this is the first start; otherwise the first one has been asked to rise."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(PATIENCE_MS):
            socket.disconnectFromServer()
            return False
        QLocalServer.removeServer(self._name)  # left over after a crash
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Let another start be the first one."""
        self._server.close()

    def _visited(self) -> None:
        self._server.nextPendingConnection().deleteLater()
        self.raised.emit()
