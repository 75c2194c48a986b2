"""Whose house a story is told from where guests come to it: 甲公司总经理乙一行到我公司考察，董事长丙接待 tells of no post of 丙 at 甲公司.

A house that speaks of itself (我公司, 我校) or that guests come to (来公司考察, 来访) has a name elsewhere, if at all; whoever comes to it, or is named beside it
(我公司与甲公司签约, 先后到甲公司、我公司调研), is another one. Where the host is named (到乙公司考察，董事长丙热情接待), a post behind is his.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from kg.records import record
from kg.relations.roles import Line, Role, heads, line
from kg.relations.scene import Draft, Ref, Scene, Sentence
from kg.relations.signs import SIGNS, alternatives, pattern, words

_HOUSES = ("PublicBody", "Company", "Organization")
_GROUP = "集团"
_VERB = 16  # characters before a house in which the verb of coming to it stands


@record
class Coming:
    """Guests at a house. `own` is what the house calls itself (公司 of 我公司), empty where only its name is told, as `host`."""

    at: int  # from where in the article
    until: int
    guests: frozenset[str]
    own: str
    host: Ref | None = None
    of_firms: bool = False  # the guests


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("guests")
    kinds, comes = alternatives(data["kinds"]), alternatives(data["comes"])
    ours = rf"[我本](?P<own>{kinds})"
    house, posts = "<PublicBody Company Organization>", "(?:<Title>[、，兼和]?|[^，。；、\ue000-\ue00a]{0,8}?(?=<Title>))+"
    party = alternatives(data["party"])
    joins = "(?:[、和与同及跟]|以及)"
    return {
        "to_us": pattern(rf"{comes}了?(?:{house}[、和])*{ours}"),
        "to_house": pattern(rf"{alternatives(data['comes_in'])}(?P<own>{kinds})(?=[，。；]|$|{alternatives(data['errands'])})"),
        "looks_at": pattern(rf"{party}[^，。；]{{0,8}}?{alternatives(data['looks_at'])}了?[我本]?(?P<own>集团公司|公司|集团|司)"),
        "calls": pattern(r"(?P<own>来访|到访)(?=[，。；]|$)"),
        "before_us": pattern(rf"{house}{joins}{ours}"),
        "behind_us": pattern(rf"{ours}{joins}{house}"),
        "invited": pattern(rf"[受应]{house}[^。；]{{0,12}}?邀请?，[^。；]{{0,4}}{ours}"),
        "goes": pattern(rf"{ours}[^。；]{{0,40}}?(?:赴|前往|到访|到|走访|拜访)了?{house}"),
        "to_named": pattern(rf"{comes}了?(?:位于<Place>的)?(?P<host><Company Organization>)(?![、和与及的]|所属|旗下|下属)"),
        "guest": pattern(rf"{house}(?={posts}<Person>|[^，。；、\ue000-\ue00a]{{0,6}}{party})|<Title>(?=<Person>)"),
        "along": re.compile(alternatives(words("accompanied")["with"])),
        "may_tell": re.compile(
            rf"[我本]{kinds}|{alternatives(data['comes_in'])}{kinds}|来访|到访|{party}[^，。；]{{0,8}}?{alternatives(data['looks_at'])}"
        ),
        "may_come": re.compile(rf"{comes}了?$|位于[^，。；]+的$"),
        "receives": re.compile(alternatives(data["receives"])),
        "host": pattern(
            rf"(?P<host>{house})(?:<Title>[、兼和]?)+<Person>[^。；{''.join(SIGNS[kind] for kind in _HOUSES)}]*?{alternatives(data['receives'])}"
        ),
    }


def comings(scene: Scene) -> tuple[Coming, ...]:
    """The guests of a story, in the order in which it names them."""
    if "comings" not in scene.read:
        told = (sentence for sentence in scene.sentences if _may_tell(sentence))
        scene.read["comings"] = tuple(found for sentence in told for found in _of(scene, _line(sentence)))
    found: tuple[Coming, ...] = scene.read["comings"]
    return found


def _may_tell(sentence: Sentence) -> bool:
    """Whether a sentence has the words of somebody's coming: a house that calls itself so, or a verb right before one."""
    cues, text = _cues(), sentence.text
    if cues["may_tell"].search(text) is not None:
        return True
    named = (ref.start - sentence.start for ref in sentence.refs if ref.type in ("Company", "Organization"))
    return any(cues["may_come"].search(text, max(at - _VERB, 0), at) is not None for at in named)


