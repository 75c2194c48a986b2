"""Firms told by the place before them. All names are invented."""

import pytest

from kg.nlp.placed_names import placed_names


def names(text: str, place: str) -> list[str]:
    places = {text.index(place): text.index(place) + len(place)} if place else {}
    return [text[c.start : c.end] for c in placed_names(text, places)]


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("来自岚城昀泽吊篮。", "岚城", ["岚城昀泽吊篮"]),
        ("被岚城和昀体育收购", "岚城", ["岚城和昀体育"]),
        ("去年与岚国正昀食品结为伙伴", "岚国", ["岚国正昀食品"]),
        ("座椅来自南通昀泽座椅，", "", ["南通昀泽座椅"]),
        ("卖给岚国沐朔岚耐火、", "岚国", ["岚国沐朔岚耐火"]),
        ("引进岚国施泰因公司全套技术", "岚国", []),  # no country that is known
        ("引进奥地利施泰昀因公司全套技术", "奥地利", []),
        ("引进奥地利施泰因公司全套技术", "奥地利", ["奥地利施泰因公司"]),
        ("走访奥地利公司", "奥地利", []),
        ("走进岚城高新区昀泽吊篮。", "岚城高新区", ["昀泽吊篮"]),
        # near misses
        ("与岚城与昀泽科技座谈", "岚城", []),
        ("岚城智慧物流发展", "岚城", []),
        ("岚城昀泽科技有限公司", "岚城", []),
        ("岚城昀泽陶瓷产业", "岚城", []),
        ("岚城南通电子厂商", "岚城", []),
        ("岚城市昀泽汽车城", "岚城", []),
    ],
)
def test_placed_names(text: str, place: str, found: list[str]) -> None:
    assert names(text, place) == found
