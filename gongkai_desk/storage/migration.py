"""Brings an older office file to the present schema: backup first, then all or nothing."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from gongkai_desk.domain.backups import BackupReason
from gongkai_desk.storage.backup import integrity_faults, keep_copy
from gongkai_desk.storage.errors import OfficeFileDamaged
from gongkai_desk.storage.schema import VERSION

SCRIPTS = Path(__file__).with_name("migrations")


def upgrade(connection: Connection, path: Path, *, scripts: Path = SCRIPTS) -> None:
    """Run the revisions the file has not seen, in one transaction; the file stays as it was when
    one of them fails. Raises OfficeFileDamaged when references are broken afterwards.
    """
    keep_copy(connection, path, BackupReason.MIGRATION)
    migrate(connection, path, version=VERSION, scripts=scripts)


def migrate(connection: Connection, path: Path, *, version: int, scripts: Path = SCRIPTS) -> None:
    """`upgrade` without the backup, up to `version`: revision 0003 makes version 3."""
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")  # tables are rebuilt on the way
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        command.upgrade(_config(connection, scripts), f"{version:04}")
        _require_sound(connection, path)
        connection.exec_driver_sql(f"PRAGMA user_version={version}")
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise
    finally:
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")


def _require_sound(connection: Connection, path: Path) -> None:
    faults = integrity_faults(connection)
    if faults:
        raise OfficeFileDamaged(path=str(path), detail=faults[0])


def _config(connection: Connection, scripts: Path) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("sourceless", "true")  # a frozen program carries compiled revisions
    return config
