"""`kg build`: the main job, with progress and a closing table."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.messages import Messages, told
from kg.cli.options import Language, console

if TYPE_CHECKING:
    from rich.console import Console

    from kg.build import Progress, Report
    from kg.types import Article

_say = Messages("build")
_MOST = 20  # articles and problems that the closing table lists
_EXAMPLES = 5
_TITLE = 36  # characters


def command(
    paths: Annotated[list[Path], typer.Argument(help=_say("paths"), metavar="PATH...", show_default=False)],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", help=_say("out"), show_default=False)],
    paper: Annotated[str | None, typer.Option(help=_say("paper"))] = None,
    locality: Annotated[str | None, typer.Option(help=_say("locality"))] = None,
    published: Annotated[str | None, typer.Option(help=_say("published"))] = None,
    known: Annotated[list[Path] | None, typer.Option("--known", help=_say("known"), show_default=False)] = None,
    formats: Annotated[list[str] | None, typer.Option("--format", help=_say("format"), show_default=False)] = None,
    jobs: Annotated[int | None, typer.Option(help=_say("jobs"), show_default=False)] = None,
    min_confidence: Annotated[float, typer.Option(help=_say("min_confidence"), min=0, max=1)] = 0.0,
    no_model: Annotated[bool, typer.Option("--no-model", help=_say("no_model"))] = False,
    lang: Language,
) -> None:
    from kg.build import DEFAULT_FORMATS, build

    say = Messages("build", lang)
    given = {"paper": paper, "locality": locality, "published": published}
    try:
        with _progress(say) as progress:
            report = build(
                paths,
                out=out,
                **given,
                formats=formats or DEFAULT_FORMATS,
                known=known or (),
                jobs=jobs,
                use_model=not no_model,
                min_confidence=min_confidence,
                lang=lang,
                progress=progress,
            )
    except KeyboardInterrupt:
        typer.echo(say("stopped"), err=True)
        raise typer.Exit(130) from None
    _print(report, say)
    if report.problems:
        raise typer.Exit(2 if all(problem.missing for problem in report.problems) and not report.articles else 1)


@contextmanager
def _progress(say: Messages) -> Iterator["Progress"]:
    """A bar a stage on standard error, with rate and time left; it goes when done."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn()
    screen = console(errors=True)
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def told(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(say(f"stage_{stage}"), total=total, rate="")
            speed = bars.tasks[tasks[stage]].speed
            rate = say("rate", rate=f"{speed:.0f}") if stage == "extract" and speed else ""
            bars.update(tasks[stage], completed=done, total=total, rate=rate)

        yield told


def _print(report: "Report", say: Messages) -> None:
    screen = console()
    if report.articles:
        _articles(screen, report, say)
    else:
        screen.print(say("nothing"))
    _summary(screen, report, say)
    if report.problems:
        _problems(screen, report, say)
    names = sorted({entry.name for entry in report.unresolved if not entry.decision})
    waiting = sorted({entry.decision for entry in report.unresolved if entry.decision})
    for key, what in (("corrected", list(dict.fromkeys(report.corrected))), ("unresolved", names), ("waiting", waiting)):
        if what:
            screen.print(say(key, count=len(what), examples=_some(what), out=report.out), markup=False)
    page = next((entry.path for entry in report.written if entry.path.suffix == ".html"), None)
    if page is not None:
        screen.print(say("open", path=page), markup=False)


def _articles(screen: "Console", report: "Report", say: Messages) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=say("articles_title"), title_justify="left")
    for key in ("column_article", "column_published", "column_locality", "column_found"):
        table.add_column(say(key), overflow="fold")
    for article in report.articles[:_MOST]:
        cells = [_short(article.title) or say("untitled"), _inferred(article, "published", say), _inferred(article, "locality", say)]
        entities, statements = report.found.get(article.id, (0, 0))
        table.add_row(*map(Text, cells), f"{entities} / {statements}")
    screen.print(table)
    if len(report.articles) > _MOST:
        screen.print(say("more", count=len(report.articles) - _MOST, out=report.out), markup=False)
    why = Counter((field, reason) for article in report.articles for field, reason in sorted(article.inferred.items()))
    for (field, reason), count in why.most_common(_EXAMPLES):
        label = say(f"column_{field}") if field in ("published", "locality", "paper") else field
        screen.print(f"  {say('reason', field=label, reason=reason, count=count)}", markup=False)


def _some(names: Sequence[str]) -> str:
    """The first few names, and a sign when there are more."""
    return "、".join(names[:_EXAMPLES]) + ("……" if len(names) > _EXAMPLES else "")


def _short(title: str) -> str:
    """A headline on one line that fits a table."""
    line = " ".join(title.split())
    return line if len(line) <= _TITLE else line[: _TITLE - 1] + "…"


def _inferred(article: "Article", field: str, say: Messages) -> str:
    value = getattr(article, field)
    if not value:
        return say("none")
    return str(value) + (say("inferred") if field in article.inferred else "")


def _summary(screen: "Console", report: "Report", say: Messages) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=say("summary_title"), title_justify="left", show_header=False)
    table.add_row(
        say("sources"), say("sources_value", total=report.sources, read=report.read, unchanged=max(0, report.given - report.read))
    )
    for left, files in (("removed", report.gone), ("moved", report.moved)):
        if files:
            table.add_row(say(left), Text(say("left_value", count=len(files), examples=_some(files))))
    table.add_row(say("articles"), say("articles_value", total=report.total_articles, extracted=report.extracted))
    table.add_row(say("entities"), str(report.entities))
    table.add_row(say("statements"), str(report.statements))
    table.add_row(say("seconds"), say("seconds_value", seconds=report.seconds))
    for entry in report.written:
        table.add_row(say("written"), Text(str(entry.path) + ("" if entry.changed else f"（{say('unchanged_file')}）")))
    screen.print(table)


def _problems(screen: "Console", report: "Report", say: Messages) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=f"{say('problems_title')} ({len(report.problems)})", title_justify="left")
    for key in ("column_source", "column_reason", "column_advice"):
        table.add_column(say(key), overflow="fold")
    for problem in report.problems[:_MOST]:
        table.add_row(Text(problem.source), Text(told(problem.reason, say.language)), Text(told(problem.advice, say.language)))
    screen.print(table)
    if len(report.problems) > _MOST:
        screen.print(say("more_problems", count=len(report.problems) - _MOST, out=report.out), markup=False)
