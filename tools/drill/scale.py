"""Three processes on two networks, nginx, one PostgreSQL: one is killed, all are upgraded from the release before."""

import argparse
import asyncio
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine, select, text

from quizapp import db, schema
from quizapp.jobs import service
from quizapp.jobs.models import Job, Kind, State
from quizapp.web.clock import now
from tools.drill import cluster, evidence, release
from tools.drill.browser import Browser, FailedError
from tools.drill.crowd import Student, secure
from tools.drill.load import Day, load, quantiles
from tools.drill.networks import networks
from tools.drill.proxy import DEPLOY, HOST, nginx_with
from tools.drill.school import School, school
from tools.drill.server import Server, free_port
from tools.drill.truth import judged

_NAME, _SHOWN = "scale", 900
_PLACES = ("10.0.0.11:8000", "10.0.0.11:8001", "10.0.0.12:8000")
"""The processes of docs/deploy/nginx-many.conf."""
_KILL, _MIGRATE, _REPLACE, _JOBS = 0.12, 0.25, (0.4, 0.55, 0.7), 0.82
"""Which share of the answers is in when it happens."""
_RESTART_S, _STOP_S, _STUCK_S, _MANY_JOBS = 2, 20.0, 120.0, 40
_COUNTED_S = 60
"""Much longer than a connection that rests keeps to itself what it read: 10 seconds."""
_READ = text("SELECT coalesce(sum(seq_tup_read + idx_tup_fetch), 0) FROM pg_stat_user_tables")
"""Of all tables: nobody but reports reads there, and of a quiz with feedback at its end there is no outcome yet."""
_LOG = re.compile(r"^(?P<to>\S+(?:, \S+)*) (?P<method>\S+) /q/(?P<attempt>\w+)/\d+\S* (?P<status>\d+)$")
_LOG_FORMAT = "log_format went '$upstream_addr $request_method $uri $status'; access_log {} went;"


@dataclass
class Fleet:
    """The processes behind the proxy, and what went wrong with them."""

    place: School
    servers: list[Server]
    replica: str
    older: str
    """The revision of the release before."""
    day: Day = field(default_factory=Day)
    wrong: list[str] = field(default_factory=list)
    took: dict[str, float] = field(default_factory=dict)


def options(parser: argparse.ArgumentParser) -> None:
    """How many, how much, how fast, and upgraded from what."""
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--questions", type=int, default=36)
    parser.add_argument("--pace", type=float, default=5.0, help="seconds between an answer and the next, on average")
    parser.add_argument(
        "--migrations", type=int, default=1, help="how often the schema is brought up to date, taken back between"
    )
    parser.add_argument("--before", help="the commit to upgrade from (the newest one with an older schema)")


def run(wanted: argparse.Namespace) -> bool:
    """200 students answer while one process of three is killed and all are replaced, one by one, by a newer release."""
    try:
        commit = wanted.before or release.before()
    except release.NoReleaseError as error:
        print(f"   {error}")
        return False
    with _fleet(wanted, commit) as (fleet, port, log):
        at = ", ".join(f"{each.host}:{each.port}" for each in fleet.servers)
        print(f"   from {commit[:7]}, schema {release.revision(commit)}, to {schema.newest()}; {at}; load {load()}")
        asyncio.run(_everybody(fleet, port, wanted))
        for each in fleet.servers:
            each.kill()
        good = _told(fleet, wanted)
        good = _routed(log) and good
    return not _broken() and good


@contextmanager
def _fleet(wanted: argparse.Namespace, commit: str) -> Iterator[tuple[Fleet, int, Path]]:
    """Everything runs, with the release before and its schema."""
    with ExitStack() as over:
        place = over.enter_context(school(wanted.students, wanted.questions, postgresql=True))
        old = release.laid_out(commit, place.folder / "before")
        older = release.revision(commit)
        schema.downgrade(place.app.extensions["engine"], older)
        place.app.extensions["engine"].dispose()
        here, there = over.enter_context(networks(("a", "b")))
        address = cluster.listening(place.folder / "pg", here.gate)
        copy = over.enter_context(cluster.replica(place.folder / "pg", place.folder / "replica", here.gate))
        servers: list[Server] = []
        over.callback(_keep, place, servers)
        for number, (net, port) in enumerate(((here, 8000), (here, 8001), (there, 8000))):
            folder = place.folder / f"data{number}"
            folder.mkdir()
            own = port if net.before else free_port()
            more = {
                "QUIZAPP_HTTPS": "1",
                "QUIZAPP_TRUSTED_PROXIES": "1",
                "QUIZAPP_LOG": "all",
                "QUIZAPP_REPORTS_DATABASE_URL": copy,
                "PGAPPNAME": f"process {number + 1}",
            }
            servers.append(Server(folder, address, own, more=more, host=net.address, before=net.before, release=old))
        site = (DEPLOY / "nginx-many.conf").read_text(encoding="utf-8")
        for told, server in zip(_PLACES, servers, strict=True):
            site = site.replace(told, f"{server.host}:{server.port}")
        for each in servers:
            over.callback(each.kill)
            each.start()
        log = place.folder / "went.log"
        port, _plain = over.enter_context(nginx_with(place.folder, site, _LOG_FORMAT.format(log)))
        yield Fleet(place, servers, copy, older), port, log


