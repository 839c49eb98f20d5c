"""The names of a published report's rows and columns, however they are typed.

Numbering, punctuation, blanks and line breaks are set aside; a long name may have a slip of the
pen. What stays must be the name of the form (国办公开办函〔2021〕30号, or the trial form of
国办公开办函〔2019〕60号 used for the years 2019 and 2020).
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from gongkai_desk.domain.report import COLUMN_LABELS, DISPUTE_LABELS

ROW_NAMES: dict[str, int] = {
    "本年新收政府信息公开申请数量": 1,
    "上年结转政府信息公开申请数量": 2,
    "予以公开": 3,
    "部分公开": 4,
    "属于国家秘密": 5,
    "其他法律行政法规禁止公开": 6,
    "危及三安全一稳定": 7,
    "保护第三方合法权益": 8,
    "属于三类内部事务信息": 9,
    "属于四类过程性信息": 10,
    "属于行政执法案卷": 11,
    "属于行政查询事项": 12,
    "本机关不掌握相关政府信息": 13,
    "没有现成信息需要另行制作": 14,
    "补正后申请内容仍不明确": 15,
    "信访举报投诉类申请": 16,
    "重复申请": 17,
    "要求提供公开出版物": 18,
    "无正当理由大量反复申请": 19,
    "要求行政机关确认或重新出具已获取信息": 20,
    "申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请": 21,
    "申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请": 22,
    "其他": 23,
    "总计": 24,
    "合计": 24,
    "结转下年度继续办理": 25,
}
OTHER_HANDLING = "其他处理"
"""（六）: a row of its own in the form of 2019, the head of three rows in that of 2021."""

PROACTIVE_NAMES: dict[str, str] = {
    "规章": "rules",
    "行政规范性文件": "normative_documents",
    "规范性文件": "normative_documents",
    "行政许可": "licences",
    "行政处罚": "penalties",
    "行政强制": "coercion",
    "行政事业性收费": "fees_10k_yuan",
    "其他对外管理服务事项": "other_services",  # only in the form of 2019
    "政府集中采购": "purchases",  # only in the form of 2019
}
OLD_NAMES = frozenset({"other_services", "purchases"})

_ORDINAL = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]"
    r"|[（(]?[0-9]{1,2}[）)、.．])"
)
_NOT_A_NAME = re.compile(r"[^\u4e00-\u9fff]")
_LONG = 8
_ALIKE = 0.85


def bare(text: str) -> str:
    """The characters of a name without number, punctuation and blanks."""
    squeezed = "".join(unicodedata.normalize("NFKC", text).split())
    return _NOT_A_NAME.sub("", _ORDINAL.sub("", squeezed))


@lru_cache(maxsize=4096)
def row_of(text: str) -> int | None:
    """The row of table 3 that a cell names, 1 to 25; None for none."""
    name = bare(text)
    if name in ROW_NAMES:
        return ROW_NAMES[name]
    if name.startswith("部分公开") and len(name) < 40:
        return ROW_NAMES["部分公开"]
    if name.startswith("结转下年") and len(name) < 16:
        return ROW_NAMES["结转下年度继续办理"]
    if len(name) < _LONG or len(name) > 45:
        return None
    letters = "".join(sorted(name))
    if letters in _SAME_LETTERS:  # words in another order
        return _SAME_LETTERS[letters]
    near = difflib.get_close_matches(name, _LONG_NAMES, n=1, cutoff=_ALIKE)
    return ROW_NAMES[near[0]] if near else None


_LONG_NAMES = [name for name in ROW_NAMES if len(name) >= _LONG]
_SAME_LETTERS = {"".join(sorted(name)): ROW_NAMES[name] for name in _LONG_NAMES}


def column_of(text: str) -> int | None:
    """The column of table 3 that a cell heads, 0 to 6; None for none."""
    name = bare(text)
    if name in ("合计", "总数"):
        return len(COLUMN_LABELS) - 1
    return COLUMN_LABELS.index(name) if name in COLUMN_LABELS else None


def dispute_column_of(text: str) -> int | None:
    """The place among the five results of table 4 that a cell heads; None for none."""
    name = bare(text)
    if name in ("合计", "总数"):
        return len(DISPUTE_LABELS) - 1
    return DISPUTE_LABELS.index(name) if name in DISPUTE_LABELS else None


def proactive_of(text: str) -> str | None:
    """The field of table 2 that a cell names; None for none."""
    return PROACTIVE_NAMES.get(bare(text))


def is_head(cells: Sequence[str]) -> bool:
    """Whether a row is part of the head of table 3: it names three columns or more."""
    return len({column for cell in cells if (column := column_of(cell)) is not None}) >= 3
