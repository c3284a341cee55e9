"""`quizapp draft`: one JSON document, or one clear sentence and exit 2."""

import json
import os
import subprocess
import sys

import pytest

from tests.intake.papers import make_pdf

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


def test_for_a_person_it_names_facts_drawers_and_discarded_sentences(within):
    said = run("-", data=ARTICLE.encode()).stdout.decode()
    assert all(head in said for head in ("Fatti chiave", "Pronte", "Da controllare"))
    assert "Key facts" in within("draft", "-", data=ARTICLE.encode()).stdout


NAVIGATION = "Home\nChi siamo\nContatti\nNewsletter\nMeteo\nAccedi\nLeggi anche\nPubblicità\nCookie policy\n"
BAD = {
    "empty": (b"", "vuoto"),
    "binary": (b"\x00\x01\x02\xff" * 40, "non è un testo"),
    "windows-1252": ("Perché la città è così? ".encode("cp1252") * 20, "Windows-1252"),
    "five megabytes": (b"Il porto di Genova ha chiuso. " * 175_000, "2 MB"),
    "pdf without text": (make_pdf([[]]), "non contiene testo"),
    "broken pdf": (b"%PDF-1.4 nothing in it", "danneggiato"),
    "all navigation": (NAVIGATION.encode(), "solo menù"),
    "one sentence": (b"Una frase sola.", "troppo breve"),
    "another alphabet": (
        "\u0392\u03bf\u03c5\u03bb\u03ae \u03b5\u03c0\u03b9 \u03c4\u03b7. ".encode() * 30,
        "alfabeto latino",
    ),
    "another language": (b"Der Bundestag hat das Gesetz in der Nacht auf Mittwoch beschlossen. " * 8, "«de»"),
    "an image": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 60, "PNG"),
}


@pytest.mark.parametrize(("data", "said"), BAD.values(), ids=BAD)
def test_what_cannot_be_used_is_one_clear_line_and_exit_two(within, data, said):
    done = within("draft", "-", data=data, language="it_IT.UTF-8")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr


def test_a_process_says_so_in_english_too_and_with_json_prints_nothing_else():
    done = run("-", "--json", data=BAD["pdf without text"][0], language="C")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().count("\n") == 1
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("data", [BAD[name][0] for name in ("empty", "another language")])
def test_it_says_so_in_english_too_and_with_json_prints_nothing_else(within, data):
    done = within("draft", "-", "--json", data=data)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_a_file_that_is_not_there_is_exit_two(within, tmp_path):
    assert within("draft", tmp_path / "nowhere.txt").returncode == 2
