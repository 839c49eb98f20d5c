"""`fee items N`, `fee pages N`: the information-processing fee, tier by tier."""

from __future__ import annotations

import argparse
import json
import re

from gongkai_desk.cli.command import Commands
from gongkai_desk.domain import fee
from gongkai_desk.domain.problems import refuse
from gongkai_desk.i18n import _, number_text

_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,12}")


def add(commands: Commands) -> None:
    parser = commands.add_parser("fee", help=_("the information-processing fee, tier by tier"))
    scales = parser.add_subparsers(dest="scale", metavar="items|pages", required=True)
    for scale, text in (
        ("items", _("by items: requests of one applicant in one month")),
        ("pages", _("by pages: A4 sides of one request")),
    ):
        one = scales.add_parser(scale, help=text)
        one.add_argument("number", metavar="N", help=_("how many"))
        one.add_argument("--json", action="store_true", help=_("one JSON document on output"))
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    number = _number(asked.number)
    found = fee.by_items(number) if asked.scale == "items" else fee.by_pages(number)
    if asked.json:
        print(json.dumps(_as_json(found), ensure_ascii=False, indent=2))
        return 0
    for tier in found.tiers:
        print(_tier_text(tier))
    print(_("Total: {amount} yuan").format(amount=number_text(found.total)))
    return 0


def _number(text: str) -> int:
    if not _WHOLE_NUMBER.fullmatch(text):
        raise refuse("fee-number", "number", number=text, most=fee.MOST)
    return int(text)


def _tier_text(tier: fee.Tier) -> str:
    values = {
        "first": tier.first,
        "last": tier.last,
        "count": tier.count,
        "rate": number_text(tier.rate),
        "amount": number_text(tier.amount),
    }
    if tier.last is None:
        return _("From {first}: {count} at {rate} yuan = {amount} yuan").format(**values)
    return _("{first} to {last}: {count} at {rate} yuan = {amount} yuan").format(**values)


def _as_json(found: fee.Fee) -> dict[str, object]:
    return {
        "total": found.total,
        "tiers": [
            {
                "from": tier.first,
                "to": tier.last,
                "rate": tier.rate,
                "count": tier.count,
                "amount": tier.amount,
            }
            for tier in found.tiers
        ],
    }
