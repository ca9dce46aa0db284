"""Rezeptgebühr: die Obergrenze im Jahr und wie viele Gebühren bis dahin noch offen sind."""

from __future__ import annotations

from decimal import ROUND_CEILING

from ...angaben import Angaben
from ...ergebnis import Wert
from ...groesse import Groesse
from ...werte import Werte
from .grenze import SEITE

NORM = "§ 136 Abs. 5 ASVG; Richtlinien über die Rezeptgebührenobergrenze"


def obergrenze(angaben: Angaben, werte: Werte) -> dict[str, Wert]:
    """Obergrenze in Euro und in Gebühren und die Gebühren, die noch zu zahlen sind; ohne Jahresnetto nichts."""
    if not angaben.gegeben("jahresnetto"):
        return {}
    betrag = obergrenze_betrag(angaben.groesse("jahresnetto", "Jahresnetto"), werte)
    gebuehren = obergrenze_gebuehren(betrag, werte)
    return {
        "obergrenze_betrag": betrag,
        "obergrenze_gebuehren": gebuehren,
        "gebuehren_offen": max(gebuehren - angaben["gebuehren_bezahlt"], 0),
    }


def obergrenze_betrag(jahresnetto: Groesse, werte: Werte) -> Groesse:
    """Ein fester Anteil des Jahresnettos, mindestens aber die Mindestzahl der Gebühren."""
    anteil = (jahresnetto * werte["rezeptgebuehr_obergrenze_satz"]).auf_cent()
    anteil = anteil.als("Anteil am Jahresnetto", NORM, SEITE + "#obergrenze")
    return anteil.mindestens(mindestbetrag(werte)).als(
        "Obergrenze im Jahr", NORM, SEITE + "#obergrenze"
    )


def mindestbetrag(werte: Werte) -> Groesse:
    """So viel kostet die Mindestzahl der Gebühren im Jahr."""
    betrag = werte["rezeptgebuehr_obergrenze_anzahl"] * werte["rezeptgebuehr_betrag"]
    return betrag.als("Mindestbetrag der Obergrenze", NORM, SEITE + "#obergrenze")


def obergrenze_gebuehren(betrag: Groesse, werte: Werte) -> int:
    """Die Zahl der Gebühren, mit der die Obergrenze erreicht ist: aufgerundet."""
    anzahl = betrag.wert / werte["rezeptgebuehr_betrag"].wert
    return int(anzahl.to_integral_value(ROUND_CEILING))
