"""Outlines that stand on others: `extends`, followed to its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from drafter import secrecy
from drafter.copying import classified
from drafter.problems import Place, Problem
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.outline.outline import Source
from drafter.session.session import Session
from drafter.storage import catalogue, files, paths

MAX_EXTENDS = 8
"""How many outlines may stand on one another's shoulders."""


def lay_over_bases(
    session: Session, source: Source, roles: Mapping[str, str], found: list[Problem]
) -> tuple[Source, bool]:
    """The outline laid over the one that it extends, and over what that extends in turn; whether it extends
    any. `roles` are the parts that its template takes: a key that names one is no misspelt 继承.
    """
    over = source
    base_name = source.field("extends", roles)
    if not base_name:
        return source, False
    own = session.base / source.name
    seen = {str(paths.real(own))}
    folder = own.parent
    while base_name:
        path = _base_path(session, base_name, folder)
        pair = over.pair("extends", roles)
        place = pair[0].place if pair else Place(source.name)
        if path is None:
            found.append(_no_base(base_name, folder, place))
            return source, True
        if str(paths.real(path)) in seen or len(seen) > MAX_EXTENDS:
            found.append(_endless(str(paths.real(path)) in seen, place))
            return source, True
        seen.add(str(paths.real(path)))
        name = path.relative_to(session.base) if path.is_relative_to(session.base) else path
        base, problems = outline_yaml.parse(files.read_text(path).text, str(name))
        if base is None:
            found.extend(problems)
            return source, True
        root = outline_yaml.overlay(base.root, source.root)
        source = replace(source, root=root, mended=True, problems=(*source.problems, *base.problems))
        found += _lowered(base, source, roles, place)
        base_name, folder, over = base.field("extends"), path.parent, base
    return source, True


def _endless(is_ring: bool, place: Place) -> Problem:
    message = "大纲一份继承一份，" + ("绕成了圈" if is_ring else f"接了 {MAX_EXTENDS} 份以上，太长了")
    return Problem("endless-extends", message, place, hint="改掉其中一份的“继承”")


def mark_of(session: Session, source: Source, roles: Mapping[str, str]) -> str:
    """The highest mark of secrecy that an outline bears, those of the outlines that it extends counted."""
    whole, _ = lay_over_bases(session, source, roles, [])
    return classified.mark_of(outline_yaml.read(whole, roles)[0])


def _lowered(base: Source, whole: Source, roles: Mapping[str, str], place: Place) -> list[Problem]:
    """That an outline would bring out what it extends under a lower mark of secrecy; nothing where it does not."""
    marks = [classified.mark_of(outline_yaml.read(one, roles)[0]) for one in (base, whole)]
    own, here = map(secrecy.rank, marks)
    if own <= here:
        return []
    level = secrecy.LEVELS[own]
    hint = f"本稿也写 密级: {level}；确实不涉密的话，把要用的话另写一份，不要继承"
    message = f"继承的大纲密级是{level}，本稿的密级不能比它低"
    return [Problem("above-secrecy", message, place, hint=hint)]


def _no_base(name: str, folder: Path, place: Place) -> Problem:
    """Why an outline cannot be extended: there is none, or it lies where it may not be read."""
    hint = "写出大纲的编号，或路径；只能继承同一文件夹、工作区和用户文件夹里的"
    if paths.is_file(folder / name):
        message = f"不能继承文件夹之外的大纲“{name[:40]}”"
        return Problem(
            "unknown-outline", message, place, hint="把它复制到同一文件夹，或放进工作区、用户文件夹"
        )
    return Problem("unknown-outline", f"找不到要继承的大纲“{name[:40]}”", place, hint=hint)


def _base_path(session: Session, name: str, folder: Path) -> Path | None:
    """The file of a base outline: by name from the catalogue, or by a path that stays inside."""
    by_name = catalogue.path_of(session.places, "outlines", name)
    if by_name is not None:
        return by_name
    path = folder / (name if Path(name).suffix else f"{name}.yaml")
    return path if session.may_read(path, name, folder) and paths.is_file(path) else None
