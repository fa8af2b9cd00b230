"""A bill of materials for each artefact: what of others is inside, which version, under which licence (CycloneDX 1.6).

It says neither a date nor a serial number, so that two runs make it alike. A licence is what a package's metadata says in
the words of SPDX; where those say less, what was read in its licence file stands in the table below.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.parser import Parser
from importlib import metadata
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.utils import canonicalize_name
from runtimes import Runtime, digest
from wheels import ROOT, Wheel

_READ = {
    "blinker": "MIT", "colorama": "BSD-3-Clause", "itsdangerous": "BSD-3-Clause", "jinja2": "BSD-3-Clause",
    "markdown-it-py": "MIT", "mdit-py-plugins": "MIT", "mdurl": "MIT", "olefile": "BSD-2-Clause", "pdfplumber": "MIT",
    "prompt-toolkit": "BSD-3-Clause", "pypdfium2": "Apache-2.0 AND BSD-3-Clause AND LicenseRef-PDFium-Dependencies",
    "shellingham": "ISC", "waitress": "ZPL-2.1", "wcwidth": "MIT",
}  # fmt: skip
"""Licences that stand in a package's files and not, or not in SPDX's words, in its metadata."""

_LIBRARIES = {
    "libcrypto": ("OpenSSL", "Apache-2.0"), "sqlite3": ("SQLite", "blessing"), "libffi": ("libffi", "MIT"),
    "vcruntime140": ("Microsoft Visual C++ Runtime", "LicenseRef-Microsoft-Visual-Cpp-Runtime"),
}  # fmt: skip
"""Libraries that a Python brings as files of their own: how these begin, whose they are, under which licence."""

_BUNDLED = re.compile(r"[^/]+\.libs/([^/]+)")
_MARK = re.compile(r"-[0-9a-f]{8,}(?=[-.])")
"""A library that a wheel brings as a file of its own, and what was put into its name so that no other is taken for it."""

_NOT_READ = "LicenseRef-Not-Read"
"""The licence of such a library stands somewhere in its wheel, and nobody of us has looked for it."""


@dataclass(frozen=True)
class Component:
    """Something of others that is inside."""

    name: str
    version: str
    licence: str
    purl: str = ""
    sha256: str = ""
    notes: dict[str, str] = field(default_factory=dict)


def licence(said: Message) -> str:
    """A package's licence as an expression of SPDX; the end where nobody has read it yet."""
    name = canonicalize_name(said["Name"])
    for words in (said["License-Expression"], _READ.get(name), said["License"]):
        try:
            return str(canonicalize_license_expression(words or ""))
        except InvalidLicenseExpression:
            continue
    sys.exit(f"{name} does not say its licence in SPDX's words: read it, and write it into bill.py")


def of_package(said: Message, sha256: str = "") -> Component:
    """A package of Python."""
    name, version = canonicalize_name(said["Name"]), said["Version"]
    return Component(name, version, licence(said), f"pkg:pypi/{name}@{version}", sha256)


def of_installed(name: str) -> Component:
    """A package as it is installed here."""
    said = metadata.distribution(name).read_text("METADATA")
    return of_package(Parser().parsestr(said or ""))


def of_wheels(wheels: Iterable[Wheel]) -> list[Component]:
    """Those of others among the wheels, each with the digest of its file, as an index shows it, and what they bring."""
    others = [one for one in wheels if one.name != "drafter-cn"]
    return [of_package(one.metadata, digest(one.path)) for one in others] + [
        found for one in others for found in _bundled(one)
    ]


def _bundled(wheel: Wheel) -> Iterator[Component]:
    """The libraries that were laid into a wheel as files of their own."""
    with zipfile.ZipFile(wheel.path) as packed:
        for path in sorted(packed.namelist()):
            if found := _BUNDLED.fullmatch(path):
                sha256 = hashlib.sha256(packed.read(path)).hexdigest()
                yield Component(
                    _MARK.sub("", found[1]), "", _NOT_READ, sha256=sha256, notes={"bundled in": wheel.name}
                )


def licences(components: Iterable[Component]) -> str:
    """Our licence, and below it whose else is inside under which."""
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    lines = (
        " ".join(filter(None, (one.name, one.version, f"({one.licence})")))
        for one in sorted(components, key=lambda one: one.name.lower())
    )
    return f"{own}\nInside are, each under its own licence:\n\n" + "".join(f"{line}\n" for line in lines)


def of_runtime(runtime: Runtime) -> list[Component]:
    """The Python, and the libraries that it brings as files of their own."""
    notes = {"archive": runtime.archive, "libraries": "those built into it are named by its maker"}
    found = [
        Component(
            "CPython", runtime.patched or runtime.version, "Python-2.0.1", sha256=runtime.digest, notes=notes
        )
    ]
    names = [path.name for path in runtime.root.rglob("*") if path.is_file()]
    for start, (name, said) in _LIBRARIES.items():
        if any(one.startswith((start, f"lib{start}")) for one in names):
            found.append(Component(name, "", said, notes={"archive": runtime.archive}))
    return found


def written(artefact: Path, version: str, components: Iterable[Component]) -> Path:
    """Writes the bill beside the artefact."""
    said = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": artefact.name,
                "version": version,
                "licenses": [{"license": {"id": "MIT"}}],
                "hashes": [{"alg": "SHA-256", "content": digest(artefact)}],
            }
        },
        "components": [_entry(one) for one in sorted(components, key=lambda one: one.name.lower())],
    }
    path = artefact.with_name(f"{artefact.name}.cdx.json")
    path.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def _entry(one: Component) -> dict[str, object]:
    said: dict[str, object] = {"type": "library", "name": one.name}
    if one.version:
        said["version"] = one.version
    if one.purl:
        said |= {"purl": one.purl, "bom-ref": one.purl}
    if one.sha256:
        said["hashes"] = [{"alg": "SHA-256", "content": one.sha256}]
    known = " " not in one.licence and not one.licence.startswith("LicenseRef-")
    said["licenses"] = [{"license": {"id": one.licence}} if known else {"expression": one.licence}]
    if one.notes:
        said["properties"] = [{"name": f"drafter:{key}", "value": value} for key, value in one.notes.items()]
    return said
