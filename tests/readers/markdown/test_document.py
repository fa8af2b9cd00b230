"""The Markdown between template and page: block rules, containers, lead sentences."""

from __future__ import annotations

import pytest

from drafter.model.document import (
    Attachment,
    Fact,
    Lead,
    PageBreak,
    Paragraph,
    Role,
    Table,
    Text,
    paragraphs,
    plain,
)
from drafter.readers.markdown import document as markdown
from tests.builders import document


def body(text):
    return Paragraph(Role.BODY, (Text(text),))


def test_headings_are_a_title_and_four_levels():
    """`#` is the title, `##` to `#####` are levels 1 to 4."""
    read = document("# 题\n\n## 一、甲\n\n##### （1）乙\n")

    assert [(b.role, b.level) for b in read.blocks] == [(Role.TITLE, 0), (Role.HEADING, 1), (Role.HEADING, 4)]


def test_a_container_gives_its_lines_a_role():
    """A line a paragraph inside."""
    read = document("::: 称谓\n各位领导，\n同志们：\n:::\n")

    assert [b.role for b in read.blocks] == [Role.SALUTATION, Role.SALUTATION]
    assert [b.content for b in read.blocks] == [(Text("各位领导，"),), (Text("同志们："),)]


@pytest.mark.parametrize(
    "name",
    [
        "副标题",
        "稿次",
        "日期",
        "讲话人",
        "称谓",
        "主送",
        "附件说明",
        "落款",
        "成文日期",
        "附注",
        "版头",
        "版记",
    ],
)
def test_every_container_of_the_contract_is_known(name):
    """Each has its role."""
    read = document(f"::: {name}\n甲\n:::\n")

    assert read.blocks[0].role is Role(name)


@pytest.mark.parametrize(
    ("signs", "role", "level"),
    [
        ("#", Role.TITLE, 0), ("##", Role.HEADING, 1), ("###", Role.HEADING, 2), ("####", Role.HEADING, 3),
        ("#####", Role.HEADING, 4), ("######", Role.HEADING, 4),
    ],
)  # fmt: skip
def test_there_are_four_levels_of_headings(signs, role, level):
    """What Markdown from elsewhere has below them is of the fourth; seven signs are text."""
    assert [(block.role, block.level) for block in document(f"{signs} 甲").blocks] == [(role, level)]
    assert document("####### 甲").blocks == (body("####### 甲"),)


def test_attachments_hold_blocks_and_may_nest_containers():
    """The outer container has more colons."""
    read = document(":::: 附件\n# 甲\n\n::: 落款\n乙\n:::\n::::\n\n::: 分页\n:::\n")

    assert isinstance(read.blocks[0], Attachment)
    assert [b.role for b in read.blocks[0].blocks] == [Role.TITLE, Role.SIGNATURE]
    assert read.blocks[1] == PageBreak()


def test_strong_at_the_start_is_a_lead_sentence_whose_level_follows_its_mark():
    """CommonMark would not close `**` after 。 before a Han character; this reader does."""
    read = document("**（一）甲。**乙")

    assert read.blocks == (Paragraph(Role.BODY, (Lead((Text("（一）甲。"),), 2), Text("乙"))),)


@pytest.mark.parametrize(
    "text",
    [
        "甲**乙**丙",
        "*甲*",
        "`甲`",
        "[甲](乙)",
        "<b>甲</b>",
        "甲_乙_",
        "---",
        "    四格",
        "> 甲",
        "- 甲",
        "1) 甲",
        "&amp;",
    ],
)
def test_all_other_inline_text_is_literal(text):
    """No emphasis, links, code, lists, quotes, rules or entities."""
    assert document(text).blocks == (body(text.strip()),)


@pytest.mark.parametrize("char", "#*:|\\-")
def test_a_backslash_at_the_start_makes_a_sign_literal(char):
    """The signs that mean something at the start of a line can be written."""
    assert document(f"\\{char} 甲").blocks == (body(f"{char} 甲"),)


