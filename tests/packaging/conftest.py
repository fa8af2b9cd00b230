"""A release, made once for all tests of it, of Pythons that stand in for those that are given."""

from __future__ import annotations

import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT, required
from tests.packaging import standins

sys.path.insert(0, str(ROOT / "packaging"))  # scripts, which import one another as neighbours
_LEFT = shutil.ignore_patterns(
    ".git", ".venv", "node_modules", "build", "dist", "demo", "__pycache__", ".*_cache"
)
"""What no release is made of; a copy is, so that nobody works on it meanwhile."""

STRAYS = ("SHA256SUMS", "cpython-3.12-x86_64.tar.gz")
"""What somebody who makes a release may have beside the sources, and what is no part of them."""

PYODIDE = ROOT / "node_modules" / "pyodide"


@dataclass(frozen=True)
class Released:
    """A folder of a release, and what it was made of."""

    folder: Path
    tree: Path
    runtimes: list[Path]
    sums: Path
    wheels: Path

    def one(self, pattern: str) -> Path:
        """The only file of that name."""
        (found,) = self.folder.glob(pattern)
        return found

    def again(self, folder: Path, tree: Path) -> Released:
        """The same, made once more of a copy of the tree, into another folder."""
        made = Released(
            folder, shutil.copytree(self.tree, tree, ignore=_LEFT), self.runtimes, self.sums, self.wheels
        )
        for stray in STRAYS:
            (tree / stray).write_bytes(b"")
        given = [part for path in self.runtimes for part in ("--runtime", path)]
        command = [
            sys.executable,
            tree / "packaging" / "release.py",
            "-o",
            folder,
            "--sums",
            self.sums,
            "--quick",
        ]
        subprocess.run(
            [*command, "--wheels", self.wheels, "--pyodide", PYODIDE, *given],
            check=True,
            cwd=folder.parent,
            timeout=900,
        )
        return made


@pytest.fixture(scope="session")
def released(tmp_path_factory):
    """The release; whichever process of the tests asks first makes it for all."""
    required("Linux", sys.platform == "linux")
    required("hatchling", importlib.util.find_spec("hatchling"))
    required("the npm package pyodide", PYODIDE.is_dir())
    for program in ("makensis", "patchelf"):
        required(program, shutil.which(program))
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (shared / "release.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _made(shared / "release")


def _made(work: Path) -> Released:
    folder, given = work / "dist", work / "runtimes"
    if not (folder / "SHA256SUMS").is_file():
        ask = [sys.executable, "-m", "pip", "download", "-qq", "--no-deps", "-d", work / "asked", "mdurl"]
        required("an index of packages", subprocess.run(ask, capture_output=True).returncode == 0)
        shutil.rmtree(work, ignore_errors=True)
        given.mkdir(parents=True)
        archives = [standins.of_this_machine(given), standins.for_arm(given), standins.for_windows(given)]
        first = Released(folder, ROOT, archives, standins.sums(*archives), work / "wheels")
        first.again(folder, work / "tree")
    archives = [path for path in sorted(given.iterdir()) if path.suffix in (".tar", ".zip")]
    return Released(folder, work / "tree", archives, given / "SHA256SUMS", work / "wheels")
