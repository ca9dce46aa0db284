"""Der Zwischenspeicher des Baus: ein Ergebnis je Fingerabdruck seiner Eingaben, unter .cache/."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from .node import WURZEL

ORDNER = WURZEL / ".cache" / "buendel"
_STELLEN = 16
_gelesen: dict[tuple[str, int, int], bytes] = {}


def fingerabdruck(*teile: bytes | str) -> str:
    """Ein kurzer, eindeutiger Name für einen Inhalt."""
    summe = hashlib.sha256()
    for teil in teile:
        roh = teil.encode() if isinstance(teil, str) else teil
        summe.update(len(roh).to_bytes(8, "big") + roh)
    return summe.hexdigest()[:_STELLEN]


def abdruck_der_dateien(dateien: Iterable[Path]) -> str:
    """Der Fingerabdruck von Dateien, samt ihren Namen; liest nur, was sich seit dem letzten Mal änderte."""
    return fingerabdruck(
        *(teil for datei in sorted(dateien) for teil in (datei.name, _summe(datei)))
    )


def _summe(datei: Path) -> bytes:
    stand = datei.stat()
    schluessel = (str(datei), stand.st_mtime_ns, stand.st_size)
    if schluessel not in _gelesen:
        _gelesen[schluessel] = hashlib.sha256(datei.read_bytes()).digest()
    return _gelesen[schluessel]


def einmal(name: str, abdruck: str, baue: Callable[[Path], None]) -> Path:
    """Der Ordner mit dem Ergebnis; gebaut wird nur, was es für diesen Fingerabdruck noch nicht gibt."""
    ziel = ORDNER / f"{name}-{abdruck}"
    if ziel.is_dir():
        os.utime(ziel)
        return ziel
    if not ORDNER.is_dir():
        ORDNER.mkdir(parents=True, exist_ok=True)
        (ORDNER.parent / ".gitignore").write_text("*\n", "utf-8")
    werkbank = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=ORDNER))
    try:
        baue(werkbank)
        os.chmod(werkbank, 0o755)
        werkbank.rename(ziel)
    except OSError:
        if (
            not ziel.is_dir()
        ):  # sonst war ein anderer Bau gleichzeitig fertig: sein Ergebnis ist dasselbe
            raise
    finally:
        shutil.rmtree(werkbank, ignore_errors=True)
    return ziel


def raeume_auf(name: str, hoechstens: int = 6) -> None:
    """Behält von einer Art nur die zuletzt gebrauchten Ergebnisse."""
    alle = sorted(
        ORDNER.glob(f"{name}-*"),
        key=lambda ordner: ordner.stat().st_mtime,
        reverse=True,
    )
    for alt in alle[hoechstens:]:
        shutil.rmtree(alt, ignore_errors=True)
