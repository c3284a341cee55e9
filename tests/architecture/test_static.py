"""Static files: texts come compressed to whom they can be sent so, and are asked for again without being sent again."""

import gzip

import pytest

from quizapp.config import resource_dir

STYLE = "/static/css/app.css"
FONT = "/static/vendor/fonts/literata-400-700.woff2"


def whole(address):
    return (resource_dir("static") / address.removeprefix("/static/")).read_bytes()


def get(app, address, asked, **more):
    """The answer, read to its end."""
    with app.test_client().get(address, headers={"Accept-Encoding": asked, **more}) as answer:
        answer.get_data()
        return answer


@pytest.mark.parametrize("asked", ["gzip", "br, gzip;q=0.5, *;q=0.1"])
def test_a_text_is_compressed_for_whom_reads_gzip(app, asked):
    answer = get(app, STYLE, asked)
    assert gzip.decompress(answer.data) == whole(STYLE)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["ETag"] == f"W/{get(app, STYLE, 'identity').headers['ETag']}"
    assert int(answer.headers["Content-Length"]) == len(answer.data) < len(whole(STYLE)) / 3
    assert answer.headers["Content-Type"].startswith("text/css")


@pytest.mark.parametrize("asked", ["", "identity", "gzip;q=0"])
def test_others_get_it_as_it_is(app, asked):
    answer = get(app, STYLE, asked)
    assert (answer.data, answer.headers.get("Content-Encoding")) == (whole(STYLE), None)
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_what_is_compressed_already_is_left_alone(app):
    answer = get(app, FONT, "gzip")
    assert (answer.data, answer.headers.get("Content-Encoding")) == (whole(FONT), None)


@pytest.mark.parametrize("asked", ["gzip", "identity"])
def test_who_has_it_does_not_get_it_again(app, asked):
    tag = get(app, STYLE, asked).headers["ETag"]
    again = get(app, STYLE, asked, **{"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_a_part_of_a_text_is_a_part_of_the_text(app):
    answer = get(app, STYLE, "gzip", Range="bytes=0-9")
    assert (answer.status_code, answer.data) == (206, whole(STYLE)[:10])


@pytest.mark.parametrize(
    "address",
    [
        f"{STYLE}/",
        f"{STYLE}/.",
        f"{FONT}/",
        "/static/./css/app.css",
        "/static/css/../css/app.css",
        "/static/css/",
        "/static/",
    ],
)
def test_a_file_has_one_address(app, address):
    answer = get(app, address, "identity")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "max-age" not in answer.headers.get("Cache-Control", "")
