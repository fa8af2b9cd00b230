"""批量 in drafter.html: the same round without a network, and without LibreOffice."""

from __future__ import annotations

from tests.web.test_batch_page import CSV, batch, carried_out, drop, stop_halfway

SLOW = 120_000


def test_a_table_is_tried_stopped_and_made_without_a_network(offline, tmp_path):
    """How far it is is told while Python works; a stop leaves the page as it was; what PDF wants is said."""
    page = offline
    batch(page, "drafter/written/state")
    stop_halfway(page, tmp_path / "各村.csv", SLOW)
    drop(page, tmp_path / "各县.csv", CSV)
    page.get_by_role("heading", name="试排：能出 2 份").wait_for(timeout=SLOW)

    assert page.get_by_label("PDF").is_disabled()
    page.get_by_text("PDF 在这一个文件里出不了").wait_for()
    page.get_by_label("文本").check()
    page.get_by_label("合成一份 Word").check()
    page.get_by_role("heading", name="试排：能出 2 份").wait_for(timeout=SLOW)
    files = carried_out(page, tmp_path / "成稿.zip")
    named = {f"{name}.{form}" for name in ("东陂县", "青溪县") for form in ("docx", "txt")}
    assert set(files) == {"结果.csv", "合成一份.docx", *named}
    assert "请东陂县报送3件。" in files["东陂县.txt"].decode()
