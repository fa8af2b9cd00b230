"""`drafter batch`: a row, a document."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from docx import Document as open_docx

from drafter.actions import batch as action
from drafter.batching.making import RowMaker
from drafter.readers.tables import delimited
from drafter.storage.digests import Digests
from drafter.writers import table as table_writer
from tests.builders import session

OUTLINE = "模板: 部署讲话\n标题: 致{{ 县 }}的函\n任务: 请{{ 县 }}在{{ 件数 }}天内报{{ 联系人 }}。\n结尾: 特此函告。\n"
TABLE = "县,件数,联系人\n东陂县,128,林舟\n青溪县,96,\n../../x,1,=cmd()\n东陂县,5,何岸\n,3,4\n"


@pytest.fixture
def made(tmp_path):
    (tmp_path / "函.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "各县.csv").write_text(TABLE, encoding="utf-8")


def listing(tmp_path):
    return list(csv.reader(io.StringIO((tmp_path / "成稿/结果.csv").read_text(encoding="utf-8-sig"))))


@pytest.mark.usefixtures("made")
def test_a_persons_own_list_of_that_name_stays(drafter, tmp_path):
    """And nothing is made before that is said; what drafter wrote itself is replaced."""
    (tmp_path / "成稿").mkdir()
    (tmp_path / "成稿/结果.csv").write_text("我的结果", encoding="utf-8")

    assert drafter("batch", "函.yaml", "各县.csv", "-o", "成稿").code == 4
    assert [path.name for path in (tmp_path / "成稿").iterdir()] == ["结果.csv"]
    assert (tmp_path / "成稿/结果.csv").read_text(encoding="utf-8") == "我的结果"
    for options in (["--force"], []):
        assert drafter("batch", "函.yaml", "各县.csv", "-o", "成稿", *options).code == 3


@pytest.mark.usefixtures("made")
def test_each_row_becomes_a_document_and_bad_rows_stop_nothing(drafter, tmp_path):
    """Safe names inside the folder, doubles told apart, results listed."""
    result = drafter("batch", "函.yaml", "各县.csv", "-o", "成稿")

    assert result.code == 3  # the nameless row
    assert sorted(p.name for p in (tmp_path / "成稿").iterdir()) == [
        "x.docx",
        "东陂县.docx",
        "东陂县（2）.docx",
        "结果.csv",
        "青溪县.docx",
    ]
    assert [row[2] for row in listing(tmp_path)[1:]] == ["完成", "有待补", "完成", "完成", "失败"]
    document = open_docx(tmp_path / "成稿/东陂县.docx")
    assert [p.text for p in document.paragraphs][:3] == [
        "致东陂县的函",
        "请东陂县在128天内报林舟。",
        "特此函告。",
    ]
    assert document.core_properties.title == "致东陂县的函"


@pytest.mark.usefixtures("made")
def test_the_pattern_names_files_and_says_the_format(drafter, tmp_path):
    """Facts are filled in; --final leaves out rows with gaps."""
    drafter("batch", "函.yaml", "各县.csv", "-o", "成稿", "--name", "{{ 联系人 }}-{{ 县 }}.txt", "--final")

    names = {p.name for p in (tmp_path / "成稿").glob("*.txt")}
    assert "林舟-东陂县.txt" in names and not any("青溪" in name for name in names)


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("text", "code"),
    [("", 3), ("县,县\n1,2\n", 3), ("县 名\n1\n", 3), ("县，件数\n东陂县，1\n", 3), ("别的\n1\n", 3)],
)
def test_a_table_that_cannot_be_used_is_said(drafter, tmp_path, text, code):
    """Empty, two columns of one name, a name that is none, full-width commas, facts missing."""
    (tmp_path / "各县.csv").write_text(text, encoding="utf-8")

    result = drafter("batch", "函.yaml", "各县.csv", "-o", "成稿")

    assert result.code == code and "办法：" in result.err
    assert not (tmp_path / "成稿").exists()


@pytest.mark.usefixtures("made")
def test_json_lists_every_row(drafter):
    """With what went wrong in it, and how many came to what."""
    report = drafter("batch", "函.yaml", "各县.csv", "-o", "成稿", "--json").json

    assert [row["row"] for row in report["files"]] == [2, 3, 4, 5, 6]
    assert [row["row"] for row in report["files"] if row["problems"]] == [6]
    assert [report[key] for key in ("rows", "done", "failed", "skipped")] == [5, 4, 1, 0]
    assert report["files"][0]["path"] == str(Path("成稿/东陂县.docx"))


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_cell_of_a_written_table_acts_as_a_formula_and_reading_it_gives_it_back(sign):
    """OWASP's list, and its full-width twins."""
    cell = f"{sign}cmd()"
    written = table_writer.write([["名称"], [cell]]).decode("utf-8-sig")

    ((guarded,),) = list(csv.reader(io.StringIO(written, newline="")))[1:]

    assert guarded == f"'{cell}"
    lines = delimited.read_csv(written, "x").lines
    assert lines[1].cells == {0: cell}


