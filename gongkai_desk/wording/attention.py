"""What asks for attention on the home page, and what would break the annual report."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.attention import Concern
from gongkai_desk.domain.report_readiness import Lack
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        Concern.DUTY_BEHIND: N_("Duties behind their pace"),
        Concern.TASK_STEP_LATE: N_("Steps of tasks past their date"),
        Concern.TASK_ANSWER_WAITED: N_("Units reminded that have not answered"),
        Concern.EVIDENCE_MISSING: N_("Tasks without their proof"),
        Concern.PUBLICATION_LATE: N_("Information past its time for publication"),
        Concern.PUBLICATION_DUE: N_("Information to be published soon"),
        Concern.REVIEW_MISSING: N_("Information not reviewed for secrecy"),
        Concern.TAKE_DOWN: N_("Published information to take down"),
        Concern.VALIDITY_ENDING: N_("Documents whose validity ends soon"),
        Concern.INTERPRETATION_MISSING: N_("Documents without an interpretation"),
        Concern.INTERPRETATION_AHEAD: N_("Interpretations out before their document"),
        Concern.CATALOGUE_LATE: N_("Catalogue items past their time"),
        Concern.CATALOGUE_DUE: N_("Catalogue items due soon"),
        Concern.DECISION_GAP: N_("Major decisions with something missing"),
        Concern.DECISION_DUE: N_("Major decisions with a date near"),
        Concern.PLATFORM_LATE: N_("Columns and accounts past their update limit"),
        Concern.PLATFORM_CHECK_DUE: N_("Platforms to be checked"),
        Concern.MESSAGE_LATE: N_("Messages past their time for an answer"),
        Concern.MESSAGE_WAITING: N_("Messages waiting for an answer"),
        Concern.INSPECTION_DUE: N_("Self-inspection of the quarter to be done"),
        Concern.REPORT_DIFFERS: N_("Numbers of published reports that differ from the register"),
    },
    {
        Lack.NO_KIND: N_("The kind of the applicant is missing"),
        Lack.NO_RECEIPT: N_("The receipt was not confirmed in the year"),
        Lack.NO_OUTCOME: N_("Closed without a result of the report"),
        Lack.DATE_ORDER: N_("The dates contradict each other"),
        Lack.NO_SERVICE: N_("Replied without a day of service"),
        Lack.NO_RESULT: N_("A dispute was decided, its result is missing"),
    },
)

SENTENCES: dict[str, str] = {}
