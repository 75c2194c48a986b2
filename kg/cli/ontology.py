"""`kg ontology`: types and relations with their definitions."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.messages import Messages
from kg.cli.options import Language

if TYPE_CHECKING:
    from kg.ontology import Ontology

_say = Messages("ontology")


def command(*, lang: Language, as_json: Annotated[bool, typer.Option("--json", help=_say("json"))] = False) -> None:
    from kg import ontology

    if as_json:
        loaded = ontology.load()
        entities, relations = map(asdict, loaded.entities.values()), map(asdict, loaded.relations.values())
        typer.echo(json.dumps({"entities": list(entities), "relations": list(relations)}, ensure_ascii=False))
        return
    _print_tables(ontology.load(), Messages("ontology", lang))


def _print_tables(loaded: "Ontology", say: Messages) -> None:
    from rich.console import Console
    from rich.table import Table

    lang, console = say.language, Console()
    table = Table(say("name"), say("label"), say("definition"), title=say("entities"), title_justify="left")
    for kind in loaded.entities.values():
        table.add_row(kind.name, kind.label[lang], kind.description[lang])
    console.print(table)
    table = Table(
        say("name"), say("label"), say("ends"), say("qualifiers"), say("definition"), title=say("relations"), title_justify="left"
    )
    for relation in loaded.relations.values():
        arrow = " ↔ " if relation.symmetric else " → "
        ends = " ".join(relation.subject) + arrow + " ".join(relation.object)
        table.add_row(relation.name, relation.label[lang], ends, " ".join(relation.qualifiers), relation.description[lang])
    console.print(table)
