"""One line of our Markdown as inlines: lead sentences, references, what is literal, what was fenced."""

from __future__ import annotations

import pytest

from drafter import shield
from drafter.model.document import Added, Count, Fact, Gap, Lead, Text
from drafter.model.inlines import inlines, literal

OPEN, CLOSE = shield.ADDED_OPEN, shield.ADDED_CLOSE


@pytest.mark.parametrize("read", [inlines, literal])
@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("\\{{ 量 }}甲", "{{ 量 }}甲"),
        ("甲\\{{ 量 }}", "甲{{ 量 }}"),
        ("\\\\\\{{ 量 }}", "\\{{ 量 }}"),
        ("\\{{", "{{"),
        ("\\{ 量", "\\{ 量"),
        ("\\甲", "\\甲"),
        ("甲\\#", "甲\\#"),
        ("\\", "\\"),
        *((f"\\{sign}甲", f"{sign}甲") for sign in shield.ESCAPED),
        ("{{ 量 丙 }}", "{{ 量 丙 }}"),
        ("甲\t乙", "甲\t乙"),
    ],
)
def test_what_is_escaped_is_literal(read, typed, printed):
    """Braces anywhere, the signs of Markdown at the start alone; other backslashes stand for themselves."""
    assert read(typed) == (Text(printed),)


@pytest.mark.parametrize("read", [inlines, literal])
@pytest.mark.parametrize(
    ("typed", "content"),
    [
        ("", ()),
        ("{{ 量 }}", (Fact("量"),)),
        ("{{量.数}}件", (Fact("量", "数"), Text("件"))),
        ("共{{ 条数=12 }}条", (Text("共"), Count(12), Text("条"))),
        ("{{ 条数=0 }}", (Count(0),)),
        ("{{ 条数=1234567890 }}", (Text("{{ 条数=1234567890 }}"),)),
        ("{{ 待补=会议 时间 }}", (Gap("会议 时间", "〔待补：会议 时间〕"),)),
        ("{{ 总投资（万元）.数 }}{{ （元）额 }}", (Fact("总投资（万元）", "数"), Fact("（元）额"))),
        ("{{ 量（ }}{{ （） }}", (Text("{{ 量（ }}{{ （） }}"),)),
        ("\\{{ {{ 量 }}", (Text("{{ "), Fact("量"))),
    ],
)
def test_references_are_told_from_text(read, typed, content):
    """Facts, parts of them, counts, gaps."""
    assert read(typed) == content


@pytest.mark.parametrize(
    ("typed", "content"),
    [
        ("**（一）甲。**乙", (Lead((Text("（一）甲。"),), 2), Text("乙"))),
        ("**甲。**", (Lead((Text("甲。"),)),)),
        ("**甲\\*\\*乙。**丙", (Lead((Text("甲**乙。"),)), Text("丙"))),
        ("**{{ 量 }}（一）。**乙", (Lead((Fact("量"), Text("（一）。"))), Text("乙"))),
        ("**甲", (Text("**甲"),)),
        ("****甲", (Text("****甲"),)),
        ("****甲**", (Text("****甲**"),)),
        ("***甲**乙", (Lead((Text("*甲"),)), Text("乙"))),
        ("**（一）{{ 量 }}。**", (Lead((Text("（一）"), Fact("量"), Text("。")), 2),)),
        ("**字**", (Lead((Text("字"),)),)),
        (" **甲**乙", (Text(" **甲**乙"),)),
        ("*\\*甲**", (Text("*\\*甲**"),)),
        ("**甲**\\#乙", (Lead((Text("甲"),)), Text("\\#乙"))),
    ],
)
def test_two_stars_at_the_start_open_a_lead_sentence(typed, content):
    """It closes with two that are not escaped; its level follows its mark where it begins with text."""
    assert inlines(typed) == content


def test_a_heading_has_no_lead_sentence():
    """Stars stand for themselves there."""
    assert literal("**甲**乙") == (Text("**甲**乙"),)


@pytest.mark.parametrize(
    ("typed", "content"),
    [
        (f"甲{OPEN}乙{CLOSE}丙", (Text("甲"), Added((Text("乙"),)), Text("丙"))),
        (f"{OPEN}乙{{{{ 量 }}}}丙{CLOSE}", (Added((Text("乙"), Fact("量"), Text("丙"))),)),
        (f"甲{OPEN}{CLOSE}乙", (Text("甲乙"),)),
        (f"甲{OPEN}乙", (Text("甲"), Added((Text("乙"),)))),
        (f"甲{OPEN}", (Text("甲"),)),
        (f"甲{CLOSE}乙", (Text("甲乙"),)),
        (f"{OPEN}\\{{{{{CLOSE}", (Added((Text("{{"),)),)),
    ],
)
def test_what_the_template_says_is_fenced(typed, content):
    """Also to the end of the line, where the fence is not closed; an empty one says nothing."""
    assert inlines(typed) == content


def test_moved_characters_are_back_in_their_places_and_part_marks_are_gone():
    """As the renderer moved them."""
    moved = shield.shield("#甲\\{{乙")

    assert inlines(moved + shield.part_mark(0)) == (Text("#甲{{乙"),)
