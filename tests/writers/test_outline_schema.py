"""The schema of an outline: whole, and in an editor's own language server right about every outline that we ship."""

from __future__ import annotations

import json
import re

import pytest

from drafter.actions import new
from drafter.actions import schema as action
from drafter.actions.opening import open_session
from drafter.readers.outline import outline as outline_yaml
from drafter.storage import places
from drafter.writers import outline_schema
from tests.conftest import ROOT, SAMPLES, required
from tests.language_server import LanguageServer


@pytest.fixture
def session(tmp_path):
    return open_session(places.find(tmp_path), tmp_path)


@pytest.fixture
def editor(tmp_path):
    """The language server, from the npm package yaml-language-server."""
    program = ROOT / "node_modules/.bin/yaml-language-server"
    required("yaml-language-server", program.exists())
    server = LanguageServer(str(program), tmp_path)
    yield server
    server.close()


def test_everything_that_the_schema_points_to_is_there(session):
    """Of every genre, and of all together."""
    for described in (action.schema(session, ""), *map(outline_schema.schema, new.known_templates(session))):
        pointed = set(re.findall(r'"#/definitions/(\w+)"', json.dumps(described)))

        assert pointed - set(described["definitions"]) == set()


def test_an_editor_finds_nothing_wrong_with_any_sample(session, editor, tmp_path):
    """Each by the schema of its genre."""
    (tmp_path / ".drafter").mkdir()
    wrong = {}
    for sample in SAMPLES:
        text = sample.read_text("utf-8")
        source, _ = outline_yaml.parse(text, sample.name)
        genre = source.field("template")
        described = json.dumps(action.schema(session, genre), ensure_ascii=False)
        (tmp_path / ".drafter" / f"{genre or '大纲'}.json").write_text(described, "utf-8")
        path = tmp_path / sample.name
        path.write_text(f"# yaml-language-server: $schema=.drafter/{genre or '大纲'}.json\n{text}", "utf-8")
        wrong[sample.stem] = [one["message"] for one in editor.open(path)]

    assert {name: found for name, found in wrong.items() if found} == {}


@pytest.mark.parametrize("keys", ["zh", "en"])
def test_an_editor_finds_nothing_wrong_with_a_new_outline_of_any_genre(session, editor, tmp_path, keys):
    """As `new` makes it, with the schema that lies beside it."""
    wrong = {}
    for template in new.known_templates(session):
        made = new.new(session, template.name, f"{template.name}.yaml", new.Answers(title="题"), keys=keys)
        wrong[template.name] = [one["message"] for one in editor.open(tmp_path / made.path)]

    assert {name: found for name, found in wrong.items() if found} == {}


def test_an_editor_says_what_is_wrong_explains_and_completes(session, editor, tmp_path):
    """At the place where it stands, in Chinese."""
    path = tmp_path / new.new(session, "部署讲话", "稿.yaml", new.Answers(title="题")).path
    head = path.read_text("utf-8").partition("\n")[0]
    wrong = tmp_path / "错.yaml"
    wrong.write_text(
        f"{head}\n模板: 部署讲话\n标题: 题\n任何: 好\n任务:\n  排法: 横着\n  要点: 12\n", "utf-8"
    )
    said = {
        (one["range"]["start"]["line"], one["range"]["start"]["character"]): one["message"]
        for one in editor.open(wrong)
    }
    short = tmp_path / "短.yaml"
    short.write_text(f"{head}\n模板: 部署讲话\n\n", "utf-8")
    editor.open(short)
    offered = {
        one["label"]: json.dumps(one.get("documentation"), ensure_ascii=False)
        for one in editor.complete(short, 2, 0)
    }

    assert sorted(said) == [(3, 0), (5, 6), (6, 6)] and "任何" in said[3, 0] and "段内" in said[5, 6]
    assert "题目" in json.dumps(editor.hover(wrong, 2, 1), ensure_ascii=False)
    assert {"标题", "任务", "数据", "称谓"} <= set(offered) and any(
        "\u4e00" <= char <= "\u9fff" for char in offered["任务"]
    )
