"""The `kg` command: each command parses its words and calls the library. The only room that prints.

Exit codes: 0 done; 1 some input failed and is listed; 2 wrong use.
Heavy imports stay inside the commands, so that `kg --help` answers at once.
"""

import sys
from collections.abc import Callable
from functools import wraps
from itertools import pairwise
from typing import Any

import typer
import typer.core

from kg.cli import build, decisions, evaluate, export, extract, merge, ontology, path, push, rename, review, show, split, stats
from kg.cli.messages import LANGUAGES, Messages, told, wrong_use
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


_WrongUse: type[Exception] = typer.BadParameter.__bases__[0]  # where it comes from differs between versions of typer


class _Group(typer.core.TyperGroup):
    """All commands; wrong use is told in the language of the command."""

    def main(self, *given: Any, **options: Any) -> Any:
        words = list(options.get("args") or (given[0] if given else None) or sys.argv[1:])
        try:
            code = super().main(*given, **options | {"standalone_mode": False})
        except _WrongUse as error:
            _tell(error, Messages(language=_language(words)))
            sys.exit(2)
        except typer.Abort:
            typer.echo(Messages(language=_language(words))("stopped_by_you"), err=True)
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)


def _language(words: list[str]) -> str | None:
    """The language that the words ask for, before anybody has read them."""
    said = [word.partition("=")[2] for word in words if word.startswith("--lang=")]
    said += [after for word, after in pairwise(words) if word == "--lang"]
    return said[-1] if said and said[-1] in LANGUAGES else None


def _tell(error: Any, say: Messages) -> None:
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        return
    if error.ctx is not None:
        typer.echo(say("usage", usage=error.ctx.get_usage().removeprefix("Usage: ")), err=True)
        typer.echo(say("try_help", command=error.ctx.command_path) + "\n", err=True)
    typer.echo(say("wrong", error=wrong_use(error.format_message(), say.language)), err=True)


app = typer.Typer(
    cls=_Group, no_args_is_help=True, add_completion=False, help=Messages()("app"), rich_markup_mode=None, pretty_exceptions_enable=False
)
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
