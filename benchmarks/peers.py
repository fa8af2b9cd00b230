"""One peer in one process: `peers.py NAME warm N FOLDER` or `peers.py NAME once FOLDER`.

Prints CPU seconds a document (warm), or writes one document and exits (once). Every program
reads the same outline files; every Word package holds the same unchanging parts.
"""

from __future__ import annotations

import io
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

DOCUMENTS = 20
HAN = "一二三四五六七八九十"
STYLES = {"title": "Title", "audience": "Salutation", "heading": "Heading 1", "body": "Body Text"}
Program = Callable[[int], bytes]


def text_of(folder: Path, number: int) -> str:
    return (folder / f"{number % DOCUMENTS}.yaml").read_text(encoding="utf-8")


def docxtpl(folder: Path, loader: str) -> Program:
    """What a docxtpl user writes: load the YAML, fill a prepared template."""
    import yaml
    from docxtpl import DocxTemplate

    template = DocxTemplate(str(folder / "template.docx"))
    load = yaml.safe_load if loader == "safe_load" else lambda text: yaml.load(text, yaml.CSafeLoader)

    def one(number: int) -> bytes:
        data = load(text_of(folder, number))
        for index, section in enumerate(data["sections"]):
            section["heading"] = f"{HAN[index % 10]}、{section['heading']}"
        template.render(data, autoescape=True)
        out = io.BytesIO()
        template.save(out)
        return out.getvalue()

    return one


def python_docx(folder: Path) -> Program:
    """Named styles on the base package."""
    import yaml
    from docx import Document

    base = (folder / "base.docx").read_bytes()

    def one(number: int) -> bytes:
        data = yaml.load(text_of(folder, number), yaml.CSafeLoader)
        document = Document(io.BytesIO(base))
        document.add_paragraph(data["title"], style=STYLES["title"])
        document.add_paragraph("同志们：", style=STYLES["audience"])
        for index, section in enumerate(data["sections"]):
            document.add_paragraph(f"{HAN[index % 10]}、{section['heading']}", style=STYLES["heading"])
            for paragraph in section["lead"]:
                document.add_paragraph(paragraph, style=STYLES["body"])
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return one


def floor(folder: Path) -> Program:
    """String XML into a package whose other members were deflated once, by the writer's own deflate; nothing
    is read.
    """
    import speech

    from drafter.writers.docx import package

    members = package.members((folder / "base.docx").read_bytes())
    shell = next(member for member in members if member.name == "word/document.xml").data.decode()
    head, _, rest = shell.partition("<w:body>")
    kept = [member for member in members if member.name != "word/document.xml"]
    speeches = [speech.speech(number) for number in range(DOCUMENTS)]

    def paragraph(style: str, text: str) -> str:
        text = text.replace("&", "&amp;").replace("<", "&lt;")
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'

    def one(number: int) -> bytes:
        said = speeches[number % DOCUMENTS]
        out = [head, "<w:body>", paragraph("Title", said["title"]), paragraph("Salutation", "同志们：")]
        for section in said["sections"]:
            out.append(paragraph("Heading1", section["heading"]))
            out += [paragraph("BodyText", text) for text in section["lead"]]
        body = "".join([*out, rest.partition("<w:p>")[0] or rest]).encode()
        return package.pack((*kept, package.member("word/document.xml", body)))

    return one


def drafter(folder: Path, what: str) -> Program:
    """The whole way from the file, the writer alone, or a batch that binds facts per row."""
    from drafter.actions.opening import open_session
    from drafter.drafting import binding, loading, production
    from drafter.drafting.composing import compose
    from drafter.drafting.printing.formats import produce
    from drafter.storage import places
    from drafter.writers.docx.properties import Properties

    at = open_session(places.find(folder), folder)

    def whole(number: int) -> bytes:
        draft = production.from_outline(at, text_of(folder, number), f"{number}.yaml", loading.Options())
        return produce(at, draft, "docx")

    if what == "whole":
        return whole
    loaded = loading.load(at, text_of(folder, 0), "0.yaml", loading.Options())
    document = compose(at, loaded.outline, loaded.template)
    writer = at.stylesheets.writer("讲话稿")
    if what == "writer":
        bound = binding.bind(document, {}).document
        return lambda number: writer.write(bound, Properties(title=str(number)))

    def row(number: int) -> bytes:
        return writer.write(binding.bind(document, {}).document, Properties(title=str(number)))

    return row


PROGRAMS: dict[str, Callable[[Path], Program]] = {
    "docxtpl + safe_load": lambda folder: docxtpl(folder, "safe_load"),
    "docxtpl + CSafeLoader": lambda folder: docxtpl(folder, "CSafeLoader"),
    "python-docx": python_docx,
    "floor": floor,
    "drafter": lambda folder: drafter(folder, "whole"),
    "drafter, writer alone": lambda folder: drafter(folder, "writer"),
    "drafter, batch row": lambda folder: drafter(folder, "row"),
}


def main() -> None:
    name, mode, *rest = sys.argv[1:]
    folder = Path(rest[-1])
    program = PROGRAMS[name](folder)
    if mode == "once":
        (folder / "once.docx").write_bytes(program(0))
        return
    count = int(rest[0])
    for number in range(3):
        with zipfile.ZipFile(io.BytesIO(program(number))) as archive:
            assert archive.testzip() is None
    start = time.process_time()
    for number in range(count):
        program(number)
    print((time.process_time() - start) / count)


if __name__ == "__main__":
    main()
