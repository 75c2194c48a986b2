"""Posts as a text writes them: a sentence with each mention as one sign, and in it the rows of bodies and titles (市委副书记、市长).

A row of roles is read once, here; who holds them is for kg/relations/posts.py.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.divisions import lookup
from kg.jurisdiction import central
from kg.records import record
from kg.relations.scene import Ref, Sentence
from kg.relations.signs import SIGNS, alternatives, pattern, words

HOLDERS = ("PublicBody", "Company", "Organization", "Place")
_BRACKET = re.compile(r"（[^（）]*）|\([^()]*\)")
_COMMITTEE = re.compile(r"(?:[省市区县州旗盟地镇乡]|自治区)委$")
_OWN_DEPARTMENT = re.compile(r"[、，][\u4e00-\u9fff]{1,6}部$")
_FIRM = "公司"  # what a department without a house is one of
_OWN_SECTION = re.compile(r"[、，](?![省市县区镇])[\u4e00-\u9fff]{1,5}(?:部|中心|车间)$")
_OWN_PART = re.compile(r"[、，](?![省市县区镇国])([\u4e00-\u9fff]{2,12}部)$")
# A section of the house whose head a list has just named: 甲大学校长乙、|科研处|处长丙.
_OWN_OFFICE = re.compile(r"[、，]((?![省市县区镇乡国各])[\u4e00-\u9fff]{1,8}[处科股室部])$")
_PARTS_OF_HOUSES = ("学院", "研究所", "研究中心", "中心", "办公室", "处", "部", "室", "科", "总队", "支队", "大队")
_GOVERNMENTS = ("政府", "人大", "政协", "人大常委会", "市委", "党委", "党工委")
_HEADS_OF_IT = ("处长", "副处长", "科长", "副科长", "股长", "副股长", "主任", "副主任")
_HEAD_NAMED = re.compile(
    rf"(?P<house>[{SIGNS['PublicBody']}{SIGNS['Company']}{SIGNS['Organization']}])[^，。；、{SIGNS['Person']}]{{0,12}}"
    rf"(?:{SIGNS['Title']}[、，兼]?)+{SIGNS['Person']}(?:[、和]{SIGNS['Person']})*"
    rf"(?:[、，][\u4e00-\u9fff]{{0,10}}(?:{SIGNS['Title']}[、兼]?)+{SIGNS['Person']}(?:[、和]{SIGNS['Person']})*)*$"
)
_CLAUSE = re.compile("[，；：]")
_NO_HOLDERS = tuple(SIGNS[kind] for kind in ("Event", "Project", "Policy"))
_DEPARTMENT = re.compile(r"[\u4e00-\u9fff]{1,10}?(?:部|中心|条线)(?!长)")
BESIDES = rf"[^，；。、\ue000]{{0,10}}{alternatives(words('holds_position')['besides'])}"  # what is no post beside one
_ASIDE = re.compile(rf"[、，]{BESIDES}[、，]")
_THIS_TERM = re.compile("(?:新一|[上新本首])届$")  # 甲协会新一届|副会长: when, and no part of it
_OF_FUNDS = "基金经理"  # the words before it are the name of the fund
_HOUSE = "<PublicBody Company Organization>"
_OF_LAWMAKERS = re.compile("(?:人大|政协).*工委$")
_PARTY = re.compile(r"(?:党委|党工委|党组|党总支|党支部|工委|纪委|监委|政法委|[组宣统][织传战]部)$")


@record
class Line:
    """A sentence in which every mention is one sign. Brackets without names are gone. `at` gives the place of each character in the article."""

    sentence: Sentence
    text: str
    refs: dict[int, Ref]  # by position in `text`
    opens: bool = False  # its paragraph

    def people(self, start: int, end: int) -> list[Ref]:
        """The persons between two positions."""
        return [self.refs[i] for i in range(start, end) if self.text[i] == SIGNS["Person"]]


@record
class Role:
    """One title of a row. `holder` stands before it (or None), `part` are plain words between them, `word` a noun such as 公司 in its place."""

    title: Ref
    holder: Ref | None
    part: str
    word: str
    mark: str  # 原, 时任, 拟任 …
    start: int
    end: int
    unknown: bool = False  # words before it name a body that was not recognised
    free: bool = False  # `part` ends with plain words that name a field of work (某集团|全国战略|总监)


@record
class Row:
    """Roles that belong together: 市委副书记、市长."""

    start: int
    end: int
    roles: tuple[Role, ...]


def line(sentence: Sentence, *, opens: bool = False) -> Line:
    """A sentence with signs for its mentions. What 公司 means beside a post is decided here anew: the firm that the story is at."""
    plain = words("holds_position")["holders"]
    brackets = list(_BRACKET.finditer(sentence.text))
    titled = [r for r in sentence.refs if r.type in ("Title", "Person")] if brackets else []
    named = {i for r in (*titled, *(r for r in sentence.refs if r.type in HOLDERS)) for i in range(r.start, r.end)} if brackets else ()
    gone: set[int] = set()
    for m in brackets:
        start, end = sentence.start + m.start(), sentence.start + m.end()
        if start not in named and not any(start <= r.start < end for r in titled):
            gone.update(range(start, end))
    pieces: list[str] = []
    refs: dict[int, Ref] = {}
    starts = {r.start: r for r in sentence.refs if r.start not in gone and not (r.anaphor and r.text in plain and r.text[0] != "该")}
    position = sentence.start
    size = 0
    for start in sorted(starts):
        if start < position:
            continue  # inside the one before
        between = _without(sentence, position, start, gone)
        refs[size + len(between)] = starts[start]
        pieces += between, SIGNS[starts[start].type]
        size += len(between) + 1
        position = max(starts[start].end, start + 1)
    return Line(sentence, "".join([*pieces, _without(sentence, position, sentence.end, gone)]), refs, opens)


def _without(sentence: Sentence, start: int, end: int, gone: set[int]) -> str:
    text = sentence.text[start - sentence.start : max(end - sentence.start, 0)]
    return "".join(char for at, char in enumerate(text, start) if at not in gone) if gone else text


@cache
def _role() -> re.Pattern[str]:
    data = words("holds_position")
    parts, between = alternatives(data["parts"]), rf"(?:{alternatives(w for w in data['between'] if w)}|第[一二三四五六七八九十0-9]+任)"
    mark = alternatives([*data["former_marks"], *data["planned_marks"]])
    han = "[\u4e00-\u9fff]"
    holder = rf"(?P<holder><PublicBody Company Organization Place>[“”\"]*)+(?P<part>(?:{between})?(?:{han}{{0,9}}?{parts}|{between})?[“”]?)"
    house = rf"(?P<word>{alternatives(data['holders'])}|(?<!{han})(?:[校院]|{alternatives(data['bare_houses'])})(?=<Title>))(?P<own>(?:的|<Place>?{han}{{1,6}}?{parts}|<Place>)?)"
    session = r"(?:第?[一二三四五六七八九十百\d]+届|[上新本首]一?届)?"
    return pattern(
        rf"(?P<mark>(?<![此以之目日生年提曾当])(?:{mark}))?{session}(?:(?:{holder}|{house})[-—―]{{0,2}})?(?P<free>(?<=[\ue000-\ue00a司团会]){han}{{1,7}})?(?P<title><Title>)"
    )


def _frees(line: Line, m: re.Match[str], holder: Ref | None) -> bool:
    """Whether plain words between a firm and its post are a part of the firm (某集团|全国战略|总监): no verb, no other body."""
    title, data = line.refs[m.start("title")].text, words("holds_position")
    of_firm = (holder is not None and holder.type == "Company") or (m["word"] or "") in data["firm_holders"]
    office = holder is not None and holder.type != "Place" and title.startswith("办公室")
    if office:
        return not _cues()["not_body"].search(m["free"])
    return of_firm and heads(title, "firm_posts") and not _cues()["no_part"].search(m["free"])


_JOIN = re.compile(r"[ \u3000]*(?:、现任|[、，,和及兼暨与/]|以及|并兼任|同时兼任|兼任|)[ \u3000]*")
_NEXT_IS = re.compile(rf"(?:[为是：]|[仍将则]?由){SIGNS['Person']}")

_WITH = ("与", "和", "同", "跟")


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    data = words("holds_position")
    verbs = alternatives(
        v for key in ("takes", "weak", "left", "will", "filler") for v in data[key] if v not in ("系", "公司", "集团")
    )  # 关系
    return {
        # what a title without a body may stand behind: a mark, a name, a word that names no body
        "opens": re.compile(rf"(?:^|[^\u4e00-\u9fffA-Za-z]|{verbs}|{alternatives(data['opens'])})(?:公司|集团)?$"),
        "whose": re.compile('[\u4e00-\u9fffA-Za-z”"）)]' + "".join(f"(?<!{word})" for word in data["told_of"]) + "的$"),
        "unknown": re.compile(r"[、，]([\u4e00-\u9fff]{2,20})"),
        "not_body": re.compile(alternatives(data["not_body"])),
        "no_part": re.compile(alternatives([*data["not_body"], *data["no_part"], *data["appoints"], *data["takes"], *data["weak"]])),
        "department": re.compile(rf"(?:、|{verbs})([\u4e00-\u9fff]{{0,5}})$"),
        "held": pattern(
            rf"(?:^|[，；：的]|<Title>|{alternatives(data['appoints'])})<Person>(?:同志)?[^，；：]{{0,8}}{alternatives([*data['takes'], *data['weak']])}$"
        ),
        # 在A公司、B公司等企业担任董事: the houses stand before the verb
        "housed": pattern(
            rf"在[^，；。\ue000-\ue00a]{{0,14}}(?P<houses>{_HOUSE}(?:(?:[、和与及]|以及){_HOUSE})*)(?:等[^，；。\ue000-\ue00a]{{0,8}})?(?:担任|出任|兼任|任|当过|做过)(?:了|过)?$"
        ),
        "house_told": pattern(rf"(?<![\u4e00-\u9fff])(?:{alternatives([*data['holders'], *data['bare_houses']])})<Title>[^。；]*<Person>"),
        "in_brackets": pattern(r"(?P<house><PublicBody Company Organization>)[（(](?:其|公司|现任)?$"),  # 甲公司（法定代表人为乙）
        "shares": pattern(
            rf"(?:兼|兼任|担任|任|为|是|系|<Title>、)(?P<firms>{_HOUSE}(?:(?:[、和与及]|以及){_HOUSE})*)(?:[、和与及]|以及)$"
        ),
    }


def rows(line: Line) -> list[Row]:
    """The rows of roles of a sentence, in order."""
    found: list[list[Role]] = []
    for role in _roles(line):
        gap = line.text[found[-1][-1].end : role.start] if found else ""
        joined = (_JOIN.fullmatch(gap) or _ASIDE.fullmatch(gap)) and not (role.mark and "，" in gap)
        if (
            joined
            and "，" in gap
            and line.text.startswith(SIGNS["Person"], role.end)
            and _cues()["held"].search(line.text[: found[-1][0].start])
        ):
            joined = None  # 甲担任A书记，B局长乙…
        if joined and "，" in gap and _NEXT_IS.match(line.text, role.end):
            gap, joined = "", None  # 甲当选副会长，监事长为乙
        if "，" in gap and found[-1][-1].title.text.endswith(tuple(words("holds_position")["in_charge"])):
            gap, joined = "", None  # 各县主要负责人，甲银行行长乙: two, of whom the first has no name
        if gap.strip() in _WITH and _speaks(found[-1][-1]) and (role.holder is not None or role.title.entity is not None):
            gap, joined = "", None  # 甲公司代表与区长乙签约
        if found and found[-1][-1].holder is None and line.text[found[-1][-1].start - 1 : found[-1][-1].start] == SIGNS["Person"]:
            gap = ""  # 甲院士，某中心主任乙: the first is behind its name
            joined = None
        if found and (joined or (role.unknown and _unknown(gap))):
            found[-1].append(role)
        else:
            found.append([role])
    return [Row(roles[0].start, roles[-1].end, tuple(roles)) for roles in found]


def _speaks(role: Role) -> bool:
    """Whether a role is that of somebody who speaks for a body and is not named."""
    return role.title.text.endswith((*words("holds_position")["in_charge"], "代表"))


def _unknown(gap: str) -> bool:
    m = _cues()["unknown"].fullmatch(gap)
    return (
        m is not None
        and not m[1].startswith(("原", "前", "时任", "其", "他", "她"))
        and not _cues()["not_body"].search(m[1].replace("对外", ""))
    )  # 市对外友协


def _roles(line: Line) -> Iterator[Role]:
    m = _role().search(line.text) if SIGNS["Title"] in line.text else None
    while m is not None:
        holders = [line.refs[i] for i in range(m.start(), m.end() - 1) if i in line.refs and not m["word"]]
        holder = holders[-1] if holders else None
        if m["free"] and not _frees(line, m, holder):
            m = _role().search(line.text, m.start() + 1)
            continue
        part = "".join(line.refs[i].text if i in line.refs else line.text[i] for i in _places(m, "part" if m["part"] else "own"))
        part = _THIS_TERM.sub("", (part + (m["free"] or "")).strip("的“”"))
        firm = next((h for h in reversed(holders) if h.type in ("Company", "Organization")), None)
        if holder is not None and holder.type == "Place" and firm is not None:  # 豹跑出行江西区域总经理
            holder, part = firm, holder.text + part
        title, word, before = line.refs[m.start("title")], m["word"] or "", line.text[: m.start()]
        if holder is None and not m["word"] and (aside := _cues()["in_brackets"].search(line.text[: m.start()])):
            holder = line.refs[aside.start("house")]
        if (department := _own_department(line, before, holder, title.text)) is not None:
            holder, part = None, department
        unknown = holder is None and department is None and not word.startswith("该") and _unnamed(before.rstrip(" \u3000"), bare=not word)
        if unknown and not word and heads(title.text, "firm_posts"):
            if _department(before, title.text):
                word, unknown = _FIRM, False
            elif _OWN_DEPARTMENT.search(before) and title.text.startswith(
                ("部", "总", "经理", "副经理")
            ):  # 甲银行行长乙，网络金融部|总经理丙
                unknown = False
        elif unknown and not word and _OWN_SECTION.search(before) and title.text.startswith(("主任", "副主任", "经理")):
            unknown = False  # 甲银行行长乙、营业部|主任丙
        role = Role(
            title,
            holder,
            part,
            word,
            m["mark"] or next((w for w in words("holds_position")["former_marks"] if part.startswith(w)), ""),
            m.start(),
            m.end(),
            unknown,
            bool(m["free"]),
        )
        if holder is not None and holder.type != "Place" and (shared := _cues()["shares"].search(before)):  # 兼甲公司、乙公司董事长
            for at in (i for i in range(shared.start("firms"), shared.end("firms")) if i in line.refs):
                yield replace(role, holder=line.refs[at], part="", start=at, end=at + 1)
        yield from _housed(line, role, before) or (role,)
        m = _role().search(line.text, m.end())


def _housed(line: Line, role: Role, before: str) -> tuple[Role, ...]:
    """A post whose houses stand before the verb, once for each of them (在A公司、B公司任董事)."""
    m = _cues()["housed"].search(before) if role.holder is None and not role.word else None
    if m is None:
        return ()
    return tuple(replace(role, holder=line.refs[at], unknown=False) for at in range(m.start("houses"), m.end("houses")) if at in line.refs)


def _unnamed(before: str, *, bare: bool) -> bool:
    """Whether what stands before a post names its body in words or by a name that has no posts: 茶博会|总监, “昀泽”的|总监."""
    if bare and before.endswith(_NO_HOLDERS):
        return True
    if bare and _cues()["whose"].search(before) and SIGNS["Company"] not in _CLAUSE.split(before)[-1]:
        return True
    return not _cues()["opens"].search(before)


def _own_department(line: Line, before: str, holder: Ref | None, title: str) -> str | None:
    """The department of the firm or house of a list (甲集团副总经理乙、投资发展部|部长丙), whether or not it was taken for a body of its own."""
    if title.startswith(_HEADS_OF_IT) and (holder is None or holder.type == "PublicBody"):
        return _own_office(line, f"{before}{holder.text if holder is not None else ''}")
    if not title.startswith(("部长", "副部长")) or (holder is not None and holder.type != "PublicBody"):
        return None
    found = _OWN_PART.search(f"{before}{holder.text if holder is not None else ''}")
    if found is None or found[1] in central() or found[1].endswith(tuple(words("holds_position")["party_departments"])):
        return None
    houses = [ref for i, ref in line.refs.items() if i < found.start() and ref.type in HOLDERS]
    if not houses:
        return found[1] if _cues()["house_told"].search(line.text, 0, found.start()) else None  # 研究院副院长乙、合作部|部长丙
    return found[1] if houses[-1].type in ("Company", "Organization") else None


def _own_office(line: Line, before: str) -> str | None:
    """The office or section of a house that is no town's or county's own committee or government (甲局局长乙、|规划科|科长丙)."""
    found = _OWN_OFFICE.search(before)
    named = _HEAD_NAMED.search(before, 0, found.start()) if found is not None else None
    if found is None or named is None or _cues()["not_body"].search(found[1]) or found[1].startswith(tuple(central())):
        return None  # nor 信息产业部新闻处
    house = line.refs[named.start("house")]
    if house.text.endswith(_PARTS_OF_HOUSES) and not any(lookup(house.text[:size]) for size in (2, 3, 4)):
        return None  # 甲大学副校长乙、材料学院院长丙、科研处处长丁: of the university
    return found[1] if not (_COMMITTEE.search(house.text) or house.text.endswith(_GOVERNMENTS)) else None


def _places(m: re.Match[str], group: str) -> range:
    return range(m.start(group), m.end(group))


def _department(before: str, title: str) -> bool:
    """Whether what stands before a post and its first words are a department of a firm: 历任金融|工程部总监."""
    m = _cues()["department"].search(before)
    return m is not None and _DEPARTMENT.match(m[1] + title) is not None


def title_of(role: Role, holder: Ref | None) -> str:
    """The post as it is told: 书记 at 市委 is 市委书记.

    >>> from kg.relations.scene import Ref
    >>> title_of(Role(Ref(2, 4, "Title", "书记"), None, "", "", "", 0, 2), Ref(0, 2, "PublicBody", "枝江市委"))
    '市委书记'
    """
    text = role.title.text
    field = role.free and holder is not None and holder.type == "Company" and not text.endswith(_OF_FUNDS)
    if _names_part(role.part) or (field and not role.part.endswith(("原", "前"))):
        return role.part + text
    if holder is None or holder.type != "PublicBody":
        return text
    if text.startswith(tuple(words("holds_position")["inner_committees"])) or _OF_LAWMAKERS.search(holder.text):
        return text
    for tail in (_COMMITTEE, _PARTY):
        if (m := tail.search(holder.text)) and not text.startswith(m[0]):
            return m[0] + text
    return text


def _names_part(part: str) -> bool:
    return bool(part) and part.endswith(tuple(words("holds_position")["parts"]))


def without_candidacy(title: str) -> str:
    """The post that somebody is to have.

    >>> without_candidacy("县长候选人")
    '县长'
    """
    return re.sub("(?:候选人|提名人选|人选)$", "", title)


def of_village(title: str) -> bool:
    """Whether a post is one of a village or community: 村党支部书记, 社区居委会主任."""
    return title.startswith(tuple(words("holds_position")["of_villages"]))


def heads(text: str, kind: str) -> bool:
    """Whether a title ends with one of the posts of a list; one of two that are held as one is enough, but both must be loose.

    >>> heads("董事长兼首席工程师", "firm_posts"), heads("董事长兼首席工程师", "loose")
    (True, False)
    >>> heads("县长候选人", "government")
    True
    """
    ends = tuple(words("holds_position")[kind])
    found = [part.endswith(ends) or without_candidacy(part).endswith(ends) for part in text.split("兼")]
    return all(found) if kind == "loose" else any(found)
