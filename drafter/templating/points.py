"""Sections and points as the lines that a template prints: marks, layouts, punctuation.

A template gets every section as plain data: its heading with its mark, its lead, a `run`
(points that stand inside one paragraph) and `blocks` (points that stand on their own).
Whether a lead is the outline's or the template's, the run follows it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drafter import numerals
from drafter.model.inlines import STARS, picture_of
from drafter.model.outline import Marks, Point, Section, Tail, Texts
from drafter.model.template import TemplateRole
from drafter.model.words import chained, cut, derived, phrase
from drafter.patterns import pattern
from drafter.templating import punctuation
from drafter.templating.levels import Level, literal_mark

LONGEST_TITLE = 20
"""A plain point's first sentence of up to so many characters is its title (contract §1)."""

Block = dict[str, Any]
_COUNT = pattern(r"(?<!\\)\{\{\s*(?:(\w+)\.)?条数\s*\}\}")


class SectionWriter:
    """Turns sections into plain data for one outline. `count_of` counts another part's points.

    With `as_is` a point that stands on its own gets no end mark that it did not bring; with
    `owners` it says who answers for it and by when.
    """

    def __init__(
        self,
        count_of: Callable[[str], int],
        as_is: bool = False,
        owners: bool = False,
    ) -> None:
        self._as_is = as_is
        self._ended = _as_typed if as_is else punctuation.ended
        self._count_of = count_of
        self._owners = owners

    def text(self, text: str, count: int) -> str:
        """The text with its counts resolved; `count` is that of the points it stands with."""
        if "条数" not in text:
            return text
        pieces: list[str] = []
        at = 0
        for match in _COUNT.finditer(text):
            number = self._count_of(match[1]) if match[1] else count
            reference = cut(text, *match.span())
            pieces += [cut(text, at, match.start()), derived(f"{{{{ 条数={number} }}}}", reference)]
            at = match.end()
        return phrase(*pieces, cut(text, at))

    def line(self, text: str) -> str:
        """A text that stands outside all parts."""
        return self.text(text, 0)

    def texts(self, texts: Texts, count: int) -> list[str]:
        """The paragraphs with their counts resolved."""
        return [self.text(text, count) for text in texts]

    def section(
        self, section: Section, role: TemplateRole | None, level: Level, number: int, total: int
    ) -> dict[str, Any]:
        """The section as plain data; `number` of `total` counts the sections with headings."""
        count = len(section.points)
        lead = self.texts(section.lead, count)
        shown = lead if all(map(picture_of, lead)) else []  # which say nothing: the template may
        data: dict[str, Any] = {"heading": "", "level": 0, "count": count}
        data |= {
            "lead": [] if shown else lead,
            "pictures": shown,
            "table": [[self.text(cell, count) for cell in row] for row in section.table],
        }
        if section.heading:
            scheme = level.scheme()
            heading = self.text(section.heading, count)
            own = numerals.opens_with_mark(heading)
            alone = total == 1 and not own and not self._as_is  # nobody says 一、 where there is no 二、
            mark = "" if own or alone else numerals.mark(scheme, number, total)
            data["heading"] = phrase(mark, heading)
            data["level"] = _heading_level(mark or heading, level)
            level = level if alone else level.below(scheme)
        marks: Marks = section.marks
        layout = section.layout
        if role is not None:
            layout = layout or role.layout
            marks = marks or (role.marks if count > 1 or self._as_is else None) or None
        run, blocks = self._row(section.points, marks, layout, level, count)
        data["titles"] = self._titles(section.points, marks or level.scheme(layout == "inline"), count)
        tail_run, tail_blocks = self._tail(section.tail, level, count)
        if section.run_on and run and not blocks:
            run = phrase(run, tail_run)
        elif tail_run:
            tail_blocks.insert(0, _body(tail_run))
        data["run"] = run
        data["blocks"], data["after"] = (blocks, tail_blocks) if section.table else (blocks + tail_blocks, [])
        if layout == "lead" and not section.points and data["heading"] and data["lead"]:
            data["lead"][0] = phrase(STARS, punctuation.ended(data["heading"]), STARS, data["lead"][0])
            data["heading"] = ""
        return data

    def _tail(self, tail: Texts | Tail, level: Level, count: int) -> tuple[str, list[Block]]:
        """A tail as its first paragraph and the blocks after it."""
        if not isinstance(tail, Tail):
            texts = self.texts(tail, count)
            return (texts[0] if texts else ""), [_body(text) for text in texts[1:]]
        own = len(tail.points)
        lead = self.texts(tail.lead, own)
        run, blocks = self._row(tail.points, tail.marks, tail.layout, level, own)
        paragraphs = _with_run(lead, run)
        after = [_body(text) for text in paragraphs[1:]] + blocks
        after += [_body(text) for text in self.texts(tail.tail, own)]
        return (paragraphs[0] if paragraphs else ""), after

    def _row(
        self, points: tuple[Point, ...], marks: Marks, layout: str, level: Level, count: int
    ) -> tuple[str, list[Block]]:
        """A row of points: the run inside the paragraph above, and the blocks below it."""
        if not points:
            return "", []
        inline = layout == "inline"
        scheme = marks or level.scheme(running=inline)
        alone = not marks and len(points) == 1 and (inline or not self._as_is)
        if alone:
            scheme = numerals.NO_MARK  # nobody says 一是 where there is no 二是
        if not layout:
            heads = isinstance(scheme, str) and numerals.heading_level(scheme) == 1
            layout = "heading" if heads else "lead"
        below = level if alone and not inline else level.below(scheme)
        if inline:
            pieces = [
                self._inline(point, mark, below, count)
                for point, mark in zip(points, self._marks(points, scheme), strict=True)
            ]
            return punctuation.run(pieces), []
        blocks: list[Block] = []
        for point, mark in zip(points, self._marks(points, scheme), strict=True):
            blocks.extend(self._point(point, mark, layout, level, below, count))
        return "", blocks

    def _titles(self, points: tuple[Point, ...], scheme: Marks, count: int) -> list[str]:
        """Each point's mark and title, or the first sentence of one that has no title."""
        titles = []
        for point, mark in zip(points, self._marks(points, scheme), strict=True):
            text = self.text(point.title or (point.text[0] if point.text else ""), count)
            titles.append(phrase(mark, punctuation.opening_sentence(text)))
        return titles

    def _marks(self, points: tuple[Point, ...], scheme: Marks) -> list[str]:
        """The marks of a row; a point that wants none takes no number."""
        total = sum(point.mark != numerals.NO_MARK for point in points)
        marks, number = [], 0
        for point in points:
            number += point.mark != numerals.NO_MARK
            marks.append(self._mark(point, scheme, max(number, 1), max(total, 1)))
        return marks

    def _mark(self, point: Point, scheme: Marks, number: int, total: int) -> str:
        """The point's mark: its own, none where its text brings one, else the scheme's."""
        if point.mark:
            return "" if point.mark == numerals.NO_MARK else point.mark
        opening = point.title or (point.text[0] if point.text else "")
        if isinstance(scheme, str) and numerals.opens_with_mark(opening):
            return ""
        return literal_mark(scheme, number, total)

    def _inline(self, point: Point, mark: str, below: Level, outer: int) -> str:
        """An inline point as one piece of text, its own points with it; its tail runs on, with a row that it holds."""
        count = len(point.points) or outer
        title = [self.text(point.title, count)] if point.title else []
        texts = self.texts(point.text, count)
        said = texts or title
        said[-1:] = [self._with_owner(text, point) for text in said[-1:]]
        run, _ = self._row(point.points, point.marks, "inline", below, count)
        tail_run = self._running(point.tail, below, count)
        before = [*title, *texts]
        if run or (tail_run and not picture_of(tail_run)):
            return phrase(mark, *map(punctuation.ended, before), run, tail_run)
        return phrase(mark, *map(punctuation.ended, before[:-1]), *before[-1:], tail_run)

    def _running(self, tail: Texts | Tail, level: Level, count: int) -> str:
        """A tail that runs on in its paragraph: below it would stand under the next point."""
        if not isinstance(tail, Tail):
            return phrase(*self.texts(tail, count))
        own = len(tail.points)
        run, _ = self._row(tail.points, tail.marks, "inline", level, own)
        lead = map(punctuation.ended, self.texts(tail.lead, own))
        return phrase(*lead, run, *self.texts(tail.tail, own))

    def _point(
        self, point: Point, mark: str, layout: str, level: Level, below: Level, outer: int
    ) -> list[Block]:
        """A point that stands on its own, with all that is below it.

        Its own layout goes before the row's: `heading` and `lead` are about its title,
        `inline` draws its points into its paragraph.
        """
        count = len(point.points) or outer
        title = self.text(point.title, count)
        texts = self.texts(point.text, count)
        own = point.layout if point.layout in ("heading", "lead") else layout
        if not title and len(texts) == 1 and not point.points:
            title, texts[0] = punctuation.first_sentence(texts[0], LONGEST_TITLE)
            if own == "heading" and not self._as_is and title.endswith("。"):
                title = cut(title, 0, len(title) - 1)  # a heading alone on its line has no stop
        if texts:
            texts[-1] = self._with_owner(texts[-1], point)
        else:
            title = self._with_owner(title, point)
        inline = point.layout == "inline"
        run, blocks = self._row(point.points, point.marks, "inline" if inline else "", below, count)
        tail_run, tail_blocks = self._tail(point.tail, below, count)
        if run:
            before = [*texts[:-1], punctuation.ended(texts[-1])] if texts else []
            texts, tail_run = _with_run(before, phrase(run, tail_run)), ""
        after = blocks + ([_body(tail_run)] if tail_run else []) + tail_blocks
        return self._opened(mark, title, texts, own, level) + after

    def _with_owner(self, text: str, point: Point) -> str:
        """The text with who answers for the point and by when, before its end mark."""
        said = [("责任单位", point.owner), ("完成时限", "" if point.deadline in text else point.deadline)]
        said = said if self._owners else []
        named = chained([phrase(f"{name}：", self.line(value)) for name, value in said if value], "；")
        if not named:
            return text
        bare = cut(text, 0, len(text.rstrip("。；")))
        return phrase(bare, "（", named, "）", "。" if bare != text else "")

    def _opened(self, mark: str, title: str, texts: list[str], layout: str, level: Level) -> list[Block]:
        """A point's mark, title and text, as its layout puts them."""
        font_level = _heading_level(mark or title, level)
        if title and (layout == "heading" or (not texts and numerals.heading_level(mark or title))):
            return [_heading(phrase(mark, title), font_level), *map(_body, texts)]
        if title:
            if not texts:
                return [_lead(self._ended(phrase(mark, title)), "")]
            if punctuation.has_end_mark(texts[0][:1]):  # the text brings the title's mark
                return [_lead(phrase(mark, title), texts[0]), *map(_body, texts[1:])]
            lead = _lead(punctuation.ended(phrase(mark, title)), self._ended(texts[0]))
            return [lead, *map(_body, texts[1:])]
        if not texts:
            return []
        return [_body(phrase(mark, self._ended(texts[0]))), *map(_body, texts[1:])]


def _as_typed(text: str) -> str:
    """The text itself: `str` would give another, and its origin would be gone."""
    return text


def _heading_level(text: str, level: Level) -> int:
    """The level of a heading by its mark, else by its depth; 1 to 4."""
    return numerals.heading_level(text) or min(level.depth + 1, 4)


def _with_run(texts: list[str], run: str) -> list[str]:
    """The paragraphs, the run following in the last of them."""
    if not run:
        return texts
    return [*texts[:-1], phrase(texts[-1], run)] if texts else [run]


def _heading(title: str, level: int) -> Block:
    return {"level": level, "title": title, "lead": "", "text": ""}


def _lead(lead: str, text: str) -> Block:
    return {"level": 0, "title": "", "lead": lead, "text": text}


def _body(text: str) -> Block:
    return {"level": 0, "title": "", "lead": "", "text": text}
