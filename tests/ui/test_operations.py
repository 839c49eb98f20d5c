from __future__ import annotations

from pytestqt.qtbot import QtBot

from gongkai_desk.domain.changes import Changes, Edit
from gongkai_desk.domain.office import Office
from gongkai_desk.domain.problems import refuse
from gongkai_desk.ui.background import Background, Cancelled, Progress
from gongkai_desk.ui.bus import ChangeBus
from gongkai_desk.ui.operations import Operations
from tests.ui.scripted import ScriptedPrompts

OFFICE = Office(name="海滨市文化和旅游局")
CHANGES = Changes("save-office", edits=(Edit(None, OFFICE),))


def refused() -> Changes:
    raise refuse("field-missing", "name")


def test_a_write_is_announced_then_continued(
    qtbot: QtBot, operations: Operations, bus: ChangeBus
) -> None:
    seen: list[object] = []
    bus.changed.connect(lambda changes: seen.append(("bus", changes)))
    assert operations.perform(lambda: CHANGES, lambda changes: seen.append(("then", changes)))
    assert seen == [("bus", CHANGES), ("then", CHANGES)]


def test_a_refusal_is_one_dialog_and_nothing_else(
    qtbot: QtBot, operations: Operations, bus: ChangeBus, prompts: ScriptedPrompts
) -> None:
    seen: list[object] = []
    bus.changed.connect(seen.append)
    assert not operations.perform(refused, seen.append)
    assert seen == []
    assert prompts.asked == [("problems", "未能完成", "此项必填。")]


def test_an_attempt_hands_its_problems_back(
    operations: Operations, prompts: ScriptedPrompts
) -> None:
    assert [problem.field for problem in operations.attempt(refused)] == ["name"]
    assert operations.attempt(lambda: CHANGES) == ()
    assert prompts.asked == []


def test_undo_without_history_says_so(operations: Operations, prompts: ScriptedPrompts) -> None:
    operations.undo()
    assert prompts.asked[0][0] == "problems"


def test_long_work_reports_and_arrives_in_this_thread(
    qtbot: QtBot, operations: Operations, bus: ChangeBus, background: Background
) -> None:
    seen: list[object] = []
    bus.changed.connect(lambda _: seen.append("bus"))

    def work(progress: Progress) -> Changes:
        progress(1, 2)
        return CHANGES

    background.started.connect(lambda job: job.progressed.connect(seen.append))
    operations.perform_long("导入", work, lambda _: seen.append("then"))
    qtbot.waitUntil(lambda: "then" in seen)
    assert seen == [(1, 2), "bus", "then"]
    assert not background.busy


def test_long_work_can_be_stopped(
    qtbot: QtBot, operations: Operations, background: Background
) -> None:
    said: list[object] = []
    operations.said.connect(said.append)

    def work(progress: Progress) -> int:
        while True:
            progress(0, 0)

    job = operations.perform_long("导出", work, said.append)
    job.cancel()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["已取消，未作任何改动。"]


def test_long_work_that_is_refused_says_why(
    qtbot: QtBot, operations: Operations, prompts: ScriptedPrompts
) -> None:
    operations.perform_long("导入", lambda _: refused(), lambda _: None)
    qtbot.waitUntil(lambda: bool(prompts.asked))
    assert prompts.asked[0][2] == "此项必填。"


def test_cancelled_reaches_the_failure_callback(qtbot: QtBot, background: Background) -> None:
    failures: list[Exception] = []

    def work(_progress: Progress) -> int:
        raise Cancelled

    background.run("x", work, then=lambda _: None, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], Cancelled)
