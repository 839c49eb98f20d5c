"""What every test starts from: Chinese, no display, and a real office file of its own."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent

from gongkai_desk import i18n
from gongkai_desk.demo import offscreen
from gongkai_desk.demo.sample import create_sample
from gongkai_desk.services.desk import Desk, open_desk
from gongkai_desk.storage.database import Database
from tests.offices import new_desk, new_office

SAMPLE_DAY = dt.date(2026, 11, 20)

# A slow or busy machine makes no test red: nothing here is about time.
settings.register_profile(
    "any machine", deadline=None, max_examples=70, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")
os.environ["QT_QPA_PLATFORM"] = offscreen()  # tests never open a window on anybody's desk


@pytest.fixture(autouse=True)
def _speak_chinese() -> None:
    i18n.use(i18n.DEFAULT)


@pytest.fixture
def office_file(tmp_path: Path) -> Path:
    """The path of a new office file that is closed."""
    return new_office(tmp_path / "政务公开 办公室.db")


@pytest.fixture
def database(office_file: Path) -> Iterator[Database]:
    with Database.open(office_file) as database:
        yield database


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The desk of a new office file."""
    with new_desk(tmp_path / "desk" / "office.db") as desk:
        yield desk


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office file as on `SAMPLE_DAY`, made once; nobody may write into it."""
    path = tmp_path_factory.mktemp("sample") / "office.db"
    create_sample(path, SAMPLE_DAY)
    return path


@pytest.fixture
def sample_file(made_sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample office file."""
    return Path(shutil.copy(made_sample, tmp_path / "office.db"))


@pytest.fixture
def sample_desk(sample_file: Path) -> Iterator[Desk]:
    with open_desk(sample_file) as desk:
        yield desk


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests come first: at the end one of them would run alone."""
    items.sort(key=lambda item: not item.nodeid.startswith(("tests/screens/", "tests/crash/")))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None, None, None]:
    """Delete the widgets a test left: they wait for an event loop that never runs, and every
    change of the style would dress all of them again.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
