"""Sentences of the reading and checking of published reports."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.report_reading import Form
from gongkai_desk.i18n import N_

LABELS: dict[Enum, str] = {
    Form.OF_2021: N_("form of 2021 (国办公开办函〔2021〕30号)"),
    Form.OF_2019: N_("trial form of 2019 (国办公开办函〔2019〕60号)"),
}

SENTENCES: dict[str, str] = {
    # reading
    "report-file-no-report": N_(
        "“{name}” holds no annual report: {rows} rows of table 3 were found in it. Choose the file "
        "in which the report's tables stand as text."
    ),
    "report-old-form": N_(
        "The report keeps to the trial form of 2019, used for 2019 and 2020: its table 2 counts "
        "other things and is not compared, （六）其他处理 is a single row."
    ),
    "report-cell-blank": N_("{place} is empty and was read as 0; print 0 where there is nothing."),
    "report-cell-stroke": N_("{place}: “{found}” was read as 0; print 0 where there is nothing."),
    "report-row-twice": N_(
        "{place} stands in the report twice with different numbers; the first was used."
    ),
    "report-row-unnamed": N_(
        "{place}: the form has no row “{found}”; its numbers were not read. Use the official names."
    ),
    "report-title-missing": N_(
        "The report has no title with agency and year, such as ××局2025年政府信息公开工作年度报告."
    ),
    "report-heading-missing": N_("{place}: its heading is missing or worded otherwise."),
    "report-sub-headings-missing": N_(
        "{place} has none of the sub-headings 主动公开, 依申请公开, 政府信息管理, "
        "政府信息公开平台建设, 监督保障."
    ),
    # text against tables
    "report-text-denies": N_("{place}: the text says “{words}”, but {cell} is {count}."),
    "report-fee-denied": N_(
        "{place}: the text says that no fee was asked for, but {count} requests ended because a "
        "fee was not paid (table 3, row 22)."
    ),
    "report-fee-notices-few": N_(
        "{place}: the text tells {notices} fee notices, but {lapsed} requests ended unpaid (table "
        "3, row 22) and {paid} were paid; there must be as many notices at least."
    ),
    "report-fee-notices-untold": N_(
        "{place}: the register holds {count} fee notices; part six should tell how 信息处理费 was "
        "charged."
    ),
    "report-fee-two-amounts": N_(
        "{place}: the text tells two amounts of 信息处理费, {first} yuan and {second} yuan."
    ),
    "report-fee-not-registered": N_(
        "{place}: about 信息处理费 the text says {told}, but the register has {known}."
    ),
    "report-rules-of-department": N_(
        "{place}: {found_rules}; a department without the power to make 规章 enters 0."
    ),
    "report-text-copied": N_(
        "{place}: {count} of {total} sentences are last year's, numbers aside, for example "
        "“{example}”. Write what was done this year."
    ),
    "report-not-the-register": N_(
        "{place}: {found}, but the register counts {expected}; open the number to see its requests."
    ),
    # last year's report
    "report-previous-other-year": N_(
        "“{name}” is the report of {found}; choose that of {expected}."
    ),
    "report-previous-no-rows": N_(
        "In “{name}” row 25 of table 3 (结转下年度继续办理) cannot be read. Choose another file, "
        "or type the numbers."
    ),
}
