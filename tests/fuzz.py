"""Changes honest files and carries them through every door: `python -m tests.fuzz outline --seconds 600`.

A traceback, exit code 70, more than ten seconds of the processor's time or more than 500 MB is a finding: it is kept
with its input, and the run ends with 1.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from tests.forks import import_all
from tests.fuzzing.kinds import KINDS
from tests.fuzzing.runs import carry, told


def _until(end: float, mutants: Iterator[bytes]) -> Iterator[bytes]:
    return takewhile(lambda _: time.monotonic() < end, mutants)


def main() -> int:
    """Carries mutants for as long as was asked; 1 where something was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=[*KINDS, "all"])
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-findings"))
    options = parser.parse_args()
    names = list(KINDS) if options.what == "all" else [options.what]
    found = False
    import_all()
    with tempfile.TemporaryDirectory(prefix="fuzz-home-") as home:
        os.environ["DRAFTER_HOME"] = home
        for name in names:
            end = time.monotonic() + options.seconds / len(names)
            tally = carry(KINDS[name], _until(end, KINDS[name].mutants(options.seed)), options.keep / name)
            print(told(name, tally), *tally.findings, sep="\n", flush=True)
            found = found or bool(tally.findings)
    return int(found)


if __name__ == "__main__":
    sys.exit(main())
