"""Personal data hidden on screen: for a look over the shoulder or a projector, not for documents.

Lists and pages show names, telephone numbers, identity numbers and addresses through the
functions here; `watcher().changed` says that they must show them anew. Remembered in the window's
state.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Signal

from gongkai_desk.domain.identity_number import masked
from gongkai_desk.domain.request import Applicant, ApplicantKind
from gongkai_desk.ui.settings import folder, window_state

_KEY = "privacy/hidden"
_STARS = "**"
_LONG_NUMBER, _HEAD, _TAIL = 7, 3, 2
_PLACE = 6
"""Characters of an address that stay: province or city, hardly more."""
_known: dict[str, bool] = {}


class Watcher(QObject):
    changed = Signal()


@cache
def watcher() -> Watcher:
    """Who tells that personal data was hidden or shown again."""
    return Watcher()


def hidden() -> bool:
    """Whether personal data is hidden now."""
    place = str(folder())
    if place not in _known:
        _known[place] = bool(window_state().value(_KEY, False, type=bool))
    return _known[place]


def hide(on: bool) -> None:
    """Hide personal data, or show it again."""
    if on == hidden():
        return
    _known[str(folder())] = on
    window_state().setValue(_KEY, on)
    watcher().changed.emit()


def shown_name(name: str, kind: ApplicantKind | None = None) -> str:
    """林知远 or 林**; organisations have no secret name."""
    if not hidden() or kind not in (None, ApplicantKind.NATURAL_PERSON):
        return name
    return name[:1] + _STARS if name.strip() else name


def shown_applicant(applicant: Applicant) -> str:
    return shown_name(applicant.name, applicant.kind)


def shown_phone(number: str) -> str:
    """138****56: the beginning and the last two digits."""
    if not hidden() or not number.strip():
        return number
    tail = number[-_TAIL:]
    return f"{number[:_HEAD]}****{tail}" if len(number) >= _LONG_NUMBER else f"****{tail}"


def shown_identity(number: str) -> str:
    """Masked as everywhere on screen; when hidden, not shown at all."""
    return "******" if hidden() and number.strip() else masked(number)


def shown_address(address: str) -> str:
    """The first characters only."""
    if not hidden() or not address.strip():
        return address
    return address[: min(_PLACE, len(address) // 2)] + "****"


def shown_email(address: str) -> str:
    """l***@example.cn"""
    if not hidden() or not address.strip():
        return address
    name, at, host = address.partition("@")
    return f"{name[:1]}***{at}{host}"
