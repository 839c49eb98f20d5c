"""The officer's records on paper and in workbooks: the sheet of one, the lists of a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.activity_forms import (
    YES,
    FieldType,
    KindField,
    KindForm,
    iso_date,
    quarter_counts,
    told,
    untold,
    value_of,
    whole_number,
)
from gongkai_desk.domain.activity_sheet import ActivitySheet, ActivityTable, SheetRow, Value
from gongkai_desk.i18n import _, date_text, pgettext
from gongkai_desk.services.activities import ActivityService, Links
from gongkai_desk.services.office import OfficeService
from gongkai_desk.texts import label

_WIDE_FROM = 16
"""A text of more characters takes the whole width of the sheet."""
_WIDTHS = {
    FieldType.LINE: 18,
    FieldType.TEXT: 36,
    FieldType.COUNT: 10,
    FieldType.DATE: 13,
    FieldType.YES_NO: 10,
    FieldType.CHOICE: 14,
}


@dataclass(frozen=True, slots=True)
class _Column:
    title: str
    width: int
    value: Callable[[Activity], Value]


class ActivityPapers:
    """Methods that write PDF return the characters that no bundled typeface has."""

    def __init__(self, activities: ActivityService, office: OfficeService) -> None:
        self._activities, self._office = activities, office

    def sheet(self, activity: Activity) -> ActivitySheet:
        """The sheet of one record with the names of its files."""
        form = self._activities.form(activity.kind)
        rows = [*self._rows(activity, form), *self._linked(activity)]
        files = self._activities.files(activity.id)
        names = "\n".join(f"{n}. {file.name}" for n, file in enumerate(files, 1))
        rows.append(SheetRow(name=_("Evidence"), text=names or _("None yet"), wide=True))
        return ActivitySheet(
            title=_("Record sheet of work on disclosure"),
            agency=_("Unit: {agency}").format(agency=self._office.get().name),
            rows=tuple(rows),
            signed=(_("Recorded by"), _("Checked by"), pgettext("signature", "Date")),
        )

    def print_sheet(self, activity: Activity, path: Path) -> tuple[str, ...]:
        return documents.activity_pdf.write_sheet(self.sheet(activity), path)

    def save_sheet(self, activity: Activity, path: Path) -> None:
        """As a Word file."""
        documents.activity_docx.write_sheet(self.sheet(activity), path)

    def print_list(
        self, activities: Sequence[Activity], title: str, on: dt.date, path: Path
    ) -> tuple[str, ...]:
        """These records as a list, in the order given."""
        links = self._activities.links(activities)
        columns = (
            documents.list_pdf.ListColumn(title=_("No."), weight=0.45, centred=True),
            documents.list_pdf.ListColumn(
                title=pgettext("activity", "Date"), weight=0.95, centred=True
            ),
            documents.list_pdf.ListColumn(title=_("Kind of work"), weight=1.2, centred=True),
            documents.list_pdf.ListColumn(title=pgettext("activity", "What was done"), weight=2.2),
            documents.list_pdf.ListColumn(
                title=pgettext("activity", "People"), weight=0.6, centred=True
            ),
            documents.list_pdf.ListColumn(title=_("Particulars"), weight=3.6),
            documents.list_pdf.ListColumn(title=_("Tasks it proves"), weight=1.8),
            documents.list_pdf.ListColumn(title=_("Evidence"), weight=1.6),
        )
        rows = [
            (
                str(number),
                _days(one, "\n—"),
                label(one.kind),
                one.title,
                "" if one.participants is None else str(one.participants),
                self._particulars(one),
                "\n".join(_named(one.task_ids, links.tasks)),
                "\n".join(file.name for file in self._activities.files(one.id)),
            )
            for number, one in enumerate(activities, 1)
        ]
        note = _("{agency}, as of {date}").format(
            agency=self._office.get().name, date=date_text(on)
        )
        return documents.list_pdf.write_list(
            documents.list_pdf.ListDocument(title=title, columns=columns, rows=rows, note=note),
            path,
        )

    def print_counts(self, year: int, on: dt.date, path: Path) -> tuple[str, ...]:
        """How much of each kind was done in each quarter of a year."""
        table = self.counts(year)
        weights = (2.0, *(1.0 for _quarter in range(5)))
        columns = tuple(
            documents.list_pdf.ListColumn(title=title, weight=weight, centred=number > 0)
            for number, (title, weight) in enumerate(zip(table.headings, weights, strict=True))
        )
        rows = [[str(value) for value in row] for row in table.rows]
        note = _("{agency}, as of {date}").format(
            agency=self._office.get().name, date=date_text(on)
        )
        return documents.list_pdf.write_list(
            documents.list_pdf.ListDocument(
                title=table.title, columns=columns, rows=rows, note=note
            ),
            path,
        )

    def counts(self, year: int, activities: Sequence[Activity] | None = None) -> ActivityTable:
        """Kinds by quarters, with sums, of the year's records or of these; the last row is that
        of all kinds.
        """
        every = self._activities.activities(year) if activities is None else activities
        counted = quarter_counts(one for one in every if one.date.year == year)
        rows = [(label(kind), *quarters, sum(quarters)) for kind, quarters in counted.items()]
        sums = [sum(quarters[n] for quarters in counted.values()) for n in range(4)]
        quarters = (_("Quarter {number}").format(number=n) for n in range(1, 5))
        return ActivityTable(
            name=_("{year} by quarter").format(year=year),
            title=_("{year} work records by quarter").format(year=year),
            headings=(_("Kind of work"), *quarters, _("All year")),
            widths=(26, 12, 12, 12, 12, 12),
            rows=(*rows, (pgettext("activities", "Total"), *sums, sum(sums))),
        )

    def export(self, activities: Sequence[Activity], title: str, path: Path) -> None:
        """These records as a workbook: the counts of each year, then a sheet for each kind."""
        years = sorted({one.date.year for one in activities})
        tables = [self.counts(year, activities) for year in years]
        links = self._activities.links(activities)
        for kind in ActivityKind:
            every = sorted(
                (one for one in activities if one.kind is kind), key=lambda one: one.date
            )
            if every:
                tables.append(self._table(kind, every, title, links))
        documents.tables_xlsx.write_tables(path, [worksheet(table) for table in tables])

    def _table(
        self, kind: ActivityKind, every: Sequence[Activity], title: str, links: Links
    ) -> ActivityTable:
        """One kind with its own fields; what no record says is no column, so that it prints."""
        form = self._activities.form(kind)
        columns = [
            column
            for column in (*_own_columns(form), *self._last_columns(form, links))
            if any(column.value(one) not in ("", None) for one in every)
        ]
        return ActivityTable(
            name=label(kind)[:31],  # as long as a worksheet's name may be
            title=_("{title}: {kind}").format(title=title, kind=label(kind)),
            headings=(_("No."), *(column.title for column in columns)),
            widths=(6, *(column.width for column in columns)),
            rows=tuple(
                (number, *(column.value(one) for column in columns))
                for number, one in enumerate(every, 1)
            ),
        )

    def _last_columns(self, form: KindForm, links: Links) -> Iterator[_Column]:
        if "outcome" in form.names:
            yield _Column(form.names["outcome"], 36, lambda one: one.outcome)
        yield _Column(_("Web address"), 22, lambda one: one.url)
        yield _Column(_("Tasks it proves"), 26, lambda one: _lines(one.task_ids, links.tasks))
        yield _Column(
            _("Institutions"), 20, lambda one: _lines(one.institution_ids, links.institutions)
        )
        yield _Column(
            _("Policy documents"), 22, lambda one: _lines(one.document_ids, links.documents)
        )
        yield _Column(
            _("Evidence"),
            24,
            lambda one: "\n".join(file.name for file in self._activities.files(one.id)),
        )
        yield _Column(_("Remarks"), 20, lambda one: one.note)

    def _rows(self, activity: Activity, form: KindForm) -> list[SheetRow]:
        rows = [
            SheetRow(name=form.names["title"], text=activity.title, wide=True),
            SheetRow(name=_("Kind of work"), text=label(activity.kind)),
            SheetRow(name=pgettext("activity", "Date"), text=_days(activity)),
        ]
        for name in ("place", "unit", "participants"):
            text = value_of(activity, name)
            if name in form.names or text:
                rows.append(_row(form.names.get(name, name), text))
        rows += [
            _row(field.title, _shown(field, text), wide=field.type is FieldType.TEXT)
            for field, text in told(activity, form)
        ]
        rows += [_row(name, text) for name, text in untold(activity, form).items()]
        for name, text in (
            (form.names.get("outcome", ""), activity.outcome),
            (_("Web address"), activity.url),
        ):
            if text:
                rows.append(SheetRow(name=name, text=text, wide=True))
        return rows

    def _linked(self, activity: Activity) -> list[SheetRow]:
        links = self._activities.links([activity])
        linked = (
            (_("Tasks it proves"), _named(activity.task_ids, links.tasks)),
            (_("Institutions"), _named(activity.institution_ids, links.institutions)),
            (_("Policy documents"), _named(activity.document_ids, links.documents)),
            (_("Remarks"), [activity.note] if activity.note else []),
        )
        return [
            SheetRow(name=name, text="\n".join(texts), wide=True) for name, texts in linked if texts
        ]

    def _particulars(self, activity: Activity) -> str:
        form = self._activities.form(activity.kind)
        pieces = [f"{field.title}：{_shown(field, text)}" for field, text in told(activity, form)]
        if activity.outcome:
            pieces.append(f"{form.names.get('outcome', '')}：{activity.outcome.rstrip('。')}")
        return "；".join(pieces) + ("。" if pieces else "")


def _own_columns(form: KindForm) -> Iterator[_Column]:
    yield _Column(pgettext("activity", "Date"), 13, lambda one: one.date)
    yield _Column(form.names["title"], 30, lambda one: one.title)
    for name, width in (("until", 13), ("place", 18), ("unit", 18), ("participants", 12)):
        if name in form.names:
            yield _Column(form.names[name], width, attrgetter(name))
    for field in form.fields:
        yield _Column(
            field.title,
            _WIDTHS[field.type],
            lambda one, field=field: _value(field, value_of(one, field.name)),  # type: ignore[misc]
        )


def _lines(ids: Sequence[str], names: dict[str, str]) -> str:
    return "\n".join(_named(ids, names))


def _row(name: str, text: str, *, wide: bool = False) -> SheetRow:
    return SheetRow(name=name, text=text, wide=wide or len(text) > _WIDE_FROM or "\n" in text)


def _days(activity: Activity, joint: str = "—") -> str:
    first = activity.date.isoformat()
    return f"{first}{joint}{activity.until.isoformat()}" if activity.until else first


def _shown(field: KindField, text: str) -> str:
    if field.type is not FieldType.YES_NO:
        return text
    return pgettext("answer", "Yes") if text == YES else pgettext("answer", "No")


def _value(field: KindField, text: str) -> Value:
    """What stands in a cell: a real number or date where the text is one."""
    if not text:
        return None
    if field.type is FieldType.COUNT:
        number = whole_number(text)
        return text if number is None else number
    if field.type is FieldType.DATE:
        return iso_date(text) or text
    return _shown(field, text)


def _named(ids: Sequence[str], names: dict[str, str]) -> list[str]:
    return [names[one] for one in ids if one in names]


def worksheet(table: ActivityTable) -> documents.tables_xlsx.TableSheet:
    """The table as a sheet of a workbook."""
    return documents.tables_xlsx.TableSheet(
        name=table.name,
        title=table.title,
        columns=tuple(zip(table.headings, table.widths, strict=True)),
        rows=table.rows,
    )
