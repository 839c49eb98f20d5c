"""The roll-up of the annual reports of several units."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from gongkai_desk.demo.camera import Camera
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.roll_up import read_units
from gongkai_desk.ui.report.roll_up_dialog import RollUpDialog
from gongkai_desk.ui.today import today

_UNITS = ("海滨市示例区财政局", "海滨市示例区民政局", "海滨市示例区水利局")


def roll_up_scenes(camera: Camera, desk: Desk, papers: Path) -> None:
    camera.page("report")
    page = camera.window.page
    assert page is not None
    desk.reporting_units.save((*_UNITS, "海滨市示例区教育局"))
    (read,) = read_units([next(papers.glob("*年度报告.xlsx"))], lambda _done, _all: None)
    assert read.year is not None
    dialog = RollUpDialog(
        desk=desk,
        operations=page.operations,
        prompts=page.prompts,
        years=[today().year - 1, today().year - 2],
        parent=camera.window,
    )
    files = [replace(read, file=f"{name}.docx", name=name) for name in _UNITS]
    files[2] = replace(files[2], year=read.year - 1)
    dialog.take([read, *files])
    dialog.show()
    camera.snap("roll-up", dialog)
    dialog.tabs.setCurrentIndex(1)
    camera.snap("roll-up-sums", dialog)
    dialog.done(0)
    dialog.deleteLater()
