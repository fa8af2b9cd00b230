"""A fence in a worker of the browser: its page hears when work begins and when it ends."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from drafter.fencing.tab import Tab


@pytest.fixture
def heard(monkeypatch):
    """What the page hears, and a module that is asked."""
    said = []
    host, asked = ModuleType("drafter_host"), ModuleType("asked_behind_a_fence")
    host.fence = said.append
    asked.inside = lambda: lambda request: request[::-1] if request else 1 / 0
    monkeypatch.setitem(sys.modules, "drafter_host", host)
    monkeypatch.setitem(sys.modules, "asked_behind_a_fence", asked)
    return said


def test_the_page_hears_how_long_it_may_take_and_that_it_is_done(heard):
    assert Tab("asked_behind_a_fence", 4).ask(b"abc", 20) == b"cba"
    assert heard == [4, 0]


def test_it_hears_of_the_end_too_where_the_work_failed(heard):
    with pytest.raises(ZeroDivisionError):
        Tab("asked_behind_a_fence", 4).ask(b"", 20)
    assert heard == [4, 0]
