"""Public bodies: the forms of `kg.jurisdiction` behind a division or a word for one (无锡市委, 市发展改革委, 乌衣镇政府, 琅琊经开区管委会),
central bodies, organs of other countries, and parts of bodies (市公安局张店分局, 市政府党组).

Groups (各部门, 市领导) are no bodies. A form without a division counts only in a row behind one (市委、政府; 省发改委、工信厅), where it gets that
division, or, weakly, before a post (统战部部长).
"""

import re
from collections.abc import Iterator
from functools import cache

import ahocorasick_rs
from spacy.language import Language
from spacy.tokens import Doc

from kg import divisions, jurisdiction
from kg.nlp import gazetteer, zones
from kg.nlp.candidates import Candidate, propose, proposed, text_of
from kg.nlp.short_countries import before_organ
from kg.nlp.village_bodies import village_bodies
from kg.nlp.words import cuts_word, is_word
from kg.records import record
from kg.resources import lines
from kg.text import HAN

_OF_ZONES = ("管委会", "管理委员会", "党工委")
_RULING = "中共"  # 市委 means its committee without it
_TOWN_WORDS = ("镇", "乡", "街道", "苏木")
_PLURAL = re.compile(
    r"(?:[各全两多每某个外村社小设城股]|有关|相关|各[级地]|所在地|(?:各|有关|相关)[省市县区镇乡街道（）、和及]{1,8})$"
)  # 各市, 全市, 各县（市）区, 各有关省; 社区, 设区市
_UNIT_WORDS = frozenset("省市区县乡镇")
_ROW = re.compile(rf"[、和与及]|以及|、(?:[{HAN}]{{2,7}}、){{1,2}}")  # 市委办、工业集中区、工信局
_COMMITTEE = re.compile(rf"(?:常委会)?[{HAN}]{{2,6}}?(?:工委|专委会|委员会|委)(?=副?主任|委员|办公室)")  # 省人大|财经委主任
_INNER = re.compile(rf"[{HAN}]{{2,6}}?(?:监管分局|分局|交管局|支队|大队|总队|派出所)|政治部(?=副?主任)")
# 国土资源昀山分局, 公安西湖分局: the trade of the department stands before the division.
_TRADE_BRANCH = re.compile(
    rf"(?:国土资源|国土|规划|自然资源|生态环境|环保|公安|国税|地税|税务|工商|质监|食药监|市场监管|住建|城管|教育|交警)([{HAN}]{{2,6}}?)(?:分局|支队|大队)"
)
_COMMITTEE_OF = re.compile(rf"中共[{HAN}（）]{{2,24}}?(?:大学|学院|学校|中学|医院|集团|公司|银行|[局厅院厂])(?:纪律检查)?委员会")
# 市十五届人大常委会, 政协第六届昀山市委员会, 中共昀山市第五届委员会: not the meetings that are called after them.
_OF_TERM = re.compile(
    rf"(?P<head>[{HAN}]{{1,10}}?)第?[一二三四五六七八九十\d]{{1,3}}届(?:人大常委会|人民代表大会常务委员会|人大|人民代表大会|政协)(?!常|第?[一二三四五六七八九十\d]+次|代表|闭幕|开幕)"
    rf"|(?:政协|中国人民政治协商会议|中共|中国共产党)(?:第[一二三四五六七八九十\d]{{1,3}}届(?P<of>[{HAN}]{{2,10}}?)|(?P<by>[{HAN}]{{2,10}}?)第[一二三四五六七八九十\d]{{1,3}}届)委员会(?:书记处)?(?!第?[一二三四五六七八九十\d]+次|常)"
)
_OF_ALL = ("全国", "中央")
_GROUP = re.compile(r"党组(?!会|班)")  # 市政府党组; the 党委 of a department goes with the post: 市国资委|党委书记
# 国家发展改革委能源局, 省政府法制办: an office of a central body or a government.
_OFFICE = re.compile(
    rf"[{HAN}]{{2,8}}?(?:(?<!公)司|局|指挥部办公室|办公室|新闻办|金融办|领导小组|委员会|指挥部|法制办|规划委)(?=[{HAN}]{{0,2}}[长任]|[，。、；（）“”：\n和]|$)"
)
_HAS_OFFICES = ("政府", "国务院", "证监会", "总局", "总署", "教育部", "财政部", "国家发展改革委", "国家发改委", "国家文物局", "国家能源局")
_OF_GOVERNMENTS = ("办", "委", "局", "办公室")
_AWAY = re.compile(rf"驻[{HAN}]{{1,4}}?(?:办事处|联络处|代表处)")  # 省政府驻广东办事处
_SENT = re.compile(rf"(?:派)?驻[{HAN}]{{2,16}}?纪检监察组")  # 市纪委监委|驻市国资委纪检监察组
_HAS_PARTS = ("人大", "政协", "局", "委", "厅", "院", "部", "署", "会", "办")
_INNER_STOP = re.compile(
    r"副|长|任|提请|人大|政协|[的和与及等对将向在]|有关|相关|负责|组织|联合|开展|印发|发布|近日|昨日|加强|召开|举行|局长|书记|主任"
)
_POST = re.compile(r"(?:常务|第一|党组)?副?(?:部长|书记|主任|局长|厅长|秘书长|司令员|参谋长|政委|政治委员|(?<=[部局])长(?!期|远|效|足|达))")
_BARE_BEFORE_POST = frozenset({"组织部", "宣传部", "统战部", "社会工作部", "政法委", "纪委", "监委", "网信办", *jurisdiction.GARRISONS})
_ALSO = re.compile("(?:常务|第一)?副?(?:总理|首相|总统|主席|大臣)兼$")  # 越南副总理兼|财政部长
_ALSO_REACH = 8
_OWN_COUNTRY = ("中国", "中华人民共和国", "新中国")
_LIST_MARKS = ("、", "，", "和")
_LIST_REACH = 24  # characters of a post and a name or two
_SENTENCE_END = re.compile(r"[。！？；\n]")
_NAME_RUN = re.compile(rf"[{HAN}]+$")
_AT_EDGE = frozenset("，、。；：（）“”《》 \n·")


