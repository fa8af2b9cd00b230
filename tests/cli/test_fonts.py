"""`drafter doctor --fonts` and `drafter fonts install`: what is missing, what prints instead, a unit's own files."""

from __future__ import annotations

import importlib.util
import io
import shutil
import sys

import pytest

from drafter.office import fonts, libreoffice
from tests.conftest import required
from tests.font_files import collection, font


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A place for the user's fonts that this test alone has."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path / "data" / "fonts"


def lacking(monkeypatch, *here):
    monkeypatch.setattr(fonts, "installed", lambda: frozenset(here))


def test_what_is_missing_is_named_with_what_prints_instead(drafter, monkeypatch):
    """A set of fonts that is here whole is a way out, beside the unit's own files."""
    lacking(monkeypatch, "黑体", "楷体", "仿宋", "宋体", "华文中宋")
    stands = {"仿宋_GB2312": fonts.StandIn("甲体", True), "楷体_GB2312": fonts.StandIn("乙体", False)}
    monkeypatch.setattr(
        fonts, "stand_ins", lambda missing: {name: stands[name] for name in missing if name in stands}
    )

    said = drafter("doctor", "--fonts").out

    assert "√ 黑体：黑体" in said
    assert "× 仿宋：仿宋_GB2312 没有安装，印成 甲体" in said
    assert "× 楷体：楷体_GB2312 没有安装，多半印成 乙体" in said
    assert "× 小标宋：方正小标宋简体 没有安装，Word 会换成它自己选的" in said
    assert "drafter fonts install --from" in said and 'fonts = "windows"' in said


def test_the_same_as_json_and_of_another_style(drafter, monkeypatch, tmp_path):
    """A style of one's own names fonts of its own."""
    lacking(monkeypatch, "黑体")
    monkeypatch.setattr(
        fonts, "stand_ins", lambda missing: {name: fonts.StandIn("甲体", True) for name in missing}
    )
    (tmp_path / "我局.yaml").write_text("继承: gbt9704\n字体: {仿宋: 我局仿宋}\n", encoding="utf-8")
    report = drafter("doctor", "--fonts", "--style", "我局.yaml", "--json").json
    rows = {row["role"]: row for row in report["fonts"]}

    assert rows["仿宋"] == {
        "role": "仿宋", "name": "我局仿宋", "installed": False, "stand_in": "甲体", "sure": True, "advice": "",
    }  # fmt: skip
    assert rows["黑体"]["installed"] and rows["黑体"]["stand_in"] is None and rows["黑体"]["sure"] is None
    assert rows["小标宋"]["advice"] and report["sets"] == []


def test_with_everything_there_is_nothing_to_do(drafter, monkeypatch):
    """And nothing is asked what would print."""
    lacking(monkeypatch, "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体")
    monkeypatch.setattr(libreoffice, "printed_with", lambda _: 1 / 0)

    said = drafter("doctor", "--fonts").out

    assert "×" not in said and "install" not in said


def test_where_nobody_can_tell_that_is_said(drafter, monkeypatch):
    """A system without fontconfig."""
    monkeypatch.setattr(fonts, "installed", lambda: None)

    assert "这个系统上查不了" in drafter("doctor", "--fonts").out
    assert {row["installed"] for row in drafter("doctor", "--fonts", "--json").json["fonts"]} == {None}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--fonts", "--kept"], "一次只能写一个"),
        (["--fonts", "某某"], "不知道“某某”"),
        (["--yes"], "--yes 只用于 --forget"),
        (["--style", "公文"], "--style 只用于 --fonts"),
    ],
)
def test_options_that_do_not_go_together_are_said(drafter, arguments, said):
    """As wrong usage."""
    result = drafter("doctor", *arguments)

    assert result.code == 2 and said in result.err


def test_a_units_own_files_are_put_where_this_user_has_fonts(drafter, tmp_path, own):
    """What is no font is said, and the others are there; nothing else of the folder is touched."""
    folder = tmp_path / "字库"
    folder.mkdir()
    (folder / "仿宋.ttf").write_bytes(font("我局仿宋", "OurFangSong"))
    (folder / "合集.TTC").write_bytes(collection(font("甲体"), font("乙体")))
    (folder / "假的.otf").write_bytes(b"hello")
    (folder / "说明.txt").write_text("授权书", encoding="utf-8")

    result = drafter("fonts", "install", "--from", "字库")

    assert result.code == 3 and "假的.otf 不是字体" in result.err
    assert f"√ 装好了 我局仿宋、OurFangSong：{own / '仿宋.ttf'}" in result.out and "甲体、乙体" in result.out
    assert sorted(path.name for path in own.iterdir()) == ["仿宋.ttf", "合集.TTC"]


def test_what_is_there_already_stays(drafter, tmp_path, own):
    """The same file is said to be there; another of its name is not put over it."""
    (tmp_path / "仿宋.ttf").write_bytes(font("我局仿宋"))
    first = drafter("fonts", "install", "--from", "仿宋.ttf", "--json").json["files"][0]
    again = drafter("fonts", "install", "--from", "仿宋.ttf", "--json").json["files"][0]
    (tmp_path / "仿宋.ttf").write_bytes(font("别的仿宋"))
    other = drafter("fonts", "install", "--from", "仿宋.ttf")

    assert (first["new"], again["new"]) == (True, False) and first["families"] == ["我局仿宋"]
    assert again["output"] == first["output"]
    assert other.code == 4 and "不一样" in other.err and "先删去 data/fonts/仿宋.ttf" in other.err
    assert (own / "仿宋.ttf").read_bytes() == font("我局仿宋")


