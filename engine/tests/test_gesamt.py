"""Was steht mir zu?: Reihenfolge, Vorrang, Vorschau auf die Monate und was fehlt."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leistungsrechner import rechne

FALL: dict[str, object] = {
    "stichtag": "2.3.2026",
    "geburtsdatum": "1.5.1990",
    "beendigung": "kuendigung_selbst",
    "dienstverhaeltnis_ende": "28.2.2026",
    "wochen_24_monate": 104,
    "wochen_12_monate": 52,
    "wochen_5_jahre": 200,
    "brutto_monat": "2400",
    "haushalt": "alleinerziehend",
    "kinder": 1,
    "bruttomiete": "900",
}
AUFGEBRAUCHT: dict[str, object] = {
    "stichtag": "2.3.2026",
    "lage": "ausgeschoepft",
    "alg_grundbetrag": "55,27",
    "tagesnetto": "100,49",
    "alg_bezugsdauer_wochen": "20",
}


def gerechnet(**anders: object) -> dict[str, Any]:
    return rechne("gesamt", {**FALL, **anders})


def leistungen(antwort: dict[str, Any], rechner: str) -> list[dict[str, Any]]:
    return [l for l in antwort["leistungen"] if l["rechner"] == rechner]  # noqa: E741


def tag(text: str) -> date:
    return date.fromisoformat(text)


def test_die_leistungen_stehen_in_der_reihenfolge_von_zeit_und_vorrang() -> None:
    folge = [eine["rechner"] for eine in gerechnet()["leistungen"]]

    assert folge == ["arbeitslosengeld", "notstandshilfe", *["mindestsicherung"] * 3, "rezeptgebuehr"]  # fmt: skip


def test_notstandshilfe_beginnt_am_tag_nach_dem_arbeitslosengeld() -> None:
    alg, nh = gerechnet()["leistungen"][:2]

    assert tag(nh["von"]) == tag(alg["bis"]) + timedelta(days=1)


def test_jede_leistung_antwortet_wie_ihr_eigener_rechner() -> None:
    antwort = gerechnet()
    allein = rechne(
        "mindestsicherung",
        {
            "stichtag": "29.3.2026",
            "geburtsdatum": "1.5.1990",
            "haushalt": "alleinerziehend",
            "kinder": 1,
            "bruttomiete": "900",
            "einkommen_monat": antwort["werte"]["alg_monat_30"],
        },
    )
    neben = leistungen(antwort, "mindestsicherung")[1]

    for teil in ("kern", "werte", "voraussetzungen", "rechenweg"):
        assert neben["antwort"][teil] == allein[teil]


def test_vor_dem_ersten_geld_vom_ams_zaehlt_keines_als_einkommen() -> None:
    vorher = leistungen(gerechnet(), "mindestsicherung")[0]

    assert (vorher["von"], vorher["bis"]) == ("2026-03-02", "2026-03-28")
    assert vorher["antwort"]["werte"]["anrechenbares_einkommen"] == "0.00"


def test_die_zeitleiste_fuehrt_lueckenlos_von_der_sperre_zur_notstandshilfe() -> None:
    phasen = gerechnet()["zeitleiste"]["phasen"]

    assert [p["art"] for p in phasen] == ["sperre", "arbeitslosengeld", "notstandshilfe", "verlaengerung"]  # fmt: skip
    for davor, danach in zip(phasen, phasen[1:], strict=False):
        assert tag(danach["von"]) == tag(davor["bis"]) + timedelta(days=1)


def test_der_deckel_ist_ein_eigener_abschnitt_und_eine_marke() -> None:
    zeitleiste = rechne("gesamt", AUFGEBRAUCHT)["zeitleiste"]

    assert [p["art"] for p in zeitleiste["phasen"]] == ["notstandshilfe", "deckel", "verlaengerung"]  # type: ignore[index]  # fmt: skip
    assert zeitleiste["marken"] == [{"name": "Deckel ab", "am": "2026-09-02"}]  # type: ignore[index]


def test_ein_deckel_der_nichts_senkt_ist_keiner() -> None:
    zeitleiste = gerechnet()["zeitleiste"]

    assert zeitleiste["marken"] == []


def test_die_vorschau_hat_24_monate_und_zaehlt_kalendertage() -> None:
    monate = gerechnet()["monate"]

    assert len(monate) == 24
    assert [monat["monat"] for monat in monate][:2] == ["2026-03", "2026-04"]
    maerz, april = monate[:2]
    assert [(t["art"], t["tage"], t["betrag"]) for t in maerz["teile"]] == [
        ("arbeitslosengeld", 3, "133.74")
    ]
    assert maerz["ohne_geld"] == [{"titel": "Sperre", "tage": 28}]
    assert april["teile"][0]["tage"] == 30


def test_der_wechsel_mitten_im_monat_zaehlt_jeden_tag_einmal() -> None:
    oktober = gerechnet()["monate"][7]

    assert oktober["monat"] == "2026-10"
    assert [(t["art"], t["tage"]) for t in oktober["teile"]][:2] == [
        ("arbeitslosengeld", 24),
        ("notstandshilfe", 7),
    ]


def test_die_teile_eines_monats_ergeben_seine_summe() -> None:
    for monat in gerechnet()["monate"]:
        summe = sum(Decimal(teil["betrag"]) for teil in monat["teile"])
        assert summe == Decimal(monat["gesamt"])


def test_mit_mindestsicherung_ergibt_jeder_volle_monat_dasselbe() -> None:
    """Geld vom AMS und Ergänzung zusammen sind der Mindeststandard samt Mietbeihilfe."""
    volle = gerechnet()["monate"][1:]

    assert {monat["gesamt"] for monat in volle} == {"1947.53"}


def test_fuer_den_angebrochenen_monat_des_antrags_wird_nichts_erraten() -> None:
    antwort = gerechnet()

    assert antwort["monate"][0]["ergaenzung_offen"] is True
    assert not antwort["monate"][1]["ergaenzung_offen"]
    assert any(
        "nur einen Teil der Mindestsicherung" in h["text"] for h in antwort["hinweise"]
    )


def test_spaetere_jahre_ohne_betraege_sind_als_solche_kenntlich() -> None:
    antwort = rechne(
        "gesamt",
        {**FALL, "stichtag": "2.11.2026", "dienstverhaeltnis_ende": "31.10.2026"},
    )

    nh = leistungen(antwort, "notstandshilfe")[0]
    assert nh["von"].startswith("2027")
    assert nh["werte_von"] == "2026-11-02"
    assert [m["werte_von"] for m in antwort["monate"]][:3] == [None, None, "2026-11-02"]  # type: ignore[index,union-attr]
    assert any(
        "noch keine Beträge eingetragen" in h["text"] for h in antwort["hinweise"]
    )  # type: ignore[union-attr,index]


def test_sind_die_betraege_des_naechsten_jahres_da_gelten_sie() -> None:
    antwort = rechne("gesamt", {**AUFGEBRAUCHT, "stichtag": "2.9.2025", "haushalt": "alleinstehend", "alg_grundbetrag": "30", "tagesnetto": "54,55"})  # fmt: skip
    dezember, jaenner = antwort["monate"][3:5]  # type: ignore[index]

    assert dezember["gesamt"] == "1209.01"
    assert jaenner["gesamt"] == "1229.89"
    assert jaenner["werte_von"] is None


def test_ohne_hoehe_oder_dauer_gibt_es_keine_vorschau_sondern_einen_hinweis() -> None:
    antwort = rechne("gesamt", {"stichtag": "2.3.2026", "brutto_monat": "2000"})

    assert antwort["monate"] == []
    assert any("Die Vorschau" in h["text"] for h in antwort["hinweise"])  # type: ignore[union-attr,index]


@pytest.mark.parametrize(
    ("fehlt", "text"),
    [
        ({"haushalt": None, "kinder": 0}, "wie Sie leben"),
        ({"haushalt": "paar"}, "das Netto Ihrer Partnerin"),
        ({"geringfuegig_beschaeftigt": "ja", "geringfuegig_ausnahme": "ja"}, "Ihr Verdienst im kleinen Job"),
        ({"geringfuegig_beschaeftigt": "ja", "erwerbseinkommen_monat": 900}, "das Netto Ihres Jobs"),
    ],
)  # fmt: skip
def test_was_fehlt_steht_dabei(fehlt: dict[str, object], text: str) -> None:
    antwort = gerechnet(**fehlt)
    (teil,) = leistungen(antwort, "mindestsicherung")

    assert teil["art"] == "offen"
    assert text in teil["kern"]["nachsatz"]
    assert "ms_mindestsicherung" not in antwort["werte"]


def test_was_nicht_gerechnet_ist_steht_mit_grund_und_seite_da() -> None:
    ohne, mit = gerechnet(kinder=0), gerechnet()

    for antwort in (ohne, mit):
        assert all(
            e["titel"] and e["grund"] and e["seite"] for e in antwort["nicht_gerechnet"]
        )
    titel = {e["titel"] for e in mit["nicht_gerechnet"]} - {
        e["titel"] for e in ohne["nicht_gerechnet"]
    }
    assert "Familienbeihilfe und Kinderabsetzbetrag" in titel


def test_jeder_termin_kommt_einmal_und_der_frueheste_zuerst() -> None:
    termine = [(t["am"], t["name"]) for t in gerechnet()["termine"]]

    assert termine == sorted(set(termine))
    assert ("2026-10-24", "Notstandshilfe beantragen") in termine


def test_das_nein_sagt_was_es_aendern_wuerde() -> None:
    antwort = gerechnet(wochen_24_monate=40, wochen_12_monate=20)

    assert leistungen(antwort, "arbeitslosengeld")[0]["art"] == "kein_anspruch"
    assert any(
        g["text"].startswith("Arbeitslosengeld: Es fehlen 12")
        for g in antwort["gegenproben"]
    )


def test_die_zeilen_der_kernaussage_ergeben_die_summe() -> None:
    kern, werte = gerechnet()["kern"], gerechnet()["werte"]
    *teile, gesamt = [zeile["anzeige"] for zeile in kern["summen"]]

    def zahl(text: str) -> Decimal:
        return Decimal(text.removesuffix("\u00a0€").replace(".", "").replace(",", "."))

    assert sum(map(zahl, teile)) == zahl(gesamt) == Decimal(werte["zusammen_monat"])


BETRAG = st.integers(0, 4000).map(str)
FAELLE = st.fixed_dictionaries(
    {"stichtag": st.sampled_from(["2.3.2025", "31.12.2025", "1.1.2026", "23.11.2026"])},
    optional={
        "geburtsdatum": st.sampled_from(["29.2.2004", "1.5.1980", "3.3.1970"]),
        "beendigung": st.sampled_from(["kuendigung_selbst", "einvernehmlich"]),
        "dienstverhaeltnis_ende": st.sampled_from(["28.2.2025", "31.12.2025", "22.11.2026"]),
        "wochen_24_monate": st.integers(0, 105),
        "wochen_12_monate": st.integers(0, 53),
        "wochen_5_jahre": st.integers(0, 261),
        "brutto_monat": BETRAG,
        "haushalt": st.sampled_from(["alleinstehend", "alleinerziehend", "paar"]),
        "kinder": st.integers(0, 4),
        "partner_netto_monat": BETRAG,
        "geringfuegig_beschaeftigt": st.booleans(),
        "geringfuegig_ausnahme": st.booleans(),
        "erwerbseinkommen_monat": st.integers(0, 700).map(str),
        "anderes_einkommen_monat": BETRAG,
        "vermoegen": st.integers(0, 20_000).map(str),
        "bruttomiete": BETRAG,
        "lage": st.sampled_from(["neu", "ausgeschoepft"]),
        "alg_grundbetrag": st.integers(0, 80).map(str),
        "tagesnetto": st.integers(0, 150).map(str),
        "alg_bezugsdauer_wochen": st.sampled_from(["20", "30", "52"]),
    },
)  # fmt: skip


@given(FAELLE)
@settings(derandomize=True, max_examples=120, deadline=None)
def test_jede_mischung_von_angaben_hat_eine_stimmige_antwort(
    angaben: dict[str, object],
) -> None:
    antwort: dict[str, Any] = rechne("gesamt", angaben)

    assert antwort["art"] in {"ergebnis", "kein_anspruch", "angaben_unvollstaendig"}
    if antwort["fehler"]:
        return
    for leistung in antwort["leistungen"]:
        assert (leistung["antwort"] is None) == (not leistung["antwort"])
        assert leistung["art"] != "offen" or leistung["kern"]["nachsatz"]
    for monat in antwort["monate"]:
        assert sum(Decimal(t["betrag"]) for t in monat["teile"]) == Decimal(
            monat["gesamt"]
        )


@given(BETRAG, BETRAG)
@settings(derandomize=True, max_examples=40, deadline=None)
def test_mehr_eigenes_geld_bringt_nie_mehr_mindestsicherung(
    eins: str, zwei: str
) -> None:
    weniger, mehr = sorted((Decimal(eins), Decimal(zwei)))

    def betrag(einkommen: Decimal) -> Decimal:
        werte = gerechnet(anderes_einkommen_monat=str(einkommen))["werte"]
        return Decimal(werte.get("ms_mindestsicherung", "0"))

    assert betrag(mehr) <= betrag(weniger)


def test_fehlt_nur_der_letzte_arbeitstag_widerspricht_sich_die_antwort_nicht() -> None:
    """Der Betrag steht fest, der Beginn wegen der Sperre nicht: Dann heißt es nicht, es gebe kein Geld vom AMS."""
    antwort = gerechnet(dienstverhaeltnis_ende=None)

    assert antwort["kern"]["zahl"]
    assert "derzeit nicht" not in antwort["kern"]["nachsatz"]
    assert "der letzte Tag Ihres Dienstverhältnisses" in antwort["kern"]["nachsatz"]
    offen = [teil for teil in antwort["leistungen"] if teil["art"] == "offen"]
    ergaenzung = [t for t in offen if t["rechner"] == "mindestsicherung"]
    assert "letzte Tag" in ergaenzung[0]["kern"]["nachsatz"]


def test_auch_ein_einkommen_mit_bruchteilen_von_cent_ergibt_ganze_cent() -> None:
    werte = rechne(
        "gesamt",
        {**AUFGEBRAUCHT, "haushalt": "alleinstehend", "anderes_einkommen_monat": 0.005},
    )["werte"]

    assert werte["einkommen_monat"] == "1525.51"  # type: ignore[index]
