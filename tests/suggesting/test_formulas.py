"""Set phrases on a subject, of the draft's day."""

from __future__ import annotations

from drafter.suggesting import formulas
from tests.builders import lexicon

TODAY = (2026, 11, 29)


def suggested(subject, text="", day=TODAY):
    return [one.text for one in formulas.suggest(lexicon(), subject, text, day)]


def test_a_phrase_shares_a_word_with_the_subject():
    """And nothing else is offered."""
    assert suggested("全区安全生产工作会议") == ["总体国家安全观", "统筹发展和安全"]


def test_or_three_characters_in_a_row_with_the_text():
    """Two are chance there."""
    assert "全过程人民民主" in suggested("", "要践行全过程人民民主。")
    assert "总体国家安全观" not in suggested("", "注意安全。")


def test_each_comes_with_its_source_and_says_whether_the_draft_has_it():
    """As check reads them."""
    (first, *_) = formulas.suggest(lexicon(), "安全", "坚持总体国家安全观。", TODAY)

    assert (first.text, first.chosen) == ("总体国家安全观", True)
    assert first.source


def test_a_phrase_that_is_younger_than_the_draft_is_not_offered():
    """It was not said then."""
    assert "全过程人民民主" not in suggested("", "全过程人民民主", (2013, 3, 1))


def test_set_formulas_have_their_quotation_marks():
    """The lists hold them without."""
    assert "增强“四个意识”、坚定“四个自信”、做到“两个维护”" in suggested("", "增强四个意识")
