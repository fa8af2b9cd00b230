"""What templates do with the outline's texts: whatever it is, nothing is lost and nothing private is printed."""

from __future__ import annotations

import json

import pytest

from drafter import shield
from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.model.document import text_of
from drafter.model.words import Origin, typed
from drafter.readers.markdown.passages import MarkdownPassage
from drafter.templating import slots
from tests.builders import session

HEAD = "---\n名称: 我的\n说明: 试\n---\n"
EXTENDS = HEAD + '{% extends "部署讲话.md.j2" %}\n'
OUTLINE = """模板: ./我的.md.j2
标题: 在推进会上的讲话
称谓: [同志们]
场合: {名称: 推进会, 主办: 市政府, 参会: [甲局, 乙局]}
不足:
  小标题: 差距在哪里
  要点: [人手少, 钱不够]
  排法: 段内
任务:
  小标题: 抓好落实
  要点: [甲事。, 乙事。]
"""
FRESH = (
    HEAD.replace("说明: 试", "说明: 试\n不限角色: 是\n摘要: 是")
    + '{% import "_部件.md.j2" as 部件 %}\n# {{ title }}\n\n'
)


@pytest.fixture
def build(drafter, tmp_path):
    """The draft of the outline through a template of this text."""

    def run(template, *options):
        (tmp_path / "我的.md.j2").write_text(template, encoding="utf-8")
        (tmp_path / "稿.yaml").write_text(OUTLINE, encoding="utf-8")
        return drafter("build", "稿.yaml", "--to", "txt", "-o", "-", *options)

    return run


def lines(result):
    assert result.code == 0, result.err
    return result.out.splitlines()


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("{{ title }}\n", "在推进会上的讲话"),
        ('{{ "《" ~ title ~ "》" }}\n', "《在推进会上的讲话》"),
        ('{{ occasion.attendance | join("、") }}\n', "甲局、乙局"),
        ("{{ title | trim }}\n", "在推进会上的讲话"),
        ('{{ title | replace("推进会", "会") }}\n', "在会上的讲话"),
        ("{{ title[:2] }}\n", "在推"),
        ("{% set t %}{{ title }}{% endset %}{{ t[:2] }}\n", "在推"),
        ("{% set t %}{{ title }}{% endset %}{{ t | list | join }}\n", "在推进会上的讲话"),
        ('{% set t %}{{ title }}{% endset %}{{ "有" if "讲话" in t else "无" }}\n', "有"),
        ("{% set t %}{{ title }}{% endset %}{{ t | length }}字\n", "8字"),
        ("{% macro m() %}{{ title }}{% endmacro %}{{ m() }}\n", "在推进会上的讲话"),
        ('{{ speaker.get("name", "无名") }}{{ occasion.items() | list | length > 3 }}\n', "True"),
        ("{% filter added %}{{ occasion.host }}的{{ title }}{% endfilter %}", "市政府的在推进会上的讲话"),
    ],
)
def test_a_text_prints_as_it_is_whatever_is_done_with_it(build, body, printed):
    """Put together, cut, looked into, captured."""
    assert lines(build(FRESH + "正文\n\n" + body))[2:3] == [printed]


@pytest.mark.parametrize(
    "expression",
    ['{{ "一" ~ occasion.host ~ "二" }}', '{{ [occasion.host, "二"] | join("、") }}', "{{ (occasion.host ~ '') | trim }}",
     "{{ occasion.host[:2] }}{{ occasion.host[2:] }}", '{{ occasion.host | replace("府", "府的") }}',
     "{{ occasion.host.removesuffix('府') }}", "{{ occasion.host.split('政')[0] }}",
     "{% set x %}{{ occasion.host }}{% endset %}{{ x }}", "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(occasion.host) }}"],
)  # fmt: skip
def test_what_is_put_together_keeps_where_it_was_typed(build, drafter, tmp_path, expression):
    """A finding in it stands in the outline's line."""
    template = EXTENDS + "{% block opening %}\n" + expression + "\n{% endblock %}\n"
    build(template)
    text = (tmp_path / "稿.yaml").read_text(encoding="utf-8").replace("主办: 市政府", "主办: 市,,政府")
    (tmp_path / "稿.yaml").write_text(text, encoding="utf-8")
    found = drafter("check", "稿.yaml", "--select", "halfwidth-punctuation,marks-doubled", "--json").json[
        "files"
    ][0]

    assert {problem["line"] for problem in found["problems"]} == {4}


@pytest.mark.parametrize(
    "body",
    [
        "要点：{{ 部件.item(items[1]) }}",
        "{% filter added %}{{ 部件.item(items[1]) }}{% endfilter %}",
        "{{ 部件.item(items[1]) | trim }}\n（完）",
        '{{ 部件.item(items[1], "第一行\n第二行") }}',
        "::: 附注\n{{ 部件.item(items[1]) }}\n:::",
        "{% if 部件.item(items[1]) | trim %}{{ 部件.item(items[1]) }}{% endif %}",
    ],
)
def test_an_item_prints_wherever_it_is_put(build, body):
    """On its own, after words, before words, within a container: not a point is lost."""
    said = "".join(lines(build(FRESH + body + "\n")))

    for text in ("抓好落实", "甲事。", "乙事。"):
        assert text in said
    assert said.isprintable()


