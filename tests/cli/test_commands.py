"""The commands, as a user meets them: words out, exit codes, both languages."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app
from kg.errors import KgError, StoreError, UsageError
from kg.types import Extraction

ROOT = Path(__file__).parents[2]


def kg(*words: object, **environment: str) -> "subprocess.CompletedProcess[str]":
    """The real command in a process of its own."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8", env=os.environ | environment, timeout=120)


def say(*words: object) -> Result:
    """The command in this process; our own errors are raised."""
    result = CliRunner().invoke(app, [*map(str, words)])
    if isinstance(result.exception, KgError):
        raise result.exception
    return result


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, kg.cli; print(sorted({'spacy', 'networkx', 'pandas', 'numpy', 'rich', 'pyvis', 'srsly'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    assert "政企图谱" in say("--help").stdout


@pytest.mark.parametrize("command", ["build", "extract", "export", "show", "path", "stats", "evaluate", "ontology"])
def test_every_command_has_help_in_both_languages(command: str) -> None:
    shown = say(command, "--help").stdout
    assert "--lang" in shown
    assert any("\u4e00" <= char <= "\u9fff" for char in shown)


def test_english_help_has_no_chinese() -> None:
    shown = kg("stats", "--help", KG_LANG="en").stdout
    assert "Counts" in shown
    assert not any("\u4e00" <= char <= "\u9fff" for char in shown)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("build",), 2),
        (("nonsense",), 2),
        (("ontology", "--lang", "fr"), 2),
        (("export", "OUT", "--format", "pdf"), 2),
        (("show", "nowhere", "岑国栋"), 2),
        (("stats", "nowhere"), 2),
        (("evaluate", "nowhere"), 2),
        (("extract", "nowhere"), 2),
        (("build", "nowhere", "-o", "OUT"), 2),
    ],
)
def test_wrong_use_is_two(words: tuple[str, ...], code: int, tmp_path: Path, out: Path) -> None:
    try:
        found = say(
            *(str(tmp_path / "new") if word == "OUT" and words[0] == "build" else str(out) if word == "OUT" else word for word in words)
        ).exit_code
    except KgError as error:
        from kg.errors import NotFound, StoreError, UsageError

        found = 2 if isinstance(error, UsageError | StoreError | NotFound) else 1
    assert found == code


def test_bad_input_through_the_real_command(pages: Path, tmp_path: Path) -> None:
    (pages / "empty.txt").touch()
    (pages / "junk.txt").write_bytes(bytes(range(256)) * 40)
    (pages / "english.txt").write_text("No Chinese here.", encoding="utf-8")
    done = kg("build", pages, tmp_path / "missing.txt", "-o", tmp_path / "out", "--no-model", "--jobs", "1")
    assert done.returncode == 1, done.stderr
    said = done.stdout.replace("\n", "")
    for name, word in (("empty.txt", "空"), ("junk.txt", "二进制"), ("english.txt", "没有中文"), ("missing.txt", "没有这个文件")):
        assert name in said
        assert word in said
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["graph.graphml", "graph.html", "kg.sqlite"]


