"""Where a name ends: what follows each of its possible ends, here and in the rest of the article.

副市长江成与大家座谈: 江成|与大家 or 江成与|大家? A word that follows names stands behind the first only. 张伟强调研: behind both,
and then the article decides, or else the word that reaches further.
"""

import re
from collections.abc import Container, Mapping
from functools import lru_cache

from kg.nlp.people.characters import japanese, likeness, surnames, words
from kg.nlp.words import cuts_word, is_word
from kg.records import record
from kg.text import HAN

_MARK = re.compile(f"[^{HAN}]")
_HAN = re.compile(f"[{HAN}]")
_AND = ("和", "与", "及")
_ORGAN = re.compile("[省市县区州旗镇乡](?:[委直级领]|政府|人大|政协|纪委|监委|[四五六]大|[四五]套)")  # what leads a place, and who leads it
_LEVEL = re.compile(f"[省市县区州旗镇乡][{HAN}]+")
_SURELY_LIKE = 0.9
_LONGEST_WORD = 5
_OFFICE_REACH = 14  # characters of the name of a body
_FOLLOWS = 0.9  # a mark, a mention, one of the words that follow names most
_WORD_FOLLOWS = 0.8  # any word of the language, none of those that follow names most


@record
class Option:
    """One reading of the characters at a position as a name, with how well it ends, 0–1, and how far what follows it reaches."""

    end: int
    looks: float
    ends: float
    reach: int
    alone: int  # how often in the article the name ends well

    @property
    def score(self) -> float:
        """How sure the reading is, without its context on the left."""
        return self.looks * self.ends