def _line(sentence: Sentence) -> Line:
    """A sentence as a line in which words without a name stay words."""
    return line(replace(sentence, refs=tuple(ref for ref in sentence.refs if not ref.anaphor)))


def _of(scene: Scene, own: Line) -> Iterator[Coming]:
    for name in ("to_us", "to_house", "looks_at", "calls", "before_us", "behind_us", "invited", "goes"):
        for m in _cues()[name].finditer(own.text):
            there = _named(own, *m.span())  # 先后到甲公司、我公司
            come = (
                () if name in ("before_us", "behind_us", "invited", "goes") else _guests(own, m.end() if name == "looks_at" else m.start())
            )
            guests = frozenset((*there, *come))
            if guests and not _quoted(own.text, m.start()):
                yield Coming(_at(own, m.start()), len(scene.text), guests, m["own"])
    for m in _cues()["to_named"].finditer(own.text):
        host = own.refs[m.start("host")]
        guests = frozenset(_guests(own, m.start())) - {host.entity}
        if guests and host.entity is not None and not _quoted(own.text, m.start()):
            ends = scene.text.find("\n", own.sentence.end)
            yield Coming(
                host.end, ends if ends >= 0 else len(scene.text), guests, "", host, all(scene.entities[g].type == "Company" for g in guests)
            )


def _guests(own: Line, end: int) -> list[str]:
    """The houses before a position of which somebody comes: by a name with a post (甲公司总经理乙, 副市长乙), or as a party (甲公司一行)."""
    found = (own.refs[m.start()] for m in _cues()["guest"].finditer(own.text, 0, end))
    return [ref.entity for ref in found if ref.entity is not None]


def _named(own: Line, start: int, end: int) -> list[str]:
    found = (own.refs[i] for i in range(start, end) if i in own.refs)
    return [ref.entity for ref in found if ref.type in _HOUSES and ref.entity is not None]


def _at(own: Line, position: int) -> int:
    """The place in the article right behind the last mention before a position of a line."""
    return max((ref.end for i, ref in own.refs.items() if i < position), default=own.sentence.start)


def _quoted(text: str, at: int) -> bool:
    return text.rfind("“", 0, at) > text.rfind("”", 0, at)


def receiving(scene: Scene) -> Ref | None:
    """The one house whose people receive those who come to a house that calls itself 我院: 甲公司一行来我院，云岭学院院长乙热情接待."""
    if "receiving" not in scene.read:
        scene.read["receiving"] = _receiving(scene)
    found: Ref | None = scene.read["receiving"]
    return found


def _receiving(scene: Scene) -> Ref | None:
    come = [coming for coming in comings(scene) if coming.own]
    guests = frozenset[str]().union(*(coming.guests for coming in come))
    found: dict[str, Ref] = {}
    for sentence in scene.sentences if come else ():
        own = _line(sentence) if sentence.end >= come[0].at else None
        m = _cues()["host"].search(own.text) if own is not None else None
        ref = own.refs[m.start("host")] if own is not None and m is not None else None
        if ref is not None and ref.entity is not None and not _quoted(scene.text, ref.start):
            found.setdefault(ref.entity, ref)
    hosts = [ref for entity, ref in found.items() if entity not in guests]
    return hosts[0] if len(hosts) == 1 else None


