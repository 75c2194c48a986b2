"""The main path: the same input gives the same bytes, whatever the order, the number of workers, and however often it was killed."""

import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import kg
from kg.build import Report, refresh
from kg.cli import app
from kg.decisions import make
from kg.errors import StoreError, UsageError
from kg.explore import problems
from kg.export import FORMATS
from kg.export.files import digest
from kg.extract import extract_paths, pipeline
from kg.store import Store

OUTPUTS = ("graph.html", "graph.graphml")

# Builds, and kills itself without warning at the n-th word of a stage.
KILLED = """
import os, signal, sys, threading
import kg
stage, number, delay, jobs, out, *paths = sys.argv[1:]
count = 0
def die():
    os.kill(os.getpid(), signal.SIGKILL)
def told(name, done, total):
    global count
    count += name == stage
    if name == stage and count == int(number):
        threading.Timer(float(delay), die).start() if float(delay) else die()
kg.build(paths, out=out, jobs=int(jobs), use_model=False, progress=told)
print("whole")
threading.Event().wait(5)
"""


def run(pages: Path, out: Path, **options: Any) -> Report:
    return kg.build([pages], out=out, **{"use_model": False, "jobs": 1} | options)


def outputs(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in OUTPUTS}


@pytest.fixture
def whole(pages: Path, tmp_path: Path) -> dict[str, bytes]:
    """What an undisturbed build of `pages` writes."""
    run(pages, tmp_path / "whole")
    return outputs(tmp_path / "whole")


def test_build_finds_articles_and_writes_both_files(pages: Path, tmp_path: Path) -> None:
    report = run(pages, tmp_path / "out")
    assert (report.given, report.read, report.total_articles, report.problems) == (3, 3, 22, [])
    assert [entry.path.name for entry in report.written] == list(OUTPUTS)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted([*OUTPUTS, "kg.sqlite"])


