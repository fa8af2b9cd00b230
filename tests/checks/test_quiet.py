"""Quiet on good text: our own outlines, and published texts where DRAFTER_SAMPLES names some."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafter.checks.draft import Setting
from drafter.checks.engine import Choice
from drafter.drafting.options import Options
from drafter.problems import Severity
from drafter.proofreading import findings
from drafter.proofreading import sheets as checking
from drafter.session import inputs
from tests.builders import found, lexicon, session
from tests.conftest import SAMPLES

CHARACTERS_AN_ERROR = 20_000
GIVEN = "office-"
"""Begins the names of real texts that hold true defects (**图书馆, a half-width stop)."""


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_shipped_outline_has_no_error_and_no_warning(path):
    """Each is read as a reader will read ours."""
    sheet = checking.read(
        session(), str(path), inputs.by_reader("yaml"), path.read_bytes(), Setting(lexicon()), Options()
    )
    loud = [
        (one.problem.code, one.problem.excerpt)
        for one in findings.find_all(sheet, Choice())
        if one.problem.severity is not Severity.INFO
    ]

    assert loud == []


def test_published_texts_have_an_error_in_twenty_thousand_characters_at_most():
    """What is found there was looked at: each is a defect of the copy, none a false alarm."""
    folder = os.environ.get("DRAFTER_SAMPLES")
    if not folder:
        pytest.skip("DRAFTER_SAMPLES names no folder")
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted(Path(folder).glob("*.txt"))
        if not path.name.startswith(GIVEN)
    ]
    errors = [one for text in texts for one in loud(text)]

    assert len(errors) <= sum(map(len, texts)) / CHARACTERS_AN_ERROR, errors


def loud(text):
    """The errors in a text."""
    sheet = checking.read(
        session(), "文.txt", inputs.by_reader("text"), text.encode(), Setting(lexicon()), Options()
    )
    return [
        (one.problem.code, one.problem.excerpt)
        for one in findings.find_all(sheet, Choice())
        if one.problem.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(
    "text",
    [
        "目标是GDP增长6%，R&D经费占比达到2.8%，建成5G基站3000个。",
        "根据《中华人民共和国公务员法》第十四条第（二）项，现予公告。",
        "电话：0570-3021188；网址：https://www.lanchuan.gov.cn/a?b=1,2；邮箱：zfb@lanchuan.gov.cn。",
        "2026年3月12日（星期四）上午9:30，市行政中心1号楼305会议室。",
        "“一门式、一网式”“最多跑一次”，这两句话，群众记住了。",
        "比去年同期多3.5个百分点，比重为9.8∶66.7∶23.5。",
        "长30米、宽2.5米，3×4=12，误差±0.5mm，气温-5℃到10℃。",
        "主要做法有三条：一是抓早；二是抓小；三是抓实。",
        "A组先走，B组后走；①号线、②号线都通了。",
        "习惯上说“三个一批”：开工一批、投产一批、储备一批。",
    ],
)
def test_what_is_right_is_left_alone(text):
    """Letters, addresses, laws, dates, units, quotations."""
    assert [code for code, _ in found(text) if code not in ("time-unanchored", "sentence-long")] == []
