"""A release: the same bytes twice, each artefact listed with what is in it, none that tells where it was made."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from packaging.licenses import canonicalize_license_expression

from drafter import __version__
from tests.conftest import ROOT, required
from tests.packaging.conftest import STRAYS
from tests.packaging.test_linux import OUTLINE, part

BASE = f"drafter_{__version__}"
ARTEFACTS = {
    "drafter.html", "drafter-setup.exe", f"drafter_cn-{__version__}-py3-none-any.whl", f"drafter_cn-{__version__}.tar.gz",
    *(f"{BASE}_{arch}.{suffix}" for arch in ("amd64", "arm64") for suffix in ("deb", "tar.gz")),
}  # fmt: skip


def digest(path):
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def components(released, artefact):
    """What the bill of an artefact names, by name."""
    said = json.loads(released.one(f"{artefact}.cdx.json").read_text(encoding="utf-8"))
    return {one["name"]: one for one in said["components"]}


def test_two_releases_of_one_tree_are_alike_to_the_byte(released, tmp_path):
    """Whoever has the same Pythons and wheels makes the same, at another time, of a checkout that lies elsewhere."""
    again = released.again(tmp_path / "另一处", tmp_path / "源码")

    made, remade = ({one.name: digest(one) for one in each.folder.iterdir()} for each in (released, again))
    shutil.rmtree(again.folder)
    assert made == remade


def test_every_artefact_is_there_with_its_bill_and_listed(released):
    """As `sha256sum -c` reads the list."""
    names = {path.name for path in released.folder.iterdir()}
    listed = {line.split("  ")[1] for line in released.one("SHA256SUMS").read_text().splitlines()}

    assert names == ARTEFACTS | {f"{name}.cdx.json" for name in ARTEFACTS} | {"SHA256SUMS"}
    assert listed == names - {"SHA256SUMS"}
    subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=released.folder, check=True)


@pytest.mark.parametrize("artefact", sorted(ARTEFACTS))
def test_a_bill_says_the_licence_of_each_component_in_the_words_of_spdx(released, artefact):
    """And is about this very file."""
    said = json.loads(released.one(f"{artefact}.cdx.json").read_text(encoding="utf-8"))
    subject = said["metadata"]["component"]

    assert (said["bomFormat"], said["specVersion"]) == ("CycloneDX", "1.6")
    assert subject["hashes"][0]["content"] == digest(released.one(artefact))
    assert not {"serialNumber"} & said.keys() and "timestamp" not in said["metadata"]
    for one in said["components"]:
        (licence,) = one["licenses"]
        expression = licence.get("expression") or licence["license"]["id"]
        assert str(canonicalize_license_expression(expression)) == expression


def test_a_bill_names_each_package_that_is_inside(released):
    """Of installers each wheel with the digest that an index shows, and the Python with that of its archive."""
    for artefact, folder, python in (
        (f"{BASE}_amd64.deb", "linux-x86_64-*", 0), (f"{BASE}_arm64.deb", "linux-aarch64-*", 1),
        ("drafter-setup.exe", "windows-*", 2),
    ):  # fmt: skip
        named = components(released, artefact)
        wheels = {
            re.sub("[-_.]+", "-", path.name.split("-")[0]).lower(): digest(path)
            for path in released.wheels.glob(f"{folder}/*.whl")
        }

        assert {name: one["hashes"][0]["content"] for name, one in named.items() if "purl" in one} == wheels
        assert named["CPython"]["hashes"][0]["content"] == digest(released.runtimes[python])
    assert {"NSIS", "OpenSSL", "SQLite"} & components(released, "drafter-setup.exe").keys() == {
        "NSIS",
        "SQLite",
    }
    assert {"Pyodide", "CPython", "jinja2", "ruamel-yaml"} <= components(released, "drafter.html").keys()


def test_the_sdist_makes_the_same_wheel(released, tmp_path):
    """So that it holds all that the wheel is made of, and nothing that lay beside it."""
    with tarfile.open(released.one("drafter_cn-*.tar.gz")) as packed:
        packed.extractall(tmp_path, filter="data")
        names = {name.partition("/")[2].partition("/")[0] for name in packed.getnames()}
    assert not names & set(STRAYS) and (released.tree / STRAYS[0]).is_file()
    assert {"docs", "tests", "packaging", "constraints.txt", "LICENSE", ".ci"} <= names
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "made"]
    (tree,) = tmp_path.iterdir()
    subprocess.run(command, cwd=tree, check=True, capture_output=True)

    assert next((tmp_path / "made").iterdir()).read_bytes() == released.one("*.whl").read_bytes()


def test_the_wheel_runs_without_the_checkout(released, tmp_path):
    """Laid down by pip, it drafts; what it loads lies there."""
    site = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "-qq", "--no-deps", "--no-index", "--target", site]
    subprocess.run([*install, released.one("*.whl")], check=True)
    (tmp_path / "开园.yaml").write_text(OUTLINE, encoding="utf-8")
    program = (
        f"import sys; sys.path.insert(0, {str(site)!r}); import drafter; from drafter.cli.app import run; "
        "print(drafter.__file__); sys.exit(run(['build', '开园.yaml']))"
    )
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(site)) and (tmp_path / "开园.docx").is_file()


def test_the_page_is_the_one_that_its_own_tests_open(released, tmp_path):
    """`packaging/browser.py` makes the same file, and test_one_file.py works in it with a browser."""
    made = tmp_path / "drafter.html"
    command = [sys.executable, ROOT / "packaging" / "browser.py", "-o", made]
    subprocess.run(
        [*command, "--pyodide", ROOT / "node_modules" / "pyodide"], check=True, stdout=subprocess.DEVNULL
    )

    assert made.read_bytes() == released.one("drafter.html").read_bytes()


def contents(released, folder):
    """What we put into each artefact, unpacked: all but the Pythons, which are their makers'."""
    with zipfile.ZipFile(released.one("*.whl")) as packed:
        yield from ((name, packed.read(name)) for name in packed.namelist())
    for path in (released.one("drafter_cn-*.tar.gz"), *released.folder.glob(f"{BASE}_*.tar.gz")):
        with tarfile.open(path) as packed:
            for one in filter(tarfile.TarInfo.isfile, packed):
                if "/site-packages/" in one.name or not one.name.startswith("drafter/python/"):
                    yield one.name, packed.extractfile(one).read()
    for package in released.folder.glob("*.deb"):
        with part(package, "control.tar") as packed:
            yield from ((one.name, packed.extractfile(one).read()) for one in packed if one.isfile())
    for path in released.folder.glob("*.cdx.json"):
        yield path.name, path.read_bytes()
    text = released.one("drafter.html").read_text(encoding="utf-8")
    yield "drafter.html", text.encode("utf-8")
    site = re.search(r'id="site\.zip">([^<]+)<', text)[1]
    with zipfile.ZipFile(io.BytesIO(gzip.decompress(base64.b64decode(site)))) as packed:
        yield from ((name, packed.read(name)) for name in packed.namelist())
    subprocess.run(
        ["7z", "x", "-y", f"-o{folder}", released.one("drafter-setup.exe")], check=True, capture_output=True
    )
    yield from ((path.name, path.read_bytes()) for path in Path(folder).rglob("*") if path.is_file())


def test_no_artefact_tells_where_it_was_made(released, tmp_path):
    """Neither the checkout, nor the environment, nor the folder of the work stands in anything that we put in."""
    required("7z", shutil.which("7z"))
    places = {
        str(ROOT),
        sys.prefix,
        sys.base_prefix,
        str(released.folder.parent),
        str(Path.home() / ".cache"),
    }
    told = re.compile(b"|".join(re.escape(place.encode()) for place in places if place not in {"/usr", "/"}))

    assert [name for name, content in contents(released, tmp_path) if told.search(content)] == []


def test_a_gzip_keeps_no_name_in_its_head(released):
    """The flags say that neither a name nor a remark follows."""
    heads = {path.name: path.read_bytes()[3] for path in released.folder.glob("*.gz")}

    assert heads == dict.fromkeys(heads, 0) and len(heads) == 3
