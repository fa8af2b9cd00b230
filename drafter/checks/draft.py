"""A draft as rules see it: one long text, its paragraphs, and what several rules look for in it.

All paragraphs stand in one string, parted by line ends, so that a pattern runs over the whole
draft in one call. What more than one rule needs is looked for once and kept.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

from drafter.checks.dating import own_date
from drafter.model.document import Role
from drafter.model.lexicon import Lexicon
from drafter.model.outline import Outline
from drafter.model.roster import Roster
from drafter.model.template import Template

T = TypeVar("T")
HAN = "\u4e00-\u9fff"
"""The Han characters of a text, as a range of a pattern."""

DIGITS = "0123456789０１２３４５６７８９"
"""What `\\d` stands for in what people type."""

SENTENCE_ENDS = "。！？；"
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?[”’）》]*")
_TITLE_ENDS = tuple("。；，：！？…、;,:!?")
_HEADING = re.compile(
    r"[ \t\u3000]*(?:([一二三四五六七八九十]{1,3}、)|([（(][一二三四五六七八九十]{1,3}[）)])|(\d{1,2}[.．、](?!\d))|([（(]\d{1,2}[）)]))"
)
_SIGHT = 400
"""Characters on either side within which the end of a sentence is looked for."""

_OF_HEADING = 200
"""Characters of a heading that may say something of what stands below it."""

_LONGEST_HEADING = 45
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: where it stands in the draft's text, and what it is.

    `cell`: it stands in a table; `level` is a heading's.
    """

    start: int
    end: int
    role: Role
    level: int = 0
    cell: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """One paragraph before it is put with the others; a role that is not known is guessed."""

    text: str
    role: Role | None = None
    level: int = 0
    cell: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What a draft is read against: word lists, a date (year, month, day; 0 where not known), older texts, what
    the template said in the speaker's last speech, the unit's own roster. `rate` counts syllables a minute; `today` says who serves where no date is known.
    """

    lexicon: Lexicon = field(default_factory=Lexicon)
    date: tuple[int, int, int] = (0, 0, 0)
    older: tuple[tuple[str, str], ...] = ()
    roster: Roster = field(default_factory=Roster)
    rate: float = 180
    today: tuple[int, int, int] = (0, 0, 0)
    said_before: tuple[tuple[str, str], ...] = ()


class Draft:
    """The text of a draft; `outline` and `template` are those it was made from, if it was."""

    def __init__(
        self,
        said: Sequence[Said],
        setting: Setting,
        outline: Outline | None = None,
        template: Template | None = None,
    ) -> None:
        self.text = "\n".join(one.text for one in said)
        self.setting = setting
        self.outline = outline
        self.template = template
        self.paragraphs = tuple(_placed(said))
        self._starts = [paragraph.start for paragraph in self.paragraphs]
        self._kept: dict[Any, Any] = {}

    def once(self, look: Callable[[Draft], T]) -> T:
        """What `look` finds in this draft, looked for once and kept."""
        if look not in self._kept:
            self._kept[look] = look(self)
        found: T = self._kept[look]
        return found

    @property
    def lexicon(self) -> Lexicon:
        """The word lists."""
        return self.setting.lexicon

    def index(self, offset: int) -> int:
        """The number, from 0, of the paragraph that holds a character."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def paragraph(self, offset: int) -> Paragraph:
        """The paragraph that holds a character."""
        return self.paragraphs[self.index(offset)]

    def words(self, paragraph: Paragraph) -> str:
        """What a paragraph says."""
        return self.text[paragraph.start : paragraph.end]

    def sentence(self, offset: int) -> tuple[int, int]:
        """Where the sentence that holds a character begins and ends, within its paragraph; of one that
        has no end in sight, what stands near.
        """
        paragraph, text = self.paragraph(offset), self.text
        first, last = max(paragraph.start, offset - _SIGHT), min(paragraph.end, offset + _SIGHT)
        start = max(text.rfind(mark, first, offset) for mark in SENTENCE_ENDS) + 1
        ends = [text.find(mark, offset, last) for mark in SENTENCE_ENDS]
        return max(start, first), min((end for end in ends if end >= 0), default=last)

    def headings_over(self, offset: int) -> str:
        """The headings under which a character stands, the nearest first, a line each; of one that is a whole text, how
        it begins.
        """
        number = bisect_right(self._chains, offset, key=_place) - 1
        return self._chains[number][1] if number >= 0 else ""

    @cached_property
    def _chains(self) -> list[tuple[int, str]]:
        """Where each heading begins, and what it and those over it say."""
        found: list[tuple[int, str]] = []
        open_: list[Paragraph] = []
        for heading in (one for one in self.paragraphs if one.role is Role.HEADING):
            open_ = [*(one for one in open_ if one.level < heading.level), heading]
            said = (self.words(one)[:_OF_HEADING] for one in reversed(open_))
            found.append((heading.start, "\n".join(said)))
        return found

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Where each sentence begins and ends; ； ends one too."""
        return [match.span() for match in _SENTENCE.finditer(self.text)]

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Every two characters that stand together: a word whose first two do not is not here."""
        return _pairs(self.text)

    @cached_property
    def alphabet(self) -> str:
        """Every character of the text, once: what has no character here need not be looked for."""
        return "".join(sorted(set(self.text)))

    def beside(self, before: str, after: str) -> bool:
        """Whether any of the first characters stands anywhere right before any of the second."""
        return any(one + other in self.pairs for one in before for other in after)

    def find_words(self, words: Iterable[str]) -> list[tuple[int, str]]:
        """Where each of the words stands, in the order of the text; overlaps included."""
        text, pairs = self.text, self.pairs
        found: list[tuple[int, str]] = []
        for word in words:
            if len(word) > 1 and (word[:2] not in pairs or word[-2:] not in pairs):
                continue
            if any(one + other not in pairs for one, other in pairwise(word[1:-1])):
                continue
            at = text.find(word)
            while at >= 0:
                found.append((at, word))
                at = text.find(word, at + 1)
        return sorted(found)

    def longest(self, words: Iterable[str]) -> list[tuple[int, str]]:
        """Where each of the words stands, less those within or across a longer one that begins before."""
        found: list[tuple[int, str]] = []
        taken = 0
        for at, word in sorted(self.find_words(words), key=lambda found: (found[0], -len(found[1]))):
            if at >= taken:
                found.append((at, word))
                taken = at + len(word)
        return found

    @cached_property
    def date(self) -> tuple[int, int, int]:
        """The day that the draft dates itself by, as given, else as it says; zeros where it does not."""
        return self.setting.date if self.setting.date[0] else self._own[0]

    @property
    def is_dated(self) -> bool:
        """Whether the date is sure: given, or written where a draft is dated."""
        return bool(self.setting.date[0]) or self._own[1]

    @cached_property
    def _own(self) -> tuple[tuple[int, int, int], bool]:
        headed = [self.words(one) for one in self.paragraphs if one.role in (Role.TITLE, Role.HEADING)]
        return own_date([self.words(one).strip() for one in self.paragraphs], headed, self.text)

    @property
    def year(self) -> int:
        """The year of the draft's date, 0 where it is not known."""
        return self.date[0]


