"""Rows made by processes of ours behind a fence: what ends a worker ends no batch, and its rows are done again."""

from __future__ import annotations

import contextlib
import pickle
import queue
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from drafter.batching.jobs import Job, Made, Order
from drafter.batching.making import RowMaker
from drafter.drafting.printing.formats import FORMATS
from drafter.fencing.child import Child, EndedError
from drafter.office import libreoffice
from drafter.problems import InputProblem, Problem

CHUNK, SLOW_CHUNK = 250, 10
"""Rows that a worker is asked for at once, at the most; of those that LibreOffice has a hand in."""

_WORTH_ONE, _CHUNKS_EACH = 250, 4
"""Rows that take longer than a process takes to start; and how often each comes for more, so that all end at one time."""

_WORKER = "drafter.batching.worker"

STRIKES = 3
"""How often a worker may come to its end over a row before the row is given up."""

_PATIENCE, _EACH = 30.0, 150.0
"""Seconds for a worker to begin, and for each row: LibreOffice alone may take 120."""


def in_chunks(jobs: Iterator[Job], size: int) -> Iterator[list[Job]]:
    """The jobs, so many at once."""
    while chunk := list(islice(jobs, size)):
        yield chunk


def _need_programs(forms: Iterable[str]) -> None:
    """Looks, before anything is made, for what makes these formats.

    Raises:
        MissingProgram: PDFs are asked for, and LibreOffice is not found.

    """
    if not all(FORMATS[form].quick for form in forms):
        libreoffice.found_for_pdf()


def executor(base: Path, maker: RowMaker, order: Order, processes: int, rows: int) -> Workers | Here:
    """Who makes so many rows at the most: this process, or as many others as there is work for, which begin to get ready.

    Raises:
        MissingProgram: PDFs are asked for, and LibreOffice is not found.

    """
    _need_programs(maker.forms)
    if all(FORMATS[form].quick for form in maker.forms):
        count = min(processes, rows // _WORTH_ONE)
        chunk = min(CHUNK, max(1, rows // (count * _CHUNKS_EACH))) if count > 1 else CHUNK
    else:
        chunk, count = SLOW_CHUNK, min(processes, -(-rows // SLOW_CHUNK))
    return Workers(_WORKER, str(base), order, count, chunk) if count > 1 else Here(maker)


class Here:
    """An executor that is this process."""

    def __init__(self, maker: RowMaker) -> None:
        self._maker = maker

    def __call__(self, order: Order, jobs: Iterable[Job]) -> Iterator[Made]:
        """What became of each job, as it comes."""
        return self._maker.make(jobs)

    def close(self) -> None:
        """Nothing is left to be ended."""


class Workers:
    """An executor of so many processes, each of which runs `module` in the folder `base` and gets ready for the order at
    once.
    """

    def __init__(self, module: str, base: str, order: Order, count: int, chunk: int = CHUNK) -> None:
        self._chunk = chunk
        self._run = _Run(module, pickle.dumps((base, order)))
        self._threads = [threading.Thread(target=self._run.work, daemon=True) for _ in range(count)]
        for thread in self._threads:
            thread.start()

    def __call__(self, order: Order, jobs: Iterable[Job]) -> Iterator[Made]:
        """What became of each job, as it comes."""
        run = self._run
        run.give(in_chunks(iter(jobs), self._chunk))
        working = len(self._threads)
        while working:
            come = run.results.get()
            if come is None:
                working -= 1
                continue
            yield from come
        if run.failed is not None:
            raise run.failed

    def close(self) -> None:
        """Ends the processes, whatever they are at."""
        self._run.stop()
        for thread in self._threads:
            thread.join(_PATIENCE)


class _Run:
    """What the threads of one run have in common: each has a child of its own, and takes chunk after chunk."""

    def __init__(self, module: str, shared: bytes) -> None:
        self.results: queue.SimpleQueue[list[Made] | None] = queue.SimpleQueue()
        self.failed: Exception | None = None
        self._module = module
        self._shared = shared
        self._chunks: Iterator[list[Job]] = iter(())
        self._given, self._stopped = threading.Event(), threading.Event()
        self._lock = threading.Lock()

    def give(self, chunks: Iterator[list[Job]]) -> None:
        """Says what is to be made."""
        self._chunks = chunks
        self._given.set()

    def stop(self) -> None:
        """Has nothing more made."""
        self._stopped.set()
        self._given.set()

    def work(self) -> None:
        """Has chunks made until there are none, or nobody wants them any more."""
        try:
            with Child(self._module) as child:
                with contextlib.suppress(EndedError):  # its rows will say so
                    self._asked(child, [])
                self._given.wait()
                while not self._stopped.is_set() and (chunk := self._next()):
                    for made in self._made(child, chunk):
                        self.results.put(made)
        except Exception as error:  # goes on where the results are waited for
            self.failed = error
            self.stop()
        finally:
            self.results.put(None)

    def _next(self) -> list[Job]:
        with self._lock:
            return next(self._chunks, [])

    def _made(self, child: Child, chunk: list[Job]) -> Iterator[list[Made]]:
        """What became of a chunk; where the child ended over it, of its rows one by one."""
        strikes: Counter[int] = Counter()
        waiting = [chunk]
        while waiting and not self._stopped.is_set():
            asked = waiting.pop()
            try:
                yield self._asked(child, asked)
            except EndedError as error:
                strikes.update(job.row for job in asked)
                waiting += [[job] for job in reversed(asked) if strikes[job.row] < STRIKES]
                why = "超过了时间" if error.is_late else "意外结束"
                if lost := [given_up(job, why) for job in asked if strikes[job.row] >= STRIKES]:
                    yield lost

    def _asked(self, child: Child, jobs: list[Job]) -> list[Made]:
        answer = child.ask(pickle.dumps((self._shared, jobs)), _PATIENCE + _EACH * len(jobs))
        made: list[Made] = pickle.loads(answer)
        return made


def given_up(job: Job, why: str) -> Made:
    """A row over which worker after worker has ended."""
    message = f"做这一行的进程 {STRIKES} 次{why}，没有再试"
    hint = "看看这一行是不是特别长；内存不够就关掉别的程序，再加 --retry-failed"
    return Made(
        job.row, problems=(Problem("worker-ended", message, hint=hint),), exit_code=InputProblem.exit_code
    )
