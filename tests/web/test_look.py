"""How the page stands before different eyes: screen readers, large type, the dark, the offices' small screens."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT, required
from tests.web.test_page import until

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = ("serious", "critical")


def faults(page):
    """What axe finds, the serious and worse."""
    required("the npm package axe-core", AXE.is_file())
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in found if one["impact"] in SERIOUS]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("where", ["#/写作", "#/导入", "#/校对", "#/批量", "#/素材库"])
def test_axe_finds_no_serious_fault(page, where, scheme):
    """On every page, in the light and in the dark."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate(f"location.hash = '{where}'")
    page.wait_for_timeout(700)

    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_that_are_behind_can_still_be_read(page, scheme):
    """What cannot be drawn leaves the last pages standing, fainter, and not too faint."""
    page.emulate_media(color_scheme=scheme)
    until(page, "document.querySelector('.sheet')")
    page.evaluate("document.querySelector('#preview').classList.add('stale')")

    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_quiet_words_can_be_read_on_every_ground(page, scheme):
    """On the wash of the side too, where they stand until something was checked."""
    page.emulate_media(color_scheme=scheme)
    until(page, "document.querySelector('.sheet')")
    said = "Object.assign(document.createElement('p'), { className: 'quiet', textContent: '写一点再来看' })"
    page.evaluate(f"document.querySelector('#side').append({said})")

    assert faults(page) == []


@pytest.mark.parametrize(("width", "height"), [(1093, 614), (1440, 900), (1920, 1080), (683, 384)])
def test_nothing_is_pushed_out_of_the_window(page, width, height):
    """From an office's 1366 by 768 at 125 % to the same at 200 %: no sideways scrolling, a sheet is seen whole in its width."""
    until(page, "document.querySelector('.sheet')")
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(400)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('.sheet').getBoundingClientRect().right") <= width


def test_every_full_line_of_the_body_is_as_wide_as_the_type_area(page):
    """Twenty-eight characters, whatever the window."""
    until(page, "document.querySelectorAll('#sheets .full').length > 10")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('#sheets .block.both .line.full')].slice(0, 40).map((line) => {
        const range = new Range(); range.selectNodeContents(line);
        return range.getBoundingClientRect().right - line.getBoundingClientRect().right; })"""
    )

    assert all(abs(over) < 12 for over in wide)
