"""Rows made by processes of ours behind a fence: what ends a worker ends no batch, and its rows are done again."""

from __future__ import annotations

import pickle
import queue
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from drafter.batching.jobs import Executor, Job, Made, Order
from drafter.batching.making import RowMaker
from drafter.drafting.printing.formats import FORMATS
from drafter.fencing.child import Child, EndedError
from drafter.office import libreoffice
from drafter.problems import InputProblem, Problem

CHUNK, SLOW_CHUNK = 100, 10
"""Rows that a worker is asked for at once; of those that LibreOffice has a hand in."""

_WORKER = "drafter.batching.worker"

STRIKES = 3
"""How often a worker may come to its end over a row before the row is given up."""

_PATIENCE, _EACH = 30.0, 150.0
"""Seconds for a worker to begin, and for each row: LibreOffice alone may take 120."""


def in_chunks(jobs: Iterator[Job], size: int) -> Iterator[list[Job]]:
    """The jobs, so many at once."""
    while chunk := list(islice(jobs, size)):
        yield chunk


def need_programs(forms: Iterable[str]) -> None:
    """Looks, before anything is made, for what makes these formats.

    Raises:
        MissingProgram: PDFs are asked for, and LibreOffice is not found.

    """
    if not all(FORMATS[form].quick for form in forms):
        libreoffice.found_for_pdf()


def executor(base: Path, maker: RowMaker, processes: int, jobs: int) -> Executor:
    """Who makes so many rows: this process, or as many others as there is work for.

    Raises:
        MissingProgram: PDFs are asked for, and LibreOffice is not found.

    """
    need_programs(maker.forms)
    if all(FORMATS[form].quick for form in maker.forms):
        chunk, count = CHUNK, min(processes, jobs // CHUNK)
    else:
        chunk, count = SLOW_CHUNK, min(processes, -(-jobs // SLOW_CHUNK))
    if count > 1:
        return Workers(_WORKER, str(base), count, chunk)
    return lambda _, todo: chain.from_iterable(maker.make(some) for some in in_chunks(iter(todo), chunk))


class Workers:
    """An executor of so many processes, each of which runs `module` in the folder `base`."""

    def __init__(self, module: str, base: str, count: int, chunk: int = CHUNK) -> None:
        self._module = module
        self._base = base
        self._count = count
        self._chunk = chunk

    def __call__(self, order: Order, jobs: Iterable[Job]) -> Iterator[Made]:
        """What became of each job, as it comes."""
        run = _Run(self._module, pickle.dumps((self._base, order)), in_chunks(iter(jobs), self._chunk))
        threads = [threading.Thread(target=run.work, daemon=True) for _ in range(self._count)]
        for thread in threads:
            thread.start()
        try:
            working = len(threads)
            while working:
                come = run.results.get()
                if come is None:
                    working -= 1
                    continue
                yield from come
            if run.failed is not None:
                raise run.failed
        finally:
            run.stop.set()
            for thread in threads:
                thread.join(_PATIENCE)


class _Run:
    """What the threads of one run have in common: each has a child of its own, and takes chunk after chunk."""

    def __init__(self, module: str, shared: bytes, chunks: Iterator[list[Job]]) -> None:
        self.results: queue.SimpleQueue[list[Made] | None] = queue.SimpleQueue()
        self.stop = threading.Event()
        self.failed: Exception | None = None
        self._module = module
        self._shared = shared
        self._chunks = chunks
        self._lock = threading.Lock()

    def work(self) -> None:
        """Has chunks made until there are none, or nobody wants them any more."""
        try:
            with Child(self._module) as child:
                while not self.stop.is_set() and (chunk := self._next()):
                    for made in self._made(child, chunk):
                        self.results.put(made)
        except Exception as error:  # goes on where the results are waited for
            self.failed = error
            self.stop.set()
        finally:
            self.results.put(None)

    def _next(self) -> list[Job]:
        with self._lock:
            return next(self._chunks, [])

    def _made(self, child: Child, chunk: list[Job]) -> Iterator[list[Made]]:
        """What became of a chunk; where the child ended over it, of its rows one by one."""
        strikes: Counter[int] = Counter()
        waiting = [chunk]
        while waiting and not self.stop.is_set():
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
