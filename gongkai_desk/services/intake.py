"""Everything around the entry of a request: pasted texts and mails, files, attempts, settings."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.documents.reading import mail
from gongkai_desk.domain import intake_text
from gongkai_desk.domain.case_file import ContactEntry
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.intake_proposal import Proposal
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import Problem, refuse
from gongkai_desk.domain.rare_characters import has_rare
from gongkai_desk.domain.receipt import read_hour
from gongkai_desk.domain.register_settings import RegisterSettings
from gongkai_desk.domain.request import Request
from gongkai_desk.services.register_settings import SETTINGS_ID
from gongkai_desk.storage.database import Database

MOST_SCANS = 20


class IntakeService:
    """What the request form and the paste dialog ask."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read_text(self, text: str) -> list[Proposal]:
        """What a pasted text may tell; see `domain.intake_text`."""
        return intake_text.proposals(text)

    def read_mail(self, path: Path) -> mail.Mail:
        """The text of a saved mail and its files. Errors as for reading a file."""
        return mail.read_mail(path)

    def attachments(self, request_id: str) -> list[Attachment]:
        """The files kept with a request itself, in the order they came."""
        return self._database.read(Attachment, owner_id=request_id)

    def tags(self) -> tuple[str, ...]:
        """The office's tags, then those that requests carry, the most used first."""
        used: dict[str, int] = {}
        for stored, _place in self._database.columns(Request, "tags"):
            for tag in json.loads(str(stored)):
                used[tag] = used.get(tag, 0) + 1
        settled = self._settings().tags
        free = sorted(set(used) - set(settled), key=lambda tag: (-used[tag], tag))
        return (*settled, *free)

    def scans(self) -> list[Path]:
        """The newest files of the scan folder; empty when none is set or it cannot be read."""
        folder = self._settings().scan_folder
        if not folder:
            return []
        try:
            files = [
                (path.stat().st_mtime, path)
                for path in Path(folder).iterdir()
                if path.is_file() and not path.name.startswith((".", "~$"))
            ]
        except OSError:
            return []
        return [path for _time, path in sorted(files, reverse=True)[:MOST_SCANS]]

    def set_scan_folder(self, folder: Path) -> Changes:
        """Remember where the scanner puts its files."""
        with self._database.write("save-register-settings") as work:
            work.put(replace(self._settings(), scan_folder=str(folder)))
        return work.changes

    def contacts(self, request_id: str) -> list[ContactEntry]:
        """The attempts and talks recorded with a request, in the order of their days."""
        found = self._database.read(ContactEntry, request_id=request_id)
        return sorted(found, key=lambda entry: (entry.date, entry.time))

    def check_contact(self, entry: ContactEntry, on: dt.date) -> list[Problem]:
        """What is wrong or missing in an entry as typed."""
        found = []
        if entry.date > on:
            values = {"date": entry.date, "today": on}
            found.append(Problem("contact-after-today", "date", values))
        if entry.time.strip() and read_hour(entry.time) is None:
            found.append(Problem("contact-hour-unreadable", "time", {"text": entry.time}))
        if not entry.by.strip():
            found.append(Problem("contact-by-missing", "by"))
        return found

    def record_contact(self, entry: ContactEntry, on: dt.date) -> Changes:
        """Keep an attempt or a talk; refuses what `check_contact` finds."""
        for problem in self.check_contact(entry, on):
            raise refuse(problem.code, problem.field, **problem.values)
        with self._database.write("record-contact") as work:
            work.put(entry)
        return work.changes

    @staticmethod
    def unknown_characters(texts: Iterable[str]) -> tuple[str, ...]:
        """The characters of `texts` that no bundled typeface has, whole ones, in their order.

        Everyday characters are never looked up: only a rare one pays for loading typefaces.
        """
        rare = [sign for text in texts for sign in text if has_rare(sign)]
        return documents.fonts.missing_characters(rare) if rare else ()

    def _settings(self) -> RegisterSettings:
        return self._database.find(RegisterSettings, SETTINGS_ID) or RegisterSettings()
