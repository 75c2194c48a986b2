"""Whose people somebody is, where no post is told.

By how they are named (青禾基金方致远：…, 云岭大学的方致远, 云岭大学社会学系方致远博士), by what they are there (甲是乙公司的员工),
by where they go and come from (甲加盟乙公司, 甲从乙公司离职).
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.records import record
from kg.relations.roles import Line
from kg.relations.scene import Ref
from kg.relations.signs import SIGNS, alternatives, pattern, words
from kg.types import Status

_HOUSES = "".join(SIGNS[kind] for kind in ("PublicBody", "Company", "Organization"))


@record
class Affiliation:
    """Whose people somebody is: what tells it, and what he works as there (技术员), where that is said."""

    sign: str
    person: Ref
    where: Ref
    status: Status
    title: str


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    data = words("holds_position")
    parts = rf"(?:[\u4e00-\u9fff]{{0,8}}(?<!干){alternatives(data['parts'] + data['offices'])})?"  # 干部 is no 部
    begins = rf"(?:^|[，。；：、！？“”（）()\s\u25a0-\u25ff⊙]|<Person>[和与及]|{alternatives(data['meets'])})"
    going = alternatives(data["leaves_house"])
    way = r"(?:(?![未没不拒])[^，；。：\ue000-\ue00a])"
    plain, house, aside = r"[^，；。：\ue000-\ue00a]", "<Company Organization>", r"(?:（[^（）]*）)?"
    done = "".join(rf"(?<!{word})" for word in data["done_to_houses"])
    return {
        "of": pattern(
            rf"{done}(?P<once>(?:原|前)(?:任|来)?)?“?(?P<where>[{_HOUSES}])”?的“?(?P<people><Person>(?:[、和与]<Person>)*)(?!的?<Title>)"
        ),
        "worker": pattern(
            rf"(?P<where>[{_HOUSES}])的?(?P<once>原|前|退休)?(?P<post>(?![下选]派|派驻|挂职)(?:(?![名位和与及由对向请])[\u4e00-\u9fff]){{0,4}}{alternatives(data['workers_named'])})"
            rf"(?P<people><Person>)(?!的?<Title>)"
        ),
        # A公司经理甲、出纳乙
        "worker-next": pattern(
            rf"(?P<where>[{_HOUSES}])[^，。；、{SIGNS['Person']}]{{0,12}}(?:<Title>[、兼]?)+<Person>{aside}(?:[、和与及]|安排|指使|伙同|授意)"
            rf"(?P<once>原|前)?(?P<post>{alternatives(data['workers_named'])})(?P<people><Person>)(?!的?<Title>)"
        ),
        "staff": pattern(
            rf"(?P<people><Person>(?:[、和与]<Person>)*){aside}(?P<once>曾|曾经|原来|原|此前|以前)?(?:都|均|也|同|目前|现){{0,2}}(?:是|系|为)(?:原|前)?"
            rf"(?P<where>[{_HOUSES}])的?(?:一名|名|一位|位|普通|正式|老|在编){{0,3}}{alternatives(data['staff'])}(?=[，；。、）]|$)"
        ),
        "named": pattern(
            rf"{begins}(?P<once>原|前)?(?P<where>[{_HOUSES}])(?P<part>{parts})(?P<of>的)?(?P<people><Person>(?:[、和与]<Person>)*)"
            rf"[ \u3000]*(?P<called>先生|女士|老师|博士|同志)?(?={alternatives(data['tells'])}|[，；：。]|$)"
        ),
        "joins": pattern(
            rf"(?P<people><Person>){aside}{way}{{0,8}}(?:从{house}{plain}{{0,4}})?(?:<Date>{plain}{{0,4}})?"
            rf"{alternatives(data['joins'])}(?:了)?(?P<where>{house})(?![的]?<Title>)"
        ),
        "goes": pattern(rf"(?P<people><Person>){aside}{way}{{0,8}}从(?P<where>{house}){going}"),
        "left": pattern(rf"(?P<people><Person>){aside}{way}{{0,4}}离开了?(?P<where>{house})(?=[，；。后]|$)"),
        "from": pattern(rf"从“?(?P<where>{house})”?{going}的{plain}{{0,6}}(?P<people><Person>)"),
        "works": pattern(
            rf"(?P<once>曾)?{plain}{{0,4}}在{plain}{{0,4}}(?P<where>[{_HOUSES}](?:[、和与及][{_HOUSES}])*)(?:等{plain}{{0,6}})?"
            rf"(?:工作|任职|就职|供职)(?:过|了{plain}{{1,4}})?的{plain}{{0,10}}(?P<people><Person>)"
        ),
    }


def affiliated(own: Line) -> Iterator[Affiliation]:
    """The persons of a sentence with a house of theirs."""
    for name, sign in _signs().items() if SIGNS["Person"] in own.text else ():
        for m in sign.finditer(own.text):
            if name == "named" and m["part"].endswith(tuple(words("holds_position")["studies"])) and not m["called"]:
                continue  # 云岭大学英语系的方致远: he may study there
            over = name in ("goes", "left", "from") or (
                name in ("named", "works", "of", "staff", "worker", "worker-next") and m["once"] is not None
            )
            for at in range(m.start("where"), m.end("where")):
                where = own.refs.get(at)
                if where is None or (name == "joins" and where.text.endswith(tuple(words("holds_position")["associations"]))):
                    continue
                for person in own.people(m.start("people"), m.end("people")):
                    sign_of = "named-of" if name == "of" or (name == "named" and m["of"]) else name
                    yield Affiliation(
                        sign_of, person, where, "former" if over else "asserted", m["post"] if name.startswith("worker") else ""
                    )
