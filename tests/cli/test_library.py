"""`drafter library`, in a folder and on a server: the same commands, the same answers."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

import pytest

SPEECH = """模板: 部署讲话
标题: 在全市督查工作会议上的讲话
日期: 2025-03-06
场合: {名称: 2025年全市督查工作会议}
数据:
  办结率: {数值: 96.5, 单位: "%", 来源: 督查室}
开头: 今天我们召开全市督查工作会议。
成绩:
  小标题: 去年办成了几件事
  要点:
    - 标题: 台账建起来了
      正文: 全年立项的事项逐项编号进账，办结率{{ 办结率 }}，2025年又把领导批示件并了进来。
任务:
  小标题: 今年怎么办
  要点:
    - 标题: 见人见事见结果
      正文: 督查组下去先看现场再看账，看完当场交换意见，交办的事写清楚谁来办、哪天办完、办成什么样。
    - 标题: 该督的才督
      正文: 没有列入年度计划的督查一律先报批，同一件事一年只去一次，材料能从系统里取的不再要。
结尾: 谢谢大家！
"""
PHRASES = """素材集: 收尾的话
素材:
  - 编号: 结尾-督查
    类别: 结尾
    正文: 定了的事就要办成，办成的事就要经得起看。散会！
    场合: 督查工作会议
    标签: [督查]
