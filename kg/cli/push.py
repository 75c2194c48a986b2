"""`kg push neo4j`: send a built graph to a server."""

from typing import Annotated, Literal

import typer

from kg.cli.messages import Messages
from kg.cli.options import Language, Out

_say = Messages("push")


def command(
    target: Annotated[Literal["neo4j"], typer.Argument(help=_say("target"), show_default=False)],
    out: Out,
    *,
    uri: Annotated[str, typer.Option(help=_say("uri"))] = "bolt://localhost:7687",
    user: Annotated[str, typer.Option(help=_say("user"), envvar="NEO4J_USERNAME")] = "neo4j",
    password: Annotated[str, typer.Option(help=_say("password"), envvar="NEO4J_PASSWORD", prompt=_say("ask"), hide_input=True)],
    database: Annotated[str | None, typer.Option(help=_say("database"), show_default=False)] = None,
    lang: Language,
) -> None:
    from kg import ontology, stored
    from kg.export.neo4j import push

    say = Messages("push", lang)
    del target  # so far there is one
    with stored.opened(out) as graph:
        nodes, edges = push(graph, ontology.load(), uri, user=user, password=password, database=database, lang=lang)
    typer.echo(say("done", nodes=nodes, edges=edges, uri=uri))
