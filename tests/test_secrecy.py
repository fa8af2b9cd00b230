"""The order of marks of secrecy."""

import pytest

from drafter import secrecy


@pytest.mark.parametrize(
    ("mark", "rank"),
    [
        ("", 0),
        ("无", 0),
        ("公开发布", 0),
        ("内部", 1),
        ("内部资料　注意保存", 1),
        ("会后收回", 1),
        ("秘密", 2),
        ("秘　密★1年", 2),
        ("机密★长期", 3),
        ("绝密", 4),
        ("密级：机密", 3),
        ("公开前绝密", 4),
        ("公开发布前按机密管理", 3),
        ("主动公开", 0),
    ],
)
def test_marks_stand_in_their_order(mark, rank):
    """With a term or without, however they are spaced."""
    assert secrecy.known_rank(mark) == secrecy.rank(mark) == secrecy.clearance(mark) == rank


def test_a_mark_that_nobody_can_read_guards_and_opens_nothing():
    """What bears it is guarded like the highest; a paper that bears it is given nothing."""
    assert secrecy.known_rank("很秘") is None
    assert (secrecy.rank("很秘"), secrecy.clearance("很秘")) == (secrecy.HIGHEST, 0)
