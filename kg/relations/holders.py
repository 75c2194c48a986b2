"""Who holds a row of posts: the names right behind it, a verb before it (任命甲为…, 甲曾任…), the name that it stands beside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.relations.roles import BESIDES, Line, Role, Row, heads
from kg.relations.scene import Ref
from kg.relations.signs import SIGNS, alternatives, pattern, words
from kg.types import Status

_P = SIGNS["Person"]
_WITH_NAMES: tuple[tuple[str, Status, str], ...] = (
    ("dismisses", "former", "dismissed"),
    ("proposes", "planned", "proposed"),
    ("names", "asserted", "appointed"),
)
_WITHOUT_NAMES: tuple[tuple[str, Status], ...] = (
    ("span", "former"),
    ("its", "asserted"),
    ("left", "former"),
    ("posts", "former"),
    ("will", "planned"),
    ("takes", "asserted"),
    ("he", "asserted"),
    ("housed", "asserted"),
)
_LIST_BEFORE = re.compile(rf"{_P}(?:[、和与及]|以及)[^一-鿿]*$")
_OF_BODIES = "[" + "".join(SIGNS[kind] for kind in ("PublicBody", "Company", "Organization", "Place")) + "]"
_ROW_BEFORE = re.compile(rf"{_P}[、和与及]$")
_FAR_ROW = re.compile(
    rf"{_P}[、和与及](?:(?:{_OF_BODIES}|[\u4e00-\u9fffA-Za-z]){{1,20}}{SIGNS['Title']}|{_OF_BODIES})?$"
)  # A公司总经理甲、B公司董事长乙; A公司甲、B公司乙
_TITLED = re.compile(f"{SIGNS['Title']}?(?:先生|女士|同志)?")
_KIN_OF = re.compile(rf"{_P}的?{alternatives(words('holds_position')['kin'])}$")  # 甲的儿子乙现任…: 乙 does
_TITLE_BEHIND = re.compile(rf"{SIGNS['Title']}(?!{_P})")
_TWO = 2
_ADVERB = 3  # characters of an adverb before the person that a clause is about
_LIST = re.compile(rf"(?:[ \u3000]*(?:[、和与及]|以及)[ \u3000]*|[ \u3000]+)(?={_P})")
_OF_PERSON = re.compile(
    rf"(?:（[^（）]*）)?(?:、?\d\d岁的|[一-鿿]{{1,3}}(?:国人|籍)|、{BESIDES})?[ \u3000“]*(?={_P})|、{_P}的[一-鿿]{{1,4}}(?={_P})"
)  # what may stand before a name


@dataclass(frozen=True, slots=True)
class Held:
    """A row with who holds it, and how the text puts it."""

    row: Row
    people: tuple[Ref, ...]
    status: Status
    rule: str
    confidence: float
    dated: bool = False
    period: tuple[str, str] | None = None  # from when until when
    each: bool = False  # 甲、乙分别任A局局长、B局局长: one post each
    moves: bool = False  # what he held before is over (后转任)
    of: int | None = None  # the body of a post without one stands before this place of the sentence


@cache
def cues() -> dict[str, re.Pattern[str]]:
    """The patterns by which texts tell of posts."""
    data = words("holds_position")
    manner, filler = alternatives(data["manner"]), alternatives(data["filler"])
    free = r"[^，。；：、？！\ue000\ue009]{0,10}"
    people = r"<Person>(?:（[^（）]*）)?(?:(?:[、和与及]|以及)<Person>(?:（[^（）]*）)?)*"
    strong = {"takes": "takes", "left": "left", "will": "will"}  # 离任|后仍担任: no longer, and something else now
    long = rf"(?:[^，。；：、？！的\ue000\ue009]{{0,20}}|{free})"
    found = {name: rf"{alternatives(data[key])}(?!后)(?:{filler})*(?P<free>{long})$" for name, key in strong.items()}
    found["takes"] = (
        rf"(?:<Date>(?:起|至今)?[，,]?任|<Place>任|(?<=[，、；])(?:<Date>)?后任|(?<=[，；])(?:现|还|一直|后来)?任|{alternatives(data['takes'])})(?:{filler})*(?P<free>{long})$"
    )
    beside = rf"[与和同跟](?:[\u4e00-\u9fff]{{0,4}}<Person>(?=(?:一起|共同|合伙|联手|一道|一同))|{alternatives(data['kin'])}<Person>)"  # 甲辞职后，与妻子|乙|一起创办了丙公司
    bodies = "<PublicBody Company Organization Place>"
    row = "<Company Organization>(?:(?:[、和与及]|以及)<Company Organization>)*"
    houses = "<PublicBody Company Organization>(?:(?:[、和与及]|以及)<PublicBody Company Organization>)*"
    was = rf"(?P<was>(?:(?:原|前)?{bodies}*(?:原|前)?<Title>、?)+)?"
    of_kin = f"(?:<Person>的|他的|她的|[其的，])?{alternatives(data['kin'])}"  # 他的父亲|甲
    found |= {
        "weak": rf"(?P<people>{people})<Title>?(?P<others>等[^，；。\ue000-\ue00a]{{0,6}})?(?:{manner})*(?<!作){alternatives(data['weak'])}(?P<free>{free})$",
        "going_on": rf"(?P<people><Person>)(?:（[^（）]*）)?(?:(?:(?<=^\ue000)|(?<=[\s；：]\ue000))，[^；。：“”\ue000]*)?，(?:{manner})*(?:是|为|系)(?P<free>{free})$",
        "housed": rf"在[^，；。\ue000-\ue00a]{{0,14}}{houses}(?:等[^，；。\ue000-\ue00a]{{0,8}})?(?:担任|出任|兼任|任|当过|做过)(?:了|过)?(?P<free>)$",
        "names": rf"{alternatives(data['appoints'])}{was}(?P<people>{people})(?:同志)?(?:为|任|担任|出任|兼任)(?P<free>{free})$",
        "proposes": rf"{alternatives(data['proposes'])}(?P<people>{people})(?:同志)?(?:为|任|担任|出任)(?P<free>{free})$",
        "its": rf"{alternatives(data['appoints'])}其为(?P<free>{free})$",
        "approves": rf"(?:核准|批准|同意)(?P<people>{people})(?:同志|先生|女士)?(?:担任|出任|的|为|任)?(?P<free>{free})$",
        "approved": r"^(?:职务)?的?任职资格",
        "meanwhile": r"^(?:等)?(?:职务|职|岗位)?(?:的|上的?)?(?:期间|便利|职务便利)",
        "until": r"^(?:等)?(?:职务|一职|职)?直?[至到](?:<Date>|(?:19|20)\d\d)|^(?:一职|职务)?，?[^，。；\ue000-\ue00a]{0,8}[后就即便](?:离任|离职|辞职|卸任|去职|被免职)",
        "before_that": r"(?:之前|以前|[业休任海职乡疆藏]前)，(?:<Person>(?:同志)?)?$",  # 来疆之前，甲是A镇党委书记
        "then": r"^(?:等)?(?:职务|职|岗位)?(?:的)?期间",
        "of_post": rf"(?:^|[，；：])[ \u3000]*(?P<people>{people})(?:同志)?的(?P<free>{free})$",
        "post_ends": r"^(?:等)?的?职务(?:自然|自行|一并|同时|随之|相应)?(?:免除|免去|解除|免)?(?:[；。，]|$)",
        "being": r"(?:在|利用|其)[^，；。：\ue000]{0,6}$",
        "dismisses": rf"{alternatives(data['dismisses'])}(?P<people>{people})(?:同志|先生|女士)?(?:的|辞去)?(?P<free>{free})$",
        "filled": rf"^(?:一职|职务|职位)?[，,]?(?:仍|将|拟|继续|则|现|改)?由(?:(?!提名|推荐)[^，；。\ue000]){{0,12}}?(?P<people>{people})(?:同志)?(?:接替)?{alternatives(data['filled_by'])}",
        "succeeded": rf"^<Person>[^；。\ue000]{{0,6}}{alternatives(data['leaving'])}[^；。，\ue000]{{0,8}}[，,](?:(?:其|该)?(?:职务|职位|一职)?(?P<will>拟|将)?由(?:(?!提名|推荐)[^，；。\ue000]){{0,16}}?)?(?P<people><Person>)(?:同志)?{alternatives(data['takes_over'])}(?=[，；。]|$)",
        "replaces": r"^[，,]?(?:接替|接棒)(?:[^，；。\ue000]{0,10}的)?(?P<people><Person>)(?:同志)?(?=[，；。]|$)",
        "replacing": rf"(?:接替|接棒)(?:[^，；。\ue000]{{0,10}}的)?(?P<people><Person>)(?:同志)?[，,]?{alternatives(data['takes'] + data['weak'])}[^，；。\ue000]{{0,8}}$",
        "after_whom": r"(?:接替|取代|接任|接班|接棒|代替)(?:[^，；。\ue000]{0,10}的)?$",
        "changed": r"^(?:一职|职务|职位)?(?P<will>拟|将)?(?:已|正式|也|近日)?[由从]原?(?P<was><Person>)(?:正式)?(?:变更|更换|调整|变|换)[为成](?P<people><Person>)",
        "is_who": r"^(?:是|为|系|：)(?:其[妻夫父母兄弟姐妹儿女岳表侄舅叔子婿]{1,3}|<Place>?[\u4e00-\u9fff]{0,4}籍|知名|著名|年轻|企业家|博士|商人|来自<Place>的)*(?P<people><Person>)(?=[，。；、（(）)]|$)",
        "leaders_of": rf"(?P<where><Place Company Organization>)(?:主要|有关|相关)?领导(?:班子成员)?(?:同志)?(?P<people>{people})",
        "among_leaders": rf"(?P<people>{people})等(?:\d+[位名])?(?P<where><Title>)",
        "aside": r"(?P<people><Person>)(?:[，,][^，。；]{0,3})?[，,（(]$",
        "named": r"(?<![、和与及])(?P<people><Person>)$",
        "has_post": r"<Title>(?:<Person>、)+$",  # 副主任甲、乙，某委委员: the next of a list, and none of theirs
        "after_aside": r"^(?:[，。；）)：]|$)",
        "appointed": rf"{alternatives(data['appoints'])}",
        "oblique": r"(?:^|[，；：])(?:[^，；：]{0,8}[获经被应]|[^，；：\ue000]{0,6}[由据向对与同])[^，；：\ue000]{0,12}$",
        "posts": r"(?:历任|曾任|先后任|先后担任|曾先后任|当过|做过|干过|担任过)[^，。；：\ue000\ue009]{0,30}、[^，。；：、\ue000\ue009]{0,10}$",
        "by": r"由[^，；：\ue000]{0,14}(?P<people><Person>)(?:同志|先生|女士)?$",
        "span": rf"(?P<since><Date>)(?:至|到|[—－–~-]+)(?P<until><Date>)(?:期间)?[，,]?(?:他|她|其)?(?:先后)?(?:担任|出任|兼任|任)(?:{filler})*(?P<free>{long})$",
        "he": rf"(?:^|[，；：])(?:[^，；：]{{0,4}}<Date>[，,]?|{alternatives(data['earlier'])}[，,]?)?(?:他|她|自己)(?:{manner})*(?:任|是|为|成为)(?P<free>{free})$",
        "body_named": r"(?P<mark>原|前)?(?P<where><PublicBody Company Organization>)(?:[\u4e00-\u9fff]{1,8}[处科室司局院部系办]|[\u4e00-\u9fff]{0,6}中心)?的?(?:<Person>(?:先生|女士)?<Title>[、和与及])*(?P<people><Person>)(?:先生|女士)?$",
        "title_ends": r"^(?:[^\ue000-\ue00a]|<Date>|$)",
        "next_line": r"^[ \u3000]+<Person>(?:任|为|担任|出任)",
        "from": r"(?:从|由)$",
        "moves": r"^(?:一职|职位|岗位|任上)?(?:上)?(?:调任|升任|转任|出任|履新|改任|晋升)[^，。；]*的(?P<people><Person>)",
        "moves_on": alternatives(data["moves"]),
        "gone": rf"^(?:的|这个|一)?(?:职务|职位|岗位|位置|位子|职|任)?上?(?:[^，。；\ue000]{{0,4}})?{alternatives(data['goes'])}(?:下来)?(?:后|以后|之后)?(?:的(?P<people><Person>))?",
        "whose_house": r"(?:由|以)?(?P<people><Person>)(?:同志)?(?:任|担任|出任|兼任|为)$",
        "house_of": r"^的(?:[\u4e00-\u9fff]{0,4})?(?P<where><PublicBody Company Organization>)",
        "in_office": r"^的?任[上内期]",
        "as_such": r"^的?身份",
        "counted": r"(?:共|各)?[0-9一二两三四五六七八九十百]+余?[名位人]",
        "as_one": r"(?:^|[，；：\s])(?:作为|身为)(?:一名|一位|一个)?$",
        "as_whom": r"^，(?P<people><Person>)(?![、和与及]?<Person>)",
        "on": r"^[，、](?:时任|原任|原|前任|曾任)[^，。；、\ue000]{0,8}<Title>(?P<people><Person>)",
        "subject": r"<Person>(?:同志|先生|女士)?[，,]?$",
        "each": "分别|依次",
        "stays": "留任|升任|续任|晋升",
        "both": r"(?:兄弟|兄妹|姐弟|姐妹|夫妻|父子|父女|母子|母女)[俩二]?人?(?:则|也|又|便|就)?(?:分别|依次)?$|(?:[二两]人|夫妇)(?:则|也|又|便|就)?(?:分别|依次)$",
        "gives_up": "[辞免卸]|不再|撤销|学习|进修|培训|毕业",
        "whose": r"(?:职务|一职)?的(?P<people><Person>)",
        "open": r"会不会|是否|不得|不能|应当|要不要|能否|不会|如果|传言|有没有",
        "once": r"曾[在任担为]|历任|毕业后(?!(?:[^。；]{0,8})接(?:班|手|过|棒))|早年",
        "now": r"现|<Date>起",
        "talks_with": rf"[与和]<Person>一行|与<Person>[^，；。\ue000]{{0,12}}?{alternatives(words('met_with')['talks'])}(?!会)",
        "maybe": rf"{alternatives(data['maybe'])}[^，；：。、]{{0,4}}$",
        "speaker": r"(?:我|我们|本人)(?:[现曾]|此前|第[一二三四五六七八九]次)?$",  # who tells it, and nobody has said who that is
        "our_group": rf"[来到赴我]集团(?=[，。]|{alternatives(data['at_our_group'])})",
        "earlier": alternatives(data["earlier"]),
        "comes": rf"{alternatives(data['comes'])}$",
        "founds": rf"(?P<people>{people})(?:<Date>|[于在]?<Place>|[一-鿿]){{0,4}}?{alternatives(data['founds'])}(?:的|了)?(?P<free>[一-鿿]{{0,4}})(?P<where>{row})",
        "he_founds": rf"(?:^|[，；：])(?:[^，；：\ue000]{{0,6}}<Date>[，,]?)?(?:他|她)(?![们的])(?:{beside})?[^；：\ue000\ue002]{{0,40}}?{alternatives(data['he_founds'])}(?:了|起)*(?!的)[一-鿿]{{0,3}}(?P<where>{row})(?!的)",
        "later_founds": rf"(?:^|[，；：的]|<Title>|{of_kin})(?P<people><Person>)(?:[^；：\ue000\ue002]|{beside}){{0,40}}?{alternatives(data['founds'] + ['注册成立', '办起了', '开办了'])}(?:了)?(?!的)[一-鿿]{{0,3}}(?P<where>{row})(?!的)",
        "sets_up": rf"(?:^|[，；：的]|<Title>|{of_kin})(?P<people><Person>)[^；：\ue000\ue002]{{0,24}}?{alternatives(data['ventures'])}(?:[^；：\ue000\ue002]|{beside}){{0,16}}?{alternatives(data['sets_up'])}(?:了|起)*(?!的)[一-鿿]{{0,3}}(?P<where><Company>)(?!的|{alternatives(data['parts'])})",
        "founded_by": rf"(?P<where><Company Organization>)(?:(?:<Date>|系|是){{0,2}}|[^；\ue000\ue002\ue003]{{0,30}}，)由[^，；。：\ue000]{{0,16}}(?P<people>{people})(?:博士|教授|院士|先生|女士)?(?:<Date>|于|在|<Place>|[一-鿿]{{2}}){{0,3}}?{alternatives(data['founds'])}",
        "works_at": rf"{alternatives(data['works_at'])}(?:过|了)?(?P<where>{houses})(?![的、和与]|{alternatives(data['parts'])})",
        "worked": alternatives(data["worked"]),
        "teaches": rf"{alternatives(data['teaches'])}(?P<where><Organization>)",
        "sends": r"(?P<land><Place>)(?:新任|现任|原任|原|前任|前|首任|候任)?驻(?:<Place>|[\u4e00-\u9fff]{1,3})?$",
        "new_firm": rf"(?:成立|组建|设立|新设|更名为|改名为|改称|改组为|改制为|转制为|改为|扩建为|升格为)(?:了|一家)?(?P<firm><Company>)(?:公司)?，(?:(?:其中，?|并?由)?(?:来自<Company>的)?[^，；。\ue002]{{0,30}}{alternatives(data['takes'] + ['任', '为', '当'])}(?:{filler}|首任|新公司)*|[原前]?)$",
        "side": r"(?:^|[，；：])(?P<firm><Company Organization>)(?:的?(?:参与人|签署人|签字人|签约人|参会人|授权代表)(?:为|是|系)|由)$",
        "run_by": r"由(?P<firm><Company>)(?:公司)?(?:[^，；。\ue000-\ue00a]{0,4})(?:运营|经营|管理)[^；。]*$",
        "was_at": r"(?:历任|曾任|曾担任|先后任|先后担任|当过|做过)(?P<posts>[^。；]*)",
        "at_house": rf"(?P<where><PublicBody Company Organization>)(?P<title>[\u4e00-\u9fff]{{0,8}}{alternatives(data['career_titles'])})(?=[、，；。]|$)",
        "in_bracket": rf"<Title>[（(](?P<mark>{alternatives(data['bracket_marks'])})?$",
        "bracket_ends": r"[^，。；（）()\ue000-\ue00a]{0,4}[）)]<Person>",
        "somebody_else": rf"[，：“](?:[老小][一-鿿]|[他她我]?的?{alternatives(data['kin'])})(?:还|也|又|现|已|后来|如今)*$",
        "among_others": r"由[^，；。\ue000]{1,24}<Title><Person>(?:同志)?(?:任|担任|出任|兼任)$",
        "nominated": r"股东<Company Organization>(?:[、和]<Company Organization>)*(?:提名|推荐|委派)[^；。]*$",
        "beside_owner": r"股东<Company Organization>[、和与及]$",  # 公司控股股东甲集团、实际控制人乙: of the firm, not of its owner
        "told_of_him": r"^[ \u3000]*[男女][，、,]",
        "pronoun": r"^(?:他|她|其|此前|此后|历任|曾任|现任|<Date>|19|20)",
    }
    return {name: pattern(text) for name, text in found.items()}


def holders(own: Line, row: Row, topic: tuple[Ref, ...], *, deciding: bool = False) -> Iterator[Held]:
    """Who holds a row: the names right behind it; or by a verb before it; or the name it stands beside."""
    if cues()["counted"].match(own.text, row.end):
        return  # 新当选的市委委员54名
    behind = _people_behind(own, row.end)
    far = row.roles[0].holder is not None or heads(row.roles[0].title.text, "elected")
    before, after = own.text[: row.start], own.text[row.end :]
    signs = cues()
    if behind and signs["next_line"].match(after) and signs["weak"].search(before):
        behind = ()  # 甲任A局局长 乙任B局局长
    yield from _changes(own, row, before, after)
    if behind:
        yield Held(row, behind, "asserted", "title-name", 0.93)
        return
    if (m := signs["in_bracket"].search(before)) and (whose := signs["bracket_ends"].match(after)):  # A厂厂长（现任B局局长）甲
        mark = words("holds_position")["bracket_marks"].get(m["mark"] or "", "asserted")
        yield Held(row, (own.refs[row.end + whose.end() - 1],), mark, "title-name", 0.85)
        return
    if row.roles[0].holder is None and (at := signs["house_of"].match(after)) and (m := signs["whose_house"].search(before)):
        house = own.refs[row.end + at.start("where")]  # 甲任会长的乙协会
        roles = tuple(replace(role, holder=house, unknown=False) for role in row.roles)
        yield Held(replace(row, roles=roles), tuple(own.people(m.start("people"), m.end("people"))), "asserted", "of-his", 0.85)
        return
    if m := signs["filled"].match(after):
        yield Held(
            row, tuple(own.people(row.end + m.start("people"), row.end + m.end("people"))), "asserted", "filled-by", 0.85, dated=True
        )
        if not signs["left"].search(before):
            return  # 甲辞去A公司董事长职务，由乙接任
    if (m := signs["is_who"].match(after)) and (
        row.roles[0].holder is not None or any(heads(row.roles[0].title.text, kind) for kind in ("firm_posts", "elected"))
    ):
        yield Held(row, tuple(own.people(row.end + m.start("people"), row.end + m.end("people"))), "asserted", "filled-by", 0.85)
        return
    for name, status, rule in _WITH_NAMES:
        if m := signs[name].search(before):
            yield Held(
                row,
                tuple(own.people(m.start("people"), m.end("people"))),
                status,
                rule,
                0.9,
                dated=rule == "appointed",
                of=m.start() if "was" in m.re.groupindex and m["was"] else None,
            )
            return
    if signs["approved"].match(after) and (m := signs["approves"].search(before)):  # 核准甲A银行董事的任职资格
        yield Held(row, tuple(own.people(m.start("people"), m.end("people"))), "asserted", "approved", 0.85)
        return
    if signs["post_ends"].match(after) and (m := signs["of_post"].search(before)):  # 免去：甲的A局局长职务；乙的B局局长职务。
        yield Held(row, tuple(own.people(m.start("people"), m.end("people"))), "former", "dismissed", 0.85)
        return
    for name, status in _WITHOUT_NAMES:
        if m := signs[name].search(before):
            whose = signs["whose"].match(after)  # 曾任局长的甲
            if whose is None and "任" in m[0] and not signs["subject"].search(before[: m.start()]):
                whose = signs["on"].match(after)  # 现任A委员，时任B书记甲
            by = signs["by"].search(before[: m.start()]) if name == "takes" and whose is None else None  # 由A公司总裁甲兼任董事长
            if whose is not None:
                people: tuple[Ref, ...] = (own.refs[row.end + whose.start("people")],)
            elif by is not None:
                people = (own.refs[by.start("people")],)
            else:
                people = last_people(own, m.start(), far=far) or topic
            if whose is None and signs["both"].search(before[: m.start()]):  # 甲与弟弟乙合办丙公司，兄弟俩分别出任董事长、总经理
                people = tuple({p.entity: p for p in own.people(0, m.start())}.values())
                people = people if len(people) == _TWO else ()
            if signs["open"].search(re.split("[，；。]", before[: m.start()])[-1] + m[0]) or signs["speaker"].search(before[: m.start()]):
                return
            if name in ("takes", "left", "posts") and signs["somebody_else"].search(before[: m.start()]):
                return  # 书记甲说，老马还兼着商会会长
            clause = _of_the_last(re.split("[，；：]", before[: m.start()])[-1])
            if name in ("takes", "housed") and signs["once"].search(_of_the_last(before[: m.start()])) and not signs["now"].match(m[0]):
                status = "former"
            if status == "asserted" and (
                signs["earlier"].search(clause + m[0] if name == "he" else clause)
                or signs["before_that"].search(before[: m.start()])
                or signs["then"].match(after)
                or signs["until"].match(after)
                or (signs["being"].search(before[: m.start()]) and signs["meanwhile"].match(after))
            ):
                status = "former"  # 此前分别担任; 在担任A局局长期间
            if status == "asserted" and signs["maybe"].search(before[: m.start()]):
                status = "planned"
            range_ = own.refs.get(m.start()) if name == "takes" else None  # 1998年至2005年|任: as one date
            if range_ is not None and range_.type == "Date" and "/" in str(range_.data.get("value", "")):
                status = "former"
            dated = name in ("its", "takes") and "现任" not in m[0] and not m[0].startswith("后任") and status == "asserted"
            yield Held(
                row,
                people,
                status,
                name,
                0.8 if people != topic else 0.7,
                dated=dated,
                period=_period(own, m) or _ends(range_),
                of=by.start() if by else None,
                each=signs["each"].search(clause + m[0]) is not None,
                moves=name == "takes" and status == "asserted" and signs["moves_on"].search(m[0]) is not None,
            )
            return
    if m := signs["weak"].search(before):
        people = tuple(own.people(m.start("people"), m.end("people")))
        if after_whom := signs["after_whom"].search(before[: m.start()]):  # 甲接替乙成为A公司董事长
            people = last_people(own, after_whom.start())
        if heads(row.roles[0].title.text, "elected") and not m["people"].endswith("）"):
            row_of = last_people(own, m.end("people"), far=True)  # A公司董事长甲、B公司总经理乙等9人为副会长
            people = row_of if people[-1] in row_of else people
        over = signs["earlier"].search(re.split("[，；：]", before[: m.start()])[-1] + m[0]) is not None
        over = over or any(
            signs[name].search(text) for name, text in (("before_that", before[: m.start()]), ("until", after), ("then", after))
        )
        each = signs["each"].search(before, m.start()) is not None
        dated = deciding or bool(signs["appointed"].search(before))
        yield Held(row, people, "former" if over else "asserted", "is", 0.85, dated=dated, each=each)
        return
    first = row.roles[0]
    if first.holder is not None and (m := signs["going_on"].search(before)):  # 甲，1970年生于某地，是A公司董事长，也是B公司董事长
        yield Held(row, tuple(own.people(m.start("people"), m.end("people"))), "asserted", "goes-on", 0.85)
        return
    if first.mark in words("holds_position")["verb_marks"]:  # 甲，拟任A局局长
        whose = signs["whose"].match(after)  # 时任A司令员的甲
        people = (own.refs[row.end + whose.start("people")],) if whose else last_people(own, row.start) or topic
        yield Held(row, people, "planned" if first.mark == "拟任" else "former", "mark", 0.85)
        return
    if signs["from"].search(before) and (m := signs["moves"].match(after)):  # 从B局局长调任A局局长的甲
        yield Held(row, (own.refs[row.end + m.start("people")],), "former", "moves", 0.8)
        return
    if signs["from"].search(before) and first.holder is not None and (m := signs["gone"].match(after)):  # 甲从A局局长岗位上退休
        people = (own.refs[row.end + m.start("people")],) if m["people"] else last_people(own, len(before)) or topic
        yield Held(row, people, "former", "gone", 0.8)
        return
    if before.endswith("在") and signs["in_office"].match(after):
        yield Held(row, last_people(own, len(before)) or topic, "former", "in-office", 0.8)
        return
    if before.endswith("以") and signs["as_such"].match(after) and first.holder is not None:  # 甲以A公司董事长身份致辞
        yield Held(row, last_people(own, len(before)) or topic, "asserted", "as-such", 0.8)
        return
    if signs["as_one"].search(before) and (m := signs["as_whom"].match(after)) and (first.holder is not None or first.title.entity):
        yield Held(row, (own.refs[row.end + m.start("people")],), "asserted", "as-such", 0.75)  # 作为一名县政协委员，甲
        return
    if (m := signs["body_named"].search(before)) and first.holder is None and not first.word and signs["title_ends"].match(after):
        mark = (m["mark"] or "") if not first.mark else first.mark
        roles = (replace(first, holder=own.refs[m.start("where")], mark=mark, unknown=False), *row.roles[1:])
        yield Held(replace(row, roles=roles), tuple(own.people(m.start("people"), m.end("people"))), "asserted", "body-name-title", 0.85)
        return
    if (
        (m := signs["named"].search(before))
        and first.holder is None
        and (first.title.entity or heads(first.title.text, "firm_posts") or _of_state(first) or heads(first.title.text, "chiefs"))
    ):
        yield Held(row, tuple(own.people(m.start("people"), m.end("people"))), "asserted", "name-title", 0.85)
    elif (
        (m := signs["aside"].search(before))
        and row.roles[0].holder is not None
        and signs["after_aside"].match(after)
        and not signs["has_post"].search(before[: m.start("people")])
    ):
        yield Held(row, tuple(own.people(m.start("people"), m.end("people"))), "asserted", "aside", 0.85)


def _of_the_last(before: str) -> str:
    """What is told of whom a clause is about: without what only says which one he is (曾任A局局长的|甲出任)."""
    at = before.rfind(f"的{_P}")
    return before[at + 1 :] if at >= 0 else before


def _of_state(role: Role) -> bool:
    """Whether a post is one of a body that no other country has (甲委员长主持会议)."""
    return role.title.text.endswith(tuple(words("holds_position")["state_bodies"]))


def _changes(own: Line, row: Row, before: str, after: str) -> Iterator[Held]:
    """Who comes after somebody in his posts, or came before: 董事长甲退休，由乙接任; 甲当选会长，接替乙; 甲接替乙任局长; 法定代表人由甲变更为乙."""
    signs = cues()
    if m := signs["succeeded"].match(after):
        heir = own.refs[row.end + m.start("people")]
        roles = tuple(replace(role, mark="", title=_bare(role)) for role in row.roles)
        yield Held(replace(row, roles=roles), (heir,), "planned" if m["will"] else "asserted", "succeeds", 0.85, dated=True)
    if m := signs["changed"].match(after):
        was, heir = (own.refs[row.end + m.start(group)] for group in ("was", "people"))
        yield Held(row, (was,), "asserted" if m["will"] else "former", "changed", 0.75)
        yield Held(row, (heir,), "planned" if m["will"] else "asserted", "changed", 0.75, dated=True)
    for name in ("replaces", "replacing"):
        if m := signs[name].match(after) if name == "replaces" else signs[name].search(before):
            at = m.start("people") + (row.end if name == "replaces" else 0)
            yield Held(row, (own.refs[at],), "former", "replaced", 0.85)


def _bare(role: Role) -> Ref:
    """The title without 原 or 前: who comes after holds it now."""
    title = role.title
    cut = len(title.text) - len(title.text.lstrip("原前"))
    return replace(title, start=title.start + cut, text=title.text[cut:]) if 0 < cut < len(title.text) else title


def _period(own: Line, m: re.Match[str]) -> tuple[str, str] | None:
    if "since" not in m.re.groupindex:
        return None
    start, end = (str(own.refs[m.start(group)].data.get("value", "")) for group in ("since", "until"))
    return (start, end) if start and end else None


def _ends(date: Ref | None) -> tuple[str, str] | None:
    """From when until when a date tells that has both: 1998年至2005年."""
    start, _, end = str(date.data.get("value", "")).partition("/") if date is not None else ("", "", "")
    return (start, end) if start and end else None


def _people_behind(own: Line, at: int) -> tuple[Ref, ...]:
    m = _OF_PERSON.match(own.text, at)
    found: list[Ref] = []
    joined = ""
    while m is not None:
        at = m.end()
        found.append(own.refs[at])
        m = _LIST.match(own.text, at + 1)
        if m is not None and joined == "与" and m[0].strip() == "、":
            found.pop()  # 院长甲与|乙、丙签约
            break
        joined = m[0].strip() if m is not None else ""
    if len(found) > 1 and cues()["talks_with"].match(own.text, own.text.rfind(_P, 0, at) + 1):
        found.pop()  # 副总经理甲与|乙一行座谈
    if len(found) > 1 and _TITLE_BEHIND.match(own.text, at + 1):
        found.pop()  # 部长甲和乙院长
    return tuple(found)


def _leads(before: str) -> bool:
    """Whether a person behind this text may be who the clause is about: not 获行政长官甲提名, not 接替甲, not 早年认识甲."""
    clause = re.split("[，；：]", before)[-1]
    joined = re.search(rf"{_P}[^{_P}]*$", clause)
    if joined is not None:
        return _LIST_BEFORE.search(clause) is not None or _KIN_OF.search(clause) is not None
    if clause.endswith("的") and not cues()["oblique"].search(before):
        return True  # 46岁的甲被任命为…
    return not cues()["oblique"].search(before) and len(re.findall("[\u4e00-\u9fff]", clause)) <= _ADVERB


def last_people(own: Line, end: int, *, far: bool = False) -> tuple[Ref, ...]:
    """The persons named last before a position: one, or a row of them (甲、乙任…), each behind a post of his own if `far`."""
    bracket = max(own.text.rfind(mark, 0, end) for mark in "（(")
    if bracket > max(own.text.rfind(mark, 0, end) for mark in "）)") and own.text[bracket - 1 : bracket] == _P:
        return (own.refs[bracket - 1],)  # 甲（此前任…）
    at = last = own.text.rfind(_P, 0, end)
    if at >= 0 and own.text.endswith(tuple(words("holds_position")["wished"]), 0, at) and _TITLED.fullmatch(own.text, at + 1, end):
        return (own.refs[at],)  # 甲祝贺|乙主席|连任
    if far and at >= 0 and re.fullmatch(r"[^，；、]{0,8}", own.text[at + 1 : end]) and _FAR_ROW.search(own.text[:at]):
        found = [own.refs[at]]
        while (m := _FAR_ROW.search(own.text[:at])) is not None:
            at = m.start()
            found.append(own.refs[at])
        return tuple(reversed(found))
    while at >= 0 and not _leads(own.text[:at]):
        at = own.text.rfind(_P, 0, at)
    at = at if at >= 0 else last
    if at < 0:
        return ()
    found = [own.refs[at]]
    gap = own.text[at + 1 : end]
    while re.fullmatch(r"[^，；]*", gap) and (m := (_FAR_ROW if far else _ROW_BEFORE).search(own.text[:at])):
        at = m.start()
        found.append(own.refs[at])
    return tuple(reversed(found))
