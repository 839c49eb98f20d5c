"""What can be done in the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Command, Commands

if TYPE_CHECKING:
    from gongkai_desk.ui.disclosure.catalogue.section import CatalogueSection

DOCUMENTS = "documents"


def catalogue_commands(section: CatalogueSection) -> Commands:
    return (
        *_item_commands(section),
        None,
        *_version_commands(section),
        None,
        section.find_command(),
    )


def _item_commands(section: CatalogueSection) -> Commands:
    there = section.has_current
    return (
        Command(name="record-catalogue-publication", text=_("Publish…"),
                run=section.record, shortcut="Ctrl+R", icon="publish", enabled=there),
        *_document_commands(section),
        Command(name="add-catalogue-item", text=_("Add an item…"), run=section.add,
                shortcut="Ctrl+N", icon="add", primary=True, enabled=section.has_version),
        section.edit_command("edit-catalogue-item", section.edit),
        section.attach_command(),
        Command(name="move-catalogue-item-up", text=_("Move up"), run=section.move_up,
                shortcut="Alt+Up", icon="up", enabled=there),
        Command(name="move-catalogue-item-down", text=_("Move down"), run=section.move_down,
                shortcut="Alt+Down", icon="down", enabled=there),
        section.remove_command("remove-catalogue-item", section.remove),
    )  # fmt: skip


def _document_commands(section: CatalogueSection) -> Commands:
    """Ways to the documents of the page."""
    return (
        Command(name="record-catalogue-document", text=_("Register it as a document…"),
                run=section.record_in_full, icon="publish", enabled=section.has_current),
        Command(name="show-catalogue-documents", text=_("Show what was published"),
                run=section.show_documents, icon="open", enabled=section.has_documents),
    )  # fmt: skip


def _version_commands(section: CatalogueSection) -> Commands:
    filled, there = section.has_items, section.has_version
    return (
        Command(name="import-catalogue", text=_("Import catalogue…"), run=section.moving_in,
                icon="import"),
        Command(name="export-catalogue", text=_("Export catalogue…"), run=section.export,
                icon="export", enabled=filled),
        Command(name="print-catalogue", text=_("Print the catalogue…"), icon="print",
                run=section.print_version, shortcut="Ctrl+P", enabled=filled),
        None,
        Command(name="compare-catalogue", text=_("Compare versions…"), run=section.compare,
                icon="columns", enabled=section.has_older),
        Command(name="new-catalogue-version", text=_("New version…"), run=section.new_version,
                icon="copy"),
        Command(name="edit-catalogue-version", text=_("Change the version…"), icon="edit",
                run=section.edit_version, enabled=there),
        Command(name="remove-catalogue-version", text=_("Remove the version…"), icon="delete",
                run=section.remove_version, enabled=there),
    )  # fmt: skip
