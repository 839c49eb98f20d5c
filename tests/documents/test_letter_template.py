from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest

from gongkai_desk.documents.letter_docx import letter_docx
from gongkai_desk.documents.letter_template import check_template, fields_of, fill_template
from gongkai_desk.documents.reading import safety
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.texts import sentence
from tests.letter_papers import HOSTILE_SHOWN, a_paper

KNOWN = ("申请人", "文号", "正文")


def template(*lines: str, head: str = "") -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if head:
        document.sections[0].header.paragraphs[0].text = head
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def refused(data: bytes, act: Callable[[bytes], object]) -> str:
    with pytest.raises(DomainError) as refusal:
        act(data)
    (problem,) = refusal.value.problems
    assert "告知书.docx" in sentence(problem)
    return problem.code


def check(data: bytes) -> None:
    check_template(data, "告知书.docx", KNOWN)


def fill(data: bytes) -> bytes:
    return fill_template(data, "告知书.docx", {"申请人": "甲", "文号": "1号", "正文": ["一"]})


def texts(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    every = [*document.paragraphs, *document.sections[0].header.paragraphs]
    return [one.text for one in every if one.text]


def test_fields_are_filled_in_by_their_chinese_names() -> None:
    data = template(
        "{{ 申请人 }}：",
        "{%p for 段 in 正文 %}",
        "{{ 段 }}",
        "{%p endfor %}",
        "{% if 文号 %}文号{{ 文号 }}{% endif %}",
        head="{{文号}}",
    )
    assert fields_of(data, "告知书.docx") == {"申请人", "正文", "文号"}
    values = {"申请人": "林知远", "文号": "云司公复〔2026〕3号", "正文": ["第一段", "第二段"]}
    assert texts(fill_template(data, "告知书.docx", values)) == [
        *("林知远：", "第一段", "第二段", "文号云司公复〔2026〕3号", "云司公复〔2026〕3号")
    ]


def test_what_is_filled_in_is_text_and_never_a_field_again() -> None:
    made = fill_template(template("{{ 申请人 }}"), "告知书.docx", {"申请人": HOSTILE_SHOWN})
    assert texts(made) == [HOSTILE_SHOWN]


def test_characters_no_file_can_hold_are_left_out() -> None:
    for bad in ("\x00", "\x07", "\x0c", "\ufffe", "\ud800"):
        made = fill_template(template("{{ 申请人 }}"), "告知书.docx", {"申请人": f"林{bad}知远"})
        assert texts(made) == ["林知远"]


@pytest.mark.parametrize("act", [check, fill])
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (template("{{ 申请仁 }}"), "letter-template-unknown"),
        (template("{{ 申请人 }}", head="{{ 电话 }}"), "letter-template-unknown"),
        (template("没有字段"), "letter-template-no-field"),
        (template("{{ 申请人 "), "letter-template-broken"),
        (template("{% if 申请人 %}甲"), "letter-template-broken"),
        (template("{{ 申请人 + }}"), "letter-template-broken"),
        (template("{{ 申请人.__class__ }}"), "letter-template-forbidden"),
        (template("{{ ''.join(申请人) }}"), "letter-template-forbidden"),
        (
            template("{% for n in range(10**9) %}{{ 申请人 }}{% endfor %}"),
            "letter-template-forbidden",
        ),
        (template("{{ 申请人|upper }}"), "letter-template-forbidden"),
        (template("{% set 甲 = 申请人 * 999999999 %}{{ 甲 }}"), "letter-template-forbidden"),
        (template("{% include '/etc/passwd' %}{{ 申请人 }}"), "letter-template-forbidden"),
        (template("{% macro m() %}{% endmacro %}{{ 申请人 }}"), "letter-template-forbidden"),
        (b"%PDF-1.7", "letter-template-not-docx"),
        (b"", "letter-template-not-docx"),
        (template("{{ 申请人 }}")[:3000], "file-damaged"),
    ],
)
def test_broken_and_hostile_templates_are_refused(
    data: bytes, code: str, act: Callable[[bytes], object]
) -> None:
    assert refused(data, act) == code


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", 8) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return made.getvalue()


RELATION = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/{kind}" Target="https://example.com/x" TargetMode="External"/>'
    "</Relationships>"
)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("word/vbaProject.bin", b"x", "letter-template-unsafe"),
        (
            "word/_rels/settings.xml.rels",
            RELATION.format(kind="attachedTemplate").encode(),
            "letter-template-unsafe",
        ),
        ("word/x.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', "file-unsafe"),
        ("word/x.xml", b"<a>" + b" " * (70 * safety.MEGABYTE), "file-unpacks-too-large"),
        ("word/document.xml", b"no xml", "file-damaged"),
    ],
)
def test_unsafe_packages_are_refused(name: str, content: bytes, code: str) -> None:
    assert refused(with_part(template("{{ 申请人 }}"), name, content), check) == code


def test_a_link_to_a_page_is_no_danger() -> None:
    data = with_part(
        template("{{ 申请人 }}"),
        "word/_rels/header9.xml.rels",
        RELATION.format(kind="hyperlink").encode(),
    )
    check(data)


def test_a_letter_of_ours_with_fields_makes_a_template() -> None:
    data = letter_docx(a_paper(addressee="{{ 申请人 }}", number="{{ 文号 }}", attachments=()))
    assert "甲：" in texts(fill(data))
