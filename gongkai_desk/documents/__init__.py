"""Files in and out: records in, files out; files in, blocks and rows out.

Writers are reached as ``documents.report_pdf.write_report``: a module is loaded when it is first
used, so that neither the window nor a script waits for the makers of PDF and Excel files.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gongkai_desk.documents import (
        activity_docx,
        activity_pdf,
        archive_pdf,
        archive_sheets,
        archive_zip,
        atomic,
        calculation_pdf,
        catalogue_docx,
        catalogue_pdf,
        catalogue_xlsx,
        due_ics,
        envelope_pdf,
        fonts,
        letter_docx,
        letter_pdf,
        letter_template,
        list_pdf,
        listing_docx,
        listing_xlsx,
        message_pdf,
        overview_pdf,
        plan_xlsx,
        progress_docx,
        register_xlsx,
        report_check_pdf,
        report_comparison_pdf,
        report_comparison_xlsx,
        report_docx,
        report_html,
        report_pdf,
        report_xlsx,
        review_sheet_docx,
        review_sheet_pdf,
        roll_up_xlsx,
        schedule_docx,
        schedule_pdf,
        service_pdf,
        statistics_pdf,
        tables_xlsx,
        today_pdf,
        urging_docx,
        urging_pdf,
    )

__all__ = [
    "activity_docx",
    "activity_pdf",
    "archive_pdf",
    "archive_sheets",
    "archive_zip",
    "atomic",
    "calculation_pdf",
    "catalogue_docx",
    "catalogue_pdf",
    "catalogue_xlsx",
    "due_ics",
    "envelope_pdf",
    "letter_docx",
    "letter_pdf",
    "letter_template",
    "fonts",
    "list_pdf",
    "message_pdf",
    "listing_docx",
    "listing_xlsx",
    "overview_pdf",
    "plan_xlsx",
    "progress_docx",
    "register_xlsx",
    "report_check_pdf",
    "report_comparison_pdf",
    "report_comparison_xlsx",
    "report_docx",
    "report_html",
    "report_pdf",
    "report_xlsx",
    "roll_up_xlsx",
    "review_sheet_docx",
    "review_sheet_pdf",
    "statistics_pdf",
    "service_pdf",
    "today_pdf",
    "tables_xlsx",
    "schedule_docx",
    "schedule_pdf",
    "urging_docx",
    "urging_pdf",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(name)
