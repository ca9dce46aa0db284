"""Mindestsicherung: Mindeststandard und Grundbetrag für das Wohnen je Person (§ 8 WMG, § 1 WMG-VO)."""

from __future__ import annotations

from ...groesse import Groesse, angabe, null, summe
from ...werte import Werte
from .gemeinschaft import Gemeinschaft, Person

SEITE = "ratgeber/wenig-geld/mindestsicherung-hoehe/"
NORM = "§ 8 Abs. 2 WMG; § 1 WMG-VO"
NORM_WOHNEN = "§ 8 Abs. 1 und 3 WMG; § 1 WMG-VO"


def mindeststandard(bg: Gemeinschaft, werte: Werte) -> Groesse:
    """Die Summe der Mindeststandards aller Personen der Bedarfsgemeinschaft."""
    teile = [standard_von(person, bg, werte) for person in bg.erwachsene]
    if bg.kinder:
        kinder = angabe(bg.kinder, "Personen", "Kinder")
        teile.append(
            (kinder * werte["ms_standard_kind_monat"]).als(
                "Mindeststandard der Kinder", NORM, SEITE + "#kinder"
            )
        )
    return summe(teile, "€/Monat").als(
        "Mindeststandard zusammen", NORM, SEITE + "#bedarfsgemeinschaft"
    )


def standard_von(person: Person, bg: Gemeinschaft, werte: Werte) -> Groesse:
    """Der Mindeststandard einer erwachsenen Person."""
    betrag = werte[f"ms_standard_{stufe(person, bg, werte)}_monat"]
    return betrag.als(f"Mindeststandard: {person.name}", NORM, SEITE + "#standards")


def stufe(person: Person, bg: Gemeinschaft, werte: Werte) -> str:
    """Die Reihe der Tabelle, die für diese Person gilt."""
    eigene = stufe_allein(person, bg)
    if bg.wohngemeinschaft and wohngemeinschaft_zaehlt(person, bg, werte):
        return "paar"
    return eigene


def stufe_allein(person: Person, bg: Gemeinschaft) -> str:
    """Die Reihe ohne Rücksicht auf Mitbewohner:innen; Alleinerziehende haben in jedem Alter den vollen Betrag."""
    if person.dauerleistung:
        return "75" if bg.als_paar else "alleinstehend"
    if bg.alleinerziehend:
        return "alleinstehend"
    if person.jung:
        return stufe_unter_25(person, bg)
    return "paar" if bg.als_paar else "alleinstehend"


def stufe_unter_25(person: Person, bg: Gemeinschaft) -> str:
    """In Ausbildung 100 %, ohne 75 %; als Paar oder bei den Eltern in Ausbildung 75 %, ohne 50 %."""
    if bg.als_paar or bg.bei_eltern:
        return "75" if person.ausbildung else "50"
    return "alleinstehend" if person.ausbildung else "75"


def wohngemeinschaft_zaehlt(person: Person, bg: Gemeinschaft, werte: Werte) -> bool:
    """Seit 2026: In einer Wohngemeinschaft gilt der Betrag wie in einem Paar (§ 8 Abs. 2 Z 2 lit. b WMG).

    Nicht für Alleinerziehende und Menschen mit Dauerleistung (Z 1 lit. b und c); wer schon
    einen niedrigeren Betrag hat, behält ihn.
    """
    if werte.falls_vorhanden("ms_anteil_wohngemeinschaft_satz") is None:
        return False
    if bg.als_paar or bg.alleinerziehend or person.dauerleistung:
        return False
    bei_den_eltern = person.jung and bg.bei_eltern
    return not bei_den_eltern


def grundbetrag_wohnbedarf(bg: Gemeinschaft, werte: Werte) -> Groesse:
    """Die Summe der Grundbeträge für das Wohnen; für Kinder erst seit 2026."""
    teile = [wohnbedarf_von(person, bg, werte) for person in bg.erwachsene]
    je_kind = werte.falls_vorhanden("ms_wohnbedarf_kind_monat")
    if bg.kinder and je_kind:
        teile.append(
            (angabe(bg.kinder, "Personen", "Kinder") * je_kind).als(
                "Grundbetrag Wohnen der Kinder", NORM_WOHNEN, SEITE + "#kinder"
            )
        )
    return summe(teile, "€/Monat").als(
        "Grundbetrag Wohnen zusammen", NORM_WOHNEN, SEITE + "#standards"
    )


def wohnbedarf_von(person: Person, bg: Gemeinschaft, werte: Werte) -> Groesse:
    """Der Teil des Mindeststandards einer erwachsenen Person, der für das Wohnen bestimmt ist."""
    betrag = werte[f"ms_wohnbedarf_{wohnstufe(person, bg, werte)}_monat"]
    return betrag.als(
        f"Grundbetrag Wohnen: {person.name}", NORM_WOHNEN, SEITE + "#standards"
    )


def wohnstufe(person: Person, bg: Gemeinschaft, werte: Werte) -> str:
    """Die Reihe der Tabelle für den Grundbetrag; bei Dauerleistung kommt es darauf an, ob beide eine haben."""
    if not person.dauerleistung:
        return stufe(person, bg, werte)
    if not bg.als_paar:
        return "dauer_alleinstehend"
    mit_dauerleistung = [p for p in bg.erwachsene if p.dauerleistung]
    return "dauer_paar_beide" if len(mit_dauerleistung) > 1 else "dauer_paar_einer"


def sonderzahlung(bg: Gemeinschaft, werte: Werte) -> Groesse | None:
    """Eine Sonderzahlung (Mai oder Oktober) für alle mit Dauerleistung, oder None (§ 8 Abs. 4 WMG)."""
    teile = [standard_von(p, bg, werte) for p in bg.erwachsene if p.dauerleistung]
    if not teile:
        return None
    betrag = (summe(teile, "€/Monat") * werte["ms_sonderzahlung_satz"]).auf_cent()
    return betrag.als("Sonderzahlung", "§ 8 Abs. 4 WMG", SEITE + "#sonderzahlung")


def kuerzung(bg: Gemeinschaft, art: str | None, werte: Werte) -> Groesse:
    """Was eine Kürzung vom eigenen Lebensunterhalt wegnimmt; das Wohnen bleibt (§ 15 WMG)."""
    if art is None:
        return null("€/Monat", "Kürzung")
    person = bg.antragstellend
    lebensunterhalt = (
        standard_von(person, bg, werte) - wohnbedarf_von(person, bg, werte)
    ).als("Lebensunterhalt: Sie", NORM, SEITE + "#standards")
    betrag = (lebensunterhalt * werte[f"ms_kuerzung_{art}_satz"]).auf_cent()
    return betrag.als(
        "Kürzung",
        "§ 15 WMG",
        "ratgeber/wenig-geld/mindestsicherung-pflichten/#kuerzung",
    )
