"""Named projects, bases, plants and lines under construction."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from kg.nlp.candidates import Candidate
from kg.nlp.worded import patterns, word_list
from kg.nlp.words import cuts_word, is_loose, is_phrase
from kg.nlp.works.invested import find_invested
from kg.nlp.works.reach import Reach, generic, reach, starts_brand, tail_matcher
from kg.resources import lines
from kg.text import occurrences, small_number

LONGEST = 36
CALLED = "works:project-called"  # a row says that they are projects
_DIGITS, _MARKS = "0-9一二三四五六七八九十", r"，。；：！？\n"
_COUNT = "(?:[0-9]{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_INVESTED = "投资{nearly}?[0-9.]+[亿万]{foreign}?元"
_STAGE = "(?:[一二三四五]|[1-5])期"
_BEGUN_AT = f"[在于][^{_MARKS}、]{{2,20}}?{{moves_how}}*{{moves}}(?:[，。；]|$)"  # 甲智能工厂|在乙街道开工
# Patterns by name; {name} stands for the words of that name in `lexicons/project_words.yaml`, {<name} for a place behind one of them.
_PATTERNS = {
    "yield": f"年{{yields}}[{_DIGITS}百千万亿.]+",
    "power": "[0-9](?:兆瓦|万千瓦|吉瓦|千伏|MW|GW|kV)",  # 昀岭200兆瓦|风电场
    "item": r"^[0-9]{1,2}[.．](?![0-9])",
    "money": rf"^[{_DIGITS}百千万亿余多.,]+{{foreign}}?元",
    "count": "^(?:[0-9]+|[一二三四五六七八九十两几多数百千]+|{points})[余多]?{measures}",
    "with": "^[0-9]+强|^以(?!{with_not})",  # 以甲项目、乙项目为…
    "count_inside": "(?:[0-9]+|[两三四五六七八九十]+){measures_inside}(?=[\u4e00-\u9fff])",
    "money_before": _INVESTED,
    "together": (
        "{<made}[与和及](?={made_too})|企业(?={of_firms})|集中{at_once}|{building}(?={kinds})|{serving}(?={served})"
        f"|(?<=[路街道])[与和及][^{_MARKS}的、]{{1,5}}[路街道](?:交叉口|路口|路面|道路|路段|交汇处)[^{_MARKS}的、]{{0,10}}?(?=工程|项目)"
        "|{<joined}[及暨](?=[\u4e00-\u9fff]{2,10}?{works})|(?<=路)[与和](?=[\u4e00-\u9fff]{1,5}路{crossings})"
        "|[及和与](?={beside}|[\u4e00-\u9fff]{1,4}{done_to}{done_how}?项目)"
        # 甲研发中心及制造基地项目, 扩建及清淤工程, 经三路与纬六路路面提升工程, 运营总部
        "|{<joined_places}(?:及|与|和|暨)(?={joined_kinds}+{joined_places}{joined_works})|{joined_deeds}[及与和](?={joined_deeds}(?:工程|项目))"
        "|运营(?=总部|中心)"
    ),
    "together_made": f"年产[^{_MARKS}、等]{{2,30}}?{{kinds_made}}",  # 年产5吉瓦电池及组件项目
    "bought": f"{{buys}}(?:了|[{_DIGITS}两余多数]+条|{{of_makers}})*$",  # 引进5条国外先进的|生产线: a machine, no project
    "numbered": f"^第[{_DIGITS}百]+{{measures}}",  # 第7座跨江大桥
    "led_item": f"{{item_leads}}[^{_MARKS}、]*?的",  # 由甲公司实施的|乙项目
    # 总投资5亿元的昀泽公司生猪养殖及饲料厂建设项目，: money before and a mark behind close it, whatever stands between.
    "closed": (
        f"{_INVESTED}的(?:[^{_MARKS}]*?{{firms}})?(?P<name>(?:(?!{{closed_not}}|[0-9]个)[^{_MARKS}的]){{4,34}}?{{kinds}})(?=[，。；]|和总投资)"
    ),
    # 投资1.3亿元的甲乙玉石精深加工、…: what money is put into is named without a word for its kind.
    "funded": f"{_INVESTED}的(?P<name>(?:(?!{{row_goes_on}}|[0-9]+个|{_BEGUN_AT})[^{_MARKS}、“”的等]){{3,36}}?(?={{funded_does}})|[^{_MARKS}、“”的]{{6,36}}?(?=[、，。；]|{{row_goes_on}}|[0-9]+个|等[0-9]*个?{{row_kinds}}|{_BEGUN_AT}))",
    # 投资5亿元建设智能工厂, 投资5亿元的第四水厂投入使用: what a sum is put into and what is built, where it ends like a work.
    "builds": (
        f"(?:(?:(?<![在所])(?<!主要){{builds}}|{{<builds_here}}建)(?:了|一{{measures_of_one}})?|{{builds_at}}[在于][^{_MARKS}]{{2,14}}的|[亿万]{{foreign_any}}?元的"
        f"|{{spends_on}}(?:其在[^{_MARKS}]{{2,10}}的|其|[^{_MARKS}的]{{2,4}}的)?)$"
    ),
    "built_ends": "[，。；、：（”]|{first_stages}?{stage_words}?(?:[，。；、（”]|{work_does})",
    "sum": (
        f"(?:{{puts_in}}[^{_MARKS}]{{0,8}}|(?<!{{no_gift}})出)[0-9.]+[亿万]|[0-9.]+[亿万]{{foreign_any}}?元{{sum_for}}|募集资金[^{_MARKS}]{{0,4}}{{spends_on}}"
    ),
    "no_work": (
        "^(?:[0-9一二三四五六七八九十两几多数]+{measures_of_many}|{no_work_starts})|{no_work}|产业$|[，、；：。（）]|^[^“]*”|“[^”]*$"
    ),
    "staged": f"{{<staged}}{_STAGE}(?=[，。；、（”]|{{stage_does}})",  # 昀泽产业园二期, without 项目 behind
    # 昀泽有限公司|二期扩建项目: of a firm in its legal form, by its stage or by what is done alone.
    "of_firm": f"(?:有限公司|股份公司|[\u4e00-\u9fff]{{2}}集团)(?P<name>(?:{_STAGE}|{{of_firm}})+(?:建设)?{{kinds}}(?:{_STAGE})?)(?!(?!总投资){{kinds_not}})",
    "built_for": "(?:承建|施工|代建|总承包)[了的]?[\u4e00-\u9fff]{2,20}(?:公司|集团)$",  # 甲建工承建乙集团|总部大楼项目
    "costs": "(?:将|拟|计划|预计|总)*投资[额约近超为达]*[0-9]",  # “甲乙”工程|将投资3亿元
    "no_project": "厂$|.[在于].{2,20}{moves}$|^{no_project_starts}|{no_project}|[0-9]个",
    "phase": "[一二三四五首1-5]期$",
    "after": "(?:[一二三四五]期)?{kinds}(?!{kinds_not})(?:[一二三四五]期)?",
    "built": "[，,]?(?:{built}|建设(?:$|[，。、为])|，投资)",
    "led": "位于[^，。]{2,12}的$|{led}$",
    "row": f"[^{_MARKS}、]{{3,40}}(?:、[^{_MARKS}、]{{3,40}}){{1,12}}",
    "no_item": "{no_item}$|^[0-9]+$",
    "ends_row": "等|[两三四五六七八九十0-9]+[个大](?:重点|重大)?项目",
    "before_he": "{before_he}和[\u4e00-\u9fff]",
    "leads_name": "^{leads_name}",
    # 甲生产线和|乙年产2万吨硅锰合金等项目: the last two of a row, where the first of them ends like a work.
    "joined_items": (
        f"(?P<one>[^{_MARKS}、和以]{{3,30}}?(?:{{joined_deeds}}|{{joined_places}}|{{joined_more}}))(?:和|以及)(?P<other>[^{_MARKS}、和以]{{5,36}})"
    ),
    "counted": f"[{_DIGITS}两]+[个项]",  # 汽配项目10个
    "post": "{posts}",
    "many": "集中{at_once}|性$",  # 开发区集中开工第二批13个项目, 非生产性项目
    # 甲钢宽厚板、乙新材料等重点项目: what stands in such a row is a project, whatever it ends with.
    "called": f"(?:等[{_DIGITS}多余]*个?|(?<=[\u4e00-\u9fff期”]){_COUNT}[个大])[\u4e00-\u9fff]{{0,8}}?项目",
    # What stands in such a row is built where somebody goes to see it, or it is begun: 察看甲、乙、丙等项目.
    "plain": f"(?:等[{_DIGITS}多余]*个?|{_COUNT}[个大])项目",
    "done_to_works": "{done_to_works}(?:了)?",
    "are_built": "(?:集中|正式|先后|相继|已|成功|分别|同时|顺利)*{are_built}|，总投资",
    # 1.甲二期，投资5亿元；2.…: an item of a list with its sum.
    "listed": rf"(?:^|[\n；。：])\s*(?:[0-9]{{1,2}}[.．、]|[（(][{_DIGITS}]+[)）]|[一二三四五六七八九十]+、)(?P<name>[^{_MARKS}、]{{4,30}}?)[，,](?:计划|预计)?总?投资额?(?:约|近|超|逾)?[0-9.]+[亿万]",
    # “昀光里”文旅街区: what stands in quotes before such a word is its name.
    "quoted": "“(?P<own>[\u4e00-\u9fffA-Za-z0-9·]{2,10})”[\u4e00-\u9fff]{0,4}?{quoted_sites}(?![\u4e00-\u9fff]{0,4}(?:称号|荣誉|名单|牌))",
    "honours": "{honours}[^，。；“”]{0,16}$",
    "urgent": "{urgent}",
    "sites": "(?:施工|建设|工程)?(?:现场|工地)",
    "of_sort": f"等[{_DIGITS}多余]*个?(?:(?!{{means}})[\u4e00-\u9fff]){{0,4}}项目",
    "moves": "[，,]?{moves_how}+{moves}",
    "items": f"(?:[^{_MARKS}、等]{{3,30}}、){{1,9}}[^{_MARKS}、等]{{3,30}}$",
    "coded": "[A-Z0-9]",
    "sentence": "{sentence}|以$",
    "determined": "{determined}|级(?!{graded})",
    "no_after": "{no_after}|投资(?!{invested}|[0-9])",
}

_pattern = patterns("project_words", _PATTERNS)


def _words(name: str) -> tuple[str, ...]:
    return word_list("project_words", name)


@cache
def _things() -> tuple[str, ...]:
    """What is built or made, as the last word before 项目."""
    return tuple({*lines("lexicons", "company_tails.txt"), *lines("lexicons", "project_things.txt")})


@cache
def _sorts() -> frozenset[str]:
    """What says of which sort a project is, no more: 招商, 重点."""
    return frozenset(lines("lexicons", "project_sorts.txt"))


def find_projects(text: str, places: dict[int, int]) -> Iterator[Candidate]:
    """All proposals for projects with a name."""
    closed = set(_closed(text))
    bounds = reach(
        text,
        "project_starts.txt",
        [
            *closed,
            *((m.start(), m.end() + 1) for m in _pattern("together").finditer(text)),
            *(m.span() for m in _pattern("together_made").finditer(text)),
        ],
    )
    bounds = _with_names_in_he(bounds)
    matcher, words = tail_matcher("project_tails.txt")
    kinds, found = generic("project_nouns.txt"), list[Candidate]()
    for word, tail, end in matcher.find_matches_as_indexes(text):
        if _pattern("no_after").match(text, end) or _pattern("counted").match(text, end):
            continue
        more = _pattern("after").match(text, end)
        end = more.end() if more else end
        start = bounds.start(tail, LONGEST)
        for pattern in (_pattern("item"), _pattern("money"), _pattern("count"), _pattern("with")):
            cut = pattern.match(text[start:tail])
            start += cut.end() if cut else 0
        counted = _pattern("count_inside").search(text, start, end)
        if counted:  # 义县抽水蓄能三个项目: the name ends before its count
            if counted.end() < tail or counted.start() - start < 4:
                continue
            end = tail = counted.start()
        head = text[start:tail]
        at = start
        while at in places and at < tail:
            at = places[at]
        if at >= tail and not more:
            continue
        if at > start and text[at - 1] in "区园" and starts_brand(text, at):  # 昀山开发区|中联重科…基地: the zone is where it is
            start, head = at, text[at:tail]
        if len(head) < 2 or head[0] in "（(" or text[start - 1 : start] == "某" or head in kinds or text[start:end] in kinds:
            continue
        if _pattern("numbered").match(head) or (words[word].endswith("线") and _pattern("bought").search(text[max(start - 16, 0) : start])):
            continue
        loose = is_loose(head)
        if (
            _pattern("post").search(head)
            or _pattern("many").search(head)
            or ("项目" in head and not loose and "暨" not in head)
            or head.endswith(tuple(_sorts()))
            or _pattern("sentence").search(head)
        ):
            continue
        score = 0.4 if words[word].endswith(_words("sure")) or more else 0.25
        powered = words[word].endswith(_words("power_works")) and not head[0].isdigit() and _pattern("power").search(head) is not None
        score += 0.35 if powered or _pattern("yield").search(head) else 0.0
        score += 0.15 if any(p in places for p in range(start, tail)) and not loose else 0.0
        score += 0.15 if _pattern("phase").search(head) and len(head) > 4 else 0.0
        score += (0.1 if 4 <= len(head) <= 18 else 0.0) - (0.05 if not loose else 0.1)
        score += (0.08 if loose else 0.12) if head.endswith(_things()) and len(head) > 3 else 0.0
        score += 0.07 if len(head) > 4 and "、" in (text[start - 1 : start], text[end : end + 1]) else 0.0
        score += 0.2 if (start, end) in closed else 0.0
        score += 0.1 if _pattern("coded").search(head) else 0.0
        score -= 0.2 if len(head) < 5 and at == start and head.endswith(_words("deeds")) else 0.0
        score -= 0.15 if _pattern("determined").search(head) else 0.0
        score += 0.12 if _pattern("built").match(text, end) else 0.0
        score += 0.1 if _pattern("led").search(text[max(start - 8, 0) : start]) else 0.0
        score += 0.12 if head[0] == "“" and head[-1] == "”" and _pattern("costs").match(text, end) else 0.0
        score += 0.12 if _pattern("built_for").search(text, max(start - 28, 0), start) else 0.0
        score += 0.15 if loose and _pattern("money_before").search(text, max(start - 30, 0), start) and len(head) > 3 else 0.0
        found.append(Candidate(start, end, "Project", "works:project", round(min(score, 0.92), 3)))
    found += [*_built(text), *_staged(text, bounds), *_of_firm(text), *_quoted(text)]
    found += _listed(text, {c.end for c in found if c.score >= 0.4})
    found += [*_called(text, found, bounds), *find_invested(text, bounds)]
    yield from found
    yield from _in_rows(text, found, bounds)
    for funded in _pattern("funded").finditer(text):
        if not _pattern("no_project").search(funded["name"]):
            yield Candidate(funded.start("name"), funded.end("name"), "Project", "works:funded", 0.72)


def _with_names_in_he(bounds: Reach) -> Reach:
    """The edges without those in names like 仁和: one character and 和, right behind another edge, are no row."""
    text, edges = bounds.text, bounds.edges
    known = {0, *edges}
    inside = {e for e in edges if e > 1 and text[e - 1] == "和" and e - 2 in known and _pattern("before_he").match(text, e - 2)}
    return Reach([e for e in edges if e not in inside], text) if inside else bounds


def _closed(text: str) -> Iterator[tuple[int, int]]:
    """Where the names that money and a mark close stand, there and wherever they come again."""
    for name in dict.fromkeys(m["name"] for m in _pattern("closed").finditer(text)):
        yield from occurrences(text, name)


def _built(text: str) -> Iterator[Candidate]:
    """What money is put into and what is built: in a sentence that tells a sum, behind a verb of building or behind the sum itself."""
    matcher, _ = tail_matcher("project_works.txt")
    kinds = generic("project_nouns.txt")
    for _, tail, end in matcher.find_matches_as_indexes(text):
        if not _pattern("built_ends").match(text, end):
            continue
        begin = max(text.rfind(mark, 0, tail) for mark in "。；！？\n") + 1
        stop = min((at for mark in "。；！？\n" if (at := text.find(mark, end)) >= 0), default=len(text))
        if not _pattern("sum").search(text, begin, stop):
            continue
        for start in range(tail - 1, max(tail - 20, begin), -1):
            if _pattern("builds").search(text, begin, start) and not cuts_word(text, start, start):
                lead = _pattern("leads_name").match(text[start:tail])
                start += lead.end() if lead is not None and tail - start - lead.end() > 3 else 0  # 用于支持|甲中学改善项目
                head = text[start:tail]
                if (
                    (len(head) > 1 or end - tail > 2)
                    and not _pattern("no_work").search(head)
                    and head not in kinds
                    and text[start:end] not in kinds
                ):
                    yield Candidate(start, end, "Project", "works:built", 0.72)
                break


def _staged(text: str, bounds: Reach) -> Iterator[Candidate]:
    """昀泽产业园二期."""
    for stage in _pattern("staged").finditer(text):
        start = bounds.start(stage.start(), LONGEST)
        head = text[start : stage.start()]
        if len(head) > 3 and not is_loose(head) and not _pattern("no_work").search(head):
            yield Candidate(start, stage.end(), "Project", "works:staged", 0.75)


def _quoted(text: str) -> Iterator[Candidate]:
    """打造“昀光里”文旅街区, not 获评“魅力夜经济”示范街区."""
    for m in _pattern("quoted").finditer(text):
        if not _pattern("honours").search(text, max(m.start() - 16, 0), m.start()) and not is_phrase(m["own"]):
            yield Candidate(m.start(), m.end(), "Project", "works:quoted-site", 0.75)


def _of_firm(text: str) -> Iterator[Candidate]:
    """昀泽有限公司|二期项目, 昀泽有限公司|技改项目."""
    for m in _pattern("of_firm").finditer(text):
        if not _pattern("no_after").match(text, m.end()):
            yield Candidate(*m.span("name"), "Project", "works:of-firm", 0.75)


def _called(text: str, found: Iterable[Candidate], bounds: Reach) -> Iterator[Candidate]:
    """甲钢宽厚板、乙新材料等重点项目: the row says that they are projects; 等商贸项目 only where one of them is one by itself."""
    likely, kinds = {c.end for c in found if c.score >= 0.3}, generic("project_nouns.txt")
    for called in _pattern("called").finditer(text):
        row, urgent = _pattern("items").search(text, max(called.start() - 200, 0), called.start()), _pattern("urgent").search(called[0])
        moves = _pattern("of_sort").fullmatch(called[0]) and _pattern("moves").match(text, called.end())  # 等文旅项目|加快建设
        if row is None or row[0].startswith(_words("covers")):
            continue
        seen = _pattern("done_to_works").search(text, row.start(), row.start() + row[0].index("、")) is not None
        built = seen or urgent is not None or _pattern("are_built").match(text, called.end()) is not None
        if not called[0].startswith("等") and not built:
            continue  # 双杠、高低杠两个项目夺金 are no works
        sure = urgent or any(row.start() < end <= row.end() for end in likely)
        plain = _pattern("plain").fullmatch(called[0]) is not None
        at = _behind_verb(text, *row.span(), bounds)
        items = _items_of(text[at : row.end()], called[0])
        sites = seen and _pattern("sites").match(text, called.end()) is not None  # 来到甲酱料、乙泵站等项目|施工现场
        many = len(items) > 2 or row[0].count("、") > 1 or sites or not called[0].startswith("等")
        if not (sure or moves or (built and plain and many)):
            continue
        for i, item in enumerate(items):
            end = at + len(item)
            led = _pattern("led_item").match(text, at, end) if i else None
            begin = led.end() if led else at if i else max(bounds.start(end - 1, LONGEST), at)
            named = (sure or not is_loose(item)) and item not in kinds
            if end - begin > 2 and named and not _pattern("no_item").search(text, begin, end):
                yield Candidate(
                    begin,
                    end,
                    "Project",
                    CALLED,
                    (0.93 if text.endswith("园", begin, end) else 0.82) if urgent else 0.79 if plain else 0.68,
                )
            at = end + 1


def _items_of(row: str, called: str) -> list[str]:
    """The items of a row; one without 等 has as many as its count says, the last two joined by 和 perhaps, or else none that can be told.

    >>> _items_of("甲二期、乙基地和丙中心", "三个项目"), _items_of("甲二期、乙基地和丙中心", "等项目"), _items_of("甲二期、乙基地", "三个项目")
    (['甲二期', '乙基地', '丙中心'], ['甲二期', '乙基地和丙中心'], [])
    >>> _items_of("甲二期、昀山酱料生产线和沅畔铜箔年产2万吨硅锰", "等项目")
    ['甲二期', '昀山酱料生产线', '沅畔铜箔年产2万吨硅锰']
    """
    items = row.split("、")
    if called.startswith("等"):
        joined = _pattern("joined_items").fullmatch(items[-1])
        return [*items[:-1], joined["one"], joined["other"]] if joined is not None and len(items) > 1 else items
    number = small_number(re.split("[个大]", called)[0])
    if number == len(items) + 1:
        items = [*items[:-1], *re.split("[和与及]", items[-1], maxsplit=1)]
    return items if number == len(items) else []


def _listed(text: str, told: Collection[int]) -> Iterator[Candidate]:
    """1.甲二期，投资5亿元；2.乙基地，投资2亿元: items of a list with their sums, but those of which others know where they begin."""
    items = [m for m in _pattern("listed").finditer(text) if not _pattern("no_item").search(m["name"])]
    for item in items if len(items) > 1 else ():
        if item.end("name") not in told and "的" not in item["name"]:
            yield Candidate(*item.span("name"), "Project", "works:listed", 0.85)


def _behind_verb(text: str, start: int, end: int, bounds: Reach) -> int:
    """Where the row of projects begins in one of other names: 甲建工、乙集团将在丙投资建设|丁陆港二期、戊河治理."""
    at = start
    for item in text[start:end].split("、")[:-1]:
        begin = bounds.start(at + len(item) - 1, LONGEST)
        start = begin if begin > at and _pattern("builds").search(text, at, begin) else start
        at += len(item) + 1
    return start


def _in_rows(text: str, found: Iterable[Candidate], bounds: Reach) -> Iterator[Candidate]:
    """甲集聚区项目、乙大桥、丙水库工程等: where projects stand in a row, the other items are projects too, whatever they end with."""
    likely = {c.end: c for c in found if c.score >= 0.4}
    if len(likely) < 2:
        return
    for row in _pattern("row").finditer(text):
        items, at = list[tuple[int, int]](), row.start()
        for item in row[0].split("、"):
            end = at + len(_pattern("ends_row").split(item)[0])
            items.append((likely[end].start if end in likely else at, end))
            at += len(item) + 1
        known = sum(end in likely for _, end in items)
        if known < 2 or 3 * known < len(items):
            continue
        for i, (start, end) in enumerate(items):
            end -= 2 if text.endswith("建设", start, end) else 0
            free = end in likely or (i > 0 and bounds.start(end - 1, LONGEST) <= start)
            if free and 4 <= end - start <= LONGEST and not _pattern("no_item").search(text, start, end):
                yield Candidate(start, end, "Project", "works:project-row", 0.66)
