"""A pattern is compiled when it is first used; here every one of the program's is."""

from __future__ import annotations

import copy
import gc
import importlib
import pickle
import pkgutil
import re

import pytest

import drafter
from drafter import patterns
from drafter.patterns import pattern


def test_a_pattern_is_compiled_as_it_is_first_used():
    """Not before, and once: what it is called for is then the compiled one's own."""
    form = pattern("甲(乙)?", re.IGNORECASE)
    assert "_compiled" not in vars(form)

    assert [form.search("乙甲").span(), form.fullmatch("甲乙")[1], form.sub("丙", "甲乙")] == [
        (1, 2),
        "乙",
        "丙",
    ]
    assert form.search == re.compile("甲(乙)?", re.IGNORECASE).search
    assert form.pattern == "甲(乙)?"


def test_a_wrong_pattern_is_told_as_it_is_used():
    """By `re` itself."""
    with pytest.raises(re.error):
        pattern("(").search("甲")


def test_a_pattern_has_nothing_that_a_compiled_one_has_not():
    """A slip of the pen is an error."""
    with pytest.raises(AttributeError):
        _ = pattern("甲").serach


def test_a_pattern_can_be_copied_and_sent():
    """Used or not."""
    form = pattern("甲", re.IGNORECASE)
    form.search("甲")

    assert pickle.loads(pickle.dumps(form)).search("乙甲")
    assert copy.copy(form).pattern == "甲"


def test_every_pattern_of_the_program_is_right():
    """All modules, those for rare things too."""
    for module in pkgutil.walk_packages(drafter.__path__, "drafter."):
        if not module.name.endswith(("__main__", "server", "postgres")):  # an extra brings what they need
            importlib.import_module(module.name)
    every = [one for one in gc.get_objects() if type(one) is patterns._Pattern]

    assert len(every) > 50
    assert {type(re.compile(one.pattern, one._flags)) for one in every} == {re.Pattern}
