"""Fälle: die Falltabellen des Rechenwerks und die Beispielhaushalte der Redaktion, in derselben Schreibweise."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from leistungsrechner.tabelle import lies_tabellen

WURZEL = Path(__file__).parents[2]
FAELLE = WURZEL / "engine" / "tests" / "faelle"
HAUSHALTE = WURZEL / "docs" / "mitarbeit" / "_haushalte.md"


def falltabelle() -> ModuleType:
    """Der Leser der Falltabellen; er liegt bei den Tests, weil diese Seite ihn nur mitbenutzt."""
    if "falltabelle" not in sys.modules:
        ort = FAELLE.with_name("falltabelle.py")
        bauplan = importlib.util.spec_from_file_location("falltabelle", ort)
        assert bauplan is not None
        assert bauplan.loader is not None
        modul = importlib.util.module_from_spec(bauplan)
        sys.modules["falltabelle"] = modul
        bauplan.loader.exec_module(modul)
    return sys.modules["falltabelle"]


OHNE_ZAHL = {
    "kein_anspruch": "kein Anspruch",
    "keine_werte": "noch keine Beträge",
    "angaben_unvollstaendig": "Angaben fehlen",
    "fehler": "mit diesen Tabellen nicht rechenbar",
}


@dataclass(frozen=True)
class Haushalt:
    """Ein erfundener Haushalt, an dem man sieht, was neue Beträge ausmachen."""

    name: str
    rechner: str
    angaben: dict[str, object]


def haushalte(datei: Path = HAUSHALTE) -> list[Haushalt]:
    """Alle lesbaren Beispielhaushalte der Redaktion."""
    return _haushalte(datei)[0]


def probleme(datei: Path = HAUSHALTE) -> list[str]:
    """Was an Falltabellen und Beispielhaushalten nicht stimmt, mit Datei und Zeile."""
    return [*falltabelle().lies_faelle()[1], *_haushalte(datei)[1]]


def _haushalte(datei: Path) -> tuple[list[Haushalt], list[str]]:
    kurz = f"docs/mitarbeit/{datei.name}"
    tabellen, am_bau = lies_tabellen(datei.read_text("utf-8-sig"), kurz, "Haushalt")
    gefunden: list[Haushalt] = []
    fehler = [str(problem) for problem in am_bau]
    for zeile in (z for tabelle in tabellen for z in tabelle.zeilen):
        try:
            angaben = falltabelle().paare(zeile["Angaben"], f"{kurz}:{zeile.nummer}")
        except ValueError as problem:
            fehler.append(str(problem))
            continue
        rechner = zeile["Rechner"].strip("`")
        gefunden.append(Haushalt(zeile["Haushalt"], rechner, angaben))
    return gefunden, fehler


def kurz(antwort: dict[str, object]) -> str:
    """Das Wichtigste einer Antwort in einer Zeile."""
    kern = antwort["kern"]
    if antwort["art"] in OHNE_ZAHL:
        return OHNE_ZAHL[str(antwort["art"])]
    if isinstance(kern, dict) and kern["zahl"]:
        return str(kern["zahl"])
    if isinstance(kern, dict):
        return str(kern["satz"])
    return str(antwort["art"])
