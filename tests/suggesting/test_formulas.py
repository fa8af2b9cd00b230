"""Set phrases on a subject, of the draft's day."""

from __future__ import annotations

import pytest

from drafter.actions.opening import open_session
from drafter.readers import wordlists
from drafter.session import lexicons
from drafter.storage import places
from drafter.suggesting import formulas
from tests.conftest import ROOT

TODAY = (2026, 11, 29)


@pytest.fixture(scope="module")
def lists():
    """What is shipped, as the command reads it."""
    return lexicons.lexicon(open_session(places.find(ROOT), ROOT), ("红线", wordlists.SUBJECTS))


@pytest.fixture
def suggested(lists):
    def said(subject, text="", day=TODAY):
        return [one.text for one in formulas.suggest(lists, subject, text, day)]

    return said


@pytest.mark.parametrize(
    ("subject", "phrase"),
    [
        ("全区安全生产工作会议", "统筹发展和安全"),
        ("全县推进乡村全面振兴工作会议", "产业兴旺、生态宜居、乡风文明、治理有效、生活富裕"),
        ("全市信访工作会议", "坚持和发展新时代“枫桥经验”"),
        ("七一党课", "新时代党的建设总要求"),
        ("全市教育大会", "落实立德树人根本任务"),
    ],
)
def test_a_draft_is_about_what_its_title_names(suggested, subject, phrase):
    """And nothing of other subjects is offered."""
    assert phrase in suggested(subject)
    assert "总体国家安全观" not in suggested("全市教育大会")
    assert "安全第一、预防为主、综合治理" not in suggested("全市食品安全工作会议")


def test_or_what_its_text_names_often(suggested):
    """Once is chance."""
    assert "藏粮于地、藏粮于技" in suggested("工作会议", "粮食要种足，农田要建好，耕地要守住。")
    assert suggested("工作会议", "注意用电。粮食够吃。") == []


def test_each_comes_with_its_source_and_says_whether_the_draft_has_it(lists):
    """With quotation marks or without."""
    found = {
        one.text: one
        for one in formulas.suggest(
            lists,
            "党建工作会议",
            "做到两个维护。坚定四个自信、增强四个意识。增强四个意识、坚定四个自信、做到两个维护。",
            TODAY,
        )
    }

    assert found["增强“四个意识”、坚定“四个自信”、做到“两个维护”"].chosen
    assert not found["伟大建党精神"].chosen
    assert all(one.source for one in found.values())


def test_a_phrase_that_is_younger_than_the_draft_is_not_offered(suggested):
    """It was not said then."""
    assert "宜居宜业和美乡村" in suggested("农村工作会议")
    assert "宜居宜业和美乡村" not in suggested("农村工作会议", day=(2021, 3, 1))


def test_every_phrase_that_names_no_source_is_one_of_those_said_to_the_letter(lists):
    """A list that is looked through every quarter says where each is from."""
    listed = [phrase for one in lists.subjects.values() for phrase in one.phrases if not phrase.source]

    assert listed and all(phrase.text.replace("“", "").replace("”", "") in lists.phrases for phrase in listed)
