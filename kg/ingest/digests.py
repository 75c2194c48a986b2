"""Pages of several short items under one headline (县区快讯, 一句话新闻): where each begins, what it is called and of which town it is.

A list within one story looks much like it. Items are told apart where they say themselves that they are news of their own: each is of another town
(【江阴】…, 【宜兴】…), a column stands over them (要闻速览), or each opens or ends as a story does. Anything else stays whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from kg import divisions
from kg.ingest.dateline import closing_byline, dateline
from kg.ingest.lines import any_of
from kg.ingest.pieces import Item, Piece
from kg.text import HAN, small_number
from kg.traditional import simplified

_SIGN = "[■●◆★☆▲▶►◎○□◇▪•·▌]"
_NUMBER = r"(?:\d{1,2}(?:、|[.．](?!\d))|[一二三四五六七八九十]{1,3}、|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[①-⑳])"
_MARK = re.compile(rf"^(?P<sign>{_SIGN}+\s*)?(?P<number>{_NUMBER}\s*)?(?:[【\[](?P<name>[^】\]\n]{{2,40}})[】\]]\s*)?")
_SIGNED = re.compile(_SIGN)
_TOWN = re.compile(rf"(?P<town>[{HAN}]{{2,9}}?)(?:(?:[：:｜|]|[ \u3000]+|——?)(?=[^\s\d])|[：:]?\s*[■●◆]*$)")
_NAMED = re.compile(rf"[{HAN}A-Za-z0-9（）]{{2,16}}[：:]")
_CLOSED = re.compile("[。！？…][”’」』）)]*$")
_RUN = re.compile(r"(?:(?<=[。！？）)”\s])|^)(\d{1,2})(?:、|[.．](?!\d))\s*")
_COUNT = re.compile(r"(\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])[则条][）)]?$")
_LISTED = re.compile("[：:｜|]")  # behind the name of a column: 每日早知道：甲公司投产
_FRONT, _HEADLINE = 60, 120  # characters in which the mark of an item stands, and of the longest headline
_LEAST = 12  # characters of an item
_TOLD = 30  # of one whose town stands before it without brackets
_LONG = 8  # of a headline in brackets
_FEW, _SEVERAL = 2, 3


@dataclass(frozen=True, slots=True)
class _Opener:
    """A paragraph or line that may begin an item: by what mark, of which town, under which headline, and the text behind the mark."""

    at: int
    mark: str
    text: str
    name: str = ""
    town: str = ""


def itemised(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a source, those that begin an item of a digest marked, with the headline that the item has of its own."""
    pieces = list(_opened(pieces))
    if headed := _headed(pieces):
        return headed
    found: list[Piece] = []
    for run, over in _runs(pieces):
        openers = _openers(run, over)
        found += _marked(run, openers, over) if openers else run
    return found