def test_folder_that_cannot_be_written_is_told_in_one_line(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = kg("build", pages, "-o", tmp_path / "file" / "out")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("kg: ")
    assert "无法写入" in done.stderr
    assert done.stderr.count("\n") == 1


def test_interruption_says_that_it_goes_on(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["kg.build"], "build", interrupt)
    result = say("build", pages, "-o", tmp_path / "out")
    assert (result.exit_code, "接着做" in result.stderr) == (130, True)


def test_closing_table_says_what_was_inferred(tmp_path: Path) -> None:
    result = say("build", ROOT / "seeds", "-o", tmp_path / "out", "--no-model", "--jobs", "1")
    assert result.exit_code == 0
    assert "江苏省无锡市（推断）" in result.stdout
    assert "2024-05-27（推断）" in result.stdout
    assert "杜小刚调研市区重点企业" in result.stdout
    assert "年份从" in result.stdout
    again = say("build", ROOT / "seeds", "-o", tmp_path / "out", "--no-model", "--lang", "en", "--jobs", "1")
    assert "read 0, unchanged 1" in again.stdout


def test_extract_prints_json_lines_alone(pages: Path) -> None:
    (pages / "empty.txt").touch()
    done = kg("extract", pages, "--no-model")
    assert done.returncode == 1
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == 22
    assert "empty.txt" in done.stderr
    assert "云杉智控" in done.stdout  # readable, not \\u escapes


def test_output_is_utf8_whatever_the_console(pages: Path) -> None:
    command = [sys.executable, "-c", "from kg.cli import main; main()", "extract", str(pages / "old.txt"), "--no-model"]
    done = subprocess.run(
        command, capture_output=True, check=True, env=os.environ | {"PYTHONIOENCODING": "ascii", "LANG": "C", "PYTHONUTF8": "0"}
    )
    assert "云杉智控有限公司" in done.stdout.decode("utf-8")


def test_show_tells_posts_relations_and_sentences(out: Path) -> None:
    shown = say("show", out, "江汀控股").stdout
    assert "江汀控股集团有限公司" in shown
    assert "总投资" in shown
    assert "5.2亿元" in shown
    assert "2024-03-12" in shown
    assert "“市委书记岑国栋来到江汀控股集团有限公司" in shown
    assert "计划" in shown  # the planned signing
    assert "调研走访" in shown


def test_show_of_namesakes_asks_which(out: Path) -> None:
    result = say("show", out, "岑国栋")
    assert result.exit_code == 2
    assert "中共滁州市委员会市委书记" in result.stderr
    assert "徐州市人民政府市长" in result.stderr
    ids = [line.split()[0] for line in result.stderr.splitlines() if line.startswith("  ")]
    assert len(ids) == 2
    shown = say("show", out, "岑国栋", "--id", ids[0])
    assert shown.exit_code == 0
    assert "职务" in shown.stdout


def test_show_of_nobody_names_the_similar(out: Path) -> None:
    done = kg("show", out, "江汀集团")
    assert done.returncode == 2
    assert "没有“江汀集团”" in done.stderr
    done = kg("show", out, "控股集团", "--lang", "en")
    assert "江汀控股集团有限公司" in done.stderr


def test_path_tells_each_step(out: Path) -> None:
    shown = say("path", out, "徐州市人民政府", "江汀控股集团有限公司").stdout
    assert [line[:2] for line in shown.splitlines() if line[:1].isdigit()] == ["1.", "2.", "3."]
    assert "—签约→" in shown
    assert "“" in shown


def test_path_between_strangers(told: list[Extraction], keep: Callable[[Path, Iterable[Extraction]], Path], tmp_path: Path) -> None:
    done = kg("path", keep(tmp_path, [told[0], told[2]]), "中共滁州市委员会", "徐州市人民政府")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "kg: “中共滁州市委员会”与“徐州市人民政府”在图谱里没有连通。\n"


def test_stats_tell_counts_and_what_is_unresolved(out: Path) -> None:
    shown = say("stats", out).stdout
    assert "机构简称" in shown
    assert "2024-05" in shown
    assert "调研走访" in shown


def test_export_writes_where_told(out: Path, tmp_path: Path) -> None:
    target = tmp_path / "g.graphml"
    assert str(target) in say("export", out, "--format", "graphml", "--to", target).stdout
    assert "江汀控股集团有限公司" in target.read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["g.graphml"]


@pytest.mark.parametrize("name", ["csv", "neo4j"])
def test_export_of_a_folder_deletes_nothing_of_anybody_else(name: str, out: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert say("export", out, "--format", name, "--to", tmp_path / "docs").exit_code == 0
        (tmp_path / "docs" / ".DS_Store").touch()
    (tmp_path / "docs" / "thesis.txt").write_text("三年", encoding="utf-8")
    (tmp_path / "notes").write_text("笔记", encoding="utf-8")
    (tmp_path / "below" / "nodes.csv").mkdir(parents=True)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for target, word in (("docs", "thesis.txt"), ("notes", "文件夹"), ("below", "nodes.csv")):
        with pytest.raises(StoreError, match=word):
            say("export", out, "--format", name, "--to", tmp_path / target)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("target", [".", "..", "OUT", "OUT/kg.sqlite", "OUT/decisions.csv"])
@pytest.mark.parametrize("name", ["csv", "jsonl"])
def test_export_refuses_places_that_are_none(name: str, target: str, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    before = (out / "kg.sqlite").read_bytes()
    with pytest.raises(UsageError, match="--to"):
        say("export", out, "--format", name, "--to", target.replace("OUT", str(out)))
    assert (out / "kg.sqlite").read_bytes() == before


def test_evaluate_prints_totals(tmp_path: Path) -> None:
    result = say("evaluate", ROOT / "data/gold/seed", "--json", "--no-model")
    assert set(json.loads(result.stdout)) == {"entities", "relations"}


def test_ontology_lists_all() -> None:
    data = json.loads(say("ontology", "--json").stdout)
    assert (len(data["entities"]), len(data["relations"])) == (9, 20)
    assert "调研走访" in say("ontology").stdout


@pytest.mark.parametrize(("language", "says"), [("zh", "这里没有建好的图谱"), ("en", "no graph was built here")])
def test_errors_of_the_store_speak_the_language_of_the_command(language: str, says: str, tmp_path: Path) -> None:
    done = kg("stats", tmp_path, "--lang", language)
    assert done.returncode == 2
    assert says in done.stderr


def test_a_store_that_is_none_is_told_in_english(tmp_path: Path) -> None:
    (tmp_path / "kg.sqlite").write_bytes(b"no database at all" * 100)
    done = kg("stats", tmp_path, KG_LANG="en")
    assert done.returncode == 2
    assert "no store of kg, or damaged" in done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("show", "OUT"), "错误：缺少参数 NAME"),
        (("show", "OUT", "甲", "--foo"), "错误：没有选项 --foo"),
        (("show", "OUT", "甲", "乙"), "错误：多了参数：乙"),
        (("show", "OUT", "甲", "--limit", "x"), "错误：--limit 的值不对："),
        (("show", "OUT", "甲", "--limit"), "错误：选项 --limit 后面要有值"),
        (("nonsense",), "错误：没有命令 nonsense"),
        (("show", "OUT", "--lang", "en"), "Error: Missing argument 'NAME'"),
        (("show", "OUT", "--lang=en"), "Error: Missing argument 'NAME'"),
    ],
)
def test_wrong_use_is_told_in_the_language_of_the_command(words: tuple[str, ...], says: str) -> None:
    done = say(*words)
    assert done.exit_code == 2
    assert says in done.stderr
    assert ("Usage" in done.stderr) == ("--lang" in " ".join(words))