@pytest.mark.usefixtures("made")
def test_another_executor_may_make_the_rows_in_any_order(tmp_path, monkeypatch):
    """The report and the list keep the table's."""
    monkeypatch.chdir(tmp_path)
    seen = []

    at = session()

    def backwards(order, jobs):
        with Digests(at.places.home) as digests:
            maker = RowMaker(at, order, digests)
            for job in reversed(list(jobs)):
                seen.append(job.row)
                yield maker(job)

    request = action.Request("函.yaml", "各县.csv", "成稿")
    made = action.batch(at, request, lambda done, total: None, backwards)

    assert [result.row for result in made.results] == [2, 3, 4, 5, 6]
    assert seen == [5, 4, 3, 2]
    assert [row[2] for row in listing(tmp_path)[1:]] == ["完成", "有待补", "完成", "完成", "失败"]


@pytest.mark.usefixtures("made")
def test_a_dry_run_writes_nothing_and_tells_what_would_come(drafter, tmp_path):
    """The first row's text, the other files, columns that nothing uses, facts that nobody gives, bad rows."""
    (tmp_path / "函.yaml").write_text(
        f"数据: {{落款单位: null, 电话: 1}}\n{OUTLINE.replace('特此函告。', '特此函告{{ 落款单位 }}。')}",
        encoding="utf-8",
    )
    (tmp_path / "各县.csv").write_text(TABLE.replace("联系人", "联系人,备注", 1), encoding="utf-8")

    said = drafter("batch", "函.yaml", "各县.csv", "-o", "成稿", "--dry-run")
    report = drafter("batch", "函.yaml", "各县.csv", "-o", "成稿", "--dry-run", "--json").json

    assert said.code == 3 and not (tmp_path / "成稿").exists()
    assert "能出 4 份" in said.out and "请东陂县在128天内报林舟。" in said.out
    assert "没有用到的列：备注\n" in said.out and "没填的数据：落款单位\n" in said.out
    assert "第 6 行：错误" in said.err
    assert "落款单位 没有填，表里也没有" in said.err
    assert (report["unused"], report["open"], report["done"]) == (["备注"], ["落款单位"], 4)
    assert report["first"]["row"] == 2 and "报林舟" in report["first"]["text"]


@pytest.mark.usefixtures("made")
def test_several_formats_of_each_row(drafter, tmp_path):
    """Told apart together: a name is taken in all of them or in none."""
    said = drafter("batch", "函.yaml", "各县.csv", "-o", "成稿", "--to", "docx,txt")

    names = sorted(p.name for p in (tmp_path / "成稿").iterdir())
    assert said.code == 3 and "东陂县（2）.docx" in names and "东陂县（2）.txt" in names
    assert listing(tmp_path)[1][1] == f"{Path('成稿/东陂县.docx')}、{Path('成稿/东陂县.txt')}"


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    "options", [["--to", "doc"], ["--name", "{{ 县 }}.txt", "--to", "docx"], ["--name", "{{ 县 }}.v2"]]
)
def test_a_format_that_cannot_be_meant_is_said(drafter, tmp_path, options):
    """Unknown, at odds with the name, or not to be seen."""
    assert drafter("batch", "函.yaml", "各县.csv", "-o", "成稿", *options).code == 2
    assert not (tmp_path / "成稿").exists()


@pytest.mark.usefixtures("made")
def test_names_that_some_disk_takes_for_one_are_told_apart(drafter, tmp_path):
    """In another case, composed otherwise, or cut to the same length."""
    rows = ["Ab", "aB", "caf\u00e9", "cafe\u0301", "长" * 60, "长" * 61, "结果"]
    (tmp_path / "各县.csv").write_text("县,件数,联系人\n" + "".join(f"{one},1,甲\n" for one in rows), "utf-8")

    said = drafter("batch", "函.yaml", "各县.csv", "-o", "成稿")

    assert said.code == 0 and len(list((tmp_path / "成稿").iterdir())) == len(rows) + 1


@pytest.mark.usefixtures("made")
def test_a_table_without_rows_is_said(drafter, tmp_path):
    """With what was read as its head."""
    (tmp_path / "各县.csv").write_text("县,件数,联系人\n", encoding="utf-8")

    said = drafter("batch", "函.yaml", "各县.csv", "-o", "成稿")

    assert said.code == 3 and "下面一行都没有" in said.err and not (tmp_path / "成稿").exists()
