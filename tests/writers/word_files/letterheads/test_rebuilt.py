"""A letterhead is made anew of what may stay: twenty spellings of each thing that may not, and what stays whole."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from xml.etree import ElementTree

import docx
import pytest

from drafter.readers.word import package as word_package
from drafter.writers.docx import package as docx_package
from drafter.writers.word_files.letterheads.rebuilt import rebuilt
from tests.word_packages import NAMESPACES, OFFICE, PACKAGE, paragraph, relation, relations, word_file
from tests.writers.docx.test_rendered import validate

MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
EVIL = "http://evil.example/a"
RELATION = f"{{{PACKAGE}/relationships}}Relationship"


def made_of(data: bytes):
    """The new file and what stayed behind."""
    package = word_package.read(data, "信头.docx")
    made = rebuilt(package.parts, package.main, package.tree)
    whole = docx_package.pack(docx_package.member(name, part) for name, part in made.parts.items())
    return whole, made.left


def refuse_active(data: bytes) -> None:
    """The law: nothing in the file acts by itself, reaches elsewhere, or lies there without being named."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    assert all(posixpath.normpath(name) == name and not name.startswith(("/", "..")) for name in names)
    types = ElementTree.fromstring(parts["[Content_Types].xml"])
    named = {one.get("PartName").lstrip("/") for one in types if one.get("PartName")}
    assert named == {name for name in names if not name.endswith(".rels")} - {"[Content_Types].xml"}
    for name, part in parts.items():
        if name.endswith(".rels"):
            for one in ElementTree.fromstring(part).iter(RELATION):
                kind = one.get("Type").rpartition("/")[2]
                if one.get("TargetMode") is not None:
                    assert kind == "hyperlink" and one.get("Target").startswith(("http", "mailto:"))
                else:
                    assert one.get("Target").lstrip("/") in named
                    assert kind in {
                        "officeDocument",
                        "core-properties",
                        "styles",
                        "settings",
                        "header",
                        "image",
                        "footnotes",
                        "numbering",
                    }
        elif name.endswith(".xml"):
            text = "".join(ElementTree.fromstring(part).itertext())
            assert not re.search(r"DDE|INCLUDE|evil\.example", text) or "看得见" in text
            local = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(part).iter()}
            assert not local & {
                "altChunk",
                "OLEObject",
                "control",
                "subDoc",
                "attachedTemplate",
                "mailMerge",
                "frameset",
                "entryMacro",
            }
            assert b"evil.example" not in part


def relation_spellings(kind: str, target: str, outside: bool = True) -> list[str]:
    """Twenty ways to write down one relationship."""
    mode = ' TargetMode="External"' if outside else ""
    type_ = f"{OFFICE}/{kind}"
    plain = f'<Relationship Id="rId7" Type="{type_}" Target="{target}"{mode}/>'
    head = f'<Relationships xmlns="{PACKAGE}/relationships">'
    return [
        f"{head}{plain}</Relationships>",
        f"{head}{plain.replace(chr(34), chr(39))}</Relationships>",
        f"{head}{plain.replace('/>', '></Relationship>')}</Relationships>",
        f"{head}{plain.replace(' ', chr(10))}</Relationships>",
        f"{head}{plain.replace('=', ' = ')}</Relationships>",
        f'<q:Relationships xmlns:q="{PACKAGE}/relationships">{plain.replace("<R", "<q:R")}</q:Relationships>',
        f"{head}{plain.replace('External', 'Extern&#97;l')}</Relationships>",
        f"{head}{plain.replace('External', '&#x45;xternal')}</Relationships>",
        f"{head}{plain.replace('/>', ' x=' + chr(34) + 'a>b' + chr(34) + '/>')}</Relationships>",
        f"{head}{plain.replace('/>', ' x=' + chr(34) + '/relationships/hyperlink' + chr(34) + '/>')}</Relationships>",
        f"{head}{plain.replace('TargetMode', 'a=' + chr(34) + chr(34) + ' TargetMode')}</Relationships>",
        f'<?xml version="1.0" encoding="UTF-16"?>{head}{plain}</Relationships>',
        f"{head}<!-- {plain} -->{plain}</Relationships>",
        f"{head}<x>{plain}</x></Relationships>",
        f"{head}{plain}{plain.replace('rId7', 'rId8')}</Relationships>",
        f"{head}{plain.replace('External', 'external')}</Relationships>",
        f"{head}{plain.replace('External', ' External ')}</Relationships>",
        f"{head}{plain.replace(kind, ''.join(f'&#{ord(char)};' for char in kind))}</Relationships>",
        f"{head}{plain.replace(target, ''.join(f'&#x{ord(char):x};' for char in target))}</Relationships>",
        f"<?xml version='1.0'?>\n{head}\n\t{plain}\n</Relationships>",
        f"{head}{plain.replace('Type=', 'Type0=' + chr(34) + OFFICE + '/styles' + chr(34) + ' Type=')}</Relationships>",
    ]


