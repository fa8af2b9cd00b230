"""`drafter batch --merge`, `--zip`, `--to pdf`: all of them in one file, or as PDF."""

from __future__ import annotations

import zipfile

import pytest
from docx import Document as open_docx

from drafter.office import libreoffice

OUTLINE = "模板: 部署讲话\n标题: 致{{ 县 }}的函\n任务: 请{{ 县 }}在{{ 件数 }}天内报。\n结尾: 特此函告。\n"
CALL = ("batch", "函.yaml", "表.csv", "-o", "出")


@pytest.fixture(autouse=True)
def written(tmp_path):
    (tmp_path / "函.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "表.csv").write_text("县,件数\n甲县,1\n,2\n丙县,3\n合计,6\n丁县,4\n", encoding="utf-8")


def test_what_was_made_comes_in_one_file_too(drafter, tmp_path):
    """In the order of the table, without the rows that failed; what a run before made is in it."""
    said = drafter(*CALL, "--merge", "合.docx", "--zip", "包.zip")
    first = (tmp_path / "合.docx").read_bytes()

    assert said.code == 3 and "合.docx：3 份" in said.out
    titles = [p.text for p in open_docx(tmp_path / "合.docx").paragraphs if p.text.startswith("致")]
    assert titles == ["致甲县的函", "致丙县的函", "致丁县的函"]
    with zipfile.ZipFile(tmp_path / "包.zip") as packed:
        assert packed.namelist() == ["甲县.docx", "丙县.docx", "丁县.docx", "结果.csv"]
        assert packed.read("甲县.docx") == (tmp_path / "出/甲县.docx").read_bytes()
    (tmp_path / "合.docx").unlink()
    drafter(*CALL, "--resume", "--merge", "合.docx")
    assert (tmp_path / "合.docx").read_bytes() == first


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--merge", "合.pdf"], "不是 .docx"),
        (["--merge", "合.docx", "--to", "txt"], "没有出 Word"),
        (["--zip", "包.docx"], "不是 .zip"),
        (["--merge", "出/甲县.docx"], "有两份输出都叫"),
        (["--zip", "表.zip", "--merge", "函.yaml.docx", "--name", "{{ 县 }}.doc"], "看不出"),
    ],
)
def test_what_cannot_come_of_it_is_said_before_anything_is_made(drafter, tmp_path, options, told):
    """The code is that of wrong usage."""
    said = drafter(*CALL, *options)

    assert said.code == 2 and told in said.err and not (tmp_path / "出").exists()


def test_a_persons_own_file_of_that_name_stays(drafter, tmp_path):
    """And nothing is made before that is said."""
    (tmp_path / "合.docx").write_bytes(b"mine")

    assert drafter(*CALL, "--merge", "合.docx").code == 4
    assert (tmp_path / "合.docx").read_bytes() == b"mine" and not (tmp_path / "出").exists()


def test_rows_of_another_look_are_made_and_not_put_together(drafter, tmp_path):
    """The row is named."""
    (tmp_path / "表.csv").write_text("县,件数,模板\n甲县,1,\n丙县,3,工作总结\n", encoding="utf-8")
    said = drafter(*CALL, "--merge", "合.docx")

    assert said.code == 3 and "第 3 行的版式" in said.err and "合.docx：" not in said.out
    assert (tmp_path / "出/丙县.docx").exists() and not (tmp_path / "合.docx").exists()


def test_all_rows_become_pdfs_in_few_runs(drafter, tmp_path, soffice, monkeypatch):
    """Of many at once; the one of which nothing came is tried alone."""
    asked = []
    plain = libreoffice.pdfs
    monkeypatch.setattr(libreoffice, "pdfs", lambda some: asked.append(len(some)) or [None, *plain(some)[1:]])
    said = drafter(*CALL, "--to", "pdf", "--jobs", "1")

    assert said.code == 3 and asked == [3]
    names = sorted(path.name for path in (tmp_path / "出").iterdir())
    assert names == ["丁县.pdf", "丙县.pdf", "甲县.pdf", "结果.csv"]
    assert all((tmp_path / "出" / name).read_bytes().startswith(b"%PDF") for name in names[:3])


def test_without_libreoffice_no_row_is_begun(drafter, tmp_path, monkeypatch):
    """The way out is said once."""
    monkeypatch.setenv("DRAFTER_SOFFICE", "没有")

    said = drafter(*CALL, "--to", "pdf")
    assert said.code == 5 and said.err.count("LibreOffice，这台") == 1 and not (tmp_path / "出").exists()


def test_a_libreoffice_that_makes_nothing_fails_the_rows(drafter, tmp_path, monkeypatch):
    """Each says so; the Word files of a row without its PDF are made none."""
    monkeypatch.setenv("DRAFTER_SOFFICE", "false")

    said = drafter(*CALL, "--to", "pdf")
    assert said.code == 4 and said.err.count("没有生成 PDF") == 3


