"""What frames a story: the dateline that opens it (本报讯, 新华社北京5月8日电), the names that sign it, the lines of date and editor."""

import re
from dataclasses import dataclass
from functools import cache

from kg import divisions
from kg.ingest.found import iso_date
from kg.ingest.lines import CHAR, any_of, words
from kg.resources import surnames
from kg.text import HAN
from kg.traditional import simplified

_NUMBER = "[一二三四五六七八九十]{1,3}"
_DAY = rf"(?:(?P<year>(?:19|20)\d\d)年)?(?:(?P<month>1[0-2]|0?[1-9]|{_NUMBER})月)?(?P<day>3[01]|[12]\d|0?[1-9]|{_NUMBER})日"
_DIGITS = {char: value for value, char in enumerate("一二三四五六七八九", start=1)}


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a story: who sent it, whence, on which day, signed by whom. `end`: where the story itself begins."""

    end: int
    medium: str = ""
    place: str = ""
    kind: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    byline: tuple[str, ...] = ()
    signed: str = ""  # as it stands there: 青禾集团 记者 甲小乙


@cache
def _opening(*, placed: bool) -> re.Pattern[str]:
    """本报讯 may run on into the text; a medium known only by how its name ends must be followed by a mark or a blank.

    Args:
        placed: whether the place from where it comes may stand behind such a medium (云川日报南宁讯).
    """
    kinds = any_of("dateline_kinds")
    bound, place = rf"(?![{HAN}A-Za-z])", f"{CHAR}{{2,8}}?" if placed else ""
    known = rf"(?P<medium>{any_of('dateline_media')})\s?(?P<place>{CHAR}{{0,8}}?)\s?(?:{_DAY})?\s?(?:(?P<kind>{kinds}){bound}|(?P<run>讯)(?!息|[{HAN}]{{0,2}}[，。]))"
    other = rf"(?P<other>{CHAR}{{2,8}}?{any_of('dateline_tails')})\s?(?P<oplace>{place})\s?(?:{CHAR}{{0,4}}?{_DAY.replace('?P<', '?P<o')})?\s?(?P<okind>专电|讯|电){bound}"
    signed = r"(?:\s*[（(【\[](?P<signed>[^）)】\]\n]{2,80})[）)】\]])?"
    cited = rf"(?!据(?:{known.replace('?P<', '?P<c')})[，,])"  # 据新华社消息，… is told within a story
    return re.compile(rf"^{cited}[【\[（(■]?\s?据?(?:{known}|{other})[】\])）]?\s*[:：]?{signed}\s*[:：]?\s*")


def _count(figures: str | None) -> int | None:
    """28 for 28 and for 二十八."""
    if not figures:
        return None
    if figures.isdigit():
        return int(figures)
    tens, ten, ones = figures.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


@cache
def _signed_opening() -> re.Pattern[str]:
    """本报记者 张三 报道：, （云岭日报 记者 张三）, 云上云岭报道（记者 张三）; without 讯 or 电, the names must be there, but where a town's site tells: 云上云岭报道 11月3日，…."""
    medium = f"(?P<@>{CHAR}{{2,10}}?{any_of('dateline_tails')}[ \u3000]*)?"
    names = rf"{any_of('reporter_roles')}[ \u3000：:]{{0,2}}{CHAR}[^，。：:（）\n]{{1,30}}?"
    told = rf"[（(]?{medium.replace('@', 'medium')}(?P<signed>{names})[ \u3000]?(?:综合)?报道[）)]?[：:]"
    bracketed = rf"[（(]{medium.replace('@', 'paper')}(?P<inside>{names})[）)]"
    outlet = rf"(?P<outlet>{CHAR}{{2,10}}?)报道[（(](?P<behind>{names})[）)]"
    site = rf"(?P<site>{any_of('site_leads')}{CHAR}{{2,5}}?)报道(?:[ \u3000：:]+|(?=[0-9]))"
    return re.compile(rf"^(?:{told}|{bracketed}|{outlet}|{site})\s*")


