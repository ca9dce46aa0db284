"""Jahreshinweis: sagt auf jeder Seite, wenn die Beträge dieses Jahres fehlen, und kennzeichnet die Vorschau für einen Tag.

Eine gebaute Seite wird auch im nächsten Jahr noch gelesen. Deshalb steht der Hinweis verborgen in jeder Seite, und der
Browser zeigt ihn, sobald sein Jahr jünger ist als die Beträge (calculators/thema/assets/js/jahreshinweis.js).
"""

from __future__ import annotations

import os
import re
from datetime import date

from leistungsrechner import RECHNER
from leistungsrechner.anzeige import datum
from leistungsrechner.werte import Verzeichnis

from . import tafel

_KOPFENDE = "</head>"
_INHALT = re.compile(r"<main\b[^>]*>")


def werte_bis(verzeichnis: Verzeichnis) -> int:
    """Das jüngste Jahr, für das jeder Wert eingetragen ist, ohne den kein Rechner rechnet."""
    noetig = {name for werk in RECHNER.values() for name in werk.JAHRESWERTE}
    je_wert = [
        {stand.ab.year for stand in verzeichnis[name].staende if not stand.offen}
        for name in noetig
    ]
    return max(set.intersection(*je_wert))


def mit_jahreshinweis(seite: str, verzeichnis: Verzeichnis) -> str:
    """Die fertige Seite mit Hinweis und, in der Vorschau für einen Tag, mit deren Kennzeichen."""
    bis, heute = werte_bis(verzeichnis), tafel.heute()
    vorschau = "WEGWEISER_STICHTAG" in os.environ
    oben = (_vorschau(heute) if vorschau else "") + _fehlt(bis, heute)
    if vorschau:
        tag = f'<meta name="stichtag" content="{heute.isoformat()}">\n'
        seite = seite.replace(_KOPFENDE, tag + _KOPFENDE, 1)
    return _INHALT.sub(lambda treffer: treffer[0] + oben, seite, count=1)


def _fehlt(bis: int, heute: date) -> str:
    fehlt = heute.year > bis
    jahr = heute.year if fehlt else bis + 1
    return (
        f'<div class="admonition gefahr jahreshinweis" data-werte-bis="{bis}"{"" if fehlt else " hidden"}>'
        f'<p class="admonition-title">Werte für <span class="jahreshinweis__jahr">{jahr}</span> noch nicht eingetragen</p>'
        f"<p>Die Beträge auf dieser Seite gelten für {bis}. Mit ihnen rechnen die Rechner für kein anderes Jahr.</p></div>"
    )


def _vorschau(heute: date) -> str:
    return (
        f'<div class="admonition offen vorschau"><p class="admonition-title">Vorschau für den {datum(heute)}</p>'
        "<p>So sieht die Website an diesem Tag aus. Sie ist nicht veröffentlicht.</p></div>"
    )
