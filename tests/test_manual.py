"""The manual is true: every command and option is in it, every example in it is real."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.actions.schema import key_table
from drafter.model import vocabulary
from tests.builders import lines
from tests.cli.test_commands import COMMANDS

ROOT = Path(__file__).parents[1]
MANUAL = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))}
LIBRARY = ["add", "list", "search", "show", "take", "similar", "remove", "rebuild", "export"]
READMES = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md")]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_manual_and_in_the_readme(command):
    """By its name."""
    assert f"drafter {command}" in MANUAL["命令"]
    assert re.search(rf"`?\b{command}\b", READMES[0])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_in_the_manual(drafter, command):
    """As the help page spells it."""
    options = set(re.findall(r"(--[a-z][a-z-]+)", drafter(command, "--help").out)) - {"--output"}  # -o

    assert [option for option in options if option not in MANUAL["命令"]] == []


@pytest.mark.parametrize("command", LIBRARY)
def test_every_command_and_option_of_the_library_is_in_the_manual(drafter, command):
    """As the help page spells it; the help itself begins with examples."""
    shown = drafter("library", command, "--help").out
    row = re.search(rf"^\| `library {command}[ `].*$", MANUAL["命令"], re.MULTILINE)
    page = MANUAL["命令"].partition("## 十二")[2]

    assert shown.startswith("例子：") and row
    assert [
        option
        for option in set(re.findall(r"(--[a-z]+)", shown)) - {"--output", "--help"}
        if option not in page
    ] == []


def test_every_command_that_the_manual_names_exists(drafter):
    """Nothing is promised that is not there."""
    pages = "\n".join([*MANUAL.values(), *READMES])
    named = set(re.findall(r"(?:`|^|\$ |venv/bin/)drafter ([a-z]+)", pages, re.MULTILINE))
    below = set(re.findall(r"drafter (?:templates|styles|outlines) ([a-z]+)", pages))
    library = set(re.findall(r"drafter library ([a-z]+)", pages))

    assert named - set(COMMANDS) == set()
    assert below - {"list", "show", "copy", "check", "learn"} == set()
    assert library == set(LIBRARY)
    assert set(re.findall(r"drafter roster ([a-z]+)", pages)) <= {"add", "list", "remove"}


def test_every_key_is_in_the_manual():
    """In its Chinese spelling."""
    assert [row.chinese[0] for row in key_table() if row.chinese[0] not in MANUAL["大纲"]] == []


def test_every_role_of_the_vocabulary_is_in_the_manual():
    """With what belongs there."""
    assert [word.chinese[0] for word in vocabulary.ROLES if word.chinese[0] not in MANUAL["大纲"]] == []


def test_both_readmes_have_the_same_two_commands():
    """One installs and runs, one installs and tests."""
    commands = [re.findall(r"^python3 -m venv .*$", readme, re.MULTILINE) for readme in READMES]

    assert commands[0] == commands[1]
    assert len(commands[0]) == 2


@pytest.mark.parametrize(
    "page", [*MANUAL, "README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md"]
)
def test_links_lead_somewhere(page):
    """Every relative link is a file of the repository; what stands in code is shown, not linked."""
    path = ROOT / page if page.endswith(".md") else ROOT / "docs" / f"{page}.md"
    text = re.sub(r"`[^`\n]*`", "", path.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", text):
        link = target[0] or target[1]
        if "://" not in link:
            assert (path.parent / link).exists(), link


EXAMPLES = re.findall(r"```yaml\n(.*?)```\n```text\n(.*?)```", MANUAL["大纲"], re.DOTALL)


@pytest.mark.parametrize(("yaml", "printed"), EXAMPLES)
def test_every_example_of_the_outline_page_prints_what_the_page_says(yaml, printed, tmp_path, monkeypatch):
    """The manual's transcripts run."""
    if "继承:" in yaml:
        pytest.skip("the example needs the file that it extends")
    monkeypatch.chdir(tmp_path)
    head = "" if "模板:" in yaml else "模板: 原样\n层次序号: [一、, （一）, 1.]\n"

    assert lines(head + yaml) == printed.splitlines()
