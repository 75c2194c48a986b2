"""How long resolution takes and how much memory, over invented mentions: `uv run python benchmarks/identity.py 1000000`.

Four entities an article (an official, his office, a firm under its short and its full name), namesakes in plenty. The articles are made as they are
read, as they come from the store.
"""

import random
import resource
import sys
import time
from collections.abc import Iterator

from kg.resolve import resolve
from kg.types import Article, Entity, Evidence, Extraction, Statement

CITIES = [("3411", "滁州市"), ("3402", "芜湖市"), ("3203", "徐州市"), ("3501", "福州市"), ("3201", "南京市")]
OFFICES = ["人民政府", "教育局", "公安局", "商务局", "财政局"]
SURNAMES, GIVEN = "岑厉卜殷滕谷商尤王李张刘陈", "国栋思远以宁映川季衡伟强敏"


def articles(mentions: int) -> Iterator[Extraction]:
    """So many mentions, four an article."""
    rng = random.Random(7)
    pick = rng.randrange
    for number in range(mentions // 4):
        code, city = CITIES[pick(5)]
        name = SURNAMES[pick(13)] + GIVEN[pick(13)] + GIVEN[pick(13)] * pick(2)
        firm = f"云{chr(0x4E00 + pick(5000))}{chr(0x4E00 + pick(1 + mentions // 500))}科技"
        where = Article(f"{number:08}", "x", "", published=f"2024-{1 + pick(12):02}-11", paper="报", locality=city, locality_code=code)
        people = Entity("e1", "Person", name), Entity("e2", "PublicBody", city + OFFICES[pick(5)], (), (), {"code": code, "resolved": True})
        firms = Entity("e3", "Company", firm), Entity("e4", "Company", f"{city[:2]}{firm}有限公司")
        post = Statement("s1", "e1", "holds_position", "e2", Evidence(0, 0, ""), {"title": "局长"})
        yield Extraction(where, people + firms, (post,))


def main() -> None:
    mentions = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    started = time.process_time()
    found = resolve(articles(mentions))
    spent = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"{mentions} mentions, {len(found.nodes)} nodes: {spent:.1f} CPU s, {memory:.0f} MB, {1e6 * spent / mentions:.0f} µs a mention\n"
    )


if __name__ == "__main__":
    main()
