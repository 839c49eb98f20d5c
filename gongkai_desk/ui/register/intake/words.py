"""Hints beside the fields of a request, and what it still lacks in a few words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.receipt import receipt_hint, receipt_rule
from gongkai_desk.domain.request import ApplicantKind, Channel
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.texts import sentence


def kind_hint(kind: ApplicantKind | None) -> str:
    """Whom the annual report counts under a kind; there is no official definition."""
    if kind is None:
        return _("The annual report counts every request under one of six types.")
    return {
        ApplicantKind.NATURAL_PERSON: _(
            "A citizen. A lawyer who applies for a client counts under the client."
        ),
        ApplicantKind.BUSINESS: _(
            "Companies, partnerships and other profit-making units, sole traders as a unit."
        ),
        ApplicantKind.RESEARCH: _("Universities and research institutes."),
        ApplicantKind.PUBLIC_INTEREST: _(
            "Social organisations, foundations and social service institutions."
        ),
        ApplicantKind.LEGAL_SERVICE: _(
            "Law firms, local legal services, notaries and judicial appraisers, in their own name."
        ),
        ApplicantKind.OTHER: _(
            "Everybody else: village committees, owners' committees, public institutions."
        ),
    }[kind]


def channel_hint(channel: Channel | None) -> str:
    """What makes the receipt date of a channel, and what to keep as proof."""
    if channel is None or channel is Channel.UNSPECIFIED:
        return sentence(receipt_hint(Channel.UNSPECIFIED))
    rule = receipt_rule(channel).basis.partition("：")[0]
    return _("{hint} ({rule})").format(hint=sentence(receipt_hint(channel)), rule=rule)


def name_hint(name: str) -> str:
    """Names the rare characters of a name with their codes, so that they can be compared."""
    rare = [sign for sign in dict.fromkeys(name) if _is_rare(sign)]
    if not rare:
        return ""
    shown = pgettext("characters", ", ").join(f"{sign} (U+{ord(sign):04X})" for sign in rare)
    return _("Rare characters, kept as they are: {characters}").format(characters=shown)


def _is_rare(sign: str) -> bool:
    """Outside the everyday characters of GBK: extensions A to I, compatibility characters."""
    if not unicodedata.name(sign, "").startswith("CJK"):
        return False
    try:
        sign.encode("gbk")
    except UnicodeEncodeError:
        return True
    return False


def lacking() -> dict[str, str]:
    """What may be added later, by the code of the warning that asks for it."""
    return {
        "received-missing": _("receipt date"),
        "applicant-kind-missing": _("applicant type"),
        "identity-missing": _("proof of identity"),
        "contact-missing": _("a way to reach the applicant"),
        "form-missing": _("form and way wanted"),
        "agent-authority-missing": _("power of attorney"),
    }


def _lack(problem: Problem, names: dict[str, str]) -> str:
    what = names[problem.code]
    if problem.field.startswith("co_applicants."):
        return _("{what} of a co-applicant").format(what=what)
    return what


def lacking_text(problems: Iterable[Problem]) -> str:
    """One quiet line about what the law or the report will want one day."""
    names = lacking()
    found = dict.fromkeys(_lack(one, names) for one in problems if one.code in names)
    if not found:
        return ""
    listed = pgettext("lacking", ", ").join(found)
    return _("Still lacking, may be added later: {what}").format(what=listed)
