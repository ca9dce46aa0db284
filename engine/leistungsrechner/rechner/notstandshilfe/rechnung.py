"""Notstandshilfe: vom vollen Satz zu dem, was ausbezahlt wird, vor und nach dem Deckel (§ 36 AlVG)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ...angaben import Angaben
from ...ergebnis import Hinweis, Wert
from ...groesse import Groesse, null
from ...werte import Werte
from ...zeit import TAG
from ..arbeitslosengeld import hoehe as alg
from ..arbeitslosengeld import zuschlagspersonen
from .deckel import SEITE as DECKELSEITE
from .deckel import Deckelung, deckelung
from .einkommen import angerechnet_im_monat, anrechnung_am_tag
from .hoehe import SEITE, Satz, satz


@dataclass(frozen=True)
class Rechnung:
    """Alles, was sich aus den Angaben ergibt, bevor die Voraussetzungen geprüft sind."""

    grund: Groesse
    tagesnetto: Groesse
    voll: Satz
    einkommen: Groesse
    abzug: Groesse
    tagsatz: Groesse
    deckel: Deckelung
    ende: date
    hinweise: list[Hinweis]

    def werte(self, tage_pro_monat: Groesse) -> dict[str, Wert]:
        """Die Ergebnisse unter ihren Namen."""
        return {
            "prozent": self.voll.prozent.in_prozent,
            "tagsatz_ungekuerzt": self.voll.betrag,
            "familienzuschlag": self.voll.familienzuschlag,
            "anrechnung_tag": self.abzug,
            "tagsatz": self.tagsatz,
            **_gedeckelt(self),
            "monat_30": alg.fuer_tage(self.tagsatz, tage_pro_monat),
            "ende": self.ende,
        }


def rechnung(angaben: Angaben, werte: Werte) -> Rechnung:
    """Satz, Anrechnung, Deckel und Dauer."""
    grund = angaben.groesse("alg_grundbetrag", "Grundbetrag")
    tagesnetto = angaben.groesse("tagesnetto", "Tagesnetto")
    personen, hinweise = zuschlagspersonen(angaben)
    voll = satz(grund, tagesnetto, personen, werte)
    einkommen = angerechnet_im_monat(angaben, werte)
    abzug = anrechnung_am_tag(einkommen, werte)
    tagsatz = ausbezahlt(voll.betrag, voll.familienzuschlag, abzug, "Tagsatz")
    ende = letzter_tag(angaben["stichtag"], werte)
    deckel = deckelung(angaben, werte)
    return Rechnung(
        grund, tagesnetto, voll, einkommen, abzug, tagsatz, deckel, ende, hinweise
    )


def letzter_tag(stichtag: date, werte: Werte) -> date:
    """Der letzte Tag der 52 Wochen."""
    tage = werte.anzahl("nh_dauer_wochen") * werte.anzahl("zeit_tage_pro_woche")
    return stichtag + timedelta(days=tage) - TAG


def ausbezahlt(
    betrag: Groesse, zuschlag: Groesse, abzug: Groesse, name: str
) -> Groesse:
    """Notstandshilfe plus Familienzuschläge minus Anrechnung, nie unter null."""
    gesamt = betrag + zuschlag if zuschlag else betrag
    norm, seite = "§ 36 AlVG", SEITE + "#satz"
    if not abzug:
        return gesamt.als(name, norm, seite)
    rest = gesamt - abzug
    if abzug < gesamt:
        return rest.als(name, norm, seite)
    grund = "Das Einkommen zehrt die Notstandshilfe auf."
    return rest.mindestens(null("€/Tag")).als(name, norm, seite, grund)


def _gedeckelt(rechnung: Rechnung) -> dict[str, Wert]:
    """Der Tagsatz nach sechs Monaten; ohne Deckel derselbe wie davor."""
    deckel = rechnung.deckel
    if not deckel.bekannt:
        return {}
    if deckel.deckel is None:
        return {"deckel": None, "tagsatz_gedeckelt": rechnung.tagsatz}
    return {
        "deckel": deckel.deckel,
        "deckelung_ab": deckel.ab,
        "tagsatz_gedeckelt": _bis_zum_deckel(rechnung, deckel.deckel),
    }


def _bis_zum_deckel(rechnung: Rechnung, deckel: Groesse) -> Groesse:
    """Erst der Deckel, dann Familienzuschläge dazu und Einkommen weg."""
    voll = rechnung.voll
    if voll.betrag <= deckel:
        return rechnung.tagsatz
    betrag = voll.betrag.hoechstens(deckel).als(
        "Notstandshilfe bis zum Deckel", "§ 36 Abs. 6 AlVG", DECKELSEITE + "#deckel"
    )
    return ausbezahlt(
        betrag, voll.familienzuschlag, rechnung.abzug, "Tagsatz nach sechs Monaten"
    )
