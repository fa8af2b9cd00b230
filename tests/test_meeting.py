"""One meeting, six papers: what the meeting's file says is the same in all of them."""

from __future__ import annotations

import re

import pytest

from drafter.drafting import loading, production
from drafter.drafting.binding import printed
from drafter.model.document import text_of
from tests.builders import session
from tests.conftest import ROOT

BASE = "防汛工作会议"
PAPERS = ("通知", "", "主持词", "讲话", "新闻稿", "纪要")


def path(paper):
    return ROOT / "outlines" / f"{BASE}{paper}.yaml"


@pytest.fixture(scope="module")
def outlines():
    return {paper: load(paper).outline for paper in PAPERS}


@pytest.fixture(scope="module")
def texts():
    at = session()
    drafts = {
        paper: production.from_outline(
            at, path(paper).read_text(encoding="utf-8"), str(path(paper)), loading.Options()
        )
        for paper in PAPERS
    }
    return {paper: text_of(draft.bound.document) for paper, draft in drafts.items()}


def load(paper):
    return loading.load(
        session(), path(paper).read_text(encoding="utf-8"), str(path(paper)), loading.Options()
    )


def test_all_have_the_meeting_from_one_file(outlines):
    """Each but the meeting's own file extends it, and says nothing else of the meeting."""
    base = outlines[""]

    for paper, outline in outlines.items():
        assert outline.occasion == base.occasion, paper
        assert {name: outline.facts[name] for name in base.facts} == base.facts, paper


def test_all_name_the_meeting_alike(outlines, texts):
    """The meeting's name stands in every paper."""
    name = outlines[""].occasion.name

    assert [paper for paper, text in texts.items() if name not in text] == []


@pytest.mark.parametrize("paper", ["通知", "", "主持词", "新闻稿", "纪要"])
def test_the_agenda_comes_in_one_order(outlines, texts, paper):
    """Who does something at the meeting is named in the order of the agenda."""
    text = texts[paper]
    if paper in ("通知", ""):
        text = text[text.index("议程") :]
    at = [text.index(item.what) for item in outlines[""].occasion.agenda if item.what and item.what in text]

    assert len(at) >= 2
    assert at == sorted(at)


def test_people_have_one_post_each(outlines, texts):
    """Wherever a full name stands beside a post, it is the post of the meeting's file."""
    people = outlines[""].occasion.people
    assert len(people) >= 4
    for paper, text in texts.items():
        for person in people:
            others = [
                p.post for p in people if p.post and p.post not in person.post and person.post not in p.post
            ]
            for other in others:
                assert f"{other}{person.name}" not in text, paper


def test_people_stand_in_order_of_rank(outlines, texts):
    """As introduced by the chair and as listed in the minutes."""
    names = [person.name for person in outlines[""].occasion.people if person.presence in ("", "出席")]
    minutes = texts["纪要"]
    listed = minutes[minutes.index("出席：") :].splitlines()[0]

    assert [name for name in names if name in listed] == sorted(
        (name for name in names if name in listed), key=listed.index
    )


def test_shared_figures_have_one_value(outlines, texts):
    """A figure of the meeting's file that a paper refers to prints as that file has it."""
    used = 0
    for paper in PAPERS:
        source = path(paper).read_text(encoding="utf-8")
        for name, fact in outlines[""].facts.items():
            if fact and re.search(rf"{{{{\s*{name}\s*}}}}", source):
                used += 1
                assert printed(fact) in texts[paper]
    assert used >= 6


def test_the_speech_knows_what_was_before_it_and_what_is_to_come(texts):
    """刚才 and 待会儿 follow from the place of the speaker's own item."""
    assert "刚才，" in texts["讲话"]
    assert "叶知微" not in texts["讲话"].split("同志们", 1)[1]
