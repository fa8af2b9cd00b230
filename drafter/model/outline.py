"""What a speech says: an outline, its parts, sections, points and facts.

Texts are tuples of paragraphs. A paragraph may hold references (`{{ 办件量 }}`), which stay
as typed until they are bound to facts, last of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from drafter.patterns import pattern
from drafter.problems import Place
from drafter.records import Record

Texts = tuple[str, ...]
Marks = str | tuple[str, ...] | None
"""A scheme named by its first mark, a list of literal marks, or None for the level's own."""


def unbracketed(text: str) -> str:
    """The text without a pair of brackets that encloses all of it: （送审稿） is 送审稿."""
    inner = text[1:-1]
    enclosed = text[:1] in tuple("（(") and text[-1:] in tuple("）)") and not set(inner) & set("（）()")
    return inner if enclosed else text


_BRACKET = r"[（(][\w/／%％‰℃㎡㎥·、]{1,16}[）)]"
FACT_NAME = rf"(?:\w+(?:{_BRACKET}\w*)?|{_BRACKET}\w+)"
"""What a fact may be called: a word; as a column of a table, with a bracket (总投资（万元）, 县（区）)."""

_WHOLE_NAME = pattern(FACT_NAME)


def is_fact_name(text: str) -> bool:
    """Whether a fact may be called so."""
    return _WHOLE_NAME.fullmatch(text) is not None


REFERENCE = pattern(rf"(?<!\\)\{{\{{\s*({FACT_NAME})(?:\.(\w+))?\s*\}}\}}")
"""Finds a reference to a fact in a text: its name, and what of it is asked for (contract §1)."""


class Use(Record):
    """The entry of the library that is to stand here, by its id, and where that is written."""

    id: str
    place: Place = field(default_factory=Place, compare=False)


class Tail(Record):
    """What follows a row of points when it holds a second row of points."""

    lead: Texts = ()
    points: tuple[Point, ...] = ()
    tail: Texts = ()
    marks: Marks = None
    layout: str = ""


class Point(Record):
    """One point: a title, a text, points below it, a tail. `mark` is its own, literally.

    `cut` says in which order it may go where a draft is to be shortened, from 1; 0: it stays. `use` is the entry of the library that stands here, until it is taken over.
    """

    title: str = ""
    text: Texts = ()
    points: tuple[Point, ...] = ()
    tail: Texts | Tail = ()
    mark: str = ""
    marks: Marks = None
    layout: str = ""
    role: str = ""
    owner: str = ""
    deadline: str = ""
    source: str = ""
    note: str = ""
    cut: int = 0
    use: Use | None = None


class Section(Record):
    """A heading with its lead, points and tail. An empty heading takes no number; `use` as in `Point`."""

    role: str = ""
    heading: str = ""
    lead: Texts = ()
    points: tuple[Point, ...] = ()
    table: tuple[Texts, ...] = ()
    tail: Texts | Tail = ()
    marks: Marks = None
    layout: str = ""
    run_on: bool = False
    source: str = ""
    use: Use | None = None


class Part(Record):
    """What an outline says in one role: paragraphs and sections, in order."""

    role: str
    items: tuple[str | Section, ...] = ()


class Speaker(Record):
    """Who speaks, or the unit that signs. `above_date`: stands above the date, not below it."""

    name: str = ""
    post: str = ""
    org: str = ""
    above_date: bool = False


class AgendaItem(Record):
    """Who does what, and when, seen from the speech (刚才, 待会儿).

    An item that a meeting considers (议题) says who reported it, what was said of it and what was decided.
    """

    who: str = ""
    does: str = ""
    what: str = ""
    when: str = ""
    reported_by: str = ""
    discussed: str = ""
    decided: str = ""

    @property
    def is_considered(self) -> bool:
        """Whether the meeting considers it, and does not only hear it."""
        studied = self.does.startswith(("传达", "学习")) and self.who in ("", "会议")
        return studied or bool(self.reported_by or self.discussed or self.decided)


class Person(Record):
    """Somebody at the meeting. `presence` is 出席, 列席 or 请假; "" is the first."""

    name: str = ""
    post: str = ""
    org: str = ""
    presence: str = ""
    rank: float | None = None


