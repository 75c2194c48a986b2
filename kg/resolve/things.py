"""Which bodies, places, organisations, projects, documents and meetings of different articles are one: by code and name, else by name and place.

Each kind has a function from what was seen to its identity and the reason; `None` as identity: stays apart, as written.
"""

import re
from collections.abc import Callable, Mapping

from kg.resolve.names import area, division_at_start, is_deictic, is_full, is_national, name_key
from kg.resolve.seen import Seen

Identity = tuple[str | None, str]  # identity within the type, reason in Chinese

_UNIQUE = re.compile(r"第[一二三四五六七八九十百0-9]+[届次]|(?:19|20)\d\d")
_AGREEMENT = re.compile(r"(?:协议|合同|备忘录|意向书|通知|公告|倡议书)(?:书)?》?$")
_NATIONAL = "名称相同，全国性或境外的只有一个"
_LONG = 10  # characters; shorter titles of documents and projects are used by many


def body(seen: Seen) -> Identity:
    """A resolved body by its full name; another only when its name says whose it is."""
    entity = seen.entity
    if entity.data.get("resolved"):
        return f"{entity.data.get('code') or ''}|{name_key(entity.name)}", "同一机构（按行政区划还原的全称相同）"
    if is_national(entity.name):
        return name_key(entity.name), _NATIONAL
    if (code := division_at_start(entity.name)) is not None:
        return f"{code}|{name_key(entity.name)}", "名称相同，且写明了所属地"
    return None, "机构简称，不能确定是哪一级哪一地的"


def place(seen: Seen) -> Identity:
    """A division by its code; another place by its name, with the article's area unless the name says where it is."""
    code = seen.entity.data.get("code")
    if code:
        return str(code), "同一行政区划"
    return _local(seen, own=not is_deictic(seen.entity.name) and bool(seen.entity.data))


def organization(seen: Seen) -> Identity:
    """A full name is enough; short and deictic ones count within their area."""
    if seen.entity.data.get("resolved") and seen.entity.data.get("code"):
        return f"{seen.entity.data['code']}|{name_key(seen.entity.name)}", "名称和所属地相同"
    return _local(seen, own=is_full(seen.entity.name))


def project(seen: Seen) -> Identity:
    return _local(seen, own=len(name_key(seen.entity.name)) >= _LONG)


def policy(seen: Seen) -> Identity:
    """A long title is enough; agreements and notices are as many as they are signed."""
    key = name_key(seen.entity.name)
    if _AGREEMENT.search(seen.entity.name) and len(key) < 2 * _LONG:
        return f"@{seen.article.id}|{key}", ""
    if len(key) >= _LONG:
        return key, "文件标题相同"
    return _local(seen, more=(seen.article.published or "")[:4])


def event(seen: Seen) -> Identity:
    """第三届…, 2024…: the name is enough. Others recur: the same area and the same day."""
    key = name_key(seen.entity.name)
    if _UNIQUE.search(key) and len(key) >= 8:
        return key, "会议名称相同（含届次或年份）"
    day = min(seen.dates, default=seen.article.published) or ""
    if not day:
        return f"@{seen.article.id}|{key}", ""
    identity, _ = _local(seen, more=day)
    return identity, "会议名称、地区和日期相同"


def _local(seen: Seen, *, own: bool = False, more: str = "") -> Identity:
    name = seen.entity.name
    key = name_key(name) + (f"|{more}" if more else "")
    if not is_deictic(name):
        if is_national(name) or ((code := division_at_start(name)) is not None and code):
            return key, "名称相同，且写明了所属地"
        if own:
            return key, "名称相同"
    where = area(seen.article.locality_code)
    if where is None:
        return f"@{seen.article.id}|{key}", ""
    return f"{where}|{key}", "名称相同，且见于同一地区的报道"


IDENTITIES: Mapping[str, Callable[[Seen], Identity]] = {
    "PublicBody": body,
    "Place": place,
    "Organization": organization,
    "Project": project,
    "Policy": policy,
    "Event": event,
}
