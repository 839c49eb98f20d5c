"""Labels, sentences and operations of documents to be published and of their interpretations."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.document_states import Standing, Validity
from gongkai_desk.domain.document_steps import Step, StepState
from gongkai_desk.domain.interpretations import Together
from gongkai_desk.domain.official_document import (
    Attribute,
    DocumentKind,
    InterpretationKind,
    InterpretationStage,
    ReviewOpinion,
)
from gongkai_desk.i18n import N_

LABELS: tuple[dict[Enum, str], ...] = (
    {
        DocumentKind.RULE: N_("Rule of a ministry or government"),
        DocumentKind.NORMATIVE: N_("Normative document"),
        DocumentKind.POLICY: N_("Other policy document"),
        DocumentKind.INFORMATION: N_("Other information"),
    },
    {
        Attribute.PROACTIVE: N_("Published proactively"),
        Attribute.ON_REQUEST: N_("Given on request"),
        Attribute.WITHHELD: N_("Withheld"),
    },
    {
        ReviewOpinion.MAY_PUBLISH: N_("May be published"),
        ReviewOpinion.IN_PART: N_("May be published with parts left out"),
        ReviewOpinion.MAY_NOT: N_("May not be published"),
    },
    {
        Standing.NO_ATTRIBUTE: N_("Attribute not fixed"),
        Standing.KEPT: N_("Not published"),
        Standing.TO_REVIEW: N_("Not reviewed yet"),
        Standing.REFUSED: N_("Review says no"),
        Standing.TO_PUBLISH: N_("Not public yet"),
        Standing.PUBLISHED: N_("Is public"),
        Standing.TO_TAKE_DOWN: N_("Take it down"),
        Standing.TAKEN_DOWN: N_("Taken down"),
    },
    {
        Validity.DRAFT: N_("Not formed yet"),
        Validity.NOT_YET: N_("Not in force yet"),
        Validity.IN_FORCE: N_("Is in force"),
        Validity.EXPIRED: N_("Expired"),
        Validity.ABOLISHED: N_("Abolished"),
        Validity.REPLACED: N_("Replaced by a new edition"),
    },
    {
        Step.DRAFTED: N_("Forming"),
        Step.ATTRIBUTE: N_("Attribute"),
        Step.REVIEWED: N_("Review of secrecy"),
        Step.PUBLISHED: N_("Going public"),
        Step.INTERPRETED: N_("Interpretation"),
    },
    {
        StepState.DONE: N_("step done"),
        StepState.NEXT: N_("to do now"),
        StepState.OPEN: N_("to come"),
        StepState.LATE: N_("step overdue"),
        StepState.STOPPED: N_("stopped"),
        StepState.ENDED: N_("taken down again"),
        StepState.NEEDLESS: N_("not needed"),
    },
    {
        Together.YES: N_("in step"),
        Together.LATE: N_("late by a few days"),
        Together.VERY_LATE: N_("much too late"),
        Together.OPEN: N_("not done"),
    },
    {
        InterpretationKind.TEXT: N_("Text interpretation"),
        InterpretationKind.CHART: N_("Picture and chart"),
        InterpretationKind.VIDEO: N_("Video"),
        InterpretationKind.ANIMATION: N_("Animation"),
        InterpretationKind.AUDIO: N_("Audio"),
        InterpretationKind.H5: N_("H5 page"),
        InterpretationKind.PRESS: N_("Press conference or briefing"),
        InterpretationKind.EXPERT: N_("Interpretation by an expert"),
        InterpretationKind.MEDIA: N_("Interpretation in the media"),
        InterpretationKind.LEADER: N_("Interpretation by a leader"),
    },
    {
        InterpretationStage.DRAFT: N_("Of the draft"),
        InterpretationStage.RELEASE: N_("With the release"),
        InterpretationStage.SECOND: N_("Second interpretation"),
    },
)

SENTENCES: dict[str, str] = {
    "document-title-missing": N_("The document has no title. Write it in full."),
    "document-attribute-missing": N_(
        "The attribute is not fixed. Choose it when drafting; a document without it may be sent "
        "back."
    ),
    "document-attribute-of-original": N_(
        "It forwards “{original}” and follows its attribute. Choose the same one."
    ),
    "document-ground-missing": N_(
        "It is not said on what ground it is withheld. Choose one of the grounds of the Regulation."
    ),
    "document-ground-no-article": N_(
        "The ground names none of {articles} of the Regulation. Only these withhold information."
    ),
    "document-policy-withheld": N_(
        "A policy document that is to be withheld goes to the disclosure office for review before "
        "it is signed (国办发〔2016〕80号)."
    ),
    "document-reason-missing": N_(
        "It is not said why it is only given on request. Write the reason in a few words."
    ),
    "forwarded-still-published": N_(
        "“{title}” forwards this document and stands in public. Take it down first."
    ),
    "document-limit-odd": N_(
        "A time limit has 1 to {most} working days. Leave it empty for the usual one."
    ),
    "document-referred-to": N_(
        "“{title}” refers to this document as its earlier edition or its original. Remove or "
        "change that one first."
    ),
    "review-person-missing": N_("It is not said who reviewed it on {date}. Write the name."),
    "review-basis-missing": N_(
        "A review that leaves out parts or says no needs its basis. Write article and reason."
    ),
    "review-secret-published": N_(
        "What contains {concerns} may not be published as it is. Choose another opinion."
    ),
    "review-concern-open": N_(
        "{concerns} was found, and still it may be published: write why, for instance that the "
        "third party agreed."
    ),
    "publication-before-review": N_(
        "Published on {date} ({channel}), but not reviewed by then: review first, publish then "
        "(Secrecy Law, article 35). Record the review, dated on or before that day."
    ),
    "publication-against-review": N_(
        "The review of {reviewed} says that it may not be published, so it cannot be published on "
        "{date}. A new review has to come first."
    ),
    "publication-before-formed": N_(
        "Published on {date}, before the document was formed on {formed}. Correct one of the two."
    ),
    "publication-not-formed": N_(
        "It is published, but the day it was formed is not known, from which 20 working days run. "
        "Enter it."
    ),
    "publication-not-proactive": N_(
        "Only what is published proactively may stand in public. Change the attribute, or take it "
        "down."
    ),
    "publication-place-missing": N_("It is not said where it was published. Name the place."),
    "keep-until-before-published": N_(
        "It would have to be taken down before it was published on {published}. Correct the date."
    ),
    "taken-down-unpublished": N_("It was never published, so it cannot be taken down."),
    "taken-down-before-published": N_(
        "It was published on {published}; it cannot have been taken down before. Correct the date."
    ),
    "taken-down-reason-missing": N_("It is not said why it was taken down. Write a few words."),
    "in-force-before-formed": N_(
        "It takes effect before it was formed on {formed}. Check whether that is meant."
    ),
    "valid-until-before-begin": N_(
        "Its validity would end before it begins on {begin}. Correct the date."
    ),
    "abolished-before-formed": N_(
        "It would be abolished before it was formed on {formed}. Correct the date."
    ),
    "abolished-by-missing": N_("Better say by which document it was abolished."),
    "abolished-day-missing": N_(
        "It is said by what it was abolished, but not when. Enter the day."
    ),
    "edition-ring": N_(
        "The editions would go round in a ring. Choose the edition that came directly before."
    ),
    "edition-twice": N_(
        "“{other}” replaces that edition already. Choose the latest edition before this one."
    ),
    "edition-before-earlier": N_(
        "It was formed before the edition it replaces ({earlier}). Correct one of the two."
    ),
    "original-itself": N_("A document cannot forward itself. Choose another original."),
    "interpretation-document-missing": N_("Choose the document that is interpreted."),
    "interpretation-title-missing": N_("The interpretation has no title. Write it."),
    "interpretation-signed-before-drafted": N_(
        "It was signed before it was drafted on {drafted}. Correct one of the two."
    ),
    "interpretation-published-before-signed": N_(
        "It was published before it was signed or drafted on {signed}. Correct one of the two."
    ),
    "interpretation-before-document": N_(
        "The document itself was not published by then. Record its publication first, or choose "
        "“Of the draft”."
    ),
    "interpretation-not-linked": N_(
        "Document and interpretation do not lead to each other. Have the links set; inspections "
        "look for them."
    ),
    "interpretation-late": N_(
        "Published {days} working days after the document of {document}; they should come together."
    ),
    "interpretation-very-late": N_(
        "Published {days} working days after the document of {document}: a fault that inspections "
        "mark. Say the reason in the remarks."
    ),
    "report-documents-differ": N_(
        "{place}: {found}, but the records of documents count {expected}."
    ),
}

OPERATIONS: dict[str, str] = {
    "save-official-document": N_("entry of a document"),
    "remove-official-document": N_("removal of a document"),
    "review-document": N_("entry of a secrecy review"),
    "publish-document": N_("entry of a publication"),
    "take-down-document": N_("taking down a document"),
    "abolish-document": N_("abolition of a document"),
    "save-interpretation": N_("entry of an interpretation"),
    "remove-interpretation": N_("removal of an interpretation"),
}
