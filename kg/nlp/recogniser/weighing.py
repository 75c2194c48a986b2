"""What the rules' word and the network's are worth together: one chance that a span is a name of its type.

Each is evidence: how sure the rules are, whether they say nothing, and how sure the network is of this name where it stands clearest in the
article. A line on the log-odds weighs it; the weights were fitted to annotated articles that the network had not learned
(`kg.training.weighing`). Sure rules keep their score, doubtful ones that the network does not see fall out, and what the network alone
sees is told where it is sure. A rule that errs often enough to tell has a line of its own: names by their form, which reach too far left.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from operator import mul

from kg.nlp.candidates import Candidate, joined
from kg.nlp.gazetteer import scan
from kg.nlp.people.characters import words as person_words
from kg.nlp.recogniser.built import built
from kg.nlp.recogniser.divided import divided
from kg.nlp.recogniser.kinds import is_forum, is_sort, kind_of, kinds
from kg.nlp.recogniser.model import Found
from kg.nlp.recogniser.quoted import quoted
from kg.nlp.recogniser.stated import stated
from kg.nlp.recogniser.undecided import undecided
from kg.nlp.well_known import SURE_BRAND
from kg.nlp.worded import word_list
from kg.nlp.words import cuts_word, is_counted, is_loose
from kg.nlp.works.ceremonies import CEREMONY
from kg.nlp.works.events import HELD
from kg.nlp.works.organizations import COLLEGE
from kg.nlp.zones import tails
from kg.records import record
from kg.resources import lines

FEATURES = ("rule", "alone", "seen", "otherwise", "phrase")
FLOOR = 0.5  # rules less sure than this tell nothing by themselves
# What they say of these below it, they say on purpose: 各部门座谈会 names no meeting; where the network is as sure as this that it does, it is heard,
# but not against what they say below the last: 落实国务院常务会议部署 names none that anyone attends.
DENIED = {"Event": 0.85}
DENIED_HELD = 0.7  # of those that are said to be held: 某市召开|工业大会
DENIED_SURELY = 0.25
AGAINST = {"Place": 0.8, "Organization": 0.7}  # with other borders than a rule's name, the network's is told from here on
# Documents without 《》, or told by what stands behind it, which the network, having learned them otherwise, hardly sees: these are as sure as their finder is.
# And names that a label tells, whatever they are made of, houses of old kinds (公和酱园), shops that are punished, branches of the central bank, heads of firms in quotes (“昀大姐”), colleges of two fields, of which it sees
# the second, and firms that everybody knows by a name that means nothing else, which it may not have met (字节跳动) or take for a person (法雷奥).
UNWEIGHED = (
    COLLEGE,
    SURE_BRAND,
    "labelled:work",
    "labelled:firm",
    "companies:house",
    "companies:shop",
    "bodies:division-bank",
    "companies:head-quoted",
    "bodies:regiment",
    "bodies:crew",
    "works:draft",
    "works:law",
    "works:issued-paper",
    "works:numbered-paper",
    "works:policy-kind",
)
ALONE = 0.15  # what the network is less sure of is no candidate of its own
_RULE, _SEEN = (0.2, 0.97), (0.05, 0.995)  # sureness beyond these says no more
# Where the network sees a name of this type begin later, or end earlier, this surely, and nowhere the whole, the rule went too far:
# 宣扬|昀泽集团. Names of people are short, and the network may as well have cut them.
_LATER = {"Company": 0.7, "Event": 0.7, "Organization": 0.7, "Project": 0.7}
_EARLIER = {"Company": 0.9, "Person": 0.9}
_NAMES, _CERTAIN = ("Company", "Organization", "PublicBody", "Project", "Event"), 0.85
# How far left the name of a zone reaches is a guess of the rules': where the network sees it begin sooner this surely, 科里|昀汽科技园 is one.
_ZONE_RULES, _SOONER = "places:zone", 0.65
_JOINING = "与和同、"  # 甲政府与|乙银行合作签约仪式 is that of both
_OURS = ("我省", "我市", "我县", "我区")
_ARRIVES = ("莅临", "亲临")  # no name begins so
_ADVERBS = "都也还均就又将已则曾再作"
_SORTS = "系级类款"
_PAIRS = ("（）", "()", "《》", "“”", "「」", "[]")
_OF_PAIRS = re.compile("[" + re.escape("".join(_PAIRS)) + "]")
_EACH = re.compile(r"各(?!位)[^，。；：、]{0,5}$|(?:有关|相关)[省市县区]?$")  # 各市（县）区政府 is no one body
_SIGHTS = re.compile("(?:[古老新小名][街镇村巷城寨]){2,}")  # 古街古镇: no one place
_SUM = re.compile(r"[\d.]+[万亿]*元")  # 5000万元扩建二期 begins with what it costs
_NUMBERED = re.compile("第[0-9一二三四五六七八九十]+[座条个家项]")  # 第7座跨江大桥 names no bridge
_OF_POSTS = "长团"  # 科技镇长团: people who hold a post, no body


@record
class Weights:
    """The line for one type, or one rule of a type, and from where on what rules say is kept, and what the network alone sees is told."""

    base: float
    of: tuple[float, ...]  # of each of FEATURES
    kept: float
    told: float

    def chance(self, evidence: Sequence[float]) -> float:
        """How likely a span with this evidence is a name."""
        return 1 / (1 + math.exp(-self.base - sum(map(mul, self.of, evidence))))


@cache
def weights() -> Mapping[str, Weights]:
    """The fitted weights by type, and by the source of those rules that have their own."""
    found = {}
    for line in lines("name_weights.tsv"):
        name, base, *of, kept, told = line.split("\t")
        found[name] = Weights(float(base), tuple(map(float, of)), float(kept), float(told))
    return found


@cache
def _kinds() -> frozenset[str]:
    return frozenset(lines("lexicons", "company_nouns.txt"))


def weighed(text: str, found: Sequence[Found], rules: Iterable[Candidate]) -> Iterator[Candidate]:
    """One candidate for each span and type worth telling; those of types and finders that are not weighed as they come.

    >>> [c.source for c in weighed("走进昀泽科技。", [Found(2, 6, "Company", 0.95)], [])]
    ['recogniser:Company']
    """
    told, rules = weights(), list(rules)
    posts = {c.end for c in rules if c.type == "Title"}  # CEO|艾默生 is a person
    known = {
        (c.start, c.end) for c in rules if c.source == SURE_BRAND and c.start not in posts
    }  # and nothing else, whatever others take it for
    rules = [c for c in rules if c.type == "Company" or (c.start, c.end) not in known]
    found = [_mended(text, f) for f in found if f.label == "Company" or (f.start, f.end) not in known]
    whole = [f for f in found if _is_whole(text, f)]
    yield from (c for c in rules if c.type not in told or c.source in UNWEIGHED)
    yield from _half_seen(text, whole, rules)
    heard = list(_evidence(text, found, whole, [c for c in rules if c.type in told and c.source not in UNWEIGHED]))
    stand = {(c.start, c.end, c.type) for c, _ in heard}
    weighty = (c for c in rules if c.type in AGAINST and c.score >= FLOOR and (c.start, c.end, c.type) in stand)
    sure = {(c.type, at) for c in weighty for at in range(c.start, c.end)}
    mended = {c.end for c in rules if c.source.startswith(_ZONE_RULES) and (c.start, c.end, c.type) not in stand}
    for candidate, evidence in heard:
        line = told.get(candidate.source) or told[candidate.type]
        chance = line.chance(evidence)
        alone = bool(evidence[1])
        kept = not alone and candidate.score >= FLOOR
        denied = not alone and not kept and candidate.type in DENIED and _is_denied(candidate, evidence[2])
        least = line.kept if kept else line.told
        against = alone and candidate.type in AGAINST and not (candidate.type == "Place" and candidate.end in mended)
        against = against and not (candidate.type == "Place" and _lies_in(text, candidate, rules))
        if against and any((candidate.type, at) in sure for at in range(candidate.start, candidate.end)):
            least = max(least, AGAINST[candidate.type])
        if not denied and chance >= least:
            yield candidate.scored(round(max(candidate.score, chance) if kept else chance, 4))


def _half_seen(text: str, found: Sequence[Found], rules: Iterable[Candidate]) -> Iterator[Candidate]:
    """What the network alone is not sure enough of, but for what stands around it or what else it may be; not across what rules are sure of."""
    rules = list(rules)
    sure = [c for c in rules if c.type in _NAMES and c.score >= _CERTAIN]
    free = [f for f in found if not any(f.start < c.end and c.start < f.end for c in sure)]
    yield from divided(text, free)
    yield from undecided(text, free)
    yield from quoted(text, free)
    yield from built(text, free)
    firms = [(c.start, c.end) for c in rules if c.type == "Company" and c.score >= FLOOR]
    yield from stated(text, free, {c.end for c in rules if c.type == "Place" and c.score >= FLOOR}, firms)


def _lies_in(text: str, place: Candidate, rules: Sequence[Candidate]) -> bool:
    """Whether a place begins with one that rules see and goes on with the name of a zone or site in it: 昀江市|姚家港化工园."""
    return any(
        c.type == "Place" and c.score >= FLOOR and c.start == place.start and place.end - c.end > 2 and _is_site(text[c.end : place.end])
        for c in rules
    )


def _is_site(rest: str) -> bool:
    return (kind_of(rest) == "Place" or rest.endswith(_zones())) and not is_loose(rest) and not is_sort(rest)


@cache
def _zones() -> tuple[str, ...]:
    return tuple(sorted(tail for tail in tails() if len(tail) > 1))


def _is_denied(candidate: Candidate, seen: float) -> bool:
    """Whether what the rules say against a name weighs more than the network's odds for it."""
    least = DENIED_HELD if candidate.data.get(HELD) else DENIED[candidate.type]
    return candidate.score < DENIED_SURELY or seen < _odds(least, _SEEN)


