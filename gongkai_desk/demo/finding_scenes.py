"""Findings of the report that are explained, and what is checked in a report from a file."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from gongkai_desk.demo.camera import Camera
from gongkai_desk.demo.wizard_at import wizard_at
from gongkai_desk.domain.report_answers import needs_answer, with_answer
from gongkai_desk.services.check_report import ForeignReport, read_foreign
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.findings import finding_text
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.report.answer_dialog import AnswerDialog
from gongkai_desk.ui.report.foreign_dialog import ForeignReportDialog
from gongkai_desk.ui.today import today


def finding_scenes(camera: Camera, desk: Desk, _papers: Path) -> None:
    camera.page("report")
    page = camera.window.page
    assert page is not None
    year = today().year - 1
    _spoil(desk, year)
    dialog = wizard_at(camera, Step.FINISH)
    dialog.show()
    camera.snap("findings-explained", dialog)
    report = desk.reporting.report(desk.reporting.draft(year))
    waiting = next(one for one in reversed(report.findings) if needs_answer(one))
    asked = AnswerDialog(
        waiting,
        report.findings,
        desk.reporting.draft(year).answers,
        lambda _answers: (),
        lambda _finding: None,
        page.prompts,
        dialog,
    )
    asked.show()
    camera.snap("finding-answer", asked)
    for each in (asked, dialog):
        each.done(0)
        each.deleteLater()


def foreign_scenes(camera: Camera, desk: Desk, _papers: Path) -> None:
    camera.page("report")
    page = camera.window.page
    assert page is not None
    year = today().year - 1
    foreign = ForeignReportDialog(
        _published(desk, year),
        desk=desk,
        operations=page.operations,
        prompts=page.prompts,
        parent=camera.window,
    )
    foreign.show()
    camera.snap("foreign-report", foreign)
    foreign.done(0)
    foreign.deleteLater()


def _published(desk: Desk, year: int) -> ForeignReport:
    """The same report as another office reads it from the website."""
    with tempfile.TemporaryDirectory() as folder:
        draft = desk.reporting.draft(year)
        return read_foreign(desk.reporting.write(draft, Path(folder), ("html",)).paths[0])


def _spoil(desk: Desk, year: int) -> None:
    """Slips an officer makes: one is explained, others are not, and a part is empty."""
    draft = desk.reporting.draft(year)
    first, second, *others = draft.texts.overview
    slips = "通过信函收到申请9件。全年共收到政府信息公开申请21件，办结率100%。"
    texts = replace(draft.texts, overview=(first, f"{second}\n{slips}", *others), problems="无。")
    previous = replace(draft.previous, normative_documents=(1, 0, 4))
    draft = replace(draft, texts=texts, previous=previous)
    asked = [one for one in desk.reporting.report(draft).findings if needs_answer(one)]
    answers = draft.answers
    for finding, said in zip(
        asked, ("承接机构改革前文件，已与区司法局核对，件数无误。",), strict=False
    ):
        answers = with_answer(answers, finding, said, finding_text(finding), today())
    desk.reporting.save(replace(draft, answers=answers))
