"""Bytes that go to a place the officer chose, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from gongkai_desk import documents


def write_file(path: Path, data: bytes) -> None:
    """Put `data` at `path`; raises DomainError `file-not-written` when the disk refuses, and what
    stood there before stays.
    """
    with documents.atomic.replace_file(path) as temporary:
        temporary.write_bytes(data)
