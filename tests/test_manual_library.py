"""The page about the library is true: its round of a year runs, word for word."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from drafter.cli.app import run
from drafter.model.library import COLLECTION, ENTRY, Volume
from drafter.readers.library import volume as library_volume
from tests.builders import ROLES

PAGE = (Path(__file__).parents[1] / "docs" / "素材库.md").read_text(encoding="utf-8")
YEAR = PAGE.partition("## 一、一年一轮")[2].partition("## 二、")[0]
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def changed(text, diff):
    """The text after the changes of a diff block; what is to be changed must be there."""
    old, new = [], []
    pairs = []
    for line in [*diff.splitlines(), "- "]:
        if line.startswith("- ") and new:
            pairs.append(("\n".join(old), "\n".join(new)))
            old, new = [], []
        (old if line.startswith("- ") else new).append(line[2:])
    for before, after in pairs:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text


def transcripts(block):
    """Each command of a block with the lines that it is to answer."""
    for part in re.split(r"^> drafter ", block, flags=re.MULTILINE)[1:]:
        command, *lines = part.splitlines()
        yield shlex.split(command), [line for line in lines if line.strip("…")]


def test_the_round_of_a_year_runs_as_the_page_says(tmp_path, monkeypatch, capfd):
    """Import, add, new --from, fill, take, check what was left over, compare, build."""
    monkeypatch.chdir(tmp_path)
    commands = []
    for kind, name, block in BLOCK.findall(YEAR):
        if kind == "txt":
            (tmp_path / name).write_text(block, encoding="utf-8")
        elif kind == "diff":
            text = changed((tmp_path / name).read_text(encoding="utf-8"), block)
            (tmp_path / name).write_text(text, encoding="utf-8")
        else:
            for arguments, lines in transcripts(block):
                capfd.readouterr()
                code = run(arguments)
                said = "".join(capfd.readouterr())
                commands.append((arguments[0], code))
                for line in lines:
                    pattern = ".*".join(map(re.escape, line.split("……")))
                    assert re.search(pattern, said), f"{arguments}: {line}\n{said}"

    assert [command for command, _ in commands] == [
        "import", "library", "library", "new", "library", "check", "build", "library", "build",
    ]  # fmt: skip
    assert [code for _, code in commands] == [0, 0, 0, 0, 0, 1, 6, 0, 0]


@pytest.mark.parametrize("key", sorted({key.chinese[0] for key in (*COLLECTION, *ENTRY)}))
def test_every_key_of_a_collection_is_on_the_page(key):
    """With what to write there."""
    assert re.search(rf"^\|[^|]*{key}[^|]*\|", PAGE, re.MULTILINE)


def test_the_pages_own_collection_can_be_read():
    """As it stands there."""
    text = next(block for kind, _, block in BLOCK.findall(PAGE) if kind == "yaml" and "素材集" in block)
    contents = library_volume.read(Volume("我的", text), lambda _: ROLES)

    assert [shelved.entry.id for shelved in contents.shelved] == ["督查-三不", "过渡-找差距"]
    assert not contents.problems
