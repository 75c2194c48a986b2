"""Projects known by the money put into them or by what they will yield: parks that a firm puts up, what 5亿元 are 建设的, rows of 甲年产…、乙年产…."""

import re
from collections.abc import Iterator

from kg.divisions import lookup
from kg.nlp.candidates import Candidate
from kg.nlp.worded import patterns, word_list
from kg.nlp.words import is_lead, is_loose
from kg.nlp.works.reach import Reach

LONGEST = 36
_MARKS = r"，。；：！？\n"
_NEAR = 40  # characters before a verb of building in which the firm is named that builds
# Patterns by name; {name} stands for the words of that name in `lexicons/project_words.yaml`.
_PATTERNS = {
    "park": "{parks}(?:[一二三四五]期)?(?:项目|工程)?(?:[一二三四五]期)?",
    "put_up": (
        rf"，?(?:(?:是|系)?由[^{_MARKS}]{{2,80}}?{{puts_up}}|(?:计划|预计|概算)?总投资)"
        # 甲产业园今日在乙镇开工，; 甲产业园位于乙镇，业主单位为丙公司
        rf"|{{begun_when}}*(?:在[^{_MARKS}、]{{2,14}}?)?{{begun_when}}*{{begun}}(?=[，。；]|仪式)|(?=，|{{park_goes_on}})[^。；！？\n]{{0,50}}?，{{roles}}(?:为|是|：)"
    ),
    # 甲产业园位于乙镇，占地300亩，总投资5亿元: the sum is the park's where nobody else is named before it.
    "has_sum": r"(?=，|{park_goes_on})(?:(?!{others_sum})[^。；：！？\n]){0,70}?，(?:项目)?(?:计划|预计|概算)?总投资",
    "erects": "{erects}(?:了|的)?$",
    "firm": "公司|集团|企业|厂",
    "built": (
        rf"投资(?:约|近|超|逾)?[0-9.]+[亿万](?:美|欧|港)?元{{erected}}的(?P<name>(?:(?![0-9]个)[^{_MARKS}的等]){{3,{LONGEST}}}?{{kinds_of_works}})"
        rf"(?=[，。；、）”]|{{works_go_on}})"
    ),
    "yields": rf"年(?:产|处理|加工)[0-9.]+[^{_MARKS}、]{{2,24}}?(?=[、，。；]|等[0-9]*个?[^{_MARKS}、]{{0,8}}项目|等)",
    "row_of_projects": rf"[^{_MARKS}]*?等[0-9]*个?[^{_MARKS}、]{{0,8}}项目",
    "projects_before": r"项目[^。；！？\n]{0,16}{row_leads}[^。；：！？\n]{0,160}$",
    # 甲高速乙段全长42公里, 在甲特大桥施工现场: what is built between places is told by its length, its site or who builds it.
    "way": "{ways}(?P<part>[\u4e00-\u9fff]{1,4}段)?(?:[一二三四五]期|(?:改造|扩建|改扩建)工程)?(?=，?(?:{way_when})*{way_goes_on}|施工)",
    "own_size": "，?(?:线路|路线|全线)?(?:全?长|总投资|概算)",
    # 甲医院整体搬迁，总投资2亿元
    "deed": r"{deeds_done}(?:[一二三四五]期)?(?=(?:，|，?项目)?(?:计划|预计|概算|估算)?总投资(?:约|近|超|为|达)?[0-9]|（(?:计划|总)?投资)",
    "no_deed": "[的了将对]|^(?:其|该|本|这|正在|实施|推进|推动|加快|启动|完成|开展)|{firms}$",
    "under_way": "{under_way}",
    "no_way": "{no_way}|^但|^将|好$|(?<!大)同$",
    "way_inside": "{ways}|[改扩新]*建工程",
    "no_park": "[的了个]|^(?:该|本|此|各|某|其|这|那)",
    "no_maker": "{no_maker}$",
}

_pattern = patterns("project_words", _PATTERNS)


