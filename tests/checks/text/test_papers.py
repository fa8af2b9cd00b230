"""What of an official paper stands where."""

from __future__ import annotations

import pytest

from drafter.checks.text.papers import issuer, paper
from tests.builders import make_draft

BODY = "\n各县水务局：\n请自查。\n澜川市水务局\n2026年3月5日"


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("澜川市水务局关于开展检查的通知", "通知"),
        ("关于开展检查的通知。", "通知"),
        ("关于开展检查的通知：", "通知"),
        ("关于解决资金的请示报告", "请示报告"),
    ],
)
def test_a_mark_at_the_end_hides_no_title(title, genre):
    found = paper(make_draft(title + BODY))

    assert found is not None
    assert (found.genre, found.goes_up) == (genre, genre != "通知")


@pytest.mark.parametrize(
    "title",
    ["2.关于开展检查的意见", "（一）关于检查的报告", "审议了关于检查的报告，听取了汇报。", "检查情况报告会"],
)
def test_items_and_sentences_are_no_titles(title):
    assert paper(make_draft(title + BODY)) is None


def test_who_sends_is_told_by_the_title_else_by_the_signature():
    titled, signed = (make_draft(title + BODY) for title in ("清沅区水务局关于检查的请示", "关于检查的请示"))

    assert issuer(titled, paper(titled)) == "清沅区水务局"
    assert issuer(signed, paper(signed)) == "澜川市水务局"
