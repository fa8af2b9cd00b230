"""A root of its own, made of this machine's most needed packages, without Python and without a network.

debootstrap makes one too, out of the network and in half a minute. What dpkg has noted of this machine says which files
make a shell, a C library and dpkg, and those are copied: a second, and no network at all.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

NOTED = Path("/var/lib/dpkg")
WANTED = ("base-files", "base-passwd", "bash", "coreutils", "dash", "diffutils", "dpkg", "findutils", "grep",
          "libc-bin", "libgcc-s1", "libstdc++6", "sed", "tar")  # fmt: skip
USER, HOME = 1000, "/home/wang"
_LEFT = re.compile(r"/usr/share/(?:doc|man|locale|info|i18n|zoneinfo|lintian)/|/usr/lib/[^/]+/gconv/")
_ENTER = """
import fcntl, os, socket, struct, sys
with socket.socket() as asked:  # the loopback of a network of its own is down
    fcntl.ioctl(asked, 0x8914, struct.pack("16sh14x", b"lo", 1))
os.execvp(sys.argv[1], sys.argv[1:])
"""


def is_possible() -> bool:
    """Whether this machine has what it takes: Debian's notes, root, and networks of one's own."""
    if os.geteuid() != 0 or not (NOTED / "status").is_file() or not shutil.which("unshare"):
        return False
    return subprocess.run(["unshare", "-n", "-m", "-p", "-f", "true"], capture_output=True).returncode == 0


def make(root: Path) -> None:
    """Lays it down."""
    stanzas = {}
    for stanza in (NOTED / "status").read_text(encoding="utf-8").split("\n\n"):
        if named := re.match(r"Package: (\S+)", stanza):
            stanzas[named[1]] = stanza.strip()
    for inside in ("usr/bin", "usr/sbin", "usr/lib", "usr/lib64", "var/lib/dpkg/info", "var/lib/dpkg/updates",
                   "var/log", "dev", "proc", "tmp", "opt"):  # fmt: skip
        (root / inside).mkdir(parents=True, exist_ok=True)
    for merged in ("bin", "sbin", "lib", "lib64"):
        (root / merged).symlink_to(f"usr/{merged}")
    chosen = _closure(stanzas)
    for name in chosen:
        for noted in (NOTED / "info").glob(f"{name}[.:]*list"):
            shutil.copyfile(noted, root / "var/lib/dpkg/info" / noted.name)
            _copy(noted.read_text(encoding="utf-8").splitlines(), root)
    (root / "var/lib/dpkg/status").write_text(
        "\n\n".join(stanzas[name] for name in chosen) + "\n", encoding="utf-8"
    )
    (root / "tmp").chmod(0o1777)
    os.mknod(root / "dev/null", 0o20666, os.makedev(1, 3))
    (root / "dev/null").chmod(0o666)
    (root / "etc/passwd").write_text(f"root:x:0:0::/root:/bin/sh\nwang:x:{USER}:{USER}::{HOME}:/bin/sh\n")
    (root / "etc/group").write_text(f"root:x:0:\nwang:x:{USER}:\n")
    home = root / HOME[1:]
    home.mkdir(parents=True)
    os.chown(home, USER, USER)


def _closure(stanzas: dict[str, str]) -> list[str]:
    """The wanted packages and what they depend on, as far as it is here."""
    chosen: dict[str, None] = {}
    asked = list(WANTED)
    while asked:
        name = asked.pop()
        if name in stanzas and name not in chosen:
            chosen[name] = None
            said = re.findall(r"^(?:Pre-)?Depends: (.*)$", stanzas[name], re.MULTILINE)
            asked += re.findall(r"(?:^|[,|] *)([a-z0-9][a-z0-9+.-]*)", ", ".join(said))
    return sorted(chosen)


def _copy(paths: list[str], root: Path) -> None:
    for path in paths:
        source, target = Path(path), root / path[1:]
        if _LEFT.search(path) or (source.is_dir() and not source.is_symlink()) or target.is_symlink():
            continue
        if source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target, follow_symlinks=False)


def inside(
    root: Path, *command: str, user: int = USER, folder: str = HOME
) -> subprocess.CompletedProcess[str]:
    """Runs a command in there, cut off from every network, with nothing of this machine's environment."""
    cut = [
        "unshare",
        "-n",
        "-m",
        "-p",
        "-f",
        "--kill-child",
        f"--mount-proc={root / 'proc'}",
        sys.executable,
        "-c",
        _ENTER,
    ]
    enter = [
        "chroot",
        f"--userspec={user}:{user}",
        str(root),
        "env",
        "-i",
        f"HOME={HOME if user else '/root'}",
    ]
    place = [
        "PATH=/usr/sbin:/usr/bin",
        "LANG=C.UTF-8",
        "sh",
        "-c",
        'cd "$1" && shift && exec "$@"',
        "sh",
        folder,
    ]
    whole = [*cut, *enter, *place, *command]
    return subprocess.run(whole, capture_output=True, text=True, encoding="utf-8", timeout=180)


def listing(root: Path) -> set[str]:
    """All that lies there, but for what runs and what dpkg notes for itself."""
    found = {path.relative_to(root).as_posix() for path in root.rglob("*")}
    return {name for name in found if not re.match(r"proc/|var/(?:lib/dpkg|log|cache)(?:/|$)", name)}
