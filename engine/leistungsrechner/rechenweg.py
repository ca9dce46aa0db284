"""Rechenweg: die benannten Schritte, aus denen ein Ergebnis entstanden ist, in der Reihenfolge der Rechnung."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from .groesse import CENT, Groesse


def schritte(ergebnisse: Iterable[Groesse]) -> list[dict[str, object]]:
    """Alle Schritte der Ergebnisse, jeder einmal und nach denen, auf die er sich stützt."""
    gesehen: set[int] = set()
    geordnet: list[Groesse] = []
    for ergebnis in ergebnisse:
        _sammle(ergebnis, gesehen, geordnet)
    return [_schritt(groesse) for groesse in geordnet]


def _sammle(groesse: Groesse, gesehen: set[int], geordnet: list[Groesse]) -> None:
    if id(groesse) in gesehen:
        return
    gesehen.add(id(groesse))
    for eingabe in groesse.eingaben:
        _sammle(eingabe, gesehen, geordnet)
    if groesse.schritt:
        geordnet.append(groesse)


def _schritt(groesse: Groesse) -> dict[str, object]:
    schritt: dict[str, object] = {
        "name": groesse.name,
        "formel": groesse.formel,
        "wert": als_text(groesse.wert, groesse.einheit),
        "anzeige": groesse.anzeige,
        "einheit": groesse.einheit,
        "norm": groesse.norm,
        "seite": groesse.seite,
    }
    if groesse.grund:
        schritt["grund"] = groesse.grund
    if groesse.rundung:
        schritt["rundung"] = groesse.rundung
    if werte := list(_tabellenwerte(groesse)):
        schritt["werte"] = werte
    return schritt


def _tabellenwerte(groesse: Groesse) -> Iterable[dict[str, str]]:
    """Die Werte aus den Tabellen, die unmittelbar in diesen Schritt eingehen."""
    for eingabe in groesse.eingaben:
        if eingabe.schluessel and eingabe.gueltig_ab:
            yield {
                "schluessel": eingabe.schluessel,
                "bezeichnung": eingabe.name,
                "anzeige": eingabe.anzeige,
                "gueltig_ab": eingabe.gueltig_ab.isoformat(),
                "quelle": eingabe.quelle,
                "status": eingabe.status,
            }
        elif not eingabe.schritt:
            yield from _tabellenwerte(eingabe)


def abgeleitete(ergebnisse: Iterable[Groesse]) -> list[Groesse]:
    """Die Werte der Tabellen in diesen Rechnungen, die wir selbst abgeleitet haben, jeder einmal."""
    gefunden: dict[str, Groesse] = {}
    gesehen: set[int] = set()
    offen = list(ergebnisse)
    for groesse in offen:
        if id(groesse) in gesehen:
            continue
        gesehen.add(id(groesse))
        if groesse.schluessel and groesse.status == "abgeleitet":
            gefunden.setdefault(groesse.schluessel, groesse)
        offen.extend(groesse.eingaben)
    return list(gefunden.values())


def als_text(wert: Decimal, einheit: str) -> str:
    """Der Wert für Maschinen: Beträge mit mindestens zwei Nachkommastellen, Ungerundetes mit vier."""
    if einheit.startswith("€"):
        zwei = wert.quantize(CENT)
        return str(zwei) if zwei == wert else str(wert.quantize(CENT * CENT))
    return f"{wert.normalize():f}"
