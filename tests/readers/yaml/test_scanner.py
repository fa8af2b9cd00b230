"""The scanner of outlines: it is never wrong, and it knows what outlines are mostly made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.readers.yaml import nodes, parser, scanner
from drafter.writers import outline_yaml
from tests.conftest import ROOT, SAMPLES
from tests.strategies import outlines

_VALUES = [
    "甲", "a:b", "12:30", "共{{ 数 }}处", "😀。", "~", "“引”", "\"引 # : \"", "'单: '", '""', "甲: 乙", "甲 # 注", "[甲]", "-1", "|", ">",
    "&a", "*a", "!t", "'a''b'", "\"a\\n\"", "甲 ", " 甲", "甲:", "{{ 数 }}", "\u3000甲", "#", "甲#", "", "-", "-a",
    "[甲, 乙]", "[甲,乙]", "[ 甲]", "[甲 ]", "[甲, ]", "[]", "{}", "[\"\", '甲, 乙']", "[\"甲\\n\"]", "['甲''乙']", "[甲, [乙]]", "[-1]", "[甲: 乙]",
    "[a:b]", "[甲 #, 乙]", "[甲] 乙", "[甲", "[甲]: 乙", "[甲, &a 乙]", "[甲, 乙%]", "[甲'乙]", "{甲: 乙}", "{甲: 乙, 丙: \"丁\"}", "{甲: [乙]}",
    "{甲:乙}", "{甲}", "{\"甲\": 乙}", "{甲: 乙: 丙}", "{甲: 乙 , 丙: 丁}", "{<<: 甲}", "{a.b: 甲 乙}", "{甲: 乙} 丙", "{甲: ~, 甲: ''}",
]  # fmt: skip
_lines = st.one_of(
    st.sampled_from(["", "# 注", "  # 注", "---", "...", "  续行", "- - 甲", "? 甲", "<<: 甲", "\t甲: 乙", "甲 乙: 丙", "-"]),
    st.builds(
        "{}{}{}{}".format,
        st.sampled_from(["", "", "  ", "  ", "    ", "      ", " "]),
        st.sampled_from(["", "- "]),
        st.sampled_from(["", "甲:", "a: ", "乙: ", "丙: ", "a.b: ", "a.: "]),
        st.sampled_from([*[""] * 8, *_VALUES]),
    ),
)  # fmt: skip


_SHIPPED = sorted([*ROOT.glob("drafter/data/styles/*.yaml"), *ROOT.glob("templates/*.j2")])


def told(node, above=None):
    """All that is known of a node and of what is below it."""
    if node is None:
        return None
    assert node.above is above
    here = (type(node), node.line, node.column, node.source, node.step)
    if isinstance(node, nodes.Scalar):
        return (*here, node.text, node.file, node.start, node.end, node.plain, node.raw)
    if isinstance(node, nodes.Sequence):
        return (*here, [told(item, node) for item in node.items])
    return (*here, [(told(key), told(value, node)) for key, value in node.pairs])


def read(text):
    """What the parser makes of a text in which it finds nothing wrong."""
    root, problems = parser.parse(text, "x")
    assert problems == []
    return told(root)


SCANNED = [
    "a: 甲", "任务:\n  要点:\n    - 标题: 甲\n      正文: 乙\n    - 丙", "a:\n- 甲\n- 乙\nb: 丙", "a:\n  - b:\n    - 甲\n  - 乙",
    "# 注\n\na: 甲\n  # 注\nb:\n# 注\n  c: 甲", "a: \"甲\"\nb: '乙'\nc: ''", "a:\n    b: 甲\nc: 乙", "a: 😀\nb: 甲", "a: 甲\n",
    f"{'a' * 32}: 甲", "a.b: 甲\n1.: 乙", "a: -1\nb:\n  - -0.25磅", "a: [甲, 乙 丙]\nb:\n  - [\"甲, 乙\", '', 增长（%）]\n  - [甲]",
    "a: {甲: 乙, a.b: \"丙: \"}\nb:\n  - {甲: 乙}\n  - 丙", "\n".join("  " * depth + "a:" for depth in range(20)) + " 甲",
]  # fmt: skip


def spliced(text, line, at, over):
    """The text with a line put in, in the place of so many of its own."""
    rows = text.split("\n")
    at %= len(rows) + 1
    return "\n".join([*rows[:at], line, *rows[at + over :]])


@given(
    st.one_of(
        st.lists(_lines, max_size=9).map("\n".join),
        st.builds(spliced, st.sampled_from(SCANNED), _lines, st.integers(0, 9), st.integers(0, 1)),
    )
)
def test_what_is_scanned_is_what_the_parser_reads(text):
    """Texts, places, paths; and where the parser finds anything wrong, the scanner gave up."""
    found = scanner.scan(text, "x")

    assert found is None or told(found) == read(text)


@given(outlines())
def test_an_outline_that_we_write_is_scanned_as_the_parser_reads_it(outline):
    """Whatever it holds."""
    text = outline_yaml.write(outline)
    found = scanner.scan(text, "x")

    assert found is None or told(found) == read(text)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_scanned_as_the_parser_reads_it(path):
    """All but the one with a time of day in a table."""
    text = path.read_text(encoding="utf-8")
    found = scanner.scan(text, "x")

    assert (found is None) == ("早市内移、7:00前清场, " in text)
    assert found is None or told(found) == read(text)


@pytest.mark.parametrize("path", _SHIPPED, ids=lambda path: path.stem)
def test_a_stylesheet_and_the_head_of_a_template_are_scanned(path):
    """All but the one with a wide space, so that a run that reads one need not load the parser."""
    text = path.read_text(encoding="utf-8").removeprefix("---").partition("\n---\n")[0]
    found = scanner.scan(text, "x")

    assert (found is None) == ("\u3000" in text)
    assert found is None or told(found) == read(text)


@pytest.mark.parametrize("text", SCANNED)
def test_keys_lists_and_texts_on_their_lines_are_scanned(text):
    """In quotes or not, with comments on lines of their own."""
    assert told(scanner.scan(text, "x")) == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "# 注", "甲", "- 甲", " a: 甲", "a:", "a:\nb: 甲", "a:\n  - ", "a: 甲\n  续行", "a: 甲\n  - 乙", "a: 甲\n- 乙", "a: 甲\n  b: 乙",
        "a:\n  - 甲\n    - 乙", "a:\n  - 甲\n b: 丙", "a:\n    b: 甲\n  c: 乙", "a: [甲", "a: []", "a: [甲,乙]", "a: [甲, [乙]]", "a: {甲:乙}", "a: {}", "a: {甲: [乙]}", "a: [a:b]", "a: {b: 'c''d'}", "a: [甲] 乙", "a: |\n  甲", "a: 甲: 乙", "a: 甲 # 注", "a:  甲", "a: 甲 ",
        "a: -", "a: -a", ".a: 甲", "a: \"甲\\n\"", "a: 'a''b'", "a: \"甲\" 乙", "a: {{ 数 }}", "---\na: 甲", "a b: 甲", "a:\n  -  甲", "a:\n  - - 甲", "a:\tb", "a: \u3000甲",
        "a: *b", "a: &b 甲", "a: !t 甲", f"{'a' * 33}: 甲",
        "\n".join("  " * depth + "a:" for depth in range(21)) + " 甲",
    ],
)  # fmt: skip
def test_what_may_be_anything_else_is_left_to_the_parser(text):
    """Texts that go on, values that are missing, brackets, blocks, odd beginnings, tags, other depths."""
    assert scanner.scan(text, "x") is None
