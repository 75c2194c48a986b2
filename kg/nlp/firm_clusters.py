"""Which names of firms in one article are one firm: short and full, of a house or its branch; and which the text keeps apart: mother and daughter, who merge."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from kg import banks
from kg.divisions import lookup
from kg.nlp.clusters import Cluster, by_text, join, plain
from kg.nlp.names import core, is_branch, is_full, is_full_form, only_placed, same_region, short_of, tail_only
from kg.nlp.variants import in_letters_of
from kg.types import Mention

_LEVELS = "省市县区州旗"
_TWO = 2
_LEAST_OF_PLACE = 4  # 县农商行
_JOINS = frozenset(("、", "和", "与", "及", "以及", "或", "，以及", "、以及"))
_KIN = re.compile(r"的?(?:间接|直接)?(?:旗下|下属|所属|全资|控股|参股|子公司|母公司|大股东|第一大股东|实际控制人)[^，。；、：“”\n]{0,12}")
_DAUGHTER = r"(?:间接|直接)?(?:全资|控股|参股|非全资)*(?:[子孙]公司|附属公司|项目公司|合资公司|控股公司|参股公司|全资公司)"
_AS_DAUGHTER = re.compile(rf"(?:{_DAUGHTER}|(?:设立|成立|新设|组建)了?)[——“：]*$")
_OTHER = re.compile("(?:股份|有限|集团)公司|股份(?=公告|披露|称)")
_IS_OF = re.compile(r"(?:[（(][^（）()]*[)）]|(?:，|成立|设立|注册|组建)[^。；！？\n]{0,30}，)?(?:现|均|目前|则)?(?:是|为|系|属)")
_ITS_DAUGHTER = re.compile(rf"(?:[（(][^（）()]*[)）])?[^，。；：、\n]{{0,12}}?{_DAUGHTER}")
_MERGE = re.compile(r"(?:等[^，。；]{0,8}?)?[^，。；、]{0,4}(?:合并|整合|重组)[^，。；、]{0,8}")
_MADE_OF = re.compile(r"[^，。；、]{0,4}由原?")
_MADE = re.compile(r"(?:等[^，。；]{0,8}?)?[^，。；、]{0,4}(?:合并|整合|重组|组建而成)")
_NEWS = re.compile(r"讯|消息|频道|报道|记者|编辑|综合|的?统计|援引|获悉|刊")
_NEWS_OF = re.compile(r"(?:来源|来自|据|编辑|转自|参加|接受|微博)[：:“]?$|[。！？”][（(]$")
_CODE = re.compile(r"[（(](?:股票)?(?:代码)?[：:，, ]?(?:[A-Za-z.]{2,3})?[036][0-9]{5}\b|[，,]?[036][0-9]{5}[.](?:S[HZ])")


def companies(mentions: Sequence[Mention], declared: dict[str, str], text: str = "") -> list[Cluster]:
    """The firms of an article: a short form joins the one full name that it fits, unless the text keeps the two apart."""
    clusters = by_text("Company", mentions, lambda t: plain(t).casefold())
    owner = {}
    listed = _listed_together(mentions, text) | _merged(mentions, text)
    for i, short in enumerate(clusters):
        told = declared.get(short.name)
        fits: list[tuple[float, int]] = []
        daughters: set[int] = set()  # which the text tells apart from whose name they take
        for j, full in enumerate(clusters):
            if j == i or (len(full.name), full.name) <= (len(short.name), short.name):
                continue
            if told is not None and plain(told) == full.name:
                fits = [(9, j)]
                break
            if told is None and ((short.name, full.name) in listed or _stands_alone(short, full, text)):
                continue
            if (
                (score := _of_own_place(short.name, full.name))
                or (score := short_of(in_letters_of(short.name, full.name), full.name))
                or (score := _bank_of_branch(short, full, clusters))
            ):
                fits.append((score + (0.5 if is_full(full.name) else 0), j))
                daughters |= {j} if told is None and _is_daughter(short, full, text) else set()
        if told is None and (whole := [(9.0, j) for j, full in enumerate(clusters) if j != i and _by_initials(short, full)]):
            fits = whole
        if not fits:
            continue
        best = max(score for score, _ in fits)
        if best < _TWO and told is None:
            fits = [(score, j) for score, j in fits if not _leaves_out(short, clusters[j], clusters)]
            if not fits:
                continue
        if best < 9:
            same = [(score, j) for score, j in fits if score >= 3 and not only_placed(short.name, clusters[j].name)]
            fits = same or fits
            names = [clusters[j].name for _, j in fits]
            if _of_house(names) if same or best < 3 else any(not same_region(*pair) for pair in combinations(names, 2)):
                continue
            best = max(score for score, _ in fits)
        chosen = [j for score, j in fits if score == best]
        if len(chosen) > 1:  # two firms of one head: only if one is the short form of the other
            longest = max(chosen, key=lambda j: (len(clusters[j].name), -j))
            if not all(j == longest or short_of(clusters[j].name, clusters[longest].name) for j in chosen):
                continue
            chosen = [longest]
        if chosen[0] not in daughters:
            owner[i] = chosen[0]
    return join(clusters, owner)


def _listed_together(mentions: Sequence[Mention], text: str) -> set[tuple[str, str]]:
    """Pairs of names, the shorter first, that stand side by side in a row, or as kin: 昀泽影视和青岛昀泽影视, 昀泽集团旗下昀泽 are two."""
    pairs = set()
    for one, other in pairwise(sorted(mentions, key=lambda m: m.start)):
        between = text[one.end : other.start]
        if between in _JOINS or _KIN.fullmatch(between):
            short, full = sorted((plain(one.text), plain(other.text)), key=lambda n: (len(n), n))
            pairs.add((short, full))
    return pairs


def _merged(mentions: Sequence[Mention], text: str) -> set[tuple[str, str]]:
    """Pairs of names, the shorter first, of which one was made of the other and of a third: 昀泽集团、北川集团合并组建岚城昀泽控股集团.

    What is called so later on as well is the new one.
    """
    ordered = sorted(mentions, key=lambda m: m.start)
    last = {m.text: m.start for m in ordered}
    pairs: set[tuple[str, str]] = set()
    for i, whole in enumerate(ordered):
        before = list(_row(ordered[:i][::-1], text))
        if len(before) > 1 and _MERGE.fullmatch(text, before[0].end, whole.start):
            pairs.update((part.text, whole.text) for part in before if part.start == last[part.text])
        behind = list(_row(ordered[i + 1 :], text))
        if len(behind) > 1 and _MADE_OF.fullmatch(text, whole.end, behind[0].start) and _MADE.match(text, behind[-1].end):
            pairs.update((part.text, whole.text) for part in behind if part.start == last[part.text])
    return {(plain(one), plain(other)) for one, other in (sorted(pair, key=lambda n: (len(n), n)) for pair in pairs)}


def _row(mentions: Iterable[Mention], text: str) -> Iterator[Mention]:
    """The first of these mentions with those that stand in one row with it, read in either direction."""
    last: Mention | None = None
    for mention in mentions:
        one, other = (mention, last) if last is not None and mention.start < last.start else (last, mention)
        if one is not None and other is not None and text[one.end : other.start] not in _JOINS:
            return
        yield mention
        last = mention


def _stands_alone(short: Cluster, full: Cluster, text: str) -> bool:
    """Whether the text tells that the short name is not of the longer one: by a stock code, or as the longer one only brings the news."""
    if "集团" in full.name and "股份" not in full.name and any(_CODE.match(text, m.end) for m in short.mentions):
        return True  # 昀泽（600001） is not 昀泽集团
    newsroom = full.name.startswith(short.name) and not is_full(full.name) and bool(text)  # 昀泽科技讯
    return newsroom and all(_NEWS.match(text, m.end) or _NEWS_OF.search(text, max(m.start - 4, 0), m.start) for m in full.mentions)


def _leaves_out(short: Cluster, full: Cluster, clusters: Sequence[Cluster]) -> bool:
    """Whether an abbreviation leaves out what the article calls the firm by elsewhere: 岚机农装 is not 岚机昀泽农业装备有限公司, which is 岚机昀泽."""
    name, whole = core(short.name), core(full.name)
    others = (core(c.name) for c in clusters if c is not short and c is not full)
    return any(len(o) > _TWO + 1 and whole.startswith(o) and not o.startswith(name) and not set(o[_TWO:]) & set(name) for o in others)


def _is_daughter(short: Cluster, full: Cluster, text: str) -> bool:
    """Whether the text brings the longer name as that of a daughter after the short one has acted: 昀泽公告，控股子公司昀泽（岚城）有限公司…; 后者为昀泽的子公司."""
    if not is_full_form(full.name):
        return False  # 昀泽 and 昀泽集团
    for firm in full.mentions:
        if (label := _AS_DAUGHTER.search(text, max(firm.start - 14, 0), firm.start)) is not None:
            sentence = max(text.rfind(mark, 0, firm.start) for mark in "。！？\n")
            before = [m for m in short.mentions if m.start < firm.start]
            if before and _OTHER.search(text, max(m.end for m in before), label.start()):
                continue  # 昀泽获净利3亿。岚城证券披露，其参股公司昀泽有限公司…
            if any(m.start > sentence for m in before) or (before and only_placed(short.name, full.name)):
                return True
        if any(_IS_OF.fullmatch(text, firm.end, m.start) and _ITS_DAUGHTER.match(text, m.end) for m in short.mentions):
            return True
    return False


def _of_own_place(short: str, full: str) -> int:
    """市昀泽集团 for 岚城市昀泽集团 or 岚城昀泽集团: the level alone for the place that the longer name tells."""
    if banks.of_own_place(short, full):
        return 4
    short, full = banks.spelt(short), banks.spelt(full)  # 市农信联社 for 岚城市农村信用合作联社
    level, where = short[0], full.removesuffix(short[1:])
    if len(short) < _LEAST_OF_PLACE or level not in _LEVELS or where == full or len(where) < 2:
        return 0
    return 4 if lookup(where if where.endswith(level) else where + level) else 0


def _by_initials(short: Cluster, full: Cluster) -> bool:
    """昀钢 for 昀岭钢铁集团, which was named before: the first characters of its name and of its trade."""
    name, whole = core(short.name), core(full.name)
    if len(name) != _TWO or short.start <= full.start or is_branch(full.name):
        return False
    return name[0] in (whole[0], full.name[0]) and whole[_TWO:].startswith(name[1]) and tail_only(whole[_TWO:])


def _of_house(names: Sequence[str]) -> bool:
    """Whether two of the names that a short one fits are of firms that cannot be one: it is then the name of their house."""
    return any(not short_of(*sorted(pair, key=lambda n: (len(n), n))) for pair in combinations(names, 2))


def _bank_of_branch(short: Cluster, full: Cluster, clusters: list[Cluster]) -> int:
    """后文以行名称其分行: the bank's own name after its only branch in the article was introduced means the branch."""
    bank = banks.spelt(short.name)
    if not is_branch(full.name) or banks.house_of(full.name) != bank or not bank.endswith("银行"):
        return 0
    branches = {banks.spelt(c.name) for c in clusters if is_branch(c.name) and banks.house_of(c.name) == bank}
    return 2 if len(branches) == 1 and short.start > full.start else 0
