"""Which lines of a text are a page's that it was copied from: by what they say, and by where they stand.

What is sure by itself (`residue.kind_of`) tells that the text was copied. Then the margins are read: what stands
above the title, between it and the text, and behind the end. There a line of few words that a page uses is the
page's; in the middle it takes more. An office's own lines (来源：县水利局统计, 责任编辑：…) stay where nothing else
is a page's. Import sets aside what is found here, and check tells it.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter import numerals
from drafter.copying import furniture, lawful
from drafter.copying.webwords import is_trail, weigh
from drafter.patterns import pattern
from drafter.residue import webpages
from drafter.residue.titles import (
    bare_title,
    glued,
    is_column,
    is_dressed,
    is_title,
    names_speech,
)

REPEATED, CAPTION = "重复的标题", "网页上的图片"

_NEAR = 20
"""Lines from the first on among which the title stands."""

_LONG, _SENTENCE = 45, 20
"""Characters of a line that is surely a text, and of a sentence that is."""

_OVER_LINES, _DRESSED = 7, 4
"""The ranks of a title that goes on in the next line, and of a line that a site put its own words around, whatever it
is about.
"""

_HEAVY = 4
"""The weight of words of a line in the midst of a text that is a page's."""

_MOST = 200
"""Characters of the longest line that may be a page's in its margin."""

_SHORT, _BRIEF = 60, 12
_ENDS = ("。", "！", "？", "；", "”")
_STAMP = pattern(
    r"(?:^|.*[\s（(])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d).{0,40}|.*\d{1,2}:\d{2}(?::\d{2})?(?:\s.{0,12})?$"
)
_HALF_A_TITLE, _OF_A_PAGE = 8, " \u3000|>_"
"""Characters that a first line of a title has at least, and signs that it has not."""

_SITE = pattern("[\u4e00-\u9fff]{3,10}(?:站|铺|坊|吧|号|屋|频道|之家|笔记)")
_DAY_ALONE = pattern(r"[（(]?\d{4}年\d{1,2}月(?:\d{1,2}日)?[）)]?")
_LAWFUL = 3
"""The weight from which on even what looks like an office's own is a page's."""

_QUOTED = ("“", "‘", "「", '"')
_PICTURE = pattern(
    r"图片|[▲△].{2,40}|图为.{2,40}|END|THANKS|[-—]+\s?完\s?[-—]+|- ?E[Nn][Dd] ?-|[-—]*\s*END\s*[-—]*|★{3,}|[*＊]{5,}"
)
_OF_WEB = frozenset({
    webpages.TOOLS, webpages.BYLINE, webpages.SITE, webpages.COLLECTION, webpages.EDITOR, webpages.CUT_OFF, webpages.ADVERT,
    webpages.PAID, webpages.GARBLE, webpages.ADDRESS,
})  # fmt: skip
"""Kinds that tell of a page; a rule or a page's number may be anybody's."""


def found(lines: Sequence[str | None], kinds: Sequence[str]) -> tuple[dict[int, str], int]:
    """The lines that are a page's, by their numbers from 0, and what each is; and the line that is the title, -1 where
    nothing tells that the text was copied. None stands for a table; `kinds` are what each line is by itself ("" where
    that does not say).
    """
    return _Page(lines, kinds).read()


