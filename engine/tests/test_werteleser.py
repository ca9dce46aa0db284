"""Die Tabellen der Redaktion: Was gilt wann, und was wird gemeldet, wenn etwas nicht stimmt."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

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
        ({"schluessel": "Größe neu"}, "zum Beispiel `groesse_neu`"),
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
    ("zelle", "gemeint"),
    [
        ("551.10", "551,10"),
        ("0.970", "0,970"),
        ("1,308.40", "1.308,40"),
        ("551,10 €", "551,10"),
        ("€ 551,10", "551,10"),
        ("1 308,40", "1308,40"),
        ("\u200b551,10", "551,10"),
        ("551,1O", "551,10"),
        ("Noch offen", "noch offen"),
        ("offen", "noch offen"),
        ("-", "–"),
        ("—", "–"),
        ("entfällt", "–"),
    ],
)
def test_uebliche_vertipper_nennen_was_gemeint_ist(zelle: str, gemeint: str) -> None:
    [meldung] = probleme(KOPF + zeile(neu=zelle))

    assert f"„{zelle}“ bei `a_b` ist keine Zahl" in meldung
    assert meldung.endswith(f"Gemeint: „{gemeint}“? (Spalte „ab 1.1.2026“)")


@pytest.mark.parametrize("zelle", ["1234,56", "\t1.234,56\t", "1.234,56\u00a0"])
def test_ohne_tausenderpunkt_und_mit_leerraum_gilt_derselbe_betrag(zelle: str) -> None:
    werte = gelesen(KOPF + zeile(neu=zelle)).am(date(2026, 3, 1))

    assert werte["a_b"].wert == Decimal("1234.56")


def test_ein_faktor_mit_dezimalpunkt_wird_nicht_zu_tausend() -> None:
    [meldung] = probleme(KOPF + zeile(einheit="Faktor", alt="1,05", neu="1.024"))

    assert "Gemeint: „1,024“?" in meldung


def test_mit_bom_und_zeilenenden_von_windows_liest_sich_dasselbe() -> None:
    text = "\ufeff" + (KOPF + zeile()).replace("\n", "\r\n")

    assert gelesen(text).am(date(2026, 3, 1))["a_b"].wert == Decimal("1234.56")


@pytest.mark.parametrize(
    ("text", "meldung"),
    [
        (KOPF + zeile()[2:], "probe.md:3: Die Zeile steht in der Tabelle, beginnt"),
        (KOPF + "Ein Satz\n" + zeile(), "probe.md:3: Die Zeile steht in der Tabelle"),
        (KOPF + "\n" + zeile(), "probe.md:4: Diese Zeile gehört zu keiner Tabelle"),
        (zeile(), "probe.md:1: Diese Zeile gehört zu keiner Tabelle"),
        (KOPF.replace("---", "--") + zeile(), "probe.md:1: Unter dieser Kopfzeile"),
        (KOPF.splitlines()[0] + "\n" + zeile(), "probe.md:1: Unter dieser Kopfzeile"),
        (KOPF.replace("---|", "", 1) + zeile(), "probe.md:2: Die Zeile hat 8 Zellen"),
        (KOPF.replace("Schl", "Shl") + zeile(), "Gemeint: „Schlüssel“?"),
        (zeile().join([KOPF, "| ` | |\n"]), "probe.md:4: Die Zeile hat 2 Zellen"),
    ],
)
def test_keine_zeile_geht_still_verloren(text: str, meldung: str) -> None:
    [gefunden] = probleme(text)

    assert meldung in gefunden


def test_eine_andere_codierung_ist_eine_meldung_und_kein_absturz(
    tmp_path: Path,
) -> None:
    (tmp_path / "probe.md").write_bytes(b"Eins\n\nSchl\xfcssel\n")

    with pytest.raises(TabellenFehler, match=r"probe.md:3: .*nicht als UTF-8"):
        ablage.lies_ordner(tmp_path)


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
    [meldung] = probleme(KOPF + zeile() + zeile())

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
