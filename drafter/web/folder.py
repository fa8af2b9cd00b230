"""One folder on which the page works, with what stays warm between two questions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from drafter.actions.opening import open_session
from drafter.problems import Problem, UsageProblem
from drafter.session import rosters
from drafter.session.session import Session
from drafter.storage import paths, places
from drafter.web.runs import Runs
from drafter.web.uploads import File

_OWN = ("templates", "styles", "lexicon")


class Folder:
    """The folder of the page, and a clock."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self.folder = folder
        self.clock = clock
        self.runs = Runs()
        self._left: tuple[str, File] | None = None
        self._warmed: tuple[Session, tuple[float, ...]] | None = None

    @property
    def warm(self) -> Session:
        """What stays read between two questions, until a roster, a list or a template of one's own changes."""
        session = self.session()
        places_ = [folder.path for kind in _OWN for folder in session.places.folders(kind)[:-1]]
        workspace = session.places.workspace or session.places.home
        files_ = [folder / rosters.FILE for folder in (session.places.home, workspace)]
        now = tuple(map(paths.changed, (*places_, *files_, session.places.settings_file)))
        if self._warmed is None or self._warmed[1] != now:
            self._warmed = session, now
        return self._warmed[0]

    def session(self) -> Session:
        """A session that knows nothing yet."""
        return open_session(places.find(self.folder), self.folder)

    def leave(self, run: str, file: File) -> None:
        """Keeps what a long work made until it is taken away, or another leaves something."""
        self._left = run, file

    def taken(self, run: str) -> File:
        """What a long work left, once.

        Raises:
            UsageProblem: it was taken away, or something else was made since.

        """
        left = self._left
        if left is None or left[0] != run:
            raise UsageProblem(Problem("not-left", "这一批已经不在了", hint="再出一次"))
        self._left = None
        return left[1]

    def today(self) -> tuple[int, int, int]:
        """Year, month and day by the clock."""
        now = self.clock()
        return now.year, now.month, now.day
