"""The floor: the same Flask, session, form token, database settings and page size, and nothing else."""

from flask import Flask, redirect, request, session
from flask_wtf.csrf import CSRFProtect, generate_csrf
from sqlalchemy import Column, Integer, MetaData, String, Table, insert, select
from werkzeug.wrappers import Response

from quizapp import db

_META = MetaData()
_ROWS = Table("rows", _META, Column("id", Integer, primary_key=True), Column("said", String(200)))
_PARAGRAPH = "<p>{{ said }} " + "Una frase di riempimento lunga quanto serve. " * 22 + "</p>\n"
_PAGE = (
    '<!doctype html><title>{{ said }}</title><form method="post"><input name="csrf_token" value="{{ token }}"></form>\n'
    + _PARAGRAPH * 10
)


def floor_app(database: str) -> Flask:
    """A GET of one SELECT and a page of about 10 KB, and a POST of one durable INSERT."""
    app = Flask(__name__)
    app.config.update(SECRET_KEY="floor")  # noqa: S106
    CSRFProtect(app)
    engine = db.make_engine(database)
    with engine.begin() as connection:
        _META.create_all(connection)
        connection.execute(insert(_ROWS), [{"said": "pavimento"}])
    template = app.jinja_env.from_string(_PAGE)
    wanted = select(_ROWS.c.said).where(_ROWS.c.id == 1)

    @app.get("/")
    def page() -> str:
        session["seen"] = True
        with engine.connect() as connection:
            said = connection.scalar(wanted)
        return template.render(said=said, token=generate_csrf())

    @app.post("/")
    def store() -> Response:
        with engine.begin() as connection:
            connection.execute(insert(_ROWS), [{"said": request.form.get("said", "")}])
        return redirect("/", 303)

    return app
