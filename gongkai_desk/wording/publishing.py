"""Sentences of publishing the annual report, and of what differs from it afterwards."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.i18n import N_

LABELS: dict[Enum, str] = {}

SENTENCES: dict[str, str] = {
    "report-locked": N_(
        "The annual report {year} is published and locked. To change it, begin a corrected edition "
        "on the page of the annual report first."
    ),
    "report-not-locked": N_(
        "There is no published annual report {year} to correct, or its correction has begun."
    ),
    "report-not-correcting": N_("The annual report {year} is not being corrected."),
    "report-correction-reason-missing": N_(
        "Say why the published report is corrected; the reason is kept with the corrected edition."
    ),
    "report-publish-obstacles": N_(
        "{count} points stand in the way of publishing: mend errors and missing parts, answer the "
        "others. The first: {first}"
    ),
    "report-published-day-missing": N_("Enter the day of publication."),
    "report-published-later": N_("{date} has not come yet: enter the day of publication."),
    "report-published-early": N_(
        "The report {year} counts until 31 December {year} and is published after that: check the "
        "day."
    ),
    "report-published-before-edition": N_(
        "Edition {edition} was published on {date}; the corrected one cannot be earlier."
    ),
    "report-address-shape": N_(
        "“{text}” is no address of a web page: it begins with http:// or https://."
    ),
    "report-unprintable": N_(
        "No typeface has these characters: {characters}. The PDF will show 〓 in their place; "
        "write the texts with other characters, or publish it like this."
    ),
    "published-file-missing": N_(
        "“{name}” of the published report is missing from the office file. Restore a backup."
    ),
    "published-file-altered": N_(
        "“{name}” is no longer what was published: its digest differs. Restore a backup."
    ),
    # differences
    "report-published-differs": N_("{place}: {found} was published, it would be {expected} now."),
    "report-published-came": N_(
        "{place}: {found} was published, it would be {expected} now; new in it: {came}."
    ),
    "report-published-gone": N_(
        "{place}: {found} was published, it would be {expected} now; no longer in it: {gone}."
    ),
    "report-published-came-gone": N_(
        "{place}: {found} was published, it would be {expected} now; new in it: {came}; no longer "
        "in it: {gone}."
    ),
}

OPERATIONS: dict[str, str] = {
    "publish-report": N_("publication of the annual report"),
    "set-report-address": N_("web address of the published report"),
    "begin-report-correction": N_("begin of a corrected edition"),
    "drop-report-correction": N_("end of a correction without a new edition"),
}
