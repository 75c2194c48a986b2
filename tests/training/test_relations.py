"""Passages that the reader of relations learns, and that what is trained is what is inferred. All people and firms are invented."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kg.errors import BadResource
from kg.relations.learned.network import Committee, Network
from kg.relations.learned.reading import outputs
from kg.training.relations import fitting
from kg.training.relations.passages import Passage, labelled, passages, scene
from kg.types import Mention

TEXT = "青禾机电位于云岭区。该市另有企业百家。北岳车业控股青禾机电，青禾机电去年营收3亿元。"
NAMES = {"青禾机电": "Company", "北岳车业": "Company", "云岭区": "Place", "3亿元": "Amount"}
FACTS = [("青禾机电", "located_in", "云岭区", 1), ("北岳车业", "owns", "青禾机电", 3), ("青禾机电", "earns_amount", "3亿元", 0)]


def spans(text: str = TEXT) -> list[tuple[int, int, str]]:
    return sorted((at, at + len(name), kind) for name, kind in NAMES.items() for at in range(len(text)) if text.startswith(name, at))


def passage(facts: list[tuple[str, str, str, int]] = FACTS) -> Passage:
    return labelled("p1", scene(TEXT, [Mention(s, e, kind, TEXT[s:e]) for s, e, kind in spans()]), facts)


def test_the_nearest_pair_in_its_sentence_holds_and_others_of_its_names_teach_nothing() -> None:
    told = passage()
    held = {
        (p.first.text, p.second.text, outputs()[k][0], p.second.start)
        for n, p in enumerate(told.reading.pairs)
        for k in told.told[n].nonzero()[0]
    }
    assert held == {
        ("青禾机电", "云岭区", "located_in", TEXT.index("云岭区")),
        ("北岳车业", "青禾机电", "owns", TEXT.index("青禾机电，")),
        ("青禾机电", "3亿元", "earns_amount", TEXT.index("3亿元")),
    }
    owns = outputs().index(("owns", False))
    far = next(n for n, p in enumerate(told.reading.pairs) if p.first.text == "北岳车业" and p.second.start == TEXT.rindex("青禾机电"))
    assert told.asked[far, owns] == 0, "the same two names farther apart are no example against"
    assert told.asked[far, outputs().index(("supplies", False))] == 1


@pytest.mark.parametrize(
    ("fact", "said"), [(("青禾机电", "likes", "云岭区", 1), "likes"), (("无名公司", "owns", "青禾机电", 1), "无名公司")]
)
def test_a_fact_that_cannot_be_names_its_line(tmp_path: Path, fact: tuple[str, str, str, int], said: str) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text(json.dumps({"id": "p1", "text": TEXT, "spans": spans(), "facts": [fact]}), encoding="utf-8")
    with pytest.raises(BadResource, match=rf"facts.jsonl:1: .*{said}"):
        list(passages(path))


def test_torch_and_numpy_agree_and_training_lowers_the_loss() -> None:
    torch = pytest.importorskip("torch")
    from kg.training.relations import loop
    from kg.training.relations.net import Net

    told, losses = passage(), []
    letters = loop.alphabet([told], least=1)
    torch.manual_seed(1)
    items = loop.items([told] * 3, letters)
    net = loop.train(Net(len(letters)), items, 60, 5e-3, 1, lambda _, loss: losses.append(loss))
    assert losses[-1] < losses[0] / 3
    with torch.no_grad():
        wanted = torch.sigmoid(net(*(getattr(items[0], name) for name in ("row", "at", "kinds", "traits")))).numpy()
    assert np.allclose(Committee([Network(net.exported(), letters, net.dilations)]).chances(told.reading), wanted, atol=1e-4)
    again = Net(len(letters))
    again.restore(net.exported())
    assert all(np.array_equal(values, again.exported()[name]) for name, values in net.exported().items())


def test_hidden_signs_are_guessed_better_with_each_round(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from kg.training.relations import loop, masked
    from kg.training.relations.net import Net

    texts = tmp_path / "texts.jsonl"
    texts.write_text((json.dumps({"text": TEXT * 40}, ensure_ascii=False) + "\n") * 12, encoding="utf-8")
    rows = list(masked.rows(texts))
    assert len(rows) == 12
    assert "青禾机电" not in rows[0], "names are one sign each"
    losses: list[float] = []
    torch.manual_seed(1)
    letters = loop.alphabet([passage()], least=1)
    masked.train(Net(len(letters)), rows, letters, 8, 5e-3, 1, lambda _, loss: losses.append(loss))
    assert losses[-1] < losses[0] / 2


def test_a_teacher_sees_the_names_and_what_it_thinks_is_learned_beside_what_people_say(
    monkeypatch: pytest.MonkeyPatch, transformer: Path
) -> None:
    torch = pytest.importorskip("torch")
    from kg.training.relations import loop, teacher
    from kg.training.relations.net import Net
    from kg.training.relations.seen import seen

    model = teacher.read(transformer)
    monkeypatch.setattr(teacher, "read", lambda: model)
    monkeypatch.setattr(teacher, "_WINDOW", 24)
    monkeypatch.setattr(teacher, "_OVERLAP", 8)
    told, losses = passage(), []
    letters = loop.alphabet([told], least=1)
    torch.manual_seed(1)
    wise = teacher.Teacher(len(letters))
    mine = seen(told.scene, wise.encoder.pieces)
    assert len(mine.own) == len(told.reading.row)
    name = told.reading.pairs[0].at[0]
    assert mine.names[mine.own[name][0] : mine.own[name][1]].tolist() == [name] * (mine.own[name][1] - mine.own[name][0])
    assert len(wise.train(False)._read([mine])[0]) == len(mine.numbers), "windows give each piece one state"
    items = loop.items([told] * 3, letters, wise.encoder.pieces)
    wise = loop.train(wise, items, 40, 5e-3, 1, lambda _, loss: losses.append(loss))
    assert losses[-1] < losses[0] / 3
    (soft,) = teacher.taught(items[:1], wise, 0.5)
    hard = items[0]
    assert soft.seen is None
    sure = hard.told == 1
    assert (soft.told[sure] > 0.5).all()
    assert (soft.told[sure] < 1).all()
    assert ((soft.told - hard.told).abs()[hard.asked == 0] == 0).all()
    doubtful = replace(soft, told=soft.told * 0.6)
    net = loop.train(Net(len(letters)), [doubtful] * 3, 60, 5e-3, 1, lambda *_: None)
    with torch.no_grad():
        chances = torch.sigmoid(net(soft.row, soft.at, soft.kinds, soft.traits))
    assert (chances[sure] - 0.6).abs().max() < 0.2


def test_of_texts_that_nobody_annotated_only_the_teacher_says_anything(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    from kg.training.relations.silver import unlabelled

    texts = tmp_path / "texts.jsonl"
    texts.write_text("\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in (TEXT, "今天没有雨。")), encoding="utf-8")
    (told,) = unlabelled(texts)
    assert told.told.sum() == 0
    assert told.asked.sum() > 0


def test_a_relation_that_is_wrong_more_often_than_it_looks_leans_down() -> None:
    def case(relation: str, right: bool) -> fitting.Case:
        return fitting.Case(relation, 0.9, 0.5, right)

    found = [case("owns", n % 10 > 0) for n in range(100)] + [case("supplies", n % 10 > 6) for n in range(100)]
    entries = fitting.fitted(found, 0.65)
    leanings = entries["leanings"]
    assert isinstance(leanings, dict)
    assert leanings["owns"] > 0 > leanings["supplies"]
    assert entries["told"] == {}, "nothing was told without a rule"
