"""An article as a row of clauses, each with who acts in it and what is said of them.

News names its people in long lists that commas run through (市委常委、秘书长甲，副市长乙参加调研), leaves the subject out when it stays the same,
and wraps statements in speech. Here that is read once; what a clause tells is for the relation modules.

A clause's `words` are its predicate with every mention as one private character for its type, so that patterns need not know names.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

from kg.records import record
from kg.relations.scene import Ref, Scene, Sentence
from kg.relations.signs import ANY, SIGN, SIGNS, alternatives, among, pattern, places, words

_SILENT = ("Company", "Organization", "Project")  # what may stay unsaid in the next sentence
_BREAK, _GONE = _HIDDEN = "\x00", "\x01"
_QUOTE = re.compile(r"“[^“”]*”")
_SPOKEN = re.compile(r"[，。？！；：…]")
_BRACKET = re.compile(r"（[^（）]*）|\([^()]*\)")
_COMPANY = re.compile("陪同下")
_NUMBER = r"[0-9]{1,2}[.．、]\s?|[（(][0-9一二三四五六七八九十]{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}(?:、|是)|[△▲■◆●▶★]\s?"  # of an item in a list
_CUT = re.compile(r"[，；。！？：\n\x00]")
_REST = re.compile(
    r"^(?:等(?:[^，]{0,6}(?:首长|领导|嘉宾|专家|院士|代表|高管|人))?|一行|同志|先生|女士|博士|教授|院士|[\s、及和以]|\ue009"
    r"|(?:[^，、和及\ue000-\ue00a]{2,10}(?:[、和及]|以及))*[^，]{0,10}(?:(?:部门|单位|方面)?(?:主要)?(?:负责同志|负责人|有关同志|相关人员)|(?:主要|有关|相关|分管)\ue009))*$"
)
_THEY = re.compile("[^\ue000，]{0,8}?\ue009们")
_KIN = re.compile(  # 甲集团党委所属|乙公司: who acts is 乙公司; of 甲集团旗下的乙公司、丙公司 a story goes on about 甲集团
    f"(?:(?:党委|党组|党总支)?的?(?:旗下|下属|所属|下辖|属下|(?:全资|控股|参股)?(?:母公司|子公司|孙公司))的?|(?:联合|共同|重点|参与)?(?:投资|参股|控股|入股|孵化|扶持|领投)的)(?:[^，；、和与及的\ue000-\ue00a]{{0,6}}(?:企业|单位|公司))?(?=[{SIGNS['Company']}{SIGNS['Organization']}](?![、和与及等]))"
)
_OF_PLACE = re.compile(  # 云岭市的甲公司去年…, 云岭企业甲公司…: who acts is 甲公司
    f"{SIGNS['Place']}(?:(?:境内|本土|当地|本地)?的)?(?:企业|民企|国企|民营企业|龙头企业|上市公司|老字号|药企|车企|茶企|酒企)?(?=[{SIGNS['Company']}{SIGNS['Organization']}](?![、和与及等]))"
)
_YEAR_FIRST, _LINES = re.compile(r"\s*(?:19|20)\d\d\s?年"), 3  # of the lines of a chronicle, and how many make one
_JOIN = re.compile(r"^\s*(?:[、和及]|以及)+")
_ITEMS = r"(?:[^，、和及\ue000-\ue00a]{2,10}(?:[、和及]|以及))*"  # names in a row that nobody has recognised
_JOIN_BODY = re.compile(
    rf"^(?:等?[\d一二三四五六七八九十几多余]*家?[^，]{{0,8}}?(?:企业|单位|部门|公司))?\s*(?:[、和及]|以及|联合|会同)+{_ITEMS}$"
)


@record
class Clause:
    """One clause. `subjects` may come from clauses before (`own` is then False); `party` says that 一行 or a pronoun stands for them."""

    sentence: Sentence
    start: int  # in the article
    end: int
    first: bool  # of its sentence
    text: str  # masked, with its subject
    words: str  # masked, without its subject
    refs: tuple[Ref, ...]  # of `text`, in order
    subjects: tuple[Ref, ...]
    own: bool
    party: bool
    content: bool  # what somebody says, not what the story tells

    def ref(self, position: int) -> Ref:
        """The mention whose sign stands at `position` of `words`."""
        return self.ref_at(len(self.text) - len(self.words) + position)

    def ref_at(self, position: int) -> Ref:
        """The mention whose sign stands at `position` of `text`."""
        return self.refs[bisect_left(places(self.text), position)]

    def refs_in(self, start: int, end: int | None = None) -> tuple[Ref, ...]:
        """The mentions whose signs stand from `start` to `end` of `text`, or to its end."""
        return among(self.text, self.refs, start, len(self.text) if end is None else end)

    @property
    def people(self) -> tuple[Ref, ...]:
        """The persons among its subjects."""
        return tuple([r for r in self.subjects if r.type == "Person"]) if self.subjects else ()


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = words("narrative")
    party = alternatives(data["party"])
    return {
        "opener": pattern(rf"(?:{_NUMBER})?(?:{alternatives(data['openers'])}|<Date>|\s)*(?:[^，、和及\ue000-\ue00a]{{2,10}}、)*"),
        "never": re.compile(alternatives(data["never_head"])),
        "say": re.compile(alternatives(data["say"])),
        "soft": re.compile(alternatives(data["say_soft"])),
        "heard": re.compile(alternatives(data["heard"])),
        "resumes": re.compile("^" + alternatives(data["resumes"])),
        "called": pattern(rf"^、[^，、\ue000-\ue00a]{{0,10}}(?:{alternatives(data['callings'])}|<Title>)$"),
        "by_wire": pattern(rf"^(?:<Place>)?(?:<Date>)?{alternatives(data['datelines'])}"),
        "dateline": re.compile(f"{alternatives(data['datelines'])}$"),
        # 由甲公司投资建设的乙项目
        "built_by": pattern(
            rf"^(?:{alternatives(data['openers'])}|<Date>|\s)*由(?:<Company>[、和]?)+[^，；的{ANY[1:-1]}]{{1,8}}的(?:<Place>的?)?<Project>"
        ),
        "party": re.compile(rf"^(?:[^\ue000，]{{0,8}}?)(?:{party}|\ue009一行)"),
        # 位于乙镇的|甲公司，…; 2019年从丙公司独立出来的|甲公司，…: a name behind what is said of it, and no more, is whom the next clause tells of
        "attributed": pattern(
            rf"^(?:{alternatives(data['openers'])}|<Date>|[\s])*(?:{alternatives(data['attributed'])}(?:[^，、与和同\ue000-\ue00a]{{0,8}}<Place>)+|[从由]<Company>)"
            rf"[^，、与和同\ue000-\ue00a]{{0,14}}的(?:[^，、与和同的\ue000-\ue00a]{{2,8}}(?:企业|公司))?<Company Organization Project>$"
        ),
        "founds_firm": pattern(rf"{alternatives(data['founds_firm'])}(?:了|起)?(?:一家)?<Company>$"),
        "renamed": pattern(
            r"(?:更名|改名|易名|改称|改制|改组|转制|变更|转|改建|扩建)(?:为|成)(?:了)?(?:[一-鿿]{0,4}企业)?(?:地方国营|国营)?<Company>$"
        ),
        "nameless": re.compile(alternatives(data["nameless"])),
        "not_yet": re.compile(alternatives(data["planned"])),
        "its_kin": pattern(
            rf"^(?:则|也|都|均|又|就|更)*(?:是|成了|成为)(?:了)?{alternatives(data['of_it'])}的?[^，；\ue000-\ue00a]{{0,8}}$"
        ),
        "silent": pattern(rf"^(?:{alternatives(data['openers'])}|<Date>|[，\s])*{alternatives(data['silent'])}"),
        "another_deed": pattern(
            rf"^(?:{alternatives(data['openers'])}|<Date>|[，\s]|[年月](?:初|底|末|中)|{alternatives(data['again'])})*"
            rf"(?:[在与和同从](?=<Place Company Organization PublicBody>)|[向为给对](?!此)|{alternatives(data['deeds'])})"
        ),
        "dated_deed": pattern(
            rf"^<Date>(?:[年月](?:初|底|末|中))?[，\s]?(?:{alternatives(data['again'])})?(?:{alternatives(data['deeds'])}(?!的)|[被由](?=<Place Company PublicBody Person Organization>))"
        ),
        "guests": pattern(
            rf"{alternatives(data['meet_words'])}了?[^，。；]*<Person>(?:一行)?(?P<more>(?:，(?:<PublicBody Company Organization Place Title>|[、兼及])+<Person>)+)"
            r"(?:等)?(?:一行|(?=，(?:双方|见证|就|并就|共同|围绕)))"
        ),
        "table": pattern(
            r"[与同和](?:<PublicBody Company Organization Place Title Person>|[、兼及和])*<Person>"
            r"(?P<more>(?:，(?:<PublicBody Company Organization Place Title Person>|[、兼及和])*<Person>)+)"
            rf"(?:等)?(?:(?:就|围绕)[^，；。\ue000-\ue00a]{{2,48}}?|[^，；。]{{0,24}}?){alternatives(data['meet_words'])}(?!会)"
        ),
        "pronoun": re.compile(rf"^{alternatives(data['pronouns'])}(?![人国省市县区])"),
    }


def clauses(scene: Scene, *, spoken: bool = False) -> list[Clause]:
    """The clauses of an article in text order, read once and shared; what stands in quotes is only read when `spoken`."""
    key = "spoken" if spoken else "clauses"
    if key not in scene.read:
        spoken = spoken and _QUOTE.search(scene.text) is not None  # else both are the same
        scene.read[key] = _clauses(scene, _masked(scene, spoken)) if spoken or key == "clauses" else clauses(scene)
    found: list[Clause] = scene.read[key]
    return found


def _clauses(scene: Scene, blank: str) -> list[Clause]:
    found: list[Clause] = []
    read = scene.read.setdefault("sentences", {})  # most sentences hold no speech and are the same both ways
    left: tuple[Ref, ...] = ()
    waiting: tuple[Ref, ...] = ()
    paragraph = -1
    dated = _chronicle(scene)
    for sentence in scene.sentences:
        same = sentence.paragraph == paragraph or (sentence.paragraph == paragraph + 1 and {paragraph, sentence.paragraph} <= dated)
        given = blank[max(sentence.start - 1, 0) : sentence.end + 1], left if same else (), waiting if same else ()
        if read.get(sentence.start, (None,))[0] != given:
            read[sentence.start] = given, list(_sentence(scene, sentence, blank, *given[1:]))
        told = read[sentence.start][1]
        waiting = _waiting(scene, told)
        found += told[:-1] if waiting else told
        left = left if same and told and not any(c.subjects or c.content for c in told) else _left(told)  # 1961年与乙合并: of whom before
        paragraph = sentence.paragraph
    return found


def _chronicle(scene: Scene) -> frozenset[int]:
    """The paragraphs of a chronicle, each of which begins with its year and goes on with who acted in the one before: ⏎2015年　收购乙公司."""
    if "chronicle" not in scene.read:
        starts = {s.paragraph: s for s in reversed(scene.sentences)}
        found = frozenset(n for n, s in starts.items() if _YEAR_FIRST.match(s.text))
        scene.read["chronicle"] = found if len(found) >= _LINES else frozenset()
    rows: frozenset[int] = scene.read["chronicle"]
    return rows


def _waiting(scene: Scene, told: list[Clause]) -> tuple[Ref, ...]:
    """甲、乙；丙陪同: those before the semicolon do what those behind it do."""
    if not told or told[-1].words or told[-1].text or not scene.text.endswith("；", 0, told[-1].end):
        return ()
    return told[-1].people


def _left(told: list[Clause]) -> tuple[Ref, ...]:
    """Whom the next sentence tells of when it names nobody (去年实现产值3亿元): the firm or project that acts in this one."""
    subjects = next((c.subjects for c in reversed(told) if c.subjects and not c.content and not _patterns()["its_kin"].match(c.words)), ())
    return subjects if all(r.type in _SILENT for r in subjects) else ()


def _masked(scene: Scene, spoken: bool) -> str:
    """The text with speech in quotes as breaks (or only its marks, when `spoken`) and brackets gone; brackets inside a name stay."""
    text = list(scene.text)
    for m in _QUOTE.finditer(scene.text):
        if _SPOKEN.search(m[0]) and spoken:
            text[m.start()] = text[m.end() - 1] = _BREAK
        elif _SPOKEN.search(m[0]):
            text[m.start() : m.end()] = _BREAK * len(m[0])
    brackets = list(_BRACKET.finditer(scene.text))
    named = {i for s in scene.sentences for r in s.refs for i in range(r.start, r.end)} if brackets else ()
    for m in brackets:
        if m.start() not in named and text[m.start()] != _BREAK:
            text[m.start() : m.end()] = _GONE * len(m[0])
    return "".join(text)


def _sentence(scene: Scene, sentence: Sentence, blank: str, left: tuple[Ref, ...], waiting: tuple[Ref, ...]) -> Iterator[Clause]:
    refs = tuple([r for r in sentence.refs if blank[r.start] not in _HIDDEN and blank[r.end - 1] not in _HIDDEN])
    patterns = _patterns()
    starts = [r.start for r in refs]
    pending = waiting
    current: tuple[Ref, ...] = ()
    founded: tuple[Ref, ...] = ()  # the firm that somebody has founded in the clause before
    party = content = soft = False
    first = True
    for start, end in _spans(blank, sentence, refs):
        inside = refs[bisect_left(starts, start) : bisect_left(starts, end)]
        text = _sign(blank, start, end, inside)
        if not text.strip():
            continue
        head, rest = _head(text, inside)
        people = any(r.type == "Person" for r in head)
        stands = not people and bool(patterns["party"].match(text) or patterns["pronoun"].match(text) or _lawmakers(text, inside))
        if not head and pending and not stands and _REST.match(text):
            continue  # 市直有关部门主要负责人，: of a row that goes on
        own = bool(head) or bool(pending)
        if head and not stands and _REST.match(rest):
            if blank[end : end + 1] == "：" and head[0].type == "Person":
                content = True  # 甲：…: what is said
            elif people or not _only_title(rest):
                pending += head
            if not people:
                yield Clause(sentence, start, end, first, text, "", inside, (), False, party, content)
            first = False
            continue
        if own:
            current, party = pending + head, False
            if head and patterns["by_wire"].match(rest) and not any(r.type == "Person" for r in current):
                current, head, rest = (), (), text  # 某网5月3日电…: whoever acts stands behind
        elif first and left and not stands and (patterns["silent"].match(text) or _goes_on(scene, blank, sentence, text)):
            current = left
        elif content and patterns["nameless"].match(text):
            current = ()  # 村支书甲说，村集体入股，占股10%
        if not own and founded and not stands and patterns["silent"].match(text):
            current = founded  # 甲成立乙公司，主营茶叶
        if stands:
            party = True
            current = head if any(r.type == "PublicBody" for r in head) else ()
        again = soft and bool(patterns["resumes"].match(text))
        if again or people or (own and blank[start - 1 : start] == "；"):
            content = soft = False
        yield Clause(sentence, start, end, first, text, rest if head else text, inside, current, own, party, content)
        pending, first = (), False
        told = rest if head else text
        begun = patterns["founds_firm"].search(told)
        founded = inside[-1:] if begun is not None and not content and not patterns["not_yet"].search(told) else ()
        if (
            not content
            and current
            and current[0].type == "Company"
            and patterns["renamed"].search(told)
            and not patterns["not_yet"].search(told)
        ):
            current = inside[-1:]  # 甲厂更名为乙公司，年产值3亿元
        if blank[end : end + 1] == "：" and patterns["dateline"].search(told):
            current = ()
            continue
        if not content and patterns["say"].search(told):
            content = True
        elif not content and patterns["soft"].search(told) and not patterns["heard"].search(told):
            content = soft = True
    if pending:
        end = sentence.end
        yield Clause(sentence, max(pending[0].start, sentence.start), end, first, "", "", (), pending, True, False, content)


def renamed_to(clause: Clause) -> Ref | None:
    """The firm that a clause says another one has become, at its end: 甲厂更名为乙公司."""
    told = clause.words or clause.text
    planned = clause.content or _patterns()["not_yet"].search(told)
    return clause.refs[-1] if clause.refs and not planned and _patterns()["renamed"].search(told) else None


def _goes_on(scene: Scene, blank: str, sentence: Sentence, text: str) -> bool:
    """Whether a sentence goes on behind a semicolon, or in the next line of a chronicle, with another deed of who acts before it.

    甲公司建了厂；在乙市收购了丙；并向丁发放贷款. A deed that its year begins goes on anywhere in the paragraph: 甲公司走出省门。2020年收购乙厂.
    """
    if _patterns()["dated_deed"].match(text) is not None:
        return True
    next_line = sentence.paragraph in _chronicle(scene) and _YEAR_FIRST.match(sentence.text) is not None
    return (next_line or blank.endswith("；", 0, sentence.start)) and _patterns()["another_deed"].match(text) is not None


def _lawmakers(text: str, refs: tuple[Ref, ...]) -> bool:
    """代表们, 政协委员们: the party that goes about, though their name is a post."""
    found = _THEY.match(text)
    return found is not None and refs[len(SIGN.findall(text, 0, found.end() - 2))].text in words("narrative")["lawmakers"]


def _only_title(rest: str) -> bool:
    return SIGNS["Title"] in rest


def _spans(blank: str, sentence: Sentence, refs: tuple[Ref, ...]) -> Iterator[tuple[int, int]]:
    ends = [r.end for r in refs]
    start = sentence.start
    whole = [*_company(blank, sentence, refs), *_guests(blank, sentence, refs)]
    for m in _CUT.finditer(blank, sentence.start, sentence.end):
        i = bisect_left(ends, m.end())
        if i < len(refs) and refs[i].start <= m.start():
            continue
        if m[0] == "，" and 0 < i < len(refs) and refs[i - 1].end == m.start() and _row_goes_on(refs, i - 1):
            continue  # 会见了甲集团党委副书记，乙公司总裁丙: one row of posts
        if whole and m[0] == "，" and any(first < m.start() < last for first, last in whole):
            continue
        if m.start() > start:
            yield start, m.start()
        start = m.end()
    if start < sentence.end:
        yield start, sentence.end


def _row_goes_on(refs: tuple[Ref, ...], at: int) -> bool:
    """Whether a row of posts may go on behind a comma: not where the post is that of the name before it (甲行长) or of whoever is in charge (各区主要负责人)."""
    title = refs[at]
    named = at > 0 and refs[at - 1].type == "Person" and refs[at - 1].end == title.start
    return title.type == "Title" and not named and title.text not in words("narrative")["in_charge"]


def _company(blank: str, sentence: Sentence, refs: tuple[Ref, ...]) -> Iterator[tuple[int, int]]:
    """在县委书记甲，县长乙陪同下: one phrase, whatever its commas."""
    for m in _COMPANY.finditer(blank, sentence.start, sentence.end):
        last, starts = m.start(), {r.start for r in refs}
        first = next((i for i in range(last, sentence.start - 1, -1) if blank[i] == "在" and i + 1 in starts), None)
        if first is not None and not any(c in "。；：\x00" for c in blank[first:last]):
            yield first, last


def _guests(blank: str, sentence: Sentence, refs: tuple[Ref, ...]) -> Iterator[tuple[int, int]]:
    """会见了省委书记甲，市长乙，双方…, 与省委书记甲，市长乙座谈: the second guest is met too, as what follows is said of both sides."""
    if sum(r.type == "Person" for r in refs) < 2:
        return
    text = _sign(blank, sentence.start, sentence.end, refs)
    for m in chain(_patterns()["guests"].finditer(text), _patterns()["table"].finditer(text)):
        seen = len(SIGN.findall(text, 0, m.start("more")))
        more = len(SIGN.findall(text, m.start("more"), m.end("more")))
        yield refs[seen - 1].end - 1, refs[seen + more - 1].end


def _sign(blank: str, start: int, end: int, refs: tuple[Ref, ...]) -> str:
    out, at = [], start
    for r in refs:
        out += [blank[at : r.start], SIGNS[r.type]]
        at = r.end
    return "".join([*out, blank[at:end]]).replace(_GONE, "").strip()


def _head(text: str, refs: tuple[Ref, ...]) -> tuple[tuple[Ref, ...], str]:
    """The subjects a clause starts with, and the rest of it: people with their titles, or else bodies, firms, places."""
    if not refs:
        return (), text
    if (built := _patterns()["built_by"].match(text)) is not None:
        return refs[len(SIGN.findall(text, 0, built.end())) - 1 :][:1], text[built.end() :]
    signs = [(m.start(), r) for m, r in zip(SIGN.finditer(text), refs, strict=True)]
    people = _run(text, [(i, r) for i, r in signs if r.type == "Person"], _follows_person, 18)
    if people:
        last = people[-1][0]
        return tuple(r for _, r in people), text[last + 1 :]
    things = _run(
        text, [(i, r) for i, r in signs if r.type in ("PublicBody", "Company", "Organization", "Place", "Project")], _follows_body, 8
    )
    if things and _patterns()["opener"].fullmatch(text[: things[0][0]]):
        kin = _KIN.match(text, things[-1][0] + 1) if len(things) == 1 and things[0][1].type == "Company" else None
        if kin is not None:
            things = [(i, r) for i, r in signs if i == kin.end()]
        of_place = _OF_PLACE.match(text, things[-1][0]) if things[-1][1].type == "Place" else None
        if of_place is not None:
            things = [(i, r) for i, r in signs if i == of_place.end()]
        last = things[-1][0]
        return tuple(r for _, r in things), text[last + 1 :]
    if refs[-1].type in _SILENT and text.endswith(SIGNS[refs[-1].type]) and _patterns()["attributed"].match(text):
        return refs[-1:], ""
    return (), text


def _run(text: str, signs: list[tuple[int, Ref]], follows: Any, room: int) -> list[tuple[int, Ref]]:
    if not signs:
        return []
    before = SIGN.sub("", text[: signs[0][0]])
    if len(before) > room or _patterns()["never"].search(before):
        return []
    out = signs[:1]
    for i, r in signs[1:]:
        if not follows(text[out[-1][0] + 1 : i]):
            break
        out.append((i, r))
    return out


def _follows_person(gap: str) -> bool:
    plain = SIGN.sub("", gap)
    joined = _JOIN.match(plain)
    return joined is not None and len(plain) <= 20 and not _patterns()["never"].search(plain[joined.end() :])


def _follows_body(gap: str) -> bool:
    return (_JOIN_BODY.match(gap) or _patterns()["called"].match(gap)) is not None and not _patterns()["never"].search(
        gap.replace("会同", "")
    )
