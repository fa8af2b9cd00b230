"""What drafter wrote, by digest: so that it never overwrites a person's work unasked.

The record comes before the deed: a line in this run's journal, then the file. A run that is killed leaves its journal,
so that the next knows what it wrote; one that comes to its end puts its lines into the record of all.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from drafter.problems import OutputProblem, Place, Problem
from drafter.storage import bounds, files, locks, paths, temporary
from drafter.storage.reasons import reason, shortened
from drafter.storage.written import bundles, placing

LOCK, FOLDER = "digests.lock", "digests"
_JOURNALS = "digests-*.log"
_OUTLINES = (".yaml", ".yml")
_Known = dict[str, tuple[str, ...]]
"""By absolute path the digests that the file there may have: two, while it is not sure which is written."""

_Signs = tuple[tuple[str, int, int], ...]
"""Which files say what was written in a folder: their names, sizes, and times of change."""


class Digests:
    """The digests of written files, kept in the user's folder: a record for each folder, which is read when a file that is
    there is to be overwritten, and written at the end of a run that wrote there.

    One that only `lends` a hand in what another carries out remembers nothing of what it writes: its journal is put into
    the record of all by the other, or by whoever comes next.
    """

    def __init__(self, home: Path, lends: bool = False) -> None:
        self._home = home
        self._lends = lends
        self._known: _Known = {}
        self._signs: dict[str, _Signs] = {}
        self._written: dict[str, str] = {}
        self._journal: Path | None = None

    def check(self, path: Path, data: bytes, force: bool) -> bool:
        """Whether the file needs writing; False where it holds these bytes already.

        Raises:
            OutputProblem: the file there was not written by drafter, or changed since.

        """
        bounds.hold_written(path)
        try:
            there = path.read_bytes()
        except FileNotFoundError:
            return True
        except (OSError, ValueError, RuntimeError) as error:
            name = shortened(str(path))
            message = f"看不了 {name}（{reason(error)}）"
            raise OutputProblem(
                Problem("not-written", message, Place(name), hint="用 -o 换个地方")
            ) from error
        if there == data:
            return False
        if force or self._wrote(path, _digest(there)):
            return True
        kept = "里面的改动要留，先用 drafter absorb 收回大纲；"
        hint = f"用 -o 换个名字；{'' if path.suffix in _OUTLINES else kept}确实不要了，加 --force 覆盖"
        problem = Problem(
            "protected",
            f"{path.name} 已经存在，而且不是 drafter 写的，或写好以后又改过",
            Place(str(path)),
            hint=hint,
        )
        raise OutputProblem(problem)

    def _wrote(self, path: Path, digest: str) -> bool:
        """Whether drafter wrote this: this run, one before, or another process while this one works."""
        key = _key(path)
        if self._written.get(key) == digest:
            return True
        signs = _signs(self._home, _folder(key))
        if self._signs.get(_folder(key)) != signs:
            self._signs[_folder(key)] = signs
            self._known |= _all_known(self._home, _folder(key))
        return digest in self._known.get(key, ())

    def put(self, wanted: Mapping[Path, bytes], force: bool) -> None:
        """Writes what needs it of several files that belong together: where one may not be, none is.

        Raises:
            OutputProblem: a file there was not written by drafter, or changed since.

        """
        for path in [path for path, data in wanted.items() if self.check(path, data, force)]:
            self.write(path, wanted[path])

    def write(self, path: Path, data: bytes) -> None:
        """As `write_all`, one file.

        Raises:
            OutputProblem: it cannot be written.

        """
        failed = self.write_all({path: data})
        if failed:
            raise failed[path]

    def write_all(self, wanted: Mapping[Path, bytes]) -> dict[Path, OutputProblem]:
        """Notes what is about to be written, then replaces the files; what kept one from being written, by its path.

        Where it cannot be noted, the documents are there all the same, only protected more. What lies in a temporary folder of
        ours is noted nowhere: it goes with that folder, and its line would stay.
        """
        digests = {path: (_key(path), _digest(data)) for path, data in wanted.items()}
        staying = [path for path in wanted if not temporary.holds(path)]
        with contextlib.suppress(OSError):
            if staying:
                self._note(digests[path] for path in staying)
        failed = _replaced(wanted)
        if not self._lends:
            self._written |= {key: digest for path, (key, digest) in digests.items() if path not in failed}
        return failed

    def recorded(self, folder: Path) -> set[str]:
        """The names of the files that runs before this one wrote in a folder."""
        real = _key(folder)
        return {key.rpartition(os.sep)[2] for key in _recorded(self._home, real)}

    def learn(self, path: Path, digest: str) -> None:
        """Notes what was written on another machine, whose record is not this one."""
        key = _key(path)
        with contextlib.suppress(OSError):
            self._note([(key, digest)])
        self._written[key] = digest

    def _note(self, written: Iterable[tuple[str, str]]) -> None:
        """Adds lines to this run's journal: paths and digests."""
        if self._journal is None:
            placing.close_folder(self._home)
            self._journal = self._home / _JOURNALS.replace("*", temporary.mark())
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        handle = os.open(self._journal, flags, 0o600)
        try:
            os.write(handle, "".join(f"{json.dumps(one)}\n" for one in written).encode("ascii"))
        finally:
            os.close(handle)

    def close(self) -> None:
        """Puts this run's journal, and those of killed ones, into the record of all."""
        if self._lends or (self._journal is None and not self._left()):
            return
        with locks.held(self._home / LOCK):
            done = [*self._left(), *([self._journal] if self._journal else [])]
            added: _Known = {}
            for journal in done:
                _add(added, journal)
            with contextlib.suppress(OutputProblem):
                for folder, keys in _by_folder([*added, *self._written]).items():
                    if not temporary.holds(Path(folder)):
                        self._keep(folder, keys, added)
                for journal in done:
                    temporary.remove(journal)
        self._journal, self._written = None, {}

    def _keep(self, folder: str, keys: Iterable[str], added: _Known) -> None:
        """Puts what was written in a folder, surely or by what journals say, into its record."""
        known = _recorded(self._home, folder)
        for key in keys:
            sure = self._written.get(key)
            known[key] = (sure,) if sure else tuple(sorted({*known.get(key, ()), *added[key]}))
        said = json.dumps(known, sort_keys=True, separators=(",\n", ": "))
        files.keep(_record(self._home, folder), said.encode("ascii"))

    def _left(self) -> list[Path]:
        """The journals of killed runs."""
        return [path for path in self._home.glob(_JOURNALS) if temporary.is_left(path.name)]

    def __enter__(self) -> Digests:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _replaced(wanted: Mapping[Path, bytes]) -> dict[Path, OutputProblem]:
    """What kept files from being replaced; one alone is brought down to the disk by itself."""
    if len(wanted) > 1:
        return bundles.replace(wanted)
    failed: dict[Path, OutputProblem] = {}
    for path, data in wanted.items():
        try:
            files.replace(path, data)
        except OutputProblem as error:
            failed[path] = error
    return failed


