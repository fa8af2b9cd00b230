"""The .deb and the tar.gz for Linux: a day with them where there is nothing else and no network."""

from __future__ import annotations

import importlib
import io
import json
import os
import shutil
import subprocess
import tarfile

import pytest

from tests.conftest import required
from tests.packaging import clean_root

OUTLINE = """模板: 致辞
标题: 在澄江市产业园开园仪式上的致辞
概况:
  - 澄江市产业园一期今天开园。
"""
ASKED = """
import signal, subprocess, urllib.request
signal.signal(signal.SIGINT, signal.default_int_handler)  # else one that is ignored here is ignored there
serving = subprocess.Popen(["drafter", "serve", "--no-browser"], stdout=subprocess.PIPE, encoding="utf-8")
address = serving.stdout.readline().strip().partition("：")[2]
opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
page = opener.open(address, timeout=60).read().decode()
serving.send_signal(signal.SIGINT)
serving.wait(60)
print(page)
"""
SHOWN = """
import glob, os, re, signal, subprocess, time, urllib.request
signal.signal(signal.SIGINT, signal.default_int_handler)
serving = subprocess.Popen(["/opt/drafter/bin/drafter-desk", "page"], env=os.environ | {"BROWSER": "true"})
until = time.monotonic() + 60
while not (shown := glob.glob("/tmp/drafter-*/drafter.html")):
    assert serving.poll() is None and time.monotonic() < until
    time.sleep(0.1)
address = re.search('url=([^"]+)', open(shown[0]).read())[1]
opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
print(opener.open(address, timeout=60).read().decode())
serving.send_signal(signal.SIGINT)
serving.wait(60)
"""


def part(package, named):
    """One of the tars in a .deb, found by nothing but the rules of the form."""
    content, at = package.read_bytes(), 8
    assert content.startswith(b"!<arch>\n")
    while at < len(content):
        name, size = content[at : at + 16].decode().strip(), int(content[at + 48 : at + 58])
        if name.startswith(named):
            return tarfile.open(fileobj=io.BytesIO(content[at + 60 : at + 60 + size]))
        at += 60 + size + size % 2
    raise AssertionError(f"{package.name} has no {named}")


@pytest.fixture
def root(tmp_path, released):
    """A clean root in which the package lies, ready to be installed."""
    required("root on a Debian, with networks of its own", clean_root.is_possible())
    place = tmp_path / "root"
    clean_root.make(place)
    shutil.copyfile(released.one("*_amd64.deb"), place / "tmp" / "drafter.deb")
    (place / "tmp" / "old.deb").write_bytes(older(tmp_path))
    yield place
    shutil.rmtree(place)


def older(work):
    """A package of the same name and an older version, with a file that the new one has not."""
    control, data = work / "control", work / "data"
    control.mkdir()
    (data / "opt" / "drafter").mkdir(parents=True)
    (data / "opt" / "drafter" / "old.py").write_text("")
    said = "Package: drafter-cn\nVersion: 0.0.9\nArchitecture: amd64\nMaintainer: a <a@example.invalid>\nDescription: a\n"
    (control / "control").write_text(said)
    return importlib.import_module("archives").deb(control, data, quick=True)


def folder(root, name):
    """A folder of the user's: where it lies for us, and for them."""
    path = root / clean_root.HOME[1:] / name
    path.mkdir()
    os.chown(path, clean_root.USER, clean_root.USER)
    return path, f"{clean_root.HOME}/{name}"


