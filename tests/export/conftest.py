"""An invented graph of a city's news, as `kg.graph` would make it."""

import random
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

SURNAMES = "江沈顾程郑魏葛范彭鲁韦马苗方俞任袁柳史唐费廉岑薛雷贺倪汤滕罗毕郝邬安常乐于时傅皮卞齐康伍余元卜"
GIVEN = ["望舒", "怀远", "清和", "若谷", "景明", "以宁", "知行", "嘉树", "云起", "守拙", "成蹊", "思齐", "立言", "博文", "敬之", "新雨"]
BRANDS = [
    "星槎",
    "澄岳",
    "墨洲",
    "汀兰",
    "云杼",
    "砺石",
    "青禾",
    "渡川",
    "曜芯",
    "梧桐里",
    "远岫",
    "飞鹭",
    "金穗",
    "海棠湾",
    "北辰谷",
    "临溪",
]
TRADES = [
    "光电科技有限公司",
    "精密机械股份有限公司",
    "新能源集团",
    "生物医药有限公司",
    "半导体有限公司",
    "农商银行",
    "智能装备有限公司",
    "供应链有限公司",
]
BUREAUS = ["发展和改革委员会", "工业和信息化局", "商务局", "科学技术局", "财政局", "生态环境局", "市场监督管理局"]
CITY = "江苏省无锡市"


