"""The committee, the government and the congress of a division of the mainland are told by their full names. All people and firms are invented.

Read are all divisions whose name begins with a word for one (镇江市) or is that of several, and every tenth of the others.
"""

import pytest

from kg import divisions, jurisdiction
from kg.extract import extract_batch, pipeline
from kg.types import Article, Extraction

LEVELS = ("prefecture", "county")
ENDS = "市县区旗州"
ELSEWHERE = ("71", "81", "82")  # where such bodies are not


def _units() -> list[divisions.Division]:
    found = (unit for units in divisions.names().values() for unit in units)
    every = sorted(
        {unit.code: unit for unit in found if unit.level in LEVELS and unit.name[-1] in ENDS and unit.code[:2] not in ELSEWHERE}.values(),
        key=lambda unit: unit.code,
    )
    words = tuple(jurisdiction.WORDS)
    return [u for n, u in enumerate(every) if n % 10 == 0 or u.name.startswith(words) or len(divisions.lookup(u.name)) > 1]


def _article(unit: divisions.Division) -> Article:
    name = unit.name
    return Article(
        unit.code,
        "",
        f"9月23日，{unit.in_full}召开大会。{name}委书记方致远、{name}{name[-1]}长秦晓岚出席。"
        f"{name}政府与青禾机电有限公司签约。{name}人大常委会主任林清和致辞。\n",
    )


@pytest.fixture(scope="module")
def told() -> list[tuple[divisions.Division, Extraction | Exception]]:
    nlp = pipeline(use_model=False)
    units = _units()
    return [
        pair
        for at in range(0, len(units), 16)
        for pair in zip(units[at : at + 16], extract_batch([_article(u) for u in units[at : at + 16]], nlp), strict=True)
    ]


def test_its_bodies_have_their_full_names(told):
    assert len(told) > 400
    missed = {}
    for unit, extraction in told:
        assert isinstance(extraction, Extraction)
        name = jurisdiction.display(unit.code)
        wanted = {f"中共{name}委员会", f"{name}人民政府", f"{name}人民代表大会常务委员会"}
        missed[unit.code, unit.name] = wanted - {entity.name for entity in extraction.entities}
    assert {key: names for key, names in missed.items() if names} == {}
