"""Numbers that Word makes by itself: each form to its end, each way in which a list begins anew."""

from __future__ import annotations

import pytest

from drafter.readers.word import document as word_document
from drafter.readers.word import number_forms
from drafter.readers.word.package import Package
from drafter.wordml import DOCUMENT, STYLES
from tests.word_strategies import NAMESPACES


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (9999, "chineseCounting", "九千九百九十九"), (10000, "chineseCounting", "10000"), (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircle", "21"), (26, "upperLetter", "Z"), (27, "upperLetter", "AA"), (26, "lowerLetter", "z"),
        (0, "lowerLetter", "0"), (0, "decimalEnclosedCircle", "0"), (7, "decimal", "7"), (1, "chineseLegalSimplified", "壹"),
        (12, "chineseLegalSimplified", "壹拾贰"), (2, "ideographTraditional", "乙"), (11, "ideographTraditional", "11"),
        (12, "ideographZodiac", "亥"), (4, "upperRoman", "IV"), (1994, "upperRoman", "MCMXCIV"), (9, "lowerRoman", "ix"),
        (4000, "upperRoman", "4000"), (3, "decimalZero", "03"), (12, "decimalZero", "12"), (10, "decimalFullWidth", "１０"),
        (10, "ideographDigital", "一〇"), (3, "decimalEnclosedParen", "⑶"), (2, "decimalEnclosedFullstop", "⒉"),
        (1, "nobodysForm", "1"),
    ],
)  # fmt: skip
def test_a_number_is_printed_in_its_form_as_far_as_that_goes(number, form, printed):
    """Beyond, as digits."""
    assert number_forms.printed(number, form) == printed


def level(depth, pattern, form="decimal", more="", start=1):
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{pattern}"/></w:lvl>'


LIST = level(0, "%1.") + level(1, "%1.%2") + level(2, "%1.%2.%3")


def numbering(levels=LIST, nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>', more=""):
    return f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{more}{nums}</w:numbering>'


def item(num=1, depth=0, style="", text="甲"):
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    num_id = f'<w:numId w:val="{num}"/>' if num is not None else ""
    ilvl = f'<w:ilvl w:val="{depth}"/>' if depth is not None else ""
    own = f"<w:numPr>{ilvl}{num_id}</w:numPr>" if num_id or ilvl else ""
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{named}{own}</w:pPr>{run}</w:p>"


def marks(items, numbers=None, styles=""):
    parts = {
        DOCUMENT: f"<w:document {NAMESPACES}><w:body>{''.join(items)}</w:body></w:document>".encode(),
        "word/numbering.xml": (numbers or numbering()).encode(),
        STYLES: f"<w:styles {NAMESPACES}>{styles}</w:styles>".encode(),
    }
    return [one.mark for one, _ in word_document.read(Package("稿.docx", parts)).paragraphs()]


AGAIN = (
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride></w:num>'
)


TWO = numbering(
    more=f'<w:abstractNum w:abstractNumId="1">{level(0, "%1、", "chineseCounting")}</w:abstractNum>',
    nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
)


@pytest.mark.parametrize(
    ("items", "numbers", "found"),
    [
        ([item(), item(), item(2), item(2)], numbering(nums=AGAIN.format(1)), ["1.", "2.", "1.", "2."]),
        ([item(), item(2), item(2)], numbering(nums=AGAIN.format(5)), ["1.", "5.", "6."]),
        ([item(), item(depth=1), item(depth=1), item(), item(depth=1)], None, ["1.", "1.1", "1.2", "2.", "2.1"]),
        ([item(depth=2)], None, ["1.1.1"]),
        ([item(), item(text=""), item()], None, ["1.", "", "3."]),
        ([item(), item()], numbering(level(0, "%1.", start=0)), ["0.", "1."]),
        ([item(), item(depth=1), item(), item(depth=1)], numbering(level(0, "%1.") + level(1, "（%2）", more='<w:lvlRestart w:val="0"/>')), ["1.", "（1）", "2.", "（2）"]),
        ([item(), item(depth=1)], numbering(level(0, "第%1章", "chineseCounting") + level(1, "%1.%2", more="<w:isLgl/>")), ["第一章", "1.1"]),
        ([item(), item(depth=1)], numbering(LIST.replace(' w:ilvl="0"', "").replace(' w:ilvl="1"', "")), ["1.", "1.1"]),
        ([item(), item(2), item()], TWO, ["1.", "一、", "2."]),
        ([item(3)], None, [""]),
        ([item(0)], None, [""]),
    ],
    ids=["begun anew", "begun at five", "nested", "deep at once", "empty counts", "from nought", "goes on", "in digits", "no ilvl", "two lists", "no list", "none"],
)  # fmt: skip
def test_lists_count_as_word_counts_them(items, numbers, found):
    """ECMA-376 17.9."""
    assert marks(items, numbers) == found


def style(id_, properties="", based=""):
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="paragraph" w:styleId="{id_}">{on}<w:pPr>{properties}</w:pPr></w:style>'


NUM = '<w:numPr><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    ("items", "styles", "found"),
    [
        ([item(None, None, "子")], style("父", NUM) + style("子", based="父"), ["1."]),
        ([item(None, 1, "父")], style("父", NUM), ["1.1"]),
        (
            [item(None, None, "二")],
            style("二", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'),
            ["1.1"],
        ),
        ([item(None, None)], style("常", NUM).replace("<w:style ", '<w:style w:default="1" '), ["1."]),
        ([item(0, 0, "父")], style("父", NUM), [""]),
        ([item(None, None, "环")], style("环", based="环"), [""]),
    ],
    ids=["based on", "level alone", "style's level", "default style", "taken back", "ring"],
)
def test_a_style_brings_its_list(items, styles, found):
    """Itself, by what it is based on, and as that of paragraphs which name none."""
    assert marks(items, styles=styles) == found


def test_the_level_of_a_style_is_the_one_that_names_it():
    """Where the style itself does not say."""
    levels = level(0, "%1.") + level(1, "（%2）", more='<w:pStyle w:val="二"/>')

    assert marks([item(None, None, "二")], numbering(levels), style("二", NUM)) == ["（1）"]


def test_a_list_may_be_that_of_a_style():
    """By `numStyleLink` and `styleLink` (17.9.21, 17.9.27)."""
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="单"/></w:abstractNum>'
    nums = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'

    assert marks([item()], numbering('<w:styleLink w:val="单"/>' + LIST, nums, linked)) == ["1."]


def test_a_pattern_is_as_long_as_a_number_may_be():
    """Fifty thousand times its own count is no number of anybody's, and would be printed at each paragraph."""
    found = marks([item()], numbering(level(0, "%1" * 50_000)))

    assert all(len(mark) <= 60 for mark in found)
