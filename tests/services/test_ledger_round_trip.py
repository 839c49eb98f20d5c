"""What we export we can import again: a thousand requests of every kind, without a difference."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai_desk import i18n
from gongkai_desk.documents.ledger_values import LedgerValues
from gongkai_desk.domain.case import Case, Query
from gongkai_desk.domain.closing import Closing, check_closing, closing_event
from gongkai_desk.domain.ledger_export import EXPORTABLE, LedgerExport
from gongkai_desk.domain.outcome import FORCED
from gongkai_desk.domain.problems import DomainError, Severity
from gongkai_desk.domain.request import (
    ApplicantKind,
    CarrierForm,
    Channel,
    Delivery,
    EventKind,
    IdentityKind,
    Request,
    RequestEvent,
    Service,
    ServiceWay,
)
from gongkai_desk.domain.request_steps import check_event
from gongkai_desk.services.desk import Desk, open_desk
from gongkai_desk.services.ledger_words import ledger_words
from gongkai_desk.services.outcomes import outcomes
from gongkai_desk.storage.database import Database
from gongkai_desk.texts import operation
from tests.builders import a_request, an_applicant, an_event
from tests.offices import new_desk

ON = dt.date(2026, 11, 20)
MANY = 1_000
_NAMES = (
    "林知远",
    "欧阳若溪",
    "李𬱖",
    "=SUM(A1)",
    "+86",
    "-无名",
    "@某",
    "沂滨商贸有限公司",
    "A. Müller",
)
_TEXTS = (
    "",
    "2024年度法律援助经费决算",
    "“三公”经费, 明细；含逗号",
    "第一行\n第二行",
    "00012",
    "=1+1",
    "3.14",
    "2025-03",
    "备注：与2025-002号一并办理",
)
_NUMBERS = ("", "11010519491231002X", "370982199001010011", "91371000MA3C0ABC12", "E12345678")


def random_request(chance: random.Random, number: int) -> Request:
    received = dt.date(2022, 1, 4) + dt.timedelta(days=chance.randrange(1_700))
    applicant = an_applicant(
        name=chance.choice(_NAMES),
        kind=chance.choice([None, *ApplicantKind]),
        phone=chance.choice(("", "13000000001", "0631-5200000", "+86 130 0000 0001")),
        email=chance.choice(("", "lin@example.com")),
        address=chance.choice(("", "威宁市云海区文化路1号", "北京")),
        postcode=chance.choice(("", "264200", "010010")),
        contact_person=chance.choice(("", "周亦安")),
        legal_representative=chance.choice(("", "沈听澜")),
        agent_name=chance.choice(("", "陆之行")),
        rare_characters=chance.choice(("", "𬱖：页旁")),
    )
    identity = chance.choice(_NUMBERS)
    if identity:
        applicant = replace(
            applicant, identity_number=identity, identity_kind=chance.choice(list(IdentityKind))
        )
    return a_request(
        number=f"{received.year}-{number:04}",
        applicant=applicant,
        co_applicants=tuple(
            an_applicant(name=name, kind=None) for name in _NAMES[5 : 5 + chance.randrange(3)]
        ),
        channel=chance.choice([one for one in Channel if one]),
        subject=chance.choice([text for text in _TEXTS if text and "\n" not in text]),
        description=chance.choice(_TEXTS),
        purpose=chance.choice(_TEXTS),
        submitted=chance.choice((None, received - dt.timedelta(days=chance.randrange(4)))),
        arrived=chance.choice((None, received)),
        received=chance.choice((received, received, received, None)),
        confirmed_by=chance.choice(("", "登记岗")),
        confirmed_how=chance.choice(("", "电话确认")),
        carrier=chance.choice(list(CarrierForm)),
        delivery=chance.choice(list(Delivery)),
        platform_number=chance.choice(("", "371002202600000123")),
        handler=chance.choice(("", "法规科")),
        tags=chance.choice(((), ("征地拆迁",), ("物业管理", "城市管理"))),
        note=chance.choice(_TEXTS),
    )


def some_steps(chance: random.Random, request: Request) -> list[RequestEvent]:
    """Events as an officer would record them; what the register refuses is left out."""
    events: list[RequestEvent] = []
    day = request.received
    for _number in range(chance.randrange(5)):
        if day is None:
            break
        day += dt.timedelta(days=chance.randrange(12))
        kind = chance.choice([one for one in EventKind if one not in _NOT_BY_CHANCE])
        argument = {
            EventKind.EXTENDED: str(chance.randrange(1, 21)),
            EventKind.DELAYED: (day + dt.timedelta(days=60)).isoformat(),
            EventKind.DUE_OVERRIDDEN: (day + dt.timedelta(days=9)).isoformat(),
            EventKind.CONSULTATION_SENT: chance.choice(("A", "某公司 甲")),
            EventKind.CONSULTATION_DELIVERED: "A",
            EventKind.CONSULTATION_ANSWERED: "A",
        }.get(kind, "")
        note = chance.choice(("", "经批准", "电话 告知"))
        event = an_event(request, date=day, kind=kind, argument=argument, note=note)
        if not check_event(request, events, event, ON):
            events.append(event)
    return events


_NOT_BY_CHANCE = {*FORCED, EventKind.REPLIED, EventKind.REDECISION_ORDERED}


def closed(
    chance: random.Random, request: Request, events: list[RequestEvent]
) -> tuple[Request, list[RequestEvent]]:
    """The request with an ending, when it can have that one."""
    last = max((event.date for event in events), default=request.received)
    if last is None:
        return request, events
    day = last + dt.timedelta(days=chance.randrange(30))
    way = chance.choice(list(ServiceWay))
    handed_over = way in (ServiceWay.IN_PERSON, ServiceWay.DELEGATED)
    service = Service(
        way=way,
        posted_on=None if handed_over else day,
        mail_number=chance.choice(("", "1234567890123")) if way is ServiceWay.MAIL else "",
        signed_on=day if handed_over else None,
        signed_by=chance.choice(("", "林知远")),
    )
    closing = Closing(
        outcome=chance.choice(list(outcomes())),
        reason=chance.choice(_TEXTS),
        reply_number=chance.choice(("", "云司公复〔2026〕7号")),
        service=chance.choice((service, service, None)),
        dated=day,
    )
    outcome = outcomes()[closing.outcome]
    found = check_closing(request, events, closing, outcomes(), ON)
    if any(problem.severity is Severity.ERROR for problem in found):
        return request, events
    ended = replace(
        request,
        outcome=closing.outcome,
        outcome_reason=closing.reason,
        reply_number=closing.reply_number,
        service=closing.service,
    )
    return ended, [*events, closing_event(request, closing, outcome, day)]


def a_register(path: Path, seed: int, many: int) -> Desk:
    """An office file filled in one go."""
    chance = random.Random(seed)
    requests: list[Request] = []
    events: list[RequestEvent] = []
    for number in range(many):
        request = random_request(chance, number)
        steps = some_steps(chance, request)
        if chance.random() < 0.7:
            request, steps = closed(chance, request, steps)
        requests.append(request)
        events += steps
    with new_desk(path):
        pass
    with Database.open(path) as database, database.write("add-request") as work:
        work.put_new(requests)
        work.put_new(events)
    return open_desk(path)


def told(cases: list[Case], export: LedgerExport) -> list[dict[str, object]]:
    values = LedgerValues(export, ledger_words())
    return [{field.value: values.of(case)[field] for field in EXPORTABLE} for case in cases]


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    before = i18n.language()
    i18n.use("zh_CN")
    yield
    i18n.use(before)


@pytest.mark.parametrize(("seed", "many", "language"), [(1, MANY, "zh_CN"), (2, 60, "en")])
def test_nothing_is_lost(tmp_path: Path, seed: int, many: int, language: str) -> None:
    i18n.use(language)
    export = LedgerExport(full=True)
    path = tmp_path / "登记簿 全部.xlsx"
    with (
        a_register(tmp_path / "从.db", seed, many) as one,
        new_desk(tmp_path / "到.db") as other,
    ):
        before = one.register.rows(Query(), ON)
        one.ledger_export.write(path, before, ON, export)
        reading = other.ledger_import.read(other.ledger_import.open(path), ON)
        assert reading.obstacles == ()
        assert reading.other_sheets
        other.ledger_import.commit(reading)
        after = other.register.rows(Query(), ON)
    assert sum(case.closed for case in before) > many // 4
    assert sum(len(case.events) for case in before) > many
    assert told(after, export) == told(before, export)


def test_a_masked_ledger_comes_back_as_it_was_written(tmp_path: Path) -> None:
    export = LedgerExport()
    path = tmp_path / "登记簿.xlsx"
    with (
        a_register(tmp_path / "从.db", 3, 60) as one,
        new_desk(tmp_path / "到.db") as other,
    ):
        before = one.register.rows(Query(), ON)
        one.ledger_export.write(path, before, ON, export)
        other.ledger_import.commit(other.ledger_import.read(other.ledger_import.open(path), ON))
        after = other.register.rows(Query(), ON)
    assert told(after, export) == told(before, export)
    assert not [case for case in after if "19491231" in case.request.applicant.identity_number]


def test_the_csv_comes_back_too(tmp_path: Path) -> None:
    """Only what is shown is in it; what keeps a formula at bay is no part of the text."""
    path = tmp_path / "登记簿.csv"
    with (
        a_register(tmp_path / "从.db", 4, 60) as one,
        new_desk(tmp_path / "到.db") as other,
    ):
        before = one.register.rows(Query(), ON)
        one.ledger_export.write(path, before, ON, LedgerExport(columns=EXPORTABLE, full=True))
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        reading = other.ledger_import.read(other.ledger_import.open(path), ON)
        assert reading.obstacles == ()
        other.ledger_import.commit(reading)
        after = other.register.rows(Query(), ON)
    assert told(after, LedgerExport(full=True)) == told(before, LedgerExport(full=True))


def test_only_a_ledger_in_full_leaves_a_line_in_the_journal(tmp_path: Path) -> None:
    i18n.use("zh_CN")
    with new_desk(tmp_path / "office.db") as desk:
        desk.register.add(a_request(), on=ON)
        undone = desk.history.undo_name
        target = tmp_path / "台账.csv"
        desk.ledger_export.write_all(target, Query(), ON)
        before = desk.history.actions()
        desk.ledger_export.write_all(target, Query(), ON, LedgerExport(full=True))
        newest, *earlier = desk.history.actions()
        assert earlier == before
        assert operation(newest.operation) == "导出含完整个人信息的台账"
        assert desk.history.undo_name == undone, "there is nothing to take back"
        with pytest.raises(DomainError):
            desk.ledger_export.write_all(
                tmp_path / "无" / "台账.csv", Query(), ON, LedgerExport(full=True)
            )
        assert desk.history.actions() == [newest, *earlier], "nothing was given out"
        assert desk.maintenance.check() == []
