"""Who holds a public post, as far as the article says: the visitors and hosts that news of visits and meetings is about."""

import re
from functools import cache

from kg.relations.scene import Ref, Scene
from kg.relations.signs import alternatives, words

_ROW = re.compile("[、和与及]|以及")
_OF_ROW = re.compile(r"[^，。；]{0,8}[、兼和及][^，。；]{0,6}")
_OF_FIRM = re.compile(r"(?:集团|公司|协会|商会|学会|联合会|[我该本][会司校院社行])[^，。；]{0,8}$")  # also where nobody has found out which
_OWN_DEPARTMENT = re.compile(
    rf"[、，](?![省市县区镇国])(?!.*{alternatives(words('holds_position')['party_departments'])})[\u4e00-\u9fff]{{2,12}}部(?:副?部长|副?主任|副?经理|负责人)"
)
_OF_BODY = re.compile(r"(?!.{0,4}(?:讯|消息|报道))[^，。；：（(\s\d]{0,8}")  # 集团纪检监察组组长


@cache
def _firm() -> re.Pattern[str]:
    return re.compile(alternatives(words("narrative")["company_posts"]))


def official(scene: Scene, person: str) -> bool:
    """Whether the article gives the person a public post: a title before the name that is no company post, after a body or place or alone (市长).

    Party and government posts are the rule for visitors; a company's people and plain citizens come to places too, and that is no visit.
    """
    for sentence in scene.sentences:
        for i, ref in enumerate(sentence.refs):
            if (
                ref.entity == person
                and not ref.anaphor
                and (_titled(scene.text, sentence.refs, i) or _appointed(scene.text, sentence.refs, i))
            ):
                return True
    return False


def _titled(text: str, refs: tuple[Ref, ...], i: int) -> bool:
    after = refs[i + 1] if i + 1 < len(refs) else None
    if after is not None and after.type == "Title" and after.start == refs[i].end:
        return not _firm().search(after.text)  # 吴锦市长
    title = refs[i - 1] if i else None
    last = next((n for n in range(i - 1, -1, -1) if refs[n].type == "Person"), None)
    if last is not None and _OWN_DEPARTMENT.fullmatch(text, refs[last].end, refs[i].start):
        return _titled(text, refs, last)  # 集团副总经理甲、投资发展部部长乙
    if title is not None and title.type == "Person" and _ROW.fullmatch(text, title.end, refs[i].start):
        return _titled(text, refs, i - 1)  # 副县长甲、乙: of one post
    if text.endswith("领导", 0, refs[i].start):
        return True  # 市领导甲
    if title is None or title.type != "Title" or refs[i].start - title.end > 1 or _firm().search(title.text):
        return False
    k = i - 1
    while k > 0 and refs[k - 1].type == "Title" and _OF_ROW.fullmatch(text, refs[k - 1].end, refs[k].start):
        k -= 1  # 集团党委书记、董事长甲
        if _firm().search(refs[k].text):
            return False  # 总经理助理、办公室主任甲
    if (
        k > 1
        and refs[k - 1].end == refs[k].start
        and text[refs[k - 2].end : refs[k - 1].start] == "、"
        and _firm().search(refs[k - 2].text)
    ):
        return False  # 总经理助理、人力资源部|部长甲
    if _OF_FIRM.search(text, max(0, refs[k].start - 12), refs[k].start):
        return False
    holder = refs[k - 1] if k else None
    return holder is None or not _OF_BODY.fullmatch(text, holder.end, refs[k].start) or holder.type not in ("Company", "Organization")


def _appointed(text: str, refs: tuple[Ref, ...], i: int) -> bool:
    """甲为市人民政府副市长."""
    after = refs[i + 1 : i + 4]
    title = next((r for r in after if r.type == "Title"), None)
    if title is None or _firm().search(title.text) or any(r.type in ("Company", "Organization") for r in after[: after.index(title)]):
        return False
    return bool(re.match("(?:同志)?(?:[现新]?任|为|当选)", text[refs[i].end :])) and title.start - refs[i].end < 24
