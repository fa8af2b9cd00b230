"""How long what a rule looks at has to be, or may be: at each limit and one past it."""

from __future__ import annotations

import pytest

from drafter.checks.engine import Choice, run
from drafter.checks.registry import RULES
from drafter.checks.rule import Example
from drafter.model.roster import Member, Roster, Unit
from drafter.problems import Severity
from tests.builders import found, make_draft


@pytest.mark.parametrize(("length", "count"), [(19, 0), (20, 1)])
def test_a_sentence_of_twenty_characters_in_an_older_draft_is_no_chance(length, count):
    """A shorter one is."""
    sentence = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"[:length]

    assert len(found(Example(f"{sentence}。", older=f"前文。{sentence}。"), "carried-over")) == count


@pytest.mark.parametrize(("length", "count"), [(19, 0), (20, 1)])
def test_a_paragraph_of_twenty_characters_needs_a_mark_at_its_end(length, count):
    """A shorter one may be a heading."""
    assert len(found("开会。\n" + "字" * 9 + "，" + "字" * (length - 10), "end-mark-missing")) == count


@pytest.mark.parametrize(("length", "count"), [(20, 0), (21, 1)])
def test_a_call_that_ends_in_a_comma_has_twenty_characters(length, count):
    """A longer paragraph lost what follows."""
    assert len(found("字" * (length - 1) + "，\n大家好。", "end-mark-missing")) == count


@pytest.mark.parametrize(
    ("unit", "slip", "count"),
    [("市水务局", "市水务居", 0), ("市水务一局", "市水四一局", 0), ("市水务第一局", "市水务第二局", 1)],
)
def test_a_name_of_six_characters_may_be_a_slip_of_another(unit, slip, count):
    """Shorter ones are too often alike."""
    assert len(found(Example(f"请{slip}办理。", roster=Roster(units=(Unit(unit),))), "unit-name")) == count


@pytest.mark.parametrize(("length", "whole"), [(80, True), (81, False)])
def test_a_line_of_eighty_characters_may_be_what_copying_left(length, whole):
    """Of a longer one only the words that say so are."""
    line = "上一篇：" + "字" * (length - 4)

    assert found("正文。\n" + line, "advert") == [("advert", line if whole else "上一篇：")]


@pytest.mark.parametrize(("times", "few", "count"), [(3, 1, 1), (2, 1, 0), (6, 2, 2), (5, 2, 0), (9, 3, 0)])
def test_what_is_usual_is_said_three_times_as_often(times, few, count):
    """And at least thrice; what is said more than twice is no slip."""
    assert len(found("我县路好。" * times + "我市山好。" * few, "self-mixed")) == count


def speech(text):
    return f"在推进会上的讲话\n同志们：\n{text}"


@pytest.mark.parametrize(("length", "count"), [(400, 0), (401, 1)])
def test_a_spoken_paragraph_has_four_hundred_characters_at_most(length, count):
    """A paper's may be longer."""
    text = "路通了。" * 100 + "好" * (length - 400)

    assert len(found(speech(text), "paragraph-long")) == count
    assert not found(f"关于修路的通知\n{text}", "paragraph-long")


@pytest.mark.parametrize(("figures", "count"), [(12, 0), (13, 1)])
def test_a_spoken_paragraph_has_twelve_figures_at_most(figures, count):
    """More nobody keeps."""
    assert len(found(speech("、".join(["修路30公里"] * figures) + "。"), "figures-dense")) == count


@pytest.mark.parametrize(("rows", "count"), [(3, 0), (4, 1)])
def test_a_speech_announces_three_counts_at_most(rows, count):
    """One more is told, once."""
    text = "\n".join(f"第{n}年，主要有两个方面：一是快；二是好。" for n in "一二三四"[:rows])

    assert len(found(speech(text), "counts-many")) == count


@pytest.mark.parametrize(("length", "count"), [(100, 0), (101, 1)])
def test_a_spoken_sentence_has_a_hundred_characters_at_most(length, count):
    """With pauses in it."""
    text = "，".join(["要修好路"] * 20)[: length - 1].rstrip("，").ljust(length - 1, "路") + "。"

    assert len(found(speech(text), "sentence-long")) == count


@pytest.mark.parametrize(("length", "count"), [(400, 1), (401, 0)])
def test_empty_phrases_are_heaped_from_ten_in_a_thousand_on(length, count):
    """Four in four hundred characters."""
    text = "要高度重视。要切实加强。要狠抓落实。要形成合力。"
    filler = "路修到村。" * 100

    assert len(found((text + filler)[:length], "phrases-empty")) == count


@pytest.mark.parametrize(("name", "count"), [("王伟", 0), ("王大伟", 1)])
def test_a_name_of_two_characters_is_no_slip_of_another(name, count):
    """Of three, one that differs is."""
    roster = Roster((Member(name, "市长"),))
    slip = name[:-1] + "纬"

    assert len(found(Example(f"请市长{slip}讲话。", roster=roster), "person-name")) == count


@pytest.mark.parametrize(("marks", "kept", "more"), [(10_000, 10_000, None), (10_002, 10_001, 1)])
def test_ten_thousand_findings_of_one_rule_are_kept(marks, kept, more):
    """What is beyond is counted and said once, by one that mends nothing."""
    hits = run(make_draft("字," * marks + "字。"), RULES, Choice(select=("halfwidth-punctuation",)))
    told = [hit for hit in hits if "没有列出" in hit.finding.message]

    assert len(hits) == kept
    assert [(hit.finding.more, hit.finding.fix) for hit in told] == ([] if more is None else [(more, None)])
    assert [hit.finding.message for hit in told] == ["“半角标点”太多了，还有 2 处没有列出"][: len(told)]


def test_what_is_beyond_is_as_grave_as_its_gravest():
    """An error among ten thousand warnings is not lost: the exit code knows of it."""
    draft = make_draft("字:字" * 10_001 + "字,字")
    *_, last = run(draft, RULES, Choice(select=("halfwidth-punctuation",)))

    assert last.finding.more == 1
    assert last.severity is Severity.ERROR
