"""Names that no disk takes, outputs that take nothing, settings beyond all sense: a sentence each, and no fault of ours."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

OUTLINE = "模板: 原样\n标题: 题\n小节:\n  - 甲。\n"
LONG = "长" * 96
NAMES = {
    "long": LONG,
    "long path": f"{'层/' * 2000}x.yaml",
    "long Word": f"{LONG}.docx",
    "long template": f"甲/{LONG}.md.j2",
    "nobody": "~nosuchuser/x.yaml",
    "circle": "circle.yaml",
    "below a file": "a.yaml/x.yaml",
    "surrogate": "a\udc80.yaml",
}
DOORS = {
    "build": ["build", "{}"],
    "build -o": ["build", "a.yaml", "-o", "{}"],
    "build -o folder": ["build", "a.yaml", "a.yaml", "-o", "{}/"],
    "build --template": ["build", "a.yaml", "--template", "{}"],
    "build --style": ["build", "a.yaml", "--style", "{}"],
    "build --facts": ["build", "a.yaml", "--facts", "{}"],
    "check": ["check", "{}"],
    "check --against": ["check", "a.yaml", "--against", "{}"],
    "roster add": ["roster", "add", "{}"],
    "check --annotate": ["check", "a.docx", "--annotate", "-o", "{}"],
    "import": ["import", "{}"],
    "import -o": ["import", "a.txt", "-o", "{}"],
    "import --template": ["import", "a.txt", "--template", "{}"],
    "stats": ["stats", "{}"],
    "batch": ["batch", "{}", "a.csv", "-o", "out"],
    "batch table": ["batch", "a.yaml", "{}", "-o", "out"],
    "batch -o": ["batch", "a.yaml", "a.csv", "-o", "{}"],
    "batch --template": ["batch", "a.yaml", "a.csv", "-o", "out", "--template", "{}"],
    "new -o": ["new", "部署讲话", "-o", "{}"],
    "new": ["new", "{}"],
    "new --from": ["new", "--from", "{}"],
    "suggest": ["suggest", "titles", "{}"],
    "templates show": ["templates", "show", "{}"],
    "templates check": ["templates", "check", "{}"],
    "templates copy": ["templates", "copy", "部署讲话", "-o", "{}"],
    "styles show": ["styles", "show", "{}"],
    "outlines show": ["outlines", "show", "{}"],
    "outlines copy": ["outlines", "copy", "{}"],
    "library add": ["library", "add", "{}"],
    "library search": ["library", "search", "甲", "--library", "{}"],
    "library similar": ["library", "similar", "{}"],
    "library use": ["library", "use", "x#1", "--into", "{}"],
}
KEYS = {
    key: f"{key}: {{}}\n"
    for key in ("模板", "版式", "样式", "继承", "extends", "template", "style", "会议", "名册", "数据文件")
}


@pytest.fixture
def desk(tmp_path):
    """A folder with one file of each kind, and links in a circle."""
    (tmp_path / "a.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "a.txt").write_text("关于清淤的通知\n\n各村：\n一、清沟\n清干净。\n", encoding="utf-8")
    (tmp_path / "a.csv").write_text("名称\n甲\n", encoding="utf-8")
    for suffix in ("yaml", "docx"):
        (tmp_path / f"circle.{suffix}").symlink_to(tmp_path / f"round.{suffix}")
        (tmp_path / f"round.{suffix}").symlink_to(tmp_path / f"circle.{suffix}")
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="links take rights on Windows")
@pytest.mark.parametrize("door", DOORS)
def test_no_name_is_a_fault_of_ours(drafter, desk, door):
    """Wherever it is typed: done, or said."""
    for name in NAMES.values():
        said = drafter(*[argument.format(name) for argument in DOORS[door]])

        assert said.code in (0, 1, 2, 3, 4, 5), said.err
        assert said.code == 0 or said.err or said.out
        assert "Errno" not in said.err


@pytest.mark.skipif(os.name == "nt", reason="links take rights on Windows")
@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("command", ["build", "check"])
def test_no_name_in_an_outline_is_a_fault_of_ours(drafter, desk, command, key):
    """The keys that name a file."""
    for name in NAMES.values():
        text = f"标题: 题\n{KEYS[key].format(name)}小节:\n  - 甲。\n"
        (desk / "b.yaml").write_text(text, encoding="utf-8", errors="replace")

        assert drafter(command, "b.yaml", *(["-o", "b.docx"] if command == "build" else [])).code in (
            0,
            1,
            3,
            4,
        )


@pytest.mark.parametrize(
    "rate", ["'x'", "2020-01-01", f"1{'0' * 400}", "nan", "inf", "-1", "true", "[]", "{}", "0"]
)
def test_a_rate_that_nobody_speaks_at_is_refused(drafter, desk, rate):
    """With the file it stands in."""
    (desk / "drafter.toml").write_text(f"[defaults]\nrate = {rate}\n", encoding="utf-8")

    said = drafter("stats", "a.yaml")

    assert said.code == 3 and "drafter.toml" in said.err and "rate" in said.err


@pytest.mark.parametrize("settings", [f"a = {'[' * 5000}", f"[a{'.a' * 5000}]\nb = 1", "[defaults]\nfonts = [[]]", "[paths]\ntemplates = 1",
                                      "[check]\nselect = {a = 1}", "[defaults]\nstyle = [1]", "[defaults]\nkeys = 3"])  # fmt: skip
def test_settings_beyond_all_sense_are_no_fault_of_ours(drafter, desk, settings):
    """However deep they are nested, whatever stands where a name is wanted."""
    (desk / "drafter.toml").write_text(settings + "\n", encoding="utf-8")

    for command in (
        ["build", "a.yaml", "-o", "a.docx"],
        ["check", "a.yaml"],
        ["new", "部署讲话", "-o", "n.yaml"],
    ):
        assert drafter(*command).code in (0, 1, 2, 3)


SHELL = {
    "closed stdout": ">&-",
    "closed stdin": "<&-",
    "closed stderr": "2>&-",
    "all closed": "<&- >&- 2>&-",
    "full": ">/dev/full",
    "full stderr": "2>/dev/full",
    "both full": ">/dev/full 2>/dev/full",
    "gone reader": "| true",
}
RUNS = ["schema", "build - -o - --to md", "check a.yaml --json", "new"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="takes /dev/full")
@pytest.mark.parametrize("how", SHELL)
@pytest.mark.parametrize("command", RUNS)
def test_an_output_that_takes_nothing_ends_in_a_sentence(desk, home, how, command):
    """No traceback, no fault of ours, and the right code."""
    line = f"{sys.executable} -m drafter {command} {SHELL[how]}"

    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"], cwd=desk, capture_output=True, text=True, stdin=subprocess.DEVNULL,
        env={**os.environ, "DRAFTER_HOME": str(home), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip

    assert done.returncode in (0, 1, 2, 3, 4), done.stderr
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="no folder in use is removed there")
def test_a_folder_that_is_gone_is_said(tmp_path, home):
    """The folder that the command runs in."""
    gone = tmp_path / "gone"
    line = f"mkdir '{gone}'; cd '{gone}'; rmdir '{gone}'; {sys.executable} -m drafter build a.yaml"

    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, text=True,
        env={**os.environ, "DRAFTER_HOME": str(home), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip

    assert done.returncode == 3 and "Traceback" not in done.stderr
