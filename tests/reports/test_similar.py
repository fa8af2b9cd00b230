"""The report of `library similar`."""

from __future__ import annotations

from drafter.actions.library.similar import Compared, FromOne, Report
from drafter.library.comparing import Comparison, Copied
from drafter.model.library import Entry
from drafter.problems import Problem
from drafter.reports.similar import as_json

OLD = Entry("去年讲话", "outline", "在去年会上的讲话", date="2025年3月6日")
PASSAGE = Copied(4, "先看现场再看账。", OLD, "先看现场，再看账。", 0.93, 7, ("前年讲话",), True)


def test_passages_say_all_that_the_contract_names(plain):
    """Side by side with what they are like, and how much of the draft they make."""
    compared = Compared("讲话.yaml", 0, Comparison(70, (PASSAGE,)), (FromOne(OLD, 1, 7),))
    (file,) = plain(as_json(Report((compared,))))["files"]
    (passage,) = file["passages"]

    assert (file["share"], file["repeated"], file["characters"]) == (0.1, 7, 70)
    assert passage.keys() >= {"paragraph", "text", "id", "title", "source_text", "similarity"}
    assert (passage["id"], passage["also"], passage["heard"]) == ("去年讲话", ["前年讲话"], True)
    assert file["sources"] == [
        {
            "id": "去年讲话",
            "title": "在去年会上的讲话",
            "date": "2025年3月6日",
            "passages": 1,
            "characters": 7,
        }
    ]


def test_a_file_that_failed_has_no_share(plain):
    """Nought would say that all of it is new."""
    (file,) = plain(as_json(Report((Compared("没有.yaml", 3, problems=(Problem("a", "甲"),)),))))["files"]

    assert (file["share"], file["passages"], len(file["problems"])) == (None, [], 1)
