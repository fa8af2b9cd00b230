"""Where things are kept: what is shipped, the user's folder, the workspace, the cache."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from drafter.problems import InputProblem, Place, Problem
from drafter.records import Record
from drafter.storage import paths

PACKAGE = Path(__file__).resolve().parents[1]
WORKSPACE_FILE = "drafter.toml"
_HOME = "DRAFTER_HOME"
_LONGEST_SETTINGS = 100_000
"""Characters of a settings file; no person writes a tenth."""

_DEEP_KEY = re.compile(r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:\s*\.\s*(?:[\w-]+|"[^"\n]*"|'[^'\n]*')){8}""")
"""A key of nine parts: each part costs the reader what all before it cost."""


class Folder(Record):
    """A folder in which names are looked up, and how a list says where it is."""

    path: Path
    label: str


class Places(Record):
    """The folders of one run. `workspace` is None outside any."""

    home: Path
    cache: Path
    site: Path
    workspace: Path | None
    settings: Mapping[str, Any]

    def folders(self, kind: str) -> list[Folder]:
        """Where names of a kind (`templates`, `styles`, `outlines`) are looked up, in order."""
        found = []
        if self.workspace is not None:
            named = self.settings.get("paths", {}).get(kind, kind)
            found.append(Folder(self.workspace / str(named), "工作区"))
        found.append(Folder(self.home / kind, "用户"))
        found.append(Folder(self.site / kind, "站点"))
        found.append(Folder(shipped(kind), "内置"))
        return found

    @property
    def settings_file(self) -> Path:
        """The workspace's file of settings, there or not."""
        return (self.workspace or self.home) / WORKSPACE_FILE

    def default(self, name: str) -> Any:
        """A setting of `[defaults]` in the workspace's file, None where it is not set."""
        return self.settings.get("defaults", {}).get(name)


def shipped(kind: str) -> Path:
    """The folder of what is shipped: with the package's data, or beside the package in a checkout."""
    inside = PACKAGE / "data" / kind
    return inside if paths.is_folder(inside) else PACKAGE.parent / kind


def home() -> Path:
    """The user's own folder: `DRAFTER_HOME`, else where the system keeps such."""
    named = os.environ.get(_HOME)
    if named:
        return paths.typed(named)
    import platformdirs  # slow to import, and not needed where DRAFTER_HOME is set

    return Path(platformdirs.user_data_dir("drafter", appauthor=False))


def find(start: Path) -> Places:
    """The folders that hold for a command run in `start`.

    Raises:
        InputProblem: the workspace's `drafter.toml` cannot be read.

    """
    workspace = _workspace(start)
    settings = _settings(workspace / WORKSPACE_FILE) if workspace is not None else {}
    if os.environ.get(_HOME):
        folder = home()
        return Places(folder, folder / "cache", folder / "site", workspace, settings)
    import platformdirs

    return Places(
        home(),
        Path(platformdirs.user_cache_dir("drafter", appauthor=False)),
        Path(platformdirs.site_data_dir("drafter", appauthor=False)),
        workspace,
        settings,
    )


def _workspace(start: Path) -> Path | None:
    """The nearest folder above that holds a `drafter.toml`."""
    for folder in (start, *start.parents):
        if paths.is_file(folder / WORKSPACE_FILE):
            return folder
    return None


def _settings(path: Path) -> Mapping[str, Any]:
    import tomllib  # slow to import, and needed in a workspace alone

    try:
        text = path.read_text(encoding="utf-8")
        if len(text) > _LONGEST_SETTINGS or _DEEP_KEY.search(text):
            raise ValueError(f"超过 {_LONGEST_SETTINGS} 字，或键套得太深")
        settings = tomllib.loads(text)
        odd = [name for name, value in settings.items() if not isinstance(value, dict)]
        if odd:
            raise ValueError(f"{odd[0]} 要写成一节：[{odd[0]}]")
        return settings
    except (OSError, ValueError, RecursionError) as error:
        spot = re.search(r"line (\d+), column (\d+)", str(error))
        place = Place(str(path), int(spot[1]), int(spot[2])) if spot else Place(str(path))
        ours = type(error) is ValueError and not str(error).isascii()
        said = str(error) if ours else "TOML 写法有误"
        hint = "改正这一行，或把它改名停用；写法见手册“命令”一页"
        problem = Problem("bad-settings", f"设置文件读不懂：{said}", place, hint=hint)
        raise InputProblem(problem) from error
