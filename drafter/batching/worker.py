"""What a worker of `batch` runs: rows of an order, one chunk after the other, in a session that is opened once.

`python -m drafter.batching.worker` answers through the fence; an engine elsewhere calls `Rows` itself.
"""

from __future__ import annotations

import pickle
from pathlib import Path

from drafter.batching.jobs import Job, Made, Order
from drafter.batching.making import RowMaker
from drafter.fencing import worker
from drafter.library.answering import answer as library
from drafter.problems import DrafterError
from drafter.session.session import Session
from drafter.storage import places
from drafter.storage.digests import Digests

_SECONDS, _MEGABYTES = 600.0, 4096
"""Processor time for a chunk, and address space: what LibreOffice, which it may start, takes as well."""


class Rows:
    """Makes rows of orders; what an order needs is prepared when its first row comes, and kept until another's does."""

    def __init__(self) -> None:
        self._shared = b""
        self._maker: RowMaker | None = None

    def make(self, shared: bytes, jobs: list[Job]) -> list[Made]:
        """What became of these jobs of the order that `shared` holds, with the folder it is carried out in."""
        try:
            maker = self._maker_of(shared)
        except DrafterError as error:
            return [Made(job.row, problems=error.problems, exit_code=error.exit_code) for job in jobs]
        return list(maker.make(jobs))

    def _maker_of(self, shared: bytes) -> RowMaker:
        if self._maker is None or shared != self._shared:
            base, order = _unpacked(shared)
            session = Session(places.find(base), base, library)
            self._maker = RowMaker(session, order, Digests(session.places.home, lends=True))
            self._shared = shared
        return self._maker


def _unpacked(shared: bytes) -> tuple[Path, Order]:
    base, order = pickle.loads(shared)
    return Path(base), order


def main() -> None:
    """Answers until nobody asks any more."""
    rows = Rows()

    def answer(request: bytes) -> bytes:
        shared, jobs = pickle.loads(request)
        return pickle.dumps(rows.make(shared, jobs))

    worker.serve(answer, _SECONDS, _MEGABYTES)


if __name__ == "__main__":
    main()
