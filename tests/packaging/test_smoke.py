"""The smoke test asks for what the command line really does, and notices when it does not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import smoke

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def programs(tmp_path: Path, script: str) -> smoke.Programs:
    """Programs of a folder like the frozen one, with `script` in place of the binaries."""
    folder, work = tmp_path / "frozen", tmp_path / "试 用"
    folder.mkdir()
    work.mkdir()
    (folder / "resources").symlink_to(ROOT / "resources")
    for name in ("gongkai-desk", "gongkai-desk-cli"):
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)
    return smoke.Programs(folder=folder, work=work, environment=smoke.environment(work))


def test_the_steps_pass_on_the_program_of_the_checkout(tmp_path: Path) -> None:
    ours = programs(tmp_path, f'PYTHONPATH={ROOT} exec {sys.executable} -m gongkai_desk "$@"')
    for step in (smoke.version, smoke.fee, smoke.init, smoke.plan_import):
        step(ours)


@pytest.mark.parametrize("step", smoke.STEPS)
@pytest.mark.parametrize("script", ["exit 1", "echo 'Traceback (most recent call last)' >&2"])
def test_a_program_that_fails_is_noticed(
    tmp_path: Path,
    step: Callable[[smoke.Programs], None],
    script: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert not smoke.attempt(step, programs(tmp_path, script))
    assert f"FAILED {step.__name__}" in capsys.readouterr().err


def test_a_file_that_is_not_what_its_name_says_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    smoke.require_files(tmp_path, "*.pdf")
    (tmp_path / "b.pdf").write_bytes(b"")
    with pytest.raises(smoke.SmokeError, match=r"b\.pdf is no \.pdf"):
        smoke.require_files(tmp_path, "*.pdf")


def test_the_programs_never_see_the_user_s_own_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("XDG_DATA_HOME", "/home/user/.local/share")
    seen = smoke.environment(tmp_path)
    assert "PYTHONPATH" not in seen
    assert Path(seen["XDG_DATA_HOME"]).is_relative_to(tmp_path)
    assert Path(seen["GONGKAI_DESK_CONFIG"]).is_relative_to(tmp_path)
