"""What a careful reader stumbled over in first drafts, in every wording: the manners of an occasion."""

from __future__ import annotations

import re

import pytest

from tests.builders import lines
from tests.templating.sparse import ONE, TWO
from tests.templating.test_voices import HEAD, SPEAKS, parts, texts

SAID = "议程: [{谁: 市委书记石远, 做: 讲话, 何时: 刚才}]"


@pytest.mark.parametrize("name", ["全市离退休干部迎春座谈会", "老同志座谈会", "重阳节老干部座谈会"])
def test_the_old_comrades_are_reported_to_and_wished_well(name):
    """Nobody sets them tasks, gives them 意见, or wishes that their work go well."""
    for text in texts("座谈会讲话", f"名称: {name}", parts("座谈会讲话", TWO), HEAD + SPEAKS):
        assert "身体健康、阖家幸福" in text, text
        assert not re.search("工作顺利|点意见|我的希望|点希望|适逢", text), text
        assert ("拜个早年" in text) == ("迎春" in name), text


@pytest.mark.parametrize("name", ["市委巡察整改推进会", "审计整改工作会议", "环保督察整改推进会"])
def test_whoever_has_to_put_things_right_owns_up_to_problems(name):
    """No 差距 there; whoever listens is asked to watch."""
    for text in texts("表态发言", f"名称: {name}", parts("表态发言", TWO), HEAD + SPEAKS):
        assert "差距" not in text and "监督" in text, text


def test_a_pledge_does_not_say_that_it_is_over():
    """Nor asks a meeting to look on."""
    for text in texts("表态发言", "名称: 全市档案工作会议", parts("表态发言", ONE), HEAD + SPEAKS):
        assert not re.search("发言完毕|请会议|向会议", text), text


def test_a_head_looks_at_the_work_and_others_at_themselves():
    """The gaps of a county are no gaps of its head's person."""
    body = "不足: [人少, 钱少]\n"
    for post, person in (("县长", False), ("四级主任科员", True)):
        head = f"{HEAD}讲话人: {{姓名: 赵云山, 职务: {post}}}\n"
        for text in texts("研讨发言", "名称: 集体学习会", body, head):
            lead = next(line for line in text.splitlines() if "人少" in line)
            assert ("工作" in lead.partition("一是")[0]) != person, text


def test_a_course_that_ends_is_congratulated_once():
    """Nobody is seen off; what leads to its tasks is not said again at the end."""
    for text in texts(
        "培训班讲话", "名称: 年轻干部培训班结业式", parts("培训班讲话", TWO, True), HEAD + SPEAKS
    ):
        assert "结业" in text.split("某题")[0] and "祝贺" in text and "送行" not in text, text
        assert text.count("带回岗位") + text.count("用到工作") <= 2, text


def test_a_lecture_says_what_it_is_about():
    """Its title is the theme, unless it only says that it is a lecture; the Party's birthday is named."""
    for title in ("把“责任”扛在肩上", "七一党课讲稿"):
        head = f"标题: {title}\n日期: 2026-07-01\n"
        for text in texts("党课稿", "名称: 全局党员大会", parts("党课稿", TWO), head):
            opening = text.partition("某题")[0].partition("（2026")[2]
            assert ("题目是“把‘责任’扛在肩上”" in opening) == ("责任" in title), text
            assert opening.count("党的生日") == 1 and opening.count("今天") == 1, text


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("两地协作签约仪式", "见证两地协作签约"),
        ("第三届茶文化节开幕式", "见证第三届茶文化节开幕"),
        ("第三届茶文化节", "迎来第三届茶文化节"),
        ("新馆揭牌仪式", "见证新馆揭牌仪式"),
    ],
)
def test_guests_witness_a_signing_and_greet_a_fair(name, held):
    """And a signing is wished that the cooperation bears fruit."""
    drafts = [*texts("致辞", f"名称: {name}, 主办: 市政府", parts("致辞", TWO, True), HEAD)]
    assert any(f"共同{held}" in text for text in drafts)
    for text in drafts:
        assert "的到来表示热烈的欢迎！" not in text.replace("对大家的到来", "") and "蒸蒸日上" not in text
        if "签约" in name:
            assert "圆满成功" not in text and "合作" in text.splitlines()[-2], text


def test_those_who_are_honoured_are_called_by_their_name():
    """And the meeting ends with them, not with 抓好落实; its chair says nothing that everybody sees."""
    agenda = (
        "议程: [{谁: 副市长叶知微, 做: 宣读, 什么: 《关于表彰劳动模范的决定》}, {谁: 市委书记石远, 做: 讲话}]"
    )
    for text in texts("主持词", f"名称: 全市劳动模范表彰大会, {agenda}", "", HEAD + SPEAKS):
        assert "受到表彰的劳动模范" in text and "的先进表示" not in text, text
        assert not re.search("抓好落实|由我主持|议程依次进行|按照议程进行", text), text


def test_what_the_opening_announced_is_not_announced_again():
    """小结 is said once; whoever spoke before is listened to by the speaker too."""
    for text in texts("总结讲话", f"名称: 全区改造现场会, {SAID}", parts("总结讲话", ONE), HEAD + SPEAKS):
        assert text.count("小结") == 1, text
        assert "我们要认真领会、抓好贯彻" in text and "请大家认真领会" not in text, text


@pytest.mark.parametrize("genre", ["部署讲话", "动员讲话", "总结讲话"])
def test_the_host_takes_no_opportunity_and_seldom_thanks(genre):
    """借此机会 is for guests; half of the closings thank nobody."""
    drafts = [*texts(genre, "名称: 全市档案工作会议", parts(genre, TWO), HEAD + SPEAKS)]
    assert 2 * sum("谢谢大家" in text for text in drafts) <= len(drafts)
    for text in drafts:
        assert "借此机会" not in text and "我们在这里召开" not in text, text


@pytest.mark.parametrize(
    "genre",
    ["汇报材料", "工作总结", "报告", "专报", "经验材料", "简报", "调研报告", "通报", "督查通报",
     "对照检查材料", "建议提案答复", "述职述廉报告"],
)  # fmt: skip
@pytest.mark.parametrize("points", [ONE, TWO])
def test_no_two_neighbouring_sentences_say_as_follows(genre, points):
    """The opening announces the whole; the first part's sentence says something else."""
    body = parts(genre, points)
    for opening in range(1, 5):
        for other in range(1, 6):
            head = (
                f"模板: {genre}\n{HEAD}讲话人: {{单位: 市水务局}}\n措辞: {{开头: {opening}, 其余: {other}}}\n"
            )
            text = lines(head + body)
            first = next(number for number, line in enumerate(text) if line.endswith("某题"))
            before, after = text[first - 1], text[first + 1]
            assert not (re.search("如下|以下", before[-30:]) and re.search("如下|以下", after)), (
                before,
                after,
            )


@pytest.mark.parametrize(
    "genre",
    [
        "汇报材料",
        "工作总结",
        "工作方案",
        "报告",
        "专报",
        "政务信息",
        "经验材料",
        "调研报告",
        "通报",
        "督查通报",
        "函",
    ],
)
def test_one_point_is_no_several(genre):
    """以下方面 needs two."""
    for text in texts(genre, "", parts(genre, ONE), HEAD):
        assert not re.search("以下(?:几)?方面", text), text