"""


@pytest.fixture(params=["folder", "server"])
def library(request, drafter, tmp_path):
    """The program with a library of one speech and one collection."""
    if request.param == "server":
        request.getfixturevalue("server")
    (tmp_path / "旧稿").mkdir()
    (tmp_path / "旧稿" / "督查讲话.yaml").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "旧稿" / "收尾.yaml").write_text(PHRASES, encoding="utf-8")
    assert drafter("library", "add", "旧稿").code == 0

    def call(*arguments):
        return drafter("library", *arguments)

    return call


def ids(result):
    return [hit["id"] for hit in result.json["hits"]]


def test_what_was_added_is_found_at_once(library):
    """By one character, by words of two, by several, by a phrase."""
    for words in ("账", "督查", "现场 交换", '"先看现场再看账"', "经得起"):
        assert ids(library("search", words, "--json"))


def test_a_hit_says_all_that_the_contract_names(library):
    """The words are marked in the excerpt."""
    hit = next(h for h in library("search", "先报批", "--json").json["hits"] if h["kind"] == "point")

    assert hit["id"] == "督查讲话#该督的才督"
    assert (hit["title"], hit["role"], hit["template"]) == ("该督的才督", "tasks", "部署讲话")
    assert hit["date"] == "2025年3月6日" and "【先报批】" in hit["excerpt"] and hit["used"] == []
    assert hit["score"] > 0


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("督查", "--role", "结尾"), {"结尾-督查"}),
        (("督查", "--kind", "词句"), {"结尾-督查"}),
        (("督查", "--tag", "督查", "--kind", "phrase"), {"结尾-督查"}),
        (("看现场", "--role", "任务", "--kind", "要点"), {"督查讲话#见人见事见结果"}),
        (("台账", "--year", "2025", "--kind", "point"), {"督查讲话#台账建起来了"}),
        (("台账", "--year", "2024"), set()),
        (("年度计划", "--template", "部署讲话", "--kind", "outline"), {"督查讲话"}),
        (("督查组 -交换",), set()),
        (("督查", "-一次", "-账", "-散会"), set()),
        (("督查", "-账", "--kind", "要点"), {"督查讲话#该督的才督"}),
    ],
)
def test_filters_and_exclusions(library, arguments, expected):
    """Each leaves what it says; those of the shipped starter are not asked about."""
    found = set(ids(library("search", "--json", "--limit", "1000", *arguments)))

    assert {id_ for id_ in found if id_.startswith(("督查讲话", "结尾-督查"))} == expected


def test_list_and_show(library):
    """Whole things in a list, all of one in full."""
    listed = {entry["id"] for entry in library("list", "--json").json["entries"]}
    shown = library("show", "督查讲话", "--json").json

    assert {"督查讲话", "结尾-督查"} <= listed and "督查讲话#今年怎么办" not in listed
    assert "办结率96.5%" in shown["entry"]["text"]
    assert "督查讲话#见人见事见结果" in [below["id"] for below in shown["below"]]
    assert "督查讲话#见人见事见结果" in library("show", "督查讲话").out
    assert "督查讲话#见人见事见结果" in {
        e["id"] for e in library("list", "--role", "任务", "--json").json["entries"]
    }


def test_an_unknown_id_is_answered_with_the_nearest(library):
    """Exit 3."""
    result = library("show", "结尾-督察")

    assert result.code == 3 and "是不是“结尾-督查”？" in result.err


def test_use_takes_an_entry_over_when_built(library, drafter, tmp_path):
    """A figure of last year is a gap, not a figure; the report says where paragraphs come from."""
    (tmp_path / "今年.yaml").write_text(
        "模板: 部署讲话\n标题: 讲话\n日期: 2026-03-01\n成绩:\n  小标题: 成绩\n  要点:\n"
        "    - {引用: 督查讲话#台账建起来了, 责任单位: 督查室}\n    - 自己写的一个要点。\n"
        "任务:\n  引用: 督查讲话#今年怎么办\n结尾:\n  - 引用: 结尾-督查\n",
        encoding="utf-8",
    )
    (built,) = drafter("build", "今年.yaml", "--to", "txt", "-o", "-", "--json").json["files"]

    assert "台账建起来了。全年立项的事项逐项编号进账，办结率〔待补：办结率〕" in built["content"]
    assert "二、今年怎么办" in built["content"] and "定了的事就要办成" in built["content"]
    assert built["gaps"] == ["办结率"]
    named = {origin["id"] for origin in built["origins"] if origin["what"] == "library"}
    assert named == {"督查讲话#台账建起来了", "督查讲话#今年怎么办", "结尾-督查"}
    assert [o["line"] for o in built["origins"] if "自己写的" in o["text"]] == [8]
    said = drafter("build", "今年.yaml", "--origins", "-o", "a.docx")
    assert "素材库 结尾-督查 第 12 行" in said.err


def test_what_was_used_where_is_told_by_the_outlines(library, drafter, tmp_path):
    """Once they are in the library themselves."""
    (tmp_path / "今年.yaml").write_text(
        "模板: 原样\n标题: 今年\n结尾:\n  - 引用: 结尾-督查\n", encoding="utf-8"
    )
    assert library("add", "今年.yaml").code == 0

    (hit,) = [h for h in library("search", "经得起看", "--json").json["hits"] if h["id"] == "结尾-督查"]

    assert hit["used"] == ["今年"]
    assert "用在：今年" in library("show", "结尾-督查").out


@pytest.mark.parametrize(("used", "code"), [("结尾-督察", "unknown-entry"), ("督查讲话", "whole-outline")])
def test_what_cannot_be_used_is_said_at_its_place(library, drafter, tmp_path, used, code):
    """Exit 3, line and column."""
    (tmp_path / "a.yaml").write_text(
        f"模板: 原样\n标题: 甲\n任务:\n  要点:\n    - 引用: {used}\n", encoding="utf-8"
    )
    result = drafter("build", "a.yaml", "--json")
    (problem,) = result.json["files"][0]["problems"]

    assert result.code == 3 and (problem["code"], problem["line"], problem["column"]) == (code, 5, 7)


def test_take_writes_an_entry_into_an_outline(library, drafter, tmp_path):
    """With its origin and the figures to fill in; comments stay, and it builds."""
    (tmp_path / "a.yaml").write_text(
        "# 我的\n模板: 部署讲话\n标题: 甲\n日期: 2026-01-01\n任务:\n  小标题: 乙\n  要点:\n    - 丙丁戊己庚辛。 # 别动\n",
        encoding="utf-8",
    )
    took = library("take", "督查讲话#台账建起来了", "--into", "a.yaml", "--at", "任务", "--json").json[
        "files"
    ][0]
    text = (tmp_path / "a.yaml").read_text(encoding="utf-8")

    assert took["facts"] == ["办结率"] and took["role"] == "tasks"
    assert "# 我的\n" in text and "# 别动" in text and "来源: 督查讲话#台账建起来了" in text
    built = drafter("build", "a.yaml", "--origins", "--json").json["files"][0]
    assert "督查讲话#台账建起来了" in {origin["id"] for origin in built["origins"]}


def test_take_answers_an_unknown_part_with_the_nearest(library, drafter, tmp_path):
    """Exit 2; the outline stays."""
    (tmp_path / "a.yaml").write_text("模板: 原样\n标题: 甲\n", encoding="utf-8")
    result = library("take", "结尾-督查", "--into", "a.yaml", "--at", "结为")

    assert result.code == 2 and "是不是“结语”？" in result.err
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "模板: 原样\n标题: 甲\n"


def test_new_goes_on_from_last_year(library, drafter, tmp_path):
    """Words kept, figures emptied into a list to fill in, old years marked."""
    made = drafter("new", "--from", "督查讲话", "--title", "在2026年会上的讲话", "-o", "今年.yaml", "--json")
    text = (tmp_path / "今年.yaml").read_text(encoding="utf-8")

    assert made.json["files"][0]["facts"] == ["办结率"] and made.json["files"][0]["marked"] == 2
    assert "督查组下去先看现场再看账" in text and "标题: 在2026年会上的讲话" in text
    assert "数值:  # 上年：96.5" in text and "来源: 督查室" in text
    assert "〔待补：原2025年〕又把领导批示件并了进来" in text
    result = drafter("build", "今年.yaml", "--final")
    assert result.code == 6 and "办结率" in result.err and "原2025年" in result.err


def test_new_goes_on_from_a_file_as_from_the_library(library, drafter, tmp_path):
    """Nobody has to add last year's outline first; without facts, it says how to see the old figures."""
    old = (
        "模板: 原样\n标题: 在2025年会上的讲话\n日期: 2025-03-01\n任务: 2025年办件120万件，到2035年翻一番。\n"
    )
    (tmp_path / "去年.yaml").write_text(old, encoding="utf-8")
    made = drafter("new", "--from", "去年.yaml", "-o", "今年.yaml")
    text = (tmp_path / "今年.yaml").read_text(encoding="utf-8")

    assert "日期:  # 上年：2025-03-01" in text
    assert "〔待补：原2025年〕办件120万件，到2035年翻一番。" in text
    assert "drafter check 今年.yaml --against 去年.yaml" in made.out
    assert (tmp_path / "去年.yaml").read_text(encoding="utf-8") == old


