"""How the office writes its letters: own texts, own templates, numbers, red line and contact.

An own text is a `LetterWording` under the kind's code, one of a remedy paragraph under
``remedy:first`` and the like; an own .docx is an attachment owned by ``letter-template:CODE``.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.documents.reading import safety
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.letter import Letter, LetterKind, LetterWording, NumberFamily, RemedyTexts
from gongkai_desk.domain.letter_numbers import check_pattern, next_sequence
from gongkai_desk.domain.letter_text import check_remedy, check_wording, field_names, fields_of
from gongkai_desk.domain.letter_values import NAMES
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import Problem, refuse_all
from gongkai_desk.services.letter_kinds import families, letter_kinds, remedies
from gongkai_desk.services.register_settings import RegisterSettingsService
from gongkai_desk.storage.database import Database

TEMPLATE_OWNER = "letter-template:{code}"
REMEDIES = ("first", "either", "partly")
PAPER_FIELDS = ("机关", "文号", "标题", "主送", "正文", "附件", "署名", "成文日期", "附注")
"""What an own template may use besides the fields of its letter: the parts of the paper. 正文 and
附件 are lists of lines.
"""


class LetterWordingService:
    def __init__(self, database: Database, settings: RegisterSettingsService) -> None:
        self._database, self._settings = database, settings

    # texts

    def text_of(self, kind: LetterKind) -> str:
        """The text in use: the office's own or ours."""
        own = self._database.find(LetterWording, kind.code)
        return own.text if own else kind.text

    def own(self, code: str) -> LetterWording | None:
        """The office's own text of a kind (or of ``remedy:…``), None while ours is used."""
        return self._database.find(LetterWording, code)

    def own_codes(self) -> frozenset[str]:
        """The kinds (and remedies) whose text the office has changed."""
        return frozenset(one.id for one in self._database.read(LetterWording))

    def check_text(self, code: str, text: str) -> list[Problem]:
        """What is wrong with an own text of a kind or of ``remedy:…``."""
        if code.startswith("remedy:"):
            return check_remedy(text)
        return check_wording(letter_kinds()[code], text)

    def save_text(self, code: str, text: str, on: dt.date) -> Changes:
        """Put the office's own text in the place of ours; the same text again means ours."""
        refuse_all(self.check_text(code, text))
        if text.strip() == self.given_text(code).strip():
            return self.reset_text(code)
        with self._database.write("save-letter-text") as work:
            work.put(LetterWording(id=code, text=text.strip(), changed_on=on))
        return work.changes

    def reset_text(self, code: str) -> Changes:
        """Use our text again."""
        with self._database.write("reset-letter-text") as work:
            own = self._database.find(LetterWording, code)
            if own is not None:
                work.remove(own)
        return work.changes

    def given_text(self, code: str) -> str:
        """Our text of a kind or of ``remedy:…``."""
        if code.startswith("remedy:"):
            return str(getattr(remedies(), code.removeprefix("remedy:")))
        return letter_kinds()[code].text

    def remedy_texts(self) -> RemedyTexts:
        """The remedy paragraphs in use."""
        own = {name: self._database.find(LetterWording, f"remedy:{name}") for name in REMEDIES}
        return replace(remedies(), **{name: one.text for name, one in own.items() if one})

    def field_names(self, kind: LetterKind) -> tuple[str, ...]:
        """Every field a text of this kind may use: its own first, then all the program knows."""
        own = [field.name for field in fields_of(kind)]
        return tuple(dict.fromkeys([*own, *field_names(kind.text), *NAMES]))

    # own templates

    def template(self, code: str) -> Attachment | None:
        """The office's own .docx for a kind; None while our layout is used."""
        found = self._database.read(Attachment, owner_id=TEMPLATE_OWNER.format(code=code))
        return found[-1] if found else None

    def template_fields(self, kind: LetterKind) -> tuple[str, ...]:
        """What an own template of this kind may use."""
        return tuple(dict.fromkeys([*PAPER_FIELDS, *self.field_names(kind)]))

    def template_data(self, attachment: Attachment) -> bytes:
        return self._database.content(attachment.id)

    def set_template(self, code: str, path: Path, on: dt.date) -> Changes:
        """Take in an own .docx; refused with the reason when it cannot be used."""
        kind, data = letter_kinds()[code], safety.read_bytes(path)
        documents.letter_template.check_template(data, path.name, self.template_fields(kind))
        attachment = Attachment(
            id=new_id(),
            owner_id=TEMPLATE_OWNER.format(code=code),
            name=path.name,
            size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            added_on=on,
        )
        with self._database.write("set-letter-template") as work:
            for old in self._database.read(Attachment, owner_id=attachment.owner_id):
                work.remove(old)
            work.attach(attachment, data)
        return work.changes

    def remove_template(self, code: str) -> Changes:
        """Use our layout again."""
        with self._database.write("remove-letter-template") as work:
            owner = TEMPLATE_OWNER.format(code=code)
            for old in self._database.read(Attachment, owner_id=owner):
                work.remove(old)
        return work.changes

    def export_template(self, path: Path) -> None:
        """Write a .docx to begin an own template with: our layout with fields in its places."""
        data = documents.letter_docx.template_docx()
        with documents.atomic.replace_file(path) as temporary:
            temporary.write_bytes(data)

    # numbers, red line, contact

    def patterns(self) -> Mapping[str, str]:
        """The pattern of every family, the office's own where there is one."""
        own = self._settings.get().numbering
        return {code: own.get(code) or one.pattern for code, one in families().items()}

    def used_before(self, family: str, year: int) -> int:
        """The last number of the year that was given before this program did it; 0 when none."""
        return int(self._settings.get().numbering.get(f"{family}@{year}", "0"))

    def families(self) -> Mapping[str, NumberFamily]:
        return families()

    def next_sequence(self, family: str, year: int, used: int | None = None) -> int:
        """The number the next letter of a family gets; `used` in the place of what is stored."""
        before = self.used_before(family, year) if used is None else used
        letters = self._database.read(Letter, family=family)
        return next_sequence(letters, family, year, before + 1)

    def check_patterns(self, numbering: Mapping[str, str]) -> list[Problem]:
        """What is wrong with patterns by family, each problem at ``numbering.FAMILY``."""
        return [
            replace(problem, field=f"numbering.{family}")
            for family, pattern in numbering.items()
            for problem in check_pattern(pattern)
        ]

    def save_settings(
        self,
        *,
        letterhead: str,
        contact_line: str,
        numbering: Mapping[str, str],
        used: Mapping[str, int],
        year: int,
    ) -> Changes:
        """Keep red line, contact line and the patterns that differ from ours; `used` are the last
        numbers of `year` that were given before this program did it.
        """
        refuse_all(self.check_patterns({code: one for code, one in numbering.items() if one}))
        given = families()
        marks = {f"{code}@{year}" for code in given}
        before = self._settings.get().numbering
        own = {name: text for name, text in before.items() if "@" in name and name not in marks}
        own |= {f"{code}@{year}": str(number) for code, number in used.items() if number > 0}
        own |= {
            code: pattern.strip()
            for code, pattern in numbering.items()
            if pattern.strip() and pattern.strip() != given[code].pattern
        }
        settings = replace(
            self._settings.get(),
            letterhead=letterhead.strip(),
            contact_line=contact_line.strip(),
            numbering=own,
        )
        return self._settings.save(settings)
