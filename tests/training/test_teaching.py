"""What a large model knows is handed on: how its weights are read, what a teacher says, what a student learns. Names and texts are invented."""

from pathlib import Path

import numpy as np
import pytest

from kg.errors import BadResource
from kg.nlp.recogniser import crf
from kg.training.data import Sentence, gathered, shared
from kg.training.lac import Encoder, Layer, pairs, read, rows_of, turned

LABELS = {"kg": ["Company", "Person"]}
TEXTS = ["市委书记岑国栋来到云杉智控。", "厉文舟在沐朔重工谈难处。", "云杉智控说，订单排到年底。"]
HIDDEN, WIDE = 128, 6


def test_a_character_has_its_row_after_the_wide_ones_became_narrow() -> None:
    words = pairs(["0\tOOV", "1\t市", "2\tA", "3\t两字", "nothing"])
    rows = rows_of(words, {"Ａ": "A", "巿": "市", "Ｚ": "Z"})
    assert rows[[ord(c) for c in "市巿AＡＺ岑"]].tolist() == [1, 1, 2, 2, 0, 0]


def test_without_the_package_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.training.lac._PACKAGE", "no_such_package")
    with pytest.raises(BadResource, match="没有安装"):
        read()


def test_groups_aside_are_held_out_of_every_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "岑国栋来了。", "spans": [[0, 3, "Person"]], "group": "g1"}\n', encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "厉文舟来了。", "spans": [[0, 3, "Person"]], "group": "g2"}\n', encoding="utf-8")
    files, aside = gathered([tmp_path / "a.jsonl", tmp_path / "b.jsonl"], [], ["g2"])
    assert [len(found) for found in files.values()] == [1, 0]
    assert [s.text for s in aside] == ["厉文舟来了。"]
    assert shared("a.jsonl:0.4") == (Path("a.jsonl"), 0.4)


def encoder(seed: int = 5) -> Encoder:
    """An encoder with weights drawn from a fixed seed, gates in the order of ONNX before they are turned."""
    draw = np.random.default_rng(seed)

    def some(*shape: int) -> np.ndarray:
        return draw.normal(0, 0.3, shape).astype(np.float32)

    letters = sorted(set("".join(TEXTS)))
    rows = rows_of({"0": "OOV", **{str(n): c for n, c in enumerate(letters, 1)}}, {})
    sizes = (WIDE, 2 * HIDDEN)
    layers = [
        Layer(
            turned(some(2, 3 * HIDDEN, size)),
            turned(some(2, 3 * HIDDEN, HIDDEN)),
            (turned(some(2, 3 * HIDDEN)), turned(some(2, 3 * HIDDEN))),
        )
        for size in sizes
    ]
    return Encoder(rows, some(len(letters) + 1, WIDE), layers)


def by_hand(layer: Layer, values: np.ndarray, way: int) -> np.ndarray:
    """A GRU as ONNX defines it (linear_before_reset = 1), one direction of one layer, one sentence."""

    def sigmoid(x: np.ndarray) -> np.ndarray:
        return 1 / (1 + np.exp(-x))

    state, states = np.zeros(HIDDEN, dtype=np.float32), []
    for value in values[::-1] if way else values:
        reset_in, update_in, new_in = np.split(layer.inward[way] @ value + layer.biases[0][way], 3)
        reset_on, update_on, new_on = np.split(layer.onward[way] @ state + layer.biases[1][way], 3)
        update = sigmoid(update_in + update_on)
        state = (1 - update) * np.tanh(new_in + sigmoid(reset_in + reset_on) * new_on) + update * state
        states.append(state)
    return np.array(states[::-1] if way else states)


def test_the_encoder_in_torch_is_the_one_that_was_read() -> None:
    torch = pytest.importorskip("torch")
    from kg.training.teacher import Lac

    known = encoder()
    points = np.zeros((2, len(TEXTS[0])), dtype=np.int64)
    real = np.zeros(points.shape, dtype=np.float32)
    for i, text in enumerate(TEXTS[:2]):
        points[i, : len(text)], real[i, : len(text)] = [ord(c) for c in text], 1
    with torch.no_grad():
        found = Lac(known)(torch.from_numpy(points), torch.from_numpy(real)).numpy()
    for i, text in enumerate(TEXTS[:2]):
        values = known.table[known.rows[[ord(c) for c in text]]]
        for layer in known.layers:
            values = np.concatenate([by_hand(layer, values, 0), by_hand(layer, values, 1)], axis=1)
        assert np.allclose(found[i, : len(text)], values, atol=1e-4)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> tuple:
    """What an untrained teacher says of the texts, and its alphabet."""
    torch = pytest.importorskip("torch")
    from kg.training import loop, teacher

    torch.manual_seed(2)
    monkeypatch.setattr(teacher, "read", encoder)
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


def test_a_student_comes_nearer_to_its_teacher(told: tuple) -> None:
    from kg.training import loop
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
        *(f"layer.{n}" for n in range(1, 5)),
        *(f"norm.{n}" for n in range(5)),
        "head.kg",
        "moves.kg",
    }
    weights, more = grown(net.exported(), letters, "岑鑫淼", encoder())
    assert more == letters + "鑫淼"
    assert len(weights["characters"]) == len(more) + 2
    assert met(["鑫淼鑫。", "鑫，", "鑫淼"]) == "鑫"
