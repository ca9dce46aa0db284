"""Notstandshilfe: der Deckel nach sechs Monaten (§ 36 Abs. 6 AlVG)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...angaben import Angaben
from ...groesse import Groesse
from ...werte import Werte
from ...zeit import alter, plus_monate
from ..arbeitslosengeld import hoehe as alg

SEITE = "ratgeber/notstandshilfe/deckelung/"


@dataclass(frozen=True)
class Deckelung:
    """Ob und ab wann gedeckelt wird; bekannt False heißt, dass dafür eine Angabe fehlt."""

    bekannt: bool
    deckel: Groesse | None = None
    ab: date | None = None


def deckelung(angaben: Angaben, werte: Werte) -> Deckelung:
    """Der Deckel nach der maßgeblichen Bezugsdauer und der Tag, ab dem er gilt."""
    dauer = massgebliche_dauer(angaben, werte)
    if dauer is None:
        return Deckelung(bekannt=False)
    deckel = deckel_am_tag(dauer, werte)
    if deckel is None:
        return Deckelung(bekannt=True)
    nach = werte.anzahl("nh_deckel_nach_monaten")
    return Deckelung(True, deckel, plus_monate(angaben["stichtag"], nach))


def massgebliche_dauer(angaben: Angaben, werte: Werte) -> int | None:
    """Die Wochen des letzten Arbeitslosengeldes, ab 45 die längste je zuerkannte Dauer; None: Alter fehlt."""
    zuletzt = int(angaben["alg_bezugsdauer_wochen"])
    if not angaben.gegeben("laengste_bezugsdauer_wochen"):
        return zuletzt
    if not angaben.gegeben("geburtsdatum"):
        return None
    if alter(angaben["geburtsdatum"], angaben["stichtag"]) < werte.anzahl(
        "nh_schutz_ab_jahre"
    ):
        return zuletzt
    return max(zuletzt, int(angaben["laengste_bezugsdauer_wochen"]))


def deckel_am_tag(dauer: int, werte: Werte) -> Groesse | None:
    """Nach 20 Wochen der Richtsatz, nach 30 Wochen das Existenzminimum, nach mehr kein Deckel."""
    if dauer <= werte.anzahl("alg_bezugsdauer_grund_wochen"):
        return alg.richtsatz_tag(werte).als(
            "Deckel am Tag", "§ 36 Abs. 6 AlVG", SEITE + "#deckel"
        )
    if dauer <= werte.anzahl("alg_bezugsdauer_lang_wochen"):
        existenzminimum = werte["existenzminimum_monat"] / werte["zeit_tage_pro_monat"]
        return existenzminimum.auf_cent().als(
            "Deckel am Tag", "§ 36 Abs. 6 AlVG", SEITE + "#deckel"
        )
    return None
