"""What an office says of itself, beside what an advert or a chatbot says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import residue
from drafter.checks.rules import advert, chatbot_residue
from drafter.problems import Severity
from drafter.residue import webpages
from tests.builders import draft_to_check


def severities(rule, line):
    """How sure the rule is of each finding in a line of its own."""
    text = f"要抓好落实。\n{line}\n要强化督查。"
    return {found.severity or rule.severity for found in rule.find(draft_to_check(text))}


@pytest.mark.parametrize(
    "line",
    [
        "登录官网，点击下载《申报表》",
        "请关注澜川政务公众号",
        "工会会员专享",
        "工作QQ群：12345678",
        "客服热线：12345",
        "联系人：王望（微信：wangwang88）。",
        "请将防汛提示分享到朋友圈。",
    ],
)
def test_what_an_office_may_say_is_no_error_of_adverts(line):
    """Its own account, downloads, members and contacts: a warning at most."""
    assert severities(advert.RULE, line) <= {Severity.WARNING}


@pytest.mark.parametrize(
    "line",
    [
        "关注公众号领取更多材料",
        "代写文稿请加微信gw20260312",
        "请关注公众号，点击下载范文",
        "本文档会员专享",
        "客服QQ：10001000",
        "扫码进群",
    ],
)
def test_what_only_who_sells_says_is_an_error(line):
    """Whatever else the line says."""
    assert severities(advert.RULE, line) == {Severity.ERROR}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("希望以上答复对您有所帮助。", set()),
        ("如果有困难需要帮忙，随时告诉我。", set()),
        ("如有不同意见，请大家会后提出。", set()),
        ("如果您有其他需要，请随时告诉我。", {Severity.WARNING}),
        ("窗口问一句：我可以为您做什么？", {Severity.WARNING}),
        ("希望以上内容对您有所帮助。", {Severity.ERROR}),
        ("如有需要修改的地方，请随时告诉我。", {Severity.ERROR}),
    ],
)
def test_only_what_nobody_else_says_is_surely_a_chatbots(line, expected):
    """A reply, a leader and a window speak to people too."""
    assert severities(chatbot_residue.RULE, line) == expected


@given(st.from_regex(dict(residue._KINDS)[webpages.ADVERT].pattern, fullmatch=True))
def test_every_advert_holds_what_is_looked_for_first(line):
    """Else it would be passed by."""
    assert residue._ADVERTISES.search(line)


@pytest.mark.parametrize(
    "text", ["加Vx：gongwen2026。", "加vX：gongwen2026。", "Qq：123456789。", "q群：123456789。"]
)
def test_a_contact_is_found_in_small_and_capital_letters(text):
    """However it is typed."""
    assert list(advert.RULE.find(draft_to_check(f"资料很全，{text}")))
