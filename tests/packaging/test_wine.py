"""drafter-setup.exe where Wine is: laid down, over an older one, while it runs, on a Windows that is too old, and removed."""

from __future__ import annotations

import contextlib
import importlib
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import required
from tests.packaging import standins

windows = importlib.import_module("windows")

WINE = shutil.which("wine64") or "/usr/lib/wine/wine64"
ENTRY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\drafter"
_SLEEPER = """Unicode true
Target amd64-unicode
RequestExecutionLevel user
SilentInstall silent
OutFile "sleeper.exe"
Section
  Sleep 600000
SectionEnd
"""


class Windows:
    """A Windows of its own, which reaches neither the home of whoever tests nor the menu there."""

    def __init__(self, place):
        server = Path(WINE).with_name("wineserver64")
        self._server = server if server.is_file() else shutil.which("wineserver")
        self.home = place / "home"
        self.home.mkdir()
        self.disk = place / "prefix" / "drive_c"
        self._environment = {key: value for key, value in os.environ.items() if key != "DISPLAY"} | {
            "WINEPREFIX": str(place / "prefix"), "WINEARCH": "win64", "WINEDEBUG": "-all", "HOME": str(self.home),
            "WINEDLLOVERRIDES": "winemenubuilder.exe=d;mscoree=;mshtml=",
        }  # fmt: skip

    def run(self, *command):
        """A program's exit code, and what it said."""
        done = subprocess.run([WINE, *command], env=self._environment, capture_output=True, timeout=120)
        return done.returncode, done.stdout.decode("utf-8", "replace")

    @contextlib.contextmanager
    def running(self, program):
        """A program that goes on running meanwhile."""
        with subprocess.Popen([WINE, program], env=self._environment, stdout=subprocess.DEVNULL) as started:
            try:
                time.sleep(2)
                yield started
            finally:
                started.kill()
                self.end()

    def become(self, version):
        """Tells programs from now on that it is this Windows."""
        assert self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", version, "/f")[0] == 0

    def end(self):
        """All that runs there ends."""
        subprocess.run([self._server, "-k"], env=self._environment, capture_output=True, timeout=60)

    @property
    def place(self):
        """Where drafter lies."""
        return next(self.disk.glob("users/*/AppData/Local")) / "Programs" / "drafter"

    def links(self):
        """The shortcuts of ours, by name."""
        found = (self.disk / "users").rglob("*.lnk")
        return {path.name: path.read_bytes() for path in found if "原来的" not in path.name}


@pytest.fixture(scope="module")
def wine(tmp_path_factory):
    """One for all tests."""
    required("wine64", Path(WINE).is_file())
    required("makensis", shutil.which("makensis"))
    place = tmp_path_factory.mktemp("wine")
    made = Windows(place)
    assert made.run("wineboot", "-i")[0] == 0
    made.become("win10")
    yield made
    made.end()
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture(scope="module")
def sleeper(tmp_path_factory):
    """A program of Windows that does nothing for ten minutes."""
    required("makensis", shutil.which("makensis"))
    folder = tmp_path_factory.mktemp("sleeper")
    (folder / "sleeper.nsi").write_text(_SLEEPER, encoding="utf-8")
    subprocess.run(["makensis", "-V1", "sleeper.nsi"], cwd=folder, check=True, timeout=60)
    return folder / "sleeper.exe"


def small(folder, version, program=None, quick=True):
    """A setup of a few files, one of which only that version has; its Python is the program given."""
    stage = folder / f"stage-{version}"
    standins.stage(stage, version)
    if program:
        shutil.copyfile(program, stage / "python" / "pythonw.exe")
    path = folder / f"setup-{version}.exe"
    windows._compile(stage, path, version, quick)
    return path


def removed(windows_there):
    """Whether the uninstaller is done, which goes on in a copy of itself."""
    for _ in range(600):
        if not windows_there.links() and not (windows_there.place / "uninstall.exe").exists():
            return True
        time.sleep(0.1)
    return False