def _pairs(text: str) -> frozenset[str]:
    """Every two characters that stand together. As numbers of eight bytes, each found once, they take half the time
    that as many strings do.
    """
    codes = memoryview(text.encode("utf-32-le", "surrogatepass"))
    found: set[int] = set()
    for first in (0, 1):
        size = (len(text) - first) // 2 * 8
        found.update(codes[4 * first : 4 * first + size].cast("Q"))
    said = array("Q", found).tobytes().decode("utf-32-le", "surrogatepass")
    return frozenset([said[at : at + 2] for at in range(0, len(said), 2)])


def _placed(said: Sequence[Said]) -> list[Paragraph]:
    """The paragraphs with their places; roles that a file does not tell are guessed by form."""
    found: list[Paragraph] = []
    at = 0
    titled = any(one.role is Role.TITLE for one in said)
    for one in said:
        role, level = one.role, one.level
        if role is None:
            role, level = _guess(one.text, not titled)
            titled = titled or bool(one.text.strip())
        found.append(Paragraph(at, at + len(one.text), role, level, one.cell))
        at += len(one.text) + 1
    return found


def _guess(text: str, first: bool) -> tuple[Role, int]:
    """What a paragraph is, told by its form."""
    bare = text.strip()
    ends = bare.endswith(_TITLE_ENDS)
    match = _HEADING.match(text)
    if match and len(bare) <= _LONGEST_HEADING and not ends and "。" not in bare:
        return Role.HEADING, match.lastindex or 1
    if first and _may_be_title(bare) and not ends and not match:
        return Role.TITLE, 0
    return Role.BODY, 0


def _may_be_title(bare: str) -> bool:
    """Whether the first paragraph is short enough for a title, and no sentence."""
    return 0 < len(bare) <= _LONGEST_TITLE and "。" not in bare and bare.count("，") < 2


def _start(span: tuple[int, int]) -> int:
    return span[0]


def _place(chain: tuple[int, str]) -> int:
    return chain[0]


def within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a character stands in one of the spans, which are in order and apart."""
    number = bisect_right(spans, at, key=_start) - 1
    return number >= 0 and at < spans[number][1]
