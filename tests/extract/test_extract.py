"""What `kg extract` and `kg.extract` give: the shape of DESIGN, quotes that stand in the text, no store."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import kg
from kg import config, ontology
from kg.config import Settings, checked_date, version
from kg.errors import UnreadableSource, UsageError
from kg.extract import extract_article, extract_batch, extract_paths, to_dict
from kg.nlp import build_nlp
from kg.types import STATUSES, Entity, Evidence, Extraction, Mention, Statement

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "kg"
HEAD = {"id": str, "source": str, "page": str | None, "title": str, "byline": list, "published": str | None, "locality": str | None}
_STATE_ASSETS = "国务院国有资产监督管理委员会"
STATEMENT = {
    "id": str,
    "subject": str,
    "relation": str,
    "object": str,
    "qualifiers": dict,
    "status": str,
    "date": str | None,
    "confidence": float | int,
    "rule": str,
    "evidence": dict,
}


def checked(record: dict[str, Any], shape: dict[str, Any]) -> None:
    assert set(shape) <= set(record)
    for key, type_ in shape.items():
        assert isinstance(record[key], type_), (key, record[key])


def check(data: dict[str, Any]) -> None:
    """One line of `kg extract`."""
    assert set(data) == {"article", "text", "entities", "statements"}
    checked(data["article"], HEAD)
    text, types = data["text"], ontology.load()
    ids = {}
    for entity in data["entities"]:
        checked(entity, {"id": str, "type": str, "name": str, "mentions": list})
        ids[entity["id"]] = entity["type"]
        assert entity["type"] in types.entities
        assert all(text[mention["start"] : mention["end"]] == mention["text"] for mention in entity["mentions"])
        assert entity["type"] != "Amount" or isinstance(entity["value"], int | float)
    for statement in data["statements"]:
        checked(statement, STATEMENT)
        evidence = statement["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["text"] != ""
        assert types.relations[statement["relation"]].allows(ids[statement["subject"]], ids[statement["object"]])
        assert statement["status"] in STATUSES
    assert len({statement["id"] for statement in data["statements"]}) == len(data["statements"])


def test_every_line_has_the_shape_of_the_design() -> None:
    lines = [to_dict(extraction) for extraction in extract_paths([ROOT / "seeds"], use_model=False)]
    assert len(lines) == 3
    for line in lines:
        check(json.loads(json.dumps(line)))


def test_amounts_carry_their_values(told: list[Extraction]) -> None:
    amount = next(entity for entity in to_dict(told[0])["entities"] if entity["type"] == "Amount")
    assert (amount["value"], amount["currency"], amount["name"]) == (520000000, "CNY", "5.2亿元")
    assert "value_max" not in amount


def test_inferred_fields_say_from_what() -> None:
    article = next(extract_paths([ROOT / "seeds"], use_model=False)).article
    assert (article.locality, article.byline) == ("江苏省无锡市", ("高美梅", "惠晓婧"))
    assert (article.published or "").startswith("2024-05-2")
    assert set(article.inferred) >= {"locality", "published"}


def test_given_fields_are_not_inferred() -> None:
    options = {"paper": "滁州日报", "locality": "滁州", "published": "2023-01-02", "use_model": False}
    for extraction in extract_paths([ROOT / "seeds"], **options):  # type: ignore[arg-type]
        article = extraction.article
        assert (article.paper, article.locality, article.published) == ("滁州日报", "安徽省滁州市", "2023-01-02")
        assert not set(article.inferred) & {"paper", "locality", "published"}


def test_the_same_article_gives_the_same_again(teller: Any) -> None:
    nlp = kg.load(use_model=False)
    article = teller.article("a", "本报讯 3月12日，市委书记岑国栋来到江汀控股集团有限公司调研，公司总投资5.2亿元。")
    assert extract_article(article, nlp) == extract_article(article, nlp)


def test_the_pipeline_alone_states_what_a_plain_text_says() -> None:
    doc = kg.load(use_model=False)("市委书记岑国栋来到江汀控股集团有限公司调研。")
    assert {statement.relation for statement in doc._.statements} == {"holds_position", "visited"}


@pytest.mark.parametrize("text", ["", "\n\n", "。", "岑", "\ud800市委", "市" * 3000, "（" * 500, "3月" * 800, "5.2亿元、" * 400])
def test_odd_texts_are_no_error(text: str) -> None:
    extraction = kg.extract(text, use_model=False)
    check(to_dict(extraction))


def test_quote_that_is_not_in_the_text_is_refused(teller: Any) -> None:
    nlp = kg.load(use_model=False)

    def lying(doc: Any) -> Any:
        doc._.entities = (Entity("e1", "Person", "甲", (Mention(0, 1, "Person", "甲"),)),)
        doc._.statements = (Statement("s1", "e1", "visited", "e1", Evidence(0, 3, "不在此"), rule="lying"),)
        return doc

    nlp._components.append(("lying", lying))
    with pytest.raises(AssertionError, match="lying"):
        extract_article(teller.article("a", "甲到乙厂。"), nlp)


def test_articles_told_together_are_as_told_alone_and_one_that_fails_leaves_the_others(teller: Any) -> None:
    nlp = kg.load(use_model=False)
    texts = ["3月12日，市委书记岑国栋来到江汀控股集团有限公司调研。", "坏。", "江汀控股集团有限公司与北岳车业集团有限公司签约。"]
    articles = [teller.article(str(number), text) for number, text in enumerate(texts)]
    alone = [extract_article(article, nlp) for article in articles]
    assert extract_batch(articles, nlp) == alone

    def failing(doc: Any) -> Any:
        if doc._.article.text == "坏。":
            raise ValueError("坏")
        return doc

    nlp._components.append(("failing", failing))
    first, bad, last = extract_batch(articles, nlp)
    assert [first, last] == [alone[0], alone[2]]
    assert isinstance(bad, ValueError)


def test_first_bad_file_raises_unless_problems_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").write_text("本报讯 3月12日，岑国栋来到云杉智控有限公司调研。", encoding="utf-8")
    with pytest.raises(UnreadableSource, match=r"a\.txt"):
        list(extract_paths([tmp_path], use_model=False))
    problems: list[Any] = []
    assert len(list(extract_paths([tmp_path], use_model=False, problems=problems))) == 1
    assert [problem.source.endswith("a.txt") for problem in problems] == [True]


def test_pipeline_is_spacy_and_has_its_entry_points() -> None:
    import spacy

    nlp = kg.load(use_model=False)
    assert nlp.pipe_names[-1] == "kg_relations"
    own = spacy.blank("zh")
    for name in nlp.pipe_names:  # by registered name, as a config of somebody else would
        own.add_pipe(name)
    doc = own("市委书记岑国栋来到江汀控股集团有限公司调研。")
    assert all(doc.text[span.start_char : span.end_char] == span.text for span in doc.ents)
    assert isinstance(doc._.statements, tuple)


@pytest.mark.parametrize("text", ["昨天", "2024/05/27", "2024-02-30", ""])
def test_dates_that_are_none(text: str) -> None:
    with pytest.raises(UsageError):
        checked_date(text)


def imported(file: Path) -> set[Path]:
    """The files of the package that a file imports, wherever in it, but for what only the type checker sees."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    aside = {
        id(each)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for each in ast.walk(node)
    }
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and id(node) not in aside:
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and id(node) not in aside:
            names |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    places = [PACKAGE.joinpath(*name.split(".")[1:]) for name in names if name.startswith("kg.")]
    return {file for place in places for file in (place.with_suffix(".py"), place / "__init__.py") if file.is_file()}


