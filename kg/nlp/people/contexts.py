"""Signs that a name begins or ends at a place: titles, lists, words of saying, forms of address, bylines."""

import re
from collections.abc import Iterator, Sequence

from kg.divisions import lookup
from kg.nlp.candidates import Candidate
from kg.nlp.people.characters import holds_word, likeness, surnames, words
from kg.nlp.people.endings import Endings, Option
from kg.nlp.people.foreign import by_sound, dotted, latin
from kg.nlp.people.frames import appointments, bylines, fields, frames, pattern
from kg.nlp.words import is_phrase, is_word
from kg.records import record
from kg.text import HAN

_BRACKET = re.compile(r"^（[^（）\n]{1,20}）")
_POST_BRACKET = re.compile(r"（[^（）\n]{2,40}")
_JOIN = re.compile(r"[、，]?(?:和|与|及|以及)|[、]|[ \u3000]+")
_OF_POST = re.compile(r"的?(?:一职|职务|职位|任职资格)|[，。；、]|$")
_CLAUSE = re.compile(rf"(?:^|[。！？；：，”\n（])\s*(?=[{HAN}])")
_ROW = re.compile(rf"(?<![{HAN}])[对由与给]?(?P<row>[{HAN}]{{2,4}}(?:、[{HAN}]{{2,4}}){{2,}})")
_BETWEEN = re.compile(rf"([{HAN}]{{3}})、")
_SEX = re.compile(rf"(?<![{HAN}])([{HAN}]{{2,4}})(?=[，,]\s*(?:男|女)[，,；。])")
_SURE_PLACE = 0.62  # the least score behind a title of a body: a name must stand there
_UNITS = "处科室司局院"  # last characters of parts of a body
_LEAST_TOLD = 0.55  # of three characters where a post is told of a name
_LEAST_IN_ROW = 0.65  # of three characters, in a row that a title opens
JOINED = "joined"  # what is told of a name behind its post that 和 joins others to: 市长甲|和区领导
APART = "apart"  # what is told of a name that a firm's follows at once: 免去甲|乙集团董事长职务
GIVEN = "given_of"  # whose given name a mention is
_SURELY_NAMED = 0.85  # whose given name alone may stand for him
_LEAST_LISTED = 0.56  # what is let into a list at all is one of it


@record
class _Sign:
    """How sure a name is behind a sign, and its name in reports."""

    rule: str
    weight: float


TITLE = _Sign("title-before", 1.0)
LISTED = _Sign("listed", 0.97)
SAYING = _Sign("saying", 0.88)
AFTER = _Sign("title-after", 0.95)
ADDRESS = _Sign("address", 0.97)
WORD = _Sign("word-before", 0.8)
SURE_WORD = _Sign("sure-word-before", 0.93)
SEX = _Sign("sex-behind", 1.0)
FIELD = _Sign("field", 1.0)
BYLINE = _Sign("byline", 0.9)
AROUND = _Sign("around", 1.0)
BARE = _Sign("bare", 1.0)
ROW = _Sign("row", 1.0)
APPOINTED = _Sign("appointed", 1.0)


def people(text: str, known: Sequence[Candidate]) -> list[Candidate]:
    """Candidates for the people of a text.

    Args:
        text: the article.
        known: what was proposed before: titles, bodies, firms, places, dates.
    """
    return list(_Finder(text, known).find())


