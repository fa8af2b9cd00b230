"""Inlines parted in lines."""

from __future__ import annotations

from itertools import pairwise

import pytest

from drafter.layout.parting import can_be_parted, parted, wholes
from drafter.model.document import Added, Aid, Gap, Text, Value, plain

CONTENT = (
    Text("关于反馈"),
    Value((Text("响水县"),)),
    Added((Text("养老"), Text("服务"))),
    Gap("年", "〔待补：年〕"),
    Text("的函"),
)
SAID = plain(CONTENT)


@pytest.mark.parametrize("cuts", [(), (4,), (7,), (5,), (9, 13), (1, 6, 12, 18)])
def test_the_lines_say_what_the_whole_says(cuts):
    """Wherever it is parted, each line its own characters, nothing twice."""
    ends = [0, *cuts, len(SAID)]
    rows = [SAID[start:end] for start, end in pairwise(ends)]

    assert [plain(line) for line in parted(CONTENT, rows)] == rows


def test_a_figure_is_known_by_its_beginning_and_a_gap_stays_one():
    """The end of a parted figure is text; both halves of a gap are yellow."""
    before, after = parted(CONTENT, [SAID[:5], SAID[5:]])
    assert before[-1] == Value((Text("响"),)) and after[0] == Text("水县")
    before, after = parted(CONTENT, [SAID[:13], SAID[13:]])
    assert before[-1] == Gap("年", "〔待") and after[0] == Gap("年", "补：年〕")


def test_what_a_reference_printed_is_whole():
    assert [SAID[start:end] for start, end in wholes(CONTENT)] == ["响水县", "〔待补：年〕"]
    assert can_be_parted(CONTENT) and not can_be_parted((*CONTENT, Aid("/")))
