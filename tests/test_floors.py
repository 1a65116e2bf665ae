"""The floor plan: which room may look into which, and through which doors libraries come in."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 220

# What a module may import of this project, by the room it stands in; `tracker.version` is open to all.
SEES: Mapping[str, frozenset[str]] = {
    "domain": frozenset(),
    "assessment": frozenset({"domain"}),
    "audit": frozenset({"domain"}),
    "files": frozenset({"domain"}),
    "reporting": frozenset({"domain", "files"}),
    "render": frozenset({"domain", "assessment", "audit"}),
    "cli": frozenset({"domain", "assessment", "audit", "files", "reporting", "render"}),
    "__main__": frozenset({"cli"}),
    "version": frozenset(),
}

# Where each library may be imported. The rest of the standard library is free; any other library has no door yet.
DOORS: Mapping[str, tuple[str, ...]] = {
    "typer": ("cli/*",),
    "rich": ("render/as_table.py", "render/chart*.py", "cli/progress_bar.py"),
    "dateutil": ("domain/*",),
    "tomllib": ("files/*",),
    "tomli_w": ("files/*",),
    "json": ("files/*", "render/as_*.py"),
    "openpyxl": ("files/sheets*",),
    "python_calamine": ("files/sheets*",),
    "apprise": ("cli/notify.py",),
    "prometheus_client": ("render/metrics.py",),
    "xlsxwriter": ("render/as_workbook.py",),
    "jinja2": ("render/as_html.py",),
    "markupsafe": ("render/as_html.py",),
    "docx": ("render/as_word.py", "render/word_*.py"),
    "matplotlib": ("render/chart_png.py",),
}

Sources = Mapping[str, str]


def _sources() -> Sources:
    """Every module of the package: its path below `tracker/`, and its text."""
    package = ROOT / "tracker"
    return {path.relative_to(package).as_posix(): path.read_text("utf-8") for path in sorted(package.rglob("*.py"))}


def _imports(text: str) -> Iterator[str]:
    """Every dotted name a module imports, at the top or inside a function; `from a import b` counts as `a.b`."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = "." * node.level + (node.module or "")
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def _room(path: str) -> str:
    """The room a module stands in: its first folder, or its own name where it stands in none."""
    return path.split("/", maxsplit=1)[0].removesuffix(".py")


def _refusal(path: str, name: str) -> str | None:
    """Why a module may not import a name, or None where it may."""
    library, _, inner = name.partition(".")
    if not library:
        return "is relative"
    if library == "tracker":
        room = inner.split(".")[0]
        return None if room in SEES[_room(path)] | {_room(path), "version"} else f"looks into {room}"
    if library in DOORS:
        return None if any(fnmatch(path, door) for door in DOORS[library]) else f"is no door for {library}"
    return None if library in sys.stdlib_module_names else f"brings in {library}, which has no door"


def _trespasses(sources: Sources) -> list[str]:
    """Every import that the floor plan does not allow."""
    found = ((path, name, _refusal(path, name)) for path, text in sources.items() for name in _imports(text))
    return sorted({f"{path} imports {name}: {refusal}" for path, name, refusal in found if refusal})


def _graph(sources: Sources) -> dict[str, set[str]]:
    """For each module, the modules of this project it imports."""
    named = {"tracker." + path.removesuffix(".py").replace("/", "."): path for path in sources}
    return {
        path: {
            named[module] for name in _imports(text) for module in (name, name.rpartition(".")[0]) if module in named
        }
        for path, text in sources.items()
    }


def _undocumented(sources: Sources) -> list[str]:
    """Every module, class and public function or method that says nothing about itself."""
    return [
        f"{path}: {name}"
        for path, text in sources.items()
        if text
        for name, node in _speakers(ast.parse(text))
        if not ast.get_docstring(node)
    ]


Speaker = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def _speakers(node: Speaker, name: str = "the module") -> Iterator[tuple[str, Speaker]]:
    """A node that should have a docstring, and those inside it; what is nested in a function is its own affair."""
    yield name, node
    if isinstance(node, ast.Module | ast.ClassDef):
        for child in node.body:
            if isinstance(child, ast.ClassDef):
                yield from _speakers(child, child.name)
            elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) and not child.name.startswith("_"):
                yield child.name, child


SOURCES = _sources()


def test_every_room_stands_in_the_floor_plan():
    """A new folder or top-level module needs a line in SEES before it may import anything."""
    assert {_room(path) for path in SOURCES} - {"__init__"} <= set(SEES)


def test_imports_point_down_and_libraries_come_in_by_their_doors():
    """No module imports a room it may not see or a library outside its door."""
    assert _trespasses(SOURCES) == []


def test_no_modules_import_each_other_in_a_circle():
    """The modules can be put in an order in which each imports only earlier ones."""
    try:
        TopologicalSorter(_graph(SOURCES)).prepare()
    except CycleError as knot:
        pytest.fail(" -> ".join(reversed(knot.args[1])))


def test_init_files_are_empty():
    """A package has no front door: everything is imported from the module that defines it."""
    assert [path for path, text in SOURCES.items() if path.endswith("__init__.py") and text] == []


def test_everything_public_says_what_it_means():
    """Modules, classes and public functions have a docstring."""
    assert _undocumented(SOURCES) == []


def test_no_module_has_outgrown_one_room():
    """A module of more than 220 lines is two."""
    lengths = {path: len(text.splitlines()) for path, text in SOURCES.items()}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


@pytest.mark.parametrize(
    ("path", "line", "trespass"),
    [
        ("domain/a.py", "from tracker.files.page import read", "tracker.files.page.read: looks into files"),
        ("assessment/a.py", "import tracker.render.chart", "tracker.render.chart: looks into render"),
        ("render/a.py", "def f():\n    import tomllib", "tomllib: is no door for tomllib"),
        ("render/wording.py", "from rich.text import Text", "rich.text.Text: is no door for rich"),
        ("files/page.py", "import openpyxl", "openpyxl: is no door for openpyxl"),
        ("cli/a.py", "import numpy as np", "numpy: brings in numpy, which has no door"),
        ("cli/a.py", "from .b import c", ".b.c: is relative"),
    ],
)
def test_a_trespass_is_named_with_its_reason(path: str, line: str, trespass: str):
    """Each kind of forbidden import is told with the module it stands in."""
    assert _trespasses({path: line}) == [f"{path} imports {trespass}"]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("cli/gap.py", "import typer\nfrom tracker.assessment.gap import gap\nfrom tracker.version import VERSION"),
        ("render/as_table.py", "def f():\n    from rich.table import Table"),
        ("files/page.py", "import tomllib\nfrom decimal import Decimal\nfrom tracker.files import folder"),
    ],
)
def test_what_the_plan_allows_is_not_told(path: str, line: str):
    """Own room, rooms below, the version, the standard library and one's own doors are free."""
    assert _trespasses({path: line}) == []


def test_a_circle_through_a_function_is_a_circle():
    """An import put inside a function to hide a knot still counts."""
    knot = {
        "files/a.py": "from tracker.files.b import one",
        "files/b.py": "def one():\n    from tracker.files import a",
    }
    assert _graph(knot) == {"files/a.py": {"files/b.py"}, "files/b.py": {"files/a.py"}}


def test_silence_is_told_wherever_it_is():
    """A module, a class, a method and a function without a docstring are each named; private ones may be silent."""
    silent = {"domain/a.py": "class A:\n    def b(self): ...\n    def _c(self): ...\ndef d():\n    def e(): ..."}
    assert _undocumented(silent) == [f"domain/a.py: {name}" for name in ("the module", "A", "b", "d")]