async def _everybody(fleet: Fleet, port: int, wanted: argparse.Namespace) -> None:
    place, context, begun = fleet.place, secure(), time.monotonic()
    students = [Student(fleet.day, Browser(port, name=HOST, secure=context), n) for n in range(wanted.students)]
    await asyncio.gather(*(each.enter(name) for each, name in zip(students, place.students, strict=True)))
    print(f"   everybody is in after {time.monotonic() - begun:.1f} s", flush=True)
    trouble = asyncio.create_task(_trouble(fleet, wanted.students * place.size, wanted.migrations))
    taking = (each.take(place.deferred if at % 2 else place.immediate, wanted.pace) for at, each in enumerate(students))
    for found in await asyncio.gather(*taking, trouble, return_exceptions=True):
        if isinstance(found, FailedError | ValueError):
            fleet.wrong.append(str(found))
        elif isinstance(found, BaseException):
            raise found


async def _trouble(fleet: Fleet, answers: int, migrations: int) -> None:
    await _reached(fleet, answers, _KILL)
    fleet.servers[0].kill()
    await asyncio.sleep(_RESTART_S)  # as systemd does
    await asyncio.to_thread(fleet.servers[0].start)
    await _reached(fleet, answers, _MIGRATE)
    for number in range(migrations):
        if number:
            await asyncio.to_thread(_taken_back, fleet)
        fleet.took["migrated"] = await asyncio.to_thread(_migrate, fleet)
    for number, share in enumerate(_REPLACE):
        await _reached(fleet, answers, share)
        fleet.took[f"replaced {number + 1}"] = await asyncio.to_thread(_replace, fleet, number)
    await _reached(fleet, answers, _JOBS)
    engine = db.make_engine(fleet.servers[0].database)
    try:
        await asyncio.to_thread(_ask_for_jobs, engine)
        await _jobs_done(fleet, engine)
    finally:
        engine.dispose()
    await _reports(fleet)


async def _reports(fleet: Fleet) -> None:
    """Each process reads a teacher's report from the replica."""
    engine = db.make_engine(fleet.replica)
    with engine.connect() as connection:
        before = connection.execute(_READ).scalar_one()
        for each in fleet.servers:
            teacher = Browser(each.port, host=each.host)
            await teacher.sign_in("docente")
            if "studente1" not in await teacher.page(f"/assignments/{fleet.place.deferred}/results"):
                fleet.wrong.append(f"no report from {each.host}:{each.port}")
        found, until = 0, time.monotonic() + _COUNTED_S
        while not found and time.monotonic() < until:
            await asyncio.sleep(0.5)
            connection.rollback()
            found = connection.execute(_READ).scalar_one() - before
    engine.dispose()
    print(f"   rows that reports read from the replica: {found}", flush=True)
    if not found:
        fleet.wrong.append("no report was read from the replica")


async def _reached(fleet: Fleet, answers: int, share: float) -> None:
    """Wait until so many answers are in; no longer than nothing moves."""
    last, since = -1, time.monotonic()
    while fleet.day.told.count < answers * share:
        if fleet.day.told.count != last:
            last, since = fleet.day.told.count, time.monotonic()
        elif time.monotonic() - since > _STUCK_S:
            raise RuntimeError("nobody could answer any more")
        await asyncio.sleep(0.1)


def _migrate(fleet: Fleet) -> float:
    """The newer release brings the schema up to date while the older one answers."""
    begun, server = time.monotonic(), fleet.servers[0]
    environ = {
        **os.environ,
        "PGAPPNAME": "migration",
        "QUIZAPP_DATABASE_URL": server.database,
        "QUIZAPP_DATA_DIR": str(server.folder),
    }
    command = [sys.executable, "-m", "quizapp", "db", "upgrade"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environ, cwd=release.ROOT)
    if done.returncode:
        fleet.wrong.append(f"db upgrade: exit {done.returncode}, {done.stderr.strip().splitlines()[-1:]}")
    return time.monotonic() - begun


