"""What Alembic runs: the revisions, on the connection handed in by `storage/migration.py`."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=None)
context.run_migrations()
