"""The fonts that a style asks for: which are here, what prints in place of the others, and a unit's own put where they are
found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from drafter.drafting.production import DEFAULT_STYLE
from drafter.model.stylesheet import FONT_SETS
from drafter.office import fonts
from drafter.office.fonts import StandIn
from drafter.problems import DrafterError, InputProblem, OutputProblem, Place, Problem, place_in_source
from drafter.readers import font_file
from drafter.records import Record
from drafter.session.session import Session
from drafter.storage import files, paths
from drafter.storage.reasons import reason

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
_MOST_BYTES = 64 * 1024 * 1024
"""Of a file; the largest Chinese collections have half of it."""


class Wanted(Record):
    """A font that a style asks for: under which name of its own, whether it is here (None: nobody can tell), what prints in
    its place.
    """

    role: str
    name: str
    installed: bool | None
    stand_in: StandIn | None = None
    advice: str = ""


class Examined(Record):
    """The fonts of a style; `sets` are the sets of fonts that are here whole."""

    style: str
    fonts: tuple[Wanted, ...]
    sets: tuple[str, ...] = ()


class Added(Record):
    """What became of a font file: what its fonts are called, where it lies now, whether it was put there only now."""

    path: str
    exit_code: int = 0
    output: str = ""
    new: bool = False
    families: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def examine(session: Session, style: str = "") -> Examined:
    """Which fonts of the style are here.

    Raises:
        InputProblem: there is no such style.

    """
    sheet = session.stylesheets.named(style or str(session.places.default("style") or DEFAULT_STYLE))
    here = fonts.installed()
    missing = [name for name in dict.fromkeys(sheet.fonts.values()) if here is not None and name not in here]
    instead = fonts.stand_ins(missing)
    wanted = tuple(
        Wanted(
            role,
            name,
            None if here is None else name in here,
            instead.get(name),
            fonts.ADVICE.get(name, "") if name in missing else "",
        )
        for role, name in sheet.fonts.items()
    )
    whole = [name for name, named in FONT_SETS.items() if here is not None and here >= set(named.values())]
    return Examined(sheet.name, wanted, tuple(whole))


def install(session: Session, source: str) -> list[Added]:
    """Puts the fonts of a folder (or a file) where this user's lie; the good ones are there even where others fail.

    Raises:
        InputProblem: there is no such folder, or no font file in it.

    """
    return [_installed(session, name) for name in _found(session, source)]


def _found(session: Session, source: str) -> Sequence[str]:
    folder = session.base / paths.typed(source)
    if source.strip() and paths.is_file(folder):
        return [source]
    if not source.strip() or not paths.is_folder(folder):
        hint = "写放字体文件的文件夹，例如 drafter fonts install --from D:/单位字库"
        raise InputProblem(
            Problem("missing-folder", f"没有 {source} 这个文件夹，也没有这个文件", Place(source), hint=hint)
        )
    found = [str(Path(source) / name) for name in files.listed(folder, SUFFIXES)]
    if not found:
        hint = "字体文件是 " + "、".join(SUFFIXES) + "；放在文件夹里面的文件夹里的，写那一个"
        raise InputProblem(Problem("empty-folder", f"{source} 里没有字体文件", Place(source), hint=hint))
    return found


def _installed(session: Session, name: str) -> Added:
    try:
        data = files.read_bytes(session.base / paths.typed(name), name, _MOST_BYTES)
        families = font_file.families(data, name)
        target = fonts.user_folder() / Path(name).name
        new = _put(target, data)
        if not new and files.read_bytes(target, most=_MOST_BYTES) != data:
            hint = f"看清楚要哪一个；要换成这一个，先删去 {target}"
            raise OutputProblem(Problem("exists", f"{target.name} 已经有一个不一样的", hint=hint))
    except DrafterError as error:
        return Added(name, error.exit_code, problems=place_in_source(error.problems, name))
    told = place_in_source(_announce(target, families), name)
    return Added(name, OutputProblem.exit_code if told else 0, str(target), new, families, told)


def _put(target: Path, data: bytes) -> bool:
    try:
        return files.create(target, data)
    except OutputProblem as error:
        hint = f"看看 {target.parent} 能不能写，或双击字体文件安装"
        raise OutputProblem(*(replace(one, hint=hint) for one in error.problems)) from error


def _announce(path: Path, families: Sequence[str]) -> tuple[Problem, ...]:
    """That the system takes no note of a font that lies there now, where that is so."""
    try:
        fonts.announce(path, families)
    except OSError as error:
        message = f"文件放好了，系统没有登记上（{reason(error)}）"
        return (Problem("not-announced", message, hint=f"打开 {path.parent}，双击 {path.name}，点“安装”"),)
    return ()
