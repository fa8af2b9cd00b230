"""Word lists of rules: what is read, what is complained of, how one lies over another."""

from __future__ import annotations

import pytest

from drafter.checks.draft import Setting
from drafter.checks.text.wordings import find_wordings
from drafter.model.lexicon import Wording
from drafter.problems import Severity
from drafter.readers import wordlists
from tests.builders import lexicon, make_draft


def lists(**texts):
    """The lists of these YAML texts, by the stem of their file."""
    found = wordlists.Lists()
    for name, text in texts.items():
        assert wordlists.read(found, name, text, f"{name}.yaml") == ()
    return found.lexicon()


def complaints(name, text):
    return [(p.code, p.place.line) for p in wordlists.read(wordlists.Lists(), name, text, "表.yaml")]


def test_a_wrong_word_is_a_line_or_says_more():
    """Its severity, and longer words in which it is right."""
    found = lists(错词="再接再励: 再接再厉\n帐户: {正: 账户, 级: 提醒, 除: [帐户外]}\n").wrong

    assert found["再接再励"] == Wording("再接再厉")
    assert found["帐户"] == Wording("账户", "", ("帐户外",), Severity.WARNING)


def test_redundant_wording_is_a_warning():
    """With a gap of its own width."""
    found = lists(冗词="通过……，使: {说: 缺主语, 距: 30}\n").redundant

    assert found["通过……，使"] == Wording("", "缺主语", (), Severity.WARNING, 30)


def test_an_entry_says_where_it_is_from_and_where_it_counts():
    """据 of every kind of entry, 位 of a wording; another 位 is a complaint."""
    found = lists(
        错词="帐本: {正: 账本, 据: 词典}\n",
        冗词="通过……，使: {说: 缺主语, 位: 句首}\n",
        提法="提法:\n  四个意识: {前: [增强], 据: 会议}\n",
        纪年="会议:\n  - {名: [党的二十大], 起: 2022-10-16, 据: 公报}\n节日:\n  - {名: [元旦], 日: 1-1, 据: 办法}\n",
    )

    assert found.wrong["帐本"].source == "词典"
    assert found.redundant["通过……，使"].opens
    assert found.formulas["四个意识"].source == "会议"
    assert (found.calendar.meetings[0].source, found.calendar.festivals[0].source) == ("公报", "办法")
    assert complaints("冗词", "通过……，使: {位: 句尾}\n") == [("unknown-value", 1)]


def test_a_list_lies_over_another():
    """Entry by entry; 无 takes one away."""
    found = wordlists.Lists()
    wordlists.read(found, "错词", "甲乙: 丙丁\n戊己: 庚辛\n", "内置.yaml")
    wordlists.read(found, "错词", "甲乙: 无\n壬癸: 子丑\n", "单位.yaml")

    assert list(found.lexicon().wrong) == ["戊己", "壬癸"]


def test_the_calendar_has_days_months_and_years():
    """A festival has a day, or days by year; an event without an end ends when it begins."""
    found = lists(
        纪年="会议:\n  - {名: [党的二十大], 起: 2022-10-16, 止: 2022-10-22}\n周年:\n  - {名: [建党], 年: 1921}\n"
        "节日:\n  - {名: [教师节], 日: 9-10}\n  - 名: [春节]\n    逐年: {2026: 2-17}\n"
        "机构:\n  - {名: [某某总局], 止: 2018-03, 今: 某某局}\n"
    ).calendar

    assert (found.meetings[0].begin, found.meetings[0].end) == ((2022, 10, 16), (2022, 10, 22))
    assert found.anniversaries[0].begin == (1921, 0, 0)
    assert found.festivals[0].day == (9, 10)
    assert found.festivals[1].by_year == {2026: (2, 17)}
    assert (found.institutions[0].end, found.institutions[0].now) == ((2018, 3, 0), "某某局")


def test_places_lie_in_cities_and_provinces():
    """直辖 are those that lie in no city."""
    found = lists(地名="甲省:\n  直辖: 丙县\n  乙市: 丁县 戊区\n").places

    assert found.provinces == {"甲省"}
    assert found.cities == {"乙市": {"甲省"}}
    assert found.counties == {"丙县": {("甲省", "")}, "丁县": {("甲省", "乙市")}, "戊区": {("甲省", "乙市")}}


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("错词", "- 再接再励\n", [("wrong-type", 1)]),
        ("错词", "帐户: {正: 账户, 级别: 提醒}\n", [("unknown-key", 1)]),
        ("错词", "帐户: {正: 账户, 级: 大}\n", [("unknown-value", 1)]),
        ("纪年", "大事:\n  - {名: [甲]}\n", [("unknown-key", 1)]),
        ("纪年", "会议:\n  - {起: 2022}\n", [("missing-key", 2)]),
        ("纪年", "会议:\n  - {名: [甲], 起: 去年}\n", [("bad-date", 2)]),
    ],
)
def test_what_is_wrong_is_said_with_its_line(name, text, expected):
    """And what to write instead."""
    assert complaints(name, text) == expected