def test_an_item_that_was_torn_apart_is_told(build):
    """Rather than left out."""
    result = build(FRESH + "{{ (部件.item(items[1]) | trim)[1:] }}\n")

    assert result.code == 3 and "template-error" in result.err


@pytest.mark.parametrize(
    "payload",
    [
        "{{ title._parts }}", "{{ title.things }}", "{{ items._data }}", "{{ items[1].placed }}", "{{ items[1]._things }}",
        '{{ "\\U0010F300\\U0010F601" }}', '{{ "\\U0010F1F0" }}', '{{ "\\U0010F210" }}', "{{ 5 | placed }}", "{{ 5 | added }}",
        '{{ {"placed": 1} | placed }}', "{{ [1, 2] | random }}", "{{ lipsum() }}", "{{ title | tojson }}", "{{ occasion | placed }}",
    ],
)  # fmt: skip
def test_no_template_reaches_slots_or_makes_its_own(build, payload):
    """Each is a fault of the template, or prints as nothing private."""
    result = build(FRESH + payload + "\n")

    assert result.code in (0, 3)
    assert "Traceback" not in result.err and result.out.replace("\n", "").isprintable()


def test_a_lead_that_ends_in_the_outlines_own_mark_gets_no_other(build, tmp_path):
    """Where points run on in its paragraph."""
    template = EXTENDS + "{% block 不足 %}\n我们{{ occasion.host }}\n{% endblock %}\n"
    build(template)
    text = (tmp_path / "稿.yaml").read_text(encoding="utf-8").replace("主办: 市政府", "主办: 还有差距，")
    (tmp_path / "稿.yaml").write_text(text, encoding="utf-8")

    assert "我们还有差距，一是人手少" in _built(tmp_path)


def _built(folder):
    """The text of the draft as it is now."""
    text = (folder / "稿.yaml").read_text(encoding="utf-8")
    return text_of(production.from_outline(session(), text, "稿.yaml", Options()).bound.document)


def test_as_many_slots_as_there_are_numbers_for(build, monkeypatch):
    """Past them texts print all the same, and an item that cannot is told."""
    monkeypatch.setattr(shield, "MOST_SLOTS", 2)
    things: list[object] = []
    words = [typed(text, Origin(MarkdownPassage("稿", text, text, 1, 1, 0))) for text in ("甲#", "乙", "丙|")]
    printed = [slots.printed(slots.shown(word, things)) for word in words]

    assert things == words[:2] and shield.unshield(printed[2]) == "丙|"
    with pytest.raises(ValueError, match="太多"):
        slots.placed(slots.View({"placed": object()}, things))


def test_the_child_and_our_own_process_print_the_same(build, drafter, tmp_path):
    """The same template, as a person's and as ours."""
    frame = EXTENDS + "{% block closing %}{{ listeners ~ '，' }}{{ title }}{% endblock %}"
    theirs = json.loads(build(frame, "--json").out)["files"][0]["content"]

    assert "同志们，在推进会上的讲话" in theirs


def test_a_part_that_is_a_table_alone_is_printed(build, drafter, tmp_path):
    """What stands in its cells is what it says."""
    build(EXTENDS)
    outline = "模板: ./我的.md.j2\n标题: 表\n任务: {表格: [[甲, 乙], ['1', '2']]}\n"
    (tmp_path / "表.yaml").write_text(outline, encoding="utf-8")
    told = json.loads(drafter("build", "表.yaml", "--to", "txt", "-o", "-", "--json").out)

    assert "not-printed" not in [problem["code"] for problem in told["files"][0]["problems"]]


def test_a_part_that_a_template_forgets_is_told(build, drafter, tmp_path):
    """At build and at check; one that it prints in any way is not."""
    forgets = HEAD.replace("说明: 试", "说明: 试\n不限角色: 是") + "# {{ title }}\n"
    told = json.loads(build(forgets, "--json").out)["files"][0]["problems"]

    assert [problem["code"] for problem in told] == ["not-printed"] * 3
    assert [problem["message"][:8] for problem in told] == [
        "“不足”没有印出",
        "“任务”没有印出",
        "“称谓”没有印出",
    ]
    assert "not-printed" in drafter("check", "稿.yaml", "--json").out
    prints = forgets + "{% for item in items %}{{ item.heading | upper }}\n\n{{ item.run }}\n\n{% endfor %}"
    prints += "{{ audience | join }}\n"
    assert json.loads(build(prints, "--json").out)["files"][0]["problems"] == []
