"""Named meetings, forums, fairs and ceremonies."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.nlp.candidates import Candidate
from kg.nlp.words import cuts_word, is_counted, is_loose
from kg.nlp.works.ceremonies import find_ceremonies
from kg.nlp.works.continued import runs_on
from kg.nlp.works.held_events import find_held_events
from kg.nlp.works.hosted_events import find_hosted_events
from kg.nlp.works.known_events import SPIRIT, find_known_events
from kg.nlp.works.quoted_events import find_quoted_events
from kg.nlp.works.reach import Reach, generic, reach, tail_matcher
from kg.records import record
from kg.resources import lines

LONGEST = 42
HELD = "held"  # key of `Candidate.data`: a verb of holding stands before it
_TOLD, _DENIED = 0.5, 0.2  # from where on a name is told, and what says that it is none whoever else sees one
_SURE_OF_TWO = 0.5
_TITLE, _OF_WORK = 32, 8  # characters of a title before a name, and of the words between it and the last one
_FIRST = 24  # characters in which the number of an edition stands
LONGEST_OF_TWO = 80  # 甲项目暨乙市重大项目集中开工仪式
_ORDINAL = re.compile(r"(?:第[一二三四五六七八九十百零〇0-9]+[届次期回轮]|首届|[0-9]{4}年?|[一二三四五六七八九十]+届)")
_EDITION = re.compile(  # what makes a name of a common kind of event
    r"第[一二三四五六七八九十百零〇0-9]+(?:[届次轮季]|个(?=全国|世界|国际))|首[届次轮]|20[0-9]{2}(?:年|(?=[^0-9.．%％万亿]))|[一二三四五六七八九十]+届|[0-9一二三四五六七八九十百]+周年"
)
_NO_EDITION = re.compile("[0-9一二三四五六七八九十]月(?!饼)|季度|以来|期间|[上下]半年|[计规]划|方案|等")
_OTHER_PART = re.compile("暨|第[一二三四五六七八九十0-9]+(?:阶段|次)")  # 领导人第五次峰会|第三阶段会议
_ORDINAL_BEFORE = re.compile(r"(?:第[一二三四五六七八九十百0-9]+届|首届|[0-9]{4}年?)$")
_SCOPE = re.compile(r"^(?:全[国省市区县州]|中央|国务院|[省市区县州](?!民|场|内)|党的)")
_ACTS = ("集中签约", "集中开工", "集中开竣工", "路演", "展")  # acts as well as names
_PROPER = ("论坛", "峰会", "博览会", "大赛", "锦标赛", "决赛", "节", "年会", "马拉松")  # kinds of which each has its name
_YEAR_INSIDE = re.compile(r"(?<=[一-龥])(?<!暨)20[0-9]{2}年?(?=[一-龥“])")  # a headline that runs into the name
_SERIES = ("论坛", "峰会", "博览会", "联盟", "协会", "学会", "大会", "委员会", "节")  # 昀山论坛2026年年会
_PURPOSE = re.compile(  # what begins the name of a meeting though it is a verb: 主持召开深入推进昀山新区建设座谈会
    r"(?:新时代|进一步|深入|全面|扎实|加快|持续|大力|坚决|部分|推动|推进|促进|加强|支持|深化|服务|助力|学习贯彻|贯彻落实|纪念|庆祝)+$"
)
_CALLED = re.compile(r"(?:召开|举行|举办|主持|主办|承办|出席|参加)(?:了)?$")
_ANNIVERSARY = re.compile(r"[0-9一二三四五六七八九十百]+周年")
_FOUNDED = re.compile(
    r"(?:^|[，。；：！？、\n \u3000“]|纪念|庆祝|出席|参加|在|举行|召开|举办)((?:[一-龥（）()·A-Za-z]{2,24}?)(?:成立|创办|创刊|诞辰|逝世|建校|建市|建厂|建院|解放|胜利|开馆|通车))$"
)
_LINES_OF_WORK = re.compile("(?:组织|宣传)(?:思想|文化)*(?:工作|部长)")  # 全国组织工作会议
_OF_WORLD = re.compile(r"(?:教科文|经合|合作|上合|条约|卫生|贸易|旅游|知识产权|劳工|气象|海关|粮农)组织")
_OF_REGION = re.compile(r"[一-龥]{2,}[省市县区州]$")  # 某新区2024年…: the place is part of the name
_SEASON = re.compile(r"(?:宣传|学习|推进|参观|开展|推广|活动)[月周年日](?!前|内|来)")
_AROUND = re.compile(r"(?:举行|召开|举办|开幕|在[一-龥]{2,10}(?:举行|召开|举办|开幕))")
_PART_OF_ONE = re.compile(
    "[一二三特优]等奖|[金银铜]奖|[冠亚季]军|优[胜秀]奖|[开闭]幕[词辞]|欢迎[词辞]"
)  # 甲荣获大赛|一等奖, 乙致论坛|开幕辞: of one named before
_WORK = "工作"
_ROW = re.compile("(?:(?=全[国省市县区州镇乡])|(?<=暨))[一-龥]{2,10}(?:、[一-龥]{2,8})*、$")  # 全市信访、|安全稳定工作会议
_HOLDERS = re.compile("股东|董事|监事|全体|常务|常委会会议")  # by a statute they hold a meeting, no meeting of it
_HELD = re.compile(r"(?:召开|举行|举办|主办|承办|参加|出席)了?$")
_MANY = re.compile("等|一批|[0-9一二三四五六七八九十]+个(?!月)")  # 昀泽硅片等一批项目集中开工 is a deed
_GOES_ON = re.compile(r"[\u4e00-\u9fff]|[，,]总投资")
_BODY_MEETING = re.compile(
    r"(?:[一-龥]{0,14}?(?:人大|人大常委会|政协|政协常委会|政府|常委会|党组|深改委|人民代表大会)[一-龥]{0,6}第[一二三四五六七八九十百0-9]+次(?:[一-龥]{0,4})会议)"
)
_NUMBERED = re.compile("次[一-龥]{0,4}会议")
_WITH_ITS_STORY = 0.55  # a meeting called by ordinary words that the article shows to be one
_NO_CIRCLE = re.compile(
    r"(?:各|有关|相关|部分|小组|专题|这|该|此|多|一|两|首|次|前|全)|.*(?:小组|专题|系列|[各次场])$"
)  # 各部门座谈会 is any
_TRIM = re.compile(
    r"(?:以(?!旧|色列)|报(?=[一-龥]{2,4}[省市县区])|年|月|日|以来|[0-9]+日|(?<=[会坛式展间程动期])[上中下]|经(?!济|开|贸|信|营|销|典|纬|络)|自(?!贸|治|主|然|驾|由|动|行)|从(?!业|化|江|政|教)|而|继(?!续|承)|说(?!明|唱)|公司(?=第)|本公司|也|又|还|再|要|会|能|可|已|都|并|共|同|本次|一年一度|每|所有(?!制)|部分|有关|相关|各类|各种|一系列|系列|多场|数场|[一二三两四五0-9]+场|场)+"
)


def _named(head: str, name: str, places: bool, tail: str) -> float:
    """How much of a name the words before the kind of meeting are."""
    if name in generic("event_generic.txt") or len(head) < 2:
        return 0.0
    if head.endswith(("有限公司", "集团", "公司")) and len(head) > 4:  # 昀泽集团成立大会
        return 0.88
    if tail.endswith("论坛") and head.endswith(("官方", "网", "网络")):  # where people write
        return 0.0
    plain = is_loose(head) and not tail.endswith(_PROPER)
    score = 0.3 + 0.01 * min(len(head), 12) if plain else 0.4 + 0.02 * min(len(head), 12)
    if _ORDINAL.search(head):
        score += 0.3
    if tail.endswith(_PROPER) and not is_loose(head):  # 海丝博览会
        score += 0.1
    if _SCOPE.match(name) or places:
        score += 0.2
    if "“" in name or "·" in name or name.startswith("《"):
        score += 0.2
    return min(score, 0.92)


@record
class _Loose:
    """A meeting called by ordinary words: 党外人士|座谈会."""

    start: int
    tail: int
    end: int
    held: bool  # a verb of holding stands before it


def find_events(text: str, places: dict[int, int], headline: str = "") -> Iterator[Candidate]:
    """All proposals for meetings with a name; `headline` stands over the text and is no part of it."""
    found = list(_found(text, places, headline))
    yield from found
    yield from _of_two(text, found)


def _of_two(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Names of two meetings held as one, where what the first begins with cuts the second: 第二届“岚城卫士”表彰大会暨纪念章颁发仪式."""
    for joint in re.finditer("暨", text):
        first = [c for c in found if c.end == joint.start() and c.score >= _SURE_OF_TWO]
        second = [c for c in found if c.start <= joint.end() < c.end]
        if first and second:
            one, other = min(first, key=lambda c: c.start), max(second, key=lambda c: c.end)
            if one.start < other.start:
                yield Candidate(one.start, other.end, "Event", "works:event-joint", max(one.score, other.score))


