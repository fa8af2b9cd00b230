"""Bodies of Word files for hypothesis: whatever may stand in what, as text of XML."""

from __future__ import annotations

from hypothesis import strategies as st

from drafter import wordml

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMESPACES = f'xmlns:w="{wordml.NAMESPACE}" xmlns:mc="{MC}" xmlns:x="urn:else" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'

_texts = st.text("甲乙丙丁，。 ", max_size=4)
_looks = st.sampled_from(
    ["", "", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:vanish w:val="0"/></w:rPr>',
     '<w:rPr><w:rStyle w:val="藏"/></w:rPr>']
)  # fmt: skip
_signs = st.sampled_from(
    ["<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", '<w:sym w:font="Wingdings" w:char="F0FE"/>']
)
_parted = st.builds("<w:t>{}<!-- 注 -->{}<?x y?>{}</w:t>".format, _texts, _texts, _texts)
_contents = st.lists(st.one_of(_texts.map("<w:t>{}</w:t>".format), _parted, _signs), max_size=3).map("".join)
_runs = st.builds("<w:r>{}{}</w:r>".format, _looks, _contents)
_deleted = _texts.map("<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>".format)
_formulas = _texts.map("<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>".format)
_WRAPPERS = ["w:ins", "w:hyperlink", "w:smartTag", "w:sdt", "x:else", "w:moveTo", "w:fldSimple", "mc:Choice"]


def _wrapped(inner):
    return st.builds(lambda tag, some: f"<{tag}>{''.join(some)}</{tag}>", st.sampled_from(_WRAPPERS), inner)


def _both(inner):
    return st.builds(
        lambda new, old: f"<mc:AlternateContent><mc:Choice>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>",
        inner.map("".join), inner.map("".join),
    )  # fmt: skip


_inline = st.recursive(
    st.one_of(_runs, _runs, _deleted, _formulas),
    lambda inner: st.one_of(_wrapped(st.lists(inner, max_size=2)), _both(st.lists(inner, max_size=2))),
    max_leaves=6,
)
_properties = st.sampled_from(
    ["", "", '<w:pPr><w:pStyle w:val="藏"/></w:pPr>', "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
     "<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>"]
)  # fmt: skip
_simple = st.builds(lambda properties, inner: f"<w:p>{properties}{''.join(inner)}</w:p>", _properties, st.lists(_inline, max_size=3))  # fmt: skip


def _boxed(blocks):
    box = blocks.map("".join).map("<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>".format)
    return st.builds("<w:p>{}{}{}{}</w:p>".format, _properties, _runs, box, _runs)


def _table(blocks):
    cell = st.builds(
        '<w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr>{}</w:tc>'.format,
        st.integers(0, 3),
        blocks.map("".join),
    )
    cells = st.lists(st.one_of(cell, cell.map("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format), _simple), max_size=3).map("".join)  # fmt: skip
    row = st.builds("<w:tr>{}{}</w:tr>".format, st.sampled_from(["", "", "<w:trPr><w:del/></w:trPr>"]), cells)
    rows = st.lists(st.one_of(row, row.map("<x:else>{}</x:else>".format), _simple), max_size=3).map("".join)
    return rows.map("<w:tbl>{}</w:tbl>".format)


_blocks = st.recursive(
    _simple,
    lambda inner: st.one_of(
        _boxed(st.lists(inner, max_size=2)), _table(st.lists(inner, max_size=2)), _both(st.lists(inner, max_size=2)),
        _wrapped(st.lists(inner, max_size=2)),
    ),
    max_leaves=8,
)  # fmt: skip

word_paragraphs = _simple.map(lambda xml: xml.replace("<w:p>", f"<w:p {NAMESPACES}>", 1))
word_bodies = st.lists(_blocks, max_size=4).map(
    lambda blocks: f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}</w:body></w:document>"
)
