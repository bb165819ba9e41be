"""Newsletters are cut at their headlines, press items and reports are not cut."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.articles import cut_articles
from extract.articles.stretches import has_dateline, is_date_line, is_masthead, read_stretches
from extract.repair import repair

NEWSLETTERS = Path(__file__).parent / "fixtures" / "newsletters"
BODY = (
    "Officers of the Customs Service of Kenya found 12 kg of heroin in a container at the port of"
    " Mombasa on 3 July 2013, the Port Control Unit reports."
)


def expected_headlines() -> dict[str, list[str]]:
    headlines: dict[str, list[str]] = defaultdict(list)
    lines = (NEWSLETTERS / "headlines.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[2:]:
        name, headline = line.split("\t")
        headlines[name].append(headline)
    return headlines


def headlines(raw: str) -> list[str | None]:
    return [article.headline for article in cut_articles(repair(raw).text)]


@pytest.mark.parametrize(("name", "expected"), expected_headlines().items())
def test_newsletter(name: str, expected: list[str]) -> None:
    raw = (NEWSLETTERS / name).read_bytes().decode("utf-8")
    assert headlines(raw) == expected


@pytest.mark.parametrize(
    "above",
    [
        "Joint Press Release",
        "18 June 2008",
        "Vienna, 18 June 2008",
        "PRESS RELEASE\n\n3 July 2013",
        "For immediate release",
        "UNODC Regional Office for Eastern Africa",
        "UNODC in Kenya\n\nNewsletter, July 2013",
        "Not an official record",
    ],
)
def test_lines_above_the_headline_are_none(above: str) -> None:
    assert headlines(f"{above}\n\nHeroin found at Mombasa port\n\n{BODY}") == [
        "Heroin found at Mombasa port"
    ]


@pytest.mark.parametrize(
    "between",
    [
        "18 June 2008",
        "By Jane Otieno",
        "Photo: UNODC Kenya",
        "Nairobi, Kenya",
        "A second load within a month is under investigation",
    ],
)
def test_lines_below_the_headline_do_not_replace_it(between: str) -> None:
    assert headlines(f"Heroin found at Mombasa port\n\n{between}\n\n{BODY}") == [
        "Heroin found at Mombasa port"
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "Number of seizures in Kenya, 2010-2013",
        "About UNODC",
        "Key Takeaways",
        "Background",
        "Notes to editors",
        "Figure 2: Seizures in the region",
        "Photo: a dog of the Customs Service at work",
        "- 12 kg of heroin",
        "For further information, please contact",
        "Tel: +254 20 762 0000",
        "Building trust",
        "A long road ahead",
        "What comes next?",
        "“We could not have done it without the dogs of the Customs Service”",
        "Seizures by country\t2012\t2013",
    ],
)
def test_lines_inside_a_press_item_do_not_cut_it(inside: str) -> None:
    text = f"Heroin found at Mombasa port\n\n{BODY}\n\n{inside}\n\n{BODY}\n\n{inside}\n\n{BODY}"
    assert headlines(text) == ["Heroin found at Mombasa port"]


@pytest.mark.parametrize(
    ("raw", "headline"),
    [
        (
            "Port Unit in Mombasa Seizes Heroin\nHidden in a Cargo of Tea",
            "Port Unit in Mombasa Seizes",
        ),
        (
            "PORT UNIT IN MOMBASA SEIZES HERO-\nIN HIDDEN IN TEA",
            "PORT UNIT IN MOMBASA SEIZES HEROIN",
        ),
        (
            "Port Unit in Mombasa Seizes Heroin\nBy Jane Otieno",
            "Port Unit in Mombasa Seizes Heroin",
        ),
        ("Statement of the Director\n\nDear colleagues,", "Statement of the Director"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_headline_over_lines(raw: str, headline: str, gap: str) -> None:
    (found,) = headlines(raw + gap + BODY)
    assert found is not None
    assert found.startswith(headline)
    assert "Officers" not in found
    assert ("Jane" in found, "colleagues" in found) == (False, False)


@pytest.mark.parametrize("text", ["", "\n", "One line only", BODY, f"{BODY}\n\n{BODY}"])
def test_text_without_headline_is_one_article(text: str) -> None:
    assert headlines(text) == [None]


def test_date_above_a_headline_belongs_to_its_article() -> None:
    text = (
        f"Port News\nIssue 3, May 2013\n\nHeroin found at Mombasa port\n\n{BODY}\n\n"
        f"4 July 2013\n\nSecond load in a week\n\n{BODY}"
    )
    first, second = cut_articles(repair(text).text)
    assert second.headline == "Second load in a week"
    assert repair(text).text[second.start :].startswith("4 July 2013")
    assert first.end == second.start


@pytest.mark.parametrize(
    "line", ["18 June 2008", "Vienna, 18 June 2008", "07th February 2019 - Bethlehem, Palestine"]
)
def test_date_line(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize("line", ["1.2 million tablets under the cabbages", "COCAIR in figures"])
def test_headline_is_no_date_line(line: str) -> None:
    assert not is_date_line(line)


@pytest.mark.parametrize(
    "lead",
    [
        "30 May 2017, Belgrade, Serbia: The Government signed",
        "27-30 June 2017, Vienna, Austria: The heads of agencies met",
        "Bijaca, Bosnia and Herzegovina, 17 December 2015: The unit",
        "Kwale, 02 October 2017- The Governor opened",
        "NAIROBI - The office completed",
        "VIENNA, 18 June (UN Information Service) - Farmers",
        "Panama, 6 June 2021. The programme",
        "CHIANG RAI, Thailand - Police",
    ],
)
def test_dateline(lead: str) -> None:
    assert has_dateline(lead)


@pytest.mark.parametrize("lead", ["On 3 May 2013, the unit - which", "UNODC and Kenya have", BODY])
def test_lead_without_dateline(lead: str) -> None:
    assert not has_dateline(lead)


@pytest.mark.parametrize(
    "line",
    [
        "Newsletter, May 2013",
        "UNODC in West and Central Africa",
        "UNODC Country Office for Nepal 2016",
    ],
)
def test_masthead(line: str) -> None:
    assert is_masthead(line)


@pytest.mark.parametrize("line", ["UNODC in talks with Kenya", "UNODC opens an office in Praia"])
def test_headline_is_no_masthead(line: str) -> None:
    assert not is_masthead(line)


@given(
    st.lists(st.sampled_from(["Title Of It", BODY, "3", "May 2013", "a", "", "X | 3"]) | st.text())
)
def test_articles_cover_any_text(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    articles = cut_articles(text)
    assert articles == cut_articles(text)
    assert articles[0].start == 0
    assert articles[-1].end == len(text)
    for index, article in enumerate(articles):
        assert article.index == index
        if article.headline is not None:
            assert article.start <= article.headline_start < article.headline_end <= article.end
            written = text[article.headline_start : article.headline_end]
            assert " ".join(written.split()) == article.headline
    for before, after in pairwise(articles):
        assert before.end == after.start
    assert all(text[line.start : line.end] == line.text for line in read_stretches(text))
