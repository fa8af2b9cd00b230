"""What the outline says, as a template sees it: to read, to test and to print, and never as Markdown.

A template may look at every text of the outline, put texts together and cut them. What it prints of them are
slots, and the reader puts the outline's own words there, origin and all. Nothing is made that the template does
not ask for, and nothing but the numbers of slots, and which of their characters, ever needs to come back.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, SupportsIndex

from drafter import shield
from drafter.model.words import Markup, Phrase, Words, cut
from drafter.templating.placing import PlacedItem
from drafter.templating.printable import NO_TEXT, number

Things = list[object]
"""What stands in the slots of one rendering, by number."""


class Shown(str):
    """Text of the outline as a template sees it, alone or put together with other text.

    No character of it can act as markup. Printed, it is text and slots in turn.
    """

    __slots__ = ("_parts",)
    _parts: tuple[str | _Held, ...]

    def __str__(self) -> str:
        """Itself: what prints it is to know what it holds."""
        return self

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        """As of any string; a stretch keeps where it was typed."""
        if not isinstance(key, slice) or key.step not in (None, 1):
            return super().__getitem__(key)
        start, end, _ = key.indices(len(self))
        return _made(_stretch(self._parts, start, end))

    def removeprefix(self, prefix: str, /) -> str:
        """As of any string."""
        return self[len(prefix) :] if self.startswith(prefix) else self

    def removesuffix(self, suffix: str, /) -> str:
        """As of any string."""
        return self[: len(self) - len(suffix)] if self.endswith(suffix) else self

    def split(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        """As of any string."""
        return self._apart(super().split(sep, maxsplit), sep)

    def rsplit(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        """As of any string."""
        return self._apart(super().rsplit(sep, maxsplit), sep)

    def _apart(self, pieces: list[str], sep: str | None) -> list[str]:
        """The stretches that these pieces are; between words of white space nobody looks for origins."""
        if sep is None:
            return pieces
        found, at = [], 0
        for piece in pieces:
            found.append(self[at : at + len(piece)])
            at += len(piece) + len(sep)
        return found


class _Held:
    """A text that prints as a slot: what it says, what stands in the slot, and where slots are counted."""

    __slots__ = ("text", "thing", "things")

    def __init__(self, text: str, thing: object, things: Things) -> None:
        self.text = text
        self.thing = thing
        self.things = things

    def cut(self, start: int, end: int) -> str | _Held:
        """The characters from `start` to `end`; another process is told which."""
        if isinstance(self.thing, str) and len(self.thing) == len(self.text):
            return _Held(self.text[start:end], cut(self.thing, start, end), self.things)
        if isinstance(self.thing, tuple):
            number, first, _ = self.thing
            return _Held(self.text[start:end], (number, first + start, first + end), self.things)
        return self.text[start:end]

    def mark(self) -> str:
        """The slot; the text itself where there are no more."""
        return _slot(self.thing, self.things) or self.text


def _slot(thing: object, things: Things) -> str:
    """The mark of a new slot that holds this; "" where there are no more."""
    if len(things) == shield.MOST_SLOTS:
        return ""
    things.append(thing)
    return shield.slot_mark(len(things) - 1)


def _made(parts: Iterable[str | _Held]) -> Shown:
    held = tuple(parts)
    made = Shown("".join(part if isinstance(part, str) else part.text for part in held))
    made._parts = held
    return made


def _stretch(parts: Iterable[str | _Held], start: int, end: int) -> Iterator[str | _Held]:
    """The characters from `start` to `end` of some parts."""
    for part in parts:
        size = len(part) if isinstance(part, str) else len(part.text)
        first, last = max(start, 0), min(end, size)
        if first < last:
            yield part[first:last] if isinstance(part, str) else part.cut(first, last)
        start, end = start - size, end - size


def _parts_of(text: str) -> tuple[str | _Held, ...]:
    return text._parts if type(text) is Shown else (text,)


def put_together(texts: Iterable[object]) -> str:
    """The texts as one; what of them is the outline's is still known."""
    said = [text if isinstance(text, str) else number(text) for text in texts]
    if not any(type(text) is Shown for text in said):
        return "".join(said)
    return _made(part for text in said for part in _parts_of(text))


def printed(text: str) -> str:
    """The text as it is printed: slots in place of what is the outline's."""
    return "".join(part if isinstance(part, str) else part.mark() for part in _parts_of(text))


class View(Mapping[str, object]):
    """A mapping as a template sees it; each value is made ready when it is asked for."""

    __slots__ = ("_data", "_things")

    def __init__(self, data: Mapping[str, Any], things: Things) -> None:
        self._data = data
        self._things = things

    def __repr__(self) -> str:
        raise TypeError(NO_TEXT)

    def __getitem__(self, key: str) -> object:
        if key == PLACED:
            raise KeyError(key)
        return shown(self._data[key], self._things)

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._data if key != PLACED)

    def __len__(self) -> int:
        return len(self._data) - (PLACED in self._data)


