"""Reading files whole, and replacing them whole or not at all."""

from __future__ import annotations

import difflib
import errno
import os
from pathlib import Path

from drafter.problems import InputProblem, OutputProblem, Place, Problem
from drafter.storage import bounds, encodings, paths, temporary
from drafter.storage.reasons import reason, shortened
from drafter.storage.written import placing

MAX_BYTES = 20 * 1024 * 1024


def read_bytes(path: Path, shown: str = "", most: int = MAX_BYTES) -> bytes:
    """The file's bytes, `most` at the most. `shown` is how messages name it: as a person typed it.

    Raises:
        InputProblem: it is missing, a folder, not readable, too large, or outside of what may be read.

    """
    name = shown or str(path)
    bounds.hold_read(path, name)
    try:
        if paths.is_folder(path):
            raise _unusable("is-folder", f"{name} 是文件夹，不是文件", name, "写出文件夹里具体的文件名")
        if paths.exists(path) and not paths.is_file(path):
            raise _unusable("not-a-file", f"{name} 不是普通文件", name, "写出一个文件的名字")
        size = path.stat().st_size
        if size > most:
            hint = f"最大 {most // 1024 // 1024} MB；拆成几个文件"
            raise _unusable("too-large", f"{name} 有 {size / 1024 / 1024:.0f} MB，太大了", name, hint)
        return path.read_bytes()
    except FileNotFoundError as error:
        hint = _near_file(path) or "检查文件名和所在的文件夹"
        raise _unusable("missing-file", f"找不到文件 {name}", name, hint) from error
    except PermissionError as error:
        raise _unusable(
            "not-readable", f"没有权限读 {name}", name, "检查文件权限，或先关掉正在用它的程序"
        ) from error
    except (OSError, ValueError, RuntimeError) as error:
        name = shortened(name)
        raise _unusable(
            "not-readable", f"读不了 {name}（{reason(error)}）", name, "检查文件名和磁盘"
        ) from error


def read_text(path: Path, shown: str = "") -> encodings.FileText:
    """The file's text: UTF-8, UTF-16 with its mark, or GB18030 (said as a warning).

    Raises:
        InputProblem: as `read_bytes`, or the file is no text.

    """
    return encodings.decode(read_bytes(path, shown), shown or str(path))


def keep_original(path: Path) -> str:
    """The name of a copy of the file, made beside it before it is changed: 讲话.改前.yaml.

    Raises:
        OutputProblem: it cannot be written.

    """
    bounds.hold_written(path)
    for number in range(1, 1000):
        copy = path.with_name(f"{path.stem}.改前{number if number > 1 else ''}{path.suffix}")
        if create(copy, path.read_bytes()):
            return copy.name
    raise OutputProblem(
        Problem("not-written", f"{path.name} 的备份太多了", Place(str(path)), hint="删去几份旧的“改前”备份")
    )


def listed(folder: Path, suffixes: tuple[str, ...]) -> list[str]:
    """The names of the files in a folder that end so, in order.

    Raises:
        InputProblem: the folder cannot be read.

    """
    bounds.hold_read(folder, str(folder))
    try:
        return sorted(entry.name for entry in folder.iterdir() if entry.suffix.lower() in suffixes)
    except OSError as error:
        raise _unusable("not-readable", f"读不了文件夹 {folder}", str(folder), "检查权限") from error


def below(folder: Path, suffixes: tuple[str, ...]) -> list[str]:
    """The paths, from the folder on, of the files in it and in its folders that end so, in order; hidden ones, and those
    that Word keeps beside an open file (~$), are left out. Links to folders are not followed.
    """
    return sorted(
        (Path(place) / name).relative_to(folder).as_posix()
        for place, _, names in os.walk(folder)
        for name in names
        if name.lower().endswith(suffixes) and not name.startswith((".", "~$"))
    )


def replace(path: Path, data: bytes) -> None:
    """Puts the bytes in the file's place, whole: written beside it, synced, then renamed.

    Raises:
        OutputProblem: the folder is missing or closed, the disk is full, or the file is held
            open by another program. What stood there before still stands.

    """
    _replace(path, data, None)


def keep(path: Path, data: bytes) -> None:
    """Puts what drafter keeps for itself in its place, as `replace` does, in a folder that nobody else may open.

    Raises:
        OutputProblem: as `replace`.

    """
    try:
        placing.close_folder(path.parent)
    except OSError as error:
        raise OutputProblem(placing.not_written(error, str(path))) from error
    _replace(path, data, placing.CLOSED_FILE)


def hold_place(path: Path) -> None:
    """Makes an empty file, closed as its folder is, for a database to grow in; one that is there is closed.

    Raises:
        OSError: it cannot be made.

    """
    placing.close_folder(path.parent)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, placing.CLOSED_FILE))
    path.chmod(placing.CLOSED_FILE)


def _replace(path: Path, data: bytes, mode: int | None) -> None:
    """As `replace`; the file has this mode, else that of the file before it, else the usual one."""
    bounds.hold_written(path)
    shown = str(path)
    made: Path | None = None
    try:
        path = paths.real(path)  # a link stays a link: what it points to is replaced
        if path.exists() and not path.is_file():
            raise OSError(errno.ENODEV, "那里已经有了，而且不是普通文件")
        placing.make(path.parent)
        temporary.clear(path.parent)
        made = path.with_name(temporary.name())
        placing.write_new(made, data)
        if mode is None:
            mode = path.stat().st_mode & 0o777 if paths.exists(path) else placing.usual_mode(path.parent)
        made.chmod(mode)
        made.replace(path)
        made = None  # it has its name
    except (OSError, ValueError) as error:
        raise OutputProblem(placing.not_written(error, shown)) from error
    finally:
        if made is not None:
            temporary.remove(made)


def create(path: Path, data: bytes) -> bool:
    """Puts a new file there, whole; False where there is one already, which is left as it is.

    Of several that create one name at once exactly one does.

    Raises:
        OutputProblem: as `replace`.

    """
    bounds.hold_written(path)
    made = path.with_name(temporary.name())
    try:
        temporary.clear(path.parent)  # a killed run may have given the file its name, and left the other
        if paths.exists(path):
            return False
        placing.make(path.parent)
        placing.write_new(made, data)
        made.chmod(placing.usual_mode(path.parent))
        return _named(made, path, data)
    except (OSError, ValueError) as error:
        raise OutputProblem(placing.not_written(error, str(path))) from error
    finally:
        temporary.remove(made)


def _named(made: Path, path: Path, data: bytes) -> bool:
    """Gives the file its name, unless that is taken; where links cannot be made, writes it there."""
    try:
        os.link(made, path)
    except FileExistsError:
        return False
    except (
        OSError,
        AttributeError,
    ):  # a disk without links (FAT, some shares), a system without (a browser's)
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            return False
        except OSError:
            temporary.remove(path)
            raise
    return True


def _near_file(path: Path) -> str:
    """A hint that names a file whose name is like the one that is missing."""
    try:
        names = {
            entry.stem: entry.name
            for entry in path.parent.iterdir()
            if not path.suffix or entry.suffix == path.suffix
        }
    except OSError:
        return f"文件夹 {path.parent} 也不存在" if not paths.exists(path.parent) else ""
    near = difflib.get_close_matches(path.stem, names, n=1, cutoff=0.5)
    return f"是不是“{names[near[0]]}”？" if near else ""


def _unusable(code: str, message: str, name: str, hint: str) -> InputProblem:
    return InputProblem(Problem(code, message, Place(name), hint=hint))
