"""Everything that can be shown has a name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gongkai_desk import i18n
from gongkai_desk.domain.plan import Light, TaskStatus
from gongkai_desk.domain.problems import Problem
from gongkai_desk.texts import label, sentence
from gongkai_desk.wording import AREAS, LABELLED_IN, area, labels, sentences

ROOT = Path(__file__).resolve().parents[1]
LABELS = {key: text for name in AREAS for key, text in labels(name).items()}


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in LABELS}, key=str))
def test_every_member_of_a_labelled_enum_has_its_label(kind: type) -> None:
    i18n.use("zh_CN")
    for member in kind:  # type: ignore[attr-defined]
        assert label(member)


def test_equal_values_of_two_enums_keep_their_own_names() -> None:
    i18n.use("en")
    assert label(Light.DONE) != "" != label(TaskStatus.DONE)
    assert (Light, "DONE") in LABELS
    assert (TaskStatus, "DONE") in LABELS


def test_every_problem_code_in_the_source_has_a_sentence() -> None:
    """`Problem("code"` and `refuse("code"`; a missing sentence would be a crash for the user."""
    pattern = re.compile(r'\b(?:Problem|refuse|_problem)\(\s*"([a-z0-9-]+)"')
    used = {
        (code, path.name)
        for path in (ROOT / "gongkai_desk").rglob("*.py")
        for code in pattern.findall(path.read_text("utf-8"))
    }
    assert used
    assert not {(code, name) for code, name in used if code not in sentences()}


def test_no_two_areas_say_the_same_code_differently() -> None:
    """They would silently take each other's sentence."""
    seen: dict[str, tuple[str, str]] = {}
    for name in AREAS:
        for code, text in area(name).SENTENCES.items():
            other, said = seen.setdefault(code, (name, text))
            assert said == text, f"{code}: {other} and {name}"


def test_every_area_is_loaded_for_the_labels_it_holds() -> None:
    """Without its entry a module's enums would have no label; one too many loads for nothing."""
    holding: dict[str, set[str]] = {}
    for name in AREAS:
        for kind, _member in labels(name):
            holding.setdefault(kind.__module__.rpartition(".")[2], set()).add(name)
    assert {module: set(names) for module, names in LABELLED_IN.items()} == holding
    files = {path.stem for path in (ROOT / "gongkai_desk" / "wording").glob("*.py")}
    assert files - {"__init__", "operations", "bars", "schedule"} == set(AREAS)


def test_a_page_pasted_into_a_field_of_digits_is_not_quoted_whole() -> None:
    i18n.use("zh_CN")
    told = sentence(Problem("number-unreadable", values={"text": "字" * 600}))
    assert "字字…”不是整数" in told
    assert len(told) < 100
    assert "“十二”" in sentence(Problem("number-unreadable", values={"text": "十二"}))
