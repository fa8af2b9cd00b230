"""Reading files whole, and replacing them whole or not at all."""

from __future__ import annotations

import contextlib
import difflib
import errno
import os
import tempfile
from functools import cache
from pathlib import Path

from drafter.problems import InputProblem, OutputProblem, Place, Problem
from drafter.storage import encodings

MAX_BYTES = 20 * 1024 * 1024
_TEMPORARY = ".drafter-"


def read_bytes(path: Path, shown: str = "") -> bytes:
    """The file's bytes. `shown` is how messages name it: as a person typed it.

    Raises:
        InputProblem: it is missing, a folder, not readable, or over 20 MB.

    """
    name = shown or str(path)
    try:
        if path.is_dir():
            raise _unusable("is-folder", f"{name} 是文件夹，不是文件", name, "写出文件夹里具体的文件名")
        if path.exists() and not path.is_file():
            raise _unusable("not-a-file", f"{name} 不是普通文件", name, "写出一个文件的名字")
        size = path.stat().st_size
        if size > MAX_BYTES:
            hint = f"最大 {MAX_BYTES // 1024 // 1024} MB；拆成几个文件"
            raise _unusable("too-large", f"{name} 有 {size / 1024 / 1024:.0f} MB，太大了", name, hint)
        return path.read_bytes()
    except FileNotFoundError as error:
        hint = _near_file(path) or "检查文件名和所在的文件夹"
        raise _unusable("missing-file", f"找不到文件 {name}", name, hint) from error
    except PermissionError as error:
        raise _unusable(
            "not-readable", f"没有权限读 {name}", name, "检查文件权限，或先关掉正在用它的程序"
        ) from error
    except (OSError, ValueError) as error:
        raise _unusable("not-readable", f"读不了 {name}（{error}）", name, "检查文件名和磁盘") from error


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
    for number in range(1, 1000):
        copy = path.with_name(f"{path.stem}.改前{number if number > 1 else ''}{path.suffix}")
        if not copy.exists():
            replace(copy, path.read_bytes())
            return copy.name
    raise OutputProblem(
        Problem("not-written", f"{path.name} 的备份太多了", Place(str(path)), hint="删去几份旧的“改前”备份")
    )


def listed(folder: Path, suffixes: tuple[str, ...]) -> list[str]:
    """The names of the files in a folder that end so, in order.

    Raises:
        InputProblem: the folder cannot be read.

    """
    try:
        return sorted(entry.name for entry in folder.iterdir() if entry.suffix.lower() in suffixes)
    except OSError as error:
        raise _unusable("not-readable", f"读不了文件夹 {folder}", str(folder), "检查权限") from error


def replace(path: Path, data: bytes) -> None:
    """Puts the bytes in the file's place, whole: written beside it, synced, then renamed.

    Raises:
        OutputProblem: the folder is missing or closed, the disk is full, or the file is held
            open by another program. What stood there before still stands.

    """
    name = str(path)
    temporary = ""
    try:
        path = path.resolve()  # a link stays a link: what it points to is replaced
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(path.parent)
        prefix = f"{_TEMPORARY}{path.stem[:20]}-{os.getpid()}-"
        handle, temporary = tempfile.mkstemp(prefix=prefix, dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            Path(temporary).chmod(path.stat().st_mode & 0o777)
        else:
            Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as error:
        _remove(temporary)
        raise OutputProblem(_not_written(error, name)) from error
    except BaseException:
        _remove(temporary)
        raise


def create(path: Path, data: bytes) -> bool:
    """Puts a new file there, whole; False where there is one already, which is left as it is.

    Of several that create one name at once exactly one does.

    Raises:
        OutputProblem: as `replace`.

    """
    temporary = path.with_name(f"{_TEMPORARY}{path.stem[:20]}-{os.getpid()}-new")
    try:
        if path.exists():
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(path.parent)
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        return _named(temporary, path, data)
    except OSError as error:
        raise OutputProblem(_not_written(error, str(path))) from error
    finally:
        _remove(str(temporary))


def _named(temporary: Path, path: Path, data: bytes) -> bool:
    """Gives the file its name, unless that is taken; where links cannot be made, writes it there."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except OSError:  # a disk without links (FAT, some shares)
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            return False
        except OSError:
            _remove(str(path))
            raise
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@cache
def _clear_leftovers(folder: Path) -> None:
    """Removes what killed runs left in the folder, not what another is writing now.

    Once a folder and run is enough: looking for each of ten thousand files would take longer
    than writing them.
    """
    for left in folder.glob(f"{_TEMPORARY}*"):
        if not _is_running(left.name.split("-")[-2]):
            _remove(str(left))


def _is_running(process: str) -> bool:
    """Whether the process of this number runs; on Windows, where asking could end it, no."""
    if os.name == "nt" or not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _remove(path: str) -> None:
    if path:
        with contextlib.suppress(OSError):
            Path(path).unlink()


def _not_written(error: OSError, name: str) -> Problem:
    """What kept the file from being written, and the way out."""
    if isinstance(error, PermissionError):
        message, hint = (
            f"写不了 {name}：没有权限，或正被别的程序打开",
            "关掉正在打开它的 Word 或 WPS，或用 -o 换个地方",
        )
    elif error.errno == errno.ENOSPC:
        message, hint = f"写不了 {name}：磁盘满了", "腾出空间，或用 -o 换个地方"
    elif isinstance(error, (NotADirectoryError, FileExistsError)):
        message, hint = f"写不了 {name}：路径里有一段不是文件夹", "用 -o 换个地方"
    else:
        message, hint = f"写不了 {name}（{error.strerror or error}）", "检查文件名和磁盘，或用 -o 换个地方"
    return Problem("not-written", message, Place(name), hint=hint)


def _near_file(path: Path) -> str:
    """A hint that names a file whose name is like the one that is missing."""
    try:
        names = {
            entry.stem: entry.name
            for entry in path.parent.iterdir()
            if not path.suffix or entry.suffix == path.suffix
        }
    except OSError:
        return f"文件夹 {path.parent} 也不存在" if not path.parent.exists() else ""
    near = difflib.get_close_matches(path.stem, names, n=1, cutoff=0.5)
    return f"是不是“{names[near[0]]}”？" if near else ""


def _unusable(code: str, message: str, name: str, hint: str) -> InputProblem:
    return InputProblem(Problem(code, message, Place(name), hint=hint))
