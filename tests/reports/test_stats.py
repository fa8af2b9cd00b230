"""The report of `stats`."""

from __future__ import annotations

from drafter.actions import stats as action
from drafter.drafting.options import Options
from drafter.reports import stats as report

PROMISED = {"path", "problems", "characters", "paragraphs", "minutes", "pages", "parts", "gaps"}


def test_a_draft_says_all_that_the_contract_names(session, plain):
    """In all and part by part; what to change where it misses its time."""
    (file,) = plain(report.as_json(action.stats(session, ["讲话.yaml"], Options(), 60)))["files"]

    assert file.keys() >= PROMISED
    assert all(part.keys() == {"role", "heading", "characters", "minutes"} for part in file["parts"])
    assert [part["heading"] for part in file["parts"] if part["role"] == "tasks"] == ["抓好今年"]
    assert file["gaps"] == ["巡查人次"] and file["changes"][0]["characters"] < 0


def test_a_long_sentence_is_given_with_its_paragraph(session, plain):
    """And how many characters it has."""
    sentence = "我们要把堤防加固、河道清淤、物资储备、队伍演练、值班值守、信息报送" * 5 + "都抓好。"
    (session.base / "稿.md").write_text(f"# 讲话\n\n同志们：\n\n{sentence}\n", encoding="utf-8")
    (file,) = plain(report.as_json(action.stats(session, ["稿.md"], Options(), None)))["files"]

    assert file["long_sentences"] == [{"paragraph": 3, "characters": len(sentence), "text": sentence}]


def test_a_file_that_failed_has_the_same_keys(session, plain):
    """Null where only a draft could tell."""
    (file,) = plain(report.as_json(action.stats(session, ["没有.yaml"], Options(), None)))["files"]

    assert file.keys() == PROMISED
    assert {file[key] for key in ("characters", "paragraphs", "minutes", "pages")} == {None}
    assert file["parts"] == file["gaps"] == []
