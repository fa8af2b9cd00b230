"""A record is a frozen dataclass that costs nothing before one is made."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from dataclasses import dataclass, field, fields, is_dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.problems import Place
from drafter.records import Record


class Noun(Record):
    """One with every kind of field."""

    name: str
    size: int = 3
    origin: str | None = field(default=None, compare=False)
    hidden: str = field(default="", repr=False)
    parts: dict[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Plain:
    """The same as a dataclass."""

    name: str
    size: int = 3
    origin: str | None = field(default=None, compare=False)
    hidden: str = field(default="", repr=False)
    parts: dict[str, int] = field(default_factory=dict, compare=False)


class Empty(Record):
    """One without fields."""


class Other(Record):
    """Another of the same fields."""

    name: str


GIVEN = st.fixed_dictionaries(
    {"name": st.text(max_size=1)},
    optional={
        "size": st.integers(0, 1), "origin": st.none() | st.text(max_size=1), "hidden": st.text(max_size=1),
        "parts": st.dictionaries(st.text(max_size=1), st.integers(), max_size=1),
    },
)  # fmt: skip


@given(GIVEN, GIVEN)
def test_a_record_is_what_a_dataclass_is(first, second):
    """Its values, its text, what it is equal to, and its hash."""
    one, other, plain, another = Noun(**first), Noun(**second), Plain(**first), Plain(**second)

    assert [getattr(one, f.name) for f in fields(one)] == [getattr(plain, f.name) for f in fields(plain)]
    assert repr(one).replace("Noun", "Plain") == repr(plain)
    assert (one == other) == (plain == another)
    assert (hash(one) == hash(other)) == (hash(plain) == hash(another))


@given(GIVEN, GIVEN)
def test_replace_makes_another(first, second):
    """With the new values, the others as they were; the old one stays."""
    one = Noun(**first)
    kept = repr(one)

    assert replace(one, **second) == Noun(**{**first, **second})
    assert repr(one) == kept


def test_replace_and_fields_know_a_record_before_one_is_made():
    """What `field` said is not lost to who makes one later."""

    class Late(Record):
        name: str
        parts: list[str] = field(default_factory=list)

    assert is_dataclass(Late) and [one.name for one in fields(Late)] == ["name", "parts"]
    assert Late("甲").parts == [] and Late("甲").parts is not Late("甲").parts


def test_a_record_is_taken_apart_by_match():
    """Field by field, as it was given."""
    match Noun("甲", 5):
        case Noun(name, size):
            assert (name, size) == ("甲", 5)
        case _:
            pytest.fail("it is a noun")


def test_records_of_other_classes_are_other_things():
    """Though they hold the same; those without fields are all the same."""
    assert Other("甲") != Noun("甲") and Other("甲") != "甲"
    assert Empty() == Empty() and hash(Empty()) == hash(Empty()) and repr(Empty()) == "Empty()"


@pytest.mark.parametrize("given", [{}, {"name": "甲", "colour": "红"}])
def test_a_field_that_is_missing_or_unknown_is_an_error(given):
    """As with any function."""
    with pytest.raises(TypeError):
        Noun(**given)


def test_modules_of_nouns_compile_nothing_as_they_are_imported():
    """Nothing is made into a dataclass before it is wanted."""
    program = (
        "import dataclasses, sys\n"
        "dataclasses._process_class = lambda *_: sys.exit('a dataclass')\n"
        "import drafter.model.document, drafter.model.library, drafter.model.stylesheet\n"
        "print(drafter.model.document.Text('甲').text)"
    )
    said = subprocess.run([sys.executable, "-X", "utf8", "-c", program], capture_output=True, text=True)

    assert (said.stdout.strip(), said.stderr) == ("甲", "")


def test_a_record_may_be_sent_to_a_process_that_has_made_none():
    """It is made there, so that it compares and shows as it did."""
    code = (
        "import pickle, sys\nfrom drafter.problems import Place\n"
        "one = pickle.load(sys.stdin.buffer)\nprint(one == Place('甲', 1), repr(one), hash(one) == hash(Place('甲', 1)))"
    )
    sent = pickle.dumps(Place("甲", 1))
    done = subprocess.run([sys.executable, "-c", code], input=sent, capture_output=True, check=True)

    assert done.stdout.decode().split() == ["True", *repr(Place("甲", 1)).split(), "True"]
    assert copy.copy(Place("甲", 1)) == Place("甲", 1)
