"""The command line: `quizapp …` and `python -m quizapp …`. Exit 0 good, 1 falls short, 2 unusable."""

import datetime
import json
import locale
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click
from alembic.util import CommandError
from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from quizapp import config, db, schema, shelf
from quizapp.accounts import acts
from quizapp.accounts import queries as accounts
from quizapp.accounts import service as people
from quizapp.accounts.acts import Act
from quizapp.accounts.models import User
from quizapp.articles.service import purge_due
from quizapp.banks import queries as banks
from quizapp.banks.service import SyncConflictError, sync_bank
from quizapp.core.banks import Bank
from quizapp.core.items import dump_item
from quizapp.core.policy import Role
from quizapp.core.sharing import shared
from quizapp.corrections import succession  # noqa: F401 - who learned what a file supersedes is told
from quizapp.formats import registry
from quizapp.formats.apart import UNREAD, read_apart
from quizapp.formats.bankfile import Located, read_bank, write_bank
from quizapp.formats.exchange import MOST_BYTES, Found
from quizapp.obstacles import LockedError
from quizapp.personal.ledger import LedgerError
from quizapp.web.clock import now


def language() -> str:
    """The language of messages: Italian where the environment says so, else English."""
    chosen = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "it" if chosen.startswith("it") or (locale.getlocale()[0] or "").startswith("it") else "en"


def unusable(message: str) -> NoReturn:
    """One clear line, exit 2."""
    click.echo(message, err=True)
    sys.exit(2)


@contextmanager
def session() -> Iterator[Session]:
    """A session on the configured database, which must have its schema."""
    with engine_in_use() as engine, db.make_session(engine) as found:
        yield found


@contextmanager
def engine_in_use() -> Iterator[Engine]:
    """The configured database, which nobody restores meanwhile."""
    engine = db.make_engine(config.database_url())
    try:
        with db.in_use(engine):
            yield engine
    finally:
        engine.dispose()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(config.version(), message="%(version)s")
def cli() -> None:
    """Quotidia: quizzes on current affairs, with the proof."""


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--demo", is_flag=True, help="Demo people and quizzes, no sign-in; loopback only.")
def serve(host: str, port: int, demo: bool) -> None:
    """Run the server."""
    from quizapp.serving import LOOPBACK, serve_forever

    if demo and host not in LOOPBACK:
        unusable(f"--demo serves this machine alone: {host} is no loopback address.")
    config.data_dir().mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        serve_forever(host, port, demo=demo)
    except config.SettingsError as error:
        unusable(str(error))


@cli.command()
@click.option("--attached", is_flag=True, hidden=True, help="Stop when standard input ends: who started it is gone.")
def work(attached: bool) -> None:
    """Do the jobs that wait, until stopped; a server started with “serve” has a worker of its own."""
    from quizapp.working import work as work_on

    with engine_in_use() as engine:
        work_on(engine, attached=attached)


@cli.group(name="db")
def database() -> None:
    """The schema of the database."""


@database.command()
def upgrade() -> None:
    """Bring the schema up to date."""
    config.data_dir().mkdir(mode=0o700, parents=True, exist_ok=True)
    with engine_in_use() as engine:
        schema.upgrade(engine)


@database.command()
@click.argument("revision")
def downgrade(revision: str) -> None:
    """Take the schema back to REVISION."""
    with engine_in_use() as engine:
        schema.downgrade(engine, revision)


@database.command()
def check() -> None:
    """Fail when the schema is not what the models say."""
    found = schema.drift(db.make_engine(config.database_url()))
    for difference in found:
        click.echo(str(difference), err=True)
    sys.exit(1 if found else 0)


@cli.group()
def user() -> None:
    """People without the web."""


@user.command("add")
@click.argument("sign_in_name")
@click.option("--name", required=True)
@click.option("--role", type=click.Choice([role.value for role in Role]), default=Role.STUDENT.value)
def user_add(sign_in_name: str, name: str, role: str) -> None:
    """Make a person and print the generated password."""
    with session() as read, db.writing(read) as write:
        school = people.default_school(write)
        try:
            made, password = people.make_person(
                write, school.id, name=name, sign_in_name=sign_in_name, role=Role(role), now=now()
            )
            acts.note(write, school.id, Act.PERSON_MADE, now(), by=None, subject=made.id)
        except people.NameTakenError:
            unusable(f"{sign_in_name}: somebody already has this sign-in name.")
    click.echo(password)


