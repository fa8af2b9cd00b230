"""The stages of an outline as plain files in a folder beside it: 讲话.各稿/第2稿-送审稿.yaml, each with who and when in its
first line.
"""

from __future__ import annotations

from pathlib import Path

from drafter.patterns import pattern
from drafter.problems import OutputProblem, Problem
from drafter.records import Record
from drafter.storage import files, names, paths

FOLDER = "各稿"
_FILE = pattern(r"第(\d{1,5})稿(?:-.*)?\.yaml")
_HEAD = pattern(r"# 第\d+稿｜([^｜\n]*)｜([^｜\n]*)｜([^｜\n]*)｜([^\n]*)\n")
_BETWEEN = "｜"
_MOST = 9_999


class Version(Record):
    """A stage: its number from 1, what it is called, when, by whom and why it was kept, and its file."""

    number: int
    name: str
    date: str
    by: str
    note: str
    path: Path


def folder_of(outline: Path) -> Path:
    """Where the stages of an outline lie."""
    stem = outline.stem if outline.suffix == ".yaml" else outline.name  # 讲话.yml is another file
    return outline.with_name(f"{stem}.{FOLDER}")


def versions(outline: Path) -> list[Version]:
    """The stages of an outline, the first first."""
    folder = folder_of(outline)
    if not paths.is_folder(folder):
        return []
    found = []
    for name in files.listed(folder, (".yaml",)):
        match = _FILE.fullmatch(name)
        if match:
            head = _HEAD.match(files.read_text(folder / name, name).text)
            called, day, by, note = head.groups() if head else ("", "", "", "")
            found.append(Version(int(match[1]), called, day, by, note, folder / name))
    return sorted(found, key=lambda one: one.number)


def text_of(version: Version) -> str:
    """What the outline said at that stage.

    Raises:
        InputProblem: its file cannot be read.

    """
    text = files.read_text(version.path, version.path.name).text
    head = _HEAD.match(text)
    return text[head.end() :] if head else text


def save(outline: Path, text: str, name: str, date: str, by: str, note: str) -> Version:
    """Keeps what an outline says as its next stage.

    Raises:
        OutputProblem: it cannot be written.

    """
    called, day, who, why = (" ".join(said.replace(_BETWEEN, "|").split()) for said in (name, date, by, note))
    end = f"-{names.safe(called, '')}" if called else ""
    number = max((one.number for one in versions(outline)), default=0)
    while number < _MOST:
        number += 1  # past what somebody else kept at the same moment
        path = folder_of(outline) / f"第{number}稿{end}.yaml"
        head = f"# 第{number}稿{_BETWEEN}{_BETWEEN.join((called, day, who, why))}\n"
        if files.create(path, f"{head}{text}".encode()):
            return Version(number, called, day, who, why, path)
    hint = "把旧的几稿移到别处"
    raise OutputProblem(Problem("too-many", f"{outline.name} 留的稿子太多了", hint=hint))
