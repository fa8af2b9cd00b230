"""Changes within paragraphs, character by character, laid at the texts of the outline that print them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.outlining.form import marks
from drafter.redline.changes import changes
from drafter.revising.printed import ADDED, FACT, OWN, SUPPLIED, Path, Printed, Span
from drafter.revising.steps import Edit, Join, Lost, Step


class Changed:
    """Paragraphs that became others, character by character."""

    def __init__(self, before: Sequence[Printed], after: str, paragraph: int) -> None:
        self._before = before
        self._old = "\n".join(one.text for one in before)
        self._new = after
        self._paragraph = paragraph
        self._spans: list[Span] = []
        at = 0
        for one in before:
            self._spans += [
                Span(span.start + at, span.end + at, span.kind, span.path, span.offset) for span in one.spans
            ]
            at += len(one.text) + 1

    def steps(self) -> Iterator[Step]:
        """One or more for each change."""
        shift = 0
        for change in changes(self._old, self._new):
            start = change.start - shift
            said = self._new[change.start : change.end]
            shift += change.end - change.start - len(change.old)
            yield from self._step(start, start + len(change.old), said)

    def _step(self, start: int, end: int, said: str) -> Iterator[Step]:
        old = self._old[start:end]
        if "\n" in old:
            yield from self._joined(start, end, said)
            return
        touched = [span for span in self._spans if span.start < end and span.end > start]
        own = [span for span in touched if span.kind == OWN and span.path]
        if any(span.kind == FACT for span in touched):
            yield self._figure(start, end, said, touched)
        elif any(span.kind == ADDED for span in touched):
            yield Lost(old, said, self._paragraph)
        elif own and all(span.offset is not None for span in own):
            for number, span in enumerate(own):
                first, last = max(start, span.start), min(end, span.end)
                yield self._edit(span, first, last, "" if number else said, old)
        elif own:
            yield Lost(old, said, self._paragraph)
        elif not (old and _is_mark(old) and _is_mark(said)):
            yield self._beside(start, end, said)
        elif not said and not all(start <= span.start and span.end <= end for span in touched):
            yield Lost(old, said, self._paragraph)  # half a number is none

    def _edit(self, span: Span, first: int, last: int, said: str, old: str) -> Edit:
        at = (span.offset or 0) - span.start
        return Edit(span.path, first + at, last + at, said, old, said, self._paragraph)

    def _beside(self, start: int, end: int, said: str) -> Step:
        """What is put in, or what takes the place of a mark that we supplied, as part of the text before, else of that behind."""
        old = self._old[start:end]
        ahead = next(
            (span for span in reversed(self._spans) if span.end <= start and self._counts(span)), None
        )
        behind = next((span for span in self._spans if span.start >= end and self._counts(span)), None)
        inside = next((span for span in self._spans if span.start < start < span.end), None)
        if inside is not None and inside.kind == OWN and inside.offset is not None:
            return self._edit(inside, start, start, said, old)
        if (
            ahead
            and "\n" not in self._old[ahead.end : start]
            and (ahead.end == start or not behind or "\n" in self._old[end : behind.start])
        ):
            between = "" if old else self._old[ahead.end : start]
            return self._edit(ahead, ahead.end, ahead.end, between + said, old)
        if behind and "\n" not in self._old[end : behind.start]:
            return self._edit(behind, behind.start, behind.start, said, old)
        return Lost(old, said, self._paragraph)

    def _counts(self, span: Span) -> bool:
        return span.kind == OWN and bool(span.path) and span.offset is not None

    def _figure(self, start: int, end: int, said: str, touched: Sequence[Span]) -> Step:
        """A figure that was changed: it changes itself, or the place where it is asked for says the new words."""
        old = self._old[start:end]
        facts = [span for span in touched if span.kind == FACT]
        place = self._reference(facts[0])
        here = None
        if place is not None and all(place[3] <= span.start and span.end <= place[4] for span in facts):
            path, first, last, from_, to = place
            ahead = sum(self._starts_in(span, start) for span in touched if span.end <= from_)
            behind = sum(self._ends_in(span, end) for span in touched if span.start >= to)
            whole = self._old[from_ : max(start, from_)] + said + self._old[min(end, to) : to]
            here = Edit(path, first - ahead, last + behind, whole, old, said, self._paragraph)
        span = facts[0]
        gone = not said and start <= span.start and end >= span.end
        if len(touched) == 1 and span.path and span.offset is not None and not gone:
            at = span.offset - span.start
            return Edit(span.path, start + at, end + at, said, old, said, self._paragraph, True, here)
        return here or Lost(old, said, self._paragraph)

    def _starts_in(self, span: Span, start: int) -> int:
        """Characters of a span that a change takes from its end."""
        return span.end - max(start, span.start)

    def _ends_in(self, span: Span, end: int) -> int:
        """Characters of a span that a change takes from its beginning."""
        return min(end, span.end) - span.start

    def _reference(self, fact: Span) -> tuple[Path, int, int, int, int] | None:
        """Where in a text the figure is asked for, and which characters it prints there."""
        at = self._spans.index(fact)
        first = last = at
        while first and self._spans[first - 1].kind == FACT:
            first -= 1
        while last + 1 < len(self._spans) and self._spans[last + 1].kind == FACT:
            last += 1
        ahead = self._spans[first - 1] if first else None
        behind = self._spans[last + 1] if last + 1 < len(self._spans) else None
        if not (
            ahead and behind and self._counts(ahead) and self._counts(behind) and ahead.path == behind.path
        ):
            return None
        begins = (ahead.offset or 0) + ahead.end - ahead.start
        return ahead.path, begins, behind.offset or 0, self._spans[first].start, self._spans[last].end

    def _joined(self, start: int, end: int, said: str) -> Iterator[Step]:
        """Two paragraphs that are one now: their texts, where nothing but marks of ours parted them."""
        ahead = next(
            (span for span in reversed(self._spans) if span.start < start and self._counts(span)), None
        )
        behind = next((span for span in self._spans if span.end > end and self._counts(span)), None)
        between = [span for span in self._spans if span.start < end and span.end > start]
        plain = all(span.kind == SUPPLIED or span in (ahead, behind) for span in between)
        if ahead is None or behind is None or ahead.path == behind.path or not plain:
            yield Lost(self._old[start:end], said, self._paragraph)
            return
        if ahead.end > start:
            yield self._edit(ahead, start, ahead.end, "", self._old[start : ahead.end])
        if behind.start < end:
            yield self._edit(behind, behind.start, end, "", self._old[behind.start : end])
        gap = self._old[ahead.end : start] if ahead.end < start else ""
        yield Join(ahead.path, behind.path, gap + said, self._paragraph)


def _is_mark(text: str) -> bool:
    """Whether characters are, or are of, a number that a paragraph begins with: that is no text."""
    return (
        not text.strip()
        or marks.opening(f"{text}字") is not None
        or text.strip("一二三四五六七八九十0123456789（）()、．.是要第其") == ""
    )