def _taken_back(fleet: Fleet) -> None:
    engine = fleet.place.app.extensions["engine"]
    schema.downgrade(engine, fleet.older)
    engine.dispose()


def _replace(fleet: Fleet, number: int) -> float:
    begun, server = time.monotonic(), fleet.servers[number]
    try:
        server.stop(_STOP_S)
    except subprocess.TimeoutExpired:
        fleet.wrong.append(f"process {number + 1} did not stop within {_STOP_S:.0f} s")
        server.kill()
    server.release = None
    server.start()
    return time.monotonic() - begun


def _ask_for_jobs(engine: Engine) -> None:
    with db.make_session(engine) as session, db.writing(session, service.QUEUE) as write:
        for number in range(_MANY_JOBS):
            service.ask(write, Kind.FINALISE, f"drill {number}", now())


async def _jobs_done(fleet: Fleet, engine: Engine) -> None:
    """Each of them has ended, and was taken up once."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with db.make_session(engine) as session:
            found = session.execute(select(Job.state, Job.run).where(Job.key.startswith("drill "))).all()
        if all(state == State.DONE for state, _run in found):
            break
        await asyncio.sleep(0.5)
    runs = Counter((state, run) for state, run in found)
    if set(runs) != {(State.DONE.value, 1)}:
        fleet.wrong.append(f"jobs, by state and runs: {dict(runs)}")
    by = [sum(b'"what": "job"' in line for line in (each.folder / each.log).read_bytes().splitlines())
          for each in fleet.servers]  # fmt: skip
    print(f"   {_MANY_JOBS} jobs: {dict(runs)}; lines of jobs in the log of each process: {by}", flush=True)


def _told(fleet: Fleet, wanted: argparse.Namespace) -> bool:
    day, verdict = fleet.day, judged(fleet.place.app, fleet.day.told)
    expected = wanted.students * fleet.place.size
    print("   " + ", ".join(f"{what} in {seconds:.1f} s" for what, seconds in fleet.took.items()))
    print(f"   acknowledged {day.told.count} of {expected}, {verdict}; load of the machine: {load()}")
    for what, count in [*Counter(fleet.wrong).most_common(8), *day.errors.most_common(8)]:
        print(f"      {count} × {what}")
    for what, seconds in day.seconds.items():
        print(f"   {what:12} n {len(seconds):5}  {quantiles(seconds)} ms")
    return verdict.good and not fleet.wrong and not day.errors and day.told.count == expected


def _routed(log: Path) -> bool:
    """Where the requests went: every student to more than one process, else somebody was bound to one."""
    to: Counter[str] = Counter()
    of: dict[str, set[str]] = {}
    again = 0
    for line in log.read_text(encoding="utf-8").splitlines():
        found = _LOG.match(line)
        if found:
            tried = found["to"].split(", ")
            again += len(tried) > 1
            to[tried[-1]] += 1
            of.setdefault(found["attempt"], set()).add(tried[-1])
    fewest = min(map(len, of.values()), default=0)
    print(f"   requests of attempts by process {dict(to)}, {again} sent on to another one by nginx; "
          f"an attempt was answered by {fewest} processes at least")  # fmt: skip
    return fewest > 1


def _keep(place: School, servers: list[Server]) -> None:
    own = [(f"process-{number}.log", each.folder / each.log) for number, each in enumerate(servers, 1)]
    names = {"postgresql.log": f"pg/{cluster.LOG}", "nginx.log": "went.log", "nginx-errors.log": "nginx.log"}
    evidence.keep(_NAME, [*own, *((name, place.folder / log) for name, log in names.items())])


def _broken() -> bool:
    """Whether any process answered 5xx; what the logs that are kept say of it, and of locks."""
    folder = evidence.KEPT / _NAME
    broken = evidence.breakdowns(sorted(folder.glob("process-*.log")))
    locks, deadlock = evidence.of_postgresql(folder / "postgresql.log")
    for what, count in broken.most_common(8):
        print(f"   answered 5xx: {count} × {what}")
    for what, count in locks.most_common(8):
        print(f"   PostgreSQL: {count} × {what}")
    if deadlock:
        print(f"   the first deadlock: {deadlock[:_SHOWN]}")
    print(f"   answered 5xx: {sum(broken.values())}; the logs lie in {folder.relative_to(release.ROOT)}")
    return bool(broken)
