"""Templates from anywhere cannot hurt: rows 1 to 3 of the threat table.

Sizes are bounds that must never be passed, not figures to compare.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document as open_docx

OUTLINE = "模板: 试.md.j2\n标题: 题\n任务: 甲。\n"
FRONT = "---\n名称: 试\n角色:\n  - 角色: tasks\n---\n"


def build(drafter, body, outline=OUTLINE):
    Path("试.md.j2").write_text(FRONT + body, encoding="utf-8")
    Path("a.yaml").write_text(outline, encoding="utf-8")
    return drafter("build", "a.yaml", "--to", "txt", "-o", "-")


ESCAPES = [
    "''.__class__", "''.__class__.__mro__", "''.__class__.__mro__[1].__subclasses__()", "title.__init__.__globals__",
    "title.format.__globals__", "items.__class__", "items.append(1)", "items.clear()", "items.pop()",
    "occasion.update({'name': 1})", "'{0.__class__}'.format(title)", "'{0.__class__}'.format_map({'0': title})",
    "title|attr('__class__')", "title|attr('form' ~ 'at')", "('{0.__class__}'|attr('format'))(title)",
    "[title]|map('attr', '__class__')|list", "[title]|map(attribute='__class__')|list", "self.__init__.__globals__",
    "self._TemplateReference__context", "cycler.__init__.__globals__", "joiner.__init__.__globals__",
    "namespace.__init__.__globals__", "lipsum.__globals__['os'].getpid()", "lipsum.__globals__", "range.__class__",
    "dict.__base__", "caller.__globals__", "added.__globals__", "loop.__class__", "title.encode.__self__.__class__",
    "(title|string).__class__", "title|pprint|attr('__class__')", "dict(a=title).__class__", "g.x", "config", "request",
    "''['__class__']", "title[('__cla' ~ 'ss__')]", "().__class__.__bases__[0].__subclasses__()",
]  # fmt: skip


@pytest.mark.parametrize("payload", ESCAPES)
@pytest.mark.parametrize(
    "place", ["{{ %s }}\n", "# {{ %s }}\n", "::: 称谓\n{{ %s }}\n:::\n"], ids=["body", "heading", "role"]
)
def test_row_1_no_template_leaves_the_sandbox(drafter, payload, place):
    """Refused with the template and its line, or printed as nothing of Python's."""
    result = build(drafter, place % payload)

    assert result.code in (0, 3)
    assert "Traceback" not in result.err
    if result.code:
        assert "试.md.j2" in result.err
    else:
        assert not re.search(r"<class|<function|<built-in|0x[0-9a-f]{6}|subclasses|site-packages", result.out)


@pytest.mark.parametrize(
    "payload", ['{{ "".__class__ }}', "{{ 1 + 1 }}", "{% set x = 1 %}", "${7*7}", "{{ title }}"]
)
def test_row_1_an_outline_is_never_a_template(drafter, tmp_path, payload):
    """In a title, a text, a property: data is printed, not run."""
    text = payload.replace("{{", "\\{{")
    (tmp_path / "a.yaml").write_text(
        f"模板: 原样\n标题: '甲{text}'\n小节:\n  - '乙{text}'\n", encoding="utf-8"
    )

    assert drafter("build", "a.yaml", "--to", "txt", "-o", "-").out == f"甲{payload}\n乙{payload}\n"
    assert drafter("build", "a.yaml").code == 0
    assert open_docx(tmp_path / "a.docx").core_properties.title == f"甲{payload}"


GREEDY = [
    "{{ 'a' * 10**9 }}", "{{ 10**(10**8) }}", "{{ '%1000000000d'|format(1) }}", "{{ [1] * 10**9 }}",
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "{% for i in range(99999) %}{% for j in range(999) %}甲乙丙丁{% endfor %}{% endfor %}",
    "{% set ns = namespace(x='a') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}{{ ns.x }}",
    "{{ 'a'|center(10**9) }}", "{{ ('a' * 10**6)|replace('a', 'a' * 10**4) }}", "{{ (range(99999)|list) * 10**5 }}",
    "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
]  # fmt: skip


MEASURED = """
import os, subprocess, sys
command = [sys.executable, "-m", "drafter", "build", "a.yaml", "--to", "txt", "-o", "-"]
process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime, usage.ru_maxrss)
"""


@pytest.mark.parametrize("payload", GREEDY)
def test_row_2_no_template_eats_the_computer(tmp_path, payload):
    """Stopped within its limits of work and memory; the program lives and says which template.

    Measured by a process that does nothing else: a child begins with the size of who starts it.
    """
    (tmp_path / "试.md.j2").write_text(FRONT + payload, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(OUTLINE, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", MEASURED], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    code, seconds, kilobytes = map(float, run.stdout.split())

    assert code == 3 and "试.md.j2" in run.stderr
    assert seconds < 20
    assert kilobytes < 700 * 1024


@pytest.mark.parametrize("how", ["{%% include '%s' %%}", "{%% import '%s' as x %%}", "{%% extends '%s' %%}"])
@pytest.mark.parametrize(
    "name",
    [
        "../秘密",
        "{outside}",
        "C:/秘密",
        "\\\\\\\\host\\\\秘密",
        "%2e%2e/秘密",
        "链接",
        "子/../../秘密",
        "./../秘密",
    ],
)
def test_row_3_no_template_reads_another_folders_files(drafter, tmp_path, home, how, name):
    """By a path, a drive, a network name, a percent sign, a link."""
    outside = tmp_path.parent / "秘密.md.j2"
    outside.write_text("---\n---\n绝密内容\n", encoding="utf-8")
    (home / "templates").mkdir()
    (home / "templates" / "链接.md.j2").symlink_to(outside)

    result = build(drafter, how % name.replace("{outside}", str(outside)))

    assert "绝密" not in result.out + result.err
    assert result.code == 3


def test_row_3_an_outline_names_no_template_or_style_outside(drafter, tmp_path):
    """A person may on the command line; a file that came by mail may not."""
    outside = tmp_path.parent / "外.md.j2"
    outside.write_text("---\n名称: 外\n---\n# 外面\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text("模板: ../外.md.j2\n标题: 甲\n", encoding="utf-8")

    assert "path-outside" in drafter("build", "a.yaml").err
    assert drafter("build", "a.yaml", "--template", "../外.md.j2").code == 0


@pytest.mark.parametrize("mark", ["\\U0010f240\\U0010f600", "\\U0010f200\\U0010f601", "\\U0010f1f0"])
@pytest.mark.parametrize("body", ['{{ title }}\n\n{{ "%s" }}\n', '{{ title }}{{ "%s" }}\n', '{{ title }}{{ "%s乙"|added }}\n'])  # fmt: skip
def test_row_1_a_mark_of_ours_that_a_template_writes_itself_is_refused(drafter, mark, body):
    """It stands for no slot that there is, and no part."""
    result = build(drafter, body % mark)

    assert result.code == 3 and "内部记号" in result.err
