"""Labels of what a case file holds."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.case_file import (
    ContactWay,
    DisputeKind,
    DisputeResult,
    ErrandKind,
    FeeBasis,
    Opinion,
    PartyKind,
    Procedure,
    Stage,
)
from gongkai_desk.domain.letter import Addressee, LetterStatus
from gongkai_desk.domain.request import Matter, Publish
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        Matter.DISCLOSURE: N_("Disclosure of information"),
        Matter.CORRECTION: N_("Correction of information (Article 41)"),
    },
    {
        Publish.UNDECIDED: N_("Not decided"),
        Publish.YES: N_("Publish to all"),
        Publish.NO: N_("Do not publish"),
    },
    {
        PartyKind.THIRD_PARTY: N_("Third party (Article 32)"),
        PartyKind.JOINT_MAKER: N_("Joint maker (Article 34)"),
        PartyKind.OTHER_AGENCY: N_("Other agency (Article 33)"),
    },
    {
        Opinion.PENDING: N_("No answer yet"),
        Opinion.AGREE: N_("Agrees"),
        Opinion.PARTLY: N_("Agrees in part"),
        Opinion.REFUSE: N_("Refuses"),
        Opinion.SILENT: N_("Did not answer"),
    },
    {
        FeeBasis.ITEMS: N_("By item"),
        FeeBasis.PAGES: N_("By page"),
    },
    {
        ContactWay.PHONE: N_("By phone"),
        ContactWay.IN_PERSON: N_("Face to face"),
        ContactWay.EMAIL: N_("By e-mail"),
        ContactWay.MESSAGE: N_("Text message"),
        ContactWay.LETTER: N_("By letter"),
    },
    {
        ErrandKind.HANDLING: N_("Opinion of the handling office"),
        ErrandKind.ASSISTANCE: N_("Assistance of another unit"),
        ErrandKind.JOINT_MEETING: N_("Joint consultation on a difficult case"),
        ErrandKind.SECRECY_REVIEW: N_("Secrecy review"),
        ErrandKind.LEGAL_REVIEW: N_("Legal review"),
        ErrandKind.SIGNING: N_("Signing"),
    },
    {
        Stage.REGISTERED: N_("Registered"),
        Stage.REVIEWED: N_("Reviewed"),
        Stage.HANDLED: N_("Handled"),
        Stage.REPLIED: N_("Answered"),
        Stage.ARCHIVED: N_("Archived"),
    },
    {
        DisputeKind.RECONSIDERATION: N_("Administrative reconsideration"),
        DisputeKind.LITIGATION: N_("Administrative litigation"),
    },
    {
        Procedure.SIMPLE: N_("Simple procedure"),
        Procedure.ORDINARY: N_("Ordinary procedure"),
    },
    {
        DisputeResult.UPHELD: N_("Upheld"),
        DisputeResult.CORRECTED: N_("Corrected"),
        DisputeResult.OTHER: N_("Other result"),
        DisputeResult.PENDING: N_("Not concluded"),
    },
    {
        LetterStatus.DRAFT: N_("Draft letter"),
        LetterStatus.ISSUED: N_("Issued letter"),
        LetterStatus.VOIDED: N_("Voided"),
    },
    {
        Addressee.APPLICANT: N_("To the applicant"),
        Addressee.CONSULTED: N_("To the party consulted"),
        Addressee.UNIT: N_("To a unit"),
        Addressee.FILE: N_("For the file"),
    },
)

SENTENCES: dict[str, str] = {}
