"""The firm that an article is about, which 公司, 集团 and sums without an owner stand for."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from kg.relations.masthead import beside, house
from kg.relations.scene import Ref, Scene
from kg.relations.signs import alternatives, words

_LEAST, _FAR_MORE, _HEADLINE = 3, 1.7, 3  # mentions, how many times those of the next firm, and what the headline counts for
_CALLED_SO = re.compile(r"[（(][^（）()]{0,16}简称[:：]?[“\"‘](?:本公司|公司)[”\"’]")
_SIGNED = re.compile(
    r"(?:[董监]事会)?\s*\n\s*(?:\d{4}|[一二三四五六七八九○〇零OＯ０]{4})\s?年.{1,4}月.{1,4}日\s*$"
)  # and the day below: a signature
OWN = ("公司", "本公司")  # what a firm calls itself
SOURCE = ("讯", "消息", "报道", "记者", "APP讯", "独家", "获悉")  # behind a paper


def protagonist(scene: Scene) -> Ref | None:
    """The first mention of the firm that is named far more often than any other, or in the headline; else the one that only the headline names, or the issuer.

    A firm that only brings the news (新浪财经讯) is not counted.
    """
    if "protagonist" not in scene.read:
        scene.read["protagonist"] = _protagonist(scene)
    hero: Ref | None = scene.read["protagonist"]
    return hero


def foremost(scene: Scene) -> Ref | None:
    """The first mention of the firm that is named first of all and oftener than any other: whose posts a short story means, where it says nothing else."""
    if "foremost" not in scene.read:
        found = [ref for ref in _firms(scene) if not _brings(scene, ref)]
        ranked = Counter(ref.entity for ref in found).most_common(2)
        alone = bool(ranked) and ranked[0][1] > 1 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
        scene.read["foremost"] = found[0] if alone and found[0].entity == ranked[0][0] else None
    first: Ref | None = scene.read["foremost"]
    return first


def called_so(scene: Scene) -> str | None:
    """The firm that the article itself calls 公司 (甲股份有限公司（以下简称“公司”）), or else the one that signs it at its end."""
    if "called_so" not in scene.read:
        ends = {m.start() for m in _CALLED_SO.finditer(scene.text)} or {m.start() for m in _SIGNED.finditer(scene.text)}
        firms = {r.entity for s in scene.sentences for r in s.refs if r.end in ends and r.type == "Company"} if ends else set()
        scene.read["called_so"] = firms.pop() if len(firms) == 1 else None
    found: str | None = scene.read["called_so"]
    return found


@cache
def _announces() -> re.Pattern[str]:
    code = r"(?:[（(][^（）()]{0,16}\d{4,6}[^（）()]{0,8}[）)])?"
    return re.compile(rf"{code}[^，。；：、\ue000-\uf8ff]{{0,16}}?{alternatives(words('anaphora')['announced'])}")


def issuer(scene: Scene) -> Ref | None:
    """The first mention of the one firm whose announcement or accounts the article tells of (甲股份（600001）公告，公司…), if it is named first."""
    if "issuer" not in scene.read:
        firms = [
            (ref, sentence.end)
            for sentence in scene.sentences
            for ref in sentence.refs
            if ref.type == "Company" and ref.entity is not None and not ref.anaphor
        ]
        told = [ref for ref, end in firms if _announces().match(scene.text, ref.end, end)]
        alone = len({ref.entity for ref in told}) == 1 and told[0].entity == firms[0][0].entity
        scene.read["issuer"] = told[0] if alone else None
    found: Ref | None = scene.read["issuer"]
    return found


def called_here(refs: Iterable[Ref], word: str, start: int, others: frozenset[str]) -> str | None:
    """Whom a sentence has called 公司 already, since it calls but one firm so: 甲成为公司股东，乙成为公司经理."""
    told = [r.entity for r in refs if r.anaphor and r.end <= start and r.text in OWN and r.entity not in others] if word in OWN else []
    return told[-1] if told else None


def _protagonist(scene: Scene) -> Ref | None:
    found = [ref for ref in _firms(scene) if not ref.anaphor and not _brings(scene, ref)]
    count = Counter(ref.entity for ref in found)
    for id_ in () if _others_in_headline(scene) else count:
        entity = scene.entities[id_ or ""]
        if any(name in scene.article.title for name in (entity.name, *entity.aliases, *(m.text for m in entity.mentions))):
            count[id_] += _HEADLINE
    ranked = count.most_common(2)
    if not ranked or ranked[0][1] < _LEAST or (len(ranked) > 1 and ranked[0][1] < _FAR_MORE * ranked[1][1]):
        return house(scene, "Company")
    first = next(ref for ref in found if ref.entity == ranked[0][0])
    own = house(scene, "Company")
    return own if own is not None and own.entity != first.entity and beside(scene, first) else first


def _others_in_headline(scene: Scene) -> bool:
    """Whether the headline names a firm that no sentence does: the story may be about that one."""
    return any(e.type == "Company" and not e.mentions and not e.implied for e in scene.entities.values())


def _firms(scene: Scene) -> list[Ref]:
    return [ref for sentence in scene.sentences for ref in sentence.refs if ref.type == "Company" and ref.entity is not None]


def _brings(scene: Scene, firm: Ref) -> bool:
    """Whether a mention is of the paper that tells the news."""
    return scene.text.startswith(SOURCE, firm.end)
