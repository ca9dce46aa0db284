"""Setzt in die fertigen Seiten ein, was Rechenwerk und Dienst brauchen: Verweise mit Inhaltsabdruck, relativ zur Seite.

Nur Seiten mit einem Rechner bekommen das Rechenwerk; alle anderen laden kein Byte von Pyodide. Unter rechner/ startet
es sofort, auf einer Seite des Ratgebers erst, wenn jemand das Formular anfasst.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .ablage import fingerabdruck
from .node import BauFehler

if TYPE_CHECKING:
    from . import Buendel

_BLOCK = re.compile(r"<!-- rechenwerk -->.*?<!-- /rechenwerk -->\n?", re.DOTALL)
REGEL = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_MIT_RECHNER = re.compile(r"<\w+[^>]*\sdata-rechner=\"")
_NAME = re.compile(r"<\w+[^>]*\sdata-rechner=\"(\w+)\"")
_MIT_OFFLINE = re.compile(r"<\w+[^>]*\sdata-offline\b")
_ZEICHENSATZ = re.compile(r"<meta charset=[^>]*>\n?", re.IGNORECASE)
RECHNERSEITEN = (
    "rechner"  # der Ordner der Seiten, auf denen es vor allem ums Rechnen geht
)
_SPAETER = '<script type="module" src="%s" fetchpriority="low"></script>'
OHNE_DIENST = (
    "404.html",
)  # kommt unter jeder Adresse, relative Verweise gingen ins Leere


def seiten(site: Path) -> Iterator[Path]:
    """Alle HTML-Seiten der Site."""
    yield from sorted(site.rglob("*.html"))


def setze_ein(site: Path, buendel: Buendel, *, mit_dienst: bool) -> list[Path]:
    """Ergänzt alle Seiten; ein zweiter Lauf ändert nichts. Liefert die Seiten mit einem Rechner."""
    rechnerseiten = []
    for seite in seiten(site):
        alt = seite.read_text("utf-8")
        nackt = ohne_block(alt)
        hat_rechner = bool(_MIT_RECHNER.search(nackt))
        if hat_rechner:
            rechnerseiten.append(seite)
        dienst = mit_dienst and seite.relative_to(site).as_posix() not in OHNE_DIENST
        neu = _mit_block(
            nackt, _block(site, seite, buendel, nackt, hat_rechner, dienst)
        )
        if neu != alt:
            seite.write_text(neu, "utf-8")
    return rechnerseiten


def ohne_block(html: str) -> str:
    """Die Seite ohne das, was dieses Werkzeug einsetzt."""
    return _BLOCK.sub("", html)


def _mit_block(html: str, zeilen: list[str]) -> str:
    if not zeilen:
        return html
    if not _ZEICHENSATZ.search(html):
        raise BauFehler(
            "Eine Seite hat kein <meta charset>: Das Rechenwerk lässt sich nicht einsetzen."
        )
    block = "\n".join(["<!-- rechenwerk -->", *zeilen, "<!-- /rechenwerk -->", ""])
    return _ZEICHENSATZ.sub(lambda treffer: treffer[0] + block, html, count=1)


def _block(
    site: Path,
    seite: Path,
    buendel: Buendel,
    html: str,
    hat_rechner: bool,
    dienst: bool,
) -> list[str]:
    zeilen: list[str] = []

    def von_hier(adresse: str) -> str:
        return posixpath.relpath(adresse, seite.parent.relative_to(site).as_posix())

    if dienst:
        rechenwerk = json.dumps(buendel.liste(str)) if hat_rechner else ""
        fassung = fingerabdruck(REGEL.sub("", html), rechenwerk)
        zeilen.append(f'<meta name="fassung" content="{fassung}">')
    # Die Reihe ist die der Abrufe: zuerst, was die Antwort bringt, zuletzt, was auf sie wartet.
    if hat_rechner:
        sofort = seite.relative_to(site).parts[0] == RECHNERSEITEN
        liste = buendel.liste(von_hier) | {"start": "sofort" if sofort else "anfassen"}
        # In JSON gehört „<“ maskiert, damit es den Block nicht beenden kann.
        text = json.dumps(liste, separators=(",", ":")).replace("<", "\\u003c")
        zeilen.append(
            f'<script type="application/json" id="rechner-dateien">{text}</script>'
        )
        if sofort:
            zeilen.append(f"<script>{buendel.voraus}</script>")
        zeilen.append(
            f'<script type="module" async src="{von_hier(buendel.start)}"></script>'
        )
        zeilen += [
            f'<link rel="preload" as="fetch" crossorigin href="{von_hier(buendel.sofort[name])}">'
            for name in _NAME.findall(html)
            if name in buendel.sofort
        ]
    if dienst:
        zeilen.append(_SPAETER % von_hier(buendel.dienst))
        if _MIT_OFFLINE.search(html):
            zeilen.append(_SPAETER % von_hier(buendel.offline))
    return zeilen
