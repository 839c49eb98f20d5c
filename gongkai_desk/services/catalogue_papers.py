"""The catalogue as a file: workbook, Word or PDF, with what changed as a sheet of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from gongkai_desk import documents
from gongkai_desk.domain.catalogue import CatalogueVersion, Mode
from gongkai_desk.domain.catalogue_compare import ItemChange
from gongkai_desk.domain.catalogue_export import sheet_of
from gongkai_desk.domain.catalogue_headings import CatalogueField
from gongkai_desk.domain.catalogue_table import CatalogueTable, plain_table, table_of
from gongkai_desk.domain.problems import refuse
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.catalogue import CatalogueService
from gongkai_desk.services.catalogue_words import catalogue_words
from gongkai_desk.texts import label
from gongkai_desk.wording.catalogue import field_name


class PaperKind(StrEnum):
    """The kinds of files; the values are their endings."""

    WORKBOOK = "xlsx"
    WORD = "docx"
    PDF = "pdf"


class CataloguePapers:
    def __init__(self, catalogue: CatalogueService) -> None:
        self._catalogue = catalogue

    def write(
        self,
        version: CatalogueVersion,
        path: Path,
        *,
        usual_columns: bool = False,
        since: CatalogueVersion | None = None,
    ) -> tuple[str, ...]:
        """Write a version in the columns of the file it came from, in the usual ones when it
        came from none or when asked; with what changed `since` a version. The ending of `path`
        says the kind of file. Error: `catalogue-empty`.

        Returns the characters that no bundled typeface has (only of a PDF).
        """
        items = self._catalogue.items(version.id)
        if not items:
            raise refuse("catalogue-empty", title=version.title)
        headings = () if usual_columns else version.headings
        sheet = sheet_of(items, headings, column_name, catalogue_words())
        name = pgettext("catalogue", "Catalogue")
        tables = [table_of(sheet, name=name, title=version.title, note=version.note)]
        if since is not None:
            tables.append(changes_table(since, version, self._catalogue.changes(since, version)))
        match path.suffix.lower():
            case ".docx":
                documents.catalogue_docx.write_catalogue(tables, path)
            case ".pdf":
                return documents.catalogue_pdf.write_catalogue(tables, path)
            case _:
                documents.catalogue_xlsx.write_catalogue(tables, path)
        return ()


def column_name(what: CatalogueField | Mode | None) -> str:
    """What stands over a column, or in it; None: over the levels."""
    return _("Item") if what is None else label(what)


def changes_table(
    old: CatalogueVersion, new: CatalogueVersion, changes: Sequence[ItemChange]
) -> CatalogueTable:
    """What changed between two versions, a row for each field (更新说明)."""
    rows = [row for change in changes for row in _change_rows(change)]
    if not rows:
        rows.append((_("No changes"), "", "", "", ""))
    headings = (
        pgettext("catalogue", "Kind of change"),
        pgettext("catalogue", "Which item"),
        pgettext("catalogue", "What was changed"),
        pgettext("catalogue", "It was"),
        pgettext("catalogue", "It is now"),
    )
    return plain_table(
        name=pgettext("catalogue", "What changed"),
        title=_("{title}: what changed").format(title=new.title),
        headings=headings,
        rows=rows,
        weights=(5, 14, 7, 18, 18),
        centred=(0, 2),
        note=_("Compared with “{title}”.").format(title=old.title),
    )


def _change_rows(change: ItemChange) -> Iterator[tuple[str, ...]]:
    """A row for each field; one with the content for what is new or gone."""
    kind, path = label(change.kind), "\n".join(change.item.path)
    for one in change.fields:
        yield kind, path, field_name(one.name), shown(one.before), shown(one.after)
    if not change.fields:
        before = change.before.content if change.after is None and change.before else ""
        after = change.after.content if change.before is None and change.after else ""
        yield kind, path, "", before, after


def shown(value: object) -> str:
    """A value of a field as it is shown."""
    return label(value) if isinstance(value, Mode) else str(value)
