"""What is somebody else's in a text."""

from __future__ import annotations

import pytest

from drafter.outlining.meaning.others import is_somebody_elses
from tests.growth import grows_too_fast, repeated


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("会上念了“2024年要打好翻身仗”这句话。", "2024年"),
        ("习近平总书记2023年在考察时强调，要把饭碗端牢。", "2023年"),
        ("2025年10月党的二十届四中全会作出部署。", "2025年10月"),
        ("2025年3月省委召开农村工作会议。", "2025年3月"),
        ("办法自2024年5月1日起施行。", "2024年5月1日"),
        ("《2025年度工作要点》已经印发。", "2025年"),
    ],
)
def test_what_is_quoted_said_by_a_leader_or_done_above_is(text, date):
    """It never changes from year to year."""
    start = text.index(date)

    assert is_somebody_elses(text, start, start + len(date))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024年全县完成投资8亿元。", "2024年"),
        ("“四好”公路去年修了40公里，2024年再修50公里。", "2024年"),
        ("县委书记作了批示。2024年，我们跑了12个村。", "2024年"),
    ],
)
def test_a_units_own_year_is_not(text, date):
    """Nor what stands beside a quotation, or in the next sentence."""
    start = text.index(date)

    assert not is_somebody_elses(text, start, start + len(date))


@pytest.mark.parametrize("piece", ["2025年3月，", "”2025年", "2025年。"])
def test_many_dates_in_one_text_are_asked_about_in_time_that_grows_with_them(piece):
    """Eight thousand in one sentence took half a minute."""

    def ask(text):
        for at in range(0, len(text), len(piece)):
            is_somebody_elses(text, at, at + len(piece) - 1)

    assert not grows_too_fast(ask, repeated(piece))
