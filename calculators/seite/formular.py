"""Formular: rendert einen ganzen Rechner als HTML, das auch ohne JavaScript lesbar ist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from leistungsrechner import RECHNER
from leistungsrechner.angaben import Feld

from .beispiele import beispiele
from .formularfeld import Platz, feld_html

_OHNE_JAVASCRIPT = (
    "Der Rechner braucht JavaScript. Ohne JavaScript hilft der Text auf dieser Seite, "
    "oder Sie fragen beim AMS oder bei der Arbeiterkammer nach."
)
_MERKEN = (
    ("tab", "Nichts speichern. Schließen Sie diesen Tab, ist alles weg."),
    ("geraet", "Angaben auf diesem Gerät merken"),
    ("gemeinsam", "Gemeinsames Gerät: Verlassen Sie die Seite, wird sofort gelöscht"),
)
# Was zuerst gefragt wird, ist mehr, als für eine Zahl nötig ist: Das soll niemand erraten müssen.
_AM_WICHTIGSTEN = {
    "arbeitslosengeld": "Für die Höhe genügt Ihr Brutto im Monat.",
    "notstandshilfe": "Nötig sind drei Zahlen von der Mitteilung des AMS: Grundbetrag, Nettoeinkommen am Tag und Wochen.",
    "mindestsicherung": "Nötig ist nur, wie Sie leben. Am wichtigsten sind dann Einkommen und Bruttomiete.",
    "rezeptgebuehr": "Nötig sind nur zwei Angaben: wie Sie leben, und das Netto im Haushalt.",
    "gesamt": "Am wichtigsten sind Ihr Brutto, die versicherten Wochen und wie Sie leben.",
    "bescheid": "Eine Zahl von der Mitteilung genügt für den Anfang. Mit jeder Angabe prüft der Rechner mehr.",
}
_REST = "Was Sie nicht wissen, lassen Sie frei: Die Antwort sagt, was fehlt."


def rechner_html(name: str) -> str:
    """Der ganze Rechner: Formular, Statuszeile, Platz für die Antwort, Beispiele und Ablage."""
    werk = RECHNER[name]
    einfach = [feld for feld in werk.FELDER if not feld.genauer]
    genauer = [feld for feld in werk.FELDER if feld.genauer]
    return "\n".join(
        [
            f'<section class="rechner" data-rechner="{name}" aria-label="Rechner: {escape(werk.TITEL)}">',
            f"<noscript><p class='hinweis hinweis--achtung'>{_OHNE_JAVASCRIPT}</p></noscript>",
            '<form class="rechner__formular" novalidate autocomplete="off">',
            '<div class="meldung" role="status" tabindex="-1"></div>',
            '<div class="fehlerliste" tabindex="-1" hidden><h2 class="fehlerliste__titel">'
            "Bitte prüfen Sie Ihre Angaben</h2><ul></ul></div>",
            f'<p class="auftakt">{_AM_WICHTIGSTEN[name]} {_REST}</p>',
            *_gruppen(name, einfach, _mit_spanne(einfach)),
            *_genauer(name, genauer),
            '<p class="knoepfe"><button class="knopf knopf--haupt" type="submit">Berechnen</button>'
            '<button class="knopf" type="reset">Alles löschen</button></p>',
            '<p class="ladezeile" role="status"></p>',
            f'<a class="knopf knopf--haupt zur-antwort" href="#antwort-{name}" hidden>Zur Antwort</a>',
            "</form>",
            f'<div class="antwort" id="antwort-{name}" role="region" aria-label="Antwort" tabindex="-1" hidden></div>',
            '<p class="noch-leer mit-js">Hier erscheint Ihre Antwort.</p>',
            '<div class="ablage mit-js">',
            *_beispiele(name),
            *_merken(name),
            '<p class="anfragen"></p>',
            "</div>",
            "</section>",
        ]
    )


def _mit_spanne(felder: Iterable[Feld]) -> str:
    """Das Feld, bei dem „ungefähr“ angeboten wird: das erste mit einem Betrag im Monat."""
    return next(
        (f.name for f in felder if f.art == "geld" and f.einheit == "€/Monat"), ""
    )


def _genauer(name: str, felder: list[Feld]) -> Iterator[str]:
    if felder:
        yield '<details class="genauer"><summary>Genauer rechnen</summary>'
        yield from _gruppen(name, felder)
        yield "</details>"


def _gruppen(name: str, felder: Iterable[Feld], ungefaehr: str = "") -> Iterator[str]:
    for gruppe, glieder in groupby(felder, key=lambda feld: feld.gruppe):
        yield f'<fieldset class="feldgruppe"><legend>{escape(gruppe)}</legend>'
        for feld in glieder:
            platz = Platz(f"{name}-{feld.name}", feld.name)
            yield feld_html(feld, platz, ungefaehr=feld.name == ungefaehr)
        yield "</fieldset>"


def _beispiele(name: str) -> Iterator[str]:
    liste = beispiele(name)
    if not liste:
        return
    yield '<details class="beispiele"><summary>Veröffentlichte Beispiele öffnen</summary>'
    yield "<p>Fälle, deren Ergebnis jemand veröffentlicht hat. Das Formular füllt sich von selbst; mit „Zurück“ kommen Ihre Angaben wieder.</p><ul>"
    for beispiel in liste:
        yield (
            f'<li><a href="{escape(beispiel.verweis)}">{escape(beispiel.name)}</a> '
            f'<small class="norm">{escape(beispiel.quelle)}</small></li>'
        )
    yield "</ul></details>"


def _merken(name: str) -> Iterator[str]:
    yield '<details class="merken"><summary>Speichern, öffnen, löschen</summary>'
    yield '<fieldset class="feld"><legend>Was mit Ihren Angaben geschieht</legend><span class="wahlen">'
    for wert, text in _MERKEN:
        kennung = f"{name}-merken-{wert}"
        gewaehlt = " checked" if wert == "tab" else ""
        yield (
            f'<span class="wahl"><input type="radio" id="{kennung}" name="{name}-merken" '
            f'value="{wert}"{gewaehlt}><label for="{kennung}">{text}</label></span>'
        )
    yield "</span></fieldset>"
    yield (
        '<p class="knoepfe">'
        '<button class="knopf knopf--klein" type="button" data-tut="fall-speichern">Angaben als Datei speichern</button>'
        '<button class="knopf knopf--klein" type="button" data-tut="fall-oeffnen">Datei öffnen</button>'
        '<button class="knopf knopf--klein" type="button" data-tut="vergessen" hidden>Gemerktes löschen</button></p>'
        '<input type="file" accept=".json,application/json" hidden aria-label="Datei mit einem Fall">'
        '<p class="merken__meldung" role="status"></p></details>'
    )
