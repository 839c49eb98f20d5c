"""Standard input, which is named by a hyphen."""

from __future__ import annotations

import sys

HYPHEN = "-"


def read_input() -> bytes:
    """Everything that comes in; nothing when the input was closed from outside."""
    return b"" if sys.stdin is None else sys.stdin.buffer.read()
