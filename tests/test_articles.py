"""Newsletters are cut at their headlines, press items and reports are not cut."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.articles import cut_articles, lost_figures
from extract.articles.run_in import headline_length
from extract.articles.stretches import (
    has_dateline,
    is_date_line,
    is_issue,
    is_masthead,
    read_stretches,
)
from extract.repair import repair

NEWSLETTERS = Path(__file__).parent / "fixtures" / "newsletters"
RUN_IN = Path(__file__).parent / "cases" / "run_in.tsv"
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


def run_in_rows() -> list[tuple[str, str]]:
    lines = RUN_IN.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(text.replace("REST", BODY), "" if want == "-" else want) for text, want in cells]


def headlines(raw: str) -> list[str | None]:
    return [article.headline for article in cut_articles(repair(raw).text)]


@pytest.mark.parametrize(("name", "expected"), expected_headlines().items())
def test_newsletter(name: str, expected: list[str]) -> None:
    raw = (NEWSLETTERS / name).read_bytes().decode("utf-8")
    assert headlines(raw) == expected


@pytest.mark.parametrize(("text", "headline"), run_in_rows())
def test_headline_that_runs_into_its_article(text: str, headline: str) -> None:
    assert text[: headline_length(text)] == headline


def test_press_item_keeps_a_headline_that_runs_into_a_paragraph() -> None:
    text = f"Heroin found at Mombasa port\n\n{BODY}\n\nA longer look at the port The {BODY}"
    assert headlines(text) == ["Heroin found at Mombasa port"]


def test_contents_announce_a_headline_that_no_word_sets_apart() -> None:
    text = (
        f"Port News\n\nIn this issue\n1  Two women of Mombasa\n2  Dogs at work in Lamu\n\n"
        f"Two women of Mombasa {BODY}\n\nDogs at work in Lamu {BODY}"
    )
    assert headlines(text) == ["Two women of Mombasa", "Dogs at work in Lamu"]


@pytest.mark.parametrize(
    "line",
    [
        "Issue Six - August / September 2011",
        "Volume 4, No. 2, July 2008",
        "Port News | Winter 2016",
        "Port News | 4/2019",
        "PORT NEWS\t14\tApril 2016",
        "Port News, third quarter 2019",
    ],
)
def test_issue_line(line: str) -> None:
    assert is_issue(line)


@pytest.mark.parametrize(
    "line", ["Press Release No. 14/2015", "Nairobi, 3 May 2014", "Resolution No. 5", "No wonder"]
)
def test_line_that_numbers_no_issue(line: str) -> None:
    assert not is_issue(line)


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
        "Press release No. 7/2014",
        "Fact sheet, Nairobi, 29 June 2004",
        "UNIS/NAR/1508",
        "REGIONAL OFFICE FOR EASTERN AFRICA (ROEA)",
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


MASTHEAD = "THE COAST NEWSLETTER   Issue 7   March 2012"
ITEMS = "PORTS LEARN TO LOOK TWICE", "THE COURTS ARE SLOW", "MONEY"


def test_one_word_is_a_headline_where_the_others_are_like_it() -> None:
    text = "\n\n".join([MASTHEAD, *(f"{item}\n\n{BODY}" for item in ITEMS)])
    assert headlines(text) == list(ITEMS)
    assert "Money" not in headlines(text.replace("MONEY", "Money"))


def test_a_newsletters_title_is_no_headline() -> None:
    first, second, third = (f"{item.capitalize()} in port\n\n{BODY}" for item in ITEMS)
    text = (
        f"{MASTHEAD}\n\n{first}\n\n- 1 -\n\nTHE COAST NEWSLETTER\n\n{BODY}\n\n{second}\n\n{third}"
    )
    assert headlines(text) == [f"{item.capitalize()} in port" for item in ITEMS]


def test_marks_of_markup_are_no_part_of_a_headline() -> None:
    text = "\n\n".join([MASTHEAD, *(f"## {item.capitalize()} in port\n\n{BODY}" for item in ITEMS)])
    assert headlines(text) == [f"{item.capitalize()} in port" for item in ITEMS]


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        ("Figure 2: Cultivation in Asia, 1998-2006\n\nThe area fell by a fifth in that time.", 1),
        ("Prices of heroin in Kabul, 2003-2006\n\nSource: UNODC.\n\nPrices rose again.", 1),
        ("Number of people trained (2011)\n\nThe project goes on and will end in May.", 1),
        ("Chart 1. Seizures\n1999\t3\n2000\t5\n", 0),
        ("Number of people trained, 2011\n2011 44\n2012 55\n", 0),
        ("Figure 3 shows that it fell.\n\nThat is good.", 0),
        ("Photo: UNODC 2004\n\nNumber of drug deaths down\n\nIt fell in 2012.", 0),
    ],
)
def test_captions_without_their_figure(text: str, captions: int) -> None:
    assert len(lost_figures(repair(text).text)) == captions
