"""The ways of looking at the register that the officer named and kept."""

from __future__ import annotations

from dataclasses import replace

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.problems import refuse
from gongkai_desk.domain.register_settings import SavedView
from gongkai_desk.storage.database import Database


class SavedViewService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[SavedView]:
        """In the order in which they are offered."""
        return sorted(self._database.read(SavedView), key=lambda view: (view.position, view.name))

    def save(self, view: SavedView) -> Changes:
        """Keep `view`, new or changed, at the end of the list when it is new; refuses a name that
        is empty or another view's.
        """
        name = view.name.strip()
        others = [one for one in self.all() if one.id != view.id]
        if not name:
            raise refuse("view-name-missing", "name")
        if any(one.name == name for one in others):
            raise refuse("view-name-taken", "name", name=name)
        known = self._database.find(SavedView, view.id)
        last = max((one.position for one in others), default=0)
        position = known.position if known else last + 1
        with self._database.write("save-view") as work:
            work.put(replace(view, name=name, position=position))
        return work.changes

    def rename(self, view_id: str, name: str) -> Changes:
        return self.save(replace(self._database.get(SavedView, view_id), name=name))

    def remove(self, view_id: str) -> Changes:
        with self._database.write("remove-view") as work:
            work.remove(self._database.get(SavedView, view_id))
        return work.changes
