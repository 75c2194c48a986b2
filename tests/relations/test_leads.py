"""Who of a long row leads it. All names are invented."""

from collections.abc import Callable

import pytest

from kg.relations.leads import between_leads
from kg.relations.scene import Draft, Scene

GUESTS = "[会长](Title)[方致远](Person)，[副会长](Title)[周一鸣](Person)、[贺年](Person)一行来访，"
HOSTS = "[会长](Title)[秦晓岚](Person)，[秘书长](Title)[吴晓晴](Person)接待。"


@pytest.mark.parametrize(
    ("marked", "relation", "pairs", "kept"),
    [
        # of two sides, those who follow meet only who leads the other
        (GUESTS + HOSTS, "met_with", "方秦 方吴 周秦 周吴 贺秦 贺吴", "方秦 方吴 周秦 周吴 贺秦 贺吴"),
        (
            GUESTS + HOSTS.replace("接待", "、[丁立](Person)接待"),
            "met_with",
            "方秦 方吴 方丁 周秦 周吴 周丁 贺秦 贺吴 贺丁",
            "方秦 方吴 方丁 周秦 贺秦",
        ),
        # whoever comes along comes along with each of them
        (GUESTS + HOSTS, "accompanied", "吴方 吴周 吴贺", "吴方 吴周 吴贺"),
        (GUESTS + HOSTS, "visited", "方秦 周秦 贺秦 周吴", "方秦 周秦 贺秦 周吴"),
    ],
)
def test_who_leads(scene: Callable[[str], Scene], marked: str, relation: str, pairs: str, kept: str) -> None:
    told = scene(marked)
    ids = {entity.name[0]: key for key, entity in told.entities.items()}
    drafts = [Draft(ids[one], relation, ids[other], 0, len(told.text), "met", 0.9) for one, other in pairs.split()]
    names = {key: name for name, key in ids.items()}
    assert [names[d.subject] + names[d.object] for d in between_leads(told, drafts)] == kept.split()
