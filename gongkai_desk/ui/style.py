"""The style sheet: what palette and Fusion alone cannot say. Distances are multiples of 4 px."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from gongkai_desk import resources

if TYPE_CHECKING:
    from gongkai_desk.ui.theme import Colours

_SHEET = Template("""
QToolTip { color: $text; background: $raised; border: 1px solid $border; padding: 4px 8px; }
QMainWindow, QDialog, QWizard { background: $window; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMenuBar { background: $base; border-bottom: 1px solid $border; padding: 2px 4px; }
QMenuBar::item { padding: 4px 12px; border-radius: 4px; }
QMenuBar::item:selected { background: $accent_soft; color: $text; }
QMenu { background: $base; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 32px 6px 8px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $field_border; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QStatusBar { background: $base; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 2px 8px; }

QListWidget#navigation { background: $rail; border: none; outline: none; padding: 0 8px; }
QListWidget#navigation::item { color: $rail_text; padding: 12px 8px; margin: 2px 0;
    border-radius: 6px; border-left: 3px solid transparent; }
QListWidget#navigation::item:hover { background: $rail_hover; }
QListWidget#navigation::item:selected { background: $rail_selected; color: #ffffff;
    border-left: 3px solid $rail_mark; }
QListWidget#navigation::item:focus { border: 1px solid $rail_mark; border-left-width: 3px; }
QFrame#rail { background: $rail; }
QFrame#rail QLabel { color: $rail_text; background: transparent; }
QLabel#product { color: #ffffff; font-size: ${larger}pt; font-weight: 600; }

QFrame#header { background: $window; }
QLabel[look="title"] { font-size: ${title}pt; font-weight: 600; color: $text; }
QLabel[look="heading"] { font-size: ${larger}pt; font-weight: 600; color: $text; }
QLabel[look="figure"] { font-size: ${figure}pt; font-weight: 600; color: $text; }
QLabel[look="muted"], QLabel[look="hint"] { color: $muted; }
QLabel[look="problem"] { color: $bad; }
QLabel[look="strong"] { font-weight: 600; }
QFrame[look="card"] { background: $base; border: 1px solid $border; border-radius: 8px; }
QFrame[look="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }

QPushButton { background: $base; color: $text; border: 1px solid $field_border;
    border-radius: 5px; padding: 5px 16px; min-height: ${control}px; }
QPushButton:hover { background: $accent_soft; border-color: $accent; }
QPushButton:pressed { background: $border; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 15px; }
QPushButton:disabled { color: $field_border; border-color: $border; background: $window; }
QPushButton:default, QPushButton[look="primary"] { background: $accent; color: $on_accent;
    border-color: $accent; font-weight: 600; }
QPushButton:default:hover, QPushButton[look="primary"]:hover { background: $accent_hover;
    border-color: $accent_hover; }
QPushButton:default:focus, QPushButton[look="primary"]:focus { border: 2px solid $text; }
QPushButton:default:disabled, QPushButton[look="primary"]:disabled { background: $border;
    color: $muted; border-color: $border; }
QPushButton[look="danger"] { color: $bad; border-color: $bad; }
QPushButton[look="danger"]:hover { background: $bad_soft; }
QPushButton[look="link"] { border: 1px solid transparent; background: transparent;
    color: $accent; padding: 2px 6px; text-align: left; min-height: 0; }
QPushButton[look="link"]::menu-indicator { image: none; width: 0; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 1px solid $accent; }
QPushButton[look="bare"] { border: 1px solid transparent; background: transparent;
    padding: 4px; min-height: 0; }
QPushButton[look="bare"]:hover { background: $accent_soft; }
QPushButton[look="bare"]:focus { border: 1px solid $accent; padding: 4px; }
QPushButton[look="segment"] { padding: 3px 12px; border-color: $border; }
QPushButton[look="segment"]:focus { padding: 2px 11px; border: 2px solid $accent; }
QPushButton[look="segment"]:checked { background: $accent_soft; color: $text;
    border-color: $accent; }
QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 4px; }
QToolButton:hover, QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border-color: $accent; }
QToolButton[look="button"] { border: 1px solid $field_border; background: $base;
    padding: 5px 12px; min-height: ${control}px; }
