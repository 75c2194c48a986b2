"""Papers of an authority: who signs, to whom they are addressed, what they give and issue. All names are invented."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.relations.listed import listed
from kg.relations.masthead import ours
from kg.relations.papers import addressed, paper, propose
from kg.relations.scene import Scene

LETTER = (
    "云金复〔2024〕7号\n[青禾银行](Company)：\n你行《关于核准任职资格的请示》收悉。经审核，现批复如下：\n"
    "一、核准[方致远](Person)的任职资格。\n[云岭监管分局](PublicBody)\n[2024年9月20日](Date 2024-09-20)"
)
HEADLINE = "云岭监管分局关于方致远任职资格的批复"


def titled(scene: Scene, title: str) -> Scene:
    return replace(scene, article=replace(scene.article, title=title))


def told(scene: Scene, title: str) -> set[tuple[str, str, str, str]]:
    here = titled(scene, title)
    return {(here.entities[d.subject].name, d.relation, here.entities[d.object].name, d.qualifiers.get("kind", "")) for d in propose(here)}


@pytest.mark.parametrize(
    "marked",
    [
        LETTER,
        LETTER.replace("(PublicBody)\n[", "(PublicBody) ["),  # the day in the line of the signature
        LETTER + "\n（此件公开发布）\n抄送：省厅。",
        LETTER.replace("(Company)：", "(Company)、[秦晓岚](Person)、[林小满](Person)："),  # and those who answer for it
    ],
)
def test_a_letter_acts_on_whom_it_is_addressed_to(scene: Callable[[str], Scene], marked: str) -> None:
    assert told(scene(marked), HEADLINE) == {("云岭监管分局", "regulated", "青禾银行", "批复")}
    assert {d.date for d in propose(titled(scene(marked), HEADLINE))} == {"2024-09-20"}


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        (LETTER, "云岭监管分局致青禾银行的感谢信"),
        (LETTER.replace("[青禾银行](Company)：", "[青禾银行](Company)成立于2005年："), HEADLINE),  # nobody is addressed
        (LETTER.replace("[云岭监管分局](PublicBody)\n", "[云岭监管分局](PublicBody)负责监督。\n"), HEADLINE),  # nobody signs
        (LETTER.replace("[青禾银行](Company)：", "各银行："), HEADLINE),
    ],
)
def test_what_is_no_such_letter(scene: Callable[[str], Scene], marked: str, title: str) -> None:
    assert told(scene(marked), title) == set()


def test_we_and_you_in_a_letter(scene: Callable[[str], Scene]) -> None:
    marked = LETTER.replace("一、核准", "我分局决定对你行的申请予以核准。一、核准")
    here = addressed(ours(titled(scene(marked), HEADLINE)))
    named = [(r.text, here.entities[r.entity].name) for s in here.sentences for r in s.refs if r.anaphor]
    assert named == [("你行", "青禾银行"), ("我分局", "云岭监管分局"), ("你行", "青禾银行")]
    assert paper(scene("[青禾银行](Company)开业。你行的服务好，我局很满意。")) is None


def test_a_notice_issues_what_it_publishes(scene: Callable[[str], Scene]) -> None:
    marked = "各区政府：\n[《云岭市招商方案》](Policy)已经研究同意，现印发给你们，请认真贯彻。\n[云岭市政府办公室](PublicBody)\n[2024年9月20日](Date 2024-09-20)"
    assert told(scene(marked), "通知") == {("云岭市政府办公室", "issued", "《云岭市招商方案》", "")}
    assert told(scene(marked.replace("现印发给你们，请认真贯彻", "请认真贯彻")), "通知") == set()


GRANTS = (
    "经评审，现予公示。\n一、首台套\n1.[青禾机电](Company)，支持资金[120万元](Amount)；\n二、智能工厂\n2.[云杼科技](Company)，支持资金[80万元](Amount)。\n"
    "[云岭市经信局](PublicBody)\n[2024年9月20日](Date 2024-09-20)"
)


@pytest.mark.parametrize(
    ("marked", "title", "status"),
    [
        (GRANTS, "关于2024年专项资金拟支持企业的公示", "planned"),
        (GRANTS, "关于下达2024年技改补助的通知", "asserted"),
        (GRANTS, "2024年纳税企业公示", None),
        (GRANTS.replace("\n[云岭市经信局](PublicBody)\n[2024年9月20日](Date 2024-09-20)", ""), "关于2024年专项资金拟支持企业的公示", None),
    ],
)
def test_a_notice_gives_to_whom_it_lists(scene: Callable[[str], Scene], marked: str, title: str, status: str | None) -> None:
    here = titled(scene(marked), title)
    found = {(here.entities[d.subject].name, d.relation, here.entities[d.object].name, d.status) for d in listed(here)}
    firms = (("青禾机电", "120万元"), ("云杼科技", "80万元"))
    gives = {(f, "raises_amount", a, status) for f, a in firms} | {("云岭市经信局", "funded", f, status) for f, _ in firms}
    assert found == (gives if status else set())
