"""The patterns by which words that stand for a name (该公司, 其, 项目) are read, made of the words in kg/resources/relations/anaphora.yaml."""

import re
from functools import cache
from typing import Any

from kg.relations.signs import alternatives, words

_SAME = {"厂子": "工厂"}  # words that go on alike


@cache
def cues() -> dict[str, Any]:
    """All of them by name."""
    data = words("anaphora")
    every = [w for key in ("company", "project", "place", "session", "pairs", "former", "latter") for w in data[key]]
    kinds = {w: kind for kind, key in (("Company", "company"), ("Project", "project"), ("Place", "place")) for w in data[key]}
    return {
        "another_project": re.compile(f"{alternatives(data['another_project'])}[^，。；]{{0,10}}(?:项目|工程)"),
        "back": re.compile(f"该[^，。；]{{0,14}}(?:公司|企业|工厂|厂)|这家(?:公司|企业|{data['described']})"),
        "this_one": re.compile("(?:^|[，；：”。\\s])(?P<head>这个)[^，。；：“”]{2,26}的$"),  # before 企业; 这家 stands for it by itself
        "word": re.compile(
            f"{alternatives(every)}|该(?!{alternatives(data['havers'])})[\u4e00-\u9fff]{{1,8}}?(?:项目|工程)(?={alternatives(data['项目'])})|这家(?={data['described']})|其(?={alternatives(data['own'])})"
        ),
        "kind": kinds,
        "left": re.compile(f"(?:^|[，。；：、！？“”（）()\\s]|{alternatives(data['left'])})$"),
        "other": re.compile(alternatives(data["other"])),
        "never": re.compile(alternatives(data["right_never"])),
        "punished": re.compile(alternatives(data["punished"])),
        "funded": re.compile(alternatives(data["funded"])),
        "goes_on": {w: re.compile(alternatives(data[_SAME.get(w, w)])) for w in ("企业", "项目", "园区", "基金", "工厂", "厂子")},
        "is": re.compile(f"(?:（[^（）]*）)?{alternatives(data['is'])}"),
        "founds": re.compile(f"{alternatives(data['founds'])}(?:了|起|一家|全资|子公司|项目公司|新公司|[“”—])*$"),
        "renamed": re.compile("(?:随后|随之|随即|也|正式|后|则|遂|由此)*(?:更名|改名|易名|改称)"),
        "demonstrative": frozenset(data["demonstrative"]),
        "ends": {w: tuple(ends) for w, ends in data["ends"].items()},
        "never_ends": {w: tuple(ends) for w, ends in data["never_ends"].items()},
        "aside": tuple(data["aside"]),
        "at_table": re.compile(alternatives(data["at_table"])),
        "table": re.compile(alternatives(data["table"])),
        "session": frozenset(data["session"]),
        "role": {w: role for role in ("pairs", "former", "latter") for w in data[role]},
    }
