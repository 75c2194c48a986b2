"""Public bodies in running text. People and firms are invented, places and bodies are real."""

import pytest

from kg.nlp import bodies
from kg.nlp.spans import choose


def found(text: str) -> list[str]:
    return [text[c.start : c.end] for c in choose(text, bodies.candidates(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市委书记甲成林、市长乙文", ["市委"]),
        ("市委、市政府高度重视", ["市委", "市政府"]),
        ("县委县政府", ["县委", "县政府"]),
        ("滨湖区委书记、区人武部部长", ["滨湖区委", "区人武部"]),
        ("无锡市发展改革委、工信局联合印发", ["无锡市发展改革委", "工信局"]),
        ("市住建局副局长甲成林、自然资源局副局长乙文", ["市住建局", "自然资源局"]),
        ("市委常委、统战部部长", ["市委", "统战部"]),
        ("省人大常委会、省政协", ["省人大常委会", "省政协"]),
        ("江苏证监局和南京海关", ["江苏证监局", "南京海关"]),
        ("国家税务总局无锡市税务局", ["国家税务总局无锡市税务局"]),
        ("市中级人民法院、市检察院", ["市中级人民法院", "市检察院"]),
        ("市公安局梁溪分局、市政府党组", ["市公安局梁溪分局", "市政府党组"]),
        ("国务院、国家发改委和工信部", ["国务院", "国家发改委", "工信部"]),
        ("美国财政部与德国联邦政府", ["美国财政部", "德国联邦政府"]),
        ("乌衣镇政府、街道办事处", ["乌衣镇政府", "街道办事处"]),
        # zones
        ("琅琊经开区管委会主任", ["琅琊经开区管委会"]),
        ("珠海高新区投促中心签约", ["珠海高新区投促中心"]),
        ("天府新区眉山管委会主任", ["天府新区眉山管委会"]),
        ("稀土高新区党工委", ["稀土高新区党工委"]),
        # words that only look like the beginning of a name
        ("由市财政局会同市农业农村局管理", ["市财政局", "市农业农村局"]),
        ("不排除会同省通信管理局采取措施", ["省通信管理局"]),
    ],
)
def test_bodies(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "各部门、有关部门和市领导",
        "受市委托，区委员甲成林",
        "城市政府债券，社区委员会",
        "各市委、各县（市）区委",
        "某市政府与两个镇政府",
        "法国南特市政府主办",
        "美国夏威夷州毛伊县政府",
        "政府性基金",
    ],
)
def test_what_is_no_body(text: str) -> None:
    assert found(text) == []
