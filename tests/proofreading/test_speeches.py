"""A speech is held against its speaker's last one in the library: what the template said in both is told."""

from __future__ import annotations

import pytest

SPEECH = """模板: 部署讲话
标题: 在全市{name}工作会议上的讲话
日期: {date}
讲话人: {{姓名: {who}, 职务: 市长}}
称谓: [同志们]
场合: {{名称: 全市{name}工作会议, 主办: 市政府}}
措辞: {{开头: 2, 任务: 1, 结尾: {closing}}}
任务: {{小标题: 今年的事, 要点: [{{标题: 修渠, 正文: 9月底前开工。}}, {{标题: 种树, 正文: 年底前种完。}}]}}
"""
LATEST = {"name": "林业", "date": "2026-03-20", "who": "梁溯"}


@pytest.fixture
def kept(drafter, tmp_path):
    """Two speeches of one mayor in the library; the later closes by the second wording."""

    def keep(name, date, closing, who="梁溯"):
        path = tmp_path / f"{name}.yaml"
        path.write_text(SPEECH.format(name=name, date=date, closing=closing, who=who), encoding="utf-8")
        assert drafter("library", "add", path.name).code == 0
        path.unlink()

    keep("档案", "2026-01-08", 1)
    keep("水务", "2026-02-10", 2)
    return keep


def repeated(drafter, tmp_path, closing, **about):
    (tmp_path / "新.yaml").write_text(SPEECH.format(**LATEST | about, closing=closing), encoding="utf-8")
    result = drafter("check", "新.yaml", "--select", "wording-repeated", "--json")
    return [one["message"] for one in result.json["files"][0]["problems"]]


def test_the_same_closing_as_last_time_is_told(drafter, tmp_path, kept):
    """By the title of the last speech, with the key that chooses another."""
    told = repeated(drafter, tmp_path, 2)

    assert any("《在全市水务工作会议上的讲话》" in one for one in told)


def test_the_speech_before_the_last_may_be_said_again(drafter, tmp_path, kept):
    """Only two running sound alike."""
    assert not any("档案" in one for one in repeated(drafter, tmp_path, 1))


def test_another_speaker_is_free_to_say_it(drafter, tmp_path, kept):
    """And so is a speech that was given before."""
    assert repeated(drafter, tmp_path, 2, who="余青原") == []
    assert repeated(drafter, tmp_path, 2, date="2025-12-01") == []


def test_without_a_library_nothing_is_told(drafter, tmp_path):
    """Nor looked for."""
    assert repeated(drafter, tmp_path, 2) == []
