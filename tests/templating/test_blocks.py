"""What would never print is told: a block, with the nearest that would; words outside all blocks."""

from __future__ import annotations

import pytest

from drafter.model.template import Template, TemplateRole

HEAD = "---\n名称: 我的\n说明: 试\n---\n"
OUTLINE = "模板: ./我的.md.j2\n标题: 题\n称谓: [同志们]\n任务:\n  小标题: 干\n  要点: [甲事。, 乙事。]\n"


def build(drafter, tmp_path, block):
    (tmp_path / "我的.md.j2").write_text(HEAD + '{% extends "部署讲话.md.j2" %}\n' + block, encoding="utf-8")
    (tmp_path / "稿.yaml").write_text(OUTLINE, encoding="utf-8")
    return drafter("build", "稿.yaml", "--to", "txt", "-o", "-")


def test_a_misspelt_block_is_told_with_its_line_and_the_nearest(drafter, tmp_path):
    """At build."""
    result = build(drafter, tmp_path, "{% block 人务 %}干。{% endblock %}")

    assert result.code == 3
    assert "[unknown-block]" in result.err and "我的.md.j2:6" in result.err and "任务" in result.err


def test_templates_check_tells_it_too(drafter, tmp_path):
    """Where a template is tried out."""
    build(drafter, tmp_path, "{% block openning %}话。{% endblock %}")
    result = drafter("templates", "check", "我的.md.j2")

    assert result.code != 0 and "unknown-block" in result.err and "opening" in result.err


@pytest.mark.parametrize("name", ["任务", "工作任务", "tasks", "lead", "closing", "foot"])
def test_blocks_of_the_frame_and_of_parts_are_no_slips(drafter, tmp_path, name):
    """However a part is spelt."""
    result = build(drafter, tmp_path, "{% block " + name + " %}话。{% endblock %}")

    assert result.code == 0 and "话。" in result.out


@pytest.mark.parametrize(("name", "meant"), [("开头", "opening"), ("结尾", "closing"), ("结语", "closing")])
def test_the_frames_own_parts_are_blocks_by_its_names_alone(drafter, tmp_path, name, meant):
    """Under another it would never print."""
    result = build(drafter, tmp_path, "{% block " + name + " %}话。{% endblock %}")

    assert result.code == 3 and "unknown-block" in result.err and f"“{meant}”" in result.err


def test_a_block_within_another_prints_where_it_stands(drafter, tmp_path):
    """Its parent places it."""
    result = build(drafter, tmp_path, "{% block closing %}{% block 自己的 %}话。{% endblock %}{% endblock %}")

    assert result.code == 0 and "话。" in result.out


def test_no_shipped_template_has_a_block_that_never_prints():
    """They run without the check, which costs time."""
    from drafter.templating.blocks import find_unprinted
    from tests.builders import session
    from tests.conftest import ROOT

    templates = session().templates
    for path in sorted((ROOT / "templates").glob("*.md.j2")):
        template = templates.named(path.name.removesuffix(".md.j2"))
        assert find_unprinted(template, templates.imported) == [], path.name


def test_a_part_of_a_templates_own_is_a_part():
    """By the name that it gives it."""
    from drafter.templating.blocks import find_unprinted

    own = Template(
        "试",
        roles=(TemplateRole("x", "寄语"),),
        body='{% extends "底.md.j2" %}{% block 寄语 %}{% endblock %}',
    )
    frame = Template("底", body="{% block lead %}{% endblock %}")

    assert find_unprinted(own, lambda name: frame) == []


@pytest.mark.parametrize("body", ["{% if %}", '{% extends "没有.md.j2" %}{% block 谁 %}{% endblock %}', "{% block 谁 %}{% endblock %}"])  # fmt: skip
def test_what_is_broken_in_another_way_is_not_told_here(body):
    """Rendering says it: a slip of syntax, a frame that is not there. Without a frame every block prints."""
    from drafter.templating.blocks import find_unprinted

    assert find_unprinted(Template("试", body=body), lambda name: None) == []


def test_templates_that_extend_one_another_in_a_circle_come_to_an_end():
    """Each block that one of them places is known."""
    from drafter.templating.blocks import find_unprinted

    circle = {
        "甲": Template("甲", body='{% extends "乙.md.j2" %}{% block 子 %}{% endblock %}'),
        "乙": Template("乙", body='{% extends "甲.md.j2" %}{% block 丑 %}{% endblock %}'),
    }
    own = Template(
        "试", body='{% extends "甲.md.j2" %}{% block 丑 %}{% endblock %}{% block 另外 %}{% endblock %}'
    )

    assert ["另外" in problem.message for problem in find_unprinted(own, circle.get)] == [True]


def test_words_outside_all_blocks_are_told(drafter, tmp_path):
    """With their line; macros, sets and comments are no words."""
    result = build(
        drafter, tmp_path, "{# 说明 #}{% set x = 1 %}\n散落的字。\n{% block closing %}话。{% endblock %}"
    )

    assert result.code == 3 and "[stray-text]" in result.err and "我的.md.j2:7" in result.err
    assert build(drafter, tmp_path, "{# 说明 #}{% set x = 1 %}\n{% macro m() %}字{% endmacro %}\n").code == 0
    inside = build(drafter, tmp_path, "{% if title %}\n散落的字。\n{% endif %}\n")
    assert inside.code == 3 and "“散落的字。”" in inside.err
    kept = "{% if title %}{% set 尾 %}字{% endset %}{% macro m() %}字{% endmacro %}{% endif %}\n"
    assert build(drafter, tmp_path, kept).code == 0


def test_a_template_that_extends_itself_is_told(drafter, tmp_path):
    """The copy of ours in one's own folder, under the same name."""
    (tmp_path / "drafter.toml").write_text("", encoding="utf-8")
    (tmp_path / "templates").mkdir()
    own = HEAD.replace("我的", "部署讲话\n不限角色: 是") + '{% extends "部署讲话.md.j2" %}\n'
    (tmp_path / "templates" / "部署讲话.md.j2").write_text(own, encoding="utf-8")
    (tmp_path / "稿.yaml").write_text(OUTLINE.replace("./我的.md.j2", "部署讲话"), encoding="utf-8")
    result = drafter("build", "稿.yaml", "--to", "txt", "-o", "-")

    assert result.code == 3 and "[endless-extends]" in result.err and "换个名字" in result.err
