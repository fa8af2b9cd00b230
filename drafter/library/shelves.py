"""The stores of the library, each with the index that finds what is in it: folders, or a server.

An index of folders is checked against the files whenever it is opened, mended where it is torn,
and kept in memory where it cannot be written: what is found is always what the files say.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from drafter import __version__
from drafter.model.library import Entry, Volume
from drafter.problems import DrafterError, InputProblem, Place, Problem, Severity
from drafter.searching import words
from drafter.storage import encodings, files, holdings
from drafter.storage.library import folders as disk
from drafter.storage.library.index import Index, IndexClosed, IndexDamaged, Kept
from drafter.storage.library.server import shown
from drafter.storage.library.sqlite_index import IN_MEMORY, SqliteIndex, discard
from drafter.storage.places import Folder, Places

BATCH = 64
"""Files in one transaction: enough to be quick, few enough that others need not wait long."""

_VERSION = f"{words.VERSION}-{__version__}"
"""Of an index of files: another version of drafter may see other entries in them."""

Tell = Callable[[int, int], None]
"""Hears how many files of how many are done."""

Entries = Callable[[Volume], tuple[Entry, ...]]
"""The entries of a file."""

Answer = TypeVar("Answer")


class Shelf(Protocol):
    """A store of files and its index."""

    notes: list[Problem]

    def ask(self, question: Callable[[Index], Answer]) -> Answer:
        """What the index answers."""

    def volume(self, name: str) -> Volume | None:
        """The file of this name; None where there is none here."""

    def add(self, name: str, text: str) -> tuple[str, bool]:
        """Takes a file in; returns the name it has now, and whether it is new."""

    def remove(self, name: str) -> str:
        """Takes a file out, and returns where it is now."""

    def rebuild(self) -> int:
        """Makes the index anew; returns how many files there are."""

    def where(self, name: str) -> str:
        """Where a file lies, as a person would look for it."""

    def is_own(self, name: str) -> bool:
        """Whether a file is the user's own, and may be changed and given away."""


