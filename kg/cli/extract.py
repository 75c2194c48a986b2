"""`kg extract`: JSON lines to standard output, no store."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.messages import Messages
from kg.cli.options import Language

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
    import srsly

    from kg.extract import extract_paths, to_dict

    problems = []
    for item in extract_paths(paths, paper=paper, locality=locality, published=published, use_model=not no_model, problems=problems):
        typer.echo(srsly.json_dumps(to_dict(item)))
    for problem in problems:
        typer.echo(f"kg: {problem}", err=True)
    raise typer.Exit(1 if problems else 0)
