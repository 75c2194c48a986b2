"""A judgement speaks of articles by their words; when a page is corrected, it goes on to the corrected article, or is said not to be in force."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg
from kg import decisions
from kg.build import Report
from kg.cli import app
from kg.resolve.corrected import corrected
from kg.store import Store
from kg.types import Article, Decision

VISIT = "岑国栋调研企业\n\n本报3月12日讯 市委书记岑国栋来到江汀控股集团有限公司调研，听取了企业负责人的汇报。\n"
MEETING = "厉文舟会见客商\n\n本报3月14日讯 市长厉文舟会见云杉智控有限公司客人。市委书记岑国栋参加会见，介绍了全市的情况。\n"


def run(pages: Path, out: Path) -> Report:
    return kg.build([pages], out=out, published="2024-03-15", locality="安徽省滁州市", use_model=False, jobs=1)


def say(*words: object) -> str:
    result = CliRunner().invoke(app, [*map(str, words)], env={"COLUMNS": "300"})
    assert result.exit_code == 0, result.output
    return "\n".join(" ".join(line.split()) for line in re.sub("[│┃]", " ", result.output).splitlines())


def people(out: Path) -> int:
    with Store.open(out) as store:
        return sum(node.name == "岑国栋" for node in store.nodes())


def kept(out: Path) -> list[Decision]:
    with Store.open(out) as store:
        return store.decisions()


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Two pages that name one person, and the graph in which somebody has said that they are two."""
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "visit.txt").write_text(VISIT, encoding="utf-8")
    (folder / "meeting.txt").write_text(MEETING, encoding="utf-8")
    run(folder, tmp_path / "out")
    assert people(tmp_path / "out") == 1
    say("split", tmp_path / "out", "岑国栋", "--article", "厉文舟会见")
    assert people(tmp_path / "out") == 2
    return folder


CORRECTED = MEETING.replace("客人", "客人一行")


@pytest.mark.parametrize(
    "texts",
    [
        (CORRECTED,),
        (MEETING.replace("厉文舟会见客商", "厉文舟会见外地客商"),),
        (CORRECTED, CORRECTED.replace("全市的情况", "全市发展的情况")),
        (CORRECTED, MEETING, CORRECTED),
        (MEETING + "会见前，双方考察了园区的生产线，并就下一步的合作作了交流。\n",),
    ],
)
def test_judgement_goes_on_to_the_corrected_article(texts: tuple[str, ...], town: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for text in texts:
        (town / "meeting.txt").write_text(text, encoding="utf-8")
        run(town, out)
        assert people(out) == 2
        assert "未生效" not in say("decisions", out)
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / decisions.FILE).write_bytes((out / decisions.FILE).read_bytes())
    run(town, tmp_path / "again")
    assert (tmp_path / "again" / "graph.html").read_bytes() == (out / "graph.html").read_bytes()


