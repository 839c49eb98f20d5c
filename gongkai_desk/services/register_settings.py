"""The office's decisions about its register: read with defaults, saved as one record."""

from __future__ import annotations

from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.problems import refuse_all
from gongkai_desk.domain.register_settings import RegisterSettings
from gongkai_desk.domain.settings_checks import check_settings
from gongkai_desk.storage.database import Database

SETTINGS_ID = "register"


class RegisterSettingsService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self) -> RegisterSettings:
        """What was decided; the defaults as long as nothing was."""
        return self._database.find(RegisterSettings, SETTINGS_ID) or RegisterSettings()

    def save(self, settings: RegisterSettings) -> Changes:
        """Store the settings; refused with what is wrong in them."""
        refuse_all(check_settings(settings))
        with self._database.write("save-register-settings") as work:
            work.put(settings)
        return work.changes
