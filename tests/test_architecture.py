"""The house has floors. Imports go down, never up, never sideways. ARCHITECTURE.md draws them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "drafter"

FLOORS = [  # lowest first; rooms on one floor do not see each other
    {"records", "patterns", "equations"},
    {
        "problems", "numerals", "measures", "shield", "wordml", "residue", "quantities", "opc", "zips", "secrecy", "checksums", "soundness", "fencing",
    },
    {"model", "speaking"},
    {"layout", "copying", "redline"},
    {
        "readers", "writers", "templating", "outlining", "checks", "measuring", "searching", "storage",
    },
    {"office"}, {"session"},
    {"drafting"},
    {"importing", "library", "suggesting"},
    {"batching", "proofreading", "revising", "typesetting"},
    {"actions"},
    {"reports"},
    {"web", "mcp"},
    {"cli"},
]  # fmt: skip
FLOOR_OF = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}

STANDARD_LIBRARY_ONLY = FLOORS[0] | FLOORS[1] | {"model", "layout", "copying"}

TOOL_OWNERS = {  # module -> the only rooms that may import it
    "docx": {"writers.docx.neutral"},
    "lxml": {"writers.docx.neutral", "writers.word_files", "readers.word.package"},
    "xml": {"readers.word", "readers.intake.safe_xml", "soundness", "readers.tables.stream"},
    "yaml": {"readers.yaml.parser", "readers.yaml.errors"},
    "jinja2": {"templating.filters", "templating.render", "templating.sentences", "templating.blocks"},
    "markdown_it": {"readers.markdown"},
    "mdit_py_plugins": {"readers.markdown.parser"},
    "typer": {"cli"},
    "questionary": {"cli.new"},
    "platformdirs": {"storage.places"},
    "sqlite3": {"storage.library.sqlite_index"},
    "psycopg": {"storage.library.server"},
    "distributed": {"batching.cluster"},
    "ruamel": {"writers.in_place"},
    "flask": {"web.server"},
    "werkzeug": {"web.server"},
    "waitress": {"web.serving"},
    "python_calamine": {"readers.tables.old_sheet"},
    "pdfplumber": {"office.libreoffice", "readers.pdf_pages"},
    "pdfminer": {"office.libreoffice", "readers.pdf_pages"},
    "pypinyin": {"speaking.readings"},
    "isal": {"writers.docx.package"},
    "zipfile": {
        "zips",
        "writers.docx.package",
        "readers.intake.archives",
        "readers.intake.file_kinds",
        "soundness",
        "readers.tables.workbook",
        "storage.library.packs",
    },
    "olefile": {"readers.old_word.compound"},
    "subprocess": {"fencing", "cli.build", "office.fonts"},
}

FILE_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink"}
PATH_CALLS = {"resolve", "is_file", "is_dir", "exists", "expanduser", "stat"}
"""What raises on a name that no disk takes; `storage.paths` answers it for everybody."""

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
LONGEST_TEST_FILE = 300
LARGEST_ROOM = 15
LISTS = {"checks.rules", "actions", "reports", "cli"}
"""Rooms whose files are rows of a list: a rule each, a report each, a command each."""

DOORS = {"reports", "cli", "web", "mcp"}
"""Rooms through which what an action reports goes out."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def dotted(path):
    """readers/docx/body.py -> readers.docx.body; __init__ -> its package."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {dotted(path) for path in MODULES if dotted(path)}


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path):
    """Every module the file imports, at any depth, TYPE_CHECKING included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write the full name"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_imports_go_down(path):
    """A room sees itself and the floors below, and nothing else in the house."""
    here = dotted(path).split(".")[0]
    if here in {"", "__main__"}:
        return
    for name in imports(path):
        package, _, rest = name.partition(".")
        room = rest.split(".")[0]
        if package == "drafter" and room in FLOOR_OF and room != here:
            assert FLOOR_OF[room] < FLOOR_OF[here], f"{here} must not import {room}"


def seen_modules(path):
    """The files of the house that this one imports, at any depth, TYPE_CHECKING included."""
    named = [name.removeprefix("drafter.") for name in imports(path) if name.startswith("drafter.")]
    for module in named:
        holds = any(
            other != module and other.rpartition(".")[0] == module and other in NAMES for other in named
        )
        if module in NAMES and module != dotted(path) and not holds:  # else the room, on the way to its file
            yield module


def test_no_circle_anywhere():
    """No two files need each other, not inside a room either, nor for their types alone."""
    needs = {dotted(path): set(seen_modules(path)) for path in MODULES}
    done: set[str] = set()

    def walk(name, above):
        assert name not in above, " → ".join([*above[above.index(name) :], name])
        if name not in done:
            for other in sorted(needs[name]):
                walk(other, [*above, name])
            done.add(name)

    for name in needs:
        walk(name, [])


