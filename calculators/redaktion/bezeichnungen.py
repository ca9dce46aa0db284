"""Bezeichnungen: macht aus Angaben und Ergebnissen der Fälle lesbare Wörter, mit den Beschriftungen der Formulare."""

from __future__ import annotations

import re
from decimal import Decimal

from leistungsrechner import RECHNER
from leistungsrechner.angaben import Feld
from leistungsrechner.anzeige import NBSP, in_worten
from leistungsrechner.rechner import bezeichnungen

_ART = {
    "ergebnis": "berechnet",
    "kein_anspruch": "kein Anspruch",
    "keine_werte": "keine Beträge für diesen Tag",
    "angaben_unvollstaendig": "Angaben fehlen oder sind falsch",
}
_WORT = {"True": "ja", "False": "nein", "None": "keiner", "fehlt": "kein Wert"}
_NICHT_ANGEGEBEN = "nicht angegeben"


def ergebnis(rechner: str, name: str, wert: object) -> tuple[str, str]:
    """Bezeichnung und Wert eines Ergebnisses, wie man sie liest; KeyError, wenn das Rechenwerk keine kennt."""
    if name == "art":
        return "Ergebnis", _ART[str(wert)]
    if name == "feld":
        felder = [_feld(rechner, teil).label for teil in str(wert).split(", ")]
        return "Nachgefragt wird bei", "; ".join(felder)
    bezeichnung = bezeichnungen.bezeichnung(name)
    if bezeichnung == name:
        raise KeyError(name)
    text = _wert(wert)
    einheit = bezeichnungen.einheit(name).split("/")[0].replace("Anzahl", "")
    mit_einheit = einheit and text not in _WORT.values()
    return bezeichnung, f"{text}{NBSP}{einheit}" if mit_einheit else text


def angabe(rechner: str, name: str, wert: object) -> tuple[str, str]:
    """Beschriftung und Wert einer Angabe, wie sie im Formular stehen."""
    feld = _feld(rechner, name)
    return feld.label, _angabe(feld, wert)


def _angabe(feld: Feld, wert: object) -> str:
    if wert is None or wert == "fehlt":
        return _NICHT_ANGEGEBEN
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
    if re.fullmatch(r"-?\d+\.(?:\d{2}|\d{4})", text):
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
