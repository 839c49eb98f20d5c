"""What must be right in the office's decisions about its register."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gongkai_desk.domain.case_file import Stage
from gongkai_desk.domain.problems import Problem
from gongkai_desk.domain.register_settings import RegisterSettings


def check_settings(settings: RegisterSettings) -> Iterator[Problem]:
    """Tags there are, and stage targets that do not run backwards."""
    if not settings.tags:
        yield Problem("tags-empty", "tags")
    known = [
        (stage, settings.stage_targets[stage]) for stage in Stage if stage in settings.stage_targets
    ]
    for (before, earlier), (stage, days) in pairwise(known):
        if days < earlier:
            values = {"stage": stage, "days": days, "before": before, "earlier": earlier}
            yield Problem("stage-targets-order", f"target_{stage.value}", values)