@pytest.mark.parametrize(
    ("parts", "roots"),
    [
        (config._READING, ["ingest"]),
        (config._EXTRACTION, ["nlp", "relations", "packing.py"]),
        (config._MERGING, ["resolve", "graph.py", "export"]),
    ],
)
def test_all_that_a_stage_imports_is_part_of_its_version(parts: tuple[str, ...], roots: list[str]) -> None:
    seen: set[Path] = set()
    todo = {file for root in roots for file in [PACKAGE / root, *(PACKAGE / root).rglob("*.py")] if file.is_file()}
    while todo := todo - seen:
        seen |= todo
        todo = {other for file in todo for other in imported(file)}
    left = {file.relative_to(PACKAGE).as_posix() for file in seen if not any(file.is_relative_to(PACKAGE / part) for part in parts)}
    assert left == {"errors.py", "records.py"}, "these two say nothing of what is found"


def test_versions_of_stages_are_stable_and_differ() -> None:
    assert version("read") == version("read")
    assert len({version("read"), version("extract"), version("merge")}) == 3


def test_settings_of_reading_do_not_hold_the_model() -> None:
    assert Settings(use_model=True).reading == Settings(use_model=False).reading


def test_the_wire_of_a_dateline_is_no_end_of_a_fact() -> None:
    extraction = kg.extract("市长秦晓岚会见外宾新华社云岭6月3日电市长秦晓岚3日与青禾机电有限公司总经理陆小满座谈。")
    (wire,) = (e.id for e in extraction.entities if e.name == "新华社")
    assert not [s for s in extraction.statements if wire in (s.subject, s.object)]
    assert any(s.relation == "met_with" for s in extraction.statements)


