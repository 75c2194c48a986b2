"""What a large model knows is handed on: how its weights are read, what a teacher says, what a student learns. Names and texts are invented."""

import math
from pathlib import Path

import numpy as np
import pytest

from kg.errors import BadResource
from kg.nlp.recogniser import crf
from kg.training.data import Sentence, gathered, shared

LABELS = {"kg": ["Company", "Person"]}
TEXTS = ["市委书记岑国栋来到云杉智控。", "厉文舟在沐朔重工谈难处。", "云杉智控说，订单排到年底。"]


def test_without_the_package_or_with_another_file_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("torch")
    from kg.training import pretrained

    monkeypatch.setattr(pretrained, "_PACKAGE", "no_such_package")
    with pytest.raises(BadResource, match="没有安装"):
        pretrained.read()
    (tmp_path / "other.bin").write_bytes(b"ONNX")
    with pytest.raises(BadResource, match=r"other\.bin"):
        pretrained.read(tmp_path / "other.bin")


def test_a_text_is_cut_into_the_likeliest_pieces(transformer: Path) -> None:
    pytest.importorskip("torch")
    from kg.training.pretrained import read

    pieces = read(transformer).pieces
    numbers, places = pieces.cut("云杉智控订㈱")
    assert places == [
        1,
        2,
        3,
        3,
        4,
        5,
    ]  # two words of two characters are one piece each; what a character stands for begins where it stands
    assert numbers[0] == 4
    assert numbers[4] == pieces.unknown
    assert numbers[5:] == numbers[1:3]
    assert pieces.cut("") == ([4], [])


def test_groups_aside_are_held_out_of_every_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "岑国栋来了。", "spans": [[0, 3, "Person"]], "group": "g1"}\n', encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "厉文舟来了。", "spans": [[0, 3, "Person"]], "group": "g2"}\n', encoding="utf-8")
    files, aside = gathered([tmp_path / "a.jsonl", tmp_path / "b.jsonl"], [], ["g2"])
    assert [len(found) for found in files.values()] == [1, 0]
    assert [s.text for s in aside] == ["厉文舟来了。"]
    assert shared("a.jsonl:0.4") == (Path("a.jsonl"), 0.4)


def by_hand(transformer: Path, numbers: list[int]) -> np.ndarray:
    """What a transformer makes of one text, from its definition: attention and two linear layers, each added and made even."""
    from kg.training.pretrained import WIDTH, read

    model = read(transformer)

    def matrix(name: str, rows: int = WIDTH, columns: int = WIDTH) -> np.ndarray:
        return model.matrix(name, rows, columns).numpy().astype(np.float64)

    def even(values: np.ndarray, name: str) -> np.ndarray:
        off = values - values.mean(1, keepdims=True)
        return (
            off / np.sqrt(off.var(1, keepdims=True) + 1e-12) * model.vector(f"{name}.w", WIDTH).numpy()
            + model.vector(f"{name}.b", WIDTH).numpy()
        )

    places = model.vector("emb.pos", model.longest * WIDTH).numpy().reshape(-1, WIDTH)[: len(numbers)]
    states = even(matrix("emb.word", model.words)[numbers] + places + model.vector("emb.type", WIDTH).numpy(), "emb.ln")
    query, key, value = (states @ matrix(f"l0.{name}.w").T + model.vector(f"l0.{name}.b", WIDTH).numpy() for name in "qkv")
    looked, size = np.zeros_like(states), WIDTH // model.heads
    for start in range(0, WIDTH, size):
        part = slice(start, start + size)
        weights = np.exp(query[:, part] @ key[:, part].T / np.sqrt(size))
        looked[:, part] = weights / weights.sum(1, keepdims=True) @ value[:, part]
    states = even(states + looked @ matrix("l0.ao.w").T + model.vector("l0.ao.b", WIDTH).numpy(), "l0.aln")
    inner = states @ matrix("l0.fi.w", model.inner).T + model.vector("l0.fi.b", model.inner).numpy()
    inner *= 0.5 * (1 + np.vectorize(math.erf)(inner / math.sqrt(2)))
    return even(states + inner @ matrix("l0.fo.w", WIDTH, model.inner).T + model.vector("l0.fo.b", WIDTH).numpy(), "l0.oln")


def test_the_encoder_in_torch_is_the_one_that_was_read(transformer: Path) -> None:
    torch = pytest.importorskip("torch")
    from kg.training.pretrained import Encoder, read

    encoder = Encoder(read(transformer)).eval()
    rows = [encoder.pieces.cut(text)[0] for text in TEXTS[:2]]
    numbers, real = np.full((2, max(map(len, rows))), 1), np.zeros((2, max(map(len, rows))), dtype=np.float32)
    for i, row in enumerate(rows):
        numbers[i, : len(row)], real[i, : len(row)] = row, 1
    with torch.no_grad():
        found = encoder(torch.from_numpy(numbers), torch.from_numpy(real)).numpy()
    for i, row in enumerate(rows):
        wanted = by_hand(transformer, row)
        assert np.abs(found[i, : len(row)] - wanted).mean() < 0.02 * np.abs(wanted).mean()  # torch counts with eight bits here


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, transformer: Path) -> tuple:
    """What an untrained teacher says of the texts, and its alphabet."""
    torch = pytest.importorskip("torch")
    from kg.training import loop, teacher

    torch.manual_seed(2)
    model = teacher.read(transformer)
    monkeypatch.setattr(teacher, "read", lambda: model)
    letters = loop.alphabet([Sentence(text, ()) for text in TEXTS], least=1)
    wise = teacher.Teacher(LABELS, characters=len(letters) + 2)
    torch.nn.init.normal_(wise.above["kg"].weight, std=0.5)
    return list(teacher.ask(wise, letters, TEXTS, "kg", LABELS["kg"])), letters


def test_what_a_teacher_says_are_chances_of_legal_tags(told: tuple) -> None:
    (batch,), _ = told
    names = crf.tags(LABELS["kg"])
    assert batch.texts == sorted(TEXTS, key=len)
    assert np.allclose(batch.chances.sum(1), 1, atol=0.01)
    assert np.allclose(batch.moves[crf.may_follow(names) == 0], 0)
    assert batch.moves.sum() == pytest.approx(sum(len(text) - 1 for text in TEXTS), abs=0.01)
    assert (batch.chances[0][crf.may_start(names) == 0] == 0).all()


def test_a_student_comes_nearer_to_its_teacher(told: tuple, transformer: Path) -> None:
    from kg.training import loop
    from kg.training.pretrained import Encoder, read
    from kg.training.student import Lessons, grown, met
    from kg.training.swapping import Names

    said, letters = told
    losses = []
    net = loop.train(
        [],
        LABELS,
        letters,
        Names([]),
        loop.Plan(60, 5e-3),
        lambda _, loss, __: losses.append(loss),
        lessons=Lessons(said, letters, "kg", LABELS["kg"], 1.0),
    )
    assert losses[-1] < losses[0] / 1.5
    assert set(net.exported()) == {
        "characters",
        "pairs",
        "input",
        *(f"layer.{n}" for n in range(1, 7)),
        *(f"norm.{n}" for n in range(7)),
        "head.kg",
        "moves.kg",
    }
    weights, more = grown(net.exported(), letters, "岑鑫淼", Encoder(read(transformer)))
    assert more == letters + "鑫淼"
    assert len(weights["characters"]) == len(more) + 2
    assert met(["鑫淼鑫。", "鑫，", "鑫淼"]) == "鑫"
