"""Moving a ledger in and out, as one sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QDialog

from gongkai_desk import resources
from gongkai_desk.demo.camera import Camera
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.register.moving.area import LedgerDrop
from gongkai_desk.ui.register.moving.import_dialog import LedgerImportDialog


def ledger_scenes() -> Iterator[Callable[[Camera, Desk, Path], None]]:
    yield from (_import, _export)


def _import(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("requests", view="open")
    drop = camera.window.findChild(LedgerDrop)
    assert drop is not None
    sample = resources.resource("sample", "ledger.csv")
    for place, name in enumerate(("columns", "choices", "problems", "requests")):

        def turn(dialog: QDialog, place: int = place) -> None:
            assert isinstance(dialog, LedgerImportDialog)
            dialog.tabs.setCurrentIndex(place)

        camera.dialog(f"ledger-import-{name}", lambda: drop.taking.read_file(sample), turn)


def _export(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("requests", view="open")
    camera.dialog("ledger-export", "export-register")
