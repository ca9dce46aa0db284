"""Kommandozeile: python -m leistungsrechner RECHNER [ANGABEN.json]"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from . import RECHNER, als_json, felder, rechne, unlesbar

_ENDE = {
    "ergebnis": 0,
    "kein_anspruch": 0,
    "angaben_unvollstaendig": 2,
    "keine_werte": 2,
}


def main(argumente: list[str] | None = None) -> int:
    """Führt einen Aufruf aus; Rückgabe ist der Endestatus."""
    _in_utf8(sys.stdin, "utf-8-sig")
    _in_utf8(sys.stdout, "utf-8")
    leser = argparse.ArgumentParser(prog="leistungsrechner", description=__doc__)
    leser.add_argument("rechner", nargs="?", help="Rechner, siehe --liste")
    leser.add_argument(
        "angaben", nargs="?", default="-", help="JSON-Datei; „-“: Standardeingabe"
    )
    leser.add_argument(
        "--liste", action="store_true", help="die Rechner: Schlüssel, Titel"
    )
    leser.add_argument(
        "--felder", action="store_true", help="die Eingabefelder als JSON"
    )
    leser.add_argument(
        "--werte", type=Path, metavar="ORDNER", help="Ordner der Wertetabellen"
    )
    wahl = leser.parse_args(argumente)
    if wahl.liste:
        print("\n".join(f"{name}\t{werk.TITEL}" for name, werk in RECHNER.items()))
        return 0
    if wahl.rechner is None:
        leser.error("Es fehlt der Rechner; --liste nennt sie.")
    bekannt = wahl.rechner in RECHNER
    if wahl.felder and bekannt:
        _zeige(felder(wahl.rechner))
        return 0
    antwort = (
        _antwort(wahl.rechner, wahl.angaben, wahl.werte)
        if bekannt
        else rechne(wahl.rechner, {})
    )
    _zeige(antwort)
    return _ENDE.get(str(antwort["art"]), 1)


def _in_utf8(strom: object, kodierung: str) -> None:
    """JSON ist UTF-8, gleich was die Umgebung vorsieht."""
    if isinstance(strom, TextIOWrapper):
        strom.reconfigure(encoding=kodierung)


def _antwort(rechner: str, datei: str, ordner: Path | None) -> dict[str, object]:
    try:
        text = (
            (sys.stdin.read() if sys.stdin else "")
            if datei == "-"
            else Path(datei).read_text(encoding="utf-8-sig")
        )
        angaben = json.loads(text)
    except OSError as fehler:
        return {**unlesbar(rechner), "fehler": [_unlesbare_datei(datei, fehler)]}
    except (ValueError, RecursionError):
        return unlesbar(rechner)
    heute = None
    if isinstance(angaben, dict) and angaben.get("stichtag") in (None, ""):
        heute = date.today()
    return rechne(rechner, angaben, heute, ordner=ordner)


def _unlesbare_datei(datei: str, fehler: OSError) -> dict[str, str]:
    return {
        "feld": "",
        "meldung": f"„{datei}“ lässt sich nicht lesen: {fehler.strerror}.",
    }


def _zeige(antwort: object) -> None:
    print(als_json(antwort, 2))


if __name__ == "__main__":
    sys.exit(main())
