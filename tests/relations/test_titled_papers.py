"""Documents whose title names who issued them."""

import pytest

import kg


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("会上宣读了《无锡市人民政府关于表彰先进企业的决定》。", True),
        ("各地落实《国务院关于加快发展的意见》。", True),
        ("会议审议了《无锡市人民政府关于加快发展的意见》。", False),
        ("会上分发了《无锡市人民政府关于预算执行情况的报告》。", False),
        ("会上宣读了《关于表彰先进企业的决定》。", False),
    ],
)
def test_issuer(text, told):
    found = kg.extract(text, use_model=False).statements
    assert [statement.rule for statement in found if statement.relation == "issued"] == ["issued:titled"] * told
