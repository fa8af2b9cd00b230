"""Every wording of the speeches and personal papers, over outlines that say little: each true of any of them."""

from __future__ import annotations

import re
from functools import cache

import pytest

from drafter.drafting import loading
from drafter.suggesting import wordings
from tests.builders import lines, session
from tests.templating.sparse import ONE, TWO

SPEECHES = ("部署讲话", "动员讲话", "培训班讲话", "座谈会讲话", "总结讲话", "表态发言", "交流发言", "研讨发言", "党课稿", "致辞", "主持词")  # fmt: skip
PAPERS = ("心得体会", "述职述廉报告", "对照检查材料")
GENRES = SPEECHES + PAPERS
NUMBERS = range(1, 7)
"""Six is the most that a place has; a place with fewer begins again."""

HEAD = "标题: 题\n日期: 2026-03-12\n"
SPEAKS = "称谓: [同志们]\n讲话人: {姓名: 赵云山, 职务: 局长, 单位: 市水务局}\n"
COUNT = re.compile(r"[两三四五六七八九](?:个|点|项|条|件|层|场)")
REFERRING = re.compile(
    r"(?:针对|解决|面对|补上|缩小|弥补|围绕)这|着眼(?:解决|补上)|(?<!以)上述|肯定成绩|成绩要讲够|总结过去|问题摆出来|出现这|造成这|任务定了|目标定了，任务|道理清楚了|说完道理|"
    r"有了榜样|身边的榜样|找到差距|看清了差距|差距找到了|看到不足|除了已经|作了答复|一路做下来|做了这些|用这些道理|有了这把尺子|部署下一步工作"
)
"""What only makes sense after another part."""


@cache
def roles(genre):
    """The parts that a genre has a sentence for."""
    template = loaded(genre, "").template
    return [role for role in template.roles if role.name not in ("opening", "closing", "guests", "agenda")]


def loaded(genre, text, head=HEAD):
    return loading.load(session(), f"模板: {genre}\n{head}{text}", "大纲.yaml", loading.Options())


def parts(genre, points, required=False):
    """Each part with a heading and such points; or only the last that the genre cannot do without."""
    wanted = [role for role in roles(genre) if role.required][-1:] if required else roles(genre)
    return "".join(f"{role.name}: {{小标题: 某题, 要点: {points}}}\n" for role in wanted)


def texts(genre, occasion, body, head=HEAD):
    """The draft in every wording."""
    meeting = f"场合: {{{occasion}}}\n" if occasion and genre != "述职述廉报告" else ""
    named = head.replace("讲话人", "报告人") if genre == "述职述廉报告" else head
    for number in NUMBERS:
        yield "\n".join(lines(f"模板: {genre}\n{named}措辞: {number}\n{meeting}{body}"))


def said(genre, occasion):
    """The wordings of each place, with what they say."""
    meeting = f"场合: {{{occasion}}}\n" if genre != "述职述廉报告" else ""
    places: dict[str, list[str]] = {}
    for one in wordings.suggest(session(), loaded(genre, meeting + parts(genre, TWO))):
        places.setdefault(one.place, []).append(one.text)
    return places


@pytest.mark.parametrize("genre", GENRES)
def test_a_place_has_four_wordings_and_few_of_them_count(genre):
    """A whole speech says numbers twice at most; half of the wordings of no place say one."""
    for place, texts_there in said(genre, "名称: 全市档案工作会议, 主办: 市档案局").items():
        assert len(texts_there) >= 4, place
        counted = [text for text in texts_there if COUNT.search(text)]
        assert 2 * len(counted) <= len(texts_there), place


