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


TABLE = (
    "现将补助名单予以公示。\n一、新升规奖励（每家[10万元](Amount)）\n[青禾果业](Company)、[白石木业](Company)，共两家。\n二、技改补助\n"
    "[青禾机电](Company) [880](Amount) [44](Amount)\n三、绿色工厂\n对获评省级绿色工厂的[云杼科技](Company)一次性奖励[20万元](Amount)。\n"
    "[云岭县工信局](PublicBody)\n[2024年9月20日](Date 2024-09-20)"
)


def with_heads(scene: Scene, heads: dict[str, str]) -> Scene:
    """The scene with the heads of the columns in which bare figures stand."""
    rows = []
    for sentence in scene.sentences:
        refs = tuple(replace(r, data={"head": heads[r.text], "text": f"{r.text}万元"}) if r.text in heads else r for r in sentence.refs)
        rows.append(replace(sentence, refs=refs))
    return replace(scene, sentences=tuple(rows))


def test_a_notice_gives_in_tables_and_to_each_of_a_row(scene: Callable[[str], Scene]) -> None:
    here = with_heads(titled(scene(TABLE), "关于2024年拟奖补企业的公示"), {"880": "设备投资", "44": "补助金额"})
    found = {(here.entities[d.subject].name, here.entities[d.object].name) for d in listed(here) if d.relation == "funded"}
    assert found == {("云岭县工信局", name) for name in ("青禾果业", "白石木业", "青禾机电", "云杼科技")}
    sums = {(here.entities[d.subject].name, here.entities[d.object].name) for d in listed(here) if d.relation == "raises_amount"}
    assert sums == {("青禾果业", "10万元"), ("白石木业", "10万元"), ("青禾机电", "44"), ("云杼科技", "20万元")}


def test_what_a_table_of_other_figures_does_not_give(scene: Callable[[str], Scene]) -> None:
    marked = "2024年纳税企业。\n[青禾机电](Company) [44](Amount)\n[云岭县工信局](PublicBody)\n[2024年9月20日](Date 2024-09-20)"
    here = with_heads(titled(scene(marked), "关于纳税企业的公示"), {"44": "占地"})
    assert list(listed(here)) == []
