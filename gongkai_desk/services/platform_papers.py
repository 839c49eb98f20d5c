"""Platforms and messages on paper and as workbooks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.message_limits import MessageStanding
from gongkai_desk.domain.platform import Platform, PlatformCheck, PlatformKind
from gongkai_desk.domain.platform_limits import PlatformStanding, PlatformState
from gongkai_desk.i18n import _, date_text, ngettext, pgettext
from gongkai_desk.services.office import OfficeService
from gongkai_desk.services.platform_words import days_late, limit_text, working_days_text
from gongkai_desk.services.platforms import PlatformService
from gongkai_desk.texts import label

Columns = Sequence[tuple[str, float]]
Rows = Sequence[Sequence[str | dt.date | None]]


class PlatformPaperService:
    """Writes files to paths it is given, each whole or not at all. PDF methods return the
    characters that no bundled typeface has (printed as 〓).
    """

    def __init__(self, platforms: PlatformService, office: OfficeService) -> None:
        self._platforms, self._office = platforms, office

    def checks(self, today: dt.date, path: Path) -> tuple[str, ...]:
        """The record of checks (巡检记录表): every platform in use as it was seen last."""
        rows = self._open(today)
        late = sum(one.state is PlatformState.LATE for one in rows)
        wrong = sum(one.open_problem for one in rows)
        note = _("{platforms}, {late} not updated in time, {wrong} to be put right; {date}").format(
            platforms=_counted(len(rows)), late=late, wrong=wrong, date=date_text(today)
        )
        return self._list(_checks_title(), _CHECK_COLUMNS(), _check_rows(rows), note, path)

    def register(self, today: dt.date, path: Path) -> tuple[str, ...]:
        """The register of platforms (平台账号台账), closed ones at the end."""
        rows = self._platforms.standings(today)
        note = _as_of(_counted(len(rows)), today)
        return self._list(_register_title(), _REGISTER_COLUMNS(), _register_rows(rows), note, path)

    def workbook(self, today: dt.date, path: Path) -> None:
        """Register, record of checks and every single check as three sheets."""
        standings = self._platforms.standings(today)
        every = [
            (one.platform, check)
            for one in standings
            for check in reversed(self._platforms.checks(one.id))
        ]
        sheets = (
            _sheet(_register_title(), _REGISTER_COLUMNS(), _register_rows(standings)),
            _sheet(
                _checks_title(),
                _CHECK_COLUMNS(),
                _check_rows([one for one in standings if not one.closed]),
            ),
            _sheet(pgettext("platform", "All checks"), _EVERY_COLUMNS(), _every_rows(every)),
        )
        documents.tables_xlsx.write_tables(path, sheets)

    def messages(
        self, rows: Sequence[MessageStanding], today: dt.date, path: Path
    ) -> tuple[str, ...]:
        """These messages as a list."""
        counted = ngettext("{n} message", "{n} messages", len(rows)).format(n=len(rows))
        note = _as_of(counted, today)
        title = _("Register of messages")
        return self._list(title, _MESSAGE_COLUMNS(), _message_rows(rows), note, path)

    def messages_workbook(self, rows: Sequence[MessageStanding], path: Path) -> None:
        """These messages as a workbook."""
        sheet = _sheet(_("Register of messages"), _MESSAGE_COLUMNS(), _message_rows(rows))
        documents.tables_xlsx.write_tables(path, [sheet])

    def message(self, one: MessageStanding, path: Path) -> tuple[str, ...]:
        """The sheet on which one message is handled."""
        said, rule = one.message, one.rule
        pairs = (
            (_("Number"), said.number),
            (pgettext("site message", "Channel"), rule.title if rule else said.source),
            (pgettext("site message", "Received on"), date_text(said.received)),
            (pgettext("site message", "Answer by"), date_text(one.due) if one.due else ""),
            (pgettext("site message", "Sender"), said.sender),
            (pgettext("site message", "Platform"), one.site),
            (pgettext("site message", "Handled by"), said.handler),
            (
                pgettext("site message", "Answered on"),
                date_text(said.answered_on) if said.answered_on else "",
            ),
        )
        sheet = documents.message_pdf.MessageSheet(
            agency=self._office.get().name,
            title=_("Message handling sheet"),
            pairs=pairs,
            text=(pgettext("site message", "Message"), said.text),
            result=(pgettext("site message", "Answer given"), said.result),
            opinions=(_("Opinion of the section"), _("Opinion of the head")),
            note=_limit_note(one),
        )
        return documents.message_pdf.write_message(sheet, path)

    def _open(self, today: dt.date) -> list[PlatformStanding]:
        return [one for one in self._platforms.standings(today) if not one.closed]

    def _list(
        self, title: str, columns: Columns, rows: Rows, note: str, path: Path
    ) -> tuple[str, ...]:
        agency = self._office.get().name
        document = documents.list_pdf.ListDocument(
            title=f"{agency}{title}" if agency else title,
            columns=tuple(
                documents.list_pdf.ListColumn(title=name, weight=weight) for name, weight in columns
            ),
            rows=[[_text(cell) for cell in row] for row in rows],
            note=note,
        )
        return documents.list_pdf.write_list(document, path)


def _limit_note(one: MessageStanding) -> str:
    """The limit; its source only when that is sure."""
    own, rule = one.message.limit_days, one.rule
    days = own if own is not None else rule.days if rule else None
    if days is None:
        return ""
    told = _("Limit: {limit}.").format(limit=working_days_text(days))
    sure = own is None and rule is not None and not rule.unsure and not rule.own
    return f"{told} {rule.source}" if sure and rule else told


def _sheet(title: str, columns: Columns, rows: Rows) -> documents.tables_xlsx.TableSheet:
    return documents.tables_xlsx.TableSheet(
        name=title,
        title=title,
        columns=tuple((name, round(weight * 9)) for name, weight in columns),
        rows=rows,
    )


def _text(cell: str | dt.date | None) -> str:
    return cell.isoformat() if isinstance(cell, dt.date) else cell or ""


def _as_of(counted: str, day: dt.date) -> str:
    return _("{counted}, as of {date}").format(counted=counted, date=date_text(day))


def _counted(n: int) -> str:
    return ngettext("{n} platform", "{n} platforms", n).format(n=n)


def _checks_title() -> str:
    return _("Record of platform checks")


def _register_title() -> str:
    return _("Register of platforms")


def _name(one: PlatformStanding) -> str:
    below = one.platform.kind is PlatformKind.COLUMN and one.site
    return f"　{one.platform.name}" if below else one.platform.name


def _CHECK_COLUMNS() -> Columns:  # noqa: N802  a table, translated when asked for
    return (
        (pgettext("platform", "Name"), 2.6),
        (pgettext("platform", "Kind"), 1.7),
        (_("Update limit"), 1.0),
        (pgettext("platform", "Newest entry"), 1.3),
        (pgettext("platform", "Checked on"), 1.3),
        (_("State"), 1.4),
        (pgettext("platform", "What is wrong"), 3.4),
        (pgettext("platform", "Put right on"), 1.3),
        (pgettext("platform", "Checked by"), 1.1),
    )


def _check_rows(rows: Iterable[PlatformStanding]) -> Rows:
    return [
        (
            _name(one),
            one.rule.title if one.rule else label(one.platform.kind),
            limit_text(one.limit),
            one.updated,
            one.last.date if one.last else None,
            days_late(one.late_days) if one.late_days else label(one.state),
            one.last.problems if one.last else "",
            one.last.mended_on if one.last else None,
            one.last.by if one.last else "",
        )
        for one in rows
    ]


def _REGISTER_COLUMNS() -> Columns:  # noqa: N802
    return (
        (pgettext("platform", "Name"), 2.4),
        (pgettext("platform", "Kind"), 1.9),
        (_("Address or account"), 2.4),
        (pgettext("platform", "Run by"), 1.8),
        (pgettext("platform", "Person"), 1.0),
        (pgettext("platform", "Opened"), 1.3),
        (_("Filing number"), 1.8),
        (_("Filed on"), 1.3),
        (_("Slimming down"), 1.2),
        (pgettext("platform", "Closed"), 1.3),
        (_("Remarks"), 1.8),
    )


def _register_rows(rows: Iterable[PlatformStanding]) -> Rows:
    return [
        (
            _name(one),
            label(one.platform.kind),
            one.platform.address,
            one.platform.operator,
            one.platform.person,
            one.platform.opened_on,
            one.platform.filing_number,
            one.platform.filed_on,
            label(one.platform.slimming) if one.platform.kind is PlatformKind.NEW_MEDIA else "",
            one.platform.closed_on,
            one.platform.note,
        )
        for one in rows
    ]


def _EVERY_COLUMNS() -> Columns:  # noqa: N802
    return (
        (pgettext("platform", "Name"), 2.6),
        (pgettext("platform", "Checked on"), 1.3),
        (pgettext("platform", "Newest entry"), 1.3),
        (pgettext("platform", "What is wrong"), 4.0),
        (pgettext("platform", "Put right on"), 1.3),
        (pgettext("platform", "Checked by"), 1.1),
        (_("Remarks"), 2.0),
    )


def _every_rows(every: Iterable[tuple[Platform, PlatformCheck]]) -> Rows:
    return [
        (
            platform.name,
            check.date,
            check.last_update,
            check.problems,
            check.mended_on,
            check.by,
            check.note,
        )
        for platform, check in every
    ]


def _MESSAGE_COLUMNS() -> Columns:  # noqa: N802
    return (
        (_("Number"), 1.2),
        (pgettext("site message", "Received on"), 1.3),
        (pgettext("site message", "Channel"), 1.8),
        (pgettext("site message", "Message"), 4.2),
        (pgettext("site message", "Handled by"), 1.1),
        (pgettext("site message", "Answer by"), 1.3),
        (pgettext("site message", "Answered on"), 1.3),
        (_("State"), 1.2),
        (pgettext("site message", "Answer given"), 3.2),
    )


def _message_rows(rows: Iterable[MessageStanding]) -> Rows:
    return [
        (
            one.message.number,
            one.message.received,
            one.rule.title if one.rule else one.message.source,
            one.message.text,
            one.message.handler,
            one.due,
            one.message.answered_on,
            label(one.state),
            one.message.result,
        )
        for one in rows
    ]