@user.command("list")
@click.option("--json", "as_json", is_flag=True)
def user_list(as_json: bool) -> None:
    """Everybody in the school."""
    with session() as read:
        school = accounts.school(read)
        found = accounts.people(read, school.id) if school else []
    rows = [{"sign_in_name": u.sign_in_name, "name": u.name, "role": u.role, "active": u.active} for u in found]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        click.echo("\t".join(str(value) for value in row.values()))


@user.command("password")
@click.argument("sign_in_name")
def user_password(sign_in_name: str) -> None:
    """Give a person a new password and print it; their sessions end."""
    with session() as read, db.writing(read) as write:
        found = _person(write, sign_in_name)
        click.echo(people.new_password(write, found, now()))
        acts.note(write, found.school_id, Act.PASSWORD, now(), by=None, subject=found.id)


@user.command("deactivate")
@click.argument("sign_in_name")
def user_deactivate(sign_in_name: str) -> None:
    """Stop a person from signing in; their sessions end."""
    with session() as read, db.writing(read) as write:
        found = _person(write, sign_in_name)
        people.set_active(write, found, active=False, now=now())
        acts.note(write, found.school_id, Act.BARRED, now(), by=None, subject=found.id)


@user.command("codes-off")
@click.argument("sign_in_name")
def user_codes_off(sign_in_name: str) -> None:
    """Let a person who has lost the device sign in without a code."""
    from quizapp.accounts import second

    with session() as read, db.writing(read) as write:
        found = _person(write, sign_in_name)
        second.switch_off(write, found)
        acts.note(write, found.school_id, Act.CODES_OFF, now(), by=None, subject=found.id)


def _person(write: Session, sign_in_name: str) -> User:
    school = accounts.school(write)
    found = accounts.by_sign_in_name(write, school.id, sign_in_name) if school else None
    return found or unusable(f"{sign_in_name}: nobody has this sign-in name.")


@cli.group()
def bank() -> None:
    """Bank files."""


@bank.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True)
def bank_check(paths: tuple[Path, ...], as_json: bool) -> None:
    """Every problem of every file, as file:line:column: message; a warning is one too, and says so. Exit 1 for any."""
    found = [(path, located) for path in bank_files(paths) for located in _read(path)[1]]
    if as_json:
        click.echo(json.dumps([_as_json(path, located) for path, located in found], ensure_ascii=False))
    else:
        for path, located in found:
            click.echo(_line(path, located))
    sys.exit(1 if found else 0)


@bank.command("sync")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def bank_sync(paths: tuple[Path, ...]) -> None:
    """Take bank files into the database; nothing is written where there is a problem."""
    read_in: list[Bank] = []
    failed = False
    for path in bank_files(paths):
        found, problems = _read(path)
        errors = [located for located in problems if located.problem.severity == "error"]
        for located in errors:
            click.echo(_line(path, located), err=True)
        failed = failed or bool(errors) or found is None
        if found is not None:
            read_in.append(found)
    if failed:
        sys.exit(1)
    with session() as read:
        try:
            sync_all(read, read_in)
        except SyncConflictError as error:
            click.echo(f"changed in the file and in the application: {error}", err=True)
            sys.exit(1)


@bank.command("export")
@click.argument("identifier")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@click.option("--shared", "for_others", is_flag=True, help="For other people: no text, no quote over 300 characters.")
def bank_export(identifier: str, output: Path, for_others: bool) -> None:
    """Write the bank with this id (lang/slug) as a file."""
    with session() as read:
        school = accounts.school(read)
        row = banks.bank_by_slug(read, school.id, identifier) if school else None
        if row is None:
            unusable(f"{identifier}: there is no such bank.")
        found = banks.whole_bank(read, row)
        output.write_text(write_bank(shared(found) if for_others else found), encoding="utf-8", newline="\n")


def sync_all(read: Session, found: list[Bank]) -> None:
    """All the banks in one transaction."""
    with db.writing(read) as write:
        school = people.default_school(write)
        for each in found:
            report = sync_bank(write, each, school_id=school.id, now=now())
            click.echo(
                f"{each.id}: {report.added} added, {report.changed} changed, "
                f"{report.kept} kept, {report.retired} retired",
                err=True,
            )


