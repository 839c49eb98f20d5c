"""E-mails as they are saved (.eml): headers and body as one text, and the files they carry."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
from email.message import EmailMessage, MIMEPart
from html.parser import HTMLParser
from pathlib import Path, PureWindowsPath

from typing_extensions import override

from gongkai_desk.documents.reading import safety
from gongkai_desk.documents.reading.decoding import decode
from gongkai_desk.domain.problems import refuse

_HEADERS = (("From", "发件人"), ("Date", "日期"), ("Subject", "主题"))
_BREAKS = frozenset({"p", "div", "br", "tr", "li", "h1", "h2", "h3", "table"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MailFile:
    """One file of a mail. `name` has no folder in it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """`text` begins with sender, date and subject, each on a line of its own."""

    text: str
    files: tuple[MailFile, ...]


def read_mail(path: Path) -> Mail:
    """The mail in a file. Errors: those of reading a file, `file-damaged` when it is no mail."""
    data = safety.read_bytes(path)
    try:
        found = _mail(data)
    except Exception as error:  # the parser raises whatever a malformed header leads to
        raise refuse("file-damaged", "file", name=path.name) from error
    if found is None:
        raise refuse("file-damaged", "file", name=path.name)
    return found


def _mail(data: bytes) -> Mail | None:
    """None when there is no header of a mail."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    if not any(message[name] for name, _printed in _HEADERS):
        return None
    heads = [f"{printed}: {_one_line(message[name])}" for name, printed in _HEADERS]
    text = "\n".join([*heads, "", _body(message)])
    return Mail(text=text, files=_files(message))


def _one_line(value: object) -> str:
    return " ".join(str(value or "").split())


def _body(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    text = _text(part)
    if part.get_content_subtype() == "html":
        text = _plain(text)
    return re.sub(r"\n{3,}", "\n\n", text.replace("\r\n", "\n")).strip()


def _text(part: MIMEPart) -> str:
    """The text of a part; one whose charset is wrong or unknown is read as a text file is."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return str(part.get_payload())
    charset = (part.get_content_charset() or "").lower()
    try:
        return data.decode("gb18030" if charset in ("gb2312", "gbk") else charset)
    except (LookupError, UnicodeDecodeError):
        return decode(data, "mail")


def _files(message: EmailMessage) -> tuple[MailFile, ...]:
    found = []
    for part in message.iter_attachments():
        name = PureWindowsPath(part.get_filename() or "").name
        data = part.get_payload(decode=True)
        if name and isinstance(data, bytes) and data:
            found.append(MailFile(name=name, data=data))
    return tuple(found)


class _Plain(HTMLParser):
    """The words of an HTML body, a line for each block, a tab for each cell."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._silent = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "head"):
            self._silent += 1
        elif tag in _BREAKS:
            self.pieces.append("\n")
        elif tag in ("td", "th"):
            self.pieces.append("\t")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "head"):
            self._silent = max(0, self._silent - 1)

    @override
    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(re.sub(r"\s+", " ", data))


def _plain(markup: str) -> str:
    reader = _Plain()
    reader.feed(markup)
    reader.close()
    return "\n".join(line.strip(" ") for line in "".join(reader.pieces).split("\n"))
