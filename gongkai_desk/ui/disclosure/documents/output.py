"""Documents on their way out: the review sheet, the lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.official_document import OfficialDocument
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.document_rows import DocumentRow
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.register.paper import preview_paper
from gongkai_desk.ui.today import today


class DocumentOutput:
    def __init__(
        self,
        *,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        holder: Callable[[], QWidget],
    ) -> None:
        self._desk, self._operations, self._prompts = desk, operations, prompts
        self._holder = holder

    def print_review(self, document: OfficialDocument) -> None:
        """The review sheet as print preview."""
        papers, day = self._desk.document_papers, today()
        title = _("Secrecy review sheet")
        preview_paper(
            lambda path: papers.review_pdf(document, day, path),
            name=f"{safe_name(title)}.pdf",
            title=title,
            operations=self._operations,
            prompts=self._prompts,
            parent=self._holder(),
        )

    def save_review(self, document: OfficialDocument) -> None:
        """The review sheet as a Word file where the officer wants it."""
        title, papers, day = _("Secrecy review sheet"), self._desk.document_papers, today()
        name = f"{title}-{safe_name(document.title)}.docx"
        path = self._prompts.save_file(title, name, [_("Word document (*.docx)")])
        if path is None:
            return
        target = path if path.suffix else path.with_suffix(".docx")

        def work(_progress: Progress) -> None:
            papers.review_docx(document, day, target)

        said = _("Saved: {path}").format(path=target)
        self._operations.perform_long(title, work, lambda _none: self._operations.say(said))

    def print_list(self, rows: Sequence[DocumentRow], view: str) -> None:
        """The rows as print preview, headed by the view they are of."""
        papers, day = self._desk.document_papers, today()
        title = _title(view)
        preview_paper(
            lambda path: papers.list_pdf(rows, title, day, path),
            name=f"{safe_name(title)}.pdf",
            title=title,
            operations=self._operations,
            prompts=self._prompts,
            parent=self._holder(),
        )

    def export(self, rows: Sequence[DocumentRow], view: str) -> None:
        """The rows as a workbook."""
        title, papers = _title(view), self._desk.document_papers
        path = self._prompts.save_file(
            _("Export the list"), f"{safe_name(title)}.xlsx", [_("Excel workbook (*.xlsx)")]
        )
        if path is None:
            return
        target = path if path.suffix else path.with_suffix(".xlsx")

        def work(_progress: Progress) -> None:
            papers.list_xlsx(rows, title, target)

        said = _("Saved: {path}").format(path=target)
        self._operations.perform_long(title, work, lambda _none: self._operations.say(said))


def _title(view: str) -> str:
    return pgettext("documents", "List of documents and information ({view})").format(view=view)
