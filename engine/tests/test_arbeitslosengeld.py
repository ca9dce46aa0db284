"""Arbeitslosengeld: Gründe, Termine, Hinweise und Bilder neben den Zahlen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from leistungsrechner import rechne
from leistungsrechner.ablage import verzeichnis
from leistungsrechner.rechner.arbeitslosengeld.bemessung import (
    aufwertungsfaktor,
    zeitraum,
)

S = {"stichtag": "2.3.2026"}
GENUG = {"geburtsdatum": "1.1.1990", "wochen_24_monate": 60, "wochen_5_jahre": 100}


def alg(**angaben: object) -> dict[str, Any]:
    return rechne("arbeitslosengeld", {**S, **angaben})


def hinweise(antwort: dict[str, Any]) -> str:
    return "\n".join(hinweis["text"] for hinweis in antwort["hinweise"])


def termine(antwort: dict[str, Any]) -> dict[str, str]:
    return {termin["name"]: termin["am"] for termin in antwort["termine"]}


# Rechenweg


@pytest.mark.parametrize("brutto", [0, 1000, 2000, 4000])
def test_jeder_betrag_hat_eine_herleitung_auch_null(brutto: int) -> None:
    antwort = alg(brutto_monat=brutto, schulung_tage=400)

    betraege = {n: w for n, w in antwort["werte"].items() if isinstance(w, str)}
    betraege.pop("beginn")
    schritte = {schritt["name"]: schritt["wert"] for schritt in antwort["rechenweg"]}
    namen = {
        "monat_30": "Auszahlung für 30\u00a0Tage",
        "monat_31": "Auszahlung für 31\u00a0Tage",
        "netto_monat": "Netto im Monat",
        "ergaenzungsbetrag": "Ergänzungsbetrag",
    }
    hergeleitet = {n: schritte[namen.get(n, n.capitalize())] for n in betraege}
    assert hergeleitet == betraege
    assert len(betraege) == 10


# Voraussetzungen und Gegenproben


def test_die_anwartschaft_nennt_ihre_zahlen() -> None:
    antwort = alg(
        geburtsdatum="1.1.1990",
        zeiten=[{"art": "beschaeftigung", "von": "1.9.2025", "bis": "1.3.2026"}],
    )

    (anwartschaft, *_) = antwort["voraussetzungen"]
    assert anwartschaft["erfuellt"] is False
    assert anwartschaft["norm"] == "§ 14 Abs. 1 AlVG"
    assert (
        "182\u00a0Tage versichert, das sind 26\u00a0Wochen"
        in anwartschaft["begruendung"]
    )
    assert antwort["kern"]["satz"] == "Derzeit kein Anspruch auf Arbeitslosengeld"


@pytest.mark.parametrize(
    ("angaben", "rat"),
    [
        ({"wochen_24_monate": 49}, "Es fehlen 3\u00a0Wochen Versicherung."),
        ({"wochen_24_monate": 51}, "Es fehlt 1\u00a0Woche Versicherung."),
        (
            {"zeiten": [{"art": "lehre", "von": "4.3.2025", "bis": "1.3.2026"}]},
            "Es fehlt 1\u00a0Tag Versicherung auf 52\u00a0Wochen.",
        ),
    ],
)
def test_die_gegenprobe_sagt_was_fehlt(angaben: dict[str, object], rat: str) -> None:
    antwort = alg(geburtsdatum="1.1.1990", **angaben)

    assert [probe["text"] for probe in antwort["gegenproben"]] == [rat]


@pytest.mark.parametrize(
    ("bis", "rat"),
    [
        ("1.3.2026", "Es fehlt 1 versicherter Tag in Österreich"),
        ("1.2.2025", "Es fehlen 364\u00a0Tage Versicherung auf 52\u00a0Wochen."),
    ],
)
def test_nach_arbeit_im_ausland_fehlt_oft_nur_ein_tag(bis: str, rat: str) -> None:
    zeit = {"art": "ewr_beschaeftigung", "von": "1.3.2024", "bis": bis}
    antwort = alg(geburtsdatum="1.1.1990", zeiten=[zeit])

    assert antwort["art"] == "kein_anspruch"
    assert [
        gegenprobe["text"][: len(rat)] for gegenprobe in antwort["gegenproben"]
    ] == [rat]


def test_der_nebenjob_ist_ohne_angabe_offen_und_wird_erwaehnt() -> None:
    antwort = alg(brutto_monat="2000")

    assert antwort["voraussetzungen"][1]["erfuellt"] is None
    assert "ohne Nebenjob" in hinweise(antwort)


def test_der_nebenjob_hat_eine_gegenprobe() -> None:
    antwort = alg(brutto_monat="2000", geringfuegig_beschaeftigt=True)

    assert antwort["voraussetzungen"][1]["erfuellt"] is False
    assert "Ausnahmen" in antwort["gegenproben"][0]["text"]
    assert antwort["werte"]["tagsatz"] == "36.35"


def test_ein_restanspruch_erfuellt_die_voraussetzung_auch_wenn_die_anwartschaft_offen_ist() -> (
    None
):
    antwort = alg(restanspruch_tage=50, letzter_bezug="1.3.2025", brutto_monat="2000")

    assert antwort["voraussetzungen"][0]["erfuellt"] is True


# Kernaussagen


@pytest.mark.parametrize(
    ("angaben", "satz", "zahl"),
    [
        ({"brutto_monat": "2000"}, "Sie bekommen voraussichtlich", "36,35\u00a0€ am Tag"),
        (GENUG, "Sie haben voraussichtlich Anspruch", "20 Wochen"),
        ({"geburtsdatum": "1.1.1990", "wochen_24_monate": 60}, "Sie haben voraussichtlich Anspruch auf Arbeitslosengeld", ""),
        ({"rehabilitation": "ja"}, "Wenn Sie Anspruch haben, bekommen Sie Arbeitslosengeld für", "78 Wochen"),
        ({"dienstverhaeltnis_ende": "1.3.2026"}, "Arbeitslosengeld kann beginnen am", "2.\u00a0März 2026"),
        ({"schulung_tage": "30", "beendigung": "kuendigung_selbst"}, "Dafür fehlen noch Angaben", ""),
        (
            {"restanspruch_tage": 50, "letzter_bezug": "1.3.2025", "wochen_12_monate": 0, "wochen_24_monate": 0},
            "Sie bekommen die restlichen Tage von früher",
            "50 Tage",
        ),
    ],
)  # fmt: skip
def test_die_antwort_in_einem_satz(
    angaben: dict[str, object], satz: str, zahl: str
) -> None:
    kern = alg(**angaben)["kern"]

    assert (kern["satz"], kern["zahl"]) == (satz, zahl)


def test_der_nachsatz_nennt_dauer_und_zeitraum() -> None:
    kern = alg(brutto_monat="2000", **GENUG)["kern"]

    assert "20 Wochen" in kern["nachsatz"]
    assert "vom 2.\u00a0März 2026 bis 19.\u00a0Juli 2026" in kern["nachsatz"]


# Termine


def test_antrag_am_ersten_arbeitstag_nach_ostern() -> None:
    antwort = rechne(
        "arbeitslosengeld",
        {"stichtag": "1.4.2026", "dienstverhaeltnis_ende": "3.4.2026"},
    )

    assert termine(antwort)["Antrag stellen"] == "2026-04-07"


def test_wer_zu_spaet_kommt_erfaehrt_wie_viele_tage_fehlen() -> None:
    antwort = rechne(
        "arbeitslosengeld",
        {"stichtag": "11.3.2026", "dienstverhaeltnis_ende": "28.2.2026"},
    )

    assert "Antrag stellen" not in termine(antwort)
    assert "10\u00a0Tage verloren" in hinweise(antwort)


def test_waehrend_der_sperre_geht_durch_warten_nichts_verloren() -> None:
    antwort = rechne(
        "arbeitslosengeld",
        {"stichtag": "11.3.2026", "dienstverhaeltnis_ende": "28.2.2026", "beendigung": "kuendigung_selbst"},
    )  # fmt: skip

    assert "verloren" not in hinweise(antwort)


@pytest.mark.parametrize(
    ("bis", "name"),
    [
        ("2.5.2026", "Beim AMS wiedermelden"),
        ("3.5.2026", "Neuen Antrag stellen"),
    ],
)
def test_nach_mehr_als_62_tagen_ruhen_braucht_es_einen_neuen_antrag(
    bis: str, name: str
) -> None:
    antwort = alg(dienstverhaeltnis_ende="1.3.2026", urlaubsersatz_bis=bis)

    assert name in termine(antwort)


def test_eine_neue_stelle_binnen_acht_wochen() -> None:
    antwort = alg(dienstverhaeltnis_ende="1.3.2026", beendigung="kuendigung_selbst")

    (am,) = (am for name, am in termine(antwort).items() if "Neue Stelle" in name)
    assert am == "2026-04-26"


def test_notstandshilfe_vor_dem_letzten_tag() -> None:
    antwort = alg(**GENUG)

    assert termine(antwort)["Notstandshilfe beantragen"] == antwort["werte"]["ende"]


def test_termine_stehen_in_zeitlicher_folge() -> None:
    antwort = alg(
        **{**GENUG, "geburtsdatum": "1.5.1986", "wochen_5_jahre": 200, "wochen_10_jahre": 400},
        dienstverhaeltnis_ende="1.3.2026",
        beendigung="kuendigung_selbst",
        urlaubsersatz_bis="10.3.2026",
    )  # fmt: skip

    tage = [termin["am"] for termin in antwort["termine"]]
    assert tage == sorted(tage)
    assert len(tage) == 5


# Geburtstag


@pytest.mark.parametrize(
    ("geboren", "gemeldet"),
    [
        ("2.9.1986", True),  # der letzte Tag der sechs Monate
        ("3.9.1986", False),
        ("3.3.1986", True),
        ("2.3.1986", False),  # schon 40
    ],
)
def test_der_vierzigste_geburtstag_wird_genannt_wenn_er_nahe_ist(
    geboren: str, gemeldet: bool
) -> None:
    antwort = alg(
        geburtsdatum=geboren, wochen_24_monate=104, wochen_5_jahre=200, wochen_10_jahre=400
    )  # fmt: skip

    assert ("40. Geburtstag" in termine(antwort)) is gemeldet


def test_ein_geburtstag_ohne_vorteil_bleibt_unerwaehnt() -> None:
    antwort = alg(
        geburtsdatum="1.5.1986", wochen_24_monate=104, wochen_5_jahre=200, wochen_10_jahre=311
    )  # fmt: skip

    assert "40. Geburtstag" not in termine(antwort)


def test_am_geburtstag_muss_die_anwartschaft_noch_da_sein() -> None:
    zeiten = [{"art": "beschaeftigung", "von": "1.1.2016", "bis": "1.3.2025"}]
    heute = alg(geburtsdatum="1.8.1986", zeiten=zeiten)

    assert heute["werte"]["bezugsdauer_wochen"] == 30
    assert heute["werte"]["anwartschaft_wochen"] == 52
    assert "40. Geburtstag" not in termine(heute)


def test_am_fuenfzigsten_mit_zeiten() -> None:
    zeiten = [{"art": "beschaeftigung", "von": "1.1.2005", "bis": "1.3.2026"}]
    antwort = alg(geburtsdatum="1.5.1976", zeiten=zeiten)

    assert antwort["werte"]["bezugsdauer_wochen"] == 39
    assert "52 statt 39 Wochen" in hinweise(antwort)


# Hinweise


@pytest.mark.parametrize(
    ("angaben", "satz"),
    [
        ({"netto_monat": "1500"}, "Höchstbemessungsgrundlage ist dabei nicht geprüft"),
        ({"brutto_monat": "2000"}, "Gerechnet ist ohne Sperre"),
        ({"brutto_monat": "2000"}, "nicht geprüft. Dazu fehlt: Ihre versicherten Wochen"),
        ({"wochen_24_monate": 60}, "Dazu fehlt: Ihr Geburtsdatum und Ihre versicherten Wochen"),
        ({"beendigung": "kuendigung_selbst", "brutto_monat": "1"}, "fehlt der letzte Tag des Dienstverhältnisses"),
        ({"beendigung": "kuendigung_selbst", "dienstverhaeltnis_ende": "1.3.2026"}, "Nachsicht"),
        ({"beendigung": "austritt_berechtigt", "brutto_monat": "1"}, "Kündigungsentschädigung"),
        ({"kuendigungsentschaedigung_bis": "30.4.2026", "urlaubsersatz_bis": "10.4.2026"}, "schließt an die Kündigungsentschädigung an"),
        ({"krankengeld_bis": "30.4.2026"}, "Melden Sie sich am Tag nach dem letzten Tag"),
        ({"zeiten": [], "wochen_5_jahre": 3}, "zählen nicht"),
        ({"wochen_24_monate": 20, "wochen_12_monate": 30}, "passen nicht zusammen"),
        ({"geburtsdatum": "1.1.1970", "brutto_monat": "1800", "geschuetzte_bemessungsgrundlage": "3000"}, "Ra 2022/08/0067"),
        ({"geburtsdatum": "1.1.1990", "brutto_monat": "1800", "geschuetzte_bemessungsgrundlage": "3000"}, "zählt hier nicht"),
        ({"netto_monat": "1800", "geschuetzte_bemessungsgrundlage": "3000"}, "der Vergleich mit dem neuen Brutto"),
        ({"schulung_tage": 366, "dienstverhaeltnis_ende": "1.3.2026"}, "hängt bei einem so langen Kurs vom Tagsatz ab"),
        ({"schulung_tage": 120}, "unmittelbar vor dem Kurs"),
        ({"zeiten": [{"art": "ewr_beschaeftigung", "von": "1.1.2026", "bis": "31.1.2026"}]}, "kein versicherter Tag in Österreich"),
        ({"frueher_bezogen": True, "zeiten": []}, "nicht noch einmal"),
        ({"zeiten": [{"art": "ausbildung", "von": "1.1.2026", "bis": "31.12.2026"}]}, "Läuft die Ausbildung beim Antrag noch"),
        ({"brutto_monat": "2000", "partner_zuschlag": True}, "minderjähriges Kind"),
        ({"brutto_monat": "2000"}, "binnen 3\u00a0Monaten ab Zustellung"),
        ({"stichtag": "1.2.2026", "dienstverhaeltnis_ende": "1.3.2026"}, "Arbeitslos sind Sie erst ab 2.\u00a0März 2026"),
        ({"beitragsgrundlagen": [{"monat": "1.2020", "betrag": "1"}], "rehabilitation": "ja"}, "Jahresbeitragsgrundlagen"),
        ({"geburtsdatum": "1.1.1990", "wochen_24_monate": 0}, "Stellen Sie den Antrag trotzdem"),
    ],
)  # fmt: skip
def test_hinweise_wo_man_sie_braucht(angaben: dict[str, object], satz: str) -> None:
    assert satz in hinweise(alg(**angaben))


def test_wer_alles_angibt_liest_keine_annahme() -> None:
    antwort = alg(
        **GENUG, brutto_monat="2000", beendigung="zeitablauf", dienstverhaeltnis_ende="1.3.2026",
        geringfuegig_beschaeftigt="nein",
    )  # fmt: skip

    assert [h["text"] for h in antwort["hinweise"] if h["art"] == "annahme"] == []


# Bilder


ZEITEN = [
    {"art": "beschaeftigung", "von": "1.4.2021", "bis": "31.3.2023"},
    {"art": "auslandsausbildung", "von": "1.4.2023", "bis": "30.6.2023"},
    {"art": "geringfuegig", "von": "1.7.2023", "bis": "30.9.2023"},
    {"art": "beschaeftigung", "von": "25.6.2024", "bis": "31.3.2025"},
]


def test_die_rahmenfrist_laesst_sich_zeichnen() -> None:
    bild = rechne(
        "arbeitslosengeld",
        {"stichtag": "1.4.2025", "geburtsdatum": "1.6.1992", "zeiten": ZEITEN},
    )["rahmenfrist"]

    assert isinstance(bild, dict)
    assert (bild["von"], bild["bis"]) == ("2022-09-30", "2025-03-31")
    assert bild["ohne_verlaengerung_von"] == "2023-04-01"
    assert [
        (a["art"], a["tage_gezaehlt"], a["tage_verlaengernd"]) for a in bild["anteile"]
    ] == [
        ("beschaeftigung", 183, 0),
        ("auslandsausbildung", 0, 91),
        ("geringfuegig", 0, 92),
        ("beschaeftigung", 280, 0),
    ]
    assert [(a["von"], a["wirkung"]) for a in bild["abschnitte"]] == [
        ("2022-09-30", "zaehlt"),
        ("2023-04-01", "verlaengert"),
        ("2023-10-01", "keine"),
        ("2024-06-25", "zaehlt"),
    ]


def test_ohne_zeiten_gibt_es_kein_bild() -> None:
    assert "rahmenfrist" not in alg(**GENUG)


def test_der_bemessungszeitraum_laesst_sich_zeichnen() -> None:
    bild = alg(
        beitragsgrundlagen=[
            {"monat": "12.2024", "betrag": "2000"},
            {"monat": "1.2025", "betrag": "2100"},
            {"monat": "2.2024", "betrag": "9000"},
        ]
    )["bemessung"]

    assert (bild["von"], bild["frist_von"]) == ("2024-03", "2025-03")
    assert [(m["monat"], m["zaehlt"], m["faktor"]) for m in bild["monate"]] == [
        ("2024-02", False, None),
        ("2024-12", True, "1,046"),
        ("2025-01", True, None),
    ]


# Veröffentlichte Zeiträume und Faktoren aus Jahren, für die es sonst keine Beträge gibt


@pytest.mark.parametrize(
    ("stichtag", "von", "frist_von"),
    [
        (date(2022, 1, 17), date(2020, 1, 1), date(2021, 1, 1)),  # AMS
        (date(2021, 7, 15), date(2019, 7, 1), date(2020, 7, 1)),  # AK Salzburg
        (date(2024, 2, 29), date(2022, 2, 1), date(2023, 2, 1)),
    ],
)
def test_bemessungszeitraum(stichtag: date, von: date, frist_von: date) -> None:
    raum = zeitraum(stichtag, verzeichnis().am(stichtag))

    assert (raum.von, raum.frist_von) == (von, frist_von)


def test_aufwertung_2019_nach_dem_bundesverwaltungsgericht() -> None:
    stichtag = date(2019, 6, 1)
    faktor = aufwertungsfaktor(2017, stichtag, verzeichnis().am(stichtag))

    assert faktor is not None
    assert faktor.anzeige == "1,016"


def test_das_vorjahr_wird_nicht_aufgewertet() -> None:
    stichtag = date(2026, 3, 2)

    assert aufwertungsfaktor(2025, stichtag, verzeichnis().am(stichtag)) is None


def test_ein_nein_ohne_alter_nennt_was_auf_jede_regel_fehlt() -> None:
    antwort = alg(wochen_24_monate=10, wochen_12_monate=10)

    grund = antwort["voraussetzungen"][0]["begruendung"]
    assert "26 (Jugendanwartschaft) oder 52 (große Anwartschaft)" in grund
    fehlt = [probe["text"] for probe in antwort["gegenproben"]]
    assert "mindestens 16\u00a0Wochen" in fehlt[0]
    assert "mindestens 42\u00a0Wochen" in fehlt[1]


def test_ein_rest_trotz_nein_wird_gesagt() -> None:
    rest = {"restanspruch_tage": 50, "letzter_bezug": "1.3.2025"}

    gesagt = [
        any("noch nie Geld" in h["text"] for h in alg(**rest, **dazu)["hinweise"])
        for dazu in ({}, {"frueher_bezogen": True}, {"frueher_bezogen": False})
    ]

    assert gesagt == [False, False, True]
