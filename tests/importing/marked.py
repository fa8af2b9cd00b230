"""How much of pasted texts is understood, measured on texts of our own that are marked by hand.

`tests/fixtures/pasted` holds texts typed after what pages of the web, messengers, forums, converters and old mails
paste, each with its marks beside it: title, salutation, headings with level and role, what is no part of the text,
places left open, and what only looks as if it were none. `python -m tests.importing.marked` prints the figures.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import yaml

FOLDER = Path(__file__).parents[1] / "fixtures" / "pasted"
LEFTOVER = {"advert", "site-watermark", "markdown-residue", "chatbot-residue", "heading-empty"}
"""The codes by which check tells what is no part of a text."""

SAME_ROLE = {("经验", "体会"), ("建议", "任务"), ("形势", "意义")}
"""Roles of ours that the marks call by another name."""

_OF_CODE = ("网页代码", "标题末尾的句号")
"""What is put right and no line of a page."""


@dataclass
class Figures:
    """What was asked and what was right, by kind."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    wrong: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def count(self, kind: str, is_right: bool, what: str) -> None:
        """One thing that was asked."""
        self.asked[kind] += 1
        self.right[kind] += bool(is_right)
        if not is_right:
            self.wrong[kind].append(what)

    def share(self, kind: str) -> float:
        """The share that was right."""
        return self.right[kind] / self.asked[kind]


def measured(drafter, tmp_path) -> Figures:
    """The figures over all marked texts; `drafter` runs the program in the folder."""
    found = Figures()
    for text in sorted(FOLDER.glob("*.txt")):
        marks = json.loads(text.with_suffix(".json").read_text("utf-8"))
        report = drafter("import", text, "-o", "纲.yaml", "--force", "--json").json["files"][0]
        outline = yaml.safe_load((tmp_path / "纲.yaml").read_text("utf-8")) or {}
        problems = drafter("check", text, "--json").json["files"][0]["problems"]
        _head(found, text.stem, marks, outline)
        _headings(found, text.stem, marks, outline)
        _leftovers(found, text, marks, report["dropped"], problems)
        _gaps(found, text, marks, problems)
    return found


def _squeezed(text) -> str:
    return "".join(str(text).split())


def _bare(text) -> str:
    """A heading without the marks at its end, nor 要 at its start, which an outline may have as a mark."""
    return re.sub("^要(?!素|求)", "", _squeezed(text).rstrip("。.；;：:，,！!"))


def _texts(value) -> list[str]:
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [str(value)] if isinstance(value, str | int | float) else []


def _head(found: Figures, name: str, marks, outline) -> None:
    title, subtitle = outline.get("标题") or "", outline.get("副标题") or ""
    wanted = _bare(marks["title"])
    whole = f"{title}——{subtitle}" if subtitle else title
    found.count("title", wanted in (_bare(title), _bare(whole)), f"{name}: {title}")
    called = "".join(_texts(outline.get("称谓") or outline.get("主送") or []))
    found.count("salutation", _bare(called) == _bare(marks["salutation"]), f"{name}: {called}")


def _walk(items, role=None):
    """Every heading of an outline, with its role: its own, or that of the part that it stands in."""
    for item in items if isinstance(items, list) else [items]:
        if not isinstance(item, dict):
            continue
        heading, own = item.get("小标题") or item.get("标题"), item.get("角色") or role
        if heading:
            yield _bare(heading), own
        yield from _walk(item.get("要点") or [], None if heading else own)
        after = item.get("小结")
        yield from _walk(after.get("要点") or [] if isinstance(after, dict) else [])


def _headings(found: Figures, name: str, marks, outline) -> None:
    read = list(_walk(outline.get("小节") or []))
    got, wanted = (
        Counter(heading for heading, _ in read),
        Counter(_bare(one["text"]) for one in marks["headings"]),
    )
    for heading, times in wanted.items():
        for at in range(times):
            found.count("headings", at < got[heading], f"{name}: {heading}")
    for heading, times in got.items():
        for at in range(times):
            found.count("headings that are some", at < wanted[heading], f"{name}: {heading}")
    roles = dict(read)
    for one in marks["headings"]:
        if one.get("role") and one["level"] == 1:
            role = roles.get(_bare(one["text"]))
            right = role == one["role"] or (role, one["role"]) in SAME_ROLE
            found.count("roles", right, f"{name}: {one['text']} {role}")


def _lines_of(text: Path, words: str) -> list[int]:
    lines = text.read_text("utf-8-sig").splitlines()
    return [at for at, line in enumerate(lines, 1) if _squeezed(words) in _squeezed(line)]


def _leftovers(found: Figures, text: Path, marks, dropped, problems) -> None:
    gone = [_squeezed(one["text"]) for one in dropped]
    told: dict[int, set[str]] = defaultdict(set)
    for problem in problems:
        told[problem["line"]].add(problem["code"])
    for words in marks["leftovers"]:
        said = _squeezed(words)
        aside = any(said == one or (len(one) > 2 and (said in one or one in said)) for one in gone)
        flagged = any(told[line] & LEFTOVER for line in _lines_of(text, words))
        found.count("leftovers set aside", aside or said in gone, f"{text.stem}: {words}")
        found.count("leftovers told", flagged, f"{text.stem}: {words}")
    wanted = [_squeezed(words) for words in marks["leftovers"]]
    for one in dropped:
        said = _squeezed(one["text"])
        of_title = bool(marks["title"]) and _bare(marks["title"]) in said
        right = of_title or one["reason"] in _OF_CODE or marks["parts"] > 1
        right = right or any(said in words or words in said for words in wanted)
        found.count("dropped that is none of the text", right, f"{text.stem}: {one['text']}")
    for words in marks["keep"]:
        lost = any(_squeezed(words) in one or one in _squeezed(words) for one in gone)
        found.count("look-alikes kept", not lost, f"{text.stem}: {words}")


def _gaps(found: Figures, text: Path, marks, problems) -> None:
    told = {problem["line"] for problem in problems if problem["code"] == "placeholder"}
    for words in marks["placeholders"]:
        found.count("places left open", bool(told & set(_lines_of(text, words))), f"{text.stem}: {words}")


def main() -> None:
    """Prints every share, and what was wrong."""
    import contextlib
    import io
    import os
    import tempfile

    from drafter.cli.app import run

    class Said:
        def __init__(self, out: str) -> None:
            self.json = json.loads(out) if out.startswith("{") else None

    def program(*arguments):
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            run([str(argument) for argument in arguments])
        return Said(out.getvalue())

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        found = measured(program, Path(folder))
        os.chdir("/")
    for kind, asked in found.asked.items():
        print(f"{kind}: {found.right[kind]} of {asked} ({found.share(kind):.1%})")
        for what in found.wrong[kind]:
            print(f"    {what}")


if __name__ == "__main__":
    main()
