"""A short run of the fuzzer over each reader; `python -m tests.fuzz` runs as long as asked."""

from __future__ import annotations

import pytest

from tests import fuzz


@pytest.mark.parametrize("what", fuzz.SEEDS)
def test_no_mutation_ends_in_a_crash_or_a_hang(what):
    """Whatever is put in, cut out or doubled."""
    count, finding = fuzz.run(what, seconds=2, seed=20)

    assert finding is None
    assert count > 20
