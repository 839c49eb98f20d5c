"""Letters of a case: drafted, issued under the next number, kept for good, voided or replaced.

Issuing freezes a letter. Its files are stored as attachments owned by its id, with the SHA-256 of
the PDF in the letter; a reprint is those bytes. An issued letter is never undone: it is voided with
a reason, its number kept, or replaced by a new one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.changes import Changes, new_id
from gongkai_desk.domain.letter import Addressee, Letter, LetterKind, LetterPaper, LetterStatus
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import DomainError, Problem, Severity, refuse, refuse_all
from gongkai_desk.domain.rare_characters import has_rare
from gongkai_desk.domain.request import EventKind, Request, Service, ServiceWay
from gongkai_desk.i18n import _
from gongkai_desk.services.calculation_sheet import calculation_sheet
from gongkai_desk.services.case_view import CaseView
from gongkai_desk.services.letter_kinds import (
    kinds_for_any_time,
    kinds_for_event,
    kinds_for_outcome,
    letter_kinds,
)
from gongkai_desk.services.letter_numbering import next_number
from gongkai_desk.services.letter_sheet import LetterSheet, LetterSheets
from gongkai_desk.services.letter_wordings import LetterWordingService
from gongkai_desk.storage.database import Database
from gongkai_desk.storage.work import Work

PDF, DOCX = ".pdf", ".docx"
_STANDING = (LetterStatus.DRAFT, LetterStatus.ISSUED)
_HANDED = (ServiceWay.IN_PERSON, ServiceWay.DELEGATED)


class LetterService:
    """Drafts, issued letters and their files; `wordings` holds how the office writes them."""

    def __init__(
        self, database: Database, register: CaseView, wordings: LetterWordingService
    ) -> None:
        self._database, self._register = database, register
        self.wordings = wordings
        self._sheets = LetterSheets(database, register, wordings)

    # reading

    def get(self, letter_id: str) -> Letter:
        """One letter; raises RecordMissing."""
        return self._database.get(Letter, letter_id)

    def of(self, request_id: str) -> list[Letter]:
        """The letters of a case, in the order they were begun."""
        return self._database.read(Letter, request_id=request_id)

    def every(self) -> list[Letter]:
        """All letters of the register."""
        return self._database.read(Letter)

    def kinds_for(self, case: Case) -> list[LetterKind]:
        """Every kind that fits the case, those that are `likely` first."""
        likely = self.likely(case)
        kinds = [one for one in letter_kinds().values() if one.matter is case.request.matter]
        return [*likely, *(one for one in kinds if one not in likely)]

    def likely(self, case: Case) -> list[LetterKind]:
        """The kinds the case asks for now and has not got yet: of its outcome, of its newest
        event, and the receipt for the applicant.
        """
        written = {one.kind for one in self.of(case.request.id) if one.status in _STANDING}
        events = [one for one in case.timeline if one.counts]
        newest = events[-1].kind if events else None
        wanted = list(kinds_for_outcome(case.request.outcome))
        if newest is not None and newest is not EventKind.REPLIED:
            wanted += kinds_for_event(newest)
        wanted += [
            one
            for one in kinds_for_any_time()
            if one.addressee is Addressee.APPLICANT and not case.closed
        ]
        matter = case.request.matter
        fresh = (one for one in wanted if one.matter is matter and one.code not in written)
        return list(dict.fromkeys(fresh))

    def sheet(self, letter: Letter, on: dt.date) -> LetterSheet:
        """The letter as it stands: fields, values, what is missing, and how it will read."""
        return self._sheets.sheet(letter, on)

    def preview(self, letter: Letter, on: dt.date) -> LetterPaper:
        """The paper of a draft, blanks marked 【…】."""
        return self._sheets.sheet(letter, on).paper

    def preview_pdf(self, letter: Letter, on: dt.date, path: Path) -> tuple[str, ...]:
        """Write a draft as PDF, marked as one; the characters no typeface has."""
        paper = self.preview(letter, on)
        data = self._pdf(letter, paper, on)
        with documents.atomic.replace_file(path) as temporary:
            temporary.write_bytes(data)
        return tuple(documents.letter_pdf.missing_in(paper))

    # drafts

    def draft(
        self, request_id: str, kind: str, *, party_name: str = "", event_id: str = ""
    ) -> Letter:
        """A new letter of a kind, not stored yet and dated on the day it will be issued. Raises
        DomainError for an unknown kind.
        """
        if kind not in letter_kinds():
            raise refuse("letter-kind-unknown", kind=kind)
        return Letter(
            id=new_id(),
            request_id=request_id,
            kind=kind,
            family=letter_kinds()[kind].family,
            party_name=party_name,
            event_id=event_id,
        )

    def save_draft(self, letter: Letter) -> Changes:
        """Keep a draft, whatever is missing in it yet."""
        self._require_draft(letter.id)
        with self._database.write("save-letter-draft") as work:
            work.put(letter)
        return work.changes

    def discard(self, letter_id: str) -> Changes:
        """Throw a draft away."""
        letter = self._require_draft(letter_id)
        with self._database.write("discard-letter-draft") as work:
            if letter is not None:
                work.remove(letter)
        return work.changes

    def replacement(self, letter_id: str, on: dt.date) -> Letter:
        """A new draft that will take the place of an issued letter. What the officer wrote goes
        with it; what the register knows is taken from it anew, for that may be what was wrong.
        """
        old = self._require_issued(letter_id)
        fresh = self.draft(
            old.request_id, old.kind, party_name=old.party_name, event_id=old.event_id
        )
        sheet = self._sheets.sheet(replace(fresh, values=old.values), on)
        known = {field.name for field in sheet.fields if not sheet.asks(field)}
        values = {name: text for name, text in old.values.items() if name not in known}
        return replace(fresh, values=values, with_calculation=old.with_calculation, replaces=old.id)

    # issuing

    def expected_number(self, letter: Letter, on: dt.date) -> str:
        """The number the letter would get now; "" for a paper without one or when it cannot."""
        family, dated = letter_kinds()[letter.kind].family, letter.dated or on
        try:
            return next_number(self._database, self.wordings, family, dated.year)[1]
        except DomainError:
            return ""

    def check(self, letter: Letter, on: dt.date, sheet: LetterSheet | None = None) -> list[Problem]:
        """What keeps a draft from being issued on the day `on`, and, as warnings, what the register
        says in another way and characters the PDF cannot show; `sheet` when it is known.
        """
        laid_open = sheet or self._sheets.sheet(letter, on)
        problems = [*laid_open.problems, *laid_open.contradictions()]
        problems += _unprintable(laid_open.paper)
        if letter.dated is not None and letter.dated > on:
            problems.append(Problem("letter-dated-later", "dated", {"date": letter.dated}))
        if letter.with_calculation and self._register.get(letter.request_id, on).clock is None:
            problems.append(Problem("letter-without-clock", "with_calculation"))
        return problems

    def issue(self, letter: Letter, on: dt.date) -> Changes:
        """Give the letter its number and keep it for good; it cannot be undone afterwards.

        Raises DomainError naming everything that is missing.
        """
        self._require_draft(letter.id)
        refuse_all(self.check(letter, on))
        dated = letter.dated or on
        kind = letter_kinds()[letter.kind]
        with self._database.write("issue-letter", undoable=False) as work:
            sequence, number = next_number(self._database, self.wordings, kind.family, dated.year)
            numbered = replace(
                letter,
                family=kind.family,
                year=dated.year if kind.family else None,
                sequence=sequence,
                number=number,
                dated=dated,
                issued_on=on,
            )
            self._keep(work, numbered, on)
        return work.changes

    def _keep(self, work: Work, numbered: Letter, on: dt.date) -> None:
        """Store the issued letter with its two files; the one it replaces is voided."""
        paper, values = self._sheets.final(numbered, on)
        pdf = self._pdf(numbered, paper, on)
        issued = replace(
            numbered,
            status=LetterStatus.ISSUED,
            values=values,
            title=paper.title,
            addressee=paper.addressee,
            paragraphs=paper.paragraphs,
            digest=hashlib.sha256(pdf).hexdigest(),
        )
        work.put(issued)
        for ending, data in ((PDF, pdf), (DOCX, self._docx(numbered, paper, on))):
            work.attach(_attachment(issued, ending, data, on), data)
        if issued.replaces:
            old = self._require_issued(issued.replaces)
            because = _("Replaced by {number}").format(number=issued.number or issued.title)
            work.put(_voided(old, on, because))

    def _pdf(self, letter: Letter, paper: LetterPaper, on: dt.date) -> bytes:
        data: bytes = documents.letter_pdf.letter_pdf(paper)
        if not letter.with_calculation:
            return data
        sheet = calculation_sheet(self._register.explain(letter.request_id, on))
        behind = documents.calculation_pdf.calculation_bytes(sheet)
        joined: bytes = documents.letter_pdf.joined([data, behind])
        return joined

    def _docx(self, letter: Letter, paper: LetterPaper, on: dt.date) -> bytes:
        own = self.wordings.template(letter.kind)
        if own is None:
            data: bytes = documents.letter_docx.letter_docx(paper)
            return data
        filled: bytes = documents.letter_template.fill_template(
            self.wordings.template_data(own),
            own.name,
            self._sheets.template_values(letter, paper, on),
        )
        return filled

    # issued letters

    def void(self, letter_id: str, on: dt.date, because: str) -> Changes:
        """Declare an issued letter void; it keeps its number, which is not given again."""
        letter = self._require_issued(letter_id)
        if not because.strip():
            raise refuse("letter-void-reason-missing", "voided_because", number=letter.number)
        with self._database.write("void-letter", undoable=False) as work:
            work.put(_voided(letter, on, because.strip()))
        return work.changes

    def check_service(self, letter_id: str, service: Service, on: dt.date) -> list[Problem]:
        """Why this cannot be how the letter was served."""
        letter = self._require_issued(letter_id)
        handed = service.way in _HANDED
        field = "signed_on" if handed else "posted_on"
        day = service.counts_on
        if day is None:
            return [Problem("letter-service-day-missing", field)]
        if day > on:
            return [Problem("letter-service-later", field, {"date": day})]
        if letter.dated is not None and day < letter.dated:
            return [Problem("letter-service-early", field, {"date": day, "dated": letter.dated})]
        if service.posted_on and service.signed_on and service.signed_on < service.posted_on:
            return [Problem("letter-signed-before-posted", "signed_on")]
        return []

    def record_service(self, letter_id: str, service: Service, on: dt.date) -> Changes:
        """Record how and when an issued letter reached whom it is for (235号)."""
        refuse_all(self.check_service(letter_id, service, on))
        with self._database.write("record-letter-service") as work:
            work.put(replace(self.get(letter_id), service=service))
        return work.changes

    def reply_of(self, request_id: str) -> Letter | None:
        """The issued reply (a letter with outcomes) of the present round; None when none is."""
        request = self._database.get(Request, request_id)
        used = {ending.reply_number for ending in request.endings}
        kinds = letter_kinds()
        replies = [
            one
            for one in self.of(request_id)
            if one.status is LetterStatus.ISSUED
            and one.number not in used
            and (kind := kinds.get(one.kind)) is not None
            and kind.outcomes
        ]
        return max(
            replies, key=lambda one: (one.issued_on or dt.date.min, one.sequence or 0), default=None
        )

    # files

    def data(self, letter_id: str, ending: str = PDF) -> bytes:
        """The bytes of an issued letter, exactly as they were stored; raises DomainError when
        they are no longer what was issued.
        """
        letter = self.get(letter_id)
        for one in self._database.read(Attachment, owner_id=letter_id):
            if one.name.endswith(ending):
                data = self._database.content(one.id)
                digest = hashlib.sha256(data).hexdigest()
                if digest != one.sha256 or (ending == PDF and digest != letter.digest):
                    raise refuse("letter-damaged", number=letter.number or letter.title)
                return data
        raise refuse("letter-not-issued", number=letter.number or letter.title)

    def export(self, letter_id: str, path: Path, ending: str = PDF) -> None:
        """Write the stored file of an issued letter, whole or not at all."""
        data = self.data(letter_id, ending)
        with documents.atomic.replace_file(path) as temporary:
            temporary.write_bytes(data)

    def _require_draft(self, letter_id: str) -> Letter | None:
        """The stored draft, None for one that was never stored; issued letters are refused."""
        stored = self._database.find(Letter, letter_id)
        if stored is not None and stored.status is not LetterStatus.DRAFT:
            raise refuse("letter-not-draft", number=stored.number or stored.title)
        return stored

    def _require_issued(self, letter_id: str) -> Letter:
        letter = self.get(letter_id)
        if letter.status is not LetterStatus.ISSUED:
            raise refuse("letter-not-issued", number=letter.number or letter.title)
        return letter


def _unprintable(paper: LetterPaper) -> list[Problem]:
    """A warning naming the characters no typeface has. Typefaces are loaded for rare ones only."""
    parts = (paper.title, paper.addressee, paper.contact, *paper.attachments, *paper.paragraphs)
    if not any(map(has_rare, (*parts, *paper.slip))):
        return []
    missing = documents.letter_pdf.missing_in(paper)
    values = {"characters": "".join(missing)}
    return [Problem("letter-unprintable", "", values, Severity.WARNING)] if missing else []


def file_name(letter: Letter) -> str:
    """What a letter's files are called: its number and its title."""
    return " ".join(part for part in (letter.number, letter.title) if part)


def _attachment(letter: Letter, ending: str, data: bytes, on: dt.date) -> Attachment:
    return Attachment(
        id=new_id(),
        owner_id=letter.id,
        name=file_name(letter) + ending,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        added_on=on,
    )


def _voided(letter: Letter, on: dt.date, because: str) -> Letter:
    return replace(letter, status=LetterStatus.VOIDED, voided_on=on, voided_because=because)
