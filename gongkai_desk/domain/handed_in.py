"""What an officer has read and decided in a roll-up: files come, go, come again corrected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from gongkai_desk.domain.roll_up import RollUp, UnitFile, roll_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What a file's title does not tell, or tells wrongly."""

    name: str
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """`files` as read, `before` those of the year before; the rest are decisions by a file's key:
    a file that is read again keeps them.
    """

    files: tuple[UnitFile, ...] = ()
    before: tuple[UnitFile, ...] = ()
    left_out: frozenset[str] = frozenset()
    confirmed: frozenset[str] = frozenset()
    named: Mapping[str, Naming] = field(default_factory=dict)

    def with_files(self, files: Iterable[UnitFile]) -> HandedIn:
        """These as well; one that was read before takes the place of what was read then."""
        return replace(self, files=_merged(self.files, files))

    def with_before(self, files: Iterable[UnitFile]) -> HandedIn:
        """These as well among the reports of the year before."""
        return replace(self, before=_merged(self.before, files))

    def without(self, keys: Iterable[str]) -> HandedIn:
        """As if these files had never been read."""
        gone = set(keys)
        return replace(
            self,
            files=_shown_apart([one for one in self.files if one.key not in gone]),
            left_out=self.left_out - gone,
            confirmed=self.confirmed - gone,
            named={key: naming for key, naming in self.named.items() if key not in gone},
        )

    def leaving_out(self, key: str) -> HandedIn:
        """The file in no sum."""
        return replace(self, left_out=self.left_out | {key}, confirmed=self.confirmed - {key})

    def taking_in(self, key: str) -> HandedIn:
        """The file in the sums, though it bears the area's own name."""
        return replace(self, left_out=self.left_out - {key}, confirmed=self.confirmed | {key})

    def naming(self, key: str, naming: Naming) -> HandedIn:
        """The file as that of another unit than its title says."""
        return replace(self, named={**self.named, key: naming})

    @property
    def years(self) -> Sequence[int]:
        """The years of the files, that of most of them first."""
        counted = Counter(each.year for each in self._told() if each.year is not None)
        return [year for year, _count in counted.most_common()]

    def rolled(self, *, area: str, year: int, expected: Sequence[str] = ()) -> RollUp:
        """Added up under the decisions taken."""
        return roll_up(
            self._told(),
            area=area,
            year=year,
            expected=expected,
            left_out=self.left_out,
            confirmed=self.confirmed,
            before=self.before,
        )

    def _told(self) -> list[UnitFile]:
        """The files under the names given to them."""
        told = []
        for each in self.files:
            naming = self.named.get(each.key)
            if naming is not None and not each.problems:
                year = each.year if each.year is not None else naming.year
                each = replace(each, name=naming.name, year=year)
            told.append(each)
        return told


def _merged(old: Sequence[UnitFile], new: Iterable[UnitFile]) -> tuple[UnitFile, ...]:
    files = {each.key: each for each in old} | {each.key: each for each in new}
    return _shown_apart(list(files.values()))


def _shown_apart(files: Sequence[UnitFile]) -> tuple[UnitFile, ...]:
    """The files by their names, with as many folders as keep two that are called alike apart."""
    shown = {each.key: PurePath(each.path).name if each.path else each.file for each in files}
    for depth in range(2, 9):
        count = Counter(shown.values())
        for each in files:
            if each.path and count[shown[each.key]] > 1:
                shown[each.key] = "/".join(PurePath(each.path).parts[-depth:])
    return tuple(replace(each, file=shown[each.key]) for each in files)
