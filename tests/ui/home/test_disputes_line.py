"""The home page's line about disputes: there when one runs, and it leads to its case."""

from __future__ import annotations

import datetime as dt

from pytestqt.qtbot import QtBot

from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.home.page import HomePage
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.page import Target
from tests.builders import a_dispute, a_request
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts


def test_it_tells_the_next_deadline_and_leads_there(
    desk: Desk, bus: ChangeBus, operations: Operations, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    page = HomePage(desk=desk, bus=bus, operations=operations, prompts=prompts)
    qtbot.addWidget(page)
    request = a_request()
    desk.register.add(request, on=DAY)
    page.show()
    page.complete()
    assert page.disputes.isHidden()
    dispute = a_dispute(request, received_on=dt.date(2026, 11, 16))
    desk.disputes.add(dispute, on=DAY)
    page.refresh(None)
    assert not page.disputes.isHidden()
    assert page.disputes.text().startswith("在办复议诉讼1件；最近：2026年11月23日前")
    led: list[Target] = []
    page.leave.connect(led.append)
    page.disputes.click()
    assert led == [Target(page="requests", record_id=request.id)]
    desk.disputes.remove(dispute.id)
    page.refresh(None)
    assert page.disputes.isHidden()
