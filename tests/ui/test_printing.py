from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from gongkai_desk.ui.crash import LOG_VARIABLE, CrashReporter
from gongkai_desk.ui.printing import PdfPages, PreviewDialog, print_pages
from tests.ui.scripted import ScriptedPrompts


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "报告 稿.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.rect(0, 0, 300, 300, fill=1)
    canvas.showPage()
    canvas.setPageSize(landscape(A4))
    canvas.rect(0, 0, 300, 300, fill=1)
    canvas.showPage()
    canvas.save()
    return path


def test_turning_zooming_and_saving(qtbot: QtBot, pdf: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.pdf"
    dialog = PreviewDialog(pdf, "预览", ScriptedPrompts(copy))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.waitUntil(lambda: not dialog.picture.pixmap().isNull())
    assert dialog.count.text() == "第 1 页，共 2 页"
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.count.text() == "第 2 页，共 2 页"
    fitted = dialog.picture.pixmap().width()
    dialog.zoom_to(2.0)
    assert dialog.picture.pixmap().width() > fitted
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert copy.read_bytes() == pdf.read_bytes()
    dialog.reject()


def test_pages_are_printed_whole_each_in_its_orientation(
    dressed: object, pdf: Path, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    out = tmp_path / "printed.pdf"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    pages = PdfPages(pdf)
    print_pages(pages, printer)
    pages.close()
    printed = PdfPages(out)
    shapes = [printed.size(n)[0] < printed.size(n)[1] for n in range(len(printed))]
    image = printed.image(0, 36)
    dark = image.pixelColor(20, image.height() - 20).lightness()
    light = image.pixelColor(image.width() - 20, 20).lightness()
    printed.close()
    assert shapes == [True, False]
    assert dark < 60 < 200 < light


def test_a_crash_is_logged_without_personal_data_and_told_once(
    dressed: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LOG_VARIABLE, str(tmp_path / "logs"))
    prompts = ScriptedPrompts()
    with pytest.raises(KeyError) as caught:
        dict[str, int]()["张三 13800000000"]
    CrashReporter(prompts)(caught.type, caught.value, caught.tb)
    log = (tmp_path / "logs" / "errors.log").read_text("utf-8")
    assert "KeyError" in log
    assert "test_printing.py" in log
    assert "张三" not in log
    assert [kind for kind, _title, _text in prompts.asked] == ["tell"]
    assert "errors.log" in prompts.asked[0][2]


def test_a_print_dialog_leaves_with_its_printer(
    qtbot: QtBot, pdf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that stayed without its printer crashed the program when a key reached it."""
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: 0)
    preview = PreviewDialog(pdf, "预览", ScriptedPrompts())
    qtbot.addWidget(preview)
    preview.print_out()
    qtbot.waitUntil(lambda: not preview.findChildren(QPrintDialog))
    preview.reject()


def test_a_copy_that_cannot_be_written_is_told_in_words(
    qtbot: QtBot, pdf: Path, tmp_path: Path
) -> None:
    prompts = ScriptedPrompts(tmp_path / "没有" / "copy.pdf")
    dialog = PreviewDialog(pdf, "预览", prompts)
    qtbot.addWidget(dialog)
    dialog.save()
    assert "没有这个文件或文件夹" in prompts.asked[-1][2]
    dialog.reject()
