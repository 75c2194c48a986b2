"""Envoys: the country that sends one to a place (甲国驻某地总领事), and the post with that place."""

import re

from kg.relations.holders import cues
from kg.relations.roles import Line, Role, heads, title_of
from kg.relations.scene import Ref


def sender(own: Line, role: Role) -> Ref | None:
    """The country whose envoy somebody is."""
    if not heads(role.title.text, "envoys") or own.text.startswith("馆", role.end):
        return None
    m = _sent(own, role)
    return own.refs[m.start("land")] if m is not None else None


def title_at(own: Line, role: Role, body: Ref | None) -> str:
    """The post as it is told at a body: 驻某地总领事 of an envoy, 市委书记 at 市委."""
    title = role.title.text
    m = _sent(own, role) if body is not None and body.type == "Place" and heads(title, "envoys") and not title.startswith("驻") else None
    if m is None:
        return title_of(role, body)
    posted = own.text.rfind("驻", 0, m.end())
    return "".join(own.refs[i].text if i in own.refs else own.text[i] for i in range(posted, role.end - 1)) + title


def _sent(own: Line, role: Role) -> re.Match[str] | None:
    return cues()["sends"].search(own.text[: role.end - 1] + ("驻" if role.title.text.startswith("驻") else ""))
