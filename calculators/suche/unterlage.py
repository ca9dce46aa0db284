"""Was das Verzeichnis braucht: je Abschnitt die Felder, in denen gesucht wird, und wie ein Treffer heißt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from calculators.seite import tafel

from .auszug import Abschnitt, Seite
from .synonyme import Synonym, aus_betraegen, aus_bezirken


def unterlage(seiten: Iterable[Seite], synonyme: Iterable[Synonym]) -> dict[str, Any]:
    """Der Auftrag an den Bauschritt verzeichnis.mjs."""
    alle = [*synonyme, *aus_bezirken(), *aus_betraegen(tafel.verzeichnis())]
    return {
        "seiten": [
            {
                "adresse": seite.adresse,
                "titel": seite.titel,
                "name": seite.name,
                "bereich": seite.bereich,
                "beschreibung": seite.beschreibung,
                "abschnitte": [
                    _felder(seite, abschnitt) for abschnitt in seite.abschnitte
                ],
            }
            for seite in seiten
        ],
        "synonyme": _gebuendelt(alle),
    }


def _gebuendelt(synonyme: Iterable[Synonym]) -> list[list[list[str]]]:
    """Begriffe mit derselben Bedeutung stehen beisammen: [[Begriffe], [Gemeintes]]."""
    gruppen: dict[tuple[str, ...], list[str]] = {}
    for synonym in synonyme:
        gruppen.setdefault(synonym.gemeint, []).append(synonym.begriff)
    return [[begriffe, list(gemeint)] for gemeint, begriffe in gruppen.items()]


def _felder(seite: Seite, abschnitt: Abschnitt) -> dict[str, str]:
    """Der Anfang einer Seite trägt ihren Titel; auch Adresse und Anker sind Suchwörter."""
    anfang = abschnitt is seite.abschnitte[0]
    stichwort = seite.adresse.strip("/").split("/")[-1] if anfang else abschnitt.anker
    return {
        "anker": abschnitt.anker,
        "titel": seite.titel if anfang else "",
        "name": seite.name if anfang else "",
        "stichwort": stichwort.replace("-", " "),
        "bereich": seite.bereich if anfang else "",
        "beschreibung": seite.beschreibung if anfang else "",
        "kopf": abschnitt.kopf,
        "verweise": " · ".join(sorted(abschnitt.verweise)),
        "text": abschnitt.text,
    }
