"""What a letter or a mail says without labels: its signature, its wish, its marked options."""

from __future__ import annotations

import re

from gongkai_desk.domain.intake_flat import FoldedText
from gongkai_desk.domain.intake_values import (
    MAIL,
    ORGANISATION_ENDING,
    date_of,
    date_piece,
    is_name,
)

Span = tuple[int, int]

_CHOSEN = r"[☑✓✔√■☒●◉▣]|\[ ?[xX√✓vV] ?\]|\( ?[√✓xXvV] ?\)"
_BLANK = r"[□☐◯▢○]|\[ {0,3}\]|\( {0,3}\)"
_MARK = re.compile(rf"(?P<chosen>{_CHOSEN})|(?P<blank>{_BLANK})")
_BETWEEN_NAMES = re.compile(r"[、,;/&]| 和 | 及 ")
_NAME_TAIL = re.compile(r"\s*(?:\(?(?:签名|签字|签章|盖章|公章|手写)[^\n]*|等\d*[名人位]?|,.*)$")
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_SIGNER = re.compile(rf"(?:[{_HAN}] ?){{2,4}}|[{_HAN}]{{1,12}}[·•][{_HAN}·•]{{1,20}}")
_SELF = re.compile(
    rf"(?:我叫|我是|我名叫|本人叫?|我的名字叫?是?)(?P<name>[{_HAN}]{{2,4}}?)"
    r"(?=[,。、;(]|系|,?(?:身份证|男|女|现|是|住|家住|居住|因))"
)
_FROM = re.compile(
    r"^[ \t>]*(?:From|发件人|寄件人) ?: *\"?(?P<name>[^<>@\"\n]{2,40}?)\"? *<[^<>\n]+>",
    re.IGNORECASE | re.MULTILINE,
)
_TITLE = re.compile(
    r"^[ \t>]*(?:Subject|主题|邮件主题|标题) ?: *"
    r"(?:(?:Re|Fwd|转发|回复|答复) ?: ?)*(?P<title>[^\n]{4,200})",
    re.IGNORECASE | re.MULTILINE,
)
_TITLE_HEAD = re.compile(r"^(?:政府)?信息公开申请书?(?:表)?[ \-—_:()]*(?:关于)?|^关于(?=申请)")
_WISH = re.compile(
    r"(?:申请|请求|要求|希望|请|恳请|望)(?:贵局|贵单位|贵机关|贵委|贵办|贵府|你局|你单位|你机关|"
    r"[^\s,。;:]{2,16}?(?:局|委员会|办公室|政府))?(?:依法|向我|向本人|予以|能够)*"
    r"(?:公开|提供|获取)(?:以下|如下|下列)?(?:政府)?(?:信息)?[:,]? ?(?P<wish>[^。;\n]{2,300})?"
)
_LIST_LINE = re.compile(r"[ \t]*(?:\(?[\d一二三四五六七八九十]{1,3}[).、．]|[-•·]|[①-⑳])[^\n]+\n?")
_DELIVERY = re.compile(
    r"(?:以|通过|采用|请|用|希望)[ ]?(?P<way>邮寄|快递|挂号信|电子邮件|电子邮箱|邮件|传真|当面领取|"
    r"自行领取|现场领取|自取|网上|纸质邮寄)(?:的?(?:方式|形式|途径))?[^。;,\n]{0,12}?"
    r"(?:提供|答复|送达|获取|回复|领取|寄|发送|发)"
)
_HEADLINE = re.compile(
    r"(?:[ \t\n]*(?:\(?[\d一二三四五六七八九十]{1,3}[).、．] ?|[-•·]|[①-⑳])?"
    r"(?:(?:现|特|本人|我|兹|依法)?(?:申请|请求|请)(?:贵局|贵单位|你局|你单位)?(?:公开|提供|获取)?|"
    r"公开)?(?:以下|如下|下列)?(?:政府)?(?:信息)?[:：]?[ \t\n]*(?:关于)?)"
)
_LAST_LINES = 14
_LONGEST_HEADLINE = 80


def name_pieces(text: str, start: int, end: int) -> list[Span]:
    """The names between `start` and `end`; nothing that cannot be one."""
    found: list[Span] = []
    begin = start
    ends = [match.span() for match in _BETWEEN_NAMES.finditer(text, start, end)]
    for stop, after in (*ends, (end, end)):
        first, last = _without_blanks(text, begin, stop)
        tail = _NAME_TAIL.search(text, first, last)
        if tail:
            first, last = _without_blanks(text, first, tail.start())
        if is_name(joined_name(text[first:last])):
            found.append((first, last))
        begin = after
    return found


def joined_name(text: str) -> str:
    """A name without the blanks that forms put between characters; foreign names keep theirs."""
    plain = " ".join(text.split())
    return plain if re.search(r"[A-Za-z]", plain) else plain.replace(" ", "")


