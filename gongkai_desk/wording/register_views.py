"""Labels of the register's statistics."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.bulk import BulkAction
from gongkai_desk.domain.register_statistics import Dimension, Timeliness
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        Dimension.MONTH: N_("By month of receipt"),
        Dimension.CHANNEL: N_("By channel"),
        Dimension.KIND: N_("By applicant type"),
        Dimension.OUTCOME: N_("By outcome"),
        Dimension.DAYS: N_("By working days used"),
        Dimension.TIMELINESS: N_("Extension and lateness"),
        Dimension.TAG: N_("By tag"),
        Dimension.HANDLER: N_("By office in charge"),
        Dimension.SUBJECT: N_("Asked for again and again"),
    },
    {
        Timeliness.IN_TIME: N_("Within 20 working days"),
        Timeliness.EXTENDED: N_("Extended, in time"),
        Timeliness.LATE: N_("Late"),
    },
    {
        BulkAction.ADD_TAGS: N_("Add tags"),
        BulkAction.REMOVE_TAGS: N_("Remove tags"),
        BulkAction.SET_HANDLER: N_("Set the office in charge"),
    },
)

SENTENCES: dict[str, str] = {
    "bulk-add-tags-empty": N_("Write the tags that shall be added, divided by blanks."),
    "bulk-remove-tags-empty": N_("Write the tags that shall be removed, divided by blanks."),
    "bulk-set-handler-empty": N_("Write the office that shall be in charge."),
}

OPERATIONS: dict[str, str] = {"change-many-requests": N_("change of many requests")}
