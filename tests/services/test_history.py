from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_desk.domain.changes import PROVISIONAL
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.request import Request, RequestEvent
from gongkai_desk.services.history import HistoryService
from gongkai_desk.storage.database import Database
from gongkai_desk.storage.errors import RecordChanged
from gongkai_desk.texts import sentence
from tests.builders import a_request, an_event
from tests.offices import new_office

State = dict[str, object]


@pytest.fixture
def history(database: Database) -> HistoryService:
    return HistoryService(database)


def put(
    database: Database, record: Request, *, operation: str = "save", undoable: bool = True
) -> None:
    with database.write(operation, undoable=undoable) as work:
        work.put(record)


def test_undo_takes_back_and_redo_does_again(database: Database, history: HistoryService) -> None:
    request = a_request()
    put(database, request)
    put(database, replace(request, note="新"), operation="note")
    assert (history.undo_name, history.redo_name) == ("note", "")
    history.undo()
    assert database.get(Request, request.id) == request
    assert (history.undo_name, history.redo_name) == ("save", "note")
    history.undo()
    assert database.read(Request) == []
    history.redo()
    history.redo()
    assert database.get(Request, request.id).note == "新"
    assert not history.can_redo


def test_the_next_write_absorbs_a_provisional_one(
    database: Database, history: HistoryService
) -> None:
    request, other = a_request(), a_request(number="2026-099")
    put(database, request)
    for note in ("一", "一二"):
        put(database, replace(request, note=note), operation=PROVISIONAL)
    put(database, replace(request, note="一二三"), operation="note")
    history.undo()
    assert database.get(Request, request.id) == request
    history.redo()
    assert database.get(Request, request.id).note == "一二三"
    put(database, replace(request, note="四"), operation=PROVISIONAL)
    put(database, replace(request, note="一二三"), operation=PROVISIONAL)
    assert history.undo_name == "note", "what came to nothing is no step"
    put(database, replace(request, note="五"), operation=PROVISIONAL)
    put(database, other)
    history.undo()
    assert history.undo_name == PROVISIONAL, "another record is another step"
    kept = [each.operation for each in history.actions()].count(PROVISIONAL)
    assert kept == 2, "of several in a row the journal's list shows the last"


def test_a_write_of_several_records_goes_back_as_one(
    database: Database, history: HistoryService
) -> None:
    request = a_request()
    with database.write("both") as work:
        work.put(request)
        work.put(an_event(request))
    changes = history.undo()
    assert len(changes.edits) == 2
    assert database.read(Request) == []
    assert database.read(RequestEvent) == []


def test_every_step_is_in_the_journal(database: Database, history: HistoryService) -> None:
    put(database, a_request())
    undone, redone = history.undo(), history.redo()
    operations = [entry.operation for entry in database.journal()]
    assert operations[-3:] == ["save", "undo:save", "redo:save"]
    assert undone.action != redone.action


def test_nothing_to_do_is_said(history: HistoryService) -> None:
    for step in (history.undo, history.redo):
        with pytest.raises(DomainError) as caught:
            step()
        assert sentence(caught.value.problems[0])
    assert (history.undo_name, history.redo_name) == ("", "")


def test_a_new_write_forgets_what_was_undone(database: Database, history: HistoryService) -> None:
    put(database, a_request())
    history.undo()
    put(database, a_request())
    assert not history.can_redo


def test_what_must_stay_is_a_barrier(database: Database, history: HistoryService) -> None:
    put(database, a_request())
    put(database, a_request(), undoable=False)
    assert not history.can_undo
    put(database, a_request())
    assert history.can_undo


def test_a_record_changed_meanwhile_is_not_overwritten(
    database: Database, history: HistoryService
) -> None:
    request = a_request()
    put(database, request)
    elsewhere = replace(request, note="别处修改")
    database.committed.clear()  # as if it came past the session
    put(database, elsewhere)
    with pytest.raises(RecordChanged):
        history.undo()
    assert database.get(Request, request.id) == elsewhere
    assert history.can_undo


def test_a_refused_write_is_no_step(database: Database, history: HistoryService) -> None:
    with pytest.raises(DomainError), database.write("bad") as work:
        work.put(an_event("nobody"))
    assert not history.can_undo


def apply(database: Database, step: tuple[str, int, str]) -> None:
    verb, number, note = step
    found = database.find(Request, str(number))
    with database.write(verb) as work:
        if verb == "put":
            work.put(a_request(id=str(number), number=str(number), note=note))
        elif found is not None:
            work.remove(found)


steps = st.lists(
    st.tuples(st.sampled_from(["put", "remove"]), st.integers(1, 3), st.sampled_from("甲乙丙")),
    min_size=1,
    max_size=8,
)


def state(database: Database) -> State:
    return {request.id: request for request in database.read(Request)}


@given(steps, st.data())
@settings(max_examples=25, deadline=None)
def test_redo_after_undo_is_identity(made: list[tuple[str, int, str]], data: st.DataObject) -> None:
    with (
        TemporaryDirectory() as folder,
        Database.open(new_office(Path(folder) / "office.db")) as database,
    ):
        history = HistoryService(database)
        states = [state(database)]
        for step in made:
            apply(database, step)
            if state(database) != states[-1]:
                states.append(state(database))
        depth = data.draw(st.integers(0, len(states) - 1))
        for before in reversed(states[len(states) - 1 - depth : -1]):
            history.undo()
            assert state(database) == before
        for _ in range(depth):
            history.redo()
        assert state(database) == states[-1]
        assert not history.can_redo


def test_the_journal_tells_the_newest_actions_first(
    database: Database, history: HistoryService
) -> None:
    request = a_request()
    put(database, request, operation="add")
    with database.write("two") as work:
        work.put(replace(request, note="新"))
        work.put(an_event(request))
    history.undo()
    told = history.actions()
    assert [(action.operation, action.records) for action in told][:3] == [
        ("undo:two", 2),
        ("two", 2),
        ("add", 1),
    ]
    assert all(action.who and action.at.tzinfo for action in told)
    assert history.actions(1) == told[:1]
