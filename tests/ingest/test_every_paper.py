"""A paper of any division is read as its own: 市委, 自治区主席, 地委 and 行署专员 are those of the place that the dateline names. All people and firms are invented.

Read are all provinces and prefectures of the mainland, and every tenth county by its media centre.
"""

import pytest

from kg import divisions, jurisdiction
from kg.config import Settings
from kg.extract import extract_batch, pipeline, read_articles

ELSEWHERE = ("71", "81", "82")  # where such bodies are not
OF_THE_PROVINCE = ("2202", "6325")  # 吉林日报 and 海南日报 are the provinces' papers, not those of 吉林市 and 海南州


def _units() -> list[divisions.Division]:
    found = {unit.code: unit for units in divisions.names().values() for unit in units if unit.code[:2] not in ELSEWHERE}
    every = [found[code] for code in sorted(found)]
    large = [unit for unit in every if unit.level in ("province", "prefecture") and unit.code not in OF_THE_PROVINCE]
    counties = [unit for unit in every if unit.level == "county"]
    return large + [unit for unit in counties[::10] if len(divisions.lookup(unit.name)) == 1]


def _words(name: str) -> tuple[str, str, str]:
    """What a paper calls the committee, the head of the government, and the division itself."""
    if name.endswith("自治区"):
        return "自治区党委", "自治区主席", "自治区"
    if name.endswith("地区"):
        return "地委", "行署专员", "地区"
    return name[-1] + "委", name[-1] + "长", name[-1]


def _story(unit: divisions.Division) -> str:
    party, head, own = _words(unit.name)
    paper = f"{unit.name}融媒体中心" if unit.level == "county" else f"{unit.short or unit.name}日报"
    return (
        f"{paper}讯 11月6日，{party}书记方致远到青禾机电有限公司调研。{party}副书记、{head}秦晓岚参加。"
        f"{own}人大常委会主任林清和、{own}发展改革委主任何守成陪同。\n"
    )


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    folder, nlp, units = tmp_path_factory.mktemp("papers"), pipeline(use_model=False), _units()
    articles = []
    for unit in units:
        file = folder / f"{unit.code}.txt"
        file.write_text(_story(unit), encoding="utf-8")
        articles.append(next(article for _, found in read_articles(file, Settings(None, None, None, True)) for article in found))
    extractions = [one for at in range(0, len(articles), 16) for one in extract_batch(articles[at : at + 16], nlp)]
    return list(zip(units, extractions, strict=True))


def test_its_bodies_are_those_of_the_place(read):
    assert len(read) > 600
    missed = {}
    for unit, extraction in read:
        name = jurisdiction.display(unit.code)
        government = f"{name}行政公署" if name.endswith(("地区", "盟")) else f"{name}人民政府"
        wanted = {f"中共{name}委员会", government, f"{name}人民代表大会常务委员会", f"{name}发展和改革委员会"}
        missed[unit.code, unit.name] = wanted - {entity.name for entity in extraction.entities}
    assert {key: names for key, names in missed.items() if names} == {}


def test_its_head_holds_the_post_there(read):
    for unit, extraction in read:
        names = {entity.id: entity.name for entity in extraction.entities}
        posts = {(names[s.subject], s.qualifiers.get("title", "")) for s in extraction.statements if s.relation == "holds_position"}
        assert ("秦晓岚", _words(unit.name)[1]) in posts, unit.name
