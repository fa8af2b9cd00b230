"""What the outline says, as a template sees it: to read, to test and to print, and never as Markdown.

A template may look at every text of the outline. Where it prints one, a slot is printed, and the reader puts
the outline's own words there, origin and all. Nothing is made that the template does not ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from drafter import shield
from drafter.model.words import Markup, Phrase, Words, pieces_of
from drafter.templating.placing import PlacedItem


class Printed:
    """What one rendering printed of the outline; a slot's number is its place in `things`."""

    def __init__(self) -> None:
        self.things: list[object] = []

    def slot(self, thing: object) -> str:
        """The mark of a slot that holds this; "" where there are no more."""
        if len(self.things) == shield.MOST_SLOTS:
            return ""
        self.things.append(thing)
        return shield.slot_mark(len(self.things) - 1)


class Shown(str):
    """A text of the outline as a template sees it: no character of it can act as markup."""

    __slots__ = ("printed", "thing")
    printed: Printed
    thing: object

    def mark(self) -> str:
        """The slot that is printed in its place."""
        return self.printed.slot(self.thing) or str(self)


class View:
    """A mapping as a template sees it; each value is made ready when it is asked for."""

    __slots__ = ("_data", "_printed")

    def __init__(self, data: Mapping[str, Any], printed: Printed) -> None:
        self._data = data
        self._printed = printed

    def __getitem__(self, key: str) -> object:
        return shown(self._data[key], self._printed)

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __contains__(self, key: object) -> bool:
        return key in self._data

    def __bool__(self) -> bool:
        return bool(self._data)


def shown(value: object, printed: Printed) -> object:
    """A value of the data as a template sees it."""
    kind = type(value)
    if kind is str:
        return _shielded(str(value))
    if isinstance(value, Numbered):
        return _shown(value, value.number, printed)
    if isinstance(value, (Words, Phrase)):
        return _shown(value, value, printed)
    if isinstance(value, dict):
        return View(value, printed)
    if isinstance(value, (list, tuple)):
        return [shown(one, printed) for one in value]
    return value


def _shown(text: str, thing: object, printed: Printed) -> Shown:
    made = Shown(_shielded(text))
    made.printed, made.thing = printed, thing
    return made


def _shielded(text: str) -> str:
    """The text with markup characters moved away, but for those that are meant."""
    if type(text) is Phrase and any(type(piece) is Markup for piece, _ in pieces_of(text)):
        return "".join(
            str(piece) if type(piece) is Markup else _shielded(str(piece)) for piece, _ in pieces_of(text)
        )
    return shield.shield(text) if shield.MOVED.search(text) else str(text)


def placed(item: View, lead: str = "") -> str:
    """A slot for a whole item; `lead` is what the template says before its points.

    Raises:
        ValueError: there are no more slots; an item cannot print without one, as a text can.

    """
    thing = item._data["placed"]
    paragraphs = [paragraph for paragraph in lead.split("\n\n") if paragraph.strip()]
    mark = item._printed.slot(thing.number if isinstance(thing, Numbered) else thing)
    if not mark:
        raise ValueError("印的内容太多")
    return mark + shield.NEXT.join(paragraphs) + "\n\n"


def listed(texts: Iterable[str], between: str) -> str:
    """The texts with a mark between each two; unlike what `join` makes, each keeps where it was typed."""
    return between.join(text.mark() if type(text) is Shown else text for text in texts)


class Numbered(str):
    """A text that came from another process, which knows by its number where it was typed."""

    __slots__ = ("number",)
    number: int


_WIRE = "\ue000"


def wired(value: object, things: list[object]) -> object:
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
