"""The argument parser: argparse in the language of the interface."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from typing_extensions import override

from gongkai_desk.i18n import N_, _

WRONG_USAGE = 2

SAID_BY_ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)
"""argparse's own messages, as far as our commands can make it speak."""

# argparse asks the C library's language through a name of its module; there is no other door.
vars(argparse)["_"] = _


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one clear line."""

    @override
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        complaint = _("Wrong usage: {message}").format(message=message)
        self.exit(WRONG_USAGE, f"{self.prog}: {complaint}\n")
