"""Parties: 由社长甲率领的乙代表团, 以会长甲为团长的乙代表团. The post before the name is one of the body that sends the party, not of who receives it."""

import re
from functools import cache

from kg.relations.roles import Line, Role
from kg.relations.scene import Ref
from kg.relations.signs import ANY, SIGNS, alternatives, words

_TITLES = f"{SIGNS['Title']}(?:[、兼和]?{SIGNS['Title']})*"
_SENDERS = "[" + "".join(SIGNS[name] for name in ("PublicBody", "Company", "Organization")) + "]"
_WORDS = f"[^，。；{ANY[1:-1]}]"


@cache
def _led() -> re.Pattern[str]:
    data = words("holds_position")
    leads, heads = alternatives(data["leads_party"]), alternatives(data["heads_party"])
    return re.compile(
        rf"[由以](?P<post>{_TITLES}){SIGNS['Person']}(?P<as>{leads}|为{_WORDS}{{0,5}}(?:{_TITLES}|{heads}))"
        rf"的(?:{_WORDS}{{0,3}}{SIGNS['Place']}){{0,2}}{_WORDS}{{0,3}}(?P<of>{_SENDERS})?"
    )


def led(own: Line, role: Role) -> re.Match[str] | None:
    """The party that somebody leads whose post this is."""
    return next((m for m in _led().finditer(own.text) if m.start() < role.end - 1 < m.end("as")), None)


def sent_by(own: Line, role: Role, party: re.Match[str]) -> Ref | None:
    """The body behind that sends the party, for a post that stands before the leader's name."""
    return own.refs[party.start("of")] if party["of"] and role.end - 1 < party.end("post") else None
