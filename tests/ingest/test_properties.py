"""Whatever comes in, nothing breaks and no word is lost in silence."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ingest import articles
from kg.ingest.found import text_blocks
from kg.text import HAN, clean
from kg.types import Article, Source

_HAN = re.compile(f"[{HAN}]")
PARTS = st.sampled_from(
    ["本报讯", "（记者 丁一鸣）", "5月25日", "市委书记甲成林", "到星澜光电调研", "，", "。", "“", "”", "《2024年工作要点》", "（", "）", "\n", "\n\n", "　　", " ", "A02", "责编：丁一",
     "2024年5月27日", "图为现场。　周壬 摄", "拍卖公告　", "新华社北京5月8日电", "我市", "滨湖区", "甲成林调研重点企业\n", "：", "！", "\r\n", "\t", "🙂", "abc"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PARTS, max_size=60).map("".join), st.text(max_size=300))


def read(text: str) -> list[Article]:
    return articles(Source("x", "x.txt", "text/plain", tuple(text_blocks(text))))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_gives_articles_in_good_form(text: str) -> None:
    found = read(text)
    assert found == read(text)
    for article in found:
        assert article.text == clean(article.text)
        assert all(paragraph.strip(" \u3000") == paragraph != "" for paragraph in article.text.split("\n")) or article.text == ""
        assert set(article.inferred) <= {"paper", "published", "locality"}


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.text("甲乙丙丁区县厂业产品研发，。、“”：", min_size=1, max_size=60), min_size=1, max_size=8),
    st.sampled_from(["\n", "\n\n", "\n　　"]),
)
def test_words_without_a_frame_are_all_kept(lines: list[str], between: str) -> None:
    text = between.join(lines)
    kept = "".join(article.title + article.subtitle + article.text for article in read(text))
    assert Counter(_HAN.findall(clean(text))) == Counter(_HAN.findall(kept))


@settings(max_examples=100, deadline=None)
@given(st.integers(12, 30), st.integers(2, 4))
def test_a_column_of_any_width_unwraps_to_the_same_text(width: int, count: int) -> None:
    paragraph = "区委书记甲成林到星澜光电和恒越轴承调研，详细了解企业研发投入和订单情况，询问用工、用能和融资需求，现场协调解决问题，要求各部门主动上门服务，让企业放心投资、安心发展。"
    printed = "\n".join("\n".join(("　　" + paragraph)[i : i + width] for i in range(0, len(paragraph) + 2, width)) for _ in range(count))
    (article,) = read(printed)
    assert article.text == "\n".join([paragraph] * count)
