"""Die Tabellen der Redaktion: Was gilt wann, und was wird gemeldet, wenn etwas nicht stimmt."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from leistungsrechner import ablage
from leistungsrechner.fehler import KeineWerte, TabellenFehler, UnbekannterSchluessel
from leistungsrechner.werte import Verzeichnis
from leistungsrechner.werteleser import lies_verzeichnis

KOPF = (
    "| Schlüssel | Bezeichnung | Einheit | Gilt | ab 1.1.2025 | ab 1.1.2026 | Status | Quelle | Geprüft |\n"
    "|---|---|---|---|---:|---:|---|---|---|\n"
)


def zeile(**anders: str) -> str:
    zellen = {
        "schluessel": "`a_b`", "bezeichnung": "Betrag", "einheit": "€/Tag", "gilt": "jährlich",
        "alt": "1,00", "neu": "1.234,56", "status": "amtlich", "quelle": "Gesetz", "geprueft": "1.2.2026",
    } | anders  # fmt: skip
    return "| " + " | ".join(zellen.values()) + " |\n"


def gelesen(text: str) -> Verzeichnis:
    return lies_verzeichnis({"probe.md": text})


def probleme(text: str) -> list[str]:
    with pytest.raises(TabellenFehler) as fehler:
        gelesen(text)
    return [str(problem) for problem in fehler.value.probleme]


def test_ein_jaehrlicher_wert_gilt_nur_im_jahr_seiner_spalte() -> None:
    verzeichnis = gelesen(KOPF + zeile())

    assert verzeichnis.am(date(2025, 12, 31))["a_b"].wert == Decimal("1.00")
    assert verzeichnis.am(date(2026, 1, 1))["a_b"].wert == Decimal("1234.56")
    for ohne in (date(2024, 12, 31), date(2027, 1, 1)):
        with pytest.raises(KeineWerte):
            verzeichnis.am(ohne)["a_b"]


def test_ein_dauerhafter_wert_gilt_bis_zur_naechsten_spalte() -> None:
    verzeichnis = gelesen(KOPF + zeile(gilt="bis auf Weiteres"))

    assert verzeichnis.am(date(2031, 6, 1))["a_b"].wert == Decimal("1234.56")


def test_prozente_werden_als_anteil_gefuehrt() -> None:
    verzeichnis = gelesen(KOPF + zeile(einheit="%", alt="55", neu="2,95"))

    assert verzeichnis.am(date(2025, 1, 1))["a_b"].wert == Decimal("0.55")
    assert verzeichnis.am(date(2026, 1, 1))["a_b"].anzeige == "2,95\u00a0%"


def test_noch_offen_ist_kein_wert_des_vorjahres() -> None:
    verzeichnis = gelesen(KOPF + zeile(neu="noch offen"))

    with pytest.raises(KeineWerte):
        verzeichnis.am(date(2026, 3, 1))["a_b"]


def test_ein_strich_heisst_ausdruecklich_kein_wert() -> None:
    werte = gelesen(KOPF + zeile(neu="–")).am(date(2026, 3, 1))

    assert werte.falls_vorhanden("a_b") is None


def test_alle_fehler_kommen_auf_einmal_mit_datei_und_zeile() -> None:
    text = (
        KOPF
        + zeile(neu="0.9x7")
        + zeile(schluessel="`c`", einheit="Taler")
        + "| zu | kurz |\n"
    )

    meldungen = probleme(text)

    assert [meldung.split(": ")[0] for meldung in meldungen] == [
        "probe.md:3",
        "probe.md:4",
        "probe.md:5",
    ]
    assert "1.234,56" in meldungen[0]
    assert "Fehlt ein senkrechter Strich?" in meldungen[2]


@pytest.mark.parametrize(
    ("anders", "meldung"),
    [
        ({"neu": ""}, "Die Zelle ist leer"),
        ({"neu": "1234.56"}, "ist keine Zahl"),
        ({"neu": "-5"}, "ist keine Zahl"),
        ({"neu": "5 €"}, "ohne Einheit"),
        ({"schluessel": "a_b"}, "ist kein Schlüssel"),
        ({"schluessel": "`Äb`"}, "ist kein Schlüssel"),
        ({"bezeichnung": ""}, "Es fehlt die Bezeichnung"),
        ({"gilt": "immer"}, "sagt nicht, wie lange"),
        ({"status": "geraten"}, "Den Status „geraten“ gibt es nicht"),
        ({"quelle": ""}, "Es fehlt die Quelle"),
        ({"geprueft": "gestern"}, "ist kein Datum"),
        ({"geprueft": "31.2.2026"}, "ist kein Datum"),
    ],
)
def test_jede_fehlerhafte_zelle_wird_gemeldet(
    anders: dict[str, str], meldung: str
) -> None:
    gefunden = probleme(KOPF + zeile(**anders))

    assert len(gefunden) >= 1
    assert meldung in gefunden[0]


@pytest.mark.parametrize(
    ("alt", "neu", "meldung"),
    [
        ("ab 1.1.2026", "ab 2026", "weder eine der festen Spalten noch ein Datum"),
        ("ab 1.1.2025", "ab 1.1.2027", "vom ältesten zum jüngsten"),
        ("| Quelle |", "| Woher |", "fehlt die Spalte „Quelle“"),
    ],
)
def test_ein_fehlerhafter_tabellenkopf_wird_gemeldet(
    alt: str, neu: str, meldung: str
) -> None:
    assert any(
        meldung in gefunden for gefunden in probleme(KOPF.replace(alt, neu) + zeile())
    )


def test_derselbe_tag_steht_nur_einmal() -> None:
    meldung = probleme(KOPF + zeile() + zeile())[0]

    assert "hat schon einen Wert ab 1.1.2025" in meldung
    assert "probe.md:3" in meldung


def test_der_status_kann_fuer_eine_spalte_eigens_stehen() -> None:
    staende = gelesen(KOPF + zeile(status="amtlich; ab 1.1.2026: abgeleitet"))[
        "a_b"
    ].staende

    assert [stand.status for stand in staende] == ["amtlich", "abgeleitet"]


def test_ein_unbekannter_schluessel_nennt_den_naechstliegenden() -> None:
    with pytest.raises(UnbekannterSchluessel, match="Gemeint: „a_b“"):
        gelesen(KOPF + zeile())["a_bb"]


def test_die_echten_tabellen_sind_lesbar() -> None:
    assert len(lies_verzeichnis(ablage.lies_ordner(ablage.standardordner()))) > 100
