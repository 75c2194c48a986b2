"""What Chinese names are made of: surnames by frequency, characters of given names, words that look like names and are none."""

from functools import cache, lru_cache

from kg.nlp.title_words import posts
from kg.nlp.words import is_word
from kg.records import record
from kg.resources import lines, tables

_SURNAME = {4: 1.0, 3: 0.97, 2: 0.88, 1: 0.6}
_GIVEN = {"often": 1.0, "seldom": 0.9, "never": 0.0}
_UNSEEN = 0.72
_SELDOM = 0.6
_CALLED = "总局处"  # 潘总, 王局: a surname with a post in one character
_FUNCTION = 0.7  # 茅以宁, 邱凤至, 张有为: function words that names hold at that place
LONGEST = 4


@record
class Words:
    """The word lists about people, longest words first."""

    lists: dict[str, tuple[str, ...]]
    follow: frozenset[str]
    never: frozenset[str]
    sound: str
    inner: frozenset[str]
    last: frozenset[str]

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return self.lists[key]


@cache
def words() -> Words:
    """`resources/lexicons/person_words.yaml`."""
    data = tables("lexicons", "person_words.yaml")
    lists = {key: tuple(sorted(dict.fromkeys(str(value).split()), key=lambda w: (-len(w), w))) for key, value in data.items()}
    return Words(
        lists,
        frozenset(lists["follow"]),
        frozenset(lists["never"]),
        "".join(lists["sound"]),
        frozenset(lists["inner"]),
        frozenset(lists["last"]),
    )


@cache
def surnames() -> dict[str, float]:
    """Surname → how much it speaks for a name, 0–1."""
    found: dict[str, float] = {}
    for line in lines("surnames.txt"):
        weight, *names = line.split()
        found.update(dict.fromkeys(names, 0.97 if len(names[0]) > 1 else _SURNAME[int(weight)]))
        found.update({name: 0.97 for name in names if len(name) == 2})
    return found


@cache
def _given() -> dict[str, float]:
    found: dict[str, float] = {}
    for line in lines("lexicons", "person_given.txt"):
        kind, _, run = line.partition(" ")
        for character in run:
            found.setdefault(character, _GIVEN[kind])
    return found


@cache
def japanese() -> frozenset[str]:
    """Japanese surnames of two and three characters."""
    return frozenset(name for line in lines("lexicons", "person_japanese.txt") for name in line.split())


@lru_cache(maxsize=65536)
def likeness(name: str) -> float:
    """How much a run of two to four characters looks like a Chinese name, 0–1.

    >>> likeness("周文栋") > 0.95, likeness("高度"), likeness("江成与"), likeness("周台长")
    (True, 0.0, 0.0, 0.0)
    """
    size = 2 if name[:2] in surnames() and len(name) > 2 else 1
    value = surnames().get(name[:size], 0.0)
    given = name[size:]
    if not value or not 1 <= len(given) <= 2:
        return _double(name)
    if (
        name in words().never
        or name[:2] in words().never
        or given in words()["courtesy"]
        or given in posts()
        or (len(given) > 1 and given in words().follow)
    ):
        return 0.0
    if size == 1 and name[0] in words().follow:  # 和, 向, 于: seldom surnames, and never before another one with its post (向|潘总)
        value *= _SELDOM if given[-1] not in _CALLED or given[0] not in surnames() else 0.0
    for i, character in enumerate(given if given not in words()["whole"] else ""):
        share = _given().get(character, _UNSEEN)
        if not share and character in (words().inner if len(given) > 1 and not i else words().last if i else ()):
            share = _FUNCTION
        value *= share
    if is_word(name):
        value *= 0.55
    elif size == 1 and len(name) == 3 and (is_word(name[:2]) or is_word(name[1:])):
        value *= 0.93
    return value


def holds_word(name: str) -> bool:
    """Whether a run holds an ordinary word.

    >>> holds_word("邓建华"), holds_word("高质量")
    (False, True)
    """
    return any(is_word(name[a : a + n]) for n in (2, 3, 4) for a in range(len(name) - n + 1))


def _double(name: str) -> float:
    """Two surnames before two characters (陈李嘉欣): rare, and none where the last may follow the name (何文斌|到)."""
    if (
        len(name) == 4
        and not any(part in words().never or part in words().follow for part in (name[0], name[:2], name[2:], name[3:]))
        and name[0] not in words()["before"]
        and surnames().get(name[0], 0) >= 0.97
        and surnames().get(name[1], 0) >= 0.97
    ):
        return 0.6 * min(_given().get(name[2], _UNSEEN), _given().get(name[3], _UNSEEN))
    return 0.0