def _found(text: str, places: dict[int, int], headline: str) -> Iterator[Candidate]:
    kinds = ((tail, end) for tail, end in _tails(text, "event_kinds.txt") if not cuts_word(text, tail, tail))  # 开|展会 of 开展会议
    tails = sorted({*_tails(text, "event_tails.txt"), *kinds})
    named = [end for tail, end in tails if text[tail:end] not in _common_kinds()]
    bounds: Reach = reach(
        text,
        "event_starts.txt",
        [
            *tails,
            *(m.span() for m in _SEASON.finditer(text)),
            *(m.span() for m in _LINES_OF_WORK.finditer(text)),
            *((m.start(), m.end() + 1) for m in _OF_WORLD.finditer(text)),
        ],
    )
    ended, loose = set(places.values()), list[_Loose]()
    for tail, end in tails:
        kind = text[tail:end]
        start = _start(text, bounds, tail, end, ended)
        held = _HELD.search(text, max(start - 4, 0), start) is not None
        if start >= tail or runs_on(text, tail, end) or (kind in _ACTS and _is_deed(text, start, tail, end, held)):
            continue
        if kind in _common_kinds() and not _is_edition(text, start, tail, named):
            continue
        head = text[start:tail]
        if text[start - 1 : start] == "、" and text.startswith("签", tail) and head.endswith(("公司", "集团", "银行")):
            start, head = tail, ""  # 甲与乙、丙集团|签约仪式
        if head.endswith("在") or is_counted(head):  # 主席甲在座谈会上, 一次人才洽谈会
            continue
        at_place = any(start <= p < tail for p in range(start, tail) if p in places)
        score = _named(head, text[start:end], at_place, kind)
        spirit = SPIRIT.match(text, end) is not None and not _ORDINAL.search(head)  # 落实国务院常务会议部署 is no visit to it
        score -= 0.2 if spirit else 0.0
        score += 0.15 if held and score > 0 and tail - start > 3 else 0.0
        score += 0.05 if score > 0 and _AROUND.match(text, end) else 0.0
        if 0 < score < _WITH_ITS_STORY and len(head) > 1 and kind.endswith("会"):
            loose.append(_Loose(start, tail, end, held))
        if score > 0:
            of_one = _PART_OF_ONE.match(text, end) is not None and not _EDITION.search(head)
            score = min(score, _DENIED) if (spirit and score < _TOLD) or of_one else min(score, 0.95)
            yield Candidate(start, end, "Event", "works:event", round(score, 3), {HELD: True} if held else {})
    yield from _with_their_story(text, loose, headline)
    yield from find_quoted_events(text)
    yield from find_ceremonies(text)
    yield from find_held_events(text)
    yield from find_hosted_events(text)
    yield from find_known_events(text, {end: start for start, end in places.items()})
    for match in _BODY_MEETING.finditer(text) if _NUMBERED.search(text) else ():
        start = bounds.start(match.end() - 6, LONGEST)
        if start <= match.start() + 14 and start < match.end() - 6:
            yield Candidate(start, match.end(), "Event", "works:session", 0.9)


