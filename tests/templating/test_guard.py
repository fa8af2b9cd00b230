"""Templates that are not ours run within limits of time, work, memory and length."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from types import SimpleNamespace

import pytest

from drafter.model.template import Template
from drafter.problems import InputProblem
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
    assert printed("# {{ title }}\n").strip() == "# 题"


def test_a_fault_of_a_template_is_told_with_its_place():
    """As if it ran in our own process."""
    assert (refused("甲\n{{ title. }}").code, refused("甲\n{{ title. }}").place.line) == ("template-error", 2)


def test_a_template_that_takes_too_long_is_stopped(monkeypatch):
    """Whatever it waits for."""
    monkeypatch.setattr(guard, "PATIENCE", 0.001)

    assert "运行超过 0.001 秒" in refused("甲").message
    assert refused("甲").code == "template-limit"


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
def test_what_prints_too_much_is_not_handed_on(monkeypatch, capsys, length, kept):
    """To the character."""
    monkeypatch.setattr(guard, "LONGEST", 5)
    monkeypatch.setattr(guard, "_limit", lambda: None)
    template = {"name": "试", "body": "甲" * length, "body_line": 1}
    request = json.dumps({"template": template, "others": {}, "data": {}}).encode()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(request)))

    guard.main()

    assert json.loads(capsys.readouterr().out) == ({"markdown": "甲" * 5, "slots": []} if kept else {})


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
