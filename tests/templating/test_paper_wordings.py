"""Every wording of papers, summaries, letters and news, over outlines that say little: what a machine can check."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from drafter.drafting import loading
from drafter.drafting.binding import bind
from drafter.drafting.composing import compose
from tests.builders import session
from tests.templating.sparse import ONE, TWO

FREE = (
    "工作总结", "汇报材料", "经验材料", "调研报告", "政务信息", "简报", "慰问信", "贺信", "通报", "督查通报", "报告",
    "意见", "议案", "建议提案答复", "政府工作报告", "工作方案", "工作要点", "专报",
)  # fmt: skip
"""Genres whose sentences are not set formulas."""

FORMAL = ("新闻通稿", "纪要", "通知", "请示", "批复", "函", "决定", "决议", "命令", "公告", "通告", "公报")
GENRES = FREE + FORMAL
NUMBERS = range(1, 6)
SLIPS = re.compile(
    r"[，。；：、！？][，。；：、！？]|“”|《》|（）|\s|None|True|False|[{}\[\]]|^[，。；、：）]|的的|[^。！？：]$"
)
ANNOUNCED = re.compile(
    r"[两二三四五六七八九十](?:个方面|个问题|个环节|个阶段|个做法|个事项|项|点|条|件|步(?!步))"
)
CLAIMS = re.compile(
    r"谢谢大家|在座|各级各部门|各级各有关部门|年初确定|较好地完成|显著|历史性|重要讲话|圆满|上级要求和群众期盼"
)
TITLES = {
    "工作总结": ("市档案局2026年上半年工作总结", "年度工作总结", "个人工作总结", "百日攻坚行动总结"),
    "汇报材料": ("全市档案工作情况汇报", "汇报"),
    "通知": ("关于做好防汛工作的通知", "关于印发《档案办法》的通知", "关于档案展的紧急通知", "通知"),
    "通报": ("关于表扬先进的通报", "关于批评某局的通报", "关于检查情况的通报", "关于某起事故的通报"),
    "督查通报": ("关于档案工作督查情况的通报", "关于档案工作的督查通报", "督查通报"),
    "函": ("关于商请联合整治的函", "关于调阅档案的复函", "关于征求意见的函", "函"),
    "意见": ("关于推进档案工作的实施意见", "关于档案工作的意见", "意见"),
    "请示": ("关于新建县馆的请示", "关于经费的请示", "请示"),
    "慰问信": ("慰问信", "致抢险一线同志的慰问信"),
    "贺信": ("贺信", "祝贺荣获一等奖的贺信"),
    "公报": ("青溪县2025年统计公报", "会议公报"),
    "建议提案答复": ("对第5号建议的答复", "对第7号提案的答复"),
}


@cache
def the_session():
    return session()


def said(genre, parts, number, *, title="", head="日期: 2026-07-12\n讲话人: {单位: 市档案局}\n"):
    """What the template adds with the wording of this number at every place."""
    at = the_session()
    yaml = f"模板: {genre}\n标题: {title or f'关于档案工作的{genre}'}\n{head}{parts}"
    loaded = loading.load(at, yaml, "大纲.yaml", loading.Options())
    outline = replace(loaded.outline, wording={"": str(number)})
    return bind(compose(at, outline, loaded.template), loaded.outline.facts).added


@cache
def roles(genre):
    template = loading.load(
        the_session(), f"模板: {genre}\n标题: 题\n", "大纲.yaml", loading.Options()
    ).template
    return [role for role in template.roles if role.name not in ("opening", "closing")]


def whole(genre, points, gaps=""):
    """An outline that has every part; the gaps may have other points than the rest."""
    return "".join(
        f"{role.chinese}: {{小标题: 某部分, 要点: {gaps if gaps and role.name == 'gaps' else points}}}\n"
        for role in roles(genre)
    )


def outlines(genre):
    """Outlines that say little: what is required, one part and no other, everything once."""
    yield "".join(f"{role.chinese}: 抓好落实。\n" for role in roles(genre) if role.required)
    yield "".join(f"{role.chinese}: {{要点: {ONE}}}\n" for role in roles(genre) if role.required)
    for role in roles(genre):
        yield f"{role.chinese}: {{要点: {TWO}}}\n"
    yield whole(genre, ONE)
    yield whole(genre, TWO)


def heads():
    """With a date and a unit, with neither, on an occasion."""
    yield "日期: 2026-07-12\n讲话人: {单位: 市档案局}\n称谓: [同志们]\n"
    yield ""
    yield "场合: {名称: 全市档案工作会议}\n"
    yield "日期: 2026-07-12\n场合: {名称: 第三届环卫工人节, 主办: 市政府, 地点: 市馆, 时间: 2026年7月12日上午, 主持: 梁溯}\n"


@pytest.mark.parametrize("genre", GENRES)
def test_every_wording_is_whole_and_claims_nothing(genre):
    """No doubled mark, nothing empty in it, none of the praise that no outline gave."""
    faults = [
        passage
        for head in heads()
        for title in TITLES.get(genre, ("",))
        for parts in outlines(genre)
        for number in NUMBERS
        for passage in said(genre, parts, number, title=title, head=head)
        if "待补" not in passage and (SLIPS.search(passage) or CLAIMS.search(passage))
    ]

    assert faults == []


@pytest.mark.parametrize("genre", GENRES)
def test_one_point_is_not_counted(genre):
    """Nor one gap spoken of as several."""
    for number in NUMBERS:
        passages = said(genre, whole(genre, ONE), number)
        assert [one for one in passages if ANNOUNCED.search(one)] == []
        assert [one for one in passages if re.search("(?:这些|上述|以上)(?:问题|困难|不足)", one)] == []


@pytest.mark.parametrize("genre", GENRES)
def test_one_gap_is_not_the_reason_of_several_tasks(genre):
    """针对这个问题 would claim it of each."""
    for number in NUMBERS:
        for passage in said(genre, whole(genre, TWO, ONE), number):
            assert not re.search("(?:这些|上述)(?:问题|困难|不足)|针对(?:这个|这一)", passage)


@pytest.mark.parametrize("genre", GENRES)
def test_a_paper_announces_two_numbers_at_most(genre):
    """With one wording at every place; places take turns."""
    for number in NUMBERS:
        assert sum(bool(ANNOUNCED.search(one)) for one in said(genre, whole(genre, TWO), number)) <= 2


@pytest.mark.parametrize("genre", GENRES)
def test_nothing_refers_to_a_part_that_is_not_there(genre):
    """上述任务 needs tasks before it, 针对上述问题 gaps, 围绕上述目标 goals."""
    needed = {
        "上述(?:任务|工作)|以上(?:工作|打算)": "tasks",
        "(?:上述|这些|这个|以上)问题": "gaps",
        "上述目标": "goals",
    }
    for role in roles(genre):
        for number in NUMBERS:
            text = "".join(said(genre, f"{role.chinese}: {{要点: {TWO}}}\n", number))
            for words, name in needed.items():
                there = {role.name} | {one.name for one in roles(genre) if one.required}
                assert name in there or not re.search(words, text)


@pytest.mark.parametrize("genre", FREE)
def test_a_place_has_four_wordings_or_more(genre):
    """Where the genre has no set formula; the opening and the closing are counted where there is one."""
    by_number = [
        said(genre, whole(genre, TWO), number, title=TITLES.get(genre, ("",))[0]) for number in NUMBERS
    ]
    fixed = {"特此通报。"}
    places = max(map(len, by_number))
    different = [len({one[place] for one in by_number if place < len(one)}) for place in range(places)]
    free = [count for place, count in enumerate(different) if by_number[0][place] not in fixed]

    assert sum(count >= 4 for count in free) >= len(free) - 2
    assert min(free) >= 2


@pytest.mark.parametrize(
    ("genre", "ending"),
    [
        ("通知", "特此通知。"),
        ("通报", "特此通报。"),
        ("督查通报", "特此通报。"),
        ("公告", "特此公告。"),
        ("通告", "特此通告。"),
        ("报告", r"特此报告。|以上报告，请审阅。"),
        ("请示", r".*请批示。|以上请示，请予批复。"),
        ("批复", r"此复。|特此批复。"),
        ("议案", r"以上议案，请予审议。|现提请审议。"),
    ],
)
def test_a_paper_closes_with_a_formula_of_its_kind(genre, ending):
    """No other genre's: a report asks for nothing, a notice is not 妥否."""
    for number in NUMBERS:
        assert re.fullmatch(ending, said(genre, whole(genre, TWO), number)[-1])


