"""What the office set for its proactive disclosure."""

from __future__ import annotations

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.disclosure_checks import check_disclosure_settings
from gongkai_desk.domain.disclosure_settings import DISCLOSURE_SETTINGS_ID, DisclosureSettings
from gongkai_desk.domain.problems import refuse_all
from gongkai_desk.storage.database import Database


class DisclosureSettingsService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self) -> DisclosureSettings:
        """The settings kept, or the usual ones."""
        kept = self._database.find(DisclosureSettings, DISCLOSURE_SETTINGS_ID)
        return kept or DisclosureSettings()

    def save(self, settings: DisclosureSettings) -> Changes:
        """Keep the settings; refused with the problems at their fields."""
        refuse_all(check_disclosure_settings(settings))
        with self._database.write("save-disclosure-settings") as work:
            work.put(settings)
        return work.changes
