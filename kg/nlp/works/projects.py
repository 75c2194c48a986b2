"""Named projects, bases, plants and lines under construction."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.nlp.candidates import Candidate
from kg.nlp.words import cuts_word, is_loose
from kg.nlp.works.reach import Reach, generic, reach, starts_brand, tail_matcher
from kg.resources import lines

LONGEST = 36
_YIELD = re.compile(r"年(?:产|处理|加工|吞吐|出栏|存栏|回收|屠宰)[0-9一二三四五六七八九十百千万亿.]+")
_MONEY = re.compile(r"^[0-9.,一二三四五六七八九十百千万亿余多]+(?:美|欧|港)?元")
_COUNT = re.compile(r"^(?:[0-9]+|[一二三四五六七八九十两几多数百千]+|这|那|某|每|各|首|另)(?:余|多)?(?:个|条|座|项|批|大|处|类|家|期|亿级)")
_WITH = re.compile("^[0-9]+强|^以(?!旧|色列|岭)")  # 以甲项目、乙项目为…
_COUNT_INSIDE = re.compile(r"(?:[0-9]+|[两三四五六七八九十]+)[个条座项大](?=[\u4e00-\u9fff])")
_MONEY_BEFORE = re.compile(r"投资(?:约|近|超|逾)?[0-9.]+[亿万](?:美|欧|港)?元")
# What no name ends in though it looks so: 市政基础设施及配套工程, 粮库建设项目, 纺织集聚区项目.
_TOGETHER = re.compile(
    r"(?<=生产|研发|加工)[与和及](?=加工|销售|制造|应用|生产)|企业(?=总部|服务|孵化)|[及和与](?=配套|附属|基础设施|周边|延伸|改造|扩建|[\u4e00-\u9fff]{1,4}(?:开发|改造|利用|整治)(?:合作|建设)?项目)|集中(?:签约|开工)|(?:建设|规划|扩建|改建|新建|开发|实施|合作)(?=项目|工程)"
    r"|(?:集聚|合作|服务|规划|投资|保障|支持|开发|建设)(?=[区院所站园馆楼]|中心|平台|设施)"
)
# 投资1.3亿元的甲乙玉石精深加工、…: what money is put into is named without a word for its kind.
_TOGETHER_MADE = re.compile(r"年产[^，。；：！？\n、]{2,30}?(?:项目|生产线|工程)")  # 年产5吉瓦电池及组件项目
# 总投资5亿元的昀泽公司生猪养殖及饲料厂建设项目，: money before and a mark behind close it, whatever stands between.
_CLOSED = re.compile(
    r"投资(?:约|近|超|逾)?[0-9.]+[亿万](?:美|欧|港)?元的(?:[^，。；：！？\n]*?(?:公司|集团))?"
    r"(?P<name>(?:(?!项目|公司|[0-9]个|等)[^，。；：！？\n的]){4,34}?(?:项目|工程))(?=[，。；]|和总投资)"
)
_FUNDED = re.compile(
    r"投资(?:约|近|超|逾)?[0-9.]+[亿万](?:美|欧|港)?元的(?P<name>[^，。；、：“”！？\n的]{6,36}?)(?=[、，。；]|及由|以及|[0-9]+个|等[0-9]*个?(?:项目|重))"
)
# 投资5亿元建设智能工厂, 投资5亿元的第四水厂投入使用: what a sum is put into and what is built, where it ends like a work.
_BUILDS = re.compile(
    r"(?:(?<![在所])(?:建设|新建|兴建|投建|合建|共建|建成|打造|新上|[要拟再]上|设立|建立|上马)(?:了|一[条座个])?"
    r"|(?:建|建设|设立)(?:在|于)[^，。；：！？\n]{2,14}的|(?:亿|万)(?:美|欧|港|日)?元的|(?:用于|投向)(?:其在[^，。；：！？\n]{2,10}的|其|[^，。；：！？\n的]{2,4}的)?)$"
)
_BUILT_ENDS = re.compile(
    r"[，。；、：（”]|(?:一期|二期|三期)?(?:建设|项目|前期)?(?:[，。；、（”]|近日|日前|已|正|于|将|上月|本月|今年|去年|昨日|今日|进入|投产|投用|投入|点火|开工|封顶|奠基|落成|启用|总投资|占地|，)"
)
_SUM = re.compile(
    r"(?:投资|出资|投入|募集资金|募资|耗资|斥资|贷款|筹资|首期|造价|资金)[^，。；：！？\n]{0,8}[0-9.]+[亿万]|[0-9.]+[亿万](?:美|欧|港|日)?元(?:的|建|新建|投向|将?用于)|募集资金[^，。；：！？\n]{0,4}(?:用于|投向)"
)
_NO_WORK = re.compile(
    r"^(?:[0-9一二三四五六七八九十两几多数]+[个家座条项批处大多余]|[该本此各某其这那]|更多|现代化?|标准化?|世界|一流|全国|全球|国内|首[个条座家])|[的和与及等了]|公司|集团|企业|股份|资金|产业$|平台|体系|[，、；：。（）]|^[^“]*”|“[^”]*$"
)
# 昀泽产业园二期, without 项目 behind: a work and the stage of its building.
_STAGED = re.compile(
    r"(?<=园|厂|场|港|站|院|线|桥|矿|城|”)(?:[一二三四五]|[1-5])期(?=[，。；、（”]|建设|累计|一直|已|正|将|于|总投资|进入|投产|开工|完成|厂房|等|和|与)"
    r"|(?<=基地|码头|缆车|高速|水库|公寓|小区|加工|中心)(?:[一二三四五]|[1-5])期(?=[，。；、（”]|建设|累计|一直|已|正|将|于|总投资|进入|投产|开工|完成|厂房|等|和|与)"
)
_NO_PROJECT = re.compile(r"厂$|^(?:重大|大型)|企业|公司|集团|项目|工程|产业园|基地|[0-9]个|已|正在|将|缓建|停建")
_PHASE = re.compile(r"(?:[一二三四五]|首|[1-5])期$")
_AFTER = re.compile(r"(?:[一二三四五]期)?(?:项目|工程)(?!化|管理|经理|总|部|师|组|公司|清单)(?:[一二三四五]期)?")
_SURE = ("项目", "工程", "生产线", "产业园项目")
_BUILT = re.compile(
    r"[，,]?(?:全部建成|可实现|总投资|计划投资|开工|投产|签约|落户|位于|占地|竣工|正在|现场|建成|由|达产|预计|进展|推进|加紧|建设现场|建设$|建设[，。、为]|投资协议|合作协议|，投资|完成投资|封顶|揭牌|本月|刚刚)"
)
_LED = re.compile(
    r"位于[^，。]{2,12}的$|(?:深入|走访|查看|参观|投资|考察|调研|亿元的|万元的|投资的|来到|察看了?|走进|签约|引进|承建|总投资|建设|实施|打造|签署|关于)$"
)
_ROW = re.compile(r"[^，。；：！？\n、]{3,40}(?:、[^，。；：！？\n、]{3,40}){1,12}")
_NO_ITEM = re.compile(r"(?:公司|集团|企业|[区县市镇乡局委办会]|产业|领域|行业|学)$|^[0-9]+$")
_COVER = ("涵盖", "覆盖", "涉及", "聚焦")  # 涵盖甲、乙等产业项目 tells fields
_COUNTED = re.compile("[0-9一二三四五六七八九十两]+[个项]")  # 汽配项目10个
_POST = re.compile("[市县区镇乡]长|书记|主任|董事长|经理")
_MANY = re.compile("集中(?:开工|签约)|性$")  # 开发区集中开工第二批13个项目, 非生产性项目
# 甲钢宽厚板、乙新材料等重点项目: what stands in such a row is a project, whatever it ends with.
_CALLED = re.compile("等[0-9一二三四五六七八九十多余]*个?[\u4e00-\u9fff]{0,8}?项目")
_PLAIN = re.compile("等[0-9一二三四五六七八九十多余]*个?项目")
_URGENT = re.compile("开工|竣工|重大|重点|在建|签约|产业|招商")
_ITEMS = re.compile(r"(?:[^，。；：！？\n、等]{3,30}、){1,9}[^，。；：！？\n、等]{3,30}$")
_CODED = re.compile("[A-Z0-9]")
_DETERMINED = re.compile("[首一两]批|[各每该此本其最哪]|[百千]亿|亿级|级(?!芯|硅|双|高|别)|要|贯穿")
_NO_AFTER = re.compile(
    r"实施方案|方案|规划|办法|条例|行动|塑料|经理|部|师|总监|公司|化|组|清单|库|管理|资金|资本|负责|指挥部|单位|合作|学|院|大学|局|方|审批|投资(?![为约额超近0-9])|招商|类|机械|建筑|技术|造价|总承包"
)


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
        [*closed, *((m.start(), m.end() + 1) for m in _TOGETHER.finditer(text)), *(m.span() for m in _TOGETHER_MADE.finditer(text))],
    )
    matcher, words = tail_matcher("project_tails.txt")
    kinds, found = generic("project_nouns.txt"), list[Candidate]()
    for word, tail, end in matcher.find_matches_as_indexes(text):
        if _NO_AFTER.match(text, end) or _COUNTED.match(text, end):
            continue
        more = _AFTER.match(text, end)
        end = more.end() if more else end
        start = bounds.start(tail, LONGEST)
        for pattern in (_MONEY, _COUNT, _WITH):
            cut = pattern.match(text[start:tail])
            start += cut.end() if cut else 0
        counted = _COUNT_INSIDE.search(text, start, end)
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
        if len(head) < 2 or text[start - 1 : start] == "某" or head in kinds or text[start:end] in kinds:
            continue
        loose = is_loose(head)
        if (
            _POST.search(head)
            or _MANY.search(head)
            or ("项目" in head and not loose and "暨" not in head)
            or head.endswith(tuple(_sorts()))
        ):
            continue
        score = 0.4 if words[word].endswith(_SURE) or more else 0.25
        score += 0.35 if _YIELD.search(head) else 0.0
        score += 0.15 if any(p in places for p in range(start, tail)) and not loose else 0.0
        score += 0.15 if _PHASE.search(head) and len(head) > 4 else 0.0
        score += (0.1 if 4 <= len(head) <= 18 else 0.0) - (0.05 if not loose else 0.1)
        score += (0.08 if loose else 0.12) if head.endswith(_things()) and len(head) > 3 else 0.0
        score += 0.07 if len(head) > 4 and "、" in (text[start - 1 : start], text[end : end + 1]) else 0.0
        score += 0.2 if (start, end) in closed else 0.0
        score += 0.1 if _CODED.search(head) else 0.0
        score -= 0.2 if len(head) < 5 and at == start and head.endswith(("建设", "开发", "改造")) else 0.0
        score -= 0.15 if _DETERMINED.search(head) else 0.0
        score += 0.12 if _BUILT.match(text, end) else 0.0
        score += 0.1 if _LED.search(text[max(start - 8, 0) : start]) else 0.0
        score += 0.15 if loose and _MONEY_BEFORE.search(text, max(start - 30, 0), start) and len(head) > 3 else 0.0
        found.append(Candidate(start, end, "Project", "works:project", round(min(score, 0.92), 3)))
    found += [*_built(text), *_staged(text, bounds), *_called(text, found, bounds)]
    yield from found
    yield from _in_rows(text, found, bounds)
    for funded in _FUNDED.finditer(text):
        if not _NO_PROJECT.search(funded["name"]):
            yield Candidate(funded.start("name"), funded.end("name"), "Project", "works:funded", 0.72)


def _closed(text: str) -> Iterator[tuple[int, int]]:
    """Where the names that money and a mark close stand, there and wherever they come again."""
    for name in dict.fromkeys(m["name"] for m in _CLOSED.finditer(text)):
        yield from (m.span() for m in re.finditer(re.escape(name), text))


def _built(text: str) -> Iterator[Candidate]:
    """What money is put into and what is built: in a sentence that tells a sum, behind a verb of building or behind the sum itself."""
    matcher, _ = tail_matcher("project_works.txt")
    kinds = generic("project_nouns.txt")
    for _, tail, end in matcher.find_matches_as_indexes(text):
        if not _BUILT_ENDS.match(text, end):
            continue
        begin = max(text.rfind(mark, 0, tail) for mark in "。；！？\n") + 1
        stop = min((at for mark in "。；！？\n" if (at := text.find(mark, end)) >= 0), default=len(text))
        if not _SUM.search(text, begin, stop):
            continue
        for start in range(tail - 1, max(tail - 20, begin), -1):
            if _BUILDS.search(text, begin, start) and not cuts_word(text, start, start):
                head = text[start:tail]
                if (len(head) > 1 or end - tail > 2) and not _NO_WORK.search(head) and head not in kinds and text[start:end] not in kinds:
                    yield Candidate(start, end, "Project", "works:built", 0.72)
                break


def _staged(text: str, bounds: Reach) -> Iterator[Candidate]:
    """昀泽产业园二期."""
    for stage in _STAGED.finditer(text):
        start = bounds.start(stage.start(), LONGEST)
        head = text[start : stage.start()]
        if len(head) > 3 and not is_loose(head) and not _NO_WORK.search(head):
            yield Candidate(start, stage.end(), "Project", "works:staged", 0.75)


def _called(text: str, found: Iterable[Candidate], bounds: Reach) -> Iterator[Candidate]:
    """甲钢宽厚板、乙新材料等重点项目: the row says that they are projects; 等商贸项目 only where one of them is one by itself."""
    likely = {c.end for c in found if c.score >= 0.3}
    for called in _CALLED.finditer(text):
        row, urgent = _ITEMS.search(text, max(called.start() - 200, 0), called.start()), _URGENT.search(called[0])
        if row is None or row[0].startswith(_COVER) or not (urgent or any(row.start() < end <= row.end() for end in likely)):
            continue
        at, plain = row.start(), _PLAIN.fullmatch(called[0]) is not None
        for i, item in enumerate(row[0].split("、")):
            end = at + len(item)
            begin = at if i else max(bounds.start(end - 1, LONGEST), at)
            if end - begin > 2 and not _NO_ITEM.search(text, begin, end):
                yield Candidate(
                    begin,
                    end,
                    "Project",
                    "works:project-called",
                    (0.93 if text.endswith("园", begin, end) else 0.82) if urgent else 0.79 if plain else 0.68,
                )
            at = end + 1


def _in_rows(text: str, found: Iterable[Candidate], bounds: Reach) -> Iterator[Candidate]:
    """甲集聚区项目、乙大桥、丙水库工程等: where projects stand in a row, the other items are projects too, whatever they end with."""
    likely = {c.end: c for c in found if c.score >= 0.4}
    if len(likely) < 2:
        return
    for row in _ROW.finditer(text):
        items, at = list[tuple[int, int]](), row.start()
        for item in row[0].split("、"):
            end = at + len(item.partition("等")[0])
            items.append((likely[end].start if end in likely else at, end))
            at += len(item) + 1
        known = sum(end in likely for _, end in items)
        if known < 2 or 3 * known < len(items):
            continue
        for i, (start, end) in enumerate(items):
            end -= 2 if text.endswith("建设", start, end) else 0
            free = end in likely or (i > 0 and bounds.start(end - 1, LONGEST) <= start)
            if free and 4 <= end - start <= LONGEST and not _NO_ITEM.search(text, start, end):
                yield Candidate(start, end, "Project", "works:project-row", 0.66)
