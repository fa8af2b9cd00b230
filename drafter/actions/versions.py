"""The stages of an outline: kept, listed, shown, compared, searched and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafter.model.roster import Day
from drafter.problems import InputProblem, Place, Problem
from drafter.readers.outline import outline as outline_yaml
from drafter.records import Record
from drafter.redline.changes import Difference
from drafter.revising.stages.differing import differences
from drafter.revising.stages.standing import Standing, standing
from drafter.session.session import Session
from drafter.storage import encodings, files, paths
from drafter.storage.states.versions import Version, save, text_of, versions
from drafter.writers import redline_text


class Kept(Record):
    """The stages of an outline, and what was done or found; `problems` what is to be said of its file."""

    outline: str
    versions: tuple[Version, ...] = ()
    text: str = ""
    backup: str = ""
    problems: tuple[Problem, ...] = ()


def keep(session: Session, name: str, called: str, by: str, note: str, day: Day) -> Kept:
    """Keeps what the outline says now as its next stage; without a name it is called by its 稿次.

    Raises:
        InputProblem: there is no such outline, or it says what its last stage says.
        OutputProblem: it cannot be written.

    """
    path = _path(session, name)
    text = files.read_text(path, name).text
    source, problems = outline_yaml.parse(text, name)
    if source is None:
        raise InputProblem(*problems)
    known = versions(path)
    if known and text_of(known[-1]) == text:
        hint = "改过以后再留"
        message = f"和第{known[-1].number}稿一字不差，没有再留"
        raise InputProblem(Problem("same-version", message, Place(name), hint=hint))
    date = f"{day[0]}-{day[1]:02}-{day[2]:02}"
    return Kept(name, (save(path, text, called or source.field("stage"), date, by, note),))


def listed(session: Session, name: str) -> Kept:
    """The stages of the outline.

    Raises:
        InputProblem: there is no such outline.

    """
    return Kept(name, tuple(versions(_path(session, name, must=False))))


def show(session: Session, name: str, number: int) -> Kept:
    """What the outline said at a stage.

    Raises:
        InputProblem: there is no such stage.

    """
    one = _stage(session, name, number)
    return Kept(name, (one,), text_of(one))


def restore(session: Session, name: str, number: int) -> Kept:
    """Puts what the outline said at a stage into its place; how it is now is kept beside it.

    Raises:
        InputProblem: there is no such stage.
        OutputProblem: it cannot be written.

    """
    one = _stage(session, name, number)
    path, text = session.base / name, text_of(one)
    if not paths.is_file(path):
        files.create(path, text.encode("utf-8"))
        return Kept(name, (one,), text)
    data = files.read_bytes(path, name)
    content = encodings.encode_like(data, text)
    if content == data:
        return Kept(name, (one,), text)
    backup = files.keep_original(path)
    files.replace(path, content)
    return Kept(name, (one,), text, str(Path(name).with_name(backup)))


def diff(session: Session, name: str, number: int, other: int | None) -> tuple[Kept, list[Difference]]:
    """What changed from one stage to another, without one to what the outline says now.

    Raises:
        InputProblem: there is no such stage, or one of the two cannot be drafted.

    """
    old = _stage(session, name, number)
    new = _stage(session, name, other) if other else None
    now = text_of(new) if new else files.read_text(session.base / name, name).text
    found = differences(session, name, text_of(old), now)
    return Kept(name, (old, *((new,) if new else ())), redline_text.write(found)), found


def now(session: Session, name: str, number: int, text: str, key: str, offset: int) -> Standing | None:
    """Where words that a stage printed stand in what the outline says now; None where nothing of them does.

    Raises:
        InputProblem: there is no such stage, or one of the two cannot be drafted.

    """
    return standing(session, name, text_of(_stage(session, name, number)), text, key, offset)


def find(session: Session, name: str, words: str) -> list[tuple[Version, str]]:
    """In which stages some words stand, each with its line.

    Raises:
        InputProblem: there is no such outline.

    """
    return list(_found(versions(_path(session, name, must=False)), words))


def _found(known: list[Version], words: str) -> Iterator[tuple[Version, str]]:
    for one in known:
        for line in text_of(one).split("\n"):
            if words in line:
                yield one, line.strip()


def _path(session: Session, name: str, must: bool = True) -> Path:
    path = session.base / name
    if must or not versions(path):
        files.read_bytes(path, name)  # says what is wrong where there is none
    return path


def _stage(session: Session, name: str, number: int) -> Version:
    known = versions(_path(session, name, must=False))
    found = next((one for one in known if one.number == number), None)
    if found is None:
        numbers = "、".join(str(one.number) for one in known) or "还没有；用 drafter versions save 留一稿"
        raise InputProblem(
            Problem("no-version", f"{name} 没有第 {number} 稿", Place(name), hint=f"有的是：{numbers}")
        )
    return found
