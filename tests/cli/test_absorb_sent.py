"""Of which stage of its outline a reviewed file was made, and what became of that since."""

from __future__ import annotations

import pytest
from docx.oxml.ns import qn

from tests.cli.test_absorb import review
from tests.revising.test_absorbing import OUTLINE, say


@pytest.fixture
def sent(drafter, tmp_path):
    """The outline and the Word file that went out."""
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")
    assert drafter("build", "讲话.yaml", "-o", "稿.docx").code == 0
    return tmp_path


def test_what_the_outline_said_since_it_was_sent_is_kept(drafter, sent):
    """Where the stage is kept, the changes are laid at it; where both changed, that is told."""
    assert drafter("versions", "save", "讲话.yaml").code == 0
    review(sent, "改.docx", say("两万条", "三万条"))
    text = (sent / "讲话.yaml").read_text(encoding="utf-8")
    (sent / "讲话.yaml").write_text(text.replace("没有出大的险情", "没有出险情"), encoding="utf-8")
    said = drafter("absorb", "讲话.yaml", "改.docx", "-o", "新.yaml", "--json").json["files"][0]
    new = (sent / "新.yaml").read_text(encoding="utf-8")

    assert "三万条" in new and "没有出险情" in new
    assert [one["code"] for one in said["problems"]] == ["outline-changed"]
    assert said["problems"][0]["severity"] == "info"

    (sent / "讲话.yaml").write_text(text.replace("两万条", "五万条"), encoding="utf-8")
    told = drafter("absorb", "讲话.yaml", "改.docx", "-o", "又.yaml", "--json").json["files"][0]
    assert "五万条" in (sent / "又.yaml").read_text(encoding="utf-8")
    assert [one["state"] for one in told["changes"]] == ["unplaced"]


def test_that_the_outline_is_another_one_is_said_where_no_stage_is_kept(drafter, sent):
    """What was changed since is taken for changed back: a person has to look."""
    review(sent, "改.docx", say("两万条", "三万条"))
    text = (sent / "讲话.yaml").read_text(encoding="utf-8")
    (sent / "讲话.yaml").write_text(text.replace("没有出大的险情", "没有出险情"), encoding="utf-8")
    said = drafter("absorb", "讲话.yaml", "改.docx", "-o", "新.yaml", "--json").json["files"][0]

    assert [(one["code"], one["severity"]) for one in said["problems"]] == [("outline-changed", "warning")]


def test_a_file_without_its_digest_is_known_by_its_words(drafter, sent):
    """Its title was pasted anew: the stage of which it holds most is meant."""
    assert drafter("versions", "save", "讲话.yaml").code == 0

    def pasted(document):
        for one in [*document.element.iter(qn("w:bookmarkStart"))]:
            if one.get(qn("w:name")).startswith("_drv"):
                one.getparent().remove(one)

    review(sent, "改.docx", say("两万条", "三万条"), pasted)
    text = (sent / "讲话.yaml").read_text(encoding="utf-8")
    (sent / "讲话.yaml").write_text(text.replace("没有出大的险情", "没有出险情"), encoding="utf-8")
    said = drafter("absorb", "讲话.yaml", "改.docx", "-o", "新.yaml", "--json").json["files"][0]
    new = (sent / "新.yaml").read_text(encoding="utf-8")

    assert "三万条" in new and "没有出险情" in new
    assert [one["code"] for one in said["problems"]] == ["outline-changed"]


def test_a_name_to_which_nobody_answers_and_a_table_of_another_kind_are_told(drafter, sent):
    review(sent, "改.docx", say("两万条", "三万条"))

    said = drafter("absorb", "讲话.yaml", "改.docx", "-o", "新.yaml", "--accept-by", "赵六")
    assert "“赵六”没有改过什么" in said.err
    assert (
        drafter("absorb", "讲话.yaml", "改.docx", "-o", "新.yaml", "--report", "表.pdf", "--force").code == 2
    )