def bank_files(paths: tuple[Path, ...]) -> list[Path]:
    """The files named, and the .yaml files below the folders named; exit 2 for what cannot be read."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(path.rglob("*.yaml"))
        elif path.is_file() and os.access(path, os.R_OK):
            found.append(path)
        else:
            unusable(f"{path}: cannot be read.")
    return found


def _read(path: Path) -> tuple[Bank | None, list[Located]]:
    return read_bank(path.read_bytes())


def _line(path: Path, located: Located) -> str:
    severity = "" if located.problem.severity == "error" else "warning: "
    return f"{path}:{located.line}:{located.column}: {severity}{located.problem.say(language())}"


def _as_json(path: Path, located: Located) -> dict[str, object]:
    return {
        "file": str(path),
        "line": located.line,
        "column": located.column,
        "code": located.problem.code,
        "severity": located.problem.severity,
        "message": located.problem.say(language()),
    }


@cli.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--lang", help="The article's language; found out when left out.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="When the article came out, as 2024-06-06.")
@click.option("--title", help="The article's title, where the text does not begin with it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def draft(file: Path, lang: str | None, published: datetime.datetime | None, title: str | None, as_json: bool) -> None:
    """Key facts and drafted questions of an article (text, HTML, PDF or DOCX; - reads standard input)."""
    from quizapp.extraction import engine, report
    from quizapp.intake.article import Unusable
    from quizapp.intake.reading import read_article

    try:
        raw = read_article(_bytes_of(file), name=file.name, lang=lang)
    except Unusable as error:
        unusable(error.say(language()))
    if raw.lang not in engine.SUPPORTED:
        unusable(report.no_tables(raw.lang, language()))
    day = published.date() if published else raw.published
    drafted = engine.draft_article(raw.text, raw.blocks, raw.lang, title=title or raw.title, published=day)
    if as_json:
        click.echo(json.dumps(engine.as_json(drafted), ensure_ascii=False, indent=1))
    else:
        click.echo(report.as_text(drafted, language()))


def _bytes_of(file: Path) -> bytes:
    """What a file holds, one byte more than any may have at most."""
    try:
        if str(file) == "-":
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError:
        unusable(f"{file}: cannot be read.")


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--from", "source", type=click.Choice(["auto", *registry.READ_FROM]), default="auto", show_default=True)
@click.option(
    "--to", "target", type=click.Choice(registry.WRITTEN_TO), help="Without it the file is only read and reported."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to write; a text goes to standard output.")
@click.option("--json", "as_json", is_flag=True, help="Items and problems as one JSON document.")
def convert(file: Path, source: str, target: str | None, output: Path | None, as_json: bool) -> None:
    """Read questions in one format and write them in another; touches no database (- reads standard input)."""
    data = _bytes_of(file)
    if target and output is None and (registry.FORMATS[target].binary or as_json):
        unusable("Name the file to write with -o.")
    reading = read_apart(data, None if source == "auto" else source)
    name, found = reading.format, reading.imported
    problems = list(found.problems)
    if name is None or any(each.problem.code in UNREAD for each in problems):
        unusable(f"{file}: {problems[0].problem.say(language())}.")
    if target and found.items:
        written = registry.write(found.items, target, read_bank(data)[0] if name == "bank" else None)
        problems += written.problems
        _put(written.data, output)
    if as_json:
        items = [dump_item(item) for item in found.items]
        told = [problem.as_json(language()) for problem in problems]
        click.echo(json.dumps({"format": name, "items": items, "problems": told}, ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            click.echo(f"{file}:{_place(problem)} {problem.problem.say(language())}", err=True)
        click.echo(f"{len(found.items)} questions read ({registry.FORMATS[name].title})", err=True)
    if not found.items:
        sys.exit(2)
    sys.exit(1 if any(problem.severity == "error" for problem in problems) else 0)


def _put(data: bytes, output: Path | None) -> None:
    if output is None:
        click.echo(data, nl=False)
        return
    try:
        output.write_bytes(data)
    except OSError:
        unusable(f"{output}: cannot be written.")


def _place(problem: Found) -> str:
    """Line and column where they are known, then the question and the element."""
    at = ":".join(str(each) for each in (problem.line, problem.column) if each)
    named = " ".join(
        each for each in (f"question {problem.index}" if problem.index else "", problem.element or "") if each
    )
    return f"{at}:" + (f" [{problem.severity}] {named}:" if named else f" [{problem.severity}]")


@cli.command("finalise")
def finalise_overdue() -> None:
    """Close and mark the attempts whose time has run out; safe to run as often as you like."""
    from quizapp.attempts.finishing import finalise

    with session() as read:
        count = finalise(read, now())
    click.echo(f"{count} attempts closed", err=True)


@cli.group()
def analysis() -> None:
    """What the answers say of the questions."""


@analysis.command("rebuild")
def analysis_rebuild() -> None:
    """Count anew what is kept of every quiz that many have taken; while people answer, too."""
    from quizapp.analysis.service import rebuild

    def reach(percent: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{percent} %", err=True, nl=False)

    with session() as read:
        count = rebuild(read, now(), reach)
    click.echo(f"{count} quizzes counted", err=True)


@cli.group()
def privacy() -> None:
    """What is stored of people and articles, and its end."""


@privacy.command("export")
@click.argument("sign_in_name")
@click.option("-o", "out", type=click.Path(path_type=Path, dir_okay=False), help="A file instead of standard output.")
def privacy_export(sign_in_name: str, out: Path | None) -> None:
    """Everything that is kept of a person, as JSON; of an attempt what they may see by now."""
    from quizapp.personal.document import as_json, own_data

    with session() as read:
        told = as_json(own_data(read, accounts.identity_of(_person(read, sign_in_name)), now()))
    if out:
        out.write_text(told, encoding="utf-8")
    else:
        click.echo(told, nl=False)


@privacy.command("erase")
@click.argument("sign_in_name")
@click.option("--yes", is_flag=True, help="Do it; without, say only what would go.")
@click.option("--json", "as_json", is_flag=True, help="The rows of each table as one JSON document.")
def privacy_erase(sign_in_name: str, yes: bool, as_json: bool) -> None:
    """Erase a person for good, in the database and its file; what counts for statistics stays, of nobody."""
    from quizapp.personal import ledger, plan
    from quizapp.personal import service as personal
    from quizapp.personal.models import Cause

    with session() as read:
        told = plan.counts(read, plan.steps(read, plan.whole_person(read, _person(read, sign_in_name))))
        if yes:
            with db.writing(read) as write:
                found = _person(write, sign_in_name)
                told = personal.erase(write, found, Cause.ASKED, now())
                acts.note(write, found.school_id, Act.ERASED, now(), by=None, subject=found.id)
            ledger.note(config.data_dir(), personal.keys_of(read))
            db.sweep(_engine_of(read))
    if as_json:
        click.echo(json.dumps(told))
    else:
        for fate, tables in told.items():
            for table, count in tables.items():
                click.echo(f"{fate}\t{table}\t{count}")
    click.echo("erased; backups made before still hold it" if yes else "nothing was erased: add --yes", err=True)


@privacy.command("purge")
@click.option("--preview", is_flag=True, help="Say what would go, and change nothing.")
def privacy_purge(preview: bool) -> None:
    """Erase what is kept no longer: texts of articles whose day has come, and where the school says so what its former
    students did; questions keep their sentences."""
    from quizapp.personal import ledger, retention
    from quizapp.personal import service as personal

    with session() as read:
        found = retention.due_everywhere(read, now())
        people_due = sum(len(each.people) + len(each.parts) for each in found)
        told = f"{people_due} people, {retention.texts_due(read, now())} texts"
        if not preview:
            for each in found:
                retention.carry_out(read, each, now())
            with db.writing(read) as write:
                purge_due(write, now().date())
            ledger.note(config.data_dir(), personal.keys_of(read))
            db.sweep(_engine_of(read))
    click.echo(f"{told} {'would go' if preview else 'deleted'}", err=True)


def _engine_of(read: Session) -> Engine:
    read.rollback()
    return read.get_bind().engine


@cli.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--to", type=click.Path(path_type=Path), help="A file, or a folder where the backup gets a dated name.")
@click.option("--keep", type=click.IntRange(1), help="Afterwards, delete all but the newest N dated backups there.")
def backup(file: Path | None, to: Path | None, keep: int | None) -> None:
    """Everything the database holds, in one file, while people work; prints its name.

    Without a name it goes, dated, to the folder backups of the data folder.
    """
    from quizapp.backups import BackupError, say_of_files
    from quizapp.backups.backup import back_up
    from quizapp.backups.wording import SAYS as SAID

    if file and to:
        unusable("Name the file once: as FILE or with --to.")
    moment = now()
    wanted = file or to or shelf.shelf_of(config.data_dir())
    dated = wanted.is_dir() or not (file or to)
    if keep and not dated:
        unusable("--keep thins out a folder of dated backups: name a folder.")
    try:
        if not (file or to):
            wanted.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = wanted / shelf.next_name(moment) if dated else wanted
        with engine_in_use() as engine:
            made = back_up(engine, target, now=moment, progress=_progress)
        shelf.note_last(config.data_dir(), moment)
        gone = shelf.thin_out(wanted, keep) if keep else []
    except BackupError as error:
        unusable(error.say(language()))
    except OSError as error:
        unusable(say_of_files(error, wanted, language()))
    click.echo(target)
    rows = sum(table.rows for table in made.tables)
    click.echo(SAID["made"].say(language(), tables=len(made.tables), rows=rows, gone=len(gone)), err=True)


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Put aside the installation that is there.")
def restore(file: Path, yes: bool) -> None:
    """Put the database of a backup in place; everybody has to sign in again."""
    from quizapp.backups import BackupError, say_of_files
    from quizapp.backups.restore import restore as put_back
    from quizapp.backups.wording import SAYS as SAID

    try:
        done = put_back(
            config.database_url(), file, data_dir=config.data_dir(), replace=yes, now=now(), progress=_progress
        )
    except BackupError as error:
        unusable(error.say(language()))
    except OSError as error:
        unusable(say_of_files(error, file, language()))
    with session() as read, db.writing(read) as write:
        for school in accounts.schools(write):
            acts.note(write, school.id, Act.RESTORED, now(), by=None)
    rows = sum(table.rows for table in done.manifest.tables)
    moment = f"{done.manifest.created:%Y-%m-%d %H:%M}"
    click.echo(SAID["placed"].say(language(), rows=rows, moment=moment), err=True)
    if done.erased:
        click.echo(SAID["erased-again"].say(language(), count=done.erased), err=True)
    if done.aside:
        click.echo(SAID["aside"].say(language(), place=done.aside), err=True)


@cli.command()
@click.option("--deploy", is_flag=True, help="Look also at what others reaching this installation makes necessary.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def doctor(deploy: bool, as_json: bool) -> None:
    """What is wrong with this installation, and what mends it; exit 1 where something is."""
    from quizapp.doctor import Place, look

    found = look(Place(os.environ, now(), deploy))
    if as_json:
        told = [
            {"code": each.code, "wrong": each.severity == "error", "message": each.say(language())} for each in found
        ]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for each in found:
            click.echo(f"{'✗' if each.severity == 'error' else '·'} {each.say(language())}")
        if not found:
            click.echo({"it": "Tutto a posto.", "en": "All is well."}[language()])
        last = shelf.last_backup(config.data_dir())
        if last:
            hours = int((now() - last).total_seconds()) // 3600
            click.echo({"it": f"Ultimo backup: {hours} ore fa.", "en": f"Last backup: {hours} hours ago."}[language()])
    sys.exit(any(each.severity == "error" for each in found))


def _progress(table: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{table}\r", err=True, nl=False)


def main() -> None:
    """The console script: what the database refuses is one line, not a traceback."""
    try:
        cli(prog_name="quizapp")
    except DatabaseError as error:
        _no_database(error.orig)
    except (db.InUseError, LedgerError) as error:
        unusable(error.say(language()))
    except (CommandError, config.SettingsError) as error:
        unusable(str(error))
    except LockedError:
        unusable("Somebody else has been writing for a long time; try again.")
    except OSError as error:
        if str(error.filename or "").endswith(db.LOCK):
            _no_database(error.strerror)
        unusable(f"{error.filename or 'The system refuses it'}: {error.strerror or error}.")


def _no_database(why: object) -> None:
    unusable(f"The database cannot be used ({why}); “quizapp db upgrade” makes or updates its schema.")
