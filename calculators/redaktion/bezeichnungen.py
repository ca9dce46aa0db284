"""Bezeichnungen: macht aus Angaben und Ergebnissen der Fälle lesbare Wörter, mit den Beschriftungen der Formulare."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

from leistungsrechner import RECHNER
from leistungsrechner.angaben import Feld
from leistungsrechner.anzeige import NBSP, in_worten
from leistungsrechner.tabelle import lies_tabellen

ERGEBNISSE = Path(__file__).parents[2] / "docs" / "pruefung" / "_ergebnisse.md"
_ART = {
    "ergebnis": "berechnet",
    "kein_anspruch": "kein Anspruch",
    "keine_werte": "keine Beträge für diesen Tag",
    "angaben_unvollstaendig": "Angaben fehlen oder sind falsch",
}
_WORT = {"True": "ja", "False": "nein", "None": "keiner", "fehlt": "nicht angegeben"}


@cache
def ergebnisse() -> dict[str, tuple[str, str]]:
    """Bezeichnung und Einheit jedes Ergebnisses, aus der Tabelle der Redaktion."""
    text = ERGEBNISSE.read_text("utf-8-sig")
    tabellen, _ = lies_tabellen(text, ERGEBNISSE.name, "Ergebnis")
    return {
        zeile["Ergebnis"].strip("`"): (zeile["Bezeichnung"], zeile["Einheit"])
        for tabelle in tabellen
        for zeile in tabelle.zeilen
    }


def ergebnis(rechner: str, name: str, wert: object) -> tuple[str, str]:
    """Bezeichnung und Wert eines Ergebnisses, wie man sie liest."""
    bezeichnung, einheit = ergebnisse()[name]
    if name == "art":
        return bezeichnung, _ART[str(wert)]
    if name == "feld":
        felder = [_feld(rechner, teil).label for teil in str(wert).split(", ")]
        return bezeichnung, "; ".join(felder)
    text = _wert(wert)
    if einheit and text not in _WORT.values() and einheit != "Anzahl":
        return bezeichnung, f"{text}{NBSP}{einheit}"
    return bezeichnung, text


def angabe(rechner: str, name: str, wert: object) -> tuple[str, str]:
    """Beschriftung und Wert einer Angabe, wie sie im Formular stehen."""
    feld = _feld(rechner, name)
    return feld.label, _angabe(feld, wert)


def _angabe(feld: Feld, wert: object) -> str:
    if isinstance(wert, list):
        return "; ".join(_angabe(feld, teil) for teil in wert)
    if isinstance(wert, dict):
        glieder = {glied.name: glied for glied in feld.felder}
        return ", ".join(
            f"{glieder[name].label}: {_angabe(glieder[name], teil)}"
            for name, teil in wert.items()
        )
    if wahl := dict(feld.optionen).get(str(wert)):
        return wahl
    text = _wert(wert)
    if feld.art in ("geld", "geldliste") and re.fullmatch(r"[\d.,]+", text):
        return f"{text}{NBSP}€"
    return text


def _wert(wert: object) -> str:
    """Zahlen der Maschine (1234.56) und Tage (2026-04-01), wie man sie in Österreich schreibt."""
    text = str(wert)
    if re.fullmatch(r"-?\d+\.\d{2,4}", text):
        return in_worten(Decimal(text), "€").removesuffix(f"{NBSP}€")
    if treffer := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text):
        return f"{int(treffer[3])}.{int(treffer[2])}.{treffer[1]}"
    return _WORT.get(text, text)


def _feld(rechner: str, name: str) -> Feld:
    teile = re.split(r"\.|\[\d+\]\.?", name)
    felder: dict[str, Feld] = {feld.name: feld for feld in RECHNER[rechner].FELDER}
    feld = felder[teile[0]]
    for teil in filter(None, teile[1:]):
        feld = {glied.name: glied for glied in feld.felder}[teil]
    return feld
