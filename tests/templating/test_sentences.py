"""What templates say in their own words: a block a part, counts that know their item, wordings."""

from __future__ import annotations

import pytest

from drafter import shield
from drafter.model.template import Template
from drafter.problems import InputProblem
from drafter.templating import sentences
from drafter.templating.render import Renderer
from tests.builders import lines

FRAME = """
{% for item in items %}
{% filter added %}{% block lead scoped %}{{ 本部分的话(item) }}{% endblock %}{% endfilter %}
{% endfor %}
"""
PEOPLE = [{"name": "梁溯", "post": "市长", "line": "市长梁溯", "called": "梁溯市长"}]


def item(name, count=0):
    return {"role": "tasks", "叫法": [name, "tasks"], "announced": count}


def say(body, *items, above=(), **data):
    """What a template says that extends the frame, fences taken off."""
    known = {"底.md.j2": FRAME} | {f"{name}.md.j2": text for name, text in above}

    def lookup(name):
        text = known.get(f"{name}.md.j2")
        return Template(name, body=text) if text else None

    data = {"items": list(items), "part_names": ["opening"], "occasion": {"people": PEOPLE}} | data
    printed, _ = Renderer(lookup).markdown(Template("试", body=body), data)
    return "".join(char for char in printed if char.isprintable()).strip()


EXTENDS = '{% extends "底.md.j2" %}'


def test_the_sentence_of_a_part_stands_in_a_block_called_after_it():
    """By what the template calls the part, else by any of its names."""
    assert say(EXTENDS + "{% block 任务 %}干。{% endblock %}", item("任务")) == "干。"
    assert say(EXTENDS + "{% block tasks %}干。{% endblock %}", item("任务")) == "干。"
    assert say(EXTENDS + "{% block 成绩 %}好。{% endblock %}", item("任务")) == ""


def test_a_users_block_by_another_name_of_the_part_wins_too():
    """The part is one, whatever it is called."""
    above = [("通", EXTENDS + "{% block 任务 %}我们的话。{% endblock %}")]
    body = '{% extends "通.md.j2" %}{% block tasks %}他的话。{% endblock %}'

    assert say(body, item("任务"), above=above) == "他的话。"


def test_a_users_block_wins_over_that_which_it_extends_and_may_say_it_too():
    """super() and all."""
    above = [("通", EXTENDS + "{% block 任务 %}先说，{% endblock %}")]
    body = '{% extends "通.md.j2" %}{% block 任务 %}{{ super() }}再说。{% endblock %}'

    assert say(body, item("任务"), above=above) == "先说，再说。"


def test_an_old_block_for_all_parts_still_wins():
    """Templates of the old manual tell parts apart by item.role."""
    body = EXTENDS + '{% block lead %}{% if item.role == "tasks" %}旧话。{% endif %}{% endblock %}'

    assert say(body + "{% block 任务 %}新话。{% endblock %}", item("任务")) == "旧话。"


@pytest.mark.parametrize(
    ("count", "said"), [(0, "干活。"), (1, "干活。"), (2, "干活，有两件。"), (12, "干活，有十二件。")]
)
def test_a_count_knows_its_item(count, said):
    """One is not counted, two is 两."""
    body = EXTENDS + '{% block 任务 %}干活{{ 点数("，有{}件。", "。") }}{% endblock %}'

    assert say(body, item("任务", count)) == said


def test_a_count_elsewhere_says_what_it_counts():
    """And is told where it does not."""
    assert say('{{ 点数("讲{}点。", "讲几点。", 3) }}') == "讲三点。"
    with pytest.raises(InputProblem, match="点数"):
        say('{{ 点数("讲{}点。") }}')


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("甲。{{ 或 }}乙。", "甲。"),
        ("{% if false %}甲。{% endif %}{{ 或 }}乙。", "乙。"),
        ("{{ 或 }}{{ 或 }}", ""),
    ],
)
def test_of_several_wordings_the_first_that_says_something_is_taken(block, said):
    """A condition may leave one empty."""
    assert say(EXTENDS + "{% block 任务 %}" + block + "{% endblock %}", item("任务")) == said


def test_a_user_adds_a_wording_to_those_there_are():
    """By super() and the mark."""
    above = [("通", EXTENDS + "{% block 任务 %}{% if false %}甲。{% endif %}{% endblock %}")]
    body = '{% extends "通.md.j2" %}{% block 任务 %}{{ super() }}{{ 或 }}丙。{% endblock %}'

    assert say(body, item("任务"), above=above) == "丙。"


