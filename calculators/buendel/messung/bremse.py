"""Bremst einen Browser wie ein altes Handy: Seine Fenster laufen nur einen Teil der Zeit, auch Worker darin."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_TAKT = 0.02  # Sekunden; kürzer als alles, was gemessen wird
_NEUE_SUCHEN = 0.2


@contextmanager
def gebremst(profil: str, faktor: int) -> Iterator[None]:
    """Die Fenster des Browsers mit diesem Profil bekommen nur 1/faktor der Zeit, bis der Block endet."""
    if faktor == 1:
        yield
        return
    if sys.platform != "linux":
        raise OSError("Gebremst messen lässt sich nur unter Linux.")
    halt = threading.Event()
    faden = threading.Thread(target=_bremse, args=(profil, faktor, halt), daemon=True)
    faden.start()
    try:
        yield
    finally:
        halt.set()
        faden.join()


def _bremse(profil: str, faktor: int, halt: threading.Event) -> None:
    fenster: list[int] = []
    gesucht = 0.0
    while not halt.is_set():
        if time.monotonic() - gesucht > _NEUE_SUCHEN:
            fenster, gesucht = _fenster(profil), time.monotonic()
        _sende(fenster, signal.SIGSTOP)
        time.sleep(_TAKT * (1 - 1 / faktor))
        _sende(fenster, signal.SIGCONT)
        time.sleep(_TAKT / faktor)


def _sende(nummern: list[int], zeichen: signal.Signals) -> None:
    for nummer in nummern:
        with suppress(ProcessLookupError):
            os.kill(nummer, zeichen)


def _fenster(profil: str) -> list[int]:
    """Die Prozesse der Fenster: Nachkommen des Browsers, der mit diesem Profil gestartet wurde."""
    eltern: dict[int, int] = {}
    befehle: dict[int, str] = {}
    for ordner in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            nummer = int(ordner.name)
            stand = (ordner / "stat").read_text().rpartition(")")[2].split()
            eltern[nummer] = int(stand[1])
            befehle[nummer] = (ordner / "cmdline").read_text().replace("\0", " ")
    unsere = {n for n, b in befehle.items() if f"--user-data-dir={profil}" in b}
    neue = unsere
    while neue:
        neue = {n for n, e in eltern.items() if e in neue} - unsere
        unsere = unsere | neue
    return [n for n in unsere if "--type=renderer" in befehle[n]]
