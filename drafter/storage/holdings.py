"""What drafter keeps on this computer: where it lies, how much it is, since when; and its removal.

Only what bears a name that drafter gives is listed. A link is listed as a link: what it leads to is somebody else's.
"""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from drafter.problems import Place, Problem
from drafter.records import Record
from drafter.storage import digests, locks, paths, temporary
from drafter.storage.library.folders import BIN
from drafter.storage.places import Places
from drafter.storage.reasons import reason
from drafter.storage.states import history, ledger
from drafter.storage.written import placing


class Kind(Record):
    """A kind of what is kept. What is a person's `own` work is removed only where it is named."""

    name: str
    word: str
    what: str
    own: bool = False


class Holding(Record):
    """What is kept of one kind in one place: its paths, which are below `path` or are it.

    `size` is in bytes, `since` the time of the oldest file in seconds; what lies `outside` is not removed.
    """

    kind: Kind
    path: Path
    paths: tuple[Path, ...]
    count: int
    size: int
    since: float
    note: str
    outside: bool


KINDS = (
    Kind("records", "登记", "写过哪些文件：路径和校验码，免得盖掉人改过的稿子"),
    Kind("traces", "出错记录", "程序出错的经过，没有稿子里的话"),
    Kind("cache", "缓存", "编译好的模板，没有稿子里的话"),
    Kind("index", "索引", "素材库的索引，含素材全文，随时能重做"),
    Kind("leftovers", "残留", "被强行结束的程序留在临时文件夹里的"),
    Kind("batches", "批次", "一张表出的一批，哪几行做过：校验码和出错的原因，好接着做"),
    Kind("history", "历史", "在网页里写过的大纲的各个时候，含全文", own=True),
    Kind("token", "标记", "认出自己的临时文件用的随机数"),
    Kind("library", "素材库", "收进来的稿子和词句", own=True),
    Kind("bin", "回收", "从素材库移走的文件", own=True),
    Kind("roster", "名册", "本单位的人和单位", own=True),
    Kind("baselines", "基线", "校对时认可了的问题：只有指纹，没有原话", own=True),
    Kind("own", "自备", "自己的模板、版式、大纲、词表", own=True),
)
"""Every kind, in the order in which they are removed."""

_CACHED, _TRACE = re.compile(r"[0-9a-f]{24}"), re.compile(r"\d{8}-\d{6}\.txt")
_BATCH = re.compile(r"[0-9a-f]{24}\.(?:jsonl|lock)")
_INDEX = re.compile(r"library-[0-9a-f]{16}\.db(?:-wal|-shm|-journal)?")
_RECORDS = re.compile(rf"digests(?:\.json|\.lock|-.+\.log)|{re.escape(locks.EDITS)}")
_RECORD = re.compile(r"[0-9a-f]{24}\.json")
_OWN = ("templates", "styles", "outlines", "lexicon")


def find(places: Places, roster: str, baseline: str) -> list[Holding]:
    """All that is there, kind by kind. `roster` and `baseline` are the names of those files."""
    home, cache = places.home, places.cache
    library = home / "library"
    folders = [home, *([places.workspace] if places.workspace else [])]
    spots: dict[str, list[tuple[Path, Iterable[Path]]]] = {
        "records": [
            (home, chain(_named(home / digests.FOLDER, _RECORD.fullmatch), _named(home, _RECORDS.fullmatch)))
        ],
        "batches": [(home / ledger.FOLDER, _named(home / ledger.FOLDER, _BATCH.fullmatch))],
        "traces": [(home / "traces", _named(home / "traces", _TRACE.fullmatch))],
        "cache": [(cache, _named(cache, _CACHED.fullmatch))],
        "index": [(cache, _named(cache, _INDEX.fullmatch))],
        "leftovers": [
            (Path(tempfile.gettempdir()), temporary.left_folders()),
            *((at, _named(at, temporary.is_left)) for at in (home, cache)),
        ],
        "history": [(home / history.FOLDER, _named(home / history.FOLDER, _CACHED.fullmatch))],
        "token": [(home, _named(home, lambda name: name == temporary.SECRET))],
        "library": [(library, _named(library, lambda name: name != BIN))],
        "bin": [(library / BIN, _named(library / BIN, bool))],
        "roster": [(at, _named(at, _copies_of(roster).fullmatch)) for at in folders],
        "baselines": [(at, _named(at, lambda name: name == baseline)) for at in folders[1:]],
        "own": [(home / name, _named(home / name, bool)) for name in _OWN],
    }
    found = (_holding(kind, *spot) for kind in KINDS for spot in spots[kind.name])
    return [one for one in found if one.paths]


