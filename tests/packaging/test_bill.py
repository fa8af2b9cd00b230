"""A bill of materials to the letter, and an `ar` to the byte."""

from __future__ import annotations

import hashlib
import importlib
import json
import zipfile

import pytest

archives, bill, runtimes, wheels = map(importlib.import_module, ("archives", "bill", "runtimes", "wheels"))


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
    found = bill.of_runtime(runtimes.Runtime(tmp_path, "3.12", "a.zip", "cd", "3.12.4"))

    assert [(one.name, one.version, one.licence, one.sha256, one.notes["archive"]) for one in found] == [
        ("CPython", "3.12.4", "Python-2.0.1", "cd", "a.zip"),
        ("OpenSSL", "", "Apache-2.0", "", "a.zip"),
        ("SQLite", "", "blessing", "", "a.zip"),
    ]


def test_a_library_that_lies_in_a_wheel_as_a_file_is_named_with_its_wheel(tmp_path):
    """Under the name that it had before it was laid in; its licence is not guessed, and files of Python are none."""
    path = tmp_path / "a_b-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a_b-1.dist-info/METADATA", "Name: a.b\nVersion: 1\nLicense-Expression: MIT\n")
        for name in ("a_b.libs/libz-0123abcd.so.1.3", "a_b.libs/msvcp140-0123456789abcdef.dll", "a_b/x.so"):
            packed.writestr(name, "x")
    found = bill.of_wheels([wheels.Wheel(path)])

    digest = hashlib.sha256(b"x").hexdigest()
    assert [(one.name, one.licence, one.sha256, one.notes) for one in found[1:]] == [
        ("libz.so.1.3", "LicenseRef-Not-Read", digest, {"bundled in": "a-b"}),
        ("msvcp140.dll", "LicenseRef-Not-Read", digest, {"bundled in": "a-b"}),
    ]
    assert bill.licences(found).endswith(
        "\n\na-b 1 (MIT)\nlibz.so.1.3 (LicenseRef-Not-Read)\nmsvcp140.dll (LicenseRef-Not-Read)\n"
    )


@pytest.mark.parametrize(
    ("archive", "head", "patched"),
    [
        ("cpython-3.12.10+20250409-x86_64.tar", "", "3.12.10"), ("python-3.12.9-embed-amd64.zip", "", "3.12.9"),
        ("a.tar", '#define PY_VERSION "3.12.4+"', "3.12.4"), ("python-3.12.zip", "", "3.12"), ("a-13.12.5.zip", "", "3.12"),
    ],
)  # fmt: skip
def test_which_python_it_is_is_said_to_the_last_number_where_that_is_known(tmp_path, archive, head, patched):
    """A hole that was mended is known by that number."""
    if head:
        (tmp_path / "include" / "python3.12").mkdir(parents=True)
        (tmp_path / "include" / "python3.12" / "patchlevel.h").write_text(head)

    assert runtimes._patched(tmp_path, archive, "3.12") == patched


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
