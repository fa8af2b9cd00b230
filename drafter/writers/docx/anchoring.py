"""Hidden bookmarks in a Word file, by which it finds its outline again: they outlive a save by another program, and a `.doc`.

One stands before the words of each paragraph that come from the outline, and one before each figure that was filled in.
They have no width: round one that has any, a figure too, LibreOffice breaks lines anew.
"""

from __future__ import annotations

from collections import Counter

from drafter.model.document import Added, Gap, Inline, Inlines, Lead, Text, Value
from drafter.model.words import DRAFT_ANCHOR, TEXT_ANCHOR, Anchors, Passage


class Anchoring:
    """Writes the bookmarks of one document."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._count = 0
        self._used: Counter[int] = Counter()

    def at(self, content: Inlines) -> str:
        """The bookmark of what a paragraph says; "" where nothing of it comes from the outline."""
        ordinal = next(filter(None, map(self._ordinal, content)), 0)
        if not ordinal:
            return ""
        first = "" if self._count else self._collapsed(f"{DRAFT_ANCHOR}{self._anchors.digest}")
        return first + self._collapsed(self._name(ordinal))

    def figure(self, value: Value) -> str:
        """The bookmark of a figure; "" where it does not come from the outline."""
        ordinal = next(filter(None, map(self._ordinal, value.content)), 0)
        return self._collapsed(self._name(ordinal)) if ordinal else ""

    def _ordinal(self, inline: Inline) -> int:
        match inline:
            case Text(_, origin) | Gap(_, _, origin):
                return self._number(origin.passage) if origin else 0
            case Lead(inner) | Added(inner) | Value(inner):
                return next(filter(None, map(self._ordinal, inner)), 0)
            case _:
                return 0

    def _number(self, passage: Passage) -> int:
        own = passage.source == self._anchors.source
        return self._anchors.ordinals.get(passage.key, 0) if own else 0

    def _name(self, ordinal: int) -> str:
        """Names are unique in a file: a text that stands in several paragraphs is counted."""
        self._used[ordinal] += 1
        again = self._used[ordinal]
        return f"{TEXT_ANCHOR}{ordinal}" if again == 1 else f"{TEXT_ANCHOR}{ordinal}_{again}"

    def _collapsed(self, name: str) -> str:
        self._count += 1  # a table of contents counts from far above
        return f'<w:bookmarkStart w:id="{self._count}" w:name="{name}"/><w:bookmarkEnd w:id="{self._count}"/>'
