"""The size of a file in words."""

from __future__ import annotations


def size_text(size: int) -> str:
    """A file's size for people."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB"
