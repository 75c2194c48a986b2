"""Names that the label before them tells. All names are invented."""

import pytest

from kg.nlp.labelled import labelled


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1.项目名称：昀岭小学教学楼\n", [("Project", "昀岭小学教学楼")]),
        ("当事人：岚城昀香食品加工厂；经营者：方远", [("Company", "岚城昀香食品加工厂")]),
        ("投资方:昀泽（岚城）控股集团  签约方:岚城", [("Company", "昀泽（岚城）控股集团")]),
        ("建设单位：昀岭中学\n", []),  # others know what it is
        ("项目名称：暂定，另行公布\n", []),
        ("公布项目名称：昀岭大桥\n", []),  # a word of a sentence
        ("项目名称：昀岭大桥，全长三公里\n", [("Project", "昀岭大桥")]),
    ],
)
def test_values_are_names_as_a_whole(text: str, told: list[tuple[str, str]]) -> None:
    assert [(c.type, text[c.start : c.end]) for c in labelled(text)] == told
