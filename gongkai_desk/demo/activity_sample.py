"""Made-up records of the officer's own work, for the sample office file."""

from __future__ import annotations

import datetime as dt

from gongkai_desk import resources
from gongkai_desk.domain.activity import Institution
from gongkai_desk.domain.changes import new_id
from gongkai_desk.services.desk import Desk


def enter_institutions(desk: Desk, today: dt.date) -> None:
    """The institutions of `resources/sample/institutions.toml`."""
    for given in resources.table("sample", "institutions.toml")["institution"]:
        renewed = given.get("catalogue_renewed_days_ago")
        day = None if renewed is None else today - dt.timedelta(days=renewed)
        desk.activities.save(
            Institution(
                id=new_id(),
                name=given["name"],
                sector=given["sector"],
                person=given["person"],
                phone=given["phone"],
                website=given.get("website", ""),
                catalogue_on=day,
            ),
            today,
        )
