"""Behind a proxy the address and the scheme are those it saw; what a client says of itself counts for nothing."""

import pytest

from quizapp import config, create_app
from tests.build import signed_in

SPOOFED = {"X-Forwarded-For": "127.0.0.1, 203.0.113.9", "X-Forwarded-Proto": "http, https", "X-Forwarded-Host": "evil"}


def behind(tmp_path, proxies, **more):
    url = f"sqlite:///{tmp_path / 'x.sqlite3'}"
    app = create_app(TESTING=True, DATABASE_URL=url, SECRET_KEY="x", TRUSTED_PROXIES=proxies, **more)

    @app.get("/seen")
    def seen():
        from flask import request

        return f"{request.remote_addr} {request.scheme} {request.host}"

    return app.test_client()


@pytest.mark.parametrize(
    ("proxies", "seen"),
    [(0, "127.0.0.1 http localhost"), (1, "203.0.113.9 https localhost"), (2, "127.0.0.1 http localhost")],
)
def test_as_many_proxies_are_believed_as_the_setting_says_and_never_a_name(tmp_path, proxies, seen):
    assert behind(tmp_path, proxies).get("/seen", headers=SPOOFED).text == seen


def test_a_name_that_is_none_of_ours_is_refused(tmp_path):
    client = behind(tmp_path, 0, TRUSTED_HOSTS=["quotidia.example"])
    assert client.get("/seen", headers={"Host": "quotidia.example"}).status_code == 200
    refused = client.get("/seen", headers={"Host": "evil.example"})
    assert (refused.status_code, refused.mimetype) == (400, "text/plain")
    assert "evil" not in refused.text


def test_over_https_browsers_are_told_to_stay_with_it(app, town):
    ada = signed_in(app, town.ada)
    assert "Strict-Transport-Security" not in ada.get("/").headers
    app.config["SESSION_COOKIE_SECURE"] = True
    assert ada.get("/health").headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize("written", ["-1", "one", "", "10", "9" * 5000])
def test_a_number_of_proxies_that_is_none_is_refused(written):
    with pytest.raises(config.SettingsError):
        config.trusted_proxies({"QUIZAPP_TRUSTED_PROXIES": written})


def test_names_are_read_with_commas():
    assert config.trusted_hosts({"QUIZAPP_TRUSTED_HOSTS": " a.example, b.example ,"}) == ["a.example", "b.example"]
    assert config.trusted_hosts({}) is None