class Occasion(Record):
    """The meeting at which the speech is given. `basis` is what it carries out; None: not known yet."""

    name: str = ""
    place: str = ""
    basis: Texts | None = ()
    time: str = ""
    host: str = ""
    chair: str = ""
    attendance: Texts = ()
    people: tuple[Person, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()


class Official(Record):
    """What stands around the text of an official document (GB/T 9704—2012 7.2 to 7.4)."""

    form: str = ""
    copy: str = ""
    secrecy: str = ""
    urgency: str = ""
    issuers: Texts = ()
    banner: Texts = ()
    number: str = ""
    signers: Texts = ()
    seal: bool = True
    note: str = ""
    contact: str = ""
    phone: str = ""
    report_by: str = ""
    sent_to: Texts = ()
    copies: Texts = ()
    printer: str = ""
    printed: str = ""
    imprint: str = ""


class Attachment(Record):
    """An attachment: its name, and what it says where that is in the outline."""

    title: str = ""
    items: tuple[str | Section, ...] = ()
    landscape: bool = False


class Opinion(Record):
    """What somebody said of the draft: who, when and how, of which place, in which words; what became of it."""

    who: str = ""
    when: str = ""
    how: str = ""
    at: str = ""
    words: str = ""
    state: str = ""
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided about it."""
        return self.state not in ("已改", "未改")


class FactValue(Record):
    """One figure or person, said once: a value, or a name and a post. `lines`: a value as it was typed over several."""

    value: str = ""
    unit: str = ""
    as_of: str = ""
    source: str = ""
    name: str = ""
    post: str = ""
    rank: str = ""
    lines: str = field(default="", compare=False)


Facts = Mapping[str, FactValue | None]
"""Facts by name; None is a gap that is still to be filled."""


class Reference(Record):
    """One `{{ 名称.部分 }}` in a text, and where it stands."""

    name: str
    attribute: str = ""
    place: Place = field(default_factory=Place, compare=False)


class Outline(Record):
    """A whole outline. Parts stand in the order of the file.

    `fact_places` says where each fact stands, and where an open date does (日期).
    `ordered` says that the parts came as an ordered list (`sections:`), so that a template
    keeps their order instead of its own. `above_title` and `under_title` are lines of an old text
    as they stood there; where the second are given they print instead of date and speaker.
    """

    template: str = ""
    style: str = ""
    extends: str = ""
    title: str = ""
    subtitle: str = ""
    stage: str = ""
    date: str | None = None
    speaker: Speaker | None = None
    audience: Texts = ()
    above_title: Texts = ()
    under_title: Texts = ()
    addressees: Texts = ()
    occasion: Occasion | None = None
    numbering: Texts = ()
    minutes: float | None = None
    redacted: bool = False
    brief: Texts = ()
    facts: Facts = field(default_factory=dict)
    secrecy: str = ""
    official: Official | None = None
    attachments: tuple[Attachment, ...] = ()
    contents: bool = False
    readings: Mapping[str, str] = field(default_factory=dict)
    wording: Mapping[str, str] = field(default_factory=dict)
    register: str = ""
    tags: Texts = ()
    opinions: tuple[Opinion, ...] = ()
    parts: tuple[Part, ...] = ()
    ordered: bool = False
    references: tuple[Reference, ...] = field(default=(), compare=False)
    fact_places: Mapping[str, Place] = field(default_factory=dict, compare=False)


def takes_any(outline: Outline) -> bool:
    """Whether the outline takes something over from the library."""
    return any(_takes(item) for item in items_of(outline) if isinstance(item, Section))


def items_of(outline: Outline) -> Iterator[str | Section]:
    """What stands in the parts of an outline, and in its attachments."""
    for part in outline.parts:
        yield from part.items
    for attachment in outline.attachments:
        yield from attachment.items


def _takes(item: Section | Point) -> bool:
    return item.use is not None or any(map(_takes, points_below(item)))


def points_below(item: Section | Point) -> tuple[Point, ...]:
    """The points of an item, and those of the row behind them."""
    return item.points + (item.tail.points if isinstance(item.tail, Tail) else ())
