"""Long work in one worker thread; everything the window sees happens in the window's thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


class Progress(Protocol):
    """Call it with (done, total) and, if you like, what is at hand; total 0 means unknown. Raises
    `Cancelled` when asked to stop.
    """

    def __call__(self, done: int, total: int, what: str = "", /) -> None: ...


class Cancelled(Exception):  # noqa: N818  not an error: what the officer asked for
    """The officer stopped the work."""


class Job(QObject):
    """One piece of work under way. `progressed` carries (done, total), `at_hand` what is dealt
    with now.
    """

    progressed = Signal(object)
    at_hand = Signal(object)
    ended = Signal()
    _result = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    def report(self, done: int, total: int, what: str = "", /) -> None:
        """Called by the work, in the worker's thread."""
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit((done, total))
        if what:
            self.at_hand.emit(what)


class Background(QObject):
    """One worker: pieces of work run one after the other, in the order they were given."""

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        self._jobs: set[Job] = set()

    @property
    def busy(self) -> bool:
        return bool(self._jobs)

    def run(
        self,
        title: str,
        work: Callable[[Progress], T],
        *,
        then: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Job:
        """Do `work` in the worker; then exactly one of `then` and `failed` in this thread.

        `failed` gets `Cancelled` when the officer stopped it. `work` must not touch widgets.
        """
        job = _Delivery(title, then, failed)
        job.ended.connect(lambda: self._jobs.discard(job))
        self._jobs.add(job)
        self.started.emit(job)
        self._pool.submit(work, job.report).add_done_callback(job.deliver)
        return job

    def close(self) -> None:
        """Stop what can be stopped and wait for the rest; call before the program ends."""
        for job in self._jobs:
            job.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)


class _Delivery(Job):
    """A job that brings its result over into the thread it was made in."""

    def __init__(
        self,
        title: str,
        then: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        super().__init__(title)
        self._then = then
        self._failed = failed
        self._result.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def deliver(self, future: Future[Any]) -> None:
        if not future.cancelled():
            self._result.emit(future)

    @Slot(object)
    def _receive(self, future: Future[Any]) -> None:
        self.ended.emit()
        error = future.exception()
        if error is None:
            self._then(future.result())
        elif isinstance(error, Exception):
            if not isinstance(error, Cancelled):
                logging.getLogger(__name__).debug("work ended with %s", type(error).__name__)
            self._failed(error)
        else:
            raise error
