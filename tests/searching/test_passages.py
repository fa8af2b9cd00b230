"""Fingerprints and passages: what comparing is made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.library import Entry
from drafter.searching import fingerprints, words
from drafter.searching.passages import covered, passages
from tests.growth import grows_too_fast

OLD = "把风险隐患当作事故来对待，建好一本台账，谁排查谁签字，谁整改谁销号，每周五晚上对一次账，逾期没有销号的由分管领导到现场督办。"
NEW = "今年的办会工作要把流程再理一遍，会前三天把座签、话筒、菜单核到人，会中有人盯着，会后当天清场。"
HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x4E20), max_size=40)


@given(
    HAN,
    HAN,
    HAN,
    HAN,
    st.text(st.characters(min_codepoint=0x5000, max_codepoint=0x6000), min_size=13, max_size=30),
)
def test_a_shared_run_of_thirteen_characters_shares_a_fingerprint(before, after, left, right, shared):
    """The promise of winnowing."""
    one, other = before + shared + after, left + shared + right

    assert fingerprints.prints(one) & fingerprints.prints(other)


@given(st.text(st.sampled_from("政务12，。 ３a_-"), max_size=40))
def test_fingerprints_do_not_see_punctuation_and_figures(text):
    """A number is a number, so that a stale figure hides nothing."""
    bare, places = fingerprints.bare(text)

    assert len(bare) == len(places)
    assert fingerprints.prints(text) == fingerprints.prints(bare)


def test_a_copy_is_found_whole():
    """From its first character to its last."""
    (found,) = passages(f"同志们，{OLD}谢谢。", OLD)

    assert found.similarity == 1
    assert f"同志们，{OLD}谢谢。"[found.start : found.end] == OLD.rstrip("。")


def test_a_copy_with_a_word_in_ten_changed_is_one_passage():
    """The changed words stand inside it."""
    changed = (
        OLD.replace("风险", "安全").replace("签字", "画押").replace("周五", "周一").replace("督办", "过问")
    )

    (found,) = passages(changed, OLD)

    assert found.similarity > 0.8


def test_what_is_only_about_the_same_thing_is_no_passage():
    """Stock words alone are no copying."""
    assert passages(NEW, OLD) == []
    assert passages("建好台账，逾期督办，把隐患当作事故来抓，每周通报一次。", OLD) == []


def test_a_barred_stretch_does_not_count():
    """A quotation in the middle of new words."""
    text = f"会上引用了{OLD}这段话。"

    assert passages(text, OLD, [(5, 5 + len(OLD))]) == []


def test_a_text_of_one_repeated_character_is_compared_in_time():
    """Work grows with the length, not with its square."""
    assert passages("啊" * 3000, "啊" * 3000)[0].same == 3000


def shared(length, words=OLD):
    """Two texts that have so many characters in common, and no more."""
    return passages(
        "甲" + fingerprints.bare(words)[0][:length] + "乙", "丙" + fingerprints.bare(words)[0][:length] + "丁"
    )


@pytest.mark.parametrize(("length", "found"), [(12, 0), (13, 1)])
def test_a_run_of_thirteen_characters_is_a_passage(length, found):
    """As the offices' audits count."""
    assert len(shared(length)) == found


@pytest.mark.parametrize(("gap", "count"), [(10, 1), (11, 2)])
def test_up_to_ten_changed_characters_part_no_passage(gap, count):
    """In the one text or the other."""
    said, _ = fingerprints.bare(OLD)
    first, second = said[:13], said[20:33]
    other = "".join(chr(0x5000 + n) for n in range(gap))
    apart = "".join(chr(0x5100 + n) for n in range(4))

    assert len(passages(first + other + second, first + apart + second)) == count
    assert len(passages(first + apart + second, first + other + second)) == count


def test_of_one_text_4096_paragraphs_are_compared(monkeypatch):
    """What follows is found by its words alone."""
    assert fingerprints.MOST_PARAGRAPHS == 4096
    monkeypatch.setattr(fingerprints, "MOST_PARAGRAPHS", 2)
    entry = Entry("甲", "outline", text=f"{OLD}\n{NEW}\n{OLD}")

    assert {number for _, number in words.keyed(entry).prints} == {0, 1}


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6),
    st.lists(st.integers(0, 30), unique=True).map(sorted),
)
def test_a_place_is_covered_by_any_stretch_that_has_it(stretches, places):
    """Stretches may overlap, stand in each other, and hold nothing."""
    assert covered(places, stretches) == [any(a <= place < b for a, b in stretches) for place in places]


def test_very_many_stretches_are_looked_at_once():
    """Sixty thousand names of papers in one paragraph took a minute."""

    def cover(count):
        return covered(range(count), [(at, at + 1) for at in range(0, count, 3)])

    assert not grows_too_fast(cover, lambda size: size)
