"""How an edge and its evidence are told on the console, for `kg show` and `kg path`."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.cli.messages import Messages

if TYPE_CHECKING:
    from rich.text import Text

_QUOTE = 110  # characters; the whole sentence is in the page and in `graph.statements`


def facets(data: Mapping[str, Any], say: Messages) -> str:
    """Status, qualifiers and time of an edge, in brackets; nothing when there is nothing to say."""
    parts = [] if data["status"] == "asserted" else [say(f"status_{data['status']}")]
    parts += [value for key, value in sorted(data["qualifiers"].items()) if key != "date"]
    if data["first"]:
        parts.append(data["first"] if data["first"] == data["last"] else f"{data['first']} … {data['last']}")
    return f"（{'，'.join(parts)}）" if parts else ""


def quotes(evidence: Sequence[Mapping[str, Any]], limit: int) -> "list[Text]":
    """The sentences, each with where it stands."""
    from rich.text import Text

    told = []
    for entry in evidence[: limit or None]:
        quote = entry["quote"] if len(entry["quote"]) <= _QUOTE else entry["quote"][: _QUOTE - 1] + "…"
        where = " ".join(
            part for part in (entry["paper"], entry["published"], entry["page"], f"《{entry['title']}》" if entry["title"] else "") if part
        )
        told.append(Text.assemble("      “", quote, "” ", (where or entry["source"], "dim")))
    return told
