"""Works that the network half sees, where the words around tell what is told of works alone: 昀河片区城市更新项目总投资3亿元, 昀中海上风电场今天并网.

As with firms (`stated.py`), a name that the network alone is not sure enough of is right nearly as often as one that it is, where something is said of it
that is said of nothing else. And what money is put into by somebody who builds it is a work, whatever it is elsewhere: 昀河公园由昀泽集团投资建设.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from kg.nlp.candidates import Candidate
from kg.nlp.gazetteer import ending_at
from kg.nlp.recogniser.model import Found, by_span
from kg.nlp.worded import patterns
from kg.nlp.words import cuts_word, is_loose
from kg.nlp.works.projects import CALLED
from kg.resources import lines
from kg.text import occurrences

SCORE = 0.72
SEEN = 0.25  # how sure the network has to be that it is a work
CLEAR = 0.45  # the same of a name made of ordinary words: 城市更新项目
OTHERWISE = 0.3  # and no surer than this that it is something else
_LEAST = 5
_HEAD = 2  # characters of a name before its last word
_BEFORE = 10  # characters before a name that are looked at
PUT_UP = 0.9  # how sure it is of what somebody builds with money
_THINGS = ("Project", "Place", "Organization", "Company")  # what such a work may be elsewhere
_WHOLE, _LOOSE = 0.45, 0.75  # how sure the network has to be that it is one of these, and of one made of ordinary words
_CALLED = 4  # characters of a name that is a work wherever it comes again
_LED = 48  # characters before a name in which a sum may stand
_MARKS = "，。；：！？\n"
_SUM = "(?:约|近|超|逾|达)?[0-9.]+[余多]?[亿万]余?(?:{foreign}?元)"
# What may be told of a work between its name and who builds it, or how much it takes.
_GOES_ON = rf"(?:，?(?:{{park_goes_on}}|{{puts_in}}|总投资|全长|长[0-9])[^{_MARKS}]{{0,24}})*"
# Patterns by name; {name} stands for the words of that name in `lexicons/project_words.yaml`.
_PATTERNS = {
    "does": "”?(?:{stage_words}|施工)?(?:{works_when}|（[^（）]{2,8}）|[0-9]{1,2}月[0-9]{1,2}日|{moves_how}|，(?={sum_told}))*(?:{built}|{are_built}|{way_goes_on}|{works_do})",
    "led": "(?:{done_to_works}|{works_led})(?:了|的)?“?$",
    "no_start": "“?(?:{no_work_starts}|{points}{measures}?|[一二三四]期|[0-9多数几两]+{measures_of_many}|{no_project_starts})",
    "no_name": "{no_way}|{no_built}|^[我该]|[一二三四五六七八九十0-9]+大(?:项目|工程)$",
    # 昀河公园占地30亩，由昀泽集团投资3亿元建设; 昀河公园总投资3亿元; 总投资3亿元的|昀河公园, 投资3亿元打造的|昀河公园.
    "put_up_by": rf"”?(?:{{stage_words}}|{{first_stages}})?{_GOES_ON}，?(?:是|系)?由[^{_MARKS}]{{2,40}}?(?:投资(?:{_SUM})?|出资(?:{_SUM})?)?(?:{{raises}})",
    "has_total": (
        rf"”?(?:{{stage_words}}|{{first_stages}})?{_GOES_ON}，?(?:(?:计划|预计|概算|规划)?(?:总投资|总造价)|由[^{_MARKS}]{{2,24}}{{runs}}，(?:总)?投资)(?:额|约|为|达|近|超|逾)*[0-9.]+[余多]?[亿万千百]?(?![0-9.余多亿万]*元的)"
    ),
    # and 投资3亿元建起|昀河公园、昀岭乐园; 投资3亿元在岚镇打造|昀河公园
    "raised_with": (
        rf"(?:总投资(?:额|约|近|超|逾)*[0-9.]+[余多]?[亿万]余?元的|投资{_SUM}(?:，|在[^{_MARKS}]{{2,10}}?)*(?:{{erected}}|{{raises}})[的了]?(?:[^{_MARKS}、]{{2,14}}、)*(?:[^{_MARKS}、]{{2,14}}和)?)“?$"
    ),
    "no_site": "(?<![夜集景假街化俗])(?:{no_site})$",
    "no_firm_built": "{no_firm_built}|[公司团行厂社店]$",
    "guest_house": "{guest_houses}$",
}

_pattern = patterns("project_words", _PATTERNS)


@cache
def _tails() -> tuple[str, ...]:
    """The last words of works that are no houses which somebody may be led to as well (中心, 医院)."""
    return tuple(lines("lexicons", "project_tails.txt"))


@cache
def _trades() -> tuple[str, ...]:
    """The last words of the short names of firms: 昀泽置业."""
    return tuple(lines("lexicons", "company_tails.txt"))


def built(text: str, found: Iterable[Found]) -> Iterator[Candidate]:
    """The surest of the spans that overlap there.

    >>> text = "昀河片区城市更新项目总投资3亿元"
    >>> [text[c.start : c.end] for c in built(text, [Found(0, 10, "Project", 0.5)])]
    ['昀河片区城市更新项目']
    """
    taken: list[tuple[int, int]] = []
    for (start, end), chances in sorted(by_span(found).items(), key=lambda item: (-item[1].get("Project", 0.0), item[0])):
        chance = chances.get("Project", 0.0)
        if chance < SEEN:
            break
        if max((c for label, c in chances.items() if label != "Project"), default=0.0) > OTHERWISE:
            continue
        if end - start < _LEAST or any(start < e and s < end for s, e in taken) or not _may_be_one(text, start, end, chance):
            continue
        led = text.endswith(_tails(), start + _HEAD, end) and _pattern("led").search(text, max(start - _BEFORE, 0), start)
        if led or _pattern("does").match(text, end):
            taken.append((start, end))
            yield Candidate(start, end, "Project", "recogniser:built", SCORE)


def put_up(text: str, found: Iterable[Found], rules: Iterable[Candidate]) -> list[Candidate]:
    """The candidates of the rules and of the network, in which what somebody puts up with money is a work wherever it is named.

    >>> text = "昀河生态公园由昀泽集团投资建设"
    >>> [(c.type, text[c.start : c.end]) for c in put_up(text, [Found(0, 6, "Place", 0.8)], [Candidate(0, 6, "Place", "places:venue")])]
    [('Project', '昀河生态公园')]
    """
    rules = list(rules)
    names = {text[c.start : c.end] for c in rules if c.source == CALLED and c.end - c.start >= _CALLED}
    if "由" in text or "投资" in text:
        names.update(_raised(text, found))
    if not names:
        return rules
    kept = [c for c in rules if c.type not in _THINGS or text[c.start : c.end] not in names]
    spans = sorted((start, end) for name in names for start, end in occurrences(text, name))
    return [*kept, *(Candidate(start, end, "Project", "recogniser:put-up", PUT_UP) for start, end in spans)]


def _raised(text: str, found: Iterable[Found]) -> Iterator[str]:
    for (start, end), chances in by_span(found).items():
        by, total = _pattern("put_up_by").match(text, end), _pattern("has_total").match(text, end)
        led = _pattern("raised_with").search(text, max(start - _LED, 0), start)
        name, best = text[start:end], max(chances, key=lambda label: chances[label])
        whole = sum(chances.get(label, 0.0) for label in _THINGS)
        if not (by or total or led) or best not in _THINGS or whole < (_LOOSE if is_loose(name) else _WHOLE):
            continue
        if len(name) < _CALLED or not _may_be_one(text, start, end, whole):
            continue
        house = _pattern("guest_house").search(name) is not None
        firm = not house and (_pattern("no_firm_built").search(name) is not None or name.endswith(_trades()))
        if (
            best == "Project"
            or (best == "Place" and (by or led) and not _pattern("no_site").search(name) and ending_at(name, len(name)) != 0)
            or (best == "Organization" and by)
            or (best == "Company" and not firm and (by or led or house or chances.get("Project", 0.0) >= SEEN))
        ):
            yield name


def _may_be_one(text: str, start: int, end: int, chance: float) -> bool:
    name = text[start:end]
    if "、" in name or _pattern("no_start").match(name) or _pattern("no_name").search(name) or cuts_word(text, start, end):
        return False
    return not (chance < CLEAR and is_loose(name))
