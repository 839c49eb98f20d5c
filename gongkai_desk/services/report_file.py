"""Any report's figures as a JSON file: read it, check it. Needs no office file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gongkai_desk.domain.file_trouble import file_trouble
from gongkai_desk.domain.problems import refuse
from gongkai_desk.domain.report_checks import check_document
from gongkai_desk.domain.report_finding import Finding


def check_file(path: Path) -> list[Finding]:
    """The findings on a report in a JSON file; raises DomainError when it is none."""
    return check_document(read_report(path))


def read_report(path: Path) -> Mapping[str, object]:
    """The JSON object in the file. Raises DomainError when there is none to read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = file_trouble(error)
        raise refuse("report-file-unreadable", path=str(path), reason=reason) from error
    return document_in(data, str(path))


def document_in(data: bytes, name: str) -> Mapping[str, object]:
    """The JSON object in the bytes of the file `name`. Raises DomainError when there is none."""
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
