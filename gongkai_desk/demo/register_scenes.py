"""The register's list in use: searched, filtered, with other columns, the case file large."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu

from gongkai_desk.demo.camera import Camera
from gongkai_desk.domain.changes import new_id
from gongkai_desk.domain.register_settings import SavedView
from gongkai_desk.services.desk import Desk
from gongkai_desk.ui.register import privacy
from gongkai_desk.ui.register.page import RequestsPage
from gongkai_desk.ui.widgets.column_chooser import Arrangement

_FILTERS = {"channel": "|email|online", "received": "2026-01-01..2026-12-31"}


def register_list(camera: Camera, desk: Desk, _papers: Path) -> None:
    page = _page(camera)
    for name in ("subject", "received", "status"):
        camera.dialog(f"filter-{name}", lambda column=name: page.tools.filter_by(column))  # type: ignore[misc]
    camera.dialog("columns", "choose-columns")
    camera.page("requests", view="all")
    for name, typed in _FILTERS.items():
        page.filters.filter_column(name, typed)
    page.table.sort_by_names(("channel", "-received"))
    camera.snap("requests-filtered")
    _views(camera, desk, page)
    camera.page("requests", view="overdue")
    page.filters.search.setText("没有这样的事")
    camera.snap("requests-nothing-found")
    _other_columns(camera, page)
    camera.page("requests", view="open")
    privacy.hide(True)
    camera.snap("requests-private")
    privacy.hide(False)
    camera.command("large-case")
    camera.snap("case-large")
    camera.command("large-case")


def _page(camera: Camera) -> RequestsPage:
    camera.page("requests", view="open")
    page = camera.window.page
    assert isinstance(page, RequestsPage)
    return page


def _views(camera: Camera, desk: Desk, page: RequestsPage) -> None:
    for name in ("本季度网上申请", "征地拆迁未办结"):
        view = SavedView(id=new_id(), name=name, view="open")
        page.operations.perform(lambda kept=view: desk.saved_views.save(kept))  # type: ignore[misc]
    page.views.choose(desk.saved_views.all()[0])
    page.views.fill()
    _snap_menu(camera, "views-menu", page.views.menu)
    page.tools.offer_filters()
    menus = (menu for menu in page.findChildren(QMenu, "filter-menu") if menu.isVisible())
    _snap_menu(camera, "filter-menu", next(menus))


def _snap_menu(camera: Camera, name: str, menu: QMenu) -> None:
    if not menu.isVisible():
        menu.popup(camera.window.pos())
    camera.snap(name, menu)
    menu.close()


def _other_columns(camera: Camera, page: RequestsPage) -> None:
    camera.page("requests", view="all")
    more = ("tags", "phone", "closed_on", "reply_number", "platform_number", "days_used", "note")
    usual = page.table.usual
    page.table.arrange(Arrangement(columns=(*usual.columns, *more), frozen=2))
    QApplication.processEvents()
    page.table.horizontalScrollBar().setValue(400)
    camera.snap("requests-columns")
    page.table.arrange(usual)
    page.table.sort_by([])
