"""批量 on the page: a secretary drops a table, sees what would come, takes all of it away."""

from __future__ import annotations

import zipfile

import pytest

from tests.sheets import row, sheet, workbook
from tests.web.test_look import faults

TREE = {
    "模板": "通知",
    "标题": "关于{{ 县 }}报送情况的通知",
    "日期": "2026-04-10",
    "数据": {"县": None, "件数": None},
    "主体": ["请{{ 县 }}报送{{ 件数 }}件。"],
}
CSV = "县,件数,备注\n东陂县,3,\n,5,\n青溪县,4,急\n"
MENDED = "县,件数,备注\n东陂县,3,\n云岭县,5,\n青溪县,4,急\n"
WRITTEN = "async ([module, tree]) => (await import(module)).replaceTree(tree)"


def batch(page, module="/written/state.js", tree=TREE):
    """The page 批量 of this outline."""
    page.evaluate(WRITTEN, [module, tree])
    page.evaluate("location.hash = '#/批量'")
    page.get_by_role("heading", name="批量").wait_for()


def drop(page, path, table):
    path.write_bytes(table if isinstance(table, bytes) else table.encode())
    page.get_by_label("选一张表").set_input_files(path)


def carried_out(page, path):
    """What the zip holds that comes of 出稿."""
    with page.expect_download() as taken:
        page.get_by_role("button", name="出稿").click()
    taken.value.save_as(path)
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def stop_halfway(page, path, patience=15_000):
    """Begins what takes many seconds anywhere, and stops it once it has told how far it is."""
    drop(page, path, "县,件数\n" + "".join(f"第{number}村,3\n" for number in range(4900)))
    page.get_by_role("heading", name="试排：能出 4900 份").wait_for(timeout=patience)
    page.get_by_role("button", name="出稿").click()
    page.get_by_text("/ 4900 行").wait_for(timeout=patience)
    page.get_by_role("button", name="停下").click()
    page.get_by_text("停下了，什么也没有留下").wait_for(timeout=patience)


def test_a_secretarys_round(page, tmp_path):
    """A table is tried as soon as it is there; what is made has the names that were put together; of the mended table
    only the row comes that did not before.
    """
    batch(page)
    drop(page, tmp_path / "各县.csv", CSV)
    page.get_by_role("heading", name="试排：能出 2 份").wait_for()
    assert "第 3 行 文件名缺了数据" in page.locator(".problems .error").inner_text()
    assert "请东陂县报送3件。" in page.get_by_label("第一份的文字").inner_text()
    page.get_by_text("没有用到的列：备注").wait_for()

    page.get_by_label("文件名", exact=True).fill("致")
    page.get_by_role("button", name="＋县").click()
    page.keyboard.type("的通知")
    page.get_by_label("文本").check()
    page.get_by_label("合成一份 Word").check()
    page.get_by_text("各份的文件名：致东陂县的通知.docx 等 2 份").wait_for()
    files = carried_out(page, tmp_path / "成稿.zip")

    names = ["致东陂县的通知", "致青溪县的通知"]
    assert set(files) == {
        "结果.csv", "合成一份.docx", *(f"{name}.{form}" for name in names for form in ("docx", "txt"))
    }  # fmt: skip
    assert "请青溪县报送4件。" in files["致青溪县的通知.txt"].decode()
    page.get_by_text("有 1 行没有出，上面列着").wait_for()

    drop(page, tmp_path / "各县.csv", MENDED)
    page.get_by_role("heading", name="试排：能出 3 份").wait_for()
    page.get_by_label("只装上次没取走的和改过的行").check()
    rest = carried_out(page, tmp_path / "补.zip")
    assert set(rest) == {"结果.csv", "合成一份.docx", "致云岭县的通知.docx", "致云岭县的通知.txt"}
    page.get_by_role("heading", name="出了 1 份").wait_for()
    page.get_by_role("button", name="出稿").click()
    page.get_by_text("没有要补的").wait_for()


