"""Names of firms without trade word or form, told by frames that only firms stand in: 收购X, 子公司X, X董事长, X的30%股权, a stop of a visit to a plant.

What stands in such a frame is a name if the dictionary does not know it, and if it looks like no person, place or part of a body.
"""

import re
from collections.abc import Iterator, Mapping

from kg.divisions import lookup
from kg.nlp.candidates import Candidate
from kg.nlp.edges import Edges, without_lead
from kg.nlp.people.characters import likeness
from kg.nlp.words import cuts_word, is_loose, strangeness

_NAME = r"[\u4e00-\u9fffA-Za-z0-9·&]"
_BEFORE = re.compile(
    r"(?:收购了?|并购了?|入股|参股|[子孙母]公司|关联公司|[建设施工中标承包业主]{2}单位为?|业主为|股东为?|客户[为是]|供应商|旗下(?:的|拥有|有)?|(?:创办|创立|创建)(?:了|的)|脱胎于|前身[为是])"
)
_ENDS = re.compile(
    r"[，。；、：\n（）()“”]|[和与及等的是为在将已拟向由从]|公司|负责|正在|位于|成立|开发|生产|投资|[0-9]|股[份权票]|控股|签|共同|联合|"
    + r"(?:副?董事长|副?总经理|总裁|CEO)"
)
_BEHIND = re.compile(
    r"董事长|总经理|总裁|C[ETF]O|首席[\u4e00-\u9fff]{1,3}官|董事会秘书|董秘|创始人"
    r"|(?:公告|财报|年报)(?=称|显示|表示|披露)|公告(?=[，：](?:公司|拟|全资|控股|截至|预计|近日|收到|股东))|发布(?:公告|财报|年报)|股价|拟(?:通过|以[0-9]|发行|收购|购买|出资|斥资)|(?:传统)?主营业务|实现(?:营业)?总?收入|归母净利润|领投|跟投|(?:全资|控股)子公司|母公司|控股股东|[0-9][%％]的?股[权份]|旗下(?:子)?公司"
)
# 第三公路工程局副总经理甲某: whatever the house ends with, who leads it says that it is a firm.
_LED_WHOLE = re.compile(
    r"(?<=[、，。；：\n])(?P<name>[\u4e00-\u9fffA-Za-z0-9（）]{4,16}(?:工程局|中心|院|港|局|所|社))(?:党委书记、|党委副书记、)?(?:副?董事长|(?:常务|执行)?副?总经理|副?总裁)"
)
# 昀禾贷平台实际控制人甲某: who runs or audits a platform says that its name is a firm's.
_PLATFORM = re.compile(
    "平台(?:的)?(?:实际控制人|实控人|负责人|高管|创始人|法定代表人|法人代表|运营方|运营主体|存管银行|出借人|投资人|合作机构|公告|发布(?:公告|声明))"
)
_LEADS_ON = re.compile(r"(?:的?(?:党委书记、)?(?:联席|董事|常务|联合)?副?|的?[约近]?\s?[0-9.]*)$")
_VISIT = re.compile(r"(?:走进|来到了?|走访了?|参观了?|考察了?|调研了?|一站[是为]|一头扎进)")
_VISIT_ENDS = re.compile(
    r"[，。；、]|的(?:[\u4e00-\u9fff]{0,4}车间|展厅|厂区|生产|研发|工厂|[\u4e00-\u9fff]{0,2}基地)|和|与|及|等(?![\u4e00-\u9fff]{0,3}地)|生产|车间|厂区|展厅|调研|走访|考察"
)
_SITE = re.compile(r"(?:生产|制造)?(?:基地|工厂)$")
_PLANT = re.compile(r"企业|公司|厂|生产|产品|研发|订单|车间|技术|设备")
_NOT_FIRM = re.compile(
    r"[0-9][日年月天]$|[办建设开]厂$|^[左右中前后排]*[一二三四五六七八九十]为$|^[我本该贵][司行社厂院校会]|^[的是有已早来了对续不在也都还不]|手机$|[的了任有以是在与和及市县区镇乡村局委府部院校厅处站馆园路街岛湖山河江寺庙桥港楼塔堂州省屯寨庄湾坝库者们人员家级型类式性率量额权费款股]$|基地|项目|大学|中心|大厦|广场|现场|工程|学校|医院|会议|论坛"
)


def find_bare_names(text: str, edges: Edges, places: Mapping[int, int]) -> Iterator[Candidate]:
    """All proposals; `places` from start to end."""
    for match in _BEFORE.finditer(text):
        end = _end(text, match.end(), _ENDS)
        if end:
            yield from _named(text, match.end(), end, places, 0.72, "companies:bare-deal")
    for match in _LED_WHOLE.finditer(text):
        start, end = match.span("name")
        if edges.before(end - 1) <= start and any(likeness(text[match.end() : match.end() + n]) >= 0.8 for n in (3, 2)):
            yield Candidate(start, end, "Company", "companies:led", 0.74, {"head": (start, end)})
    for match in _PLATFORM.finditer(text):
        start = without_lead(text, max(edges.before(match.start() - 1), match.start() - 10), match.start())
        yield from _named(text, start, match.start(), places, 0.8, "companies:bare-platform")
    for match in _VISIT.finditer(text):
        end = _end(text, match.end(), _VISIT_ENDS)
        if end and _PLANT.search(text, end, end + 40):
            yield from _named(text, match.end(), end, places, 0.66, "companies:bare-visit", least=3)
    for match in _BEHIND.finditer(text):
        end = _LEADS_ON.search(text, max(match.start() - 12, 0), match.start()).start()  # type: ignore[union-attr]
        start = without_lead(text, max(edges.before(end - 1), end - 10), end)
        role = match.group()[-1] in "长理裁O官秘人"
        led = role and any(likeness(text[match.end() : match.end() + n]) >= 0.8 for n in (3, 2))
        yield from _named(
            text,
            start,
            end,
            places,
            0.97 if led and end - start == 2 else 0.8 if led else 0.7,
            "companies:bare-role" if role else "companies:bare-stock",
            led=led,
        )


def _end(text: str, start: int, ends: re.Pattern[str]) -> int:
    """The nearest end of a name of two to eight characters that begins here; 0 for none."""
    for end in range(start + 2, min(start + 9, len(text) + 1)):
        if end == len(text) or ends.match(text, end):
            return end if not cuts_word(text, end, end) else 0
    return 0


def _named(
    text: str, start: int, end: int, places: Mapping[int, int], score: float, source: str, *, least: int = 2, led: bool = False
) -> Iterator[Candidate]:
    bare = start
    while bare in places and places[bare] < end:
        bare = places[bare]
    site = _SITE.search(text, bare, end)
    head = text[bare : site.start() if site else end]
    if site and lookup(head[-2:]) and len(head) > 3:  # 昀泽无锡基地
        head = head[:-2]
    if not least <= len(head) <= 7 or not re.fullmatch(_NAME + "+", head) or head.isdecimal() or _NOT_FIRM.search(head):
        return
    person = max(likeness(head), likeness(text[start:end])) >= 0.5 and not led
    strange = 0.5 if source.endswith(("role", "visit", "platform")) else 0.9
    if person or is_loose(head) or strangeness(head) < strange or lookup(head) or cuts_word(text, start, start):
        return
    with_place = bare > start and text[bare - 1] not in "区县市镇乡"
    yield Candidate(start if with_place else bare, end, "Company", source, score, {"head": (start if with_place else bare, end)})
