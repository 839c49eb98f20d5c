"""The dialogs for one platform, for one check of it and for closing it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.platform import Platform, PlatformCheck, PlatformKind, Slimming
from gongkai_desk.domain.platform_limits import LimitRules, PlatformStanding
from gongkai_desk.domain.problems import Problem
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.platform_import import suggested_category
from gongkai_desk.services.platform_words import limit_text
from gongkai_desk.texts import label
from gongkai_desk.ui.prompts import Prompts
from gongkai_desk.ui.sections.record_dialog import RecordDialog
from gongkai_desk.ui.widgets.fields import ChoiceField


class PlatformDialog(RecordDialog[Platform]):
    """What the kind asks for is shown; categories are those of the kind."""

    def __init__(
        self,
        submit: Callable[[Platform], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[Platform], Iterable[Problem]],
        limits: LimitRules,
        sites: Sequence[Platform],
        platform: Platform | None = None,
        kind: PlatformKind = PlatformKind.WEBSITE,
        parent_id: str = "",
    ) -> None:
        title = _("Change a platform") if platform else _("Add a platform")
        super().__init__(title, submit, prompts, parent, checked=checked)
        self.setObjectName("platform-dialog")
        given = platform or Platform(id=new_id(), kind=kind, name="", parent_id=parent_id)
        self._id, self._limits = given.id, limits
        self._head(given, sites)
        self._dates(given)
        self._numbers(given)
        self.note = self.text("note", _("Remarks"), given.note)
        self.kind.changed.connect(self._follow)
        self._follow()
        self._category_chosen = platform is not None
        self._suggest()
        self.name.changed.connect(self._suggest)
        self.category.activated.connect(self._choose_category)
        self.ready()
        self.name.setFocus()

    def _head(self, given: Platform, sites: Sequence[Platform]) -> None:
        kinds, names = tuple(PlatformKind), {one.id: one.name for one in sites}
        self.kind = self.choice(
            "kind", pgettext("platform", "Kind"), kinds, label, given.kind, mandatory=True
        )
        self.parent_id = self.choice(
            "parent_id",
            pgettext("platform", "Website"),
            tuple(one.id for one in sites if one.id != given.id),
            lambda each: names[each],
            given.parent_id or None,
            empty=pgettext("platform", "not entered"),
        )
        self.name = self.line("name", pgettext("platform", "Name"), given.name, mandatory=True)
        self.category = self._categories(given)
        self.address = self.line(
            "address",
            _("Address or account"),
            given.address,
            hint=_("e.g. {example}").format(example="wlj.example.gov.cn"),
        )
        self.operator = self.line("operator", pgettext("platform", "Run by"), given.operator)
        self.person = self.line("person", pgettext("platform", "Person"), given.person)

    def _categories(self, given: Platform) -> ChoiceField[str]:
        names = tuple(rule.name for rule in self._limits.for_kind(PlatformKind.COLUMN))
        return self.choice(
            "category",
            _("Update limit"),
            names,
            self._category_word,
            given.category,
            hint=_("What stands in the column decides how often it must be updated."),
        )

    def _category_word(self, name: str) -> str:
        rule = self._limits.named(name)
        assert rule is not None
        return f"{rule.title} · {limit_text(rule.limit)}"

    def _suggest(self) -> None:
        """The category that the name of a new column tells, until the officer chooses one."""
        if not self._category_chosen:
            self.category.set_value(suggested_category(self.name.value()))

    def _choose_category(self) -> None:
        self._category_chosen = True

    def _dates(self, given: Platform) -> None:
        self.opened_on = self.date("opened_on", pgettext("platform", "Opened"), given.opened_on)
        self.filing_number = self.line(
            "filing_number", _("Filing number"), given.filing_number, hint=_("of its filing")
        )
        self.filed_on = self.date("filed_on", _("Filed on"), given.filed_on)
        self.slimming = self.choice(
            "slimming", _("Slimming down"), tuple(Slimming), label, given.slimming
        )
        self.closed_on = self.date("closed_on", pgettext("platform", "Closed"), given.closed_on)

    def _numbers(self, given: Platform) -> None:
        self.limit_days = self.number(
            "limit_days",
            _("Own limit in days"),
            given.limit_days,
            least=1,
            most=3660,
            hint=_("Empty: the limit above."),
        )
        self.check_every_days = self.number(
            "check_every_days",
            _("Check every … days"),
            given.check_every_days,
            least=1,
            most=3660,
            hint=_("Empty: as usual for its kind."),
        )

    def _follow(self) -> None:
        """Show what a platform of this kind has."""
        kind = self.kind.value()
        assert kind is not None
        column = kind is PlatformKind.COLUMN
        self.form.show_field("parent_id", column)
        self.form.show_field("category", column)
        filed = kind in (PlatformKind.WEBSITE, PlatformKind.NEW_MEDIA)
        self.form.show_field("filing_number", filed)
        self.form.show_field("filed_on", filed)
        self.form.show_field("slimming", kind is PlatformKind.NEW_MEDIA)

    @override
    def draft(self) -> Platform:
        kind = self.kind.value()
        assert kind is not None
        column, account = kind is PlatformKind.COLUMN, kind is PlatformKind.NEW_MEDIA
        slimming = self.slimming.value() or Slimming.KEEP
        return Platform(
            id=self._id,
            kind=kind,
            name=self.name.value(),
            parent_id=(self.parent_id.value() or "") if column else "",
            category=(self.category.value() or "") if column else "",
            limit_days=self.limit_days.value(),
            address=self.address.value(),
            operator=self.operator.value(),
            person=self.person.value(),
            opened_on=self.opened_on.date(),
            filed_on=self.filed_on.date(),
            filing_number=self.filing_number.value(),
            slimming=slimming if account else Slimming.KEEP,
            closed_on=self.closed_on.date(),
            check_every_days=self.check_every_days.value(),
            note=self.note.value(),
        )


class CheckDialog(RecordDialog[PlatformCheck]):
    """One look at one platform."""

    def __init__(
        self,
        submit: Callable[[PlatformCheck], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        checked: Callable[[PlatformCheck], Iterable[Problem]],
        name: str,
        check: PlatformCheck,
        new: bool = False,
    ) -> None:
        title = _("Enter a check") if new else _("Change a check")
        super().__init__(title, submit, prompts, parent, checked=checked, intro=name)
        self.setObjectName("platform-check-dialog")
        self._given = check
        self.day = self.date("date", pgettext("platform", "Checked on"), check.date, mandatory=True)
        self.last_update = self.date(
            "last_update",
            pgettext("platform", "Newest entry"),
            check.last_update,
            hint=_("The day of the newest entry seen there."),
        )
        self.by = self.line("by", pgettext("platform", "Checked by"), check.by)
        self.problems_field = self.text(
            "problems",
            pgettext("platform", "What is wrong"),
            check.problems,
            hint=_("wrong words, dead links, empty column …; empty: nothing"),
        )
        self.mended_on = self.date(
            "mended_on", pgettext("platform", "Put right on"), check.mended_on
        )
        self.note = self.text("note", _("Remarks"), check.note, lines=2)
        self.ready()
        self.last_update.setFocus()

    @override
    def keeps_quiet(self, problem: Problem) -> bool:
        """An empty sheet is no fault yet."""
        return super().keeps_quiet(problem) or (
            not self._dirty and problem.code == "check-says-nothing"
        )

    @override
    def draft(self) -> PlatformCheck:
        return PlatformCheck(
            id=self._given.id,
            platform_id=self._given.platform_id,
            date=self.day.date() or self._given.date,
            last_update=self.last_update.date(),
            by=self.by.value(),
            problems=self.problems_field.value(),
            mended_on=self.mended_on.date(),
            note=self.note.value(),
        )


Closing = tuple[dt.date, Platform | None]
"""The day, and what it was merged into."""


class CloseDialog(RecordDialog[Closing]):
    """Closing a platform, or merging it into another one."""

    def __init__(
        self,
        submit: Callable[[Closing], Sequence[Problem]],
        prompts: Prompts,
        parent: QWidget | None = None,
        *,
        standing: PlatformStanding,
        others: Sequence[Platform],
        day: dt.date,
    ) -> None:
        super().__init__(
            _("Close or merge a platform"), submit, prompts, parent, intro=standing.platform.name
        )
        self.setObjectName("close-platform-dialog")
        self._today = day
        self.day = self.date("closed_on", pgettext("platform", "Closed on"), day, mandatory=True)
        self.into = self.choice(
            "into",
            pgettext("platform", "Merged into"),
            others,
            lambda one: one.name,
            empty=_("none, it is closed down"),
            hint=_("Its columns go to the website it is merged into; otherwise they close, too.")
            if standing.platform.kind is PlatformKind.WEBSITE
            else "",
        )
        self.ready()

    @override
    def draft(self) -> Closing:
        return self.day.date() or self._today, self.into.value()
