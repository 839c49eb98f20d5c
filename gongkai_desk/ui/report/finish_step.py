"""The last step: everything that was found, and the documents."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from gongkai_desk.domain.report_answers import standing
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.reporting import report_name
from gongkai_desk.ui import icons
from gongkai_desk.ui.report.findings_panel import FindingsPanel
from gongkai_desk.ui.report.step_page import StepPage
from gongkai_desk.ui.report.view import ReportView, final_state, standing_words
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.flow import FlowLayout
from gongkai_desk.ui.widgets.plain import PlainLabel


class FinishStep(StepPage):
    """`opened` carries a finding to go to, `answer_asked` one to explain; `preview` asks for the
    preview, `check_report` for the report of all checks, `export` carries the format to write,
    `publish` asks for the report to be published.
    """

    opened = Signal(object)
    answer_asked = Signal(object)
    check_report = Signal()
    preview = Signal()
    export = Signal(object)
    publish = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Check and export"),
            _(
                "Errors must be mended: Enter leads to their place. What is right as it is can be "
                "explained: F2."
            ),
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
        self.panel.opened.connect(self.opened)
        self.panel.answer_asked.connect(self.answer_asked)
        self.body.addWidget(self.panel, 1)

    def _buttons(self) -> FlowLayout:
        row = FlowLayout(spacing=8)
        for name, text, icon in (
            ("preview", _("Pre&view PDF"), "search"),
            ("check", _("Check &report…"), "list"),
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
            elif name == "check":
                button.clicked.connect(lambda _on=False: self.check_report.emit())
            else:
                button.clicked.connect(lambda _on=False, kind=name: self.export.emit(kind))
            row.addWidget(button)
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
        told = standing(view.findings, view.draft.answers)
        self.panel.show_findings(
            view.findings, standing_words(told) or _("Findings"), answers=view.draft.answers
        )

    def follow(self, view: ReportView) -> None:
        self.show_view(view)