PLACED = "placed"
"""Under this key an item holds itself as what stands on the page; no template sees it."""


def shown(value: object, things: Things) -> object:
    """A value of the data as a template sees it."""
    if type(value) is str:
        return _shielded(value)
    if isinstance(value, dict):
        return View(value, things)
    if isinstance(value, (Words, Phrase, Numbered)):
        return _made([_Held(_shielded(value), _thing(value), things)])
    if isinstance(value, (list, tuple)):
        return [shown(one, things) for one in value]
    return value


def _thing(value: str) -> object:
    """What stands in the slot of a text; of one from another process, its number and which characters."""
    if not isinstance(value, Numbered):
        return value
    whole = len(_shielded(value)) == len(value)
    return (value.number, 0, len(value)) if whole else value.number


def restored(sent: object, things: Things) -> object:
    """What another process printed: a thing by its number, or some characters of one.

    Raises:
        IndexError, TypeError, ValueError: it is none that was given to it.

    """
    if isinstance(sent, list):
        number, start, end = map(operator.index, sent)
        text = things[number]
        if not isinstance(text, str) or not number >= 0 or not 0 <= start <= end <= len(text):
            raise ValueError(sent)
        return cut(text, start, end)
    number = operator.index(sent)  # type: ignore[arg-type]
    if number < 0:
        raise IndexError(number)
    return things[number]


def _shielded(text: str) -> str:
    """The text with markup characters moved away, but for those that are meant."""
    if type(text) is Phrase:
        return "".join(str(piece) if type(piece) is Markup else shield.shield(piece) for piece in text.pieces)
    return shield.shield(text) if shield.MOVED.search(text) else str(text)


def placed(item: View, lead: str = "") -> str:
    """A slot for a whole item, on its own between blank lines; `lead` is what the template says before its
    points.

    Raises:
        ValueError: it is no item, or there are more than any page holds.

    """
    if not isinstance(item, View) or PLACED not in item._data:
        raise ValueError("只有大纲的一项能这样排")
    thing = item._data[PLACED]
    mark = _slot(thing.number if isinstance(thing, Numbered) else thing, item._things)
    if not mark:
        raise ValueError("大纲的内容太多")
    paragraphs = [paragraph.strip() for paragraph in printed(lead).split("\n\n") if paragraph.strip()]
    return f"\n\n{mark}{shield.NEXT.join(paragraphs)}{shield.END}\n\n"


def joined(texts: Iterable[object], between: str = "", attribute: str | int | None = None) -> str:
    """Jinja's `join`, which does not forget what is the outline's."""
    wanted: Iterable[Any] = texts
    if attribute is not None:
        wanted = [text[attribute] for text in wanted]
    return put_together([piece for text in wanted for piece in (between, text)][1:])


def trimmed(text: object, characters: str | None = None) -> str:
    """Jinja's `trim`, which does not forget what is the outline's."""
    said = text if isinstance(text, str) else number(text)
    start = len(said) - len(said.lstrip(characters))
    return said[start : max(len(said.rstrip(characters)), start)]


def replaced(text: object, old: str, new: str, count: int | None = None) -> str:
    """Jinja's `replace`, which does not forget what is the outline's around what it replaces."""
    said = text if isinstance(text, str) else number(text)
    if not old:
        return said.replace(old, new, -1 if count is None else count)
    return joined(said.split(old, -1 if count is None else count), new)


def check_marks(text: str, slots: int, parts: int) -> None:
    """Says no to a rendered text that holds marks which nobody made, or halves of them.

    Raises:
        ValueError: it does.

    """
    marks = shield.SLOT.findall(text)
    rest = shield.SLOT.sub("", text)
    begun = [shield.part_index(mark) for mark in shield.PART_MARKS.findall(rest)]
    forged = any(shield.slot_number(mark) >= slots for mark in marks) or any(
        number >= parts for number in begun
    )
    if forged or shield.SLOT_HALF.search(rest):
        raise ValueError("把大纲的文字拆散了，或用了内部记号")


class Numbered(str):
    """A text that came from another process, which knows by its number where it was typed."""

    __slots__ = ("number",)
    number: int


_WIRE = "\ue000"


def wired(value: object, things: Things) -> object:
    """The data as it goes to another process: what has an origin there is a number here."""
    if isinstance(value, (Words, Phrase, PlacedItem)):
        things.append(value)
        return {_WIRE: len(things) - 1, "text": str(value) if isinstance(value, str) else ""}
    if isinstance(value, dict):
        return {key: wired(one, things) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [wired(one, things) for one in value]
    return value


def received(data: dict[str, Any]) -> object:
    """What came of `wired`, mapping by mapping: for `json.loads(object_hook=…)`."""
    if _WIRE not in data:
        return data
    text = Numbered(data["text"])
    text.number = int(data[_WIRE])
    return text
