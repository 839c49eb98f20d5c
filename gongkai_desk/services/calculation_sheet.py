"""The calculation sheet of one request, with the picture of its timeline."""

from __future__ import annotations

from gongkai_desk import documents
from gongkai_desk.domain.case import Explanation
from gongkai_desk.domain.case_timeline import timeline_of


def calculation_sheet(explained: Explanation) -> documents.calculation_pdf.CalculationSheet:
    """What is printed of `explained`, as of the day it was asked for."""
    request = explained.request
    return documents.calculation_pdf.CalculationSheet(
        agency=explained.office_name,
        number=request.number,
        applicant=request.applicant.name,
        subject=request.subject,
        clock=explained.clock,
        printed_on=explained.as_of,
        timeline=timeline_of(explained.case),
    )