@pytest.mark.parametrize(
    ("name", "said"), [("没有", "没有 没有 这个文件夹"), ("空", "没有字体文件"), ("稿.txt", "不是字体")]
)
def test_a_folder_without_fonts_is_said(drafter, tmp_path, own, name, said):
    """With what is taken for one."""
    (tmp_path / "空").mkdir()
    (tmp_path / "稿.txt").write_text("x", encoding="utf-8")
    result = drafter("fonts", "install", "--from", name)

    assert result.code == 3 and said in result.err and "办法" in result.err
    assert not own.exists()


def test_a_folder_that_cannot_be_written_has_a_way_out_of_its_own(drafter, tmp_path, own):
    """There is no -o here."""
    own.parent.mkdir(parents=True)
    own.write_text("", encoding="utf-8")
    (tmp_path / "仿宋.ttf").write_bytes(font("我局仿宋"))
    result = drafter("fonts", "install", "--from", "仿宋.ttf")

    assert result.code == 4 and "双击字体文件安装" in result.err and "-o" not in result.err


def test_a_system_that_takes_no_note_is_told_what_to_do(drafter, tmp_path, own, monkeypatch):
    """The file is there all the same."""

    def refuse(*_):
        raise PermissionError(13, "no")

    monkeypatch.setattr(fonts, "announce", refuse)
    (tmp_path / "仿宋.ttf").write_bytes(font("我局仿宋"))
    result = drafter("fonts", "install", "--from", "仿宋.ttf")

    assert result.code == 4 and "点“安装”" in result.err and (own / "仿宋.ttf").exists()
    (told,) = drafter("fonts", "install", "--from", "仿宋.ttf", "--json").json["files"]
    assert told["output"] == str(own / "仿宋.ttf") and told["families"] == ["我局仿宋"]


@pytest.mark.parametrize(
    ("platform", "variable", "folder"),
    [
        ("win32", "LOCALAPPDATA", "Microsoft/Windows/Fonts"),
        ("linux", "XDG_DATA_HOME", "fonts"),
        ("darwin", "HOME", "Library/Fonts"),
    ],
)
def test_each_system_has_a_folder_for_a_users_fonts(monkeypatch, tmp_path, platform, variable, folder):
    """No administrator is needed."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv(variable, str(tmp_path))

    assert fonts.user_folder() == tmp_path / folder


def test_the_system_finds_what_was_installed(drafter, tmp_path, own):
    """A style that asks for it misses nothing any more."""
    required("fontconfig", shutil.which("fc-list") and shutil.which("fc-cache"))
    (tmp_path / "我局.yaml").write_text("继承: gbt9704\n字体: {仿宋: 我局仿宋}\n", encoding="utf-8")
    (tmp_path / "仿宋.ttf").write_bytes(font("我局仿宋", "OurFangSong"))

    def row():
        rows = drafter("doctor", "--fonts", "--style", "我局.yaml", "--json").json["fonts"]
        return next(row for row in rows if row["role"] == "仿宋")

    assert row()["installed"] is False
    assert drafter("fonts", "install", "--from", "仿宋.ttf").code == 0
    assert row()["installed"] is True


def test_what_is_said_to_print_is_what_a_pdf_has(drafter, tmp_path, soffice):
    """Of a draft that asks for a font which nobody has."""
    required("pdfplumber", importlib.util.find_spec("pdfplumber"))
    required("fontconfig", shutil.which("fc-match"))
    import pdfplumber

    wanted = "没有人有的仿宋"
    (tmp_path / "我局.yaml").write_text(f"继承: gbt9704\n字体: {{仿宋: {wanted}}}\n", encoding="utf-8")
    (tmp_path / "稿.yaml").write_text("模板: 原样\n开头: 天地人和。\n", encoding="utf-8")
    rows = drafter("doctor", "--fonts", "--style", "我局.yaml", "--json").json["fonts"]
    drafter("build", "稿.yaml", "--style", "我局.yaml", "-o", "稿.pdf")
    with pdfplumber.open(io.BytesIO((tmp_path / "稿.pdf").read_bytes())) as made:
        used = {char["fontname"] for page in made.pages for char in page.chars if char["text"] in "天地人和"}

    row = next(row for row in rows if row["name"] == wanted)
    assert row["sure"] is True
    assert {name.rpartition("+")[2] for name in used} == {libreoffice.printed_with([wanted])[wanted]}
    assert row["stand_in"] in fonts.installed()


def test_a_name_may_hold_what_means_something_to_others(soffice):
    """To fontconfig and to the file that LibreOffice prints."""
    for name in ('a"<&b', "仿宋-x:lang=en,y\\z"):
        assert all(one.name for one in fonts.stand_ins([name]).values())
