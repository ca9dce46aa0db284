"""Bezeichnungen: macht aus Angaben und Ergebnissen der Fälle lesbare Wörter, mit den Beschriftungen der Formulare."""

from __future__ import annotations

import re
from decimal import Decimal

from leistungsrechner import RECHNER, lesen
from leistungsrechner.angaben import Feld
from leistungsrechner.anzeige import NBSP, in_worten, monat_jahr, zahl
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


def angabe(rechner: str, name: str, wert: object) -> tuple[str, str | list[str]]:
    """Beschriftung und Wert einer Angabe, wie sie im Formular stehen; bei Zeiten und Monaten jeder Eintrag für sich."""
    feld = _feld(rechner, name)
    if isinstance(wert, list) and feld.felder and wert:
        return feld.label, [_eintrag(feld, teil) for teil in wert]
    return feld.label, _angabe(feld, wert)


def beschriftet(name: str, wert: str) -> str:
    """Beschriftung und Wert in einer Zeile; nach einer Frage steht kein Doppelpunkt."""
    return f"{name} {wert}" if name.endswith("?") else f"{name}: {wert}"


def _eintrag(feld: Feld, wert: dict[str, object]) -> str:
    """Ein Eintrag einer Liste, zuerst seine Zeit: „Jänner 2025: 2.100 €“, „1.1.2024 bis 31.3.2025: Lehre“."""
    texte = {g.name: _angabe(g, wert.get(g.name, "fehlt")) for g in feld.felder}
    noetig = [glied for glied in feld.felder if glied.pflicht]
    zeit = [texte[g.name] for g in noetig if g.art in ("datum", "monat")]
    was = [texte[g.name] for g in noetig if g.art not in ("datum", "monat")]
    dazu = [
        beschriftet(glied.label, texte[glied.name])
        for glied in feld.felder
        if glied not in noetig and glied.name in wert
    ]
    return "; ".join([f"{' bis '.join(zeit)}: {', '.join(was)}", *dazu])


def _angabe(feld: Feld, wert: object) -> str:
    if isinstance(wert, list):
        return "; ".join(_angabe(feld, teil) for teil in wert) or "keine"
    if wert is None or wert == "fehlt":
        return _NICHT_ANGEGEBEN
    if wahl := dict(feld.optionen).get(str(wert)):
        return wahl
    try:
        if feld.art in ("geld", "geldliste"):
            return _betrag(lesen.geld(wert))
        if feld.art == "monat":
            return monat_jahr(lesen.monat(wert))
    except lesen.Unlesbar:
        return str(wert)  # Fälle zeigen auch, was der Rechner nicht lesen kann
    return _wert(wert)


def _betrag(betrag: Decimal) -> str:
    """Ein Betrag, gleich wie ihn der Fall schreibt: „2.100 €“, „2.103,25 €“."""
    ganz = betrag == betrag.to_integral()
    return f"{zahl(betrag, 0 if ganz else 2)}{NBSP}€"


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
