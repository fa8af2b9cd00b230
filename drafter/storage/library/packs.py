"""A pack of the library: a zip of YAML with a manifest and digests, to hand to colleagues. Data only.

What a pack of somebody else holds is not trusted: sizes, names and kinds are looked at before
anything is unfolded, and nothing is written but what the manifest lists.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import PurePosixPath

from drafter.model.library import Volume
from drafter.problems import InputProblem, Place, Problem
from drafter.zips import UNREADABLE

SUFFIX = ".zip"
MANIFEST = "manifest.json"
FOLDER = "library"
FORMAT = 1
MOST_FILES = 20_000
LARGEST_FILE = 20 * 1024 * 1024
LARGEST_PACK = 500 * 1024 * 1024
_RATIO = 200
"""How many times smaller than its text a member may be: YAML is never so repetitive."""

_RATIO_FROM = 1024 * 1024
_NO_CLOCK = (1980, 1, 1, 0, 0, 0)
"""The date of every member: the same entries make the same pack."""


def write(volumes: Sequence[Volume], version: str) -> bytes:
    """The pack of these files, in the order of their names."""
    ordered = sorted(volumes, key=lambda volume: volume.name)
    listed = [{"name": volume.name, "sha256": _digest(volume.text.encode("utf-8"))} for volume in ordered]
    manifest = {"format": FORMAT, "drafter": version, "files": listed}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as pack:
        _put(pack, MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode("utf-8"))
        for volume in ordered:
            _put(pack, f"{FOLDER}/{volume.name}.yaml", volume.text.encode("utf-8"))
    return packed.getvalue()


def _put(pack: zipfile.ZipFile, name: str, data: bytes) -> None:
    member = zipfile.ZipInfo(name, _NO_CLOCK)
    member.compress_type = zipfile.ZIP_DEFLATED
    pack.writestr(member, data)


def read(data: bytes, name: str) -> list[Volume]:
    """The files of a pack, each what its digest says.

    Raises:
        InputProblem: it is no pack, was changed on its way, or holds what no pack holds.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            members = {member.filename: member for member in pack.infolist() if not member.is_dir()}
            _refuse_odd(members, name)
            manifest = _manifest(pack, members, name)
            return [_volume(pack, members, listed, name) for listed in manifest]
    except UNREADABLE as error:
        raise _wrong("bad-pack", f"{name} 打不开，不是素材包或者不完整", name) from error


def _refuse_odd(members: dict[str, zipfile.ZipInfo], name: str) -> None:
    """Looks at every member before one is unfolded."""
    if len(members) > MOST_FILES or sum(member.file_size for member in members.values()) > LARGEST_PACK:
        raise _wrong("too-large", f"{name} 里的文件太多或太大", name)
    for member in members.values():
        path = PurePosixPath(member.filename)
        shown = member.filename[:60]
        inside = path.parts[:1] == (FOLDER,) and path.suffix == ".yaml"
        if path.is_absolute() or ".." in path.parts or "\\" in member.filename or ":" in member.filename:
            raise _wrong("unsafe-pack", f"{name} 里有指向外面的路径“{shown}”", name)
        if member.filename != MANIFEST and not inside:
            raise _wrong("unsafe-pack", f"{name} 里有不是素材的文件“{shown}”", name)
        if member.file_size > LARGEST_FILE or (
            member.file_size > _RATIO_FROM and member.file_size > _RATIO * max(member.compress_size, 1)
        ):
            raise _wrong("too-large", f"{name} 里的“{shown}”展开后太大", name)


def _manifest(pack: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], name: str) -> list[dict[str, str]]:
    """What the pack says that it holds."""
    if MANIFEST not in members:
        raise _wrong("bad-pack", f"{name} 里没有清单，不是素材包", name)
    try:
        manifest = json.loads(_unfolded(pack, members[MANIFEST]))
        if manifest["format"] != FORMAT:
            raise _wrong("newer-pack", f"{name} 是更新的版本做的素材包", name, "升级 drafter 后再添加")
        listed = [{"name": str(one["name"]), "sha256": str(one["sha256"])} for one in manifest["files"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _wrong("bad-pack", f"{name} 的清单读不懂", name) from error
    if sorted(f"{FOLDER}/{one['name']}.yaml" for one in listed) != sorted(members.keys() - {MANIFEST}):
        raise _wrong("changed-pack", f"{name} 里的文件同清单对不上", name)
    return listed


def _volume(
    pack: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], listed: dict[str, str], name: str
) -> Volume:
    data = _unfolded(pack, members[f"{FOLDER}/{listed['name']}.yaml"])
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if _digest(data) != listed["sha256"] or not text:
        raise _wrong("changed-pack", f"{name} 里的“{listed['name'][:40]}”同清单里的校验码对不上", name)
    return Volume(listed["name"], text)


def _unfolded(pack: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The member's bytes; never more than it says, whatever it says."""
    with pack.open(member) as file:
        data = file.read(member.file_size + 1)
    if len(data) != member.file_size:
        raise zipfile.BadZipFile(member.filename)
    return data


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _wrong(code: str, message: str, name: str, hint: str = "") -> InputProblem:
    hint = hint or "请做包的同事用 drafter library export 重新导出，再发一次；什么也没有添加"
    return InputProblem(Problem(code, message, Place(name), hint=hint))
