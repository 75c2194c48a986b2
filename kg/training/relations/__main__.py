"""`python -m kg.training.relations data/train/facts.jsonl -o kg/resources/relations.bin`: train, fit, export. Documented in docs/model-card.md."""

import argparse
import sys
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import torch

from kg.arrays import dump
from kg.relations.learned.model import VERSION, Model, load, named
from kg.relations.learned.network import Committee, Network
from kg.training.loop import clock
from kg.training.relations import fitting, loop, masked
from kg.training.relations.net import Net
from kg.training.relations.passages import Passage, passages
from kg.training.relations.silver import label, unlabelled
from kg.training.relations.teacher import Teacher, taught

_SILVER = 0.25  # what a passage that the rules labelled counts


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m kg.training.relations", description=__doc__)
    parser.add_argument("passages", nargs="+", help="annotated passages; FILE:0.7 counts so much")
    parser.add_argument(
        "--masked", type=Path, nargs="*", default=[], help="texts (JSON lines) of which hidden signs are guessed before all else"
    )
    parser.add_argument("--silver", type=Path, nargs="*", default=[], help="texts (JSON lines) that the rules label, learned first")
    parser.add_argument(
        "--start", type=Path, help="go on from the network of this model, and keep its alphabet; it is its own teacher if there is no other"
    )
    parser.add_argument("--aside", type=int, default=0, help="one passage in so many is left aside to fit confidence; 0: take it over")
    parser.add_argument("--fitted", type=Path, help="take how confidence was fitted from this model")
    parser.add_argument("--precision", type=float, default=0.65, help="what is told without a rule must be right so often")
    parser.add_argument("--rounds", type=int, nargs=3, default=(6, 4, 12), help="over masked texts, silver and annotated passages")
    parser.add_argument(
        "--teacher-rounds", type=int, default=0, help="of a teacher with a transformer beside it; 0: nobody but people teaches"
    )
    parser.add_argument("--people", type=float, default=0.4, help="what the annotation counts beside what a teacher thinks, 0–1")
    parser.add_argument(
        "--unlabelled", type=Path, nargs="*", default=[], help="texts (JSON lines) of which the teacher alone says anything"
    )
    parser.add_argument("--readers", type=int, default=1, help="how many networks learn the same from other beginnings")
    parser.add_argument("--rate", type=float, default=2e-3, help="learning rate at the start")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--out", type=Path, required=True)
    return parser.parse_args()


def main() -> None:
    """Train as the command line says."""
    options, since = _options(), clock()
    files = {Path(name.partition(":")[0]): float(name.partition(":")[2] or 1) for name in options.passages}
    found = [one for path, weight in files.items() for one in passages(path, weight)]
    silver = [one for path in options.silver for one in label(path, _SILVER)]
    seen = [row for path in options.masked for row in masked.rows(path)]
    aside = [one for one in found if options.aside and zlib.crc32(one.same.encode()) % options.aside == 0]
    learned = [one for one in found if not options.aside or zlib.crc32(one.same.encode()) % options.aside]
    start = load(options.start).readers.networks[0] if options.start else None
    letters = start.alphabet if start else loop.alphabet([*found, *silver])
    begun = [_begun(options, number, letters, start, seen, silver, since) for number in range(options.readers)]
    items = _annotated(options, letters, begun[0], learned, since)
    nets = [
        loop.train(net, items, options.rounds[2], options.rate, options.seed + number, _teller(f"{number} annotated", since))
        for number, net in enumerate(begun)
    ]
    header: dict[str, object] = {
        "alphabet": letters,
        "dilations": nets[0].dilations,
        "trained": date.today().isoformat(),
        "passages": {path.name: sum(1 for _ in path.open(encoding="utf-8")) for path in files},
        "masked": sum(map(len, seen)),
        "silver": len(silver),
        "rounds": options.rounds,
        "seed": options.seed,
    }
    exported = [net.exported() for net in nets]
    header |= _fitted(options, Committee([Network(weights, letters, nets[0].dilations) for weights in exported]), aside)
    options.out.write_bytes(dump(VERSION, header, named(exported), ()))


def _begun(
    options: argparse.Namespace,
    number: int,
    letters: str,
    start: Network | None,
    seen: list[str],
    silver: list[Passage],
    since: Callable[[], float],
) -> Net:
    """An earlier network, if one goes on from it, or a new one; it has guessed hidden signs, and learned what rules say."""
    seed = options.seed + number
    torch.manual_seed(seed)
    net = Net(len(letters))
    if start:
        net.restore(start.weights)
    if seen:
        net = masked.train(net, seen, letters, options.rounds[0], options.rate, seed, _teller(f"{number} masked", since))
    if silver:
        net = loop.train(net, loop.items(silver, letters), options.rounds[1], options.rate, seed, _teller(f"{number} silver", since))
    return net


def _annotated(
    options: argparse.Namespace, letters: str, begun: Net, learned: list[Passage], since: Callable[[], float]
) -> list[loop.Item]:
    """What people say of the passages, and what a teacher thinks of them, if there is one. It begins with the same convolutions."""
    unsaid = [one for path in options.unlabelled for one in unlabelled(path)]
    if not options.teacher_rounds:
        found = loop.items(learned, letters)
        return [*taught(found, begun, options.people), *taught(loop.items(unsaid, letters), begun, 0.0)] if options.start else found
    teacher = Teacher(len(letters))
    teacher.load_state_dict(begun.state_dict(), strict=False)
    found = loop.items(learned, letters, teacher.encoder.pieces)
    told = loop.train(teacher, found, options.teacher_rounds, options.rate, options.seed, _teller("teacher", since))
    return [*taught(found, told, options.people), *taught(loop.items(unsaid, letters, teacher.encoder.pieces), told, 0.0)]


def _fitted(options: argparse.Namespace, readers: Committee, aside: list[Passage]) -> dict[str, object]:
    if options.fitted is not None:
        known = load(options.fitted).header
        return {name: known[name] for name in fitting.ENTRIES}
    model = Model(readers, (0.0, 1.0, 0.0), (0.0, 1.0), {}, {}, {})
    asked = [one for one in aside if one.variant] or aside  # names as they are found are how it will be used
    entries = fitting.fitted([case for one in asked for case in fitting.cases(model, one)], options.precision)
    sys.stderr.write(fitting.told(entries) + "\n")
    return entries


def _teller(name: str, since: Callable[[], float]) -> Callable[[int, float], None]:
    def tell(number: int, loss: float) -> None:
        sys.stderr.write(f"{name} {number}  {since():.0f} s  loss {loss:.4f}\n")

    return tell


if __name__ == "__main__":
    main()
