"""A browser is named in two words at most."""

import pytest

from quizapp.core.devices import browser_and_system

KIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("agent", "names"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", ("Firefox", "Linux")),
        (f"Mozilla/5.0 (Linux; Android 16; Pixel 9) {KIT} Chrome/156.0 Mobile Safari/537.36", ("Chrome", "Android")),
        (f"Mozilla/5.0 (Windows NT 10.0; Win64) {KIT} Chrome/156.0 Safari/537.36 Edg/156.0", ("Edge", "Windows")),
        (f"Mozilla/5.0 (X11; CrOS x86_64 16000) {KIT} Chrome/156.0 Safari/537.36", ("Chrome", "ChromeOS")),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1",
            ("Safari", "iPhone"),
        ),
        ("curl/8.0", ("", "")),
        ("", ("", "")),
    ],
)
def test_browser_and_system_are_named_without_versions(agent, names):
    assert browser_and_system(agent) == names
