"""What drafter wrote, by digest: so that it never overwrites a person's work unasked."""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path

from drafter.problems import OutputProblem, Place, Problem
from drafter.storage import files

_FILE = "digests.json"
_OUTLINES = (".yaml", ".yml")


class Digests:
    """The digests of written files, kept in the user's folder by absolute path."""

    def __init__(self, home: Path) -> None:
        self._path = home / _FILE
        self._known = self._read()
        self._new: dict[str, str] = {}

    def _read(self) -> dict[str, str]:
        """What is known; a lost or broken record only means that more is protected."""
        try:
            known = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    def check(self, path: Path, data: bytes, force: bool) -> bool:
        """Whether the file needs writing; False where it holds these bytes already.

        Raises:
            OutputProblem: the file there was not written by drafter, or changed since.

        """
        try:
            there = path.read_bytes()
        except FileNotFoundError:
            return True
        except OSError as error:
            problem = Problem(
                "not-written", f"看不了 {path}（{error.strerror}）", Place(str(path)), hint="用 -o 换个地方"
            )
            raise OutputProblem(problem) from error
        if there == data:
            return False
        if force or self._known.get(_key(path)) == _digest(there):
            return True
        kept = "里面的改动要留，先自己并回大纲（自动收回的 absorb 还没有做）；"
        hint = f"用 -o 换个名字；{'' if path.suffix in _OUTLINES else kept}确实不要了，加 --force 覆盖"
        problem = Problem(
            "protected",
            f"{path.name} 已经存在，而且不是 drafter 写的，或写好以后又改过",
            Place(str(path)),
            hint=hint,
        )
        raise OutputProblem(problem)

    def write(self, path: Path, data: bytes) -> None:
        """Replaces the file and remembers what was written, until `close` keeps it."""
        files.replace(path, data)
        self._known[_key(path)] = self._new[_key(path)] = _digest(data)

    def close(self) -> None:
        """Keeps what was written since the record was read, beside what others wrote meanwhile.

        Where it cannot be kept, the documents are there all the same, only protected more.
        """
        if not self._new:
            return
        record = json.dumps(self._read() | self._new, ensure_ascii=False, indent=0, sort_keys=True)
        with contextlib.suppress(OutputProblem):
            files.replace(self._path, record.encode("utf-8"))
        self._new = {}

    def __enter__(self) -> Digests:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _key(path: Path) -> str:
    return str(path.resolve())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
