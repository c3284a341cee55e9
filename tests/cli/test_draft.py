"""`quizapp draft`: one JSON document, or one clear sentence and exit 2."""

import json
import os
import subprocess
import sys

import pytest

ARTICLE = (
    "La Duma ratifica il trattato\n\n"
    "La Duma di Mosca ha ratificato il trattato con la Corea del Nord il 24 ottobre 2024 con 397 voti. "
    "Secondo fonti ucraine, migliaia di militari nordcoreani sono pronti a sostenere le forze russe. "
    "Il Giappone ha chiesto una riunione del Consiglio di sicurezza a New York nel novembre 2024."
)


def run(*arguments, data=b"", language="it_IT.UTF-8"):
    return subprocess.run(
        [sys.executable, "-m", "quizapp", "draft", *arguments],
        input=data,
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": language},
    )


def test_standard_input_gives_one_json_document(tmp_path):
    done = run("-", "--json", "--published", "2024-11-20", data=ARTICLE.encode())
    document = json.loads(done.stdout)
    assert (done.returncode, document["language"], document["article"]["title"]) == (
        0,
        "it",
        "La Duma ratifica il trattato",
    )
    assert document["article"]["published"] == "2024-11-20"
    assert document["drafts"]
    assert set(document) == {"language", "engine", "article", "facts", "drafts", "discarded", "flags", "notes"}
    file = tmp_path / "articolo.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    assert run(str(file), "--json", "--published", "2024-11-20").stdout == done.stdout


def test_for_a_person_it_names_facts_drawers_and_discarded_sentences():
    said = run("-", data=ARTICLE.encode()).stdout.decode()
    assert all(head in said for head in ("Fatti chiave", "Pronte", "Da controllare"))
    assert "Key facts" in run("-", data=ARTICLE.encode(), language="C").stdout.decode()


@pytest.mark.parametrize(
    ("data", "arguments"),
    [
        (b"", ()),
        (b"\x00\x01\x02\xff" * 40, ()),
        ("Perché la città è così? ".encode("cp1252") * 20, ()),
        (b"Una frase sola.", ()),
        ("\u0392\u03bf\u03c5\u03bb\u03ae \u03b5\u03c0\u03b9 \u03c4\u03b7. ".encode() * 30, ()),
        ("Le parlement a voté la loi dans la nuit de mardi à mercredi. ".encode() * 8, ("--lang", "fr")),
        (b"%PDF-1.4 nothing in it", ()),
    ],
    ids=["empty", "binary", "windows-1252", "one sentence", "greek", "french", "broken pdf"],
)
def test_what_cannot_be_used_is_one_line_and_exit_two(data, arguments):
    done = run("-", *arguments, data=data)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().count("\n") == 1
    assert "Traceback" not in done.stderr.decode()


def test_a_file_that_is_not_there_is_exit_two(tmp_path):
    assert run(str(tmp_path / "nowhere.txt")).returncode == 2
