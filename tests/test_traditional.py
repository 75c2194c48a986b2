"""A page in traditional characters is read, and quoted as it is printed."""

from pathlib import Path

import kg
from kg.extract import extract_paths
from kg.traditional import simplified

PAGE = """【本報消息】江蘇省無錫市委副書記、市長閻國棟率經貿代表團一行十二人，昨日上午訪問濠江商聯會，與會長甄啟賢會面。

代表團在澳期間，無錫經濟開發區管委會與嘉濠置業有限公司簽訂合作備忘錄，嘉濠置業有限公司擬投資二億港元，在無錫設廠。市商務局局長單曉東陪同到訪。
"""


def test_an_article_in_traditional_characters(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (found,) = extract_paths([tmp_path])
    text, names = found.article.text, {entity.id: entity for entity in found.entities}
    assert found.article.locality == "江苏省无锡市"
    assert text.startswith("江蘇省無錫市委副書記")
    assert all(text[m.start : m.end] == m.text for entity in found.entities for m in entity.mentions)
    told = {(names[s.subject].name, s.relation, names[s.object].name): s for s in found.statements}
    post = told["阎国栋", "holds_position", "中共无锡市委员会"]
    assert "閻國棟" in names[post.subject].aliases
    assert post.evidence.text.startswith("江蘇省無錫市委副書記")
    assert ("单晓东", "holds_position", "无锡市商务局") in told


def test_one_name_in_both_characters_is_one_in_the_graph(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text("无锡市市长阎国栋5月8日到宜兴市调研。\n", encoding="utf-8")
    kg.build([tmp_path], out=tmp_path / "out", jobs=1)
    named = [data for _, data in kg.open(tmp_path / "out").nodes(data=True) if "阎国栋" in str(data)]
    assert len([data for data in named if data["type"] == "Person"]) == 1


def test_a_name_in_simplified_text_is_left_alone() -> None:
    assert simplified("著名企业家李乾") == "著名企业家李乾"
