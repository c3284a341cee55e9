"""Lighthouse on six pages of the real server, as a phone, the median of three runs: `python -m tools.lighthouse`.

Lighthouse is none of the project's own tools: `npm install lighthouse` in a folder of its own, which is the argument.
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import subprocess
import sys
from pathlib import Path

from tools.drill.browser import Browser, filled, following, token
from tools.drill.load import load
from tools.drill.school import School, school
from tools.drill.server import Server
from tools.ensure_browser import find_browser

RUNS, QUESTIONS = 3, 5
KINDS = ("performance", "accessibility", "best-practices")
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100}
_FLAGS = "--headless=new --no-sandbox --disable-gpu"
_NEWS = (
    "Il 3 marzo 2024 l’Italia ha firmato l’accordo sul clima, ha detto la ministra Anna Rossi. "
    "La spesa è salita del 4%.\n\n"
    "Il Consiglio europeo si è riunito a Bruxelles il 12 aprile 2024. "
    "Secondo la Commissione le emissioni calano dal 1990. "
    "Il presidente Mario Bianchi ha detto che il piano costa 2 miliardi di euro. "
    "La Francia ha ratificato il trattato.\n\n"
    "Il vertice di Roma si è chiuso il 20 maggio 2024 senza un testo comune. Il Parlamento voterà entro dicembre."
)


async def addresses(place: School, port: int) -> dict[str, tuple[str, str]]:
    """The six pages: the path, and the cookie of whoever sees it."""
    teacher, student = Browser(port), Browser(port)
    await teacher.sign_in("docente")
    new = await teacher.page("/articles/new")
    bench = (await teacher.post("/articles", (token(new), ("text", _NEWS)))).location
    build = await teacher.page("/quizzes/new")
    quiz = (await teacher.post("/quizzes/new", (token(build), ("title", "Clima")))).location
    await student.sign_in(place.students[0])
    at: str | None = await student.start(place.immediate)
    attempt = str(at).rsplit("/", 1)[0]
    while at is not None:
        form = filled(at, await student.page(at), random.Random(1))  # noqa: S311
        outcome = (await student.post(at, form.fields)).location
        further = following(await student.page(outcome))
        at = None if further == at else further
    question = await student.start(place.deferred)
    hers, his = _cookie(teacher), _cookie(student)
    return {
        "teacher’s home": ("/", hers),
        "bench with an article": (bench, hers),
        "quiz builder": (quiz, hers),
        "question": (question, his),
        "outcome": (f"{attempt}/1/outcome", his),
        "results": (f"{attempt}/results", his),
    }


def _cookie(browser: Browser) -> str:
    return "; ".join(f"{name}={value}" for name, value in browser.cookies.items())


def audited(folder: Path, address: str, cookie: str, out: Path) -> dict[str, float]:
    """The three scores of one run, from 0 to 100; what cost something in each goes to standard error."""
    command = [
        str(folder / "node_modules" / ".bin" / "lighthouse"), address, "--quiet", "--output=json",
        f"--output-path={out}", f"--only-categories={','.join(KINDS)}", "--form-factor=mobile",
        f"--chrome-flags={_FLAGS}", f"--extra-headers={json.dumps({'Cookie': cookie, 'Accept-Language': 'it'})}",
    ]  # fmt: skip
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": find_browser() or ""})
    found = json.loads(out.read_text(encoding="utf-8"))
    if found["finalDisplayedUrl"].split("?")[0] != address:
        raise RuntimeError(f"{address} led to {found['finalDisplayedUrl']}")
    for kind in KINDS:
        for each in found["categories"][kind]["auditRefs"]:
            audit = found["audits"][each["id"]]
            if each["weight"] and audit["score"] is not None and audit["score"] < 1:
                print(f"      {each['id']} {audit['score']:.2f} {audit.get('displayValue', '')}", file=sys.stderr)
    return {kind: found["categories"][kind]["score"] * 100 for kind in KINDS}


def main() -> int:
    """Print the medians; 1 where one is below its bar."""
    parser = argparse.ArgumentParser(prog="tools.lighthouse", description=__doc__)
    parser.add_argument("folder", type=Path, help="where Lighthouse was installed")
    parser.add_argument("--only", help="the page whose name begins so")
    wanted = parser.parse_args()
    good = True
    with school(2, QUESTIONS) as place:
        server = Server(place.folder, place.database)
        server.start()
        try:
            pages = asyncio.run(addresses(place, server.port))
            for name, (path, cookie) in pages.items():
                if name.startswith(wanted.only or ""):
                    out = place.folder / "lighthouse.json"
                    runs = [audited(wanted.folder, server.address + path, cookie, out) for _run in range(RUNS)]
                    middle = {kind: statistics.median(run[kind] for run in runs) for kind in KINDS}
                    good = good and all(middle[kind] >= LEAST[kind] for kind in KINDS)
                    told = ", ".join(f"{kind} {value:.0f}" for kind, value in middle.items())
                    each = " ".join(f"{run['performance']:.0f}" for run in runs)
                    print(f"{name}: {told} (performance of each run {each}; load {load()})", flush=True)
        finally:
            server.kill()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
