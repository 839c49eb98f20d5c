"""Microsoft's C++ runtime, beside the programs that need it before anything of theirs runs.

It is the one Qt for Python brings along; cx_Freeze would fetch another from the network. The
rest of the C runtime is part of Windows 10.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import shiboken6

NAMES = (
    "vcruntime140.dll",
    "vcruntime140_1.dll",
    "msvcp140.dll",
    "msvcp140_1.dll",
    "msvcp140_2.dll",
)


def bundle(folder: Path, source: Path | None = None) -> None:
    """Copy it into the frozen `folder`. Raises FileNotFoundError when one is missing."""
    place = source or Path(shiboken6.__file__).parent
    for name in NAMES:
        shutil.copy2(place / name, folder / name)