def evidenced(text: str, found: Sequence[Found], rules: Iterable[Candidate]) -> Iterator[tuple[Candidate, tuple[float, ...]]]:
    """Each span that rules or network propose, with what speaks for it: `FEATURES`."""
    found = [_mended(text, f) for f in found]
    return _evidence(text, found, [f for f in found if _is_whole(text, f)], rules)


def _evidence(
    text: str, found: Iterable[Found], whole: Sequence[Found], rules: Iterable[Candidate]
) -> Iterator[tuple[Candidate, tuple[float, ...]]]:
    """The same of what the network found, mended, and those of it that are whole names."""
    best: dict[str, dict[str, float]] = {}
    for f in found:
        seen = best.setdefault(text[f.start : f.end], {})
        seen[f.label] = max(seen.get(f.label, 0.0), f.chance)
    own = {(f.start, f.end, f.label): f for f in whole if f.chance >= ALONE and f.label in weights()}
    rules = list(rules)
    told = {c.end for c in rules if c.score >= FLOOR}
    said = joined(c for c in (*rules, *kinds(text, whole, told)) if not _is_half(text[c.start : c.end]))
    too_far = _going_too_far(text, said, own.values())
    said = [c for c in said if (c.start, c.end, c.type) not in too_far or best.get(text[c.start : c.end], {}).get(c.type, 0.0) >= ALONE]
    spans = {(c.start, c.end, c.type) for c in said}
    said += [Candidate(*span, f"recogniser:{f.label}", f.chance) for span, f in sorted(own.items()) if span not in spans]
    for c in said:
        seen = best.get(text[c.start : c.end], {})
        alone = (c.start, c.end, c.type) not in spans
        yield (
            c,
            (
                0.0 if alone else _odds(c.score, _RULE),
                float(alone),
                _odds(seen.get(c.type, 0.0), _SEEN),
                _odds(max((chance for label, chance in seen.items() if label != c.type), default=0.0), _SEEN),
                float(c.type == "Company" and _is_no_firm(text, c.start, c.end)),
            ),
        )


