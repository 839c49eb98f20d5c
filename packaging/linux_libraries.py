"""Small X11 libraries that Qt's xcb plugin asks for and a bare desktop may lack.

They go beside Qt's own libraries and find each other there. All are MIT/X11 licensed.
libGL, libEGL, libxcb, libxkbcommon, glib, dbus and fontconfig stay the system's: they talk to its
drivers, daemons and configuration, and every desktop has them.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

NAMES = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-randr.so.0",
    "libxcb-render-util.so.0",
    "libxcb-render.so.0",
    "libxcb-shape.so.0",
    "libxcb-shm.so.0",
    "libxcb-sync.so.1",
    "libxcb-util.so.1",
    "libxcb-xfixes.so.0",
    "libxcb-xkb.so.1",
)
PLACE = Path("lib", "PySide6", "Qt", "lib")


def located(listing: str) -> dict[str, Path]:
    """Library name -> path, from what `ldconfig -p` prints; the first, preferred one counts."""
    found: dict[str, Path] = {}
    for name, path in re.findall(r"^\s*(\S+) \(.*\) => (\S+)$", listing, re.MULTILINE):
        found.setdefault(name, Path(path))
    return found


def bundle(folder: Path) -> None:
    """Copy them into the frozen `folder`. Raises SystemExit naming those this machine lacks."""
    listing = subprocess.run(
        ["/sbin/ldconfig", "-p"], check=True, capture_output=True, text=True
    ).stdout
    known = located(listing)
    if lacking := [name for name in NAMES if name not in known]:
        raise SystemExit(f"this machine lacks {', '.join(lacking)}: packaging/README.md")
    place = folder / PLACE
    for name in NAMES:
        shutil.copyfile(known[name].resolve(), place / name)
        (place / name).chmod(0o755)
        # Alignment to 4 KiB instead of patchelf's 2 MiB keeps them small.
        order = ["patchelf", "--page-size", "4096", "--set-rpath", "$ORIGIN"]
        subprocess.run([*order, str(place / name)], check=True)
