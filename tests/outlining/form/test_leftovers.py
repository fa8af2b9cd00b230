"""What copying left in a text is set aside, and said; what the author wrote stays."""

from __future__ import annotations

import pytest

from drafter.drafting import loading, production
from drafter.drafting.printing.formats import produce
from drafter.model.source import Line, Source
from drafter.outlining.form import leftovers
from drafter.readers import lines
from tests.builders import session
from tests.conftest import SAMPLES


def left(*texts):
    """The lines that stay, and why the others do not."""
    found = leftovers.set_aside(lines.split_text("\n".join(texts)))
    return [line.text for line in found.lines], [dropped.reason for dropped in found.dropped]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("上一篇：某县年度总结", "网页上的导航"),
        ("下一篇", "网页上的导航"),
        ("当前位置：首页 > 公文 > 总结", "网页上的导航"),
        ("【打印】【关闭】", "网页上的导航"),
        ("发布时间：2026-03-12 浏览次数：128", "网页上的发布信息"),
        ("来源：某某门户网站", "网页上的发布信息"),
        ("剩余内容需购买后查看", "广告或收费提示"),
        ("更多范文请关注公众号“写材料”", "广告或收费提示"),
        ("客服QQ：10001000", "广告或收费提示"),
        ("范文之家 www.example.com", "网址"),
    ],
)
def test_a_leftover_is_set_aside_with_its_reason(line, reason):
    """The lines around it stay."""
    assert left(f"前文。\n{line}\n后文。") == (["前文。", "后文。"], [reason])


@pytest.mark.parametrize(
    "line",
    [
        "资金来源：市级财政安排120万元。",
        "联系人：周某某，联系电话：0000-12345678。",
        "三是扫码就能查办理进度，群众关注公众号的多了。" + "全年新增用户三万余人，" * 6,
        "打通堵点，位置：城北；办法：拓宽。",
        "网址是 https://example.com，请按时填报。",
        "上一年度，全市……",
    ],
)
def test_what_the_author_wrote_stays(line):
    """Even where it speaks of sources, numbers and accounts."""
    assert left(line) == ([line], [])


def test_a_short_line_that_comes_again_and_again_is_a_watermark():
    """But a call to the hearers is none."""
    text = "写作之友内部资料\n同志们：\n甲。\n写作之友内部资料\n同志们：\n乙。\n写作之友内部资料\n同志们："

    assert left(text) == (["同志们：", "甲。", "同志们：", "乙。", "同志们："], ["反复出现的水印"] * 3)


def test_characters_that_nobody_sees_are_taken_out_and_counted():
    """The text around them closes up."""
    assert left("抓\u200b好\u2060落实。") == (["抓好落实。"], ["看不见的字符 2 个"])


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_nothing_of_our_own_drafts_is_a_leftover(path):
    """Every genre, as text."""
    at = session()
    draft = production.from_outline(at, path.read_text(encoding="utf-8"), str(path), loading.Options())
    source = lines.split_text(produce(at, draft, "txt").decode("utf-8"))

    assert leftovers.set_aside(source).dropped == ()


@pytest.mark.parametrize(
    "text",
    ["（一）优化12345客服热线服务。", "（二）引导群众关注县政府公众号。", "扫码关注公众号，了解办事流程。"],
)
def test_an_authors_own_sentence_stays(text):
    """Whatever it speaks of."""
    assert leftovers.set_aside(Source((Line(text, 1),))).dropped == ()


def test_an_office_that_comes_again_in_a_list_is_no_watermark():
    """Whoever is of it stands above."""
    assert left("张三", "县水务局", "李四", "县水务局", "王五", "县水务局")[1] == []


def test_who_answers_for_a_task_is_no_watermark():
    """However often it stands there."""
    lines = tuple(Line("责任单位：县农业局", number) for number in range(1, 6))

    assert leftovers.set_aside(Source(lines)).lines == lines


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("**要点** : 内容", "要点 : 内容"),
        ("**一是抓学习。**各级要学", "一是抓学习。各级要学"),
        ("张**同志和李**同志", "张**同志和李**同志"),
        ("**县**乡", "**县**乡"),
        ("涉及单位：**县，**镇，**村", "涉及单位：**县，**镇，**村"),
        ("**局：**同志", "**局：**同志"),
        ("“**县，**乡”", "“**县，**乡”"),
        ("#1机组、#2机组", "#1机组、#2机组"),
        ("> 5%的指标", "> 5%的指标"),
        ("由李**副市长牵头，王**", "由李**副市长牵头，王**"),
    ],
)
def test_stars_that_set_words_bold_are_taken_out_and_those_that_hide_a_name_stay(text, kept):
    """Both are two stars; where they stand tells."""
    found, _ = left(text)

    assert found == [kept]


@pytest.mark.parametrize(
    "text",
    [
        "联系电话：010-12345678",
        "QQ：12345678",
        "本文来自微信公众号某某文库，加VX abc12345 获取更多资料",
        "更多范文请关注本站",
        "首页 | 公文 | 讲话稿",
        "首页 > 范文大全 > 讲话稿 >",
        "相关推荐",
        "版权声明：本文来源于网络，如有侵权请联系删除",
        "编辑整理：范文网",
        "-全文完-",
        "评论(0)",
        "本文来自笔杆子网，转载请注明出处",
        "（完）",
        "相关阅读：去年的讲话",
        "2025-05-08 10:00 来源：区政府网 浏览次数：12",
    ],
)
def test_numbers_and_adverts_of_who_sells_texts_are_left_out(text):
    """In a speech; a notice that asks for answers has a telephone number of its own."""
    assert left("同志们，干起来。", text)[0] == ["同志们，干起来。"]


def test_a_notice_keeps_the_number_to_call():
    """It names whom to ask."""
    assert left("请按时报送。", "联系人：李明", "联系电话：010-12345678")[1] == []


@pytest.mark.parametrize(("length", "stays"), [(80, False), (81, True)])
def test_a_line_of_more_than_eighty_characters_is_the_authors_own(length, stays):
    """However it begins."""
    line = "上一篇：" + "字" * (length - 4)

    assert (line in left("前文。", line)[0]) is stays
