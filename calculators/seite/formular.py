"""Formular: rendert die Felder eines Rechners als beschriftetes HTML, das auch ohne JavaScript lesbar ist."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from leistungsrechner import RECHNER
from leistungsrechner.angaben import Feld

_OHNE_JAVASCRIPT = (
    "Der Rechner braucht JavaScript. Ohne JavaScript hilft der Text auf dieser Seite, "
    "oder Sie fragen beim AMS oder bei der Arbeiterkammer nach."
)

_SCHREIBWEISE = {"datum": "Zum Beispiel 31.3.2026.", "monat": "Zum Beispiel 3.2025."}


def rechner_html(name: str) -> str:
    """Der ganze Rechner: Formular, Statuszeile und Platz für die Antwort."""
    werk = RECHNER[name]
    einfach = [feld for feld in werk.FELDER if not feld.genauer]
    genauer = [feld for feld in werk.FELDER if feld.genauer]
    return "\n".join(
        [
            f'<section class="rechner" data-rechner="{name}" aria-label="Rechner: {escape(werk.TITEL)}">',
            f"<noscript><p class='hinweis hinweis--achtung'>{_OHNE_JAVASCRIPT}</p></noscript>",
            '<form class="rechner__formular" novalidate>',
            '<div class="fehlerliste" tabindex="-1" hidden><h2 class="fehlerliste__titel">'
            "Bitte prüfen Sie Ihre Angaben</h2><ul></ul></div>",
            *_gruppen(name, einfach),
            *_genauer(name, genauer),
            '<p class="knoepfe"><button class="knopf knopf--haupt" type="submit">Berechnen</button>'
            '<button class="knopf" type="reset">Alles löschen</button></p>',
            '<p class="ladezeile" role="status"></p>',
            "</form>",
            '<div class="antwort" tabindex="-1" hidden></div>',
            "</section>",
        ]
    )


def _genauer(name: str, felder: list[Feld]) -> Iterator[str]:
    if felder:
        yield '<details class="genauer"><summary>Genauer rechnen</summary>'
        yield from _gruppen(name, felder)
        yield "</details>"


def _gruppen(name: str, felder: Iterable[Feld]) -> Iterator[str]:
    for gruppe, glieder in groupby(felder, key=lambda feld: feld.gruppe):
        yield f'<fieldset class="feldgruppe"><legend>{escape(gruppe)}</legend>'
        for feld in glieder:
            yield feld_html(feld, f"{name}-{feld.name}")
        yield "</fieldset>"


def feld_html(feld: Feld, kennung: str) -> str:
    """Ein Feld mit Beschriftung, Hilfe, Platz für die Fehlermeldung und Eingabe."""
    if feld.art in ("ja_nein", "mehrfach"):
        return _wahlgruppe(feld, kennung)
    if feld.art in ("liste", "geldliste"):
        return _liste(feld, kennung)
    beschriftung = f'<label for="{kennung}">{escape(feld.label)}</label>'
    eingabe = (
        _auswahl(feld, kennung) if feld.art == "auswahl" else _textfeld(feld, kennung)
    )
    return f"<div {_kopf(feld)}>{beschriftung}{_texte(feld, kennung)}{eingabe}</div>"


def _kopf(feld: Feld) -> str:
    kopf = (
        f'class="feld feld--{feld.art}" data-feld="{feld.name}" data-art="{feld.art}"'
    )
    if feld.zeige_wenn:
        bedingung = {"feld": feld.zeige_wenn.feld, "werte": list(feld.zeige_wenn.werte)}
        kopf += f" data-zeige-wenn='{escape(json.dumps(bedingung), quote=True)}'"
    return kopf


def _texte(feld: Feld, kennung: str) -> str:
    hilfe = (
        f'<p class="hilfe" id="{kennung}-hilfe">{escape(_hilfe(feld))}</p>'
        if _hilfe(feld)
        else ""
    )
    return f'{hilfe}<p class="fehlertext" id="{kennung}-fehler" hidden></p>'


def _hilfe(feld: Feld) -> str:
    schreibweise = _SCHREIBWEISE.get(feld.art, "")
    return f"{feld.hilfe} {schreibweise}".strip()


def _beschrieben(feld: Feld, kennung: str) -> str:
    hilfe = f"{kennung}-hilfe " if _hilfe(feld) else ""
    return f'aria-describedby="{hilfe}{kennung}-fehler"'


def _textfeld(feld: Feld, kennung: str) -> str:
    tastatur = {
        "geld": "decimal",
        "ganze_zahl": "numeric",
        "datum": "text",
        "monat": "text",
    }[feld.art]
    pflicht = " required" if feld.pflicht else ""
    eingabe = (
        f'<input type="text" inputmode="{tastatur}" id="{kennung}" name="{feld.name}" '
        f"{_beschrieben(feld, kennung)}{pflicht}>"
    )
    einheit = (
        '<span class="einheit" aria-hidden="true">€</span>'
        if feld.art == "geld"
        else ""
    )
    return f'<span class="eingabe">{eingabe}{einheit}</span>'


def _auswahl(feld: Feld, kennung: str) -> str:
    optionen = "".join(
        f'<option value="{wert}"{" selected" if wert == feld.standard else ""}>{escape(text)}</option>'
        for wert, text in feld.optionen
    )
    leer = "" if feld.standard else '<option value="">Bitte wählen</option>'
    return f'<select id="{kennung}" name="{feld.name}" {_beschrieben(feld, kennung)}>{leer}{optionen}</select>'


def _wahlgruppe(feld: Feld, kennung: str) -> str:
    """Ja/Nein als Knöpfe, Mehrfachauswahl als Kästchen; ohne Vorwahl, damit nichts erraten wird."""
    mehrfach = feld.art == "mehrfach"
    optionen = feld.optionen if mehrfach else (("ja", "Ja"), ("nein", "Nein"))
    art = "checkbox" if mehrfach else "radio"
    knoepfe = "".join(
        f'<span class="wahl"><input type="{art}" id="{kennung}{"" if stelle == 0 else f"-{wert}"}" '
        f'name="{kennung}" value="{wert}"><label for="{kennung}{"" if stelle == 0 else f"-{wert}"}">'
        f"{escape(text)}</label></span>"
        for stelle, (wert, text) in enumerate(optionen)
    )
    legende = f"<legend>{escape(feld.label)}</legend>"
    return (
        f"<fieldset {_kopf(feld)} {_beschrieben(feld, kennung)}>{legende}{_texte(feld, kennung)}"
        f'<span class="wahlen">{knoepfe}</span></fieldset>'
    )


def _liste(feld: Feld, kennung: str) -> str:
    """Eine Liste von Zeilen; die Vorlage einer Zeile liegt im template und wird im Browser vervielfältigt."""
    glieder = feld.felder or (Feld("wert", "Betrag", "geld", einheit="€/Monat"),)
    # „#“ ersetzt der Browser durch die Nummer der Zeile
    zeile = "".join(feld_html(glied, f"{kennung}-#-{glied.name}") for glied in glieder)
    return (
        f"<fieldset {_kopf(feld)} {_beschrieben(feld, kennung)}>"
        f"<legend>{escape(feld.label)}</legend>{_texte(feld, kennung)}"
        f'<ol class="zeilen" id="{kennung}"></ol>'
        f'<template><li class="zeile">{zeile}'
        '<button class="knopf knopf--klein" type="button" data-tut="entfernen">Entfernen</button></li></template>'
        '<button class="knopf" type="button" data-tut="hinzufuegen">Hinzufügen</button></fieldset>'
    )