def test_a_component_of_somebody_else_finds_tokens_and_entities(teller: Any) -> None:
    seen: list[tuple[str, list[tuple[str, str]]]] = []

    @Language.component("somebody_else")
    def look(doc: Doc) -> Doc:
        seen.append((doc.text, [(span.text, span.label_) for span in doc.ents]))
        return doc

    article = teller.article("a", "市长方致远走访青禾机电有限公司。")
    mixed = build_nlp(use_model=False)
    mixed.add_pipe("somebody_else", last=True)
    assert extract_article(article, mixed) == extract_article(article, kg.load(use_model=False))
    ((text, entities),) = seen
    assert text == article.text
    assert ("方致远", "Person") in entities
    assert ("青禾机电有限公司", "Company") in entities


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("工业和信息化部、国资委、全国工商联联合组织开展对接活动。", {"工业和信息化部", _STATE_ASSETS}),
        ("发改委、财政部联合印发通知。", {"国家发展和改革委员会", "财政部"}),
        ("国资委最新数据显示，1至5月，中央企业完成投资1.7万亿元。", {_STATE_ASSETS}),
        ("国资委主任陈文海不久前直言，要加强管理。", {"国资委"}),  # whose, is not said
        ("滨湖区财政局、国资委联合印发通知。", {"无锡市滨湖区财政局"}),
    ],
)
def test_bodies_of_the_state_by_the_row_they_stand_in(text: str, bodies: set[str]) -> None:
    told = kg.extract(text)
    named = {entity.name for entity in told.entities if entity.type == "PublicBody"}
    assert bodies <= named
    assert _STATE_ASSETS in bodies or _STATE_ASSETS not in named


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("昨日，滨湖区昀朔产业母基金签约暨揭牌仪式举行。仪式上，母基金与昀泽科技有限公司签署投资协议。", {"昀泽科技有限公司"}),
        ("昨日，滨湖区昀朔慈善基金会揭牌仪式举行。仪式上，产业基金与昀泽科技有限公司签署投资协议。", set()),  # no fund's ceremony
    ],
)
def test_a_fund_that_a_ceremony_is_for_is_what_the_story_calls_its_fund(text: str, told: set[str]) -> None:
    found = kg.extract(text)
    names = {entity.id: entity.name for entity in found.entities}
    assert {names[s.object] for s in found.statements if s.relation == "signed_with" and names[s.subject].endswith("母基金")} == told
    assert any(name == "滨湖区昀朔产业母基金" for name in names.values()) is bool(told)
