"""Hostile articles: each is refused in one sentence of its reader, or becomes a text that runs nowhere."""

import pytest

from tests.attack import papers
from tests.attack.outcome import form_with, is_clear, rows, runs_in, sentence

SHOWN = {"every way out", "ways out as text", "template signs", "an address that runs", "a script at once"}
"""Whose drafts are looked at too; the page takes a second."""
TAKEN = {
    'html': {
        'UTF-7',
        'a comment that is never closed',
        'a day in year 0',
        'a day in year 9999',
        'a day in year 99999',
        'a file of the server',
        'a script of three megabytes',
        'an address that runs',
        'data in a script',
        'data with numbers without end',
        'direction turned around',
        'entities without end',
        'entities, external',
        'entities, laughs',
        'every way out',
        'nested quotations',
        'nested too deeply',
        'tables in tables',
        'tags that are never closed',
    },
    'pdf': {
        'XFA with entities',
        'a file in it',
        'a list of places in a ring',
        'a page before it',
        'a parent of itself',
        'a program at once',
        'a script at once',
        'a thousand million pages, as it says',
        'fewer pages than none',
    },
    'docx': {
        'a document from the web',
        'a document that leads out',
        'a name of Windows',
        'a page',
        'a picture from the web',
        'a picture of the server',
        'a picture that leads out',
        'a template from the web',
        'an address that runs',
        'another document inside',
        'columns without end',
        'fields that run',
        'lists without end',
        'macros',
        'notes in a ring',
        'styles in a ring',
    },
    'txt': {
        'UTF-7',
        'a day in year 0',
        'a day in year 9999',
        'a sentence of four thousand words',
        'accents without end',
        'carriage returns alone',
        'direction turned around',
        'numbers without end',
        'points without end',
        'quotation marks without end',
        'separators of every kind',
        'template signs',
        'two byte-order marks',
    },
}  # fmt: skip
"""What is read all the same: no reader follows what it asks for, or it is left out and said."""


@pytest.mark.parametrize("kind", ["html", "pdf", "docx", "txt"])
def test_a_hostile_article_is_refused_in_one_sentence_or_is_a_text(giulia, session, caplog, kind):
    taken = set()
    for name, label, data in papers.files(kind):
        before = rows(session)
        answer = giulia.post("/articles", **form_with(name, data))
        assert answer.status_code in {303, 422}, label
        if answer.status_code == 303:
            taken.add(label)
            if label not in SHOWN:
                continue
            answer = giulia.get(answer.headers["Location"])
            assert answer.status_code == 200, label
        else:
            assert is_clear(sentence(answer.text)), (label, sentence(answer.text))
            assert rows(session) == before, label
        assert runs_in(answer.text) == [], label
    assert taken == TAKEN[kind]
    assert [each for each in caplog.records if each.levelname in {"ERROR", "CRITICAL"}] == []
