"""Where the library lies: folders over one another, a server, and what is wrong with them."""

from __future__ import annotations

import sys

import pytest

from tests.cli.shelf import PHRASES, ids


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
