"""The last page: what looks unfinished is found, and pulled together by a line a page."""

from __future__ import annotations

import pytest

from drafter.measuring.last_page import (
    LEFT_EMPTY,
    LONE_IMPRINT,
    LONE_LINE,
    Endings,
    find_fault,
    pulled_together,
)
from drafter.measuring.paging import paginate
from drafter.model.document import Document, PageBreak, Role
from tests.builders import said, session

IMPRINT = [
    said(Role.IMPRINT, "印发机关：澜川市人民政府办公室"),
    said(Role.IMPRINT, "印发日期：2026年7月24日"),
]
SEALED = [said(Role.SEALED_SIGNATURE, "澜川市人民政府办公室"), said(Role.SIGNING_DATE, "2026年7月24日")]
PER_PAGE = 22


@pytest.fixture(scope="module")
def sheet():
    return session().stylesheets.named("gbt9704")


def lines(count):
    return [said(Role.BODY, "字" * 10)] * count


def document(*blocks):
    return Document(tuple(blocks))


def test_a_single_line_on_the_last_page_goes_to_the_one_before(sheet):
    """A line more a page, and no more than that."""
    text = document(*lines(PER_PAGE), said(Role.BODY, "谢谢大家！"))
    ending = pulled_together(text, sheet)

    assert (ending.fault, ending.left) == (LONE_LINE, "")
    assert ending.sheet.page.lines == PER_PAGE + 1
    assert len(paginate(text, ending.sheet)) == 1


def test_an_imprint_alone_goes_to_the_page_of_the_text(sheet):
    """It needs two lines of the page before."""
    text = document(*lines(PER_PAGE - 1), *IMPRINT)

    assert find_fault(text, sheet) == LONE_IMPRINT
    assert not pulled_together(text, sheet).left


@pytest.mark.parametrize(("before", "left"), [(7, ""), (9, LEFT_EMPTY)])
def test_half_a_page_before_the_signature_is_filled_or_told(sheet, before, left):
    """The last paragraph is kept with it, and both leave the page as it fell."""
    text = document(*lines(before), said(Role.BODY, "字" * (28 * 11)), *SEALED)
    ending = pulled_together(text, sheet)

    assert (ending.fault, ending.left) == (LEFT_EMPTY, left)


def test_what_ends_well_keeps_its_look(sheet):
    """Nothing is changed without need."""
    for count in (5, PER_PAGE + 4):
        assert pulled_together(document(*lines(count)), sheet).sheet is sheet


def test_what_a_line_a_page_does_not_mend_is_told(sheet):
    """And is set as the style has it."""
    text = document(*lines(PER_PAGE), PageBreak(), said(Role.BODY, "完。"))
    ending = pulled_together(text, sheet)

    assert ending.fault == ending.left == LONE_LINE
    assert ending.sheet is sheet


def test_documents_that_share_paragraphs_end_as_each_would_by_itself(sheet):
    """Whatever lines their own paragraphs take; what the others take is measured once."""
    shared = [said(Role.BODY, "字" * (10 + 7 * number)) for number in range(9)]
    ending = [said(Role.BODY, "谢谢大家！")]
    endings = Endings(sheet, [*shared, *ending])
    seen = set()
    for length in range(1, 700, 23):
        text = document(
            said(Role.TITLE, "题"), *shared[:5], said(Role.BODY, "字" * length), *shared[5:], *ending
        )
        assert endings.find(text) == pulled_together(text, sheet)
        seen.add(endings.find(text).fault)
    assert len(seen) > 1
