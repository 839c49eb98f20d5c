"""The kinds of records that make up the register, for whoever must know that it changed."""

from __future__ import annotations

from gongkai_desk.domain.case_file import (
    ConsultedParty,
    ContactEntry,
    Dispute,
    Errand,
    FeeNotice,
    SearchRecord,
    StageMark,
)
from gongkai_desk.domain.letter import Letter
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.register_settings import RegisterSettings, ReminderMark, SavedView
from gongkai_desk.domain.request import Request, RequestEvent

CASE_RECORDS = (
    ConsultedParty,
    ContactEntry,
    Dispute,
    Errand,
    FeeNotice,
    Letter,
    SearchRecord,
    StageMark,
)
"""What belongs to one request and names it by `request_id`, beside its events."""

REGISTER_RECORDS = (
    Request,
    RequestEvent,
    Attachment,
    RegisterSettings,
    ReminderMark,
    SavedView,
    *CASE_RECORDS,
)
