"""A child is asked and answers; it ends when it overruns, when it fails, and with whoever asks."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from drafter.fencing import worker
from drafter.fencing.child import Child, EndedError

HERE = __name__
"""This module is the child, too: `python -m tests.fencing.test_child`."""


def answer(request: bytes) -> bytes:
    """What the child does: as it is told."""
    match request.split():
        case [b"say", said]:
            return bytes(said)
        case [b"print", said]:
            print(said)
            return b"printed"
        case [b"work"]:
            while True:
                pass
        case [b"sleep"]:
            time.sleep(300)
        case [b"memory"]:
            return b"x" * 10**9
        case [b"leave", code]:
            os._exit(int(code))
        case [b"pid"]:
            return str(os.getpid()).encode()
    raise ValueError(request)


@pytest.fixture
def child():
    with Child(HERE) as child:
        yield child


def test_it_answers_and_stays_the_same(child):
    """However long the message, and whatever it prints meanwhile."""
    assert child.ask(b"say yes", 20) == b"yes"
    long = b"x" * 3_000_000
    assert child.ask(b"say " + long, 20) == long
    assert child.ask(b"print 1", 20) == b"printed"
    assert child.ask(b"pid", 20) == child.ask(b"pid", 20)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")
@pytest.mark.parametrize(
    ("request_", "code"), [(b"work", worker.OUT_OF_WORK), (b"memory", 1), (b"leave 7", 7), (b"nonsense", 1)]
)
def test_one_that_fails_or_works_too_much_is_replaced(child, request_, code):
    """How it ended is told; the next request has another."""
    before = child.ask(b"pid", 20)

    with pytest.raises(EndedError) as ended:
        child.ask(request_, 20)

    assert ended.value.code == code and not ended.value.is_late
    assert child.ask(b"pid", 20) != before


def test_one_that_waits_is_ended_by_the_clock(child):
    """Which is told apart from work."""
    with pytest.raises(EndedError) as ended:
        child.ask(b"sleep", 0.5)
    assert ended.value.is_late
    assert child.ask(b"say yes", 20) == b"yes"


@pytest.mark.skipif(os.name == "nt", reason="processes are looked up by signals")
@pytest.mark.parametrize("end", ["pass", "os._exit(0)", "os.kill(os.getpid(), 9)"])
def test_it_ends_with_whoever_asks(end):
    """However that ends."""
    code = (
        "import os; from drafter.fencing.child import Child\n"
        f"child = Child({HERE!r}); print(child.ask(b'pid', 20).decode(), flush=True); {end}"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=os.getcwd(),
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    number = int(done.stdout)
    for _ in range(50):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError(f"{number} is still there")


if __name__ == "__main__":
    worker.serve(answer, 1, 600)