@record
class _Pattern:
    """What a phrase of the automaton is: `central`, `word` (市 + form), `form` (behind a division), `foreign` (behind a country)."""

    kind: str
    word: str
    form: str


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[str], list[_Pattern]]:
    phrases: dict[str, _Pattern] = {}
    for form in lines("lexicons", "body_foreign.txt"):
        phrases[form] = _Pattern("foreign", "", form)
    for after, forms in jurisdiction.forms().items():
        phrases[after] = _Pattern("form", "", after)
        for word in jurisdiction.WORDS:
            if word == "地" and not after.startswith("委"):
                continue  # 地委, but 各地|金融监管局
            if any(f.before or f.fits(word) for f in forms):
                phrases[word + after] = _Pattern("word", word, after)
    for form in _BARE_BEFORE_POST:
        phrases.setdefault(form, _Pattern("bare", "", form))
    for name in jurisdiction.central():
        if len(name) > 1:
            phrases[name] = _Pattern("central", "", name)
    names = sorted(phrases)
    return ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), names, [phrases[n] for n in names]


@cache
def _foreign_forms() -> frozenset[str]:
    return frozenset(lines("lexicons", "body_foreign.txt"))


@cache
def _befores() -> dict[str, tuple[str, ...]]:
    """Form → what may stand before its division (国家税务总局 … 税务局)."""
    return {
        after: tuple(sorted({f.before for f in forms if f.before}, key=len, reverse=True)) for after, forms in jurisdiction.forms().items()
    }


@cache
def _not_followed() -> list[tuple[str, re.Pattern[str]]]:
    rows = (row.partition(">") for line in lines("lexicons", "body_edges.txt") for row in line.split())
    return [(end, re.compile(follows)) for end, _, follows in rows]


