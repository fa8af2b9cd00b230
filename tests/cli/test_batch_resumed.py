"""`drafter batch --resume`: what a run before has done stays, each row exactly once."""

from __future__ import annotations

import csv
import io

import pytest

from drafter.actions import batch as action
from drafter.batching.making import RowMaker
from drafter.problems import OutputProblem, Problem
from drafter.storage import places
from drafter.storage.digests import Digests
from drafter.storage.states.ledger import Ledger
from tests.builders import session

OUTLINE = "模板: 部署讲话\n标题: 致{{ 县 }}的函\n任务: 请{{ 县 }}在{{ 件数 }}天内报。\n结尾: 特此函告。\n"
TABLE = "县,件数\n甲县,1\n乙县,2\n丙县,3\n丁县,4\n"
CALL = ("batch", "函.yaml", "表.csv", "-o", "出")


@pytest.fixture
def written(tmp_path, monkeypatch):
    """The documents that a run has written, by name."""
    (tmp_path / "函.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "表.csv").write_text(TABLE, encoding="utf-8")
    made = []
    plain = RowMaker._written
    monkeypatch.setattr(
        RowMaker,
        "_written",
        lambda self, some: (
            made.extend(one.job.row for one in some if hasattr(one, "job")) or plain(self, some)
        ),
    )
    return made


def listing(tmp_path):
    return [row[2] for row in csv.reader(io.StringIO((tmp_path / "出/结果.csv").read_text("utf-8-sig")))][1:]


def cut_off(rows):
    """Runs a batch that comes to its end after so many rows, as if the power had gone."""
    at = session()

    def some(order, jobs):
        with Digests(at.places.home) as digests:
            maker = RowMaker(at, order, digests)
            for number, job in enumerate(jobs):
                if number == rows:
                    raise KeyboardInterrupt
                yield maker(job)

    with pytest.raises(KeyboardInterrupt):
        action.batch(at, action.Request("函.yaml", "表.csv", "出"), lambda done, total: None, some)


def test_a_run_that_was_cut_off_goes_on_where_it_ended(drafter, tmp_path, written):
    """No row is made twice, all are in the list, and the report tells them apart."""
    cut_off(3)
    assert not (tmp_path / "出/结果.csv").exists()
    written.clear()
    said = drafter(*CALL, "--resume")

    assert said.code == 0 and written == [5]
    assert "√ 1 份" in said.out and "3 行上次已经做好" in said.err
    assert listing(tmp_path) == ["完成"] * 4
    report = drafter(*CALL, "--resume", "--json").json
    assert [report[key] for key in ("rows", "done", "failed", "skipped", "kept")] == [4, 0, 0, 4, 4]


def test_without_it_all_is_made_again(drafter, written):
    """And where there was no run before, there is nothing to go on with."""
    assert drafter(*CALL, "--resume").code == 0
    assert drafter(*CALL).code == 0
    assert written == [2, 3, 4, 5] * 2


@pytest.mark.parametrize("change", ["file", "gone", "row", "outline", "style", "format"])
def test_what_has_changed_is_made_again(drafter, tmp_path, written, change):
    """A file that lies there otherwise, a row, what all rows share."""
    assert drafter(*CALL).code == 0
    written.clear()
    options = []
    if change == "file":
        (tmp_path / "出/乙县.docx").write_bytes(b"torn")
        options = ["--force"]
    elif change == "gone":
        (tmp_path / "出/乙县.docx").unlink()
    elif change == "row":
        (tmp_path / "表.csv").write_text(TABLE.replace("乙县,2", "乙县,20"), encoding="utf-8")
    elif change == "outline":
        (tmp_path / "函.yaml").write_text(OUTLINE.replace("特此", "专此"), encoding="utf-8")
    else:
        options = ["--style", "大字版"] if change == "style" else ["--to", "txt"]

    assert drafter(*CALL, "--resume", *options).code == 0
    assert written == ([3] if change in ("file", "gone", "row") else [2, 3, 4, 5])


def test_failed_rows_are_tried_again_only_where_that_is_asked(drafter, tmp_path, written):
    """Their reason is told from the ledger until then."""
    (tmp_path / "出").mkdir()
    (tmp_path / "出/丙县.docx").write_text("我的稿子", encoding="utf-8")
    first = drafter(*CALL)
    written.clear()
    second = drafter(*CALL, "--resume")

    assert (first.code, second.code) == (4, 4) and written == []
    assert "第 4 行：错误：丙县.docx 已经存在" in second.err and "--retry-failed" in second.err
    (tmp_path / "出/丙县.docx").unlink()
    assert drafter(*CALL, "--retry-failed").code == 0
    assert written == [4] and listing(tmp_path) == ["完成"] * 4


def test_an_interrupt_says_how_to_go_on(drafter, monkeypatch, written):
    """The code is that of an interrupt."""
    monkeypatch.setattr(action, "batch", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    said = drafter(*CALL)

    assert said.code == 130 and "--resume" in said.err


def test_two_batches_do_not_write_into_one_folder_at_once(drafter, tmp_path, written):
    """The second is told, and nothing of the first is touched; into another folder it may go."""
    with Ledger(places.home(), tmp_path / "出", resume=False):
        said = drafter(*CALL)
        other = drafter(*CALL[:3], "-o", "别处")

    assert said.code == 4 and "另一批正在往 出 里写" in said.err and "-o 换一个文件夹" in said.err
    assert not (tmp_path / "出").exists() and len(written) == 4
    assert other.code == 0 and drafter(*CALL).code == 0
    assert not list((places.home() / "batches").glob("*.lock"))


def test_documents_that_this_batch_did_not_make_are_told(drafter, tmp_path, written):
    """A row that is gone, one that failed: their letters of last time still lie in the folder."""
    assert drafter(*CALL).code == 0 and "以前出的" not in drafter(*CALL, "--force").err
    (tmp_path / "表.csv").write_text("县,件数\n乙县,2\n丙县,#N/A\n丁县,4\n", encoding="utf-8")
    said = drafter(*CALL)

    assert "出 里还有以前出的 2 份，这一批没有出：丙县.docx、甲县.docx" in said.err
    (tmp_path / "出/甲县.docx").unlink()
    (tmp_path / "出/丙县.docx").unlink()
    assert "以前出的" not in drafter(*CALL).err


def test_a_ledger_that_is_full_keeps_no_document_from_being_made(drafter, tmp_path, written, monkeypatch):
    """It is said once, and the run goes on."""

    def full(self):
        raise OutputProblem(Problem("not-written", "批次的记录写不进去（磁盘满了）"))

    monkeypatch.setattr(Ledger, "flush", full)
    said = drafter(*CALL)

    assert said.code == 0 and said.err.count("写不进去") == 1 and listing(tmp_path) == ["完成"] * 4


def test_a_dry_run_of_what_goes_on_asks_for_the_same_programs(drafter, tmp_path, written, monkeypatch):
    """What it promises, the run keeps."""
    monkeypatch.setenv("DRAFTER_SOFFICE", "/nirgends")
    for more in ((), ("--resume",)):
        assert drafter(*CALL, "--to", "pdf", "--dry-run", *more).code == 5
