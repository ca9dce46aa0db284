"""Mindestsicherung: die Mietbeihilfe in vier Schritten (§ 9 WMG, § 2 WMG-VO)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...angaben import Angaben
from ...groesse import Groesse, angabe, null
from ...werte import Werte
from ...zeit import plus_monate
from .gemeinschaft import Gemeinschaft

SEITE = "ratgeber/wenig-geld/mietbeihilfe/"
NORM = "§ 9 Abs. 3 WMG"


@dataclass(frozen=True)
class Miete:
    """Die Schritte zur Mietbeihilfe; obergrenze None heißt, dass die Tabelle keine Reihe hat."""

    anteilig: Groesse
    obergrenze: Groesse | None
    beihilfe: Groesse | None
    haertefall_ohne_reihe: bool


def miete(
    angaben: Angaben, bg: Gemeinschaft, wohnbedarf: Groesse, werte: Werte
) -> Miete | None:
    """Die Mietbeihilfe, oder None, wo keine Miete angegeben ist."""
    if not angaben["bruttomiete"]:
        return None
    anteil = miete_anteilig(angaben, bg)
    grenze, ohne_reihe = obergrenze(bg, angaben["haertefall"], werte)
    beihilfe = None if grenze is None else mietbeihilfe(anteil, grenze, wohnbedarf)
    return Miete(anteil, grenze, beihilfe, ohne_reihe)


def miete_anteilig(angaben: Angaben, bg: Gemeinschaft) -> Groesse:
    """Die Restmiete nach Zuschüssen, nach Köpfen geteilt, für die Personen der Bedarfsgemeinschaft (Schritt 1)."""
    rest = restmiete(angaben)
    if bg.in_der_wohnung != bg.personen:
        eigene = angabe(bg.personen, "Personen", "Personen der Bedarfsgemeinschaft")
        alle = angabe(bg.in_der_wohnung, "Personen", "Personen in der Wohnung")
        rest = rest * eigene / alle
    return rest.auf_cent().als("Miete nach Köpfen", NORM, SEITE + "#schritte")


def restmiete(angaben: Angaben) -> Groesse:
    """Die Bruttomiete nach Abzug der Zuschüsse von anderen."""
    brutto = angaben.groesse("bruttomiete", "Bruttomiete")
    zuschuss = angaben.groesse("mietzuschuss", "Zuschüsse zur Miete")
    if not zuschuss:
        return brutto
    if zuschuss >= brutto:
        return null("€/Monat", "Miete, die Zuschüsse decken")
    return (brutto - zuschuss).als("Restmiete", NORM, SEITE + "#zuschuesse")


def obergrenze(
    bg: Gemeinschaft, haertefall: bool, werte: Werte
) -> tuple[Groesse | None, bool]:
    """Die Mietbeihilfenobergrenze der Bedarfsgemeinschaft und ob für den Härtefall eine Reihe fehlt (Schritt 2)."""
    besondere = _haertefallgrenze(bg, werte) if haertefall else None
    grenze = besondere or _grenze(bg, werte)
    if grenze is None:
        return None, False
    anker = "#haertefall" if besondere else "#obergrenzen"
    return (
        grenze.als(
            "Mietbeihilfenobergrenze", "§ 9 Abs. 4 WMG; § 2 WMG-VO", SEITE + anker
        ),
        haertefall and besondere is None,
    )


def _grenze(bg: Gemeinschaft, werte: Werte) -> Groesse | None:
    """Die Reihe nach Erwachsenen und Kindern; bei Alleinerziehenden gilt die letzte für alle weiteren Kinder."""
    if len(bg.erwachsene) == 1:
        letzte = werte.anzahl("ms_mietobergrenze_alleinerziehend_reihen")
        kinder = min(bg.kinder, letzte)
        art = f"alleinerziehend_{kinder}" if kinder else "alleinstehend"
    else:
        if bg.kinder > werte.anzahl("ms_mietobergrenze_paar_reihen"):
            return None
        art = f"paar_{bg.kinder}" if bg.kinder else "paar"
    return werte.falls_vorhanden(f"ms_mietobergrenze_{art}_monat")


def _haertefallgrenze(bg: Gemeinschaft, werte: Werte) -> Groesse | None:
    letzte = werte.anzahl("ms_mietobergrenze_haertefall_reihen")
    if len(bg.erwachsene) != 1 or not 0 < bg.kinder <= letzte:
        return None
    reihe = f"ms_mietobergrenze_haertefall_alleinerziehend_{bg.kinder}_monat"
    return werte.falls_vorhanden(reihe)


def mietbeihilfe(anteil: Groesse, grenze: Groesse, wohnbedarf: Groesse) -> Groesse:
    """Die anrechenbare Miete, höchstens die Obergrenze, minus die Grundbeträge für das Wohnen (Schritte 3 und 4)."""
    anrechenbar = anteil
    if grenze < anteil:
        anrechenbar = anteil.hoechstens(grenze).als(
            "anrechenbare Miete", NORM, SEITE + "#schritte"
        )
    rest = anrechenbar - wohnbedarf
    if anrechenbar < wohnbedarf:
        rest = rest.mindestens(null("€/Monat"))
    return rest.als("Mietbeihilfe", NORM, SEITE + "#schritte")


def beginn(stichtag: date, werte: Werte) -> date:
    """Bei einem Antrag bis zum 15. ab dem Ersten desselben Monats, danach ab dem Ersten des nächsten (§ 9 Abs. 1)."""
    erster = stichtag.replace(day=1)
    if stichtag.day <= werte.anzahl("ms_mietbeihilfe_stichtag"):
        return erster
    return plus_monate(erster, 1)