def strangers(scene: Scene, word: str, start: int) -> frozenset[str]:
    """The houses that a word without a name (公司, 我司) cannot mean where it stands, since they are guests of whom it means."""
    found = (coming.guests for coming in comings(scene) if coming.own and coming.at <= start and _may_mean(coming, word))
    return frozenset().union(*found)


def is_stranger(scene: Scene, ref: Ref, word: str, start: int) -> bool:
    """Whether a house is a guest of whom such a word means, and has not been named again since its people came."""
    named = (coming for coming in comings(scene) if coming.own and ref.entity in coming.guests and ref.start < coming.at <= start)
    return any(_may_mean(coming, word) for coming in named)


def _may_mean(coming: Coming, word: str) -> bool:
    """Whether a word may mean the host: guests of a 公司 may be a 集团."""
    return not word.startswith(_GROUP) or _GROUP in coming.own


def housed(scene: Scene, own: Line, role: Role, body: Ref, last: Ref | None) -> Ref | None:
    """The body of a post before which none is named, if it can be `body`: else the host, if he is named.

    Behind a post that is told with its house (甲公司总经理乙、副总经理丙; `last`) it may be one of a guest.
    """
    at = role.title.start
    for coming in comings(scene):
        if coming.host is not None and own.sentence.start >= coming.host.end:
            if coming.host.entity == body.entity and at < coming.until and coming.of_firms and _along(own, role):
                return None  # 甲集团董事长乙到丙公司检查。副总经理丁陪同: of either
            continue
        if not coming.at <= at < coming.until or body.entity not in coming.guests:
            continue
        if last is not None and last.entity == body.entity and last.start >= coming.at and not role.word:
            continue
        if coming.host is None:
            if _may_mean(coming, role.word):
                return None
        elif _of_host(own, role, body):
            return coming.host if _may_be_of(role, coming.host) else None
    return body


def _of_host(own: Line, role: Role, guest: Ref) -> bool:
    """Whether a post behind a visit is one of who receives it: it heads a house, or he does so (董事长丙热情接待); not 副总经理丙陪同."""
    title = role.title.text
    if title.endswith(tuple(words("guests")["heads"])) and not title.startswith(("副", "常务副")):
        return True
    clause = re.split("[，。；]", own.text[role.end :], maxsplit=1)[0]
    return _cues()["receives"].search(clause) is not None and not _cues()["receives"].search(own.text[: role.start])


def _along(own: Line, role: Role) -> bool:
    """Whether somebody with a post comes along: 副总经理丙陪同."""
    return _cues()["along"].search(re.split("[。；]", own.text[role.end :], maxsplit=1)[0]) is not None


def _may_be_of(role: Role, host: Ref) -> bool:
    """Whether a house may have such a post: a 校长 is one of a school, a 总经理 one of a firm."""
    ends = words("holds_position")["ends"]
    tails = next((tuple(ends[head]) for head in ends if head.endswith("长") and role.title.text.endswith(head)), None)
    if tails is not None:
        return host.text.endswith(tails)
    return host.type == "Company" or not heads(role.title.text, "firm_posts")


def without_hosts(scene: Scene, drafts: Iterable[Draft]) -> list[Draft]:
    """All but the posts at a guest's house that the learned reader alone gives to somebody named behind, in the words of the house that tells the story."""
    return [draft for draft in drafts if not (draft.rule == "holds_position:learned" and _is_host(scene, draft))]


def _is_host(scene: Scene, draft: Draft) -> bool:
    told = [ref for sentence in scene.between(draft.start, draft.end) for ref in sentence.refs]
    who = [ref for ref in told if ref.entity == draft.subject]
    house = [ref for ref in told if ref.entity == draft.object and who and ref.end <= who[-1].start]
    if not house:
        return False
    apart = re.search("[。；！？\n]", scene.text[house[-1].end : who[-1].start]) is not None
    return any(
        coming.own and draft.object in coming.guests and coming.at <= who[-1].start and (apart or house[-1].end <= coming.at)
        for coming in comings(scene)
    )
