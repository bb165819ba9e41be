"""Activities: the table of cases, the knowledge's own examples, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.compose.activities import compose_activities
from extract.find.passage import Candidate
from extract.knowledge.activities import NounRow, VerbRow, cues, event_nouns, event_verbs, regions
from tests.composing import scene_of
from tests.support import cases


def activities(text: str) -> list[Candidate]:
    return compose_activities(scene_of(text))


def shown(activity: Candidate) -> str:
    fields = activity.fields
    date, count = fields.get("date"), fields.get("participants")
    parts = [
        fields["activity_type"],
        fields.get("city") or "",
        fields.get("country") or "",
        date["edtf"] if date else "",
        f"{count:g}" if count is not None else "",
        ",".join(fields.get("participating_countries", ())),
        "planned" if fields["realis"] == "planned" else "",
    ]
    return "|".join(parts).rstrip("|")


@pytest.mark.parametrize(("text", "expected"), cases("activities"))
def test_case(text: str, expected: str) -> None:
    found = [shown(activity) for activity in activities(text.replace("\\n", "\n"))]
    assert ("; ".join(found) or "-") == expected


@pytest.mark.parametrize(("text", "expected"), cases("activities_names"))
def test_name(text: str, expected: str) -> None:
    assert "; ".join(one.fields.get("name", "-") for one in activities(text)) == expected


@pytest.mark.parametrize(("text", "expected"), cases("activities_parties"))
def test_parties(text: str, expected: str) -> None:
    (activity,) = activities(text)
    slots = [activity.fields.get(slot, ()) for slot in ("organisers", "partners")]
    assert "|".join(", ".join(names) for names in slots) == expected


@pytest.mark.parametrize("row", event_nouns(), ids=lambda row: row.nouns[0])
def test_noun_is_held_to_its_examples(row: NounRow) -> None:
    assert [one.fields["activity_type"] for one in activities(row.example)] == [row.type]
    assert not activities(row.counter_example)


@pytest.mark.parametrize("row", event_verbs(), ids=lambda row: row.pattern)
def test_verb_is_held_to_its_examples(row: VerbRow) -> None:
    found = activities(row.example)
    assert [one.rule for one in found] == [f"rule:activity.{row.pattern}"]
    assert not activities(row.counter_example)


def test_event_told_thrice_is_one_with_evidence_of_each() -> None:
    text = (
        "Judges train in Suva\n\nSuva, Fiji, 5 May 2019 - UNODC held a workshop for 20 judges from "
        "2 to 4 May. The workshop was opened by the Chief Justice. The event ended with a test."
    )
    (activity,) = activities(text)
    again = [slot for slot in activity.evidence if slot.slot == "restatement"]
    assert len(again) == 2
    assert activity.fields["participants"] == 20


def test_another_day_and_town_is_another_event() -> None:
    text = (
        "A workshop was held in Accra on 3 May 2019. A workshop was held in Kumasi on 9 May 2019."
    )
    assert [one.fields["city"] for one in activities(text)] == ["Accra", "Kumasi"]


def test_organisers_stand_apart_from_partners() -> None:
    text = (
        "UNODC and the Ministry of Justice of Peru, in cooperation with INTERPOL, organised a "
        "seminar in Lima on 3 May 2019."
    )
    (activity,) = activities(text)
    assert activity.fields["organisers"] == ("UNODC", "Ministry of Justice of Peru")
    assert activity.fields["partners"] == ("INTERPOL",)


def test_passive_names_the_organisers() -> None:
    text = "A course was held in Lima on 3 May 2019. It was a course run by UNODC and INTERPOL."
    assert activities(text)[0].fields["organisers"] == ("UNODC", "INTERPOL")


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A virtual side event was held on 20 May 2021 for 30 judges.", "virtual"),
        ("A hybrid meeting was held in Vienna on 3 June 2021.", "hybrid"),
        ("A meeting was held in Vienna on 3 June 2021.", None),
    ],
)
def test_mode_only_where_it_is_stated(text: str, mode: str | None) -> None:
    assert activities(text)[0].fields.get("mode") == mode


def test_quoted_title_is_the_name() -> None:
    text = "UNODC held a side event on “Safe Ports, Fair Trade” in Vienna on 20 May 2019."
    assert activities(text)[0].fields["name"] == "Safe Ports, Fair Trade"


def test_list_that_disagrees_with_its_count_is_marked() -> None:
    text = (
        "Four countries, Kenya, Uganda and Rwanda, sent experts to a workshop in Kigali on "
        "3 May 2016."
    )
    assert activities(text)[0].warnings == ("count_disagrees",)


def test_number_of_a_fixed_region_is_expanded_only_if_it_agrees() -> None:
    held = "Officials of the {} Baltic states attended a seminar in Riga on 3 May 2016."
    assert set(activities(held.format("three"))[0].fields["participating_countries"]) == {
        "EST", "LVA", "LTU",
    }  # fmt: skip
    assert "participating_countries" not in activities(held.format("two"))[0].fields


def test_tables_are_filled() -> None:
    assert all(words for words in cues().values())
    assert all(len(region.members) == len(set(region.members)) for region in regions())


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=60)
def test_any_text(text: str) -> None:
    scene = scene_of(text)
    found = compose_activities(scene)
    assert found == compose_activities(scene)
    for one in found:
        for slot in one.evidence:
            assert 0 <= slot.start < slot.end <= len(scene.text)


EVENTS = [
    *("UNODC", "held", "a workshop", "in Lima", "on 3 May 2019", "for 20 judges", "from Peru,"),
    *("and", "Chile", ".", "The course", "was attended by", "\n\n", "visited", "today", "–"),
]


@given(st.lists(st.sampled_from(EVENTS), max_size=40))
@settings(deadline=None, max_examples=60)
def test_any_order_of_words(words: list[str]) -> None:
    scene = scene_of(" ".join(words))
    for one in compose_activities(scene):
        assert one.fields["activity_type"]
        assert any(slot.slot == "activity_type" for slot in one.evidence)
