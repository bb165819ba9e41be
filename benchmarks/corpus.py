"""A seeded corpus of generated bulletins: the same 500 texts on every machine."""

from __future__ import annotations

from pathlib import Path
from random import Random

COUNTRIES = (
    ("Kenya", "Nairobi", "Mombasa"),
    ("Ghana", "Accra", "Tema"),
    ("Peru", "Lima", "Callao"),
    ("Pakistan", "Islamabad", "Karachi"),
    ("Kazakhstan", "Astana", "Aktau"),
    ("Viet Nam", "Ha Noi", "Hai Phong"),
    ("Albania", "Tirana", "Durrës"),
    ("Jamaica", "Kingston", "Montego Bay"),
    ("Senegal", "Dakar", "Kaolack"),
    ("Indonesia", "Jakarta", "Surabaya"),
)
SUBSTANCES = ("heroin", "cocaine", "cannabis resin", "methamphetamine", "tramadol", "opium")
GOODS = ("sugar", "frozen fish", "scrap metal", "ceramic tiles", "coffee", "charcoal")
PEOPLE = (
    "Amina Diallo",
    "Carlos Rivera",
    "Ngozi Okafor",
    "Nguyen Van Minh",
    "Elena Petrova",
    "Rashid Al-Amin",
)
ROLES = ("Director", "Regional Representative", "Deputy Minister", "Head of Unit", "Chairperson")
BODIES = (
    "Drug Enforcement Agency",
    "Ministry of Interior",
    "State Customs Committee",
    "National Commission for Drug Control",
    "Financial Intelligence Unit",
    "Office of the Attorney General",
)
MONTHS = ("January", "March", "May", "July", "September", "November")
SUBJECTS = ("container profiling", "financial investigation", "drug treatment", "forensic analysis")

SEIZURE = (
    (
        "On {day} {month} {year}, officers of the {body} of {country} seized {n} kg of {substance} at "
        "the port of {port}. The drug was hidden in {containers} bags of {goods} in a container which "
        "had come from {other}. {arrests} suspects were arrested."
    ),
    (
        "Almost {n} kilograms and {g} grams of {substance} were intercepted in {port}, {country}, in "
        "{month} {year}, the {body} reported."
    ),
)
TRAINING = (
    (
        "The United Nations Office on Drugs and Crime (UNODC) and the {body} held a training course on "
        "{subject} in {capital}, {country}, from {day} to {day2} {month} {year}. More than {people} "
        "officers from {other} and {country} took part."
    ),
    (
        "“We cannot do this alone”, said {title} {person}, {role} of the {body}. “Trafficking knows no "
        "border.”"
    ),
)
SURVEY = (
    (
        "According to the survey, {percent} per cent of the {hundreds},000 respondents in {country} "
        "had used {substance} in {year}, compared with {percent2} per cent in {earlier}."
    ),
    (
        "The project is funded by the Government of {other} with a contribution of US$ {millions}.{tenth} "
        "million and runs until {later}."
    ),
)
# Bulletins explain more than they report: without such prose the corpus would hold half as many
# facts a word again as the gold does.
PROSE = (
    (
        "Trafficking routes change quickly, and so do the people behind them. Officers at the border "
        "often work with old equipment, little training and long shifts, while the groups they face "
        "share information in minutes and move their goods by whatever road is open that night."
    ),
    (
        "The programme helps the authorities to look at risk before they look at cargo. Instead of "
        "opening every container, the teams compare documents, ask colleagues abroad what they know "
        "and stop only those shipments whose story does not hold together."
    ),
    (
        "Treatment that is voluntary, close to home and based on evidence gives people a way back "
        "into their families and their work. Where it is missing, many end up in prison, and those "
        "who come out of prison find the same problems waiting for them at the gate."
    ),
    (
        "Judges, prosecutors and investigators need to trust one another before they can trust a "
        "foreign request. For that reason the exercises bring them to one table, with one file, and "
        "let each of them see what the others need in order to do their part."
    ),
    (
        "Farmers rarely plant an illicit crop because they like it. They plant it because nobody buys "
        "anything else, because the road to the market is bad, and because the trader who comes to "
        "their door pays in advance. Alternative development begins with these three facts."
    ),
    (
        "Corruption takes money away from schools and hospitals, and it takes away confidence. Public "
        "officials who report it need protection, and citizens need to see that their complaints "
        "lead somewhere; otherwise the best law remains a piece of paper."
    ),
)


def bulletin(random: Random) -> str:
    """One bulletin of about 330 words: a headline, paragraphs of templated sentences, and prose."""
    country, capital, port = random.choice(COUNTRIES)
    paragraphs = [f"{random.choice(BODIES)} of {country} reports on {random.choice(SUBJECTS)}"]
    for _ in range(3):
        templates = random.choice((SEIZURE, TRAINING, SURVEY))
        sentences = [template.format(**_slots(random)) for template in templates]
        paragraphs += [" ".join(sentences), random.choice(PROSE)]
    paragraphs.append(f"{capital} and {port} remain on the route, the officers in {country} say.")
    return "\n\n".join(paragraphs) + "\n"


def _slots(random: Random) -> dict[str, object]:
    country, capital, port = random.choice(COUNTRIES)
    day, year = random.randint(1, 20), random.randint(2004, 2024)
    return {
        "country": country,
        "capital": capital,
        "port": port,
        "other": random.choice(COUNTRIES)[0],
        "body": random.choice(BODIES),
        "substance": random.choice(SUBSTANCES),
        "goods": random.choice(GOODS),
        "person": random.choice(PEOPLE),
        "title": random.choice(("Mr.", "Ms.", "Dr.")),
        "role": random.choice(ROLES),
        "subject": random.choice(SUBJECTS),
        "month": random.choice(MONTHS),
        "day": day,
        "day2": day + random.randint(1, 8),
        "year": year,
        "earlier": year - random.randint(1, 5),
        "later": year + random.randint(1, 5),
        "n": f"{random.randint(2, 4000):,}",
        "g": random.randint(10, 990),
        "containers": random.randint(2, 90),
        "arrests": random.choice(("Two", "Three", "Five")),
        "people": random.randint(15, 120),
        "percent": random.randint(2, 40),
        "percent2": random.randint(2, 40),
        "hundreds": random.randint(2, 90),
        "millions": random.randint(1, 30),
        "tenth": random.randint(1, 9),
    }


def write_corpus(folder: Path, count: int, seed: int = 1) -> list[str]:
    """Write ``count`` bulletins to ``folder`` and return their texts."""
    random = Random(seed)  # noqa: S311
    texts = [bulletin(random) for _ in range(count)]
    for number, text in enumerate(texts):
        (folder / f"bulletin-{number:05d}.txt").write_text(text, encoding="utf-8")
    return texts
