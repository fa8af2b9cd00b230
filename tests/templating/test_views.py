"""Tables over an outline: what is shown of a text."""

from __future__ import annotations

import pytest

from drafter.templating import views
from tests.builders import lines


@pytest.mark.parametrize(("length", "cut"), [(60, False), (61, True)])
def test_an_excerpt_of_sixty_characters_is_a_whole_sentence(length, cut):
    """Of a longer one the clause is shown."""
    sentence = "字" * (length - 4) + "，在此。"

    assert views._around("前文。" + sentence, 3) == (f"……{'字' * (length - 4)}……" if cut else sentence)
    assert views._around("字" * 61, 61) == "字" * 60


@pytest.mark.parametrize(
    ("owner", "lead", "helpers", "guessed"),
    [
        ("市水务局牵头，市住建局、各区县配合", "市水务局", "市住建局、各区县", False),
        ("市水务局、市住建局牵头，各区县配合", "市水务局、市住建局", "各区县", False),
        ("牵头单位：市水务局；配合单位：市财政局", "市水务局", "市财政局", False),
        ("市水务局（牵头）、市住建局", "市水务局", "市住建局", False),
        ("市水务局、市住建局、各区县", "市水务局", "市住建局、各区县", True),
        ("市水务局", "市水务局", "", False),
    ],
)
def test_who_leads_and_who_assists(owner, lead, helpers, guessed):
    """By the words that say so, else the first leads, and that is told."""
    told = "\n".join(
        lines(
            f"模板: 责任分工表\n标题: 题\n任务: {{要点: [{{标题: 修渠, 正文: 先勘察。再施工。, 责任单位: {owner}}}]}}\n"
        )
    )

    assert (f"\t{lead}\t{helpers}\t" in told) if helpers else (f"\t{lead}\t待定" in told)
    assert "\t先勘察\t" in told
    assert ("排在第一的列为牵头单位" in told) == guessed


def test_every_figure_of_the_text_is_to_be_checked_those_of_facts_apart():
    """Dates and numbers of documents are none; a sentence has one row."""
    told = lines(
        "模板: 数据核对单\n标题: 题\n数据: {办件: 128万件}\n"
        "成绩:\n  - 全年办件{{ 办件 }}，比上年多12.5%，3月2日澜政〔2026〕5号文印到31个乡镇。\n"
    )

    assert (
        "1\t12.5%、31个\t成绩：全年办件128万件，比上年多12.5%，3月2日澜政〔2026〕5号文印到31个乡镇。\t\t"
        in told
    )
    assert [line for line in told if line.startswith("1\t办件\t128万件")]
