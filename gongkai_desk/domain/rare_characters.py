"""Characters beyond 国标 GB 2312, for which a typeface may have to be looked for."""

from __future__ import annotations


def has_rare(text: str) -> bool:
    """Whether one of the characters is none of GB 2312."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False