def test_a_sheet_and_its_head_are_chosen(page, tmp_path):
    """Where the first sheet is of no use, and the first line no head."""
    book = workbook(
        {
            "说明": sheet(row("看下一张")),
            "各县": sheet(row("县", "件数"), row("县", "件数"), row("东陂县", "3")),
        }
    )
    batch(page)
    drop(page, tmp_path / "各县.xlsx", book)
    page.get_by_role("heading", name="还不能试排").wait_for()
    page.get_by_label("工作表").select_option("各县")
    page.get_by_role("heading", name="试排：能出 2 份").wait_for()
    page.get_by_label("表头在第几行").fill("2")

    page.get_by_role("heading", name="试排：能出 1 份").wait_for()
    assert page.get_by_label("工作表").input_value() == "各县"
    page.get_by_label("表头在第几行").fill("")
    drop(
        page, tmp_path / "各县.xlsx", workbook(sheet(row("县"), row("青溪县"), row("云岭县"), row("东陂县")))
    )
    page.get_by_role("heading", name="试排：能出 3 份").wait_for()


def test_what_is_no_table_is_said_and_the_next_one_is_read(page, tmp_path):
    """With a way out, and nothing to be made of it."""
    batch(page)
    drop(page, tmp_path / "各县.xlsx", b"PK\x03\x04" + bytes(99))
    page.get_by_text("Excel 文件读不了").wait_for()
    assert page.locator(".problems .hint").inner_text()
    assert not page.get_by_role("button", name="出稿").is_visible()
    drop(page, tmp_path / "各县.csv", CSV)

    page.get_by_role("heading", name="试排：能出 2 份").wait_for()


def test_a_final_copy_leaves_out_rows_with_gaps(page, tmp_path):
    """Which rows these are is said before."""
    batch(page)
    drop(page, tmp_path / "各县.csv", "县,件数\n东陂县,3\n青溪县,\n")
    page.get_by_text("第 3 行有空着的格").wait_for()
    page.get_by_label("定稿").check()

    page.get_by_role("heading", name="试排：能出 1 份").wait_for()
    assert "件数" in page.locator(".problems .error").inner_text()


def test_the_table_is_there_when_one_comes_back_from_mending_the_outline(page, tmp_path):
    """And is tried against what it says now."""
    batch(page)
    drop(page, tmp_path / "各县.csv", CSV)
    page.get_by_text("请东陂县报送3件。").wait_for()
    page.evaluate("location.hash = '#/写作'")
    batch(page, tree=TREE | {"主体": ["请{{ 县 }}抓紧报送{{ 件数 }}件。"]})

    page.get_by_text("请东陂县抓紧报送3件。").wait_for()


def test_long_work_says_how_far_it_is_and_can_be_stopped(page, tmp_path):
    """Nothing of it is left, and the next is done."""
    batch(page)
    stop_halfway(page, tmp_path / "各村.csv")
    drop(page, tmp_path / "各县.csv", CSV)

    page.get_by_role("heading", name="试排：能出 2 份").wait_for()


def test_more_than_a_page_makes_is_said(page, tmp_path):
    batch(page)
    drop(page, tmp_path / "各村.csv", "县,件数\n" + "".join(f"第{number}村,3\n" for number in range(5001)))

    page.get_by_text("网页上一次最多 5000 份").wait_for()
    assert page.get_by_role("button", name="出稿").is_disabled()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault_in_what_was_tried_and_made(page, tmp_path, scheme):
    """With rows that went wrong, notes, the first document, what was made; nor is anything pushed out of a small window."""
    page.emulate_media(color_scheme=scheme)
    batch(page)
    drop(page, tmp_path / "各县.csv", CSV + "合计,12,\n")
    page.get_by_role("heading", name="试排：能出 2 份").wait_for()
    carried_out(page, tmp_path / "成稿.zip")
    page.get_by_role("heading", name="出了 2 份").wait_for()

    assert page.evaluate("document.activeElement.textContent").startswith("出稿")
    assert faults(page) == []
    for width in (1093, 683):
        page.set_viewport_size({"width": width, "height": 614})
        assert page.evaluate("document.querySelector('#other').scrollWidth") <= page.evaluate(
            "document.querySelector('#other').clientWidth"
        )
