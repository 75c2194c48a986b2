"""A year of news of a city, made up: people, firms, projects and sums are invented, and so is all that is told of the places named.

`write(folder)` leaves one text file a day of news, for the notebooks and for trying things out.
"""

import random
from pathlib import Path

PLACE = "江苏省盐城市"
NOTE = "（本文人物、企业、项目和数字均为虚构，仅供演示。）"
LEADERS = (("市委书记", "方致远"), ("市长", "秦晓岚"), ("副市长", "陆怀民"), ("副市长", "苏景明"))
STAFF = (("市政府秘书长", "贺立言"), ("市委常委、秘书长", "顾清和"))
FIRMS = (
    "青禾机电有限公司",
    "云杼智能科技有限公司",
    "墨洲新能源股份有限公司",
    "汀兰生物医药有限公司",
    "砺石精密机械有限公司",
    "渡川半导体有限公司",
    "飞鹭供应链有限公司",
    "海棠湾食品有限公司",
)
OWNER = "星槎控股集团有限公司"
DISTRICTS = ("亭湖区", "盐都区", "大丰区", "东台市")


def articles(seed: int = 7) -> list[tuple[str, str]]:
    """File names (with the date) and texts, in the order of the year."""
    draw = random.Random(seed)
    found = []
    for month in range(1, 13):
        for day in sorted(draw.sample(range(2, 27), 4)):
            kind = draw.choice((_visit, _visit, _signing, _figures))
            found.append((f"2024-{month:02d}-{day + 1:02d}.txt", f"{kind(draw, month, day)}\n{NOTE}\n"))
    return found


def _visit(draw: random.Random, month: int, day: int) -> str:
    title, leader = draw.choice(LEADERS)
    post, along = draw.choice(STAFF)
    first, second = draw.sample(FIRMS, 2)
    district = draw.choice(DISTRICTS)
    return (
        f"{leader}调研重点企业\n"
        f"　　{month}月{day}日，盐城{title}{leader}来到{district}调研企业发展情况。\n"
        f"　　在{first}，{leader}走进车间，详细了解企业生产经营和订单情况，勉励企业加大研发投入。"
        f"{leader}一行还来到{second}，察看项目建设进度。\n　　{post}{along}参加调研。"
    )


def _signing(draw: random.Random, month: int, day: int) -> str:
    firm, district = draw.choice(FIRMS), draw.choice(DISTRICTS)
    amount = draw.choice((3, 5, 8, 12, 20))
    return (
        f"{_short(firm)}项目落户{district}\n"
        f"　　{month}月{day}日，{district}政府与{firm}签署投资协议。{firm}拟投资{amount}亿元，在{district}建设二期生产基地。"
        f"{firm}是{OWNER}的全资子公司。\n　　{LEADERS[1][0]}{LEADERS[1][1]}会见了{firm}董事长一行。"
    )


def _figures(draw: random.Random, month: int, day: int) -> str:
    firm, partner = draw.sample(FIRMS, 2)
    return (
        f"{_short(firm)}产销两旺\n"
        f"　　记者{month}月{day}日从{firm}获悉，去年公司实现营业收入{draw.randint(2, 40)}.{draw.randint(1, 9)}亿元，"
        f"研发投入{draw.randint(1, 9)}000万元。{firm}与{partner}达成战略合作，为其供应关键零部件。"
    )


def _short(firm: str) -> str:
    return firm.removesuffix("有限公司").removesuffix("股份")


def write(folder: Path, seed: int = 7) -> Path:
    """Write the articles into `folder` and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles(seed):
        (folder / name).write_text(text, encoding="utf-8")
    return folder