def test_no_room_has_more_files_than_one_can_oversee():
    """A room that outgrows this has rooms inside it."""
    for room in {path.parent for path in MODULES}:
        name = ".".join(room.relative_to(PACKAGE).parts)
        files = [path for path in room.glob("*.py") if path.stem != "__init__"]
        assert name in LISTS or len(files) <= LARGEST_ROOM, f"{name} has {len(files)} files"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_every_room_has_a_floor(path):
    """A new room says on which floor it stands."""
    here = dotted(path).split(".")[0]

    assert here in FLOOR_OF or here in {"", "__main__"}


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_verbs_do_not_call_verbs(path):
    """What two actions share belongs a floor below them."""
    here = dotted(path)
    if here.startswith("actions."):
        for name in imports(path):
            assert not name.startswith("drafter.actions"), f"{here} must not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_rules_do_not_call_rules(path):
    """What two rules share belongs in checks/."""
    here = dotted(path)
    if here.startswith("checks.rules."):
        for name in imports(path):
            assert not name.startswith("drafter.checks.rules"), f"{here} must not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_tools_stay_with_their_owner(path):
    """Each foreign tool is held by one room."""
    here = dotted(path)
    for name in imports(path):
        owners = TOOL_OWNERS.get(name.split(".")[0])
        if owners is not None:
            assert any(f"{here}.".startswith(f"{owner}.") for owner in owners), (
                f"{here} must not import {name}"
            )


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_the_lower_floors_need_only_the_standard_library(path):
    """Ground and model import nothing that has to be installed."""
    here = dotted(path).split(".")[0]
    if here in STANDARD_LIBRARY_ONLY:
        import sys

        for name in imports(path):
            top = name.split(".")[0]
            assert top == "drafter" or top in sys.stdlib_module_names, f"{here} must not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_only_storage_and_office_open_files(path):
    """Rooms take bytes and text; the disk belongs to storage (and LibreOffice's folder to office)."""
    if dotted(path).split(".")[0] in {"storage", "office"}:
        return
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "files":
                continue  # storage.files, the door to the disk
            assert called not in FILE_CALLS, f"{dotted(path)}:{node.lineno} calls {called}()"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_only_storage_asks_the_disk_about_paths(path):
    """Elsewhere a name that is too long, or links in a circle, would end in a fault of ours."""
    if dotted(path).split(".")[0] in {"storage", "office", "readers"}:  # readers ask archives
        return
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in PATH_CALLS or ast.unparse(node.func.value) == "paths", (
                f"{dotted(path)}:{node.lineno} calls {node.func.attr}()"
            )


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_only_the_door_prints(path):
    """Everything below cli/ says what it has to say in what it returns."""
    if dotted(path).split(".")[0] == "cli":
        return
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print", f"{dotted(path)}:{node.lineno} prints"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_doors_know_what_passes_through_them(path):
    """They name no `Any`: a report's field that gets another name has to be missed there."""
    if dotted(path).split(".")[0] not in DOORS:
        return
    for node in ast.walk(tree(path)):
        names = {getattr(node, said, None) for said in ("id", "attr", "name")}
        assert "Any" not in names, f"{dotted(path)} names Any"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_files_and_functions_fit_in_one_reading(path):
    """A file that outgrows this is two rooms, a function two thoughts."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef) and not _is_command(node):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{dotted(path)}.{node.name} has {length} lines"


def test_test_files_fit_in_one_reading():
    """The longest are split by subject."""
    paths = [
        path for path in (ROOT / "tests").rglob("*.py") if path.name not in {"__init__.py", "conftest.py"}
    ]

    assert [p.name for p in paths if len(p.read_text("utf-8").splitlines()) > LONGEST_TEST_FILE] == []


def _is_command(node):
    """A command's signature is its list of options, one or two lines each."""
    return node.name in {"build", "check", "new", "stats", "batch"} and any(
        a.arg == "as_json" for a in node.args.args
    )


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_every_file_says_what_it_is_for(path):
    """The first line of a file is one sentence that a new person can read."""
    assert ast.get_docstring(tree(path))


def test_architecture_names_every_room():
    """ARCHITECTURE.md speaks of every room and of every file on the ground floor."""
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")

    missing = [room for room in FLOOR_OF if not re.search(rf"`{room}(?:/|\.py|`)", page)]

    assert missing == []


def test_no_name_says_nothing():
    """No file is called after the fact that nobody knew where to put things."""
    assert not {path.stem for path in MODULES} & {"utils", "helpers", "common", "manager", "misc"}
