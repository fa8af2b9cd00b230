"""Killed before, inside or after any step of what it writes, a run leaves every file old or new, and can be run again."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import tempfile
from pathlib import Path

import pytest

from drafter.cli.app import run
from drafter.records import Record
from drafter.storage import digests
from drafter.storage.states import ledger
from tests.cli.shelf import PHRASES, SPEECH
from tests.forks import forked, import_all
from tests.killing import Steps

ROWS = "县,数量\n甲县,3\n乙县,5\n丙县,7\n"
NOTICE = "模板: 通知\n标题: 关于开展{{ 县 }}清查的通知\n主送: 各单位\n日期: 2026-03-12\n数据: {县: 待补, 数量: 待补}\n事项: 查{{ 数量 }}本台账。\n"
OLD = "关于督查的报告\n\n一、概况\n\n督查工作取得了成绩，，共有3件事。\n"
PEOPLE = "排名,姓名,职务,单位,起\n1,苏望津,市委书记,市委,2024-05\n"
_TEMPORARY = (".drafter-", "digests-", "drafter-")
"""How the names begin of what no run that came to its end leaves behind."""


class Case(Record):
    """A command, what is done before it, and how many of its places are deadly: all, or evenly many of them."""

    command: str
    kills: int
    edited: str
    files: dict[str, str]
    before: str = ""
    done: tuple[int, ...] = (0,)


CASES = {
    "build": Case("build 讲话.yaml --to txt,docx", 60, "讲话.yaml", {"讲话.yaml": SPEECH}),
    "batch": Case("batch 通知.yaml 表.csv -o 出", 63, "通知.yaml", {"通知.yaml": NOTICE, "表.csv": ROWS}),
    "add": Case("library add 讲话.yaml 集.yaml --library 库", 30, "讲话.yaml", {"讲话.yaml": SPEECH, "集.yaml": PHRASES}),
    "remove": Case(
        "library remove 讲话 --library 库", 60, "讲话.yaml", {"讲话.yaml": SPEECH, "集.yaml": PHRASES},
        "library add 讲话.yaml 集.yaml --library 库", (0, 2, 3),
    ),
    "import": Case("import 稿.txt", 50, "稿.txt", {"稿.txt": OLD}),
    "roster": Case("roster add 班子.csv", 13, "班子.csv", {"班子.csv": PEOPLE}),
    "fix": Case("check 稿.txt --fix", 24, "稿.txt", {"稿.txt": OLD}),
}  # fmt: skip


class Place:
    """A folder to work in and a home, put back to what they were before each run."""

    def __init__(self, root: Path, case: Case) -> None:
        self.case, self._root, self._kept = case, root, root / "kept"
        self.now, self.log = root / "now", root / "log"
        for folder in ("work", "home", "tmp"):
            (self.now / folder).mkdir(parents=True)
        for name, text in case.files.items():
            (self.now / "work" / name).write_text(text, encoding="utf-8")
        if case.before:
            assert self.run(case.before) == 0, self.said
        shutil.copytree(self.now, self._kept)

    def warm(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Runs the command once in this process, elsewhere: what it makes ready the forks need not."""
        shutil.copytree(self._kept, self._root / "warm")
        with monkeypatch.context() as patch:
            patch.chdir(self._root / "warm" / "work")
            patch.setenv("DRAFTER_HOME", str(self._root / "warm" / "home"))
            run(self.case.command.split())

    def reset(self) -> None:
        """Makes everything as it was."""
        shutil.rmtree(self.now)
        shutil.copytree(self._kept, self.now)

    def run(self, command: str = "", deadly: int | None = None) -> int:
        """The exit code of a run; it is killed at its N-th place, and its places are noted, where one is `deadly`."""

        def work() -> int:
            os.environ["DRAFTER_HOME"], tempfile.tempdir = str(self.now / "home"), str(self.now / "tmp")
            os.chdir(self.now / "work")
            if deadly is not None:
                Steps(deadly, self.log).install()
            return run((command or self.case.command).split())

        return forked(work, self._root / "said").code

    def edit(self) -> None:
        """Changes the file from which the command works."""
        file = self.now / "work" / self.case.edited
        file.write_text(file.read_text(encoding="utf-8").replace("督查", "督办"), encoding="utf-8")

    @property
    def said(self) -> str:
        return (self._root / "said").read_text(encoding="utf-8")

    @property
    def places(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines()

    def files(self) -> dict[str, bytes]:
        """What a person, or the next run, finds: every file but those being written and the index."""
        return {
            str(path.relative_to(self.now)): path.read_bytes()
            for path in sorted(self.now.rglob("*"))
            if path.is_file() and not path.name.startswith(_TEMPORARY) and not {"cache"} & set(path.parts)
            and path.name != "token" and path.suffix != ".lock"
        }  # fmt: skip

    def left_over(self) -> list[str]:
        return [str(path) for path in self.now.rglob("*") if path.name.startswith(_TEMPORARY) and path.name != "digests.lock"]  # fmt: skip


def _is_whole(name: str, data: bytes, old: dict[str, bytes], new: dict[str, bytes]) -> bool:
    """Whether a file is what it was or what it becomes; a record of digests holds what is true of some of the files."""
    if Path(name).parts[-2:-1] == (digests.FOLDER,):
        return bool(json.loads(data))
    if Path(name).parts[-2:-1] == (ledger.FOLDER,):
        return {entry["key"] for entry in map(json.loads, filter(None, data.splitlines()[:-1]))} <= _keys(
            new[name]
        )
    return data in (old.get(name), new.get(name))


def _without_blanks(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files, ledgers without the empty lines that part what was brought down to the disk at one time."""
    return {
        name: b"\n".join(filter(None, data.split(b"\n")))
        for name, data in files.items()
        if name.endswith(".jsonl")
    } | {name: data for name, data in files.items() if not name.endswith(".jsonl")}


def _keys(data: bytes) -> set[str]:
    """The rows that a ledger knows."""
    return {json.loads(line)["key"] for line in data.splitlines() if line}


def _assert_sound(place: Place, where: str) -> None:
    """Nothing is left over, and the index is sound."""
    assert place.left_over() == [], where
    for index in place.now.rglob("library-*.db"):
        with sqlite3.connect(index) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",), where
        database.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
@pytest.mark.parametrize("name", CASES)
def test_killed_at_any_step_every_file_is_old_or_new_and_the_next_run_succeeds(tmp_path, name, monkeypatch):
    """The same run once more, and every other time one after the outline was edited."""
    import_all()
    case = CASES[name]
    place = Place(tmp_path, case)
    place.warm(monkeypatch)
    old = place.files()
    assert place.run(deadly=0) == 0, place.said
    new, places = place.files(), place.places
    assert len(places) >= case.kills
    for kill in range(case.kills):
        deadly = 1 + kill * len(places) // case.kills
        where = f"{name} {deadly} {places[deadly - 1]}"
        place.reset()
        assert place.run(deadly=deadly) == -signal.SIGKILL, (where, place.said)
        torn = [file for file, data in place.files().items() if not _is_whole(file, data, old, new)]
        assert torn == [], where
        assert old.keys() - place.files().keys() <= old.keys() - new.keys(), where
        if kill % 2:
            place.edit()
        assert place.run() in case.done, (where, place.said)
        _assert_sound(place, where)
        if not kill % 2:
            assert _without_blanks(new).items() <= _without_blanks(place.files()).items(), where


def test_there_are_three_hundred_of_them():
    """In all."""
    assert sum(case.kills for case in CASES.values()) == 300
