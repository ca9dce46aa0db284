"""Misst das Rechenwerk in CPython: eine Rechnung mit Herleitung je Rechner, und was das Importieren kostet.

Aufruf: python engine/tests/bench.py. Gemessen wird mit timeit und mit frisch gestarteten Interpretern;
gezeigt wird der Median. Tests messen keine Zeiten.
"""
# ruff: noqa: T201 - es druckt eine Tabelle

from __future__ import annotations

import statistics
import subprocess
import sys
import timeit
from collections import defaultdict
from time import perf_counter

from falltabelle import Fall, alle_faelle

from leistungsrechner import rechne

LAEUFE = 7
_IMPORT = "import leistungsrechner; leistungsrechner.ablage.verzeichnis()"


def rechnung_ms(fall: Fall) -> float:
    """Der Median der Dauer einer Rechnung, in Millisekunden."""
    stoppuhr = timeit.Timer(
        lambda: rechne(fall.rechner, fall.angaben, fall.stichtag or None)
    )
    return statistics.median(stoppuhr.repeat(LAEUFE, 3)) / 3 * 1000


def start_ms(befehl: str) -> float:
    """Der Median der Dauer eines frischen Interpreters mit diesem Befehl, in Millisekunden."""
    dauern = []
    for _ in range(LAEUFE):
        beginn = perf_counter()
        subprocess.run([sys.executable, "-c", befehl], check=True)
        dauern.append((perf_counter() - beginn) * 1000)
    return statistics.median(dauern)


def main() -> None:
    """Druckt die Zahlen als Tabelle."""
    je_rechner: dict[str, list[float]] = defaultdict(list)
    for fall in alle_faelle():
        je_rechner[fall.rechner].append(rechnung_ms(fall))
    print("| Rechner | Fälle | Median | längster Fall |\n|---|---:|---:|---:|")
    for rechner, zeiten in je_rechner.items():
        print(
            f"| {rechner} | {len(zeiten)} | {statistics.median(zeiten):.2f} ms | {max(zeiten):.2f} ms |"
        )
    leer = start_ms("pass")
    print(
        f"\nImportieren und alle Tabellen lesen: {start_ms(_IMPORT) - leer:.0f} ms (ohne Start von Python)"
    )


if __name__ == "__main__":
    main()