def _signs(home: Path, folder: str) -> _Signs:
    found = [_record(home, folder), *sorted(home.glob(_JOURNALS))]
    return tuple((path.name, paths.size(path), int(paths.changed(path) * 1e6)) for path in found)


def _all_known(home: Path, folder: str) -> _Known:
    """The record of a folder, and what the journals say of runs that work, or were killed."""
    known = _recorded(home, folder)
    for journal in home.glob(_JOURNALS):
        _add(known, journal)
    return known


def _folder(key: str) -> str:
    return key.rpartition(os.sep)[0]


def _by_folder(keys: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key in keys:
        found.setdefault(_folder(key), set()).add(key)
    return found


def _record(home: Path, folder: str) -> Path:
    """Where the record of a folder lies."""
    named = hashlib.sha256(folder.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return home / FOLDER / f"{named}.json"


def _recorded(home: Path, folder: str) -> _Known:
    """The record of a folder; a lost or broken one only means that more is protected."""
    try:
        known = json.loads(_record(home, folder).read_bytes())
        return {key: tuple(one for one in said if isinstance(one, str)) for key, said in known.items()}
    except (OSError, ValueError, RecursionError, AttributeError, TypeError):
        return {}


def _add(known: _Known, journal: Path) -> None:
    """Adds what a journal says, but for a line that was cut off."""
    try:
        lines = journal.read_text(encoding="ascii").splitlines()
    except (OSError, ValueError):
        return
    for line in lines:
        with contextlib.suppress(ValueError, TypeError):
            key, digest = json.loads(line)
            if isinstance(key, str) and isinstance(digest, str):
                known[key] = (*known.get(key, ()), digest)


def _key(path: Path) -> str:
    return str(paths.real(path))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
