"""The register as a machine: whatever is done in whatever order, what must hold goes on holding."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from gongkai_desk.domain.case import Case, Query
from gongkai_desk.domain.case_file import (
    ConsultedParty,
    FeeBasis,
    FeeNotice,
    Opinion,
    PartyKind,
)
from gongkai_desk.domain.changes import Record, new_id
from gongkai_desk.domain.fee_notice import fee_of
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.report import (
    CARRIED_IN_ROW,
    CARRIED_OUT_ROW,
    RECEIVED_ROW,
    RESULT_ROWS,
    TOTAL_ROW,
)
from gongkai_desk.domain.request import (
    ApplicantKind,
    EventKind,
    Matter,
    Request,
    RequestEvent,
    RequestPart,
    Service,
    ServiceWay,
)
from gongkai_desk.domain.request_steps import Possible, next_consultation, open_consultations
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.outcomes import corrections, outcomes
from gongkai_desk.storage import checking
from tests.builders import a_request, an_applicant, an_event
from tests.offices import new_desk

K = EventKind
FIRST, LAST = dt.date(2025, 12, 1), dt.date(2026, 11, 20)
KINDS = (Request, RequestEvent, ConsultedParty, FeeNotice, Attachment)
Contents = dict[type[Record], list[Record]]

days = st.dates(FIRST, LAST)
choices = st.integers(0, 10_000)


def picked(choice: int, among: list[Case]) -> Case:
    return among[choice % len(among)]


class RegisterMachine(RuleBasedStateMachine):
    """Every rule is one write of the officer; `before` holds the contents before each of them."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.desk: Desk = new_desk(Path(self.folder.name) / "office.db")
        self.today = dt.date(2026, 1, 5)
        self.before: list[Contents] = []
        self.undone: list[Contents] = []

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()
            self.folder.cleanup()

    # what is there

    def contents(self) -> Contents:
        database = self.desk._database
        return {kind: sorted(database.read(kind), key=lambda r: r.id) for kind in KINDS}

    def cases(self) -> list[Case]:
        return self.desk.register.rows(Query(), self.today)

    def open_cases(self) -> list[Case]:
        return [case for case in self.cases() if not case.closed]

    def can_take(self, kind: EventKind) -> list[Case]:
        """The open cases in which an event of this kind may be recorded today."""
        return [
            case
            for case in self.cases()
            if any(p.kind is kind and not p.obstacle for p in self._allowed(case))
        ]

    def _allowed(self, case: Case) -> tuple[Possible, ...]:
        return self.desk.register.allowed(case, self.today)

    def written(self, before: Contents) -> None:
        if self.contents() != before:
            self.before.append(before)
            self.undone.clear()

    def record(
        self,
        event: RequestEvent,
        party: ConsultedParty | None = None,
        fee: FeeNotice | None = None,
    ) -> None:
        before = self.contents()
        try:
            self.desk.register.record(event, on=self.today, party=party, fee=fee)
        except DomainError:
            assert self.contents() == before, "a refused write left a trace"
        self.written(before)

    # rules

    @rule(ahead=st.integers(1, 25))
    def time_passes(self, ahead: int) -> None:
        self.today = min(LAST, self.today + dt.timedelta(days=ahead))

    @rule(
        kind=st.sampled_from(ApplicantKind),
        matter=st.sampled_from([Matter.DISCLOSURE] * 5 + [Matter.CORRECTION]),
        back=st.integers(0, 30),
    )
    def create(self, kind: ApplicantKind, matter: Matter, back: int) -> None:
        day = self.today - dt.timedelta(days=back)
        before = self.contents()
        request = a_request(
            number="",
            applicant=an_applicant(kind=kind),
            matter=matter,
            submitted=day,
            arrived=day,
            received=day,
        )
        self.desk.register.add(request, on=self.today)
        self.written(before)

    @precondition(lambda self: self.cases())
    @rule(choice=choices, handler=st.sampled_from(["法制科", "办公室", "规划科"]))
    def correct(self, choice: int, handler: str) -> None:
        before = self.contents()
        request = picked(choice, self.cases()).request
        self.desk.register.save(replace(request, handler=handler), on=self.today)
        self.written(before)

    @precondition(lambda self: self.can_take(K.CLARIFICATION_REQUESTED))
    @rule(choice=choices, given=st.integers(0, 20))
    def clarify(self, choice: int, given: int) -> None:
        case = picked(choice, self.can_take(K.CLARIFICATION_REQUESTED))
        until = self.today + dt.timedelta(days=given)
        event = an_event(case.request, date=self.today, note="请明确年份", until=until)
        self.record(event)

    @precondition(lambda self: self.can_take(K.CLARIFICATION_RECEIVED))
    @rule(choice=choices)
    def clarified(self, choice: int) -> None:
        case = picked(choice, self.can_take(K.CLARIFICATION_RECEIVED))
        self.record(an_event(case.request, date=self.today, kind=K.CLARIFICATION_RECEIVED))

    @precondition(lambda self: self.can_take(K.EXTENDED))
    @rule(choice=choices, number=st.integers(1, 20))
    def extend(self, choice: int, number: int) -> None:
        case = picked(choice, self.can_take(K.EXTENDED))
        event = an_event(case.request, date=self.today, kind=K.EXTENDED, argument=str(number))
        self.record(event)

    @precondition(lambda self: self.can_take(K.CONSULTATION_SENT))
    @rule(choice=choices, kind=st.sampled_from(PartyKind))
    def consult(self, choice: int, kind: PartyKind) -> None:
        case = picked(choice, self.can_take(K.CONSULTATION_SENT))
        name = next_consultation(case.events)
        party = ConsultedParty(
            id=new_id(), request_id=case.request.id, name=name, kind=kind, party="示例公司"
        )
        event = an_event(case.request, date=self.today, kind=K.CONSULTATION_SENT, argument=name)
        self.record(event, party=party)

    @precondition(lambda self: self.can_take(K.CONSULTATION_ANSWERED))
    @rule(choice=choices, opinion=st.sampled_from([Opinion.AGREE, Opinion.REFUSE]))
    def answer(self, choice: int, opinion: Opinion) -> None:
        case = picked(choice, self.can_take(K.CONSULTATION_ANSWERED))
        names = open_consultations(case.events, K.CONSULTATION_ANSWERED)
        name = names[choice % len(names)]
        event = an_event(case.request, date=self.today, kind=K.CONSULTATION_ANSWERED, argument=name)
        (party,) = self.desk._database.read(ConsultedParty, request_id=case.request.id, name=name)
        told = replace(party, opinion=opinion)
        self.record(event, party=told)

    @precondition(lambda self: self.can_take(K.FEE_NOTICED))
    @rule(choice=choices, pages=st.integers(31, 300))
    def notice_fee(self, choice: int, pages: int) -> None:
        case = picked(choice, self.can_take(K.FEE_NOTICED))
        event = an_event(case.request, date=self.today, kind=K.FEE_NOTICED)
        notice = FeeNotice(
            id=new_id(),
            request_id=case.request.id,
            event_id=event.id,
            basis=FeeBasis.PAGES,
            count=pages,
            amount=fee_of(FeeBasis.PAGES, pages).total,
        )
        self.record(event, fee=notice)

    @precondition(lambda self: self.can_take(K.FEE_PAID))
    @rule(choice=choices)
    def pay(self, choice: int) -> None:
        case = picked(choice, self.can_take(K.FEE_PAID))
        notice = self.desk.register.fee_notice(case.request.id)
        assert notice is not None, "every fee of this machine has its notice"
        paid = replace(notice, paid_amount=notice.amount)
        self.record(an_event(case.request, date=self.today, kind=K.FEE_PAID), fee=paid)

    @precondition(lambda self: self.can_take(K.WITHDRAWN))
    @rule(choice=choices)
    def withdraw(self, choice: int) -> None:
        case = picked(choice, self.can_take(K.WITHDRAWN))
        self.record(an_event(case.request, date=self.today, kind=K.WITHDRAWN, note="来电撤回"))

    @precondition(lambda self: len(self.open_cases()) > 1)
    @rule(choice=choices)
    def merge(self, choice: int) -> None:
        case = picked(choice, self.open_cases())
        leads = self.desk.register.leads(case.request, self.today)
        if leads and case.clock is not None:
            lead = picked(choice // 7, leads)
            self.record(
                an_event(
                    case.request,
                    date=self.today,
                    kind=K.MERGED,
                    argument=lead.request.number,
                )
            )

    @precondition(lambda self: self.can_take(K.REPLIED))
    @rule(choice=choices, apart=st.booleans(), posted=st.booleans())
    def close(self, choice: int, apart: bool, posted: bool) -> None:
        case = picked(choice, self.can_take(K.REPLIED))
        known = outcomes() if case.request.matter is Matter.DISCLOSURE else corrections()
        codes = [code for code, each in known.items() if each.closed_by is K.REPLIED]
        code = codes[choice % len(codes)]
        parts: tuple[RequestPart, ...] = ()
        if apart and case.request.matter is Matter.DISCLOSURE:
            code = "PARTIAL"
            parts = (
                RequestPart(text="总额", outcome="OPEN"),
                RequestPart(text="单价", outcome="D4", reason="商业秘密"),
            )
        service = Service(way=ServiceWay.EMAIL, posted_on=self.today) if posted else None
        before = self.contents()
        try:
            self.desk.register.close(
                case.request.id,
                outcome=code,
                on=self.today,
                reason="理由",
                service=service,
                parts=parts,
            )
        except DomainError:
            assert self.contents() == before, "a refused closing left a trace"
        self.written(before)

    @precondition(lambda self: any(case.closed for case in self.cases()))
    @rule(choice=choices, ordered=st.booleans())
    def take_up_again(self, choice: int, ordered: bool) -> None:
        case = picked(choice, [case for case in self.cases() if case.closed])
        if ordered:
            self.record(an_event(case.request, date=self.today, kind=K.REDECISION_ORDERED))
            return
        before = self.contents()
        self.desk.register.reopen(case.request.id, self.today, "更正")
        self.written(before)

    @precondition(lambda self: any(case.events for case in self.cases()))
    @rule(choice=choices)
    def void(self, choice: int) -> None:
        case = picked(choice, [case for case in self.cases() if case.events])
        event = case.events[choice % len(case.events)]
        before = self.contents()
        try:
            self.desk.register.void(event.id, self.today, "录错")
        except DomainError:
            assert self.contents() == before, "a refused voiding left a trace"
        self.written(before)

    @precondition(lambda self: self.desk.proposals.proposals(self.today))
    @rule(closing=st.booleans())
    def carry_out_proposals(self, closing: bool) -> None:
        before = self.contents()
        chosen = [
            each.id
            for each in self.desk.proposals.proposals(self.today)
            if (each.kind.closes if closing else each.kind.settles)
        ]
        if closing:
            self.desk.proposals.close_lapsed(chosen, self.today)
        else:
            self.desk.proposals.note_silences(chosen, self.today)
        left = [each.id for each in self.desk.proposals.proposals(self.today)]
        assert not set(chosen) & set(left)
        self.written(before)

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        now = self.contents()
        self.desk.history.undo()
        assert self.contents() == self.before.pop()
        self.undone.append(now)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        now = self.contents()
        self.desk.history.redo()
        assert self.contents() == self.undone.pop()
        self.before.append(now)

    # what must hold

    @invariant()
    def closed_means_answered(self) -> None:
        for case in self.cases() if hasattr(self, "desk") else ():
            assert case.closed == bool(case.request.outcome), case.request
            assert case.closed or not case.request.merged_into
            assert case.clock is not None

    @invariant()
    def numbers_are_unique(self) -> None:
        if hasattr(self, "desk"):
            numbers = [request.number for request in self.desk._database.read(Request)]
            assert len(numbers) == len(set(numbers))

    @invariant()
    def records_belong_to_steps(self) -> None:
        for case in self.cases() if hasattr(self, "desk") else ():
            sent = {e.argument for e in case.events if e.counts and e.kind is K.CONSULTATION_SENT}
            parties = self.desk.case_file.of(ConsultedParty, case.request.id)
            assert {party.name for party in parties} == sent
            noticed = {e.id for e in case.events if e.counts and e.kind is K.FEE_NOTICED}
            notices = self.desk.case_file.of(FeeNotice, case.request.id)
            assert {notice.event_id for notice in notices} == noticed
            paid = sum(e.counts and e.kind is K.FEE_PAID for e in case.events)
            assert sum(notice.paid_amount is not None for notice in notices) == paid

    @invariant()
    def the_report_adds_up(self) -> None:
        if not hasattr(self, "desk"):
            return
        for year in (2025, 2026):
            counted = self.desk.reporting.counted(year)
            totals = {row: cells[-1] for row, cells in counted.requests.items()}
            assert totals[TOTAL_ROW] == sum(totals[row] for row in RESULT_ROWS)
            assert (
                totals[RECEIVED_ROW] + totals[CARRIED_IN_ROW]
                == totals[TOTAL_ROW] + totals[CARRIED_OUT_ROW]
            )
            assert counted.not_counted == ()

    @invariant()
    def the_journal_agrees(self) -> None:
        if hasattr(self, "desk"):
            assert list(checking.check(self.desk._database)) == []


TestRegister = RegisterMachine.TestCase
TestRegister.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
