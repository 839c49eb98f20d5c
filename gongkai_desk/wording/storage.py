"""Labels and sentences of the storage area."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.backups import BackupReason
from gongkai_desk.domain.office import OfficeKind
from gongkai_desk.i18n import N_

LABELS: dict[Enum, str] = {
    BackupReason.CLOSE: N_("On closing"),
    BackupReason.MIGRATION: N_("Before an update of the file"),
    BackupReason.IMPORT: N_("Before an import"),
    BackupReason.RESTORE: N_("Before a restore"),
    BackupReason.BY_HAND: N_("By hand"),
    OfficeKind.DEPARTMENT: N_("Department"),
    OfficeKind.GOVERNMENT: N_("People's government"),
}

SENTENCES: dict[str, str] = {
    "office-file-missing": N_(
        "There is no file “{path}”. Check the place, or make a new office file first."
    ),
    "office-file-exists": N_(
        "“{path}” exists already and is not overwritten. Choose another name."
    ),
    "not-an-office-file": N_(
        "“{path}” is not an office file of this program; it was left as it is. Choose another file."
    ),
    "restore-onto-itself": N_("“{path}” is the office file itself. Choose a backup."),
    "office-file-is-folder": N_("“{path}” is a folder, not a file. Choose a file."),
    "office-file-empty": N_("“{path}” is an empty file. Restore a backup, or choose another file."),
    "office-file-newer": N_(
        "“{path}” was written by a newer version of this program (format {found}, this program "
        "knows {known}); it was left as it is. Update the program."
    ),
    "office-file-locked": N_(
        "“{path}” is in use by another program. Close it there and try again."
    ),
    "office-file-held": N_(
        "“{path}” has been open since {since} on the computer {host} "
        "(user {user}, process {pid}). Close it there and try again."
    ),
    "disk-full": N_(
        "The disk is full, nothing was changed in “{path}”. Free some space and try again."
    ),
    "office-file-read-only": N_(
        "“{path}” is read-only, nothing was changed. Ask for the right to write, or move the file."
    ),
    "office-file-forbidden": N_(
        "“{path}” cannot be opened or written. Check the place and your rights to it."
    ),
    "office-file-damaged": N_("“{path}” is damaged ({detail}). Restore the newest backup."),
    "setting-refused": N_(
        "“{path}” cannot be kept safe here: the setting {setting} should be {wanted} and is "
        "{found}. Move the file to a local disk."
    ),
    "disk-failed": N_(
        "The disk reported an error with “{path}” ({detail}). Check the disk and its connection."
    ),
    "record-missing": N_("This record ({kind} {id}) does not exist any more. Refresh the view."),
    "record-conflict": N_(
        "This was not saved, because it contradicts another record ({detail}). "
        "Refresh the view and check the number."
    ),
    "record-changed-meanwhile": N_(
        "This step cannot be taken back: the record ({kind} {id}) has been changed since."
    ),
    "record-stays": N_(
        "“{name}” belongs to a published annual report and stays as it is. Publish a corrected "
        "edition instead."
    ),
    "backup-broken": N_("The backup “{path}” is damaged ({detail}). Choose another one."),
    "nothing-to-undo": N_("There is nothing to undo."),
    "nothing-to-redo": N_("There is nothing to redo."),
    "office-name-missing": N_("The name of the office is missing. Enter its full name."),
    "integrity-fault": N_(
        "The file is damaged: {detail}. Restore the newest backup that passes the check."
    ),
    "journal-record-lost": N_(
        "A record has vanished: {table} {id}. Compare with a backup and enter it again."
    ),
    "journal-record-unknown": N_(
        "A record is not in the journal: {table} {id}. It was not stored by this program."
    ),
    "journal-record-unreadable": N_("A record cannot be read: {table} {id}. Restore a backup."),
    "journal-record-differs": N_(
        "A record is not what was last saved: {table} {id}. Compare with a backup."
    ),
    "content-altered": N_(
        "The content of an attachment was altered (SHA-256 {sha256}). Restore a backup."
    ),
}
