"""Publishing: what stands in the way, the day and the address, and what will be frozen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.report import ReportDraft
from gongkai_desk.domain.report_finding import Finding
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.publishing import FORMATS
from gongkai_desk.services.publishing_checks import Publication, unprintable
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.report.findings_panel import FindingsPanel
from gongkai_desk.ui.sections.record_dialog import RecordDialog
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.plain import PlainLabel

_LINES = 12
_OBSTACLES = "report-publish-obstacles"


class PublishDialog(RecordDialog[Publication]):
    """`opened` carries an obstacle that was chosen: the dialog is closed to show its step."""

    WIDE = 46
    opened = Signal(object)

    def __init__(
        self,
        *,
        desk: Desk,
        draft: ReportDraft,
        submit: Callable[[Publication], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        before = desk.publishing.latest(draft.year)
        title = (
            _("Publish the annual report {year}").format(year=draft.year)
            if before is None
            else _("Publish the corrected report {year}: edition {edition}").format(
                year=draft.year, edition=before.edition + 1
            )
        )
        super().__init__(
            title,
            submit,
            prompts,
            parent,
            checked=lambda how: desk.publishing.check(draft, how, today()),
            intro=_(
                "Publishing freezes figures, texts and the four files for good; it cannot be "
                "undone. What changes in the register afterwards is shown as a difference, and is "
                "put right by a corrected edition."
            ),
            save=pgettext("report", "Publish"),
        )
        self.setObjectName("publish-report-dialog")
        self._draft = draft
        self._report = desk.reporting.report(draft)
        self._unprintable = unprintable(self._report)
        self.obstacles = desk.publishing.obstacles(draft, self._report)
        self._add_obstacles()
        self.form.add_heading("")
        self._add_fields()
        self.form.add_wide(self._frozen())
        self.ready()
        (self.panel.list if self.obstacles else self.day).setFocus()

    def _add_obstacles(self) -> None:
        panel = FindingsPanel(
            "publish-obstacles",
            _("Before publishing"),
            _("Nothing stands in the way: no error, no missing part, every point is answered."),
            self,
            with_buttons=False,
        )
        count = len(self.obstacles)
        heading = ngettext(
            "{count} point stands in the way; double-click it to go to its step.",
            "{count} points stand in the way; double-click one to go to its step.",
            count,
        ).format(count=count)
        panel.show_findings(self.obstacles, heading if count else "", answers=self._draft.answers)
        panel.list.hug(_LINES)
        panel.list.opened.connect(self._leave)
        self.panel = panel
        self.form.add_wide(panel)

    def _add_fields(self) -> None:
        day = today()
        first = day if day.year > self._draft.year else None
        self.day = self.date(
            "published_on", pgettext("report", "Published on"), first, mandatory=True
        )
        self.address = self.line("address", _("Web address"), hint="https://")
        self.tells_why = self.tick(
            "tells_why",
            _("Reason of the correction"),
            _("Print it at the end of the report: {reason}").format(reason=self._draft.correcting),
        )
        self.form.show_field("tells_why", bool(self._draft.correcting))

    def _frozen(self) -> PlainLabel:
        """What will be kept, in one muted paragraph."""
        requests = self._report.figures.requests[1][6]
        words = [
            _("Frozen with it: {formats}; every number with the requests behind it.").format(
                formats=pgettext("list", ", ").join(each.upper() for each in FORMATS)
            ),
            ngettext(
                "{count} request received in the year",
                "{count} requests received in the year",
                requests,
            ).format(count=requests),
        ]
        if self._draft.overrides:
            words.append(
                ngettext(
                    "{count} number set by hand",
                    "{count} numbers set by hand",
                    len(self._draft.overrides),
                ).format(count=len(self._draft.overrides))
            )
        words.append(_("The web address may be entered later."))
        told = PlainLabel("\n".join(words), self, look="muted", wrap=True)
        told.setContentsMargins(0, 8, 0, 0)
        return told

    @override
    def draft(self) -> Publication:
        return Publication(
            published_on=self.day.date(),
            address=self.address.value(),
            tells_why=self.tells_why.isChecked(),
        )

    @override
    def check(self, draft: Publication) -> Iterable[Problem]:
        yield from super().check(draft)
        yield from self._unprintable
        if self.obstacles:
            values = {"count": len(self.obstacles), "first": ""}
            yield Problem(_OBSTACLES, values=values)

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        """The list above tells the obstacles."""
        return problem.code == _OBSTACLES or super().keeps_quiet(problem)

    def _leave(self, finding: Finding) -> None:
        self._dirty = False
        self.reject()
        self.opened.emit(finding)
