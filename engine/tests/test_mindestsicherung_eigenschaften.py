"""Mindestsicherung: was für alle Angaben gilt."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from leistungsrechner import felder, rechne
from leistungsrechner.lesen import geld

BETRAG = st.integers(0, 300_000).map(lambda cent: f"{Decimal(cent) / 100:.2f}")
HAUSHALT = st.fixed_dictionaries(
    {
        "stichtag": st.sampled_from(["1.4.2025", "31.12.2025", "1.1.2026", "2.3.2026"]),
        "haushalt": st.sampled_from(["alleinstehend", "alleinerziehend", "paar"]),
        "kinder": st.integers(0, 12),
        "status": st.sampled_from(["arbeitsfaehig", "regelpensionsalter"]),
        "status_partner": st.sampled_from(
            ["arbeitsfaehig", "dauerhaft_arbeitsunfaehig"]
        ),
        "ausbildung": st.booleans(),
        "bei_eltern": st.booleans(),
        "bruttomiete": BETRAG,
        "mietzuschuss": BETRAG,
        "haertefall": st.booleans(),
    },
    optional={
        "geburtsdatum": st.sampled_from(["1.6.1960", "1.6.1990", "1.6.2004"]),
        "geburtsdatum_partner": st.sampled_from(["1.6.1990", "1.6.2004"]),
        "einkommen_partner_nicht_berechtigt": BETRAG,
        "wohngemeinschaft": st.booleans(),
        "personen_wohnung": st.integers(14, 20),
        "kuerzung": st.sampled_from(["stufe_1", "stufe_2", "stufe_3"]),
    },
)
PRUEFUNG = settings(max_examples=60, derandomize=True, deadline=None)


def antwort(angaben: dict[str, Any], **mehr: object) -> dict[str, Any]:
    return rechne("mindestsicherung", {**angaben, **mehr})


def leistung(angaben: dict[str, Any], name: str, **mehr: object) -> Decimal:
    return Decimal(antwort(angaben, **mehr)["werte"].get(name, "0"))


@PRUEFUNG
@given(angaben=HAUSHALT, einkommen=BETRAG, mehr=BETRAG)
def test_mehr_einkommen_bringt_nie_mehr_geld(
    angaben: dict[str, Any], einkommen: str, mehr: str
) -> None:
    summe = str(Decimal(einkommen) + Decimal(mehr))

    for name in ("mindestsicherung", "mietbeihilfe", "gesamt"):
        wenig = leistung(angaben, name, einkommen_monat=einkommen)
        viel = leistung(angaben, name, einkommen_monat=summe)
        assert viel <= wenig


@PRUEFUNG
@given(angaben=HAUSHALT, einkommen=BETRAG)
def test_die_grenzen_halten_und_die_teile_ergeben_die_summe(
    angaben: dict[str, Any], einkommen: str
) -> None:
    ergebnis = antwort(angaben, einkommen_monat=einkommen)
    werte = {n: Decimal(w) for n, w in ergebnis["werte"].items() if isinstance(w, str)}

    assert ergebnis["art"] in ("ergebnis", "kein_anspruch")
    assert werte["grundbetrag_wohnbedarf"] < werte["mindeststandard"]
    if ergebnis["art"] == "kein_anspruch":
        assert "mietbeihilfe" not in werte
        return
    gekuerzt = werte["mindeststandard"] - werte.get("kuerzung", Decimal(0))
    assert werte["mindestsicherung"] == max(
        gekuerzt - werte["anrechenbares_einkommen"], Decimal(0)
    )
    if "mietbeihilfe" in werte:
        hoechstens = min(werte["miete_anteilig"], werte["mietbeihilfenobergrenze"])
        assert werte["mietbeihilfe"] == max(
            hoechstens - werte["grundbetrag_wohnbedarf"], Decimal(0)
        )
        assert werte["gesamt"] == werte["mindestsicherung"] + werte["mietbeihilfe"]


@PRUEFUNG
@given(angaben=HAUSHALT, kinder=st.lists(BETRAG, max_size=4))
def test_die_reihenfolge_der_kinder_ist_gleichgueltig(
    angaben: dict[str, Any], kinder: list[str]
) -> None:
    angaben = {**angaben, "kinder": max(angaben["kinder"], len(kinder))}
    vorwaerts = antwort(angaben, kinder_einkommen=kinder)
    rueckwaerts = antwort(angaben, kinder_einkommen=kinder[::-1])

    assert vorwaerts["werte"] == rueckwaerts["werte"]
    assert vorwaerts["art"] == rueckwaerts["art"]


@PRUEFUNG
@given(angaben=HAUSHALT, ueber=BETRAG)
def test_mit_der_gegenprobe_wird_aus_dem_nein_gerade_ein_ja(
    angaben: dict[str, Any], ueber: str
) -> None:
    angaben.pop("einkommen_partner_nicht_berechtigt", None)
    zu_viel = leistung(angaben, "mindeststandard") + Decimal(ueber)
    (probe,) = antwort(angaben, einkommen_monat=str(zu_viel))["gegenproben"]
    weniger = geld(probe["text"].split("\u00a0€")[0].removeprefix("Ab "))

    genug = antwort(angaben, einkommen_monat=str(zu_viel - weniger))
    zu_wenig = antwort(
        angaben, einkommen_monat=str(zu_viel - weniger + Decimal("0.01"))
    )
    assert genug["art"] == "ergebnis"
    assert zu_wenig["art"] == "kein_anspruch"


_MUELL = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**12),
    st.floats(),
    st.text(max_size=8),
    st.lists(st.one_of(st.text(max_size=4), st.integers(-1, 9), st.none()), max_size=3),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    st.sampled_from(
        ["paar", "alleinerziehend", "ja", "31.12.9999", "29.2.2024", "1.1.1900", "1e9"]
    ),
)
_VERTRAG = {"ergebnis", "kein_anspruch", "angaben_unvollstaendig", "keine_werte"}


@settings(max_examples=150, derandomize=True, deadline=None)
@given(daten=st.data(), rechner=st.sampled_from(["mindestsicherung", "rezeptgebuehr"]))
def test_keine_angabe_bringt_den_rechner_aus_der_fassung(
    daten: st.DataObject, rechner: str
) -> None:
    namen = [str(feld["name"]) for feld in felder(rechner)]
    angaben = daten.draw(st.dictionaries(st.sampled_from(namen), _MUELL, max_size=8))
    grund: dict[str, object] = {
        "stichtag": "2.3.2026",
        "haushalt": "paar",
        "netto_haushalt": "900",
    }
    if rechner == "mindestsicherung":
        grund.pop("netto_haushalt")

    assert rechne(rechner, {**grund, **angaben})["art"] in _VERTRAG