class _Finder:
    def __init__(self, text: str, known: Sequence[Candidate]) -> None:
        self.text = text
        self.titles = [c for c in known if c.type == "Title"]
        self.title_at = {c.start: c.end for c in sorted(self.titles, key=lambda c: c.end)}
        marks = {
            c.start: c.end
            for c in sorted(known, key=lambda c: c.end)
            if (c.type in ("Title", "Date") and c.score >= 0.6) or (c.type in ("PublicBody", "Company", "Organization") and c.score >= 0.85)
        }
        posts = {c.end for c in self.titles if c.score >= 0.8}
        holds = {c.start for c in known if c.score >= 0.8 and c.type in ("Title", "PublicBody")}
        self.endings = Endings(text, marks, posts, holds)
        self.sure = {(c.start, c.end) for c in known if c.type in ("Place", "PublicBody", "Company", "Organization") and c.score >= 0.9}
        self.body_at = {c.start for c in known if c.type in ("PublicBody", "Company", "Organization") and c.score >= 0.6}
        self.bodies = {c.end for c in known if c.type in ("PublicBody", "Company", "Organization") and c.score >= 0.6}
        self.villages = {c.start for c in known if c.source == "bodies:village"}  # 高湖村支部|书记
        self.firm_at = {
            c.start: c.end for c in sorted(known, key=lambda c: c.end) if c.type in ("Company", "Organization") and c.score >= 0.6
        }
        self.inside = [False] * (len(text) + 1)
        for c in known:  # no name begins within a long sure name
            if c.type not in ("Title", "Date", "Amount") and c.score >= 0.9 and c.end - c.start >= 4:
                for i in range(c.start + 1, c.end):
                    self.inside[i] = True
        self._named = {text[c.start : c.end] for c in known if c.type not in ("Title", "Person")}
        self.found: dict[tuple[int, int], Candidate] = {}
        self._by_name: dict[str, Candidate] = {}

    def find(self) -> Iterator[Candidate]:
        """All candidates, in text order."""
        for title in self.titles:
            self._behind_title(title)
        self._with_words()
        self._in_clauses()
        self._before_titles()
        self._special()
        self._appointed()
        self._in_front_of_brackets()
        self._around()
        self._rows()
        self._given_names()
        known = frozenset(self.found)
        for c in dotted(self.text, frozenset(t.end for t in self.titles)):
            self.found[c.start, c.end] = c
        self._lists(sorted(known))
        return iter(sorted(self.found.values(), key=lambda c: (c.start, c.end)))

    def _put(self, start: int, end: int, score: float, sign: _Sign, **data: bool | str) -> None:
        if start in self.villages or ((start, end) in self.sure and end - start > 2 and sign is not TITLE):
            return
        new = Candidate(start, end, "Person", f"people:{sign.rule}", round(min(score, 0.97), 4), data)
        old = self.found.get((start, end))
        if old is None or old.score < new.score:
            self.found[start, end] = new

    def _name(self, start: int, sign: _Sign, least: float = 0.55, **data: bool) -> int | None:
        """Propose the name that begins here; its end."""
        if start >= len(self.text) or self.inside[start]:
            return None
        best = self.endings.best(start)
        if (
            best is None
            or best.score * sign.weight < least
            or ((start, best.end) in self.sure and best.end - start == 2 and sign is not TITLE)
        ):
            return None
        if sign is TITLE and self.endings.joins_others(best.end + 1):
            data |= {JOINED: True}
        self._put(start, best.end, best.score * sign.weight, sign, **data)
        return best.end

    # --- behind titles

    def _behind_title(self, title: Candidate) -> None:
        text, at = self.text, title.end
        if bracket := _BRACKET.match(text[at : at + 24]):
            at += bracket.end()
        while at < len(text) and text[at] in " \u3000“":
            at += 1
        if text.startswith("的", at) and (best := self.endings.best(at + 1)) is not None and best.looks >= 0.9 and best.ends >= 0.9:
            if (best.end - at == 4 or text.startswith(words()["saying"], best.end)) and not holds_word(
                text[at + 1 : best.end]
            ):  # 曾任局长的甲
                self._put(at + 1, best.end, 0.75, TITLE)
            return
        if at in self.title_at or (self._named_before(title.start) and is_word(text[at : at + 2])):
            return
        sure = title.score >= 0.8 or title.start in self.bodies or text.endswith(words()["holders"], 0, title.start)
        least = (0.3 if title.start in self.bodies or title.score >= 0.9 else 0.5) if sure else 0.65
        sound = by_sound(text, at) if title.score >= 0.8 else None
        best = self.endings.best(at)
        if best is not None and text[at] in "和与及" and best.ends < 1.0:
            return  # 主席和高克总统; but 局长和毅，
        if best is not None and sound is not None and sound - at >= 4 and sound > best.end and best.ends < 0.9:
            best = None  # 苏德毕力格, not 苏德毕
        elif (end := self._name(at, TITLE if sure else WORD, least)) is not None:
            certain = title.start in self.bodies or end - at == 3
            if certain and best is not None and best.ends >= 0.8 and not holds_word(text[at:end]):
                self._put(at, end, _SURE_PLACE, TITLE)
            return
        if text[at : at + 1].isascii():
            end = latin(text, at)
            if end is not None:
                self._put(at, end, 0.85, TITLE)
            return
        if sound is not None and 3 <= sound - at <= 7 and not self.inside[at] and (at, sound) not in self.sure:
            self._put(at, sound, 0.8, TITLE)

    def _named_before(self, start: int) -> bool:
        """Whether the title stands behind its name: 方致远主席|贺信."""
        name = self.text[max(0, start - 3) : start]
        return start not in self.bodies and len(name) == 3 and likeness(name) >= 0.9 and not holds_word(name)

    def _before_titles(self) -> None:
        """张三市长说: surname and given name between a mark or a word and the title."""
        for title in self.titles:
            delegate = title.score < 0.8 and self._speaks_as(title)
            if (title.score < 0.8 and not delegate) or self.endings.joins(title.start):
                continue
            for size in (3,) if delegate else (3, 2, 4):
                start = title.start - size
                if start < 0 or self.inside[start]:
                    continue
                name = self.text[start : title.start]
                looks = likeness(name)
                if name[0] in "原前" or (name[-1] in "任为" and likeness(name[:-1]) >= 0.6) or lookup(name + self.text[title.start]):
                    continue  # 原|北航|书记, 郝鹏|任|代理省长, 出任|安徽省|长
                if name[-1] == "向" and (best := self.endings.best(start)) is not None and best.end < title.start:
                    continue  # 郝鹏|向|市领导汇报
                told = self._behind_body(start) and size == 3 and not holds_word(name)  # 某大学|束洪春|副校长
                opens = self._opens(start) or (delegate and self.text.endswith("的", 0, start))
                if delegate and (looks < 0.9 or holds_word(name)):
                    continue
                if looks >= (_LEAST_TOLD if told else 0.75) and opens and (start, title.start) not in self.sure:
                    self._put(start, title.start, max(looks, 0.7) * AFTER.weight, AFTER)
                    break

    def _speaks_as(self, title: Candidate) -> bool:
        """Whether a title is that of who sits in a congress or conference and speaks there: 马志存|代表说."""
        text = self.text
        return text[title.start : title.end] in words()["delegates"] and text.startswith((*words()["saying"], "是"), title.end)

    def _behind_body(self, start: int) -> bool:
        """Whether a body, or a part of it (某厅对外合作处), ends here."""
        return start in self.bodies or (
            self.text[start - 1 : start] in tuple(_UNITS) and any(at in self.bodies for at in range(start - 9, start - 2))
        )

    def _opens(self, start: int) -> bool:
        """Whether a name may begin here for what stands before it."""
        if start == 0 or self._behind_body(start) or not re.match(rf"[{HAN}]", self.text[start - 1]):
            return True
        return is_word(self.text[max(0, start - 2) : start]) or self.text.endswith(words()["before"], 0, start)

    def _given_names(self) -> None:
        """何文斌 … 文斌书记, 向文斌书记: the given name of the one person so called who was named before, between him and his title."""
        whole: dict[str, Candidate] = {}
        for (start, end), c in sorted(self.found.items()):
            if end - start == 3 and c.score >= _SURELY_NAMED and self.text[start] not in words().follow:
                whole.setdefault(self.text[start + 1 : end], c)
        names = {self.text[c.start : c.end] for c in self.found.values()}
        for title in self.titles if whole else ():
            start = title.start - 2
            given = self.text[max(start, 0) : title.start]
            full = whole.get(given)
            if full is None or title.score < 0.8 or full.end > start or is_word(given):
                continue
            before = self.text[start - 1 : title.start]
            if before[0] not in words().follow and likeness(before) >= _SURELY_NAMED:
                continue  # 陈文斌书记
            others = {name for name in names if name[1:] == given and name[0] not in words().follow}
            if others != {self.text[full.start : full.end]} or self.inside[start]:
                continue
            self.found.pop((start - 1, title.start), None)
            self.found.pop((start, title.start), None)
            self._put(start, title.start, AFTER.weight, AFTER, **{GIVEN: others.pop()})

    # --- words beside names

    def _with_words(self) -> None:
        for m in pattern("before_sure").finditer(self.text):
            at = m.end()
            while self.text[at : at + 1] in (" ", "\u3000"):
                at += 1
            best = self.endings.best(at)
            glued = best is not None and m[0] in words()["appointing"] and self._leaves_firm(at, best.end)
            if m[0] in words()["approving"] and not glued:
                continue  # 核准昀泽股份发行股票
            if (not glued and self._name(at, SURE_WORD, 0.7) is not None) or best is None or self.inside[at]:
                continue
            if (best.looks >= 0.95 or glued) and best.end - at == 3 and not holds_word(self.text[at : best.end]):
                self._put(at, best.end, 0.9 if glued else 0.75, SURE_WORD, **({APART: True} if glued else {}))
        for m in pattern("address").finditer(self.text):
            for size in (3, 2, 4):
                start = m.start() - size
                office = self.text.startswith(words()["in_office"], m.end())  # 居伟民同志任…
                told = office and size == 3
                if (
                    start >= 0
                    and not self.inside[start]
                    and (looks := likeness(self.text[start : m.start()])) >= (_LEAST_TOLD if told else 0.75)
                    and (self._opens(start) or (self.text[start - 1] == "的" and office and (told or looks >= 0.9)))
                ):
                    self._put(start, m.start(), max(looks, 0.7) * ADDRESS.weight, ADDRESS)
                    break

    def _leaves_firm(self, start: int, end: int) -> bool:
        """Whether a firm's name was read from here on that begins behind the name, and a post that nobody follows ends what is said: 免去方致远|昀泽集团|董事长职务."""
        firm = self.firm_at.get(start, 0)
        post = self.title_at.get(firm, 0)
        return firm - end > 3 and post > 0 and _OF_POST.match(self.text, post) is not None

    def _in_clauses(self) -> None:
        saying = words()["saying"]
        for m in _CLAUSE.finditer(self.text):
            start = m.end()
            if self.inside[start] or (best := self.endings.best(start)) is None:
                continue
            leaves = self.text.startswith(words()["leaves"], best.end)  # 于甲因已调任…
            if best.looks < (_LEAST_TOLD if leaves else 0.7 if best.end - start == 3 else 0.8):
                continue
            if leaves and not is_word(self.text[start : best.end]):
                self._put(start, best.end, max(best.score, 0.75), APPOINTED)
                continue
            if not (self.text.startswith(saying, best.end) or self._takes_office(best.end)):
                self._bare(start, best)
                continue
            again = best.alone > 1 or best.end - start == 3
            self._put(start, best.end, best.score * SAYING.weight * (1.0 if again else 0.85), SAYING)

    def _bare(self, start: int, best: Option) -> None:
        """A name of three characters at the head of a clause that holds no word, before a word that follows names: 邓建华在…注册."""
        name = self.text[start : best.end]
        told = best.ends >= 0.9 and best.looks >= 0.9 and len(name) == 3 and best.end < len(self.text)
        if (
            told
            and not holds_word(name)
            and re.match(f"[{HAN}]", self.text[best.end])
            and not is_word(self.text[best.end - 1 : best.end + 1])
        ):
            self._put(start, best.end, 0.72, BARE)

    def _takes_office(self, end: int) -> bool:
        """任 before a title: 甲任集团党委书记."""
        return self.text.startswith("任", end) and any(at in self.title_at for at in range(end + 1, end + 12))

    def _appointed(self) -> None:
        """任命X为, 免去X的, 由X担任, a line 甲的…职务: both ends are told, so that X may be a name of any make."""
        for m in appointments().finditer(self.text):
            group = next(group for group in ("names", "name", "item", "made") if m[group])
            at = m.start(group)
            for name in m[group].split("、"):
                self._as_told(at, at + len(name))
                at += len(name) + 1

    def _as_told(self, start: int, end: int) -> None:
        name = self.text[start:end]
        looks = likeness(name)
        if self.inside[start] or name in self._named or len(name) < 2 or is_phrase(name):
            return
        if looks < 0.5 and (len(name) > 6 or holds_word(name) or name.startswith(words()["function"])):
            return
        self._put(start, end, max(looks, 0.8), APPOINTED)

    def _in_front_of_brackets(self) -> None:
        """甲（时任A银行行长）: a name before a bracket that tells a post."""
        for m in _POST_BRACKET.finditer(self.text):
            opens = m.start() + 1
            told = opens in self.body_at or opens in self.title_at or self.text.startswith(words()["of_office"], opens)
            if not told or not any(at in self.title_at for at in range(opens, m.end())):
                continue
            for size in (3, 2, 4):
                start = m.start() - size
                name = self.text[max(start, 0) : m.start()]
                least = 0.7 if size != 3 or holds_word(name) else _LEAST_TOLD
                if start >= 0 and likeness(name) >= least and self._opens(start) and not self.inside[start]:
                    self._put(start, m.start(), max(likeness(name), 0.7) * AFTER.weight, AFTER)
                    break

    def _special(self) -> None:
        for m in _SEX.finditer(self.text):
            if likeness(m[1]) or m[1][0] in surnames():
                self._put(m.start(1), m.end(1), max(likeness(m[1]), 0.9), SEX)
        for m in fields().finditer(self.text):
            if likeness(m[1]) >= _LEAST_TOLD:
                self._put(m.start(1), m.end(1), max(likeness(m[1]), 0.9), FIELD)
        for m in bylines().finditer(self.text):
            end = self._name(m.end(), BYLINE, 0.6, byline=True)
            while end is not None:
                at = re.compile(r"[ \u3000、]+").match(self.text, end)
                end = self._name(at.end(), BYLINE, 0.7, byline=True) if at else None

    def _around(self) -> None:
        for m in frames().finditer(self.text):
            for group in ("near", "said"):
                name = m[group]
                if name and likeness(name) >= 0.7 and not self.inside[m.start(group)] and not is_word(name):
                    self._put(m.start(group), m.end(group), 0.85, AROUND)

    # --- lists

    def _rows(self) -> None:
        """甲、乙、丙出席: three and more that all look like names are names."""
        for m in _ROW.finditer(self.text):
            items, at = m["row"].split("、"), m.start("row")
            ends = self.endings.best(at + m["row"].rindex("、") + 1)
            places = []
            for item in items[:-1]:
                places.append((at, at + len(item)))
                at += len(item) + 1
            if ends is None or ends.looks < 0.6 or ends.ends < 0.9 or len(items) < 3:
                continue
            places.append((at, ends.end))
            looks = [likeness(self.text[a:b]) for a, b in places]
            if min(looks) < 0.55 or sum(looks) / len(looks) < 0.8 or any((a, b) in self.sure or self.inside[a] for a, b in places):
                continue
            for (a, b), look in zip(places, looks, strict=True):
                self._put(a, b, max(look, 0.75), ROW)

    def _lists(self, known: Sequence[tuple[int, int]]) -> None:
        """甲、乙和丙: what is joined to a name is one too, if it looks so and ends well."""
        queue = [*known, *self._again(known)]
        row = {span for span in known if self.found[span].source.endswith(TITLE.rule)}  # names of a row that a title opens
        while queue:
            start, end = queue.pop()
            source = self.found.get((start, end)) or self._by_name[self.text[start:end]]
            at = self._joined(end)
            if at is None or at in self.title_at or source.data.get("byline"):
                continue
            best = self.endings.best(at)
            least = 0.5 if best is not None and best.ends >= 0.95 and (source.score >= 0.7 or source.source.endswith(TITLE.rule)) else 0.75
            if (start, end) in row and best is not None and best.ends >= 0.95 and best.end - at == 3:
                least = min(least, _LEAST_IN_ROW)
            sound = by_sound(self.text, at) if source.score >= 0.8 else None
            if sound is not None and 4 <= sound - at <= 7 and (best is None or best.ends < 0.9) and not self.inside[at]:
                self._put(at, sound, 0.75, LISTED)
                continue
            if best is None or self.inside[at] or best.looks < least or best.ends < 0.9 or (at, best.end) in self.sure:
                if (start, end) in row and (past := self._between(at)) is not None:  # 甲、方向亮、乙
                    self._put(at, past, _LEAST_LISTED, LISTED)
                    queue.append((at, past))
                    row.add((at, past))
                continue
            if (at, best.end) not in self.found:
                self._put(at, best.end, max(best.score * LISTED.weight * min(source.score + 0.1, 1.0), _LEAST_LISTED), LISTED)
                queue.append((at, best.end))
                if (start, end) in row:
                    row.add((at, best.end))

    def _between(self, at: int) -> int | None:
        """The end of what stands between two marks of a row like a name, and is no word: whatever its characters, the next is like one."""
        m = _BETWEEN.match(self.text, at)
        if m is None or m[1][0] not in surnames() or is_phrase(m[1]) or self.inside[at] or m[1] in self._named:
            return None
        following = self.endings.best(m.end())
        return m.end(1) if following is not None and following.looks >= 0.75 and following.ends >= 0.95 else None

    def _again(self, known: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The other occurrences of sure names before a mark of a list: 甲、乙任…, where 甲 is found further on."""
        self._by_name = {self.text[a:b]: self.found[a, b] for a, b in known if self.found[a, b].score >= 0.75}
        for name in sorted(self._by_name):
            at = self.text.find(name + "、")
            while at >= 0:
                if (at, at + len(name)) not in self.found:
                    yield at, at + len(name)
                at = self.text.find(name + "、", at + 1)

    def _joined(self, end: int) -> int | None:
        bracket = _BRACKET.match(self.text[end : end + 24])
        m = _JOIN.match(self.text, end + (bracket.end() if bracket else 0))
        return m.end() if m else None
