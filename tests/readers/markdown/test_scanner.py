"""The scanner: it is never wrong, and it knows all that our templates print."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import shield
from drafter.drafting import loading
from drafter.drafting.composing import compose
from drafter.readers.markdown import parser, scanner
from drafter.writers import markdown as markdown_writer
from tests.builders import session
from tests.conftest import SAMPLES
from tests.strategies import documents

SLOT = shield.slot_mark(0)
_pieces = st.sampled_from(
    ["# ", "#", "## ", "::: ", ":::", ":::: ", "::::", "落款", "附件", "| ", " |", "|", " --- |", "---", ":-", "- ",
     "甲", "，乙。", "a", "1. ", "\\", "`", "*", "**", " ", "\t", "\u3000", "\xa0", "\x0b", "\x1f", "\u2028", "\0", "{{ 甲 }}", "",
     SLOT, shield.END, shield.ADDED_OPEN, shield.part_mark(0)]
)  # fmt: skip
_lines = st.one_of(
    st.lists(_pieces, max_size=4).map("".join),
    st.sampled_from(
        [
            "",
            "",
            "::: 落款",
            ":::",
            ":::: 附件",
            "::::",
            "# 题",
            "## 甲",
            "| 甲 | 乙 |",
            "| --- | --- |",
            "甲",
            SLOT,
        ]
    ),
)
HELPERS = ("", "讲话提纲", "数据核对单", "责任分工表", "原样")


@given(st.lists(_lines, max_size=9).map("\n".join))
def test_what_is_scanned_is_what_the_parser_reads(text):
    """Kinds, texts, levels and lines."""
    found = scanner.scan(text)

    assert found is None or found == parser.parse(text)


@given(documents)
def test_a_draft_as_markdown_is_scanned_as_the_parser_reads_it(document):
    """Whatever the document holds."""
    text = markdown_writer.write(document)
    found = scanner.scan(text)

    assert found is None or found == parser.parse(text)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_our_templates_print_needs_no_parser(path):
    """Of every sample, under its own template and the helpers; and the parser would read the same."""
    at = session()
    for helper in HELPERS:
        with patch.object(scanner, "scan", wraps=scanner.scan) as scan:
            loaded = loading.load(
                at, path.read_text(encoding="utf-8"), str(path), loading.Options(template=helper)
            )
            compose(at, loaded.outline, loaded.template)
        (text,) = scan.call_args.args

        assert scanner.scan(text) == parser.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        " 甲", "甲 ", "\u3000甲", "甲\n\u3000乙", "#甲", "#", "# 甲 #", "#  甲", "####### 甲", "甲\n# 乙", "# 甲\n乙",
        "::: 落款", ":::", "::: 落款\n甲", "::: 落款 \n:::", ":::落款\n:::", "::: 落款\n::::", "::: 落款\n::: 附注\n:::\n:::",
        "甲\n::: 落款\n:::", "::: 甲 乙\n:::", "::: 甲|\n:::", "甲\n- 乙", "甲\n|---|", "甲\n: 乙",
        "| 甲 |", "| 甲 |\n", "| 甲 |\n| 乙 |", "| 甲 |\n|---|", "| 甲 |\n| --- | --- |", "| 甲 |\n| --- |\n| 乙 | 丙 |",
        "| 甲 |\n| --- |\n乙", "| 甲 |\n| --- |\n# 乙", "| 甲\n| --- |", "| 甲\\|乙 |\n| --- |", "| `甲` |\n| --- |",
        "| 甲 |\n| --- |\n|", "|\u3000甲 |\n| --- |", "甲\n| 甲 |\n| --- |", "# 甲\n| 甲 |\n| --- |", "甲\0",
    ],
)  # fmt: skip
def test_what_may_mean_something_else_is_left_to_the_parser(text):
    """White space at an end, marks out of place, what does not close, rows of another width."""
    assert scanner.scan(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "", "甲", "甲\n乙\n\n丙", "- 甲", "# 甲", "###### 甲 # 乙", "::: 目录\n:::", "::: 落款\n甲\n:::\n::: 附注\n乙\n:::",
        "::::: 附件\n附件1\n\n# 题\n\n::: 落款\n甲\n:::\n:::::", "::::::::: 附件\n:::::::::", "::: 附件\n# 题\n:::",
        "| 甲 | 乙 |\n| --- | --- |", "| 甲 |\n| --- |\n|  |\n|丙|\n\n丁", ":::: 附件\n| 甲 |\n| --- |\n| 乙 |\n::::", "||\n| --- |",
    ],
)  # fmt: skip
def test_what_is_surely_ours_is_scanned(text):
    """As the parser reads it."""
    assert scanner.scan(text) == parser.parse(text)
