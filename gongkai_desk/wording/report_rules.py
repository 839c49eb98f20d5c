"""What each rule of the report's checks means, in an officer's words, and how its findings are
put right. ``report-rule-X`` explains the rule X of a finding; ``CODE-how`` says what to do.
"""

from __future__ import annotations

from enum import Enum

from gongkai_desk.i18n import N_

LABELS: dict[Enum, str] = {}

SENTENCES: dict[str, str] = {
    "report-rule-A": N_(
        "In every column: requests new in the year plus those carried over equal those done plus "
        "those handed over to the next year (row 1 + row 2 = row 24 + row 25; note in the form of "
        "国办公开办函〔2021〕30号)."
    ),
    "report-rule-B": N_(
        "In every column: （七）总计 is the sum of the 21 results (row 24 = rows 3 to 23)."
    ),
    "report-rule-C": N_("In every row: 总计 is the sum of the six kinds of applicants."),
    "report-rule-D": N_(
        "In every column: what is carried over equals what last year's report handed over (row 2 = "
        "row 25 of last year)."
    ),
    "report-rule-E": N_(
        "Every cell is a whole number of 0 or more; where there is nothing stands 0, no blank and "
        "no stroke."
    ),
    "report-rule-F": N_(
        "Table 4: each 总计 is the sum of 结果维持, 结果纠正, 其他结果 and 尚未审结."
    ),
    "report-rule-G": N_(
        "Documents in force are last year's plus those issued minus those abolished; a department "
        "without the power to make 规章 enters 0."
    ),
    "report-rule-H": N_(
        "Numbers in the text are those of the tables, and nothing is denied that a table counts; "
        "part six tells how 信息处理费 was charged when row 22 is not 0."
    ),
    "report-rule-text": N_(
        "The six parts and five sub-headings are there (国办公开办函〔2021〕30号); part five names "
        "problems and improvements (条例第五十条); part one keeps to 1,000 characters; the text is "
        "not last year's."
    ),
    "report-rule-count": N_(
        "Tables 3 and 4 are what the register counts: every request stands in one cell, and a "
        "number set by hand has a reason that still holds."
    ),
    "report-rule-shape": N_(
        "The report is built like the official form: title, headings, tables and rows."
    ),
    # how a finding is put right
    "report-intake-outcome-how": N_(
        "Look for the request that is missing or counted twice: open the numbers of this column "
        "one by one."
    ),
    "report-sum-b-how": N_("Work the sum out anew; one of rows 3 to 23 or row 24 is wrong."),
    "report-sum-c-how": N_("Work the sum out anew; one of the seven cells of this row is wrong."),
    "report-sum-f-how": N_("Work the sum out anew; one of the five cells is wrong."),
    "report-carried-over-how": N_(
        "Compare with last year's published report. When ours is right, last year's was wrong or a "
        "request was entered late: correct the register, or last year's numbers, or set the "
        "number with a reason."
    ),
    "report-case-no-receipt-date-how": N_(
        "Open the request and confirm its receipt; then it is counted by itself."
    ),
    "report-case-no-kind-how": N_(
        "Open the request and choose the kind of applicant; then it is counted by itself."
    ),
    "report-case-closed-before-receipt-how": N_(
        "Open the request and correct the date of receipt or of the reply."
    ),
    "report-case-no-result-how": N_(
        "Open the request and choose its result; then it is counted by itself."
    ),
    "report-misquoted-how": N_(
        "Correct the number in the text. If the sentence speaks of something else, explain which."
    ),
    "report-text-denies-how": N_(
        "Correct the sentence, or the table. If it speaks of something else, explain which."
    ),
    "report-in-force-how": N_(
        "Check the three numbers with the section for legal affairs. Documents taken over or "
        "corrections of last year's number are a reason to explain."
    ),
    "report-text-copied-how": N_(
        "Write what was done in this year. A sentence that is rightly the same may be explained."
    ),
    "report-overview-long-how": N_("Shorten part one, or explain why it must be longer."),
    "report-part-five-empty-how": N_(
        "Write at least one problem of the year and what is being done about it."
    ),
    "report-part-missing-how": N_("Write this part; it can be drafted from figures and records."),
    "report-opening-missing-how": N_("Write the opening, or draft it from the figures."),
    "report-override-stale-how": N_(
        "Look at the cell in table 3 or 4: confirm the number with its reason, or take it back."
    ),
    "report-rules-of-department-how": N_(
        "Enter 0. Only who may make 规章 by the 立法法 enters a number and explains it."
    ),
    "report-fee-not-told-how": N_("Add the sentence about 信息处理费 to part six."),
    "report-fee-notices-untold-how": N_("Add the sentence about 信息处理费 to part six."),
    "report-fix-error": N_("An error cannot be explained away: correct the number or the text."),
    "report-fix-warning": N_(
        "Check it. Correct what is wrong; when it is right as it is, explain why."
    ),
    # what no arithmetic can check
    "report-limit-row": N_(
        "Whether a request stands in the right row and column: a case in the wrong one leaves "
        "every sum right. Open the numbers of table 3 and compare them with the replies."
    ),
    "report-limit-entered": N_(
        "Whether every request was entered, and on the right day of receipt: compare with the "
        "receipt books of mail, counter and website."
    ),
    "report-limit-typed": N_(
        "Whether the numbers of 行政许可, 行政处罚, 行政强制 and 行政事业性收费 are right: they "
        "come from the sections in charge; keep their written figures."
    ),
    "report-limit-words": N_(
        "Whether statements in the text without a number in the tables are true (times, events, "
        "readers): compare with the records of the year."
    ),
    "report-limit-register": N_(
        "Whether the figures are those of the unit's register: it was not at hand; only the "
        "file was looked at."
    ),
}
