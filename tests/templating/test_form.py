"""The form of the shipped templates: a block a part, lines instead of dashes, walks in Python."""

from __future__ import annotations

import re

import jinja2
import pytest
from jinja2 import nodes

from drafter.model import vocabulary
from drafter.readers import template_file
from tests.conftest import ROOT

PATHS = sorted((ROOT / "templates").glob("*.md.j2"))
FRAME = {
    "contents",
    "head",
    "basis",
    "beside",
    "opening",
    "lead",
    "parts",
    "closing",
    "foot",
    "signature",
    "secrecy",
}
COMMON = vocabulary.chinese(vocabulary.ROLES)
OLD = {
    "tells parts apart by role": re.compile(r"item\.role ==|==\s*item\.role"),
    "eats white space": re.compile(r"\{[%{#]-|-[%}#]\}"),
    "keeps a variable in a namespace": re.compile(r"namespace\("),
    "counts by the old component": re.compile(r"部件\.(?:several|full)\("),
}


def named(path):
    return path.name.removesuffix(".md.j2")


@pytest.mark.parametrize("path", PATHS, ids=named)
@pytest.mark.parametrize("what", OLD)
def test_no_template_is_written_the_old_way(path, what):
    """A part's words stand in its block, a paragraph's lines are joined, a list is written as one."""
    lines = path.read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if OLD[what].search(line)] == []


@pytest.mark.parametrize("path", PATHS, ids=named)
def test_a_parts_block_has_the_parts_common_name(path):
    """So a template that extends this one and calls the part otherwise still finds it."""
    template, problems = template_file.read(path.read_text(encoding="utf-8"), named(path))
    own = {role.chinese for role in template.roles if role.name not in COMMON}
    common = {COMMON[role.name] for role in template.roles if role.name in COMMON}
    tree = jinja2.Environment().parse(template.body)

    assert problems == ()
    assert {block.name for block in tree.find_all(nodes.Block)} - FRAME - own - common == set()


def test_who_calls_a_part_otherwise_keeps_its_sentence(drafter, tmp_path):
    """Its own roles stand for those of the template that it extends."""
    head = "---\n名称: 我的\n说明: 试\n角色:\n  - {角色: tasks, 叫法: 回去办的事}\n---\n"
    (tmp_path / "我的.md.j2").write_text(head + '{% extends "总结讲话.md.j2" %}\n', encoding="utf-8")
    outline = "模板: ./我的.md.j2\n标题: 题\n回去办的事: {小标题: 办, 要点: [甲。, 乙。]}\n"
    (tmp_path / "稿.yaml").write_text(outline, encoding="utf-8")

    assert "下一步要着重抓好两件事。" in drafter("build", "稿.yaml", "--to", "txt", "-o", "-").out
