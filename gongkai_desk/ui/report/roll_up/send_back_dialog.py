"""退回修改: one list of what the units must correct, or a notice for each, with its pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.problems import refuse
from gongkai_desk.domain.roll_up import RollUp
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.desk import Desk
from gongkai_desk.services.send_back import LIST_FORMATS, Notice, remarks
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.operations import Operations
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.tasks.views.export_dialog import format_name
from gongkai_desk.ui.tasks.views.paper_dialog import PREVIEW_ROWS, PaperDialog, Writer
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.date_field import DateField
from gongkai_desk.ui.widgets.fields import ChoiceField

NOTICES, LIST = "notices", "list"


class SendBackDialog(PaperDialog):
    """Nothing is recorded: the papers are written to where the officer says."""

    def __init__(
        self,
        rolled: RollUp,
        desk: Desk,
        operations: Operations,
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            pgettext("roll-up", "Send back to be corrected"), desk, operations, prompts, parent
        )
        self.setObjectName("send-back")
        self.rolled = rolled
        self.kind: ChoiceField[str] = ChoiceField((NOTICES, LIST), _kind_name, self)
        self.format: ChoiceField[str] = ChoiceField(LIST_FORMATS, format_name, self)
        self.due = DateField(mandatory=True, today=today)
        self.due.set_date(desk.send_back.due(today()))
        self.warnings = QCheckBox(pgettext("roll-up", "Also what is only to be checked"), self)
        self.warnings.setObjectName("send-back-warnings")
        self.warnings.setChecked(True)
        what = pgettext("roll-up", "What to make")
        self.form.add("send-back-kind", what, self.kind, hint=" ")
        self.form.add("send-back-format", _("Format"), self.format)
        hint = _("Usually five working days.")
        self.form.add("send-back-due", pgettext("roll-up", "Hand in again by"), self.due, hint=hint)
        self.form.add_wide(self.warnings)
        self.warnings.toggled.connect(lambda _on: self.follow())
        self.kind.changed.connect(self._show_fields)
        self._show_fields()
        self.ready()

    def _show_fields(self) -> None:
        listed = self.kind.value() == LIST
        self.form.show_field("send-back-format", listed)
        self.form.show_field("send-back-due", not listed)
        hint = pgettext("roll-up", "Also names the units that have handed in nothing.")
        if not listed:
            hint = pgettext("roll-up", "Notices are Word files, and one PDF of all to be printed.")
        self.form.set_hint("send-back-kind", hint)

    def _notices(self) -> list[Notice]:
        due = self.due.date()
        if due is None:
            raise refuse("field-missing", "send-back-due")
        warnings = self.warnings.isChecked()
        made = self.desk.send_back.notices(self.rolled, due, today(), warnings=warnings)
        if not made:
            raise refuse("roll-up-nothing-to-send-back")
        return made

    @override
    def make(self, path: Path) -> None:
        if not remarks(self.rolled, warnings=self.warnings.isChecked()):
            raise refuse("roll-up-nothing-to-send-back")
        if self.kind.value() == LIST:
            self._list(path, most=PREVIEW_ROWS * 2)
        else:
            self.desk.send_back.write_together(self._notices()[:PREVIEW_ROWS], path)

    def _list(self, path: Path, most: int | None = None) -> None:
        self.desk.send_back.write_list(
            self.rolled, path, today(), warnings=self.warnings.isChecked(), most=most
        )

    @override
    def whole(self) -> Writer:
        if self.kind.value() == LIST:
            return self._list
        made = self._notices()
        return lambda path: self.desk.send_back.write_together(made, path)

    @override
    def look(self) -> None:
        super().look()
        if self.print_button.isEnabled():
            found = remarks(self.rolled, warnings=self.warnings.isChecked())
            units = len({one.unit.name for one in found})
            told = ngettext("{n} point", "{n} points", len(found)).format(n=len(found))
            named = ngettext("{n} unit", "{n} units", units).format(n=units)
            self.tell(_("{name}: {words}").format(name=named, words=told))

    @override
    def paper_name(self) -> str:
        return safe_name(self.desk.send_back.list_title(self.rolled))

    @override
    def save(self) -> None:
        if self.kind.value() == LIST:
            self._save_list()
        else:
            self._save_notices()

    def _save_list(self) -> None:
        ending = self.format.value() or LIST_FORMATS[0]
        path = self.prompts.save_file(
            self.windowTitle(), f"{self.paper_name()}.{ending}", [format_name(ending)]
        )
        if path is None:
            return
        right = path.suffix.lower() == f".{ending}"
        target = path if right else path.with_name(f"{path.name}.{ending}")

        def work(_progress: Progress) -> list[Path]:
            self._list(target)
            return [target]

        self.operations.perform_long(_("Writing the list"), work, self._written)

    def _save_notices(self) -> None:
        made = self._notices()
        folder = self.prompts.folder(_("Where to put the papers"))
        if folder is None:
            return

        def work(progress: Progress) -> list[Path]:
            return self.desk.send_back.write_notices(made, folder, progress)

        self.operations.perform_long(_("Writing the list"), work, self._written)

    def _written(self, paths: list[Path]) -> None:
        said = ngettext("{n} file was written:", "{n} files were written:", len(paths))
        lines = [said.format(n=len(paths)), *(str(path) for path in paths[:8])]
        if len(paths) > 8:
            lines.append("…")
        self.prompts.tell(self.windowTitle(), "\n".join(lines), Tone.GOOD)


def _kind_name(kind: str) -> str:
    if kind == NOTICES:
        return pgettext("roll-up", "A notice for each unit")
    return pgettext("roll-up", "One list of all units")
