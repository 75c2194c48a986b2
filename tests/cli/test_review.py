"""Reviewing and judging, as a user does it: tables out, judgements in, everything taken back byte by byte."""

import csv
import re
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from kg import reviewing
from kg.build import refresh
from kg.cli import app
from kg.errors import KgError, NotFound, UsageError
from kg.export import FORMATS
from kg.store import Store
from kg.types import Extraction

Keep = Callable[[Path, Iterable[Extraction]], Path]


def say(*words: object) -> Result:
    result = CliRunner().invoke(app, [*map(str, words)])
    if isinstance(result.exception, KgError):
        raise result.exception
    return result


@pytest.fixture
def folder(out: Path, tmp_path: Path) -> Path:
    """A copy of the folder of `told` with two outputs in it."""
    copy = tmp_path / "out"
    shutil.copytree(out, copy)
    with Store.create(copy) as store:
        store.remember(**{"export html": "old-zh-0", "export graphml": "old-zh-0"})
    for name in ("html", "graphml"):
        (copy / FORMATS[name].file).touch()
    refresh(copy)
    return copy


def ids(folder: Path, name: str) -> list[str]:
    with Store.open(folder) as store:
        return [node.id for node in store.nodes() if node.name == name]


def _members(folder: Path) -> dict[str, int]:
    with Store.open(folder) as store:
        return {node.id: len(node.members) for node in store.nodes() if node.name == "岑国栋"}


def written(folder: Path) -> dict[str, bytes]:
    return {name: (folder / FORMATS[name].file).read_bytes() for name in ("html", "graphml")}


def test_review_lists_namesakes_with_reasons_and_sentences(folder: Path) -> None:
    shown = say("review", folder, "--type", "Person").stdout
    assert "姓名相同" in shown
    assert "岑国栋" in shown
    assert "“市长岑国栋走访云杉智控。”" in shown


def test_merge_then_undo_restores_every_byte(folder: Path) -> None:
    before = written(folder)
    one, other, *_ = ids(folder, "岑国栋")
    shown = say("merge", folder, one, other, "--by", "甲", "--note", "公示").stdout
    id_ = shown.split("决定 ")[1][:10]
    assert len(ids(folder, "岑国栋")) == len([one, other, *_]) - 1
    assert written(folder) != before
    assert id_ in say("decisions", folder).stdout
    say("decisions", folder, "--undo", id_)
    assert written(folder) == before
    assert len(ids(folder, "岑国栋")) == len([one, other, *_])


def test_split_and_rename_then_undo_restores_every_byte(folder: Path) -> None:
    before = written(folder)
    members = _members(folder)
    count, node = len(members), max(members, key=lambda id_: members[id_])
    made = [
        say("split", folder, node, "--article", "a2").stdout.split("决定 ")[1][:10],
        say("rename", folder, "江汀控股", "江汀").stdout.split("决定 ")[1][:10],
    ]
    assert len(ids(folder, "岑国栋")) == count + 1
    assert len(ids(folder, "江汀")) == 1
    say("decisions", folder, "--undo", made[0], "--undo", made[1])
    assert written(folder) == before


def test_table_is_filled_in_and_read_back_once(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "review.csv"
    say("split", folder, max(_members(folder), key=lambda id_: _members(folder)[id_]), "--article", "a4")
    say("review", folder, "--csv", table, "--limit", "0", "--type", "Person")
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["left_name"] for row in rows] == ["岑国栋"]  # the pair that was split is judged already
    rows[0]["judgement"] = "同"
    for encoding in ("utf-8-sig", "gb18030"):  # as written, and as spreadsheets on Chinese Windows save it: the second reading adds nothing
        with table.open("w", encoding=encoding, newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
        say("review", folder, "--read", table, "--by", "乙")
    with Store.open(folder) as store:
        assert sorted(one.kind for one in store.decisions()) == ["different", "same"]
    assert "没有需要看的" in say("review", folder, "--type", "Person", "--limit", "0").stdout


def test_wrong_word_in_the_table_is_told(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "review.csv"
    say("review", folder, "--csv", table)
    text = table.read_text(encoding="utf-8-sig").splitlines()
    table.write_text("\n".join([text[0], "也许" + text[1], *text[2:]]), encoding="utf-8")
    result = say("review", folder, "--read", table)
    assert result.exit_code == 1
    assert "第 2 行" in result.stderr


def test_decisions_live_in_a_plain_file_and_come_back_from_it(folder: Path, keep: Keep, told: list[Extraction], tmp_path: Path) -> None:
    one, other, *_ = ids(folder, "岑国栋")
    say("merge", folder, one, other)
    file = folder / "decisions.csv"
    assert file.read_text(encoding="utf-8").startswith("id,kind,left,right,by,note,at\n")
    fresh = keep(tmp_path / "fresh", told)  # built anew elsewhere
    shutil.copy(file, fresh / "decisions.csv")
    refresh(fresh)
    assert len(ids(fresh, "岑国栋")) == len(ids(folder, "岑国栋"))
    file.unlink()
    refresh(folder)
    assert file.read_bytes() == (fresh / "decisions.csv").read_bytes()


def test_broken_line_of_the_file_is_reported_and_the_rest_counts(folder: Path) -> None:
    say("merge", folder, *ids(folder, "岑国栋")[:2])
    file = folder / "decisions.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "d1,perhaps,x,y,,,\n", encoding="utf-8")
    report = refresh(folder)
    assert [problem.reason[:5] for problem in report.problems] == ["第 3 行"]
    assert file.read_text(encoding="utf-8").endswith("d1,perhaps,x,y,,,\n")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("merge", "云杉智控", "没有此人"), NotFound),
        (("merge", "江汀控股", "安徽省滁州市"), NotFound),
        (("merge", "江汀控股", "江汀控股集团有限公司"), UsageError),  # one already
        (("split", "江汀控股", "云杉智控"), None),
        (("rename", "江汀控股", "  "), UsageError),
        (("split", "江汀控股", "--article", "nothing"), UsageError),
        (("decisions", "--undo", "d0"), UsageError),
        (("review", "--type", "Nobody"), UsageError),
    ],
)
def test_wrong_use_is_told(folder: Path, words: tuple[str, ...], error: type[KgError] | None) -> None:
    command, *rest = words
    if error is None:
        assert say(command, folder, *rest).exit_code == 0
    else:
        with pytest.raises(error):
            say(command, folder, *rest)


