"""Activities in a table, and one in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gongkai_desk.domain.activity import Activity
from gongkai_desk.domain.activity_forms import FieldType, KindForm, told, untold
from gongkai_desk.i18n import _, pgettext
from gongkai_desk.services.activities import Links
from gongkai_desk.texts import label
from gongkai_desk.ui.activities.records.kind_fields import yes_no
from gongkai_desk.ui.models.records import Column
from gongkai_desk.ui.register.view import iso
from gongkai_desk.ui.sections.facts import Fact
from gongkai_desk.ui.theme import Tone


def columns(
    waits: Callable[[Activity], bool],
    feedback: Callable[[Activity], str],
    has_files: Callable[[Activity], bool],
) -> Sequence[Column[Activity]]:
    return (
        Column(
            name="date", title=pgettext("activity", "Date"), text=lambda one: iso(one.date), width=7
        ),
        Column(name="kind", title=_("Kind of work"), text=lambda one: label(one.kind), width=11),
        Column(
            name="title",
            title=pgettext("activity", "What was done"),
            text=lambda one: one.title,
            stretch=True,
        ),
        Column(
            name="participants",
            title=pgettext("activity", "People"),
            text=lambda one: "" if one.participants is None else str(one.participants),
            sort_key=lambda one: one.participants,
            width=5,
            right=True,
        ),
        Column(
            name="feedback",
            title=_("Feedback"),
            text=feedback,
            tone=lambda one: Tone.WARN if waits(one) else Tone.GOOD,
            icon=lambda one: "warning" if waits(one) else "done",
            chip=True,
            width=7,
        ),
        Column(
            name="evidence",
            title=_("Evidence"),
            text=lambda one: pgettext("evidence", "Yes") if has_files(one) else _("None yet"),
            tone=lambda one: Tone.GOOD if has_files(one) else Tone.WARN,
            width=6,
        ),
    )


def facts(
    row: Activity, form: KindForm, links: Links, *, waits: bool, has_files: bool
) -> Sequence[Fact]:
    """All there is to say of an activity; what is awaited or lacking first, in amber."""
    days = [iso(row.date), *([iso(row.until)] if row.until else [])]
    people = "" if row.participants is None else str(row.participants)
    empty = _("“{field}” is still empty.").format(field=form.title(form.feedback))
    lacking = _("None yet: drop photos, sign-in sheets or minutes here.")
    return (
        Fact(_("Kind of work"), label(row.kind)),
        Fact(pgettext("activity", "Date"), "—".join(days)),
        Fact(_("Feedback"), empty if waits else "", Tone.WARN),
        Fact(_("Evidence"), "" if has_files else lacking, Tone.WARN),
        Fact(form.names.get("place", pgettext("activity", "Place")), row.place),
        Fact(form.names.get("unit", pgettext("activity", "Unit")), row.unit),
        Fact(form.names.get("participants", pgettext("activity", "People")), people),
        *(
            Fact(field.title, yes_no(text) if field.type is FieldType.YES_NO else text)
            for field, text in told(row, form)
        ),
        Fact(form.names.get("outcome", pgettext("activity", "Result")), row.outcome),
        Fact(_("Web address"), row.url),
        Fact(_("Tasks it proves"), _names(row.task_ids, links.tasks)),
        Fact(_("Institutions"), _names(row.institution_ids, links.institutions)),
        Fact(_("Policy documents"), _names(row.document_ids, links.documents)),
        *(Fact(name, text) for name, text in untold(row, form).items()),
        Fact(_("Remarks"), row.note),
    )


def _names(ids: Sequence[str], names: dict[str, str]) -> str:
    return "\n".join(names[one] for one in ids if one in names)
