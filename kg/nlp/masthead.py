"""What stands over a text and is no part of it: the names in its headline, and who issued it.

A name that no sentence has is an entity without mentions. Where it stands is kept in `data["masthead"]`, as rows of a field of the article (`title`,
`paper`) with start and end in it; a name of the text that the headline has too carries them as well. Headlines cut names and play with them:
what is not sure, ends like anybody's, or begins like a name of the text that it is no short form of, is no entity.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg import jurisdiction
from kg.nlp.characters import bare
from kg.nlp.names import core, is_full, is_full_form
from kg.nlp.worded import worded
from kg.nlp.works.reach import generic
from kg.records import record
from kg.text import occurrences
from kg.types import Article, Entity, Mention

if TYPE_CHECKING:
    from spacy.language import Language

TYPES = ("Company", "PublicBody", "Organization", "Project")
_EVENT = "Event"  # told of where no sentence names one: 某县召开工业大会, over 县长甲主持会议
FIELDS = ("title", "paper")
_LAST = "kg_spans"  # the component that has found all names
_SURE = 0.85
_SURE_OF_EVENT = 0.6
_KIND = 2  # characters of 商会, 协会, 公司
_LEAST = 3  # characters of a name of the text that is looked for in a headline
_SITE = worded("masthead_words", "{sites}$")
_DIVISION = re.compile("[市县区旗镇乡州]|街道")
_HELD = (
    worded("masthead_words", "{holds}了?$"),
    worded("masthead_words", "$|[ \u3000，！!|丨—“:：]|[在于]|{held}"),
)  # before an event, and behind it
_MEDIA = worded("masthead_words", "{media}$")
_WRITERS = worded("masthead_words", "{writers}$")
# What a notice is for, and what it is: 关于云岭水库工程|施工招标|的公告.
_WORK = worded(
    "masthead_words",
    "(?:^|关于(?:同意|核准|批准|下达)?(?:[一-龥]{2,24}(?:公司|集团))?)(?P<name>[一-龥0-9A-Za-z（）·.-]{2,40}?{works})(?:[（(][^（）()]*[）)]|[一二三四五六七八九十0-9第A-Z]*标段?)*(?:的)?{notices}[^，。]{0,20}{papers}",
)
_NAME = re.compile("(?!关于|本|该|全|各|一批|部分|[0-9一二三四五六七八九十]+个).{6,}")
# What is anybody's (某公司, 云岭市一幼儿园, 千亿规模集团), or cut short (民政局).
_ANY = re.compile(
    r"(?<!有限)(?<!责任)(?<!股份)(?<!集团)(?<!总)公司$|某|[省市县区镇乡村]一.{3}|^[\u4e00-\u9fff]{2}一(?!汽|建|号).{4}|^[0-9一二三四五六七八九十百千两]+[万亿]"
)
_SHORTEST = {"PublicBody": 5, "Organization": 4, "Company": 3, "Project": 6}
_OF_ANOTHER = worded("masthead_words", "{of_another}")  # 云岭市纪委|机关报


@record
class Heading:
    """A field that stands over a text, and the names in it."""

    field: str
    text: str
    own: bool = False  # a site that says whose it is, or whose headline does
    mentions: tuple[Mention, ...] = ()


def headings(nlp: "Language", articles: Sequence[Article]) -> list[tuple[Heading, ...]]:
    """What stands over each of some articles, read by the components that find names; each field is read as if it were a text of its own."""
    rows = [(n, name, text) for n, article in enumerate(articles) for name, text in _fields(article) if text.strip()]
    docs = [bare(nlp.vocab, text) for _, _, text in rows]
    for doc, (n, _, text) in zip(docs, rows, strict=True):
        doc._.article = replace(articles[n], text=text, title="", subtitle="")
    for name, component in nlp.pipeline:
        if name.startswith("kg_"):
            docs = list(component.pipe(docs)) if hasattr(component, "pipe") else [component(doc) for doc in docs]
        if name == _LAST:
            break
    found: list[list[Heading]] = [[] for _ in articles]
    for doc, (n, name, text) in zip(docs, rows, strict=True):
        own = name == "paper" and (text != articles[n].paper or text in articles[n].title)
        found[n].append(Heading(name, text, own, tuple(_with_works(text, doc._.mentions))))
    return [tuple(some) for some in found]


def _with_works(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """With the work that the title of a notice names in full: 关于|云岭水库工程|施工招标的公告."""
    found = _WORK.search(text)
    work = Mention(*found.span("name"), "Project", found["name"], "masthead:notice", 0.95) if found is not None else None
    if work is not None and (any(m.type == "Project" for m in mentions) or not _NAME.fullmatch(work.text)):
        work = None
    yield from (m for m in mentions if work is None or m.end <= work.start or work.end <= m.start)
    if work is not None:
        yield work


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    """The headline; and who issued it, where that is no paper or station: 青禾集团官网."""
    yield "title", article.title
    paper = _SITE.sub("", article.paper or "")
    others = _WRITERS.search(paper)  # unless it tells of itself: 我院, 研究院赴…调研
    if paper and not _MEDIA.search(paper) and (others is None or _tells_of_itself(article, others[0])):
        yield "paper", paper


def _tells_of_itself(article: Article, kind: str) -> bool:
    return re.search(f"[我本](?:{kind}|{kind[-1]})(?![一-龥]*外)", article.text) is not None or article.title.startswith(kind)


def below(text: str, over: Sequence[Heading]) -> tuple[str, list[Mention]]:
    """The text with what stands over it put under it, and the sure names in that: so they are joined to those of the text as its own are."""
    whole, found = text, []
    for one in over:
        start = len(whole) + 1
        whole = f"{whole}\n{one.text}"
        found += [replace(m, start=m.start + start, end=m.end + start) for m in one.mentions if _is_name(one, m)]
    return whole, found


def _is_event(over: Heading, mention: Mention) -> bool:
    """Whether a headline tells of a meeting that is held, not of one that somebody hails or won a prize at."""
    before, behind = _HELD
    known = mention.score >= _SURE_OF_EVENT and mention.text not in generic("event_generic.txt")
    told = before.search(over.text, 0, mention.start) or (mention.start == 0 and behind.match(over.text, mention.end))
    return over.field == "title" and known and bool(told)


def _is_name(over: Heading, mention: Mention) -> bool:
    if mention.type == _EVENT:
        return _is_event(over, mention)
    if mention.type not in TYPES:
        return False
    if over.field == "paper":  # 虎嗅 is a firm as well
        whole = mention.start == 0 and mention.end == len(over.text)
        return whole and (mention.type != "Company" or over.own or is_full(mention.text))
    doubted = any(m.type == mention.type and m.score < _SURE for m in over.mentions)  # which may be the one that it is about
    if doubted or _ANY.search(mention.text) or _MEDIA.search(mention.text) or _OF_ANOTHER.match(over.text, mention.end):
        return False
    return mention.type != "PublicBody" or jurisdiction.word_of(mention.text) is None


def headed(text: str, entities: Sequence[Entity], wider: Sequence[Entity], over: Sequence[Heading]) -> tuple[Entity, ...]:
    """The entities of a text with those that only stand over it behind them, each with where it stands there.

    Args:
        wider: the entities of the text that `below` gives.
    """
    at = {(m.start, m.end): e.id for e in entities for m in e.mentions}
    called = {(e.type, e.name): e.id for e in entities}
    rows: dict[str, set[tuple[str, int, int]]] = {}
    new: list[tuple[Entity, set[tuple[str, int, int]]]] = []
    for entity in wider:
        spots = {spot for m in entity.mentions if m.start > len(text) and (spot := _spot(text, over, m)) is not None}
        same = {at[m.start, m.end] for m in entity.mentions if (m.start, m.end) in at} or {
            called[key] for key in [(entity.type, entity.name)] if key in called
        }
        if spots and len(same) == 1:
            rows.setdefault(same.pop(), set()).update(spots)
        elif spots and not same and (full := _spelt_out(entity, entities)) is not None:
            rows.setdefault(full, set()).update(spots)
        elif entity.type == _EVENT:
            if spots and not same and not any(e.type == _EVENT and e.name not in generic("event_generic.txt") for e in entities):
                new.append((entity, spots))
        elif spots and not same and (_issues(entity, spots, entities) or not (_cut(entity, entities) or _passed_over(text, entity))):
            new.append((entity, spots))
    taken = [spot for spots in (*rows.values(), *(spots for _, spots in new)) for spot in spots]
    for id_, spot in _known(entities, over, taken):
        rows.setdefault(id_, set()).add(spot)
    told = [_called_too(replace(e, data={**e.data, "masthead": _listed(rows[e.id])}), over) if e.id in rows else e for e in entities]
    for entity, spots in new:
        told.append(replace(entity, id=f"e{len(told) + 1}", mentions=(), data={**entity.data, "masthead": _listed(spots)}, implied=False))
    return tuple(told)


def _called_too(entity: Entity, over: Sequence[Heading]) -> Entity:
    """An entity of the text with the names that stand over it; a firm of which only those are its full name is called so."""
    fields = {one.field: one.text for one in over}
    forms = [fields[field][start:end] for field, start, end in entity.data["masthead"]]
    names = list(dict.fromkeys([entity.name, *entity.aliases, *forms]))
    full = (
        next((name for name in forms if is_full_form(name)), None) if entity.type == "Company" and not is_full_form(entity.name) else None
    )
    name = full or entity.name
    return replace(entity, name=name, aliases=tuple(other for other in names if other != name))


def _listed(spots: set[tuple[str, int, int]]) -> list[list[str | int]]:
    return [list(spot) for spot in sorted(spots)]


def _spot(text: str, over: Sequence[Heading], mention: Mention) -> tuple[str, int, int] | None:
    """Where a mention under the text stands in the field that it is of."""
    start = len(text) + 1
    for one in over:
        if start <= mention.start and mention.end <= start + len(one.text):
            return one.field, mention.start - start, mention.end - start
        start += len(one.text) + 1
    return None


def _cut(entity: Entity, entities: Sequence[Entity]) -> bool:
    """Whether a name begins like another one of the text, of which it may be a short form or a daughter."""
    if entity.type == "PublicBody":
        return False
    if entity.type == "Project":
        return any(e.type == "Project" for e in entities)
    own = core(entity.name)  # but a kind, where all before it is places: 上海市云岭|商会
    return any(
        (len(own) > _KIND and core(name).startswith(own[:2])) or _spells(entity.name, name)
        for e in entities
        if e.type in ("Company", "Organization")
        for name in (e.name, *e.aliases)
    )


def _issues(entity: Entity, spots: set[tuple[str, int, int]], entities: Sequence[Entity]) -> bool:
    """Whether an entity issued the text and is none of those that it names: what begins like it there is a branch or daughter.

    云岭市第二人民医院 over a text of 云岭市第二人民医院昀溪分院, 青禾新材 over one of 云岭青禾机电有限公司; not 青禾 over one of 青禾机电.
    """
    own = core(entity.name)
    names = (core(name) for e in entities if e.type == entity.type for name in (e.name, *e.aliases))
    return (
        any(field == "paper" for field, _, _ in spots)
        and len(own) >= _LEAST + 1
        and not any(_spells(own, name) and not (entity.type != "Company" and name.startswith(own)) for name in names)
    )


def _passed_over(text: str, entity: Entity) -> bool:
    """Whether a name is too short to be one alone, or the text has its characters and they are no name there: 西安市|民政局."""
    forms = {entity.name, *(m.text for m in entity.mentions)}
    short = all(len(form) < _SHORTEST[entity.type] for form in forms) and not entity.data.get("resolved")
    return short or any(m.text in text for m in entity.mentions)


def _spelt_out(entity: Entity, entities: Sequence[Entity]) -> str | None:
    """The one body of the text whose name holds that of a headline, character by character (云岭县政府, 云岭县人民政府), and no division more."""
    short = entity.name
    found = {
        e.id
        for e in entities
        if e.type == "PublicBody" == entity.type
        for name in (e.name, *e.aliases)
        if _spells(short, name) and not _DIVISION.search(_more(short, name))
    }
    return found.pop() if len(found) == 1 else None


def _more(short: str, full: str) -> str:
    """The characters of a name that a shorter one, which it spells out, leaves out."""
    rest = iter(short)
    wanted, more = next(rest, ""), ""
    for char in full:
        if char == wanted:
            wanted = next(rest, "")
        else:
            more += char
    return more


def _spells(short: str, full: str) -> bool:
    rest = iter(full)
    return short[:2] == full[:2] and all(c in rest for c in short)


def _known(
    entities: Sequence[Entity], over: Sequence[Heading], taken: list[tuple[str, int, int]]
) -> Iterator[tuple[str, tuple[str, int, int]]]:
    """Names of the text that a headline has too, the longest first."""
    forms = sorted({(name, e.id) for e in entities if e.type in TYPES for name in (e.name, *e.aliases) if len(name) >= _LEAST})
    for one in over:
        for name, id_ in sorted(forms, key=lambda form: -len(form[0])):
            for first, last in occurrences(one.text, name) if one.field == "title" else ():
                if not any(field == one.field and start < last and first < end for field, start, end in taken):
                    taken.append((one.field, first, last))
                    yield id_, (one.field, first, last)