class _Page:
    """A text with what was found of a page in it so far."""

    def __init__(self, lines: Sequence[str | None], kinds: Sequence[str]) -> None:
        self.lines = lines
        self.told = {at: kind for at, kind in enumerate(kinds) if kind}
        self.weights: dict[int, tuple[int, bool]] = {}

    def read(self) -> tuple[dict[int, str], int]:
        self.told |= furniture.mail(self.lines)
        self.told |= furniture.between(self.lines, self.told)
        self.told |= dict.fromkeys(furniture.contents(self.lines), furniture.CONTENTS)
        first = self._opening()
        last = self._ending()
        self._weigh_middle(first, last)
        title = -1
        if self._is_copied(first, last):
            title = self._title(first)
            self._above(title)
            self._between(title, first)
            self._within(first, last)
            self._behind(last)
        return self.told | furniture.contacts(self.lines, self.told), title

    def weight(self, at: int) -> int:
        """How much of a line is a page's; nothing of a table or of a long paragraph."""
        return self._weighed(at)[0]

    def _weighed(self, at: int) -> tuple[int, bool]:
        if at not in self.weights:
            line = self.lines[at]
            self.weights[at] = weigh(line) if line and len(line) <= _MOST else (0, False)
        return self.weights[at]

    def _line(self, at: int) -> str:
        return self.lines[at] or ""

    def _opening(self) -> int:
        """Where the text opens: a salutation, a heading, a sentence that is no page's."""
        near = range(1, min(_NEAR, len(self.lines)))
        titled = (at for at in near if lawful.calls(self._line(at)) and (names_speech(self._line(at - 1)) or is_title(self._line(at - 1))))  # fmt: skip
        if (called := next(titled, 0)) and self.lines[called - 1] is not None:
            return called
        for at, line in enumerate(self.lines[:_NEAR]):
            if line is None:
                return at
            if at in self.told:
                continue
            called = lawful.calls(line) or glued(line)
            says = len(line) >= _SENTENCE and line.endswith(_ENDS[:3]) and not is_title(line)
            says = says and self.weight(at) < _LAWFUL - self._weighed(at)[1]
            long = len(line) > _SHORT and not self.weight(at)
            if (
                called
                or says
                or long
                or (numerals.opens_with_mark(line) and not is_title(line) and not self.weight(at))
            ):
                return at
        page = sum(at in self.told or self.weight(at) > 0 for at in range(min(len(self.lines), _NEAR)))
        return _NEAR if len(self.lines) > _NEAR and 2 * page > _NEAR else 0

    def _ending(self) -> int:
        """The first line behind the text: after it nothing is a text any more. A sentence alone is no page's."""
        count = len(self.lines)
        at = count
        while at and self._is_loose(at - 1):
            at -= 1
        first = next((one for one in range(at, count) if one in self.told or self.weight(one)), count)
        sure = any(
            self.told.get(one) in _OF_WEB or (self._weighed(one)[1] and not self._line(one).endswith(_ENDS))
            for one in range(first, count)
        )
        return first if at and sure else count

    def _is_loose(self, at: int) -> bool:
        """Whether a line may stand behind the end: a page's, or short and no part of a text."""
        line = self.lines[at]
        if line is None:
            return False
        if at in self.told:
            return True
        heavy, sure = self._weighed(at)
        if line.startswith(_QUOTED):
            return False
        if lawful.BELOW.match(line) or lawful.TURNS.match(line):
            return heavy >= _LAWFUL and sure
        if lawful.OFFICE.match(line):
            return heavy > 0
        if len(line) >= _LONG or (len(line) >= _SENTENCE and line.endswith(_ENDS)):
            below = at + 1 == len(self.lines) or at + 1 in self.told or self._weighed(at + 1)[1]
            return (heavy > 1 and sure) or (heavy > 1 and below and len(line) <= _SHORT)
        if line.endswith(("。", "！")) and not heavy and (len(line) > _BRIEF or lawful.CALLED.search(line)):
            return False
        if numerals.opens_with_mark(line):
            return heavy > 0 or (line[0].isdigit() and is_title(line.lstrip("0123456789.、．")))
        return not line.endswith(("。", "：", "；")) or heavy > 0

    def _weigh_middle(self, first: int, last: int) -> None:
        """Lines of the text itself that only a page says: several of its words, and no sentence."""
        for at in range(first, last):
            line = self.lines[at]
            if (
                not line
                or at in self.told
                or len(line) > _SHORT
                or line.endswith(_ENDS)
                or line.startswith(_QUOTED)
            ):
                continue
            if numerals.opens_with_mark(line) or line.endswith(("：", ":")) or lawful.BELOW.match(line):
                continue
            dense = len(line) <= _BRIEF and self.weight(at) > 1
            if (dense or self.weight(at) >= _HEAVY) and self._weighed(at)[1] and not is_title(line):
                self.told[at] = webpages.ADVERT

    def _is_copied(self, first: int, last: int) -> bool:
        """Whether anything tells surely that the text was copied from a page."""
        if _OF_WEB & set(self.told.values()):
            return True
        top = range(min(first, len(self.lines)))
        margin = (
            at
            for at in (*top, *range(last, len(self.lines)))
            if not is_title(self._line(at)) and not lawful.OFFICE.match(self._line(at))
        )
        return any(is_dressed(self._line(at)) for at in top) or any(self._weighed(at)[1] for at in margin)

    def _title(self, first: int) -> int:
        """Which line is the title: by its words, and by its place before the text; -1 where none is."""
        if first < len(self.lines) and glued(self._line(first)):
            return first
        marked = [(self._rank(at, first), at) for at in range(first) if at not in self.told]
        rank, at = max(marked, default=(0, -1))
        return at if rank > 0 else -1

    def _rank(self, at: int, first: int) -> int:
        line = self._line(at)
        bare = bare_title(line)
        if (
            not bare
            or len(bare) > _SHORT
            or _STAMP.match(bare)
            or _DAY_ALONE.fullmatch(bare)
            or lawful.CALL.fullmatch(line)
            or is_trail(line)
        ):
            return 0
        heavy, _ = weigh(bare)
        if lawful.OFFICE.match(line) or _SITE.fullmatch(line):
            return 0
        if bare != line and not heavy and self.weight(at) and not is_title(line):
            return _DRESSED
        below = self._line(at + 1) if at + 1 < first else ""
        if not is_title(line) and not heavy and is_title(bare + below) and len(below) <= _BRIEF:
            return _OVER_LINES
        worded = 0 if not is_title(line) else 2 if is_column(bare) else 4 + 2 * names_speech(bare)
        plain = 2 * (line == bare) + (line == bare + "。")
        return (
            worded + plain - min(heavy, 3) + (worded > 0 and at + 1 == first)
            if worded or not self.weight(at)
            else 0
        )

    def _above(self, title: int) -> None:
        """What stands above the title, but for marks of secrecy and the like, and for a line that the title goes on from."""
        for at in range(max(title, 0)):
            line = self._line(at)
            if at in self.told or (lawful.ABOVE.match(line) and self.weight(at) < 2):
                continue
            begins = at == title - 1 and self._goes_on(at)
            if not begins:
                again = bare_title(line) == bare_title(self._line(title))
                self.told[at] = (
                    REPEATED if again else webpages.COLLECTION if is_dressed(line) else self._kind(at)
                )

    def _goes_on(self, at: int) -> bool:
        """Whether a line above the title may be the first line of it."""
        line = self._line(at)
        long = len(line) >= _HALF_A_TITLE or self._line(at + 1).startswith("——")
        bare = long and not self.weight(at) and not is_title(line)
        return bare and (
            lawful.SLOGAN.fullmatch(line) is not None or not any(sign in line for sign in _OF_A_PAGE)
        )

    def _between(self, title: int, first: int) -> None:
        """What stands between title and text, or above a text without a title: bylines, buttons, the title again."""
        again = bare_title(self._line(title)) if title >= 0 else ""
        for at in range(title + 1, first):
            line = self._line(at)
            if at in self.told or (lawful.ABOVE.match(line) and self.weight(at) < 2):
                continue
            if again and bare_title(line) == again:
                self.told[at] = REPEATED
            elif (
                self.weight(at) >= (_HEAVY if line.endswith("。") else 1)
                or _STAMP.match(line)
                or line.isascii()
            ):
                self.told[at] = self._kind(at)

    def _within(self, first: int, last: int) -> None:
        """Captions, and single words between paragraphs that only a page has."""
        opened = {self._line(at).partition("】")[0] for at in self.told if "】" in self._line(at)}
        for at in range(first, last):
            line = self.lines[at]
            if (
                line
                and at not in self.told
                and (_PICTURE.fullmatch(line) or (line.endswith("】") and line[:-1] in opened))
            ):
                self.told[at] = CAPTION

    def _behind(self, last: int) -> None:
        for at in filter(self._line, range(last, len(self.lines))):
            self.told.setdefault(at, self._kind(at))

    def _kind(self, at: int) -> str:
        """What a line of the margin is called."""
        line = self._line(at)
        says = line.endswith(_ENDS) and len(line) >= _SENTENCE
        return webpages.EDITOR if says else webpages.BYLINE if _STAMP.match(line) else webpages.TOOLS