def test_similar_shows_what_was_copied(library, tmp_path):
    """Share, passages side by side, a warning where the same people heard it."""
    (tmp_path / "新稿.yaml").write_text(
        "模板: 部署讲话\n标题: 甲\n日期: 2026-03-01\n场合: {名称: 2026年全市督查工作会议}\n任务:\n  小标题: 乙\n  要点:\n"
        "    - 督查组下去先看现场再看账，看完当场交换想法，交办的事写清楚由谁办、哪天办完、办成什么样。\n"
        "    - 今年新添的一件事是请企业给部门打分，分数每季度在政府网站上晒一次。\n",
        encoding="utf-8",
    )
    (report,) = library("similar", "新稿.yaml", "--json").json["files"]
    (passage,) = report["passages"]

    assert passage["id"] == "督查讲话" and passage["title"] == "在全市督查工作会议上的讲话"
    assert 0.8 < passage["similarity"] < 1 and passage["heard"]
    assert "交换想法" in passage["text"] and "交换意见" in passage["source_text"]
    assert 0.1 < report["share"] < 0.3
    assert [problem["code"] for problem in report["problems"]] == ["heard-before"]
    assert "本稿：" in library("similar", "新稿.yaml").out


def test_similar_does_not_count_what_templates_say(drafter, tmp_path):
    """Two speeches of one template on other things have nothing in common, even beside a Word file."""
    for name, what in (("旧", "蜂箱都换成新的，每户再补二十个"), ("新", "图书馆搬到河东，旧馆改作自习室")):
        text = (
            f"模板: 部署讲话\n标题: 在{name}会上的讲话\n任务:\n  - 标题: {name}事\n    要点: ['{what}。']\n"
        )
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert drafter("build", "旧.yaml", "-o", "旧.docx").code == 0
    (report,) = drafter("library", "similar", "新.yaml", "--against", "旧.docx", "--json").json["files"]

    assert report["share"] == 0 and report["passages"] == []


def test_similar_leaves_out_quotations_and_what_is_named(library, home, tmp_path):
    """By the user's own list; by --except."""
    (tmp_path / "新稿.txt").write_text(
        "关于督查\n没有列入年度计划的督查一律先报批，同一件事一年只去一次。\n", encoding="utf-8"
    )
    assert library("similar", "新稿.txt", "--json").json["files"][0]["share"] > 0.5
    assert library("similar", "新稿.txt", "--except", "督查讲话", "--json").json["files"][0]["passages"] == []
    (home / "lexicon").mkdir()
    (home / "lexicon" / "引文.yaml").write_text(
        "没有列入年度计划的督查一律先报批，同一件事一年只去一次: 督查办法\n", encoding="utf-8"
    )
    report = library("similar", "新稿.txt", "--json").json["files"][0]
    assert report["passages"] == [] and report["excepted"] == 26


