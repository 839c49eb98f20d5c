"""The letters as data: every one complete, sourced, and bound to what it answers."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from gongkai_desk import i18n, resources
from gongkai_desk.domain.letter import Addressee, FieldShape, LetterKind
from gongkai_desk.domain.letter_numbers import check_pattern
from gongkai_desk.domain.letter_text import (
    ADDRESSED_TO,
    check_remedy,
    check_values,
    check_wording,
    compose,
    field_names,
)
from gongkai_desk.domain.letter_values import NAMES, ground_of
from gongkai_desk.domain.letter_words import read_chinese_date
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.request import EventKind, Matter
from gongkai_desk.services.letter_kinds import (
    families,
    kinds_for_any_time,
    kinds_for_event,
    kinds_for_outcome,
    letter_kinds,
    remedies,
)
from gongkai_desk.services.outcomes import outcomes
from gongkai_desk.texts import sentence
from tests.letters import facts_for, values_for

KINDS = tuple(letter_kinds().values())
EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=[kind.code for kind in KINDS])

MANDATORY = [
    pytest.param(kind, field.name, id=f"{kind.code}-{field.name}")
    for kind in KINDS
    for field in kind.fields
    if field.mandatory
]


def test_the_document_set_is_complete() -> None:
    titles = {kind.title for kind in KINDS}
    assert titles >= {
        "政府信息公开申请登记表",
        "政府信息公开申请登记回执",
        "政府信息公开申请补正通知书",
        "政府信息公开申请说明理由告知书",
        "政府信息公开申请延期答复告知书",
        "政府信息公开申请延迟答复告知书",
        "政府信息公开第三方意见征求书",
        "政府信息公开征求意见告知书",
        "共同制作政府信息公开征求意见函",
        "政府信息公开征求意见函",
        "政府信息公开申请协办函",
        "政府信息公开信息处理费收费通知书",
        "政府信息公开决定告知书",
        "政府信息公开申请终止办理告知书",
        "政府信息公开申请并案办理告知书",
        "政府信息更正告知书",
        "政府信息更正申请转送告知书",
        "送达回证",
    }


def test_no_two_letters_look_alike_in_a_list() -> None:
    assert [name for name, count in Counter(kind.name for kind in KINDS).items() if count > 1] == []


@EVERY_KIND
def test_our_own_text_passes_the_check_for_offices(kind: LetterKind) -> None:
    assert check_wording(kind, kind.text) == []


@EVERY_KIND
def test_every_field_is_known_or_declared(kind: LetterKind) -> None:
    declared = {entry["name"] for entry in resources.table("letters", "fields.toml")["field"]}
    for field in kind.fields:
        assert field.name in declared | NAMES
        assert field.source in NAMES | {""}
        assert field.source or field.default or field.hint or field.name in TOLD_BY_ITS_NAME


TOLD_BY_ITS_NAME = {"延迟理由", "转送机关", "转送机关联系方式", "负责公开机关联系方式"}


def test_no_field_is_declared_for_nothing() -> None:
    declared = {entry["name"] for entry in resources.table("letters", "fields.toml")["field"]}
    assert declared <= {field.name for kind in KINDS for field in kind.fields}


@EVERY_KIND
def test_what_the_data_names_exists(kind: LetterKind) -> None:
    entry = next(
        one
        for one in resources.table("letters", "letters.toml")["letter"]
        if one["code"] == kind.code
    )
    names = set(field_names(f"{kind.text}\n{kind.slip}"))
    addressee = ADDRESSED_TO.get(kind.addressee)
    assert set(entry.get("optional", ())) <= names
    assert set(entry.get("statutory", ())) <= names | {addressee}
    assert not set(entry.get("optional", ())) & set(entry.get("statutory", ()))
    assert set(kind.outcomes) <= set(outcomes())
    assert set(kind.events) <= {event.value for event in EventKind}
    assert kind.family in {*families(), ""}
    assert (kind.family == "") == (kind.addressee is Addressee.FILE) == kind.form


def test_every_outcome_has_its_letter_with_the_title_of_the_statutes() -> None:
    for code, outcome in outcomes().items():
        suggested = kinds_for_outcome(code)[0]
        if outcome.document:
            assert suggested.title == outcome.document
        assert outcome.closed_by.value in suggested.events
    assert [kind.code for kind in kinds_for_outcome("PARTIAL")] == ["partial", "by-parts"]
    assert [kind.code for kind in kinds_for_outcome("X3")] == ["ended", "merged"]
    assert kinds_for_outcome("nothing") == ()


def test_a_letter_has_the_remedy_and_the_article_of_its_outcome() -> None:
    for code, outcome in outcomes().items():
        kind = kinds_for_outcome(code)[0]
        assert kind.remedy is outcome.remedy, code
        for article in filter(None, outcome.article.split("；")):
            assert article in kind.basis, code


def test_reconsideration_first_exactly_for_articles_14_to_16() -> None:
    first = {kind.code for kind in KINDS if kind.remedy is Remedy.RECONSIDERATION_FIRST}
    assert first == {kind.code for kind in KINDS if kind.title == "政府信息不予公开告知书"}


def test_steps_on_the_way_tell_no_remedies() -> None:
    without = {kind.code for kind in KINDS if kind.remedy is Remedy.NONE}
    assert without == {
        "registration-form",
        "receipt",
        "merged",
        "clarification",
        "reasons-request",
        "extension",
        "delay",
        "third-party",
        "joint-maker",
        "other-agency",
        "consultation-notice",
        "assistance",
        "fee-notice",
        "ended",
        "service-receipt",
    }


@pytest.mark.parametrize(
    ("event", "codes"),
    [
        (EventKind.CLARIFICATION_REQUESTED, ["clarification"]),
        (EventKind.REASONS_REQUESTED, ["reasons-request"]),
        (EventKind.EXTENDED, ["extension"]),
        (EventKind.DELAYED, ["delay"]),
        (EventKind.FEE_NOTICED, ["fee-notice"]),
        (EventKind.CLARIFICATION_LAPSED, ["lapsed-clarification"]),
        (EventKind.FEE_LAPSED, ["lapsed-fee"]),
        (EventKind.WITHDRAWN, ["ended"]),
        (EventKind.MERGED, ["merged"]),
        (
            EventKind.CONSULTATION_SENT,
            ["third-party", "joint-maker", "other-agency", "consultation-notice"],
        ),
        (EventKind.FEE_PAID, []),
        (EventKind.DUE_OVERRIDDEN, []),
    ],
)
def test_which_letter_belongs_to_an_event(event: EventKind, codes: list[str]) -> None:
    assert [kind.code for kind in kinds_for_event(event)] == codes


def test_replies_and_what_can_be_made_at_any_time() -> None:
    replies = {kind.code for kind in kinds_for_event(EventKind.REPLIED)}
    answers = {kind.code for kind in KINDS if kind.outcomes} - {
        "lapsed-clarification",
        "lapsed-fee",
        "ended",
        "merged",
    }
    corrections = {kind.code for kind in KINDS if kind.matter is Matter.CORRECTION}
    assert replies == answers | corrections | {"third-party-decision"}
    assert len(corrections) == 3
    assert {kind.code for kind in kinds_for_any_time()} == {
        "registration-form",
        "receipt",
        "assistance",
        "service-receipt",
    }


def test_the_articles_quoted_are_those_of_the_basis() -> None:
    """An article of the 条例 in a text that its basis does not name, or the other way round."""
    article = re.compile(r"第[一二三四五六七八九十]+条")
    also_quoted = {  # named in passing, not the ground of the letter
        "receipt": {"第三十三条"},
        "reasons-request": {"第三十三条"},
        "delay": {"第三十三条"},
        "third-party-decision": {"第十五条"},
    }
    unsaid = {  # the rule behind the paper, not quoted in it
        "registration-form": {"第四十五条"},
        "receipt": {"第四十五条"},
        "merged": {"第四十五条"},
        "assistance": {"第四十五条"},
        "consultation-notice": {"第三十二条", "第三十四条"},
    }
    for kind in KINDS:
        quoted = set(article.findall(kind.text)) - also_quoted.get(kind.code, set())
        basis = set(article.findall(kind.basis)) - unsaid.get(kind.code, set())
        assert quoted == basis, kind.code


def test_every_family_has_a_pattern_in_the_standard_style() -> None:
    patterns = [family.pattern for family in families().values()]
    assert [problem for pattern in patterns for problem in check_pattern(pattern)] == []
    assert len(set(patterns)) == len(patterns)
    assert {kind.family for kind in KINDS} == {*families(), ""}


def test_who_is_asked_for_an_opinion_does_not_learn_who_applied() -> None:
    telling = {"申请人", "称呼", "登记编号", "申请人地址", "申请人电话", "申请用途"}
    for kind in KINDS:
        if kind.addressee in (Addressee.CONSULTED, Addressee.UNIT):
            fields = {field.name for field in kind.fields}
            allowed = {"登记编号"} if kind.code == "assistance" else set()
            assert fields & telling == allowed, kind.code


@pytest.mark.parametrize(
    ("code", "changed", "field", "problem"),
    [
        ("fee-notice", {"收费金额": "390"}, "收费金额大写", "letter-sum-differs"),
        ("extension", {"延长工作日数": "21"}, "延长工作日数", "extension-out-of-range"),
        ("extension", {"延长工作日数": "0"}, "延长工作日数", "extension-out-of-range"),
    ],
)
def test_a_letter_does_not_contradict_the_law_or_itself(
    code: str, changed: dict[str, str], field: str, problem: str
) -> None:
    kind = letter_kinds()[code]
    values = {**values_for(kind, facts_for(kind)), **changed}
    assert [(one.code, one.field) for one in check_values(kind, values)] == [(problem, field)]
    i18n.use("zh_CN")
    assert sentence(check_values(kind, values)[0])


@pytest.mark.parametrize("name", ["first", "either", "partly"])
def test_our_own_remedies_pass_the_check_for_offices(name: str) -> None:
    assert check_remedy(getattr(remedies(), name)) == []


@pytest.mark.parametrize(("kind", "name"), MANDATORY)
def test_no_letter_without_a_mandatory_field(kind: LetterKind, name: str) -> None:
    facts = facts_for(kind)
    values = {**values_for(kind, facts), name: " "}
    with pytest.raises(DomainError) as refused:
        compose(kind, values, remedies(), ground=ground_of(facts))
    assert [problem.field for problem in refused.value.problems] == [name]
    i18n.use("zh_CN")
    assert name in sentence(refused.value.problems[0])
    assert [problem.field for problem in check_values(kind, values)] == [name]


@EVERY_KIND
def test_an_optional_field_left_empty_leaves_no_trace(kind: LetterKind) -> None:
    facts = facts_for(kind)
    optional = {field.name: "" for field in kind.fields if not field.mandatory}
    paper = compose(
        kind, {**values_for(kind, facts), **optional}, remedies(), ground=ground_of(facts)
    )
    for paragraph in (*paper.paragraphs, *paper.slip):
        assert not re.search(r"[{}]|于通知|于收到|：。|，，|。。|“”|（）", paragraph)


@EVERY_KIND
def test_braces_and_rare_characters_survive_in_every_letter(kind: LetterKind) -> None:
    facts = facts_for(kind)
    strange = {
        field.name: f"𬱟{{申请人}}\U00030000{field.name}"
        for field in kind.fields
        if field.shape in (FieldShape.LINE, FieldShape.TEXT)
        and field.mandatory
        and field.name != "收费金额大写"
    }
    paper = compose(
        kind, {**values_for(kind, facts), **strange}, remedies(), ground=ground_of(facts)
    )
    body = "\n".join((paper.addressee, *paper.paragraphs, *paper.slip))
    assert [name for name, text in strange.items() if text not in body] == []


@EVERY_KIND
def test_what_holds_a_day_is_typed_as_a_day(kind: LetterKind) -> None:
    values = values_for(kind, facts_for(kind))
    for field in kind.fields:
        day = read_chinese_date(values[field.name]) is not None
        assert not day or field.shape is FieldShape.DATE, field.name
