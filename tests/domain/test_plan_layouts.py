"""Plans made up at random, set in every layout seen, come back as they were."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.plan_lines import compact
from gongkai_desk.domain.plan_reading import PlanReading
from tests.plans import reading, real

NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
WORDS = (
    "统一、规范",
    "政务公开",
    "（试行）",
    "围绕“高效办成一件事”",
    "按照《通知》（国办发〔2022〕8号）要求",
    "IPv6改造",
    "12345热线",
    "，",
    "、",
    "推进村（居）务公开",
    "十分重视",
    "做到早了解",
    "：",
)
UNITS = ("区司法局", "区财政局", "区政府各部门、单位", "各街道办事处", "区大数据中心")

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map("".join)
sentences = words.map(lambda text: text.rstrip("，、：") or "公开").map(lambda text: text + "。")
bodies = st.lists(sentences, min_size=1, max_size=4).map("".join)
titles = st.sampled_from(("抓好主动公开", "优化平台建设", "统一、规范流程", "加强培训"))
units = st.lists(st.sampled_from(UNITS), min_size=1, max_size=4, unique=True)


@dataclass(frozen=True)
class Sample:
    number: str
    section: str
    title: str
    body: str
    units: tuple[str, ...]

    @property
    def line(self) -> str:
        clause = f"（责任单位：{'，'.join(self.units)}）"
        return f"{self.number[-3:] if '（' in self.number else self.number}{self.text}{clause}"

    @property
    def text(self) -> str:
        return f"{self.title}。{self.body}"


@st.composite
def plans(draw: st.DrawFn) -> list[Sample]:
    samples = []
    for section in range(draw(st.integers(2, 4))):
        heading = f"{NUMERALS[section]}、{draw(titles)}"
        samples += [
            Sample(
                f"{NUMERALS[section]}（{NUMERALS[item]}）",
                heading,
                draw(titles),
                draw(bodies),
                tuple(draw(units)),
            )
            for item in range(draw(st.integers(1, 4)))
        ]
    return samples


def lines_of(samples: list[Sample]) -> list[str]:
    lines = ["2026年云海区政务公开工作要点", "为做好工作，制定本要点。"]
    for place, sample in enumerate(samples):
        if not place or samples[place - 1].section != sample.section:
            lines.append(sample.section)
        lines.append(sample.line)
    return lines


def wrapped(lines: list[str], width: int) -> str:
    """Lines broken at `width` with an empty line after each, as a PDF gives them."""
    pieces = (line[at : at + width] for line in lines for at in range(0, len(line), width))
    return "\n\n".join(pieces)


def found(read: PlanReading) -> list[tuple[str, tuple[str, ...], str, str, tuple[str, ...]]]:
    return [
        (task.number, task.path, task.title, task.text, task.responsible_units)
        for task in read.tasks
    ]


def expected(
    samples: list[Sample],
) -> list[tuple[str, tuple[str, ...], str, str, tuple[str, ...]]]:
    restarts = sum(sample.number.endswith("（一）") for sample in samples) > 1
    return [
        (s.number if restarts else s.number[1:], (s.section,), s.title, s.text, s.units)
        for s in samples
    ]


@given(plans())
def test_a_line_for_each_paragraph(samples: list[Sample]) -> None:
    assert found(reading("\n".join(lines_of(samples)))) == expected(samples)


@given(plans(), st.integers(22, 40))
def test_lines_broken_at_a_width(samples: list[Sample], width: int) -> None:
    assert found(reading(wrapped(lines_of(samples), width))) == expected(samples)


@given(plans())
def test_markdown_and_page_numbers_are_furniture(samples: list[Sample]) -> None:
    lines = [f"## **{line}**" if "、" in line[:3] else line for line in lines_of(samples)]
    assert found(reading("\n\n— 1 —\n\n".join(lines))) == expected(samples)


@given(plans())
def test_a_table_with_merged_cells(samples: list[Sample]) -> None:
    header = "工作任务\t公开事项\t公开内容\t责任分工\t完成时限"
    rows = [header]
    for place, sample in enumerate(samples):
        above = samples[place - 1] if place else None
        same = above is not None and above.section == sample.section
        if place == len(samples) // 2:
            rows.append(header)
        cells = [
            "" if same else sample.section,
            sample.title,
            sample.body,
            "" if same and above and above.units == sample.units else "，".join(sample.units),
            "" if same else "全年",
        ]
        rows.append("\t".join(cells))
    read = reading("2026年云海区政务公开工作要点\n" + "\n".join(rows))
    assert [
        (t.title, t.path, t.text, t.responsible_units, t.deadline.text) for t in read.tasks
    ] == [(s.title, (s.section,), s.body, s.units, "全年") for s in samples]


@settings(max_examples=150)
@given(plans(), st.data())
def test_no_character_is_lost_wherever_lines_break(
    samples: list[Sample], data: st.DataObject
) -> None:
    whole = "\n".join(lines_of(samples))
    cuts = sorted(data.draw(st.sets(st.integers(20, len(whole)), max_size=40)))
    text = "\n".join(whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(whole)], strict=True))
    read = reading(text)
    assert compact("".join(line.text for line in read.lines)) == compact(text)
    for task in read.tasks:
        source = "".join(line.text for line in read.lines if line.task_id == task.id)
        assert is_subsequence(compact(task.text), compact(source))


def is_subsequence(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(character in rest for character in part)


def paragraphs_of(read: PlanReading) -> list[str]:
    """The source with every task on one line."""
    paragraphs: list[str] = []
    before = ""
    for line in read.lines:
        if line.task_id and line.task_id == before:
            paragraphs[-1] += line.text
        else:
            paragraphs.append(line.text)
        before = line.task_id
    return paragraphs


@pytest.mark.parametrize("key", ["000", "002", "003", "004"])
@pytest.mark.parametrize("width", [18, 21, 24, 28, 33, 40, 1000])
def test_the_real_documents_may_break_anywhere(key: str, width: int) -> None:
    read = real(key)
    again = reading(wrapped(paragraphs_of(read), width), year=read.plan.year)
    assert [replace(task, id="", plan_id="") for task in again.tasks] == [
        replace(task, id="", plan_id="") for task in read.tasks
    ]
