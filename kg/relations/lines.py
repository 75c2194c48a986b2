"""What rules are matched against: clauses and sentences as signs and words, without what only dates or introduces somebody.

甲公司董事长乙表示，公司… is what 甲公司 says: posts go, and with them the people who stand for the firm or body before them. Where a clause has no
subject of its own, the one that it goes on with is put in front.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from functools import cache
from itertools import pairwise

from kg.records import record
from kg.relations.beginnings import once, renames
from kg.relations.clauses import Clause, clauses, renamed_to
from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.signatories import signatory, signed_for, signs
from kg.relations.signs import ANY, SIGN, SIGNS, alternatives, words

_QUOTED = re.compile(rf"[“‘「]({ANY}+)[”’」]")
_FRONT = re.compile(r"[^，。；、\ue000-\ue00a]{0,14}$|[^，。；：、]{0,20}的$")  # what may stand before the firm that opens a sentence
_MEANT = re.compile("^(?:该公司|这家公司|该企业|这家企业|公司(?!法|债)|企业(?=携手|与|已|还|先后|计划|拟|总部|投资|产品|现|目前))")
_OPENS = "^(?:目前|现|如今|主要|其|还|并|同时|也)*"
_HAS = re.compile(f"{_OPENS}(?:大客户|主要客户|客户|产品|总部|控股股东|大股东|前身|旗下)")  # of what only a firm has
_GOES_ON = re.compile(f"{_OPENS}(?:大客户|主要客户|客户|产品|总部|控股股东|大股东|前身|旗下|向|为|与|已|除了|拟|计划)")
_WORD = re.compile(r"[“‘「]([^“”‘’「」\ue000-\ue00a，、]{1,4})[”’」]")  # 甲“牵手”乙
_CLOSED = re.compile("[”’」]")
_QUOTED_ROW = re.compile(rf"(?<={ANY})[”’」][“‘「](?={ANY})")
_PARTY = ("委", "委员会")
_THINGS = ("Company", "Project", "Organization")
_KIN = re.compile(
    "的?(?:旗下|下属|所属|(?:间接|直接)?(?:全资|控股|参股)?(?:子公司|附属公司))的?(?:全资|控股)?(?:(?:上市)?(?:企业|公司|平台)|子公司|基金)?"
)
_OTHER = re.compile("后者|前者|对方|另一方")
_ENDS = re.compile(f"{ANY}，$")
_ASIDE = re.compile(
    f"(?:[给向对与为被由从自和跟同应于距除是系以]|依托|借助|利用|凭借|依靠|立足|围绕|借力)(?:了)?(?:{SIGNS['Place']}(?:[^，；]{{0,3}}的)?)*$"
    rf"|(?:^|，)对(?!外|口|接|此)[^，；{ANY[1:-1]}]{{2,20}}的$"  # 对新认定的甲公司奖励50万元
)  # what follows is only spoken of on the way
_FROM = re.compile(f"自(?:{SIGNS['Place']}(?:[^，；]{{0,3}}的)?)*$")
_DONE_TO = re.compile(
    "(?:收购|并购|兼并|入股|投资|参股|控股|加入|加盟|接手|买下)了?$"
)  # what follows has it done to it; a firm that is founded goes on
_POST = f"{SIGNS['Title']}(?:[、兼和及]*{SIGNS['Title']})*"
_BODIES = "[" + "".join(SIGNS[name] for name in ("PublicBody", "Company", "Organization")) + "]"
_STANDS = re.compile(f"(?<={_BODIES}){_POST}(?:{SIGNS['Person']}(?:、{_POST}{SIGNS['Person']})*)?")
_FOUNDED = re.compile(
    f"由[^，；。由]{{1,40}}?(?<={SIGNS['Person']})(?:先生|女士|博士|教授)?(?:[一-鿿]|{SIGNS['Date']}|{SIGNS['Place']}){{0,8}}?(?:创办|创立|创建|兴办|开办|投资)"
)
_FOUNDER = re.compile(f"[{SIGNS['Company']}{SIGNS['Organization']}]{_POST}(?={SIGNS['Person']})")
_FOUNDS = re.compile(
    f"{_FOUNDER.pattern}{SIGNS['Person']}(?:[于在]?[{SIGNS['Date']}{SIGNS['Place']}])?(?:又|还|曾|先后|联合|一手|回乡|返乡)*(?:创办|创立|创建)(?!的)"
)
_FOR = re.compile(f"{ANY}代表(?={_BODIES})")  # 副市长甲代表市政府与…: who acts is 市政府
_HOLDS = re.compile("实际控制人|实控人")  # titles that say who holds the firm, and are read as words
_LOOSE = re.compile(f"[{SIGNS['Title']}{SIGNS['Date']}]")
_DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d.*")
_REPORTER = re.compile("(?:记者|笔者)(?:于|在)?$")
_HEARD = re.compile("[^，。；会记]{0,20}(?:获悉|了解到|得知|获知)")
_HEARS = re.compile(f"(?:[上下]午|晚间?)?[，,]?(?:[^，。；会记]{{0,6}})?(?:记者|笔者){_HEARD.pattern}")
_GAP = re.compile(r"[、兼和及\s]*")
_BRACKET = re.compile(r"[“”\s]*[（(]([^（()）]{2,60})[）)]")
_NAMING = re.compile("简称|证券代码|股票代码")


@record
class Line:
    """A clause or a sentence as signs and words, with its mentions in order, and what its sentence says before it."""

    scope: str  # clause or sentence
    text: str
    refs: tuple[Ref, ...]
    start: int = 0  # the evidence, in the article
    end: int = 0
    date: str | None = None
    before: str = field(default="")  # the clauses before it in its sentence
    refs_before: tuple[Ref, ...] = ()
    behind: str = ""  # the sentences before it in its paragraph
    refs_behind: tuple[Ref, ...] = ()
    goes_on: bool = False  # its subject is that of the clause before
    story: str | None = None  # the last day that the sentences before it name
    new: Ref | None = None  # the firm that a clause before it in its sentence says another one has become
    lent: int = 0  # how much of the text is a subject that the clause does not name itself
    earlier: str = ""  # where no body is named since: the last passage that tells what a body looked into or punished
    refs_earlier: tuple[Ref, ...] = ()


def lines(scene: Scene, types: frozenset[str]) -> Iterator[Line]:
    """The lines of an article: each clause, then each sentence.

    Paragraphs that name but one thing of these types are left out, unless they go on with what a body did (甲局开出罚单。⏎乙公司被罚款).
    """
    story: str | None = None
    earlier, refs_earlier = "", tuple[Ref, ...]()
    for passage in _passages(scene):
        refs = [ref for row in passage for ref in row[0].sentence.refs]
        names = {name for ref in refs if ref.type in types for name in ref.names}
        first = next((ref.start for ref in refs if ref.type == "PublicBody"), None)
        punishes = (first is not None or earlier) and any(_punishes().search(row[0].sentence.text) for row in passage)
        if not punishes:
            earlier, refs_earlier = "", ()
        found = _lines(scene, passage, story) if len(names) > 1 or (names and punishes) else []
        if len(names) > 1 or earlier:
            for line in found:
                goes_on = earlier and (first is None or line.end <= first)  # until another body is named
                yield replace(line, earlier=earlier, refs_earlier=refs_earlier) if goes_on else line
        if first is not None:
            told = punishes and found
            earlier = f"{found[-1].behind}{found[-1].text}。" if told else ""
            refs_earlier = found[-1].refs_behind + found[-1].refs if told else ()
        for row in passage:
            story = _story(row[0].sentence) or story


@cache
def _punishes() -> re.Pattern[str]:
    return re.compile(alternatives(words("rows")["punishes"]))


def _passages(scene: Scene) -> list[list[list[Clause]]]:
    """The clauses of each sentence of each paragraph; one that ends with a colon goes on: 公示信息显示：, and then line by line."""
    rows: dict[int, list[Clause]] = {}
    for clause in clauses(scene, spoken=True):
        rows.setdefault(clause.sentence.start, []).append(clause)
    found: list[list[list[Clause]]] = []
    paragraph, opens = -1, False
    for row in rows.values():
        sentence = row[0].sentence
        if sentence.paragraph != paragraph and not opens:
            found.append([])
        found[-1].append(row)
        paragraph, opens = sentence.paragraph, sentence.text.rstrip().endswith(("：", ":"))
    return found


def _story(sentence: Sentence) -> str | None:
    """The first day that it names."""
    return next((str(d.data["value"]) for d in sentence.refs if d.type == "Date" and _DAY.fullmatch(str(d.data.get("value")))), None)


def _lines(scene: Scene, passage: Sequence[Sequence[Clause]], story: str | None) -> list[Line]:
    found: list[Line] = []
    behind, refs_behind = "", tuple[Ref, ...]()  # the sentences before in the paragraph
    topic: Ref | None = None  # the firm that the paragraph is about
    for row in passage:
        sentence = row[0].sentence
        before, refs_before = "", tuple[Ref, ...]()
        topic, meant = _topic(sentence, topic), False
        new: Ref | None = None
        for clause in row:
            meant = meant or (not clause.subjects and bool(_MEANT.match(clause.text) or _HAS.match(clause.text)))
            whole, refs = _with_subject(scene, clause, before, refs_before, topic if meant else None)
            lent = len(whole) - len(clause.text)
            text, refs = _bare(*_signed_for(scene, whole, refs))
            date = last_date(sentence, clause.end)
            told = (before, refs_before, behind, refs_behind)
            found.append(Line("clause", text, refs, sentence.start, sentence.end, date, *told, not clause.own, story, new, lent))
            new = renamed_to(clause) or new
            topic = new or topic  # 甲社转为乙厂，丙任厂长，产品由丁收购
            own, own_refs = (text, refs) if clause is row[0] or not lent else _bare(*_signed_for(scene, clause.text, clause.refs))
            before, refs_before = f"{before}{own}，", refs_before + own_refs
        found += _bracketed(sentence)
        date = last_date(sentence, sentence.end)
        found.append(
            Line(
                "sentence", before.rstrip("，"), refs_before, sentence.start, sentence.end, date, "", (), behind, refs_behind, False, story
            )
        )
        story = _story(sentence) or story
        behind, refs_behind = f"{behind}{before.rstrip('，')}。", refs_behind + refs_before
    return found


def _topic(sentence: Sentence, topic: Ref | None) -> Ref | None:
    """The firm that opens a sentence (成立于2013年的甲公司…), or else the one before; 该公司 is this one, whoever else was named since."""
    first = next((ref for ref in sentence.refs if ref.type not in ("Date", "Place", "Title")), None)
    if first is None or first.type != "Company":
        return topic
    before = sentence.text[: first.start - sentence.start]
    opens = _FRONT.match(before) is not None and not (_MEANT.match(before) or _HAS.match(before))
    return first if opens else topic


def _with_subject(
    scene: Scene, clause: Clause, before: str, refs_before: tuple[Ref, ...], topic: Ref | None = None
) -> tuple[str, tuple[Ref, ...]]:
    """The clause with the subjects that it does not name itself in front; without any, with what its sentence is about.

    `topic` is the firm that the sentence calls 该公司.
    """
    if topic is not None and not clause.subjects and (_MEANT.match(clause.text) or _GOES_ON.match(clause.text)):
        return SIGNS[topic.type] + _MEANT.sub("", clause.text), (topic, *clause.refs)
    if not clause.own and not clause.party and clause.refs and renames(clause.text) and (old := once(scene, clause.sentence, clause.start)):
        named = tuple([Ref(clause.start, clause.start, "Company", "", firm) for firm in old if firm is not None])
        return "".join([SIGNS["Company"] for _ in named]) + clause.text, named + clause.refs
    if clause.own and not clause.refs:  # a row of names that ends its sentence
        return clause.text, ()
    if not clause.subjects and (clause.own or clause.party or not before):
        return clause.text, clause.refs
    if _OTHER.match(clause.text):  # whom it means nobody has found out, but not who acted before
        return clause.text, clause.refs
    known = {(ref.start, ref.end) for ref in clause.refs}
    inherited = tuple(
        _kin(clause.sentence, _speaks_for(clause.sentence, ref)) for ref in clause.subjects if (ref.start, ref.end) not in known
    )
    if signs(clause.text):
        inherited = tuple((ref.type == "Person" and signatory(scene, ref)) or ref for ref in inherited)
    inherited = tuple(ref for ref in inherited if ref.type != "Person" or clause.own)
    told_of_people = (
        not inherited and any(ref.type == "Person" for ref in clause.subjects) and not clause.text.startswith("其")
    )  # 甲公司掌门人乙是…，后入股丙: 乙 does
    if not clause.own and not clause.party and not told_of_people and all(ref.type == "Place" for ref in inherited):
        inherited = _about(before, refs_before) or inherited
    return "、".join(SIGNS[ref.type] for ref in inherited) + clause.text, inherited + clause.refs


def _signed_for(scene: Scene, text: str, refs: tuple[Ref, ...]) -> tuple[str, tuple[Ref, ...]]:
    return signed_for(scene, text, refs) if signs(text) else (text, refs)


def _bracketed(sentence: Sentence) -> Iterator[Line]:
    """What brackets say of the name before them, as a clause of it: 甲（原乙）, 甲（乙全资子公司） as 甲是原乙, 甲是乙全资子公司."""
    for m in _BRACKET.finditer(sentence.text):
        start, end = m.start() + sentence.start, m.end() + sentence.start
        head = [ref for ref in sentence.refs if ref.end == start and ref.type in _THINGS]
        inside = tuple(ref for ref in sentence.refs if start < ref.start and ref.end < end)
        if not head or not inside or _NAMING.search(m[1]) or any(ref.start <= start < ref.end for ref in sentence.refs):
            continue
        at, words = m.start(1) + sentence.start, f"{SIGNS[head[0].type]}是"
        for ref in inside:
            words += sentence.text[at - sentence.start : ref.start - sentence.start] + SIGNS[ref.type]
            at = ref.end
        words += sentence.text[at - sentence.start : m.end(1)]
        text, refs = _bare(words, (head[0], *inside))
        yield Line("clause", text, refs, sentence.start, sentence.end)


def _about(before: str, refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """What a sentence is about that opens with more than a name: 位于云岭区的甲公司，…; 成立于2013年的甲公司…; the one firm named so far."""
    things = [ref for ref in refs if ref.type in _THINGS]
    at = [m.start() for m in SIGN.finditer(before)]
    if things and _ENDS.search(before) and refs[-1] is things[-1] and before.count("，") == 1:
        return () if any(behind.search(before, 0, at[-1]) for behind in (_FROM, _DONE_TO)) else (things[-1],)
    for kind in _THINGS:
        named = [i for i, ref in zip(at, refs, strict=True) if ref.type == kind]
        if len({ref.entity for ref in refs if ref.type == kind}) == 1:
            return () if any(behind.search(before, 0, named[0]) for behind in (_ASIDE, _DONE_TO)) else (refs[at.index(named[0])],)
        if named:
            break
    return ()


def _kin(sentence: Sentence, firm: Ref) -> Ref:
    """甲集团旗下乙公司…: who acts is 乙公司."""
    for ref in sentence.refs:
        if ref.type == firm.type == "Company" and ref.start > firm.end:
            return ref if _KIN.fullmatch(sentence.text[firm.end - sentence.start : ref.start - sentence.start]) else firm
    return firm


def _speaks_for(sentence: Sentence, person: Ref) -> Ref:
    """The firm or body that stands right before the posts of a person, or else the person."""
    if person.type != "Person":
        return person
    at = person.start
    posts = False
    heads: str | None = None  # the government that a post is of
    for_whom = next(
        (ref for ref in sentence.refs if ref.start == person.end + 2 and ref.type in ("PublicBody", "Company", "Organization")), None
    )
    if for_whom is not None and sentence.text.startswith("代表", person.end - sentence.start):
        return for_whom
    for ref in reversed([ref for ref in sentence.refs if ref.end <= person.start]):
        if _GAP.fullmatch(sentence.text[ref.end - sentence.start : at - sentence.start]) is None:
            break
        if ref.type != "Title":
            return _acting(ref, heads) if posts and ref.type in ("PublicBody", "Company", "Organization") else person
        at, posts, heads = ref.start, True, ref.entity or heads
    return person


def _acting(body: Ref, heads: str | None) -> Ref:
    """县委副书记、县长甲 signs and deals for the government, not for the committee."""
    return replace(body, entity=heads) if heads is not None and body.text.endswith(_PARTY) else body


def _governing(text: str, refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """The mentions with the government in place of a committee before a row of posts one of which is of the government."""
    if not any(ref.type == "Title" and ref.entity is not None for ref in refs):
        return refs
    found, at = list(refs), [m.start() for m in SIGN.finditer(text)]
    for m in _STANDS.finditer(text):
        first = at.index(m.start())
        posts = refs[first : first + len(SIGN.findall(m[0]))]
        heads = next((ref.entity for ref in posts if ref.type == "Title" and ref.entity is not None), None)
        found[first - 1] = _acting(refs[first - 1], heads)
    return tuple(found)


def _bare(text: str, refs: tuple[Ref, ...]) -> tuple[str, tuple[Ref, ...]]:
    if SIGNS["Title"] in text:
        text, refs = _holding(text, refs)
        refs = _governing(text, refs)
        text, refs = _founding(text, refs)
        text, refs = _without(_STANDS, text, refs)
    for pattern in (_FOR, _LOOSE) if refs else ():
        text, refs = _without(pattern, text, refs)
    text = text.replace(" ", "").replace("\u3000", "")
    if _CLOSED.search(text) is None:
        return text, refs
    text = _QUOTED_ROW.sub("”、“", text)
    return _WORD.sub(r"\1", _QUOTED.sub(r"\1", text)), refs


def _holding(text: str, refs: tuple[Ref, ...]) -> tuple[str, tuple[Ref, ...]]:
    """甲公司实际控制人乙 holds 甲公司 and does not speak for it: the title is written out."""
    if not any(ref.type == "Title" and _HOLDS.search(ref.text) for ref in refs):
        return text, refs
    spelled = iter([ref.text if ref.type == "Title" and _HOLDS.search(ref.text) else None for ref in refs])
    words = SIGN.sub(lambda m: next(spelled) or m[0], text)
    return words, tuple(ref for ref in refs if ref.type != "Title" or not _HOLDS.search(ref.text))


def _founding(text: str, refs: tuple[Ref, ...]) -> tuple[str, tuple[Ref, ...]]:
    """丙公司由甲公司董事长乙创办, 甲公司董事长乙创办丙公司: it is 乙 who founds it, so what he is elsewhere goes and he stays."""
    founded = _FOUNDED.search(text) or _FOUNDS.search(text)
    return _without(_FOUNDER, text, refs, *founded.span()) if founded is not None else (text, refs)


def _without(
    pattern: re.Pattern[str], text: str, refs: tuple[Ref, ...], start: int = 0, end: int | None = None
) -> tuple[str, tuple[Ref, ...]]:
    gone = [m.span() for m in pattern.finditer(text, start, len(text) if end is None else end)]
    if not gone:
        return text, refs
    signs = zip(SIGN.finditer(text), refs, strict=True)
    kept = tuple([ref for sign, ref in signs if not any(start <= sign.start() < end for start, end in gone)])
    return "".join([text[one:other] for (_, one), (other, _) in pairwise([(0, 0), *gone, (len(text), 0)])]), kept


def _unbracketed(sentence: Sentence) -> tuple[Ref, ...]:
    """Its mentions without the days in brackets, where it names another (no 昨晚 that nobody knows the day of): 5月4日，甲责令乙停产5日（5月4日至8日）."""
    brackets = [(m.start(1) + sentence.start, m.end(1) + sentence.start) for m in _BRACKET.finditer(sentence.text)]
    refs = tuple([r for r in sentence.refs if r.type != "Date" or not any(start <= r.start < end for start, end in brackets)])
    return refs if any(ref.type == "Date" and ref.data.get("value") for ref in refs) else sentence.refs


def last_date(sentence: Sentence, before: int) -> str | None:
    """The last date before the end of the clause: 5月8日，甲…；去年，乙…"""
    told = _unbracketed(sentence) if "（" in sentence.text else sentence.refs
    dates = [ref for ref in told if ref.type == "Date" and ref.start < before and ref.data.get("value")]
    dates = [ref for ref in dates if not heard_on(sentence, ref)]
    return str(dates[-1].data["value"]) if dates else None


def heard_on(sentence: Sentence, day: Ref) -> bool:
    """Whether a day is only the one on which a reporter heard of it: 6月12日，记者从某县获悉，甲收购乙."""
    start, end = day.start - sentence.start, day.end - sentence.start
    return _HEARS.match(sentence.text, end) is not None or (
        _REPORTER.search(sentence.text, 0, start) is not None and _HEARD.match(sentence.text, end) is not None
    )
