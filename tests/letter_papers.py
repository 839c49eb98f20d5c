"""Letters for tests, with every part a letter can have."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gongkai_desk.domain.letter import LetterPaper

HOSTILE = "<b>甲</b> & {{ 机关 }} ]]> {% for %} 李𬱖\x07"
"""What a field may hold by accident or on purpose; \\x07 has no shape and is left out."""
HOSTILE_SHOWN = HOSTILE.replace("\x07", "")


def a_paper(**values: Any) -> LetterPaper:
    paper = LetterPaper(
        letterhead="威宁市云海区司法局",
        number="云司公复〔2026〕3号",
        title="政府信息部分公开告知书",
        addressee="林知远",
        paragraphs=(
            "本机关于2026年9月18日收到您提交的政府信息公开申请。",
            "一、可以公开的内容",
            "您申请的“2025年度决算”予以公开。",
            "（一）内部管理信息",
            "其中内部管理信息不予公开。",
        ),
        attachments=("决算表", "说明"),
        signature="威宁市云海区司法局",
        dated="2026年10月14日",
        contact="（联系人：孟溪）",
    )
    return replace(paper, **values)
