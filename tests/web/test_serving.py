"""How the page is opened: nobody else of this computer sees the key."""

from __future__ import annotations

import os
import webbrowser

from drafter.cli import serve


def test_the_browser_is_given_a_file_that_nobody_else_may_read(tmp_path, monkeypatch):
    """What a program is called with everybody sees; the file leads to the address."""
    asked = []
    monkeypatch.setattr(webbrowser, "open_new_tab", asked.append)
    serve._show("http://127.0.0.1:1/?key=abc", tmp_path / "自己的")
    (file,) = (tmp_path / "自己的").iterdir()

    assert asked == [file.as_uri()] and "abc" not in asked[0]
    assert "http://127.0.0.1:1/?key=abc" in file.read_text(encoding="ascii")
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600


def test_where_no_browser_opens_it_is_said(tmp_path, monkeypatch, capsys):
    """Whoever waits for a window has an address instead."""
    for opens in (True, False):
        monkeypatch.setattr(webbrowser, "open_new_tab", lambda _, opens=opens: opens)
        serve._show("http://127.0.0.1:1/?key=abc", tmp_path / str(opens))

        assert ("没有找到浏览器" in capsys.readouterr().err) is not opens
