"""Documents without 《》: laws and their drafts (审议云杼法修订草案), papers that a body issues (部委发布关于…的通知), and what only a number names (46号文, “外贸八条”).

Without the brackets a name has no edges of its own. It begins behind a word of passing, changing or issuing, and ends with a word for a document
before a mark; a paper counts only where a body issues it, since firms announce much that is called 公告 and 方案 and is no policy.
"""

import re
from collections.abc import Iterator

from kg.nlp.candidates import Candidate
from kg.nlp.worded import patterns, word_list
from kg.text import HAN

_WORDS = "document_words"
_SCORE, _NUMBERED = 0.9, 0.85
_END = r"(?=[，。；：、）\n和及等]|$)"
_SAYS = r"(?=[，。；：、）\n和及等]|{says}|$)"
_STOP = r"[，。；：《》“”\n]"
_SPECIAL = r"(?:20[0-9]{2}|第[0-9一二三四五六七八九十]{1,3}|首批|年度|季度|“)"  # what tells one report or list from the others
_LATEST = r"(?:(?:[^，。；、\n]{0,8}的)?(?:新修订的|新修改的)?)"
_FREE = r"(?!{no_paper}|[0-9]+[个起批件项])"
# Patterns by name; {name} stands for the words of that name in `lexicons/document_words.yaml`.
_PATTERNS = {
    "draft": rf"(?P<run>[{HAN}]{{2,40}}?{{laws}}（?{{drafts}}）?)(?!稿|[^《》\n]*》)",
    "before_draft": r"^.*(?:{before_drafts}|^对)(?!外)",
    "law": rf"{{before_laws}}{_LATEST}(?P<name>(?!的|了|关于)[{HAN}]{{1,16}}?法)(?:{_END}|(?={{after_laws}}))",
    "next_law": rf"(?:、|和|以及){_LATEST}(?P<name>(?!的|了|关于)[{HAN}]{{1,16}}?法)(?:{_END}|(?={{after_laws}}))",
    "issued": r"{issuers}(?:等?[0-9一二三四五六七八九十多]{0,2}{several})?(?:（[^（）\n]{0,12}）)?"
    r"(?:{when}|[0-9]{1,2}[月日]|（[^（）\n]{0,12}）){0,4}{issues}(?:实施)?(?:了|的)?(?:一份)?",
    "about": rf"(?P<name>关于(?:(?!{_STOP}).){{4,60}}?的(?:(?!{_STOP})[^的、]){{0,6}}{{papers}}){_SAYS}",
    "of": rf"(?P<name>{_FREE}(?:(?!{_STOP})[^的了、]){{6,40}}的(?:(?!{_STOP})[^的、0-9]){{0,6}}{{papers}}){_SAYS}",
    "plain": rf"(?P<name>{_FREE}(?:(?!{_STOP})[^的了、]){{2,34}}{{plain}}){_SAYS}",
    "counted": rf"(?P<name>{_FREE}(?=[^，。；：、《》\n的了]*{_SPECIAL})[^，。；：、《》\n的了]{{3,34}}{{counted}}){_SAYS}",
    "quoted": r"[^，。；《》“”\n]{0,6}“(?P<name>[^“”\n，。]{3,40}{quoted}|[^“”\n，。]{1,12}?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})条)”",
    "number": r"(?<![\d〔〕\]\[第字])[0-9]{1,3}号文(?:件)?(?![化集])|公告〔[0-9]{4}〕第?[0-9]{1,4}号|(?:19|20)[0-9]{2}年第[0-9]{1,4}号公告",
}
_PAPERS = ("about", "of", "plain", "counted", "quoted")
_pattern = patterns(_WORDS, _PATTERNS)


def find_bare_documents(text: str) -> Iterator[Candidate]:
    """Documents named without brackets.

    >>> text = "会议审议云杼保护法修订草案。市财政局近日印发关于做好粮食收购的通知。"
    >>> [text[c.start : c.end] for c in find_bare_documents(text)]
    ['云杼保护法修订草案', '关于做好粮食收购的通知']
    """
    yield from _drafts(text)
    yield from _laws(text)
    yield from _papers(text)
    for match in _pattern("number").finditer(text) if "号" in text else ():
        yield Candidate(*match.span(), "Policy", "works:numbered-paper", _NUMBERED)


def _papers(text: str) -> Iterator[Candidate]:
    """What a body issues, by the words it is called by."""
    for issued in _pattern("issued").finditer(text):
        named = next((m for shape in _PAPERS if (m := _pattern(shape).match(text, issued.end())) is not None), None)
        if named is not None:
            yield Candidate(*named.span("name"), "Policy", "works:issued-paper", _SCORE)


def _drafts(text: str) -> Iterator[Candidate]:
    for match in _pattern("draft").finditer(text) if "案" in text else ():
        start = match.start() + behind_verbs(match["run"])
        if match.end() - start > 3:
            yield Candidate(start, match.end(), "Policy", "works:draft", _SCORE)


def _laws(text: str) -> Iterator[Candidate]:
    """Laws behind a verb of lawmaking, and those that stand in a row with them."""
    for match in _pattern("law").finditer(text) if "法" in text else ():
        found: re.Match[str] | None = match
        while found is not None and _is_law(found["name"]):
            yield Candidate(*found.span("name"), "Policy", "works:law", _SCORE)
            found = _pattern("next_law").match(text, found.end("name"))


def behind_verbs(name: str) -> int:
    """Where the name of a draft or a law begins in a run of words that it ends.

    >>> behind_verbs("关于提请审议云杼法草案")
    6
    """
    verbs = _pattern("before_draft").match(name)
    return verbs.end() if verbs is not None else 0


def _is_law(name: str) -> bool:
    return len(name) > 2 and not name.endswith(word_list(_WORDS, "no_laws"))
