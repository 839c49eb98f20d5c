"""The dialog for one item of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.catalogue import CatalogueItem, Mode
from gongkai_desk.domain.catalogue_cells import boxes_of, listed
from gongkai_desk.domain.catalogue_limits import read_limit
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui.disclosure.catalogue.words import SEQUENCES, limit_text
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.record_dialog import RecordDialog
from gongkai_desk.ui.widgets.fields import TextField

_LINES = 2


class ItemDialog(RecordDialog[CatalogueItem]):
    """`item` brings what the dialog does not show: version, lineage, place. Columns of the file
    that are no field of an item stand at the end under their own headings.
    """

    WIDE: ClassVar[int] = 46

    def __init__(
        self,
        submit: Callable[[CatalogueItem], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[CatalogueItem], Iterable[Problem]],
        item: CatalogueItem,
        new: bool,
    ) -> None:
        title = _("Add an item to the catalogue") if new else _("Change an item of the catalogue")
        super().__init__(title, submit, prompts, parent, checked=checked)
        self.setObjectName("catalogue-item-dialog")
        self._item = item
        levels = (*item.path, "", "", "")
        self.levels = (
            self.line("path", _("Level 1"), levels[0], mandatory=True),
            self.line("level_2", _("Level 2"), levels[1]),
            self.line("level_3", _("Level 3"), levels[2]),
        )
        self.content = self.text("content", _("Content published"), item.content, lines=_LINES)
        example = "自信息形成或者变更之日起20个工作日内、每年3月底前、及时"
        self.limit = TextField(item.limit.text, hint=_("e.g. {example}").format(example=example))
        self.form.add("limit", _("Time limit of publication"), self.limit, hint=" ")
        modes = [mode for mode in Mode if mode is not Mode.UNSAID]
        self.mode = self.choice(
            "mode", _("Way of disclosure"), modes, label,
            None if item.mode is Mode.UNSAID else item.mode, empty=label(Mode.UNSAID),
        )  # fmt: skip
        self.channels = self.line(
            "channels",
            _("Channels"),
            "、".join(item.channels),
            hint=_("several are parted by {sign}").format(sign="、"),
        )
        self._add_others(item)
        self._show_understood()
        self.limit.changed.connect(self._show_understood)
        self.ready()
        self.levels[0].setFocus()

    def _add_others(self, item: CatalogueItem) -> None:
        self.unit = self.line("unit", _("Published by"), item.unit)
        self.responsible = self.line("responsible", _("Responsible"), item.responsible)
        self.basis = self.text("basis", _("Basis of publication"), item.basis, lines=_LINES)
        self.level = self.line("level", _("Level of government"), item.level)
        self.audience = self.line("audience", _("Audience"), item.audience)
        self.duration = self.line("duration", _("How long"), item.duration)
        self.note = self.text("note", _("Remarks"), item.note, lines=_LINES)
        self.extras = {
            name: self.text(f"extra_{number}", name, text, lines=_LINES)
            for number, (name, text) in enumerate(item.extra.items())
            if name not in SEQUENCES and boxes_of(text) is None
        }

    def _show_understood(self) -> None:
        """What is understood of the limit, while it is typed."""
        words = limit_text(read_limit(self.limit.value()))
        told = _("Watched: {limit}").format(limit=words) if words else _("Nothing is watched.")
        self.form.set_hint("limit", told)

    @override
    def draft(self) -> CatalogueItem:
        path = tuple(text for text in (level.value() for level in self.levels) if text)
        if not self.levels[0].value():
            path = ()
        return replace(
            self._item,
            path=path or (),
            content=self.content.value(),
            limit=read_limit(self.limit.value()),
            mode=self.mode.value() or Mode.UNSAID,
            channels=self._channels(),
            unit=self.unit.value(),
            responsible=self.responsible.value(),
            basis=self.basis.value(),
            level=self.level.value(),
            audience=self.audience.value(),
            duration=self.duration.value(),
            note=self.note.value(),
            extra={**self._item.extra, **{n: field.value() for n, field in self.extras.items()}},
        )

    def _channels(self) -> tuple[str, ...]:
        """Those typed; untouched ones stay as they are, also when one has a 、 inside."""
        typed = self.channels.value()
        if typed == "、".join(self._item.channels):
            return self._item.channels
        return listed(typed)
