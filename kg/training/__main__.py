"""`python -m kg.training data/train/own.jsonl -o kg/resources/model.bin`: train, calibrate, export. Documented in docs/model-card.md."""

import argparse
import sys
from collections.abc import Mapping, Sequence, Set
from datetime import date
from pathlib import Path

from kg.arrays import Floats
from kg.errors import BadResource
from kg.nlp.recogniser.model import Model, dump, load
from kg.nlp.recogniser.network import Network
from kg.training import data, loop, measuring
from kg.training.net import TABLES, Net
from kg.training.pretrained import Encoder, read
from kg.training.silver import label
from kg.training.student import Lessons, grown, met
from kg.training.swapping import Names
from kg.training.teacher import Teacher, ask

_TEACHER_BATCH = 1500  # characters of a step: a transformer wants more steps


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m kg.training", description=__doc__)
    parser.add_argument(
        "own", type=data.shared, nargs="+", help="sentences with the labels of the ontology; FILE:0.5 uses half of them in each round"
    )
    parser.add_argument(
        "--companies", type=Path, nargs="*", default=[], help="further sentences where every label is a company: a second label set"
    )
    parser.add_argument(
        "--aside", nargs="*", default=["g13", "g14", "r10", "r11"], help="groups that measure and calibrate, and are not learned"
    )
    parser.add_argument("--apart", type=Path, nargs="*", default=[], help="folders of texts of which no sentence may be learned")
    parser.add_argument(
        "--silver", type=Path, nargs="*", default=[], help="texts (JSON lines) that the pipeline labels with the model it has"
    )
    parser.add_argument("--silver-share", type=float, default=0.2, help="share of the silver sentences used in each round")
    parser.add_argument(
        "--teacher",
        type=Path,
        nargs="*",
        default=[],
        help="texts (JSON lines) of which a teacher with a transformer beside it tells what it thinks",
    )
    parser.add_argument(
        "--kept",
        type=Path,
        nargs="*",
        default=[],
        help="texts (JSON lines) of which the model of --start tells what it thinks: what it knows is not forgotten",
    )
    parser.add_argument("--teacher-rounds", type=int, default=2, help="over the labelled sentences, before the teacher is asked")
    parser.add_argument("--teacher-rate", type=float, default=2e-3, help="its learning rate at the start")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2.5e-3, help="learning rate at the start")
    parser.add_argument(
        "--start", type=Path, help="go on from this model, and keep its alphabet; its calibration too, where nothing is left aside"
    )
    parser.add_argument("--blend", type=float, default=1.0, help="share of what was learned now, beside the model of --start")
    parser.add_argument("-o", "--out", type=Path, required=True)
    return parser.parse_args()


def _labels(met: Set[str], *, firms: bool, start: Model | None) -> dict[str, Sequence[str]]:
    """The label sets: those of the model that one goes on from, whether all of its labels are met again or not.

    Raises:
        BadResource: it lacks one that is met.
    """
    if start is None:
        return {"kg": sorted(met), **({"firms": ["Company"]} if firms else {})}
    if unknown := sorted(met - set(start.labels["kg"])) or (["firms"] if firms and "firms" not in start.labels else []):
        raise BadResource(f"--start: the model does not know {unknown[0]!r}; train without it, or drop these sentences")
    return {"kg": start.labels["kg"], **({"firms": start.labels["firms"]} if firms else {})}


def main() -> None:
    """Train as the command line says."""
    options, since = _options(), loop.clock()
    measured = data.texts(options.apart)
    files, aside = data.gathered((path for path, _ in options.own), measured, options.aside)
    firms = [s for path in options.companies for s in data.apart(data.read(path, only="Company"), measured)]
    silver = [s for path in options.silver for s in data.apart(label(path), [*measured, *(s.text for s in aside)])]
    gold = [s for found in files.values() for s in found]
    start = load(options.start) if options.start else None
    labels = _labels({name for s in gold for *_, name in s.spans}, firms=bool(firms), start=start)
    rates = (0.5, *[0.3] * len(files))
    sets = [loop.Set(found, "kg", rate, share) for found, rate, (_, share) in zip(files.values(), rates, options.own, strict=False)]
    sets += [loop.Set(silver, "kg", 0.1, options.silver_share)] if silver else []
    sets += [loop.Set(firms, "firms", share=0.5)] if firms else []
    letters, names = start.network.alphabet if start else loop.alphabet([*gold, *firms, *silver]), Names(gold, firms)
    texts = data.unlabelled(options.teacher, [*measured, *(s.text for s in aside)])
    begun, lessons = start.network.weights if start else None, None

    def say(line: str) -> None:
        sys.stderr.write(f"{since():.0f} s  {line}\n")

    if texts:
        plan = loop.Plan(options.teacher_rounds, options.teacher_rate, options.seed, _TEACHER_BATCH, begun)
        teacher = loop.train(sets, labels, letters, names, plan, lambda n, loss, _: say(f"teacher {n}  loss {loss:.3f}"), Teacher)
        said = ask(teacher, letters, texts, "kg", labels["kg"])
        begun, letters = grown(begun, letters, met(texts), Encoder(read())) if begun else (None, letters)
        lessons = Lessons(list(said), letters, "kg", labels["kg"], 1 / options.rounds)
    elif start and options.kept:
        texts = data.unlabelled(options.kept, [*measured, *(s.text for s in aside)])
        before = Net(labels, characters=len(start.network.weights["characters"]), dilations=start.network.dilations)
        before.restore(start.network.weights)
        lessons = Lessons(list(ask(before, letters, texts, "kg", labels["kg"])), letters, "kg", labels["kg"], 1 / options.rounds)
    header = {
        "labels": labels,
        "alphabet": letters,
        "trained": date.today().isoformat(),
        "sentences": {
            **{name: len(found) for name, found in files.items()},
            "companies": len(firms),
            "silver": len(silver),
            "texts": len(texts),
        },
        "rounds": options.rounds,
        "seed": options.seed,
    }

    def told(number: int, loss: float, net: Net) -> None:
        line = f"round {number}  loss {loss:.3f}"
        if aside and (number % 3 == 0 or number == options.rounds):
            found = measuring.figures(_model(net.exported(), header, net.dilations), aside)
            line += "  " + "  ".join(f"{name} {p:.3f}/{r:.3f}/{f:.3f}" for name, (p, r, f) in found.items())
        say(line)

    net = loop.train(
        sets, labels, letters, names, loop.Plan(options.rounds, options.rate, options.seed, start=begun), told, lessons=lessons
    )
    weights = net.exported()
    if begun:
        weights = {name: begun[name] * (1 - options.blend) + values * options.blend for name, values in weights.items()}
    made = _model(weights, header, net.dilations)
    lines = start.calibration if start and not aside else measuring.calibration(made, aside)
    header |= {"dilations": net.dilations, "calibration": lines, "blended": options.blend}
    options.out.write_bytes(dump(header, weights, TABLES))


def _model(weights: Mapping[str, Floats], header: dict[str, object], dilations: Sequence[int]) -> Model:
    return Model(Network(weights, str(header["alphabet"]), dilations), header["labels"], {}, header)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
