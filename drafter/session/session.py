"""What one run has at hand: templates, stylesheets, word lists, each read once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from drafter.problems import InputProblem, Place, Problem
from drafter.session import lookup
from drafter.session.stylesheets import Stylesheets
from drafter.session.templates import Templates
from drafter.speaking.syllables import FASTEST, RATE, SLOWEST
from drafter.storage.cache import Cache
from drafter.storage.places import Places
from drafter.templating.render import Renderer

if TYPE_CHECKING:
    from drafter.readers.library.entries import Shelved

T = TypeVar("T")


def quiet(_done: int, _total: int) -> None:
    """Hears of progress and says nothing."""


class Entries(Protocol):
    """Where `use` finds what it names: the library, which stands a floor above."""

    def __call__(self, session: Session, id_: str, place: Place, cleared: int) -> Shelved:
        """The entry of this id with what it puts into an outline whose mark of secrecy has the rank `cleared`.

        Raises:
            InputProblem: there is none, or it bears a higher mark.

        """


class Session:
    """Finds and keeps what a run needs. Paths are looked up below `base`; `tell` hears how many of how
    many are done where something takes long; `entries` answers for the library.
    """

    def __init__(
        self, places: Places, base: Path, entries: Entries, tell: Callable[[int, int], None] = quiet
    ) -> None:
        self.places = places
        self.base = base
        self.entries = entries
        self.tell = tell
        self.templates = Templates(places, base)
        self.stylesheets = Stylesheets(places, base)
        self.renderer = Renderer(self.templates.imported, Cache(places.cache))
        self._kept: dict[Hashable, object] = {}

    @property
    def rate(self) -> float:
        """Syllables a minute: the workspace's, else the usual rate.

        Raises:
            InputProblem: the workspace names none that anybody speaks at.

        """
        said = self.places.default("rate")
        if said is None:
            return RATE
        if isinstance(said, (int, float)) and SLOWEST <= said <= FASTEST:
            return float(said)
        message = f"[defaults] 的 rate 要写每分钟读多少字，{SLOWEST} 到 {FASTEST} 之间的数"
        place = Place(str(self.places.settings_file))
        raise InputProblem(Problem("bad-value", message, place, hint=f"例如 rate = {RATE}；不写就是 {RATE}"))

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made by the first that asks under this key and kept for the run."""
        if key not in self._kept:
            self._kept[key] = make()
        return cast(T, self._kept[key])

    def path_of(self, kind: str, name: str) -> Path:
        """The file of a template, stylesheet or outline; see `lookup.path_of`."""
        return lookup.path_of(self.places, self.base, kind, name)

    def may_read(self, path: Path, name: str, folder: Path) -> bool:
        """Whether an outline in `folder` may name this path; see `lookup.may_read`."""
        return lookup.may_read(self.places, path, name, folder)
