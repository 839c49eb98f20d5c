"""One dialog for all kinds of activities: it shows the fields of the kind that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.activity_forms import COMMON, FieldType, untold
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, ngettext, pgettext
from gongkai_desk.services.activities import ActivityService
from gongkai_desk.texts import label
from gongkai_desk.ui.activities.records.kind_fields import KindFields
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.record_dialog import RecordDialog
from gongkai_desk.ui.widgets.fields import ChoiceField
from gongkai_desk.ui.widgets.files import FilesField
from gongkai_desk.ui.widgets.form import Form
from gongkai_desk.ui.widgets.pick_field import Pick, PickField
from gongkai_desk.ui.widgets.plain import PlainLabel


class ActivityDialog(RecordDialog[Activity]):
    """`given` is what it begins with. When another kind is chosen, what was typed goes over to
    the fields of the same name and comes back with its kind. `files()` are to be attached.
    """

    WIDE: ClassVar[int] = 48

    def __init__(
        self,
        submit: Callable[[Activity], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        service: ActivityService,
        given: Activity,
        new: bool,
        checked: Callable[[Activity], Iterable[Problem]],
    ) -> None:
        title = _("Record work done") if new else _("Change a work record")
        super().__init__(title, submit, prompts, parent, checked=checked)
        self.setObjectName("activity-dialog")
        self._service, self._given = service, given
        self._typed: dict[str, str] = dict(given.details)
        self._choices: dict[ActivityKind, dict[str, str]] = {given.kind: dict(given.details)}
        self.kind: ChoiceField[ActivityKind] = ChoiceField(tuple(service.forms), label)
        self.kind.setObjectName("activity-kind")
        self.kind.setAccessibleName(_("Kind of work"))
        self.kind.set_value(given.kind)
        self.told = PlainLabel("", self, look="hint", wrap=True)
        self._put_kind_above()
        self._build(given, ())
        self.ready()
        self.kind.changed.connect(self._another_kind)
        self.common["title"].setFocus()

    def _put_kind_above(self) -> None:
        head = QWidget(self)
        name = PlainLabel(_("Kind of work"), head, look="strong")
        name.setBuddy(self.kind)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(name)
        row.addWidget(self.kind, 1)
        column = QVBoxLayout(head)
        column.setContentsMargins(24, 16, 24, 6)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.told)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, head)

    def files(self) -> tuple[Path, ...]:
        """The files chosen in the dialog."""
        return self._files.value()

    # the fields of the kind

    def _build(self, activity: Activity, files: Sequence[Path]) -> None:
        """Fill the form with the fields of the record's kind."""
        kind_form = self._service.form(activity.kind)
        names = kind_form.names
        self._kind = activity.kind  # of the fields that are shown
        self.told.setText(kind_form.hint)
        self.common: dict[str, Any] = {}
        self.common["title"] = self.line("title", names["title"], activity.title, mandatory=True)
        begun = _("Begun on") if "until" in names else pgettext("activity", "Date")
        self.common["date"] = self.date("date", begun, activity.date, mandatory=True)
        until = names.get("until") or pgettext("activity", "Until")
        hint = "" if "until" in names else _("Only when it took several days.")
        self.common["until"] = self.date("until", until, activity.until, hint=hint)
        for name in ("place", "unit"):
            if name in names:
                self.common[name] = self.line(name, names[name], getattr(activity, name))
        if "participants" in names:
            self.common["participants"] = self.number(
                "participants", names["participants"], activity.participants
            )
        self.own = KindFields(self.form, kind_form, activity.details)
        if "outcome" in names:
            self.common["outcome"] = self.text("outcome", names["outcome"], activity.outcome)
        self.common["url"] = self.line("url", _("Web address"), activity.url)
        self._build_links(activity)
        self.common["note"] = self.text("note", _("Remarks"), activity.note, lines=2)
        self._files = FilesField(self._prompts, files)
        kept = len(self._service.files(self._given.id))
        words = ngettext("{n} file is kept already.", "{n} files are kept already.", kept)
        hint = words.format(n=kept) if kept else ""
        self.form.add("files", _("Evidence"), self._files, hint=hint)
        QWidget.setTabOrder(self.kind, self.common["title"])

    def _build_links(self, activity: Activity) -> None:
        service, day, kind = self._service, activity.date, activity.kind

        def tasks() -> list[Pick]:
            proposed = _("proposed: {duty}")
            return [
                Pick(
                    id=one.id,
                    name=one.title,
                    note=proposed.format(duty=one.proposed) if one.proposed else "",
                )
                for one in service.task_choices(kind, day)
            ]

        def institutions() -> list[Pick]:
            return [
                Pick(id=one.id, name=one.name, note=one.sector) for one in service.institutions()
            ]

        def documents() -> list[Pick]:
            return [
                Pick(id=one.id, name=one.title, note=one.number)
                for one in service.document_choices()
            ]

        for name, title, nothing, offer in (
            ("task_ids", _("Tasks it proves"), _("No plan has tasks of ours yet."), tasks),
            (
                "institution_ids",
                _("Institutions"),
                _("No institution is entered yet: enter them in the section “Institutions”."),
                institutions,
            ),
            ("document_ids", _("Policy documents"), _("No document is entered yet."), documents),
        ):
            field = PickField(title, nothing, offer, getattr(activity, name))
            self.common[name] = field
            self.form.add(name, title, field)

    def _another_kind(self) -> None:
        """Show the fields of the kind just chosen, with what was typed."""
        kind = self.kind.value()
        assert kind is not None
        before, files = self.draft(), self.files()
        self._typed |= before.details
        self._choices[before.kind] = dict(before.details)
        old = self._area.takeWidget()
        old.hide()
        old.deleteLater()
        self.form = Form(self)
        self.form.setContentsMargins(24, 16, 24, 0)
        self._area.setWidget(self.form)
        self._build(replace(before, kind=kind, details=self._details_for(kind)), files)
        self.form.changed.connect(self._changed)
        self._dirty = True
        self.review()
        QTimer.singleShot(0, self, self._fit)

    def _details_for(self, kind: ActivityKind) -> dict[str, str]:
        """What to begin with: choices are those made for this kind, all else was typed for any."""
        own = self._choices.get(kind, {})
        fields = self._service.form(kind).fields
        return {
            field.name: own.get(field.name, "")
            if field.type is FieldType.CHOICE
            else self._typed.get(field.name, "")
            for field in fields
        }

    @override
    def draft(self) -> Activity:
        """Fields the kind does not show keep their value while the kind is that of the record."""
        kind = self._kind
        same = kind is self._given.kind
        values = {
            name: field.date() if name in ("date", "until") else field.value()
            for name, field in self.common.items()
        }
        values["date"] = values["date"] or self._given.date
        empty = Activity(id=self._given.id, kind=kind, date=self._given.date, title="")
        kept = self._given if same else empty
        more = untold(self._given, self._service.form(kind)) if same else {}
        hidden = {name: getattr(kept, name) for name in COMMON if name not in values}
        return replace(
            self._given, kind=kind, details={**more, **self.own.details()}, **hidden, **values
        )
