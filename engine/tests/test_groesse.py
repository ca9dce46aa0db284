"""Größen führen ihre Herleitung mit: Die Rechnung schreibt den Rechenweg."""

from __future__ import annotations

from decimal import Decimal

import pytest

from leistungsrechner.anzeige import in_worten
from leistungsrechner.groesse import Groesse, angabe, summe
from leistungsrechner.rechenweg import schritte


def euro(betrag: str, name: str = "", einheit: str = "€/Tag") -> Groesse:
    return (
        angabe(Decimal(betrag), einheit, name)
        if name
        else Groesse(Decimal(betrag), einheit)
    )


def test_die_formel_nennt_beide_groessen_mit_ihrem_wert() -> None:
    satz = Groesse(Decimal("0.55"), "%", "Satz", schluessel="satz")

    betrag = (
        (euro("40.20", "Tagesnetto") * satz).auf_cent().als("Grundbetrag", "§ 21 AlVG")
    )

    assert betrag.wert == Decimal("22.11")
    assert betrag.formel == "Tagesnetto (40,20\u00a0€) × 55\u00a0%"
    assert betrag.rundung == "kaufmännisch auf Cent gerundet"


@pytest.mark.parametrize(
    ("roh", "gerundet", "abgeschnitten"),
    [("1.004", "1.00", "1.00"), ("1.005", "1.01", "1.00"), ("1.006", "1.01", "1.00")],
)
def test_gerundet_wird_kaufmaennisch(
    roh: str, gerundet: str, abgeschnitten: str
) -> None:
    assert str(euro(roh).auf_cent().wert) == gerundet
    assert str(euro(roh).abgeschnitten().wert) == abgeschnitten


def test_monat_und_tag_lassen_sich_nicht_addieren() -> None:
    with pytest.raises(ValueError, match="weder addieren noch vergleichen"):
        euro("1", "am Tag") + euro("1", "im Monat", "€/Monat")


def test_aus_monat_mal_monate_durch_tage_wird_ein_tagesbetrag() -> None:
    monate = Groesse(Decimal(12), "Monate/Jahr", "Monate", schluessel="m")
    tage = Groesse(Decimal(365), "Tage/Jahr", "Tage", schluessel="t")

    am_tag = euro("100", "Netto", "€/Monat") * monate / tage

    assert am_tag.einheit == "€/Tag"


def test_klammern_stehen_nur_wo_sie_noetig_sind() -> None:
    a, b, c = euro("1", "a"), euro("2", "b"), Groesse(Decimal(2), "Anzahl", "c")

    assert ((a + b) * c).formel == "(a (1,00\u00a0€) + b (2,00\u00a0€)) × c (2)"
    assert (
        a - (a + b)
    ).formel == "a (1,00\u00a0€) − (a (1,00\u00a0€) + b (2,00\u00a0€))"
    assert (a + b * c).formel == "a (1,00\u00a0€) + b (2,00\u00a0€) × c (2)"


def test_jeder_schritt_steht_einmal_und_nach_denen_auf_die_er_sich_stuetzt() -> None:
    grund = (euro("1", "x") + euro("2", "y")).als("Grund", "§ 1")
    doppelt = (grund + grund).als("Doppelt", "§ 2")

    namen = [schritt["name"] for schritt in schritte([doppelt, grund])]

    assert namen == ["Grund", "Doppelt"]


def test_eine_groesse_unter_neuem_namen_verweist_auf_den_alten() -> None:
    grund = euro("75.40", "Rechnung").als("Grundbetrag", "§ 21")

    assert grund.als("Tagsatz", "§ 20").formel == "Grundbetrag (75,40\u00a0€)"


def test_die_summe_von_nichts_ist_null() -> None:
    assert summe([], "€/Tag").wert == 0


def test_eine_jahreszahl_hat_keinen_tausenderpunkt() -> None:
    assert in_worten(Decimal(2026), "Jahreszahl") == "2026"
    assert in_worten(Decimal(2026), "Anzahl") == "2.026"
