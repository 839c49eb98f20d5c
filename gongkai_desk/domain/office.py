"""The agency whose office file this is, and which unit names mean us."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OfficeKind(StrEnum):
    DEPARTMENT = "department"
    GOVERNMENT = "government"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One office file has exactly one office; its id is always ``"office"``."""

    id: str = "office"
    name: str
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    kind: OfficeKind = OfficeKind.DEPARTMENT
    region: str = ""
    address: str = ""
    phone: str = ""
    website: str = ""
    reconsideration_authority: str = ""  # 行政复议机关: 本级人民政府 (行政复议法 第二十四条)
    court: str = ""
    letterhead_code: str = ""  # 发文机关代字

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that means us, full name first, without blanks or repeats."""
        every = (self.name, self.short_name, *self.aliases)
        return tuple(dict.fromkeys(name for name in every if name))
