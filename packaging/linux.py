"""Makes drafter_VERSION_ARCH.deb and the same as a tar.gz, for Linux: Python, drafter and all it needs, in /opt/drafter.

    python packaging/linux.py --runtime cpython-3.12-x86_64-unknown-linux-gnu-install_only.tar.gz --sums SHA256SUMS

The archive is a relocatable Python, for amd64 or arm64; which of the two, its program says. Nothing is fetched when the
package is installed, and nothing runs then but Python, which compiles what was laid down.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import archives
import bill
import binaries
import options
import runtimes
import wheels

HERE = Path(__file__).parent
OPT = "opt/drafter"
ARCHES = {"x86_64": "amd64", "aarch64": "arm64"}

_LAUNCHER = """#!/bin/sh
# Starts the Python beside it, which listens to no setting of another one.
here=$(dirname "$(dirname "$(readlink -f "$0")")")
exec "$here/python/bin/python3" -I {what} "$@"
"""
_CONTROL = """Package: drafter-cn
Version: {version}
Architecture: {arch}
Maintainer: the drafter authors <drafter-cn@example.invalid>
Installed-Size: {size}
Depends: {depends}
Recommends: xdg-utils
Suggests: libreoffice-writer
Conflicts: drafter
Section: text
Priority: optional
Description: 公文和讲话稿起草助手
 打大纲，出按 GB/T 9704 排好的 Word 初稿；校对、排版、旧稿变大纲。
 自带 Python 和要用的全部程序库，装、用都不联网。
"""
_AFTER = """#!/bin/sh
# What is compiled once starts in half the time; without it everything works all the same.
set -e
if [ "$1" = configure ]; then
  /opt/drafter/python/bin/python3 -I -m compileall -q -j 0 /opt/drafter/python/lib >/dev/null 2>&1 || true
fi
"""
_BEFORE = """#!/bin/sh
# Takes away what was compiled here, which dpkg knows nothing of; drafts and the user's folder lie elsewhere.
set -e
find /opt/drafter -depth -name __pycache__ -type d -exec rm -rf {} +
"""


@dataclass(frozen=True)
class Built:
    """What came of it: files, what of others is in them, and the oldest glibc 2.N that they run with."""

    paths: list[Path]
    components: list[bill.Component]
    glibc: int


def build(runtime: Path, sums: Path, wheel: Path, kept: Path, output: Path, quick: bool = False) -> Built:
    """Both packages, for the machine that the runtime is for; wheels of others are kept in a folder for the next time."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        python = runtimes.relocatable(runtime, sums, work / "runtime")
        machine = _machine(python)
        found = wheels.gathered(
            wheel, wheels.linux(machine, python.version), kept / f"linux-{machine}-{python.version}"
        )
        root = work / "root"
        inside = [*bill.of_runtime(python), *bill.of_wheels(found)]
        _lay(root / OPT, python, found)
        (root / OPT / "LICENSE").write_text(bill.licences(inside), encoding="utf-8")
        _link(root)
        floor = _floor(root, found, machine)
        version = wheels.Wheel(wheel).version
        base = f"drafter_{version}_{ARCHES[machine]}"
        packed = output / f"{base}.tar.gz"
        packed.write_bytes(archives.gzipped(archives.tar(root / OPT, "drafter"), quick))
        package = output / f"{base}.deb"
        _control(work / "control", root, version, ARCHES[machine], floor)
        package.write_bytes(archives.deb(work / "control", root, quick))
        return Built([package, packed], inside, floor)


def _machine(python: runtimes.Runtime) -> str:
    program = (python.root / "bin" / "python3").read_bytes()
    machine = binaries.elf_machine(program) if program.startswith(b"\x7fELF") else ""
    if machine not in ARCHES:
        raise SystemExit(f"{python.archive} is for none of {', '.join(ARCHES)}, for which there are wheels")
    return machine


def _lay(opt: Path, python: runtimes.Runtime, found: Sequence[wheels.Wheel]) -> None:
    """What lies in /opt/drafter."""
    opt.mkdir(parents=True)
    shutil.copytree(python.root, opt / "python", symlinks=True)
    wheels.unpack(found, opt / "python" / "lib" / f"python{python.version}" / "site-packages")
    shutil.copyfile(HERE / "desk.py", opt / "desk.py")
    (opt / "bin").mkdir()
    for name, what in (("drafter", "-m drafter"), ("drafter-desk", '"$here/desk.py"')):
        launcher = opt / "bin" / name
        launcher.write_text(_LAUNCHER.format(what=what), encoding="utf-8")
        launcher.chmod(0o755)
    share = opt / "share" / "applications"
    share.mkdir(parents=True)
    for entry in (HERE / "desktop").glob("*.desktop"):
        shutil.copyfile(entry, share / entry.name)
    shutil.copyfile(wheels.ROOT / "drafter" / "web" / "page" / "icon.svg", opt / "share" / "drafter.svg")


def _link(root: Path) -> None:
    """What the system is shown of it: a command, entries of the menu, an icon, the licence."""
    share = root / "usr" / "share"
    for folder in ("applications", "icons/hicolor/scalable/apps", "doc/drafter-cn"):
        (share / folder).mkdir(parents=True)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / "drafter").symlink_to("../../opt/drafter/bin/drafter")
    for entry in (root / OPT / "share" / "applications").iterdir():
        shutil.copyfile(entry, share / "applications" / entry.name)
    shutil.copyfile(root / OPT / "share" / "drafter.svg", share / "icons/hicolor/scalable/apps/drafter.svg")
    shutil.copyfile(root / OPT / "LICENSE", share / "doc" / "drafter-cn" / "copyright")


def _floor(root: Path, found: Sequence[wheels.Wheel], machine: str) -> int:
    """N of the oldest glibc 2.N that all of it runs with: what the wheels' tags say, and what the files ask for."""
    floor = max(one.glibc for one in found)
    for path, content in binaries.elves(root):
        if binaries.elf_machine(content) != machine:
            raise SystemExit(f"{path.relative_to(root)} is not for {machine}")
        floor = max(floor, binaries.glibc(content))
    return floor


def _control(folder: Path, root: Path, version: str, arch: str, floor: int) -> None:
    """What dpkg is told."""
    folder.mkdir()
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]
    beside = sorted({name for _, content in binaries.elves(root) for name in binaries.packages(content)})
    depends = ", ".join([f"libc6 (>= 2.{floor})", *beside])
    size = sum(path.stat().st_size for path in files) // 1024
    said = _CONTROL.format(version=_ordered(version), arch=arch, size=size, depends=depends)
    (folder / "control").write_text(said, encoding="utf-8")
    digests = (
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in files
    )
    (folder / "md5sums").write_text("".join(digests), encoding="utf-8")
    for name, script in (("postinst", _AFTER), ("prerm", _BEFORE)):
        (folder / name).write_text(script, encoding="utf-8")
        (folder / name).chmod(0o755)


def _ordered(version: str) -> str:
    """As dpkg orders them: it takes 1.0rc1 for newer than 1.0, and 1.0~rc1 for older."""
    return re.sub(r"\.?(a|b|rc|dev)(?=\d)", r"~\1", version)


def main() -> None:
    """Makes both files, and says what they need."""
    asked = options.parser(__doc__, "a relocatable Python, as a tar").parse_args()
    asked.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        wheel = wheels.own(Path(folder))
        built = build(asked.runtime, asked.sums, wheel, asked.wheels, asked.output, asked.quick)
    for path in built.paths:
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB, glibc 2.{built.glibc} or newer")


if __name__ == "__main__":
    main()
