"""The word lists of a run: the nearest folder's word holds."""

from __future__ import annotations

import pytest

from drafter.actions.opening import open_session
from drafter.problems import InputProblem
from drafter.session.lexicons import lexicon, word_list
from drafter.storage.places import Places


@pytest.fixture
def session(tmp_path):
    """A session in a workspace, with a user's folder and a site, each empty."""
    places = Places(tmp_path / "user", tmp_path / "cache", tmp_path / "site", tmp_path / "work", {})
    return open_session(places, tmp_path)


def put(tmp_path, folder, name, text):
    path = tmp_path / folder / "lexicon" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_ones_own_words_lie_over_shipped_ones(session, tmp_path):
    """Workspace over user over site over what is shipped; what nobody says anew stays."""
    shipped = dict(lexicon(session).wrong)
    word = next(iter(shipped))

    for folder in ("site", "user", "work"):
        put(tmp_path, folder, "错词", f"{word}: 由{folder}说\n只在{folder}: 有\n")
        found = lexicon(session).wrong

        assert found[word].right == f"由{folder}说"
        assert found[f"只在{folder}"].right == "有"
        assert set(shipped) <= set(found)
    put(tmp_path, "user", "错词", f"{word}: 又改了\n")
    assert lexicon(session).wrong[word].right == "由work说"


def test_only_the_lists_that_were_asked_for_are_read(session, tmp_path):
    """A broken one among the others stops nothing."""
    put(tmp_path, "user", "错词", "[")

    assert not lexicon(session, ("冗词",)).wrong
    with pytest.raises(InputProblem):
        lexicon(session)


def test_a_plain_list_is_what_is_shipped_under_the_users_own(session, tmp_path):
    """Word by word."""
    shipped = word_list(session, "读音")
    word = next(iter(shipped))
    put(tmp_path, "user", "读音", f"{word}: 我的\n自己的词: 我的\n")

    assert word_list(session, "读音") == {**shipped, word: "我的", "自己的词": "我的"}
    assert word_list(session, "没有这张表") == {}


def test_a_plain_list_that_cannot_be_read_is_said(session, tmp_path):
    """With its place."""
    put(tmp_path, "user", "读音", "- 甲\n")

    with pytest.raises(InputProblem) as said:
        word_list(session, "读音")
    assert said.value.problems[0].place.source.endswith("读音.yaml")
