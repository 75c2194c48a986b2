"""`kg extract`: JSON lines to standard output, no store."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.messages import Messages, told
from kg.cli.options import Language

if TYPE_CHECKING:
    from kg.ingest import Problem

_say, _build = Messages("extract"), Messages("build")


def command(
    paths: Annotated[list[Path], typer.Argument(help=_say("paths"), metavar="PATH...", show_default=False)],
    *,
    paper: Annotated[str | None, typer.Option(help=_build("paper"))] = None,
    locality: Annotated[str | None, typer.Option(help=_build("locality"))] = None,
    published: Annotated[str | None, typer.Option(help=_build("published"))] = None,
    no_model: Annotated[bool, typer.Option("--no-model", help=_build("no_model"))] = False,
    lang: Language,
) -> None:
    from kg.extract import extract_paths, to_dict

    say = Messages("extract", lang)
    problems: list[Problem] = []
    found = False
    for item in extract_paths(paths, paper=paper, locality=locality, published=published, use_model=not no_model, problems=problems):
        found = True
        typer.echo(json.dumps(to_dict(item), ensure_ascii=False))
    for problem in problems:
        advice = say("advice", advice=told(problem.advice, lang)) if problem.advice else ""
        typer.echo(f"kg: {say('problem', source=problem.source, reason=told(problem.reason, lang))}{advice}", err=True)
    if problems:
        raise typer.Exit(2 if all(problem.missing for problem in problems) and not found else 1)
