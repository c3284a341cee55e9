"""What a test does to the application that all tests share is gone for the next one."""

import datetime
from pathlib import Path

import pytest
from jinja2 import Environment
from sqlalchemy import event, select

from quizapp import create_app, db
from quizapp.accounts.models import Setting
from quizapp.attempts import queries as attempts
from quizapp.banks.models import ItemVersion
from quizapp.web.clock import now
from quizapp.web.cookies import Cookies
from quizapp.web.templates import Templates
from tests.build import NOW
from tests.lending import compiled_once, lent


@pytest.fixture
def folders(tmp_path, filled):
    """Two databases with the cast in it, as two tests would be given them."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "test.sqlite3").write_bytes(Path(filled.place).read_bytes())
    return tmp_path / "one", tmp_path / "other"


def on(built, folder):
    return lent(built, f"sqlite:///{folder / 'test.sqlite3'}", folder)


def test_settings_attributes_and_listeners_are_as_they_were(built, folders):
    heard = []
    for folder in folders:
        with on(built, folder) as app:
            assert app.config["DATA_DIR"] == folder
            assert "LEFT" not in app.config
            assert type(app.session_interface) is Cookies
            app.config["LEFT"] = True
            app.session_interface = object()
            engine = app.extensions["engine"]
            if not heard:
                event.listen(engine, "begin", heard.append)
            with engine.begin():
                assert len(heard) == 1


def test_rows_of_one_are_not_there_for_the_other(built, folders):
    for folder in folders:
        with on(built, folder) as app, db.make_session(app.extensions["engine"]) as session:
            assert session.scalars(select(Setting.key)).all() == []
            with db.writing(session) as write:
                write.add(Setting(key="left", value="over"))


def test_what_a_process_remembers_of_a_version_is_not_told_to_the_other(built, folders):
    for stem in ("Uno?", "Due?"):
        folder = folders[stem == "Due?"]
        with on(built, folder) as app, db.make_session(app.extensions["engine"]) as session:
            with db.writing(session) as write:
                version = write.get_one(ItemVersion, 1)
                version.content = {**version.content, "stem": stem}
            assert attempts.item_of(session, 1).stem == stem


def test_nothing_can_be_added_to_the_application_for_good(built):
    with pytest.raises(AssertionError, match="can no longer be called"):
        built.before_request(lambda: None)


def test_what_one_worker_has_compiled_the_other_reads(built, tmp_path, monkeypatch):
    words = ("{{ _('Question') }}", "en/at.html", "at.html")
    monkeypatch.setattr(Templates, "compile", Environment.compile)  # nothing of this worker's own
    with compiled_once(tmp_path):
        first = built.jinja_env.compile(*words)
    monkeypatch.setattr(built.jinja_env, "_parse", None)
    with compiled_once(tmp_path):
        assert built.jinja_env.compile(*words) == first
        with pytest.raises(TypeError, match="not callable"):
            built.jinja_env.compile("{{ _('Question') }}!", *words[1:])


def test_a_compiled_template_is_shared_where_routes_and_texts_are_the_same_and_nowhere_else(tmp_path):
    def compiled(**settings):
        database = f"sqlite:///{tmp_path / 'test.sqlite3'}"
        made = create_app(TESTING=True, DATABASE_URL=database, DATA_DIR=tmp_path, SECRET_KEY="test", **settings)
        return made.jinja_env.compile("{{ _('Question') }}", "en/at.html", "at.html")

    usual = compiled()
    assert compiled() is usual
    assert compiled(DEMO=True) is not usual
    assert compiled(BABEL_TRANSLATION_DIRECTORIES=str(tmp_path)) is not usual


def test_every_test_without_a_browser_is_on_the_day_of_the_tests():
    assert now() - NOW < datetime.timedelta(hours=12)
