"""Beispiele: die veröffentlichten Fälle aus den Falltabellen als Verweise, die das Formular ausfüllen.

Die Regel ist einfach: Was in engine/tests/faelle unter „## Veröffentlichte Fälle“ steht, ist ein Beispiel.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from leistungsrechner.tabelle import lies_tabellen

FAELLE = Path(__file__).resolve().parents[2] / "engine" / "tests" / "faelle"
_ABSCHNITT = "## Veröffentlichte Fälle"
_NICHT_RECHENBAR = ("angaben_unvollstaendig", "keine_werte")
_FASSUNG = "1"  # wie in calculators/browser/mitnehmen/verweis.js


@dataclass(frozen=True)
class Beispiel:
    """Ein Fall zum Öffnen: Name, Quelle und der Teil der Adresse hinter dem „#“."""

    name: str
    quelle: str
    verweis: str


def beispiele(rechner: str) -> list[Beispiel]:
    """Die veröffentlichten Fälle eines Rechners."""
    return [
        beispiel
        for datei in sorted(FAELLE.glob(f"{rechner}*.md"))
        if datei.stem.split("-")[0] == rechner
        for beispiel in _aus(datei)
    ]


def _aus(datei: Path) -> Iterator[Beispiel]:
    tabellen, _ = lies_tabellen(
        _veroeffentlicht(datei.read_text("utf-8")), datei.name, "Fall"
    )
    for tabelle in tabellen:
        for zeile in tabelle.zeilen:
            if not any(art in zeile["Erwartet"] for art in _NICHT_RECHENBAR):
                angaben = {
                    "stichtag": zeile["Stichtag"],
                    **_paare(zeile["Angaben"]),
                }
                yield Beispiel(zeile["Fall"], zeile["Quelle"], verweis(angaben))


def _veroeffentlicht(text: str) -> str:
    """Nur der Abschnitt mit den veröffentlichten Fällen."""
    _, _, danach = text.partition(f"{_ABSCHNITT}\n")
    return danach.partition("\n## ")[0]


def _paare(zelle: str) -> dict[str, object]:
    paare: dict[str, object] = {}
    for teil in zelle.split(";"):
        name, _, wert = (stueck.strip() for stueck in teil.partition("="))
        if name:
            paare[name] = json.loads(wert) if wert.startswith("[") else wert
    return paare


def verweis(angaben: dict[str, object]) -> str:
    """Die Angaben als „#r=1&n=2&stichtag=…“, gleich geschrieben wie im Browser."""
    paare = [paar for name, wert in angaben.items() for paar in _flach(name, wert)]
    return "#" + urlencode([("r", _FASSUNG), ("n", str(len(paare))), *paare])


def _flach(name: str, wert: object) -> Iterator[tuple[str, str]]:
    if isinstance(wert, list):
        for nummer, teil in enumerate(wert, 1):
            yield from _flach(f"{name}.{nummer}", teil)
    elif isinstance(wert, dict):
        for glied, teil in wert.items():
            yield from _flach(f"{name}.{glied}", teil)
    elif isinstance(wert, bool):
        yield name, "ja" if wert else "nein"
    elif wert is not None:
        yield name, str(wert)
