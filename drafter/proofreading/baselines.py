"""What was found before and accepted: a file that hides it from later runs."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from drafter.problems import InputProblem, Place, Problem, UsageProblem
from drafter.proofreading.findings import Located
from drafter.session.session import Session
from drafter.storage import files, paths

NAME = "校对基线.json"
"""The file's name where none is given."""


_PARAGRAPH = re.compile(r"第 \d+ 段")


class Baseline:
    """The accepted findings of each file, counted: two alike need two entries."""

    def __init__(self, accepted: Mapping[str, Mapping[str, int]]) -> None:
        self._accepted = accepted
        self._left: dict[str, Counter[str]] = {}

    def restart(self) -> None:
        """Lets all entries count anew, for another look at the same files."""
        self._left = {}

    def takes(self, name: str, one: Located) -> bool:
        """Whether a finding was accepted; it uses up its entry."""
        left = self._left.setdefault(name, Counter(self._accepted.get(_key(name), {})))
        print_ = fingerprint(one)
        if left[print_] <= 0:
            return False
        left[print_] -= 1
        return True


def fingerprint(one: Located) -> str:
    """What a finding is known by when lines move: its rule and the words around it."""
    said = f"{one.problem.code}\n{one.problem.excerpt}\n{_PARAGRAPH.sub('', one.problem.message)}"
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def require(session: Session, named: str) -> None:
    """Refuses a baseline that is not there.

    Raises:
        UsageProblem: there is no such file.

    """
    if not paths.is_file(_path(session, named)):
        hint = "第一次用，加上 --accept：现有的问题都记进去，以后只提示新的"
        raise UsageProblem(Problem("no-baseline", f"找不到基线 {named}", hint=hint))


def read(session: Session, named: str) -> Baseline:
    """The baseline of this path, below the current folder or the workspace; an empty one where none is named.

    Raises:
        InputProblem: the file that was named cannot be read as one.

    """
    path = _path(session, named)
    if not named or not paths.is_file(path):
        return Baseline({})
    return Baseline(_accepted(path))


def _accepted(path: Path) -> dict[str, dict[str, int]]:
    """What a baseline holds, by file and fingerprint.

    Raises:
        InputProblem: it is none.

    """
    try:
        accepted = json.loads(files.read_text(path).text)
        return {str(name): {str(k): int(v) for k, v in prints.items()} for name, prints in accepted.items()}
    except (ValueError, AttributeError, TypeError, RecursionError) as error:
        hint = "它不是 drafter 写的就换个名字；是的话删去它，再用 --accept 重新生成"
        raise InputProblem(Problem("bad-baseline", "基线文件读不懂", Place(str(path)), hint=hint)) from error


def write(session: Session, named: str, seen: Mapping[str, Sequence[Located]]) -> None:
    """Keeps all that was found as accepted, beside what other files have in the baseline.

    Raises:
        InputProblem: what lies there is no baseline.
        OutputProblem: it cannot be written.

    """
    path = _path(session, named or NAME)
    kept = dict(_accepted(path)) if paths.is_file(path) else {}
    for name, found in seen.items():
        kept[_key(name)] = dict(sorted(Counter(map(fingerprint, found)).items()))
    files.replace(path, (json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())


def _path(session: Session, named: str) -> Path:
    """A baseline named in the settings lies in the workspace, one named in the command here."""
    here = session.base / named
    if paths.is_file(here) or session.places.workspace is None:
        return here
    return session.places.workspace / named


def _key(name: str) -> str:
    return Path(name).as_posix()
