"""What tests of several rooms share. All people, firms and happenings are invented."""

import json
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path

import pytest

from kg import graph, ontology
from kg.export import FORMATS
from kg.packing import Extracted, content, pack_entities, pack_statements
from kg.resolve import resolve
from kg.store import SourceRow, Store
from kg.types import Article, Entity, Evidence, Extraction, Mention, Statement

ROOT = Path(__file__).parents[1]
needs_ftm = pytest.mark.skipif(find_spec("followthemoney") is None, reason="needs the extra ftm, which is compiled (.ci/run installs it)")
EVERY_FORMAT = [pytest.param(name, marks=needs_ftm) if name == "ftm" else name for name in FORMATS]

PAGE = """本报讯 3月12日，市委书记岑国栋来到江汀控股集团有限公司调研。
    江汀控股集团有限公司总投资5.2亿元。副市长厉文舟参加调研。（记者 卜晓）

岑国栋调研重点企业
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of pages of several kinds: two texts, one of them in GB18030, and a table of articles."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "滁州日报_20240313_A01.txt").write_text(PAGE, encoding="utf-8")
    (folder / "old.txt").write_bytes("安徽省滁州市商务局3月14日与云杉智控有限公司签署合作协议。\n".encode("gb18030"))
    rows = [
        {
            "title": f"云杉智控第{number}条生产线投产",
            "text": f"本报讯 3月{number}日，云杉智控有限公司第{number}条生产线在滁州市琅琊区投产，总投资{number}亿元。",
            "published": f"2024-03-{number:02}",
        }
        for number in range(1, 21)
    ]
    (folder / "rows.jsonl").write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return folder


class Teller:
    """Makes extractions by hand: sentences of names, each name said once in the text."""

    def article(self, id_: str, text: str, **more: str | None) -> Article:
        fields = {"title": f"报道{id_}", "published": "2024-03-13", "locality": "安徽省滁州市", "locality_code": "3411"} | more
        return Article(id_, f"{id_}.txt", text, **fields)  # type: ignore[arg-type]

    def tell(self, article: Article, entities: Iterable[Entity], statements: Iterable[Statement] = ()) -> Extraction:
        return Extraction(article, tuple(entities), tuple(statements))

    def entity(self, article: Article, id_: str, type_: str, said: str, name: str = "", **data: object) -> Entity:
        start = article.text.find(said)
        mentions = (Mention(start, start + len(said), type_, said),) if start >= 0 else ()
        name = name or said
        return Entity(id_, type_, name, mentions, () if name == said else (said,), data)

    def statement(self, article: Article, subject: str, relation: str, target: str, **more: object) -> Statement:
        quote = Evidence(0, len(article.text), article.text)
        return Statement("s1", subject, relation, target, quote, rule="by-hand", **more)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def teller() -> Teller:
    return Teller()


@pytest.fixture(scope="session")
def told(teller: Teller) -> list[Extraction]:
    """Four articles of two cities about two namesakes, a firm under its long and short name, a plan that came true and one that did not."""
    city, other = {"code": "3411", "resolved": True}, {"code": "3203", "resolved": True}
    a = teller.article("a1", "市委书记岑国栋来到江汀控股集团有限公司，总投资5.2亿元。")
    b = teller.article("a2", "市委书记岑国栋将走访江汀控股，拟与云杉智控签约。", published="2024-03-10")
    c = teller.article("a3", "市长岑国栋走访云杉智控。", published="2024-05-02", locality="江苏省徐州市", locality_code="3203")
    d = teller.article("a4", "云杉智控总投资5.2亿元，市委书记岑国栋出席。", published=None)
    one, two = "中共滁州市委员会", "徐州市人民政府"
    full = "江汀控股集团有限公司"
    return [
        teller.tell(
            a,
            [
                teller.entity(a, "e1", "Person", "岑国栋"),
                teller.entity(a, "e2", "PublicBody", "市委", one, **city),
                Entity("e3", "Company", full, teller.entity(a, "e3", "Company", full).mentions, ("江汀控股",)),
                teller.entity(a, "e4", "Amount", "5.2亿元", value=520000000, currency="CNY"),
            ],
            [
                teller.statement(a, "e1", "holds_position", "e2", qualifiers={"title": "市委书记"}),
                teller.statement(a, "e1", "visited", "e3", date="2024-03-12"),
                teller.statement(a, "e3", "invests_amount", "e4", qualifiers={"metric": "总投资"}),
            ],
        ),
        teller.tell(
            b,
            [
                teller.entity(b, "e1", "Person", "岑国栋"),
                teller.entity(b, "e2", "PublicBody", "市委", one, **city),
                teller.entity(b, "e3", "Company", "江汀控股"),
                teller.entity(b, "e4", "Company", "云杉智控"),
            ],
            [
                teller.statement(b, "e1", "holds_position", "e2", qualifiers={"title": "市委书记"}),
                teller.statement(b, "e1", "visited", "e3", status="planned", date="2024-03-12"),
                teller.statement(b, "e4", "signed_with", "e3", status="planned"),
            ],
        ),
        teller.tell(
            c,
            [
                teller.entity(c, "e1", "Person", "岑国栋"),
                teller.entity(c, "e2", "PublicBody", "市长", two, **other),
                teller.entity(c, "e3", "Company", "云杉智控"),
            ],
            [
                teller.statement(c, "e1", "holds_position", "e2", qualifiers={"title": "市长"}),
                teller.statement(c, "e1", "visited", "e3"),
            ],
        ),
        teller.tell(
            d,
            [
                teller.entity(d, "e1", "Company", "云杉智控"),
                teller.entity(d, "e2", "Amount", "5.2亿元", value=520000000, currency="CNY"),
                teller.entity(d, "e3", "Person", "岑国栋"),
                teller.entity(d, "e4", "PublicBody", "市委", resolved=False),
            ],
            [
                teller.statement(d, "e1", "invests_amount", "e2", qualifiers={"metric": "总投资"}),
                teller.statement(d, "e3", "holds_position", "e4", qualifiers={"title": "市委书记"}),
            ],
        ),
    ]


@pytest.fixture(scope="session")
def keep() -> Callable[[Path, Iterable[Extraction]], Path]:
    """Puts extractions into the store of a folder, and the graph that they give."""

    def put(folder: Path, extractions: Iterable[Extraction]) -> Path:
        with Store.create(folder) as store:
            for extraction in extractions:
                article = extraction.article
                store.save_source(SourceRow(article.source, "by hand"), [article])
                row = Extracted(content(article), pack_entities(extraction.entities), pack_statements(extraction.statements))
                store.save_extracted([row], "by hand")
            resolution = resolve(store.extractions())
            nodes, facts = graph.facts(store.extractions(), resolution, ontology.load())
            store.save_graph(nodes, facts, resolution.unresolved, store.state())
        return folder

    return put


@pytest.fixture(scope="session")
def out(told: list[Extraction], keep: Callable[[Path, Iterable[Extraction]], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder made of `told`."""
    return keep(tmp_path_factory.mktemp("out"), told)
