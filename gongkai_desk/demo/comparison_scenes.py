"""The annual reports of several years side by side."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from gongkai_desk.demo.camera import Camera
from gongkai_desk.demo.earlier_reports import keep_reports, write_reports
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.report.comparison_dialog import ReportComparisonDialog
from gongkai_desk.ui.report.earlier_reports_dialog import EarlierReportsDialog
from gongkai_desk.ui.report.year_chart import YearColumns
from gongkai_desk.ui.today import today

_BEFORE_LAST = 2


def comparison_scenes(camera: Camera, desk: Desk, _papers: Path) -> None:
    camera.page("report")
    page = camera.window.page
    assert page is not None
    keep_reports(desk, today(), (_BEFORE_LAST,))
    last = today().year - 1
    dialog = ReportComparisonDialog(
        desk=desk,
        operations=page.operations,
        prompts=page.prompts,
        year=last,
        parent=camera.window,
    )
    dialog.show()
    dialog.table.stand_on("group-open", last)
    camera.snap("comparison", dialog)
    for number, name in enumerate(("charts", "agreement", "sources"), 1):
        dialog.tabs.setCurrentIndex(number)
        QApplication.processEvents()
        results = dialog.findChild(YearColumns, "chart-results")
        assert results is not None
        dialog.area.ensureWidgetVisible(results)
        camera.snap(f"comparison-{name}", dialog)
    _intake(camera, dialog, desk)
    dialog.done(0)
    dialog.deleteLater()
    desk.report_comparison.remove(last - 1)


def _intake(camera: Camera, dialog: ReportComparisonDialog, desk: Desk) -> None:
    """Two reports of the office and one of another agency, just read."""
    with TemporaryDirectory() as folder:
        paths = write_reports(desk.office.get().name, today(), Path(folder), (2, 3))
        paths += write_reports("海滨市示例区财政局", today(), Path(folder), (4,))
        dialog.ask(desk.report_comparison.read(paths, lambda _done, _all: None))
    QApplication.processEvents()
    asked = dialog.findChild(EarlierReportsDialog)
    assert asked is not None
    camera.snap("earlier-reports", asked)
    asked.close()