def test_it_is_installed_over_an_older_one_and_removed(wine, released, tmp_path):
    """Silently, for one user, in the one place: files, four shortcuts, an entry; what lies beside them stays."""
    others = wine.disk / "tools" / "python" / "别人的.txt"
    others.parent.mkdir(parents=True)
    others.write_text("留着", encoding="utf-8")
    (menu,) = wine.disk.glob("users/*/AppData/Roaming/Microsoft/Windows/SendTo")
    (menu / "校对.lnk").write_bytes(b"mine")
    assert wine.run(small(tmp_path, "0.0.9"), "/S")[0] == 0
    place = wine.place
    assert (place / "site" / "only-0.0.9.py").is_file()
    (place / "我的.txt").write_text("留着", encoding="utf-8")

    assert wine.run(released.one("drafter-setup.exe"), "/S", r"/D=C:\tools")[0] == 0

    links = wine.links()
    assert sorted(links) == sorted(["写材料.lnk", "校对.lnk", "排版.lnk", "变成大纲.lnk"])
    assert 'desk.py" check'.encode("utf-16-le") in links["校对.lnk"]
    assert "pythonw.exe".encode("utf-16-le") in links["写材料.lnk"]
    assert (place / "site" / "drafter" / "cli" / "app.py").is_file()
    assert (place / "python" / "python.exe").is_file() and not list(place.glob("**/only-*"))
    code, said = wine.run("reg", "query", ENTRY)
    for name in ("DisplayName", "DisplayVersion", "Publisher", "QuietUninstallString", "EstimatedSize"):
        assert code == 0 and name in said

    wine.run(place / "uninstall.exe", "/S", r"_?=C:\tools")
    assert [path.name for path in (wine.disk / "tools").rglob("*")] == ["python", "别人的.txt"]
    wine.run(place / "uninstall.exe", "/S")

    assert removed(wine)
    assert [path.name for path in place.iterdir()] == ["我的.txt"]
    assert {path.name: path.read_bytes() for path in menu.glob("*.lnk")} == {"校对（原来的）.lnk": b"mine"}
    assert wine.run("reg", "query", ENTRY)[0] == 1
    assert not list(wine.home.rglob("*.desktop"))


def test_while_it_runs_it_is_neither_replaced_nor_removed(wine, sleeper, tmp_path):
    """Else half of it would stay and half be new, and nobody be told."""
    assert wine.run(small(tmp_path, "0.0.9", sleeper), "/S")[0] == 0
    place = wine.place
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    newer = small(tmp_path, "0.1.0")
    with wine.running(place / "python" / "pythonw.exe") as program:
        codes = [
            wine.run(newer, "/S")[0],
            wine.run(place / "uninstall.exe", "/S", f"_?={windows_path(place)}")[0],
        ]
        assert program.poll() is None

    assert codes == [2, 2] and len(wine.links()) == 4
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before
    assert wine.run(newer, "/S")[0] == 0
    assert [path.name for path in place.glob("**/only-*")] == ["only-0.1.0.py"]
    assert wine.run(place / "uninstall.exe", "/S")[0] == 0 and removed(wine)


def windows_path(path):
    """As Windows writes it."""
    return "C:" + str(path).partition("drive_c")[2].replace("/", "\\")


def test_on_a_windows_that_is_too_old_nothing_is_laid_down(wine, tmp_path):
    """Python would not start there; of versions that have letters the numbers are what Windows is told."""
    setup = small(tmp_path, "0.2rc1")
    wine.become("win7")

    code = wine.run(setup, "/S")[0]

    wine.become("win10")
    assert code == 2 and not list(wine.place.glob("**/only-0.2rc1.py"))
    assert wine.run(setup, "/S")[0] == 0 and list(wine.place.glob("**/only-0.2rc1.py"))
    assert wine.run(wine.place / "uninstall.exe", "/S")[0] == 0 and removed(wine)
