"""Words for the kind of a house, works or site (酒厂, 学校) as mentions of the one that is meant. Names are invented."""

import pytest

from kg.relations.kind_nouns import named_by_kind

CASES = [
    # the one name of the article that ends so
    ("[青禾酒厂](Company)是老厂。去年，酒厂产值翻番。", ["酒厂 青禾酒厂"]),
    ("[青禾制药厂](Company)是老厂。走进药厂，机器轰鸣。", ["药厂 青禾制药厂"]),
    ("[青禾果蔬合作社](Company)成立了。合作社位于青石镇。", ["合作社 青禾果蔬合作社"]),
    ("[云岭大学](Organization)招生。学校与[青禾机电](Company)签约。", ["学校 云岭大学"]),
    ("[云岭总商会](Organization)到访。商会还捐款5万元。", ["商会 云岭总商会"]),
    ("[青石水电站](Project)开工。这座电站总投资3亿元。", ["这座电站 青石水电站"]),
    ("[青石煤矿](Company)停产。该矿被罚款。", ["该矿 青石煤矿"]),
    ("[青禾板材交易市场](Company)开业。市场由[云杼集团](Company)建设。", ["市场 青禾板材交易市场"]),
    ("[青禾工业园](Place)建成。增速最快的在园区。", ["园区 青禾工业园"]),
    ("[青禾酒业有限公司](Company)历史悠久。该酒厂地处[云岭镇](Place)。", ["该酒厂 青禾酒业有限公司"]),
    ("[青禾种植专业合作社](Company)成立了。该合作社有社员百户。", ["该合作社 青禾种植专业合作社"]),
    ("[青禾酒业有限公司](Company)历史悠久。镇上酒厂很多，酒厂都在扩产，该药厂也是。", []),
    ("[青禾酒业有限公司](Company)收购了[云杼酒厂](Company)。该酒厂地处[云岭镇](Place)。", ["该酒厂 云杼酒厂"]),
    ("[青禾酒业有限公司](Company)收购了[云杼酿酒有限公司](Company)。该酒厂地处[云岭镇](Place)。", []),
    # of two, nobody says which
    ("[云岭总商会](Organization)与[北川商会](Organization)到访。商会还捐款5万元。", []),
    ("[青禾酒厂](Company)与[云杼酒厂](Company)是邻居。酒厂产值翻番。", []),
    # before it is named, long after, or inside another word
    ("酒厂产值翻番。[青禾酒厂](Company)是老厂。", []),
    ("[青禾酒厂](Company)是老厂。\n天晴。\n天阴。\n下雨。\n刮风。\n酒厂产值翻番。", []),
    ("[云岭大学](Organization)招生。学校教育很重要，学校、医院都在建。", []),
    ("[云岭大学](Organization)招生。全省学校和企业都来了。", []),
    # what is said of anything
    ("[青禾板材交易市场](Company)开业。市场需求旺盛，开拓市场。", []),
    ("[青禾酒厂](Company)是老厂。附近3家酒厂关门。", []),
]


@pytest.mark.parametrize(("marked", "found"), CASES)
def test_kind_nouns(scene, marked, found):
    read = named_by_kind(scene(marked))
    refs = [ref for sentence in read.sentences for ref in sentence.refs if ref.anaphor]
    assert [f"{ref.text} {read.entities[ref.entity].name}" for ref in refs] == found