def _opened(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, a paragraph under a column that runs 1、… 2、… 3、… as one for each number."""
    over = ""
    for piece in _apart(pieces):
        over = _over(piece, over)
        cuts: list[int] = []
        for m in _RUN.finditer(piece.text) if over and piece.kind == "para" else ():
            if int(m[1]) == len(cuts) + 1:
                cuts.append(m.start())
        if len(cuts) < _SEVERAL:
            yield piece
            continue
        starts = sorted({0, *cuts})
        for start, end in pairwise([*starts, len(piece.text)]):
            text = piece.text[start:end].strip()
            head = start < cuts[0] and len(text) < _LEAST
            yield replace(piece, kind="frame" if head else "para", text=text, gap=piece.gap and start == 0)


def _apart(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, those that ▲ opens and who signs each as two, where several are signed: they are no captions."""
    captions = {at: closing_byline(piece.text) for at, piece in enumerate(pieces) if piece.kind == "caption" and _SIGNED.match(piece.text)}
    signed = {at: found for at, found in captions.items() if found is not None and _CLOSED.search(pieces[at].text[: found[0]].rstrip())}
    for at, piece in enumerate(pieces):
        if len(signed) < _FEW or at not in signed:
            yield piece
            continue
        end, names = signed[at]
        yield replace(piece, text=piece.text[:end].rstrip())
        yield replace(piece, kind="byline", text=piece.text[end:].strip(), gap=False, names=names)


def _over(piece: Piece, over: str) -> str:
    """The column over what follows a piece: a headline that is none heads a story of its own."""
    if piece.kind in ("head", "frame") and is_column(piece.text):
        return piece.text
    return "" if piece.kind == "head" and not _begins(piece) else over


def _headed(pieces: Sequence[Piece]) -> list[Piece]:
    """简讯三则, and under it headlines with a paragraph or more each: as many as it says, or each signed; else nothing."""
    lead = next((at for at, piece in enumerate(pieces) if piece.kind in ("head", "para") or is_column(piece.text)), None)
    if lead is None or pieces[lead].kind not in ("head", "frame") or not is_column(pieces[lead].text):
        return []
    over, rest = pieces[lead].text, pieces[lead + 1 :]
    starts = [at for at, piece in enumerate(rest) if piece.kind == "head"]
    parts = [rest[start:end] for start, end in pairwise([*starts, len(rest)])]
    if len(parts) < _FEW or any(piece.kind == "para" for piece in rest[: starts[0]]):
        return []
    told = all(any(piece.kind == "para" for piece in part) and not _begins(part[0]) for part in parts)
    signed = all(any(piece.kind == "byline" for piece in part) for part in parts)
    numbers = [int(piece.text) for piece in rest if piece.kind == "frame" and piece.text.isdecimal()]  # 01, 02 in lines of their own
    if not told or not (signed or _count(over) == len(parts) or numbers == list(range(1, len(parts) + 1))):
        return []
    found = [*pieces[:lead], *rest[: starts[0]]]
    for head, *part in parts:
        first = next(at for at, piece in enumerate(part) if piece.kind == "para")
        found += [
            replace(piece, inside=True, item=Item("", head.text, _name(over))) if at == first else replace(piece, inside=True)
            for at, piece in enumerate(part)
        ]
    return found


def _runs(pieces: Sequence[Piece]) -> Iterator[tuple[list[Piece], str]]:
    """What stands between headlines that begin no item, and the column over it."""
    run: list[Piece] = []
    over = ""
    for piece in pieces:
        if piece.kind == "head" and not _begins(piece) and any(p.kind in ("para", "caption") for p in run):
            yield run, over
            run = []
        over = _over(piece, over)
        run.append(piece)
    if run:
        yield run, over


def _name(over: str) -> str:
    """What a column is called."""
    return _LISTED.split(over)[0].strip("【】《》[]■●◆ ")


def _begins(piece: Piece) -> bool:
    m = _MARK.match(piece.text)
    return (m is not None and m.end() > 0) or _town_of(simplified(piece.text[:_FRONT])) != ""


def _count(over: str) -> int | None:
    """How many items a column says that it has: 简讯三则."""
    found = _COUNT.search(over.rstrip("】》]"))
    return small_number(found[1]) if found is not None else None


@cache
def _columns() -> re.Pattern[str]:
    words = any_of("digest_columns")
    return re.compile(
        rf"[【《●■◆\[]?(?:[{HAN}0-9]{{0,10}}?{words}(?:[（(]?[0-9一二两三四五六七八九十]{{1,3}}[则条篇][）)]?)?|[{HAN}]{{2,8}}[0-9一二两三四五六七八九十]{{1,3}}则)[】》\]]?"
        rf"|[{HAN}0-9]{{0,8}}{any_of('digest_leads')}[：:｜|].+"
    )


def is_column(text: str) -> bool:
    """Whether a line is the name of a column of short items.

    >>> is_column("县区快讯"), is_column("要闻速览"), is_column("云岭简讯三则"), is_column("甲市发布简讯系统")
    (True, True, True, False)
    """
    return len(text) <= _HEADLINE and _columns().fullmatch(simplified(text).strip()) is not None


def _town_of(text: str) -> str:
    m = _TOWN.match(text)
    return m["town"] if m is not None and divisions.lookup(m["town"]) else ""


def _opener(at: int, piece: Piece) -> _Opener | None:
    text = simplified(piece.text[:_FRONT])
    m = _MARK.match(text)
    if piece.kind not in ("para", "head") and not (piece.kind == "caption" and m is not None and m["sign"]):
        return None
    end = m.end() if m is not None else 0
    if end and is_column(text):
        return None
    rest = piece.text[end:]
    if m is not None and m["name"]:
        name = piece.text[slice(*m.span("name"))]
        if divisions.lookup(m["name"]) or divisions.is_town(m["name"]):
            return _Opener(at, "town", rest if dateline(rest) is not None else piece.text[m.start("name") - 1 :], "", m["name"])
        return _Opener(at, "town" if _town_of(m["name"]) else "name", rest, name, _town_of(m["name"]))
    if town := _town_of(text[end:]):
        alone = text[end:].rstrip("：: ■●◆") == town
        return _Opener(at, "town" if alone else "place", "" if alone else rest, "", town)
    if end == 0:
        return _Opener(at, "colon", rest) if _NAMED.match(text) else None
    return _Opener(at, "sign" if m is not None and m["sign"] else "number", rest)


def _openers(run: Sequence[Piece], over: str) -> list[_Opener]:
    """The openers of the items of a run, or none."""
    every = [one for at, piece in enumerate(run) if (one := _opener(at, piece)) is not None]
    for mark, told in (("town", _by_towns), ("place", _by_places), ("name", _by_marks), ("sign", _by_marks), ("number", _by_marks)):
        some = [one for one in every if one.mark == mark]
        if len(some) >= _FEW and told(run, some, over):
            return some
    paras = [(at, piece) for at, piece in enumerate(run) if piece.kind == "para"] if over else []
    news = [_Opener(at, "news", piece.text) for at, piece in paras if dateline(piece.text) is not None]
    if len(news) >= _FEW and _by_marks(run, news, over):
        return news
    colons = [one for one in every if one.mark == "colon"]
    if len(paras) == len(colons) >= _SEVERAL and all(_CLOSED.search(piece.text) for _, piece in paras):
        return colons
    if over and _count(over) == len(paras) >= _FEW:
        return [_Opener(at, "plain", piece.text) for at, piece in paras]
    return []


def _bodies(run: Sequence[Piece], openers: Sequence[_Opener]) -> list[list[str]]:
    """The paragraphs of each item."""
    return [
        [one.text, *(piece.text for piece in part[1:] if piece.kind == "para")]
        for one, part in zip(openers, _parts(run, openers), strict=True)
    ]


def _parts(run: Sequence[Piece], openers: Sequence[_Opener]) -> list[Sequence[Piece]]:
    """The pieces of each item."""
    return [run[start:end] for start, end in pairwise([*(one.at for one in openers), len(run)])]


def _by_towns(run: Sequence[Piece], openers: Sequence[_Opener], over: str) -> bool:
    """【江阴】…: the towns differ and each is told something of."""
    bodies = _bodies(run, openers)
    return len({one.town for one in openers}) >= _FEW and all(len("".join(body)) >= _LEAST and _CLOSED.search(body[-1]) for body in bodies)


def _by_places(run: Sequence[Piece], openers: Sequence[_Opener], over: str) -> bool:
    """江阴：…: as above, and the page holds little else, or they are a list within a story."""
    others = sum(1 for piece in run[: openers[0].at] if piece.kind == "para")
    if len({one.town for one in openers}) < len(openers) or not (over or (len(openers) >= _SEVERAL and others <= 1)):
        return False
    bodies = _bodies(run, openers)
    if not over and any(len(body) > 1 for body in bodies):  # what follows the last one may be of all
        return False
    return all(len("".join(body)) >= (_LEAST if over else _TOLD) and _CLOSED.search(body[-1]) for body in bodies)


def _by_marks(run: Sequence[Piece], openers: Sequence[_Opener], over: str) -> bool:
    """■ …, 1. …, 【甲公司开工】…: under a column, or each opens or ends as a story."""
    bodies = _bodies(run, openers)
    if not all(
        len("".join([one.name, *body])) >= _LEAST and _CLOSED.search("".join(body)) for one, body in zip(openers, bodies, strict=True)
    ):
        return False
    if over:
        return len(openers) >= (_SEVERAL if openers[0].mark == "number" else _FEW)
    if len(openers) < _SEVERAL:
        return False
    if all(len(one.name) >= _LONG and _NAMED.match(one.name) for one in openers):  # 【甲公司：拟收购乙公司】
        return True
    signed = [any(piece.kind == "byline" for piece in part) for part in _parts(run, openers)]
    return all(_opens(body) or by for body, by in zip(bodies, signed, strict=True))


def _opens(body: Sequence[str]) -> bool:
    """Whether the paragraphs of an item open as a story does: 近日，…, 本报讯 …; a day may begin a row of a chronicle."""
    text = next((text for text in body if text), "")
    return _story().match(simplified(text)) is not None or dateline(text) is not None


@cache
def _story() -> re.Pattern[str]:
    return re.compile("近日|日前|昨日|昨天|前不久|连日来|记者.{0,12}(?:获悉|了解到)")


def _marked(run: Sequence[Piece], openers: Sequence[_Opener], over: str) -> list[Piece]:
    """The run with its items marked; a headline of one goes to the paragraph that it heads, and the column to its items."""
    by = {one.at: one for one in openers}
    single = len(openers) >= _SEVERAL and all(
        sum(piece.kind == "para" for piece in run[one.at : after.at]) <= 1 for one, after in pairwise(openers)
    )
    name = _name(over)
    found: list[Piece] = []
    item: Item | None = None  # of which the first paragraph has not come
    told = 0  # paragraphs of the item
    for at, piece in enumerate(run):
        one = by.get(at)
        if at < openers[0].at:
            found += [] if piece.kind == "head" and piece.text == over else [piece]
        elif one is not None:
            item, told = Item(one.town if divisions.lookup(one.town) else "", one.name, name), 0
            ahead = run[at + 1 : min((other for other in by if other > at), default=len(run))]
            if one.text and piece.kind == "head" and any(p.kind == "para" for p in ahead):
                item = replace(item, head=one.name or one.text)
            elif one.text:
                found.append(replace(piece, kind="para", text=one.text, item=item, inside=True))
                item, told = None, 1
        elif piece.kind == "para" and item is not None:
            found.append(replace(piece, item=item, inside=True))
            item, told = None, 1
        elif piece.kind == "para" and single and told and at > openers[-1].at:
            found.append(replace(piece, item=Item() if told == 1 else None, inside=True))  # all have but one, so the last has too
            told += 1
        else:
            found.append(replace(piece, inside=True))
    return found
