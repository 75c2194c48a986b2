"""Whether a short name is of a firm, and which mentions of an article are one firm. All firms are invented."""

import pytest

from kg.nlp.entities import cluster
from kg.nlp.names import short_of
from kg.types import Entity, Mention


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("昀泽", "昀泽控股集团有限公司"),
        ("无锡昀泽", "江苏昀泽科技有限公司"),  # the city lies in the province
        ("昀泽科技", "无锡昀泽科技有限公司"),
        ("昀泽股份", "昀泽控股股份有限公司"),
        ("YZC", "YZC公司"),
        ("YZC", "YZC集团"),
        ("YZC", "美国YZC公司"),
    ],
)
def test_a_short_name_of_the_firm(short: str, full: str) -> None:
    assert short_of(short, full) > 0


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("无锡昀泽", "南京昀泽科技有限公司"),
        ("南京昀泽制药", "苏州昀泽制药科技有限公司"),
        ("东方航空公司", "海南航空公司"),  # the place is the name, though 东方 lies in 海南
        ("昀泽集团", "北京昀泽制药"),
        ("昀泽股份", "昀泽房地产公司"),
        ("YZC", "YZC软件"),
        ("YZC公司", "YZC中国公司"),
        ("YZC", "无锡YZC"),
    ],
)
def test_a_sister_or_daughter_is_another_firm(short: str, full: str) -> None:
    assert short_of(short, full) == 0


def _entities(type_: str, *names: str) -> tuple[Entity, ...]:
    text, mentions = "", []
    for name in names:
        mentions.append(Mention(len(text), len(text) + len(name), type_, name))
        text += f"{name}，"
    return cluster(text, mentions, None)


def _firms(*names: str) -> list[set[str]]:
    return [{mention.text for mention in entity.mentions} for entity in _entities("Company", *names)]


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (("国际青果协会", "瑞士洛桑国际青果协会", "国际青果协会"), "国际青果协会"),  # where it sits is no part of its name
        (("青果协会", "瑞士洛桑青果协会"), "瑞士洛桑青果协会"),
        (("昀泽青果协会", "无锡昀泽青果协会", "昀泽青果协会"), "无锡昀泽青果协会"),
    ],
)
def test_what_an_organisation_is_called(names: tuple[str, ...], name: str) -> None:
    assert [entity.name for entity in _entities("Organization", *names)] == [name]


def test_a_name_that_fits_two_firms_of_one_house_is_neither() -> None:
    assert _firms("昀泽金融信息服务有限公司", "昀泽投资管理有限公司", "昀泽") == [
        {"昀泽金融信息服务有限公司"},
        {"昀泽投资管理有限公司"},
        {"昀泽"},
    ]
    assert _firms("昀泽金融信息服务有限公司", "昀泽金融", "昀泽") == [{"昀泽金融信息服务有限公司", "昀泽金融", "昀泽"}]