@pytest.mark.parametrize("genre", GENRES)
@pytest.mark.parametrize(
    "occasion", ["", "名称: 全市档案工作会议, 主办: 市档案局", "名称: 新馆启动仪式, 上级精神: 省里的部署"]
)
def test_whatever_is_missing_no_frame_stays_empty(genre, occasion):
    """No doubled end mark, no clause that lost its words, no comma at an edge."""
    for body, head in ((parts(genre, ONE, required=True), HEAD), (parts(genre, TWO), HEAD + SPEAKS)):
        for text in texts(genre, occasion, body, head):
            assert not re.search(r"[。！？；：，、]{2}|None|（）|“”|《》|^[，。、；！]", text, re.M), text
            assert not re.search(r"(?:是|把|将|为了|代表|几点)[，。]", text), text


@pytest.mark.parametrize("genre", sorted({*GENRES} - {"述职述廉报告", "表态发言", "交流发言", "致辞"}))
@pytest.mark.parametrize("opening", ["", "开头: 我先说一句。\n"])
@pytest.mark.parametrize("basis", ["省里的部署", "3月2日，省里作了部署。"])
def test_what_comes_from_above_is_said_once(genre, opening, basis):
    """Whoever writes the opening; guests leave it to the host."""
    body = opening + parts(genre, ONE, required=True)
    for text in texts(genre, f"名称: 全市档案工作会议, 上级精神: {basis}", body):
        assert text.count(basis) == 1, text


@pytest.mark.parametrize("genre", GENRES)
def test_one_point_is_not_counted_and_one_gap_is_this_one(genre):
    """Nor are there 这些问题 with one."""
    for text in texts(genre, "名称: 全市档案工作会议", parts(genre, ONE)):
        assert not re.search("这些(?:问题|差距|短板|不足|目标)", text), text
        assert not COUNT.search(re.sub(r"[分讲].个部分|.点意见|开工3个", "", text)), text


@pytest.mark.parametrize("genre", sorted({*GENRES} - {"对照检查材料"}))  # its gaps are never left out
@pytest.mark.parametrize("occasion", ["", "名称: 全市档案工作会议"])
def test_a_part_that_stands_alone_refers_to_no_other(genre, occasion):
    """针对这些问题 needs them, 下一步 something before it; 总结讲话 looks back upon the meeting itself."""
    for text in texts(genre, occasion, parts(genre, ONE, required=True)):
        assert not REFERRING.search(text), text


@pytest.mark.parametrize("genre", GENRES)
def test_any_part_may_be_the_only_one(genre):
    """Those that a genre cannot do without are left open, and are not referred to as if they had been said."""
    for role in roles(genre):
        for text in texts(genre, "名称: 全市档案工作会议", f"{role.name}: {{小标题: 某题, 要点: {ONE}}}\n"):
            lead = text.partition("某题")[2]
            assert lead and not re.search("这些问题|这些差距|这些短板|[。！？；：，、]{2}", text), text
            assert "待补" in text.partition("某题")[0] or not REFERRING.search(lead), text


@pytest.mark.parametrize("genre", GENRES)
def test_openings_and_closings_keep_their_length(genre):
    """An opening without basis and agenda fits in 130 characters, a closing in 150, what leads to a part in 60."""
    for place, texts_there in said(genre, "名称: 全市档案工作会议").items():
        longest = {"开头": 130, "结尾": 150, "串词": 150}.get(place, 60)
        assert all(len(text) <= longest for text in texts_there), place


@pytest.mark.parametrize("genre", ["总结讲话", "表态发言"])
def test_nobody_is_thanked_in_an_emergency(genre):
    """Whoever speaks."""
    for text in texts(genre, "名称: 全市抗洪抢险紧急会议", parts(genre, TWO), HEAD + SPEAKS):
        assert "谢谢大家" not in text


@pytest.mark.parametrize("genre", ["部署讲话", "动员讲话"])
def test_an_emergency_ends_in_action(genre):
    """Nobody is thanked."""
    for text in texts(genre, "名称: 全市抗洪抢险紧急会议", parts(genre, TWO), HEAD + SPEAKS):
        assert "谢谢大家" not in text
        assert re.search("立即|马上|坚守|冲在前面|各就各位|全力以赴", text.splitlines()[-1]), text


