"""Labels, sentences and operations of the catalogue of proactive disclosure."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.catalogue import LimitKind, Mode
from gongkai_desk.domain.catalogue_compare import ChangeKind
from gongkai_desk.domain.catalogue_headings import CatalogueField
from gongkai_desk.i18n import N_, _

LABELS: tuple[dict[Enum, str], ...] = (
    {
        CatalogueField.SEQUENCE: N_("No."),
        CatalogueField.LEVEL_1: N_("Level 1"),
        CatalogueField.LEVEL_2: N_("Level 2"),
        CatalogueField.LEVEL_3: N_("Level 3"),
        CatalogueField.UNIT: N_("Published by"),
        CatalogueField.CONTENT: N_("Content published"),
        CatalogueField.BASIS: N_("Basis of publication"),
        CatalogueField.LIMIT: N_("Time limit of publication"),
        CatalogueField.MODE: N_("Way of disclosure"),
        CatalogueField.CHANNELS: N_("Channels"),
        CatalogueField.RESPONSIBLE: N_("Responsible"),
        CatalogueField.LEVEL: N_("Level of government"),
        CatalogueField.AUDIENCE: N_("Audience"),
        CatalogueField.DURATION: N_("How long"),
        CatalogueField.NOTE: N_("Remarks"),
    },
    {
        Mode.PROACTIVE: N_("Proactive"),
        Mode.ON_REQUEST: N_("On request"),
        Mode.BOTH: N_("Proactive and on request"),
        Mode.UNSAID: N_("Not said"),
    },
    {
        ChangeKind.NEW: N_("Added"),
        ChangeKind.CHANGED: N_("Changed"),
        ChangeKind.MOVED: N_("Moved"),
        ChangeKind.GONE: N_("Dropped"),
    },
    {
        LimitKind.WORKING_DAYS: N_("By working days"),
        LimitKind.DAYS: N_("By calendar days"),
        LimitKind.MONTHS: N_("By months"),
        LimitKind.YEARLY: N_("Every year"),
        LimitKind.HALF_YEARLY: N_("Every half-year"),
        LimitKind.QUARTERLY: N_("Every quarter"),
        LimitKind.MONTHLY: N_("Every month"),
        LimitKind.AT_ONCE: N_("At once"),
        LimitKind.STANDING: N_("All the time"),
        LimitKind.UNKNOWN: N_("Not watched"),
    },
)

SENTENCES: dict[str, str] = {
    # reading a file
    "catalogue-wrong-kind": N_(
        "“{name}” is no table that can be read. Choose an Excel file (xlsx, xls, ods), a csv file "
        "or a Word document (docx)."
    ),
    "catalogue-no-table": N_(
        "There is no table in “{name}”. Choose the document that has the catalogue as a table."
    ),
    "catalogue-no-heading": N_(
        "No headings of a catalogue were found in “{name}”. One of its first 30 rows must have "
        "headings such as 公开事项 and 公开时限."
    ),
    "catalogue-no-item-column": N_(
        "No column of “{sheet}” says what the item is. Choose one as level 1."
    ),
    "catalogue-nothing-to-import": N_(
        "There is no item in “{name}”: below its headings nothing stands."
    ),
    "catalogue-way-is-mode": N_(
        "“{heading}” says 主动 or 依申请 here and is read so. "
        "If it names channels, choose so above."
    ),
    "catalogue-way-is-channel": N_(
        "“{heading}” names websites, boards or the like here and is read as the channels."
    ),
    "catalogue-limit-unknown": N_(
        "No date can be computed from “{text}”. It is kept as it is and is not watched; write it "
        "like 20个工作日内, 每年3月底前 or 及时 to have it watched."
    ),
    "catalogue-limit-several": N_(
        "“{text}” sets more than one limit; the first one is watched. Part the item when each "
        "shall be watched."
    ),
    "catalogue-limit-statutory": N_(
        "“{text}” is read as the 20 working days of 条例第二十六条. When another rule sets another "
        "limit, write it."
    ),
    "catalogue-mode-unknown": N_(
        "“{text}” says neither 主动 nor 依申请. It is kept; choose the way in the item."
    ),
    "catalogue-row-left-out": N_(
        "Row {number} has neither an item nor a content; what stands there goes into the remarks "
        "of the version."
    ),
    "catalogue-item-without-title": N_(
        "Row {number} has a content, but no item stands before it. Give it a name afterwards."
    ),
    "catalogue-item-twice": N_("“{item}” stands in {first} already, with the same content."),
    # items and versions
    "catalogue-title-missing": N_("The item has no name. Write what is published."),
    "catalogue-limit-open": N_(
        "Without a limit only the 20 working days of 条例第二十六条 are watched, from the day "
        "something was formed."
    ),
    "catalogue-version-title-missing": N_("The version has no title."),
    "catalogue-empty": N_("“{title}” has no items yet; there is nothing to write."),
    # what was published
    "catalogue-published-title-missing": N_("It is not said what was published."),
    "catalogue-formed-missing": N_("Say when it was formed or changed: the limit runs from there."),
    "catalogue-reviewer-missing": N_("Say who reviewed it."),
    "catalogue-review-basis-missing": N_(
        "Say why it may be published in part only, or not at all: the article and the reason."
    ),
    "catalogue-channel-missing": N_("Say where it was published."),
    "catalogue-review-missing": N_(
        "First reviewed, then published (保密法第三十五条): "
        "enter the review before the publication."
    ),
    "catalogue-review-forbids": N_(
        "The review says that it may not be published. Leave the publication empty."
    ),
    "catalogue-published-before-review": N_(
        "Published on {published}, but reviewed only on {reviewed}. First reviewed, then published "
        "(保密法第三十五条)."
    ),
    "catalogue-published-before-formed": N_(
        "Published on {published}, before it was formed on {formed}. Correct one of the two."
    ),
    # when it is due
    "catalogue-due-on-request": N_("Given on request only: no date of publication is watched."),
    "catalogue-due-days": N_("Formed on {formed}, not yet published: {days} days from that day."),
    "catalogue-due-months": N_(
        "Formed on {formed}, not yet published: {months} months from that day, to the "
        "corresponding day (民法典第二百零二条)."
    ),
    "catalogue-due-working-days": N_(
        "Formed on {formed}, not yet published: {days} working days from that day."
    ),
    "catalogue-due-statutory": N_(
        "Formed on {formed}, not yet published: at the latest after {days} working days "
        "(条例第二十六条)."
    ),
    "catalogue-due-when-formed": N_(
        "Within {days} working days whenever something is formed or changed; nothing waits."
    ),
    "catalogue-due-when-formed-days": N_(
        "Within {days} days whenever something is formed or changed; nothing waits."
    ),
    "catalogue-due-when-formed-months": N_(
        "Within {months} months whenever something is formed or changed; nothing waits."
    ),
    "catalogue-due-at-once": N_("At once whenever something is formed or changed; nothing waits."),
    "catalogue-due-standing": N_("Stands all the time; renewed when it changes. Nothing waits."),
    "catalogue-due-not-understood": N_("No date can be computed from “{text}”."),
    "catalogue-due-no-limit": N_("The catalogue sets no limit for it."),
    "catalogue-due-period-after": N_("{kind}; published last on {last}."),
    "catalogue-due-period-first": N_(
        "{kind}; watched since {since}, nothing published is recorded since then."
    ),
}

OPERATIONS: dict[str, str] = {
    "import-catalogue": N_("import of a disclosure catalogue"),
    "new-catalogue-version": N_("new version of the disclosure catalogue"),
    "save-catalogue-version": N_("change of a version of the disclosure catalogue"),
    "remove-catalogue-version": N_("removal of a version of the disclosure catalogue"),
    "add-catalogue-item": N_("new item of the disclosure catalogue"),
    "save-catalogue-item": N_("change of an item of the disclosure catalogue"),
    "remove-catalogue-item": N_("removal of an item of the disclosure catalogue"),
    "move-catalogue-item": N_("other order of the disclosure catalogue"),
    "record-catalogue-publication": N_("record of a publication under the catalogue"),
}

_FIELD_NAMES = {
    "path": N_("Item"),
    "content": N_("Content published"),
    "unit": N_("Published by"),
    "limit": N_("Time limit of publication"),
    "mode": N_("Way of disclosure"),
    "channels": N_("Channels"),
    "responsible": N_("Responsible"),
    "basis": N_("Basis of publication"),
    "level": N_("Level of government"),
    "audience": N_("Audience"),
    "duration": N_("How long"),
    "note": N_("Remarks"),
}


def field_name(name: str) -> str:
    """The name of a field that changed; a heading of the file stays as it is."""
    return _(_FIELD_NAMES[name]) if name in _FIELD_NAMES else name