class FolderShelf:
    """Folders of files, the nearest first, and their index in the cache. New files go to `own`."""

    def __init__(
        self, folders: Sequence[Folder], own: Path, places: Places, entries: Entries, tell: Tell
    ) -> None:
        self.notes: list[Problem] = []
        self._folders = folders
        self._own = own
        self._home, cache = places.home, places.cache
        self._entries = entries
        self._tell = tell
        names = "\n".join(str(folder.path.absolute()) for folder in folders)
        self._path = cache / f"library-{hashlib.sha256(os.fsencode(names)).hexdigest()[:16]}.db"
        self._found: dict[str, disk.FoundFile] = {}
        self._index: SqliteIndex | None = None

    def ask(self, question: Callable[[Index], Answer]) -> Answer:
        """See `Shelf`. A torn index is made anew, one that cannot be written replaced by one in memory."""
        try:
            return question(self._opened())
        except IndexDamaged:
            self._note("index-rebuilt", "素材库的索引坏了或是旧版的，已按文件重建", "不用管；素材本身没有动")
        except IndexClosed as error:
            return question(self._in_memory(str(error)))
        try:
            self._close()
            discard(self._path)
            return question(self._opened())
        except (IndexClosed, IndexDamaged) as error:
            return question(self._in_memory(str(error)))

    def _opened(self) -> SqliteIndex:
        """The index, checked against the files once a run."""
        if self._index is None:
            try:
                files.hold_place(self._path)
            except OSError as error:
                raise IndexClosed(str(error)) from error
            index = SqliteIndex(str(self._path), words.keyed, _VERSION)
            self._index = index
            self._refresh(index)
        return self._index

    def _in_memory(self, why: str) -> SqliteIndex:
        hint = f"腾出磁盘空间，或检查文件夹 {self._path.parent} 的权限；这次照样能用，只是慢些"
        self._note("index-in-memory", f"素材库的索引写不下去（{why}），这次放在内存里", hint)
        self._close()
        index = SqliteIndex(IN_MEMORY, words.keyed, _VERSION)
        self._index = index
        self._refresh(index)
        return index

    def _close(self) -> None:
        if self._index is not None:
            self._index.close()
        self._index = None

    def _note(self, code: str, message: str, hint: str) -> None:
        self.notes.append(Problem(code, message, Place(), Severity.INFO, hint))

    def _refresh(self, index: SqliteIndex) -> None:
        """Takes in what changed since the index last looked."""
        self._found = disk.scan(self._folders)
        known = index.volumes()
        gone = known.keys() - self._found.keys()
        if gone:
            index.drop(sorted(gone))
        changed = [name for name, file in self._found.items() if known.get(name, ("",))[0] != file.stamp]
        done = 0
        for start in range(0, len(changed), BATCH):
            names = changed[start : start + BATCH]
            read = [kept for kept in map(self._kept, names) if kept is not None]
            same = {
                kept.name: kept.stamp for kept in read if known.get(kept.name, ("", ""))[1] == kept.digest
            }
            if same:
                index.touch(same)
            new = [self._with_entries(kept) for kept in read if kept.name not in same]
            if new:
                index.put(new)
            done += len(names)
            self._tell(done, len(changed))

    def _kept(self, name: str) -> Kept | None:
        """The file with its digest; None where it cannot be read, which is said."""
        file = self._found[name]
        try:
            data = files.read_bytes(file.path)
            text = encodings.decode(data, str(file.path)).text
        except DrafterError as error:
            self.notes += error.problems
            return None
        # The shelf is part of what is kept: the same file in another folder is another entry.
        return Kept(name, file.stamp, f"{file.shelf}:{disk.digest(data)}", text=text)

    def _with_entries(self, kept: Kept) -> Kept:
        volume = Volume(kept.name, kept.text, self._found[kept.name].shelf)
        return Kept(kept.name, kept.stamp, kept.digest, self._entries(volume))

    def volume(self, name: str) -> Volume | None:
        """See `Shelf`."""
        self._ensure_found()
        file = self._found.get(name)
        return Volume(name, files.read_text(file.path).text, file.shelf) if file is not None else None

    def _ensure_found(self) -> None:
        if not self._found:
            self._found = disk.scan(self._folders)

    def add(self, name: str, text: str) -> tuple[str, bool]:
        """See `Shelf`."""
        holdings.close_folders(self._home, (self._own / name).parent)
        path, new = disk.add(self._own, name, text.encode("utf-8"))
        added = path.relative_to(self._own).with_suffix("").as_posix()
        if self._index is not None and new:
            self._take_in([added])
        return added, new

    def _take_in(self, names: Iterable[str]) -> None:
        """Indexes new files without looking at all others."""
        shelf = next(i for i, folder in enumerate(self._folders) if folder.path == self._own)
        label = self._folders[shelf].label
        kept = []
        for name in names:
            path = self._own / f"{name}{disk.SUFFIXES[0]}"
            self._found[name] = disk.found(path, shelf, label)
            read = self._kept(name)
            if read is not None:
                kept.append(self._with_entries(read))
        self.ask(lambda index: index.put(kept))

    def remove(self, name: str) -> str:
        """See `Shelf`.

        Raises:
            InputProblem: the file is not one of the user's own.

        """
        self._ensure_found()
        file = self._found[name]
        if not self.is_own(name):
            hint = f"它在{file.label}的文件夹里：{file.path.parent}；要改，先复制到自己的素材库"
            raise InputProblem(Problem("not-yours", f"“{name}”不在自己的素材库里，不能删", hint=hint))
        holdings.close_folders(self._home, self._own / disk.BIN)
        moved = disk.remove(self._own, file.path)
        self.ask(lambda index: index.drop([name]))
        self._found.pop(name, None)
        return str(moved)

    def rebuild(self) -> int:
        """See `Shelf`."""
        self._close()
        try:
            discard(self._path)
        except IndexClosed as error:
            self._in_memory(str(error))
        self.ask(lambda index: index.volumes())
        return len(self._found)

    def where(self, name: str) -> str:
        """See `Shelf`."""
        file = self._found.get(name)
        return str(file.path) if file is not None else ""

    def is_own(self, name: str) -> bool:
        """See `Shelf`."""
        self._ensure_found()
        return name in self._found and self._found[name].path.is_relative_to(self._own)


class ServerShelf:
    """The library on a shared server: texts and index lie in one database."""

    def __init__(self, address: str, entries: Entries, tell: Tell) -> None:
        from drafter.storage.library.postgres import PostgresIndex

        self.notes: list[Problem] = []
        self._entries = entries
        self._tell = tell
        self._shown = shown(address)
        self._index = PostgresIndex(address, words.keyed, words.VERSION, entries)

    def ask(self, question: Callable[[Index], Answer]) -> Answer:
        """See `Shelf`."""
        return question(self._index)

    def volume(self, name: str) -> Volume | None:
        """See `Shelf`."""
        return self._index.text(name)

    def add(self, name: str, text: str) -> tuple[str, bool]:
        """See `Shelf`."""
        for taken in disk.names_for(name):
            data = text.encode("utf-8")
            kept = Kept(taken, "", disk.digest(data), self._entries(Volume(taken, text)), text)
            if self._index.create(kept):
                return taken, True
            there = self._index.text(taken)
            if there is not None and there.text == text:
                return taken, False
        raise AssertionError("names_for ends by raising")

    def remove(self, name: str) -> str:
        """See `Shelf`."""
        from drafter.storage.library.postgres import BIN

        self._index.drop([name])
        return f"{self._shown} 的表 {BIN}"

    def rebuild(self) -> int:
        """See `Shelf`."""
        names = sorted(self._index.volumes())
        for done, name in enumerate(names, 1):
            volume = self._index.text(name)
            if volume is not None:
                digest = disk.digest(volume.text.encode("utf-8"))
                self._index.put([Kept(name, "", digest, self._entries(volume), volume.text)])
            self._tell(done, len(names))
        return len(names)

    def where(self, name: str) -> str:
        """See `Shelf`."""
        return f"{self._shown}：{name}" if self._index.text(name) is not None else ""

    def is_own(self, name: str) -> bool:
        """See `Shelf`."""
        return self._index.text(name) is not None
