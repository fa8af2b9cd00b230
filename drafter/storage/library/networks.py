"""Whether a path lies on a disk of another computer, where SQLite's shared memory does not reach."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_MOUNTS = Path("/proc/mounts")
_REMOTE = ("nfs", "cifs", "smb", "afs", "9p", "ceph", "gluster", "fuse.sshfs", "fuse.davfs", "davfs")
_REMOTE_DRIVE = 4
"""What Windows calls a network drive (GetDriveTypeW: DRIVE_REMOTE)."""


def on_network(path: Path) -> bool:
    """Whether the path lies on a network share, as far as the system says so."""
    full = str(path.absolute())
    if full.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{path.absolute().anchor}") == _REMOTE_DRIVE)
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return is_remote(full, mounts)


def is_remote(path: str, mounts: str) -> bool:
    """Whether the mount that holds the path, by this table of mounts, is a remote one."""
    best, kind = "", ""
    for line in mounts.splitlines():
        _, point, system, *_ = [*line.split(" "), "", "", ""]
        point = point.replace("\\040", " ")
        inside = path == point or path.startswith(point.rstrip("/") + os.sep)
        if inside and len(point) >= len(best):
            best, kind = point, system
    return kind.startswith(_REMOTE)