def test_help_says_which_language_is_the_default() -> None:
    shown = say("show", "--help").stdout
    assert "dynamic" not in shown
    assert "[default: (zh)]" in shown


def test_an_id_of_another_name_is_refused(out: Path) -> None:
    one = say("show", out, "云杉智控").stdout.split("company-")[1].split()[0]
    with pytest.raises(UsageError, match=r"是“云杉智控.*，不是“江汀控股集团有限公司”"):
        say("show", out, "江汀控股集团有限公司", "--id", f"company-{one}")
    assert "云杉智控" in say("show", out, "云杉智控", "--id", f"company-{one}").stdout


def test_a_path_to_itself_is_told(out: Path) -> None:
    with pytest.raises(UsageError, match="是同一个实体"):
        say("path", out, "云杉智控", "云杉智控")


def test_a_part_is_written_beside_the_whole(
    told: list[Extraction], keep: Callable[[Path, Iterable[Extraction]], Path], tmp_path: Path
) -> None:
    folder = keep(tmp_path / "out", told)
    for name, file in (("html", "graph.html"), ("csv", "graph-csv")):
        say("export", folder, "--format", name)
        before = (folder / file).stat().st_mtime_ns
        say("export", folder, "--format", name, "--top", "2")
        assert (folder / file).stat().st_mtime_ns == before
    assert (folder / "graph-part.html").stat().st_size < (folder / "graph.html").stat().st_size
    assert (folder / "graph-csv-part").is_dir()


def test_a_part_without_anything_or_around_several_is_refused(out: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有写文件"):
        say("export", out, "--format", "gexf", "--since", "2030", "--to", tmp_path / "x.gexf")
    with pytest.raises(UsageError, match="“岑国栋”有 2 个"):
        say("export", out, "--format", "gexf", "--around", "岑国栋", "--to", tmp_path / "x.gexf")
    assert not (tmp_path / "x.gexf").exists()


def test_both_readmes_list_every_command() -> None:
    from kg import cli

    names = {command.name for command in cli.app.registered_commands}
    for readme in ("README.md", "README.zh-CN.md"):
        rows = [line for line in (ROOT / readme).read_text(encoding="utf-8").splitlines() if line.startswith("| `kg ")]
        assert {name for row in rows for name in re.findall(r"`kg (\w+)", row.split(" | ")[0])} == names, readme


def test_errors_of_evaluation_name_their_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.evaluate.scoring import Error, Score

    monkeypatch.setattr(
        "kg.evaluate.evaluate", lambda *_, **__: Score(errors=[Error("d01", "wrong relation", "甲 [visited] 乙", "某句。", "visited:came")])
    )
    shown = say("evaluate", tmp_path, "--errors").stdout
    assert "d01 wrong relation: 甲 [visited] 乙 [visited:came]" in shown


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("build", "PAGES", "-o", "NEW", "--locality", "乌有乡"), "unknown locality '乌有乡'"),
        (("build", "PAGES", "-o", "NEW", "--published", "昨天"), "is no date"),
        (("build", "EMPTY", "-o", "NEW"), "the file is empty"),
        (("extract", "EMPTY"), "the file is empty; see whether it was downloaded or saved whole"),
        (("extract", "nowhere.txt"), "there is no such file or folder; check the path"),
        (("evaluate", "nowhere"), "no annotations"),
        (("review", "OUT", "--type", "Nobody"), "there are no entities of type “Nobody”"),
        (("review", "OUT", "--read", "nowhere.csv"), "cannot be read"),
        (("path", "OUT", "岑国栋", "岑国栋"), "there are 2 called “岑国栋”"),
    ],
)
def test_errors_speak_the_language_of_the_command(words: tuple[str, ...], says: str, tmp_path: Path, pages: Path, out: Path) -> None:
    (tmp_path / "empty.txt").touch()
    stands = {"PAGES": pages, "NEW": tmp_path / "new", "EMPTY": tmp_path / "empty.txt", "OUT": out}
    done = kg(*(stands.get(word, word) for word in words), "--lang", "en")
    assert says in " ".join((done.stdout + done.stderr).split())
    assert done.returncode in (1, 2)
