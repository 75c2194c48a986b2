"""What the learned reader tells of companions is dropped. All people and firms are invented."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.relations.alongside import without_led
from kg.relations.scene import Draft, Scene

SceneOf = Callable[[str], Scene]
TEXT = "[市长](Title)[秦晓岚](Person)到[青禾机电](Company)考察。[副市长](Title)[苏木](Person)、[县长](Title)[贺年](Person)陪同。"
NAMES = {"秦晓岚": "e1", "青禾机电": "e2", "苏木": "e3", "贺年": "e4"}


def draft(subject: str, relation: str, obj: str, rule: str) -> Draft:
    return Draft(NAMES[subject], relation, NAMES[obj], 0, 10, rule, 0.8)


RULES = (
    draft("秦晓岚", "visited", "青禾机电", "visit-verb"),
    draft("苏木", "accompanied", "秦晓岚", "listed-under"),
    draft("贺年", "accompanied", "秦晓岚", "listed-under"),
)


@pytest.mark.parametrize(
    ("subject", "relation", "obj", "rule", "kept"),
    [
        ("贺年", "accompanied", "苏木", "accompanied:learned", False),  # both came along with another
        ("苏木", "visited", "青禾机电", "visited:learned", False),  # who came along is not told as a visitor
        ("苏木", "visited", "青禾机电", "visit-verb", True),  # a rule may say so
        ("秦晓岚", "visited", "青禾机电", "visited:learned", True),
        ("苏木", "met_with", "贺年", "met_with:learned", True),
    ],
)
def test_what_is_only_learned_of_companions(scene: SceneOf, subject: str, relation: str, obj: str, rule: str, kept: bool) -> None:
    told = draft(subject, relation, obj, rule)
    assert (told in without_led(scene(TEXT), [*RULES, told])) is kept


def test_who_welcomes_has_not_come(scene: SceneOf) -> None:
    text = "[市长](Title)[秦晓岚](Person)对[苏木](Person)一行来[青禾机电](Company)考察表示欢迎。[贺年](Person)发言。"
    host, guest = draft("秦晓岚", "visited", "青禾机电", "visited:learned"), draft("苏木", "visited", "青禾机电", "visited:learned")
    read = scene(text)
    names = {entity.name: key for key, entity in read.entities.items()}
    swap = {NAMES[name]: names[name] for name in NAMES}
    host, guest = (replace(d, subject=swap[d.subject], object=swap[d.object]) for d in (host, guest))
    assert without_led(read, [host, guest]) == [guest]


def test_who_sits_opposite_has_not_come_along(scene: SceneOf) -> None:
    talks = draft("贺年", "met_with", "秦晓岚", "opposite")
    along = draft("贺年", "accompanied", "秦晓岚", "accompanied:learned")
    assert without_led(scene(TEXT), [talks, along]) == [talks]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "[市长](Title)[秦晓岚](Person)到外地考察。[副市长](Title)[苏木](Person)，[青禾机电](Company)负责人随同考察。",
            False,
        ),  # only whence one is
        ("[市长](Title)[秦晓岚](Person)到外地考察。[副市长](Title)[苏木](Person)陪同。[青禾机电](Company)是其中一家。", True),
        ("[市长](Title)[秦晓岚](Person)来访。[副市长](Title)[苏木](Person)陪同[秦晓岚](Person)参观[青禾机电](Company)。", True),
        # 秦晓岚 and 苏木 went each their own way
        ("[市长](Title)[苏木](Person)、[副市长](Title)[秦晓岚](Person)分别走访企业。[苏木](Person)来到[青禾机电](Company)。", False),
        ("[市长](Title)[苏木](Person)、[副市长](Title)[秦晓岚](Person)带队走访企业。[苏木](Person)来到[青禾机电](Company)。", True),
    ],
)
def test_what_is_learned_of_where_others_are_from_or_were(scene: SceneOf, text: str, kept: bool) -> None:
    read = scene(text)
    ids = {entity.name: key for key, entity in read.entities.items()}
    told = Draft(ids["秦晓岚"], "visited", ids["青禾机电"], 0, len(read.text), "visited:learned", 0.8)
    other = Draft(ids["苏木"], "visited", ids["青禾机电"], 0, len(read.text), "visit-verb", 0.8)
    assert (told in without_led(read, [told, other] if "来到" in text else [told])) is kept
