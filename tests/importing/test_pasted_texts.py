"""Texts as people paste them: what import understands, at every door where such a text comes in."""

from __future__ import annotations

import pytest
import yaml

BODY = "今年要把护林的事办实。\n一、看清火险\n去冬雨少，林下枯草厚。\n二、管住火源\n清明前进山路口设卡。\n"
CALL = "同志们：\n"
TITLE = "在全乡护林会上的讲话\n"


@pytest.fixture
def outlined(drafter, tmp_path):
    """The outline of a pasted text, read."""

    def read(text, *options):
        (tmp_path / "贴.txt").write_text(text, encoding="utf-8")
        result = drafter("import", "贴.txt", "-o", "-", *options)
        assert result.code == 0
        return yaml.safe_load(result.out)

    return read


@pytest.mark.parametrize(
    "above",
    [
        "一键复制\n",
        "当前位置：首页 > 范文 > 讲话稿\n",
        "西山文秘网 首页\n",
        "欢迎来到西山文秘网！\n",
        "收藏 | 打印 | 关闭\n",
        "在全乡护林会上的讲话（全文约900字）\n",
        "领取全套护林范文，请点👉\n",
    ],
)
def test_a_title_is_found_whatever_a_page_has_above_it(outlined, above):
    """And the salutation, and every heading."""
    found = outlined(above + TITLE + CALL + BODY)

    assert found["标题"] == TITLE.strip()
    assert found["称谓"] == ["同志们"]
    assert [section["小标题"] for section in found["小节"]] == ["看清火险", "管住火源"]


@pytest.mark.parametrize(
    "call",
    ["同志们:\n", "各位代表:\n", "同志們：\n", "鄉親們：\n", "同志们：", "各位乡亲：", "尊敬的各位来宾:"],
)
def test_a_salutation_is_one_in_any_width_and_where_it_runs_in(outlined, call):
    """No title is made of it, either."""
    for above in (TITLE, ""):
        found = outlined(above + call + BODY)

        assert "".join(found["称谓"]).rstrip("：:") == call.strip().rstrip("：:")
        assert found.get("标题", "") == above.strip()


@pytest.mark.parametrize(
    "marks",
    [
        ("一,", "二,"),
        ("一：", "二："),
        ("一:", "二:"),
        ("第一,", "第二,"),
        ("第一:", "第二:"),
        ("一. ", "二. "),
        ("一 ", "二 "),
        ("1,", "2,"),
        ("其一,", "其二,"),
    ],
)
def test_ordinals_as_people_type_them_head_sections(outlined, marks):
    """The text stays as it was typed."""
    text = BODY.replace("一、", marks[0]).replace("二、", marks[1])
    found = outlined(TITLE + CALL + text)

    assert [section["小标题"] for section in found["小节"]] == ["看清火险", "管住火源"]


def test_upload_dates_and_sites_are_not_the_speechs(outlined):
    """Its date is open."""
    found = outlined(f"{TITLE}西山文稿网\n2024-05-01\n{CALL}{BODY}")

    assert "日期" not in found and "题下" not in found


def test_a_paste_of_several_is_told_and_taken_one_by_one(drafter, outlined, tmp_path):
    """The first, or the one asked for."""
    text = f"护林会讲话 篇1\n{CALL}{BODY}护林会讲话 篇2\n{CALL}换个讲法。\n一、先看天气\n天干物燥。\n"

    assert [one["小标题"] for one in outlined(text)["小节"]] == ["看清火险", "管住火源"]
    assert [one["小标题"] for one in outlined(text, "--part", "2")["小节"]] == ["先看天气"]
    assert "这里有 2 篇" in drafter("import", "贴.txt", "-o", "-").err
    assert drafter("import", "贴.txt", "--each").code == 0
    assert "先看天气" in (tmp_path / "贴-2.yaml").read_text("utf-8")
    assert drafter("import", "贴.txt", "--each", "-o", "-").code == 2


