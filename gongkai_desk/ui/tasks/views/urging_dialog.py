"""督办单: whom to urge, by when to answer, with the paper beside; issuing it records reminders."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.plan import WorkPlan
from gongkai_desk.domain.problems import DomainError
from gongkai_desk.domain.urging import Urged, UrgingPaper
from gongkai_desk.i18n import _, date_text, ngettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.urging import FORMATS, UrgingDraft
from gongkai_desk.texts import sentence
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.tasks.views.export_dialog import format_name
from gongkai_desk.ui.tasks.views.paper_dialog import PaperDialog, Writer
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, TextField

_URGED = int(Qt.ItemDataRole.UserRole)


class UrgingDialog(PaperDialog):
    """`save` writes the papers and records that they were issued, in this order."""

    def __init__(
        self,
        plan: WorkPlan,
        only_ours: bool,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Urge what is late"), desk, operations, prompts, parent)
        self.setObjectName("urging")
        self.plan = plan
        self.save_button.setText(_("Save and record as issued…"))
        service = desk.urging
        self.units = UnitsField(service.units(plan.id, today(), only_ours=only_ours), desk, self)
        self.together = QCheckBox(_("One paper for all of them"), self)
        self.due = DateField(mandatory=True, today=today)
        self.number = TextField()
        self.words = LongTextField(lines=3)
        self.words.setFixedHeight(self.words.minimumHeight())
        self.format: ChoiceField[str] = ChoiceField(FORMATS, format_name, self)
        hint = _("Units and persons that are late. The number is that of their late tasks.")
        self.form.add("units", _("To"), self.units, hint=hint)
        self.form.add_wide(self.together)
        self.form.add("due", _("Answer by"), self.due, hint=_("Usually five working days."))
        self.form.add("number", _("Number"), self.number)
        self.form.add("words", _("Further words"), self.words)
        self.form.add("format", _("Format"), self.format)
        self.due.set_date(service.answer_by(today()))
        self.together.toggled.connect(self.follow)
        self.ready()

    def drafted(self) -> UrgingDraft:
        """What is chosen."""
        return UrgingDraft(
            plan_id=self.plan.id,
            urged=self.units.value(),
            due=self.due.date(),
            words=self.words.value(),
            number=self.number.value(),
            together=self.together.isChecked(),
        )

    @override
    def make(self, path: Path) -> None:
        (first, *_others) = self.desk.urging.papers(self.drafted(), today())
        self.desk.urging.write(first, path)

    @override
    def whole(self) -> Writer:
        papers = self.desk.urging.papers(self.drafted(), today())
        return lambda path: self.desk.urging.write_together(papers, path)

    @override
    def look(self) -> None:
        super().look()
        count = len(self.units.value())
        if count > 1 and not self.together.isChecked() and self.save_button.isEnabled():
            words = ngettext(
                "{n} paper; the first is shown.", "{n} papers; the first is shown.", count
            )
            self.tell(words.format(n=count))

    @override
    def paper_name(self) -> str:
        return safe_name(self.windowTitle())

    @override
    def save(self) -> None:
        draft, day = self.drafted(), today()
        try:
            papers = self.desk.urging.papers(draft, day)
            targets = self._targets(papers)
            if targets is None:
                return
            for paper, path in zip(papers, targets, strict=True):
                self.desk.urging.write(paper, path)
        except DomainError as error:
            self.tell("\n".join(map(sentence, error.problems)), wrong=True)
            return
        count = sum(len(each.late) for each in draft.urged)
        said = ngettext(
            "{n} reminder recorded; files in {folder}",
            "{n} reminders recorded; files in {folder}",
            count,
        ).format(n=count, folder=targets[0].parent)
        if self.operations.perform(lambda: self.desk.urging.issue(draft, day), said=said):
            self.accept()

    def _targets(self, papers: list[UrgingPaper]) -> list[Path] | None:
        """One file is asked for by its name, several go into a folder, each with its unit's name;
        None when the officer thought better of it.
        """
        ending = self.format.value() or FORMATS[0]
        names = [safe_name(f"{one.title}-{one.addressee}") for one in papers]
        if len(papers) > 1:
            folder = self.prompts.folder(_("Where to put the papers"))
            if folder is None:
                return None
            return [folder / f"{name}.{ending}" for name in names]
        chosen = self.prompts.save_file(
            self.windowTitle(), f"{names[0]}.{ending}", [format_name(ending)]
        )
        if chosen is None:
            return None
        right = chosen.suffix.lower() == f".{ending}"
        return [chosen if right else chosen.with_name(f"{chosen.name}.{ending}")]


class UnitsField(QWidget):
    """The units that are late, each to be ticked, with when they were urged last."""

    changed = Signal()

    def __init__(self, units: list[Urged], desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setObjectName("values")
        self.list.setAccessibleName(_("To"))
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 8)
        self.setFocusProxy(self.list)
        for each in units:
            item = QListWidgetItem(_words(each, desk), self.list)
            item.setData(_URGED, each)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.set_ticked({each.unit for each in desk.urging.usual(units)})
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)

    def value(self) -> tuple[Urged, ...]:
        """The ticked ones."""
        rows = map(self.list.item, range(self.list.count()))
        return tuple(row.data(_URGED) for row in rows if row.checkState() is Qt.CheckState.Checked)

    def set_ticked(self, units: set[str]) -> None:
        """Tick these and no others."""
        for row in map(self.list.item, range(self.list.count())):
            on = row.data(_URGED).unit in units
            row.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def _words(each: Urged, desk: Desk) -> str:
    count = ngettext("{n} task", "{n} tasks", len(each.late)).format(n=len(each.late))
    return _("{name}: {words}").format(name=each.unit, words=f"{count}{_urged(each, desk)}")


def _urged(each: Urged, desk: Desk) -> str:
    """When the unit was urged last, "" when never."""
    found = [desk.urging.last_reminded(one.task.id) for one in each.late]
    days = [one.date for one in found if one is not None and one.unit == each.unit]
    if not days:
        return ""
    return "  " + _("urged on {date}").format(date=date_text(max(days)))