def _start(text: str, bounds: Reach, tail: int, end: int, ended: set[int]) -> int:
    """Where the name begins whose last word stands from `tail` to `end`; `tail` itself where it reaches too far."""
    start = bounds.start(tail, LONGEST)
    if tail - start >= LONGEST:  # cut by the count of characters alone
        start = bounds.start(tail, LONGEST_OF_TWO) if "暨" in text[start:tail] else tail
    year = _YEAR_INSIDE.search(text, start, tail)
    if year and year.start() - start > 3 and year.start() not in ended and not _year_of_name(text[start : year.start()]):
        start = year.start()
    trimmed = _TRIM.match(text, start, tail)
    start = trimmed.end() if trimmed and not cuts_word(text, trimmed.end(), trimmed.end()) else start  # 可再|生
    start = _balanced(text, start, end)
    if text[start : start + 1] == "“" and (ordinal := _ORDINAL_BEFORE.search(text, max(start - 8, 0), start)):
        start = ordinal.start()
    if (
        text[start - 1 : start] == "、"
        and _WORK in text[start:end]
        and (row := _ROW.search(text, max(start - LONGEST, 0), start)) is not None
    ):
        return row.start()
    if text[start - 1 : start] == "》" and (work := _of_work(text, start, tail, end)) < start:
        return work
    return start if text[start:end] in generic("event_generic.txt") else _whole(text, start, text[tail:end])