class Endings:
    """Endings in one text.

    Args:
        text: the article.
        marks: where titles, dates and other mentions begin: position → end.
        posts: where the sure ones among the titles end.
        holds: where a post, or the body of one, begins.
    """

    def __init__(self, text: str, marks: Mapping[int, int], posts: Container[int] = (), holds: Container[int] = ()) -> None:
        self.text = text
        self.marks = marks
        self._posts = posts
        self._holds = holds
        self._best: dict[int, Option | None] = {}

    def follows(self, end: int) -> tuple[float, int]:
        """How well a name could end here, and where the word behind it ends."""
        text = self.text
        if end >= len(text) or _MARK.match(text, end):
            return 1.0, end + 1
        if end in self.marks:
            return 0.95, self.marks[end]
        for size in range(_LONGEST_WORD, 0, -1):
            if text[end : end + size] in words().follow and len(text[end : end + size]) == size:
                return (0.95 if size > 1 else 0.9), self._on(end + size)
        if any(is_word(text[end : end + size]) for size in (4, 3, 2)):
            return _WORD_FOLLOWS, end + 2
        return 0.35, end

    def _on(self, end: int) -> int:
        """管彤|则|提醒: a word of one character reaches as far as the word behind it."""
        return next((end + n for n in (4, 3, 2) if len(self.text) >= end + n and self.text[end : end + n] in words().follow), end)

    def options(self, start: int) -> list[Option]:
        """The readings of a name that begins here, best first."""
        found = self._japanese(start)
        if found or (self.text[start : start + 1] not in surnames() and self.text[start : start + 2] not in surnames()):
            return found
        for size in (2, 3, 4):
            end = start + size
            name = self.text[start:end]
            if len(name) < size or not _HAN.match(name[-1]):
                break
            looks = likeness(name)
            if looks < 0.4:
                continue
            ends, reach = self.follows(end)
            found.append(Option(end, looks, ends, reach, self._alone(name)))
        if len(found) < 2:
            return found
        short = {o.end for o in found if o.looks >= 0.6}
        alone = {o.end: o.alone for o in found}
        behind_short = [o for o in found if o.end - 1 in short]
        takes = {o.end for o in behind_short if self.text[o.end - 1] in "任为受" and o.end in self.marks}
        takes |= {o.end for o in behind_short if self.text[o.end - 1] == "任" and o.alone < 2 and self._office(o.end)}
        takes |= {o.end for o in behind_short if self.text.startswith(words()["opens_behind"], o.end - 1)}
        takes |= {o.end for o in behind_short if self.text[o.end : o.end + 1] in ("了", "着")}
        takes |= {o.end for o in behind_short if self.text[o.end - 1] == "向" and o.alone < 2 and self._turns_to(o)}
        found = [o for o in found if o.end not in takes]  # 郭浩|任|白帆银行, 郭浩|应邀出席, 郭浩|用了, 郭浩|向|市红十字会捐款
        found = [o for o in found if not (o.end - 1 in short and self.text[o.end - 1] in words()["adverbs"] and o.alone < 3)]
        found = [o for o in found if not (o.end - 1 in short and (self.joins(o.end) or self._and(start, o, alone[o.end - 1])))]
        longer = {o.end - 1 for o in found if self.text[o.end - 1] in words()["names_first"] and o.ends >= _WORD_FOLLOWS}
        longer |= {
            o.end - 1 for o in found if self.text[o.end - 1] == "有" and self.text.startswith(words()["address"], o.end)
        }  # 全有|上将
        longer |= {o.end - 1 for o in found if o.end not in self.marks and self.text[o.end - 2 : o.end] in words()["whole"]}
        found = [o for o in found if o.end not in longer]
        return sorted(found, key=lambda o: self._rank(start, o, found), reverse=True)

    def _japanese(self, start: int) -> list[Option]:
        """小渊|惠三, 佐佐木|则夫: names of one to three characters behind a Japanese surname, where such a one ends well; those of two first."""
        surname = next((n for n in (3, 2) if self.text[start : start + n] in japanese()), 0)
        found = []
        for given, looks in ((2, 0.9), (1, 0.8), (3, 0.7)) if surname else ():
            end = start + surname + given
            name = self.text[start + surname : end]
            ends, reach = self.follows(end)
            if (
                ends >= _FOLLOWS
                and len(name) == given
                and _HAN.fullmatch(name[0])
                and not _MARK.search(name)
                and not self._takes_up(name, end)
            ):
                found.append(Option(end, looks, ends, reach, self._alone(self.text[start:end])))
        return found

    def _takes_up(self, given: str, end: int) -> bool:
        """Whether a given name begins or ends with what follows names, or is an ordinary word: 田中表示, 安倍在."""
        return given in words().follow or given[0] in words().follow or is_word(given) or cuts_word(self.text, end, end)

    def _turns_to(self, option: Option) -> bool:
        """Whether 向 at the end of a name leads whom something is done to: a mention but no post or day stands behind it, or any word but those that follow names."""
        behind = self.marks.get(option.end)
        if _ORGAN.match(self.text, option.end) is not None:
            return True
        if behind is None:
            return option.ends <= _WORD_FOLLOWS
        named = behind not in self._posts and not self.text[option.end].isdigit()
        return named and not any(self.text[option.end : option.end + size] in words().follow for size in (2, 3))  # 郭志向|日前

    def _office(self, start: int) -> bool:
        """Whether a body and its post stand here, behind 任: 领导小组|组长."""
        if self.text.startswith(words()["saying"], start):
            return False
        at = next((at for at in range(start + 2, start + _OFFICE_REACH) if at in self.marks and self.text[at] != self.text[start]), 0)
        return at > 0 and self.text.endswith(words()["offices"], start, at) and _MARK.search(self.text[start:at]) is None

    def joins(self, end: int) -> bool:
        """书记尹力|和市长殷勇: the last character joins two people, for a title and a name come behind it."""
        behind = self.marks.get(end)
        return (
            self.text[end - 1] in "和与及" and behind is not None and any(likeness(self.text[behind : behind + n]) >= 0.7 for n in (2, 3))
        )

    def _and(self, start: int, option: Option, shorter: int) -> bool:
        """市长尹力|和区领导, 市长尹力|和市政府秘书长: behind a name that its post stands before, the last character joins others to it.

        Where the article holds the longer name oftener (`shorter`: how often the other one), it is the name.
        """
        return start in self._posts and option.alone <= shorter and self.joins_others(option.end)

    def joins_others(self, end: int) -> bool:
        """Whether what stands before `end` is 和 with a post, a body, or a group of people behind it."""
        if self.text[end - 1 : end] not in _AND:
            return False
        if end in self._holds or self.text.startswith(words()["groups"], end) or _ORGAN.match(self.text, end) is not None:
            return True
        level = _LEVEL.match(self.text, end)  # 市长尹力|和省果树研究所所长殷勇
        reach = range(end + 2, min(level.end(), end + _OFFICE_REACH)) if level is not None else ()
        post = next((self.marks[at] for at in reach if self.marks.get(at) in self._posts), 0)
        return post > 0 and any(likeness(self.text[post : post + n]) >= _SURELY_LIKE for n in (2, 3))

    def _rank(self, start: int, option: Option, all_: list[Option]) -> tuple[float, float, int, float]:
        """Ends well; whether the article agrees; how far its follower reaches; likeness."""
        well = option.ends >= _WORD_FOLLOWS
        agreed = 0.0
        for other in all_:
            if other.end != option.end and other.ends >= _WORD_FOLLOWS and well:
                agreed += (option.alone > other.alone) - (option.alone < other.alone)
        share = 0.93 if option.end - start == 2 else 1.0
        return (float(option.ends >= 0.9) + float(well), agreed, option.reach, option.score * share)

    def _alone(self, name: str) -> int:
        return _count(self.text, name)

    def best(self, start: int) -> Option | None:
        """The best reading, or None."""
        if start not in self._best:
            self._best[start] = next(iter(self.options(start)), None)
        return self._best[start]


def _goes_on(text: str, end: int) -> bool:
    """Whether a word of several characters that follows names stands at `end`, or behind a word of one: |则|提醒."""
    follow = words().follow
    return any(text[at : at + n] in follow for at in (end, end + 1) if at == end or text[end] in follow for n in (2, 3))


@lru_cache(maxsize=4096)
def _count(text: str, name: str) -> int:
    """How often the name stands in the text with a mark or a word of several characters behind it: endings that leave no doubt."""
    count, at = 0, text.find(name)
    while at >= 0:
        end = at + len(name)
        if end >= len(text) or _MARK.match(text, end) or _goes_on(text, end):
            count += 1
        at = text.find(name, end)
    return count
