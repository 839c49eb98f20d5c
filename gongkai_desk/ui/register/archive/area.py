"""The commands 归档 of the register's menu."""

from __future__ import annotations

from gongkai_desk.i18n import _, pgettext
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.register.archive.deeds import ArchiveDeeds
from gongkai_desk.ui.register.case_tab import CaseContext


def archive_commands(context: CaseContext) -> Commands:
    """Archive one case, export one or a whole year, look through the archive."""
    deeds = ArchiveDeeds(context)
    group = pgettext("menu", "Archive")
    return (*_of_case(deeds, group), *_exports(deeds, group))


def _of_case(deeds: ArchiveDeeds, group: str) -> Commands:
    return (
        Command(
            name="archive-case",
            text=_("Archive the case…"),
            run=deeds.archive,
            icon="save",
            enabled=lambda: deeds.may_archive,
            tip=_("Only closed cases are archived"),
            group=group,
        ),
        Command(
            name="unarchive-case",
            text=_("Take back the archiving"),
            run=deeds.take_back,
            icon="undo",
            enabled=lambda: deeds.may_take_back,
            group=group,
        ),
        Command(
            name="archive-lists",
            text=_("Look through the archive…"),
            run=deeds.show_lists,
            icon="list",
            group=group,
        ),
    )


def _exports(deeds: ArchiveDeeds, group: str) -> Commands:
    return (
        Command(
            name="export-case-zip",
            text=_("Export the case file as a folder (zip)…"),
            run=deeds.export_zip,
            icon="export",
            enabled=lambda: deeds.chosen,
            group=group,
        ),
        Command(
            name="export-case-pdf",
            text=_("Export the case file as one PDF…"),
            run=deeds.export_pdf,
            icon="export",
            enabled=lambda: deeds.chosen,
            group=group,
        ),
        Command(
            name="export-year",
            text=_("Export all case files of a year…"),
            run=deeds.export_year,
            icon="export",
            group=group,
        ),
    )
