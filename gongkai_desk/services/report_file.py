"""Any report's figures as a JSON file: read it, check it. Needs no office file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gongkai_desk.documents.reading.safety import MEGABYTE, read_bytes
from gongkai_desk.domain.problems import refuse
from gongkai_desk.domain.report_checks import check_document
from gongkai_desk.domain.report_finding import Finding

LARGEST = 5 * MEGABYTE
"""The figures of a report are some kilobytes."""


def check_file(path: Path) -> list[Finding]:
    """The findings on a report in a JSON file; raises DomainError when it is none."""
    return check_document(read_report(path))


def read_report(path: Path) -> Mapping[str, object]:
    """The JSON object in the file. Raises DomainError when there is none to read."""
    return document_in(read_bytes(path), str(path))


def document_in(data: bytes, name: str) -> Mapping[str, object]:
    """The JSON object in the bytes of the file `name`. Raises DomainError when there is none."""
    if len(data) > LARGEST:
        raise refuse("file-too-large", "file", name=Path(name).name, limit=LARGEST // MEGABYTE)
    try:
        content = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_object)
    except UnicodeDecodeError as error:
        raise refuse("report-file-no-json", path=name, detail="UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise refuse("report-file-no-json", path=name, detail=_where(error)) from error
    if not isinstance(content, dict):
        raise refuse("report-file-no-object", path=name)
    return content


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; a name given twice would hide a number, so it is refused."""
    content = dict(pairs)
    if len(content) != len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise refuse("report-file-name-twice", name=twice)
    return content


def _where(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.lineno}:{error.colno}"
    return type(error).__name__
