"""Abgeleitet: sagt beim Ergebnis, welche Beträge der Tabellen nicht amtlich veröffentlicht vorlagen."""

from __future__ import annotations

from collections.abc import Mapping

from ..ergebnis import Hinweis, Wert
from ..groesse import Groesse
from ..rechenweg import abgeleitete


def hinweis(ergebnis: Mapping[str, Wert], seite: str) -> list[Hinweis]:
    """Ein Hinweis mit allen abgeleiteten Werten, aus denen das Ergebnis gerechnet ist."""
    groessen = [wert for wert in ergebnis.values() if isinstance(wert, Groesse)]
    if not (werte := abgeleitete(groessen)):
        return []
    liste = "; ".join(f"{wert.name}: {wert.anzeige}" for wert in werte)
    text = f"Diese Werte haben wir aus veröffentlichten abgeleitet, amtlich gesehen haben wir sie nicht: {liste}."
    return [Hinweis("info", text, seite)]
