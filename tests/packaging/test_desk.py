"""What the entries of a menu do, in this process: the program itself is called as they call it in test_linux.py."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import subprocess
import sys
import webbrowser
from types import SimpleNamespace

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


@pytest.fixture(autouse=True)
def browser(monkeypatch):
    """There is one, and no window in which a message would be shown."""
    monkeypatch.setattr(webbrowser, "get", lambda: None)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


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


@pytest.mark.parametrize(("deed", "made"), [("typeset", "a-排版.docx"), ("import", "a.yaml")])
def test_a_deed_is_the_verb_of_its_name(asked, tmp_path, deed, made):
    """With nothing but the file and a name for what comes of it."""
    assert desk.main([deed, str(tmp_path / "a.docx")]) == 1
    assert asked == [(str(tmp_path), deed, str(tmp_path / "a.docx"), "-o", str(tmp_path / made))]


@pytest.mark.parametrize(
    ("deed", "made"),
    [
        ("check", ["讲话-批注.docx", "讲话-批注-2.docx"]),
        ("typeset", ["讲话-排版.docx", "讲话-排版-2.docx", "讲话-排版-3.docx"]),
        ("import", ["讲话.yaml", "讲话-2.yaml", "讲话-3.yaml"]),
    ],
)
def test_no_result_falls_on_another_nor_on_what_lies_there(tmp_path, monkeypatch, capsys, deed, made):
    """Of two files that differ in their suffix alone, and of one that was handed over before; it is said."""
    monkeypatch.chdir(tmp_path)
    for name in ("讲话.txt", "讲话.docx", "讲话.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    given = (
        [str(tmp_path / "讲话.docx")] * 2
        if deed == "check"
        else [str(tmp_path / f"讲话.{end}") for end in ("txt", "docx", "md")]
    )
    before = {path.name for path in tmp_path.iterdir()}
    monkeypatch.setattr(desk, "run", lambda arguments: (tmp_path / arguments[-1]).write_text("x") and 0)

    assert desk.main([deed, *given]) == 0
    assert {path.name for path in tmp_path.iterdir()} == before | set(made)
    assert f"“{made[0]}”已经有了，没有动它；这次另存为“{made[1]}”" in capsys.readouterr().out


def test_a_menu_can_be_asked_twice(tmp_path, monkeypatch, capsys):
    """By the program itself: what it wrote the first time and somebody has worked on since stays as it is."""
    monkeypatch.chdir(tmp_path)
    source, first = tmp_path / "来稿.txt", tmp_path / "来稿-排版.docx"
    source.write_text("关于开园的通知\n\n一、抓紧落实。\n", encoding="utf-8")
    assert desk.main(["typeset", str(source)]) == 0
    first.write_bytes(first.read_bytes() + b"worked on")
    kept = first.read_bytes()

    assert desk.main(["typeset", str(source)]) == 0
    said = capsys.readouterr()
    assert first.read_bytes() == kept and (tmp_path / "来稿-排版-2.docx").is_file()
    assert "--force" not in said.out + said.err


def test_a_name_that_is_no_text_is_done_like_any_other(tmp_path, monkeypatch):
    """Bytes of another encoding, and characters that a terminal would obey; the window stays until it was read."""
    name = os.fsdecode("稿\x1b[2J.txt".encode("gbk"))
    (tmp_path / name).write_text("一、抓紧落实。\n", encoding="utf-8")
    shown = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="strict")
    waited = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("builtins.input", waited.append)
    monkeypatch.setattr("sys.stdin", stdin := io.StringIO())
    monkeypatch.setattr(stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout", shown)

    assert desk.main(["import", name]) == 0
    shown.flush()
    assert (
        waited
        and b"\x1b" not in shown.buffer.getvalue()
        and shown.buffer.getvalue().startswith("——".encode())
    )


@pytest.mark.parametrize("raised", [KeyboardInterrupt, RuntimeError])
def test_whatever_becomes_of_a_deed_its_window_is_waited_in(tmp_path, monkeypatch, raised):
    """Ctrl-C has an exit code and no traceback."""
    waited = []

    def run(_):
        raise raised

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(desk, "run", run)
    monkeypatch.setattr(desk, "_wait", lambda: waited.append(1))

    with contextlib.ExitStack() as stack:
        if raised is RuntimeError:
            stack.enter_context(pytest.raises(RuntimeError))
        assert desk.main(["import", "a.txt"]) == 130
    assert waited == [1]


def test_without_a_file_it_says_how_one_is_handed_over(asked, capsys):
    """Whoever starts it from the folder of programs."""
    assert desk.main(["check"]) == 2
    assert "右键" in capsys.readouterr().out and asked == []


def test_a_file_whose_folder_is_gone_is_told_and_the_others_are_done(asked, tmp_path, capsys):
    """One of them may have been moved away meanwhile."""
    assert desk.main(["import", str(tmp_path / "没有" / "a.txt"), str(tmp_path / "b.txt")]) == 3
    assert "打不开文件夹" in capsys.readouterr().out
    assert [one[2] for one in asked] == [str(tmp_path / "b.txt")]


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


@pytest.fixture
def refused(monkeypatch, tmp_path):
    """The page finds no browser."""

    def get():
        raise webbrowser.Error

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path))
    monkeypatch.setattr(webbrowser, "get", get)


@pytest.mark.parametrize(
    ("there", "display", "started"),
    [
        (("zenity", "kdialog"), "DISPLAY", ["zenity", "--error", "--no-markup", "--text"]),
        (("kdialog", "notify-send"), "WAYLAND_DISPLAY", ["kdialog", "--error"]),
        (("xmessage",), "DISPLAY", ["xmessage", "-center"]),
        (("notify-send", "x-terminal-emulator"), "DISPLAY", ["notify-send", "drafter"]),
        (("x-terminal-emulator",), "DISPLAY", ["x-terminal-emulator", "-e", "sh", "-c", 'printf "%s\\n" "$0"; read _']),
        ((), "DISPLAY", None), (("zenity",), "SSH_TTY", None),
    ],
)  # fmt: skip
def test_on_linux_what_goes_wrong_is_shown_by_what_a_desktop_has(
    refused, asked, monkeypatch, capsys, there, display, started
):
    """An entry of a menu has no terminal; without a browser the page is not served to nobody."""
    seen = []
    monkeypatch.setattr(desk.sys, "platform", "linux")
    monkeypatch.setenv(display, ":0")
    monkeypatch.setattr(desk.shutil, "which", lambda name: name if name in there else None)
    monkeypatch.setattr(subprocess, "run", lambda command, check: seen.append(command))

    assert desk.main(["page"]) == 5 and asked == []
    assert [one[:-1] for one in seen] == ([started] if started else [])
    assert all("没有找到浏览器" in one[-1] for one in seen)
    assert "没有找到浏览器" in capsys.readouterr().err


def test_on_windows_what_goes_wrong_is_shown_in_a_window(refused, asked, monkeypatch):
    """pythonw has no output at all."""
    seen = []
    user32 = SimpleNamespace(MessageBoxW=lambda *given: seen.append(given))
    monkeypatch.setitem(sys.modules, "ctypes", SimpleNamespace(windll=SimpleNamespace(user32=user32)))
    monkeypatch.setattr(desk.sys, "platform", "win32")

    assert desk.main(["page"]) == 5 and asked == []
    assert seen == [(None, desk._NO_BROWSER, "drafter", 0x10)]
