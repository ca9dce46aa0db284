"""Formularfeld: rendert ein Feld des Rechenwerks als beschriftetes HTML, auch Listen mit ihren Zeilen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape

from leistungsrechner.angaben import Feld

# Wie ein Eintrag einer Liste heißt: „Zeitraum hinzufügen“, „Entfernen: Zeitraum 2“.
_EINTRAEGE = {
    "zeiten": "Zeitraum",
    "beitragsgrundlagen": "Monat",
    "kinder_einkommen": "Kind",
}
_AUS_DEM_AUSZUG = {
    "zeiten": "01.03.2023 – 31.12.2024 Arbeiterin",
    "beitragsgrundlagen": "03/2024 2.500,00",
}
_BEISPIEL = {"datum": "31.3.2026", "monat": "3.2025"}
_TASTATUR = {
    "geld": "decimal",
    "ganze_zahl": "numeric",
    "datum": "text",
    "monat": "text",
}


@dataclass(frozen=True)
class Platz:
    """Wo ein Feld steht: seine Kennung auf der Seite, sein Name im Formular, und ob in der Zeile einer Liste.

    In den Zeilen einer Liste braucht jede Zeile eigene Namen, sonst wären Ja und Nein aller Zeilen eine Gruppe.
    """

    kennung: str
    name: str
    in_zeile: bool = False


def feld_html(feld: Feld, platz: Platz, *, ungefaehr: bool = False) -> str:
    """Ein Feld mit Beschriftung, Hilfe, Platz für die Fehlermeldung und Eingabe."""
    if feld.art in ("ja_nein", "mehrfach"):
        return _wahlgruppe(feld, platz)
    if feld.art in ("liste", "geldliste"):
        return _liste(feld, platz)
    beschriftung = f'<label for="{platz.kennung}">{escape(feld.label)}</label>'
    eingabe = _auswahl(feld, platz) if feld.art == "auswahl" else _textfeld(feld, platz)
    spanne = _UNGEFAEHR if ungefaehr else ""
    return (
        f"<div {_kopf(feld)}>{beschriftung}{_texte(feld, platz)}{eingabe}{spanne}</div>"
    )


_UNGEFAEHR = (
    '<button class="knopf knopf--klein knopf--leise mit-js" type="button" data-tut="ungefaehr">'
    "Ich weiß es nur ungefähr</button>"
)


def _kopf(feld: Feld) -> str:
    kopf = (
        f'class="feld feld--{feld.art}" data-feld="{feld.name}" data-art="{feld.art}"'
    )
    if feld.zeige_wenn:
        bedingung = {"feld": feld.zeige_wenn.feld, "werte": list(feld.zeige_wenn.werte)}
        kopf += f" data-zeige-wenn='{escape(json.dumps(bedingung), quote=True)}'"
    return kopf


def _texte(feld: Feld, platz: Platz) -> str:
    hilfe = (
        f'<p class="hilfe" id="{platz.kennung}-hilfe">{escape(_hilfe(feld, platz))}</p>'
        if _hilfe(feld, platz)
        else ""
    )
    return f'{hilfe}<p class="fehlertext" id="{platz.kennung}-fehler" hidden></p>'


def _hilfe(feld: Feld, platz: Platz) -> str:
    """Die Hilfe samt Schreibweise; in einer Liste steht die Schreibweise einmal oben statt in jeder Zeile."""
    felder = () if platz.in_zeile else feld.felder or (feld,)
    beispiele = (f.beispiel or _BEISPIEL.get(f.art, "") for f in felder)
    beispiel = next(filter(None, beispiele), "")
    return f"{feld.hilfe} {f'Zum Beispiel {beispiel}.' if beispiel else ''}".strip()


def _beschrieben(feld: Feld, platz: Platz) -> str:
    hilfe = f"{platz.kennung}-hilfe " if _hilfe(feld, platz) else ""
    return f'aria-describedby="{hilfe}{platz.kennung}-fehler"'


def _textfeld(feld: Feld, platz: Platz) -> str:
    pflicht = " required" if feld.pflicht else ""
    eingabe = (
        f'<input type="text" inputmode="{_TASTATUR[feld.art]}" id="{platz.kennung}" name="{platz.name}" '
        f'autocapitalize="off" spellcheck="false" {_beschrieben(feld, platz)}{pflicht}>'
    )
    einheit = (
        '<span class="einheit" aria-hidden="true">€</span>'
        if feld.art == "geld"
        else ""
    )
    return f'<span class="eingabe">{eingabe}{einheit}</span>'


def _auswahl(feld: Feld, platz: Platz) -> str:
    optionen = "".join(
        f'<option value="{wert}"{" selected" if wert == feld.standard else ""}>{escape(text)}</option>'
        for wert, text in feld.optionen
    )
    leer = "" if feld.standard else '<option value="">Bitte wählen</option>'
    pflicht = " required" if feld.pflicht else ""
    return (
        f'<select id="{platz.kennung}" name="{platz.name}" {_beschrieben(feld, platz)}{pflicht}>'
        f"{leer}{optionen}</select>"
    )


def _wahlgruppe(feld: Feld, platz: Platz) -> str:
    """Ja/Nein als Knöpfe, Mehrfachauswahl als Kästchen; ohne Vorwahl, damit nichts erraten wird."""
    mehrfach = feld.art == "mehrfach"
    optionen = feld.optionen if mehrfach else (("ja", "Ja"), ("nein", "Nein"))
    art = "checkbox" if mehrfach else "radio"
    knoepfe = "".join(
        f'<span class="wahl"><input type="{art}" id="{platz.kennung}{"" if stelle == 0 else f"-{wert}"}" '
        f'name="{platz.name}" value="{wert}"><label for="{platz.kennung}{"" if stelle == 0 else f"-{wert}"}">'
        f"{escape(text)}</label></span>"
        for stelle, (wert, text) in enumerate(optionen)
    )
    legende = f"<legend>{escape(feld.label)}</legend>"
    return (
        f"<fieldset {_kopf(feld)} {_beschrieben(feld, platz)}>{legende}{_texte(feld, platz)}"
        f'<span class="wahlen">{knoepfe}</span></fieldset>'
    )


def _liste(feld: Feld, platz: Platz) -> str:
    """Eine Liste von Zeilen; die Vorlage einer Zeile liegt im template und wird im Browser vervielfältigt."""
    glieder = feld.felder or (Feld("wert", "Betrag", "geld", einheit="€/Monat"),)
    eintrag = _EINTRAEGE.get(feld.name, "Eintrag")
    nach = next((g.name for g in glieder if g.art in ("datum", "monat")), "")
    # „#“ ersetzt der Browser durch die Nummer der Zeile
    felder = "".join(
        _zeilenfeld(glied, f"{platz.kennung}-#-{glied.name}") for glied in glieder
    )
    return (
        f'<fieldset {_kopf(feld)} data-eintrag="{eintrag}" data-ordne="{nach}" '
        f"{_beschrieben(feld, platz)}>"
        f"<legend>{escape(feld.label)}</legend>{_texte(feld, platz)}"
        f'<ol class="zeilen" id="{platz.kennung}"></ol>'
        f'<template><li class="zeile"><fieldset class="zeile__felder">'
        f'<legend class="zeile__name">{eintrag}</legend>{felder}</fieldset>'
        '<button class="knopf knopf--klein" type="button" data-tut="entfernen">Entfernen '
        f'<span class="nur-vorlesen zeile__ruf">{eintrag}</span></button></li></template>'
        '<p class="listenmeldung" role="status"></p>'
        f'<button class="knopf mit-js" type="button" data-tut="hinzufuegen">{eintrag} hinzufügen</button>'
        f"{_einfuegen(feld, platz)}</fieldset>"
    )


def _zeilenfeld(glied: Feld, kennung: str) -> str:
    return feld_html(glied, Platz(kennung, kennung, in_zeile=True))


def _einfuegen(feld: Feld, platz: Platz) -> str:
    if feld.name not in _AUS_DEM_AUSZUG:
        return ""
    return (
        '<details class="einfuegen mit-js"><summary>Aus dem Versicherungsdatenauszug einfügen</summary>'
        f'<label for="{platz.kennung}-auszug">Zeilen aus dem Auszug</label>'
        f'<p class="hilfe" id="{platz.kennung}-auszug-hilfe">Den Auszug gibt es auf sozialversicherung.at. Kopieren Sie '
        f"die Zeilen hierher, zum Beispiel: {_AUS_DEM_AUSZUG[feld.name]}</p>"
        f'<textarea id="{platz.kennung}-auszug" rows="6" spellcheck="false" '
        f'aria-describedby="{platz.kennung}-auszug-hilfe"></textarea>'
        '<button class="knopf knopf--klein" type="button" data-tut="einlesen">Zeilen einlesen</button>'
        '<div class="einfuegen__meldung" role="status"></div></details>'
    )
