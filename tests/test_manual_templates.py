"""The page on templates is true: its examples run; and so does the example of its first edition."""

from __future__ import annotations

import re
import shutil

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "写模板.md").read_text(encoding="utf-8")
FENCED = re.compile(r"```(jinja|yaml|text)\n(.*?)```", re.DOTALL)
SNIPPETS = [body for kind, body in FENCED.findall(PAGE) if kind == "jinja"]
OLD = ROOT / "tests" / "fixtures" / "old-manual"


def section(number):
    return FENCED.findall(PAGE.partition(f"\n## {number}、")[2].partition("\n## ")[0])


def whole(snippet):
    """The snippet as a template file that stands on 部署讲话, unless it says where it stands."""
    if snippet.startswith("---"):
        return snippet
    if not snippet.startswith("{% extends"):
        block = (
            snippet
            if snippet.startswith("{% block")
            else "{% block opening %}\n" + snippet + "{% endblock %}\n"
        )
        snippet = '{% extends "部署讲话.md.j2" %}\n' + block
    return "---\n名称: 我局部署讲话\n说明: 局务会用\n---\n" + snippet


def follow(drafter, folder, fenced, template, outline):
    """Does what the page says, in its order: writes its files, types its commands, compares what comes."""
    for kind, body in fenced:
        if kind == "jinja":
            (folder / template).write_text(whole(body), encoding="utf-8")
        elif kind == "yaml":
            (folder / outline).write_text(body, encoding="utf-8")
        else:
            command, *answer = body.splitlines()
            result = drafter(*command.removeprefix("> drafter ").split())
            assert [*result.out.splitlines(), *result.err.splitlines()] == answer, command


def test_a_sentence_is_changed_as_the_page_says(drafter, tmp_path):
    """Copied, changed, checked, built."""
    fenced = [(kind, body) for kind, body in section("一") if "任物" not in body]

    follow(drafter, tmp_path, fenced, "我局部署讲话.md.j2", "例会.yaml")


def test_a_misspelt_block_is_told_as_the_page_says(drafter, tmp_path):
    """With the line on which it stands."""
    *_, (_, snippet) = [fenced for fenced in section("一") if fenced[0] == "jinja"]
    (told,) = [fenced for fenced in section("一") if "任物" in fenced[1]]

    fenced = [("jinja", snippet.replace("任务", "任物")), told]
    follow(drafter, tmp_path, fenced, "我局部署讲话.md.j2", "例会.yaml")


def test_the_whole_example_prints_what_the_page_says(drafter, tmp_path):
    """家长会讲话."""
    follow(drafter, tmp_path, section("八"), "家长会讲话.md.j2", "家长会.yaml")


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_every_snippet_works_in_a_template(drafter, tmp_path, snippet):
    """Each name and each function in it is there."""
    name = "家长会讲话" if snippet.startswith("---") else "我局部署讲话"
    (tmp_path / f"{name}.md.j2").write_text(whole(snippet), encoding="utf-8")
    result = drafter("templates", "check", f"{name}.md.j2")

    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize(("gaps", "said"), [("", "\n要集中"), ("不足: [慢。]\n", "问题找准了，")])
def test_of_two_wordings_the_one_that_fits_is_printed(drafter, tmp_path, gaps, said):
    """As the page says of 或."""
    (snippet,) = [body for body in SNIPPETS if "{{ 或 }}\n{{ super() }}" in body]
    (tmp_path / "我局部署讲话.md.j2").write_text(whole(snippet), encoding="utf-8")
    outline = f"模板: ./我局部署讲话.md.j2\n标题: 题\n{gaps}任务: {{小标题: 干, 要点: [甲。, 乙。]}}\n"
    (tmp_path / "稿.yaml").write_text(outline, encoding="utf-8")

    assert said in drafter("build", "稿.yaml", "--to", "txt", "-o", "-").out


def test_a_template_of_the_first_manual_prints_what_it_printed(drafter, tmp_path):
    """One block for all parts, item.role, a dash and 部件.several: nobody has to rewrite his own."""
    shutil.copytree(OLD, tmp_path, dirs_exist_ok=True)
    result = drafter("build", "家长会.yaml", "--to", "txt", "-o", "-")

    assert drafter("templates", "check", "家长会讲话.md.j2").code == 0
    assert result.out.splitlines() == (OLD / "家长会.txt").read_text(encoding="utf-8").splitlines()