class _Town:
    """Draws entities, articles and edges from a seeded generator."""

    def __init__(self, size: int, seed: int) -> None:
        self.random = random.Random(seed)
        self.graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph(lang="zh")
        self.size = size

    def node(self, type_: str, label: str, aliases: tuple[str, ...] = (), **data: Any) -> str:
        name = f"{type_[:2].lower()}{len(self.graph):05d}"
        self.graph.add_node(name, type=type_, label=label, aliases=list(aliases), articles=1, **data)
        return name

    def article(self) -> dict[str, str]:
        number = self.random.randrange(max(4, self.size // 12))
        day = f"2024-{5 + number % 3:02d}-{1 + number % 27:02d}"
        return {
            "article": f"a{number}",
            "title": f"{['深入企业一线', '产业项目集中签约', '座谈会听取意见', '重大项目开工'][number % 4]}（之{number}）",
            "paper": ["无锡日报", "太湖晚报"][number % 2],
            "published": day,
            "page": f"A{1 + number % 6:02d}",
        }

    def tie(self, source: str, relation: str, target: str, words: str, status: str = "asserted", **qualifiers: str) -> None:
        if source == target or self.graph.has_edge(source, target, relation):
            return
        ends = (self.graph.nodes[source]["label"], self.graph.nodes[target]["label"])
        evidence = []
        for _ in range(self.random.choice((1, 1, 1, 2, 3))):
            article = self.article()
            quote = f"{article['published'][5:7]}月{article['published'][8:]}日，{ends[0]}{words}{ends[1]}，就项目进展、要素保障和下一步打算作了了解。"
            evidence.append(
                article
                | {
                    "quote": quote,
                    "start": 10,
                    "end": 10 + len(quote),
                    "date": article["published"],
                    "status": status,
                    "qualifiers": qualifiers,
                }
            )
        dates = sorted(entry["published"] for entry in evidence)
        articles = len({entry["article"] for entry in evidence})
        common = {
            "relation": relation,
            "weight": articles,
            "first": dates[0],
            "last": dates[-1],
            "status": status,
            "qualifiers": qualifiers,
        }
        self.graph.add_edge(source, target, relation, **common, evidence=evidence)


def make_town(size: int = 60, seed: int = 7) -> "nx.MultiDiGraph[Any]":
    """About `size` entities: officials visiting firms, firms with figures, projects, meetings and documents."""
    town = _Town(size, seed)
    draw = town.random
    districts = [town.node("Place", CITY, ("无锡", "无锡市"))]
    districts += [
        town.node("Place", f"{CITY}{name}区", (f"{name}区",)) for name in ("滨湖", "新吴", "梁溪", "锡山", "惠山")[: 2 + size // 40]
    ]
    committee = town.node("PublicBody", "中共无锡市委员会", ("市委", "无锡市委"))
    government = town.node("PublicBody", "无锡市人民政府", ("市政府",))
    bodies = [committee, government] + [
        town.node("PublicBody", f"无锡市{name}", (f"市{name[:2]}",)) for name in BUREAUS[: max(2, size // 20)]
    ]
    names = [f"{surname}{given}" for given in GIVEN for surname in SURNAMES]
    draw.shuffle(names)
    firms = list(
        dict.fromkeys(
            f"{'无锡' if draw.random() < 0.5 else ''}{brand}{extra}{trade}"
            for extra in ("", "东", "西", "新", "恒", "瑞")
            for trade in TRADES
            for brand in BRANDS
        )
    )
    draw.shuffle(firms)
    leaders = [town.node("Person", names.pop()) for _ in range(max(3, size // 14))]
    companies = [town.node("Company", firm, (firm.removeprefix("无锡")[:4],)) for firm in firms[: size * 2 // 5]]
    posts = ["市委书记", "市长", "副市长", "市委常委、秘书长", "市政协副主席", "区委书记"]
    for i, leader in enumerate(leaders):
        town.tie(leader, "holds_position", bodies[i % 2] if i < 4 else draw.choice(bodies), "任职于", title=posts[min(i, 5)])
        if i:
            town.tie(leader, "accompanied", leaders[0 if i < 5 else draw.randrange(i)], "陪同")
    for i, company in enumerate(companies):
        leader = leaders[min(int(draw.paretovariate(0.9)), len(leaders)) - 1]
        town.tie(leader, "visited", company, "来到")
        town.tie(company, "located_in", districts[i % len(districts)], "坐落在")
        if draw.random() < 0.45:
            figure = draw.randint(1, 90)
            amount = town.node("Amount", f"近{figure}.{i % 10}亿元", value=figure * 1e8, currency="CNY", modifier="近")
            town.tie(
                company,
                draw.choice(["invests_amount", "earns_amount", "raises_amount"]),
                amount,
                "的投入达",
                metric="研发投入",
                period="2023",
            )
        if draw.random() < 0.3:
            boss = town.node("Person", names.pop())
            town.tie(boss, "holds_position", company, "任职于", title="董事长")
            if draw.random() < 0.4:
                town.tie(boss, "met_with", leaders[0], "座谈，向")
        if draw.random() < 0.25:
            other = draw.choice(companies)
            town.tie(
                company,
                draw.choice(["partner_of", "supplies", "owns", "signed_with"]),
                other,
                "与",
                draw.choice(["asserted", "asserted", "planned", "denied", "former", "reported"]),
            )
        if draw.random() < 0.2:
            project = town.node("Project", f"{firms[i][:4]}二期产业基地项目")
            town.tie(company, "undertakes", project, "承建")
            town.tie(company, "invested_in", project, "计划投资", "planned", amount="12亿元")
        if draw.random() < 0.15:
            town.tie(draw.choice(bodies), draw.choice(["funded", "regulated", "signed_with"]), company, "支持", amount="300万元")
    for i in range(max(1, size // 30)):
        event = town.node("Event", f"第{i + 1}届太湖产业创新大会")
        town.tie(draw.choice(bodies), "hosted", event, "主办")
        for leader in leaders[:3]:
            town.tie(leader, "attended", event, "出席", role="致辞")
        policy = town.node("Policy", f"《关于支持企业发展的若干措施（{i + 1}）》")
        town.tie(draw.choice(bodies), "issued", policy, "印发")
        association = town.node("Organization", f"无锡市{TRADES[i % 8][:2]}行业协会{'' if i < 8 else i}")
        town.tie(association, "partner_of", draw.choice(companies), "联合")
    return town.graph


@pytest.fixture(scope="session")
def town() -> "nx.MultiDiGraph[Any]":
    """The small invented graph; do not change it."""
    return make_town()


@pytest.fixture(scope="session")
def make() -> "Callable[..., nx.MultiDiGraph[Any]]":
    """The maker itself, for other sizes."""
    return make_town
