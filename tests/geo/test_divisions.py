"""The table of divisions: what a name may mean, and what lies in what."""

import pytest

from kg import divisions
from kg.divisions import ancestors, by_code, children, full_name, lookup, nearest, towns


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("无锡", ["3202"]),
        ("无锡市", ["3202"]),
        ("江苏省无锡市", ["3202"]),
        ("江苏无锡", ["3202"]),
        ("无锡滨湖", ["320211"]),
        ("江苏省无锡市滨湖区", ["320211"]),
        ("宜兴", ["320282"]),
        ("内蒙古", ["15"]),
        ("恩施州", ["4228"]),
        ("上海浦东新区", ["310115"]),
        ("浦东新区", ["310115"]),
        ("江苏省滨湖区", ["320211"]),
        ("浙江省无锡市", []),
        ("滨湖区无锡市", []),
        ("没有市", []),
        ("", []),
    ],
)
def test_a_name_a_short_name_or_a_path(name: str, codes: list[str]) -> None:
    assert [d.code for d in lookup(name)] == codes


@pytest.mark.parametrize(
    ("name", "around", "code"),
    [
        ("鼓楼区", "3501", "350102"),
        ("鼓楼区", "320102", "320106"),
        ("鼓楼区", "32", None),  # Nanjing and Xuzhou have one
        ("鼓楼区", None, None),
        ("吉林", None, "22"),  # the province around the city of that name
        ("无锡", "35", "3202"),
    ],
)
def test_of_several_the_nearest_or_none(name: str, around: str | None, code: str | None) -> None:
    found = nearest(lookup(name), around)
    assert (found.code if found else None) == code


def test_up_and_down() -> None:
    assert full_name("320211") == "江苏省无锡市滨湖区"
    assert [d.code for d in ancestors("320211")] == ["3202", "32"]
    assert "320211" in {d.code for d in children("3202")}
    assert all(d.parent == "3202" for d in children("3202"))
    assert (by_code("999999"), full_name("999999"), ancestors("999999"), children("999999")) == (None, "", (), ())


def test_towns_count_only_inside_something() -> None:
    assert [t.parent for t in towns("乌衣镇", "3411")] == ["341103"]
    assert towns("乌衣镇", "32") == ()
    assert lookup("乌衣镇") == ()
    assert [d.level for d in lookup("滁州市南谯区乌衣镇")] == ["town"]


def test_every_unit_has_its_parent_and_is_found_by_its_full_name() -> None:
    units = {unit for found in divisions.names().values() for unit in found}
    assert len(units) > 3000
    for unit in units:
        assert unit.parent is None or by_code(unit.parent) is not None
        assert unit in lookup(unit.in_full)