def test_what_import_sets_aside_check_tells(drafter, tmp_path):
    """One judgement, two doors."""
    for line in (
        "上传人：林边风 上传于2023-03-01",
        "小编为大家整理了这篇讲话。",
        "西山文秘网",
        "大家都在看",
        "##vipend##",
    ):
        (tmp_path / "贴.txt").write_text(TITLE + CALL + BODY + line + "\n", encoding="utf-8")
        dropped = drafter("import", "贴.txt", "-o", "-", "--json").json["files"][0]["dropped"]
        told = drafter("check", "贴.txt", "--json").json["files"][0]["problems"]

        assert [one["text"] for one in dropped] == [line]
        assert [one["code"] for one in told if one["line"] == 8] == ["advert"]


def test_a_broken_text_is_joined_and_said(drafter, tmp_path):
    """No line of it is a paragraph by itself."""
    rows = [
        "今年开春以来天气干燥，林下的枯草落叶有一尺来厚，一个烟头",
        "就能烧掉一面坡，各村的护林员都要上山，把进山的路口守住，把",
        "坟头地边看住，一天也不能断人。",
    ]
    (tmp_path / "贴.txt").write_text(TITLE + CALL + "\n".join(rows * 2), encoding="utf-8")
    found = drafter("import", "贴.txt", "-o", "-", "--json").json["files"][0]

    assert any(guess["what"] == "断行" for guess in found["guessed"])
    assert found["kept"] == found["characters"]
    assert drafter("import", "贴.txt", "-o", "-").out.count("".join(rows)) == 2


def test_a_text_that_is_not_there_is_not_another(drafter, tmp_path):
    """Of two texts there is no ninth; with every notice kept one of them can be asked for still."""
    text = "在全乡护林会上的讲话（精选2篇）\n篇1\n同志们：\n今天讲护林。\n一、巡山\n每天巡。\n篇2\n同志们：\n再讲防汛。\n一、查堤\n每天查。\n"
    (tmp_path / "贴.txt").write_text(text, encoding="utf-8")

    wrong = drafter("import", "贴.txt", "-o", "-", "--part", "9")
    kept = drafter("import", "贴.txt", "-o", "-", "--part", "2", "--keep-notices").out

    assert wrong.code == 3 and "没有第 9 篇，一共 2 篇" in wrong.err
    assert "查堤" in kept and "巡山" not in kept


@pytest.mark.parametrize(
    ("heading", "text", "role"),
    [
        ("2025年护林总结", "全年没有烧一亩。", "成绩"),
        ("巡山巡得还不够", "有的路口没有人。", "不足"),
        ("要站在全局高度看待护林", "山林是大家的饭碗。", "意义"),
        ("在严管火源中见到成效", "3月底前要设完卡。", "任务"),
        ("今春要办好四件事", "设卡、巡山、清枯、演练。", "任务"),
        ("几点要求", "各村照着办。", "保障"),
        ("总体评价", "这一年护得好。", "评价"),
    ],
)
def test_a_sections_role_is_told_by_heading_and_text(outlined, heading, text, role):
    """Deadlines under 见到成效 are tasks."""
    found = outlined(f"{TITLE}{CALL}先说一句。\n一、{heading}\n{text}\n二、散会\n就到这里。\n")

    assert found["小节"][0].get("角色") == role


@pytest.mark.parametrize(
    "gap", ["x县长", "×书记", "*镇", "20**年", "201x年", "ＸＸ局", "__村", "（名称替换）"]
)
def test_a_place_that_a_sample_leaves_open_is_a_gap_at_every_door(drafter, tmp_path, gap):
    """Told by check, counted by build, and it holds a final copy back."""
    (tmp_path / "稿.yaml").write_text(f"模板: 原样\n标题: 题\n任务: 请{gap}讲话。\n", encoding="utf-8")
    (tmp_path / "稿.txt").write_text(f"题目\n请{gap}讲话。\n", encoding="utf-8")

    told = drafter("check", "稿.txt", "--json").json["files"][0]["problems"]
    assert "placeholder" in {one["code"] for one in told}
    assert drafter("build", "稿.yaml", "--json").json["files"][0]["gaps"]
    assert drafter("build", "稿.yaml", "--final").code == 6