@cache
def _town_opening() -> re.Pattern[str]:
    """高台讯 10月16日，…: the place from where it comes, without a medium; behind 讯 a blank or those who sign."""
    signed = rf"[（(](?P<signed>{any_of('reporter_roles')}[^）)\n]{{2,60}})[）)]"
    return re.compile(rf"^[【\[]?(?P<place>{CHAR}{{2,8}}?)讯[】\]]?(?:\s*{signed}[:：]?\s*|[\s\u3000]+|(?={_DAY.replace('?P<', '?P<t')}))")


def dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph opens with.

    >>> found = dateline("本报讯（记者 甲小乙 通讯员 丙丁）3月5日上午，县长到厂里。")
    >>> found.byline, found.end
    (('甲小乙', '丙丁'), 18)
    >>> dateline("新华社北京5月8日电　国务院").day, dateline("广西日报南宁讯　11月5日").place, dateline("（云岭日报 记者 甲小乙）11月5日").medium
    (8, '南宁', '云岭日报')
    >>> dateline("本报讯息灵通，读者称便。") is None
    True
    """
    text = simplified(text)
    found = _opening(placed=False).match(text) or _opening(placed=True).match(text)
    if found and (not found["oplace"] or divisions.lookup(found["oplace"])):
        names = names_of(found["signed"] or "")
        role = _role().search(found["signed"] or "") is not None
        aside = found["signed"] and not role and not all(name[:1] in surnames() for name in names or ("",))
        end = (
            found.start("signed") - 1 if aside and not found[0].rstrip().endswith((":", "：")) else found.end()
        )  # brackets that say something else
        year, month, day = (_count(found[key] or found["o" + key]) for key in ("year", "month", "day"))
        kind = found["kind"] or found["run"] or found["okind"]
        return Dateline(
            end,
            found["medium"] or found["other"],
            found["place"] or found["oplace"] or "",
            kind,
            year,
            month,
            day,
            () if aside else names,
            found["signed"] or "",
        )
    if (found := _town_opening().match(text)) is not None and divisions.lookup(found["place"]):
        return Dateline(found.end(), place=found["place"], kind="讯", byline=names_of(found["signed"] or ""))
    if found := _signed_opening().match(text):
        names = names_of(found["signed"] or found["inside"] or found["behind"] or "")
        if names or found["signed"] or found["site"]:  # （作者系某所律师） tells of him
            medium = found["medium"] or found["paper"] or found["outlet"] or found["site"] or ""
            return Dateline(found.end(), medium.strip(), byline=names)
    return None


@cache
def _medium() -> re.Pattern[str]:
    roles, blank = any_of("reporter_roles"), "[ \u3000]*"
    medium = f"{CHAR}{{2,10}}?{any_of('dateline_tails')}"
    opening = rf"[（(【\[]?{blank}(?P<opens>{medium}){blank}(?:{roles}|[（(])"
    labels = any_of("field_labels")
    signed = rf"[（(](?:{labels}[:：])?(?P<@>{medium}){blank}(?:{roles}|[ \u3000/：:])[^（()）]{{0,40}}[）)]"
    said = f"[（(]{labels}[:：]{blank}(?P<says>{medium}){blank}[）)]"
    return re.compile(f"^{opening}|^{signed.replace('@', 'heads')}|(?:{signed.replace('@', 'ends')}|{said})$")


def signing_medium(text: str) -> str:
    """The medium for which those work who sign a paragraph, at its beginning or its end; empty where none is told.

    >>> signing_medium("云岭市融媒体中心记者 甲小乙报道：市委书记到厂里。"), signing_medium("勉励企业再创佳绩。（云岭融媒 甲小乙 王丁）"), signing_medium("市委书记到厂里。")
    ('云岭市融媒体中心', '云岭融媒', '')
    """
    found = _medium().search(text.strip())
    return (found["opens"] or found["heads"] or found["ends"] or found["says"]) if found else ""


# --- names that sign

_SPLIT = re.compile(r"[ \u3000、，,;；/|：:&＆]+")
_CLOSING = re.compile(r"[ \u3000]*[（(]([^（）()\n]{2,60})[）)][ \u3000]*$")
_NAME = re.compile(rf"^{CHAR}{{2,4}}(?:·{CHAR}{{1,8}})*$")


@cache
def _role() -> re.Pattern[str]:
    return re.compile(any_of("reporter_roles"))


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(any_of("byline_tails") + "$")


@cache
def _media() -> re.Pattern[str]:
    """Ends of what is a medium, an office or a label and no person."""
    return re.compile(f"(?:{any_of('dateline_tails', 'field_labels')}|社|网站|联播|科技|国际|中心|频道|部)$")


def is_paper(text: str) -> bool:
    """Whether a line is the name of a town's medium, with or without who signs for it.

    >>> is_paper("余姚日报"), is_paper("余姚日报 甲小乙"), is_paper("余姚日报举行座谈会"), is_paper("甲公司走进电视台")
    (True, True, False, False)
    """
    return _paper_alone(text) is not None


def is_medium(text: str) -> bool:
    """Whether a text ends as names of media do.

    >>> is_medium("云川市融媒体中心"), is_medium("甲成林调研重点企业")
    (True, False)
    """
    return _media().search(text) is not None


def names_of(signed: str) -> tuple[str, ...]:
    """The people who sign, without their roles.

    >>> names_of("本报记者 甲小乙 通讯员 丙丁 文/图")
    ('甲小乙', '丙丁')
    """
    found = []
    for piece in _SPLIT.split(_role().sub(" ", signed)):
        name = piece if piece in ("文", "图") or len(piece) <= 2 else _tail().sub("", piece)
        if _NAME.match(name) and name not in words()["byline_tails"] and name not in words()["not_bylines"] and not _media().search(name):
            found.append(name)
    return tuple(dict.fromkeys(found))


def closing_byline(text: str) -> tuple[int, tuple[str, ...]] | None:
    """Where the signature that ends a paragraph begins, and who signs.

    >>> closing_byline("勉励企业再创佳绩。 （甲小乙 王丁）")
    (9, ('甲小乙', '王丁'))
    >>> closing_byline("签约金额（含税）") is None
    True
    """
    found = _CLOSING.search(text)
    if found is None:
        return None
    inside, before = found[1], text[: found.start()]
    if before and not re.search("[。！？…!?”』」]$", before):
        return None
    names = names_of(inside)
    if "原标题" in inside:
        return None
    if _role().search(inside):
        return (found.start(), names) if "，" not in inside and (names or "：" in inside) else None
    pieces = [piece for piece in _SPLIT.split(inside) if piece]
    if not names or any(piece in words()["not_bylines"] for piece in pieces):
        return None
    tails = set(words()["byline_tails"])
    if _media().search(pieces[0]) and len(pieces) > 1:  # 云川融媒 甲小乙
        pieces = pieces[1:]
    plain = all(piece in names or piece in tails or _tail().sub("", piece) in names for piece in pieces)
    if not plain or not all(len(name) <= 4 for name in names):
        return None
    known = any(name[:1] in surnames() or name[:2] in surnames() for name in names)
    return (found.start(), names) if known or len(inside) <= 3 else None


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"{any_of('field_labels')}[ \u3000]*[:：][ \u3000]*{CHAR}{{2,4}}(?:[ \u3000、，/]+{CHAR}{{2,4}})*")


def is_credit(text: str) -> bool:
    """Whether a line only says who made a story, wherever it stands.

    >>> is_credit("编辑：甲小乙 王丁"), is_credit("记者：您怎么看今年的形势")
    (True, False)
    """
    return _credit().fullmatch(text.strip()) is not None


# --- lines of date, source, editor, page

_CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_FULL_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|年\d{1,2}月\d{1,2}日)")
_OTHER_DATE = re.compile(  # 26-01-17 09:10, 29.05.2018, 05-04 17:13
    rf"(?<![\d-])(?:(?P<yy>\d\d)-(?P<mm>\d\d)-(?P<dd>\d\d)(?=\s+{_CLOCK})|(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>20\d\d)(?!\d)"
    rf"|(?P<bare>\d\d-\d\d)(?=\s+{_CLOCK}))"
)
_HOST = re.compile(r"(?<![\w.])(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,8}(?![\w.])")
_WEEKDAY = re.compile(r"(?:星期|周)[一二三四五六日天]")
_LUNAR = re.compile(r"(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[^\s]{2,6}")
_PAGE = re.compile(
    r"(?:第\s?)?(?<!\d)(?P<page>[A-Z]?\d{1,2})\s?版(?:[:：])?|^(?P<bare>[A-Z]\d{1,2}|0\d)(?=\s|$|[·:：])|^(?P<number>\d{1,2})(?=[\s\u3000])"
)
_RULE = re.compile(r"[\s\u3000|｜·•—\-_/■□●○◆★☆▲▼＞>:：，,。（）()\[\]【】]+")


@dataclass(frozen=True, slots=True)
class Frame:
    """A line that says of an article or page when, where and by whom, and nothing else."""

    date: str | None = None
    page: str | None = None
    source: str | None = None
    byline: tuple[str, ...] = ()
    rest: str = ""
    strong: bool = False  # it can be nothing else, wherever it stands


_BRACKETED = re.compile(r"[\[【（(]([^\[\]【】（）()]*)[\]】）)]")


def is_house(name: str) -> bool:
    """Whether a name ends like that of a firm, body or other house, in full.

    >>> is_house("青禾机电有限公司"), is_house("云川日报"), is_house("局")
    (True, False, False)
    """
    return _house().fullmatch(name) is not None


@cache
def _house() -> re.Pattern[str]:
    return re.compile(rf"(?:{CHAR}|[（）()·0-9A-Za-z]){{2,30}}?{any_of('house_tails')}{any_of('house_sites')}?")


@cache
def _labelled() -> re.Pattern[str]:
    labels = any_of("field_labels")
    return re.compile(rf"(?P<label>{labels})[ \u3000]?[:：][ \u3000]?(?P<value>(?!{labels}[:：])[^\s\u3000|｜]{{0,30}})")


@cache
def _path() -> re.Pattern[str]:
    """Where a page stands in its site: 您的位置：首页 > 要闻 > 正文."""
    part, ends = rf"[{HAN}A-Za-z0-9]{{2,16}}", any_of("path_ends")
    parts = rf"(?:{part})?(?:\s*[>＞»›→/]+\s*(?:{part})?){{1,8}}"
    return re.compile(
        rf"{CHAR}{{0,8}}位置{CHAR}{{0,2}}[:：]?\s*{parts}|{ends}\s*[>＞»›→/]\s*{parts}|{ends}\s*[>＞»›→/]\s*{part}|{parts}\s*[>＞»›→/]\s*{ends}"
    )


@cache
def _column() -> re.Pattern[str]:
    """A column of a site or paper over a headline (公司新闻, 蒙城动态), and what leads from page to page: （上接第一版）, 返回首页."""
    column = rf"{any_of('column_heads')}{{1,2}}{any_of('column_words')}|{CHAR}{{2}}[市县区]?{any_of('column_of_place')}|7[*×]24\s*(?:小时)?快讯|{any_of('column_words')}中心"
    return re.compile(rf"[【\[]?(?:{column})[】\]]?|[（(]?(?:上接|下转)[^（）()]{{1,8}}版[）)]?|{CHAR}{{0,6}}返回首页")


@cache
def _leads_on() -> re.Pattern[str]:
    """What names the page before or behind this one: 上一篇：青禾机电荣获科技进步奖."""
    return re.compile(rf"[\s<>《》«»【\[]*{any_of('neighbours')}[】\]]?\s*[:：]")


@cache
def _widget() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){any_of('widgets')}(?!\S)")


@cache
def _widgets() -> re.Pattern[str]:
    """大 中 小 and the like, alone or in a row."""
    return re.compile(rf"[\s【】\[\]|｜/:：]*(?:{any_of('widgets')}[\s【】\[\]|｜/:：]*)+")


def _other_date(found: re.Match[str]) -> str | None:
    """The day of a date that puts its year in two figures or last; None where it has none."""
    if found["yy"]:
        return iso_date(f"20{found['yy']}-{found['mm']}-{found['dd']}")
    return iso_date(f"{found['year']}-{found['month']}-{found['day']}") if found["year"] else None


@cache
def _paper() -> re.Pattern[str]:
    medium = rf"(?P<town>{CHAR}{{2,5}}?)(?:{any_of('papers')}|融媒体中心|广播电视台|电视台)"
    return re.compile(
        rf"{medium}(?:[ \u3000]+(?P<signed>{any_of('reporter_roles')}?[ \u3000]*{CHAR}{{2,4}}(?:[ \u3000、]+{CHAR}{{2,4}})*))?"
    )


def _paper_alone(text: str) -> str | None:
    """Who signs in a line that is but the name of a town's medium (余姚日报, 余姚日报 甲小乙); None where it is no such line."""
    found = _paper().fullmatch(text)
    return (found["signed"] or "") if found is not None and divisions.lookup(found["town"]) else None


