"""Templates are compiled once, in a process beside the start of a server."""

from contextlib import ExitStack

import pytest

from quizapp import serving
from quizapp.beforehand import compile_beside
from quizapp.web.languages import LANGUAGES
from quizapp.web.templates import Templates, templates

_FEW = ["components/icon.html", "accounts/sign_in.html"]


@pytest.fixture(autouse=True)
def few(app, monkeypatch):
    """A server with so few templates, none of which was asked for."""
    monkeypatch.setattr(Templates, "list_templates", lambda _self: _FEW)
    monkeypatch.setattr(templates(app), "_held", {})


@pytest.fixture
def beside(app):
    """Templates of languages as they are compiled beside this process."""
    with ExitStack() as begun:

        def beside(*languages):
            made = compile_beside(app, languages)
            for each in made:
                begun.callback(each.close)
            return made

        yield beside


def compiled_here(monkeypatch):
    """The full names of what this process compiles from now on."""
    names, compile_one = [], Templates.compile

    def compiling(self, source, name=None, *given):
        names.append(name)
        return compile_one(self, source, name, *given)

    monkeypatch.setattr(Templates, "compile", compiling)
    return names


def test_a_process_has_what_was_compiled_for_it_and_compiles_none_of_it_again(app, beside, monkeypatch):
    monkeypatch.setattr(serving, "_compiling", beside(*LANGUAGES))
    here = compiled_here(monkeypatch)
    serving.warm_up(app).join()
    assert here == []
    assert {f"{each}/{name}" for each in LANGUAGES for name in _FEW} == set(templates(app)._held)


def test_each_process_that_is_forked_later_finds_it_too(beside):
    (made,) = beside("it")
    assert made.wait().keys() == made.wait().keys() == {f"it/{name}" for name in _FEW}


def test_what_was_compiled_beside_it_says_what_a_process_would_have_compiled_itself(app, beside):
    (made,) = beside("en")
    templates(app).hold(made.wait())
    theirs = templates(app).get_template("en/components/icon.html").module.icon("check")
    templates(app)._held.clear()
    assert theirs == templates(app).get_template("en/components/icon.html").module.icon("check")


def test_a_process_compiles_for_itself_where_the_one_beside_it_failed(app, beside, monkeypatch):
    with monkeypatch.context() as broken:
        broken.delattr(Templates, "compiled")
        made = beside(*LANGUAGES)
    monkeypatch.setattr(serving, "_compiling", made)
    here = compiled_here(monkeypatch)
    serving.warm_up(app).join()
    assert {f"{each}/accounts/sign_in.html" for each in LANGUAGES} <= set(here)


def test_a_template_that_is_there_already_stays(app, beside):
    own = templates(app).get_template("en/accounts/sign_in.html")
    (made,) = beside("en")
    templates(app).hold(made.wait())
    assert templates(app).get_template("en/accounts/sign_in.html") is own