def find_invested(text: str, bounds: Reach) -> Iterator[Candidate]:
    """All proposals; `bounds` say how far left a name reaches."""
    if any(word in text for word in word_list("project_words", "park_cues")):
        yield from _parks(text, bounds)
        for built in _pattern("built").finditer(text):
            yield Candidate(*built.span("name"), "Project", "works:money-built", 0.85)
    if "总投资" in text or "（投资" in text:
        yield from _deeds(text, bounds)
    yield from _yields(text, bounds)
    yield from _ways(text, bounds)


def _deeds(text: str, bounds: Reach) -> Iterator[Candidate]:
    """甲医院整体搬迁，总投资2亿元: what is done to what is there names a work where the total follows."""
    for deed in _pattern("deed").finditer(text):
        start = bounds.start(deed.start(), LONGEST)
        head = text[start : deed.start()]
        if 3 <= len(head) <= 20 and not is_loose(head) and not _pattern("no_deed").search(head) and not _has_verb(head):
            yield Candidate(start, deed.end(), "Project", "works:deed", 0.8)


def _ways(text: str, bounds: Reach) -> Iterator[Candidate]:
    for way in _pattern("way").finditer(text):
        start = bounds.start(way.start(), LONGEST)
        head = text[start : way.start()]
        loose = (is_loose(head) and not way[0].endswith("段")) or _pattern("no_way").search(head) or _has_verb(head)
        under_way = _pattern("under_way").search(text, max(start - _NEAR, 0), min(way.end() + _NEAR, len(text)))
        if 2 <= len(head) <= 16 and not loose and under_way and not _pattern("no_park").search(head):
            cut = _is_share_of_province(text, way)
            yield Candidate(start, way.start("part") if cut else way.end(), "Project", "works:way", 0.8 if cut else 0.72)


def _is_share_of_province(text: str, way: re.Match[str]) -> bool:
    """岚宁高铁|福建段: what happens on a province's share of a line; one with its own length and cost is a project by itself."""
    units = lookup(way["part"].removesuffix("段")) if way["part"] is not None else ()
    return bool(units) and all(len(u.code) == 2 for u in units) and _pattern("own_size").match(text, way.end()) is None


def _has_verb(head: str) -> bool:
    """Whether a word that a name seldom begins with stands in it, other than that of a way or of rebuilding: 政府递交|昀宁铁路."""
    plain = _pattern("way_inside").sub("、", head)
    words = (plain[i : i + n] for i in range(len(plain)) for n in (2, 3, 4) if i + n <= len(plain))
    return any(is_lead(word) and not lookup(word) for word in words)


def _parks(text: str, bounds: Reach) -> Iterator[Candidate]:
    """甲新材料产业园，由乙公司投资建设: under investment a park is a project, and everywhere else in the article too."""
    for park in _pattern("park").finditer(text):
        start = bounds.start(park.start(), LONGEST)
        head = text[start : park.start()]
        if len(head) < 2 or is_loose(head) or _pattern("no_park").search(head):
            continue
        erects = _pattern("erects").search(text, max(start - 6, 0), start)
        firm = erects is not None and _pattern("firm").search(text, max(start - _NEAR, 0), start) is not None
        if firm or _pattern("put_up").match(text, park.end()) or _pattern("has_sum").match(text, park.end()):
            yield Candidate(start, park.end(), "Project", "works:park", 0.93)


def _yields(text: str, bounds: Reach) -> Iterator[Candidate]:
    """项目入驻，如甲年产3万吨硅料、乙年产5吉瓦组件等: who makes how much of what names a project in a row of such."""
    found = list(_pattern("yields").finditer(text))
    for made in found:
        start = bounds.start(made.start(), LONGEST)
        maker = text[start : made.start()]
        if not 2 <= len(maker) <= 12 or _pattern("no_maker").search(maker) or "、" in maker:
            continue
        row = [other for other in found if abs(other.start() - made.start()) < 60 and other is not made]
        led = _pattern("projects_before").search(text, max(start - 200, 0), start)
        if (
            row
            and (led or _pattern("row_of_projects").match(text, made.end()))
            and not made[0].endswith(word_list("project_words", "kinds"))
        ):
            yield Candidate(start, made.end(), "Project", "works:yields", 0.8)