def test_similar_compares_with_given_files_alone(library, tmp_path):
    """Word or text, in the library or not."""
    (tmp_path / "别处.txt").write_text(
        "题目\n会前三天把座签、话筒、菜单核到人，会后当天清场。\n", encoding="utf-8"
    )
    (tmp_path / "新稿.md").write_text(
        "# 题\n\n会前三天把座签、话筒、菜单核到人，会后当天清场。\n", encoding="utf-8"
    )
    (report,) = library("similar", "新稿.md", "--against", "别处.txt", "--json").json["files"]

    assert [passage["id"] for passage in report["passages"]] == ["别处.txt"]


def test_the_same_file_is_taken_in_once(library, tmp_path):
    """Another of the same name gets a name of its own."""
    again = library("add", "旧稿/督查讲话.yaml", "--json").json["files"][0]
    (tmp_path / "督查讲话.yaml").write_text(SPEECH.replace("2025-03-06", "2024-03-06"), encoding="utf-8")
    other = library("add", "督查讲话.yaml", "--json").json["files"][0]

    assert (again["id"], again["new"]) == ("督查讲话", False)
    assert (other["id"], other["new"]) == ("督查讲话（2）", True)
    assert library("add", "旧稿").out.rstrip().endswith("收进 0 份，共 0 条可检索；2 份已经在库里")


def test_old_word_files_become_outlines_on_the_way(library, drafter, tmp_path):
    """With tags and a genre, as import reads them."""
    (tmp_path / "去年.txt").write_text(
        "在全市档案工作会上的讲话\n（2024年5月8日）\n同志们：\n一、抓好归档\n（一）应归尽归。各单位六月底前把电子文件归齐。\n",
        encoding="utf-8",
    )
    assert library("add", "去年.txt", "--tag", "档案", "--template", "部署讲话").code == 0
    (hit,) = [h for h in library("search", "归齐", "--json").json["hits"] if h["kind"] == "outline"]

    assert (hit["id"], hit["date"], hit["tags"]) == ("去年", "2024年5月8日", ["档案"])


def test_one_bad_file_stops_no_other(library, tmp_path):
    """Each is named; the exit code is the highest."""
    (tmp_path / "坏.yaml").write_text("模板: 部署讲话\n任务：甲\n", encoding="utf-8")
    (tmp_path / "好.yaml").write_text("模板: 部署讲话\n标题: 好的\n任务: 一句话。\n", encoding="utf-8")
    result = library("add", "坏.yaml", "好.yaml", "没有.yaml")

    assert result.code == 3 and "√ 好" in result.out
    assert "收进 1 份" in result.out and result.out.rstrip().endswith("；2 份没有收")
    assert "坏.yaml:2" in result.err and "没有.yaml" in result.err


def test_a_bad_file_is_told_at_its_place_though_tags_were_to_be_added(drafter, tmp_path):
    """As without tags, by its path."""
    (tmp_path / "坏.yaml").write_text("标题: 甲\n任务：乙\n", encoding="utf-8")
    result = drafter("library", "add", "坏.yaml", "--tag", "旧稿")

    assert result.code == 3 and "坏.yaml:2" in result.err


def test_a_file_named_as_a_shipped_one_hides_none_of_its_entries_on_a_server(server, drafter, tmp_path):
    """Each entry is taken from the store that it was found in."""
    (tmp_path / "督查.yaml").write_text(PHRASES, encoding="utf-8")
    (tmp_path / "稿.yaml").write_text("模板: 部署讲话\n标题: 甲\n", encoding="utf-8")
    assert drafter("library", "add", "督查.yaml").code == 0

    assert drafter("library", "take", "督查-立项", "--into", "稿.yaml", "--at", "任务").code == 0
    assert "立项单" in (tmp_path / "稿.yaml").read_text(encoding="utf-8")


