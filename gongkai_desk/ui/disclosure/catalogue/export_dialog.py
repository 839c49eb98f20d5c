"""What shall be in the file of a catalogue: its kind, its columns, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.catalogue import CatalogueVersion
from gongkai_desk.i18n import _
from gongkai_desk.services.catalogue_papers import PaperKind
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.record_dialog import RecordDialog


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueExport:
    """`since`: the version from which what changed is told."""

    kind: PaperKind
    usual_columns: bool
    since: CatalogueVersion | None

    @property
    def kind_name(self) -> str:
        return kind_name(self.kind)


def kind_name(kind: PaperKind) -> str:
    match kind:
        case PaperKind.WORKBOOK:
            return _("Excel workbook")
        case PaperKind.WORD:
            return _("Word document")
        case _:
            return _("PDF document")


class ExportDialog(RecordDialog[CatalogueExport]):
    def __init__(
        self,
        version: CatalogueVersion,
        older: Sequence[CatalogueVersion],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Export the catalogue"), lambda _draft: (), prompts, parent)
        self.setObjectName("catalogue-export-dialog")
        self.save_button.setText(_("Export…"))
        self._own = bool(version.headings)
        self.kind = self.choice(
            "kind", _("Kind of file"), tuple(PaperKind), kind_name, PaperKind.WORKBOOK
        )
        names = {
            False: _("as in {name}").format(name=version.source_name or version.title),
            True: _("the usual ones"),
        }
        self.columns = self.choice(
            "columns",
            _("Columns"),
            (False, True) if self._own else (True,),
            lambda usual: names[usual],
            not self._own,
        )
        self.since = self.choice(
            "since",
            _("What changed since"),
            tuple(older),
            lambda one: one.title,
            None,
            empty=_("leave it out"),
            hint=_("The changes become a sheet of their own (更新说明)."),
        )
        self.form.show_field("since", bool(older))
        self.ready()

    @override
    def draft(self) -> CatalogueExport:
        return CatalogueExport(
            kind=self.kind.value() or PaperKind.WORKBOOK,
            usual_columns=bool(self.columns.value()),
            since=self.since.value(),
        )