def _named(folder: Path, is_ours: Callable[[str], object]) -> Iterator[Path]:
    """What lies in the folder under such names, in order; of a folder that is a link, the link."""
    if folder.is_symlink():
        yield folder
        return
    try:
        yield from sorted(path for path in folder.iterdir() if is_ours(path.name))
    except OSError:
        return  # not there, or closed


def _copies_of(name: str) -> re.Pattern[str]:
    """The name of a file, and of the copies made before it was changed."""
    stem, _, suffix = name.rpartition(".")
    return re.compile(rf"{re.escape(stem)}(?:\.改前\d*)?\.{re.escape(suffix)}")


def _holding(kind: Kind, folder: Path, found: Iterable[Path]) -> Holding:
    """How much there is in one place, and since when."""
    tops = tuple(found)
    linked = folder in tops
    states = [] if linked else [file.lstat() for top in tops for file in _files(top)]
    return Holding(
        kind,
        tops[0] if len(tops) == 1 else folder,
        tops,
        len(states),
        sum(state.st_size for state in states),
        min((state.st_mtime for state in states), default=0.0),
        f"是链接，指到 {paths.real(folder)}，没有跟过去" if linked else _counted(kind, tops),
        linked,
    )


def _files(top: Path) -> Iterator[Path]:
    """The files below a path, or itself; links are not followed."""
    if top.is_symlink() or not top.is_dir():
        yield top
        return
    for path in sorted(top.iterdir()):
        yield from _files(path)


def _counted(kind: Kind, tops: tuple[Path, ...]) -> str:
    """How many files the records of written ones know."""
    records = [path for path in tops if kind.name == "records" and path.suffix == ".json"]
    count = 0
    for path in records:
        try:
            count += len(json.loads(path.read_bytes().decode("utf-8", "surrogatepass")))
        except (OSError, ValueError, RecursionError, TypeError):
            return "读不懂"
    return f"记了 {count} 个文件" if records else ""


def close_folders(home: Path, folder: Path) -> None:
    """Closes to everybody else each folder from the user's own down to this one, where it lies there."""
    inside = [each for each in (folder, *folder.parents) if each.is_relative_to(home)]
    with contextlib.suppress(OSError):  # what is then written there says it
        for each in reversed(inside):
            placing.close_folder(each)


def remove(one: Holding) -> tuple[Problem, ...]:
    """Removes it, and says what could not be; a link goes itself, never what it leads to."""
    if one.outside:
        hint = "要清，到那里自己删"
        return (Problem("not-removed", f"{one.path} {one.note}，没有动", Place(str(one.path)), hint=hint),)
    if one.kind.name != "records":
        kept = [path for path in one.paths if one.kind.name == "batches" and _is_held(path)]
        return tuple(problem for path in one.paths if path not in kept for problem in _remove(path))
    folder = one.paths[0].parent
    home = folder.parent if folder.name == digests.FOLDER else folder
    with locks.held(home / digests.LOCK):  # a run that just writes it down comes first
        return tuple(problem for path in one.paths for problem in _remove(path))


def _is_held(path: Path) -> bool:
    """Whether this is the lock of a batch that is at work."""
    if path.suffix != ".lock":
        return False
    taken = locks.taken(path)
    if taken is not None:
        taken.close()
    return taken is None


def _remove(path: Path) -> Iterator[Problem]:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        hint = "检查权限，或先关掉正在用它的程序"
        yield Problem("not-removed", f"清不掉 {path}（{reason(error)}）", Place(str(path)), hint=hint)
