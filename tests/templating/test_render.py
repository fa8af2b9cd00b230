"""Templates run in a sandbox, on plain data, and their errors name the line."""

from __future__ import annotations

import pytest

from drafter.model.template import Template
from drafter.problems import InputProblem
from drafter.templating.render import Renderer

DATA = {"title": "题", "items": [{"text": "文"}], "part_names": ["opening", "closing"]}


def render(body, lookup=lambda name: None):
    return Renderer(lookup).markdown(Template("试", body=body), DATA)[0]


def broken(body):
    with pytest.raises(InputProblem) as caught:
        render(body)
    return caught.value.problems[0]


@pytest.mark.parametrize(
    "payload",
    [
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ title.__init__.__globals__ }}",
        "{{ items.append(1) }}",
        "{{ items.clear() }}",
        "{{ '{0.__class__}'.format(title) }}",
        "{{ '{0.__class__}'.format_map({'0': title}) }}",
        "{{ (title|attr('__class__')) }}",
        "{{ [title]|map(attribute='__class__')|list }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ lipsum.__globals__['os'].getpid() }}",
        "{{ joiner.__init__.__globals__ }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ range.__class__ }}",
        "{% set x = title.__class__ %}{{ x }}",
        "{{ range(9999999999) | list }}",
        "{% include '/etc/passwd' %}",
        "{% include '../../etc/passwd' %}",
        "{% import 'os' as os %}{{ os.getpid() }}",
    ],
)
def test_a_template_cannot_leave_the_sandbox(payload):
    """Every way out ends in a problem, and nothing of Python's insides is printed."""
    try:
        printed = render(payload)
    except InputProblem as error:
        assert error.problems[0].code == "template-error"
    else:
        assert "class" not in printed and "<" not in printed
    assert DATA["items"] == [{"text": "文"}]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("甲\n{{ titel }}", 2),
        ("甲\n\n{% if %}", 3),
        ("{{ items.foo.bar }}", 1),
        ("甲\n{{ 1 / 0 }}", 2),
        ("{% include '没有' %}", 1),
    ],
)
def test_an_error_names_the_line(body, line):
    """In the template's own file, front matter counted."""
    assert broken(body).place.line == line


def test_an_imported_template_is_found_by_name_and_its_errors_are_its_own():
    """The place is the imported file's."""
    inner = Template("_件", body="{% macro m() %}\n{{ nothing }}{% endmacro %}", body_line=4)

    with pytest.raises(InputProblem) as caught:
        render("{% import '_件.md.j2' as 件 %}{{ 件.m() }}", lambda name: inner if name == "_件" else None)
    assert (caught.value.problems[0].place.source, caught.value.problems[0].place.line) == ("_件.md.j2", 5)


def test_an_endless_template_stops():
    """A macro that calls itself ends as a problem, not as a crash."""
    assert "没有尽头" in broken("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}").message


def test_two_templates_of_one_name_are_two():
    """A path and a catalogue name may end alike."""
    renderer = Renderer(lambda name: None)

    assert [renderer.markdown(Template("试", body=body), DATA)[0] for body in ("甲", "乙", "甲")] == [
        "甲",
        "乙",
        "甲",
    ]
