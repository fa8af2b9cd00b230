"""What bears a mark of secrecy, at every door of the library."""

import pytest

SAID = "立项以后五个工作日内现场核一遍进度，核不实的当场退回重报，退回两次的由分管领导约谈主要负责人。"
SECRET = f"""模板: 部署讲话
标题: 在涉密会议上的讲话
密级: 秘密★1年
日期: 2025-03-05
讲话人: {{姓名: 周临川, 职务: 市政府秘书长}}
任务:
  要点:
    - {{标题: 立项要核, 正文: {SAID}}}
    - 引用: 公开-甲
"""
PHRASES = """素材集: 甲
素材:
  - {编号: 公开-甲, 类别: 要点, 标题: 立项公开, 正文: 谁都可以看的一条立项的话。}
  - {编号: 内部-乙, 类别: 要点, 密级: 内部, 标题: 立项内部, 正文: 只限内部看的一条立项的话。}
  - {编号: 机密-丙, 类别: 要点, 密级: 机密★5年, 标题: 立项机密, 正文: 只限少数人看的一条立项的话。}
"""
POINT = "涉密讲话#立项要核"
PAPER = """模板: 部署讲话
标题: 在会上的讲话
讲话人: {姓名: 周临川, 职务: 市政府秘书长}
任务:
  要点:
    - 自己写的要点，先放在这里。
"""


@pytest.fixture(params=["folder", "server"])
def shelf(request, drafter, tmp_path):
    """A library with papers of four marks, in both stores."""
    if request.param == "server":
        request.getfixturevalue("server")
    (tmp_path / "库").mkdir()
    (tmp_path / "库" / "涉密讲话.yaml").write_text(SECRET, encoding="utf-8")
    (tmp_path / "库" / "词句.yaml").write_text(PHRASES, encoding="utf-8")
    assert drafter("library", "add", "库").code == 0
    return drafter


def paper(tmp_path, mark, more=""):
    text = PAPER.replace("讲话人", f"密级: {mark}\n讲话人", 1) if mark else PAPER
    (tmp_path / "稿.yaml").write_text(text + more, encoding="utf-8")
    return "稿.yaml"


@pytest.mark.parametrize(
    ("asked", "seen", "hidden"),
    [
        ((), {"公开-甲"}, 4),
        (("--secrecy", "内部"), {"公开-甲", "内部-乙"}, 3),
        (("--密级", "秘密"), {"公开-甲", "内部-乙", "涉密讲话", POINT}, 1),
        (("--secrecy", "绝密"), {"公开-甲", "内部-乙", "涉密讲话", POINT, "机密-丙"}, 0),
    ],
)
def test_search_finds_what_the_work_at_hand_may_see(shelf, asked, seen, hidden):
    """What is hidden is counted, not shown; nothing is a mark too."""
    found = shelf("library", "search", "立项", "--json", *asked).json
    ours = {hit["id"] for hit in found["hits"]} & {
        "公开-甲",
        "内部-乙",
        "机密-丙",
        "涉密讲话",
        POINT,
        "涉密讲话#任务",
    }

    assert ours - {"涉密讲话#任务"} == seen
    assert found["hidden"] in (hidden, hidden + 1)  # the section that holds the point may be an entry too
    said = shelf("library", "search", "立项", *asked).err
    assert ("密级更高，没有列出" in said) == bool(hidden)


def test_a_list_counts_what_it_hides(shelf):
    """As it counts what it shows: parts of outlines are listed where a kind is asked for."""
    plain = shelf("library", "list", "--json").json

    assert "涉密讲话" not in str(plain["entries"]) and plain["hidden"] == 3
    assert "另有 3 条密级更高，没有列出" in shelf("library", "list").err
    assert shelf("library", "list", "--secrecy", "绝密", "--json").json["hidden"] == 0
    assert POINT in str(
        shelf("library", "list", "--kind", "要点", "--secrecy", "秘密", "--json").json["entries"]
    )


def test_show_names_no_title_of_what_it_refuses(shelf):
    """The way out is named; who may see it sees its mark."""
    refused = shelf("library", "show", "涉密讲话")

    assert refused.code == 3
    assert "素材“涉密讲话”的密级是秘密，手上的稿子没有标密级，不能用" in refused.err
    assert "--secrecy 秘密" in refused.err and "涉密会议" not in refused.err + refused.out
    assert "密级：秘密★1年" in shelf("library", "show", "涉密讲话", "--secrecy", "秘密").out
    assert "很秘" in shelf("library", "show", "公开-甲", "--secrecy", "很秘").err


def test_who_took_an_entry_over_is_not_said_where_that_is_secret(shelf):
    """An open entry tells nobody the name of the secret paper that uses it."""
    assert shelf("library", "show", "公开-甲", "--json").json["used"] == []
    assert shelf("library", "show", "公开-甲", "--secrecy", "秘密", "--json").json["used"] == ["涉密讲话"]


def test_an_unknown_id_is_not_told_a_secret_one(shelf):
    """The nearest id is one that may be seen."""
    assert "机密-丙" not in shelf("library", "show", "机密-丁").err
    assert "机密-丙" in shelf("library", "show", "机密-丁", "--secrecy", "机密").err


