"""Notstandshilfe: was immer gelten muss, und was die Falltabellen nicht sagen können."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leistungsrechner import rechne

BETRAEGE = st.decimals(0, 2000, places=2)
GRUND = {"stichtag": "2026-03-02", "alg_bezugsdauer_wochen": "20"}


def antwort(**angaben: object) -> dict[str, Any]:
    return rechne(
        "notstandshilfe", {**GRUND, **{k: str(v) for k, v in angaben.items()}}
    )


@given(
    netto=st.decimals(1, 200, places=2),
    einkommen=BETRAEGE,
    mehr=BETRAEGE,
    kinder=st.integers(0, 5),
)
@settings(derandomize=True, max_examples=150, deadline=None)
def test_mehr_einkommen_erhoeht_die_notstandshilfe_nie(
    netto: Decimal, einkommen: Decimal, mehr: Decimal, kinder: int
) -> None:
    angaben = {
        "alg_grundbetrag": (netto * Decimal("0.55")).quantize(Decimal("0.01")),
        "tagesnetto": netto,
        "kinder": kinder,
    }

    weniger = antwort(**angaben, anderes_einkommen_monat=einkommen)["werte"]
    viel = antwort(**angaben, anderes_einkommen_monat=einkommen + mehr)["werte"]

    assert Decimal(viel["tagsatz"]) <= Decimal(weniger["tagsatz"])
    assert Decimal(viel["tagsatz_gedeckelt"]) <= Decimal(weniger["tagsatz_gedeckelt"])


@given(netto=st.decimals(1, 200, places=2), kinder=st.integers(0, 8))
@settings(derandomize=True, max_examples=150, deadline=None)
def test_grenzen_halten_und_die_teile_ergeben_die_summe(
    netto: Decimal, kinder: int
) -> None:
    grund = (netto * Decimal("0.55")).quantize(Decimal("0.01"))

    werte = antwort(alg_grundbetrag=grund, tagesnetto=netto, kinder=kinder)["werte"]

    betrag, zuschlag, satz = (
        Decimal(werte[n]) for n in ("tagsatz_ungekuerzt", "familienzuschlag", "tagsatz")
    )
    assert betrag + zuschlag == satz
    grenze = (netto * Decimal("0.8" if kinder else "0.6")).quantize(Decimal("0.01"))
    assert satz <= grenze + Decimal("0.01")
    assert Decimal(werte["tagsatz_gedeckelt"]) <= satz


def test_ein_nein_nennt_grund_und_kleinste_aenderung() -> None:
    ergebnis = antwort(
        alg_grundbetrag="55,00", tagesnetto="100,00", anderes_einkommen_monat="1600"
    )

    assert ergebnis["art"] == "kein_anspruch"
    [gescheitert] = [v for v in ergebnis["voraussetzungen"] if v["erfuellt"] is False]
    assert gescheitert["name"] == "Sie sind in einer Notlage"
    [probe] = ergebnis["gegenproben"]
    weniger = Decimal(
        probe["text"]
        .split()[1]
        .replace("\u00a0€", "")
        .replace(".", "")
        .replace(",", ".")
    )
    genug, zu_wenig = (
        antwort(
            alg_grundbetrag="55,00",
            tagesnetto="100,00",
            anderes_einkommen_monat=Decimal(1600) - weniger + cent,
        )
        for cent in (Decimal(0), Decimal("0.01"))
    )
    assert genug["art"] == "ergebnis"
    assert zu_wenig["art"] == "kein_anspruch"


def test_ohne_anspruch_gibt_es_keinen_termin_und_auch_das_offene_arbeitslosengeld_einen_rat() -> (
    None
):
    ergebnis = antwort(
        alg_grundbetrag="55,00", tagesnetto="100,00", alg_ausgeschoepft="nein"
    )

    assert ergebnis["art"] == "kein_anspruch"
    assert ergebnis["termine"] == []
    assert "aufgebraucht" in ergebnis["gegenproben"][0]["text"]


@given(
    netto=st.decimals(0, 200, places=2),
    einkommen=BETRAEGE,
    kinder=st.integers(0, 3),
    dauer=st.sampled_from([20, 30, 39]),
)
@settings(derandomize=True, max_examples=100, deadline=None)
def test_jeder_betrag_hat_einen_schritt_auch_wenn_er_null_ist(
    netto: Decimal, einkommen: Decimal, kinder: int, dauer: int
) -> None:
    ergebnis = antwort(
        alg_grundbetrag=(netto * Decimal("0.55")).quantize(Decimal("0.01")),
        tagesnetto=netto,
        kinder=kinder,
        alg_bezugsdauer_wochen=dauer,
        anderes_einkommen_monat=einkommen,
    )

    schritte = {(s["wert"], s["einheit"]) for s in ergebnis["rechenweg"]}
    for name in (
        "tagsatz_ungekuerzt",
        "familienzuschlag",
        "anrechnung_tag",
        "tagsatz",
        "tagsatz_gedeckelt",
        "monat_30",
    ):
        einheit = "€/Monat" if name == "monat_30" else "€/Tag"
        assert (ergebnis["werte"][name], einheit) in schritte


def test_der_deckel_steht_als_termin_da() -> None:
    termine = antwort(alg_grundbetrag="60,00", tagesnetto="109,10")["termine"]

    assert [(t["name"], t["am"]) for t in termine] == [
        ("Deckel nach sechs Monaten", "2026-09-02"),
        ("Verlängerung beantragen", "2027-02-28"),
    ]


def test_der_hinweis_auf_die_andere_ansicht_des_gerichts_steht_nur_beim_ergaenzungsbetrag() -> (
    None
):
    mit = antwort(alg_grundbetrag="31,17", tagesnetto="56,67")["hinweise"]
    ohne = antwort(alg_grundbetrag="55,00", tagesnetto="100,00")["hinweise"]

    assert any("I404 2280550-1" in hinweis["text"] for hinweis in mit)
    assert not any("I404 2280550-1" in hinweis["text"] for hinweis in ohne)


@pytest.mark.parametrize("roh", [30, 30.0, " 30 "])
def test_die_bezugsdauer_darf_zahl_oder_text_sein(roh: object) -> None:
    angaben = {**GRUND, "alg_grundbetrag": 60, "tagesnetto": 109.1}

    ergebnis = rechne("notstandshilfe", {**angaben, "alg_bezugsdauer_wochen": roh})

    assert ergebnis["werte"]["deckel"] == "50.87"  # type: ignore[index]


@pytest.mark.parametrize("roh", [True, 30.5, -30, 31, [30], {"wochen": 30}])
def test_eine_andere_bezugsdauer_steht_nicht_zur_auswahl(roh: object) -> None:
    angaben = {**GRUND, "alg_grundbetrag": 60, "tagesnetto": 109.1}

    ergebnis = rechne("notstandshilfe", {**angaben, "alg_bezugsdauer_wochen": roh})

    assert ergebnis["art"] == "angaben_unvollstaendig"
    assert [f["feld"] for f in ergebnis["fehler"]] == ["alg_bezugsdauer_wochen"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("grundbetrag", [0, 50])
def test_auch_ein_betrag_von_null_hat_eine_herleitung(grundbetrag: int) -> None:
    ergebnis = antwort(alg_grundbetrag=grundbetrag, tagesnetto=grundbetrag * 2)

    schritte = {schritt["name"]: schritt["wert"] for schritt in ergebnis["rechenweg"]}
    werte = ergebnis["werte"]
    assert schritte["Familienzuschlag"] == werte["familienzuschlag"] == "0.00"
    assert schritte["Anrechnung am Tag"] == werte["anrechnung_tag"] == "0.00"
    assert werte["tagsatz"] in schritte.values()