@pytest.mark.parametrize("genre", ["报告", "函", "通知", "纪要"])
def test_no_formula_of_a_request_strays_into_another_paper(genre):
    """妥否，请批示 belongs to 请示 alone."""
    for title in TITLES.get(genre, ("",)):
        for number in NUMBERS:
            assert not re.search(
                "妥否|当否|请批[示准]", "".join(said(genre, whole(genre, TWO), number, title=title))
            )


@pytest.mark.parametrize(
    ("title", "date", "named"),
    [
        ("市档案局2026年上半年工作总结", "2026-07-06", "市档案局2026年上半年工作"),
        ("2025年度工作总结", "2026-01-06", "市档案局2025年度工作"),
        ("年度工作总结", "2026-01-06", "市档案局2025年工作"),
        ("百日攻坚行动总结", "2026-07-06", "百日攻坚行动"),
        ("三河镇2025年工作总结", "2026-01-06", "三河镇2025年工作"),
    ],
)
def test_a_summary_says_whose_work_and_of_which_time(title, date, named):
    """From its title, else from its unit and its date; in every wording."""
    head = f"日期: {date}\n讲话人: {{单位: 市档案局}}\n"
    for number in NUMBERS:
        opening = said("工作总结", whole("工作总结", TWO), number, title=title, head=head)[0]
        assert named in opening and opening.count("市档案局") <= 1


