"""Rezeptgebühr: Einkommensgrenze und Einkommen, das zählt (§ 136 Abs. 5 ASVG und Richtlinien)."""

from __future__ import annotations

from ...angaben import Angaben
from ...groesse import Groesse, angabe, summe
from ...werte import Werte

NORM = "§ 136 Abs. 5 ASVG; RRZ 2008"
SEITE = "ratgeber/wenig-geld/rezeptgebuehr/"


def grundgrenze(haushalt: str, erhoeht: bool, werte: Werte) -> Groesse:
    """Die Grenze des Haushalts ohne Kinder, bei hohen Ausgaben für Medikamente die erhöhte."""
    art = f"erhoeht_{haushalt}" if erhoeht else haushalt
    return werte[f"rezeptgebuehr_grenze_{art}_monat"]


def grenzwert(angaben: Angaben, erhoeht: bool, werte: Werte) -> Groesse:
    """Die Grenze samt der Erhöhung für jedes Kind, dessen Einkommen nicht zu hoch ist."""
    grenze = grundgrenze(angaben["haushalt"], erhoeht, werte)
    kinder = len(angaben["kinder_einkommen"]) - len(kinder_ueber_grenze(angaben, werte))
    if kinder:
        grenze = (
            grenze
            + angabe(kinder, "Personen", "Kinder") * werte["rezeptgebuehr_kind_monat"]
        )
    return grenze.als(
        "Einkommensgrenze", NORM, SEITE + ("#erhoeht" if erhoeht else "#grenzen")
    )


def kinder_ueber_grenze(angaben: Angaben, werte: Werte) -> list[Groesse]:
    """Die Einkommen jener Kinder, die zu viel verdienen, um die Grenze zu erhöhen."""
    hoechstens = werte["rezeptgebuehr_kind_einkommensgrenze_monat"]
    einkommen = [
        angabe(betrag, "€/Monat", f"Einkommen des {nummer}. Kindes")
        for nummer, betrag in enumerate(angaben["kinder_einkommen"], 1)
    ]
    return [betrag for betrag in einkommen if betrag > hoechstens]


def massgebliches_einkommen(angaben: Angaben, werte: Werte) -> Groesse:
    """Das Netto des Haushalts und ein kleiner Teil vom Einkommen aller anderen, die mit im Haushalt leben (RRZ 2008)."""
    einkommen = angaben.groesse("netto_haushalt", "Netto des Haushalts")
    andere = [
        betrag
        for betrag in (
            angaben.groesse("andere_personen_netto", "Netto der anderen Personen"),
            *kinder_ueber_grenze(angaben, werte),
        )
        if betrag
    ]
    if andere:
        anteil = summe(andere, "€/Monat") * werte["rezeptgebuehr_andere_satz"]
        einkommen = einkommen + anteil.auf_cent().als(
            "Anteil der anderen Personen", NORM, SEITE + "#andere"
        )
    return einkommen.auf_cent().als(
        "Einkommen, das zählt", NORM, SEITE + ("#andere" if andere else "#grenzen")
    )
