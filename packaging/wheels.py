"""The wheels that go into a package: drafter's own, made of this tree, and those it stands on, for another system.

Versions are those of constraints.txt, with which the tests ran; a package that has no line there is refused. pip asks
for the system that it runs on when it reads `; sys_platform == "win32"`, so what a system alone needs is looked for here.
"""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message
from email.parser import Parser
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parents[1]
CONSTRAINTS = ROOT / "constraints.txt"
EXTRAS = ("fast", "pdf", "pg", "pinyin", "web", "xlsx")
"""All that can be done at one computer; batches on several are no business of an installer."""

_GLIBC = re.compile(r"manylinux_2_(\d+)_")
_OLD = {"manylinux1": 5, "manylinux2010": 12, "manylinux2014": 17}
_NO_FILES = ("scripts", "headers", "data")
"""What wheels bring beside packages: programs that name the Python of whoever installs, C headers, manual pages."""


@dataclass(frozen=True)
class System:
    """What wheels are for: tags that pip looks for, and what markers are asked about."""

    tags: tuple[str, ...]
    version: str
    markers: dict[str, str]


@dataclass(frozen=True)
class Wheel:
    """A wheel on the disk."""

    path: Path

    @property
    def name(self) -> str:
        return parse_wheel_filename(self.path.name)[0]

    @property
    def version(self) -> str:
        return str(parse_wheel_filename(self.path.name)[1])

    @property
    def metadata(self) -> Message:
        with zipfile.ZipFile(self.path) as packed:
            name = next(one for one in packed.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", one))
            return Parser().parsestr(packed.read(name).decode("utf-8"))

    @property
    def glibc(self) -> int:
        """The oldest glibc 2.N that its tags promise to run with; 0 where it has nothing compiled."""
        tags = [tag.platform for tag in parse_wheel_filename(self.path.name)[3]]
        asked = [int(match[1]) for tag in tags if (match := _GLIBC.match(tag))]
        asked += [number for old, number in _OLD.items() if any(tag.startswith(f"{old}_") for tag in tags)]
        return min(asked, default=0)


def linux(machine: str, version: str) -> System:
    """Linux with a glibc up to 2.28, which is that of the oldest systems that this is meant for."""
    tags = (f"manylinux2014_{machine}", *(f"manylinux_2_{one}_{machine}" for one in range(17, 29)))
    markers = {
        "sys_platform": "linux",
        "platform_system": "Linux",
        "os_name": "posix",
        "platform_machine": machine,
    }
    return System(tags, version, markers)


def windows(version: str) -> System:
    """Windows on 64 bits."""
    markers = {
        "sys_platform": "win32",
        "platform_system": "Windows",
        "os_name": "nt",
        "platform_machine": "AMD64",
    }
    return System(("win_amd64",), version, markers)


def own(folder: Path, target: str = "wheel") -> Path:
    """Drafter's own wheel or sdist, made of this tree in a folder where there is none yet."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder.resolve())]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("drafter_cn-*.whl" if target == "wheel" else "drafter_cn-*.tar.gz"))


def gathered(wheel: Path, system: System, folder: Path) -> list[Wheel]:
    """Drafter's wheel and all that it needs there, by name; what is not yet in the folder is asked of the index."""
    folder.mkdir(parents=True, exist_ok=True)
    while absent := needed(here := _known(wheel, folder), system)[1]:
        _download(sorted(absent), system, folder)
    return [here[name] for name in sorted(needed(here, system)[0])]


def _known(wheel: Path, folder: Path) -> dict[str, Wheel]:
    """What is here, by name, each in the version that constraints.txt says."""
    lines = (line.partition("==") for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines())
    pinned = {canonicalize_name(name): version for name, _, version in lines if version}
    found = [Wheel(path) for path in sorted(folder.glob("*.whl"))]
    for one in found:
        if pinned.get(canonicalize_name(one.name)) != one.version:
            sys.exit(f"constraints.txt does not say {one.name} {one.version}, which lies in {folder}")
    return {one.name: one for one in (Wheel(wheel), *found)}


def needed(here: dict[str, Wheel], system: System) -> tuple[set[str], set[str]]:
    """The names of what drafter needs on that system and is here, and as requirements what is not."""
    asked = [Requirement(f"drafter-cn[{','.join(EXTRAS)}]")]
    done: set[tuple[str, str]] = set()
    absent = set()
    while asked:
        one = asked.pop()
        name = canonicalize_name(one.name)
        if name not in here:
            absent.add(f"{one.name}[{','.join(sorted(one.extras))}]{one.specifier}".replace("[]", ""))
            continue
        for extra in {"", *one.extras} - {extra for known, extra in done if known == name}:
            done.add((name, extra))
            said = map(Requirement, here[name].metadata.get_all("Requires-Dist") or ())
            asked += [each for each in said if _holds(each, extra, system)]
    return {name for name, _ in done}, absent


def _holds(one: Requirement, extra: str, system: System) -> bool:
    asked = {**system.markers, "python_version": system.version, "python_full_version": f"{system.version}.0"}
    return one.marker is None or one.marker.evaluate({**asked, "extra": extra})


def _download(requirements: list[str], system: System, folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "-qq", "--only-binary=:all:", "-c", str(CONSTRAINTS)]
    command += ["--python-version", system.version, "-d", str(folder)]
    command += [part for tag in system.tags for part in ("--platform", tag)]
    subprocess.run([*command, *requirements], check=True)


def unpack(wheels: Iterable[Wheel], site: Path) -> None:
    """Lays the packages of wheels down as an installer does, without its programs."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel.path) as packed:
            for name in packed.namelist():
                inside = _place(name)
                if inside and not name.endswith("/"):
                    target = site / inside
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(packed.read(name))


def _place(name: str) -> str:
    """Where a member of a wheel lies once it is installed; empty where it does not."""
    first, _, rest = name.partition("/")
    kind, _, inside = rest.partition("/")
    if ".." in PurePosixPath(name).parts or name.startswith("/"):
        sys.exit(f"a wheel wants to write {name}")
    if not first.endswith(".data"):
        return name
    return "" if kind in _NO_FILES else inside
