"""Students who send again what was not acknowledged, as browsers do, and note how often they had to."""

import asyncio
import random
import ssl
import time
from collections.abc import Awaitable, Callable

from tools.drill.browser import Browser, FailedError, Reply, filled, following, token
from tools.drill.load import Day
from tools.drill.school import PASSWORD
from tools.drill.steadfast import GONE

_PAUSE_S, _SERVER_ERROR = 0.5, 500


def secure() -> ssl.SSLContext:
    """What a browser needs for a certificate that nobody signed."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


class Student:
    """One person, from the sign-in to the end of the quiz; what a page said is in `day`."""

    def __init__(self, day: Day, browser: Browser, number: int) -> None:
        self._day, self._browser = day, browser
        self._chance = random.Random(number)  # noqa: S311 - the same class on every run

    async def enter(self, name: str) -> None:
        """Sign in."""
        page = await self._there("sign-in page", lambda: self._browser.get("/sign-in"))
        fields = (token(page.body), ("sign_in_name", name), ("password", PASSWORD))
        await self._there("sign-in", lambda: self._browser.post("/sign-in", fields), 303)

    async def take(self, assignment: str, pace: float) -> None:
        """Answer the whole quiz, an answer every `pace` seconds on average."""
        await asyncio.sleep(self._chance.uniform(0, pace))
        home = await self._there("home", lambda: self._browser.get("/"))
        begun = await self._there(
            "start", lambda: self._browser.post(f"/assignments/{assignment}/start", (token(home.body),)), 303
        )
        at: str | None = begun.location
        while at is not None:
            at = await self._answer(at, pace)

    async def _answer(self, at: str, pace: float) -> str | None:
        page = await self._there("question", lambda: self._browser.get(at))
        form = filled(at, page.body, self._chance)
        await asyncio.sleep(self._chance.uniform(0.5, 1.5) * pace)
        done = await self._there("answer", lambda: self._browser.post(form.place, form.fields), 303)
        if done.location != f"{at}/outcome":
            raise FailedError(f"answer: sent to {done.location}")
        self._day.told.note(form.slot, form.seq)
        further = following((await self._there("outcome", lambda: self._browser.get(done.location))).body)
        return None if further == at else further

    async def _there(self, what: str, ask: Callable[[], Awaitable[Reply]], wanted: int = 200) -> Reply:
        """The reply, however often it takes. Raises FailedError for one that is neither it nor a breakdown."""
        begun = time.perf_counter()
        while True:
            try:
                reply = await ask()
            except GONE as error:
                self._day.errors[f"{what}: {type(error).__name__}"] += 1
            else:
                if reply.status == wanted:
                    self._day.took(what, time.perf_counter() - begun)
                    return reply
                if reply.status < _SERVER_ERROR:
                    raise FailedError(f"{what}: {reply.status} {reply.location}")
                self._day.errors[f"{what}: {reply.status}"] += 1
            await asyncio.sleep(_PAUSE_S)