def test_second_build_reads_nothing_and_changes_no_byte(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(pages, tmp_path / "out")
    before = outputs(tmp_path / "out")
    times = {name: (tmp_path / "out" / name).stat().st_mtime_ns for name in OUTPUTS}

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("read or extracted again")

    monkeypatch.setattr(sys.modules["kg.build"], "read_articles", refuse)
    monkeypatch.setattr("kg.workers.extract_batch", refuse)
    report = run(pages, tmp_path / "out")
    assert (report.read, report.extracted, [entry.changed for entry in report.written]) == (0, 0, [False, False])
    assert outputs(tmp_path / "out") == before
    assert {name: (tmp_path / "out" / name).stat().st_mtime_ns for name in OUTPUTS} == times


@pytest.mark.parametrize(
    ("stage", "number", "delay", "jobs"),
    [("read", 2, 0, 1), ("extract", 2, 0, 1), ("extract", 2, 0, 2), ("extract", 3, 0.01, 1), ("export", 1, 0.03, 1), ("export", 2, 0, 1)],
)
def test_killed_build_goes_on_and_gives_the_same_bytes(
    stage: str, number: int, delay: float, jobs: int, pages: Path, tmp_path: Path, whole: dict[str, bytes]
) -> None:
    out, script = tmp_path / "out", tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")
    command = [sys.executable, str(script), stage, str(number), str(delay), str(jobs), str(out), str(pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert done.stdout == "" or delay
    report = run(pages, out)
    assert outputs(out) == whole
    assert report.read + report.extracted < 25 or stage == "read"
    assert sorted(path.name for path in out.iterdir()) == sorted([*OUTPUTS, "kg.sqlite"])


@pytest.mark.parametrize("name", ["csv", "neo4j"])
def test_killed_export_of_a_folder_leaves_nothing_behind(name: str, pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(pages, out)
    code = """
import csv, os, signal, sys, kg
csv.writer = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
kg.build([sys.argv[1]], out=sys.argv[2], jobs=1, use_model=False, formats=[sys.argv[3]])
"""
    assert subprocess.run([sys.executable, "-c", code, str(pages), str(out), name], check=False, timeout=120).returncode == -signal.SIGKILL
    assert [path.is_dir() for path in out.glob(".graph-*.part")] == [True]
    (out / ".decisions.csv.999.part").touch()
    (out / f".graph-{name}.old").mkdir()
    (out / ".thesis.999.part").touch()  # of somebody else
    run(pages, out, formats=[name])
    assert sorted(path.name for path in out.iterdir()) == sorted([*OUTPUTS, "kg.sqlite", f"graph-{name}", ".thesis.999.part"])


def test_interrupted_build_lets_go_and_goes_on(pages: Path, tmp_path: Path, whole: dict[str, bytes]) -> None:
    def interrupt(stage: str, done: int, total: int) -> None:
        if stage == "extract" and done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(pages, tmp_path / "out", progress=interrupt, jobs=2)
    report = run(pages, tmp_path / "out")
    assert (report.read, 0 < report.extracted < 22) == (0, True)
    assert outputs(tmp_path / "out") == whole


def test_order_copies_and_workers_change_no_byte(pages: Path, tmp_path: Path, whole: dict[str, bytes]) -> None:
    shuffled = sorted(pages.iterdir(), reverse=True)
    kg.build([*shuffled, pages], out=tmp_path / "shuffled", jobs=2, use_model=False)
    assert outputs(tmp_path / "shuffled") == whole
    for file in shuffled:  # one at a time, the last first
        kg.build([file], out=tmp_path / "single", jobs=1, use_model=False)
    assert outputs(tmp_path / "single") == whole


def test_time_zone_and_hash_seed_change_no_byte(pages: Path, tmp_path: Path, whole: dict[str, bytes]) -> None:
    code = "import sys, kg; kg.build([sys.argv[1]], out=sys.argv[2], jobs=1, use_model=False)"
    environment = os.environ | {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LANG": "C"}
    subprocess.run([sys.executable, "-c", code, str(pages), str(tmp_path / "out")], env=environment, check=True)
    assert outputs(tmp_path / "out") == whole


def test_only_what_changed_is_read(pages: Path, tmp_path: Path) -> None:
    run(pages, tmp_path / "out")
    (pages / "new.txt").write_text("本报讯 3月20日，云杉智控有限公司在滁州市开工。", encoding="utf-8")
    report = run(pages, tmp_path / "out")
    assert (report.read, report.extracted, report.total_articles) == (1, 1, 23)


def test_files_gone_from_a_given_folder_leave_others_stay(pages: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("本报讯 3月20日，云杉智控有限公司在滁州市开工。", encoding="utf-8")
    kg.build([pages, elsewhere], out=tmp_path / "out", jobs=1, use_model=False)
    elsewhere.unlink()
    (pages / "rows.jsonl").unlink()
    report = run(pages, tmp_path / "out")
    assert (report.removed, report.total_articles) == (1, 3)
    (pages / "old.txt").unlink()
    run(pages, tmp_path / "out")
    elsewhere.write_text("本报讯 3月20日，云杉智控有限公司在滁州市开工。", encoding="utf-8")
    kg.build([pages, elsewhere], out=tmp_path / "out", jobs=1, use_model=False)
    kg.build([pages, elsewhere], out=tmp_path / "fresh", jobs=1, use_model=False)
    assert outputs(tmp_path / "out") == outputs(tmp_path / "fresh")


def test_settings_are_part_of_what_was_read(pages: Path, tmp_path: Path) -> None:
    run(pages, tmp_path / "out")
    report = run(pages, tmp_path / "out", locality="江苏省徐州市")
    assert report.read == 3
    assert {article.locality for article in report.articles} == {"江苏省徐州市"}
    assert all("locality" not in article.inferred for article in report.articles)


def test_bad_files_are_listed_and_the_others_done(pages: Path, tmp_path: Path) -> None:
    (pages / "empty.txt").touch()
    (pages / "junk.txt").write_bytes(bytes(range(256)) * 40)
    (pages / "latin.txt").write_text("No Chinese in here at all.", encoding="utf-8")
    (pages / "picture.png").write_bytes(b"\x89PNG")
    report = run(pages, tmp_path / "out")
    assert [Path(problem.source).name for problem in report.problems] == ["empty.txt", "junk.txt", "latin.txt", "picture.png"]
    assert all(problem.reason and problem.advice for problem in report.problems)
    assert report.total_articles == 22
    again = run(pages, tmp_path / "out")
    assert (again.read, again.problems) == (0, report.problems)


def test_a_table_whose_last_line_was_cut_is_listed_and_its_other_rows_are_in_the_graph(pages: Path, tmp_path: Path) -> None:
    whole = run(pages, tmp_path / "whole").total_articles
    rows = (pages / "rows.jsonl").read_text(encoding="utf-8")
    (pages / "rows.jsonl").write_text(rows + '\n{"text": "本报讯 市长', encoding="utf-8")
    for read in (3, 0):
        report = run(pages, tmp_path / "out")
        assert (report.read, report.total_articles) == (read, whole)
        assert [(Path(p.source).name, "其余 20 行已读入" in p.reason) for p in report.problems] == [("rows.jsonl", True)]
    assert CliRunner().invoke(app, ["build", str(pages), "-o", str(tmp_path / "out"), "--no-model"]).exit_code == 1
    extracted = CliRunner().invoke(app, ["extract", str(pages / "rows.jsonl"), "--no-model"])
    assert (extracted.exit_code, len(extracted.stdout.splitlines())) == (1, 20)
    (pages / "rows.jsonl").write_text(rows, encoding="utf-8")
    assert (run(pages, tmp_path / "out").problems, outputs(tmp_path / "out")) == ([], outputs(tmp_path / "whole"))


def test_article_that_breaks_the_pipeline_is_listed_and_the_others_done(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(doc: Any) -> Any:
        if "第7条" in doc._.article.text:
            raise ValueError("broken on purpose")
        return doc

    broken = kg.load(use_model=False)
    broken.add_pipe("kg_values", name="again")
    monkeypatch.setattr(broken, "_components", [*broken._components, ("breaking", breaking)])
    monkeypatch.setattr("kg.workers.pipeline", lambda **_: broken)
    report = run(pages, tmp_path / "out")
    assert [("第7条" in problem.reason, "broken on purpose" in problem.reason) for problem in report.problems] == [(True, True)]
    assert report.extracted == 22
    assert (tmp_path / "out" / "graph.html").is_file()


def test_outputs_in_the_input_folder_are_no_input(pages: Path) -> None:
    first = kg.build([pages], out=pages / "out", jobs=1, use_model=False)
    again = kg.build([pages], out=pages / "out", jobs=1, use_model=False)
    assert (first.given, again.given, again.problems, again.read) == (3, 3, [], 0)


@pytest.mark.parametrize(("given", "out"), [("pages", "."), ("pages", "pages"), (".", ".")])
def test_output_folder_may_hold_the_pages_or_be_their_folder(given: str, out: str, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What we wrote there is no input, everything else is."""
    monkeypatch.chdir(pages.parent)
    for read in (3, 0):
        report = kg.build([given], out=out, jobs=1, use_model=False, formats=["html", "jsonl", "csv"])
        assert (report.given, report.read, report.problems) == (3, read, [])
        refresh(out, [make("rename", "Company:云杉智控有限公司", "云杉", at="2024-05-01")])


def test_the_same_page_from_another_working_folder_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for side, firm in (("a", "江汀控股集团有限公司"), ("b", "云杉智控有限公司")):
        (tmp_path / side / "pages").mkdir(parents=True)
        (tmp_path / side / "pages" / "x.txt").write_text(f"本报讯 3月20日，{firm}在滁州市开工。", encoding="utf-8")
        monkeypatch.chdir(tmp_path / side)
        report = kg.build(["pages"], out=tmp_path / "out", jobs=1, use_model=False)
    assert (report.sources, report.total_articles, report.removed) == (2, 2, 0), "two files of one relative name"
    monkeypatch.chdir(tmp_path / "a" / "pages")
    for given in (".", "x.txt", tmp_path / "a", "../pages/../pages/x.txt"):
        report = kg.build([given], out="../../out", jobs=1, use_model=False)
        assert (report.sources, report.read, report.removed, [entry.changed for entry in report.written]) == (2, 0, 0, [False, False])


def test_problems_are_told_from_where_the_user_is(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (pages / "empty.txt").touch()
    for folder, given, told in (
        (tmp_path, "pages", "pages/empty.txt"),
        (pages, ".", "empty.txt"),
        (Path("/"), pages, str(pages / "empty.txt")),
    ):
        monkeypatch.chdir(folder)
        report = kg.build([given], out=tmp_path / "out", jobs=1, use_model=False)
        assert [problem.source for problem in report.problems] == [told.removeprefix("/") if folder == Path("/") else told]
        assert [source for source, _ in problems(tmp_path / "out")] == [problem.source for problem in report.problems]


@pytest.mark.parametrize("moved", ["both", "out", "copy"])
def test_moved_output_folder_knows_its_pages(moved: str, pages: Path, tmp_path: Path) -> None:
    home, new = tmp_path / "home", tmp_path / "elsewhere" / "new"
    home.mkdir()
    pages.rename(home / "pages")
    run(home / "pages", home / "out")
    new.parent.mkdir()
    if moved == "both":
        home.rename(new)
    elif moved == "copy":
        shutil.copytree(home, new)
    else:
        new.mkdir()
        (home / "out").rename(new / "out")
    folder = (home if moved == "out" else new) / "pages"
    report = run(folder, new / "out")
    assert (report.sources, report.read, report.removed, report.total_articles) == (3, 0, 0, 22)
    (folder / "old.txt").unlink()
    report = run(folder, new / "out")
    assert (report.sources, report.read, report.removed) == (2, 0, 1)
    run(folder, new / "fresh")
    assert outputs(new / "out") == outputs(new / "fresh")


def test_page_deleted_while_the_output_folder_moved_is_gone(pages: Path, tmp_path: Path) -> None:
    run(pages, tmp_path / "out")
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    (tmp_path / "out").rename(tmp_path / "deep" / "deeper" / "out")
    (pages / "old.txt").unlink()
    report = run(pages, tmp_path / "deep" / "deeper" / "out")
    assert (report.sources, report.read, report.removed) == (2, 0, 1)


@pytest.mark.parametrize("edited", [False, True])
def test_pages_of_a_renamed_folder_can_leave(edited: bool, pages: Path, tmp_path: Path) -> None:
    (pages / "empty.txt").touch()
    run(pages, tmp_path / "out")
    new = pages.rename(tmp_path / "new")
    report = run(new, tmp_path / "out", paper="滁州日报" if edited else None)
    assert (report.sources, report.removed) == (4, 0)
    assert sorted(Path(path).name for path in report.moved) == ["empty.txt", "old.txt", "rows.jsonl", "滁州日报_20240313_A01.txt"]
    (new / "old.txt").unlink()
    rows = (new / "rows.jsonl").read_text(encoding="utf-8")
    (new / "rows.jsonl").write_text(rows.replace("第1条生产线投产", "第一条生产线投产"), encoding="utf-8")
    report = run(new, tmp_path / "out")
    assert (report.sources, report.total_articles, len(report.gone), report.moved) == (3, 21, 1, [])
    run(new, tmp_path / "fresh")
    assert outputs(tmp_path / "out") == outputs(tmp_path / "fresh")


def test_a_copy_keeps_both_names_and_a_page_renamed_in_its_folder_did_not_leave(pages: Path, tmp_path: Path) -> None:
    run(pages, tmp_path / "out")
    shutil.copytree(pages, tmp_path / "copy")
    report = run(tmp_path / "copy", tmp_path / "out")
    assert (report.sources, report.gone, report.moved) == (6, [], [])
    (pages / "old.txt").rename(pages / "older.txt")
    report = run(pages, tmp_path / "out")
    assert (report.sources, report.gone, [Path(path).name for path in report.moved]) == (6, [], ["old.txt"])


def test_folder_given_again_empty_leaves(pages: Path, tmp_path: Path) -> None:
    run(pages, tmp_path / "out")
    shutil.rmtree(pages)
    assert run(pages, tmp_path / "out").removed == 0
    pages.mkdir()
    report = run(pages, tmp_path / "out")
    assert (report.removed, report.sources) == (3, 0)


def test_closing_table_names_the_files_that_left_or_moved(pages: Path, tmp_path: Path) -> None:
    run(pages, tmp_path / "out")
    (pages / "old.txt").unlink()
    (pages / "rows.jsonl").rename(pages / "lines.jsonl")
    said = CliRunner().invoke(app, ["build", str(pages), "-o", str(tmp_path / "out"), "--no-model"], env={"COLUMNS": "300"}).stdout
    lines = {word: next(line for line in said.splitlines() if word in line) for word in ("移出图谱", "改记新位置")}
    assert "old.txt" in lines["移出图谱"]
    assert "rows.jsonl" in lines["改记新位置"]


def test_nothing_to_read_writes_nothing(tmp_path: Path) -> None:
    report = kg.build([tmp_path / "missing"], out=tmp_path / "out", use_model=False)
    assert [problem.missing for problem in report.problems] == [True]
    assert not (tmp_path / "out").exists()


def test_failed_export_leaves_the_older_file(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    run(pages, out)
    before = outputs(out)
    (pages / "old.txt").unlink()
    with monkeypatch.context() as patched:
        patched.setattr("kg.export.graphml.write", _half)
        with pytest.raises(StoreError, match=r"graph\.graphml"):
            run(pages, out, formats=["graphml"])
    assert (out / "graph.graphml").read_bytes() == before["graph.graphml"]
    assert sorted(path.name for path in out.iterdir()) == sorted([*OUTPUTS, "kg.sqlite"])


def _half(graph: object, ontology: object, path: Path, **_: object) -> None:
    path.write_text("<graphml>", encoding="utf-8")
    raise OSError(28, "No space left on device")


def test_build_makes_no_connection(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    pipeline.cache_clear()
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert run(pages, tmp_path / "out").total_articles == 22


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"formats": ["pdf"]}, "graphml"),
        ({"jobs": 0}, "jobs"),
        ({"published": "昨天"}, "2024-05-27"),
        ({"published": "2024-13-01"}, "2024-05-27"),
        ({"locality": "桃花源"}, "桃花源"),
        ({"locality": "鼓楼区"}, "全称"),
    ],
)
def test_options_that_make_no_sense(options: dict[str, Any], message: str, pages: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=message):
        run(pages, tmp_path / "out", **options)
    assert not (tmp_path / "out").exists()


def test_moved_file_is_the_same_article(pages: Path, tmp_path: Path) -> None:
    run(pages, tmp_path / "out")
    shutil.copy(pages / "old.txt", pages / "copy.txt")
    report = run(pages, tmp_path / "out")
    assert (report.read, report.extracted, report.total_articles) == (1, 0, 22)


def test_python_way_in(pages: Path, tmp_path: Path) -> None:
    run(pages, tmp_path / "out")
    graph = kg.open(tmp_path / "out")
    assert len(graph.entities) == len(graph.nodes_)
    assert {"subject", "relation", "object", "date", "status", "quote", "article"} <= set(graph.statements.columns)
    text = json.loads((pages / "rows.jsonl").read_text(encoding="utf-8").splitlines()[0])["text"]
    article, entities, statements = kg.extract(text, published="2024-03-02", use_model=False)
    assert article.text in text
    assert isinstance(entities, tuple)
    assert isinstance(statements, tuple)


@pytest.mark.parametrize("kind", [str, Path])
def test_a_single_path_is_one_path(kind: Any, pages: Path, tmp_path: Path) -> None:
    (tmp_path / "known.csv").write_text("type,name\nCompany,云杉智控有限公司\n", encoding="utf-8")
    report = kg.build(kind(pages), out=tmp_path / "out", known=kind(tmp_path / "known.csv"), jobs=1, use_model=False)
    assert (report.given, report.problems) == (3, [])
    assert len(list(extract_paths(kind(pages / "old.txt"), use_model=False))) == 1


def test_build_dates_what_happened_as_extract_does(tmp_path: Path) -> None:
    """Two days before it was printed: 昨天 counts from the dateline."""
    page = tmp_path / "page.txt"
    page.write_text("市领导走访企业\n\n本报5月25日讯 昨天，市委书记岑国栋来到江汀控股集团有限公司调研。\n", encoding="utf-8")
    options = {"published": "2024-05-27", "locality": "安徽省滁州市", "use_model": False}
    (extraction,) = extract_paths([page], **options)  # type: ignore[arg-type]
    run(page, tmp_path / "out", **options)
    table = kg.open(tmp_path / "out").statements
    dated = {statement.relation: statement.date for statement in extraction.statements}
    assert dated["visited"] == "2024-05-24"
    assert dict(zip(table["relation"], table["date"].fillna(""), strict=True)) == {key: date or "" for key, date in dated.items()}


def test_judgements_of_an_older_store_count_in_a_new_one(pages: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    run(pages, old)
    refresh(old, [make("rename", "Company:云杉智控有限公司", "云杉")])
    with sqlite3.connect(old / "kg.sqlite") as db:
        db.execute("PRAGMA user_version = 3")
    db.close()
    with pytest.raises(StoreError, match=r"decisions\.csv"):
        run(pages, old)
    new.mkdir()
    shutil.copy(old / "decisions.csv", new)
    run(pages, new)
    assert "云杉" in set(kg.open(new).entities["name"])


def test_judgements_reach_the_files_of_every_export(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(pages, out, formats=["graphml"])
    formats = {"jsonl": ("--lang", "en"), "csv": (), "gexf": ("--top", "2"), "graphml": ("--lang", "en")}
    for name, options in formats.items():
        assert CliRunner().invoke(app, ["export", str(out), "--format", name, *options]).exit_code == 0
    (out / "graph.ttl").write_text("", encoding="utf-8")  # of before exports were noted
    part = (out / "graph-part.gexf").read_bytes()
    refresh(out, [make("rename", "Company:云杉智控有限公司", "云杉新名")])
    for name in ("statements.jsonl", "graph-csv/nodes.csv", "graph.graphml", "graph.ttl"):
        assert "云杉新名" in (out / name).read_text(encoding="utf-8"), name
    assert (out / "graph-part.gexf").read_bytes() == part
    for name, lang in {"jsonl": "en", "graphml": "en", "csv": "zh"}.items():
        target = tmp_path / f"again.{name}"
        assert CliRunner().invoke(app, ["export", str(out), "--format", name, "--lang", lang, "--to", str(target)]).exit_code == 0
        assert digest(target) == digest(out / FORMATS[name].file)


def test_export_to_its_place_goes_on_while_somebody_reads(pages: Path, tmp_path: Path) -> None:
    run(pages, tmp_path / "out")
    with Store.open(tmp_path / "out"):
        assert CliRunner().invoke(app, ["export", str(tmp_path / "out"), "--format", "jsonl"]).exit_code == 0
    assert (tmp_path / "out" / "statements.jsonl").is_file()


def test_unsure_statements_stay_out_of_the_graph_and_come_back(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    every = kg.build([pages], out=out, jobs=1).statements
    sure = kg.open(out).statements["confidence"].max()
    some = kg.build([pages], out=out, jobs=1, min_confidence=sure)
    assert 0 < some.statements < every
    assert some.extracted == 0
    assert (kg.open(out).statements["confidence"] >= sure).all()
    assert kg.build([pages], out=out, jobs=1).statements == every
    with pytest.raises(UsageError, match="0 到 1"):
        kg.build([pages], out=out, min_confidence=2)


def plain(*words: object) -> str:
    """What a command prints, without the lines of its tables."""
    said = CliRunner().invoke(app, [*map(str, words)], env={"COLUMNS": "300"}).stdout
    return "\n".join(" ".join(line.split()) for line in re.sub("[│┃]", " ", said).splitlines())


def test_a_decision_that_waits_is_no_name(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(pages, out)
    made = make("rename", "Person:无此人", "某人")
    refresh(out, [made, make("rename", "Company:云杉智控有限公司", "云杉")])
    said = plain("build", pages, "-o", out, "--no-model", "--jobs", "1")
    assert f"有 1 个人工决定未生效（{made.id}）" in said
    assert f"决定 {made.id}" not in said
    said = plain("stats", out)
    assert "未生效的人工决定 (1)\n" in said
    assert f"决定 {made.id}" not in said
    assert f"{made.id} “无此人”现在找不到" in said
    listed = plain("decisions", out)
    assert listed.count("改名（未生效）") == 1
    assert re.search(rf"{made.id} [-\d: ]+ 改名（未生效） 无此人", listed)
