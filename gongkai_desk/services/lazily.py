"""Services that are loaded and made when first asked for: the start loads what it shows."""

from __future__ import annotations

import importlib
from typing import Any, Generic, TypeVar

S = TypeVar("S")


class Lazily(Generic[S]):
    """An attribute of the desk: ``tasks: Lazily[TaskService] = Lazily("tasks:TaskService",
    "_database", "maintenance")``. The service is made from the desk's attributes of these names,
    once.
    """

    def __init__(self, place: str, *given: str) -> None:
        self._place, self._given = place, given

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, desk: Any, _owner: type | None = None) -> S:
        module, _colon, name = self._place.partition(":")
        kind = getattr(importlib.import_module(f"gongkai_desk.services.{module}"), name)
        made: S = kind(*(getattr(desk, each) for each in self._given))
        desk.__dict__[self._name] = made  # found before this descriptor from now on
        return made