def test_it_is_said_and_may_be_taken_back(town: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (town / "meeting.txt").write_text(CORRECTED, encoding="utf-8")
    assert run(town, out).corrected == ["《厉文舟会见客商》"]
    split, made = kept(out)
    assert f"{made.id} " in say("decisions", out)
    assert "报道更正" in say("decisions", out)
    (town / "meeting.txt").write_text(CORRECTED.replace("情况", "形势"), encoding="utf-8")
    said = say("build", town, "-o", out, "--no-model", "--published", "2024-03-15", "--locality", "滁州市", "--jobs", "1")
    assert "有 1 篇报道更正过，人工决定沿用到更正后的报道（《厉文舟会见客商》）" in said
    say("decisions", out, "--undo", kept(out)[-1].id)
    assert people(out) == 1
    assert f"{split.id} " in next(line for line in say("decisions", out).splitlines() if "不同（未生效）" in line)


def test_page_that_was_corrected_and_renamed(town: Path, tmp_path: Path) -> None:
    (town / "meeting.txt").unlink()
    (town / "meeting-2.txt").write_text(CORRECTED, encoding="utf-8")
    report = run(town, tmp_path / "out")
    assert (people(tmp_path / "out"), report.corrected, report.removed) == (2, ["《厉文舟会见客商》"], 1)


def test_page_that_was_corrected_in_a_renamed_folder(town: Path, tmp_path: Path) -> None:
    out, new = tmp_path / "out", town.rename(tmp_path / "city")
    (new / "meeting.txt").write_text(CORRECTED, encoding="utf-8")
    report = run(new, out)
    assert (people(out), report.corrected, report.sources, report.total_articles, len(report.moved)) == (2, ["《厉文舟会见客商》"], 2, 2, 2)
    (new / "meeting.txt").unlink()
    assert (run(new, out).total_articles, people(out)) == (1, 1)


def test_pages_of_one_name_in_renamed_folders_of_days(tmp_path: Path) -> None:
    for day, text in (("12", VISIT), ("14", MEETING)):
        (tmp_path / "old" / day).mkdir(parents=True)
        (tmp_path / "old" / day / "A01.txt").write_text(text, encoding="utf-8")
    run(tmp_path / "old", tmp_path / "out")
    new = (tmp_path / "old").rename(tmp_path / "new")
    for day, text in (("12", VISIT.replace("汇报", "介绍")), ("14", CORRECTED)):
        (new / day / "A01.txt").write_text(text, encoding="utf-8")
    report = run(new, tmp_path / "out")
    assert (report.sources, report.total_articles, len(report.moved)) == (2, 2, 2)


def test_another_page_of_the_same_name_takes_nobodys_place(town: Path, tmp_path: Path) -> None:
    new = town.rename(tmp_path / "city")
    (new / "meeting.txt").write_text("云杉智控有限公司在琅琊区投资建厂，总投资3亿元。\n", encoding="utf-8")
    report = run(new, tmp_path / "out")
    assert (report.sources, report.total_articles, [Path(path).name for path in report.moved]) == (3, 3, ["visit.txt"])


def test_another_article_in_its_place_is_not_judged(town: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    other = "厉文舟会见客商\n\n本报3月15日讯 全市招商推介会举行，市委书记岑国栋、市长厉文舟与十余家企业座谈，签下三个项目。\n"
    (town / "meeting.txt").write_text(other, encoding="utf-8")
    assert run(town, out).corrected == []
    assert "不同（未生效）" in say("decisions", out)
    (town / "meeting.txt").write_text(MEETING, encoding="utf-8")
    run(town, out)
    assert people(out) == 2


def test_of_two_rows_that_may_be_meant_none_is_taken(tmp_path: Path) -> None:
    def write(*words: str) -> None:
        rows = [{"title": "简讯", "published": "2024-03-15", "text": f"市委书记岑国栋来到江汀控股集团有限公司{word}。"} for word in words]
        (tmp_path / "rows.jsonl").write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")

    out = tmp_path / "out"
    write("调研", "考察生产线", "主持座谈会")
    run(tmp_path / "rows.jsonl", out)
    with Store.open(out) as store:
        (row,) = (article for article in store.texts_of("../rows.jsonl") if "生产线" in article.text)
    say("split", out, "岑国栋", "--article", row.id)
    write("调研", "考察新生产线", "考察老生产线", "主持座谈会")
    assert run(tmp_path / "rows.jsonl", out).corrected == []
    assert "不同（未生效）" in say("decisions", out)


@pytest.mark.parametrize(
    ("before", "now", "elsewhere", "found"),
    [
        (("a", "签约", "1日", "甲乙丙丁戊己庚辛"), ("b", "签约", "1日", "甲乙丙丁戊己庚"), False, True),
        (("a", "签约", "1日", "甲乙丙丁戊己庚辛"), ("b", "签约", "1日", "子丑寅卯辰巳"), False, False),
        (("a", "签约", "1日", "甲乙丙丁戊己庚辛"), ("b", "签约", "2日", "甲乙丙丁戊己庚辛"), False, True),
        (("a", "签约", "1日", "甲乙丙丁戊己庚辛"), ("b", "签约", "2日", "甲乙丙丁戊己庚辛"), True, False),
        (("a", "签约", None, "甲乙丙丁戊己庚辛"), ("b", "开工", None, "甲乙丙丁戊己庚辛"), False, False),
        (("a", "", None, "甲乙丙丁戊己庚辛"), ("b", "", None, "甲乙丙丁戊己庚辛壬"), False, True),
        (("a", "", None, "甲乙丙丁戊己庚辛"), ("b", "", None, "甲乙丙丁戊己庚辛壬"), True, False),
    ],
)
def test_what_counts_as_the_same_article(
    before: tuple[str, str, str | None, str], now: tuple[str, str, str | None, str], elsewhere: bool, found: bool
) -> None:
    old, new = (Article(id_, "page.txt", text, title, published=day) for id_, title, day, text in (before, now))
    assert corrected([old], [new], elsewhere=elsewhere) == ([(old, new)] if found else [])
    assert corrected([old], [old, new], elsewhere=elsewhere) == []
