"""Party branches of villages before a post. People and villages are invented."""

import pytest

from kg.nlp.candidates import Candidate
from kg.nlp.village_bodies import village_bodies

CASES = [
    ("在现场，青禾村党支部书记方致远说", ["青禾村党支部"]),
    ("云岭镇白帆社区党委副书记方致远", ["白帆社区党委"]),
    ("桃源村党总支第一书记方致远", ["桃源村党总支"]),
    ("高湖村支部书记方致远", ["高湖村支部"]),
    ("该村党支部书记方致远", []),
    ("村党支部书记方致远", []),
    ("青禾村党支部召开会议", []),  # no post behind it
    ("记者见到青禾村党支部书记方致远", ["青禾村党支部"]),
    ("据青禾村党支部书记方致远介绍", ["青禾村党支部"]),
    ("跟随青禾社区居委会主任方致远走进楼道", ["青禾社区居委会"]),
    ("记者采访后方知青禾云岭村党支部书记方致远", []),  # where the name begins nobody says
    ("省派驻云岭县工作队队长方致远", ["省派驻云岭县工作队"]),
    ("省派驻云岭县工作队来到村里", []),  # no post behind it
    ("兵团一九八团团长方致远", ["一九八团"]),
    ("第一九八团体操队", []),
    ("一九八团团长方致远", []),  # nothing else tells of such farms
    ("县水利局派驻青禾村工作队队长方致远", []),  # of the body that sends it
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_branches_by_what_stands_before(text: str, names: list[str]) -> None:
    assert [text[c.start : c.end] for c in village_bodies(text, [])] == names


def test_a_place_that_was_found_tells_where_the_name_begins() -> None:
    text = "记者见到青禾村党支部书记方致远"
    (branch,) = village_bodies(text, [Candidate(4, 7, "Place", "places:village", 0.8)])
    assert text[branch.start : branch.end] == "青禾村党支部"


def test_a_crew_is_called_after_who_sends_it() -> None:
    text = "岚山区驻云岭工作组组长方致远"
    (crew,) = village_bodies(text, [Candidate(0, 3, "Place", "places:name", 0.96)])
    assert text[crew.start : crew.end] == "岚山区驻云岭工作组"
