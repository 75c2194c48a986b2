"""What is trained is what is inferred: the network in torch against the one in numpy. Needs torch (the extra `train`)."""

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
