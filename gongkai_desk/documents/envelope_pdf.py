"""Envelopes, lying: postcode boxes, recipient in the middle, sender at the lower right."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reportlab.lib.units import mm

from gongkai_desk.documents.fonts import Role
from gongkai_desk.documents.pdf_text import Align, Pen, Style, set_lines
from gongkai_desk.domain.envelope import Envelope, EnvelopeSize

_SIZES = {EnvelopeSize.DL: (220 * mm, 110 * mm), EnvelopeSize.C5: (229 * mm, 162 * mm)}
_BOX_WIDTH, _BOX_HEIGHT, _BOX_STEP = 8 * mm, 10 * mm, 10 * mm
_BOX_LEFT, _BOX_TOP = 12 * mm, 10 * mm
_BOXES = 6
_STAMP = 20 * mm
_RED = (0.8, 0.1, 0.05)
_ADDRESS = Style(role=Role.SONG, size=14, leading=20)
_NAME: Final = Style(role=Role.SONG, size=20, leading=28, align=Align.CENTRE)
_SENDER = Style(role=Role.SONG, size=11, leading=16)
_DIGIT = Style(role=Role.SONG, size=16, leading=20, align=Align.CENTRE)
_STAMP_WORD = Style(role=Role.SONG, size=9, leading=12, align=Align.CENTRE)


def envelopes_pdf(envelopes: Sequence[Envelope], size: EnvelopeSize, *, printed: bool) -> bytes:
    """One page an envelope, in order. `printed`: the paper has its boxes already, so only the
    digits are put into their places.
    """
    made = io.BytesIO()
    paper = _SIZES[size]
    pen = Pen.on(made, paper, "信封")
    for one in envelopes:
        _draw(pen, one, paper, printed=printed)
        pen.next_page()
    pen.canvas.save()
    return made.getvalue()


def _draw(pen: Pen, one: Envelope, paper: tuple[float, float], *, printed: bool) -> None:
    width, height = paper
    if not printed:
        _frames(pen, width, height)
    for place, digit in enumerate(one.postcode.strip()[:_BOXES]):
        left = _BOX_LEFT + place * _BOX_STEP
        top = height - _BOX_TOP - (_BOX_HEIGHT - _DIGIT.leading) / 2
        pen.lines(set_lines(digit, _DIGIT, _BOX_WIDTH), _DIGIT, left, top)
    _recipient(pen, one, paper)
    _sender(pen, one, paper)


def _frames(pen: Pen, width: float, height: float) -> None:
    canvas = pen.canvas
    canvas.saveState()
    canvas.setStrokeColorRGB(*_RED)
    canvas.setFillColorRGB(*_RED)
    for place in range(_BOXES):
        left = _BOX_LEFT + place * _BOX_STEP
        pen.box(left, height - _BOX_TOP, _BOX_WIDTH, _BOX_HEIGHT)
    left = width - _BOX_LEFT - _STAMP
    pen.box(left, height - _BOX_TOP, _STAMP, _STAMP)
    words = set_lines("贴邮票处", _STAMP_WORD, _STAMP)
    pen.lines(words, _STAMP_WORD, left, height - _BOX_TOP - (_STAMP - _STAMP_WORD.leading) / 2)
    canvas.restoreState()


def _recipient(pen: Pen, one: Envelope, paper: tuple[float, float]) -> None:
    """Address, name and telephone, one under the other, around the middle of the paper."""
    width, height = paper
    left, room = 0.16 * width, 0.68 * width
    address = set_lines(one.address, _ADDRESS, room) if one.address.strip() else []
    name = set_lines(f"{one.recipient}　收", _NAME, room)
    down = height - 0.33 * height
    pen.lines(address, _ADDRESS, left, down)
    down -= len(address) * _ADDRESS.leading + 6
    pen.lines(name, _NAME, left, down)
    down -= len(name) * _NAME.leading + 2
    if one.phone.strip():
        centred = replace(_SENDER, align=Align.CENTRE)
        pen.lines(set_lines(f"电话：{one.phone}", centred, room), centred, left, down)


def _sender(pen: Pen, one: Envelope, paper: tuple[float, float]) -> None:
    width, _height = paper
    parts = [one.sender, one.sender_address]
    if one.sender_phone.strip():
        parts.append(f"电话：{one.sender_phone}")
    room, left = 0.46 * width, 0.50 * width
    lines = set_lines("\n".join(part for part in parts if part.strip()), _SENDER, room)
    top = 12 * mm + len(lines) * _SENDER.leading
    pen.lines(lines, _SENDER, left, top)
    if one.content.strip():
        inside = set_lines(f"内件：{one.content}", _SENDER, 0.36 * width)
        top = 12 * mm + len(inside) * _SENDER.leading
        pen.lines(inside, _SENDER, _BOX_LEFT, top)
