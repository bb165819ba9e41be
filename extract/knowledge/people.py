"""What names of persons are made of, and the words that stand beside them."""

from __future__ import annotations

from functools import cache
from typing import Literal

from extract.knowledge.tables import Row, read_table

TitleKind = Literal["honorific", "rank"]
RoleUse = Literal["title", "role", "common", "qualifier"]
CueKind = Literal["named", "label", "credit", "who", "place", "place_of", "noble"]
VerbKind = Literal["say", "act"]
NotNameUse = Literal[
    "function",
    "calendar",
    "organisation",
    "topic",
    "geography",
    "headline",
    "after",
    "before",
    "phrase",
    "surname",
    "acronym",
]


class Title(Row):
    """An honorific or a rank, as it stands before a name."""

    title: str
    kind: TitleKind
    plural: str | None = None
    gender: Literal["m", "f"] | None = None
    example: str | None = None
    counter: str | None = None


class RoleNoun(Row):
    """What a person is, or a word that qualifies it."""

    role: str
    plural: str | None = None
    use: RoleUse
    portfolio: Literal["yes", "topic"] | None = None


class Verb(Row):
    """A verb whose subject speaks or acts."""

    verb: str
    kind: VerbKind
    forms: tuple[str, ...]


class Particle(Row):
    """A lower-case word inside names."""

    particle: str
    language: str
    joined: Literal["also", "only"] | None = None


class GivenNames(Row):
    """Given names of a region."""

    region: str
    names: tuple[str, ...]


class NotNames(Row):
    """Capitalised words that end a name or turn it into the name of something else."""

    use: NotNameUse
    topic: str
    words: tuple[str, ...]


class CueWords(Row):
    """Words that, beside a run, say what it is."""

    cue: CueKind
    words: tuple[str, ...]
    example: str
    counter: str


@cache
def cue_rows() -> tuple[CueWords, ...]:
    """Every row of the cues."""
    return read_table("people_cues.tsv", CueWords)


@cache
def cue_words(cue: CueKind) -> tuple[str, ...]:
    """The words of a cue, longest first."""
    words = {word for row in cue_rows() if row.cue == cue for word in row.words}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def titles() -> tuple[Title, ...]:
    """Every honorific and rank."""
    return read_table("titles.tsv", Title)


@cache
def title_gender(title: str) -> Literal["m", "f"] | None:
    """The gender an honorific tells; of several ("H.E. Ms.") the first that does."""
    genders = {row.title: row.gender for row in titles()}
    words = title.replace(".", " ").split()
    return next((genders[word] for word in words if genders.get(word)), None)


@cache
def role_nouns() -> tuple[RoleNoun, ...]:
    """Every role noun, without the qualifiers."""
    return tuple(row for row in _roles() if row.use != "qualifier")


@cache
def role_qualifiers() -> frozenset[str]:
    """Words that may stand between a name, or an article, and the role."""
    return frozenset(row.role for row in _roles() if row.use == "qualifier")


@cache
def verb_forms(*kinds: VerbKind) -> tuple[str, ...]:
    """The forms of the verbs of the kinds, sorted, longest first."""
    forms = {form for row in _verbs() if row.kind in kinds for form in row.forms}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@cache
def particles() -> tuple[Particle, ...]:
    """Every particle."""
    return read_table("name_particles.tsv", Particle)


@cache
def given_names() -> frozenset[str]:
    """Common given names of all regions."""
    rows = read_table("given_names.tsv", GivenNames)
    return frozenset(name for row in rows for name in row.names)


@cache
def not_names(*uses: NotNameUse) -> frozenset[str]:
    """Words and phrases of those uses."""
    rows = read_table("not_names.tsv", NotNames)
    return frozenset(word for row in rows if row.use in uses for word in row.words)


@cache
def _roles() -> tuple[RoleNoun, ...]:
    return read_table("roles.tsv", RoleNoun)


@cache
def _verbs() -> tuple[Verb, ...]:
    return read_table("speech_verbs.tsv", Verb)


StatementCueKind = Literal["naming", "finite", "subject", "pronoun", "group"]


class StatementCue(Row):
    """Words that tell a statement from other quoted words."""

    cue: StatementCueKind
    words: tuple[str, ...]
    example: str
    counter: str


@cache
def statement_cues() -> tuple[StatementCue, ...]:
    """Every row of the cues of statements."""
    return read_table("statement_cues.tsv", StatementCue)


@cache
def statement_words(cue: StatementCueKind) -> tuple[str, ...]:
    """The words of a cue, longest first."""
    words = {word for row in statement_cues() if row.cue == cue for word in row.words}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
