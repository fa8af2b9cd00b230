"""A good paper, spoilt in twelve ways, comes out as it was: the same roles, and pages that look the same."""

from __future__ import annotations

import io

import docx
import pytest

from drafter.actions import typeset as action
from drafter.drafting import loading, production
from drafter.drafting.printing.formats import produce
from drafter.office import libreoffice
from tests.builders import session
from tests.conftest import ROOT
from tests.typesetting.damage import DAMAGES, Paper

PAPERS = (
    "安全生产部署会讲话",
    "防汛工作会议讲话",
    "青年人才座谈会讲话",
    "政务服务局年度总结",
    "食品安全工作要点",
    "农村公路管养汇报",
)
_NEAR = 0.01
"""Of the pixels of a page, how many may differ."""


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """Each paper as Word file, with its style; a final copy, whose sentences are of one piece each."""
    at = session()
    made = {}
    for name in PAPERS:
        path = ROOT / "outlines" / f"{name}.yaml"
        draft = production.from_outline(
            at, path.read_text(encoding="utf-8"), str(path), loading.Options(), final=True
        )
        made[name] = produce(at, draft, "docx"), draft.style
    return made


def roles(data):
    return [
        (one.style.name, one.text.strip())
        for one in docx.Document(io.BytesIO(data)).paragraphs
        if one.text.strip()
    ]


def set_anew(folder, data, style):
    (folder / "来.docx").write_bytes(data)
    request = action.Request(["来.docx"], "排.docx", style, force=True, tidy=True)
    (done,) = action.typeset(session(), request)
    assert done.exit_code == 0, done.problems
    return (folder / "排.docx").read_bytes()


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__)
def test_roles_are_those_of_the_good_paper(good, tmp_path, monkeypatch, name, damage):
    monkeypatch.chdir(tmp_path)
    data, style = good[name]
    paper = Paper(data)
    damage(paper)
    made = roles(set_anew(tmp_path, paper.data(), style))
    if damage.__name__ == "lists_of_word":  # whose numbers are no text
        made = [(role, text) for role, text in made]
        wanted = [
            (role, text.split("、", 1)[-1] if role == "Heading 1" else text) for role, text in roles(data)
        ]
    else:
        wanted = roles(data)
    assert made == wanted


def images(data):
    """The pages as LibreOffice prints them, grey, a point a pixel."""
    pdfium = pytest.importorskip("pypdfium2")
    pages = pdfium.PdfDocument(libreoffice.pdf(data))
    return [page.render(scale=1).to_pil().convert("L") for page in pages]


def differing(one, other):
    """The share of pixels that anybody would see to differ."""
    chops = pytest.importorskip("PIL.ImageChops")
    counts = chops.difference(one, other).histogram()
    return sum(counts[96:]) / sum(counts)


@pytest.mark.parametrize("name", PAPERS)
def test_pages_look_like_those_of_the_good_paper(good, tmp_path, monkeypatch, soffice, name):
    """Image by image, each damage."""
    monkeypatch.chdir(tmp_path)
    data, style = good[name]
    wanted = images(data)
    for damage in DAMAGES:
        paper = Paper(data)
        damage(paper)
        made = images(set_anew(tmp_path, paper.data(), style))
        assert len(made) == len(wanted), damage.__name__
        worst = max(differing(one, other) for one, other in zip(made, wanted, strict=True))
        assert worst <= _NEAR, (damage.__name__, worst)