@cache
def _signers() -> re.Pattern[str]:
    names = rf"(?:[ \u3000、：:]*{CHAR}{{2,4}}(?=[ \u3000、]|$))*"
    return re.compile(rf"{any_of('reporter_roles')}{names}")


@cache
def _sent() -> re.Pattern[str]:
    return re.compile(rf"{any_of('dateline_media')}{CHAR}{{0,6}}{any_of('dateline_kinds')}(?=[\s\u3000]|$)")


def frame(text: str, *, least: int = 1) -> Frame | None:
    """What a line says that only frames an article, or None when it says more.

    >>> frame("2024年5月26日　A03版　本报记者 甲小乙 通讯员 丙丁")
    Frame(date='2024-05-26', page='A03', source=None, byline=('甲小乙', '丙丁'), rest='', strong=True)
    >>> frame("3月5日，县长到厂里。") is None
    True
    >>> frame("（来源：云岭电视台）")
    Frame(date=None, page=None, source='云岭电视台', byline=(), rest='', strong=False)
    """
    if _leads_on().match(text):
        return Frame(strong=True)
    if len(text) > 120 or text.endswith(("。", "？", "！", "；")):
        return None
    if (signed := _paper_alone(text)) is not None:
        return Frame(byline=names_of(signed), rest=text, strong=True)
    if (bracketed := _BRACKETED.fullmatch(text)) is not None:
        text = bracketed[1]
    if _path().fullmatch(text) or _column().fullmatch(text) or _widgets().fullmatch(text):
        return Frame(strong=True)
    left, date, page, source, byline, strong = text, None, None, None, list[str](), False
    if found := _FULL_DATE.search(left):
        date, left = iso_date(found[0]), _FULL_DATE.sub(" ", left)
    elif found := _OTHER_DATE.search(left):
        date, left = _other_date(found), left[: found.start()] + " " + left[found.end() :]
    timed = (date is not None or found is not None) and re.search(_CLOCK, left) is not None
    if timed:
        left = re.sub(r"(?<!\S)\d+(?!\S)", " ", _widget().sub(" ", _HOST.sub(" ", left)))
    left = re.sub(_CLOCK, " ", left)
    weekday = _WEEKDAY.search(left) is not None and date is not None
    if date is not None:
        left = _LUNAR.sub(" ", _WEEKDAY.sub(" ", left))
    if found := _PAGE.search(left):
        number = found["page"] or found["bare"] or found["number"]
        section = _RULE.sub(" ", left[found.end() :]).strip()
        if found["page"] or date is not None or not section or section.split()[0] in words()["sections"]:
            page, left = number, left[: found.start()] + " " + left[found.end() :]
    labels = 0
    for found in _labelled().finditer(left):
        labels += 1
        if found["label"].endswith(("来源", "稿源", "作者单位", "发布单位", "发布机构", "供稿单位")):
            source = found["value"] or None
        elif found["label"] in ("作者", "记者", "通讯员"):
            byline += names_of(found["value"])
            if not byline and source is None and (divisions.lookup(found["value"][:3]) or is_medium(found["value"])):
                source = found["value"]  # 作者：岭前区委办公室, 作者：余姚日报
        strong = strong or found["label"] not in words()["weak_labels"]
    left = _labelled().sub(" ", left)
    signers = [found[0] for found in _signers().finditer(left)]
    byline += [name for signed in signers for name in names_of(signed)]
    left = _sent().sub(" ", _signers().sub(" ", left))
    known = sum((date is not None or timed, page is not None, labels > 0, bool(byline), bool(signers)))
    rest = _RULE.sub(" ", left).strip()
    if known < least or (len(rest) > 10 and not (date is not None and is_house(rest))) or ("，" in left and rest):
        return None
    if signers and not byline:
        return None
    issued = source is not None and labels == 1 and not rest and is_house(source)  # 来源：青禾机电有限公司
    strong = strong or issued or weekday or page is not None or timed or (labels > 0 and date is not None)
    return Frame(date, page, source, tuple(dict.fromkeys(byline)), rest, strong)
