"""What the page sends, looked at before anybody uses it."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from itertools import accumulate
from pathlib import Path

from drafter.drafting.printing.formats import FORMATS
from drafter.model.tree import Tree
from drafter.problems import Problem, UsageProblem
from drafter.proofreading.mending import Replacement
from drafter.storage import names

Payload = Mapping[str, object]
UNNAMED = "新稿.yaml"
_DEEPEST = 60


def _lacking(name: str) -> UsageProblem:
    return UsageProblem(Problem("bad-request", f"页面没有把“{name}”交过来", hint="刷新页面再试"))


def text(payload: Payload, name: str) -> str:
    """A text that the request must bring."""
    found = payload.get(name)
    if not isinstance(found, str) or not found:
        raise _lacking(name)
    return found


def called(payload: Payload, name: str) -> str:
    """What a genre or a style is called, "" where that is not said; a path is none.

    Raises:
        UsageProblem: it is a path.

    """
    said = str(payload.get(name) or "")
    if set(said) & set("/\\") or said.startswith("."):
        raise UsageProblem(Problem("bad-request", f"“{said[:20]}”不是名称", hint="从单子里选"))
    return said


def tree(payload: Payload) -> Tree:
    """The outline that the page sends, nothing in it but mappings, lists and texts."""
    found = payload.get("tree")
    if not isinstance(found, dict):
        raise _lacking("tree")
    return _plain(found, 0)


def _plain(tree: object, depth: int) -> Tree:
    if depth > _DEEPEST:
        raise UsageProblem(Problem("too-large", "大纲套得太深", hint=f"最多 {_DEEPEST} 层"))
    if isinstance(tree, dict):
        return {_usable(str(key)): _plain(value, depth + 1) for key, value in tree.items()}
    if isinstance(tree, list):
        return ["" if item is None else _plain(item, depth + 1) for item in tree]
    return None if tree is None else _usable(str(tree))


def _usable(said: str) -> str:
    """A text in which every character is one: half of a pair is nobody's word."""
    if not said.isascii() and any("\ud800" <= char <= "\udfff" for char in said):
        raise UsageProblem(Problem("bad-character", "有半个字符，存不下", hint="把那个字删了重打"))
    return said


def name(payload: Payload) -> str:
    """How messages call the outline; never used as a path to write."""
    said = str(payload.get("name") or "")
    return said if said and said == Path(said).name else UNNAMED


def upload(payload: Payload) -> tuple[str, bytes]:
    """A file that came with the request: its name without any folder, and its bytes."""
    said = text(payload, "file").replace("\\", "/").rpartition("/")[2]
    stem, dot, suffix = said.rpartition(".")
    name = names.safe(stem if dot else suffix, "文件") + (f".{names.safe(suffix, 'txt')}" if dot else ".txt")
    return name, _data(payload)


def _data(payload: Payload) -> bytes:
    try:
        return base64.b64decode(text(payload, "data"), validate=True)
    except ValueError as error:  # binascii's is one
        raise _lacking("data") from error


def inner(payload: Payload, name: str) -> Payload:
    """A file that came with another."""
    found = payload.get(name)
    if not isinstance(found, dict):
        raise _lacking(name)
    return found


def several(payload: Payload, name: str) -> list[Payload]:
    """Files that came together."""
    found = payload.get(name)
    if not isinstance(found, list) or not found or not all(isinstance(one, dict) for one in found):
        raise _lacking(name)
    return found


def numbers(payload: Payload, name: str) -> list[int]:
    """Whole numbers, none where there are none."""
    found = payload.get(name)
    return [one for one in found if type(one) is int] if isinstance(found, list) else []


def number(payload: Payload, name: str) -> int:
    """A whole number that the request must bring."""
    found = payload.get(name)
    if type(found) is not int:
        raise _lacking(name)
    return found


def texts(payload: Payload) -> dict[str, str]:
    """Texts by their names, of a file in which they were taken away."""
    try:
        found = json.loads(_data(payload))
    except (ValueError, RecursionError) as error:
        raise _not_ours() from error
    if not isinstance(found, dict) or not all(isinstance(said, str) for said in found.values()):
        raise _not_ours()
    return {str(one): said for one, said in found.items()}


def _not_ours() -> UsageProblem:
    hint = "选“导出全部稿子”存下来的那个 .json"
    return UsageProblem(Problem("bad-request", "这个文件不是导出的稿子", hint=hint))


def replacements(payload: Payload, text: str) -> list[Replacement]:
    """The fixes that were chosen, each where its line and column (from 1) are in the text."""
    found = payload.get("fixes")
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise _lacking("fixes")
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    wanted = []
    for fix in found:
        line, column, old = fix.get("line"), fix.get("column"), fix.get("old")
        if (
            isinstance(line, int)
            and isinstance(column, int)
            and 0 < line < len(starts)
            and column > 0
            and old
        ):
            wanted.append(Replacement(starts[line - 1] + column - 1, str(old), str(fix.get("new") or "")))
    return wanted


def form(payload: Payload) -> str:
    """The format in which something is taken away."""
    said = str(payload.get("form") or "docx")
    if said not in FORMATS:
        hint = "可以用：" + "、".join(FORMATS)
        raise UsageProblem(Problem("unknown-format", f"没有“{said[:20]}”这种格式", hint=hint))
    return said
