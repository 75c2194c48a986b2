"""`kg review`: what a person should look at, as a table or as CSV that is filled in and read back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.judging import By, record, tell
from kg.cli.messages import Messages
from kg.cli.options import Language, Out, console

if TYPE_CHECKING:
    from kg.reviewing import Row

_say = Messages("review")


def command(
    out: Out,
    *,
    type_: Annotated[str | None, typer.Option("--type", help=_say("type"), show_default=False)] = None,
    limit: Annotated[int, typer.Option(help=_say("limit"), min=0)] = 20,
    csv: Annotated[Path | None, typer.Option("--csv", help=_say("csv"), show_default=False)] = None,
    read: Annotated[Path | None, typer.Option("--read", help=_say("read"), show_default=False)] = None,
    by: By = "",
    lang: Language,
) -> None:
    from kg import reviewing

    say = Messages("review", lang)
    if read is not None:
        made, wrong = reviewing.read(read, by=by)
        record(out, made, Messages("judging", lang))
        tell((), wrong, Messages("judging", lang))
        if wrong:
            raise typer.Exit(1)
        return
    rows = reviewing.rows(out, type_=type_, lang=lang)
    if csv is not None:
        reviewing.write(csv, rows[: limit or None])
        typer.echo(say("written", count=len(rows[: limit or None]), path=csv, out=out))
        return
    _print(rows, limit, say)


def _print(rows: "list[Row]", limit: int, say: Messages) -> None:
    from rich.text import Text

    screen = console()
    if not rows:
        typer.echo(say("nothing"))
    for number, row in enumerate(rows[: limit or None], 1):
        kind = say(f"kind_{row.kind}")
        screen.print(
            Text.assemble(f"\n{number:>3} ", (f"{kind} {row.score:.2f}  ", "bold"), (f"{row.type}  ", "dim"), "；".join(row.reasons))
        )
        sides = (
            (row.left, row.left_name, row.left_about, row.left_evidence),
            (row.right, row.right_name, row.right_about, row.right_evidence),
        )
        for id_, name, about, evidence in sides:
            screen.print(Text.assemble("    ", (name, "cyan"), f"  {about}  ", (id_, "dim")), soft_wrap=True)
            if evidence:
                screen.print(Text(f"      {evidence}"), soft_wrap=True)
    if limit and len(rows) > limit:
        screen.print("\n" + say("more", count=len(rows) - limit), markup=False)