def test_of_two_entries_with_one_id_the_nearer_is_found(drafter, tmp_path):
    """The other is hidden from search as it is from `show`."""
    for folder, said in (("近", "近处的"), ("远", "远处的")):
        (tmp_path / folder).mkdir()
        text = PHRASES.replace("定了的事就要办成", f"{said}事办成")
        (tmp_path / folder / f"{said}.yaml").write_text(text, encoding="utf-8")
    where = ("--library", "近", "--library", "远")

    hits = drafter("library", "search", "经得起看", *where, "--json").json["hits"]
    assert [hit["excerpt"][:3] for hit in hits if hit["id"] == "结尾-督查"] == ["近处的"]


def test_a_note_is_told_when_its_entry_is_taken(drafter, tmp_path):
    """And when it is shown; it is not printed."""
    text = PHRASES.replace("    场合:", "    备注: 散会两个字按实际改\n    场合:")
    (tmp_path / "收尾.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "稿.yaml").write_text("模板: 部署讲话\n标题: 甲\n", encoding="utf-8")
    assert drafter("library", "add", "收尾.yaml").code == 0
    taken = drafter("library", "take", "结尾-督查", "--into", "稿.yaml", "--at", "结尾")

    assert "备注：散会两个字按实际改" in taken.err
    assert "备注：散会两个字按实际改" in drafter("library", "show", "结尾-督查").out
    assert drafter("build", "稿.yaml", "--to", "txt", "-o", "-").out.count("两个字") == 0


def test_a_pack_goes_to_a_colleague_and_comes_in_whole(library, tmp_path, monkeypatch, home):
    """Data only, with digests; the same entries make the same pack."""
    assert library("export", "-o", "包.zip").code == 0
    first = (tmp_path / "包.zip").read_bytes()
    assert library("export", "-o", "包").code == 0 and (tmp_path / "包.zip").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "包.zip") as pack:
        assert pack.namelist() == ["manifest.json", "library/收尾.yaml", "library/督查讲话.yaml"]
        assert json.loads(pack.read("manifest.json"))["files"][0]["sha256"]
    monkeypatch.setenv("DRAFTER_LIBRARY", str(tmp_path / "同事的"))

    assert library("add", "包.zip").code == 0
    assert "督查讲话#见人见事见结果" in ids(library("search", "看现场", "--json"))


def test_an_export_of_some(library, tmp_path):
    """By id or by tag: the files that hold them."""
    assert library("export", "结尾-督查", "-o", "甲.zip", "--json").json["files"][0]["names"] == ["收尾"]
    assert library("export", "--tag", "督查", "-o", "乙.zip", "--json").json["files"][0]["names"] == ["收尾"]


def test_what_is_removed_is_found_no_more(library):
    """Whole files only; shipped ones stay, and nobody is told to change them."""
    refused = library("remove", "结尾-督查")
    assert refused.code == 3 and "收尾" in refused.err
    shipped = library("remove", "督查-立项")
    assert shipped.code == 3 and "不在自己的素材库里" in shipped.err and "打开" not in shipped.err
    assert library("remove", "督查讲话").code == 0
    assert library("show", "督查讲话").code == 3
    assert not [id_ for id_ in ids(library("search", "先报批", "--json")) if id_.startswith("督查讲话")]


def test_what_is_removed_can_be_found_again(library, home, request):
    """Its text is set aside: in the folder's bin, in a table of the server's."""
    moved = library("remove", "督查讲话", "--json").json["files"][0]["moved"]

    if "server" in request.node.callspec.id:
        import psycopg

        with psycopg.connect(request.getfixturevalue("postgres")) as database:
            kept = database.execute("SELECT text FROM drafter_removed").fetchone()[0]
    else:
        kept = Path(moved).read_text(encoding="utf-8") if ".回收" in moved else ""
    assert kept == SPEECH


def test_rebuilding_changes_nothing(library):
    """The index is never the truth."""
    before = library("list", "--json", "--kind", "要点").json["entries"]

    assert library("rebuild").code == 0
    assert library("list", "--json", "--kind", "要点").json["entries"] == before


