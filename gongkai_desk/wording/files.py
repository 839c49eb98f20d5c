"""Labels and sentences of files that are read and written."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.file_trouble import FileTrouble
from gongkai_desk.i18n import N_

LABELS: dict[Enum, str] = {
    FileTrouble.MISSING: N_("there is no such file or folder"),
    FileTrouble.FOLDER: N_("it is a folder"),
    FileTrouble.NO_FOLDER: N_("part of its path is no folder"),
    FileTrouble.FORBIDDEN: N_("you have no right to it"),
    FileTrouble.READ_ONLY: N_("the disk is read-only"),
    FileTrouble.EXISTS: N_("there is something of that name already"),
    FileTrouble.FULL: N_("the disk is full"),
    FileTrouble.BUSY: N_("another program is using it"),
    FileTrouble.NAME_TOO_LONG: N_("its name is too long"),
    FileTrouble.DEVICE: N_("the disk reports an error"),
}

SENTENCES: dict[str, str] = {
    "file-not-written": N_(
        "“{path}” could not be written ({reason}). Choose another folder, or close the file where "
        "it is open."
    ),
}