@pytest.mark.parametrize("who", ["梁溯", "梁溯市长", "市长梁溯"])
def test_people_are_called_as_the_occasion_has_them(who):
    """Introduced with the post first, spoken of with it behind; a stranger as given."""
    assert say("{{ 全称(who) }}、{{ 称呼(who) }}", who=who) == "市长梁溯、梁溯市长"
    assert say("{{ 全称(who) }}", who="某人") == "某人"


def test_of_two_people_of_one_name_the_last_is_meant():
    """As the occasion lists them."""
    people = [*PEOPLE, {"name": "梁溯", "post": "县长", "line": "县长梁溯", "called": "梁溯县长"}]

    assert say('{{ 称呼("梁溯") }}', occasion={"people": people}) == "梁溯县长"
    assert say('{{ 称呼("梁溯市长") }}', occasion={"people": people}) == "梁溯市长"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("甲\n乙", "甲乙"),
        ("  ab \n\n cd ", "ab cd"),
        ("甲a\n乙b", "甲a乙b"),
        ("a甲\nb乙", "a甲b乙"),
        ("a\nb\nc", "a b c"),
        ("", ""),
    ],
)
def test_the_lines_of_a_paragraph_are_joined(lines, said):
    """With a space only where neither side is Han."""
    assert sentences.joined(lines) == said


def printed(body):
    data = {"part_names": ["opening", "closing"]}
    return Renderer(lambda name: None).markdown(Template("试", body=body), data)[0]


def fenced(words):
    return f"{shield.ADDED_OPEN}{words}{shield.ADDED_CLOSE}\n\n"


def test_words_of_the_template_are_fenced_paragraph_by_paragraph():
    """What stands for a part says so before the first, once; where nothing is said nothing begins."""
    said = '{% filter added(role="%s") %}\n甲\n乙\n\n丙\n{% endfilter %}'

    assert (
        printed(said.replace("%s", "closing", 1))
        == f"{shield.part_mark(1)}\n\n{fenced('甲乙')}{fenced('丙')}"
    )
    assert (
        printed(said.replace("%s", "tasks", 1))
        == printed(said.replace("%s", "", 1))
        == fenced("甲乙") + fenced("丙")
    )
    assert printed('{% filter added(role="closing") %} {% endfilter %}') == ""


def test_what_is_not_to_be_counted_is_left_out():
    """Unless the template says what stands there instead."""
    assert say('甲{{ 点数("，有{}件", count=1) }}。') == "甲。"
    assert say('甲{{ 点数("，有{}件", count=2) }}。') == "甲，有两件。"


@pytest.mark.parametrize(("heading", "counts"), [("抓好三件事", 0), ("抓好重点任务", 1)])
def test_what_a_heading_counts_is_not_counted_again(heading, counts):
    """办好三件事, and below it 要抓好三项任务, would be one count too many."""
    said = lines(
        f"模板: 动员讲话\n标题: 在动员会上的讲话\n任务:\n  小标题: {heading}\n  要点: [{{标题: 修路, 正文: 年底通车。}}, {{标题: 通水, 正文: 年底通水。}}, {{标题: 通电, 正文: 年底通电。}}]\n"
    )

    assert sum("三项任务" in line for line in said) == counts


SPOKEN = EXTENDS + (
    "{% block 任务 %}甲。{{ 或 }}{{ 庄重 }}乙。{{ 或 }}{{ 亲切 }}丙。{{ 或 }}{{ 亲切 }}{{ '' }}{% endblock %}"
)


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ({"registers": ("庄重",)}, "乙。"),
        ({"registers": ("亲切",), "seed": 7}, "丙。"),
        ({"registers": ("平实",), "seed": 7}, "甲。"),
        ({"registers": ("亲切",), "tasks": 1}, "乙。"),
        ({"tasks": 2}, "丙。"),
        ({}, "甲。"),
    ],
)
def test_a_register_says_which_wordings_may_be_taken(choice, said):
    """One that has none in it takes those in none; a number that is chosen goes before it."""
    assert say(SPOKEN, item("任务"), choice=choice) == said


def test_a_work_speech_is_never_warm_unasked():
    """Its template names the registers that it speaks in; wordings in none go with them."""
    seeds = range(1, 20)
    drawn = {
        say(SPOKEN, item("任务"), choice={"registers": ("庄重", "平实"), "seed": seed}) for seed in seeds
    }

    assert drawn == {"甲。", "乙。"}
