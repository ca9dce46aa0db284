"""Anzeige: Zahlen und Daten, wie man sie in Österreich schreibt."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

NBSP = "\u00a0"
_MONATE = (
    "Jänner", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
_EINZAHL = {
    "Tage": "Tag",
    "Wochen": "Woche",
    "Monate": "Monat",
    "Jahre": "Jahr",
    "Stunden": "Stunde",
    "Personen": "Person",
}
_HUNDERTSTEL = Decimal("0.01")
_ANZEIGESTELLEN = Decimal("0.0001")


def zahl(wert: Decimal, stellen: int | None = None) -> str:
    """Eine Zahl mit Tausenderpunkten und Beistrich; ohne stellen nur so viele Nachkommastellen wie nötig."""
    if stellen is None:
        wert = wert.quantize(_ANZEIGESTELLEN, ROUND_HALF_UP)
        wert = (
            wert.quantize(Decimal(1))
            if wert == wert.to_integral()
            else wert.normalize()
        )
        text = f"{wert:,f}"
    else:
        text = f"{wert:,.{stellen}f}"
    return text.replace("-", "−").translate(str.maketrans(",.", ".,"))


def in_worten(wert: Decimal, einheit: str) -> str:
    """Der Wert mit seiner Einheit: „551,10 €“, „55 %“, „20 Wochen“, „1 Person“.

    Beträge, die das Gesetz an dieser Stelle nicht rundet, zeigen vier Nachkommastellen.
    """
    if einheit == "%":
        return f"{zahl(wert * 100)}{NBSP}%"
    if einheit.startswith("€"):
        gerundet = wert == wert.quantize(_HUNDERTSTEL, ROUND_HALF_UP)
        return f"{zahl(wert, 2 if gerundet else 4)}{NBSP}€"
    if einheit == "Jahreszahl":
        return f"{wert:f}"
    wort = einheit.split("/")[0]
    if wort in ("", "Anzahl", "Faktor", "Teile"):
        return zahl(wert)
    return f"{zahl(wert)}{NBSP}{_EINZAHL.get(wort, wort) if wert == 1 else wort}"


def datum(tag: date) -> str:
    """Ein Datum, wie man es schreibt: „12. Jänner 2026“."""
    return f"{tag.day}.{NBSP}{_MONATE[tag.month - 1]} {tag.year}"


def monat_jahr(tag: date) -> str:
    """Ein Kalendermonat, wie man ihn schreibt: „Jänner 2026“."""
    return f"{_MONATE[tag.month - 1]} {tag.year}"


def datum_kurz(tag: date) -> str:
    """Ein Datum in Ziffern: „12.1.2026“."""
    return f"{tag.day}.{tag.month}.{tag.year}"
