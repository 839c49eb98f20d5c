"""A desk with a handful of requests, and the page of the annual report on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.request import ApplicantKind, Channel, Request, Service, ServiceWay
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.report.page import ReportPage
from tests.builders import a_request, an_applicant
from tests.ui.scripted import ScriptedPrompts

ON = dt.date(2026, 11, 20)
YEAR = 2026


def add(desk: Desk, number: str, received: dt.date, kind: ApplicantKind, closed: str = "") -> str:
    """Enter a request, and answer it ten days later with the outcome `closed`."""
    request: Request = a_request(
        number=number,
        applicant=an_applicant(name=f"申请人{number}", kind=kind),
        submitted=received,
        arrived=received,
        received=received,
    )
    desk.register.add(request, on=ON)
    if closed:
        posted = received + dt.timedelta(days=10)
        desk.register.close(
            request.id,
            outcome=closed,
            on=ON,
            reason="见答复书",
            reply_number=f"云司公开告〔2026〕{number}号",
            service=Service(way=ServiceWay.MAIL, posted_on=posted, mail_number="1100000000000"),
        )
    return request.id


@pytest.fixture
def requests(desk: Desk) -> dict[str, str]:
    """Ids by number: two answered with 予以公开, one refused, one running, one not confirmed."""
    person, firm = ApplicantKind.NATURAL_PERSON, ApplicantKind.BUSINESS
    ids = {
        "2026-001": add(desk, "2026-001", dt.date(2026, 3, 2), person, "OPEN"),
        "2026-002": add(desk, "2026-002", dt.date(2026, 4, 1), person, "OPEN"),
        "2026-003": add(desk, "2026-003", dt.date(2026, 5, 6), firm, "D1"),
        "2026-004": add(desk, "2026-004", dt.date(2026, 11, 12), firm),
    }
    online = a_request(
        number="2026-005",
        channel=Channel.ONLINE,
        submitted=dt.date(2026, 11, 18),
        arrived=dt.date(2026, 11, 18),
        received=None,
    )
    desk.register.add(online, on=ON)
    return {**ids, "2026-005": online.id}


@pytest.fixture
def page(
    qtbot: QtBot,
    desk: Desk,
    requests: dict[str, str],
    bus: ChangeBus,
    operations: Operations,
    prompts: ScriptedPrompts,
) -> Iterator[ReportPage]:
    made = ReportPage(desk=desk, bus=bus, operations=operations, prompts=prompts)
    qtbot.addWidget(made)
    made.resize(1080, 680)
    made.show()
    qtbot.waitExposed(made)
    yield made
    for dialog in (made.output.dialog, made.wizard and made.wizard.output.dialog):
        if dialog is not None:
            dialog.close()
    if made.wizard is not None:
        prompts.answers = [1]
        made.wizard.close()