def candidates(text: str) -> list[Candidate]:
    """All bodies proposed for a text.

    >>> text = "市委、市政府和无锡市发展改革委、琅琊经开区管委会，国家发展改革委"
    >>> [text[c.start:c.end] for c in candidates(text)]
    ['市委', '市政府', '无锡市发展改革委', '琅琊经开区管委会', '国家发展改革委']
    """
    automaton, _, patterns = _automaton()
    found: list[Candidate] = []
    last: tuple[int, str] | None = None  # where the last body ended, and what stands before its form: for rows
    for i, start, end in automaton.find_matches_as_indexes(text):
        pattern = patterns[i]
        if pattern.form == "委" and text.startswith("委员会", end - 1):  # 政协|海南省|委员会
            pattern, end = _Pattern("word", pattern.word, "委员会"), end + 2
        if _runs_on(text, pattern.form, end):
            continue
        match = (
            _foreign(text, pattern, start, end)
            or _located(text, pattern, start, end)
            or _once(text, pattern, start, end)
            or _row(text, pattern, start, last)
            or _bare(text, pattern, start, end)
            or _listed(text, pattern, start, end, last)
        )
        if match is None:
            continue
        candidate, head = match
        found.append(candidate)
        part = _part(text, candidate)
        if part is not None:
            found.append(part)
        stops = (part or candidate).end
        if head is not None and not (last is not None and last[0] == stops and last[1].endswith(head)):  # 锡东|新区党工委
            last = stops, head
    return found + list(_trade_branches(text)) + list(_committees(text)) + list(_of_terms(text)) + list(_sent(text, found))


def _sent(text: str, found: list[Candidate]) -> Iterator[Candidate]:
    """What a commission for discipline has at another body, with the commission that is named before it."""
    for match in _SENT.finditer(text) if "纪检监察组" in text else ():
        by = next((c for c in found if c.end == match.start()), None)
        data = {k: f"{v}{match[0]}" for k, v in by.data.items() if k == "full"} if by is not None else {}
        yield Candidate(by.start if by is not None else match.start(), match.end(), "PublicBody", "bodies:sent", 0.97, data)


def _once(text: str, pattern: _Pattern, start: int, end: int) -> tuple[Candidate, str | None] | None:
    """于都县|原|政协副主席, 县|原|国土资源局: a body that was called so, or whose post is over."""
    if pattern.kind != "form" or not text.endswith("原", 0, start) or start < 2:
        return None
    begin = gazetteer.ending_at(text, start - 1)
    if begin is None and text[start - 2] in _UNIT_WORDS and not _plural(text, start - 2):
        begin = start - 2
    head = text[begin : start - 1] if begin is not None else ""
    if begin is None or not _stands_alone(pattern.form, head):
        return None
    return Candidate(begin, end, "PublicBody", "bodies:once", 0.95, {"full": head + pattern.form}), head


def _trade_branches(text: str) -> Iterator[Candidate]:
    for match in _TRADE_BRANCH.finditer(text):
        if divisions.lookup(match[1]):
            yield Candidate(match.start(), match.end(), "PublicBody", "bodies:trade-branch", 0.9)


def _of_terms(text: str) -> Iterator[Candidate]:
    """A congress, a conference or a committee with the number of its term.

    >>> text = "任命为市十五届人大常委会副主任、政协第六届无锡市委员会副主席"
    >>> [text[c.start:c.end] for c in _of_terms(text)]
    ['市十五届人大常委会', '政协第六届无锡市委员会']
    """
    for match in _OF_TERM.finditer(text) if "届" in text else ():
        start = match.start()
        if match["head"] is not None:
            end = match.end("head")
            begin = gazetteer.ending_at(text, end)
            if begin is None and text[end - 1] in _UNIT_WORDS and not _plural(text, end - 1):
                begin = end - 1
            if begin is None:
                continue
            start = begin
        elif (of := match["of"] or match["by"]) not in _OF_ALL and not divisions.lookup(of):
            continue
        yield Candidate(start, match.end(), "PublicBody", "bodies:term", 0.97)


