"""The entry of a request: the form in its states, a pasted text, earlier requests, the log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QScrollArea

from gongkai_desk import resources
from gongkai_desk.demo.camera import Camera, settle
from gongkai_desk.domain.case import Query, Status
from gongkai_desk.domain.case_file import ContactEntry
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.request import Applicant, ApplicantKind, Channel, IdentityKind, Request
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.register.intake.paste_dialog import PasteRequestDialog
from gongkai_desk.ui.register.request_dialog import RequestDialog
from gongkai_desk.ui.today import today

Scene = Callable[[Camera, Desk, Path], None]


def intake_scenes() -> Iterator[Scene]:
    yield from (_forms, _similar, _paste, _unreachable)


def _forms(camera: Camera, _desk: Desk, _papers: Path) -> None:
    camera.page("requests", view="open")
    camera.dialog("intake-person", "new-request", _person)
    camera.dialog("intake-organisation", "new-request", _organisation)
    camera.dialog("intake-agent", "new-request", _agent)
    camera.dialog("intake-together", "new-request", _together)
    camera.dialog("intake-wrong", "new-request", _wrong)


def _fill(dialog: QDialog, applicants: tuple[Applicant, ...], **values: object) -> RequestDialog:
    assert isinstance(dialog, RequestDialog)
    day = today() - dt.timedelta(days=1)
    base = Request(
        id=new_id(),
        number=dialog.form.text("number"),
        applicant=applicants[0],
        co_applicants=applicants[1:],
        channel=Channel.REGISTERED_MAIL,
        subject="示例镇2025年度海草房保护专项资金使用明细",
        submitted=day,
        arrived=day,
        received=day,
    )
    dialog.form.show_request(replace(base, **values))  # type: ignore[arg-type]
    settle(dialog)
    return dialog


def _person(dialog: QDialog) -> None:
    applicant = Applicant(
        name="钱㛃",
        kind=ApplicantKind.NATURAL_PERSON,
        identity_number="11010519491231002X",
        phone="13000000001",
        address="示例镇示例村3号",
    )
    _fill(dialog, (applicant,), arrived_at="17:40", tags=("财政资金",))


def _organisation(dialog: QDialog) -> None:
    applicant = Applicant(
        name="云海测绘有限公司",
        kind=ApplicantKind.BUSINESS,
        identity_kind=IdentityKind.CREDIT_CODE,
        identity_number="91350100M000100Y43",
        contact_person="孙宁",
        phone="13000000004",
    )
    _fill(dialog, (applicant,), channel=Channel.PLAIN_MAIL, received=None)


def _agent(dialog: QDialog) -> None:
    applicant = Applicant(
        name="周维", kind=ApplicantKind.NATURAL_PERSON, agent_name="卫青", agent_authority=""
    )
    shown = _fill(dialog, (applicant,))
    _scroll(shown)


def _together(dialog: QDialog) -> None:
    names = ("张一鸣", "李二宝", "王三立")
    people = tuple(Applicant(name=one, kind=ApplicantKind.NATURAL_PERSON) for one in names)
    shown = _fill(dialog, people)
    shown.form.applicant.choose(1)


def _wrong(dialog: QDialog) -> None:
    applicant = Applicant(
        name="李𬱖",
        kind=ApplicantKind.NATURAL_PERSON,
        identity_number="110105194912310021",
        email="li.example.cn",
        postcode="2642",
    )
    _fill(
        dialog,
        (applicant, Applicant(name="")),
        received=today() - dt.timedelta(days=9),
        arrived_at="快下班",
    )


def _similar(camera: Camera, desk: Desk, _papers: Path) -> None:
    earlier = desk.register.rows(Query(status=Status.CLOSED), today())[0].request

    def fill(dialog: QDialog) -> None:
        _fill(dialog, (earlier.applicant,), subject=f"关于{earlier.subject}的信息")

    camera.page("requests", view="open")
    camera.dialog("intake-similar", "new-request", fill)
    camera.dialog("intake-earlier", lambda: _open_earlier(camera, earlier), lambda _dialog: None)


def _open_earlier(camera: Camera, earlier: Request) -> None:
    """The form again, and from it the earlier request as the button of its row shows it."""
    page = camera.window.page
    assert page is not None
    draft = replace(earlier, id=new_id(), number="", outcome="", service=None)
    dialog = RequestDialog(
        desk=page.desk,
        submit=lambda _request: (),
        prompts=page.prompts,
        today=today(),
        prefilled=draft,
        parent=camera.window,
    )
    dialog.similar.follow(draft)
    dialog.similar.look()
    dialog.similar.open(dialog.similar.matches[0])


def _paste(camera: Camera, _desk: Desk, _papers: Path) -> None:
    text = resources.resource("sample", "application.txt").read_text("utf-8")
    clipboard = QGuiApplication.clipboard()

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, PasteRequestDialog)
        dialog.text.setPlainText(text)
        dialog.read()
        dialog.list.rows[2].box.setFocus()
        settle(dialog)

    clipboard.clear()
    camera.page("requests", view="open")
    camera.dialog("intake-paste-empty", "paste-request")
    camera.dialog("intake-paste", "paste-request", look)


def _unreachable(camera: Camera, desk: Desk, _papers: Path) -> None:
    case = desk.register.rows(Query(status=Status.UNCONFIRMED), today())[-1]
    for hour, words in (("09:30", "无人接听"), ("15:10", "号码停用")):
        desk.intake.record_contact(
            ContactEntry(
                id=new_id(),
                request_id=case.request.id,
                date=today(),
                time=hour,
                by="登记岗",
                reached=False,
                summary=words,
            ),
            on=today(),
        )
    camera.page("requests", "unconfirmed", case.request.id)
    camera.dialog("intake-contact", "record-contact")
    camera.dialog("intake-confirm", "confirm-receipt")
    page = camera.window.page
    assert page is not None
    page.refresh(None)
    camera.page("requests", "unreachable", case.request.id)
    camera.snap("intake-unreachable")


def _scroll(dialog: QDialog) -> None:
    """To the end of the fields."""
    for area in dialog.findChildren(QScrollArea):
        bar = area.verticalScrollBar()
        bar.setValue(bar.maximum())
    settle(dialog)
