"""One letter laid open: its fields with their values, what is missing, and how it will read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gongkai_desk.domain.letter import (
    FieldShape,
    Letter,
    LetterField,
    LetterKind,
    LetterPaper,
)
from gongkai_desk.domain.letter_facts import LetterFacts, ground_of
from gongkai_desk.domain.letter_text import (
    ADDRESSED_TO,
    REMEDY,
    REMEDY_NAMES,
    check_values,
    compose,
    field_names,
    fields_of,
    fill,
    first_values,
    remedy_paragraphs,
)
from gongkai_desk.domain.letter_values import values_of
from gongkai_desk.domain.letter_words import chinese_date, read_chinese_date
from gongkai_desk.domain.outcome import Remedy
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.services.case_view import CaseView
from gongkai_desk.services.letter_facts import ATTACHMENTS, facts_of
from gongkai_desk.services.letter_kinds import letter_kinds
from gongkai_desk.services.letter_wordings import LetterWordingService
from gongkai_desk.storage.database import Database

DRAFT_MARK = "草稿"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSheet:
    """`fields` in the order of the text; `first` what the register gives them, `values` what they
    hold now (the officer's word over the register's); `paper` shows blanks as 【栏目】.
    """

    kind: LetterKind
    fields: tuple[LetterField, ...]
    first: Mapping[str, str]
    values: Mapping[str, str]
    problems: tuple[Problem, ...]
    paper: LetterPaper

    def asks(self, field: LetterField) -> bool:
        """Whether the officer must look at the field: the register gives nothing, or a proposal."""
        return bool(field.hint) or not self.first.get(field.name, "").strip()

    def contradictions(self) -> list[Problem]:
        """A warning for each field that says something else than the register does now: a date
        that moved after the draft was written, or what the officer put in another way.
        """
        return [
            Problem("letter-contradicts", field.name, {"value": known}, Severity.WARNING)
            for field in self.fields
            if not self.asks(field)
            and self.values.get(field.name, "").strip()
            not in ("", known := self.first[field.name].strip())
        ]

    def own_values(self, typed: Mapping[str, str]) -> dict[str, str]:
        """What of `typed` the officer changed: the rest goes on following the register."""
        first = self.first
        return {
            name: text
            for name, text in typed.items()
            if text.strip() != first.get(name, "").strip()
        }


class LetterSheets:
    def __init__(
        self, database: Database, register: CaseView, wordings: LetterWordingService
    ) -> None:
        self._database, self._register, self._wordings = database, register, wordings

    def sheet(self, letter: Letter, on: dt.date) -> LetterSheet:
        kind = letter_kinds()[letter.kind]
        facts = facts_of(self._database, self._register, letter, on)
        text = self._wordings.text_of(kind)
        first, values = self._values(kind, letter, facts, text)
        problems = check_values(kind, values, text)
        ground = ground_of(facts)
        if kind.remedy is Remedy.BY_GROUND and ground is None:
            problems.append(Problem("letter-ground-missing", "withheld_ground"))
        return LetterSheet(
            kind=kind,
            fields=fields_of(kind, text),
            first=first,
            values=values,
            problems=tuple(problems),
            paper=self._tolerant(kind, letter, facts, text, values),
        )

    def final(self, letter: Letter, on: dt.date) -> tuple[LetterPaper, dict[str, str]]:
        """The paper to be issued and the values it was made of; raises DomainError when something
        is missing.
        """
        kind = letter_kinds()[letter.kind]
        facts = facts_of(self._database, self._register, letter, on)
        text = self._wordings.text_of(kind)
        _first, values = self._values(kind, letter, facts, text)
        paper = compose(
            kind,
            values,
            self._wordings.remedy_texts(),
            text=text,
            ground=ground_of(facts),
            number=letter.number,
            dated=letter.dated,
            letterhead=facts.settings.letterhead,
            attachments=_attachments(letter),
        )
        names = {field.name for field in fields_of(kind, text)}
        kept = {name: value for name, value in values.items() if name in names}
        return paper, {**kept, **letter.values}

    def template_values(
        self, letter: Letter, paper: LetterPaper, on: dt.date
    ) -> dict[str, str | Sequence[str]]:
        """What an own template is filled with: every field of the letter, and the paper's parts."""
        kind = letter_kinds()[letter.kind]
        facts = facts_of(self._database, self._register, letter, on)
        _first, values = self._values(kind, letter, facts, self._wordings.text_of(kind))
        names = self._wordings.field_names(kind)
        return {
            **{name: values.get(name, "") for name in names},
            "机关": paper.letterhead,
            "文号": paper.number,
            "标题": paper.title,
            "主送": paper.addressee.rstrip("：:"),
            "正文": paper.paragraphs,
            "附件": paper.attachments,
            "署名": paper.signature,
            "成文日期": paper.dated,
            "附注": paper.contact,
        }

    def _values(
        self, kind: LetterKind, letter: Letter, facts: LetterFacts, text: str
    ) -> tuple[dict[str, str], dict[str, str]]:
        """What the register gives, and that with the officer's words over it."""
        known = values_of(facts)
        first = {**known, **first_values(kind, known, text)}
        return first, {**first, **letter.values}

    def _tolerant(
        self,
        kind: LetterKind,
        letter: Letter,
        facts: LetterFacts,
        text: str,
        values: Mapping[str, str],
    ) -> LetterPaper:
        """The paper with 【栏目】 where something is missing; never refused."""
        fields = fields_of(kind, text)
        shown = dict(values)
        for field in fields:
            shown[field.name] = _shown(field, values.get(field.name, ""))
        for name in REMEDY_NAMES:
            shown[name] = values.get(name, "").strip() or f"【{name}】"
        optional = {field.name for field in fields if not field.mandatory}
        ground = ground_of(facts) or Remedy.EITHER
        remedy = remedy_paragraphs(kind.remedy, ground, self._wordings.remedy_texts(), shown)
        before, _line, after = text.partition(f"{{{REMEDY}}}")
        lines = (*fill(before, shown, optional), *remedy, *fill(after, shown, optional))
        addressee = ADDRESSED_TO.get(kind.addressee)
        tells_contact = "联系方式" in field_names(text)
        return LetterPaper(
            letterhead=facts.settings.letterhead.strip() or shown["机关名称"],
            number=letter.number,
            title=f"{shown['机关名称']}{kind.title}",
            addressee=f"{shown[addressee]}：" if addressee else "",
            paragraphs=lines,
            attachments=_attachments(letter),
            signature="" if kind.form else shown["机关名称"],
            dated="" if kind.form else chinese_date(letter.dated or facts.today),
            contact="" if kind.form or tells_contact else shown.get("联系方式", "").strip(),
            slip=fill(kind.slip, shown, optional),
            mark=DRAFT_MARK,
            rows=_rows(lines) if kind.form else (),
        )


def _rows(lines: Sequence[str]) -> tuple[tuple[str, str], ...]:
    parts = (line.partition("：") for line in lines)
    return tuple((item.strip(), content.strip()) for item, _colon, content in parts)


def _shown(field: LetterField, value: str) -> str:
    """A value as the preview shows it; an optional one that is empty stays so."""
    if not value.strip("。；，、.;, \n\t　"):
        return f"【{field.name}】" if field.mandatory else ""
    if field.shape is FieldShape.DATE:
        day = read_chinese_date(value)
        return chinese_date(day) if day else value
    return value


def _attachments(letter: Letter) -> tuple[str, ...]:
    lines = letter.values.get(ATTACHMENTS, "").splitlines()
    return tuple(line.strip() for line in lines if line.strip())