@pytest.mark.parametrize(
    ("mark", "code"), [("", 3), ("内部资料", 3), ("很秘", 3), ("秘密", 0), ("绝密★长期", 0)]
)
def test_a_secret_point_is_taken_by_a_paper_of_its_mark_alone(shelf, tmp_path, mark, code):
    """By `take`, and by `use` in the outline: there the place is said."""
    name = paper(tmp_path, mark)
    before = (tmp_path / name).read_text(encoding="utf-8")
    took = shelf("library", "take", POINT, "--into", name, "--at", "任务")
    assert took.code == code
    assert ((tmp_path / name).read_text(encoding="utf-8") == before) == bool(code)

    paper(tmp_path, mark, f"    - 引用: {POINT}\n")
    built = shelf("build", name, "--to", "txt", "-o", "-")
    assert built.code == code
    assert (SAID in built.out) == (not code)
    if code:
        assert "[above-secrecy]" in built.err and f"稿.yaml:{7 if not mark else 8}:" in built.err


@pytest.mark.parametrize(("mark", "told"), [("", False), ("机密", True)])
def test_likeness_to_a_secret_paper_is_not_told(shelf, tmp_path, mark, told):
    """By `similar` and by `check --against`; what the file itself says of its mark counts."""
    name = paper(tmp_path, mark, f"    - {SAID}\n")
    plain = f"{mark}\n在会上的讲话\n{SAID}\n"
    (tmp_path / "稿.txt").write_text(plain, encoding="utf-8")

    for file in (name, "稿.txt"):
        said = shelf("library", "similar", file)
        assert ("涉密讲话" in said.out + said.err) == told
        checked = shelf("check", file, "--against", "素材库", "--json")
        assert ("涉密" in checked.out) == told
    assert "涉密讲话" in shelf("library", "similar", "稿.txt", "--secrecy", "秘密").out


def test_origins_name_no_secret_source(shelf, tmp_path):
    """A source that an open paper names is not looked up where it is secret."""
    name = paper(tmp_path, "", f"    - {{标题: 立项要核, 正文: 另一句话, 来源: {POINT}}}\n")

    assert "素材库" not in shelf("build", name, "--origins").err
    name = paper(tmp_path, "秘密", f"    - {{标题: 立项要核, 正文: 另一句话, 来源: {POINT}}}\n")
    assert f"素材库 {POINT}" in shelf("build", name, "--origins").err


def test_a_new_outline_keeps_the_mark_of_the_old(shelf, tmp_path):
    """So that what it takes over stays under it."""
    assert shelf("new", "--from", "涉密讲话", "-o", "新.yaml").code == 0
    assert "密级: 秘密★1年" in (tmp_path / "新.yaml").read_text(encoding="utf-8")


def test_a_pack_holds_no_secret_paper_unasked(shelf):
    """A file that holds one secret entry is one."""
    assert shelf("library", "export", "-o", "包.zip").code == 3
    packed = shelf("library", "export", "-o", "包.zip", "--secrecy", "秘密", "--json").json["files"][0]
    assert (packed["names"], packed["hidden"]) == (["涉密讲话"], 1)
    assert shelf("library", "export", "-o", "全.zip", "--secrecy", "绝密").code == 0
    assert shelf("library", "export", "-o", "乙.zip", "涉密讲话").code == 3


def test_what_is_taken_in_keeps_or_is_given_its_mark(shelf, tmp_path):
    """The mark of an old paper, of the outline that one extends, and the one that is given, whichever is highest."""
    (tmp_path / "旧.txt").write_text(
        "机密\n关于旧事的报告\n一、旧事\n这是旧事里的一句话。\n", encoding="utf-8"
    )
    (tmp_path / "底.yaml").write_text(SECRET, encoding="utf-8")
    (tmp_path / "接.yaml").write_text(
        "继承: 底.yaml\n标题: 接着写的\n开头: 接着写的一句话。\n", encoding="utf-8"
    )
    (tmp_path / "素.yaml").write_text(PAPER.replace("在会上", "在素会上"), encoding="utf-8")
    for name in ("旧.txt", "接.yaml"):
        assert shelf("library", "add", name).code == 0
    assert shelf("library", "add", "素.yaml", "--secrecy", "绝密").code == 0
    assert shelf("library", "add", "素.yaml", "--secrecy", "很秘").code == 2

    for id_, level in (("旧", "机密"), ("接", "秘密"), ("素", "绝密")):
        assert f"密级是{level}" in shelf("library", "show", id_).err


def test_what_the_speaker_said_last_in_secret_is_not_told(shelf, tmp_path):
    """Only a paper of that mark is held against it."""
    name = paper(tmp_path, "")

    assert "涉密会议" not in shelf("check", name, "--json").out


def test_a_server_of_an_older_version_learns_the_marks_of_what_it_holds(server, drafter, tmp_path):
    """Its entries are made anew from the texts: what it kept of them says nothing of marks."""
    import psycopg

    (tmp_path / "涉密讲话.yaml").write_text(SECRET, encoding="utf-8")
    assert drafter("library", "add", "涉密讲话.yaml").code == 0
    with psycopg.connect(server, autocommit=True) as database:
        forget = "UPDATE drafter_entry SET about = (about::jsonb - 'secrecy')::text"
        for statement in (
            forget,
            "ALTER TABLE drafter_entry DROP COLUMN rank",
            "UPDATE drafter_meta SET value = '1.2'",
        ):
            database.execute(statement)

    assert "密级是秘密" in drafter("library", "show", "涉密讲话").err
    assert drafter("library", "search", "退回重报", "--json").json["hits"] == []
    assert drafter("library", "search", "退回重报", "--secrecy", "秘密", "--json").json["hits"]
