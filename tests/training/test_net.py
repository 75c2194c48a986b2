"""What is trained is what is inferred: the network in torch against the one in numpy. Needs torch (the extra `train`)."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from kg.nlp.recogniser.crf import tags
from kg.nlp.recogniser.network import Network
from kg.training.data import Sentence
from kg.training.swapping import Names

torch = pytest.importorskip("torch")
SENTENCES = [
    Sentence("市委书记岑国栋来到云杉智控。", ((0, 2, "PublicBody"), (4, 7, "Person"), (9, 13, "Company"))),
    Sentence("厉文舟在沐朔重工谈难处。", ((0, 3, "Person"), (4, 8, "Company"))),
]
LABELS = {"kg": ["Company", "Person", "PublicBody"]}


def test_torch_and_numpy_agree_and_training_lowers_the_loss() -> None:
    from kg.training import loop
    from kg.training.net import Net

    letters, losses = loop.alphabet(SENTENCES, least=1), []
    sets = [loop.Set(SENTENCES * 20, "kg")]

    def told(_number: int, loss: float, _net: Net) -> None:
        losses.append(loss)

    net = loop.train(sets, LABELS, letters, Names(SENTENCES), loop.Plan(rounds=50), told)
    assert losses[-1] < losses[0] / 2
    text = SENTENCES[0].text
    rows, lists, real, _ = loop.tensors([SENTENCES[0]], LABELS["kg"], loop.alphabet_rows(letters), net.pairs.num_embeddings, _Never())
    with torch.no_grad():
        wanted = net.scores(rows, lists, real, "kg")[0].numpy()
    network = Network(net.exported(), letters, net.dilations)
    hidden, (start,) = network.encode([text])
    assert wanted.shape == (len(text), len(tags(LABELS["kg"])))
    assert np.allclose(network.emissions(hidden, "kg")[start : start + len(text)], wanted, atol=1e-4)
    again = Net(LABELS, characters=len(letters) + 2)
    again.restore(net.exported())
    assert all(np.array_equal(values, again.exported()[name]) for name, values in net.exported().items())


class _Never:
    """Luck that hides nothing."""

    def random(self, size: int) -> np.ndarray:
        return np.ones(size)


def test_the_same_seed_gives_the_same_network() -> None:
    from kg.training import loop

    letters = loop.alphabet(SENTENCES, least=1)
    sets = [loop.Set(SENTENCES * 3, "kg", 0.5)]
    nets = [loop.train(sets, LABELS, letters, Names(SENTENCES), loop.Plan(rounds=2, seed=4), lambda *_: None) for _ in range(2)]
    assert all(np.array_equal(values, nets[1].exported()[name]) for name, values in nets[0].exported().items())


def test_a_model_goes_on_and_what_it_knew_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.errors import BadResource
    from kg.nlp.recogniser.model import Model, load
    from kg.training.__main__ import main

    def written(name: str, sentences: Sequence[Sentence]) -> str:
        rows = [{"text": s.text, "spans": s.spans, "group": ""} for s in sentences]
        (tmp_path / name).write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
        return str(tmp_path / name)

    def trained(name: str, *arguments: str) -> Model:
        monkeypatch.setattr(sys, "argv", ["kg.training", *arguments, "--aside", "-o", str(tmp_path / name)])
        main()
        return load(tmp_path / name)

    known = written("known.jsonl", [Sentence(f"{s.text[:-1]}，这是第{n}回。", s.spans) for s in SENTENCES for n in range(40)])
    new = written("new.jsonl", [Sentence(SENTENCES[0].text, SENTENCES[0].spans[1:2])] * 120)  # one label of three, and wrong of the firm
    first = trained("first.bin", known, "--rounds", "5", "--rate", "1e-2")
    further = ("--start", str(tmp_path / "first.bin"), "--rounds", "12", "--rate", "1e-2")
    forgot, kept = trained("forgot.bin", new, *further), trained("kept.bin", new, *further, "--kept", known)
    assert kept.labels == first.labels
    assert kept.header["sentences"] == {"new.jsonl": 120, "companies": 0, "silver": 0, "texts": 80}

    def scores(model: Model) -> np.ndarray:
        hidden, _ = model.network.encode([SENTENCES[1].text])
        return model.network.emissions(hidden, "kg")

    assert np.abs(scores(kept) - scores(first)).mean() < 0.5 * np.abs(scores(forgot) - scores(first)).mean()
    with pytest.raises(BadResource, match="Place"):
        trained("place.bin", written("place.jsonl", [Sentence("沐岭在下雨。", ((0, 2, "Place"),))]), *further)
