"""From a form of words and a division to one body by its full name, or to none."""

import pytest

from kg.divisions import by_code, lookup
from kg.jurisdiction import canonical_body, implied_body, nearest, own

WUXI, BINHU, YIXING, NANTONG_RUDONG, YINCHUAN = "3202", "320211", "320282", "320623", "6401"


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        # party, government, congress, conference
        ("市委", WUXI, "中共无锡市委员会"),
        ("市委", BINHU, "中共无锡市委员会"),
        ("市委", YIXING, "中共宜兴市委员会"),
        ("省委", WUXI, "中共江苏省委员会"),
        ("区委", BINHU, "中共无锡市滨湖区委员会"),
        ("县委", NANTONG_RUDONG, "中共如东县委员会"),
        ("自治区党委", YINCHUAN, "中共宁夏回族自治区委员会"),
        ("市政府", WUXI, "无锡市人民政府"),
        ("市政府办公室", WUXI, "无锡市人民政府办公室"),
        ("县人大常委会", NANTONG_RUDONG, "如东县人民代表大会常务委员会"),
        ("县委常委会", NANTONG_RUDONG, "中共如东县委员会常务委员会"),
        ("市政协", WUXI, "中国人民政治协商会议无锡市委员会"),
        ("政协无锡市委员会", None, "中国人民政治协商会议无锡市委员会"),
        ("市纪委", WUXI, "中共无锡市纪律检查委员会"),
        ("市委宣传部", WUXI, "中共无锡市委宣传部"),
        ("中共无锡市委组织部", None, "中共无锡市委组织部"),
        # departments, by all their forms
        ("市发改委", WUXI, "无锡市发展和改革委员会"),
        ("市发展改革委", WUXI, "无锡市发展和改革委员会"),
        ("无锡市发展和改革委员会", None, "无锡市发展和改革委员会"),
        ("市工信局", WUXI, "无锡市工业和信息化局"),
        ("省工信厅", WUXI, "江苏省工业和信息化厅"),
        ("区人社局", BINHU, "无锡市滨湖区人力资源和社会保障局"),
        ("市国资委", WUXI, "无锡市人民政府国有资产监督管理委员会"),
        ("省通信管理局", WUXI, "江苏省通信管理局"),
        # renamed: by the name of its time
        ("市经信委", WUXI, "无锡市经济和信息化委员会"),
        ("市工商局", WUXI, "无锡市工商行政管理局"),
        ("市国税局", WUXI, "无锡市国家税务局"),
        ("国家工商总局", None, "国家工商行政管理总局"),
        ("银监会", None, "中国银行业监督管理委员会"),
        # courts, offices of central bodies
        ("市中院", WUXI, "无锡市中级人民法院"),
        ("滨湖区检察院", None, "无锡市滨湖区人民检察院"),
        ("江苏证监局", None, "中国证券监督管理委员会江苏监管局"),
        ("南京海关", None, "南京海关"),
        ("国家统计局江苏调查总队", None, "国家统计局江苏调查总队"),
        ("市税务局", WUXI, "国家税务总局无锡市税务局"),
        ("人行无锡市中心支行", None, "中国人民银行无锡市中心支行"),
        ("上海银监局", None, "中国银行业监督管理委员会上海监管局"),
        ("新疆农业农村厅", None, "新疆维吾尔自治区农业农村厅"),
        ("市政府金融办", WUXI, "无锡市金融办"),
        # central
        ("国务院", None, "国务院"),
        ("国家发改委", WUXI, "国家发展和改革委员会"),
        ("工信部", None, "工业和信息化部"),
        ("市场监管总局", WUXI, "国家市场监督管理总局"),
        ("中国商务部", None, "商务部"),
        ("省财政", WUXI, "江苏省财政厅"),
        ("市财政", WUXI, "无锡市财政局"),
        ("香港政府", None, "香港特别行政区政府"),
        # another city, named
        ("滁州市委", WUXI, "中共滁州市委员会"),
        ("宜兴市委", WUXI, "中共宜兴市委员会"),
        # zones, parts
        ("高新区管委会", WUXI, "无锡高新区管理委员会"),
        ("琅琊经开区管委会", None, "琅琊经开区管理委员会"),
        ("珠海高新区投促中心", None, "珠海高新区投资促进中心"),
        ("市政府党组", WUXI, "无锡市人民政府党组"),
        ("市公安局梁溪分局", WUXI, "无锡市公安局梁溪分局"),
    ],
)
def test_a_form_means_one_body(text: str, code: str | None, name: str) -> None:
    body = canonical_body(text, code)
    assert body is not None
    assert body.name == name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("市委", None),
        ("区委", WUXI),  # which district
        ("县委", WUXI),
        ("市委", "32"),  # a province's paper
        ("省公安局", WUXI),  # provinces have a 厅
        ("市教育厅", WUXI),  # cities have no 厅
        ("高新区管委会", None),
        ("开发区管委会", "31"),
        ("朝阳法院", None),  # Beijing, Changchun, Liaoning
        ("天桥公安局", "4111"),
        ("长安区法院", None),
        ("有关部门", WUXI),
        ("星澜光电", WUXI),
        ("", WUXI),
    ],
)
def test_what_is_not_certain_means_none(text: str, code: str | None) -> None:
    assert canonical_body(text, code) is None


def test_other_right_names_lead_back_to_the_same_body() -> None:
    for text in ("市委", "市发改委", "市工信局", "市政协", "市人大常委会", "市市场监管局", "市中级人民法院", "市国资委"):
        body = canonical_body(text, WUXI)
        assert body is not None
        assert body.code == WUXI
        for form in body.forms:
            again = canonical_body(form, None)
            assert again is not None, form
            assert again.name == body.name, form


@pytest.mark.parametrize(
    ("title", "code", "name"),
    [
        ("副市长", WUXI, "无锡市人民政府"),
        ("常务副市长", WUXI, "无锡市人民政府"),
        ("代市长", WUXI, "无锡市人民政府"),
        ("省长", WUXI, "江苏省人民政府"),
        ("县长", NANTONG_RUDONG, "如东县人民政府"),
        ("市委书记", WUXI, "中共无锡市委员会"),
        ("市人大常委会副主任", WUXI, "无锡市人民代表大会常务委员会"),
        ("市领导", WUXI, None),
        ("区长", WUXI, None),
        ("副市长", None, None),
        ("董事长", WUXI, None),
    ],
)
def test_titles_that_point_to_a_body_by_themselves(title: str, code: str | None, name: str | None) -> None:
    body = implied_body(title, code)
    assert (body.name if body else None) == name


def test_the_word_means_the_articles_own_division_else_the_one_named_last_in_it() -> None:
    binhu, other = lookup("滨湖区"), lookup("南谯区")
    assert own("市", YIXING) == by_code(YIXING)
    assert nearest("区", binhu, WUXI) == binhu[0]
    assert nearest("区", (*binhu, *other), WUXI) is None  # the last one lies elsewhere
    assert nearest("区", (), WUXI) is None
    assert nearest("市", other, WUXI) == by_code(WUXI)
    assert nearest("市", other, None) == by_code("3411")