def done(root, *command, **where):
    """What a command in there says, which has to be done without a fault."""
    result = clean_root.inside(root, *command, **where)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_where_there_is_nothing_else_and_no_network_it_is_installed_used_and_removed(root):
    """Over an older one. A user drafts, opens the page, imports, checks; afterwards only what the user made is left."""
    before = clean_root.listing(root)
    assert not list(root.rglob("python3*"))
    for package, lies in (("old", True), ("drafter", False)):
        done(root, "dpkg", "-i", f"/tmp/{package}.deb", user=0, folder="/")
        assert (root / "opt/drafter/old.py").exists() is lies
    desk, here = folder(root, "写材料")
    (desk / "开园.yaml").write_text(OUTLINE, encoding="utf-8")

    done(root, "drafter", "build", "开园.yaml", folder=here)
    done(root, "drafter", "import", "开园.docx", "-o", "旧稿.yaml", folder=here)
    found = clean_root.inside(
        root, "drafter", "check", "开园.docx", "--annotate", "开园-批注.docx", folder=here
    )
    page = done(root, "/opt/drafter/python/bin/python3", "-I", "-c", ASKED, folder=here)

    assert "澄江市产业园一期今天开园" in (desk / "旧稿.yaml").read_text(encoding="utf-8")
    assert found.returncode in (0, 1) and (desk / "开园-批注.docx").is_file()
    assert "<title>" in page and "main.js" in page
    assert "/opt/drafter/python" in done(root, "drafter", "mcp", "--install", "claude", folder=here)
    assert list((root / "opt/drafter").rglob("__pycache__"))
    the_menu_does_its_deeds(root)
    the_protocol_keeps_no_name(root)
    done(root, "dpkg", "-r", "drafter-cn", user=0, folder="/")
    left = clean_root.listing(root) - before
    assert {name for name in left if not name.startswith("home/wang/")} == set()
    assert {"home/wang/写材料/开园.docx", "home/wang/写材料/开园.yaml"} <= left


def the_menu_does_its_deeds(root):
    """Beside each file lies what came of it; but for what was written, nothing tells afterwards what was read."""
    program = "/opt/drafter/bin/drafter-desk"
    assert "main.js" in done(root, "/opt/drafter/python/bin/python3", "-I", "-c", SHOWN, folder="/")
    assert (root / "home/wang/Documents/写材料").is_dir()
    desk, here = folder(root, "来稿 & 旧稿")
    (desk / "人事安排;ls.txt").write_text("人事安排\n\n一、抓紧落实。\n二、抓好检查。\n", encoding="utf-8")

    for deed in ("check", "typeset", "import"):
        done(root, program, deed, f"{here}/人事安排;ls.txt", folder="/")

    made = ["人事安排;ls-排版.docx", "人事安排;ls.txt", "人事安排;ls.yaml"]
    assert sorted(path.name for path in desk.iterdir()) == made
    assert telling(root, "人事安排", desk) <= {
        "digests.json"
    }  # what drafter wrote, to know a person's work from its own
    told = clean_root.inside(root, program, "check", folder="/")
    assert told.returncode == 2 and "右键" in told.stdout


def the_protocol_keeps_no_name(root):
    """An assistant has a draft checked; neither its folder nor the user's says afterwards which."""
    desk, here = folder(root, "助手")
    (desk / "机构调整.yaml").write_text(OUTLINE, encoding="utf-8")
    call = {"name": "check", "arguments": {"files": ["机构调整.yaml"]}}
    line = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call})

    answer = json.loads(done(root, "sh", "-c", f"echo '{line}' | drafter mcp", folder=here))

    assert answer["result"]["structuredContent"]["files"][0]["path"] == "机构调整.yaml"
    assert [path.name for path in desk.iterdir()] == ["机构调整.yaml"]
    assert telling(root, "机构调整", desk) == set()


def telling(root, name, desk):
    """The files of the user's that say a name, but for those of the folder where the draft lies."""
    others = [path for path in (root / "home").rglob("*") if path.is_file() and path.parent != desk]
    return {path.name for path in others if name in path.name or name.encode() in path.read_bytes()}


def test_the_tar_runs_from_any_folder_and_without_a_network(released, tmp_path):
    """Unpacked by whoever has no rights, under a name that needs care, with nothing of the environment."""
    place = tmp_path / "不 用 装"
    with tarfile.open(released.one("*_amd64.tar.gz")) as packed:
        packed.extractall(place, filter="data")
    (tmp_path / "开园.yaml").write_text(OUTLINE, encoding="utf-8")
    cut = ["unshare", "-n"] if os.geteuid() == 0 else ["unshare", "-r", "-n"]
    required("networks of one's own", subprocess.run([*cut, "true"], capture_output=True).returncode == 0)
    command = [
        *cut,
        "env",
        "-i",
        f"HOME={tmp_path}",
        "PATH=/usr/bin:/bin",
        place / "drafter" / "bin" / "drafter",
    ]

    built = subprocess.run(
        [*command, "build", "开园.yaml"], cwd=tmp_path, capture_output=True, text=True, timeout=180
    )

    assert built.returncode == 0, built.stderr
    assert (tmp_path / "开园.docx").is_file()