def test_a_zip_is_made_where_the_rows_cannot_be_merged(drafter, tmp_path):
    """What was made is said, what was not is too."""
    (tmp_path / "表.csv").write_text("县,件数,模板\n甲县,1,\n丙县,3,工作总结\n", encoding="utf-8")
    said = drafter(*CALL, "--merge", "合.docx", "--zip", "包.zip")

    assert said.code == 3 and "没有写 合.docx" in said.err and "合.docx：" not in said.out
    assert (tmp_path / "包.zip").exists() and "包.zip：2 份" in said.out


def test_nothing_is_said_to_be_put_together_where_nothing_was_made(drafter, tmp_path):
    """All rows have failed."""
    (tmp_path / "表.csv").write_text("县,件数\n,1\n,2\n", encoding="utf-8")
    said = drafter(*CALL, "--merge", "合.docx", "--zip", "包.zip")

    assert said.code == 3 and "合在一起" not in said.out
    assert not (tmp_path / "合.docx").exists() and not (tmp_path / "包.zip").exists()


@pytest.mark.parametrize(
    "options", [["--merge", "头.docx"], ["-o", ".", "--name", "头.docx"], ["--zip", "头.docx"]]
)
def test_nothing_lies_on_top_of_the_letterhead(drafter, tmp_path, options):
    """Not by force either."""
    made = open_docx()
    made.add_paragraph("{{ 正文 }}")
    made.save(tmp_path / "头.docx")
    before = (tmp_path / "头.docx").read_bytes()
    (tmp_path / "表.csv").write_text("县,件数\n甲县,1\n", encoding="utf-8")
    call = ("batch", "函.yaml", "表.csv", "-o", "出", "--template", "头.docx", "--force")

    assert drafter(*call, *options).code == 2
    assert (tmp_path / "头.docx").read_bytes() == before


def test_a_trial_says_what_the_run_will_refuse(drafter, tmp_path, monkeypatch):
    """A person's own file in a document's place, one in that of all, a program that is missing."""
    (tmp_path / "出").mkdir()
    (tmp_path / "出" / "甲县.docx").write_bytes(b"mine")
    (tmp_path / "合.docx").write_bytes(b"mine")
    trial = drafter(*CALL, "--dry-run", "--json").json

    assert [row["exit_code"] for row in trial["files"]] == [4, 3, 0, 0, 0] and trial["done"] == 2
    assert drafter(*CALL, "--dry-run", "--merge", "合.docx").code == 4
    monkeypatch.setattr(libreoffice, "find", lambda: "")
    assert drafter(*CALL, "--dry-run", "--to", "pdf").code == 5


def test_a_batch_that_cannot_be_noted_is_made_and_said(drafter, tmp_path, home):
    """Nobody will be able to go on with it."""
    (home / "batches").write_text("", encoding="utf-8")
    rows = "".join(f"第{number}县,1\n" for number in range(30))
    (tmp_path / "表.csv").write_text(f"县,件数\n{rows}", encoding="utf-8")
    said = drafter(*CALL)

    assert said.code == 0 and "记录写不进去" in said.err
    assert len(list((tmp_path / "出").iterdir())) == 31


def test_the_column_of_templates_names_no_file(drafter, tmp_path):
    """The next one does; where it is asked to, that is said."""
    (tmp_path / "表.csv").write_text("模板,县,件数\n部署讲话,甲县,1\n", encoding="utf-8")

    assert drafter(*CALL).code == 0 and (tmp_path / "出" / "甲县.docx").exists()
    said = drafter(*CALL, "--name", "{{ 模板 }}.docx")
    assert said.code == 2 and "选模板" in said.err


def test_letters_of_unlike_lengths_are_joined_too(drafter, tmp_path):
    """One whose last page held a single line is not pulled together there, since all have one look in one file."""
    body = "\n".join(f"  - 请{{{{ 县 }}}}抓好第{number}项工作，{'抓紧抓实' * 9}。" for number in range(9))
    (tmp_path / "函.yaml").write_text(
        f'模板: 原样\n标题: 致{{{{ 县 }}}}的函\n正文:\n{body}\n  - "{{{{ 话 }}}}"\n', "utf-8"
    )
    rows = "".join(f"第{number}县,{'说' * (number * 28 + 5)}。\n" for number in range(24))
    (tmp_path / "表.csv").write_text(f"县,话\n{rows}", encoding="utf-8")
    alone = drafter("batch", "函.yaml", "表.csv", "-o", "各")
    said = drafter("batch", "函.yaml", "表.csv", "-o", "出", "--merge", "合.docx")

    looks = {zipfile.ZipFile(path).read("word/styles.xml") for path in (tmp_path / "各").glob("*.docx")}
    assert alone.code == 0 and len(looks) > 1
    assert said.code == 0 and "24 份合在一起" in said.out
    assert (
        len({zipfile.ZipFile(path).read("word/styles.xml") for path in (tmp_path / "出").glob("*.docx")}) == 1
    )
