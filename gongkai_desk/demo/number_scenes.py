"""Tables 3 and 4 of the annual report with what is behind their numbers."""

from __future__ import annotations

from pathlib import Path

from gongkai_desk.demo.camera import Camera
from gongkai_desk.demo.wizard_at import put_away, wizard_at
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.report_wizard import Step
from gongkai_desk.ui.report.dispute_matrix import SUM, DisputeCell
from gongkai_desk.ui.report.fill_disputes_dialog import FillDisputesDialog
from gongkai_desk.ui.report.matrix import Cell
from gongkai_desk.ui.report.override_dialog import OverrideDialog
from gongkai_desk.ui.report.table3_step import TableThreeStep
from gongkai_desk.ui.report.table4_step import TableFourStep
from gongkai_desk.ui.report.wizard import ReportWizardDialog


def number_scenes(camera: Camera, _desk: Desk, _papers: Path) -> None:
    """A number of table 3 that is set by hand, the list behind another, table 4 filled in."""
    camera.page("report")
    wizard = _shown(camera, Step.TABLE_3)
    table3 = wizard.page
    assert isinstance(table3, TableThreeStep)
    table3.matrix.choose(Cell(3, 0))
    table3.set_button.click()
    setting = wizard.findChild(OverrideDialog)
    assert setting is not None
    setting.number.set_value(int(table3.matrix.number(Cell(3, 0))) + 1)
    setting.reason.set_value("信访窗口另有一件纸质申请未录入登记簿")
    camera.snap("set-number", setting)
    setting.accept()
    wizard.review()
    camera.snap("table3-set", wizard)
    table3.matrix.opened.emit(Cell(3, 6))
    assert wizard.behind.cases is not None
    camera.snap("behind-number", wizard.behind.cases)
    wizard.behind.cases.done(0)
    put_away(wizard)
    wizard = _shown(camera, Step.TABLE_4)
    table4 = wizard.page
    assert isinstance(table4, TableFourStep)
    table4.matrix.opened.emit(DisputeCell("reconsideration", SUM))
    assert wizard.behind.disputes is not None
    camera.snap("behind-disputes", wizard.behind.disputes)
    wizard.behind.disputes.done(0)
    table4.fill()
    filling = wizard.findChild(FillDisputesDialog)
    assert filling is not None
    camera.snap("fill-disputes", filling)
    filling.done(0)
    put_away(wizard)


def _shown(camera: Camera, step: Step) -> ReportWizardDialog:
    wizard = wizard_at(camera, step)
    wizard.show()
    return wizard
