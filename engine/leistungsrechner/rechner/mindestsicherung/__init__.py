"""Mindestsicherung in Wien mit Mietbeihilfe (WMG, WMG-VO)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...angaben import Angaben
from ...ergebnis import Antwort, Hinweis, Kernaussage, Summe, Voraussetzung, Wert
from ...groesse import Groesse, null
from ...rechenweg import als_text
from ...werte import Werte
from . import hinweise
from .einkommen import anrechenbares_einkommen
from .felder import FELDER
from .gemeinschaft import Gemeinschaft, gemeinschaft, widersprueche
from .miete import Miete, miete
from .standards import (
    NORM,
    SEITE,
    grundbetrag_wohnbedarf,
    kuerzung,
    mindeststandard,
    sonderzahlung,
    standard_von,
    wohnbedarf_von,
)
from .termine import termine
from .voraussetzungen import gegenproben, volljaehrig, voraussetzungen

TITEL = "Mindestsicherung in Wien"
JAHRESWERTE = (
    "ms_standard_alleinstehend_monat",
    "ms_standard_paar_monat",
    "ms_standard_75_monat",
    "ms_standard_50_monat",
    "ms_standard_kind_monat",
    "ms_vermoegensfreibetrag",
    "ms_wohnbedarf_alleinstehend_monat",
    "ms_mietobergrenze_alleinstehend_monat",
)

__all__ = ["FELDER", "JAHRESWERTE", "TITEL", "berechne", "widersprueche"]


def berechne(angaben: Angaben, werte: Werte) -> Antwort:
    """Ob Mindestsicherung und Mietbeihilfe zustehen und wie hoch sie sind."""
    bg = gemeinschaft(angaben, werte)
    standard = mindeststandard(bg, werte)
    einkommen = anrechenbares_einkommen(angaben, bg, werte)
    grundlage = {
        "mindeststandard": standard,
        "anrechenbares_einkommen": einkommen,
        "grundbetrag_wohnbedarf": grundbetrag_wohnbedarf(bg, werte),
    }
    bedingungen = voraussetzungen(angaben, bg, standard, einkommen, werte)
    if any(v.erfuellt is False for v in bedingungen):
        return _ohne_anspruch(angaben, bg, grundlage, bedingungen, werte)
    mit_miete = miete(angaben, bg, grundlage["grundbetrag_wohnbedarf"], werte)
    ergebnis: dict[str, Wert] = {
        **grundlage,
        **_leistung(angaben, bg, grundlage, mit_miete, werte),
    }
    return Antwort(
        ergebnis,
        voraussetzungen=bedingungen,
        hinweise=list(_hinweise(angaben, bg, einkommen, mit_miete, ergebnis, werte)),
        termine=termine(angaben["stichtag"], _mit_beihilfe(mit_miete), werte),
        kern=_kern(ergebnis),
        zusatz=_zusatz(bg, werte),
    )


def _ohne_anspruch(
    angaben: Angaben,
    bg: Gemeinschaft,
    grundlage: Mapping[str, Groesse],
    bedingungen: list[Voraussetzung],
    werte: Werte,
) -> Antwort:
    """Kein Anspruch: was bis dahin gerechnet ist, die Gründe und was ihn brächte."""
    standard = grundlage["mindeststandard"]
    einkommen = grundlage["anrechenbares_einkommen"]
    if volljaehrig(bg, werte).erfuellt is False:
        grundlage = {}
    return Antwort(
        grundlage,
        voraussetzungen=bedingungen,
        hinweise=[
            *hinweise.zum_haushalt(angaben, bg, werte),
            *hinweise.zur_wohngemeinschaft(angaben, bg, einkommen, werte),
            *hinweise.ohne_anspruch(),
            *hinweise.abgeleitete(angaben, bg, grundlage, werte),
        ],
        gegenproben=gegenproben(angaben, bg, standard, einkommen, werte),
        kern=Kernaussage(
            "Derzeit kein Anspruch auf Mindestsicherung",
            nachsatz=" ".join(
                v.begruendung for v in bedingungen if v.erfuellt is False
            ),
            summen=[_zeile(groesse) for groesse in grundlage.values()],
        ),
        zusatz=_zusatz(bg, werte),
    )


def _mit_beihilfe(mit_miete: Miete | None) -> bool:
    """Ob Mietbeihilfe zusteht oder zustehen könnte."""
    if mit_miete is None:
        return False
    return mit_miete.beihilfe is None or bool(mit_miete.beihilfe)


def _leistung(
    angaben: Angaben,
    bg: Gemeinschaft,
    grundlage: Mapping[str, Groesse],
    mit_miete: Miete | None,
    werte: Werte,
) -> dict[str, Wert]:
    """Mindestsicherung, Mietbeihilfe, Sonderzahlung und was zusammen im Monat bleibt."""
    abzug = kuerzung(bg, angaben["kuerzung"], werte)
    betrag = _mindestsicherung(
        grundlage["mindeststandard"], abzug, grundlage["anrechenbares_einkommen"]
    )
    leistung: dict[str, Wert] = {"mindestsicherung": betrag}
    if angaben.gegeben("kuerzung"):
        leistung["kuerzung"] = abzug
    if zusatz := sonderzahlung(bg, werte):
        leistung["sonderzahlung"] = zusatz
    if mit_miete is None:
        return {**leistung, "gesamt": _gesamt(betrag, None)}
    leistung["miete_anteilig"] = mit_miete.anteilig
    if mit_miete.obergrenze is not None and mit_miete.beihilfe is not None:
        leistung["mietbeihilfenobergrenze"] = mit_miete.obergrenze
        leistung["mietbeihilfe"] = mit_miete.beihilfe
        leistung["gesamt"] = _gesamt(betrag, mit_miete.beihilfe)
    return leistung


def _mindestsicherung(standard: Groesse, abzug: Groesse, einkommen: Groesse) -> Groesse:
    """Mindeststandard minus Kürzung minus Einkommen, nie unter null."""
    rest = standard - abzug if abzug else standard
    unter_null = rest < einkommen
    if einkommen:
        rest = rest - einkommen
    if unter_null:
        rest = rest.mindestens(null("€/Monat"))
    return rest.als("Mindestsicherung", NORM, SEITE + "#bedarfsgemeinschaft")


def _gesamt(betrag: Groesse, beihilfe: Groesse | None) -> Groesse:
    summe = betrag + beihilfe if beihilfe else betrag
    return summe.als("Zusammen im Monat", "§§ 8, 9 WMG", SEITE + "#bedarfsgemeinschaft")


def _hinweise(
    angaben: Angaben,
    bg: Gemeinschaft,
    einkommen: Groesse,
    mit_miete: Miete | None,
    ergebnis: dict[str, Wert],
    werte: Werte,
) -> Iterator[Hinweis]:
    yield from hinweise.zum_haushalt(angaben, bg, werte)
    yield from hinweise.zur_wohngemeinschaft(angaben, bg, einkommen, werte)
    yield from hinweise.zum_betrag(angaben, bg, einkommen, werte)
    yield from hinweise.zur_miete(angaben, bg, mit_miete)
    yield from hinweise.abgeleitete(angaben, bg, ergebnis, werte)


def _kern(ergebnis: dict[str, Wert]) -> Kernaussage:
    """Der Betrag im Monat und die Zeilen, aus denen er besteht."""
    groessen = {n: w for n, w in ergebnis.items() if isinstance(w, Groesse)}
    gesamt = groessen.get("gesamt", groessen["mindestsicherung"])
    nachsatz = ""
    if beihilfe := groessen.get("mietbeihilfe"):
        nachsatz = f"Das sind {groessen['mindestsicherung'].anzeige} Mindestsicherung und {beihilfe.anzeige} Mietbeihilfe."
    elif "gesamt" not in groessen:
        nachsatz = "Die Mietbeihilfe ist noch nicht dabei."
    zeilen = [_zeile(groessen["mindeststandard"])]
    for abzug in ("kuerzung", "anrechenbares_einkommen"):
        if groessen.get(abzug):
            zeilen.append(_zeile(groessen[abzug], "− "))
    zeilen += [
        _zeile(groessen[name])
        for name in ("mindestsicherung", "mietbeihilfe", "gesamt")
        if name in groessen
    ]
    return Kernaussage(
        "Sie bekommen voraussichtlich", f"{gesamt.anzeige} im Monat", nachsatz, zeilen
    )


def _zeile(groesse: Groesse, vorzeichen: str = "") -> Summe:
    return Summe(groesse.name, vorzeichen + groesse.anzeige, groesse.norm)


def _zusatz(bg: Gemeinschaft, werte: Werte) -> dict[str, object]:
    """Die Mindeststandards der Erwachsenen einzeln, jeweils mit dem Teil für das Wohnen, für das Bild."""
    bedarf = []
    for person in bg.erwachsene:
        standard = standard_von(person, bg, werte)
        wohnen = wohnbedarf_von(person, bg, werte)
        bedarf.append(
            {
                "person": person.name,
                "mindeststandard": als_text(standard.wert, standard.einheit),
                "davon_wohnen": als_text(wohnen.wert, wohnen.einheit),
            }
        )
    return {"bedarf": bedarf, "kinder_in_der_bedarfsgemeinschaft": bg.kinder}
