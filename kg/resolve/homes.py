"""Where an article is at home whose own words do not say: in the place of its paper, as the paper's other articles tell, unless it names places elsewhere.

Its 市委 and 鼓楼区 are then those of that place. A paper counts when nearly all of its located articles are of one prefecture.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg import divisions, jurisdiction
from kg.resolve.names import area
from kg.resolve.seen import Seen
from kg.types import Article, Entity

_LEAST, _SHARE = 3, 0.8  # located articles of a paper, and the share of them that its home must have
REASON = "所在地按同一报纸的其他报道推断"


def at_home(seen: Sequence[Seen]) -> list[Seen]:
    """The same, with the home of the paper for articles without locality, and with the bodies and divisions that it tells."""
    homes = _homes({one.article.id: one.article for one in seen}.values())
    members: defaultdict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        if one.article.locality_code is None and one.article.paper in homes:
            members[one.article.id].append(one)
    moved = {key: one for id_, ones in members.items() for key, one in _moved(ones, homes[ones[0].article.paper or ""]).items()}
    return [moved.get(one.key, one) for one in seen] if moved else list(seen)


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
    units = {
        found.code
        for one in seen
        if one.entity.type == "Place"
        and (found := divisions.nearest(divisions.lookup(one.entity.name), home)) is not None
        and divisions.inside(found.code, home)
    }
    return {one.key: replace(one, article=article, entity=_placed(one.entity, home, units)) for one in seen}


def _placed(entity: Entity, home: str, units: set[str]) -> Entity:
    if entity.type == "Place" and not entity.data.get("code"):
        found = divisions.nearest(divisions.lookup(entity.name), home)
        if found is not None and divisions.inside(found.code, home):
            return _named(entity, divisions.full_name(found.code), {"code": found.code})
    if entity.type == "PublicBody" and not entity.data.get("resolved"):
        code = home
        if (word := next((word for word in jurisdiction.WORDS if entity.name.startswith(word)), None)) is not None:
            own = [unit for unit in sorted(units) if len(unit) > len(home) and divisions.full_name(unit).endswith(word)]
            code = own[0] if len(own) == 1 else home
        body = jurisdiction.canonical_body(entity.name, code)
        if body is not None and body.code is not None and divisions.inside(body.code, home):
            return _named(entity, body.name, {"code": body.code, "resolved": True})
    return entity


def _named(entity: Entity, name: str, data: dict[str, object]) -> Entity:
    return replace(
        entity, name=name, aliases=tuple(dict.fromkeys((entity.name, *entity.aliases))), data={**entity.data, **data, "home": True}
    )