def test_several_of_one_name_are_listed(folder: Path) -> None:
    result = say("merge", folder, "岑国栋", "岑国栋")
    assert result.exit_code == 2
    assert all(id_ in result.stderr for id_ in ids(folder, "岑国栋"))
    assert "，与云杉智控有关系" in result.stderr  # what tells one from the others


def test_namesake_that_is_tied_to_nobody_is_no_end_of_a_way(teller: Any, keep: Keep, tmp_path: Path) -> None:
    told = []
    for number, text in enumerate(["岑国栋走访云杉智控有限公司。", "岑国栋获奖。"]):
        article = teller.article(f"s{number}", text, locality=None, locality_code=None)
        ends = [teller.entity(article, "e1", "Person", "岑国栋")]
        if not number:
            ends.append(teller.entity(article, "e2", "Company", "云杉智控有限公司"))
        told.append(teller.tell(article, ends, [teller.statement(article, "e1", "visited", "e2")] if not number else []))
    folder = keep(tmp_path / "two", told)
    assert len(ids(folder, "岑国栋")) == len(told)
    assert "走访" in say("path", folder, "岑国栋", "云杉智控有限公司").stdout
    assert "见《报道s1》" in say("show", folder, "岑国栋").stderr


@pytest.mark.parametrize("command", ["review", "merge", "split", "rename", "decisions"])
def test_commands_have_help(command: str) -> None:
    assert "--lang" in say(command, "--help").stdout


def test_show_tells_a_life_in_posts_with_contradictions(told: list[Extraction], keep: Keep, teller: Any, tmp_path: Path) -> None:
    """Two 市长 of one month are told at both, never smoothed over."""
    article = teller.article("c1", "市长厉文舟出席。", published="2024-05-20", locality="江苏省徐州市", locality_code="3203")
    entities = [
        teller.entity(article, "e1", "Person", "厉文舟"),
        teller.entity(article, "e2", "PublicBody", "市长", "徐州市人民政府", code="3203", resolved=True),
    ]
    rival = teller.tell(article, entities, [teller.statement(article, "e1", "holds_position", "e2", qualifiers={"title": "市长"})])
    out = keep(tmp_path / "rivals", [*told, rival])
    shown = say("show", out, "厉文舟").stdout
    assert "2024-05-20  徐州市人民政府 市长" in shown
    assert "2024-05另有岑国栋任此职" in shown
    assert "“市长厉文舟出席。”" in shown
    assert "矛盾" in say("review", out, "--type", "Person").stdout


def test_what_is_one_already_is_told(folder: Path) -> None:
    one, other, *_ = ids(folder, "岑国栋")
    with pytest.raises(UsageError, match="已是同一个：岑国栋"):
        say("merge", folder, one, one)
    say("merge", folder, one, other)
    with pytest.raises(UsageError, match="已是同一个：岑国栋"):
        say("merge", folder, "岑国栋", "岑国栋")


def test_review_takes_a_type_by_its_label_and_counts_once(folder: Path) -> None:
    shown = say("review", folder, "--type", "人物").stdout
    assert shown == say("review", folder, "--type", "person").stdout == say("review", folder, "--type", "Person").stdout
    assert shown.count(" 篇，") > 0
    assert not re.search(r"(\d+ 篇)，\1", say("review", folder, "--limit", "0").stdout)


def test_decisions_tell_posts_local_time_and_what_was_taken_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other, *_ = ids(folder, "岑国栋")
    made = say("merge", folder, one, other).stdout.split("决定 ")[1][:10]
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    with Store.open(folder) as store:
        (at,) = [one.at for one in store.decisions()]
    here = (datetime.fromisoformat(at) + timedelta(hours=8)).strftime("%Y-%m-%d")
    shown = "".join(say("decisions", folder).stdout.split())
    assert here in shown
    assert "市委书记" in shown
    assert "已撤回" not in shown
    say("decisions", folder, "--undo", made)
    assert "同一（已撤回）" in "".join(re.sub("[│┃]", "", say("decisions", folder).stdout).split())
    monkeypatch.undo()
    time.tzset()


def test_a_table_gives_no_formula_away(folder: Path, tmp_path: Path) -> None:
    row = reviewing.rows(folder)[0]
    reviewing.write(tmp_path / "r.csv", [replace(row, left_name="\t=1+1", right_name="=2")])
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        (read,) = csv.DictReader(file)
    assert (read["left_name"], read["right_name"]) == ("'\t=1+1", "'=2")
