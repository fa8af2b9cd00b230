"""The other commands: stats, templates, styles, outlines, schema, doctor, demo."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from drafter import __version__
from drafter.actions import demo as action
from drafter.cli import app as program
from drafter.storage.places import shipped

COMMANDS = [
    "new", "build", "import", "check", "stats", "suggest", "compare", "absorb", "typeset", "inspect", "merge", "versions",
    "serve", "mcp", "batch", "library", "roster", "schema", "doctor", "fonts", "demo", "templates", "styles", "outlines",
]  # fmt: skip


@pytest.mark.parametrize(
    "command",
    [[c] for c in COMMANDS]
    + [["templates", "check"], ["styles", "show"], ["outlines", "copy"], ["library", "search"]],
)
def test_help_is_in_chinese_and_begins_with_examples(drafter, command):
    """-h and --help; no English frame."""
    for flag in ("-h", "--help"):
        result = drafter(*command, flag)
        assert result.code == 0
        assert "用法：" in result.out
        assert not any(
            word in result.out for word in ("Usage", "Options", "Commands", "Arguments", "Show this message")
        )
        assert result.out.startswith("例子：")


def test_without_a_command_the_program_introduces_itself(drafter):
    """Three examples, exit 0."""
    result = drafter()

    assert result.code == 0
    assert result.out.count("  drafter ") == 5


def test_version(drafter):
    """One line."""
    assert drafter("--version").out == f"drafter {__version__}\n"


def test_help_and_version_load_no_heavy_library():
    """Start-up is guarded by what is imported, not by the clock."""
    heavy = "{'docx', 'lxml', 'jinja2', 'yaml', 'markdown_it', 'rich', 'questionary', 'urllib.request'}"
    for arguments in (["--version"], ["--help"], ["build", "--help"]):
        code = f"import sys; sys.argv = ['drafter', *{arguments!r}]\nfrom drafter.cli.app import run\nrun({arguments!r})\nprint(sorted({heavy} & set(sys.modules)), file=sys.stderr)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8")
        assert done.stderr.strip() == "[]"


def test_an_outline_is_built_without_what_other_drafts_need(tmp_path):
    """What reads Word files, guesses outlines, checks, reads aloud and holds the library stays away."""
    (tmp_path / "稿.yaml").write_text("模板: 部署讲话\n标题: 题\n任务: 好好干。\n", encoding="utf-8")
    away = {
        "docx", "lxml", "sqlite3", "tomllib", "markdown_it", "drafter.outlining.meaning", "drafter.checks", "drafter.library",
        "drafter.readers.wordlists",
    }  # fmt: skip
    code = (
        "import sys\nfrom drafter.cli.app import run\nrun(['build', '稿.yaml'])\n"
        f"print(sorted({away} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)

    assert done.stderr.splitlines()[-1] == "[]", done.stderr


def test_stats_measures_part_by_part(drafter):
    """Against the time that was asked for."""
    sample = shipped("outlines") / "政务服务推进会讲话.yaml"
    report = drafter("stats", sample, "--json").json["files"][0]

    assert [part["role"] for part in report["parts"]] == [
        "opening",
        "achievements",
        "gaps",
        "tasks",
        "closing",
    ]
    assert sum(part["minutes"] for part in report["parts"]) == pytest.approx(report["minutes"], abs=0.3)
    shown = drafter("stats", sample)
    assert "讲话时间" in shown.out and "三、" in shown.out


def test_a_speech_that_is_far_from_its_time_is_said(drafter, tmp_path):
    """How many characters to write or to cut."""
    (tmp_path / "a.yaml").write_text("模板: 部署讲话\n标题: 甲\n时长: 30\n任务: 一句话。\n", encoding="utf-8")

    assert "大约要补上" in drafter("stats", "a.yaml").err


def test_lists_say_what_there_is_and_where(drafter):
    """Templates, styles, outlines, also as JSON."""
    for kind, name in (("templates", "部署讲话"), ("styles", "gbt9704"), ("outlines", "政务服务推进会讲话")):
        assert name in drafter(kind, "list").out
        listed = drafter(kind, "list", "--json").json[kind]
        assert {"name", "about", "place", "path", "won"} <= set(listed[0])


def test_a_copy_of_a_template_goes_before_the_shipped_one(drafter, home):
    """`list` says which one won."""
    assert drafter("templates", "copy", "部署讲话").code == 0
    listed = [t for t in drafter("templates", "list", "--json").json["templates"] if t["name"] == "部署讲话"]

    assert [(t["place"], t["won"]) for t in listed] == [("用户", True), ("内置", False)]
    assert drafter("templates", "copy", "部署讲话").code == 4


def test_every_shipped_template_passes_its_own_check(drafter):
    """Tried with all parts, with the needed ones, with none."""
    result = drafter("templates", "check")

    assert result.code == 0, result.err
    assert result.out.count("√") >= 3


def test_a_template_that_loses_a_part_fails_its_check(drafter, tmp_path):
    """Exit 3, the lost text named."""
    (tmp_path / "坏.md.j2").write_text("---\n角色:\n  - 角色: tasks\n---\n# {{ title }}\n", encoding="utf-8")

    result = drafter("templates", "check", "坏.md.j2")

    assert result.code == 3 and "任务小标题" in result.err


def test_a_style_shows_each_value_with_its_clause(drafter):
    """规定, 惯例 or 换算."""
    shown = drafter("styles", "show", "讲话稿").out

    assert "版面.上边距" in shown and "规定 5.2.1" in shown


def test_a_units_own_style_of_a_few_lines_changes_what_it_says(drafter, tmp_path):
    """And nothing else."""
    from docx import Document as open_docx
    from docx.shared import Mm

    (tmp_path / "我局.yaml").write_text(
        "名称: 我局\n继承: 讲话稿\n版面:\n  上边距: 30mm\n段落:\n  正文: {字号: 小三}\n", encoding="utf-8"
    )
    (tmp_path / "a.yaml").write_text("模板: 原样\n标题: 甲\n小节: [乙。]\n", encoding="utf-8")

    assert drafter("build", "a.yaml", "--style", "我局.yaml").code == 0
    document = open_docx(tmp_path / "a.docx")
    assert abs(document.sections[0].top_margin - Mm(30)) < 1000
    assert document.styles["Body Text"].font.size.pt == 15
    assert document.styles["Title"].font.size.pt == 22


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [("继承: gbt9704\n版面:\n  上边据: 30mm\n", "unknown-key", 3), ("继承: gbt9704\n版面:\n  上边距: 三十\n", "bad-value", 3),
     ("继承: gbt9704\n段落:\n  正文: {对齐: 居左}\n", "bad-value", 3), ("继承: 没有\n", "unknown-style", None),
     ("名称: 空\n", "missing-key", 1), ("甲", "no-stylesheet", 1)],
)  # fmt: skip
def test_a_wrong_style_is_said_with_its_place(drafter, tmp_path, text, code, line):
    """Exit 3."""
    (tmp_path / "坏.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("模板: 原样\n标题: 甲\n", encoding="utf-8")

    result = drafter("build", "a.yaml", "--style", "坏.yaml", "--json")

    assert result.code == 3
    assert (code, line) in [(p["code"], p["line"]) for p in result.json["files"][0]["problems"]]


def test_schema_describes_every_spelling_in_chinese(drafter):
    """And the key table lists them."""
    described = drafter("schema").json
    table = drafter("schema", "--key-table").out

    for spelling in ("标题", "title", "成绩", "achievements", "数据", "facts"):
        assert described["properties"][spelling]["description"]
        assert spelling in table
    assert drafter("schema", "--template", "工作总结").code == 0


def test_the_samples_fit_the_schema(drafter):
    """Every top-level key of a sample is described."""
    from drafter.readers.yaml import trees

    known = set(drafter("schema").json["properties"])
    for path in shipped("outlines").glob("*.yaml"):
        root, _ = trees.parse(path.read_text(encoding="utf-8"), path.name)
        assert {key.text for key, _ in root.pairs} <= known


def test_doctor_says_what_is_there(drafter, home):
    """Fonts, programs, folders, and where they are."""
    shown = drafter("doctor").out

    assert "仿宋_GB2312" in shown and "LibreOffice" in shown and str(home) in shown
    assert drafter("doctor", "--json").json["findings"]


def test_demo_builds_every_sample(drafter, tmp_path):
    """And again without a complaint."""
    for _ in range(2):
        assert drafter("demo").code == 0
    samples = [path.stem for path in shipped("outlines").glob("*.yaml")]
    helped = [f"{action.HELPED}-{name}" for name in (*action.HELPERS, *action.COPIES)]
    assert {path.stem for path in (tmp_path / "demo").glob("*.docx")} == {*samples, *helped}


def test_our_own_fault_is_kept_in_a_file_and_never_shown_as_a_traceback(drafter, home, monkeypatch):
    """Exit 70, a short message, a trace file."""
    monkeypatch.setattr("drafter.actions.demo.demo", lambda *args: 1 / 0)

    result = drafter("demo")

    assert result.code == 70
    assert "Traceback" not in result.out + result.err
    (trace,) = (home / "traces").iterdir()
    assert "ZeroDivisionError" in trace.read_text(encoding="utf-8")


def test_a_trace_holds_no_word_of_a_draft(drafter, home, monkeypatch):
    """Neither what options say nor what an exception says."""

    def fail(*args):
        raise ValueError("绝密的一句")

    monkeypatch.setattr("drafter.actions.build.build", fail)
    monkeypatch.setattr(
        "sys.argv", ["drafter", "build", "机密.yaml", "--set", "密码=绝密12345", "--style=密", "-o密.docx"]
    )
    drafter("build", "机密.yaml", "--set", "密码=绝密12345")

    (trace,) = (home / "traces").iterdir()
    said = trace.read_text(encoding="utf-8")
    assert "密" not in said.replace(str(home), "") and "12345" not in said
    assert "build --set --style -o" in said and "ValueError" in said


def test_an_interruption_ends_with_130(drafter, monkeypatch):
    """Ctrl-C."""

    def interrupt(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr("drafter.actions.demo.demo", interrupt)

    assert drafter("demo").code == 130


def test_a_title_cannot_speak_to_the_terminal(drafter, tmp_path):
    """Escape sequences come out as a sign for what cannot be shown."""
    (tmp_path / "a\x1b[31m.yaml").write_text("标体: 甲\n", encoding="utf-8")

    result = drafter("build", "a\x1b[31m.yaml")

    assert "\x1b" not in result.out + result.err


def test_a_console_that_lacks_a_character_does_not_fail(tmp_path):
    """cp936, as on a Chinese Windows."""
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "demo"],
        capture_output=True,
        cwd=tmp_path,
        env={
            "PYTHONIOENCODING": "cp936",
            "DRAFTER_HOME": str(tmp_path / "home"),
            "PATH": "",
            "PYTHONPATH": str(Path(program.__file__).parents[2]),
        },
    )

    assert done.returncode == 0, done.stderr
    assert "√" in done.stdout.decode("cp936")
