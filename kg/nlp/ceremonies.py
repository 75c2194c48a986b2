"""Works that only the name of a ceremony holds: 甲公司年产5万吨铜箔项目开工仪式 begins a project that the article goes on to call 项目."""

import re
from collections.abc import Iterable

_CEREMONY = re.compile(
    r"(?P<name>.*(?:项目|工程|基地|产业园|生产线)(?:（?[一二三四五]期）?)?)"
    r"(?:集中)?(?:开工|动工|竣工|投产|奠基|启动|揭牌|开园|点火|封顶|通车|落成|投用|签约)+(?:仪式|典礼|活动)$"
)
_LEGAL = re.compile(r"[\u4e00-\u9fffA-Za-z（）()]{2,}?(?:公司|集团)(?=.{4})")
_MANY = re.compile(
    "重大|重点|集中|[0-9一二三四五六七八九十]+个|季度|首批|一批|年度|暨|[省市县区旗州](?:招商|引资|投资|合作|产业|建设)+项目"
)  # 一季度重大项目开工仪式 is that of many
_LEAST = 5  # characters of a name


def work_of(ceremony: str, firms: Iterable[str]) -> tuple[str, str | None] | None:
    """The project that a ceremony is for and the firm before it, if one of `firms` or a name in its legal form is.

    >>> work_of("昀泽新材料有限公司年产5万吨铜箔项目开工仪式", [])
    ('年产5万吨铜箔项目', '昀泽新材料有限公司')
    >>> work_of("昀泽铜箔项目竣工投产仪式", ["昀泽"]), work_of("岚城市一季度重大项目集中开工仪式", [])
    (('昀泽铜箔项目', None), None)
    """
    found = _CEREMONY.match(ceremony)
    if found is None or _MANY.search(ceremony):
        return None
    name = found["name"]
    firm = next(
        (f for f in sorted(firms, key=len, reverse=True) if len(f) > 3 and name.startswith(f) and f.endswith(("公司", "集团"))), None
    )
    if firm is None and (legal := _LEGAL.match(name)) is not None:
        firm = legal[0]
    work = name.removeprefix(firm or "")
    return (work, firm) if len(work) >= _LEAST else None
