"""The folder of one case: every piece of it gathered, named, hashed and listed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from gongkai_desk import documents
from gongkai_desk.domain.archive import PieceKind, distinct, safe_name
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.changes import Record
from gongkai_desk.domain.letter import Letter, LetterStatus
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.register_records import CASE_RECORDS
from gongkai_desk.domain.request import Request, RequestEvent
from gongkai_desk.i18n import _, date_text
from gongkai_desk.services.archive_texts import (
    dispute_facts,
    form_facts,
    history_sections,
    journal_rows,
)
from gongkai_desk.services.calculation_sheet import calculation_sheet
from gongkai_desk.services.disputes import DisputeService
from gongkai_desk.services.register import RegisterService
from gongkai_desk.storage.database import Database
from gongkai_desk.storage.journal import JournalEntry, Removal
from gongkai_desk.texts import label


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderPiece:
    """One piece: its title in the index, its name in the folder, what it is, its bytes."""

    title: str
    name: str
    kind: PieceKind
    data: bytes


class CaseFolder:
    """Made for one export; the bytes are read when they are first asked for. Who exports many
    hands over the `removals` of the journal.
    """

    def __init__(
        self,
        database: Database,
        register: RegisterService,
        disputes: DisputeService,
        case: Case,
        as_of: dt.date,
        removals: Sequence[Removal] | None = None,
    ) -> None:
        self._removals = removals
        self._database, self._register, self._disputes = database, register, disputes
        self._case, self._as_of = case, as_of
        self._missing: dict[str, None] = {}

    @property
    def request(self) -> Request:
        return self._case.request

    @cached_property
    def pieces(self) -> tuple[FolderPiece, ...]:
        """Form, letters, calculation, history, journal, then what was received and kept."""
        made = list(self._sheets())
        letters = list(self._letters())
        kept = list(self._kept())
        ordered = [made[0], *letters, *made[1:], *kept]
        names = distinct(f"{number:02} {piece.name}" for number, piece in enumerate(ordered, 1))
        return tuple(
            FolderPiece(title=piece.title, name=name, kind=piece.kind, data=piece.data)
            for piece, name in zip(ordered, names, strict=True)
        )

    def files(self) -> tuple[list[tuple[str, bytes]], tuple[str, ...]]:
        """The files of the folder in their order, its index first; and missing characters."""
        files = [(piece.name, piece.data) for piece in self.pieces]
        index = self._written(lambda path: self._write_index(path, None))
        name = safe_name(_("Index of the case file"))
        return [(f"00 {name}.pdf", index), *files], tuple(self._missing)

    def write_zip(self, path: Path, name: str) -> tuple[str, ...]:
        """The files in a folder `name` as a zip."""
        files, missing = self.files()
        documents.archive_zip.write_zip(path, name, files, self._as_of)
        return missing

    def write_pdf(self, path: Path) -> tuple[str, ...]:
        """The same as one PDF."""
        pieces = [
            documents.archive_pdf.Piece(
                title=piece.title, name=piece.name, data=piece.data, group=_group(piece.kind)
            )
            for piece in self.pieces
        ]
        documents.archive_pdf.write_case(
            path, self._title, pieces, lambda places, front: self._write_index(front, places)
        )
        return tuple(self._missing)

    @property
    def _title(self) -> str:
        return _("Case file {number}").format(number=self.request.number)

    # the sheets

    def _sheets(self) -> Iterator[FolderPiece]:
        sheets = documents.archive_sheets
        form = sheets.ArchiveSheet(
            title=_("Registration form of a disclosure request"),
            note=self._office_name,
            sections=[
                sheets.Section(heading=heading, facts=facts)
                for heading, facts in form_facts(self._case)
            ],
        )
        yield self._sheet(_("Registration form"), form)
        if self._case.clock is not None:
            yield self._calculation()
        history = sheets.ArchiveSheet(
            title=_("How the case went"),
            note=self._told,
            sections=list(history_sections(self._case, self._database)),
        )
        yield self._sheet(_("Course of the case"), history)
        yield from self._dispute_sheet()
        journal = sheets.ArchiveSheet(
            title=_("Extract of the journal"),
            note=self._told,
            sections=[
                sheets.Section(
                    heads=(_("Date and time"), _("Who"), _("Operation"), _("Records")),
                    weights=(2, 1.6, 3, 0.8),
                    rows=journal_rows(self._journal()),
                )
            ],
        )
        yield self._sheet(_("Extract of the journal"), journal)

    def _calculation(self) -> FolderPiece:
        sheet = calculation_sheet(self._register.explain(self.request.id, self._as_of))
        data = self._written(lambda path: documents.calculation_pdf.write_calculation(sheet, path))
        return _piece(_("Calculation sheet"), data)

    def _dispute_sheet(self) -> Iterator[FolderPiece]:
        disputes = self._disputes.of(self.request.id)
        if not disputes:
            return
        sheets = documents.archive_sheets
        sections = [
            sheets.Section(
                heading=label(one.kind), facts=dispute_facts(one, self._disputes.deadlines(one))
            )
            for one in disputes
        ]
        title = _("Reconsideration and litigation")
        yield self._sheet(
            title, sheets.ArchiveSheet(title=title, note=self._told, sections=sections)
        )

    def _sheet(self, title: str, sheet: documents.archive_sheets.ArchiveSheet) -> FolderPiece:
        data = self._written(lambda path: documents.archive_sheets.write_sheet(sheet, path))
        return _piece(title, data)

    def _written(self, write: Callable[[Path], tuple[str, ...]]) -> bytes:
        """What `write` puts into a file, and note of the characters it missed."""
        with TemporaryDirectory(prefix="gongkai-desk-") as folder:
            path = Path(folder) / "sheet.pdf"
            self._missing.update(dict.fromkeys(write(path)))
            return path.read_bytes()

    @property
    def _office_name(self) -> str:
        offices = self._database.read(Office)
        return offices[0].name if offices else ""

    @property
    def _told(self) -> str:
        return _("{number} · {subject}").format(
            number=self.request.number, subject=self.request.subject
        )

    # what the case holds

    def _letters(self) -> Iterator[FolderPiece]:
        """The files of letters as issued, the voided ones marked as such; drafts stay out."""
        for letter in self._database.read(Letter, request_id=self.request.id):
            if letter.status is LetterStatus.DRAFT:
                continue
            title = " ".join(part for part in (letter.title, letter.number) if part)
            if letter.status is LetterStatus.VOIDED:
                title = _("{title} (voided)").format(title=title)
            for attachment in self._database.read(Attachment, owner_id=letter.id):
                ending = attachment.name.rpartition(".")[2]
                name = f"{title}.{ending}" if "." in attachment.name else title
                yield self._attached(attachment, title, name, PieceKind.LETTER)

    def _kept(self) -> Iterator[FolderPiece]:
        """Attachments of the request, its events and its records, in this order."""
        for owner in self._owners:
            for attachment in () if isinstance(owner, Letter) else self._attachments(owner):
                title = attachment.name.rpartition(".")[0] or attachment.name
                yield self._attached(attachment, title, attachment.name, PieceKind.FILE)

    @cached_property
    def _owners(self) -> tuple[Record, ...]:
        """The request and everything that names it."""
        request_id = self.request.id
        owners: list[Record] = [self.request]
        for kind in (RequestEvent, *CASE_RECORDS):
            owners += self._database.read(kind, request_id=request_id)
        return tuple(owners)

    def _attachments(self, owner: Record) -> list[Attachment]:
        return self._database.read(Attachment, owner_id=owner.id)

    def _attached(
        self, attachment: Attachment, title: str, name: str, kind: PieceKind
    ) -> FolderPiece:
        data = self._database.content(attachment.id)
        return FolderPiece(title=safe_name(title), name=safe_name(name), kind=kind, data=data)

    def _journal(self) -> list[JournalEntry]:
        """What the journal tells of the case and of everything that was ever part of it."""
        attachments = [one for owner in self._owners for one in self._attachments(owner)]
        return self._database.journal_about([*self._owners, *attachments], self._removals)

    # the index

    def _write_index(
        self, path: Path, places: Sequence[tuple[int | None, int]] | None
    ) -> tuple[str, ...]:
        """`places` are the first pages in the whole PDF; None for the folder."""
        sheets = documents.archive_sheets
        heads = [_("No."), _("Piece"), _("What it is"), _("Size")]
        heads.append(_("Page") if places is not None else _("Name of the file"))
        rows = []
        for number, piece in enumerate(self.pieces, start=1):
            last = piece.name
            if places is not None:
                page = places[number - 1][0]
                last = _("in the zip only") if page is None else str(page)
            size = _size(len(piece.data))
            rows.append((str(number), piece.title, label(piece.kind), size, last))
        hashes = [
            (str(number), hashlib.sha256(piece.data).hexdigest())
            for number, piece in enumerate(self.pieces, start=1)
        ]
        sheet = sheets.ArchiveSheet(
            title=_("Index of the case file"),
            note=self._office_name,
            sections=(
                sheets.Section(facts=self._front()),
                sheets.Section(
                    heading=_("Pieces"),
                    heads=heads,
                    weights=(0.6, 3.4, 2.2, 1, 1.4 if places is not None else 3.4),
                    rows=rows,
                ),
                sheets.Section(
                    heading=_("SHA-256 of the pieces"),
                    heads=(_("No."), "SHA-256"),
                    weights=(0.6, 8),
                    rows=hashes,
                ),
            ),
        )
        missing = sheets.write_sheet(sheet, path)
        self._missing.update(dict.fromkeys(missing))
        return missing

    def _front(self) -> list[tuple[str, str]]:
        case, request = self._case, self.request
        years = request.retention_years
        facts = [
            (_("Number"), request.number),
            (_("Information asked for"), request.subject),
            (_("Applicant"), request.applicant.name),
            (_("Received on"), date_text(request.received) if request.received else ""),
            (_("Closed on"), date_text(case.closed_on) if case.closed_on else ""),
            (_("Outcome"), case.outcome.label if case.outcome and case.closed else ""),
            (_("Archive number"), request.archive_number),
            (_("Archived on"), date_text(request.archived_on) if request.archived_on else ""),
            (_("Retention period"), _("{n} years").format(n=years) if years else ""),
            (_("Exported on"), date_text(self._as_of)),
        ]
        return [fact for fact in facts if fact[1]]


def _piece(title: str, data: bytes) -> FolderPiece:
    return FolderPiece(title=title, name=f"{safe_name(title)}.pdf", kind=PieceKind.SHEET, data=data)


def _group(kind: PieceKind) -> str:
    return {
        PieceKind.SHEET: "",
        PieceKind.LETTER: _("Letters"),
        PieceKind.FILE: _("Materials"),
    }[kind]


def _size(size: int) -> str:
    """A number of bytes for people."""
    kilobytes = max(1, round(size / 1024))
    if kilobytes < 1024:
        return _("{n} KB").format(n=kilobytes)
    return _("{n} MB").format(n=f"{size / 1024 / 1024:.1f}")
