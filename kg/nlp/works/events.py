"""Named meetings, forums, fairs and ceremonies."""

import re
from collections.abc import Iterable, Iterator

from kg.nlp.candidates import Candidate
from kg.nlp.words import cuts_word, is_counted, is_loose
from kg.nlp.works.ceremonies import find_ceremonies
from kg.nlp.works.quoted_events import find_quoted_events
from kg.nlp.works.reach import Reach, generic, reach, tail_matcher
from kg.records import record

LONGEST = 42
LONGEST_OF_TWO = 80  # 甲项目暨乙市重大项目集中开工仪式
_ORDINAL = re.compile(r"(?:第[一二三四五六七八九十百零〇0-9]+[届次期回轮]|首届|[0-9]{4}年?|[一二三四五六七八九十]+届)")
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
_OF_WORLD = re.compile(r"(?:教科文|卫生|贸易|旅游|知识产权|劳工|气象|海关|粮农)组织")
_OF_REGION = re.compile(r"[一-龥]{2,}[省市县区州]$")  # 某新区2024年…: the place is part of the name
_SEASON = re.compile(r"(?:宣传|学习|推进|参观|开展|推广|活动)[月周年日](?!前|内|来)")
_SHOWN = tuple("示览品区厅台位馆商出现开")  # 参观成果展示 is no fair
_SPOKEN = ("发言", "讨论", "交流")  # 作大会发言
_SPIRIT = re.compile(r"(?:以来)?(?:的?(?:精神|报告|部署|战略|要求|擘画|代表))")
_AROUND = re.compile(r"(?:举行|召开|举办|开幕|在[一-龥]{2,10}(?:举行|召开|举办|开幕))")
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
_PLENUM = re.compile(r"(?:党的|中共)?(?:十[一-龥]|二十)届[一二三四五六七]中全会")
_TRIM = re.compile(
    r"(?:以(?!旧|色列)|报(?=[一-龥]{2,4}[省市县区])|年|月|日|以来|[0-9]+日|(?<=[会坛式展间程动期])[上中下]|也|又|还|再|要|会|能|可|已|都|并|共|同|本次|一年一度|每|部分|有关|相关|各类|各种|一系列|系列|多场|数场|[一二三两四五0-9]+场|场)+"
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
    if "“" in name or "·" in name:
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
    matcher, words = tail_matcher("event_tails.txt")
    tails = matcher.find_matches_as_indexes(text)
    bounds: Reach = reach(
        text,
        "event_starts.txt",
        [
            *((tail, end) for _, tail, end in tails),
            *(m.span() for m in _SEASON.finditer(text)),
            *((m.start(), m.end() + 1) for m in _OF_WORLD.finditer(text)),
        ],
    )
    ended, loose = set(places.values()), list[_Loose]()
    for word, tail, end in tails:
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
        start = start if text[start:end] in generic("event_generic.txt") else _whole(text, start, words[word])
        held = _HELD.search(text, max(start - 4, 0), start) is not None
        if text[end - 1] == "展" and text[end : end + 1] in _SHOWN:
            continue
        if words[word] == "大会" and text.startswith(_SPOKEN, end):
            continue
        if start >= tail or (words[word] in _ACTS and _is_deed(text, start, tail, end, held)):
            continue
        head = text[start:tail]
        if text[start - 1 : start] == "、" and text.startswith("签", tail) and head.endswith(("公司", "集团", "银行")):
            start, head = tail, ""  # 甲与乙、丙集团|签约仪式
        if head.endswith("在") or is_counted(head):  # 主席甲在座谈会上, 一次人才洽谈会
            continue
        at_place = any(start <= p < tail for p in range(start, tail) if p in places)
        score = _named(head, text[start:end], at_place, words[word])
        score -= 0.2 if _SPIRIT.match(text, end) and not _ORDINAL.search(head) else 0.0  # 落实国务院常务会议部署 is no visit to it
        score += 0.15 if held and score > 0 and tail - start > 3 else 0.0
        score += 0.05 if score > 0 and _AROUND.match(text, end) else 0.0
        if 0 < score < _WITH_ITS_STORY and len(head) > 2 and words[word].endswith("会"):
            loose.append(_Loose(start, tail, end, held))
        if score > 0:
            yield Candidate(start, end, "Event", "works:event", round(min(score, 0.95), 3))
    yield from _with_their_story(text, loose, headline)
    yield from find_quoted_events(text)
    yield from find_ceremonies(text)
    for match in _PLENUM.finditer(text):
        yield Candidate(match.start(), match.end(), "Event", "works:plenum", 0.95)
    known, _ = tail_matcher("event_known.txt")
    for _, start, end in known.find_matches_as_indexes(text):
        if not cuts_word(text, start, end) and not _SPIRIT.match(text, end):
            yield Candidate(start, end, "Event", "works:event-known", 0.75)
    for match in _BODY_MEETING.finditer(text) if _NUMBERED.search(text) else ():
        start = bounds.start(match.end() - 6, LONGEST)
        if start <= match.start() + 14 and start < match.end() - 6:
            yield Candidate(start, match.end(), "Event", "works:session", 0.9)


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


def _year_of_name(before: str) -> bool:
    return "暨" in before or before.endswith(_SERIES) or (len(before) < 9 and _OF_REGION.fullmatch(before) is not None)


def _is_deed(text: str, start: int, tail: int, end: int, held: bool) -> bool:
    """Whether 集中开工 says what is done and names no meeting."""
    many = not held and _MANY.search(text, start, tail) is not None
    return many or _GOES_ON.match(text, end) is not None or text.endswith("宣布", 0, start)


def _balanced(text: str, start: int, end: int) -> int:
    """Behind a bracket that closes inside the span without having been opened in it."""
    for opener, closer in (("（", "）"), ("“", "”")):
        close = text.find(closer, start, end)
        if close >= 0 and text.find(opener, start, close) < 0:
            start = close + 1
    return start
