"""Drafts the written parts of the report from the year's figures, and nothing else.

The sentences are data (resources/statutes/report_texts.toml); what no figure tells is not
written but asked for by a hint.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gongkai_desk.domain.office import Office
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.report import (
    CARRIED_IN_ROW,
    CARRIED_OUT_ROW,
    RECEIVED_ROW,
    RESULT_GROUPS,
    TOTAL_ROW,
    Figures,
    Texts,
)

Sentences = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessingFees:
    """信息处理费 of the year as the register knows it: requests noticed, requests paid, and the
    sums in yuan, None where a notice or a payment is not on record.
    """

    noticed: int = 0
    paid: int = 0
    amount: int | None = None
    received: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """Texts to start from, and per sub-part that no figure speaks of what to write there.

    The `field` of a hint is ``overview.0`` to ``overview.4``, ``problems`` or ``other``, and of a
    sub-item of part six ``other.`` with its name. `fees` and `implementation` are two pieces of
    part six, the latter "" while no 落实情况 is kept.
    """

    texts: Texts
    hints: tuple[Problem, ...]
    fees: str = ""
    implementation: str = ""


def draft(
    figures: Figures,
    office: Office,
    fees: ProcessingFees,
    sentences: Sentences,
    implementation: str = "",
) -> Drafted:
    """Opening, 主动公开, 依申请公开, the fees and `implementation`, the texts that the officer kept
    on how the year's plan was carried out; the other parts stay empty with a hint each.
    """
    of_fees = _processing_fees(figures.year, fees, sentences["other"])
    texts = Texts(
        opening=_opening(figures.year, office, sentences["opening"]),
        overview=(
            _proactive(figures, sentences["proactive"]),
            _requests(figures, sentences["requests"]),
            "",
            "",
            "",
        ),
        other=_other(figures.year, of_fees, implementation, sentences["other"]),
    )
    return Drafted(texts=texts, hints=HINTS, fees=of_fees, implementation=implementation)


def _other(year: int, fees: str, implementation: str, sentences: Mapping[str, str]) -> str:
    """Two parts with a heading each where both are there."""
    if not implementation:
        return fees
    own = sentences["implementation_heading"].format(year=year)
    return f"（一）{sentences['fees_heading']}\n{fees}\n（二）{own}\n{implementation}"


HINTS = tuple(
    Problem(code, field, severity=Severity.WARNING)
    for field, code in (
        ("overview.0", "report-hint-proactive"),
        ("overview.1", "report-hint-requests"),
        ("overview.2", "report-hint-management"),
        ("overview.3", "report-hint-platforms"),
        ("overview.4", "report-hint-supervision"),
        ("problems", "report-hint-problems"),
        ("other", "report-hint-other"),
        ("other.proposals", "report-hint-proposals"),
        ("other.innovation", "report-hint-innovation"),
        ("other.others", "report-hint-others"),
    )
)


def _processing_fees(year: int, fees: ProcessingFees, sentences: Mapping[str, str]) -> str:
    """The sums are told where there was a notice or a payment and every one of them is known."""
    told = fees.noticed + fees.paid > 0 and fees.amount is not None and fees.received is not None
    return sentences["fees_with_sums" if told else "fees"].format(
        year=year,
        noticed=fees.noticed,
        paid=fees.paid,
        amount=fees.amount,
        received=fees.received,
    )


def _opening(year: int, office: Office, sentences: Mapping[str, str]) -> str:
    pieces = [sentences["basis"], sentences["contents"], sentences["period"]]
    if office.website:
        pieces.append(sentences["website"])
    contact = [
        sentences[name].format(**{name: value})
        for name, value in (("address", office.address), ("phone", office.phone))
        if value
    ]
    if contact:
        pieces.append(sentences["contact"])
    return "".join(
        piece.format(
            agency=office.name, year=year, website=office.website, contact="；".join(contact)
        )
        for piece in pieces
    )


def _proactive(figures: Figures, sentences: Mapping[str, str]) -> str:
    table = figures.proactive
    return (sentences["documents"] + sentences["decisions"]).format(
        year=figures.year,
        rules_issued=table.rules[0],
        rules_abolished=table.rules[1],
        rules_in_force=table.rules[2],
        documents_issued=table.normative_documents[0],
        documents_abolished=table.normative_documents[1],
        documents_in_force=table.normative_documents[2],
        licences=table.licences,
        penalties=table.penalties,
        coercion=table.coercion,
        fees=format(table.fees_10k_yuan, "f"),
    )


def _requests(figures: Figures, sentences: Mapping[str, str]) -> str:
    totals = {row: cells[-1] for row, cells in figures.requests.items()}
    groups = {name: sum(totals[row] for row in rows) for name, rows in RESULT_GROUPS.items()}
    natural = figures.requests[RECEIVED_ROW][0]
    disputes = figures.disputes
    pattern = "".join(sentences[name] for name in ("intake", "applicants", "outcome", "disputes"))
    return pattern.format(
        year=figures.year,
        received=totals[RECEIVED_ROW],
        carried_in=totals[CARRIED_IN_ROW],
        natural=natural,
        organisations=totals[RECEIVED_ROW] - natural,
        done=totals[TOTAL_ROW],
        carried_out=totals[CARRIED_OUT_ROW],
        reconsideration=disputes.reconsideration[-1],
        litigation=disputes.litigation_direct[-1] + disputes.litigation_after[-1],
        **groups,
    )
