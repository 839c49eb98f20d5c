"""Any annual report in a file: ours as JSON, or a published one as docx, html, pdf, xlsx.

Needs no office file.
"""

from __future__ import annotations

from pathlib import Path

from gongkai_desk.documents.reading.report_file import is_published_kind, pieces_of
from gongkai_desk.documents.reading.safety import read_bytes
from gongkai_desk.domain.report import Texts
from gongkai_desk.domain.report_checks import check_document
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.domain.report_reading import ReportReading, read_document, read_published
from gongkai_desk.domain.report_review import review_published
from gongkai_desk.services.report_file import check_file, document_in, read_report


def read_report_file(path: Path) -> ReportReading:
    """The report in a file. Raises DomainError when there is none in it, or it cannot be read."""
    if is_published_kind(path):
        return read_report_bytes(read_bytes(path), path.name)
    return read_document(read_report(path), path.name)


def read_report_bytes(data: bytes, name: str) -> ReportReading:
    """The published report in the bytes of a file called `name`; Errors as for a file."""
    return read_published(pieces_of(data, name), name)


def check_report_file(path: Path, before: Texts | None = None) -> list[Finding]:
    """The findings on the report in a file of any kind; raises DomainError when it is none.

    Our own JSON is checked to the letter of `report check`; a published report for its texts too.
    """
    if is_published_kind(path):
        return review_published(read_report_file(path), before)
    return check_file(path)


def checked_report(data: bytes, path: Path) -> tuple[ReportReading, list[Finding]]:
    """The report in `data`, the bytes of the file at `path`, and what `check_report_file` finds on
    it; nothing is read twice.
    """
    if is_published_kind(path):
        reading = read_report_bytes(data, path.name)
        return reading, review_published(reading)
    content = document_in(data, str(path))
    return read_document(content, path.name), check_document(content)
