"""What the entries of a menu do, in this process: the program itself is called as they call it in test_linux.py."""

from __future__ import annotations

import importlib
import io
import os
import sys

import pytest

desk = importlib.import_module("desk")


@pytest.fixture
def asked(monkeypatch):
    """What the program was asked for, and in which folder; it does nothing."""
    seen = []

    def run(arguments):
        seen.append((os.getcwd(), *arguments))
        return len(seen)

    monkeypatch.setattr(desk, "run", run)
    monkeypatch.chdir(os.getcwd())  # back again afterwards
    return seen


def test_what_comes_of_a_file_lies_beside_it(asked, tmp_path):
    """Each in its own folder, and the highest code is that of all; a Word file is marked, of others it is told."""
    here, there = tmp_path / "甲", tmp_path / "乙"
    here.mkdir()
    there.mkdir()

    assert desk.main(["check", str(here / "来稿.DOCX"), str(there / "-来稿.txt")]) == 2
    assert asked == [
        (str(here), "check", str(here / "来稿.DOCX"), "--annotate", str(here / "来稿-批注.docx")),
        (str(there), "check", str(there / "-来稿.txt")),
    ]


@pytest.mark.parametrize("deed", ["typeset", "import"])
def test_a_deed_is_the_verb_of_its_name(asked, tmp_path, deed):
    """With nothing but the file."""
    assert desk.main([deed, str(tmp_path / "a.docx")]) == 1
    assert asked == [(str(tmp_path), deed, str(tmp_path / "a.docx"))]


def test_without_a_file_it_says_how_one_is_handed_over(asked, capsys):
    """Whoever starts it from the folder of programs."""
    assert desk.main(["check"]) == 2
    assert "右键" in capsys.readouterr().out and asked == []


def test_a_file_whose_folder_is_gone_is_told_and_the_others_are_done(asked, tmp_path, capsys):
    """One of them may have been moved away meanwhile."""
    assert desk.main(["import", str(tmp_path / "没有" / "a.txt"), str(tmp_path / "b.txt")]) == 3
    assert "打不开文件夹" in capsys.readouterr().out
    assert [one[-1] for one in asked] == [str(tmp_path / "b.txt")]


@pytest.mark.parametrize("arguments", [[], ["page"]])
def test_the_page_opens_in_a_folder_of_its_own_among_the_documents(asked, tmp_path, monkeypatch, arguments):
    """Which is made when it is not there."""
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path / "文档"))

    assert desk.main(arguments) == 1
    assert asked == [(str(tmp_path / "文档" / "写材料"), "serve")]


def test_why_the_page_does_not_open_is_said(asked, tmp_path, monkeypatch, capsys):
    """A file may lie where the folder should."""
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path))
    (tmp_path / "写材料").write_text("")

    assert desk.main(["page"]) == 4
    assert "建不了文件夹" in capsys.readouterr().err and asked == []


def test_what_the_program_says_goes_where_it_is_seen(asked, tmp_path, monkeypatch, capsys):
    """There is no window in which it would stand."""
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path))
    monkeypatch.setattr(desk, "run", lambda _: print("端口用不了") or 4)

    assert desk.main(["page"]) == 4
    assert "端口用不了" in capsys.readouterr().err


@pytest.mark.parametrize("stdin", ["window", "pipe", "none"])
def test_a_window_that_was_opened_for_it_stays_until_it_was_read(asked, tmp_path, monkeypatch, capsys, stdin):
    """Where nobody can press a key nobody is waited for; a window that is closed is an answer."""
    waited = []

    def pressed(prompt):
        waited.append(prompt)
        raise EOFError

    monkeypatch.setattr("builtins.input", pressed)
    given = None if stdin == "none" else io.StringIO()
    if given is not None:
        given.isatty = lambda: stdin == "window"
    monkeypatch.setattr("sys.stdin", given)

    assert desk.main(["import", str(tmp_path / "来稿.txt")]) == 1
    assert waited == (["按回车键关闭。"] if stdin == "window" else [])
    assert "来稿.txt" in capsys.readouterr().out


def test_in_a_terminal_the_page_says_there_where_it_is(asked, tmp_path, monkeypatch):
    """So that whoever starts it by hand reads the address and ends it by Ctrl-C."""
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path))
    monkeypatch.setattr("sys.stderr", terminal := io.StringIO())
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
    before, seen = sys.stdout, []
    monkeypatch.setattr(desk, "run", lambda _: seen.append(sys.stdout) or 3)

    assert desk.main(["page"]) == 3
    assert seen == [before]
