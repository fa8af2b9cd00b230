"""Every character of an outline's text stands in the file where its scalar says, in every form of YAML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.readers import positions
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.yaml import nodes, trees
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


@pytest.mark.parametrize(
    ("read", "raw", "units"),
    [
        (positions.plain, "甲乙", [("甲", 0, 1), ("乙", 1, 2)]),
        (positions.block, "|-\n 甲\n", [(" ", 3, 4), ("甲", 4, 5), ("\n", 5, 6)]),
        (positions.single, "'a''b'", [("a", 1, 2), ("'", 2, 4), ("b", 4, 5)]),
        (positions.single, "''", []),
        (positions.single, "''''", [("'", 1, 3)]),
        (positions.double, '""', []),
        (positions.double, '"a\\x41b"', [("a", 1, 2), ("A", 2, 6), ("b", 6, 7)]),
        (positions.double, '"\\u4e59\\U00004e59"', [("乙", 1, 7), ("乙", 7, 17)]),
        (positions.double, '"a\\\n  b\\\r\n\tc"', [("a", 1, 2), ("b", 6, 7), ("c", 11, 12)]),
        (positions.double, '"a\nb"', [("a", 1, 2), ("\n", 2, 3), ("b", 3, 4)]),
    ],
)
def test_each_form_says_which_characters_are_one(read, raw, units):
    """Without its quotes, its header, its line ends that mean nothing."""
    assert read(raw) == units


def test_a_part_of_a_text_is_read_from_there_on():
    """The places are those of the whole."""
    assert positions.plain("甲乙丙", 1) == [("乙", 1, 2), ("丙", 2, 3)]


@pytest.mark.parametrize("sign", [*"0abtnvfreN_LP", *' "/\\'])
def test_an_escape_means_what_yaml_says(sign):
    """It is one character, two as typed."""
    (scalar,) = nodes.walk(trees.parse(f'a: "\\{sign}"', "x")[0])

    assert positions.double(f'"\\{sign}"') == [(scalar.text, 1, 3)]


@pytest.mark.parametrize(
    ("said", "raw", "found"),
    [
        ("甲乙", "甲  乙", [(0, 1), (3, 4)]),
        ("甲 乙", "甲\n  乙", [(0, 1), (1, 2), (4, 5)]),
        ("甲\n乙", "甲乙", [(0, 1), (1, 1), (1, 2)]),
        ("甲 ", "甲", [(0, 1), (1, 1)]),
        ("甲乙丙", "甲乙", [(0, 1), (1, 2), (2, 2)]),
        ("甲乙", "甲  ", [(0, 1), (3, 3)]),
        ("\u3000甲", " \u3000甲", [(1, 2), (2, 3)]),
        ("\u3000甲", "\u3000甲", [(0, 1), (1, 2)]),
        ("甲", "", [(0, 0)]),
        ("", "甲", []),
    ],
)
def test_a_text_and_its_source_are_walked_side_by_side(said, raw, found):
    """White space of the source may be missing; what joins lines may stand for any, or for none."""
    assert positions.walked(said, positions.plain(raw)) == found
