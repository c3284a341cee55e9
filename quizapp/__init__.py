"""Quotidia: quizzes on current affairs, with the proof."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the pure rooms, and the child process that parses files, do without Flask
    from flask import Flask


def create_app(**overrides: Any) -> "Flask":
    """The application: settings, database, edge, then the rooms in the order the data flows."""
    from quizapp import (
        accounts,
        analysis,
        attempts,
        banks,
        bench,
        classes,
        corrections,
        delivery,
        demo,
        doubles,
        exchange,
        home,
        items,
        jobs,
        live,
        notices,
        personal,
        practice,
        progress,
        quizzes,
        reports,
        upkeep,
    )
    from quizapp.config import configure, new_app
    from quizapp.web import (
        assets,
        cookies,
        database,
        errors,
        filters,
        guard,
        guesses,
        keeping,
        languages,
        navigation,
        proxies,
        replica,
        requests,
        security,
        templates,
        unsaved,
    )

    app = new_app()
    configure(app, overrides)
    for part in (
        proxies,
        requests,
        cookies,
        database,
        replica,
        templates,
        languages,
        guard,
        guesses,
        assets,
        filters,
        keeping,
        navigation,
        errors,
        unsaved,
    ):
        part.init_app(app)
    for room in (
        accounts,
        notices,
        jobs,
        classes,
        banks,
        bench,
        quizzes,
        attempts,
        corrections,
        delivery,
        reports,
        items,
        upkeep,
        progress,
        practice,
        analysis,
        live,
        doubles,
        exchange,
        personal,
        home,
    ):
        app.register_blueprint(room.blueprint())
    if app.config["DEMO"]:
        app.register_blueprint(demo.blueprint())
    security.init_app(app)  # after `accounts`, so that a form refused for its token still knows who sent it
    return app
