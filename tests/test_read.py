"""Reading: what each input becomes, and the words of every refusal."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import ReadError
from extract.read.decode import Decoded, NotTextError, decode
from extract.read.inputs import list_inputs, read_listed


def refusal(path: Path) -> str:
    listing = list_inputs([path])
    if listing.problems:
        return str(listing.problems[0])
    with pytest.raises(ReadError) as caught:
        read_listed(listing.documents[0])
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "text", "warnings"),
    [
        (b"Lom\xc3\xa9", "Lomé", ()),
        (b"\xef\xbb\xbfLom\xc3\xa9", "Lomé", ()),
        ("Lomé".encode("utf-16"), "Lomé", ()),
        ("Lomé".encode("utf-32"), "Lomé", ()),
        (b"Lom\xe9 \x96 \x93x\x94", "Lomé – “x”", ("encoding_cp1252",)),
        (b"a\r\nb\rc\n", "a\r\nb\rc\n", ()),
        ("a\xa0b\xadc".encode(), "a\xa0b\xadc", ()),
        (b"zero \x00 byte", "zero \x00 byte", ()),
    ],
)
def test_decoding(data: bytes, text: str, warnings: tuple[str, ...]) -> None:
    assert decode(data) == Decoded(text, warnings)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.4 ...", "this is a PDF file, not a text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(40)), "this is a PNG file, not a text"),
        (bytes(range(32)) * 40, "too many control bytes for a text"),
        (b"a\x00b\x00c\x00d\x00", "too many zero bytes for a text (UTF-16 without its mark?)"),
        (b"\xff\xfea", "marked as utf-16-le, but byte 0 does not fit"),
    ],
)
def test_binary_data_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(NotTextError) as caught:
        decode(data)
    assert str(caught.value) == message


@given(st.binary())
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    with suppress(NotTextError):
        decode(data).text.encode("utf-8")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "a.txt: the file is empty (0 bytes) [empty_file]"),
        ("a.txt", b" \n\t\r\n", "a.txt: there is no text in it [empty_text]"),
        ("a.txt", b"\x89PNG\r\n", "a.txt: this is a PNG file, not a text [binary_file]"),
        ("a.pdf", b"%PDF-1.4", "a.pdf: no reader for .pdf yet [format_not_supported]"),
        ("a.csv", b"a,b", "a.csv: no reader for .csv files [format_not_supported]"),
        ("a.jsonl", b"", "a.jsonl: the file is empty (0 bytes) [empty_file]"),
    ],
)
def test_refused_files(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refusal(path) == message


def test_missing_path(tmp_path: Path) -> None:
    missing = tmp_path / "no.txt"
    assert refusal(missing) == f"{missing}: no such file or folder [missing_path]"


def test_undecodable_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfabc\xff")
    assert refusal(path) == "a.txt: marked as utf-8, but byte 3 does not fit [undecodable]"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    assert refusal(path) == "a.txt: Permission denied [unreadable]"


def test_a_text_over_the_limit_is_refused_whole(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Twenty megabytes of words. " * 800_000)
    assert refusal(path) == (
        "long.txt: 21,600,000 characters, the limit is 10,000,000; "
        "split it or raise --max-characters [text_too_long]"
    )


def test_an_endless_line_is_read_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text("word " * 30_000)
    (listed,) = list_inputs([path]).documents
    assert read_listed(listed).warnings == ("endless_line",)


JSON_LINES = [
    ('{"id": "a", "text": "x", "published": "2021-03-04"}', None),
    ('{"id": 7, "text": "x", "other": 1}', None),
    ('{"id": "a" "text": 1}', "not JSON: Expecting ',' delimiter: line 1 column 12 (char 11)"),
    ("[1]", "not a JSON object [invalid_line]"),
    ('{"text": "x"}', '"id" is missing or not a string [invalid_line]'),
    ('{"id": "b"}', '"text" is missing or not a string [invalid_line]'),
    ('{"id": "c", "text": "x", "title": 3}', '"title" is not a string [invalid_line]'),
    (
        '{"id": "d", "text": "x", "published": "yesterday"}',
        "\"published\" is not a date (YYYY-MM-DD): 'yesterday' [invalid_published]",
    ),
]


@pytest.mark.parametrize(("line", "message"), JSON_LINES)
def test_json_lines(tmp_path: Path, line: str, message: str | None) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": "first", "text": "ok"}\n\n' + line + "\n")
    listing = list_inputs([path])
    if message is None:
        assert len(listing.documents) == 2
    else:
        (problem,) = listing.problems
        assert str(problem).startswith(f"in.jsonl:3: {message}")
        assert [one.document_id for one in listing.documents] == ["first"]


def test_json_line_fields_arrive(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    fields = {"id": "x", "text": "Lomé \ud800", "title": "T", "published": "2021-03-04T10:00:00Z"}
    path.write_text(json.dumps(fields) + "\n")
    document = read_listed(list_inputs([path]).documents[0])
    assert (document.title, str(document.published)) == ("T", "2021-03-04")
    assert document.text == "Lomé \ufffd"
    assert document.warnings == ("lone_surrogates_replaced",)


def test_inputs_with_one_id_are_told_apart_in_any_order(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(folder)
    (tmp_path / "c.jsonl").write_text(
        '{"id": "same", "text": "c"}\n{"id": "same~2", "text": "d"}\n'
    )
    inputs = [tmp_path / "a", tmp_path / "b", tmp_path / "c.jsonl"]
    ids = {read_listed(one).text: one for one in list_inputs(inputs).documents}
    backwards = {read_listed(one).text: one for one in list_inputs(inputs[::-1]).documents}
    assert {text: one.document_id for text, one in ids.items()} == {
        text: one.document_id for text, one in backwards.items()
    }
    assert sorted(one.document_id for one in ids.values()) == ["same", "same~2", "same~3", "same~4"]
    assert sum("duplicate_id" in one.warnings for one in ids.values()) == 2


def test_a_folder_is_read_whole_and_hidden_files_are_not(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.md").write_text("b")
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / ".hidden.txt").write_text("no")
    (tmp_path / "notes.csv").write_text("no")
    (tmp_path / "page.html").write_text("<p>later")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "c.txt").write_text("no")
    listing = list_inputs([tmp_path, tmp_path / "a.txt"], leave_out=tmp_path / "out")
    assert [(one.document_id, one.source) for one in listing.documents] == [
        ("a", "a.txt"),
        ("b", "sub/b.md"),
    ]
    assert [problem.source for problem in listing.problems] == ["page.html"]
    assert listing.passed_over == 1


def test_odd_inputs_become_lines_and_never_end_a_run(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text("good")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "broken.txt").symlink_to(folder / "nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("latin name")
    (folder / os.fsdecode(b"caf\xe9.pdf")).write_text("latin name")
    (folder / "odd.jsonl").write_text('{"id": "\\ud800"}\n')
    former = folder / "outputs"
    former.mkdir()
    (former / "facts.jsonl").write_text('{"id": "0", "text": "a fact, no document"}\n')
    (former / "documents.jsonl").write_text("")
    listing = list_inputs([folder])
    assert [one.document_id for one in listing.documents] == ["caf\ufffd", "good"]
    problems = [problem.record().model_dump_json() for problem in listing.problems]
    assert len(problems) == 5
    assert sum("not a regular file" in problem for problem in problems) == 2


def test_names_do_not_depend_on_the_order_of_inputs(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    file = tmp_path / "sub" / "b.txt"
    file.write_text("b")
    for inputs in ([tmp_path, file], [file, tmp_path]):
        assert [one.source for one in list_inputs(inputs).documents] == ["b.txt"]


def test_lines_of_one_id_are_told_apart_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text("".join(f'{{"id": "same", "text": "{n}"}}\n' for n in range(1, 12)))
    ids = {read_listed(one).text: one.document_id for one in list_inputs([path]).documents}
    assert (ids["1"], ids["2"], ids["10"]) == ("same", "same~2", "same~10")
