"""Ties that last have no day but the one of their own clause; what belongs to a story has the day of the story. People and firms are invented."""

import pytest

from kg.relations import statements
from kg.relations.clauses import clauses
from kg.relations.days import story_day


@pytest.mark.parametrize(
    ("marked", "relation", "date"),
    [
        ("[2019年](Date 2019)，[云杼科技](Company)成为[青禾集团](Company)的全资子公司。", "owns", "2019"),
        ("[云杼科技](Company)[2019年](Date 2019)成为[青禾集团](Company)的全资子公司。", "owns", "2019"),
        ("[青禾集团](Company)成立于[2003年](Date 2003)，旗下有[云杼科技](Company)。", "owns", None),
        ("成立于[2003年](Date 2003)的[云杼科技](Company)是[青禾集团](Company)的全资子公司。", "owns", None),
        ("[2003年](Date 2003)，[方致远](Person)进入[青禾集团](Company)的前身[云岭农机厂](Company)工作。", "succeeded", None),
        ("[2003年](Date 2003)，[云岭农机厂](Company)改制为[青禾集团](Company)。", "succeeded", "2003"),
        # what brackets say of how long it lasts is not when it was done, unless nothing else is
        (
            "[5月4日](Date 2024-05-04)，[云岭应急局](PublicBody)责令[云杼科技](Company)停产5日（[5月4日](Date 2024-05-04)至[5月8日](Date 2024-05-08)）。",
            "regulated",
            "2024-05-04",
        ),
        ("[云岭应急局](PublicBody)责令[云杼科技](Company)停产（[5月8日](Date 2024-05-08)起）。", "regulated", "2024-05-08"),
        ("[昨晚](Date)（[5月8日](Date --05-08)），[云岭茶博会](Event)在[云岭区](Place)开幕。", "located_in", "--05-08"),
        ("[5月8日](Date --05-08)，市长一行调研，位于[云岭区](Place)的[青禾机电](Company)一片忙碌。", "located_in", None),
        ("[5月8日](Date --05-08)，[云岭茶博会](Event)在[云岭区](Place)开幕。", "located_in", "--05-08"),
        # a day on which a reporter heard of it
        ("[6月12日](Date --06-12)，记者从[云岭县](Place)获悉，[青禾集团](Company)收购了[云杼酒厂](Company)。", "invested_in", None),
        ("记者[6月12日](Date --06-12)获悉，[青禾集团](Company)收购了[云杼酒厂](Company)。", "invested_in", None),
        (
            "记者[6月12日](Date --06-12)获悉，[5月8日](Date --05-08)，[青禾集团](Company)收购了[云杼酒厂](Company)。",
            "invested_in",
            "--05-08",
        ),
        ("[6月12日](Date --06-12)，[青禾集团](Company)收购了[云杼酒厂](Company)，记者获悉。", "invested_in", "--06-12"),
        ("[5月8日](Date --05-08)，[市长](Title)[方致远](Person)来到[青禾机电](Company)调研。", "visited", "--05-08"),
    ],
)
def test_the_day_of_a_tie(scene, marked, relation, date):
    told = [statement.date for statement in statements(scene(marked)) if statement.relation == relation]
    assert told
    assert told[0] == date


STORY = (
    "[5月8日](Date --05-08)，[市长](Title)[方致远](Person)到[云岭区](Place)调研。[云岭茶博会](Event)同日举行。\n"
    "走进[青禾机电](Company)，[方致远](Person)察看生产线。[周一鸣](Person)在[云岭茶博会](Event)致辞，并在[云岭茶博会](Event)上的讲话中提到[白帆论坛](Event)。"
)


@pytest.mark.parametrize(
    ("words", "lead", "event", "day"),
    [
        ("察看生产线", "方致远", None, "--05-08"),
        ("察看生产线", "周一鸣", None, None),  # who leads no visit
        ("致辞", "周一鸣", "云岭茶博会", "--05-08"),
        ("致辞", "周一鸣", "白帆论坛", None),  # not what the story is about
        ("讲话中提到", "周一鸣", "云岭茶博会", None),
    ],
)
def test_the_day_of_a_story(scene, words, lead, event, day):
    told = scene(STORY)
    ids = {entity.name: key for key, entity in told.entities.items()}
    at = told.text.index(words)
    clause = next(clause for clause in clauses(told, spoken=True) if clause.start <= at < clause.end)
    assert story_day(told, clause, ids[lead], ids.get(event)) == day