def encoded(text: str) -> bytes:
    return text.encode("utf-16") if "UTF-16" in text[:60] else text.encode()


USES = {
    "image": f'<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rId7" o:href="{EVIL}" src="{EVIL}"/></v:shape></w:pict></w:r></w:p>',
    "aFChunk": '<w:altChunk r:id="rId7"/>',
    "oleObject": '<w:p><w:r><w:object><o:OLEObject Type="Link" ProgID="Word" r:id="rId7"/></w:object></w:r></w:p>',
    "subDocument": '<w:p><w:subDoc r:id="rId7"/></w:p>',
    "attachedTemplate": "", "frame": "", "mailMergeSource": "", "control": '<w:p><w:r><w:control r:id="rId7"/></w:r></w:p>',
    "hyperlink": '<w:p><w:hyperlink r:id="rId7"><w:r><w:t>点这里</w:t></w:r></w:hyperlink></w:p>',
}  # fmt: skip


@pytest.mark.parametrize("number", range(21))
@pytest.mark.parametrize("kind", USES)
def test_what_lies_elsewhere_stays_there(kind, number):
    """In every spelling, whichever part says it, under whichever name."""
    target = "file:///c:/a.exe" if kind == "hyperlink" else EVIL
    listed = relation_spellings(kind, target)[number]
    data = word_file(
        paragraph("看得见") + USES[kind],
        extra=[
            ("word/settings2.xml", f"<w:settings {NAMESPACES}><w:attachedTemplate r:id='rId7'/><w:mailMerge/></w:settings>"),
            ("word/_rels/settings2.xml.rels", encoded(listed)), ("word/header1.xml", f"<w:hdr {NAMESPACES}>{USES[kind]}</w:hdr>"),
            ("word/_rels/header1.xml.rels", encoded(listed)),
        ],
        **{"word/_rels/document.xml.rels": encoded(listed.replace("</Relationships>", "").replace("</q:Relationships>", "") + "".join(
            f'<Relationship xmlns="{PACKAGE}/relationships" Id="{id_}" Type="{OFFICE}/{type_}" Target="{name}"/>'
            for id_, type_, name in (("r1", "settings", "settings2.xml"), ("r2", "header", "header1.xml"), ("r3", "styles", "styles.xml"))
        ) + ("</q:Relationships>" if "</q:" in listed else "</Relationships>"))},
    )  # fmt: skip

    whole, left = made_of(data)

    refuse_active(whole)
    assert left
    assert "看得见" in docx.Document(io.BytesIO(whole)).paragraphs[0].text


INSIDE = {
    "vbaProject": ("word/vbaProject.bin", MICROSOFT), "vbaProject ": ("word/other.dat", MICROSOFT), "oleObject": ("word/x.png", OFFICE),
    "package": ("word/embeddings/a.xlsx", OFFICE), "aFChunk": ("word/chunk.xml", OFFICE), "control": ("word/activeX/a.xml", OFFICE),
    "extensibility": ("customUI/customUI.xml", "http://schemas.microsoft.com/office/2006/relationships/ui"),
    "keyMapCustomizations": ("word/customizations.xml", MICROSOFT), "webextensiontaskpanes": ("word/we.xml", "http://schemas.microsoft.com/office/2011/relationships"),
    "recipientData": ("word/recipients.xml", OFFICE), "chart": ("word/charts/chart1.xml", OFFICE), "attachedToolbars": ("word/attached.bin", MICROSOFT),
}  # fmt: skip