def test_what_is_shipped_can_be_read():
    """Every list, without a problem; each is used by a rule."""
    words = lexicon()

    assert words.wrong
    assert words.redundant
    assert words.formulas
    assert words.rows
    assert words.residue
    assert words.adverbs
    assert words.verbs
    assert words.calendar.plans
    assert words.calendar.festivals
    assert len(words.places.provinces) == 34
    assert len(words.places.cities) > 330
    assert len(words.places.counties) > 2700


def test_no_entry_of_ours_speaks_against_itself():
    """What should stand in the place of a wrong word is not wrong too, and differs."""
    words = lexicon().wrong
    again = [
        (word, wording.right)
        for word, wording in words.items()
        if wording.right and list(find_wordings(make_draft(wording.right, Setting(lexicon())), words))
    ]

    assert again == []


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("{前: [乙, 丙]}", "乙甲", True),
        ("{前: [乙, 丙]}", "丁甲", False),
        ("{前: [乙]}", "甲", False),
        ("{后: [乙]}", "甲乙", True),
        ("{后: [乙]}", "甲", False),
        ("{前不: [乙]}", "乙甲", False),
        ("{前不: [乙]}", "丙甲", True),
        ("{后不: [乙]}", "甲乙", False),
        ("{后不: [乙]}", "甲", True),
        ("{同句: [丁]}", "丁，甲", True),
        ("{同句: [丁]}", "丁。甲", False),
        ("{同句不: [丁]}", "甲，丁", False),
        ("{同句不: [丁]}", "甲。丁", True),
        ("{起: 2026}", "甲", True),
        ("{起: 2026-04}", "甲", False),
        ("{止: 2025-12-31}", "甲", False),
        ("{止: 2026-03}", "甲", True),
    ],
)
def test_a_wording_is_wrong_beside_what_its_entry_names(entry, text, found):
    """Right before it, right after it, in its sentence; in drafts of which days."""
    lists = wordlists.Lists()
    wordlists.read(lists, "红线", f"用语:\n  甲: {entry}\n", "红线.yaml")
    draft = make_draft(text, Setting(lists.lexicon(), (2026, 3, 12)))

    assert bool(list(find_wordings(draft, lists.red))) == found


def test_red_lines_are_read_entry_by_entry():
    """Several spellings in one, a section of its own for what is stale; 无 takes one back, a later list lies over."""
    lists = wordlists.Lists()
    first = "截至: 2026-10\n原文:\n  甲乙丙丁戊己: {起: 2020, 许: [甲乙], 差: 1}\n用语:\n  子／丑: {改: 寅}\n过时:\n  卯: {止: 2021}\n"
    assert wordlists.read(lists, "红线", first, "红线.yaml") == ()
    assert wordlists.read(lists, "红线", "截至: 2025-01\n用语:\n  丑: 无\n", "红线.yaml") == ()
    read = lists.lexicon()

    assert read.as_of == (2026, 10, 0)
    assert (read.phrases["甲乙丙丁戊己"].begin, read.phrases["甲乙丙丁戊己"].edits) == ((2020, 0, 0), 1)
    assert list(read.red) == ["子"] and read.red["子"].severity is Severity.ERROR
    assert read.stale["卯"].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("用语:\n  甲: {起: 去年}\n", "bad-date"),
        ("用语:\n  甲: {前边: 乙}\n", "unknown-key"),
        ("用语:\n  甲: {说: 乙, 距: 很远}\n", "bad-value"),
        ("原文:\n  甲乙丙丁戊己: {差: ²}\n", "bad-value"),
        ("别的: 甲\n", "unknown-key"),
    ],
)
def test_what_is_wrong_in_a_list_of_red_lines_is_told(text, code):
    """With its place, as in every list."""
    (problem,) = wordlists.read(wordlists.Lists(), "红线", text, "红线.yaml")

    assert problem.code == code and problem.place.line


def test_former_places_are_read_line_by_line():
    """A line that is not four words is told."""
    lists = wordlists.Lists()
    (problem,) = wordlists.read(
        lists, "旧地名", "2015:\n  - 甲省 — 乙县 丙区\n  - 甲省 丁市 戊县！ —\n  - 甲省\n", "旧地名.yaml"
    )
    former = lists.lexicon().places.former

    assert problem.code == "bad-value"
    assert [(one.province, one.city, one.year, one.now, one.shared) for one in (*former["乙县"], *former["戊县"])] == [
        ("甲省", "", 2015, "丙区", False), ("甲省", "丁市", 2015, "", True),
    ]  # fmt: skip
