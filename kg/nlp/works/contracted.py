"""Projects that contracts are about: 签订高端轴承|项目投资协议, 就昀岭冷链物流项目签署合作备忘录.

Behind 项目 as part of another word (项目合作, 项目经理) no name ends elsewhere; where something is signed for it, what stands before 项目 names it, whatever it is
made of, unless it only says of which sort it is (招商引资项目协议).
"""

from collections.abc import Iterator

from kg.nlp.candidates import Candidate
from kg.nlp.worded import patterns, word_list
from kg.nlp.words import cuts_word
from kg.nlp.works.reach import generic
from kg.resources import lines

_SCORE = 0.8
# Patterns by name; {name} stands for the words of that name in `lexicons/project_words.yaml`.
_PATTERNS = {
    "signed": (
        r"{signs}了?(?:[^，。；、：\n]{0,16}?[0-9][^，。；、：\n]{0,8}?元的)?(?:《|“)?(?:关于)?"
        r"(?P<name>(?P<head>[^，。；、：！？《》“”（）\n的与和]{3,26}?){contract_works})(?:{contract_sorts})*{contracts}"
    ),
    "about": r"就(?P<name>(?P<head>[^，。；、：！？《》“”（）\n的与和]{3,26}?){contract_works})(?:{contract_sorts}|正式|成功|现场|共同|顺利)*{signs}",
    "no_head": "{determined}|新的$|^(?:{points}{measures}?|新|有关|相关|一批|多)|[0-9一二三四五六七八九十多余]+(?:{measures_of_many})|{firms}$|{sentence}",
}

_pattern = patterns("project_words", _PATTERNS)


def find_contracted(text: str) -> Iterator[Candidate]:
    """All proposals.

    >>> [c.end for c in find_contracted("双方签订总投资12亿元的高端轴承项目合作协议")]
    [18]
    """
    if "签" not in text:
        return
    kinds, sorts = generic("project_nouns.txt"), tuple(lines("lexicons", "project_sorts.txt"))
    for shape in ("signed", "about"):
        for m in _pattern(shape).finditer(text):
            head = m["head"]
            sort = head in kinds or (head.endswith(sorts) and not head.endswith(word_list("project_words", "contract_works")))
            if sort or _pattern("no_head").search(head) or cuts_word(text, m.start("name"), m.end("name")):
                continue
            yield Candidate(*m.span("name"), "Project", "works:contracted", _SCORE)
