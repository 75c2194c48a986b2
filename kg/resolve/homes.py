"""Where an article is at home whose own words do not say: in the place of its paper, as the paper's other articles tell, unless it names places elsewhere.

Its 市委 and 鼓楼区 are then those of that place. A paper counts when nearly all of its located articles are of one prefecture.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg import divisions, jurisdiction
from kg.divisions import area
from kg.resolve.seen import Seen
from kg.types import Article, Entity

_LEAST, _SHARE = 3, 0.8  # located articles of a paper, and the share of them that its home must have
_DOUBLED = re.compile(r"([省市县区州旗])\1")
REASON = "所在地按同一报纸的其他报道推断"


def at_home(seen: Sequence[Seen]) -> list[Seen]:
    """The same, with the home of the paper for articles without locality, and with the bodies and divisions that it tells."""
    seen = [_mended(one) for one in seen]
    homes = _homes({one.article.id: one.article for one in seen}.values())
    members: defaultdict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        if one.article.locality_code is None and one.article.paper in homes:
            members[one.article.id].append(one)
    moved = {key: one for id_, ones in members.items() for key, one in _moved(ones, homes[ones[0].article.paper or ""]).items()}
    return [moved.get(one.key, one) for one in seen] if moved else list(seen)


def _mended(one: Seen) -> Seen:
    """A body that names its division and then the word for it (琅琊区区委), by its full name."""
    entity = one.entity
    if entity.type != "PublicBody" or entity.data.get("resolved") or (name := _DOUBLED.sub(r"\1", entity.name)) == entity.name:
        return one
    body = jurisdiction.canonical_body(name, one.article.locality_code)
    return (
        one if body is None or body.code is None else replace(one, entity=_named(entity, body.name, {"code": body.code, "resolved": True}))
    )


def _homes(articles: Iterable[Article]) -> dict[str, str]:
    """The home of each paper that has one."""
    places: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        where = area(article.locality_code)
        if article.paper and where is not None:
            places[article.paper][where] += 1
    best = {paper: max(sorted(counts), key=lambda where: counts[where]) for paper, counts in places.items()}
    return {
        paper: where
        for paper, where in best.items()
        if len(where) > 2 or where in divisions.MUNICIPALITIES
        if places[paper][where] >= _LEAST and places[paper][where] >= _SHARE * places[paper].total()
    }


def _moved(seen: Sequence[Seen], home: str) -> dict[tuple[str, str], Seen]:
    """The entities of an article at its paper's home; none of them when the article speaks of other places."""
    codes = {str(code) for one in seen if one.entity.type in ("PublicBody", "Place") and (code := one.entity.data.get("code"))}
    if any(area(code) != home and not home.startswith(code) for code in codes):
        return {}
    unit = divisions.by_code(home)
    article = replace(seen[0].article, locality=unit.in_full if unit is not None else None, locality_code=home)
    entities = [_placed(one.entity, home) for one in seen]
    units = {code for entity in entities if len(code := str(entity.data.get("code") or "")) > len(home)}
    entities = [_pointed(entity, units) for entity in entities]
    return {one.key: replace(one, article=article, entity=entity) for one, entity in zip(seen, entities, strict=True)}


def _placed(entity: Entity, home: str) -> Entity:
    """A division or body that is named, at home: 鼓楼区, 鼓楼区政府, 市委."""
    if entity.type == "Place" and not entity.data.get("code"):
        found = divisions.nearest(divisions.lookup(entity.name), home)
        if found is not None and divisions.inside(found.code, home):
            return _named(entity, divisions.full_name(found.code), {"code": found.code, "home": True})
    if entity.type == "PublicBody" and not entity.data.get("resolved"):
        return _body(entity, home, home)
    return entity


def _pointed(entity: Entity, units: set[str]) -> Entity:
    """区委, when the article speaks of one district."""
    if entity.type != "PublicBody" or entity.data.get("resolved"):
        return entity
    word = jurisdiction.word_of(entity.name)
    own = [unit for unit in units if word is not None and divisions.full_name(unit).endswith(word)]
    return _body(entity, own[0], own[0]) if len(own) == 1 else entity


def _body(entity: Entity, code: str, around: str) -> Entity:
    body = jurisdiction.canonical_body(entity.name, code)
    if body is None or body.code is None or not divisions.inside(body.code, around):
        return entity
    return _named(entity, body.name, {"code": body.code, "resolved": True, "home": True})


def _named(entity: Entity, name: str, data: dict[str, object]) -> Entity:
    return replace(
        entity, name=name, aliases=tuple(dict.fromkeys((entity.name, *entity.aliases))), data={**entity.data, **data, "home": True}
    )
