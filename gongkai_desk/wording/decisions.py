"""Labels, sentences and operations of major administrative decisions."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.decision import DecisionStage
from gongkai_desk.domain.decision_stages import StageState
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        DecisionStage.DRAFT: N_("Full draft"),
        DecisionStage.EXPLANATION: N_("Explanation of the draft"),
        DecisionStage.BACKGROUND: N_("Background of the decision"),
        DecisionStage.INTERPRETATION: N_("Interpretation of the draft"),
        DecisionStage.CONSULTATION: N_("Public consultation"),
        DecisionStage.ADOPTION: N_("What became of the opinions"),
        DecisionStage.MEETING: N_("Meeting and people's representatives"),
        DecisionStage.RESULT: N_("Result of the decision"),
        DecisionStage.EVALUATION: N_("Evaluation of the effect"),
    },
    {
        StageState.WAITING: N_("Not yet expected"),
        StageState.DUE: N_("To be published"),
        StageState.RUNNING: N_("Opinions are taken"),
        StageState.MISSING: N_("Missing"),
        StageState.LATE: N_("Late, not published"),
        StageState.SHORT: N_("Too short"),
        StageState.DONE: N_("Published"),
        StageState.DONE_LATE: N_("Published late"),
        StageState.WAIVED: N_("Not needed"),
    },
)

SENTENCES: dict[str, str] = {
    "decision-title-missing": N_("The decision has no title. Write what is to be decided."),
    "decision-year-unlikely": N_("{year} is no year of a list. Write it with four digits."),
    "decision-dropped-without-reason": N_(
        "It is not said why it was taken off the list. Write the reason."
    ),
    "stage-date-missing": N_(
        "It is not said when it was published. Enter the day, or the reason why it is not needed."
    ),
    "stage-reason-missing": N_("There is no reason. Write why."),
    "consultation-end-missing": N_("It is not said until when opinions are taken. Enter the day."),
    "consultation-ends-before-it-begins": N_(
        "It ends on {until}, before it begins on {from}. Correct one of the two."
    ),
    "consultation-short": N_(
        "Opinions are taken for {days} days only; it should be {least} at least. Write the reason "
        "that was given (重大行政决策程序暂行条例 第十五条)."
    ),
    "consultation-after-decision": N_(
        "The decision was made on {date}, before opinions were asked for on {other}. Check the "
        "two days."
    ),
    "decided-before-consultation-ended": N_(
        "The decision was made on {date}, while opinions were taken until {other}. Check the two "
        "days."
    ),
    "adoption-before-consultation-ended": N_(
        "What became of the opinions was published on {date}, while they were taken until {other}. "
        "Check the two days."
    ),
    "stage-after-consultation": N_(
        "“{stage}” was published on {date}, after opinions were asked for on {other}."
    ),
    "stage-without-decision": N_(
        "“{stage}” was published on {date}, but it is not recorded when the decision was made. "
        "Enter that day."
    ),
    "stage-before-decision": N_(
        "“{stage}” was published on {date}, before the decision of {other}. Check the two days."
    ),
    "decision-went-on": N_(
        "“{title}” stands in the list of {year}. Remove it there first, then put it back here."
    ),
    "decision-nothing-to-carry": N_(
        "In the list of {year} nothing is open, so there is nothing to take over."
    ),
}

OPERATIONS: dict[str, str] = {
    "save-decision": N_("entry of a major decision"),
    "remove-decision": N_("removal of a major decision"),
    "save-decision-stage": N_("entry of a stage of a decision"),
    "drop-decision": N_("taking a decision off the list"),
    "restore-decision": N_("putting a decision back on the list"),
    "carry-decisions": N_("taking open decisions over to the next list"),
    "publish-decision-list": N_("publication of the list of decisions"),
}