@pytest.mark.parametrize(
    ("occasion", "audience", "never"),
    [
        ("高温季节", "同志们", "值此|到来|节日"),
        ("防汛抢险", "同志们", "值此|到来|节日|喜"),
        ("防汛抢险", "受灾群众", "坚守岗位|守在一线|平安归来|节日|操劳"),
        ("清明节", "同志们", "节日快乐"),
    ],
)
def test_a_letter_keeps_to_its_occasion(occasion, audience, never):
    """A flood is no feast, and those whom it struck are on no post."""
    head = f"日期: 2026-07-12\n讲话人: {{单位: 市档案局}}\n称谓: [{audience}]\n场合: {{名称: {occasion}}}\n"
    for number in NUMBERS:
        assert not re.search(
            never, "".join(said("慰问信", whole("慰问信", TWO), number, title="慰问信", head=head))
        )


def test_what_points_to_fragments_ends_in_a_colon():
    """以下要求。一是……；二是…… reads as if the sentence were over; before sentences it is."""
    for number in NUMBERS:
        few = said(
            "通知", "事项: {要点: [甲事]}\n工作要求: {排法: 段内, 要点: [压实责任, 按时报送]}\n", number
        )
        full = said(
            "通知",
            "事项: {要点: [甲事]}\n工作要求: {排法: 段内, 要点: [压实责任。每天报。, 按时报送。]}\n",
            number,
        )
        assert few[-2][-1] == "：" and full[-2][-1] == "。"


@pytest.mark.parametrize(
    ("occasion", "event"), [("全市档案工作会议", "会"), ("新馆启动仪式", "仪式"), ("业务培训班", "活动")]
)
def test_news_of_a_ceremony_speaks_of_no_meeting(occasion, event):
    """会议指出 is said of meetings."""
    head = f"日期: 2026-07-12\n场合: {{名称: {occasion}, 主持: 梁溯}}\n"
    for number in NUMBERS:
        text = "".join(said("新闻通稿", whole("新闻通稿", TWO), number, head=head)).replace(occasion, "")
        assert event in text and ("会议" in text) == (event == "会")
