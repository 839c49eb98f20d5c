"""Filling a letter: nothing blank, nothing unknown, nothing changed that was typed."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.letter import (
    Addressee,
    FieldShape,
    LetterField,
    LetterKind,
    RemedyTexts,
)
from gongkai_desk.domain.letter_text import (
    check_remedy,
    check_values,
    check_wording,
    compose,
    field_names,
    fields_of,
    fill,
    first_values,
    remedy_paragraphs,
)
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.domain.problems import DomainError, Problem

REMEDIES = RemedyTexts(
    first="应当先向{复议机关}复议，再向{法院}起诉。",
    either="可以向{复议机关}复议，或者向{法院}起诉。",
    partly="不予公开部分应当先向{复议机关}复议，再向{法院}起诉。\n其余可以向{复议机关}复议，或者向{法院}起诉。",
)
KNOWN = {"机关名称": "某局", "申请人": "林知远", "复议机关": "某政府", "法院": "某法院"}


def a_kind(text: str, **values: Any) -> LetterKind:
    """A letter whose fields are those of its text, all mandatory."""
    names = dict.fromkeys((*field_names(text), "申请人"))
    kind = LetterKind(
        code="test",
        title="告知书",
        family="reply",
        basis="第三十六条",
        remedy=Remedy.NONE,
        addressee=Addressee.APPLICANT,
        fields=tuple(LetterField(name=name) for name in names),
        text=text,
    )
    return replace(kind, **values)


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def refusal(kind: LetterKind, values: dict[str, str], **more: Any) -> dict[str, str]:
    """Field and code of everything `compose` refuses."""
    with pytest.raises(DomainError) as refused:
        compose(kind, values, REMEDIES, **more)
    return {problem.field: problem.code for problem in refused.value.problems}


class TestFilling:
    def test_values_stand_in_their_places(self) -> None:
        assert fill("因{理由}，不予公开。", {"理由": "甲"}) == ("因甲，不予公开。",)

    def test_one_line_is_one_paragraph_and_empty_lines_are_none(self) -> None:
        assert fill("一\n\n 二 \n", {}) == ("一", "二")

    def test_lines_of_a_value_become_paragraphs(self) -> None:
        assert fill("事项：\n{事项}", {"事项": "一、甲；\r\n二、乙。"}) == (
            "事项：",
            "一、甲；",
            "二、乙。",
        )

    @pytest.mark.parametrize("missing", ["", "  ", "　", "\n", "。", "； 。"])
    def test_a_missing_value_is_refused_never_printed_blank(self, missing: str) -> None:
        with pytest.raises(DomainError) as refused:
            fill("{甲}和{乙}", {"甲": missing})
        assert [problem.field for problem in refused.value.problems] == ["甲", "乙"]

    def test_a_paragraph_with_an_empty_optional_field_is_left_out(self) -> None:
        text = "甲\n电话{电话}，邮箱{邮箱}\n丙"
        assert fill(text, {"电话": "1"}, ["电话", "邮箱"]) == ("甲", "丙")
        assert fill(text, {"电话": "1", "邮箱": "2"}, ["电话", "邮箱"])[1] == "电话1，邮箱2"

    def test_a_paragraph_left_out_asks_for_nothing_else(self) -> None:
        assert fill("甲\n{必填}{可空}", {}, ["可空"]) == ("甲",)

    @pytest.mark.parametrize(
        ("typed", "printed"),
        [
            ("甲。", "理由：甲。"),
            ("甲；", "理由：甲。"),
            ("甲", "理由：甲。"),
            ("甲！", "理由：甲！。"),
        ],
    )
    def test_a_mark_is_not_doubled(self, typed: str, printed: str) -> None:
        assert fill("理由：{理由}。", {"理由": typed}) == (printed,)

    def test_a_mark_at_the_end_of_the_paragraph_stays(self) -> None:
        assert fill("{理由}", {"理由": "甲。"}) == ("甲。",)

    def test_braces_in_a_value_are_text(self) -> None:
        values = {"内容": "关于{理由}、{救济途径}和{的文件", "理由": "乙"}
        assert fill("申请{内容}", values) == ("申请关于{理由}、{救济途径}和{的文件",)

    @pytest.mark.parametrize("name", ["𬱟", "㛃𫖮", "\U00030000", "café", "阿卜杜·热合曼"])
    def test_rare_characters_survive(self, name: str) -> None:
        assert fill("{姓名}：", {"姓名": name}) == (f"{name}：",)

    @given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1))
    def test_a_value_is_printed_as_it_was_typed(self, value: str) -> None:
        if all(sign in "。；，、.;," for sign in value):
            return
        assert fill("前{栏目}后", {"栏目": value}) == (f"前{value}后",)

    @given(
        st.lists(st.sampled_from(["{甲}", "{乙}", "文字", "{丙}", "\n"]), max_size=12),
        st.dictionaries(st.sampled_from("甲乙丙"), st.sampled_from(["", " ", "值{甲}", "两\n行"])),
        st.sets(st.sampled_from("甲乙丙")),
    )
    def test_either_complete_or_refused(
        self, pieces: list[str], values: dict[str, str], optional: set[str]
    ) -> None:
        text = "".join(pieces)
        try:
            paragraphs = fill(text, values, optional)
        except DomainError as refused:
            for problem in refused.problems:
                assert problem.field not in optional
                assert not values.get(problem.field, "").strip()
            return
        assert all(paragraph == paragraph.strip() != "" for paragraph in paragraphs)
        printed = "".join(paragraphs).replace("值{甲}", "")
        assert "{" not in printed
        assert {unicodedata.category(sign) for sign in printed} <= {"Lo"}


class TestWording:
    def test_a_good_text_has_no_problem(self) -> None:
        assert check_wording(a_kind("因{理由}"), "关于{申请内容}，因{理由}。") == []

    def test_known_values_may_be_used_and_are_mandatory_then(self) -> None:
        kind, text = a_kind("甲"), "请致电{联系电话}"
        assert check_wording(kind, text) == []
        assert [field.name for field in fields_of(kind, text)] == ["联系电话", "申请人"]
        assert refusal(kind, KNOWN, text=text) == {"联系电话": "letter-office-field-missing"}

    @pytest.mark.parametrize("text", ["", " \n　"])
    def test_an_empty_text(self, text: str) -> None:
        assert codes(check_wording(a_kind("甲"), text)) == ["letter-wording-empty"]

    def test_an_unknown_field(self) -> None:
        found = check_wording(a_kind("甲"), "因{理甶}")
        assert [(one.code, one.values["name"]) for one in found] == [
            ("letter-field-unknown", "理甶")
        ]

    def test_a_field_the_law_asks_for_cannot_be_left_out(self) -> None:
        field = LetterField(name="补正期限", statutory=True)
        kind = a_kind("甲", fields=(field,))
        assert codes(check_wording(kind, "乙")) == ["letter-field-left-out"]
        without = replace(kind, basis="")
        assert codes(check_wording(without, "乙")) == ["letter-field-left-out-practice"]
        assert check_wording(kind, "请在{补正期限}内") == []

    def test_a_field_that_is_only_ours_can(self) -> None:
        assert check_wording(a_kind("{登记编号}"), "乙") == []

    @pytest.mark.parametrize("text", ["因{理由", "因理由}", "{}", "{{理由}}", "{理\n由}"])
    def test_a_brace_that_is_no_field(self, text: str) -> None:
        assert "letter-brace-open" in codes(check_wording(a_kind("{理由}"), text))

    @pytest.mark.parametrize(
        ("text", "sound"),
        [
            ("甲\n{救济途径}\n乙", True),
            ("甲\n  {救济途径}  ", True),
            ("甲", False),
            ("甲{救济途径}", False),
            ("{救济途径}\n{救济途径}", False),
        ],
    )
    def test_the_remedies_stand_alone_and_once(self, text: str, sound: bool) -> None:
        kind = a_kind("{救济途径}", remedy=Remedy.EITHER)
        assert codes(check_wording(kind, text)) == ([] if sound else ["letter-remedy-line"])
        if not sound:
            assert refusal(kind, KNOWN, text=text) == {"text": "letter-remedy-line"}

    def test_a_letter_of_class_c_has_no_remedies(self) -> None:
        assert codes(check_wording(a_kind("甲"), "甲\n{救济途径}")) == ["letter-remedy-unwanted"]


class TestRemedies:
    @pytest.mark.parametrize(
        ("remedy", "ground", "text"),
        [
            (Remedy.RECONSIDERATION_FIRST, None, REMEDIES.first),
            (Remedy.EITHER, None, REMEDIES.either),
            (Remedy.BY_GROUND, Remedy.RECONSIDERATION_FIRST, REMEDIES.partly),
            (Remedy.BY_GROUND, Remedy.EITHER, REMEDIES.either),
            (Remedy.NONE, None, ""),
        ],
    )
    def test_each_class_has_its_text(
        self, remedy: Remedy, ground: Remedy | None, text: str
    ) -> None:
        expected = text.replace("{复议机关}", "某政府").replace("{法院}", "某法院")
        assert "\n".join(remedy_paragraphs(remedy, ground, REMEDIES, KNOWN)) == expected

    def test_a_partial_answer_needs_its_ground(self) -> None:
        kind = a_kind("{救济途径}", remedy=Remedy.BY_GROUND)
        assert refusal(kind, KNOWN) == {"withheld_ground": "letter-ground-missing"}

    @pytest.mark.parametrize("name", ["复议机关", "法院"])
    def test_an_authority_that_is_not_known_is_refused(self, name: str) -> None:
        kind = a_kind("{救济途径}", remedy=Remedy.EITHER)
        assert refusal(kind, {**KNOWN, name: " "}) == {name: "letter-office-field-missing"}

    def test_an_office_text_names_both_authorities_and_nothing_else(self) -> None:
        assert check_remedy(REMEDIES.partly) == []
        assert codes(check_remedy("")) == ["letter-remedy-empty"]
        assert codes(check_remedy("向{复议机关}")) == ["letter-remedy-field-left-out"]
        assert codes(check_remedy("{复议机关}{法院}{申请人}{")) == [
            "letter-brace-open",
            "letter-field-unknown",
        ]


class TestComposing:
    def test_a_letter_has_all_its_parts(self) -> None:
        kind = a_kind("甲\n{救济途径}\n特此告知。", remedy=Remedy.EITHER, slip="回执\n{机关名称}：")
        paper = compose(
            kind,
            {**KNOWN, "联系方式": "电话1"},
            REMEDIES,
            number="某公复〔2026〕1号",
            dated=dt.date(2026, 11, 5),
            attachments=("清单",),
            mark="草稿",
        )
        assert paper.title == "某局告知书"
        assert paper.letterhead == paper.signature == "某局"
        assert paper.addressee == "林知远："
        assert paper.paragraphs == (
            "甲",
            "可以向某政府复议，或者向某法院起诉。",
            "特此告知。",
        )
        assert paper.slip == ("回执", "某局：")
        assert paper.dated == "2026年11月5日"
        assert paper.contact == "电话1"
        assert (paper.number, paper.attachments) == ("某公复〔2026〕1号", ("清单",))
        assert (paper.mark, paper.rows) == ("草稿", ())

    def test_the_contact_is_not_told_twice(self) -> None:
        paper = compose(a_kind("致电{联系方式}"), {**KNOWN, "联系方式": "电话1"}, REMEDIES)
        assert paper.paragraphs == ("致电电话1",)
        assert paper.contact == ""

    def test_a_letterhead_of_its_own(self) -> None:
        assert (
            compose(a_kind("甲"), KNOWN, REMEDIES, letterhead="某局文件").letterhead == "某局文件"
        )

    def test_every_missing_field_is_named_at_once(self) -> None:
        kind = a_kind("{甲}{乙}\n{救济途径}", remedy=Remedy.EITHER)
        assert refusal(kind, {"甲": "1"}) == {
            "乙": "letter-field-missing",
            "申请人": "letter-field-missing",
            "机关名称": "letter-office-field-missing",
            "复议机关": "letter-office-field-missing",
            "法院": "letter-office-field-missing",
        }

    def test_a_field_nobody_declared_is_refused(self) -> None:
        assert refusal(a_kind("甲"), KNOWN, text="因{理甶}")["理甶"] == "letter-field-unknown"

    def test_a_value_that_reads_like_the_remedies_is_text(self) -> None:
        kind = a_kind("{事项}\n{救济途径}", remedy=Remedy.EITHER)
        paper = compose(kind, {**KNOWN, "事项": "{救济途径}"}, REMEDIES)
        assert paper.paragraphs == ("{救济途径}", "可以向某政府复议，或者向某法院起诉。")

    @pytest.mark.parametrize("typed", ["2026-09-18", "2026年9月18日", " 2026年09月18日 "])
    def test_a_date_is_printed_in_one_way(self, typed: str) -> None:
        kind = a_kind("于{日期}前", fields=(LetterField(name="日期", shape=FieldShape.DATE),))
        assert compose(kind, {**KNOWN, "日期": typed}, REMEDIES).paragraphs == (
            "于2026年9月18日前",
        )

    @pytest.mark.parametrize(
        ("shape", "typed", "code"),
        [
            (FieldShape.DATE, "下周三", "letter-date-unreadable"),
            (FieldShape.DATE, "2026-02-30", "letter-date-unreadable"),
            (FieldShape.NUMBER, "十", "letter-number-unreadable"),
            (FieldShape.NUMBER, "-3", "letter-number-unreadable"),
            (FieldShape.NUMBER, "3元", "letter-number-unreadable"),
        ],
    )
    def test_a_value_not_of_its_shape_is_refused(
        self, shape: FieldShape, typed: str, code: str
    ) -> None:
        kind = a_kind("{栏目}", fields=(LetterField(name="栏目", shape=shape),))
        values = {**KNOWN, "栏目": typed}
        assert refusal(kind, values) == {"栏目": code}
        assert codes(check_values(kind, values)) == [code]

    def test_a_form_is_rows_and_bears_no_signature(self) -> None:
        kind = a_kind(
            "申请人：{申请人}\n内容：{内容}\n签收日期：", form=True, addressee=Addressee.FILE
        )
        paper = compose(kind, {**KNOWN, "内容": "甲：\n乙"}, REMEDIES, dated=dt.date(2026, 1, 2))
        assert paper.rows == (("申请人", "林知远"), ("内容", "甲：\n乙"), ("签收日期", ""))
        assert (paper.signature, paper.dated, paper.addressee) == ("", "", "")

    def test_first_values_come_from_the_case_or_are_usual(self) -> None:
        fields = (
            LetterField(name="更正事项", source="申请内容"),
            LetterField(name="补正期限", default="15个工作日"),
            LetterField(name="理由"),
        )
        kind = a_kind("{更正事项}{补正期限}{理由}", fields=fields)
        first = first_values(kind, {"申请内容": "姓名", "申请人": "林知远"})
        assert first == {
            "更正事项": "姓名",
            "补正期限": "15个工作日",
            "理由": "",
            "申请人": "林知远",
        }
