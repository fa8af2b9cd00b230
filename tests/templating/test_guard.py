"""Templates that are not ours run within limits of time, work, memory and length."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest

from drafter.model.template import Template
from drafter.model.words import Origin, typed
from drafter.problems import InputProblem
from drafter.readers.markdown.passages import MarkdownPassage
from drafter.templating import guard


def printed(body):
    """What a template with this body prints, in a process of its own."""
    return guard.markdown(Template("试", body=body), {"title": "题"}, lambda _: None)[0]


def refused(body):
    with pytest.raises(InputProblem) as said:
        printed(body)
    (problem,) = said.value.problems
    return problem


def test_an_honest_template_prints_as_it_would_in_ours():
    """The data are there."""
    assert printed("# {{ title }}").strip() == "# 题"


def test_a_fault_of_a_template_is_told_with_its_place():
    """As if it ran in our own process."""
    assert (refused("甲\n{{ title. }}").code, refused("甲\n{{ title. }}").place.line) == ("template-error", 2)


def test_a_template_that_takes_too_long_is_stopped(monkeypatch):
    """Whatever it waits for."""
    monkeypatch.setattr(guard, "PATIENCE", 0.5)
    endless = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"

    assert "运行超过 0.5 秒" in refused(endless).message
    assert refused(endless).code == "template-limit"


def test_a_template_that_works_too_much_is_stopped_and_that_is_said():
    """Whatever the machine is busy with: its work is counted, not the time; a long sum is work too."""
    for greedy in (
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "{{ 10**(10**8) }}",
    ):
        assert "运行超过 4 秒" in refused(greedy).message


def test_the_limits_are_those_that_were_measured():
    """Four seconds of work, twenty by the clock, half a gigabyte, twenty million characters."""
    code = "from drafter.templating import guard as g; print(g.SECONDS, g.PATIENCE, g.MEGABYTES, g.LONGEST)"
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True)

    assert done.stdout.split() == ["4", "20", "512", "20000000"]


@pytest.mark.parametrize(("length", "kept"), [(5, True), (6, False)])
def test_what_prints_too_much_is_not_handed_on(monkeypatch, length, kept):
    """To the character."""
    monkeypatch.setattr(guard, "LONGEST", 5)
    template = {"name": "试", "body": "甲" * length, "body_line": 1, "roles": []}
    request = json.dumps({"template": template, "others": {}, "data": {}}).encode()

    answer = json.loads(guard._Inside().answer(request))

    assert answer == ({"markdown": "甲" * 5, "slots": []} if kept else {})


def test_twenty_million_characters_are_refused():
    """And said to be too many."""
    assert "印出的文字太多" in refused("{% for i in range(1000) %}" + "甲" * 20_001 + "{% endfor %}").message


def test_what_a_template_stands_on_comes_along():
    """And what that stands on; a circle comes along once."""
    known = {
        "中": Template("中", body='{% extends "底.md.j2" %}{% import "件.md.j2" as 件 %}{% block b %}{{ 件.m() }}{% endblock %}'),
        "底": Template("底", body="# {{ title }}{% block b %}{% endblock %}"),
        "件": Template("件", body="{% if false %}{% include '件.md.j2' %}{% endif %}{% macro m() %}件的话{% endmacro %}"),
    }  # fmt: skip
    template = Template("试", body='{% extends "中.md.j2" %}{% block b %}{{ super() }}！{% endblock %}')

    assert guard.markdown(template, {"title": "题"}, known.get)[0] == "# 题件的话！"


def test_a_template_that_names_one_that_is_not_there_is_told_so():
    """With its place, as in our own process."""
    assert "没有" in refused("{% if title %}{% include '没有.md.j2' %}{% endif %}").message


@pytest.mark.parametrize(
    "body",
    ["{% if true %}" * 5000 + "{% endif %}" * 5000, "{{ " + "1+" * 20_000 + "1 }}", "{{ " + "a." * 20_000 + "a }}", "{{ 'a'" + "|trim" * 20_000 + " }}",
     "{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}", "{{ " + "[" * 20_000 + " }}", "{{ " + "not " * 20_000 + "1 }}",
     "{% for a in b %}" * 200 + "{% endfor %}" * 200, "{{ " + "a[" * 5_000 + "1" + "]" * 5_000 + " }}", "{{ " + "-" * 20_000 + "1 }}"],
    ids=["ifs", "sum", "attributes", "filters", "brackets", "lists", "nots", "loops", "items", "signs"],
)  # fmt: skip
def test_a_template_that_no_parser_bears_is_told_in_a_sentence(body):
    """Deep or endless, it is parsed where it can do no harm."""
    said = refused(body)

    assert said.code in ("template-error", "template-limit") and "试.md.j2" in said.message


@pytest.mark.parametrize(
    "body",
    ["{{ title|xmlattr }}", "{{ title|map('x')|list }}", "{{ range }}", "{{ '%s'|format(range) }}", "{{ title|dictsort }}", "{{ 'a' ~ range }}",
     "{{ '%s' % range }}", "{{ range|string }}", "{{ [range]|join }}", "{{ range|upper }}", "{{ '%(a)s'|format(a=range) }}", "{{ range|trim }}",
     "{{ 'a'|replace('a', range) }}", "{{ [range]|join(range) }}", "{{ range|title }}", "{{ range|indent }}", "{{ range|e }}", "{{ (range,)|first }}",
     "{{ [range]|upper }}", "{{ '%s' % [range] }}", "{{ namespace|string }}", "{{ range|urlize }}", "{{ cycler|center }}"],
)  # fmt: skip
def test_a_fault_in_the_child_is_no_matter_of_memory(body):
    """What is wrong with the template is said, and nothing of Python's is printed."""
    try:
        said = printed(body)
    except InputProblem as error:
        said = error.problems[0].message
        assert "内存" not in said
    assert "0x" not in said and "<function" not in said and "<class" not in said


def test_the_child_is_warm_and_replaced_when_it_overruns():
    """Starting one takes longer than a speech; one that was ended is no reason for the next to fail."""
    printed("甲")
    start = time.process_time()
    before = guard._child._running
    for _ in range(20):
        assert printed("# {{ title }}") == "# 题"
    assert guard._child._running is before
    assert time.process_time() - start < 2

    assert "内存" in refused("{{ 'a' * 10**9 }}").message or refused("{{ 'a' * 10**9 }}").code
    refused("{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}")
    assert printed("# {{ title }}") == "# 题"


def test_another_template_of_the_same_name_is_another():
    """So are those that it stands on."""
    for word in ("甲", "乙"):
        other = Template("件", body=f"{{% macro m() %}}{word}{{% endmacro %}}")
        body = "{% import '件.md.j2' as 件 %}{{ 件.m() }}"
        assert guard.markdown(Template("试", body=body), {}, {"件": other}.get)[0] == word
        assert printed(word) == word


def test_the_outline_is_not_printed_without_end(monkeypatch):
    """As often as any draft repeats itself, and once more."""
    monkeypatch.setattr(guard, "MOST_SLOTS", 3)
    words = typed("题", Origin(MarkdownPassage("稿", "题", "题", 1, 1, 0)))
    for times, passes in ((3, True), (4, False)):
        template = Template("试", body="{{ title }}\n\n" * times)
        if passes:
            assert len(guard.markdown(template, {"title": words}, lambda _: None)[1]) == times
        else:
            with pytest.raises(InputProblem, match="3 次以上"):
                guard.markdown(template, {"title": words}, lambda _: None)
