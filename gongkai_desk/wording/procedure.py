"""Words for the course of a case: steps, consultations, fees, endings, what lapsed."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.proposals import ProposalKind
from gongkai_desk.i18n import N_

LABELS: dict[Enum, str] = {
    ProposalKind.NOT_CLARIFIED: N_("Not clarified in time: deemed given up"),
    ProposalKind.NOT_PAID: N_("Fee not paid in time: deemed given up"),
    ProposalKind.THIRD_PARTY_SILENT: N_("Third party silent: we decide"),
    ProposalKind.JOINT_MAKER_SILENT: N_("Joint maker silent: deemed to agree"),
    ProposalKind.OTHER_AGENCY_SILENT: N_("Other agency silent: the time limit runs"),
    ProposalKind.PARTY_UNKNOWN: N_("Consultation over, party not written down"),
}

_STEPS = {
    "until-before-event": N_(
        "The day given, {until}, lies before {date}, the day of “{kind}”. Correct one of the two."
    ),
    "reasons-not-asked-for": N_(
        "“{kind}” of {date} does not fit: no reasons were asked for. Record that first."
    ),
    "clarification-text-missing": N_(
        "It is not said what is missing. The applicant must be told everything at once (Article "
        "30); write it down."
    ),
    "clarification-until-missing": N_(
        "No period for the clarification is given. Without it the request can never be treated as "
        "given up (Article 30)."
    ),
    "extension-approval-missing": N_(
        "It is not said who agreed. An extension needs the consent of the head of the disclosure "
        "office (Article 33); enter the name."
    ),
    "extension-reason-missing": N_(
        "No reason for the extension is given. The applicant must be told (Article 33); enter it."
    ),
    "delay-reason-missing": N_(
        "No reason for the delayed reply is given. The applicant must be told (Article 35); enter "
        "it."
    ),
    "reasons-until-missing": N_(
        "No day is given by which the reasons must come in. Enter one; the law fixes none."
    ),
    "withdrawal-reason-missing": N_(
        "It is not said how the applicant withdrew. Write down when and how, and attach the proof."
    ),
    "lapse-too-early": N_(
        "“{kind}” of {date} comes too early: the applicant has time until {limit}. Wait until that "
        "day is over."
    ),
    "merge-unknown": N_("There is no request {number} to merge into. Choose one from the list."),
    "merge-into-itself": N_("A request cannot be merged into itself. Choose another one."),
    "merge-of-other-matter": N_(
        "Request {number} asks for something else (disclosure here, correction there), so it "
        "cannot carry this one on. Choose another one."
    ),
    "merge-into-closed": N_(
        "Request {number} is closed and cannot carry this one on. Choose an open one, or take it "
        "up again first."
    ),
}

_CONSULTATIONS = {
    "consultation-without-party": N_(
        "It is not written down who was consulted as “{name}”. Correct the party: its kind decides "
        "what silence means."
    ),
    "delivery-not-recorded": N_(
        "No delivery is recorded: the limit {limit} is counted from the day of sending."
    ),
    "third-party-objects": N_(
        "“{party}” refuses. With good reason the information is not disclosed, unless withholding "
        "greatly affects the public interest (Articles 15 and 32)."
    ),
    "third-party-to-be-told": N_(
        "“{party}” must be told in writing what is disclosed and why (Article 32). No such letter "
        "has been issued yet."
    ),
    "consulted-party-missing": N_("It is not said who is consulted. Enter the name of the party."),
    "silence-after-answer": N_(
        "The party “{name}” answered on {date}; it did not keep silent. Check the timeline."
    ),
    "silence-too-early": N_(
        "The party “{name}” has time to answer until {limit}. Silence can be noted after that day."
    ),
    "silence-without-party": N_(
        "It is not written down who was consulted as “{name}”. Enter the party first, for its kind "
        "decides what silence means."
    ),
    "silence-noted-already": N_("What “{name}” answered is noted already. Correct it there."),
    "override-no-third-party": N_(
        "“{name}” is no third party. Only against a third party can be decided for the public "
        "interest (Article 32)."
    ),
    "override-without-refusal": N_(
        "The third party “{name}” has not refused. A decision for the public interest is not "
        "needed."
    ),
    "public-interest-reason-missing": N_(
        "Say why not disclosing would greatly affect the public interest (Article 32). The third "
        "party must be told the reason in writing."
    ),
}

_FEES = {
    "fee-nothing-due": N_(
        "{count} cost nothing under the scale (国办函〔2020〕109号). Check the number and how many "
        "items came before it in this month."
    ),
    "fee-received-before-sent": N_(
        "The notice cannot have been received on {received}, before it was sent on {sent}. Correct "
        "one of the two dates."
    ),
    "fee-received-after-today": N_(
        "{received} lies in the future (today is {today}). Enter it when it has happened."
    ),
    "fee-payment-way-missing": N_(
        "The way of payment is missing; the notice must state it (国办函〔2020〕109号)."
    ),
    "fee-paid-otherwise": N_(
        "{paid} yuan were paid, but {amount} yuan were asked for. Check both."
    ),
    "fee-receipt-missing": N_("The number of the receipt (财政票据) is missing. Enter it."),
}

_ENDINGS = {
    "parts-too-few": N_(
        "Only one content is listed. Add another, or do not handle the contents apart."
    ),
    "part-text-missing": N_("Content {number} has no text. Write what was asked for."),
    "part-outcome-missing": N_("Content {number} has no outcome. Choose how it is answered."),
    "part-reason-missing": N_(
        "Content {number} gives no reasons, but its answer must give them (“{outcome}”)."
    ),
    "outcome-not-of-parts": N_(
        "The contents answered apart make the whole “{outcome}”. Choose that outcome, or correct "
        "the contents."
    ),
    "withheld-ground-missing": N_(
        "It is not said on which ground the other part is withheld. Choose it: it decides the "
        "remedies in the letter."
    ),
    "agency-missing": N_(
        "It is not said which agency hands the reply over. Enter its name (235号: by another "
        "agency on our behalf)."
    ),
    "no-search-recorded": N_(
        "No search is on record. “Does not exist” must be proved by where, how, by whom and when "
        "one looked (Article 36, item 4): record the search first."
    ),
    "third-party-not-asked": N_(
        "No third party was consulted. Withholding for its sake should rest on its answer (Article "
        "32)."
    ),
    "consultation-still-open": N_(
        "“{party}” is being consulted and may answer until {limit}. Closing now does not wait for "
        "it."
    ),
    "disclosed-against-refusal": N_(
        "“{party}” refused. Disclosing needs a decision for the public interest, and the third "
        "party must be told in writing (Article 32)."
    ),
    "proposal-gone": N_(
        "One of the chosen has been settled meanwhile. Look at the list again and repeat."
    ),
    "proposal-closes-nothing": N_(
        "For request {number} a silence is to be noted, nothing to be closed. Choose it apart."
    ),
}

_REMINDERS = {
    "proposal-not_clarified": N_(
        "The clarification was to come by {limit} and did not. Without good reason the request is "
        "deemed given up (Article 30)."
    ),
    "proposal-not_paid": N_(
        "The fee was to be paid by {limit} and was not. The request is deemed given up "
        "(国办函〔2020〕109号)."
    ),
    "proposal-third_party_silent": N_(
        "“{party}” had until {limit}. Silence is neither consent nor refusal: we decide by the "
        "regulation (Article 32)."
    ),
    "proposal-joint_maker_silent": N_(
        "“{party}” had until {limit}. Silence of a joint maker is deemed consent to disclosure "
        "(Article 34)."
    ),
    "proposal-other_agency_silent": N_(
        "“{party}” had until {limit}. The time limit has gone on by itself since then."
    ),
    "proposal-assumed": N_(
        "No delivery is recorded: {limit} is counted from the day of sending. Check when the other "
        "side received it before you decide."
    ),
    "proposal-party_unknown": N_(
        "Consultation {name} was over on {limit}. Write down who was asked: the kind of party "
        "decides what silence means."
    ),
}

SENTENCES: dict[str, str] = {**_STEPS, **_CONSULTATIONS, **_FEES, **_ENDINGS, **_REMINDERS}

OPERATIONS: dict[str, str] = {
    "close-lapsed": N_("closing of lapsed requests"),
    "note-silence": N_("note that parties kept silent"),
    "overrule-third-party": N_("decision for the public interest"),
}
