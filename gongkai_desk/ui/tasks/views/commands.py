"""The commands of the looks and of the papers of the task page."""

from __future__ import annotations

from gongkai_desk.i18n import _
from gongkai_desk.ui.actions import Command, Commands
from gongkai_desk.ui.tasks.views.area import TaskViews
from gongkai_desk.ui.tasks.views.looks import Look
from gongkai_desk.ui.tasks.views.papers import TaskPapers


def look_commands(views: TaskViews) -> Commands:
    """One switch for each look, in a submenu."""
    return tuple(_look(views, look, number) for number, look in enumerate(Look, 1))


def _look(views: TaskViews, look: Look, number: int) -> Command:
    return Command(
        name=f"look-{look.value}",
        text=look.label,
        run=lambda: views.show_as(look),
        shortcut=f"Ctrl+Alt+{number}",
        checked=lambda: views.look is look,
        group=_("Show tasks as"),
    )


def paper_commands(papers: TaskPapers) -> Commands:
    """Beside the list and the schedule: one unit's sheet, the overview, 督办单, 落实情况."""

    def there() -> bool:
        return papers.possible

    return (
        Command(name="unit-sheet", text=_("One unit'&s tasks…"), run=papers.unit_sheet,
                icon="office", enabled=there),
        Command(name="task-overview", text=_("Overview on one page…"), run=papers.overview,
                icon="report", enabled=there),
        Command(name="urge-late", text=_("Ur&ge what is late…"), run=papers.urge,
                icon="bell", enabled=there),
        Command(name="progress-texts", text=_("&What was done, by section…"),
                run=papers.progress, icon="edit", enabled=there),
    )  # fmt: skip
