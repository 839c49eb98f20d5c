"""The oldest glibc a folder of binaries starts on: the highest GLIBC_x.y any of them asks for.

python packaging/glibc_floor.py FOLDER

Needs `readelf` (binutils). Prints the floor and the files that set it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

Version = tuple[int, ...]

NEEDED = re.compile(r"Name: GLIBC_(\d+(?:\.\d+)+)")
ELF = b"\x7fELF"


def binaries(folder: Path) -> Iterator[Path]:
    """Every ELF file below `folder`; links are followed once, through their target."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(len(ELF)) == ELF:
                    yield path


def needed(listing: str) -> Version:
    """The highest glibc version in what `readelf --version-info` prints; (0,) for none."""
    found = [tuple(map(int, text.split("."))) for text in NEEDED.findall(listing)]
    return max(found, default=(0,))


def floor(folder: Path) -> tuple[Version, list[Path]]:
    """The floor of `folder` and the files, relative to it, that ask for it."""
    asked: dict[Version, list[Path]] = {}
    for path in binaries(folder):
        listing = subprocess.run(
            ["readelf", "--wide", "--version-info", str(path)],
            check=True,
            capture_output=True,
            text=True,
            env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
        ).stdout
        asked.setdefault(needed(listing), []).append(path.relative_to(folder))
    highest = max(asked, default=(0,))
    return highest, asked.get(highest, [])


def text(version: Version) -> str:
    return ".".join(map(str, version))


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    version, files = floor(Path(arguments[0]))
    print(f"glibc {text(version)}, asked for by {', '.join(map(str, files[:5]))}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