def mail_piece(text: str) -> Span | None:
    found = MAIL.search(text)
    return found.span(1) if found else None


def chosen_pieces(text: str, start: int, end: int) -> list[Span]:
    """The options that are marked; all of them when nothing is to be marked."""
    marks = list(_MARK.finditer(text, start, end))
    if not marks:
        pieces = re.finditer(r"[^、,;/\s]+", text[start:end])
        return [(start + piece.start(), start + piece.end()) for piece in pieces]
    before = marks[0].start() == start
    found = []
    for number, mark in enumerate(marks):
        if mark["chosen"] is None:
            continue
        if before:
            piece = mark.end(), marks[number + 1].start() if number + 1 < len(marks) else end
        else:
            piece = marks[number - 1].end() if number else start, mark.start()
        found.append(_without_blanks(text, *piece))
    return [(first, last) for first, last in found if last > first]


def headline(text: str, start: int, end: int) -> Span:
    """The first clause of a wish, without the words of asking."""
    begun = _HEADLINE.match(text, start, end)
    first = begun.end() if begun else start
    cut = re.compile(r"[。;；\n]").search(text, first, end)
    last = min(cut.start() if cut else end, first + _LONGEST_HEADLINE)
    return _without_blanks(text, first, last)


def signers(folded: FoldedText) -> list[tuple[Span, bool]]:
    """Who seems to write, the strongest signs first; True for a signature or an own word."""
    found = [(span, True) for span in _signatures(folded)]
    found += [(match.span("name"), True) for match in _SELF.finditer(folded.text)]
    for match in _FROM.finditer(folded.text):
        span = _without_blanks(folded.text, *match.span("name"))
        if is_name(folded.text[span[0] : span[1]]):
            found.append((span, False))
    return found


def _signatures(folded: FoldedText) -> list[Span]:
    """A line that is a name, beside a date or below the closing words of a letter."""
    lines = [
        folded.stripped(start, end)
        for start, end in folded.lines()
        if folded.text[start:end].strip()
    ]
    found = []
    tail = lines[-_LAST_LINES:]
    for number, (start, end) in enumerate(tail):
        near = [folded.text[slice(*line)] for line in tail[max(0, number - 2) : number + 3]]
        signed = any(re.fullmatch(r"敬礼[!。]?|此致[!。]?", line.strip()) for line in near[:3])
        dated = any(len(line) < 24 and date_of(line) for line in near)
        words = _NAME_TAIL.sub("", folded.text[start:end]).strip()
        named = _SIGNER.fullmatch(words) or (
            len(words) > 4 and ORGANISATION_ENDING.search(words[-6:]) and is_name(words)
        )
        if named and (signed or dated) and words not in ("此致", "敬礼"):
            found.append((start, start + len(words)))
    return found


def wish_span(folded: FoldedText) -> Span | None:
    """The sentence that asks, with the list that follows it."""
    text = folded.text
    for match in _WISH.finditer(text):
        start, end = match.span("wish")
        listed = _list_after(text, folded.line_end(match.end()) + 1)
        if start < 0:
            if listed is not None:
                return listed
            continue
        while listed is not None and end < listed[0] and text[end : listed[0]].strip(" :\n") == "":
            return _without_blanks(text, start, listed[1])
        if end - start >= 4:
            return _without_blanks(text, start, end)
    return None


def _list_after(text: str, start: int) -> Span | None:
    place = start
    while place < len(text):
        line = _LIST_LINE.match(text, place)
        if line is None:
            break
        place = line.end()
    return _without_blanks(text, start, place) if place > start else None


def titles(folded: FoldedText) -> list[Span]:
    """The subject line of a mail, without the words that every request has there."""
    found = []
    for match in _TITLE.finditer(folded.text):
        start, end = match.span("title")
        head = _TITLE_HEAD.match(folded.text[start:end])
        span = _without_blanks(folded.text, start + (head.end() if head else 0), end)
        if span[1] - span[0] >= 4:
            found.append(span)
    return found


def delivery_spans(text: str) -> list[Span]:
    return [match.span("way") for match in _DELIVERY.finditer(text)]


def signing_dates(folded: FoldedText) -> list[Span]:
    """The date of a signature: a line of its own near the end."""
    lines = [line for line in folded.lines() if folded.text[slice(*line)].strip()]
    found = []
    for start, end in reversed(lines[-_LAST_LINES:]):
        text = folded.text[start:end]
        piece = date_piece(text)
        if piece is not None and len(text.strip()) - piece[1] + piece[0] < 8:
            found.append((start + piece[0], start + piece[1]))
    return found[:1]


def _without_blanks(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \t\n_:|":
        start += 1
    while end > start and text[end - 1] in " \t\n_|":
        end -= 1
    return start, end
