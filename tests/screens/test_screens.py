"""Every screen in every dress: nothing clipped, nothing interpreted. Pictures in build/screens."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gongkai_desk.demo.papers import write_papers
from gongkai_desk.demo.pictures import SEEN, Dress, take_pictures
from gongkai_desk.services.desk import open_desk
from gongkai_desk.ui import theme
from gongkai_desk.ui.settings import Preferences, Theme
from tests.conftest import SAMPLE_DAY

REVIEW = Path(__file__).resolve().parents[2] / "build" / "screens"


@pytest.fixture(scope="module")
def sample(made_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample office file and its documents."""
    folder = tmp_path_factory.mktemp("样例")
    with open_desk(Path(shutil.copy(made_sample, folder / "office.db"))) as desk:
        write_papers(desk, folder / "documents", SAMPLE_DAY)
    return folder


@pytest.fixture
def _dress_put_back() -> Iterator[None]:
    yield
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, Preferences(theme=Theme.LIGHT))


@pytest.mark.usefixtures("qapp", "_dress_put_back")
@pytest.mark.parametrize("dress", SEEN, ids=lambda dress: dress.name)
def test_every_screen(sample: Path, dress: Dress) -> None:
    taken = take_pictures(
        sample / "office.db", sample / "documents", REVIEW, SAMPLE_DAY, dresses=[dress]
    )
    faults = {picture.name: picture.faults for picture in taken if picture.faults}
    assert len(taken) > 40
    assert all(picture.path.stat().st_size > 2000 for picture in taken)
    assert not faults
