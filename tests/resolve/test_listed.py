"""The user's own lists: what they hold to be one is one, and only that. All names are invented."""

from pathlib import Path

import pytest

from kg.build import build
from kg.errors import UsageError
from kg.known import read
from kg.resolve import resolve
from kg.store import Store
from kg.types import Extraction, Listed, Node


def nodes(told: list[Extraction], *rows: Listed) -> dict[tuple[str, str], Node]:
    return {member: node for node in resolve(told, (), rows).nodes for member in node.members}


def test_other_names_of_a_firm_are_one(told: list[Extraction]) -> None:
    node = nodes(told, Listed("Company", "江汀控股集团有限公司", ("云杉智控",)))["a3", "e3"]
    assert node.name == "江汀控股集团有限公司"
    assert {article for article, _ in node.members} == {"a1", "a2", "a3", "a4"}
    assert "见于用户名单" in node.reasons


@pytest.mark.parametrize(
    ("rows", "same"),
    [
        ((Listed("Person", "岑国栋"),), True),  # the user says that there is one
        ((Listed("Person", "岑国栋", (), "3411"),), False),
        ((Listed("Person", "岑国栋", (), "", ("徐州市人民政府",)),), False),
        ((Listed("Person", "岑国栋"), Listed("Person", "岑国栋", (), "3411")), False),  # two rows fit: left to the rules
        ((Listed("Company", "岑国栋"),), False),
    ],
)
def test_people_by_area_and_body(told: list[Extraction], rows: tuple[Listed, ...], same: bool) -> None:
    found = nodes(told, *rows)
    assert (found["a1", "e1"] == found["a3", "e1"]) is same


def test_lists_are_read(tmp_path: Path) -> None:
    path = tmp_path / "known.csv"
    path.write_bytes("type,name,aliases,code,bodies\nPerson,岑国栋,老岑；岑某,安徽省滁州市,\n\n".encode("gb18030"))
    assert read([path]) == [Listed("Person", "岑国栋", ("老岑", "岑某"), "3411")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("name\n岑国栋", "type"),
        ("type,name\n人,岑国栋", "Person"),
        ("type,name\nPerson,", "name"),
        ("type,name,code\nPerson,岑国栋,鼓楼区", "鼓楼区"),
    ],
)
def test_wrong_list_is_told(tmp_path: Path, text: str, word: str) -> None:
    path = tmp_path / "known.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=word):
        read([path])
    with pytest.raises(UsageError, match="无法读取"):
        read([tmp_path / "missing.csv"])


def test_lists_are_kept_for_later_builds(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("本报讯 云杉智控有限公司与江汀控股有限公司在安徽省滁州市签署合作协议。\n", encoding="utf-8")
    path, out = tmp_path / "known.csv", tmp_path / "out"
    path.write_text("type,name,aliases\nCompany,云杉集团,云杉智控有限公司\n", encoding="utf-8")
    for known in ([path], []):
        build([tmp_path / "one.txt"], out=out, formats=["jsonl"], known=known, use_model=False)
        with Store.open(out) as store:
            assert "云杉集团" in {node.name for node in store.nodes()}