def test_references_stay_references():
    """`{{ 名称 }}` is a fact to be bound, `\\{{` is two braces."""
    assert document("共{{ 量.数 }}件").blocks[0].content == (Text("共"), Fact("量", "数"), Text("件"))
    assert document("\\{{ 量 }}").blocks == (body("{{ 量 }}"),)


def test_pipe_tables_are_tables():
    """Cells hold inlines; an escaped pipe is a pipe."""
    read = document("| 甲 | 乙 |\n| --- | --- |\n| 1 | a\\|b |\n")

    assert read.blocks == (Table((((Text("甲"),), (Text("乙"),)), ((Text("1"),), (Text("a|b"),)))),)


def test_lines_of_a_paragraph_are_joined_as_chinese_is_written():
    """A line end between Han characters is no space."""
    assert document("甲\n乙").blocks == (body("甲乙"),)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("甲\n\n::: 落宽\n乙\n:::\n", "unknown-container", 3),
        ("::: 落款\n乙\n", "open-container", 1),
        (":::\n甲\n:::", None, None),
    ],
)
def test_a_wrong_container_is_a_problem_with_its_place(text, code, line):
    """An unknown name, or a fence that is never closed."""
    _, problems = markdown.read(text, "草稿.md")

    assert [(p.code, p.place.line) for p in problems] == (
        [(code, line)] if code else [("unknown-container", 1)]
    )


@pytest.mark.parametrize(
    "line",
    [
        "一段。",
        "  一段。  ",
        "\t一段。",
        "> 一段。",
        "- 一段",
        "1. 一段",
        "---",
        "`一段`",
        "    一段",
        "|",
        "*",
    ],
)
def test_a_paragraph_on_a_line_of_its_own_is_the_same_beside_another(line):
    """Whichever rule of the parser reads it: alone, or with a line below it."""
    from drafter.model.document import plain

    (alone,) = document(f"前。\n\n{line}\n\n后。\n").blocks[1:2]
    first, *_ = markdown.read(f"前。\n\n{line}\n续。\n\n后。\n", "x")[0].blocks[1:2]

    assert plain(first.content).startswith(plain(alone.content).strip())


def test_marks_and_dates_on_lines_of_their_own_begin_paragraphs():
    """Nobody leaves a blank line between them; any other line goes on the one above."""
    read = document("# 题\n\n一、修路；\n二、通水；\n说明\n接着。\n\n市水务局\n2026年3月2日\n")
    from drafter.model.document import plain

    assert [plain(block.content) for block in read.blocks[1:]] == [
        "一、修路；", "二、通水；说明接着。", "市水务局", "2026年3月2日",
    ]  # fmt: skip


def test_items_that_are_set_in_begin_paragraphs():
    """As lists inside lists are."""
    document, _ = markdown.read("2. 数据不共享\n   - 部门壁垒\n   - 系统烟囱\n", "稿.md")

    assert [plain(block.content) for block in document.blocks] == [
        "2. 数据不共享",
        "- 部门壁垒",
        "- 系统烟囱",
    ]


def test_a_comment_for_check_is_not_printed():
    """On a line of its own, before words, behind them; any other comment is text."""
    read, problems = markdown.read(
        "# 题\n\n<!-- check: 忽略 -->\n甲,乙。<!-- check：忽略 标点 -->\n\n<!-- 别的 -->\n", "稿.md"
    )

    assert problems == ()
    assert [plain(block.content) for block in read.blocks] == ["题", "甲,乙。", "<!-- 别的 -->"]


def test_what_a_file_says_of_itself_before_its_text_is_no_text():
    """Title and mark of secrecy stay, the rest is told; two rules about a text are none."""
    text = "---\ntitle: 关于甲的报告\n密级: 秘密\ndate: 2026-01-01\ntags: [甲]\n---\n\n正文。\n"
    document, problems = markdown.read(text, "a.md")
    assert [plain(content) for _, content in paragraphs(document)] == ["关于甲的报告", "密级：秘密", "正文。"]
    assert [one.code for one in problems] == ["front-matter"] and "date、tags" in problems[0].message

    document, problems = markdown.read("---\n\n正文。\n\n---\n", "a.md")
    assert not problems and "正文。" in [plain(content) for _, content in paragraphs(document)]