def _committees(text: str) -> Iterator[Candidate]:
    """中共白帆大学委员会: the committee of a house."""
    for match in _COMMITTEE_OF.finditer(text):
        yield Candidate(match.start(), match.end(), "PublicBody", "bodies:committee", 0.97)


def _runs_on(text: str, form: str, end: int) -> bool:
    return any(follows.match(text, end) for follows in _not_behind(form))


@cache
def _not_behind(form: str) -> list[re.Pattern[str]]:
    return [follows for tail, follows in _not_followed() if form.endswith(tail)]


def _foreign(text: str, pattern: _Pattern, start: int, end: int) -> tuple[Candidate, str | None] | None:
    """An organ behind the name of a country: 美国财政部, 美财政部."""
    if pattern.word or pattern.form not in _foreign_forms():
        return None
    size = next((n for n in range(min(7, start), 1, -1) if text[start - n : start] in gazetteer.countries()), None)
    if size is None and (country := before_organ(text, start, pattern.form)) is not None:
        return Candidate(start - 1, end, "PublicBody", "bodies:foreign", 0.95, {"full": country + pattern.form}), None
    return (Candidate(start - size, end, "PublicBody", "bodies:foreign", 0.95), None) if size else None


def _located(text: str, pattern: _Pattern, start: int, end: int) -> tuple[Candidate, str | None] | None:
    """A form with its division, its word, or none needed."""
    if pattern.kind == "central":
        if pattern.form.startswith("党") and _han(text, start - 1) and text[start - 1] in "公工":  # 致公党中央
            return None
        if len(pattern.form) == 2 and (
            cuts_word(text, start, end) or (_han(text, start - 1) and text[start - 1] not in "向由与和及经对从在是据，")
        ):
            return None
        if text.endswith("州", 0, start) and gazetteer.ending_at(text, start) is None:
            return None  # 昀比西州农业部, 该州农业部
        if (also := _ALSO.search(text, max(start - _ALSO_REACH, 0), start)) is not None and (
            country := _country_before(text, also.start())
        ):
            return Candidate(start, end, "PublicBody", "bodies:foreign", 0.95, {"full": country + pattern.form}), None
        return Candidate(start, end, "PublicBody", "bodies:central", 0.96), None
    if pattern.kind in ("foreign", "bare"):
        return None
    head_end = end - len(pattern.form)
    begin = _division_before(text, head_end, pattern)
    part_of_zone = begin is not None and pattern.form in _OF_ZONES and not _is_zone(text[begin:head_end])
    if begin is not None and part_of_zone:
        begin = _zone_before(text, begin)  # 天府新区|眉山|管委会
        if begin is None and pattern.kind != "word":
            return None
    if begin is not None:
        head = text[begin:head_end]
        before = next((b for b in _befores().get(pattern.form, ()) if text.endswith(b, 0, begin)), "")
        if not before and len(head) == 2 and (cuts_word(text, begin, begin) or _is_obscure(text, begin, head_end)):
            return None
        if not before and not part_of_zone and not _stands_alone(pattern.form, head):
            return None
        source = "bodies:division-bank" if before.endswith(("人民银行", "央行", "人行")) else "bodies:division"
        return Candidate(begin - len(before), end, "PublicBody", source, 0.97 if before or len(head) > 1 else 0.9), head
    if pattern.kind == "word":
        begin = gazetteer.ending_at(text, start)  # 郴州|地委, 中卫|县…局: as it was called then
        if begin is not None and text.startswith(pattern.word, start - 1) and _stands_alone(pattern.form, text[begin:start]):
            full = text[begin:start] + pattern.form  # 昀山县|县委
            return Candidate(begin, end, "PublicBody", "bodies:division-word", 0.95, {"full": full}), text[begin:start]
        if begin is not None and not text.startswith(pattern.word, start - 1) and not is_word(text[begin:start]):
            return Candidate(begin, end, "PublicBody", "bodies:division-old", 0.9), text[begin:head_end]
    if pattern.kind == "word" and not _plural(text, start) and not _abroad(text, start) and _stands_alone(pattern.form, pattern.word):
        party = next((b for b in _befores().get(pattern.form, ()) if len(b) > 1 and b != _RULING and text.endswith(b, 0, start)), "")
        return Candidate(start - len(party), end, "PublicBody", "bodies:word", 0.95), pattern.word  # 民建|省委
    return None


