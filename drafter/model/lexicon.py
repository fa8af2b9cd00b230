"""Word lists: what is written wrongly, what is tied to a year, which place lies in which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from drafter.problems import Severity
from drafter.records import Record

Day = tuple[int, int, int]
"""Year, month and day; 0 where only the year, or the year and month, is known."""


class Context(Record):
    """What must, and what must not, stand right before a wording, right after it, and in its sentence."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    not_beside: tuple[str, ...] = ()


ANYWHERE = Context()


class Wording(Record):
    """A wording to look for: what should stand there ("" where nothing safe can), why, and where it is right.

    A `gap` of so many characters may stand where the key has ……; `unless` are longer words that hold it;
    with `opens` it is wrong only where it opens its sentence. `context` says beside what it is wrong, `begin` and
    `end` in drafts of which days. `source` says on whose authority.
    """

    right: str = ""
    why: str = ""
    unless: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR
    gap: int = 12
    opens: bool = False
    source: str = ""
    context: Context = ANYWHERE
    begin: Day = (0, 0, 0)
    end: Day = (0, 0, 0)


class SetPhrase(Record):
    """A phrase that is said to the letter, without its quotation marks, since `begin` and until `end`.

    `others` are wordings near to it that are right too; a slip differs in `edits` characters at most, 0 for as many
    as its length allows.
    """

    text: str
    begin: Day = (0, 0, 0)
    end: Day = (0, 0, 0)
    others: tuple[str, ...] = ()
    edits: int = 0
    source: str = ""


class Subject(Record):
    """What drafts are about: words that tell of it, "通用" has none, and the set phrases that are said there."""

    words: tuple[str, ...] = ()
    phrases: tuple[SetPhrase, ...] = ()


class Formula(Record):
    """A set formula by its name: words that may and may not stand beside it, and its items."""

    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    source: str = ""


class Row(Record):
    """Formulas that are said together, in this order, since `begin`: with the first and the last, those between."""

    names: tuple[str, ...]
    begin: Day = (0, 0, 0)


class Event(Record):
    """What happened from one day to another: a plan, a meeting, a campaign; `now`: what took its place."""

    names: tuple[str, ...]
    begin: Day = (0, 0, 0)
    end: Day = (0, 0, 0)
    unless: tuple[str, ...] = ()
    now: str = ""
    source: str = ""


class Festival(Record):
    """A day of every year (month, day), or its days by year; `first` is the year that had the first."""

    names: tuple[str, ...]
    day: tuple[int, int] = (0, 0)
    by_year: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    source: str = ""
    first: int = 0


class Calendar(Record):
    """What is tied to a year."""

    plans: tuple[Event, ...] = ()
    meetings: tuple[Event, ...] = ()
    campaigns: tuple[Event, ...] = ()
    institutions: tuple[Event, ...] = ()
    anniversaries: tuple[Event, ...] = ()
    festivals: tuple[Festival, ...] = ()


class FormerPlace(Record):
    """A place that bears its name no more since `year`: where it lay ("" above a city), and what took its place.

    `shared`: the name means something else too, and this only where what it lay in stands before it.
    """

    name: str
    province: str
    city: str
    year: int
    now: str
    shared: bool = False


class Gazetteer(Record):
    """Which places lie in which: full names of provinces and cities by the name below them; `former` are those
    that there are no more, by name.
    """

    provinces: frozenset[str] = frozenset()
    cities: Mapping[str, frozenset[str]] = field(default_factory=dict)
    counties: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    former: Mapping[str, tuple[FormerPlace, ...]] = field(default_factory=dict)


class Lexicon(Record):
    """All word lists of a run."""

    wrong: Mapping[str, Wording] = field(default_factory=dict)
    phrases: Mapping[str, SetPhrase] = field(default_factory=dict)
    red: Mapping[str, Wording] = field(default_factory=dict)
    stale: Mapping[str, Wording] = field(default_factory=dict)
    redundant: Mapping[str, Wording] = field(default_factory=dict)
    formulas: Mapping[str, Formula] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    calendar: Calendar = field(default_factory=Calendar)
    residue: Mapping[str, str] = field(default_factory=dict)
    adverbs: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    places: Gazetteer = field(default_factory=Gazetteer)
    readings: Mapping[str, str] = field(default_factory=dict)
    subjects: Mapping[str, Subject] = field(default_factory=dict)
    as_of: Day = (0, 0, 0)
    """The month up to which the phrases and red lines were looked through."""
