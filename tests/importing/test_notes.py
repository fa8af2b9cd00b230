"""What a person types into an outline for himself, and what only sounds so."""

from __future__ import annotations

import pytest

from drafter.importing import notes


def taken(text):
    """The line without its notes, and what was left out."""
    dropped = []
    return notes.without(text, 0, 1, dropped), [one.text for one in dropped]


@pytest.mark.parametrize(
    "text",
    [
        "（初稿）",
        "支出3亿元（快报支出数）",
        "投资3亿元（已核实）",
        "办事难（钱从哪里来？）",
        "监管要跟上（补上监管短板）",
        "配齐电源（备用发电机2台）",
        "遵守纪律（不要提前离场）",
        "抓示范（一级做给一级看）",
        "借此机会，我再讲一下。",
        "这件事，我要向大家交代一下。",
        "典型发言（发言控制在5分钟内）",
        "报名（名单附后）",
        "抓责任（制度落实）",
        "俭朴办会（不讲排场）",
        "办法（先学后问）",
        "账要清（按季核对）",
        "记得去年夏天，大家都在堤上。",
        "回头看整改情况",
    ],
)
def test_words_of_the_text_stay(text):
    assert taken(text) == (text, [])


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("火灾312起（数字再跟支队核一下）", "火灾312起〔待补：数字再跟支队核一下〕"),
        ("有的部门推（这句领导可能要点名，问下）", "有的部门推〔待补：这句领导可能要点名，问下〕"),
        ("装了4.6万个（老赵再对下）", "装了4.6万个〔待补：老赵再对下〕"),
        ("查了1.3万家（找支队要数）", "查了1.3万家〔待补：找支队要数〕"),
        ("会员4312人【小刘：跟市总报的数对一下】", "会员4312人〔待补：小刘：跟市总报的数对一下〕"),
        ("三个工匠（名字后面补）", "三个工匠〔待补：名字后面补〕"),
        ("批了1.2亿（？）", "批了1.2亿〔待补：核实〕"),
        ("（这个要不要点名？）", "〔待补：这个要不要点名〕"),
        ("别忘了加上疾控那块！！", "〔待补：加上疾控那块〕"),
        ("待定：要不要带笔记本。", "〔待补：要不要带笔记本〕"),
        ("鉴定（鉴定书编号找老何要）", "鉴定〔待补：鉴定书编号找老何要〕"),
        ("退款到位（退没退干净？问下办公室）", "退款到位〔待补：退没退干净？问下办公室〕"),
        ("组长一名（局长当副组长？等组织定）", "组长一名〔待补：局长当副组长？等组织定〕"),
        ("2019年得过奖（2019年评的？查证书）", "2019年得过奖〔待补：2019年评的？查证书〕"),
        ("入学率百分之百（教育局出数）", "入学率百分之百〔待补：教育局出数〕"),
        ("隔壁县增9.8%（这句看书记要不要说）", "隔壁县增9.8%〔待补：这句看书记要不要说〕"),
        ("？？再问下应急局", "〔待补：再问下应急局〕"),
    ],
)
def test_what_asks_for_something_stays_open(text, open_):
    assert taken(text) == (open_, [])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("讲三点（念慢点）", "讲三点"),
        ("各单位跟上（顺序别错）", "各单位跟上"),
        ("有一户困难（李四平一家不举名字）", "有一户困难"),
        ("加一条（王县长要求加的）", "加一条"),
        ("夜间巡查少了，西片的事别点名", "夜间巡查少了"),
        ("（讲15分钟左右）", ""),
        ("查岗不少于两次（去年通报了松口镇，这次不点）", "查岗不少于两次"),
        ("有家企业停了（不点厂名）", "有家企业停了"),
        ("有人退了钱（不写名字）", "有人退了钱"),
        ("（初稿，给李主任看）", ""),
        ("结尾（或者用那句老话，二选一）", "结尾"),
    ],
)
def test_what_is_for_nobody_else_goes_and_is_said(text, left):
    found, dropped = taken(text)

    assert found == left
    assert found + "".join(dropped) == text


@pytest.mark.parametrize(
    "text",
    [
        "【别写】追责的事",
        "老赵被免职的事（不写）",
        "备物资（这条先不写）",
        "不写：某局长的事",
        "县里的债务（删）",
        "PS：讲完请大家鼓掌",
    ],
)
def test_what_is_not_to_be_written_goes_with_its_words(text):
    assert taken(text) == ("", [text])