def _is_whole(text: str, found: Found) -> bool:
    name = text[found.start : found.end]
    if len(name) < 2 or _is_half(name) or _SUM.match(name):
        return False
    if found.label == "Place" and is_forum(text, found.start, found.end):
        return False
    if found.label == "PublicBody" and (name.startswith("该") or _EACH.search(text, max(0, found.start - 7), found.start)):
        return False
    if found.label == "Event" and ("、" in name or is_counted(name)):  # 第一、二次全体会议 are two, 两次座谈会 have no name
        return False
    if found.label == "Project" and _NUMBERED.match(name):
        return False
    if (
        found.label == "Company"
        and text.endswith(word_list("name_edges", "talks_of"), 0, found.start)
        and name.endswith(word_list("name_edges", "talked_of"))
    ):  # 就|古城开发|签订协议
        return False
    if found.label == "Place" and _SIGHTS.fullmatch(name):
        return False
    return not (found.label == "Organization" and name.endswith(_OF_POSTS))


def _is_half(name: str) -> bool:
    """Whether it has one bracket or quote of a pair."""
    return _OF_PAIRS.search(name) is not None and any(name.count(pair[0]) != name.count(pair[1]) for pair in _PAIRS)


def _going_too_far(text: str, rules: Sequence[Candidate], found: Iterable[Found]) -> set[tuple[int, int, str]]:
    """The spans of rules that begin or end with a shorter name of their type that the network surely sees, of people where the rest is no name; of
    zones those that begin inside a longer one."""
    zones: dict[int, int] = {}  # the first start of a sure place that ends here
    starts: dict[tuple[str, int], int] = {}  # the last start of a sure name that ends here
    ends: dict[tuple[str, int], int] = {}  # the first end of one that starts here
    for f in found:
        if f.label == "Place" and f.chance >= _SOONER:
            zones[f.end] = min(f.start, zones.get(f.end, f.start))
        if f.chance >= _LATER.get(f.label, 2.0):
            starts[f.label, f.end] = max(f.start, starts.get((f.label, f.end), 0))
        if f.chance >= _EARLIER.get(f.label, 2.0):
            ends[f.label, f.start] = min(f.end, ends.get((f.label, f.start), f.end))
    behind = {c.end for c in rules if c.type == "Place" and not _is_market(text, c)}  # 昀山经开区|新能源产业园 are two
    return {
        (c.start, c.end, c.type)
        for c in rules
        if ((later := starts.get((c.type, c.end), c.start)) > c.start and not (c.source == CEREMONY and text[later - 1] in _JOINING))
        or (c.source.startswith(_ZONE_RULES) and c.start not in behind and zones.get(c.end, c.start) < c.start)
        or (
            (end := ends.get((c.type, c.start), c.end)) < c.end
            and (c.type != "Person" or c.source == "people:dotted" or text[end : c.end] in person_words()["no_ends"])
        )
    }


