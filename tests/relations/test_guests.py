"""Guests, and the house that a story is told from. All people and firms are invented."""

from collections.abc import Callable, Iterable

import pytest

from kg.relations import posts
from kg.relations.anaphora import resolved
from kg.relations.guests import receiving, strangers, without_hosts
from kg.relations.scene import Draft, Scene

Told = Callable[[Callable[[Scene], Iterable[Draft]], str, str], set[str]]
SceneOf = Callable[[str], Scene]
GUEST = "[白帆集团](Company)[总经理](Title)[方致远](Person)一行"
HIS = "方致远 白帆集团"
HOST = "[董事长](Title)[秦晓岚](Person)"


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        # the house that tells the story has no name in it
        (f"{GUEST}到我公司考察，公司{HOST}热情接待。", {HIS}),
        (f"{GUEST}来公司考察，公司{HOST}陪同。", {HIS}),
        (f"{GUEST}来访，{HOST}陪同。", {HIS}),
        (f"{GUEST}来我集团考察交流，集团{HOST}出席座谈会。", {HIS}),
        (f"{GUEST}到我司考察。会上，[方致远](Person)介绍了[白帆集团](Company)的情况。{HOST}致辞。", {HIS}),
        (
            "[白帆协会](Organization)[监事长](Title)[方致远](Person)一行到我协会调研，[会长](Title)[秦晓岚](Person)陪同。",
            {"方致远 白帆协会"},
        ),
        (
            "[滨海区](Place)[副区长](Title)[方致远](Person)、[白帆银行](Company)[行长](Title)[贺年](Person)到我行调研，[行长](Title)[秦晓岚](Person)陪同。",
            {"方致远 滨海区", "贺年 白帆银行"},
        ),
        (f"[滨海县委](PublicBody)[书记](Title)[方致远](Person)先后到[白帆科技](Company)、我公司调研，{HOST}陪同。", {"方致远 滨海县委"}),
        # nor where it does something together with another
        (f"我公司与[白帆集团](Company)签订战略合作协议，{HOST}出席。", set()),
        (f"[白帆集团](Company)与我公司签约。公司{HOST}致辞。", set()),
        # who is named by the guest's house is of it, and whoever follows him
        (
            f"{GUEST}到我公司考察。[白帆集团](Company)[副总经理](Title)[秦晓岚](Person)、[财务总监](Title)[贺年](Person)参加。",
            {HIS, "秦晓岚 白帆集团", "贺年 白帆集团"},
        ),
        (f"{GUEST}到我公司考察，集团[副总经理](Title)[秦晓岚](Person)陪同。", {HIS, "秦晓岚 白帆集团"}),  # 我公司 is no 集团
        # the host is named
        (f"{GUEST}到[青禾机电](Company)考察，{HOST}热情接待。", {HIS, "秦晓岚 青禾机电"}),
        (f"{GUEST}到[青禾机电](Company)考察，[副总经理](Title)[秦晓岚](Person)热情接待。", {HIS, "秦晓岚 青禾机电"}),
        (f"{GUEST}到[青禾大学](Organization)考察，[院长](Title)[秦晓岚](Person)热情接待。", {HIS}),
        (f"{GUEST}到[青禾水务](Company)检查，[副总经理](Title)[秦晓岚](Person)陪同。", {HIS, "秦晓岚 白帆集团"}),
        (f"{GUEST}到[青禾水务](Company)检查。[副总经理](Title)[秦晓岚](Person)陪同。", {HIS}),  # of either
        ("[市长](Title)[方致远](Person)到[青禾水务](Company)检查。[副总经理](Title)[秦晓岚](Person)陪同。", {"秦晓岚 青禾水务"}),
        # nobody has come
        (f"[白帆集团](Company)[总经理](Title)[方致远](Person)深入车间检查，{HOST}陪同。", {HIS, "秦晓岚 白帆集团"}),
        (f"“欢迎到我公司考察。”[白帆集团](Company)[总经理](Title)[方致远](Person)说。公司{HOST}出席。", {HIS, "秦晓岚 白帆集团"}),
    ],
)
def test_posts_of_hosts(told: Told, marked: str, found: set[str]) -> None:
    assert told(posts.propose, "holds_position", marked) == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (f"{GUEST}到我公司考察，公司向客人介绍了情况。", set()),
        (
            "受[白帆集团](Company)[董事长](Title)[秦晓岚](Person)邀请，我公司[总经理](Title)[方致远](Person)赴[白帆集团](Company)考察。",
            set(),
        ),
        ("[白帆集团](Company)与我公司签约。我公司介绍了情况。", set()),
        ("[白帆集团](Company)举行签约仪式。我公司介绍了情况。", {"我公司 白帆集团"}),
    ],
)
def test_who_tells_a_story_is_none_of_the_guests(scene: SceneOf, marked: str, found: set[str]) -> None:
    read = resolved(scene(marked))
    refs = [ref for sentence in read.sentences for ref in sentence.refs if ref.anaphor and ref.entity]
    assert {f"{ref.text} {read.entities[ref.entity or ''].name}" for ref in refs} == found


