"""What a look may say in a page: nothing that is a rule of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.model.document import Document
from drafter.writers import html
from tests.builders import session


@pytest.mark.parametrize(
    "font", ["甲\n;} body{background:url(http://a.b/c)} .q{a:", "甲' ; }", "甲\\", "甲\f}", "<style>"]
)
def test_a_font_of_another_file_ends_no_string(font):
    """A Word file whose look is taken names it as it likes."""
    sheet = session().stylesheets.named("speech")
    page = html.write(Document(()), replace(sheet, fonts=dict.fromkeys(sheet.fonts, font)), "题")
    css = page.split("<style>")[1].split("</style>")[0]

    assert "url(" not in css and "\\" not in css and "background:url" not in css
    assert css.count("{") == css.count("}") and css.count("'") % 2 == 0
