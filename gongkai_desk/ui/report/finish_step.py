"""The last step: everything that was found, and the documents."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from gongkai_desk.domain.problems import Severity
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.reporting import report_name
from gongkai_desk.ui import icons
from gongkai_desk.ui.report.findings import FindingsPanel
from gongkai_desk.ui.report.step_page import StepPage
from gongkai_desk.ui.report.view import ReportView, final_state
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.plain import PlainLabel


class FinishStep(StepPage):
    """`opened` carries a finding to go to; `preview` asks for the preview, `export` carries the
    format to write, `publish` asks for the report to be published.
    """

    opened = Signal(object)
    preview = Signal()
    export = Signal(object)
    publish = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Check and export"),
            _("Press Enter on a finding to go to its step."),
            scrolls=False,
        )
        self.name = PlainLabel("", self, look="heading", wrap=True)
        self.name.setObjectName("report-name")
        self.badge = LightBadge(self)
        self.badge.setObjectName("final-state")
        self.told = PlainLabel("", self, look="muted", wrap=True)
        card = QFrame(self)
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(12)
        inside.addWidget(self.name)
        state = QHBoxLayout()
        state.setSpacing(12)
        state.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        state.addWidget(self.told, 1)
        inside.addLayout(state)
        inside.addLayout(self._buttons())
        state.addWidget(self._publish_button(), 0, Qt.AlignmentFlag.AlignVCenter)  # last with Tab
        self.body.addWidget(card)
        self.panel = FindingsPanel(
            "all-findings",
            _("Findings"),
            _("Figures and texts are complete and agree with each other."),
            self,
        )
        self.panel.list.opened.connect(self.opened)
        self.body.addWidget(self.panel, 1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, text, icon in (
            ("preview", _("Pre&view PDF"), "search"),
            ("pdf", _("Export &PDF…"), "export"),
            ("docx", _("Export &Word…"), "export"),
            ("html", _("Export web pa&ge…"), "export"),
            ("xlsx", _("Export &Excel…"), "export"),
        ):
            button = QPushButton(text, self)
            button.setObjectName(f"finish-{name}")
            button.setAutoDefault(False)
            icons.set_icon(button, icon)
            if name == "preview":
                button.clicked.connect(lambda _on=False: self.preview.emit())
            else:
                button.clicked.connect(lambda _on=False, kind=name: self.export.emit(kind))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _publish_button(self) -> QPushButton:
        button = QPushButton(pgettext("report", "Publis&h…"), self)
        button.setObjectName("finish-publish")
        button.setAutoDefault(False)
        icons.set_icon(button, "publish")
        button.clicked.connect(self.publish)
        return button

    def show_view(self, view: ReportView) -> None:
        self.name.setText(report_name(view.figures))
        self.badge.show_state(*final_state(view))
        if view.final:
            self.told.setText(_("The documents carry no mark of a draft."))
        else:
            self.told.setText(
                _("The documents carry the mark 草稿 until errors and missing parts are mended.")
            )
        errors = sum(each.severity is Severity.ERROR for each in view.findings)
        others = len(view.findings) - errors
        words = (
            ngettext("{count} error", "{count} errors", errors).format(count=errors),
            ngettext("{count} point to check", "{count} points to check", others).format(
                count=others
            ),
        )
        self.panel.show_findings(view.findings, _(", ").join(words))

    def follow(self, view: ReportView) -> None:
        self.show_view(view)
