"""A bill of materials to the letter, and an `ar` to the byte."""

from __future__ import annotations

import importlib
import json

archives, bill, runtimes = map(importlib.import_module, ("archives", "bill", "runtimes"))


def test_a_bill_says_of_each_component_what_is_known_and_no_more(tmp_path):
    """In the order of names; a licence that is one word of SPDX's as such, any other as an expression."""
    artefact = tmp_path / "甲.deb"
    artefact.write_bytes(b"x")
    parts = [
        bill.Component("z", "1", "MIT", "pkg:pypi/z@1", "ab"),
        bill.Component("B", "", "Zlib AND CPL-1.0"),
        bill.Component("a", "2", "LicenseRef-A", notes={"archive": "a.tar"}),
    ]

    path = bill.written(artefact, "0.1", parts)

    said = json.loads(path.read_text(encoding="utf-8"))
    assert path == tmp_path / "甲.deb.cdx.json" and "甲" in path.read_text(encoding="utf-8")
    assert {key: said[key] for key in ("bomFormat", "specVersion", "version")} == {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
    }  # fmt: skip
    assert said["metadata"]["component"] == {
        "type": "application",
        "name": "甲.deb",
        "version": "0.1",
        "licenses": [{"license": {"id": "MIT"}}],
        "hashes": [{"alg": "SHA-256", "content": runtimes.digest(artefact)}],
    }
    assert said["components"] == [
        {
            "type": "library", "name": "a", "version": "2", "licenses": [{"expression": "LicenseRef-A"}],
            "properties": [{"name": "drafter:archive", "value": "a.tar"}],
        },
        {"type": "library", "name": "B", "licenses": [{"expression": "Zlib AND CPL-1.0"}]},
        {
            "type": "library", "name": "z", "version": "1", "purl": "pkg:pypi/z@1", "bom-ref": "pkg:pypi/z@1",
            "hashes": [{"alg": "SHA-256", "content": "ab"}], "licenses": [{"license": {"id": "MIT"}}],
        },
    ]  # fmt: skip


def test_libraries_that_a_python_brings_as_files_are_named(tmp_path):
    """With the archive that they came in; what is built into it, its maker names."""
    for name in ("python312.dll", "libcrypto-3.dll", "lib/libsqlite3.so.0"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    found = bill.of_runtime(runtimes.Runtime(tmp_path, "3.12", "a.zip", "cd"))

    assert [(one.name, one.version, one.licence, one.sha256, one.notes["archive"]) for one in found] == [
        ("CPython", "3.12", "PSF-2.0", "cd", "a.zip"),
        ("OpenSSL", "", "Apache-2.0", "", "a.zip"),
        ("SQLite", "", "blessing", "", "a.zip"),
    ]


def test_a_package_that_is_installed_here_is_named_as_an_index_names_it():
    """Its licence is that of its file where its metadata says none in SPDX's words."""
    found = bill.of_installed("Jinja2")

    assert (found.name, found.licence, found.purl) == (
        "jinja2",
        "BSD-3-Clause",
        f"pkg:pypi/jinja2@{found.version}",
    )


def test_an_ar_is_what_dpkg_reads():
    """Sixty bytes before each member, which begins at an even place."""
    assert archives.ar({"a": b"xyz", "debian-binary": b"2.0\n"}) == (
        b"!<arch>\n"
        + f"a               {archives.EPOCH}  0     0     100644  3         `\n".encode()
        + b"xyz\n"
        + f"debian-binary   {archives.EPOCH}  0     0     100644  4         `\n".encode()
        + b"2.0\n"
    )
