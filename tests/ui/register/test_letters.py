"""Letters in the window: written, issued, given out, and never changed afterwards."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gongkai_desk.domain.case_file import ConsultedParty, PartyKind
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.envelope import EnvelopeSize
from gongkai_desk.domain.letter import Letter, LetterStatus
from gongkai_desk.domain.request import EventKind, Request, RequestEvent, Service, ServiceWay
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.letter_facts import EARLIER, GROUND
from gongkai_desk.ui.pictures import interpreting_labels
from gongkai_desk.ui.printing import PreviewDialog
from gongkai_desk.ui.register.closing_dialog import ClosingDialog
from gongkai_desk.ui.register.letters.batch_dialog import BatchDialog, Output
from gongkai_desk.ui.register.letters.closing import prefill_closing
from gongkai_desk.ui.register.letters.compose_dialog import ComposeDialog
from gongkai_desk.ui.register.letters.kind_dialog import KindDialog
from gongkai_desk.ui.register.letters.offer import letters_of_event, offer_letter
from gongkai_desk.ui.register.letters.service_dialog import LetterServiceDialog
from gongkai_desk.ui.register.letters.tab import LettersTab
from gongkai_desk.ui.register.page import RequestsPage
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.form import ProblemLine
from tests.builders import an_applicant, an_event, an_office
from tests.offices import new_desk
from tests.ui.conftest import DAY
from tests.ui.register.conftest import Add, case_of
from tests.ui.scripted import ScriptedPrompts

D = TypeVar("D", bound=QDialog)
RECEIVED = dt.date(2026, 11, 9)
OFFICE = an_office(
    letterhead_code="云司",
    reconsideration_authority="云海区人民政府",
    court="云海区人民法院",
    address="府前街1号",
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path / "desk" / "office.db", OFFICE) as desk:
        yield desk


@pytest.fixture
def request_of(add: Add, page: RequestsPage) -> Request:
    request = add(number="2026-001", submitted=RECEIVED, arrived=RECEIVED, received=RECEIVED)
    page.refresh(None)
    page.detail.open_tab("letters-tab")
    return request


@pytest.fixture
def tab(page: RequestsPage, request_of: Request) -> LettersTab:
    found = page.findChild(LettersTab)
    assert isinstance(found, LettersTab)
    return found


def press(owner: QWidget, name: str) -> None:
    action = owner.findChild(QAction, name)
    assert action is not None
    assert action.isEnabled(), name
    action.trigger()


def enabled(tab: LettersTab, name: str) -> bool:
    return tab.actions_of[name].isEnabled()


def opened(page: QWidget, kind: type[D]) -> D:
    return next(each for each in page.findChildren(kind) if each.isVisible())


def kept(desk: Desk, request: Request) -> Letter:
    (letter,) = desk.letters.of(request.id)
    return letter


def write(page: RequestsPage, tab: LettersTab, kind: str) -> ComposeDialog:
    """Choose a kind in the dialog that `New letter` opens."""
    press(tab, "letter-new")
    chooser = opened(page, KindDialog)
    rows = range(chooser.list.count())
    codes = [chooser.list.item(row).data(Qt.ItemDataRole.UserRole) for row in rows]
    chooser.list.setCurrentRow(codes.index(kind))
    button = chooser.findChild(QPushButton, "write")
    assert button is not None
    button.click()
    return opened(page, ComposeDialog)


def fill(dialog: ComposeDialog, **texts: str) -> None:
    for name, text in texts.items():
        field = dialog.fields.fields[name]
        field.set_value(text)  # type: ignore[union-attr]


def click(dialog: QWidget, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled(), name
    button.click()


def issue(desk: Desk, request: Request, kind: str = "receipt") -> Letter:
    letter = desk.letters.draft(request.id, kind)
    desk.letters.issue(letter, DAY)
    return desk.letters.get(letter.id)


def test_a_letter_is_written_kept_and_issued(
    page: RequestsPage, tab: LettersTab, desk: Desk, request_of: Request, prompts: ScriptedPrompts
) -> None:
    dialog = write(page, tab, "clarification")
    assert "【补正事项】" in dialog.paper.toPlainText()
    assert "云司公补〔2026〕1号" in dialog.paper.toPlainText()
    assert dialog.state.text().startswith("还有1处")
    assert not dialog.issue_button.isEnabled()
    click(dialog, "save")
    assert kept(desk, request_of).status is LetterStatus.DRAFT
    assert kept(desk, request_of).values == {}
    page.refresh(None)
    press(tab, "letter-edit")
    dialog = opened(page, ComposeDialog)
    fill(dialog, 补正事项="请写明年份。")
    assert "【" not in dialog.paper.toPlainText()
    assert "请写明年份。" in dialog.paper.toPlainText()
    assert "云司公补〔2026〕1号" in dialog.state.text()
    prompts.answers = [True]
    click(dialog, "issue")
    letter = kept(desk, request_of)
    assert (letter.status, letter.number) == (LetterStatus.ISSUED, "云司公补〔2026〕1号")
    assert not dialog.isVisible()
    page.refresh(None)
    assert tab.count(case_of(desk, request_of)) == 1
    bar = page.detail.bar
    assert f"{tab.title}  1" in [bar.tabText(number) for number in range(bar.count())]


def test_a_rare_character_is_told_and_does_not_stand_in_the_way(
    page: RequestsPage, tab: LettersTab
) -> None:
    dialog = write(page, tab, "clarification")
    fill(dialog, 补正事项="字\U000323af")
    assert dialog.issue_button.isEnabled()
    assert "\U000323af" in dialog.state.text()


def test_declining_the_question_issues_nothing(
    page: RequestsPage, tab: LettersTab, desk: Desk, request_of: Request, prompts: ScriptedPrompts
) -> None:
    dialog = write(page, tab, "receipt")
    prompts.answers = [False]
    click(dialog, "issue")
    assert desk.letters.of(request_of.id) == []
    assert dialog.isVisible()
    assert "不能再修改" in prompts.asked[-1][2]


def test_what_stands_in_the_way_of_the_number_is_said(
    page: RequestsPage, tab: LettersTab, desk: Desk, request_of: Request, prompts: ScriptedPrompts
) -> None:
    desk.office.save(replace(OFFICE, letterhead_code=""))
    dialog = write(page, tab, "receipt")
    prompts.answers = [True]
    click(dialog, "issue")
    assert [kind for kind, *_rest in prompts.asked] == ["ask", "problems"]
    assert "代字" in prompts.asked[-1][2]
    assert desk.letters.of(request_of.id) == []
    assert dialog.isVisible()


def test_input_is_not_thrown_away_without_asking(
    page: RequestsPage, tab: LettersTab, prompts: ScriptedPrompts
) -> None:
    dialog = write(page, tab, "clarification")
    fill(dialog, 补正事项="请写明年份。")
    prompts.answers = [False]
    dialog.reject()
    assert dialog.isVisible()
    prompts.answers = [True]
    dialog.reject()
    assert not dialog.isVisible()


def test_the_ground_decides_about_the_remedy_and_fills_other_fields(
    page: RequestsPage, tab: LettersTab, desk: Desk, request_of: Request
) -> None:
    dialog = write(page, tab, "partial")
    ground = dialog.fields.ground
    assert ground is not None
    assert "应当先" not in dialog.paper.toPlainText()
    ground.set_value("D5")
    assert "应当先向云海区人民政府申请行政复议" in dialog.paper.toPlainText()
    assert dialog.fields.typed()["不予公开依据"].startswith("第十六条")
    ground.set_value("U1a")
    assert "应当先" not in dialog.paper.toPlainText()
    assert dialog.fields.typed()["不予公开依据"].startswith("第三十六条")
    click(dialog, "save")
    assert kept(desk, request_of).values == {GROUND: "U1a"}


def test_the_party_gives_the_addressee(
    page: RequestsPage, tab: LettersTab, desk: Desk, request_of: Request
) -> None:
    for name, party in (("A", "海滨建设有限公司"), ("B", "滨海测绘院")):
        desk.case_file.put(
            ConsultedParty(
                id=new_id(),
                request_id=request_of.id,
                name=name,
                kind=PartyKind.THIRD_PARTY,
                party=party,
                about="施工合同",
            )
        )
    dialog = write(page, tab, "third-party")
    choice = dialog.fields.party
    assert choice is not None
    choice.set_value("B")
    assert "滨海测绘院：" in dialog.paper.toPlainText()
    choice.set_value("A")
    assert "海滨建设有限公司：" in dialog.paper.toPlainText()
    click(dialog, "save")
    assert kept(desk, request_of).party_name == "A"


def test_an_earlier_case_gives_its_reply(
    page: RequestsPage, tab: LettersTab, desk: Desk, add: Add, request_of: Request
) -> None:
    earlier = add(
        number="2026-000",
        submitted=dt.date(2026, 10, 8),
        arrived=dt.date(2026, 10, 8),
        received=dt.date(2026, 10, 8),
    )
    desk.register.close(
        earlier.id,
        outcome="OPEN",
        on=DAY,
        reply_number="云司公复〔2026〕9号",
        dated=dt.date(2026, 10, 20),
    )
    page.show_case(request_of.id)
    dialog = write(page, tab, "repeated")
    assert dialog.fields.earlier is not None
    dialog.fields.earlier.set_value("2026-000")
    assert dialog.fields.typed()["原答复文号"] == "云司公复〔2026〕9号"
    assert dialog.draft().values[EARLIER] == "2026-000"


def test_the_calculation_can_be_attached(
    page: RequestsPage, tab: LettersTab, desk: Desk, request_of: Request, prompts: ScriptedPrompts
) -> None:
    dialog = write(page, tab, "receipt")
    dialog.fields.with_calculation.setChecked(True)
    prompts.answers = [True]
    click(dialog, "issue")
    assert kept(desk, request_of).with_calculation


def test_names_stay_text(
    page: RequestsPage, tab: LettersTab, desk: Desk, request_of: Request
) -> None:
    hostile = "<img src=x><b>甲</b>"
    desk.register.save(replace(request_of, applicant=an_applicant(name=hostile)), on=DAY)
    dialog = write(page, tab, "receipt")
    assert hostile in dialog.paper.toPlainText()
    assert not list(interpreting_labels(dialog))


def test_typing_finds_a_kind_by_name_or_article(page: RequestsPage, tab: LettersTab) -> None:
    press(tab, "letter-new")
    chooser = opened(page, KindDialog)
    chooser.search.setText("第四十一条")
    assert chooser.list.count() == 0
    assert not chooser.go.isEnabled()
    chooser.search.setText("补正通知")
    current = chooser.current()
    assert current is not None
    assert current.code == "clarification"
    chooser.search.setText("第三十三条")
    before = chooser.list.currentRow()
    QTest.keyClick(chooser.search, Qt.Key.Key_Down)
    assert chooser.list.currentRow() == before + 1


def test_only_what_the_state_allows_can_be_chosen(
    page: RequestsPage, tab: LettersTab, desk: Desk, request_of: Request, prompts: ScriptedPrompts
) -> None:
    assert not enabled(tab, "letter-issue")
    desk.letters.save_draft(desk.letters.draft(request_of.id, "clarification"))
    page.refresh(None)
    assert [enabled(tab, f"letter-{name}") for name in ("issue", "edit", "discard", "void")] == [
        *(True, True, True, False)
    ]
    press(tab, "letter-issue")
    assert prompts.asked[-1][0] == "problems"
    assert "补正事项" in prompts.asked[-1][2]
    press(tab, "letter-discard")
    page.refresh(None)
    issue(desk, request_of)
    page.refresh(None)
    assert [enabled(tab, f"letter-{name}") for name in ("issue", "edit", "discard", "void")] == [
        *(False, False, False, True)
    ]


def test_voiding_asks_for_a_reason_and_replacing_writes_anew(
    page: RequestsPage, tab: LettersTab, desk: Desk, request_of: Request, prompts: ScriptedPrompts
) -> None:
    first = issue(desk, request_of)
    page.refresh(None)
    press(tab, "letter-replace")
    prompts.answers = [True]
    click(opened(page, ComposeDialog), "issue")
    page.refresh(None)
    assert desk.letters.get(first.id).status is LetterStatus.VOIDED
    second = desk.letters.of(request_of.id)[-1]
    assert (second.number, second.replaces) == ("云司公收〔2026〕2号", first.id)
    tab.table.select([second.id])
    prompts.answers = ["收件人写错"]
    press(tab, "letter-void")
    assert desk.letters.get(second.id).voided_because == "收件人写错"


def test_service_is_recorded_by_its_way(
    page: RequestsPage, tab: LettersTab, desk: Desk, request_of: Request
) -> None:
    letter = issue(desk, request_of)
    page.refresh(None)
    press(tab, "letter-service")
    dialog = opened(page, LetterServiceDialog)
    assert dialog.posted.isVisible()
    dialog.posted.set_date(None)
    assert not dialog.save_button.isEnabled()
    dialog.way.set_value(ServiceWay.IN_PERSON)
    assert dialog.posted.isHidden()
    dialog.signed.set_date(DAY)
    dialog.signed_by.set_value("林知远")
    click(dialog, "save")
    service = desk.letters.get(letter.id).service
    assert service is not None
    assert (service.way, service.signed_on, service.posted_on) == (ServiceWay.IN_PERSON, DAY, None)
    page.refresh(None)
    column = [one.name for one in tab.table.records.columns].index("service")
    assert "直接送达" in str(tab.table.records.index(0, column).data())


def test_files_are_saved_as_they_were_issued(
    page: RequestsPage,
    tab: LettersTab,
    desk: Desk,
    request_of: Request,
    prompts: ScriptedPrompts,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    letter = issue(desk, request_of)
    page.refresh(None)
    desk.office.save(replace(OFFICE, name="别的局"))
    for name, ending in (("letter-pdf", ".pdf"), ("letter-docx", ".docx")):
        path = tmp_path / f"回执{ending}"
        prompts.answers = [path.with_suffix("")]
        press(tab, name)
        qtbot.waitUntil(path.exists)
        qtbot.waitUntil(lambda where=path: where.stat().st_size > 0)  # type: ignore[misc]
        assert path.read_bytes() == desk.letters.data(letter.id, ending)
        assert letter.number in prompts.asked[-1][2]
    word = docx.Document(io.BytesIO((tmp_path / "回执.docx").read_bytes()))
    assert "威宁市云海区司法局" in [one.text for one in word.paragraphs]


@pytest.mark.parametrize("issued", [False, True])
def test_the_print_preview_shows_the_letter(
    page: RequestsPage,
    tab: LettersTab,
    desk: Desk,
    request_of: Request,
    qtbot: QtBot,
    issued: bool,
) -> None:
    if issued:
        issue(desk, request_of)
    else:
        desk.letters.save_draft(desk.letters.draft(request_of.id, "clarification"))
    page.refresh(None)
    press(tab, "letter-preview")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(PreviewDialog)))
    opened(page, PreviewDialog).close()


def test_many_are_printed_at_once(
    page: RequestsPage, desk: Desk, request_of: Request, add: Add, qtbot: QtBot
) -> None:
    other = add(number="2026-002", received=RECEIVED, submitted=RECEIVED, arrived=RECEIVED)
    letters = [issue(desk, request_of), issue(desk, other), issue(desk, other)]
    desk.letters.void(letters[2].id, DAY, "错")
    page.refresh(None)
    press(page, "print-letters")
    dialog = opened(page, BatchDialog)
    assert dialog.chosen() == [letters[0].id, letters[1].id]
    assert dialog.told.text() == "已选2件，共2件"
    dialog.all.click()
    assert dialog.chosen() == []
    assert not dialog.go.isEnabled()
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog.chosen() == [letters[1].id]
    dialog.end.set_date(DAY - dt.timedelta(days=1))
    assert dialog.list.count() == 0
    dialog.scope.set_value("case")
    assert dialog.list.count() == 1
    for output in Output:
        dialog.output.set_value(output)
        assert dialog.size_of.isVisible() == (output is Output.ENVELOPES)
        dialog.size_of.set_value(EnvelopeSize.C5)
        dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
        click(dialog, "print-out")
        qtbot.waitUntil(lambda: any(o.isVisible() for o in dialog.findChildren(PreviewDialog)))
        opened(dialog, PreviewDialog).close()


def test_an_issued_reply_fills_the_closing(
    page: RequestsPage, desk: Desk, request_of: Request, prompts: ScriptedPrompts
) -> None:
    values = {
        *(("提供方式", "邮寄"), ("公开内容", "总表"), ("不予公开内容", "流程")),
        *(("理由", "属于内部事务"), (GROUND, "D5")),
    }
    letter = replace(desk.letters.draft(request_of.id, "partial"), values=dict(values))
    desk.letters.issue(letter, DAY)
    service = Service(way=ServiceWay.MAIL, posted_on=DAY, mail_number="1234567890123")
    desk.letters.record_service(letter.id, service, DAY)
    dialog = ClosingDialog(
        case=case_of(desk, request_of),
        register=desk.register,
        submit=lambda _closing: (),
        prompts=prompts,
        today=DAY,
        parent=page,
    )
    assert prefill_closing(dialog, None) == ""
    assert dialog.draft().reply_number == ""
    assert prefill_closing(dialog, desk.letters.reply_of(request_of.id)) == "D5"
    closing = dialog.draft()
    assert (closing.outcome, closing.reply_number) == ("PARTIAL", "云司公复〔2026〕1号")
    assert (closing.reason, closing.service) == ("属于内部事务", service)


def _event(desk: Desk, request: Request, kind: EventKind, argument: str = "") -> RequestEvent:
    event = an_event(request, kind=kind, argument=argument, date=dt.date(2026, 11, 12))
    desk.register.record(event, on=DAY)
    return event


def test_the_letter_of_an_event_is_offered_once(
    page: RequestsPage, desk: Desk, request_of: Request, prompts: ScriptedPrompts
) -> None:
    event = _event(desk, request_of, EventKind.CLARIFICATION_REQUESTED)
    case = case_of(desk, request_of)
    prompts.answers = [True]
    assert offer_letter(page.context, case, event)
    dialog = opened(page, ComposeDialog)
    assert dialog.draft().event_id == event.id
    click(dialog, "save")
    assert not offer_letter(page.context, case, event)


def test_a_known_party_gets_the_letter_for_its_kind(
    page: RequestsPage, desk: Desk, request_of: Request
) -> None:
    event = _event(desk, request_of, EventKind.CONSULTATION_SENT, "A")
    case = case_of(desk, request_of)
    codes = {one.code for one in letters_of_event(page.context, case, event)}
    assert codes == {"third-party", "joint-maker", "other-agency", "consultation-notice"}
    desk.case_file.put(
        ConsultedParty(
            id=new_id(),
            request_id=request_of.id,
            name="A",
            kind=PartyKind.JOINT_MAKER,
            party="滨海测绘院",
        )
    )
    codes = {one.code for one in letters_of_event(page.context, case, event)}
    assert codes == {"joint-maker", "consultation-notice"}
    offer_letter(page.context, case, event)
    chooser = opened(page, KindDialog)
    assert chooser.list.count() == 3  # a heading and the two
    chooser.reject()


def test_a_party_overruled_for_the_public_interest_is_told(
    page: RequestsPage, desk: Desk, request_of: Request, prompts: ScriptedPrompts
) -> None:
    _event(desk, request_of, EventKind.CONSULTATION_SENT, "A")
    answer = _event(desk, request_of, EventKind.CONSULTATION_ANSWERED, "A")
    party = ConsultedParty(
        id=new_id(),
        request_id=request_of.id,
        name="A",
        kind=PartyKind.THIRD_PARTY,
        party="海滨建设有限公司",
    )
    desk.case_file.put(party)
    case = case_of(desk, request_of)
    assert letters_of_event(page.context, case, answer) == ()
    desk.case_file.put(replace(party, override_reason="涉及公共安全"))
    prompts.answers = [True]
    assert offer_letter(page.context, case, answer)
    dialog = opened(page, ComposeDialog)
    assert dialog.draft().kind == "third-party-decision"
    assert "海滨建设有限公司：" in dialog.paper.toPlainText()


def test_an_event_without_a_letter_offers_none(
    page: RequestsPage, desk: Desk, request_of: Request
) -> None:
    _event(desk, request_of, EventKind.REASONS_REQUESTED)
    event = _event(desk, request_of, EventKind.REASONS_RECEIVED)
    assert not offer_letter(page.context, case_of(desk, request_of), event)


def test_what_the_register_says_in_another_way_is_told_at_the_field(
    page: RequestsPage, tab: LettersTab, desk: Desk, request_of: Request
) -> None:
    dialog = write(page, tab, "receipt")
    assert not any(line.isVisible() for line in dialog.findChildren(ProblemLine))
    field = dialog.fields.fields["申请内容"]
    assert not isinstance(field, DateField)
    known = field.value()
    field.set_value("别的内容")
    line = dialog.findChild(ProblemLine, "申请内容-problem")
    assert line is not None
    assert line.isVisible()
    assert f"登记簿现为“{known}”" in line.text
    button = dialog.findChild(QPushButton, "issue")
    assert button is not None
    assert button.isEnabled()
    field.set_value(known)
    assert not line.isVisible()
    click(dialog, "save")
    moved = replace(request_of, received=dt.date(2026, 11, 10))
    stored = replace(kept(desk, request_of), values={"收到日期": "2026年11月9日"})
    desk.letters.save_draft(stored)
    assert desk.letters.check(stored, DAY) == []
    desk.register.save(moved, on=DAY)
    (warning,) = desk.letters.check(stored, DAY)
    assert (warning.code, warning.field) == ("letter-contradicts", "收到日期")
