"""Rows made on other machines, by Dask: chunks go out, documents are written into the shared folder where they are made.

A run knows its rows by the ledger here, so that the cluster need remember nothing: whatever ends, a worker, its nanny, the
scheduler or this process, the run is gone on with.
"""

from __future__ import annotations

import logging
import pickle
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter import __version__
from drafter.batching.jobs import Job, Made, Order
from drafter.batching.worker import Rows
from drafter.batching.workers import STRIKES, given_up, in_chunks
from drafter.problems import MissingProgram, Problem
from drafter.storage import paths

if TYPE_CHECKING:
    from distributed import Client

CHUNK = 100
"""Rows of a task: what a task costs the scheduler, a millisecond, is then nothing beside it."""

_AHEAD = 4
"""Tasks that are out for each thread of the cluster: enough that none waits, and no more are in anybody's memory."""

_PATIENCE = 30.0
"""Seconds for the scheduler to answer, and for a worker to come where there is none."""


class Cluster:
    """An executor of a Dask cluster, whose machines see the folder `base` under the same path."""

    def __init__(self, base: Path, address: str, chunk: int = CHUNK) -> None:
        self._base = base
        self._address = address
        self._chunk = chunk

    def __call__(self, order: Order, jobs: Iterable[Job]) -> Iterator[Made]:
        """What became of each job, as it comes.

        Raises:
            MissingProgram: Dask is not installed here, or the cluster is not there, or not fit, or gone.

        """
        found = tuple(self._base / path for path in order.options.facts_files)
        order = replace(order, options=replace(order.options, facts_files=found))
        with _connected(self._address) as client:
            _refuse_unfit(client, self._base)
            run = _Run(client, pickle.dumps((str(self._base), order)), in_chunks(iter(jobs), self._chunk))
            try:
                yield from run.results()
            except (OSError, RuntimeError, CancelledError) as error:
                raise _gone() from error


class _Run:
    """The tasks of one run: so many are out, and those that came to nothing go out again, row by row."""

    def __init__(self, client: Client, shared: bytes, chunks: Iterator[list[Job]]) -> None:
        self._client = client
        self._shared = shared
        self._chunks = chunks
        self._again: deque[list[Job]] = deque()
        self._out: dict[Any, list[Job]] = {}
        self._strikes: Counter[int] = Counter()

    def results(self) -> Iterator[Made]:
        """What became of each job, as it comes."""
        most = _AHEAD * max(1, sum(self._client.nthreads().values()))
        while True:
            while len(self._out) < most and (chunk := self._next()):
                task = self._client.submit(make_rows, pickle.dumps((self._shared, chunk)), pure=False)
                self._out[task] = chunk
            if not self._out:
                return
            for task in self._ended():
                yield from self._result(task, self._out.pop(task))

    def _next(self) -> list[Job]:
        return self._again.popleft() if self._again else next(self._chunks, [])

    def _ended(self) -> list[Any]:
        """Tasks that have come to an end: waited for as long as there is somebody who works at them."""
        from distributed import wait

        for _ in range(2):
            while True:
                try:
                    return list(wait(list(self._out), timeout=_PATIENCE, return_when="FIRST_COMPLETED").done)
                except TimeoutError:
                    if not self._client.nthreads():
                        break
                except (OSError, RuntimeError, CancelledError) as error:
                    if self._client.status != "running":
                        raise _gone() from error
                    return [one for one in self._out if one.status != "pending"]
        raise _missing("no-workers", "集群里一台干活的机器都没有了", "启动 dask worker，再加 --resume 接着做")

    def _result(self, task: Any, jobs: list[Job]) -> Iterator[Made]:
        """What a task made; of one that came to nothing each row goes out alone, or is given up."""
        try:
            answer = task.result(timeout=_PATIENCE) if task.status != "error" else None
        except (OSError, RuntimeError, CancelledError, TimeoutError) as error:
            if self._client.status != "running":
                raise _gone() from error
            self._again.append(jobs)  # it was made, by a worker that ended before it could say so
            return
        if answer is not None:
            made: list[Made] = pickle.loads(answer)
            yield from made
            return
        self._strikes.update(job.row for job in jobs)
        self._again.extend([job] for job in jobs if self._strikes[job.row] < STRIKES)
        yield from (given_up(job, "意外结束") for job in jobs if self._strikes[job.row] >= STRIKES)


def make_rows(request: bytes) -> bytes:
    """What became of the jobs of a request; run where the cluster runs it."""
    shared, jobs = pickle.loads(request)
    return pickle.dumps(_rows().make(shared, jobs))


def about(base: str) -> tuple[str, bool]:
    """Which drafter a worker has, and whether it sees the folder."""
    return __version__, paths.is_folder(Path(base))


@cache
def _rows() -> Rows:
    return Rows()


def _connected(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError as error:
        raise _missing(
            "no-dask", "--engine dask 要用 Dask，没有装", "pip install 'drafter-cn[dask]'"
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what it says of its ends is said here
    try:
        return Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        message = f"连不上 Dask 的调度器 {address[:60]}"
        raise _missing("no-scheduler", message, "先启动 dask scheduler，地址写成 tcp://机器:8786") from error


def _refuse_unfit(client: Client, base: Path) -> None:
    """Says no to a cluster without workers, with another drafter, or that sees another disk."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
        found = client.run(about, str(base))
    except TimeoutError as error:
        raise _missing("no-workers", "集群里一台干活的机器都没有", "启动 dask worker 再来") from error
    except Exception as error:  # whatever kept a worker from answering
        hint = "每台机器上都装同一版 drafter：pip install 'drafter-cn[dask]'"
        raise _missing("other-drafter", "集群里有的机器上用不了 drafter", hint) from error
    for worker, (version, sees) in found.items():
        if version != __version__:
            hint = "每台机器上都装同一版"
            raise _missing("other-drafter", f"{worker} 上的 drafter 是 {version}，这里是 {__version__}", hint)
        if not sees:
            hint = "各台机器要用同一个共享文件夹，路径也一样；在那个文件夹里运行"
            raise _missing("other-disk", f"{worker} 上看不到文件夹 {base}", hint)


def _gone() -> MissingProgram:
    return _missing(
        "no-scheduler", "Dask 的调度器没了，这一批停下了", "做好的都记着；调度器起来以后，加 --resume 接着做"
    )


def _missing(code: str, message: str, hint: str) -> MissingProgram:
    return MissingProgram(Problem(code, message, hint=hint))
