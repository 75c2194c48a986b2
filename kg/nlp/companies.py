"""The component `kg_companies`: proposes names of firms by their form, by what stands around them, and by what the article says elsewhere.

Rules are sure or they stay silent: what only looks like a name (a head and a trade word) is proposed with a low score, as evidence for the
learned recogniser and for other rules; `kg_spans` adds it up.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick
from spacy.language import Language
from spacy.tokens import Doc

from kg.divisions import lookup
from kg.nlp.announced import find_announced
from kg.nlp.bare_names import find_bare_names
from kg.nlp.candidates import Candidate, propose, text_of
from kg.nlp.declared import declarations
from kg.nlp.edges import Edges, edges_of, find_edges, named_places, without_lead
from kg.nlp.fund_houses import find_fund_houses
from kg.nlp.houses import SHOP, is_family, is_house, markets, shop_start, shops
from kg.nlp.legal_names import from_place
from kg.nlp.names import tail_only
from kg.nlp.placed_names import placed_names
from kg.nlp.quoted_firms import quoted_firms
from kg.nlp.shortnames import ZONE, context, heads_elsewhere, in_lists, in_rows
from kg.nlp.sited import sited
from kg.nlp.well_known import TOWNS, countries, find_well_known, kinds, named_by_trade, suffix
from kg.nlp.words import cuts_word, is_common, is_lead, is_loose, is_word, strangeness
from kg.resources import lines

LONGEST = 32
FLOOR = 0.5
_CODE = re.compile(
    r"[（(](?:股票|证券)?(?:代码|简称)?[:：]?\s?(?:[A-Z]{2,6}[.:：])?(?:[0368][0-9]{5}|[0-9]{4,5}(?=[.，,]?HK))(?:[.，,\s]?(?:S[HZ]|HK|BJ|OC))?[)）]|[（(](?:NYSE|NASDAQ|纳斯达克|港股)[:：]"
)
_SITE = re.compile(r"(?:生产|制造|研发)?(?:基地|工厂|总厂|分厂)")
_UNDER_WAY = re.compile(
    r"(?:、[^，。；：\n、]{2,30})*等[^，。；：\n]{0,6}项目|项目|[，,]?(?:完成投资|开工|竣工|建设|总投资|计划投资|正在建|投产)"
)
_MONEY = re.compile(r"[0-9约近超逾上数]")
_GOES_ON = re.compile(
    r"司(?:制(?![作造定订])|法(?![定人院])|[章债]|股(?![东份权价])|总(?![经监投部裁产体计会资]))|厂[房门区里家长址商方矿内外]|行[卡业间家]|团[化军]|店业|金会|券[化业法]"
)
_BRANCHES = frozenset({"分公司", "分行", "支行", "分厂", "工厂", "营业部"})
_OF_BANKS = ("分行", "支行")
_ONE_BANK = re.compile("[\u4e00-\u9fff]{2}银行")  # where one is named, 重庆分行 is its branch there
_DEED = re.compile(
    r"(?:公司|集团|银行|证券|基金|[委局府厅厂]|[开农高保新]\w?区)(?:投资|建设|控股|服务|开发|运营|设计|担保|环境|实业|租赁|检测|信息|资源|传媒){1,2}$"
)
_PART = re.compile(
    r"[药监管理督察税务文物资源规划航天总卫计委]{0,4}(?:局(?![势面长部])|总署|厅(?!长))|(?:生产建设)?兵团|大?使馆|协会|学会|时报|日报|报(?=[》”、，。；及和与])|委员会"
)  # 临川食品 of 临川食品药监局
_PRODUCT = re.compile(r"(?:债券?|股票|股|增长|成长|指数|混合|货币|价值|优选|配置|红利|稳健|平衡|收益|蓝筹|精选|开放式|封闭式|型)基金$")
_BRACKETED = re.compile(r"[（(][^（）()]{2,4}[)）]")
_STEM = re.compile("(?<=[市县区旗在到赴、，。])([任于由成]?[\u4e00-\u9fff]{1,2}?)[镇乡]")
_WORKS = re.compile(r"社(?![会区交保群团员长])")
_VERBS = frozenset(("销售", "生产", "供应", "加工", "制造", "建设", "发展", "创新", "服务", "监管", "安全", "消费"))  # of firms as well
_LARGE = ("集团", "总公司", "集团公司")
_CENTRAL = re.compile("(?:中国)?人民银行|央行|人行(?=.{2,8}[分支]行)")  # its branches are bodies
_REPEAT = re.compile(r"(?P<form>银行|基金|百货|公司|集团)(?P<between>.+)(?<![分支])(?P=form)$")
_MODAL = re.compile(r"[要会可还未更再各每两几多数哪何你您我他她它集很深]")
_KIND = re.compile(
    r"(?:^|[一-龥])[子孙母]公司$|^新设[\u4e00-\u9fff]{0,4}公司$|^.{0,2}(?:全资|控股|参股|合资|上市|股份|集团)公司$|(?:^.?|[这那该各])(?:公司|集团|厂|银行|超市|酒店)$"
)


@cache
def _forms() -> dict[str, float]:
    return {word: float(score) for word, score in (line.split() for line in lines("lexicons", "company_forms.txt"))}


@cache
def _tails() -> tuple[AhoCorasick, list[str]]:
    """Trade words and forms, all of them."""
    words = sorted({*lines("lexicons", "company_tails.txt"), *lines("lexicons", "company_weak_tails.txt"), *_forms()})
    return AhoCorasick(words), words


@cache
def _tail_words() -> frozenset[str]:
    return frozenset(_tails()[1])


@cache
def _trades() -> frozenset[str]:
    return frozenset(lines("lexicons", "company_tails.txt"))


@cache
def _doubtful() -> dict[str, float]:
    return {word: float(weight) for word, weight in (line.split() for line in lines("lexicons", "company_doubtful.txt"))}


@cache
def _local() -> frozenset[str]:
    return frozenset(lines("lexicons", "company_local.txt"))


@cache
def _leads() -> frozenset[str]:
    return frozenset(lines("lexicons", "company_loose.txt"))


@cache
def _after() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, lines("lexicons", "company_after.txt")), key=len, reverse=True)))


class _Tails:
    """The trade words and forms of one text, by where they end, and how far left a chain of them reaches."""

    def __init__(self, text: str) -> None:
        matcher, words = _tails()
        self.at: dict[int, list[tuple[int, str]]] = {}
        for word, start, end in matcher.find_matches_as_indexes(text, overlapping=True):
            self.at.setdefault(end, []).append((start, words[word]))
        for found in self.at.values():
            found.sort()
        self.starting: dict[int, list[int]] = {}
        for end, begins in self.at.items():
            for begin, _ in begins:
                self.starting.setdefault(begin, []).append(end)

    def chain(self, start: int, least: int) -> list[int]:
        """Where chains of trade words that end at `start` may begin, nearest first, not before `least`."""
        reach, todo = {start}, [start]
        while todo:
            for begin, _ in self.at.get(todo.pop(), ()):
                if begin >= least and begin not in reach:
                    reach.add(begin)
                    todo.append(begin)
        return sorted(reach, reverse=True)


def _start(text: str, edges: Edges, tail: int, tails: _Tails) -> tuple[int, int]:
    """Where a name begins whose last word begins at `tail`, and where its head ends. A head of nothing gives start == tail."""
    barrier = edges.before(tail)
    for head_end in tails.chain(tail, max(tail - 14, 0, barrier))[::-1]:
        start = without_lead(text, max(edges.before(head_end), tail - LONGEST), head_end)
        if start < head_end:
            return start, head_end
    return tail, tail


def _full_names(text: str, edges: Edges, tails: _Tails, places: dict[int, int]) -> Iterator[Candidate]:
    """Names with a form: 南通江汀控股集团有限公司, 陇右银行天水分行."""
    forms = _forms()
    for end in sorted(tails.at):
        found = [(s, w) for s, w in tails.at[end] if w in forms]
        if not found or (_GOES_ON.match(text, end - 1) and not found[0][1].endswith("有限公司")) or _tail_goes_on(text, *found[0], end):
            continue
        tail, form = found[0]
        start, head_end = _start(text, edges, tail, tails)
        if start == tail:
            continue
        if head_end - start == 1 and start and text[start - 1] in "以如当同若" and not (start > 1 and text[start - 2].isalnum()):
            start -= 1  # 以昀集团是…: a stop that opens the sentence is the head's first character
        if text.endswith("中以", 0, start) and not text[max(start - 3, 0) : start - 2].isalnum():
            start -= 2  # 中以昀泽有限公司, of China and Israel
        if start and text[start - 1] + text[start] in _stems(text):
            start -= 1  # 任民奶粉厂 beside 任民镇: 任 is no verb there
        start = _at_place(text, _behind_verb(text, start, head_end), head_end, edges, places, form)
        zone = ZONE.match(text, start, tail)
        start = zone.end() if zone and tail - zone.end() >= 2 and form not in _BRANCHES else start
        repeat = _REPEAT.search(text, start, end)
        if repeat and repeat.end("form") > start + 2:  # 银行昀泽银行
            if len(repeat["between"]) < 2 or is_common(repeat["between"]):
                continue
            start = repeat.end("form")
        if (
            _CENTRAL.match(text, start, end)
            or _KIND.search(text[start:end])
            or text[start:end] in kinds()
            or _PRODUCT.search(text, start, end)
        ):
            continue
        score, bare = forms[form], start + _places_length(start, places)
        bare = max(bare, start + _place_prefix(text, start, tail))
        middle = text[min(bare, tail) : tail]
        if (
            bare > start and text[bare:end] in _local() and not text[start:bare].endswith(("洲", "盟", "港澳", "内地"))
        ):  # 无锡燃气公司: there is one of them in each place
            score = min(score, 0.85)
        elif bare >= tail or text[bare:end] in kinds():  # 无锡公司, 深圳基金公司: a place and a kind
            score = 0.85 if bare == tail and form in _OF_BANKS and _ONE_BANK.search(text) else min(score, 0.75) - 0.3
        elif bare > start and text[start:bare] in countries() and form in _LARGE and len(middle) > 2:
            score = 0.8  # 中国核工业集团
        elif is_family(text, bare, middle):
            score = max(score, 0.85)
        elif _is_kind(middle, form):
            if bare == start or text[start:bare] in countries():
                score = min(score, 0.6 if form.endswith(("公司", "企业")) and len(form) > 2 and not tail_only(middle) else 0.45)
            else:  # 阳城县国有资产运营公司
                score -= 0.1 if form != "公司" or len(middle) >= 4 else 0.35
            if score < 0.6 and middle and not form.endswith("厂") and (told := context(text, start, end)) >= 0.15:
                score += told
            elif score < 0.6 and len(middle) == 2 and not is_common(middle) and form in ("公司", *_LARGE):
                score = 0.62
        if (tail - bare < 2 and bare == start) or text[start] in "（(":  # 他公司
            continue
        if head_end - bare > 9:
            score -= 0.15
        if end - start <= 2 or cuts_word(text, start, start):
            score -= 0.25
        if not edges.is_edge(start):
            score -= 0.2
        source = "companies:full"
        if score >= 0.6 and is_house(text, bare, middle, form):
            source, score = "companies:house", max(score, 0.8)
        elif form in shops() or form in markets():
            begins = shop_start(text, start, bare, end, form)
            source, score, start = (source, score, start) if begins is None else ("companies:shop", SHOP, begins)
        yield Candidate(start, end, "Company", source, round(score, 3), {"head": (start, head_end)})
        more = suffix(text, end)
        if more and not form.startswith("分"):
            yield Candidate(start, more.end(), "Company", "companies:full-branch", round(score - 0.02, 3), {"head": (start, head_end)})


@lru_cache(maxsize=32)
def _stems(text: str) -> frozenset[str]:
    """What towns of the text are called without 镇, where its first character may be a word that no name begins with."""
    return frozenset(m[1] for m in _STEM.finditer(text))


def _tail_goes_on(text: str, tail: int, word: str, end: int) -> bool:
    """Whether the last word is a piece of another: 互联 of 互联网, 城投 of 在县城投资; a word of its own is trusted (资本 before 领投)."""
    if any(end + n <= len(text) and is_word(text[tail : end + n]) for n in (1, 2)):
        return True
    return not is_word(word) and cuts_word(text, end, end)


def _is_kind(middle: str, form: str) -> bool:
    """Whether what stands before the form only says of which kind the firm is: 大型铝厂, 上市公司, 影响公司."""
    if is_loose(middle) or re.search("[类型级]", middle[1:]) or (_MODAL.match(middle) and is_lead(middle[1:3])):
        return True
    if form.endswith("厂") and len(form) == 1 and len(middle) > 2 and is_common(middle[:-1]):
        return True
    return len(form) == 2 and len(middle) > 3 and is_lead(middle[-2:]) and middle[-2:] not in _tail_words()


def _place_prefix(text: str, start: int, end: int) -> int:
    """How long the country or division is that the span begins with, at least two characters before its end; for names that places did not see."""
    for n in range(min(7, end - start - 2), 1, -1):
        if text[start : start + n] in countries() or lookup(text[start : start + n]):
            return n
    return 0


def _behind_verb(text: str, start: int, head_end: int) -> int:
    """宣传昀泽总公司: a long head that holds a verb begins behind it, if what remains is a name by itself."""
    if head_end - start < 5:
        return start
    for at in range(head_end - 4, start, -1):
        if is_lead(text[at : at + 2]) and strangeness(text[at + 2 : head_end]) >= 0.5 and is_common(text[start : at + 2]):
            return at + 2
    return start


def _at_place(text: str, start: int, head_end: int, edges: Edges, places: dict[int, int], form: str) -> int:
    """A name with a form mostly begins with its place: what stands before a later place goes, unless it is the name of a parent or place too."""
    if form in _BRANCHES:
        return start
    for soft in edges.soft_between(start, head_end):
        if soft not in places or start + _places_length(start, places) == soft or text[soft - 1] in "（(":
            continue
        before = text[start:soft]
        if len(before) > 2 and not before.endswith(tuple(_tails()[1])):
            start = soft
    return start


def _places_length(start: int, places: dict[int, int]) -> int:
    at = start
    while at in places and places[at] > at:
        at = places[at]
    return at - start


def _short_names(text: str, edges: Edges, tails: _Tails, places: dict[int, int]) -> Iterator[Candidate]:
    """A head of two or three characters and a trade word: 星驱科技, 无锡夏普电子."""
    trades, after = _trades(), _after()
    for end in sorted(tails.at):
        found = [(s, w) for s, w in tails.at[end] if w in trades]
        follows = after.match(text, end)
        if not found or (follows and follows.group() not in _VERBS) or _PART.match(text, end) or _tail_goes_on(text, *found[0], end):
            continue
        tail, word = found[0]
        start, head_end = _start(text, edges, tail, tails)
        zone = ZONE.match(text, start, head_end)  # 金河工业园|双运工贸
        start = zone.end() if zone is not None and head_end - zone.end() >= 2 else start
        bare = start + max(_places_length(start, places), _place_prefix(text, start, head_end))
        doubt, as_head = _doubtful().get(word, 0.0), False
        if start < head_end <= bare and text[start:head_end] not in countries() and head_end - start < 4 and doubt < 0.25:
            bare, as_head = start, True  # 北海船舶: the place is the head
        for begin in dict.fromkeys((start, bare)):
            head = _BRACKETED.sub("", text[max(begin, bare) : head_end])
            size = len(head)
            if begin < bare and text[bare - 1] in TOWNS:
                continue
            if begin == tail or not 2 <= size <= 4 or cuts_word(text, begin, begin) or _DEED.search(text, begin, end):
                continue
            score = _head_score(head)
            if is_common(text[begin:end]) or text[begin:end] in kinds() or _PRODUCT.search(text, begin, end):
                score = 0.25
            elif (follows and strangeness(head) < 1) or (as_head and follows):
                continue
            elif as_head:
                score -= 2 * doubt + (0.3 if text[begin - 1 : begin] == "“" else 0.0)
            elif doubt:
                doubt = doubt if not _MONEY.match(text, end) else 0.4  # 甲乙投资1.6亿元 is a deed
                score -= doubt * (0.5 if strangeness(head) == 1 and doubt < 0.4 else 1)
            if begin < bare and score >= 0.37 and size <= 3:  # 江苏穹日光伏: a place before speaks for a name
                score += 0.18 - (0.2 if text[bare - 1] in "区县市镇乡" else 0)
            score += context(text, begin, end)
            last = end + 1 if score >= FLOOR and _WORKS.match(text, end) else end  # 昀泽铸造社
            yield Candidate(begin, last, "Company", "companies:short", round(min(score, 0.92), 3), {"head": (begin, head_end)})


def _head_score(head: str) -> float:
    """How much a head and any trade word are a name: a coined word more than a rare one, a common one hardly."""
    if head[-1] in "类级型式用" or head in _leads():
        return 0.2
    if is_common(head) or is_lead(head[:2]) or (_MODAL.match(head) and (is_lead(head[1:3]) or (len(head) > 2 and is_common(head[1:])))):
        return 0.25
    return 0.45 if is_loose(head) else 0.62 if len(head) <= 3 else 0.5


def _with_code(text: str, edges: Edges) -> Iterator[Candidate]:
    """A name before a stock code: 楚磷股份（600123）."""
    for match in _CODE.finditer(text):
        end = match.start()
        start = without_lead(text, edges.before(end - 2), end)
        start -= 1 if text.startswith("*ST", start - 1) else 0
        if 2 <= end - start <= 12:
            yield Candidate(start, end, "Company", "companies:code", 0.93)


def _sites(text: str, found: Iterable[Candidate], places: dict[int, int]) -> Iterator[Candidate]:
    """A firm, a place and 基地 or 工厂 is the firm there: 捷普绿点无锡基地."""
    for c in found:
        end = c.end + _places_length(c.end, places)
        site = _SITE.match(text, end) if end > c.end else None
        if c.score >= 0.6 and site and not _UNDER_WAY.match(text, site.end()):
            yield Candidate(c.start, site.end(), "Company", "companies:site", 0.8)


def _declared(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    ends = {c.end for c in found if c.score >= 0.7}
    for full_end, start, end in declarations(text):
        if full_end in ends and end - start <= 12 and text[start:end] not in kinds():
            yield Candidate(start, end, "Company", "companies:declared", 0.95)


def find_companies(text: str, places: dict[int, int] | None = None, edges: Edges | None = None) -> list[Candidate]:
    """All proposals for names of firms. `places` maps the start of each place named in the text to its end.

    >>> [text[c.start:c.end] for text in ["位于南通的江汀控股集团有限公司"] for c in find_companies(text) if c.score > 0.9]
    ['江汀控股集团有限公司']
    """
    places = places or {}
    edges = edges or find_edges(text, {*places, *places.values()})
    tails = _Tails(text)
    found = [
        *_full_names(text, edges, tails, places),
        *_short_names(text, edges, tails, places),
        *find_well_known(text, places, tails.starting),
        *named_by_trade(text, places),
        *_with_code(text, edges),
        *find_fund_houses(text),
        *find_announced(text, edges),
    ]
    found += [*from_place(text, places, found), *placed_names(text, places)]
    found += find_bare_names(text, edges, places)
    found += in_lists(text, edges, found)
    found += quoted_firms(text, found)
    found += _sites(text, found, places)
    found += sited(text, found)
    found += _declared(text, found)
    found += list(in_rows(text, edges, found))
    return found + list(heads_elsewhere(text, found, places, tails.starting))


@Language.component("kg_companies")
def kg_companies(doc: Doc) -> Doc:
    """Propose names of firms."""
    propose(doc, find_companies(text_of(doc), named_places(doc), edges_of(doc)))
    return doc
