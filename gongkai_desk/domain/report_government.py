"""What a government's report tells besides: 工作考核、社会评议和责任追究结果情况.

国办公开办函〔2021〕30号: 一级政府 also tells them under 监督保障; departments are not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai_desk.domain.office import OfficeKind
from gongkai_desk.domain.problems import Severity
from gongkai_desk.domain.report import Texts
from gongkai_desk.domain.report_finding import Finding, Place
from gongkai_desk.domain.sub_headings import without_blank

SUPERVISION = 4
"""The place of 监督保障 among the sub-parts of part one."""

MATTERS = {
    "工作考核": re.compile("考核|考评"),
    "社会评议": re.compile("评议|满意度(?:调查|测评|评价)"),
    "责任追究": re.compile("责任追究|追究.{0,6}责任|追责|问责"),
}
"""The three matters, each with how a text names it."""


def untold(text: str) -> tuple[str, ...]:
    """Which of the three a text never names; a title with nothing below it names nothing."""
    text = without_blank(text)
    return tuple(name for name, pattern in MATTERS.items() if not pattern.search(text))


def supervision_of_a_government(texts: Texts, kind: OfficeKind) -> Iterator[Finding]:
    """A warning for each of the three that the report of a government never names. While
    监督保障 is empty that alone is said.
    """
    if kind is not OfficeKind.GOVERNMENT or not texts.overview[SUPERVISION].strip():
        return
    for name in untold("\n".join((*texts.overview, texts.problems, texts.other))):
        yield Finding(
            place=Place(part=1, row="（五）"),
            rule="text",
            code="report-government-untold",
            severity=Severity.WARNING,
            values={"matter": name},
        )
