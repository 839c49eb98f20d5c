"""Which files are of which unit: the name in a report's title against the names that are listed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

_SHORTEST = 3
"""Characters a short name must have to stand for a longer one: 财政局 for 示例区财政局."""


def plain_name(name: str) -> str:
    """A unit's name without blanks and widths: two files with the same are of one unit."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def unit_keys(found: Iterable[str], listed: Sequence[str]) -> dict[str, str]:
    """For each name found in a report the plain name of its unit.

    A short name is the unit whose full name ends with it, when there is only one such among the
    listed names and those found; a listed short name is the one report whose name ends with it.
    """
    names = dict.fromkeys(plain_name(name) for name in found if name)
    known = dict.fromkeys(plain_name(name) for name in listed if name.strip())
    keys = {name: _full(name, [*known, *names]) if name not in known else name for name in names}
    for short in known:
        if short in keys.values() or len(short) < _SHORTEST:
            continue
        ending = {key for key in keys.values() if key not in known and key.endswith(short)}
        if len(ending) == 1:
            keys = {name: short if key in ending else key for name, key in keys.items()}
    return keys


def common_start(names: Sequence[str]) -> str:
    """What all names begin with, leaving each at least three characters; "" for fewer than two."""
    if len(set(names)) < 2:
        return ""
    first, last = min(names), max(names)
    same = next((at for at, one in enumerate(first) if one != last[at : at + 1]), len(first))
    return first[: max(0, min(same, *(len(name) - _SHORTEST for name in names)))]


def presumed(file: str, listed: Sequence[str]) -> str:
    """The listed unit that a file is called after, "" when that is not certain: the name, or the
    end of it, stands in the file's name, longer than that of any other unit.
    """
    stem = plain_name(file).rpartition(".")[0] or plain_name(file)
    found = sorted(((_shared(plain_name(name), stem), name) for name in listed), reverse=True)
    if not found or found[0][0] < _SHORTEST or (len(found) > 1 and found[1][0] == found[0][0]):
        return ""
    return found[0][1]


def _shared(name: str, stem: str) -> int:
    """How much of the end of `name` stands in `stem`."""
    return next((len(name) - at for at in range(len(name)) if name[at:] in stem), 0)


def _full(name: str, others: Iterable[str]) -> str:
    longer = {other for other in others if other != name and other.endswith(name)}
    return longer.pop() if len(longer) == 1 and len(name) >= _SHORTEST else name
