"""Statistics: which figures are, for when and where; restatements, warnings, any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.compose.statistics import compose_statistics
from extract.compose.statistics.dating import cue
from extract.find.passage import Candidate
from extract.knowledge.statistics import CueRow, UnitRow, WordsRow, cue_rows, word_rows
from extract.knowledge.tables import read_table
from tests.composing import scene_of
from tests.support import cases


def statistics(text: str) -> list[Candidate]:
    """The statistics of a text; "//" is a paragraph break."""
    return compose_statistics(scene_of(text.replace(" // ", "\n\n")))


def shown(candidate: Candidate) -> str:
    said = candidate.fields
    period = said["period"]["edtf"] if said["period"] else "-"
    areas = ",".join(sorted(said["areas"])) or "-"
    return f"{said['value']:.15g} {said['unit']} @ {period} @ {areas}"


@pytest.mark.parametrize(("text", "expected"), cases("statistics"))
def test_cases(text: str, expected: str) -> None:
    wanted = [] if expected == "-" else expected.split("; ")
    assert [shown(one) for one in statistics(text)] == wanted


@pytest.mark.parametrize("row", cue_rows(), ids=lambda row: row.cue)
def test_cues_keep_to_their_examples(row: CueRow) -> None:
    assert statistics(row.example)
    assert not statistics(row.counter_example)


@pytest.mark.parametrize("row", word_rows(), ids=lambda row: row.name)
def test_wordings_keep_to_their_examples(row: WordsRow) -> None:
    assert cue(row.name).search(row.example)
    assert not row.counter_example or not cue(row.name).search(row.counter_example)


def test_no_noun_is_in_two_classes() -> None:
    rows = read_table("statistic_units.tsv", UnitRow)
    nouns = [noun for row in rows for noun in row.nouns]
    assert sorted(nouns) == sorted(set(nouns))


def test_a_headline_is_evidence_of_the_figure_it_restates() -> None:
    found = statistics(
        "Opium output in Myanmar down 25 per cent // BANGKOK, 31 October 2012 - Opium output in "
        "Myanmar went down by 25 per cent in 2012, UNODC said today."
    )
    assert [shown(one) for one in found] == ["25 % @ 2012 @ MMR"]
    assert [span.slot for span in found[0].evidence if span.slot == "restatement"]


def test_two_groups_with_one_figure_stay_two() -> None:
    found = statistics(
        "In Kenya 10 per cent of the women and 10 per cent of the men were affected in 2016."
    )
    assert len(found) == 2


def test_shares_of_one_whole_above_100_are_warned_of() -> None:
    found = statistics(
        "In 2016, 62 per cent of the victims in Peru were women, 31 per cent of the victims "
        "men and 22 per cent of the victims children."
    )
    assert [one.warnings for one in found] == [("percentages_over_100",)] * 3


def test_parts_above_their_total_are_warned_of() -> None:
    found = statistics(
        "Police in Ghana registered 900 cases in 2016, including 700 cases of theft and 300 cases "
        "of fraud."
    )
    assert found[0].warnings == ("parts_disagree",)


def test_excluded_areas_are_no_areas() -> None:
    found = statistics(
        "In 2012 the countries of Central Asia, with the exception of Turkmenistan, registered "
        "2,900 drug-related deaths."
    )
    assert found[0].fields["areas"] == ("Central Asia",)
    assert found[0].fields["excluded_areas"] == ("TKM",)


def test_the_source_is_named() -> None:
    found = statistics(
        "According to the Afghanistan Opium Survey 2014, opium production in Afghanistan rose to "
        "6,400 tons in 2014."
    )
    assert found[0].fields["source"] == "Afghanistan Opium Survey 2014"


def test_a_speaker_is_no_source_of_the_next_sentence() -> None:
    found = statistics(
        "In 2014 there were 900 prisoners in Kenya, said Grace Wanjiru, head of the service. "
        "In 2015 there were 800 prisoners in Kenya."
    )
    assert len(found) == 2
    assert found[1].fields["source"] is None


def test_what_is_projected_is_marked() -> None:
    found = statistics("Opium production in Myanmar is projected to reach 900 tons in 2016.")
    assert [one.warnings for one in found] == [("projected",)]


@pytest.mark.parametrize(("text", "expected"), cases("indicators"))
def test_indicators(text: str, expected: str) -> None:
    assert "; ".join(one.fields["indicator"] for one in statistics(text)) == expected


def test_every_filled_slot_has_its_evidence() -> None:
    found = statistics("Opium production in Myanmar rose to 790 metric tons in 2022, UNODC said.")
    assert {span.slot for span in found[0].evidence} == {"value", "period", "areas", "source"}


def test_a_table_of_countries() -> None:
    text = "Prisoners held in the region, 31 August 2011\n\nKenya\t119\n\nYemen\t120\n\nThe end."
    assert [shown(one) for one in statistics(text)] == [
        "119 prisoner @ 2011-08-31 @ KEN",
        "120 prisoner @ 2011-08-31 @ YEM",
    ]


def test_a_table_of_years() -> None:
    text = "Looking back: poppy in Peru (hectares)\n\n2012\t51,000\n2013\t57,800\n2014\t57,600\n"
    found = statistics(text)
    assert [shown(one) for one in found] == [
        "51000 ha @ 2012 @ PER",
        "57800 ha @ 2013 @ PER",
        "57600 ha @ 2014 @ PER",
    ]
    assert {one.fields["indicator"] for one in found} == {"poppy in Peru"}


PIECES = st.sampled_from(
    [
        "5 per cent", "300 hectares", "in 2014", "from", "to", "(", ")", "Kenya", "and", "since",
        "victims", "12", "respectively", "the three countries", "of the world", ";", ".", "\n\n",
        "up", "three years later", "opium production", "seized", "1 kg", "a kilo",
        "with the exception of", "Table of cases", "Kenya\t12",
    ]
)  # fmt: skip


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map(" ".join)))
def test_any_text_whatever(text: str) -> None:
    found = compose_statistics(scene_of(text))
    assert found == compose_statistics(scene_of(text))
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert all(0 <= span.start < span.end <= len(text) for span in one.evidence)
        assert one.fields["indicator"]