def _is_market(text: str, c: Candidate) -> bool:
    """Whether a zone is a market by its last word, after which the park in it is called: 中国昀革城|电商产业园 is one; not 昀山新城."""
    return c.source.startswith(_ZONE_RULES) and text.endswith("城", c.start, c.end) and not text.endswith("新城", c.start, c.end)


def _odds(chance: float, limits: tuple[float, float]) -> float:
    chance = min(max(chance, limits[0]), limits[1])
    return math.log(chance / (1 - chance))


def _mended(text: str, found: Found) -> Found:
    """Without 我市 or what a contract calls it (发包人) before a firm; a person without a last adverb, where the shorter name comes more often (马懿|都), without the first
    character of what follows (安南|致词), and without a post before it (国务卿|甲·乙); nothing with the verb of a visit (莅临|纺织工程学院)."""
    start, end = found.start, found.end
    if found.label == "Person" and end - start > 2 and text.startswith(person_words()["opens_behind"], end - 1):
        return replace(found, end=end - 1)
    if found.label == "Person" and "·" in text[start:end] and (post := _post().match(text, start, end)) is not None:
        return replace(found, start=post.end())
    if found.label == "Company" and text.startswith(_OURS, start) and end - start > 3:
        return replace(found, start=start + 2)
    if found.label == "Company" and (party := next((w for w in word_list("stated_words", "parties") if text.startswith(w, start)), None)):
        return replace(found, start=start + len(party)) if end - start > len(party) + 1 else found
    if found.label in (*_NAMES, "Place") and text.startswith(_ARRIVES, start) and end - start > 4:
        return replace(found, start=start + 2)
    adverb = found.label == "Person" and end - start > 2 and text[end - 1] in _ADVERBS
    return replace(found, end=end - 1) if adverb and text.count(text[start : end - 1]) > text.count(text[start:end]) else found


@cache
def _post() -> re.Pattern[str]:
    """A post that was taken along before a name with a dot."""
    return re.compile(f"[\u4e00-\u9fff]{{0,4}}?(?:{'|'.join(person_words()['taken_along'])})(?=[\u4e00-\u9fff]{{2,8}}·)")


def _is_no_firm(text: str, start: int, end: int) -> bool:
    """Whether it is a row or a sort (欧系), nothing but ordinary words remain behind the places that it begins with, or its ends cut words in two."""
    if "、" in text[start:end] or text[start:end] in _kinds() or (end - start < 4 and text[end - 1] in _SORTS):
        return True
    return is_loose(_behind_places(text[start:end])) or cuts_word(text, start, end)


@lru_cache(maxsize=65536)
def _behind_places(name: str) -> str:
    """What remains of a name behind the places that it begins with."""
    at = 0
    for place in scan(name):
        if place.start == at and place.end < len(name):
            at = place.end
    return name[at:]