def _country_before(text: str, end: int) -> str | None:
    """The other country whose name ends there: 越南|副总理兼财政部长."""
    size = next((n for n in range(min(7, end), 1, -1) if text[end - n : end] in gazetteer.countries()), 0)
    country = text[end - size : end]
    return country if size and country not in _OWN_COUNTRY else None


def _division_before(text: str, end: int, pattern: _Pattern) -> int | None:
    """Where the division, town or zone begins that ends at `end`."""
    begin = gazetteer.ending_at(text, end)
    if begin is None and text.endswith(_TOWN_WORDS, 0, end):
        begin = gazetteer.town_ending_at(text, end)
        if begin is not None and ((end - begin < 3 and _han(text, begin - 1)) or cuts_word(text, begin, begin)):
            begin = None  # 部|分乡镇
    if begin is None and (pattern.form in _OF_ZONES or jurisdiction.of_zones(pattern.form)):
        zone = zones.ending(text, end)
        if zone is not None:
            begin = zone.start
        elif pattern.form in _OF_ZONES:
            begin = zones.word_ending_at(text, end)
    return begin


def _is_zone(name: str) -> bool:
    """Whether it is a zone, a town or a deictic word: a city, county or province has no 管委会."""
    units = divisions.lookup(name)
    return not units or name.endswith(("区", *_TOWN_WORDS)) or any(u.level == "zone" for u in units)


def _of_no_zone(form: str, head: str) -> bool:
    """Whether the form is one of zones and what is named before no zone: no 市 has a 管委会."""
    return form in _OF_ZONES and ((len(head) == 1 and head != "区") or not _is_zone(head))


def _abroad(text: str, start: int) -> bool:
    """法国南特|市政府, 美国夏威夷州毛伊|县政府: the word belongs to a name abroad that no list has."""
    run = _NAME_RUN.search(text, max(start - 10, 0), start)
    if run is None or run[0][-1] in gazetteer.stop_characters():
        return False
    return any(not f.units and f.text not in gazetteer.regions() and f.text != "中国" for f in gazetteer.scan(run[0]))


def _zone_before(text: str, end: int) -> int | None:
    zone = zones.ending(text, end)
    if zone is not None:
        return zone.start
    size = next((n for n in range(min(8, end), 2, -1) if text[end - n : end] in gazetteer.landmarks()), None)
    return end - size if size else None


def _is_obscure(text: str, begin: int, end: int) -> bool:
    """Whether two characters inside a run of others are but the short name of a county: 奥|巴马|政府."""
    units = divisions.lookup(text[begin:end])
    return min((len(u.code) for u in units), default=0) > 4 and _han(text, begin - 1) and text[begin - 1] not in gazetteer.stop_characters()


def _stands_alone(form: str, head: str) -> bool:
    """Whether the form may follow this division without anything before it (分行 may not)."""
    forms = [f for f in jurisdiction.forms()[form] if not f.before]
    return any(f.fits(name) for name in (head, *(u.name for u in divisions.lookup(head))) for f in forms)


def _plural(text: str, start: int) -> bool:
    """Whether the word is the end of another one (城|市, 社|区) or one of many (各市, 区|县)."""
    if _PLURAL.search(text, max(start - 10, 0), start) is not None:
        return True
    return _han(text, start - 1) and (text[start - 1] in _UNIT_WORDS or cuts_word(text, start, start))


