"""The `kg` command: each command parses its words and calls the library. The only room that prints.

Exit codes: 0 done; 1 some input failed and is listed; 2 wrong use.
Heavy imports stay inside the commands, so that `kg --help` answers at once.
"""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import typer

from kg.cli import build, decisions, evaluate, export, extract, merge, ontology, path, push, rename, review, show, split, stats
from kg.cli.messages import Messages, told
from kg.errors import KgError, NotFound, StoreError, UnreadableSource, UsageError


def _told(command: Callable[..., None]) -> Callable[..., None]:
    """The command with our errors in its own language."""

    @wraps(command)
    def run(*words: Any, **options: Any) -> None:
        try:
            command(*words, **options)
        except KgError as error:
            if options["lang"] == "en":
                error.args = (_english(error),)
            raise

    return run


def _english(error: KgError) -> str:
    if error.english:
        return error.english
    if isinstance(error, UnreadableSource):
        return f"{error.source}: {'; '.join(told(part, 'en') for part in (error.reason, error.advice) if part)}"
    return told(str(error), "en")


app = typer.Typer(no_args_is_help=True, add_completion=False, help=Messages()("app"), rich_markup_mode=None, pretty_exceptions_enable=False)
for module in (build, extract, export, push, show, path, stats, review, merge, split, rename, decisions, evaluate, ontology):
    name = module.__name__.rpartition(".")[2]
    app.command(name, help=Messages(name)("help"))(_told(module.command))


def main() -> None:
    """Run the command line; an error of ours is one line on standard error, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # Chinese on consoles that are not UTF-8
    try:
        app()
    except KgError as error:
        typer.echo(f"kg: {error}", err=True)
        sys.exit(2 if isinstance(error, UsageError | StoreError | NotFound) else 1)
