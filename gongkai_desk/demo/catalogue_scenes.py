"""The screens of the catalogue of proactive disclosure."""

from __future__ import annotations

from pathlib import Path

from gongkai_desk.demo.camera import Camera
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.disclosure.catalogue.import_dialog import CatalogueImportDialog
from gongkai_desk.ui.today import today


def catalogue_scenes(camera: Camera, desk: Desk, papers: Path) -> None:
    camera.page("disclosure", "all", section="catalogue")
    camera.snap("catalogue")
    camera.dialog("catalogue-item", "edit-catalogue-item")
    camera.dialog("catalogue-publication", "record-catalogue-publication")
    camera.dialog("catalogue-compare", "compare-catalogue")
    _import(camera, desk, papers)


def _import(camera: Camera, desk: Desk, papers: Path) -> None:
    """The present version as a file, read again: as an officer brings one from elsewhere."""
    path = papers / "主动公开事项目录.xlsx"
    version = desk.catalogue.versions()[0]
    desk.catalogue_papers.write(version, path)
    draft = desk.catalogue.open(path)
    page = camera.window.page
    assert page is not None
    dialog = CatalogueImportDialog(
        draft,
        desk.catalogue.read(draft, today()),
        lambda decided: desk.catalogue.read(decided, today()),
        lambda *_taken: None,
        page.prompts,
        today(),
        camera.window,
    )
    dialog.tabs.setCurrentIndex(1)
    dialog.show()
    camera.snap("catalogue-import", dialog)
    dialog.done(0)
    dialog.deleteLater()
