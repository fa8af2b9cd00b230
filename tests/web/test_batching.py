"""The page's batch without a browser: a table is tried, its documents are made, taken away in one zip."""

from __future__ import annotations

import ast
import base64
import csv
import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from drafter.problems import DrafterError
from drafter.web import batching
from drafter.web.spoken import spoken
from drafter.web.verbs import Desk
from tests.conftest import ROOT
from tests.sheets import row, sheet, workbook
from tests.web.test_verbs import refused

TREE = {
    "模板": "部署讲话",
    "标题": "致{{ 县 }}的函",
    "数据": {"联系人": None},
    "任务": "请{{ 县 }}报{{ 件数 }}件，联系{{ 联系人 }}。",
}
CSV = "县,件数,备注\n东陂县,3,急\n青溪县,,\n云岭县,5,\n合计,8,\n"


@pytest.fixture
def desk(tmp_path, home):
    return Desk(tmp_path, lambda: datetime(2026, 3, 18, 9, 0))


def given(table=CSV, name="各县.csv", tree=TREE, **more):
    data = table if isinstance(table, bytes) else table.encode()
    return {"tree": tree, "file": name, "data": base64.b64encode(data).decode(), "run": "一", **more}


def taken(desk, run="一"):
    """The names in the zip with what each holds."""
    with zipfile.ZipFile(io.BytesIO(desk.answer("batch", {"take": True, "run": run}).data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def listed(files):
    """The rows of 结果.csv."""
    return list(csv.reader(io.StringIO(files["结果.csv"].decode("utf-8-sig"))))[1:]


def test_a_table_is_tried_and_nothing_is_made(tmp_path, desk):
    """How many, under which names, what the first says, what does not meet; then there is nothing to take."""
    tried = desk.answer("batch", given())

    assert (tried["done"], tried["rows"], tried["skipped"], tried["failed"]) == (3, 4, 1, 0)
    assert tried["columns"] == tried["names"] == ["县", "件数", "备注"] and tried["sheets"] == []
    assert [one["path"] for one in tried["files"]] == ["东陂县.docx", "青溪县.docx", "云岭县.docx", ""]
    assert [one["gaps"] for one in tried["files"]] == [1, 2, 1, 0]
    assert tried["unused"] == ["备注"] and tried["open"] == ["联系人"]
    assert tried["first"]["row"] == 2 and tried["first"]["path"] == "东陂县.docx"
    assert "请东陂县报3件" in tried["first"]["text"]
    assert [one["code"] for one in tried["problems"]] == ["total-row", "open-facts"]
    assert refused(desk, "batch", {"take": True, "run": "一"}) == "not-left"
    assert not list(tmp_path.iterdir())


def test_all_documents_come_in_one_zip_once(desk):
    """With the list of them and, where that is wanted, all in one; a second asking gets nothing."""
    made = desk.answer("batch", given(make=True, forms=["docx", "txt"], merge=True, pattern="致{{ 县 }}的函"))
    files = taken(desk)

    named = [f"致{one}县的函" for one in ("东陂", "青溪", "云岭")]
    assert set(files) == {
        "结果.csv", "合成一份.docx", *(f"{one}.{form}" for one in named for form in ("docx", "txt"))
    }  # fmt: skip
    assert "请东陂县报3件" in files["致东陂县的函.txt"].decode()
    assert made["done"] == made["packed"] == 3
    assert [one[1] for one in listed(files)][:2] == [
        "致东陂县的函.docx、致东陂县的函.txt", "致青溪县的函.docx、致青溪县的函.txt"
    ]  # fmt: skip
    assert refused(desk, "batch", {"take": True, "run": "一"}) == "not-left"


def test_what_another_run_left_is_not_taken_for_ones_own(desk):
    """Nor lost by asking for the wrong one."""
    desk.answer("batch", given(make=True))

    assert refused(desk, "batch", {"take": True, "run": "二"}) == "not-left"
    assert "东陂县.docx" in taken(desk)


def test_a_final_copy_is_not_made_of_a_row_with_gaps(desk):
    """Each such row says what is open."""
    tree = TREE | {"数据": {"联系人": "王建国"}, "模板": "原样", "日期": "2026-03-18"}
    made = desk.answer("batch", given(tree=tree, make=True, final=True))

    assert (made["done"], made["failed"]) == (2, 1)
    (bad,) = [one for one in made["files"] if one["exit_code"]]
    assert bad["row"] == 3 and "件数" in bad["problems"][0]["message"]
    assert set(taken(desk)) == {"东陂县.docx", "云岭县.docx", "结果.csv"}


def test_only_what_was_not_taken_before_is_packed_again(desk):
    """A row that was mended, and one that changed; those that are as they were stay out, wherever they stand now."""
    before = desk.answer("batch", given("县,件数\n东陂县,3\n青溪县,4\n,5\n", make=True, pattern="{{ 县 }}"))
    have = [one["key"] for one in before["files"] if one["key"]]
    assert before["failed"] == 1 and len(have) == 2
    mended = given("县,件数\n云岭县,5\n东陂县,3\n青溪县,6\n", make=True, pattern="{{ 县 }}", have=have)
    after = desk.answer("batch", mended)
    files = taken(desk)

    assert after["packed"] == 2 and set(files) == {"云岭县.docx", "青溪县.docx", "结果.csv"}
    assert [one[1] for one in listed(files)] == ["云岭县.docx", "东陂县.docx", "青溪县.docx"]
    renamed = desk.answer("batch", mended | {"pattern": "致{{ 县 }}"})
    assert renamed["packed"] == 3


def test_a_row_may_be_called_as_the_file_that_holds_all(desk):
    """Both are there."""
    desk.answer("batch", given("县,件数\n合成一份,3\n", make=True, merge=True, pattern="{{ 县 }}"))

    assert set(taken(desk)) == {"合成一份.docx", "合成一份（全部）.docx", "结果.csv"}


def test_sheets_are_chosen_and_so_is_the_head(desk):
    """They can be where the first of them is of no use."""
    book = workbook(
        {
            "说明": sheet(row("看下一张")),
            "各县": sheet(row("县", "件数"), row("县名", "数"), row("东陂县", "3")),
        }
    )
    first = desk.answer("batch", given(book, "各县.xlsx"))
    chosen = desk.answer("batch", given(book, "各县.xlsx", sheet="各县"))
    headed = desk.answer("batch", given(book, "各县.xlsx", sheet="各县", head=2))

    assert first["sheets"] == ["说明", "各县"] and first["refused"]
    assert chosen["columns"] == ["县", "件数"] and chosen["rows"] == 2
    assert headed["columns"] == ["县名", "数"] and headed["rows"] == 1


@pytest.mark.parametrize(
    ("table", "name", "more", "told"),
    [
        (b"PK\x03\x04" + bytes(99), "表.xlsx", {}, "读不了"),
        (b"\xff\xff\xff", "表.csv", {}, "不是文本的表"),
        ("县,县\n甲,乙\n", "表.csv", {}, "两列都叫"),
        ("县,件数\n", "表.csv", {}, "下面一行都没有"),
        (CSV, "表.csv", {"pattern": "{{ 乡 }}"}, "“文件名”里的“乡”表里没有"),
        (CSV, "表.csv", {"pattern": "{{ 县 }}.txt"}, "“文件名”的后缀是 .txt，“格式”要的却是 docx"),
        (CSV, "表.csv", {"forms": ["txt"], "merge": True, "make": True}, "“合成一份 Word”合的是 Word"),
        (CSV, "表.csv", {"forms": ["exe"]}, "没有“exe”这种格式"),
        (CSV, "表.csv", {"head": 99}, "第 99 行是空的"),
        ("县,?督查\n甲,\n", "表.csv", {}, ""),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_a_way_out(desk, table, name, more, told):
    """In the page's own words, without a path of this computer."""
    (problem,) = desk.answer("batch", given(table, name, **more))["refused"]

    assert told in problem["message"] and problem["hint"]
    said = problem["message"] + problem["hint"]
    assert "--" not in said and "drafter-" not in said and "{{" not in said


def test_a_bad_row_says_its_number_and_stops_no_other(desk):
    """A cell that cannot be printed, a name that is missing; what the list says is said without a path too."""
    made = desk.answer("batch", given("县,件数\n东陂县,#N/A\n,4\n青溪县,\x015\n云岭县,6\n", make=True))
    bad = {one["row"]: one["problems"][0] for one in made["files"] if one["exit_code"]}
    files = taken(desk)

    assert set(bad) >= {3, 4} and all(one["hint"] for one in bad.values())
    assert "“文件名”" in bad[3]["hint"] and "件数" in bad[4]["message"]
    assert "云岭县.docx" in files
    assert "--" not in files["结果.csv"].decode() and "drafter-" not in files["结果.csv"].decode()


@pytest.mark.parametrize(("limit", "forms"), [("MOST", ["docx"]), ("MOST_PDF", ["docx", "pdf"])])
def test_so_many_rows_are_made_at_a_page_and_no_more(desk, monkeypatch, limit, forms):
    """One more is told at once, with what to do."""
    monkeypatch.setattr(batching, limit, 4)
    if forms == ["docx"]:
        assert desk.answer("batch", given(forms=forms))["done"] == 3
    monkeypatch.setattr(batching, limit, 3)
    (problem,) = desk.answer("batch", given(forms=forms))["refused"]

    assert problem["code"] == "too-large" and "4 行" in problem["message"] and "分成几份" in problem["hint"]


def test_what_is_too_large_together_is_said(desk, monkeypatch):
    """Before a browser is handed it."""
    monkeypatch.setattr(batching, "_LARGEST", 10_000)
    (problem,) = desk.answer("batch", given(make=True))["refused"]

    assert (
        problem["code"] == "too-large" and refused(desk, "batch", {"take": True, "run": "一"}) == "not-left"
    )


def test_pdf_without_libreoffice_is_said(desk, monkeypatch):
    """Before the first row, and before anybody asks."""
    monkeypatch.setenv("DRAFTER_SOFFICE", "/nirgends")
    tried = desk.answer("batch", given(forms=["pdf"]))

    assert tried["no_pdf"]["hint"] and "LibreOffice" in tried["refused"][0]["message"]


def test_what_the_outline_stands_on_is_found_in_its_folder(tmp_path, desk):
    """A meeting that it goes on from; not in the folder where the table lies for a moment."""
    (tmp_path / "会议.yaml").write_text("模板: 部署讲话\n数据: {联系人: 王某某}\n", encoding="utf-8")
    tree = {"继承": "会议.yaml", **TREE}
    del tree["数据"]

    assert "联系王某某" in desk.answer("batch", given(tree=tree))["first"]["text"]


def test_how_far_it_is_can_be_asked_and_that_it_is_to_stop_said(desk):
    """At a step; what was made until then is gone."""
    seen = []

    def between(done, of):
        seen.append((done, of, desk.answer("progress", {"run": "一"})))
        desk.answer("stop", {"run": "一"})

    desk.runs.between = between

    assert refused(desk, "batch", given(make=True)) == "stopped"
    assert seen == [(2, 4, {"done": 2, "of": 4})]  # the sum and the first row
    assert refused(desk, "batch", {"take": True, "run": "一"}) == "not-left"
    assert desk.answer("progress", {"run": "一"}) == {"done": 0, "of": 0}


def test_what_was_stopped_before_it_began_does_not_begin(desk):
    """Who stops may be faster than who works; the next one of the name goes on."""
    desk.answer("stop", {"run": "一"})

    assert refused(desk, "batch", given()) == "stopped"
    assert desk.answer("batch", given())["done"] == 3


def test_a_run_has_a_name(desk):
    with pytest.raises(DrafterError):
        desk.answer("batch", {key: value for key, value in given().items() if key != "run"})


def _messages():
    """The texts of the rooms whose messages a batch gives."""
    for name in ("readers/tables", "batching"):
        for path in sorted((Path(ROOT) / "drafter" / name).glob("*.py")):
            if path.name == "cluster.py":
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield from re.findall(r".*--[a-z].*", node.value)


def test_no_option_of_the_terminal_is_left_in_what_is_said():
    """Whatever a table or a row can be told of, but of clusters."""
    found = list(_messages())

    assert len(found) > 8
    assert [one for one in map(spoken, found) if re.search("--[a-z]", one)] == []


def test_what_another_file_says_is_part_of_what_was_taken(desk, tmp_path):
    """An outline that extends a meeting: once that is changed, its documents are other ones."""
    meeting = "模板: 部署讲话\n数据: {联系人: 苏望津}\n"
    (tmp_path / "会议.yaml").write_text(meeting, encoding="utf-8")
    tree = {"继承": "会议.yaml", **{key: said for key, said in TREE.items() if key != "数据"}}
    before = desk.answer("batch", given(tree=tree, make=True))
    taken(desk)
    have = [one["key"] for one in before["files"] if one["key"]]

    assert desk.answer("batch", given(tree=tree, make=True, have=have))["packed"] == 0
    (tmp_path / "会议.yaml").write_text(meeting.replace("苏望津", "白远舟"), encoding="utf-8")
    assert desk.answer("batch", given(tree=tree, make=True, have=have))["packed"] == 3


def test_one_file_that_holds_all_may_be_larger_than_any_that_is_read(desk, monkeypatch):
    """It is ours, and as large as the zip may be."""
    monkeypatch.setattr("drafter.storage.files.MAX_BYTES", 10_000)
    desk.answer("batch", given(make=True, merge=True))

    assert "合成一份.docx" in taken(desk)