@pytest.mark.parametrize(
    ("visit", "kept"),
    [
        ("到我公司考察。[方致远](Person)介绍了[白帆集团](Company)的情况。", False),
        ("考察归来。[方致远](Person)介绍了[白帆集团](Company)的情况。", True),
        ("到我公司考察。[白帆集团](Company)", True),
    ],
)
def test_what_is_only_learned_of_hosts(scene: SceneOf, visit: str, kept: bool) -> None:
    read = scene(f"{GUEST}{visit}{HOST}表示感谢。")
    ids = {entity.name: key for key, entity in read.entities.items()}
    draft = Draft(ids["秦晓岚"], "holds_position", ids["白帆集团"], 0, len(read.text), "holds_position:learned", 0.7)
    assert (without_hosts(read, [draft]) == [draft]) is kept


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("[云杼科技](Company)[董事长](Title)[李文](Person)一行到公司考察。", {"云杼科技"}),
        ("[云杼科技](Company)一行参观了公司展厅。", {"云杼科技"}),
        ("[云杼大学](Organization)[校长](Title)[李文](Person)来访。", {"云杼大学"}),
        ("[云杼科技](Company)[董事长](Title)[李文](Person)到访[北京](Place)。", set()),
        ("[云杼科技](Company)[董事长](Title)[李文](Person)到公司车间检查。", set()),
        ("[云杼科技](Company)来访问题不少的公司多。", set()),
    ],
)
def test_who_is_a_guest(scene: Callable[[str], Scene], marked: str, found: set[str]) -> None:
    told = scene(marked)
    sentence = told.sentences[0]
    assert {told.entities[name].name for name in strangers(told, "", sentence.end)} == found


HOSTED = "[青禾学院](Organization)[院长](Title)[秦晓岚](Person)"


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (f"{GUEST}来我院考察。{HOSTED}热情接待了来宾。", "青禾学院"),
        (f"{GUEST}来我院考察，{HOSTED}对客人表示欢迎。", "青禾学院"),
        # who comes is not who receives, nobody comes, and two receive
        ("[青禾学院](Organization)[院长](Title)[秦晓岚](Person)一行来我院考察，感谢[白帆集团](Company)热情接待。", None),
        (f"{HOSTED}热情接待了来宾。", None),
        (f"{GUEST}来我院考察。{HOSTED}热情接待。[白帆学院](Organization)[院长](Title)[贺年](Person)致欢迎辞。", None),
        (f"{GUEST}来我院考察。{HOSTED}发言。", None),
    ],
)
def test_who_receives_the_guests_of_our_house_is_it(scene: SceneOf, marked: str, found: str | None) -> None:
    told = receiving(scene(marked))
    assert (told.text if told is not None else None) == found
