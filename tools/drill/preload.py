"""Little libraries in C that are loaded before the C library, to make a server's machine another than it is."""

import shutil
import subprocess
from pathlib import Path


def built(name: str, folder: Path) -> Path | None:
    """The library of `NAME.c` beside this file, made in a folder; None, said in a line, where no compiler is here."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        print("   no C compiler is here (Debian: gcc); nothing was tried")
        return None
    source, library = Path(__file__).with_name(f"{name}.c"), folder / f"{name}.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-o", str(library), str(source), "-ldl"], check=True)
    return library
