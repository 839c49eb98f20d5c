"""Which kinds of platforms words speak of: 政务新媒体每季度检查1次 is no look at a website."""

from __future__ import annotations

import re

from gongkai_desk.domain.platform import PlatformKind

_WORDS = (
    (re.compile(r"网站|门户"), (PlatformKind.WEBSITE, PlatformKind.COLUMN)),
    (re.compile(r"栏目|专栏"), (PlatformKind.COLUMN,)),
    (
        re.compile(r"新媒体|公众号|公众账号|微信|微博|抖音|快手|短视频|视频号|客户端|头条"),
        (PlatformKind.NEW_MEDIA,),
    ),
    (re.compile(r"留言|信箱|找错"), (PlatformKind.MAILBOX,)),
    (re.compile(r"专区|公开区"), (PlatformKind.ZONE,)),
    (re.compile(r"公报"), (PlatformKind.GAZETTE,)),
)
"""A look at a column is one at its website."""


def platforms_named(words: str) -> frozenset[PlatformKind]:
    """The kinds that `words` name; none when they name none."""
    return frozenset(kind for word, kinds in _WORDS if word.search(words) for kind in kinds)
