"""`kg evaluate`: precision, recall and F1 against gold annotations."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.messages import Messages
from kg.cli.options import Language

if TYPE_CHECKING:
    from rich.console import Console

    from kg.evaluate.scoring import Counts, Score

_say, _build = Messages("evaluate"), Messages("build")


def command(
    gold: Annotated[Path, typer.Argument(help=_say("gold"), metavar="GOLD", show_default=False)],
    *,
    texts: Annotated[Path | None, typer.Option(help=_say("texts"))] = None,
    errors: Annotated[bool, typer.Option("--errors", help=_say("errors"))] = False,
    rules: Annotated[bool, typer.Option("--rules", help=_say("rules"))] = False,
    baseline: Annotated[Path | None, typer.Option(help=_say("baseline"))] = None,
    update: Annotated[bool, typer.Option("--update", help=_say("update"))] = False,
    no_model: Annotated[bool, typer.Option("--no-model", help=_build("no_model"))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=_say("json"))] = False,
    identity: Annotated[bool, typer.Option("--identity", help=_say("identity"))] = False,
    lang: Language,
) -> None:
    from kg.evaluate import evaluate
    from kg.extract import extract_paths

    say = Messages("evaluate", lang)
    if identity:
        _identity(gold, say, use_model=not no_model, errors=errors)
        return
    score = evaluate(gold, lambda path: list(extract_paths([path], use_model=not no_model)), texts=texts)
    _print(score, say, errors=errors, rules=rules, as_json=as_json)
    if baseline and update:
        from kg.evaluate.baseline import write_baseline

        write_baseline(baseline, gold.resolve().name, score)
        typer.echo(say("updated", path=baseline, name=gold.resolve().name))
    elif baseline and not _holds(score, baseline, gold.resolve().name, say):
        raise typer.Exit(1)


def _holds(score: "Score", path: Path, name: str, say: Messages) -> bool:
    from kg.evaluate.baseline import figures, read_baseline, sunk

    floor = read_baseline(path).get(name)
    if floor is None:
        typer.echo(say("no_floor", path=path, name=name), err=True)
        return False
    rows = sunk(figures(score), floor)
    typer.echo(say("sunk", rows="；".join(rows)) if rows else say("kept", path=path), err=bool(rows))
    return not rows


def _print(score: "Score", say: Messages, *, errors: bool, rules: bool, as_json: bool) -> None:
    if as_json:
        import srsly

        totals = {"entities": score.entities_total, "relations": score.relations_total}
        typer.echo(srsly.json_dumps({what: dict(zip(("precision", "recall", "f1"), _prf(c), strict=True)) for what, c in totals.items()}))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console()
    _table(console, say, "entities", score.types, score.entities_total)
    _table(console, say, "relations", score.relations, score.relations_total)
    _table(console, say, "qualifiers", score.qualifiers)
    if rules:
        _table(console, say, "rule", score.rules)
    if errors:
        for error in score.errors:
            rule = f" [{error.rule}]" if error.rule else ""
            console.print(Text.assemble((error.article, "bold"), f" {error.kind}: {error.what}{rule}"), highlight=False)
            if error.sentence:
                console.print(f"    {error.sentence}", markup=False, highlight=False, soft_wrap=True)


def _identity(folder: Path, say: Messages, *, use_model: bool, errors: bool) -> None:
    """Who is held to be whom, over a labelled stack of articles."""
    from rich.console import Console
    from rich.table import Table

    from kg.evaluate.identity import evaluate_identity
    from kg.extract import extract_paths
    from kg.resolve import resolve

    score = evaluate_identity(folder, lambda path: list(extract_paths([path], use_model=use_model)), resolve)
    console, table = Console(), Table(say("column_what"), title=say("identity_title"), title_justify="left")
    for column in ("B³ " + say("precision"), "B³ " + say("recall"), say("pairs_precision"), say("pairs_recall"), say("found_labelled")):
        table.add_column(column, justify="right")
    for type_, one in score.types.items():
        figures = (one.precision, one.recall, one.pair_precision, one.pair_recall)
        table.add_row(type_, *(f"{figure:.3f}" for figure in figures), f"{one.found} / {one.labelled}")
    console.print(table)
    for title, entries in (("wrong_merges", score.merged), ("missed_merges", score.missed), ("not_found", score.unseen)):
        console.print(f"{say(title)} ({len(entries)})", style="bold")
        for entry in entries if errors else ():
            console.print(f"  {entry}", markup=False, highlight=False, soft_wrap=True)


def _prf(counts: "Counts") -> tuple[float, float, float]:
    return round(counts.precision, 4), round(counts.recall, 4), round(counts.f1, 4)


def _table(console: "Console", say: Messages, title: str, rows: Mapping[str, "Counts"], total: "Counts | None" = None) -> None:
    from rich.table import Table

    table = Table(say("column_what"), title=say(title), title_justify="left")
    for column in (say("precision"), say("recall"), "F1", say("gold_count")):
        table.add_column(column, justify="right")
    named = sorted(rows.items()) + ([(say("all"), total)] if total else [])
    for name, counts in named:
        table.add_row(
            name, *(f"{figure:.3f}" for figure in (counts.precision, counts.recall, counts.f1)), str(counts.right + counts.missed)
        )
    console.print(table)
