"""Labels, sentences and operations of following tasks up, carrying over and comparing plans."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.plan_comparison import Aspect, TaskChange
from gongkai_desk.domain.task_evidence import ProofState
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        ProofState.FILED: N_("Attached"),
        ProofState.TOLD: N_("Recorded without a file"),
        ProofState.MISSING: N_("Missing proof"),
    },
    {
        TaskChange.NEW: N_("New task"),
        TaskChange.CHANGED: N_("Changed task"),
        TaskChange.SAME: N_("The same task"),
        TaskChange.GONE: N_("No longer there"),
    },
    {
        Aspect.TEXT: N_("Wording"),
        Aspect.UNITS: N_("Units of the task"),
        Aspect.DEADLINE: N_("Time limit"),
        Aspect.DUTIES: N_("How often"),
    },
)

SENTENCES: dict[str, str] = {
    "step-title-missing": N_("It is not said what the step is. Write a few words."),
    "reminder-unit-missing": N_("It is not said who was reminded. Write the unit."),
    "reminder-way-unsaid": N_("How was the unit reminded? Telephone, letter, meeting…"),
    "reminder-due-before-sent": N_(
        "The answer is due on {due}, before the reminder of {date}. Correct one of the two."
    ),
    "reminder-answered-before-sent": N_(
        "The answer of {answered} lies before the reminder of {date}. Correct one of the two."
    ),
    "reminder-answer-undated": N_("The answer came in: write on which day."),
    "duty-words-missing": N_(
        "It is not said who orders it. Copy the words of the plan or name the order."
    ),
    "duty-twice": N_("The same duty stands there twice. Change the number instead."),
    "carry-nothing": N_("No task is ticked. Tick what shall go over."),
    "carry-into-older": N_(
        "Tasks of {older} cannot go over into a plan of {newer}. Choose a later plan."
    ),
    "carry-not-open": N_(
        "Task {number} “{title}” was finished or carried over in the meantime. Open the list again."
    ),
    "carry-two-into-one": N_(
        "Two tasks cannot go on as the same task {number}. Let one of them be a task of its own."
    ),
    "carry-has-history": N_(
        "Work was recorded at task {number} “{title}” since; it is not taken back. Finish the "
        "task there."
    ),
    "task-carried": N_(
        "Task {number} “{title}” goes on in a newer plan; its progress is set there."
    ),
    "carry-due-outside": N_("{date} lies before the year {year} of the new plan. Correct the day."),
}

OPERATIONS: dict[str, str] = {
    "save-task-step": N_("entry of a step"),
    "remove-task-step": N_("removal of a step"),
    "finish-task-step": N_("completion of a step"),
    "move-task-step": N_("new order of the steps"),
    "save-task-reminder": N_("entry of a reminder"),
    "remove-task-reminder": N_("removal of a reminder"),
    "save-task-facts": N_("entry of the follow-up"),
    "save-task-duties": N_("change of the duties"),
    "take-back-carrying": N_("taking back of a carried task"),
    "carry-over-tasks": N_("carrying over of tasks"),
}
