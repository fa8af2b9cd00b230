"""What the page is made of beside drafter: each package with its version, its licence and the text of that."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from importlib import metadata

from drafter.records import Record

_OWN = "drafter-cn"
_TEXTS = ("LICENSE", "LICENSE.txt", "LICENSE.md", "COPYING")
_NAME = re.compile(r"[A-Za-z0-9._-]+")


class Package(Record):
    """A package of others that is here."""

    name: str
    version: str
    licence: str
    text: str


def packages() -> list[Package]:
    """All that drafter stands on here, by name; where drafter is not installed itself, all that lies beside it."""
    try:
        wanted = _needed(_OWN, set())
    except metadata.PackageNotFoundError:
        wanted = {_plain(one.metadata["Name"]) for one in metadata.distributions()}
    found = {_plain(one.metadata["Name"]): one for one in metadata.distributions()}
    return [_package(found[name]) for name in sorted(wanted & found.keys() - {_OWN})]


def _needed(name: str, known: set[str]) -> set[str]:
    """The names of what a package needs and of what that needs in turn, of extras what is installed."""
    for said in metadata.requires(name) or ():
        match = _NAME.match(said)
        one = _plain(match[0]) if match else ""
        if one and one not in known and ("extra ==" not in said or (name == _OWN and "dev" not in said)):
            known.add(one)
            try:
                _needed(one, known)
            except metadata.PackageNotFoundError:
                known.discard(one)
    return known


def _plain(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()


def _package(found: metadata.Distribution) -> Package:
    said = found.metadata
    classes = [one.rpartition(" :: ")[2] for one in said.get_all("Classifier") or () if "License ::" in one]
    named = (said[key] for key in ("License-Expression", "License") if key in said)
    short = next(filter(None, named), "、".join(classes))
    return Package(said["Name"], found.version, " ".join(short.split())[:60], "\n\n".join(_texts(found)))


def _texts(found: metadata.Distribution) -> Iterator[str]:
    for name in found.metadata.get_all("License-File") or _TEXTS:
        with contextlib.suppress(UnicodeDecodeError):  # a few are kept in bytes that say nothing
            text = found.read_text(f"licenses/{name}") or found.read_text(name)
            if text:
                yield text.strip()
