"""A header block where there is no layout for it."""

from __future__ import annotations

from drafter.writers import html, text
from tests.builders import document, session

HEAD = "::: 版头\n格式：信函\n发文机关标志：市水务局\n发文字号：澜水函〔2026〕3号\n签发人：李某\n:::\n\n::: 版记\n抄送：甲。\n印发日期：2026年3月2日\n:::\n"


def test_text_shows_what_prints_and_no_names_of_fields():
    """签发人 and 抄送 print with their names."""
    assert text.write(document(HEAD)).splitlines() == [
        "市水务局", "澜水函〔2026〕3号", "签发人：李某", "抄送：甲。", "2026年3月2日印发",
    ]  # fmt: skip


def test_html_shows_the_same():
    """On the screen, too."""
    page = html.write(document(HEAD), session().stylesheets.named("公文"), "甲")

    assert (
        ">市水务局</p>" in page
        and "发文机关标志" not in page.split("<main>")[1]
        and "格式" not in page.split("<main>")[1]
    )
