"""What an official paper carries beside its text: a telegram's header, and whom to call in an emergency."""

from __future__ import annotations

import pytest

from tests.builders import lines

NOTICE = "模板: 通知\n标题: 关于防御强降雨的{}\n日期: 2026-07-18\n主送: [各县（区）, 市直各单位]\n公文:\n{}事项: {}\n"
OFFICE = "  发文机关: 澜川市水务局\n  文号: 澜水发〔2026〕5号\n"


def notice(official, title="通知", text="加强巡查。"):
    return lines(NOTICE.format(title, official, text))


def test_a_telegram_says_who_sends_it_who_signed_how_urgent_it_is_and_where_to():
    """It goes to whom the text is addressed, where nothing else is said."""
    said = notice(
        "  格式: 电报\n  发电单位: 市水务局\n  等级: 特急\n  签批: 叶知微\n  电报号: 澜水电〔2026〕1号\n"
    )

    assert said[:6] == [
        "传真电报", "发电单位：市水务局", "签批盖章：叶知微", "等级：特急", "澜水电〔2026〕1号", "发往：各县（区），市直各单位。",
    ]  # fmt: skip


def test_what_a_telegram_lacks_is_a_gap():
    """It cannot be sent without."""
    said = "\n".join(notice("  格式: 传真电报\n  发往: [青溪县, 东陂县]\n"))

    for name in ("发电单位", "签批盖章", "等级"):
        assert f"{name}：〔待补：{name}〕" in said
    assert "\n〔待补：电报号〕\n" in said
    assert "发往：青溪县，东陂县。" in said


@pytest.mark.parametrize(
    ("official", "title"),
    [(f"{OFFICE}  紧急程度: 特急\n", "通知"), (OFFICE, "紧急通知"), ("  格式: 电报\n", "通知")],
)
def test_an_emergency_says_whom_to_call_and_until_when_to_report(official, title):
    """Gaps where it does not."""
    said = "\n".join(notice(official, title))

    for name in ("联系人", "值班电话", "报送时限"):
        assert f"{name}：〔待补：{name}〕" in said


def test_what_the_text_says_of_it_is_not_asked_for_again():
    """Whom to call stands in the text of many notices."""
    text = "7月19日8时前报市水务局，联系人：祝砚，值班电话：0000-8120119。"

    assert "待补" not in "".join(notice(f"{OFFICE}  紧急程度: 特急\n", "通知", text))


def test_an_ordinary_notice_is_asked_for_nothing():
    """But what it gives is printed."""
    assert not any("联系人" in line for line in notice(OFFICE))
    assert "联系人：祝砚。" in notice(f"{OFFICE}  联系人: 祝砚\n")


@pytest.mark.parametrize(
    ("title", "signed"), [("澜川市水务局关于开展检查的通知", True), ("关于开展检查的通知", False)]
)
def test_a_title_says_who_signs_where_nothing_else_does(title, signed):
    """A paper without a header block is signed all the same."""
    said = lines(f"模板: 通知\n标题: {title}\n日期: 2026-11-26\n主送: [各镇]\n事项: 请各镇自查。\n")

    assert ("澜川市水务局" in said) is signed
    assert said[-1] == "2026年11月26日"