def _of_work(text: str, start: int, tail: int, end: int) -> int:
    """Where the title opens that stands right before a meeting about it, or of its parties: 《昀地公约》第五次缔约方大会, 《昀山行》发布会."""
    if _HOLDERS.search(text, start, end) or (tail - start > _OF_WORK and not _ORDINAL.match(text, start)):
        return start
    opens = text.rfind("《", max(start - _TITLE, 0), start)
    return opens if opens >= 0 and "\n" not in text[opens:start] else start


def _with_their_story(text: str, loose: Iterable[_Loose], headline: str) -> Iterator[Candidate]:
    """Those meetings that the article shows to be one that was held: named in the headline as well, or taken up by its kind alone afterwards
    (召开党外人士座谈会 … 出席座谈会). 主持召开企业座谈会 and 各部门座谈会 stay what they are."""
    found = dict[str, list[_Loose]]()
    for one in loose:
        found.setdefault(text[one.start : one.end], []).append(one)
    for name, spans in found.items():
        first = next((s for s in spans if s.held), None)
        if first is None or _NO_CIRCLE.match(text, first.start, first.tail):
            continue
        kind = re.escape(text[first.tail : first.end])
        if name in headline or re.search(rf"(?:出席|参加|主持|(?:^|[，。\n])在)了?{kind}", text[first.end :]):
            yield from (Candidate(s.start, s.end, "Event", "works:event-told", _WITH_ITS_STORY) for s in spans)


def _whole(text: str, start: int, tail: str) -> int:
    """Before the verb or the body that a name begins with, where a verb of holding or a mark stands before that."""
    if (founded := _FOUNDED.search(text, max(start - 26, 0), start)) and _ANNIVERSARY.match(text, start):
        return founded.start(1)
    purpose = _PURPOSE.search(text, max(start - 16, 0), start)
    if (
        purpose is not None
        and tail.endswith(("会", "会议", "论坛"))
        and (purpose.start() == 0 or not text[purpose.start() - 1].isalnum() or _CALLED.search(text, 0, purpose.start()))
    ):
        return purpose.start()
    return start


@cache
def _common_kinds() -> frozenset[str]:
    return frozenset(lines("lexicons", "event_kinds.txt"))


def _tails(text: str, lexicon: str) -> Iterator[tuple[int, int]]:
    matcher, _ = tail_matcher(lexicon)
    return ((start, end) for _, start, end in matcher.find_matches_as_indexes(text))


def _is_edition(text: str, start: int, tail: int, named: list[int]) -> bool:
    """Whether the words before a common kind of event say which one it is: by number, year or anniversary; and are not the name of one already
    (第二届沅畔运动会|游泳比赛). `named` are the ends of names of other kinds."""
    head = text[start:tail]
    edition = _EDITION.search(head)
    if edition is None or edition.start() > _FIRST or len(head) - edition.end() == 1 or _NO_EDITION.search(head):
        return False
    if text.rfind("《", 0, start) > text.rfind("》", 0, start):
        return False
    last = named[i - 1] if (i := bisect_right(named, tail)) else 0
    return last <= start + edition.end() or _OTHER_PART.match(text, last) is not None


def _year_of_name(before: str) -> bool:
    return "暨" in before or before.endswith(_SERIES) or (len(before) < 9 and _OF_REGION.fullmatch(before) is not None)


def _is_deed(text: str, start: int, tail: int, end: int, held: bool) -> bool:
    """Whether 集中开工 says what is done and names no meeting."""
    many = not held and _MANY.search(text, start, tail) is not None
    there = text.startswith("集中", tail) and text.endswith("在", 0, start)  # 在昀山高新区集中开工
    return many or there or _GOES_ON.match(text, end) is not None or text.endswith("宣布", 0, start)


def _balanced(text: str, start: int, end: int) -> int:
    """Behind a bracket that closes inside the span without having been opened in it."""
    for opener, closer in (("（", "）"), ("“", "”")):
        close = text.find(closer, start, end)
        if close >= 0 and text.find(opener, start, close) < 0:
            start = close + 1
    return start
