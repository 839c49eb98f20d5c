"""One language for window, command line and documents: gettext through Babel's catalogues.

Sources are English, `zh_CN` is complete and the default. Labels are looked up when they are
shown, never at import time; mark a constant with `N_` and translate it where it is used.
"""

from __future__ import annotations

import datetime as dt
import gettext as _gettext
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from gongkai_desk import resources

DOMAIN = "gongkai_desk"
DEFAULT = "zh_CN"
LANGUAGES = (DEFAULT, "en")

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"


def use(language: str) -> None:
    """Speak `language` from now on; an unknown one falls back to Chinese."""
    global _catalogue, _language
    _language = language if language in LANGUAGES else DEFAULT
    _catalogue = _gettext.translation(
        DOMAIN, localedir=resources.translations(), languages=[_language], fallback=True
    )


def language() -> str:
    return _language


def _(message: str) -> str:
    return _catalogue.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    return _catalogue.ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    return _catalogue.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802  the customary name that the extractor looks for
    """Mark `message` for translation without translating it now."""
    return message


@cache
def _locale(language: str) -> Locale:
    """What babel knows of a language; looking it up takes longer than using it."""
    return Locale.parse(language)


def date_text(date: dt.date) -> str:
    """A date in full: 2026年10月22日, October 22, 2026."""
    return format_date(date, "long", locale=_locale(_language))


def day_text(date: dt.date) -> str:
    """A day without its year: 1月31日, Jan 31."""
    return format_skeleton("MMMd", date, locale=_locale(_language))


def weekday_text(date: dt.date) -> str:
    """The short name of the weekday: 周四, Thu."""
    return format_date(date, "EEE", locale=_locale(_language))


def month_text(date: dt.date) -> str:
    """The name of the month: 十月, October."""
    return format_date(date, "LLLL", locale=_locale(_language))


def number_text(number: int | Decimal) -> str:
    """A number with the separators of the language."""
    return format_decimal(number, locale=_locale(_language))
