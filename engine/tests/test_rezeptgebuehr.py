"""Rezeptgebühr: was die Falltabelle nicht sagen kann."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from leistungsrechner import rechne

BETRAG = st.integers(0, 500_000).map(lambda cent: f"{Decimal(cent) / 100:.2f}")


def befreiung(**angaben: object) -> dict[str, Any]:
    return rechne(
        "rezeptgebuehr",
        {
            "stichtag": "2.3.2026",
            "haushalt": "alleinstehend",
            "netto_haushalt": "1.000",
            **angaben,
        },
    )


def test_die_gegenprobe_nennt_genau_den_betrag_der_zu_viel_ist() -> None:
    antwort = befreiung(netto_haushalt="1.400,00")

    assert "Ab 91,61\u00a0€ weniger" in antwort["gegenproben"][0]["text"]
    assert befreiung(netto_haushalt="1.308,39")["werte"]["befreit"] is True
    assert befreiung(netto_haushalt="1.308,40")["werte"]["befreit"] is False


def test_die_gegenprobe_nennt_die_erhoehte_grenze_wenn_sie_reichen_wuerde() -> None:
    reicht = befreiung(netto_haushalt="1.504,65")["gegenproben"]
    reicht_nicht = befreiung(netto_haushalt="1.504,66")["gegenproben"]

    assert len(reicht) == 2
    assert "1.504,65" in reicht[1]["text"]
    assert len(reicht_nicht) == 1


def test_wer_befreit_ist_braucht_keine_gegenprobe() -> None:
    assert befreiung()["gegenproben"] == []


def test_nach_einkommen_befreit_heisst_auf_antrag() -> None:
    antwort = befreiung()

    assert antwort["kern"]["satz"].startswith("Auf Antrag")
    assert any("beantragen" in h["text"] for h in antwort["hinweise"])


def test_der_grund_ohne_antrag_steht_in_der_begruendung() -> None:
    antwort = befreiung(
        netto_haushalt="3.000", befreiung_ohne_antrag=["zivildienst", "zivildienst"]
    )

    [ohne_antrag] = antwort["voraussetzungen"]
    assert ohne_antrag["erfuellt"] is True
    assert ohne_antrag["begruendung"].count("Zivildienst") == 1


def test_wer_befreit_ist_liest_kein_nicht_erfuellt() -> None:
    """Zwei Wege führen zur Befreiung; wer auf einem da ist, dem fehlt der andere nicht."""
    assert [v["erfuellt"] for v in befreiung()["voraussetzungen"]] == [True]
    ueber_der_grenze = befreiung(netto_haushalt="3.000")
    assert [v["erfuellt"] for v in ueber_der_grenze["voraussetzungen"]] == [False] * 2


def test_vor_dem_15_november_steht_der_termin_der_einhebung_danach_nicht() -> None:
    assert befreiung(stichtag="15.11.2026")["termine"][0]["am"] == "2026-11-15"
    assert befreiung(stichtag="16.11.2026")["termine"] == []


def test_das_entgelt_fuer_die_e_card_ist_das_des_jahres() -> None:
    entgelt = {
        tag: [h["text"] for h in befreiung(stichtag=tag)["hinweise"]]
        for tag in ("2.3.2025", "2.3.2026")
    }

    assert any("13,80\u00a0€ für 2025" in text for text in entgelt["2.3.2025"])
    assert any("25,00\u00a0€ für 2026" in text for text in entgelt["2.3.2026"])


def test_seit_2026_zaehlen_guenstige_medikamente_mit() -> None:
    def neu(tag: str) -> bool:
        return any(
            "Seit 2026" in h["text"] for h in befreiung(stichtag=tag)["hinweise"]
        )

    assert not neu("31.12.2025")
    assert neu("1.1.2026")


def test_abgeleitete_werte_werden_beim_ergebnis_genannt() -> None:
    def abgeleitet(**angaben: object) -> list[str]:
        hinweise = befreiung(**angaben)["hinweise"]
        return [h["text"] for h in hinweise if "abgeleitet" in h["text"]]

    assert "201,88" in abgeleitet(kinder_einkommen=["0"])[0]
    assert abgeleitet() == []
    assert abgeleitet(stichtag="2.3.2025", kinder_einkommen=["0"]) == []


@settings(max_examples=40, derandomize=True, deadline=None)
@given(netto=BETRAG, andere=BETRAG, kinder=st.lists(BETRAG, max_size=4))
def test_die_teile_ergeben_die_summe_und_die_reihenfolge_ist_gleichgueltig(
    netto: str, andere: str, kinder: list[str]
) -> None:
    angaben = {"netto_haushalt": netto, "andere_personen_netto": andere}
    werte = befreiung(**angaben, kinder_einkommen=kinder)["werte"]

    assert Decimal(werte["grenzwert"]) - Decimal(
        werte["massgebliches_einkommen"]
    ) == Decimal(werte["abstand"])
    assert werte["befreit"] is (Decimal(werte["abstand"]) >= 0)
    assert befreiung(**angaben, kinder_einkommen=kinder[::-1])["werte"] == werte


@settings(max_examples=40, derandomize=True, deadline=None)
@given(netto=BETRAG, mehr=BETRAG)
def test_mehr_einkommen_bringt_nie_eine_befreiung(netto: str, mehr: str) -> None:
    summe = str(Decimal(netto) + Decimal(mehr))

    assert (
        befreiung(netto_haushalt=netto)["werte"]["befreit"]
        >= (befreiung(netto_haushalt=summe)["werte"]["befreit"])
    )


@settings(max_examples=40, derandomize=True, deadline=None)
@given(jahresnetto=BETRAG, bezahlt=st.integers(0, 200))
def test_mit_den_offenen_gebuehren_ist_die_obergrenze_erreicht_mit_einer_weniger_nicht(
    jahresnetto: str, bezahlt: int
) -> None:
    werte = befreiung(jahresnetto=jahresnetto, gebuehren_bezahlt=bezahlt)["werte"]
    gebuehren = werte["obergrenze_gebuehren"]

    assert gebuehren >= 42
    assert gebuehren * Decimal("7.55") >= Decimal(werte["obergrenze_betrag"])
    assert (gebuehren - 1) * Decimal("7.55") < Decimal(werte["obergrenze_betrag"])
    assert werte["gebuehren_offen"] == max(gebuehren - bezahlt, 0)


def test_mehr_als_dreissig_kinder_sind_ein_versehen() -> None:
    gerade_noch = befreiung(kinder_einkommen=["500"] * 30)
    zu_viele = befreiung(kinder_einkommen=["500"] * 31)

    assert gerade_noch["art"] == "ergebnis"
    assert zu_viele["art"] == "angaben_unvollstaendig"
    assert [f["feld"] for f in zu_viele["fehler"]] == ["kinder_einkommen"]
