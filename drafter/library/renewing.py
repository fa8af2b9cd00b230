"""Last year's outline as the start of this year's: words kept, figures emptied, old years marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from drafter import secrecy
from drafter.library import library
from drafter.outlining.meaning.others import is_somebody_elses
from drafter.problems import InputProblem, Problem
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.yaml.stretches import yaml_text
from drafter.session.session import Session
from drafter.storage import catalogue, files
from drafter.writers.in_place import edit

_DATE = re.compile(
    r"(?<!\d)(?:(?P<han>\d{4})年(?:\d{1,2}月(?:\d{1,2}日)?)?|(?P<iso>\d{4})[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d))"
    r"|(?P<words>二[〇○零][一二三四五六七八九〇○零]{2})年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?"
    r"|(?<![\d.年近约第])(?P<short>[0-4]\d)年(?=底|初|度|\d{1,2}月)|(?<![\d年])(?P<day>\d{1,2}月\d{1,2}日)"
)
"""A date by its year, in either numerals or cut short (24年底), and a day of a year that is not named."""

_ZERO = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_FAR = 2035
"""A year from here on is a plan's, not the outline's."""

_REFERENCE = re.compile(r"\{\{[^{}\n]*\}\}|〔待补[^〕]{0,200}〕")
BEFORE, AFTER = 2, 1
"""Years before and after the outline's own that move with it; others are history or far plans."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """The outline's text, the template that it names, the facts to fill in, how many dates are marked."""

    text: str
    template: str
    facts: tuple[str, ...] = ()
    marked: int = 0


def renewed(session: Session, id_: str, title: str) -> Renewed | None:
    """The outline of this id or path for another year; None where it is neither a path nor the library's.

    Raises:
        InputProblem: the entry is no whole outline, or the file cannot be read as one.

    """
    path = catalogue.by_path("outlines", id_, session.base)
    if path is not None:
        return _renew_file(path, id_, title)
    shelf = library.opened(session)
    if not shelf.has(id_):
        return None
    entry = shelf.entry(id_, cleared=secrecy.HIGHEST)  # the new outline bears the same mark
    if entry.kind != "outline":
        hint = f"它在“{entry.within or entry.volume}”里；取一条素材用 drafter library take {id_}"
        raise InputProblem(Problem("not-an-outline", f"“{id_}”不是一整份大纲", hint=hint))
    marker = _Marker(int(entry.year or 0) or _latest(f"{entry.title}\n{entry.text}"))
    text, facts = edit.renewed(yaml_text(shelf.volume(entry).text, id_), title, marker)
    return Renewed(text, entry.template, tuple(facts), marker.count)


def _renew_file(path: Path, name: str, title: str) -> Renewed:
    """The outline of a file for another year."""
    text = files.read_text(path, name).text
    source, problems = outline_yaml.parse(text, name)
    if source is None:
        raise InputProblem(*problems)
    dated = _DATE.search(source.field("date") or "")
    marker = _Marker((_year(dated) if dated else 0) or _latest(text))
    renewed_text, facts = edit.renewed(yaml_text(text, name), title, marker)
    return Renewed(renewed_text, source.field("template") or "", tuple(facts), marker.count)


class _Marker:
    """Marks the old years of a text as gaps to be looked at, and counts them."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.count = 0

    def __call__(self, text: str) -> str:
        pieces: list[str] = []
        at = 0
        for kept in _REFERENCE.finditer(text):
            pieces += [self._marked(text, at, kept.start()), kept[0]]
            at = kept.end()
        return "".join([*pieces, self._marked(text, at, len(text))])

    def _marked(self, text: str, start: int, end: int) -> str:
        """A stretch of the text with its own old years marked; what others said and did stays."""
        pieces: list[str] = []
        for match in _DATE.finditer(text, start, end):
            if not is_somebody_elses(text, *match.span()):
                pieces += [text[start : match.start()], self._mark(match)]
                start = match.end()
        return "".join([*pieces, text[start:end]])

    def _mark(self, match: re.Match[str]) -> str:
        year = _year(match) or self.year
        if not self.year - BEFORE <= year <= self.year + AFTER:
            return match[0]
        self.count += 1
        return f"〔待补：原{match[0]}〕"


def _year(match: re.Match[str]) -> int:
    """The year of a date; 0 where it names none."""
    if match["short"]:
        return 2000 + int(match["short"])
    return int(match["han"] or match["iso"] or (match["words"] or "0").translate(_ZERO))


def _latest(text: str) -> int:
    """The latest year that a text names, but for the far ones of plans."""
    named = map(_year, _DATE.finditer(text))
    return max((year for year in named if year < _FAR), default=0)
