"""What this computer has: programs, fonts, folders, settings; and whether a file is the one that was given out."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata

from drafter import __version__
from drafter.checksums import Checksums, checksums
from drafter.drafting.production import DEFAULT_STYLE
from drafter.library import addresses
from drafter.office import fonts, libreoffice
from drafter.problems import DrafterError, Problem
from drafter.session.session import Session
from drafter.storage import files

_LIBRARIES = ("jinja2", "typer", "python-docx", "lxml", "pyyaml", "markdown-it-py")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked for."""

    group: str
    name: str
    value: str
    ok: bool = True
    advice: str = ""


def examine(session: Session) -> list[Finding]:
    """Everything that matters for drafting on this computer."""
    return [*_programs(), *_fonts(session), *_folders(session), *_settings(session)]


def _programs() -> list[Finding]:
    found = [
        Finding("版本", "drafter", __version__),
        Finding("版本", "Python", f"{platform.python_version()}（{platform.system()}）"),
    ]
    found += [Finding("版本", name, metadata.version(name)) for name in _LIBRARIES]
    office = libreoffice.find()
    advice = (
        "" if office else "只有生成 PDF、读 .rtf .odt .html 和 Word 95 以前的 .doc 才用得到；其余功能不受影响"
    )
    return [*found, Finding("可选程序", "LibreOffice", office or "没有找到", bool(office), advice)]


def _fonts(session: Session) -> list[Finding]:
    """The fonts that the default style asks for."""
    wanted = session.stylesheets.named(DEFAULT_STYLE).fonts.values()
    installed = fonts.installed()
    if installed is None:
        return [Finding("字体", "字体", "这个系统上查不了", False, "打开成稿看一眼：标题小标宋，正文仿宋")]
    return [
        Finding(
            "字体", name, "已安装" if name in installed else "没有安装", name in installed,
            "" if name in installed else fonts.ADVICE.get(name, "成稿里写的字体名不变，在装有它的电脑上打开就对"),
        )
        for name in dict.fromkeys(wanted)
    ]  # fmt: skip


def _folders(session: Session) -> list[Finding]:
    places = session.places
    folders = (
        ("用户文件夹", places.home),
        ("素材库", addresses.shown_address(session)),
        ("缓存", places.cache),
        ("站点文件夹", places.site),
        ("工作区", places.workspace),
    )
    return [Finding("文件夹", name, str(path) if path else "不在工作区里", True) for name, path in folders]


def _settings(session: Session) -> list[Finding]:
    """What `drafter.toml` sets; nothing where there is none."""
    origin = f"{session.places.workspace}/drafter.toml" if session.places.workspace else ""
    return [
        Finding("设置", f"{section}.{name}", f"{value}（来自 {origin}）")
        for section, values in session.places.settings.items()
        if isinstance(values, dict)
        for name, value in values.items()
    ]


@dataclass(frozen=True, slots=True)
class Digested:
    """A file with its digests, or why it has none."""

    path: str
    exit_code: int = 0
    checksums: Checksums | None = None
    problems: tuple[Problem, ...] = ()


def digest(session: Session, names: Sequence[str]) -> list[Digested]:
    """The digests of each file; the good ones are told even where others fail."""
    return [_digest(session, name) for name in names]


def _digest(session: Session, name: str) -> Digested:
    try:
        return Digested(name, checksums=checksums(files.read_bytes(session.base / name, name)))
    except DrafterError as error:
        return Digested(name, error.exit_code, problems=error.problems)