def test_a_server_that_lets_nobody_write_can_be_searched(server, drafter, tmp_path):
    """Exit 4 for add, with whom to ask; no password is ever shown."""
    import psycopg

    (tmp_path / "甲.yaml").write_text(PHRASES, encoding="utf-8")
    assert drafter("library", "add", "甲.yaml").code == 0
    with psycopg.connect(server, autocommit=True) as database:
        database.execute("ALTER DATABASE postgres SET default_transaction_read_only = on")
    try:
        (tmp_path / "乙.yaml").write_text(PHRASES.replace("结尾-督查", "乙"), encoding="utf-8")
        refused = drafter("library", "add", "乙.yaml")
        assert "结尾-督查" in ids(drafter("library", "search", "经得起看", "--json"))
    finally:
        with psycopg.connect(server, autocommit=True) as database:
            database.execute("SET default_transaction_read_only = off")
            database.execute("ALTER DATABASE postgres RESET default_transaction_read_only")
    assert refused.code == 4 and "不让写" in refused.err


def test_a_server_that_is_not_there_is_named_without_its_password(drafter, monkeypatch, tmp_path):
    """Exit 3."""
    pytest.importorskip("psycopg")
    monkeypatch.setenv("DRAFTER_LIBRARY", f"postgresql://u:secret@/d?host={tmp_path}")
    result = drafter("library", "list")

    assert result.code == 3 and "连不上" in result.err and "secret" not in result.err
    assert "secret" not in drafter("doctor").out


@pytest.mark.parametrize("password", ["se@cret", "se/cret", "%secret"])
def test_an_address_that_is_written_wrong_shows_nothing_of_its_password(drafter, monkeypatch, password):
    """What the driver says of it might."""
    pytest.importorskip("psycopg")
    monkeypatch.setenv("DRAFTER_LIBRARY", f"postgresql://u:{password}@127.0.0.1:1/d")
    result = drafter("library", "list")

    assert result.code == 3 and "%40" in result.err
    assert "cret" not in result.err + drafter("doctor").out


def test_without_the_extra_the_message_says_what_to_install(drafter, monkeypatch):
    """Exit 5."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.setenv("DRAFTER_LIBRARY", "postgresql://server/d")
    result = drafter("library", "search", "甲")

    assert result.code == 5 and "drafter-cn[pg]" in result.err


def test_a_library_that_cannot_be_written_is_said(drafter, monkeypatch, tmp_path):
    """Exit 4; what is shipped is found all the same."""
    (tmp_path / "挡路").write_text("", encoding="utf-8")
    (tmp_path / "甲.yaml").write_text(PHRASES, encoding="utf-8")
    monkeypatch.setenv("DRAFTER_LIBRARY", str(tmp_path / "挡路" / "库"))

    assert drafter("library", "add", "甲.yaml").code == 4
    assert ids(drafter("library", "search", "督查", "--json"))


def test_a_file_that_was_broken_by_hand_is_said_and_the_rest_is_found(drafter, home):
    """With its place, when it is met; the commands go on."""
    (home / "library").mkdir()
    (home / "library" / "好.yaml").write_text(PHRASES, encoding="utf-8")
    (home / "library" / "坏.yaml").write_text("素材:\n  - 编号：甲\n    正文: 乙\n", encoding="utf-8")
    result = drafter("library", "search", "经得起看")

    assert result.code == 0 and "结尾-督查" in result.out
    assert "坏:3:" in result.err and "可能搜不全" in result.err


def test_two_folders_the_nearer_holds(drafter, tmp_path, monkeypatch):
    """Workspace before user; an option before both."""
    for folder, said in (("工作区/library", "近处的"), ("自己的", "远处的"), ("指明", "指明的")):
        (tmp_path / folder).mkdir(parents=True)
        text = PHRASES.replace("定了的事就要办成", said)
        (tmp_path / folder / "收尾.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "工作区" / "drafter.toml").write_text("", encoding="utf-8")
    monkeypatch.setenv("DRAFTER_LIBRARY", str(tmp_path / "自己的"))
    monkeypatch.chdir(tmp_path / "工作区")

    assert "近处的" in drafter("library", "show", "结尾-督查").out
    assert "指明的" in drafter("library", "show", "结尾-督查", "--library", tmp_path / "指明").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("search",),
        ("search", "甲", "--kind", "书"),
        ("search", "甲", "--role", "人物"),
        ("search", "甲", "--year", "去年"),
        ("search", "甲", "--roel", "任务"),
    ],
)
def test_a_question_that_cannot_be_asked(library, arguments):
    """Exit 2, with what to write."""
    result = library(*arguments)

    assert result.code == 2 and "办法：" in result.err


def test_a_word_that_the_terminal_could_not_read_is_said(library):
    """Exit 3, and the index is left as it is."""
    result = library("search", "\udcff电梯")

    assert result.code == 3 and "认不出" in result.err