def _row(text: str, pattern: _Pattern, start: int, last: tuple[int, str] | None) -> tuple[Candidate, str | None] | None:
    """市委、政府; 省发改委、工信厅: the form takes over what stands before the last one."""
    if pattern.kind == "central" or last is None or start <= last[0]:
        return None
    between = text[last[0] : start]
    if not _ROW.fullmatch(between) and not (start == last[0] and pattern.form == "政府"):
        return None
    if pattern.form not in jurisdiction.forms() or not _stands_alone(pattern.form, last[1]) or _of_no_zone(pattern.form, last[1]):
        return None
    end = start + len(pattern.form)
    return Candidate(start, end, "PublicBody", "bodies:row", 0.85, {"full": last[1] + pattern.form}), last[1]


def _bare(text: str, pattern: _Pattern, start: int, end: int) -> tuple[Candidate, str | None] | None:
    """统战部部长: a department of the party without the committee, before its post; it belongs to the committee named last."""
    if pattern.form not in _BARE_BEFORE_POST or pattern.kind not in ("form", "bare") or not _POST.match(text, end):
        return None
    if start and text[start - 1] not in _AT_EDGE:
        return None
    return Candidate(start, end, "PublicBody", "bodies:before-post", 0.8, {"bare": True}), None


def _listed(text: str, pattern: _Pattern, start: int, end: int, last: tuple[int, str] | None) -> tuple[Candidate, str | None] | None:
    """市住建局副局长甲、自然资源局副局长乙: a department in a list of posts, of the division named before in the same sentence."""
    if pattern.kind != "form" or last is None or not _POST.match(text, end) or text[start - 1 : start] not in _LIST_MARKS:
        return None
    between = text[last[0] : start]
    if len(between) > _LIST_REACH or _SENTENCE_END.search(between) or not _stands_alone(pattern.form, last[1]):
        return None
    if _of_no_zone(pattern.form, last[1]):
        return None  # 市生态环境局局长，…管委会主任
    return Candidate(start, end, "PublicBody", "bodies:listed", 0.8, {"full": last[1] + pattern.form}), last[1]


def _part(text: str, body: Candidate) -> Candidate | None:
    """A part that follows its body: 市政府党组, 市公安局张店分局."""
    if not text.endswith((*_HAS_PARTS, *_HAS_OFFICES), body.start, body.end):
        return None
    if text.endswith("政府", body.start, body.end):  # 市政府金融办
        away = _AWAY.match(text, body.end)
        if away is not None:
            data = {k: v + away[0] if k == "full" else v for k, v in body.data.items()}
            return Candidate(body.start, away.end(), "PublicBody", "bodies:part", min(body.score, 0.92), data)
        form = next((f for size in range(8, 2, -1) if (f := text[body.end : body.end + size]) in jurisdiction.forms()), None)
        if form is not None and form.endswith(_OF_GOVERNMENTS):
            data = {k: v + form if k == "full" else v for k, v in body.data.items()}
            return Candidate(body.start, body.end + len(form), "PublicBody", "bodies:part", min(body.score, 0.92), data)
    match = None
    if text.endswith(("人大", "人大常委会", "政协"), body.start, body.end):
        match = _COMMITTEE.match(text, body.end)
    for pattern in () if match is not None else (_GROUP, _OFFICE) if text.endswith(_HAS_OFFICES, body.start, body.end) else (_INNER,):
        match = match or pattern.match(text, body.end)
    if match is None or _INNER_STOP.search(match[0]):
        return None
    data = {k: v + match[0] if k == "full" else v for k, v in body.data.items()}
    return Candidate(body.start, match.end(), "PublicBody", "bodies:part", min(body.score, 0.92), data)


def _han(text: str, at: int) -> bool:
    return 0 <= at < len(text) and "\u4e00" <= text[at] <= "\u9fff"


@Language.component("kg_bodies")
def kg_bodies(doc: Doc) -> Doc:
    """Propose public bodies."""
    propose(doc, candidates(text_of(doc)))
    propose(doc, list(village_bodies(text_of(doc), proposed(doc, "Place"))))
    return doc
