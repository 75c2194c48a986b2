"""Names of houses that no network has learned, but that their last word tells: houses of old kinds (公和酱园), of families (余家酒厂), small shops that are punished."""

import re
from functools import cache

from kg.nlp.people.characters import surnames
from kg.nlp.words import is_common, is_lead, is_word, strangeness
from kg.resources import lines

SHOP = 0.93  # how sure a shop or a market is a firm where it is acted on
_FAMILY, _NUMERAL, _COUNTS = 0.9, "万", frozenset("0123456789十百千万几数多")  # how common a surname is before 家; 十余|家酒厂
_LONGEST = 12  # characters between the place of a shop and what it is
_REACH = 100  # characters behind a shop, in its paragraph, that may tell what is done to it
_NO_SHOP = re.compile(
    "[一二两三四五六七八九十0-9余多几数某各该这那每有的家个处间]|[如任为]何|^[大小新老]?$|^(?:无证|无照|非法|违规)|类|连锁$|等$|和|及|与"
)
_ACTS = re.compile("罚|警告|关停|批评|责令|立案|查处|没收|不合格|查封|扣押|吊销|约谈|抽检|下架|违法|违规|取缔|停业")
_ACTED_ON = re.compile("(?:对|责令|约谈|查处|处罚|警告|关停|取缔|查封)$")
_IS_ACTED_ON = re.compile("(?:因|被|未|涉嫌|存在|销售|开办|市场开办|[^，。；：\\n]{0,12}(?:处以?罚款|罚款|立案|进行约谈|作出|下达|责令))")
_DONE_TO = re.compile("没收|查封|查处|责令|扣押|约谈|处罚|曝光|发现|来到|走进|[局队委院][对向将把]?")
_SENTENCE = "。！？\n"
_PLACES = frozenset("市县区镇乡村道路")
_IN_IT = frozenset("内里中的外旁周附")  # 农贸市场|内的一家店


@cache
def _houses() -> frozenset[str]:
    return frozenset(lines("lexicons", "company_houses.txt"))


@cache
def shops() -> frozenset[str]:
    """What small shops are, as the last word of their names."""
    return frozenset(lines("lexicons", "company_shops.txt"))


@cache
def markets() -> frozenset[str]:
    """What is a place, but a firm where it is acted on."""
    return frozenset(lines("lexicons", "company_markets.txt"))


def is_family(text: str, start: int, middle: str) -> bool:
    """Whether a house is called by whose it is: 余家|酒厂; not 十余家酒厂, 国家酒厂, 余家具厂."""
    if len(middle) < 2 or middle[1] != "家" or surnames().get(middle[0], 0.0) < _FAMILY or middle[0] in _NUMERAL:
        return False
    word = is_word(middle[:2]) and middle[0] != "余"  # which counts only behind a number
    return text[max(start - 1, 0) : start] not in _COUNTS and not word and not is_word(middle[1:3])


def is_house(text: str, start: int, middle: str, form: str) -> bool:
    """Whether it is a house of an old kind with a name of its own (公和酱园) or that of a family: the form tells, and no network has learned such."""
    if is_family(text, start, middle):
        return True
    return (
        form in _houses()
        and 2 <= len(middle) <= 3
        and strangeness(middle) >= 0.5
        and not is_lead(middle[:2])
        and middle[-1] not in "家座间个"
    )


def shop_start(text: str, start: int, bare: int, end: int, form: str) -> int | None:
    """Where the name of a small shop begins, if it has one of its own and its paragraph tells what an authority does: 责令|昀味羊肉粉馆整改.

    A market is a firm only where it is itself acted on.
    """
    done = list(_DONE_TO.finditer(text, start, end - len(form)))
    if done:  # 县市场监管局没收|昀氏副食店白酒
        start = bare = done[-1].end()
    middle = text[bare : end - len(form)]
    placed = bare > start or text[start - 1 : start] in _PLACES
    if not 2 <= len(middle) <= _LONGEST or _NO_SHOP.search(middle) or (is_common(middle) and not placed) or is_lead(middle[:2]):
        return None
    begin = max(text.rfind(mark, 0, start) for mark in _SENTENCE) + 1
    if form in markets() and (text[end : end + 1] in _IN_IT or not (_ACTED_ON.search(text, begin, start) or _IS_ACTED_ON.match(text, end))):
        return None
    stop = text.find("\n", end)
    return start if _ACTS.search(text, begin, min(end + _REACH, stop if stop >= 0 else len(text))) is not None else None
