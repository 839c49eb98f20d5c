"""One request in the shape of the contract, as `register list` and `register import` print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gongkai_desk.domain.case import Case


def brief(case: Case) -> dict[str, object]:
    """The number, the applicant, the countdown and the result of a case."""
    request = case.request
    kind = request.applicant.kind
    return {
        "number": request.number,
        "received": request.received.isoformat() if request.received else None,
        "applicant": request.applicant.name,
        "applicant_kind": kind.value if kind else None,
        "subject": request.subject,
        "status": case.status.value,
        "due": case.due.isoformat() if case.due else None,
        "remaining": case.remaining,
        "overdue": case.overdue,
        "result": case.result or None,
    }
