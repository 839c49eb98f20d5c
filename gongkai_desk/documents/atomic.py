"""Write a file whole or not at all: a power cut or a full disk never leaves half a document."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gongkai_desk.domain.file_trouble import file_trouble
from gongkai_desk.domain.problems import refuse


@contextmanager
def replace_file(path: Path) -> Iterator[Path]:
    """Yield a temporary path in the folder of `path`; on success it becomes `path`, at once.

    The temporary file keeps the ending of `path` (some writers look at it). When the block raises,
    it is removed and whatever stood at `path` before stays as it was. Raises DomainError
    `file-not-written` when the folder is missing, full or not writable, or when `path` is held
    open by another program.
    """
    with _in_words(path):
        with _temporary(path) as temporary:
            yield temporary
            _flush(temporary)
            temporary.chmod(_usual_mode(path))
            temporary.replace(path)
        _flush_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make the folder for documents; raises DomainError `file-not-written` when it cannot be."""
    with _in_words(path):
        path.mkdir(parents=True, exist_ok=True)


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """What the disk refuses, as a problem the officer can do something about."""
    try:
        yield
    except OSError as error:
        reason = file_trouble(error)
        raise refuse("file-not-written", path=str(path), reason=reason) from error


@contextmanager
def _temporary(path: Path) -> Iterator[Path]:
    """A new file beside `path`; gone when the block ends, unless it was renamed."""
    handle, name = tempfile.mkstemp(prefix=".writing-", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name durable too; Windows neither needs nor allows it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _usual_mode(path: Path) -> int:
    """The rights a plainly created file would have: mkstemp's own are for secrets only."""
    if path.exists():
        return path.stat().st_mode & 0o777
    return 0o666 & ~_umask()


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Yield a temporary folder beside `path`; on success it becomes `path`, at once.

    When the block raises, it is removed with all that is in it. Raises DomainError
    `file-not-written` when something of that name is there already, or the disk refuses.
    """
    with _in_words(path):
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        temporary = Path(tempfile.mkdtemp(prefix=".writing-", dir=path.parent))
        try:
            yield temporary
            temporary.chmod(0o777 & ~_umask())
            temporary.rename(path)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
        _flush_folder(path.parent)


@contextmanager
def new_files(folder: Path) -> Iterator[Path]:
    """Yield a temporary folder inside `folder`; once all is written its files move to `folder`, in
    place of what is called like them. When the block raises, nothing of it stays. Raises
    DomainError `file-not-written` when the disk refuses.
    """
    with _in_words(folder):
        temporary = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
        try:
            yield temporary
            for path in sorted(temporary.iterdir()):
                path.replace(folder / path.name)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
        _flush_folder(folder)
