"""The register's page on a real office file, with undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.request import Request
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.actions import Actions
from gongkai_desk.ui.background import Background
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.register.page import RequestsPage
from tests.builders import a_request
from tests.ui.conftest import DAY
from tests.ui.scripted import ScriptedPrompts

Add = Callable[..., Request]


@pytest.fixture
def operations(
    desk: Desk, bus: ChangeBus, prompts: ScriptedPrompts, background: Background
) -> Operations:
    return Operations(bus=bus, prompts=prompts, background=background, history=desk.history)


@pytest.fixture
def add(desk: Desk) -> Add:
    """Enters a request and returns it."""

    def enter(**values: object) -> Request:
        request = a_request(**values)
        desk.register.add(request, on=DAY)
        return request

    return enter


@pytest.fixture
def page(
    desk: Desk,
    bus: ChangeBus,
    operations: Operations,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
) -> Iterator[RequestsPage]:
    """The page, fresh, with its actions as the window makes them."""
    made = RequestsPage(desk=desk, bus=bus, operations=operations, prompts=prompts)
    qtbot.addWidget(made)
    made.deeds.recorded = made.deeds.disclosed = lambda _case, _event: None  # asked elsewhere
    actions = Actions(made, made.commands())
    made.actions_ready(actions)
    made.state_changed.connect(actions.update)
    made.resize(1100, 700)
    made.show()
    yield made
    made.hide()


def case_of(desk: Desk, request: Request) -> Case:
    return desk.register.get(request.id, DAY)