QPushButton[look="menu"] { padding-right: 28px; }
QPushButton[look="menu"]::menu-indicator,
QToolButton[look="button"]::menu-indicator { image: url("$chevron"); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 8px; }
QToolButton[look="button"][popupMode="2"] { padding: 4px 28px 3px 12px; }
QToolButton[look="button"]:hover { background: $accent_soft; border-color: $accent; }
QToolButton[look="chip"] { background: $accent_soft; border-radius: 9px; padding: 2px 8px; }
QToolButton[look="chip"]:hover { border-color: $accent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px;
    border: 1px solid $field_border; border-radius: 3px; background: $base; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { image: url("$tick"); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    background: $field_border; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:disabled { border-color: $border; background: $window; }
QTableView#frozen { border: none; border-right: 2px solid $field_border; border-radius: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox { background: $base; color: $text;
    border: 1px solid $field_border; border-radius: 5px; padding: 4px 8px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QSpinBox { min-height: ${control}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
    border: 2px solid $accent; padding: 3px 7px; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $raised; border-color: $border; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled {
    background: $window; color: $muted; border-color: $border; }
*[wrong="true"] { border: 2px solid $bad; padding: 3px 7px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $base; border: 1px solid $border; outline: none;
    selection-background-color: $accent_soft; selection-color: $text; }

QTableView { background: $base; alternate-background-color: $raised; border: 1px solid $border;
    border-radius: 6px; gridline-color: $border; selection-background-color: $accent_soft;
    selection-color: $text; outline: none; }
QTableView::item { padding: 4px 8px; border-bottom: 1px solid $border; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: $raised; border: none; }
QHeaderView::section { background: $raised; color: $muted; border: none;
    border-bottom: 1px solid $border; border-right: 1px solid $border; padding: 7px 8px;
    font-weight: 600; }
QTableCornerButton::section { background: $raised; border: none; }
QListWidget, QTreeView { background: $base; border: 1px solid $border; border-radius: 6px;
    outline: none; }
QListWidget[look="cards"] { border: none; background: transparent; }
QTreeView#task-groups::item { padding: 5px 4px; border-bottom: 1px solid $border; }
QTreeView#task-groups::item:selected { background: $accent_soft; color: $text; }
QListWidget#columns::item, QListWidget#values::item { padding: 4px; }
QListWidget#columns::item:selected, QListWidget#values::item:selected {
    background: $accent_soft; color: $text; }
QListWidget#sections, QListWidget#contents { padding: 4px; }
QListWidget#sections::item, QListWidget#contents::item { padding: 8px; border-radius: 5px; }
QListWidget#sections::item:selected, QListWidget#contents::item:selected {
    background: $accent_soft; color: $text; }
QTabWidget::pane { border: 1px solid $border; border-radius: 6px; background: $base; }
QTabBar::tab { padding: 8px 16px; color: $muted; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { background: $accent_soft; }
QGroupBox { border: 1px solid $border; border-radius: 8px; margin-top: 12px; padding: 16px;
    background: $base; }
QGroupBox::title { subcontrol-origin: margin; left: 16px; padding: 0 4px; color: $muted; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $field_border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { border: 1px solid $border; border-radius: 5px; background: $base;
    text-align: center; min-height: 16px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $border; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised; }
QCalendarWidget QToolButton { color: $text; }
""")
_TONE = Template("""
*[look="banner"][tone="$tone"] { background: $soft; border: none;
    border-bottom: 1px solid $ink; }
*[look="banner"][tone="$tone"] QLabel { color: $ink; }
QLabel[look="chip"][tone="$tone"] { color: $ink; background: $soft; border-radius: 9px;
    padding: 2px 10px; }
QFrame[look="card"][tone="$tone"] { border-left: 4px solid $ink;
    border-top-left-radius: 2px; border-bottom-left-radius: 2px; }
QLabel[look="figure"][tone="$tone"] { color: $ink; }
QLabel[look="plain"][tone="$tone"] { color: $ink; }
""")
TONES = ("neutral", "info", "good", "warn", "bad")


def sheet(colours: Colours, points: float) -> str:
    """The style sheet for these colours at this font size in points."""
    values = {name: getattr(colours, name) for name in colours.__slots__}
    chevron = "chevron-dark.svg" if colours.dark else "chevron-light.svg"
    tick = "tick-dark.svg" if colours.dark else "tick-light.svg"
    values |= {
        "larger": points * 1.15,
        "title": points * 1.5,
        "figure": points * 2.2,
        "control": round(points * 1.9),
        "tick": resources.resource("icons", tick).as_posix(),
        "chevron": resources.resource("icons", chevron).as_posix(),
    }
    tones = (_TONE.substitute(tone=t, ink=values[t], soft=values[f"{t}_soft"]) for t in TONES)
    return _SHEET.substitute(values) + "".join(tones)
