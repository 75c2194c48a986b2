"""Named projects, bases, plants and lines under construction."""

import re
from collections.abc import Iterator

from kg.nlp.candidates import Candidate
from kg.nlp.words import is_loose
from kg.nlp.works.reach import generic, reach, tail_matcher

LONGEST = 36
_YIELD = re.compile(r"年(?:产|处理|加工|吞吐|出栏|存栏|回收|屠宰)[0-9一二三四五六七八九十百千万亿.]+")
_MONEY = re.compile(r"^[0-9.,一二三四五六七八九十百千万亿余多]+(?:美|欧|港)?元")
_COUNT = re.compile(r"^(?:[0-9]+|[一二三四五六七八九十两几多数百千]+|这|那|某|每|各|首|另)(?:余|多)?(?:个|条|座|项|批|大|处|类|家|期|亿级)")
_COUNT_INSIDE = re.compile(r"(?:[0-9]+|[两三四五六七八九十]+)[个条座项大](?=[\u4e00-\u9fff])")
_MONEY_BEFORE = re.compile(r"投资(?:约|近|超|逾)?[0-9.]+[亿万](?:美|欧|港)?元")
_PHASE = re.compile(r"(?:[一二三四五]|首|[1-5])期$")
_AFTER = re.compile(r"(?:[一二三四五]期)?(?:项目|工程)(?!化|管理|经理|总|部|师|组|公司|清单)(?:[一二三四五]期)?")
_SURE = ("项目", "工程", "生产线", "产业园项目")
_BUILT = re.compile(
    r"[，,]?(?:总投资|计划投资|开工|投产|签约|落户|位于|占地|竣工|正在|现场|建成|由|达产|预计|进展|推进|加紧|建设现场|建设$|建设[，。]|投资协议|合作协议|，投资|完成投资|封顶|揭牌|本月|刚刚)"
)
_LED = re.compile(r"(?:亿元的|万元的|投资的|来到|察看了?|走进|签约|引进|承建|总投资|建设|实施|打造|签署|关于)$")
_NO_AFTER = re.compile(
    r"经理|部|师|总监|公司|化|组|清单|库|管理|资金|资本|负责|指挥部|单位|合作|学|院|大学|局|方|审批|投资|招商|类|机械|建筑|技术|造价|总承包"
)


def find_projects(text: str, places: dict[int, int]) -> Iterator[Candidate]:
    """All proposals for projects with a name."""
    bounds = reach(text, "project_starts.txt")
    matcher, words = tail_matcher("project_tails.txt")
    kinds = generic("project_nouns.txt")
    for word, tail, end in matcher.find_matches_as_indexes(text):
        if _NO_AFTER.match(text, end):
            continue
        more = _AFTER.match(text, end)
        end = more.end() if more else end
        start = bounds.start(tail, LONGEST)
        for pattern in (_MONEY, _COUNT):
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
        if len(head) < 2 or head in kinds or text[start:end] in kinds:
            continue
        loose = is_loose(head)
        score = 0.4 if words[word].endswith(_SURE) or more else 0.25
        score += 0.35 if _YIELD.search(head) else 0.0
        score += 0.15 if any(p in places for p in range(start, tail)) and not loose else 0.0
        score += 0.15 if _PHASE.search(head) and len(head) > 4 else 0.0
        score += 0.1 if 4 <= len(head) <= 18 and not loose else -0.1
        score += 0.12 if _BUILT.match(text, end) else 0.0
        score += 0.1 if _LED.search(text[max(start - 8, 0) : start]) else 0.0
        score += 0.15 if loose and _MONEY_BEFORE.search(text, max(start - 30, 0), start) and len(head) > 3 else 0.0
        yield Candidate(start, end, "Project", "works:project", round(min(score, 0.92), 3))
