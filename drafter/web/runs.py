"""Long work that a page asked for: how far it is, whether it is still wanted, what it leaves to be taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from drafter.problems import Problem, UsageProblem
from drafter.session.session import quiet

Tell = Callable[[int, int], None]


class UnwantedError(UsageProblem):
    """Whoever asked for it wants it no more."""


class _Run:
    def __init__(self) -> None:
        self.done = self.of = 0
        self.stopped = False


class Runs:
    """Long works by the names that the pages gave them. `between` hears of every step of each: there a server answers what
    others asked meanwhile, and a browser's worker tells its page.
    """

    def __init__(self) -> None:
        self.between: Tell = quiet
        self._going: dict[str, _Run] = {}

    @contextmanager
    def going(self, name: str) -> Iterator[Tell]:
        """A work of this name, from its beginning to its end; it tells of each of its steps, and ends there once it was
        stopped.

        Raises:
            UnwantedError: at such a step.

        """
        run = self._going.setdefault(name, _Run())  # who stopped it may have been faster

        def tell(done: int, of: int) -> None:
            run.done, run.of = done, of
            self.between(done, of)
            if run.stopped:
                raise UnwantedError(Problem("stopped", "停下了，什么也没有留下", hint="要出，再点一次"))

        try:
            yield tell
        finally:
            self._going.pop(name, None)

    def progress(self, name: str) -> tuple[int, int]:
        """How many of how many steps are done; nothing of a work that is over."""
        run = self._going.get(name)
        return (run.done, run.of) if run else (0, 0)

    def stop(self, name: str) -> None:
        """Has a work end at its next step."""
        self._going.setdefault(name, _Run()).stopped = True
