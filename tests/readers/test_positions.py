"""Every character of an outline's text stands in the file where its scalar says, in every form of YAML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.readers.outline import outline as outline_yaml
from drafter.readers.yaml import nodes
from tests.builders import ROLES


def scalars(text):
    """Every scalar that was read of an outline, with what it was taken for."""
    source, problems = outline_yaml.parse(text, "大纲.yaml")
    assert source is not None, problems
    outline_yaml.read(source, ROLES)
    return [scalar for scalar in nodes.walk(source.root) if scalar.said]


@pytest.mark.parametrize(
    ("yaml", "line", "column"),
    [
        ("标题: 甲乙,丙丁\n", 1, 7),
        ('标题: "甲乙,丙丁"\n', 1, 8),
        ("标题: '甲乙,丙丁'\n", 1, 8),
        ("标题: '甲''乙,丙丁'\n", 1, 10),
        ('标题: "甲\\u4e59,丙丁"\n', 1, 13),
        ('标题: "甲\\\n  乙,丙丁"\n', 2, 4),
        ("开头: |\n  甲乙,\n  丙丁\n", 2, 5),
        ("开头: >-\n  甲\n  乙,丙丁\n", 3, 4),
        ("开头: >\n  甲乙\n\n  第二段,丙丁\n", 4, 6),
        ("开头:\n  - 别的\n  - 甲\n    乙,丙丁\n", 4, 6),
        ("开头: {导语: '甲乙,丙丁'}\n", 1, 13),
        ("开头: 甲😀乙,丙丁\n", 1, 8),
    ],
)
def test_a_character_is_placed_in_every_form_of_a_text(yaml, line, column):
    """Plain, quoted, escaped, folded, literal, over several lines."""
    scalar = next(one for one in scalars(yaml) if "," in one.said)
    at = scalar.said.index(",")

    place = scalar.place_at(at)

    assert (place.line, place.column) == (line, column)
    start, end = scalar.span(at, at + 1)
    assert yaml[start:end] == ","


def test_the_same_words_twice_are_two_places():
    """Nothing is looked up."""
    lines = [one.place_at(0).line for one in scalars("开头:\n  - 再接再励。\n  - 别的。\n  - 再接再励。\n")]

    assert lines == [2, 3, 4]


def test_a_scalar_knows_the_path_of_keys_that_leads_to_it():
    """In the file's own spelling; lists count from one."""
    yaml = "数据: {甲: 1}\n任务:\n  小标题: 干\n  要点:\n    - 乙\n    - {标题: 丙, 正文: 丁}\n"

    assert {one.said: one.key for one in scalars(yaml)} == {
        "1": "数据.甲",
        "干": "任务.小标题",
        "乙": "任务.要点[1]",
        "丙": "任务.要点[2].标题",
        "丁": "任务.要点[2].正文",
    }


_TEXTS = st.lists(
    st.text("甲乙ab，。'\" ", min_size=1, max_size=9).map(str.strip).filter(bool), min_size=1, max_size=4
)


def _plain(lines):
    return "开头:\n  - 首" + "\n    ".join(lines) + "\n"


def _literal(lines):
    return "开头: |\n" + "".join(f"  首{line}\n\n" for line in lines)


def _folded(lines):
    return "开头: >-\n" + "".join(f"  首{line}\n" for line in lines)


def _single(lines):
    return "开头: '首" + "\n  ".join(line.replace("'", "''") for line in lines) + "'\n"


def _double(lines):
    return '开头: "首' + "\n  ".join(line.replace('"', '\\"') for line in lines) + '"\n'


@settings(deadline=None)
@given(_TEXTS, st.sampled_from([_plain, _literal, _folded, _single, _double]))
def test_every_character_stands_where_its_scalar_says(lines, form):
    """An escape is as long as it is typed; what joins lines or parts paragraphs stands for white space."""
    yaml = form(lines)
    for scalar in scalars(yaml):
        last = 0
        for offset, char in enumerate(scalar.said):
            start, end = scalar.span(offset, offset + 1)
            assert start >= last
            typed = yaml[start:end]
            assert typed in (char, char * 2, "\\" + char) or (char in " \n" and not typed.strip()), yaml
            last = end
