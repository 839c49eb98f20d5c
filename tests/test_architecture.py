"""The house's budgets and the rules no linter knows: a red line here is an alarm."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "gongkai_desk"
SOURCES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE, LONGEST_FUNCTION = 400, 40
LONGEST_MAIN_WINDOW, MOST_MAIN_WINDOW_IMPORTS = 300, 20
DATA_TABLES = {PACKAGE / "wording"}  # sentences and labels: data, however long
MIGRATIONS = {PACKAGE / "storage" / "migrations" / "versions"}  # a schema frozen as it was
FORBIDDEN_NAMES = {"utils", "common", "helpers", "misc", "manager"}
MAY_IMPORT_LATE = {"__main__.py", "app.py", "cli", "demo"}


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@dataclass(frozen=True, slots=True)
class Module:
    """What the rules ask of a module: the lengths of its functions by their names, and the lines
    of the imports inside them.
    """

    says_what_it_is: bool
    functions: tuple[tuple[str, int], ...]
    late_imports: tuple[int, ...]


@cache
def module(path: Path) -> Module:
    tree = ast.parse(path.read_text("utf-8"))
    functions = [
        node
        for node in statements(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return Module(
        says_what_it_is=bool(ast.get_docstring(tree)),
        functions=tuple((node.name, length(node)) for node in functions),
        late_imports=tuple(line for node in functions for line in imports(node)),
    )


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Like `ast.walk` without the expressions: no statement stands inside one."""
    rest = [node]
    while rest:
        each = rest.pop()
        yield each
        rest += (inner for inner in ast.iter_child_nodes(each) if not isinstance(inner, ast.expr))


def imports(node: ast.AST) -> list[int]:
    """The lines of the imports inside `node`."""
    found = (each for each in statements(node) if isinstance(each, ast.Import | ast.ImportFrom))
    return [each.lineno for each in found]


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the function's body, its docstring aside."""
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or first.lineno) - first.lineno + 1


def test_no_module_is_too_long() -> None:
    long = {
        named(path): count
        for path in SOURCES
        if path.parent not in DATA_TABLES | MIGRATIONS
        and (count := len(path.read_text("utf-8").splitlines())) > LONGEST_MODULE
    }
    assert not long


def test_no_function_is_too_long() -> None:
    long = {
        f"{named(path)}:{name}": count
        for path in SOURCES
        if path.parent not in MIGRATIONS
        for name, count in module(path).functions
        if count > LONGEST_FUNCTION
    }
    assert not long


def test_the_main_window_stays_small() -> None:
    window = (PACKAGE / "ui" / "main_window.py").read_text("utf-8")
    assert len(window.splitlines()) <= LONGEST_MAIN_WINDOW
    assert len(imports(ast.parse(window))) <= MOST_MAIN_WINDOW_IMPORTS


def test_every_module_has_a_name_that_says_something() -> None:
    assert not [named(path) for path in SOURCES if path.stem in FORBIDDEN_NAMES]


def test_imports_stand_at_the_top() -> None:
    late = [
        f"{named(path)}:{line}"
        for path in SOURCES
        if not MAY_IMPORT_LATE & set(path.relative_to(PACKAGE).parts)
        for line in module(path).late_imports
    ]
    assert not late


def test_public_modules_say_what_they_are() -> None:
    dumb = [
        named(path)
        for path in SOURCES
        if path.name != "__init__.py" and not module(path).says_what_it_is
    ]
    assert not dumb


@pytest.mark.parametrize("heavy", ["PySide6", "reportlab", "docx", "pdfplumber"])
def test_the_clock_command_starts_light(heavy: str) -> None:
    """A script that asks ten thousand times must not pay for the window and the printer."""
    script = (
        "import sys; from gongkai_desk.cli.main import main; "
        "main(['fee', 'items', '31', '--json']); "
        f"sys.exit({heavy!r} in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_the_window_starts_light() -> None:
    """What the first picture of the window does not need is loaded when it is needed."""
    heavy = (
        "gongkai_desk.cli.register",
        "gongkai_desk.demo.sample",
        "gongkai_desk.domain.plan_reading",
        "gongkai_desk.services.catalogue",
        "gongkai_desk.services.reporting",
        "gongkai_desk.services.tasks",
        "gongkai_desk.ui.help.viewer",
        "gongkai_desk.wording.letters",
        "reportlab",
    )
    script = (
        "import sys; import gongkai_desk.cli.main, gongkai_desk.app, gongkai_desk.ui.home.page; "
        f"print(*(name for name in {heavy!r} if name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert done.stdout.split() == []


def test_nothing_points_outside_the_repository() -> None:
    """Names of one machine's folders have no place in what is handed on."""
    folders = ("gongkai_desk", "tests", "packaging", "benchmarks", "resources")
    paths = [
        path
        for folder in folders
        for ending in ("*.py", "*.md", "*.toml", "*.sh")
        for path in (ROOT / folder).rglob(ending)
    ]
    paths += [*ROOT.glob("*.md"), ROOT / "pyproject.toml", ROOT / "Makefile"]
    needle = "/work" + "/"
    assert not [
        named(path) for path in paths if path.exists() and needle in path.read_text("utf-8")
    ]
