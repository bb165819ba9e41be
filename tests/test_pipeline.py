"""The whole way: any text whatever raises nothing, keeps every offset, gives the same twice."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.language import EntityModel
from extract.pipeline import PASSAGE_LIMIT, Extraction, extract_stream
from extract.read.source import SourceDocument

# Scraps that the rules bite on, to be strung together in any order.
SCRAPS = st.sampled_from(
    """
    Kenya|Republic of|Guinea-|Bissau|(UNODC)|Ministry of|the|and|of|20 May|May-June|2017|2013-|–16|
    12|1,5|1.883.322, 00|kg|kilograms|per cent|%|US$|million|heroin|seized|at the port of|
    Mr.|H.E.|Ngozi Okafor|, Director of|said|“We know”|"|'|«|»|counter-|\n|
    \n\n|- |gov-\n\nerning|\x00|\xad|
    \u200b|\ufeff|é|ﬁ|[1]|•|1.|funded by|training|workshop|in June|from|to|between|since|,|.|;|:|(|
    )|half a tonne|sixty-three (63)|31st Session|resolution 2178 (2014)|arrested|hidden in
    """.replace("\n    ", "").split("|")
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(SCRAPS, max_size=60).map(" ".join),
    st.lists(SCRAPS, max_size=60).map("".join),
)


def extraction(text: str, model: EntityModel) -> Extraction:
    (result,) = extract_stream([SourceDocument("d", "d.txt", "text/plain", text)], model)
    return result


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS)
def test_any_text(text: str, model: EntityModel) -> None:
    result = extraction(text, model)
    assert not result.rejected
    for fact in result.facts:
        for span in (fact, *fact.evidence):
            assert text[span.start : span.end] == span.text
    for article in result.articles:
        assert 0 <= article.start <= article.end <= len(text)
    again = extraction(text, model)
    assert [fact.model_dump_json() for fact in result.facts] == [
        fact.model_dump_json() for fact in again.facts
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kenya seized 12 kg of heroin.", "Kenya seized 12 kg of heroin."),
        ("Kenya seized 12 kg of heroin.", "Kenya\r\nseized 12 kg\r\nof heroin."),
        ("Kenya seized 12 kg of heroin.", "Ke\xadnya seized 12\xa0kg of heroin."),
        ("Kenya seized 12 kg of heroin.", "\ufeffKenya  seized 12 kg of her-\noin."),
    ],
)
def test_damage_changes_the_spans_and_not_the_facts(
    before: str, after: str, model: EntityModel
) -> None:
    def said(text: str) -> list[tuple[str, object]]:
        return [
            (fact.kind, getattr(fact, "iso3", None) or getattr(fact, "value", None))
            for fact in extraction(text, model).facts
            if fact.kind in {"country", "quantity", "substance"}
        ]

    assert said(before) == said(after) != []


def test_a_long_text_is_cut_at_paragraphs_and_loses_nothing(model: EntityModel) -> None:
    paragraph = "Customs officers in Kenya seized 12 kilograms of heroin at the port.\n\n"
    text = paragraph * (2 * PASSAGE_LIMIT // len(paragraph))
    countries = [fact for fact in extraction(text, model).facts if fact.kind == "country"]
    assert len(countries) == text.count("Kenya")


def test_one_endless_line(model: EntityModel) -> None:
    text = "officers in Kenya seized 12 kg of heroin and " * 3000
    facts = [fact for fact in extraction(text, model).facts if fact.kind == "country"]
    assert len(facts) >= text.count("Kenya") - len(text) // PASSAGE_LIMIT - 1
