"""Reading labelled sentences and swapping names in them. All names are invented."""

import json
import random
from pathlib import Path

import pytest

from kg.errors import BadResource
from kg.training.data import LONGEST, Sentence, apart, read, texts
from kg.training.swapping import Names, swap

DATA = Path(__file__).parents[2] / "data"
TYPES = {"Company", "Event", "Organization", "Person", "Place", "Policy", "Project", "PublicBody", "Title"}
STORY = "市委书记岑国栋来到云杉智控，岑国栋看了新线。"
SPANS = ((0, 2, "PublicBody"), (2, 4, "Title"), (4, 7, "Person"), (9, 13, "Company"), (14, 17, "Person"))


def written(folder: Path, *rows: object) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return path


def test_a_file_is_read_with_its_groups(tmp_path: Path) -> None:
    path = written(tmp_path, {"text": STORY, "spans": SPANS, "group": "g1"}, {"text": "没有名字。", "spans": []})
    assert read(path) == [Sentence(STORY, SPANS, "g1"), Sentence("没有名字。", ())]
    assert {label for *_, label in read(path, only="Company")[0].spans} == {"Company"}


def test_a_passage_is_cut_into_sentences_without_its_sums(tmp_path: Path) -> None:
    text = "云杉智控去年营收3亿元。岑国栋去看了新线。"
    spans = [[0, 4, "Company"], [8, 11, "Amount"], [12, 15, "Person"]]
    path = written(tmp_path, {"text": text, "spans": spans, "group": "w1", "facts": [["云杉智控", "earns_amount", "3亿元", 1]]})
    assert read(path) == [Sentence(text[:12], ((0, 4, "Company"),), "w1"), Sentence(text[12:], ((0, 3, "Person"),), "w1")]


def test_long_sentences_are_cut_outside_of_names(tmp_path: Path) -> None:
    text = STORY[:-1].replace("，", "") * 20
    size = len(STORY) - 2
    moved = [(s - (s > 12) + size * n, e - (s > 12) + size * n, label) for n in range(20) for s, e, label in SPANS]
    parts = read(written(tmp_path, {"text": text, "spans": moved}))
    assert "".join(p.text for p in parts) == text
    assert all(len(p.text) <= LONGEST for p in parts)
    names = [p.text[s:e] for p in parts for s, e, _ in p.spans]
    assert set(names) == {"市委", "书记", "岑国栋", "云杉智控"}
    assert len(names) >= len(moved) - len(parts)


@pytest.mark.parametrize(
    "row",
    [{"text": "甲", "spans": [[0, 2, "Person"]]}, {"text": "甲乙丙", "spans": [[0, 2, "Person"], [1, 3, "Person"]]}, {"spans": []}, []],
)
def test_a_malformed_line_is_named(tmp_path: Path, row: object) -> None:
    with pytest.raises(BadResource, match=r"rows\.jsonl:2"):
        read(written(tmp_path, {"text": "甲", "spans": []}, row))


def test_what_measures_is_not_learned() -> None:
    near, far = Sentence("昨日，" + STORY, ()), Sentence("厉文舟在沐朔重工谈到明年的打算和今年的难处。", ())
    assert apart([near, far], ["另一段。" + STORY + "完。"]) == [far]


def test_swapped_names_keep_their_places_and_kinds() -> None:
    other = Sentence("厉文舟与沐朔重工。", ((0, 3, "Person"), (4, 8, "Company")))
    sentence, names = Sentence(STORY, SPANS), Names([Sentence(STORY, SPANS), other])
    seen = set()
    for seed in range(40):
        swapped = swap(sentence, names, 1.0, random.Random(seed))
        found = [(swapped.text[s:e], label) for s, e, label in swapped.spans]
        assert [label for _, label in found] == [label for *_, label in SPANS]
        assert found[:2] == [("市委", "PublicBody"), ("书记", "Title")]
        assert found[2] == found[4]  # named twice, swapped alike
        rest = "".join(c if not any(s <= i < e for s, e, _ in swapped.spans) else "" for i, c in enumerate(swapped.text))
        assert rest == "来到，看了新线。"
        seen.add(found[2][0])
    assert len(seen) > 5
    assert swap(sentence, names, 0.0, random.Random(1)) == sentence


@pytest.mark.parametrize("path", sorted((DATA / "train").glob("*.jsonl")), ids=lambda path: path.name)
def test_the_sentences_of_the_project_are_whole_and_not_those_that_measure(path: Path) -> None:
    sentences = read(path)
    names = {(s.text[start:end], label) for s in sentences for start, end, label in s.spans}
    assert {label for _, label in names} == TYPES
    assert not [name for name, _ in names if name != name.strip() or any(name.count(a) != name.count(b) for a, b in ("《》", "“”", "（）"))]
    assert len(sentences) - len(apart(sentences, texts([DATA / "gold" / "dev"]))) < 5
    assert all(s.group for s in sentences)
