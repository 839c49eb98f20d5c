"""The screens of a case's course: its steps, consultations, fees, endings, what lapsed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from gongkai_desk.demo.camera import Camera
from gongkai_desk.domain.case import Case, Query, Status
from gongkai_desk.domain.request import EventKind, ServiceWay
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.register.closing_dialog import ClosingDialog
from gongkai_desk.ui.register.event_dialog import EventDialog
from gongkai_desk.ui.register.page import RequestsPage
from gongkai_desk.ui.today import today


def _consultations(camera: Camera, desk: Desk, _papers: Path) -> None:
    consulting = _with(desk, Status.SUSPENDED, EventKind.CONSULTATION_SENT)
    camera.page("requests", "open", consulting.request.id)
    _tab(camera, "consultations-tab")
    camera.snap("case-consultations")
    camera.dialog("case-party", "consult-correct")
    _tab(camera, "steps-tab")
    camera.snap("case-steps")
    _tab(camera, "")


def _steps(camera: Camera, desk: Desk, _papers: Path) -> None:
    running = [
        case
        for case in desk.register.rows(Query(status=Status.RUNNING), today())
        if not case.events
    ][-1]
    camera.page("requests", "open", running.request.id)
    for kind in ("clarification_requested", "consultation_sent", "merged", "reasons_requested"):
        camera.dialog(f"case-{kind}", f"record-{kind}")
    camera.dialog("case-fee", "record-fee_noticed", _pages)
    camera.dialog("case-close-parts", "close-request", _parts)
    camera.dialog("case-close-delegated", "close-request", _delegated)


def _payment(camera: Camera, desk: Desk, _papers: Path) -> None:
    paying = _with(desk, Status.AWAITING_PAYMENT, EventKind.FEE_NOTICED)
    camera.page("requests", "open", paying.request.id)
    _tab(camera, "steps-tab")
    camera.snap("case-fee-noticed")
    camera.dialog("case-fee-correct", "correct-fee")
    _tab(camera, "")
    camera.dialog("case-fee-paid", "record-fee_paid")


def _lapsed(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("requests", "open")
    camera.dialog("case-lapsed", "what-lapsed")


def procedure_scenes() -> Iterator[Callable[[Camera, Desk, Path], None]]:
    """In the order of a case."""
    yield from (_consultations, _steps, _payment, _lapsed)


def _with(desk: Desk, status: Status, kind: EventKind) -> Case:
    """The latest case in this state that has such a step."""
    return [
        case
        for case in desk.register.rows(Query(status=status), today())
        if any(event.kind is kind for event in case.events)
    ][-1]


def _tab(camera: Camera, name: str) -> None:
    """Bring a leaf of the case file to the front; the overview for ""."""
    page = camera.window.page
    assert isinstance(page, RequestsPage)
    if name:
        page.detail.open_tab(name)
    else:
        page.detail.bar.setCurrentIndex(0)
    QApplication.processEvents()


def _pages(dialog: QDialog) -> None:
    assert isinstance(dialog, EventDialog)
    assert dialog.fee is not None
    dialog.fee.before.set_value(29)
    dialog.fee.count.set_value(3)


def _parts(dialog: QDialog) -> None:
    assert isinstance(dialog, ClosingDialog)
    dialog.parts.add_button.click()
    for card, (text, outcome, reason) in zip(
        dialog.parts.cards,
        (
            ("修缮合同的总额", "OPEN", ""),
            ("修缮合同的单价", "D4", "第三方不同意公开，理由成立。"),
        ),
        strict=True,
    ):
        card.text.set_value(text)
        card.outcome.set_value(outcome)
        card.reason.set_value(reason)


def _delegated(dialog: QDialog) -> None:
    assert isinstance(dialog, ClosingDialog)
    dialog.outcome.set_value("U1a")
    dialog.way.set_value(ServiceWay.DELEGATED)
