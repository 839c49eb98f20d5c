"""The sample office, and the pictures and documents made from it."""

from __future__ import annotations

from gongkai_desk.resources import resource


def offscreen() -> str:
    """The Qt platform for pictures without a display: a screen as large as an office PC's."""
    return f"offscreen:configfile={resource('sample', 'screen.json')}"