@pytest.mark.parametrize("number", range(21))
@pytest.mark.parametrize("kind", INSIDE)
def test_what_runs_stays_behind(kind, number):
    """Macros, objects, toolbars: by what they are, under whichever name they lie."""
    name, family = INSIDE[kind]
    listed = relation_spellings(kind.strip(), f"/{name}", outside=False)[number].replace(
        OFFICE + "/" + kind.strip(), f"{family}/{kind.strip()}"
    )
    data = word_file(
        paragraph("看得见"), extra=[(name, b"MZ evil.example"), ("_rels/.rels", encoded(listed.replace("rId7", "rId70").replace(
            "</Relationships>", f'<Relationship xmlns="{PACKAGE}/relationships" Id="o" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        ).replace("</q:Relationships>", f'<q:Relationship Id="o" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></q:Relationships>'))),
               ("word/_rels/document.xml.rels", encoded(listed))],
    )  # fmt: skip

    whole, left = made_of(data)

    refuse_active(whole)
    assert name not in zipfile.ZipFile(io.BytesIO(whole)).namelist()
    assert left


OUTSIDE = ["../../evil.txt", "/etc/evil", "..\\evil", "C:\\evil.txt", "word/../../evil", "word\\..\\evil", "%2e%2e/evil", "word/%2E%2E/%2e%2e/evil",
           "//host/evil", "\\\\host\\evil", "a:b", "word//evil", "./../evil", "word/..%2fevil", "%2Fetc/evil", "a/%5c../evil", "evil/.../../..",
           "file:evil", "word/%00evil", "..%5c..%5cevil"]  # fmt: skip


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_member_outside_the_file_stays_there(name):
    """Whoever unpacks it puts nothing beside its folder; nor does a relationship lead to it."""
    data = word_file(paragraph("看得见"), extra=[(name, b"evil.example")])

    whole, _ = made_of(data)

    refuse_active(whole)


def test_what_a_letterhead_is_made_of_stays(validator, tmp_path):
    """Pictures, headers, notes, numbers, links to pages: the new file is valid, opens, and is nobody's yet."""
    made = docx.Document()
    made.add_paragraph("{{ 正文 }}", style="List Number")
    made.sections[0].header.paragraphs[0].text = "清沅区"
    made.core_properties.author = "办公室"
    out = io.BytesIO()
    made.save(out)

    whole, left = made_of(out.getvalue())

    again = docx.Document(io.BytesIO(whole))
    assert (again.sections[0].header.paragraphs[0].text, again.core_properties.author) == ("清沅区", "")
    assert again.paragraphs[0].style.name == "List Number"
    assert not left
    (tmp_path / "a.docx").write_bytes(whole)
    assert validate(validator, tmp_path / "a.docx", "Office2013") == []


@pytest.mark.parametrize("start", [PNG, b"\xff\xd8\xff\xe0", b"GIF89a", b"BM6\0"])
def test_a_picture_is_known_by_its_bytes(start):
    """And stays, whatever it is called; what only bears the name of one does not."""
    use = '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rId7"/></v:shape></w:pict></w:r></w:p>'
    for data, stays in ((start, True), (b"MZ\x90", False), (b"<svg onload='a()'/>", False)):
        rels = relations(f'<Relationship Id="rId7" Type="{OFFICE}/image" Target="media/a.png"/>')
        whole, left = made_of(
            word_file(use, extra=[("word/media/a.png", data), ("word/_rels/document.xml.rels", rels)])
        )
        names = zipfile.ZipFile(io.BytesIO(whole)).namelist()
        assert ("word/media/a.png" in names) is stays
        assert bool(left) is not stays
        refuse_active(whole)


def test_a_link_that_stays_behind_is_named():
    """By where it leads; of many the first."""
    for count, told in ((1, "（file:///c:/0.exe）"), (4, "（file:///c:/0.exe、file:///c:/1.exe、file:///c:/2.exe 等 4 个）")):  # fmt: skip
        rels = [
            relation("hyperlink", f"file:///c:/{n}.exe", n, ' TargetMode="External"') for n in range(count)
        ]
        data = word_file(paragraph("看得见"), extra=[("word/_rels/document.xml.rels", relations(*rels))])
        assert made_of(data)[1] == (f"指向别处的链接{told}",)