def test_a_commendation_congratulates_at_both_ends():
    """And neither of a warning's nor an emergency's words is in it."""
    for text in texts("部署讲话", "名称: 全市科技创新表彰大会", parts("部署讲话", TWO), HEAD + SPEAKS):
        assert text.count("祝贺") >= 2
        assert not re.search("警钟|引以为戒|险情", text)


def test_a_warning_is_no_review_of_the_years_work():
    """Its gaps are those of the cases."""
    body = parts("部署讲话", TWO)
    for text in texts("部署讲话", "名称: 全局警示教育大会", body):
        assert "客观因素" not in text and "谢谢大家" not in text
        assert re.search("以案|案例|警示|反面", text)


@pytest.mark.parametrize("genre", SPEECHES)
def test_who_is_elsewhere_is_not_spoken_to_as_if_here(genre):
    """A video conference has no 在座的各位."""
    for text in texts(genre, "名称: 全市营商环境视频会议, 地点: 市政府", parts(genre, TWO), HEAD + SPEAKS):
        assert not re.search("在座|坐在一起|请大家来，|在这里召开|就座|欢聚一堂，和|回去", text), text


@pytest.mark.parametrize("genre", SPEECHES)
def test_nobody_calls_his_own_speech_important(genre):
    """Nor praises what comes from above, nor claims what only the outline could."""
    for text in texts(genre, "名称: 全市档案工作会议, 主办: 市档案局", parts(genre, TWO), HEAD + SPEAKS):
        assert not re.search("重要讲话|各级各部门|年初确定|较好地完成|取得显著|高屋建瓴|指明了方向", text), (
            text
        )


@pytest.mark.parametrize("name", ["烈士公祭活动", "建县七十周年纪念大会"])
def test_a_memorial_is_not_merry(name):
    """Nobody is welcomed warmly there, or wished success; at a mourning nobody is thanked or greeted."""
    for text in texts("致辞", f"名称: {name}, 主办: 县委", parts("致辞", TWO, required=True), HEAD + SPEAKS):
        assert not re.search("热烈|欢聚|预祝|愉快|圆满", text), text
        assert "公祭" not in name or not re.search("大家好|谢谢大家", text), text


def test_a_holiday_is_greeted_in_a_forum():
    """And wished well at its end."""
    assert not any("节日" in text for text in texts("座谈会讲话", "名称: 个人节约座谈会", ""))
    for text in texts("座谈会讲话", "名称: 教师节座谈会", parts("座谈会讲话", ONE, required=True)):
        assert re.search("节日的问候|节日的祝贺|祝贺，|祝福", text.partition("某题")[0]), text
        assert "祝" in text.splitlines()[-1], text


@pytest.mark.parametrize("genre", PAPERS)
def test_a_paper_thanks_nobody(genre):
    """It is handed in, and announces no speech."""
    for text in texts(genre, "名称: 局党组民主生活会", parts(genre, TWO), HEAD + SPEAKS):
        assert not re.search("谢谢大家|下面，我讲|同志们，", text), text


@pytest.mark.parametrize("name", ["新馆启动仪式", "全市档案工作会议"])
def test_a_chair_opens_and_ends_what_is_held(name):
    """A ceremony is no 会议, and nobody is dismissed from it."""
    for text in texts("主持词", f"名称: {name}, 议程: [{{谁: 市长李四, 做: 讲话}}]", ""):
        assert ("散会" in text or "会议" in text) == ("会议" in name), text
        assert "仪式精神" not in text and "活动精神" not in text


def test_what_a_unit_learned_fits_after_what_it_still_lacks():
    """Whatever its points are about: 体会 may stand behind 差距."""
    body = "小节:\n" + "".join(
        f"  - {{角色: {part}, 小标题: {part}, 要点: {TWO}}}\n" for part in ("做法", "不足", "体会")
    )
    for text in texts("交流发言", "名称: 全市档案工作会议", body):
        lead = text.partition("三、体会")[2].splitlines()[1]
        assert "体会" in lead or "认识" in lead, text
        assert "针对" not in lead
