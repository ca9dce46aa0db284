"""Mindestsicherung: was die Falltabellen nicht sagen können."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from leistungsrechner import ablage, rechne
from leistungsrechner.werte import Verzeichnis
from leistungsrechner.werteleser import lies_verzeichnis


def mindestsicherung(**angaben: object) -> dict[str, Any]:
    return rechne(
        "mindestsicherung",
        {"stichtag": "2.3.2026", "haushalt": "alleinstehend", **angaben},
    )


def hinweise(**angaben: object) -> str:
    return "\n".join(h["text"] for h in mindestsicherung(**angaben)["hinweise"])


def gegenprobe(**angaben: object) -> str:
    return "\n".join(g["text"] for g in mindestsicherung(**angaben)["gegenproben"])


# --- Kinderanteil: die Regel von 2026 mit den Beträgen von 2025 (Kurier: rund 470 Euro) ---


def werte_von_2025_nach_der_regel_von_2026() -> Verzeichnis:
    texte = ablage.lies_ordner(ablage.standardordner(), ablage.RECHENTABELLEN)
    zeilen = texte["mindestsicherung.md"].splitlines()
    texte["mindestsicherung.md"] = "\n".join(_mit_2025(zeile) for zeile in zeilen)
    return lies_verzeichnis(texte)


def _mit_2025(zeile: str) -> str:
    zellen = zeile.split(" | ")
    if not zeile.startswith("| `ms_") or zellen[3] != "jährlich":
        return zeile
    zellen[5] = "81,61" if "wohnbedarf_kind" in zellen[0] else zellen[4]
    return " | ".join(zellen)


def test_mit_dem_wohnanteil_der_kinder_bleiben_der_familie_rund_470_euro() -> None:
    antwort = rechne(
        "mindestsicherung",
        {"haushalt": "paar", "kinder": 5, "bruttomiete": "1.300"},
        "2.3.2026",
        verzeichnis=werte_von_2025_nach_der_regel_von_2026(),
    )

    assert antwort["werte"]["mietbeihilfe"] == "468.79"  # type: ignore[index]


# --- Voraussetzungen ---


def test_was_nicht_gefragt_ist_bleibt_offen() -> None:
    offen = {
        v["name"]
        for v in mindestsicherung()["voraussetzungen"]
        if v["erfuellt"] is None
    }

    assert len(offen) == 4
    assert any("Wien" in name for name in offen)
    assert any("volljährig" in name for name in offen)


def test_subsidiaer_schutzberechtigte_sind_erst_seit_2026_ausgeschlossen() -> None:
    def gruende(stichtag: str) -> str:
        antwort = mindestsicherung(stichtag=stichtag)
        return "\n".join(v["begruendung"] for v in antwort["voraussetzungen"])

    assert "Subsidiär" not in gruende("31.12.2025")
    assert "Subsidiär" in gruende("1.1.2026")


def test_wer_eine_dauerleistung_hat_muss_keine_arbeit_suchen() -> None:
    def arbeitskraft(**angaben: object) -> object:
        antwort = mindestsicherung(**angaben)
        return next(
            v["erfuellt"]
            for v in antwort["voraussetzungen"]
            if "Arbeitskraft" in v["name"]
        )

    assert arbeitskraft(status="regelpensionsalter") is True
    assert arbeitskraft(haushalt="paar", status="regelpensionsalter") is None


def test_jede_begruendung_ist_ein_satz_mit_norm() -> None:
    for voraussetzung in mindestsicherung(einkommen_monat="2.000")["voraussetzungen"]:
        assert voraussetzung["begruendung"].endswith(".")
        assert "WMG" in voraussetzung["norm"]


# --- Was aus einem Nein ein Ja macht ---


def test_die_gegenprobe_sagt_auf_den_cent_wie_viel_einkommen_zu_viel_ist() -> None:
    assert gegenprobe(einkommen_monat="1.303,88").startswith("Ab 74,00\u00a0€ weniger")
    assert mindestsicherung(einkommen_monat="1.229,88")["art"] == "ergebnis"
    assert mindestsicherung(einkommen_monat="1.229,89")["art"] == "kein_anspruch"


def test_die_gegenprobe_trifft_das_einkommen_das_den_ausschlag_gibt() -> None:
    text = gegenprobe(
        haushalt="paar",
        einkommen_monat="10",
        einkommen_partner_nicht_berechtigt="2.200",
    )

    assert text.startswith("Ab 488,17\u00a0€ weniger Einkommen der Person ohne")
    genug = mindestsicherung(
        haushalt="paar",
        einkommen_monat="10",
        einkommen_partner_nicht_berechtigt="1.711,83",
    )
    assert genug["werte"]["mindestsicherung"] == "0.01"


def test_reicht_keine_einzelne_aenderung_nennt_sie_die_summe() -> None:
    text = gegenprobe(
        haushalt="paar",
        einkommen_monat="1.000",
        einkommen_partner_nicht_berechtigt="3.000",
    )

    assert "weniger anrechenbarem Einkommen" in text


def test_die_gegenprobe_nennt_die_ersparnisse_die_zuerst_zu_verwenden_sind() -> None:
    assert "2.620,66\u00a0€ Ihrer Ersparnisse" in gegenprobe(vermoegen="10.000")


def test_auch_die_begruendung_sagt_wie_viel_zu_viel_gespart_ist() -> None:
    gescheitert = [
        v["begruendung"]
        for v in mindestsicherung(vermoegen="10.000")["voraussetzungen"]
        if v["erfuellt"] is False
    ]

    assert len(gescheitert) == 1
    assert "um 2.620,66\u00a0€ über dem Freibetrag" in gescheitert[0]


def test_wer_zu_jung_ist_erfaehrt_ab_wann() -> None:
    assert "1.\u00a0Juni 2026" in gegenprobe(geburtsdatum="1.6.2008")


def test_ohne_anspruch_steht_der_weg_zur_wohnbeihilfe() -> None:
    antwort = mindestsicherung(einkommen_monat="5.000", bruttomiete="800")

    assert antwort["kern"]["satz"].startswith("Derzeit kein Anspruch")
    seiten = [h["seite"] for h in antwort["hinweise"]]
    assert "ratgeber/wohnen/beihilfen/#wohnbeihilfe" in seiten
    assert antwort["termine"] == []


# --- Hinweise ---


def test_ohne_geburtsdatum_wird_gesagt_dass_wie_ab_25_gerechnet_ist() -> None:
    assert "wie ab 25\u00a0Jahren" in hinweise()
    assert "wie ab 25\u00a0Jahren" not in hinweise(geburtsdatum="1.6.1990")
    assert "wie ab 25\u00a0Jahren" not in hinweise(haushalt="alleinerziehend", kinder=1)


def test_ist_die_wohngemeinschaft_offen_nennt_der_hinweis_beide_betraege() -> None:
    text = hinweise(personen_wohnung=3, einkommen_monat="200")

    assert "1.029,89\u00a0€" in text
    assert "660,92\u00a0€" in text
    assert "Wohngemeinschaft" not in hinweise(einkommen_monat="200")
    assert "Wohngemeinschaft" not in hinweise(
        personen_wohnung=3, wohngemeinschaft=False
    )
    assert "Wohngemeinschaft" not in hinweise(personen_wohnung=3, stichtag="1.4.2025")


def test_unter_25_steht_2026_dass_die_neue_regel_nicht_bestaetigt_ist() -> None:
    assert "nicht bestätigen" in hinweise(geburtsdatum="1.6.2003")
    assert "nicht bestätigen" not in hinweise(
        geburtsdatum="1.6.2003", stichtag="1.4.2025"
    )
    assert "nicht bestätigen" not in hinweise(geburtsdatum="1.6.1990")


def test_der_elternzuschlag_steht_nur_bis_2025_da() -> None:
    familie: dict[str, object] = {"haushalt": "alleinerziehend", "kinder": 1}

    assert "4,5\u00a0%" in hinweise(**familie, stichtag="1.4.2025")
    assert "4,5\u00a0%" not in hinweise(**familie)


def test_ein_status_der_nicht_zum_geburtsdatum_passt_wird_gemeldet() -> None:
    assert "passt nicht" in hinweise(
        status="ueber_50_arbeitsunfaehig", geburtsdatum="1.1.1964"
    )
    assert "passt nicht" not in hinweise(
        status="ueber_50_arbeitsunfaehig", geburtsdatum="31.12.1963"
    )


def test_fehlt_die_reihe_der_obergrenze_sagt_das_der_hinweis() -> None:
    text = hinweise(haushalt="paar", kinder=12, bruttomiete="2.000")

    assert "keine Mietbeihilfenobergrenze" in text


def test_fehlt_die_reihe_fuer_haertefaelle_sagt_das_der_hinweis() -> None:
    familie: dict[str, object] = {
        "haushalt": "alleinerziehend",
        "kinder": 1,
        "bruttomiete": "900",
        "haertefall": True,
    }

    assert "Härtefälle" in hinweise(**familie)
    assert "Härtefälle" not in hinweise(**familie, stichtag="1.4.2025")


def test_abgeleitete_betraege_werden_genannt_veroeffentlichte_nicht() -> None:
    assert "abgeleitet" in hinweise()
    assert "abgeleitet" not in hinweise(stichtag="1.4.2025")
    assert "7.379,34" in hinweise(vermoegen="100")


# --- Termine ---


@pytest.mark.parametrize(
    ("antrag", "ab"),
    [
        ("1.3.2026", "2026-03-01"),
        ("15.3.2026", "2026-03-01"),
        ("16.3.2026", "2026-04-01"),
        ("16.12.2026", "2027-01-01"),
    ],
)
def test_bis_zum_15_gilt_die_mietbeihilfe_ab_monatsbeginn(antrag: str, ab: str) -> None:
    termine = mindestsicherung(stichtag=antrag, bruttomiete="600")["termine"]

    assert [t["am"] for t in termine if t["name"] == "Mietbeihilfe ab"] == [ab]


def test_ohne_mietbeihilfe_kein_termin_dafuer() -> None:
    for miete in ("0", "200"):
        termine = mindestsicherung(bruttomiete=miete)["termine"]
        assert [t["name"] for t in termine] == ["Entscheidung der MA 40"]


def test_entschieden_wird_binnen_drei_monaten() -> None:
    termine = mindestsicherung(stichtag="30.11.2026")["termine"]

    assert termine[-1]["am"] == "2027-02-28"


# --- Aufstellung und Bild ---


def test_die_zeilen_der_aufstellung_ergeben_den_gesamtbetrag() -> None:
    antwort = mindestsicherung(
        einkommen_monat="400", kuerzung="stufe_1", bruttomiete="600"
    )
    zeilen = {s["name"]: s["anzeige"] for s in antwort["kern"]["summen"]}

    assert list(zeilen) == [
        "Mindeststandard zusammen",
        "Kürzung",
        "anrechenbares Einkommen",
        "Mindestsicherung",
        "Mietbeihilfe",
        "Zusammen im Monat",
    ]
    assert zeilen["anrechenbares Einkommen"].startswith("− ")


def test_der_bedarf_steht_fuer_jede_erwachsene_person_einzeln() -> None:
    antwort = mindestsicherung(haushalt="paar", kinder=2, status="regelpensionsalter")

    assert antwort["bedarf"] == [
        {"person": "Sie", "mindeststandard": "922.42", "davon_wohnen": "230.61"},
        {"person": "Partner:in", "mindeststandard": "860.92", "davon_wohnen": "215.23"},
    ]
    assert antwort["kinder_in_der_bedarfsgemeinschaft"] == 2


def test_jeder_geldbetrag_hat_seine_herleitung() -> None:
    antwort = mindestsicherung(
        status="regelpensionsalter",
        einkommen_monat="100",
        kuerzung="stufe_2",
        bruttomiete="700",
        personen_wohnung=2,
        wohngemeinschaft=False,
    )
    betraege = {schritt["wert"] for schritt in antwort["rechenweg"]}

    assert set(antwort["werte"].values()) <= betraege
    assert all(schritt["norm"] for schritt in antwort["rechenweg"])


def test_ohne_einkommen_hat_auch_die_null_ihre_herleitung() -> None:
    namen = [schritt["name"] for schritt in mindestsicherung()["rechenweg"]]

    assert "anrechenbares Einkommen" in namen
    assert Decimal(mindestsicherung()["werte"]["anrechenbares_einkommen"]) == 0
