"""Many letters in one printing, their envelopes and their proofs of service."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.case_file import ConsultedParty
from gongkai_desk.domain.envelope import Envelope, EnvelopeSize, ServiceSheet
from gongkai_desk.domain.letter import Addressee, Letter, LetterStatus
from gongkai_desk.domain.letter_words import chinese_date
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.problems import refuse
from gongkai_desk.domain.request import Request
from gongkai_desk.services.letter_kinds import letter_kinds
from gongkai_desk.services.letters import LetterService
from gongkai_desk.services.office import OFFICE_ID
from gongkai_desk.storage.database import Database
from gongkai_desk.texts import label


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedLetter:
    """An issued letter with the case it belongs to, for lists that go over cases."""

    letter: Letter
    request: Request

    @property
    def id(self) -> str:
        return self.letter.id


class LetterPapers:
    """Every method writes one PDF to `path`, whole or not at all, in the order given."""

    def __init__(self, database: Database, letters: LetterService) -> None:
        self._database, self._letters = database, letters

    def issued(
        self, begin: dt.date | None = None, end: dt.date | None = None, request_id: str = ""
    ) -> list[IssuedLetter]:
        """The letters in force that were issued in these days, by date and number."""
        every = self._letters.of(request_id) if request_id else self._letters.every()
        found = [
            one
            for one in every
            if one.status is LetterStatus.ISSUED
            and one.issued_on is not None
            and (begin or dt.date.min) <= one.issued_on <= (end or dt.date.max)
        ]
        found.sort(key=lambda one: (one.issued_on, one.family, one.sequence or 0))
        requests = {one.id: one for one in self._database.read(Request)} if found else {}
        return [IssuedLetter(letter=one, request=requests[one.request_id]) for one in found]

    def letters(self, ids: Sequence[str], path: Path) -> tuple[str, ...]:
        """The stored pages of many letters in one file; raises DomainError for none."""
        _require(ids)
        data = documents.letter_pdf.joined([self._letters.data(one) for one in ids])
        return _written(path, data)

    def envelopes(
        self, ids: Sequence[str], size: EnvelopeSize, path: Path, *, printed: bool
    ) -> tuple[str, ...]:
        """An envelope for each letter; `printed` when the paper has its boxes already."""
        _require(ids)
        envelopes = [self.envelope(one) for one in ids]
        data = documents.envelope_pdf.envelopes_pdf(envelopes, size, printed=printed)
        return _written(path, data)

    def service_sheets(self, ids: Sequence[str], path: Path) -> tuple[str, ...]:
        """A 送达回证 for each letter."""
        _require(ids)
        sheets = [self._sheet(one) for one in ids]
        return _written(path, documents.service_pdf.sheets_pdf(sheets))

    def envelope(self, letter_id: str) -> Envelope:
        """Where a letter goes: to the applicant (or the agent), or to the party consulted."""
        letter = self._letters.get(letter_id)
        office = self._database.get(Office, OFFICE_ID)
        recipient, address, postcode, phone = self._recipient(letter)
        return Envelope(
            recipient=recipient,
            address=address,
            postcode=postcode,
            phone=phone,
            sender=office.name,
            sender_address=office.address,
            sender_phone=office.phone,
            content=letter.number,
        )

    def _recipient(self, letter: Letter) -> tuple[str, str, str, str]:
        kind = letter_kinds().get(letter.kind)
        name = letter.addressee.rstrip("：:")
        if kind is None or kind.addressee is Addressee.APPLICANT:
            applicant = self._database.get(Request, letter.request_id).applicant
            person = applicant.contact_person or applicant.agent_name
            to = f"{applicant.name}（{person}）" if person else applicant.name
            return to, applicant.address, applicant.postcode, applicant.phone
        parties = self._database.read(ConsultedParty, request_id=letter.request_id)
        party = next((one for one in parties if one.party == name), None)
        return name, party.address if party else "", "", party.contact if party else ""

    def _sheet(self, letter_id: str) -> ServiceSheet:
        letter = self._letters.get(letter_id)
        request = self._database.get(Request, letter.request_id)
        recipient, address, _postcode, _phone = self._recipient(letter)
        service = letter.service
        return ServiceSheet(
            agency=self._database.get(Office, OFFICE_ID).name,
            document=letter.title,
            number=letter.number,
            recipient=recipient,
            address=address,
            way=label(service.way) if service else "",
            mail_number=service.mail_number if service else "",
            posted_on=chinese_date(service.posted_on) if service else "",
            signed_by=service.signed_by if service else "",
            signed_on=chinese_date(service.signed_on) if service else "",
            case_number=request.number,
        )


def _require(ids: Sequence[str]) -> None:
    if not ids:
        raise refuse("letters-none-chosen")


def _written(path: Path, data: bytes) -> tuple[str, ...]:
    with documents.atomic.replace_file(path) as temporary:
        temporary.write_bytes(data)
    return ()
