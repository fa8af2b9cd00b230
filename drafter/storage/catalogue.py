"""Templates, stylesheets and sample outlines by name: where each is, and which one wins."""

from __future__ import annotations

import difflib
from pathlib import Path

from drafter.problems import InputProblem, Place, Problem
from drafter.records import Record
from drafter.storage import files, paths
from drafter.storage.places import Places

SUFFIXES = {"templates": ".md.j2", "styles": ".yaml", "outlines": ".yaml"}
_NAMES = {"templates": "模板", "styles": "版式", "outlines": "大纲"}


class Entry(Record):
    """One file of the catalogue. `label` says where it was found; `hidden` by which folder."""

    name: str
    path: Path
    label: str
    hidden: bool = False


def entries(places: Places, kind: str) -> list[Entry]:
    """Every file of a kind, the winning one of each name first; `_` files are not listed."""
    found: list[Entry] = []
    seen: set[str] = set()
    suffix = SUFFIXES[kind]
    for folder in places.folders(kind):
        if not paths.is_folder(folder.path):
            continue
        for path in sorted(folder.path.glob(f"*{suffix}")):
            name = path.name.removesuffix(suffix)
            if not name.startswith(("_", ".")) and _inside(path, folder.path):
                found.append(Entry(name, path, folder.label, name in seen))
                seen.add(name)
    return found


def path_of(places: Places, kind: str, name: str) -> Path | None:
    """The file of this name, None where there is none. Links out of the folder are not followed."""
    if not name or "/" in name or "\\" in name or name.startswith("."):
        return None
    for folder in places.folders(kind):
        path = folder.path / f"{name}{SUFFIXES[kind]}"
        if paths.is_file(path) and _inside(path, folder.path):
            return path
    return None


def is_ours(places: Places, path: Path) -> bool:
    """Whether a template is shipped, and everything that it imports must be too.

    Names are looked up in people's folders first, so one partial (`_…`) there is enough to
    make any template run code that is not ours.
    """
    *folders, built_in = [folder.path for folder in places.folders("templates")]
    theirs = any(any(folder.glob("_*.md.j2")) for folder in folders if paths.is_folder(folder))
    return _inside(path, built_in) and not theirs


def by_path(kind: str, name: str, base: Path) -> Path | None:
    """The file that a name gives as a path (it holds a separator or the kind's suffix)."""
    if (
        "/" in name
        or "\\" in name
        or name.endswith((SUFFIXES[kind], ".yml", ".j2", ".docx", ".dotx", ".doc", ".wps"))
    ):
        return base / paths.typed(name)
    return None


def confined(path: Path, name: str, folders: list[Path]) -> bool:
    r"""Whether a path that a file names stays inside one of the folders, links followed.

    A network path (`//host`, `\\host`) is refused before anything looks at it.
    """
    if name.startswith(("//", "\\\\")):
        return False
    return any(paths.real(path).is_relative_to(paths.real(folder)) for folder in folders)


def _inside(path: Path, folder: Path) -> bool:
    """Whether the file lies in the folder once links are followed."""
    return paths.real(path).is_relative_to(paths.real(folder))


def text(path: Path) -> str:
    """The text of a file of the catalogue."""
    return files.read_text(path).text


def missing(kind: str, name: str, known: list[str], place: Place | None = None) -> InputProblem:
    """The problem that there is no such name, with the nearest known one."""
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.4)
    hint = f"是不是“{near[0]}”？" if near else "可以用：" + "、".join(known[:12])
    problem = Problem(
        f"unknown-{kind.removesuffix('s')}",
        f"没有叫“{name[:30]}”的{_NAMES[kind]}",
        place or Place(),
        hint=hint,
    )
    return InputProblem(problem)
