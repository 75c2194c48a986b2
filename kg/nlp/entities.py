"""Which mentions of one article are the same thing, what it is called in full, and the bodies that only titles point to.

Mentions are clustered on strong grounds alone: the same canonical body, the same division, a declared short form (以下简称), a short form that
fits exactly one full name. Everything else stays apart.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from kg import jurisdiction
from kg.nlp.candidates import proposed, text_of
from kg.nlp.clusters import Cluster, by_text, join, plain
from kg.nlp.declared import declared_forms
from kg.nlp.firm_clusters import companies
from kg.nlp.localities import Localities
from kg.nlp.masthead import below, headed
from kg.nlp.names import is_country
from kg.nlp.nested import funds_of, hosts_of, issuers_of, own_name, places_in, sides_of, work_of
from kg.nlp.people.contexts import GIVEN
from kg.nlp.variants import is_bare_form, is_body_form, is_edition_form, is_given_name, is_house_form, is_zone_form
from kg.nlp.works.reach import generic
from kg.types import Article, Entity, Mention

_LEADING = ("委", "政府", "人大", "人大常委会", "政协")  # of a division: its committee, government …


def _people(mentions: Sequence[Mention], _declared: dict[str, str]) -> list[Cluster]:
    clusters = by_text("Person", mentions, lambda t: re.sub(r"[•・．.]", "·", plain(t)))
    owner = {}
    for i, short in enumerate(clusters):  # 罗特 → 海因里希·罗特
        full = [j for j, c in enumerate(clusters) if j != i and "·" in c.name and short.name in c.name.split("·")]
        if len(full) == 1 and "·" not in short.name:
            owner[i] = full[0]
        told = {m.data.get(GIVEN) for m in short.mentions} - {None}  # 何文斌 … 文斌书记
        called = [j for j, c in enumerate(clusters) if c.name in told or (not told and is_given_name(short.name, c.name))]
        if len(called) == 1 and clusters[called[0]].start < short.start:
            owner[i] = called[0]
    return join(clusters, owner)


def _works(type_: str) -> Callable[[Sequence[Mention], dict[str, str]], list[Cluster]]:
    """Policies, events, projects, organisations: the same text, a declared short form, or the tail of exactly one longer name."""

    def cluster(mentions: Sequence[Mention], declared: dict[str, str]) -> list[Cluster]:
        clusters = by_text(type_, mentions, lambda t: plain(t).strip("《》〈〉"))
        for c in clusters:
            c.name = c.names[0] if type_ == "Policy" else _with_host(c) if type_ == "Event" else c.name
        owner = {}
        for i, short in enumerate(clusters):
            name = short.name.strip("《》〈〉")
            told = declared.get(name)
            fits = []
            for j, full in enumerate(clusters):
                longer = full.name.strip("《》〈〉")
                if j == i or len(longer) <= len(name):
                    continue
                if told is not None and plain(told).strip("《》〈〉") == longer:
                    fits = [j]
                    break
                if (
                    _tail_of(type_, name, longer)
                    or (type_ == "Organization" and is_house_form(name, longer))
                    or (type_ == "Project" and full.start < short.start and _of_kind(short, name, longer))
                ):
                    fits.append(j)
            if not fits and type_ == "Event":
                fits = [j for j, full in enumerate(clusters) if is_edition_form(name, full.name)]
            if len(fits) > 1:
                longest = max(fits, key=lambda j: (len(clusters[j].name), -j))
                if all(j == longest or _tail_of(type_, clusters[j].name.strip("《》"), clusters[longest].name.strip("《》")) for j in fits):
                    fits = [longest]
                elif type_ == "Policy":  # 《规划》 means the one named last before it
                    before = [j for j in fits if clusters[j].start < short.start]
                    fits = [max(before, key=lambda j: clusters[j].start)] if before else []
                elif type_ == "Organization":  # 商会, of several the one whose meeting it is
                    hosts = [j for j in fits if any(m.source == "nested:host" for m in clusters[j].mentions)]
                    fits = hosts if len(hosts) == 1 else fits
            if len(fits) == 1:
                owner[i] = fits[0]
        joined = join(clusters, owner)
        for c in joined if type_ == "Organization" else ():
            c.name = _without_country(c)
        return joined

    return cluster


def _with_host(cluster: Cluster) -> str:
    """A meeting of which only the kind is said is called after who holds it: 昀泽集团召开|干部大会 is 昀泽集团干部大会."""
    host = next((str(m.data["host"]) for m in cluster.mentions if "host" in m.data), "")
    return cluster.name if cluster.name.startswith(host) else host + cluster.name


def _without_country(cluster: Cluster) -> str:
    """昀国岚城国际青果协会, mostly called 国际青果协会: where it sits stood before its name."""
    name = cluster.name
    if not any(is_country(name[:n]) for n in range(2, 7)):
        return name
    often = Counter(plain(m.text) for m in cluster.mentions)
    tails = [form for form in often if len(form) > 4 and form != name and name.endswith(form) and often[form] > often[name]]
    return max(tails, key=lambda form: (often[form], len(form)), default=name)


_KIND = 4  # characters of what is done and 工程: 改建工程
_HELD_AS = ("活动", "仪式", "大会")
_PARENTHESIS = re.compile(r"[（(][^（）()]*[)）]$")


def _tail_of(type_: str, short: str, full: str) -> bool:
    if type_ == "Project":
        for tail in ("项目", "工程"):
            short, full = short.removesuffix(tail) if len(short) > 5 else short, full.removesuffix(tail)
        return len(short) >= 4 and (full.endswith(short) or short == full)
    bare = _PARENTHESIS.sub("", full)
    if type_ == "Policy":
        return bare.endswith(short) or full.endswith(short)
    if type_ == "Organization" and short in generic("organization_nouns.txt"):  # 商会 of 岚城青果商会
        return full.endswith(short)
    if type_ == "Event" and full.startswith(short) and full.removeprefix(short) in _HELD_AS:
        return True  # 昀泽项目集中签约活动, headed 昀泽项目集中签约
    return full.endswith(short) and (len(short) >= 3 or (type_ == "Organization" and is_body_form(short, full)))


def _of_kind(short: Cluster, name: str, longer: str) -> bool:
    """Whether a project is called by what is done alone, where it was named before: 改建工程 of 岚湖涵闸改建工程; not 丙公司|改建工程."""
    return len(name) >= _KIND and longer.endswith(name) and not any("of-firm" in mention.source for mention in short.mentions)


def _amounts(mentions: Sequence[Mention], _declared: dict[str, str]) -> list[Cluster]:
    clusters = by_text("Amount", mentions, lambda t: t)
    for cluster in clusters:
        cluster.data = dict(cluster.mentions[0].data)
        cluster.name = cluster.mentions[0].text if "head" not in cluster.data else str(cluster.data["text"])  # of a table: 30.5 is 30.5万元
    return clusters


def _bodies_and_places(mentions: Sequence[Mention], localities: Localities, declared: dict[str, str]) -> list[Cluster]:
    groups: dict[tuple[str, str], Cluster] = {}
    for mention in mentions:
        if mention.type not in ("PublicBody", "Place"):
            continue
        resolve = localities.body if mention.type == "PublicBody" else localities.place
        name, aliases, data = resolve(mention)
        cluster = groups.setdefault((mention.type, name), Cluster(mention.type, [], name, [], dict(data)))
        cluster.mentions += [mention] if (own := own_name(mention)) is None else [mention, own]
        cluster.aliases.extend(a for a in aliases if a not in cluster.aliases)
    return _with_short_zones(_without_variants(list(groups.values())), declared)


def _with_short_zones(clusters: list[Cluster], declared: dict[str, str]) -> list[Cluster]:
    """Zones with their short names: those that the text declares (岚江经济技术开发区（简称“岚开区”）), and 岚江经开区."""
    places = [c for c in clusters if c.type == "Place"]
    for short in [c for c in places if c.mentions and not c.data.get("resolved")]:
        told = declared.get(plain(short.names[0]))
        full = [c for c in places if c is not short and (told in c.names or is_zone_form(short.name, c.name))]
        if len(full) == 1:
            full[0].mentions = sorted((*full[0].mentions, *short.mentions), key=lambda m: m.start)
            places.remove(short)
    return [c for c in clusters if c.type != "Place" or c in places]


def _without_variants(clusters: list[Cluster]) -> list[Cluster]:
    """Bodies with those that are written shorter in this article: 国家青果局 … 青果局, 体育总局 … 总局, 美国财政部 … 财政部."""
    bodies = [c for c in clusters if c.type == "PublicBody"]
    national = [c for c in bodies if c.name in _national()]
    for short in sorted(bodies, key=lambda c: (bool(c.data.get("resolved")), len(c.name))):
        if not short.data.get("resolved"):
            full = [c for c in bodies if is_body_form(short.name, c.name)] or _called_so(short, bodies)
        elif national == [short]:  # the only one that would be of this country
            full = [c for c in bodies if c is not short and all(is_bare_form(m.text, c.name) for m in short.mentions)]
        else:
            continue
        same = len(full) == 1 and any(m.text == short.name for m in full[0].mentions)
        if len(full) == 1 and (same or full[0].start < short.start or (len(short.name) > 3 and not short.data.get("resolved"))):
            full[0].mentions = sorted((*full[0].mentions, *short.mentions), key=lambda m: m.start)
            bodies.remove(short)
    return [c for c in clusters if c.type != "PublicBody" or c in bodies]


def _called_so(short: Cluster, bodies: Sequence[Cluster]) -> list[Cluster]:
    """Bodies that the article calls by the same word once it has named their division: 县委 … 崇阳县 … 县委. An office so called may be any."""
    if not short.name.endswith(_LEADING):
        return []
    return [c for c in bodies if c.data.get("resolved") and any(m.text == short.name for m in c.mentions)]


@cache
def _national() -> frozenset[str]:
    return frozenset(body.name for body in jurisdiction.central().values())


def _implied(mentions: Sequence[Mention], localities: Localities, clusters: list[Cluster]) -> list[Cluster]:
    """Bodies that a title alone points to (副市长), and places (市领导); where the body or place is also named, the title is noted there."""
    named = {(c.type, c.name): c for c in clusters if c.type in ("PublicBody", "Place")}
    new: dict[tuple[str, str], Cluster] = {}
    for i, title in enumerate(mentions):
        if title.type != "Title":
            continue
        before = mentions[i - 1] if i and mentions[i - 1].end == title.start else None
        if before is not None and before.type not in ("Place", "Date", "Person"):
            continue
        led = localities.led(title, before)
        found = led or localities.implied(title, before)
        if found is None:
            continue
        name, aliases, data = found
        key = "PublicBody" if led is None else "Place", name
        cluster = named.get(key) or new.get(key)
        if cluster is None:
            cluster = new[key] = Cluster(key[0], [], name, list(aliases), {**data, "implied_by": []}, implied=True)
        cluster.data.setdefault("implied_by", []).append([title.start, title.end])
    return list(new.values())


_WITH = frozenset("与和同")


def _of_ceremonies(text: str, clusters: list[Cluster]) -> list[Cluster]:
    """Projects, with their firms, that only the name of a ceremony holds: 甲公司乙项目开工仪式."""
    if not any(c.type == "Event" for c in clusters):
        return []
    firms = {name: c for c in clusters if c.type == "Company" for name in c.names}
    works = [name for c in clusters if c.type == "Project" for name in (c.name, *c.names)]
    new: dict[str, Cluster] = {}
    for mention in (m for c in clusters if c.type == "Event" for m in c.mentions):
        shared = "签约" in mention.text and text[mention.start - 1 : mention.start] in _WITH  # 甲与|乙签约仪式 tells who signs
        found = None if shared else work_of(mention.text, firms)
        if found is None or any(_tail_of("Project", *sorted((work, found[0]), key=len)) for work in works):
            continue
        at = mention.start + mention.text.index(found[0])
        spot = [at, at + len(found[0])]
        work = new.setdefault(found[0], Cluster("Project", [], found[0], [], {"implied_by": []}, implied=True))
        work.data["implied_by"].append(spot)
        if found[1] is None:
            continue
        work.data["of"] = found[1]
        if found[1] not in firms:
            firm = new.setdefault(found[1], Cluster("Company", [], found[1], [], {"implied_by": []}, implied=True))
            firm.data["implied_by"].append([mention.start, mention.start + len(found[1])])
    return list(new.values())


_CLUSTERERS: dict[str, Callable[[Sequence[Mention], dict[str, str]], list[Cluster]]] = {
    "Person": _people,
    "Company": companies,
    "Organization": _works("Organization"),
    "Project": _works("Project"),
    "Policy": _works("Policy"),
    "Event": _works("Event"),
    "Amount": _amounts,
}


def cluster(text: str, mentions: Sequence[Mention], article: Article | None, inner: Iterable[Mention] = ()) -> tuple[Entity, ...]:
    """The entities of one article, in the order of their first mention; `inner` are places and bodies inside longer names."""
    localities = Localities(text, mentions, article)
    declared = {plain(short).strip("《》"): full for short, full in declared_forms(text, mentions)}
    clusters = _bodies_and_places(sorted([*mentions, *inner], key=lambda m: (m.start, -m.end)), localities, declared)
    for type_, gather in _CLUSTERERS.items():
        own = [m for m in mentions if m.type == type_]
        clusters += companies(own, declared, text) if type_ == "Company" else gather(own, declared)
    clusters += [*_implied(mentions, localities, clusters), *_of_ceremonies(text, clusters)]
    clusters.sort(key=lambda c: (c.start, c.implied, c.type, c.name))
    return tuple(_entity(i, c) for i, c in enumerate(clusters, 1))


def _entity(number: int, cluster: Cluster) -> Entity:
    forms = [*cluster.names, *cluster.aliases]
    aliases = tuple(dict.fromkeys(f for f in forms if f != cluster.name))
    return Entity(f"e{number}", cluster.type, cluster.name, tuple(cluster.mentions), aliases, cluster.data, cluster.implied)


@Language.component("kg_entities")
def kg_entities(doc: Doc) -> Doc:
    """Write `doc._.entities`."""
    for name, default in (("entities", ()), ("mentions", ()), ("masthead", ()), ("article", None)):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    text = text_of(doc)
    sides = sides_of(text, doc._.mentions, proposed(doc))
    hosts = hosts_of(text, doc._.mentions, proposed(doc, "PublicBody", "Organization"))
    funds = funds_of(text, doc._.mentions)
    mentions = sorted([*doc._.mentions, *sides, *hosts, *funds], key=lambda m: (m.start, -m.end))
    inner = [*places_in(text, mentions, proposed(doc, "Place")), *issuers_of(text, mentions, proposed(doc, "PublicBody"))]
    found = cluster(text, mentions, doc._.article, inner)
    if over := doc._.masthead:
        whole, names = below(text, over)
        found = headed(text, found, cluster(whole, [*mentions, *names], doc._.article, inner) if names else (), over)
    doc._.entities = found
    return doc
