"""Arbeitslosengeld: Höhe des Tagsatzes (§§ 20, 21 AlVG)."""

from __future__ import annotations

from dataclasses import dataclass

from ...groesse import Groesse, angabe, null
from ...werte import Werte
from .fiktives_netto import nettoeinkommen, tagesnetto

SEITE = "ratgeber/arbeitslosengeld/hoehe/"


@dataclass(frozen=True)
class Tagsatz:
    """Das Arbeitslosengeld eines Tages und seine drei Teile, die zusammen den Tagsatz geben."""

    tagesnetto: Groesse
    grundbetrag: Groesse
    ergaenzungsbetrag: Groesse
    familienzuschlag: Groesse
    tagsatz: Groesse


def bemessungsgrundlage_aus_brutto(brutto: Groesse, werte: Werte) -> Groesse:
    """Das durchschnittliche Brutto und ein Sechstel davon für die Sonderzahlungen, auf den Cent gerundet."""
    mit_sechstel = brutto + brutto / werte["alg_sechstel"]
    return mit_sechstel.auf_cent().als(
        "Brutto mit Sonderzahlungen", "§ 21 Abs. 1 AlVG", SEITE + "#sonderzahlungen"
    )


def gedeckelte_bemessungsgrundlage(brutto: Groesse, werte: Werte) -> Groesse:
    """Die Bemessungsgrundlage, höchstens die Höchstbemessungsgrundlage des Jahres."""
    grenze = werte["alg_hoechstbemessungsgrundlage_monat"]
    grundlage = brutto if brutto <= grenze else brutto.hoechstens(grenze)
    return grundlage.auf_cent().als(
        "Bemessungsgrundlage", "§ 21 Abs. 3 AlVG", SEITE + "#bemessungsgrundlage"
    )


def netto_im_monat(bemessungsgrundlage: Groesse, werte: Werte) -> Groesse:
    """Das fiktive Monatsnetto der Bemessungsgrundlage, ungerundet."""
    return nettoeinkommen(bemessungsgrundlage, werte)


def tagsatz(netto: Groesse, zuschlagspersonen: int, werte: Werte) -> Tagsatz:
    """Der Tagsatz aus dem Monatsnetto: Grundbetrag, Familienzuschläge, Ergänzungsbetrag und ihre Grenzen."""
    am_tag = tagesnetto(netto, werte)
    grund = grundbetrag(am_tag, werte)
    zuschlag = familienzuschlag(zuschlagspersonen, am_tag, grund, werte)
    ergaenzung = ergaenzungsbetrag(
        grund, zuschlag, grenze(am_tag, zuschlagspersonen, werte), werte
    )
    gesamt = _zusammen(grund, ergaenzung, zuschlag)
    return Tagsatz(am_tag, grund, ergaenzung, zuschlag, gesamt)


def grundbetrag(am_tag: Groesse, werte: Werte) -> Groesse:
    """55 % des täglichen Nettoeinkommens."""
    betrag = (am_tag * werte["alg_grundbetrag_satz"]).auf_cent()
    return betrag.als("Grundbetrag", "§ 21 Abs. 3 AlVG", SEITE + "#grundbetrag")


def familienzuschlag(
    personen: int, am_tag: Groesse, grund: Groesse, werte: Werte
) -> Groesse:
    """Ein fester Betrag je Person, mit dem Grundbetrag höchstens 80 % des Tagesnettos."""
    obergrenze = grenze(am_tag, personen, werte)
    return zuschlag_bis(obergrenze, grund, personen, werte, SEITE + "#familienzuschlag")


def zuschlag_bis(
    obergrenze: Groesse, bisher: Groesse, personen: int, werte: Werte, seite: str
) -> Groesse:
    """Der Familienzuschlag für so viele Personen, soweit bis zur Obergrenze Platz ist."""
    betrag = (
        angabe(personen, "Personen", "Personen") * werte["alg_familienzuschlag_tag"]
    )
    spielraum = _spielraum(obergrenze, bisher)
    if spielraum < betrag:
        betrag = betrag.hoechstens(spielraum)
    return betrag.als("Familienzuschlag", "§ 20 Abs. 2 bis 4 AlVG", seite)


def grenze(am_tag: Groesse, personen: int, werte: Werte) -> Groesse:
    """Die Obergrenze mit Ergänzungsbetrag: 60 % des Tagesnettos, mit Familienzuschlag 80 %."""
    mit = "mit" if personen else "ohne"
    satz = werte[f"alg_grenze_{mit}_familienzuschlag_satz"]
    betrag = (am_tag * satz).auf_cent()
    return betrag.als(
        f"Obergrenze {satz.anzeige}", "§ 21 Abs. 4 und 5 AlVG", SEITE + "#obergrenzen"
    )


def ergaenzungsbetrag(
    grund: Groesse, zuschlag: Groesse, obergrenze: Groesse, werte: Werte
) -> Groesse:
    """Auf den Richtsatz fehlt etwas: Ergänzung, aber alles zusammen höchstens die Obergrenze."""
    betrag = richtsatz_tag(werte) - grund
    bisher = grund + zuschlag if zuschlag else grund
    spielraum = _spielraum(obergrenze, bisher)
    if not betrag > null("€/Tag"):
        betrag = betrag.mindestens(null("€/Tag"))
    elif spielraum < betrag:
        betrag = betrag.hoechstens(spielraum)
    return betrag.als(
        "Ergänzungsbetrag", "§ 21 Abs. 4 und 5 AlVG", SEITE + "#ergaenzungsbetrag"
    )


def richtsatz_tag(werte: Werte) -> Groesse:
    """Der Ausgleichszulagenrichtsatz auf den Tag: durch 30, gerundet, bevor weitergerechnet wird."""
    richtsatz = werte["ausgleichszulagenrichtsatz_alleinstehend_monat"]
    return (
        (richtsatz / werte["zeit_tage_pro_monat"])
        .auf_cent()
        .als("Richtsatz am Tag", "§ 293 Abs. 1 ASVG", SEITE + "#ergaenzungsbetrag")
    )


def fuer_tage(satz: Groesse, tage: Groesse) -> Groesse:
    """Was in einem Monat mit so vielen Tagen ausbezahlt wird."""
    return (satz * tage).als(
        f"Auszahlung für {tage.anzeige}",
        "§ 51 AlVG",
        "ratgeber/arbeitslosengeld/auszahlung/#auszahlung",
    )


def _spielraum(obergrenze: Groesse, bisher: Groesse) -> Groesse:
    return (
        obergrenze - bisher if obergrenze > bisher else null("€/Tag", "kein Spielraum")
    )


def _zusammen(grund: Groesse, ergaenzung: Groesse, zuschlag: Groesse) -> Groesse:
    gesamt = grund
    for teil in (ergaenzung, zuschlag):
        if teil:
            gesamt = gesamt + teil
    return gesamt.als("Tagsatz", "§ 20 Abs. 1 AlVG", SEITE + "#tagsatz")
