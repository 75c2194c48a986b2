"""Names without the words that only stand beside them, and with their own beginnings: the last look at borders before spans compete.

Rules and the network both read a verb into a name at times (昀泽大厂|投产, 方波|少将), or begin it behind its first characters
(2×|350兆瓦热电联产工程). What is left of a candidate here is one span, two, or none where it tells only a sort of thing.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from kg.divisions import is_town, lookup
from kg.nlp.names import core, is_full, tail_only
from kg.nlp.people.characters import surnames
from kg.nlp.worded import patterns
from kg.nlp.words import is_counted, is_loose, is_word, strangeness
from kg.nlp.works.bare_documents import behind_verbs
from kg.text import occurrences

Span = tuple[int, int]
_DATE = r"[0-9一二三四五六七八九十]+月(?:[0-9一二三四五六七八九十]+日)?"
_NUMBER_BEFORE = re.compile(r"[0-9][0-9.]*[ \u3000]?$")
_TIMES_BEFORE = re.compile(r"(?:[0-9]+ ?[×xX＊*]|±) ?$")
_LATIN_BEFORE = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]+ $")
_CHAIN, _HOLDS = "供应链", "控股"
_KIN = ("子公司", "孙公司")
_TOWN = re.compile("[\u4e00-\u9fff]{2,4}?[镇乡]")
_OF_STATE = tuple("投资建发运")  # 市产投有限公司, 县交建有限公司: each place has one of its own
_TWICE = re.compile(r"([\u4e00-\u9fff]{2,8})(?=\1)")
_HEADLINE = re.compile(r"(?:[吨元%％]|[0-9]个)(?=第[0-9一二三四五六七八九十]+届)")
_PAPERS = re.compile("《[^《》\n]+》")
_PUBLISHED = re.compile("(?:发表|刊发|撰写)[了过有]?[^，。；：！？《》]{0,12}(?:《[^《》]+》[、，和与及]*)*$")  # 发表了《甲》、|《乙》
_PUBLISHED_AS = re.compile(
    "(?:[、，和与及]*《[^《》]+》)*等(?:[0-9一二三四五六七八九十几数多大余]*[篇部])?[^，。；：！？《》]{0,4}?(?:文章|论文|著作|作品|专著|散文|杂文|评论|社论)"
)
_TOLD_TO_ALL = re.compile("(?:声明|公报|宣言|白皮书|倡议|倡议书|共识|公告|报告|计划|纲要|协定|协议|条约)(?:（[^（）]*）)?》$")
_LAWS = ("法", "条例", "草案")
_ROW = 120  # characters before a title in which the row that it stands in begins
_HELD = re.compile("(?:投资|控股|参股|入股|收购|增持)+$")
_SHARES = "股份"
_DEALT_IN = re.compile("(?:持有|受让|收购|转让|减持|增持|质押|认购|买入|购入|出售|抛售)(?:了|的|部分)?$")  # 持有昀泽氢能|股份。
_SUM = re.compile("[近约超逾达]?[0-9.]+[余多]?[万亿]")
_STOPS = re.compile("[，。；、）\n的]|$")
_LEAST_FIRM, _COINED = 4, 0.6
_SORT_MOST = 9  # characters of a sort of project
_OF_TIME = ("了", "过")
_CUT = ("堂", "点", "见", "晤", "谈", "展中心")  # 人民大会|堂, 消费节|点, 州长甲会|见, 大会|展中心
_THEME = ("板块", "概念股", "区域品牌", "区域公用品牌", "公用品牌")
_COUNTED = re.compile("[一二三四五六七八九十]+届")  # 六届|昀泽项目
_OWN = ("本公司", "该公司", "本基金", "该基金", "该集团")
_LEVELS = "省市县区州旗盟镇乡"
_LEVELS_BELOW = re.compile("[市县区][镇乡街]村$")
_OURS = re.compile(f"我[{_LEVELS}](?!长)")  # 我市|昀山公园
_OUR_HOUSE = re.compile("[我本][校院](?![长友区园])(?=.{4})")  # 我校|机电工程学院
_COST = re.compile(r"(?:计划|总)?(?:投资)?[近约超逾达]?[0-9.]+[余多]?[万亿][余多]?[美欧港日]?元的")  # 30亿元的|昀泽电子材料
_SITE = re.compile("(?:(?:建设|施工|项目建设|项目施工|项目)?现场)$")
_NO_JOIN = re.compile("和(?=[，。；：、）])")  # 那顺孟|和，: where nothing follows, it joins nothing
_OF_MANY = re.compile("[0-9]+[多余]?[项家]")  # 18家民企集中签约
_YEAR = re.compile("[0-9]{4}年会")  # 2010年会|怎么样
_MODEL = re.compile("A?[0-9]{3}(?![0-9.%％万亿余多])")  # 昀泽737; not 昀泽100%的股权
_ITEM = re.compile("[0-9]{1,2}[.．]")  # 1.昀泽有限公司
_AT = ("在", "于")
_CHAIR = "主席国"
_LEAST = 5  # no shorter rest behind a verb names a meeting
_LOOK = 24  # how far before a name its first characters are looked for


# Patterns by name; {name} stands for the words of that name in `lexicons/name_edges.yaml`.
_PATTERNS = {
    "happens": rf"(?P<work>{{work_ends}})(?:{{happens_how}}|{_DATE})*{{happens}}$",
    "built_at": "{at}[\u4e00-\u9fff]{2,14}?{builds}(?=[\u4e00-\u9fff]{2})",
    "only_kind": "{build_kinds}",
    "at_the_site": "[\u4e00-\u9fff]{0,4}{site}|[，,][^，。；]{0,6}{seen}",
    "built_on": "(?:(?<![公铁])路|街|大道|[区县镇乡村园城])(?:建设)$",
    "done_with": "{done_with}(?!区|性|利用|院|署)",
    "sort": "{sorts}",
    "no_project": "^{unnamed}|{clauses}|{any_of}(?:项目|工程)$",
    "points": "{points}",
    "haver": ".{0,4}{havers}有(?!限|色|线|机|用)",
    "no_firm": "{no_firm}",
    "firm_does": "{firm_does}$",
    "deed": "{deeds}+$",
    "firm_sort": "{sort_leads}?{firm_sorts}",
    "chain_of": "{into}了?$",
    "rewarded": ".{0,8}?{rewards}(?=.{4})",
    "gives": "{<firm_ends}{gives}$",
    "of_trade": "{of_trade}",
    "fund": "{funds}基金会$",
    "looked_at": "[\u4e00-\u9fff]{1,5}(?:[市县区旗镇乡村]|街道){looks}(?!中心|点|站|用房|基地|大厅)(?=[\u4e00-\u9fff]{3})",
    "too": "{too}(?={does})",
    "comes": "来[\u4e00-\u9fff]{1,4}?{comes_to}",  # 孙明|来江调研
    "meets": ".*{meets}",
    "together": "{houses}(?={together})|{led_houses}(?={leads}{led}$)",
    "plural": "{lands}{plural}",
    "adverbs": "{adverbs}",
    "begins": "{begins}",
    "put_into": "投资{put_into}",  # 昀峰水电|投资建设
    "of_desk": "(?<=[行社])(?:公司|{desks})$",  # 昀泽银行|公司业务部, 昀泽银行|金融总部
    "desk": "{desks}?[一二三]?总?部(?!署)",
    "market_tags": "[（(]{market}(?:[，,、 ]*{market})*[）)]",
    "tagged": "(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,8}[（(]{market}(?:[，,、 ]*{market})*[）)]$",
}

_pattern = patterns("name_edges", _PATTERNS)


def market_tags() -> re.Pattern[str]:
    """What the market writes into names of firms: （行情，论坛）."""
    return _pattern("market_tags")


def unglued(text: str, type_: str, start: int, end: int) -> Iterator[Span]:
    """The spans that remain of a name: mostly the same.

    >>> text = "昀屿预制菜生产线刚刚投产"
    >>> [text[a:b] for a, b in unglued(text, "Project", 0, len(text))]
    ['昀屿预制菜生产线']
    """
    mend = _MENDS.get(type_)
    if type_ in _OF_OURS and end - start > 3 and (ours := _OURS.match(text, start, end)):
        start = ours.end() - (type_ in ("Organization", "PublicBody") and text[ours.end()] not in _LEVELS)  # 我|市农科院
    elif type_ == "Organization" and (house := _OUR_HOUSE.match(text, start, end)):
        start = house.end()
    if mend is None:
        yield start, end
    else:
        yield from mend(text, start, end)


def _project(text: str, start: int, end: int) -> Iterator[Span]:
    if text.startswith("该", start - 1) and start and end - start < _SORT_MOST:
        return  # 该|温泉旅游项目: one named before
    if said := _pattern("happens").search(text, start, end):
        end = said.end("work")
    if (site := _SITE.search(text, start, end)) and site.start() - start > 2:  # 昀泽物流项目|现场
        end = site.start() + (2 if text.startswith("项目", site.start()) else 0)
    if cost := _COST.match(text, start, end):
        start = cost.end()
    led = _pattern("done_with").match(text, start, end)
    if led and end - led.end() > 3 and not is_loose(text[led.end() : end - 2]):
        start = led.end()
    start = looked.end() if (looked := _pattern("looked_at").match(text, start, end)) else start  # 石板镇督查|昀泽产业链项目
    start = _built_at(text, start, end)
    start += len(counted[0]) if (counted := _COUNTED.match(text[start:end])) else 0
    sort = _pattern("sort").match(text, start, end)
    if _pattern("no_project").search(text[start:end]):
        return
    if not (sort and is_loose(text[start : end - 2])):
        yield _begun(text, start), end


def _built_at(text: str, start: int, end: int) -> int:
    """在岚城区建设|昀泽二期工厂: behind the verb, where the place is where it is built and nobody calls the whole so elsewhere."""
    at = _pattern("built_at").match(text, start - 1, end)
    if at is None or _pattern("only_kind").match(text, at.end()) or _pattern("at_the_site").match(text, end):
        return start
    name = text[start:end]
    called_so = any(not _pattern("built_at").match(text, first - 1, last) for first, last in occurrences(text, name))
    return start if called_so else at.end()


def _event(text: str, start: int, end: int) -> Iterator[Span]:
    if text.startswith(_CUT, end) and text[end - 1] in "会节":
        return
    for pattern in (_HEADLINE, _pattern("meets")):
        if cut := pattern.search(text, start, end):
            start = cut.end()
            if end - start < _LEAST:  # 亲临|发布会: any
                return
    if (mark := text.find("，", start, end)) > 0:  # 二届四次理事会，|会议
        end = mark
    if twice := _TWICE.match(text, start, end):  # 在上海|上海合作组织峰会期间
        start = twice.end()
    if _OF_MANY.match(text, start, end) or (_YEAR.fullmatch(text, start, end) and text[end : end + 1].isalpha()):
        return
    if (
        end - start > 1
        and not _pattern("points").search(text, start, end)
        and not (text.endswith("论坛", start, end) and is_counted(text[start:end]))
    ):
        yield _between(text, _begun(text, start)), end


def _between(text: str, start: int) -> int:
    """Before the first of two places that a dash joins: 岚城—|昀州推介会."""
    if text[start - 1 : start] not in ("—", "-") or text[start - 2 : start - 1] == "—":
        return start
    return next((start - 1 - n for n in (7, 6, 5, 4, 3, 2) if start > n and lookup(text[start - 1 - n : start - 1])), start)


def _begun(text: str, start: int) -> int:
    """Where a name begins that was cut behind its number or its first word in letters: 新增90|亿粒, Prime |Air."""
    if text[start] in "万亿":
        before = _NUMBER_BEFORE
    elif text[start].isdecimal():
        before = _TIMES_BEFORE
    elif text[start].isascii() and text[start].isalpha():
        before = _LATIN_BEFORE
    else:
        return start
    found = before.search(text, max(start - _LOOK, 0), start)
    return found.start() if found else start


def _company(text: str, start: int, end: int) -> Iterator[Span]:
    if (site := _SITE.search(text, start, end)) and site.start() - start > 2:
        end = site.start()
    ahead = "gives" if text.startswith("给", end) else "firm_does"  # 昀泽航空|租赁给
    verb = (_HELD if text.startswith(_OF_TIME, end) else _pattern(ahead)).search(text, start, end)
    if verb and verb.start() - start > 1 and not is_word(text[end - 2 : end] if verb.end() - verb.start() == 1 else ""):  # 基因
        end = verb.start()
    end = _before_deed(text, start, end)
    if _pattern("desk").match(text, end) and (desk := _pattern("of_desk").search(text, start, end)):
        end = desk.start()
    if (chain := _pattern("chain_of").search(text, max(start - 6, 0), start)) and text.endswith(_CHAIN, start, end) and end - start > 4:
        end -= len(_CHAIN) if chain.end() == start else 0  # 进入|昀泽汽车|供应链
    if text.startswith(_KIN, end) and text.endswith(_HOLDS, start, end) and not _elsewhere(text, start, end, _KIN) and end - start > 4:
        end -= len(_HOLDS)  # 岚城昀泽|控股子公司
    if _are_shares(text, start, end):
        end -= len(_SHARES)
    if end - start > 2 and not is_word(text[end - 2 : end]) and is_word(text[end - 1 : end + 2]):  # 昀泽脚|手架
        end += 2
    if (rewarded := _pattern("rewarded").match(text, start, end)) and not lookup(text[start : rewarded.end()]):
        start = rewarded.end()
    sort = _pattern("firm_sort").match(text, start, end)
    if sort and end - sort.end() > 1 and not is_full(text[start:end]) and strangeness(text[sort.end() : end]) >= _COINED:
        start = sort.end()  # 生鲜电商|昀果坊
    start = _behind_level(text, start, end)
    if (had := _pattern("haver").match(text, start, end)) and end - had.end() > 2:
        start = had.end()
    if _pattern("built_on").search(text, start, end) and text[start - 1 : start] in _AT:  # 在朝阳北路建设|研发中心
        return
    start += len(item[0]) if (item := _ITEM.match(text, start, end)) and end - item.end() > 3 else 0
    if text.endswith(_OWN, start, end) or _is_common(text, start, end) or (end - start < 5 and _MODEL.match(text, end)):
        return
    full = is_full(text[start:end])
    if not full and (text.startswith(_THEME, end) or _is_local_trade(text, start, end)):
        return
    if full and (tagged := _pattern("tagged").search(text, max(start - _LOOK, 0), start)):
        start = tagged.start()
    if not _is_many(text, start, end):
        yield start, end


def _are_shares(text: str, start: int, end: int) -> bool:
    """Whether 股份 behind a whole name is what is dealt in: 持有昀泽氢能|股份。; not where the firm is called so elsewhere."""
    head = text[start : end - len(_SHARES)]
    if not text.endswith(_SHARES, start, end) or len(head) < _LEAST_FIRM or not tail_only(head[-2:]):
        return False
    dealt = _DEALT_IN.search(text, max(start - 4, 0), start) and (_STOPS.match(text, end) or text[end].isdecimal())
    return bool(dealt) and all(_DEALT_IN.search(text, max(first - 4, 0), first) for first, _ in occurrences(text, text[start:end]))


def _behind_level(text: str, start: int, end: int) -> int:
    """Where the legal name of a firm begins behind the town where it is, or behind 县: 石板镇|昀泽玻璃有限公司, 县|昀泽食品有限公司."""
    if not text.endswith("有限公司", start, end):
        return start
    town = _TOWN.match(text, start - text.startswith("原", start - 1), end)  # 原康镇
    if town is not None and is_town(town[0]) and not lookup(town[0]):
        begin = town.end()
    elif text[start] in _LEVELS and not text[start - 1 : start].isalnum() and not any(is_word(text[start : start + n]) for n in (2, 3)):
        begin = start + 1 if not any(lookup(text[start : start + n]) for n in (2, 3)) else start
    else:
        return start
    head = core(text[begin:end])
    own = strangeness(head[:2]) == 1 or town is not None
    return begin if len(head) > 2 and own and head[1] not in _OF_STATE and not tail_only(head) else start


def _elsewhere(text: str, start: int, end: int, behind: tuple[str, ...]) -> bool:
    """Whether a name stands somewhere without these words behind it."""
    return any(not text.startswith(behind, last) for _, last in occurrences(text, text[start:end]))


def _before_deed(text: str, start: int, end: int) -> int:
    """昀峰钢铁|投资5000万元, 由昀峰水电|建设: before what a firm does, though firms have their names from it too."""
    deed = _pattern("deed").search(text, start, end)
    if deed is None or deed.start() - start < _LEAST_FIRM:
        return end
    money = deed[0] == "投资" and _SUM.match(text, end) is not None
    by = text.endswith("由", 0, start) and _STOPS.match(text, end) is not None and tail_only(text[deed.start() - 2 : deed.start()])
    built = _pattern("put_into").match(text, deed.start()) is not None
    elsewhere = any(not _SUM.match(text, last) for first, last in occurrences(text, text[start:end]) if first != start)
    return deed.start() if (money or by or built) and not elsewhere else end


def _is_common(text: str, start: int, end: int) -> bool:
    """Whether it is a piece of a word or run of the language: 数字化|浪潮, 高通|胀."""
    before = max(start - 4, 0)
    return any(before + m.start() <= start and end <= before + m.end() for m in _pattern("no_firm").finditer(text[before : end + 4]))


def _is_local_trade(text: str, start: int, end: int) -> bool:
    """Whether it tells what a place needs of a trade: 岚城电力|需求, 岚城电力|供应充足."""
    if _pattern("of_trade").match(text, end) is None:
        return False
    name = text[start:end]
    return any(lookup(name[:n]) and tail_only(name[n:]) for n in (2, 3, 4) if n < len(name))


def _organization(text: str, start: int, end: int) -> Iterator[Span]:
    if _pattern("fund").search(text, start, end):  # 昀泽货币基金|会保持
        return
    if (house := _pattern("together").search(text, start, end)) and house.end() - start > 3:
        end = house.end()
    if not _is_many(text, start, end):
        yield start, end


def _is_many(text: str, start: int, end: int) -> bool:
    """Whether it tells any of a country (中国公司, 美国大学) or hides which is meant (昀州某高校就业中心)."""
    return "某" in text[start:end] or _pattern("plural").fullmatch(text, start, end) is not None


def _person(text: str, start: int, end: int) -> Iterator[Span]:
    if text.startswith(_CHAIR, start - 2) or text.startswith("先生", end - 1):  # 轮值主席国|岚国总统, 方先|生
        return
    if comes := _pattern("comes").search(text, start, end + 8):
        if comes.start() == start:  # 副主席|来岚调研
            return
        end = comes.start() if start + 1 < comes.start() < end else end
    if end - start > 2 and _NO_JOIN.match(text, end):
        end += 1
    name = text[start:end]
    if "·" in name:
        start += name.startswith("的")
        both = name.find("和")
        if both > 0 and "·" in name[:both] and "·" in name[both:]:
            yield start, start + both
            yield start + both + 1, end
            return
        if end - start > 4 and _pattern("begins").match(text, end - 1) and name[-1] in "提砍说称来":
            end -= 1
    elif end - start == 3:
        ended = _goes_on(text, start, end - 1) or (name[-1] in "饰后" and text[end : end + 1] in tuple("，。、；）)"))
        too = _pattern("too").match(text, end - 1) and not _stands_else(text, name)  # 方波|亦表示
        if ended or too or (_pattern("adverbs").match(name[-1]) and text.count(name[:-1]) > text.count(name)):
            end -= 1
    elif end - start > 3 and (cut := next((at for at in (end - 2, end - 1) if _goes_on(text, start, at)), 0)):
        end = cut  # 方长河|兼任, 方长河|拉住
    yield start, end


def _goes_on(text: str, start: int, at: int) -> bool:
    """Whether a word that is no part of a name begins within it: 方长河|兼任; but a name of no surname may well end before 到 (昀合提|到)."""
    word = _pattern("begins").match(text, at)
    return word is not None and not (word[0].endswith("到") and text[start] not in surnames())


def _stands_else(text: str, name: str) -> bool:
    """Whether the name stands where what may be an adverb at its end cannot be one."""
    return any(_pattern("too").match(text, last - 1) is None for _, last in occurrences(text, name))


def _body(text: str, start: int, end: int) -> Iterator[Span]:
    """Without a 原 or 前 that no name begins with: 前|中央情报局, not 前海管理局."""
    if text.endswith("委政府", start, end):  # 县委|政府 are two
        end -= 2
    once = text[start] in "原前" and end - start > 4 and not any(lookup(text[start : start + n]) for n in (2, 3, 4))
    if once and (is_word(text[start + 1 : start + 3]) or lookup(text[start + 1 : start + 3])):
        start += 1
    yield start, end


def _place(text: str, start: int, end: int) -> Iterator[Span]:
    """Without the levels below it that are meant all together: 岚城市|县镇村."""
    levels = _LEVELS_BELOW.search(text, start, end)
    if levels is None or (levels.start() > start and lookup(text[start : levels.start()])):
        yield start, levels.start() if levels is not None else end


def _policy(text: str, start: int, end: int) -> Iterator[Span]:
    told = _TOLD_TO_ALL.search(text, start, end) or not _PUBLISHED.search(text, max(start - _ROW, 0), start)
    if not told or _PUBLISHED_AS.match(text, end):
        return
    if text.endswith(_LAWS, start, end) and not text.startswith("《", start):
        start += behind_verbs(text[start:end])
    papers = list(_PAPERS.finditer(text, start, end))
    if len(papers) > 1 and papers[0].start() == start and papers[-1].end() == end and "》《" in text[start:end]:
        yield from (m.span() for m in papers)
    else:
        yield start, end


_MENDS: Mapping[str, Callable[[str, int, int], Iterator[Span]]] = {
    "Project": _project,
    "Event": _event,
    "Company": _company,
    "Organization": _organization,
    "Person": _person,
    "Policy": _policy,
    "PublicBody": _body,
    "Place": _place,
}
_OF_OURS = frozenset(("Organization", "Place", "Project", "Event", "Company", "PublicBody"))  # whose names 我市 may stand before
