"""The screens of documents and interpretations."""

from __future__ import annotations

from pathlib import Path

from gongkai_desk.demo.camera import Camera
from gongkai_desk.domain.official_document import OfficialDocument
from gongkai_desk.services.desk import Desk


def document_scenes(camera: Camera, desk: Desk, _papers: Path) -> None:
    every = desk.official_documents.all(OfficialDocument)
    homestay = next(each for each in every if each.replaces_id)
    camera.page("disclosure", record_id=homestay.id, section="documents")
    camera.snap("documents")
    camera.dialog("document-edit", "edit-document")
    camera.dialog("document-review", "review-document")
    camera.page("disclosure", section="interpretations")
    camera.snap("interpretations")
