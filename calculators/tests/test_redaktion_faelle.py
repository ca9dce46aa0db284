"""Die öffentlichen Fälle: vollständig, lesbar, mit Quelle und einem Verweis, der sie öffnet."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl

import falltabelle
import pytest
from falltabelle import Fall, alle_faelle
from markdown import Markdown

from calculators.redaktion.bezeichnungen import angabe, ergebnis
from calculators.redaktion.faelle import probleme as fehlerhafte
from calculators.seite import fallseiten
from calculators.seite.fundstelle import SAMMLUNG
from leistungsrechner import RECHNER

PRUEFUNG = Path(__file__).parents[2] / "docs" / "pruefung"
FAELLE = alle_faelle()


def test_jeder_rechner_mit_faellen_hat_seine_seite() -> None:
    for rechner in {fall.rechner for fall in FAELLE}:
        text = (PRUEFUNG / f"{rechner}.md").read_text("utf-8")
        assert f"[faelle: {rechner}]" in text


@pytest.mark.parametrize("rechner", RECHNER)
def test_jeder_fall_steht_mit_name_tag_und_quelle_auf_der_seite(rechner: str) -> None:
    zeilen = [z for z in fallseiten.faelle(rechner) if z.startswith("| **")]
    gemeint = [fall for fall in FAELLE if fall.rechner == rechner]

    assert len(zeilen) == len(gemeint)
    for fall, zeile in zip(gemeint, zeilen, strict=True):
        assert fall.name.replace("|", "\\|") in zeile
        assert f"am {fall.stichtag}" in zeile
        assert not zeile.endswith("|  |")


@pytest.mark.parametrize("fall", FAELLE, ids=[fall.ort for fall in FAELLE])
def test_angaben_und_ergebnisse_haben_lesbare_namen(fall: Fall) -> None:
    paare = [angabe(fall.rechner, *p) for p in fall.angaben.items()]
    paare += [ergebnis(fall.rechner, *p) for p in fall.erwartet.items()]

    for name, wert in paare:
        assert name[0].isupper()
        assert not re.search(r"[a-z]_[a-z]", name)
        for text in [wert] if isinstance(wert, str) else wert:
            assert text
            assert not re.search(r"[a-z]_[a-z]|None|True|False|[{}\[\]]", text), text
            assert not re.search(r"\?:|\d-\d\d|\d{4}(?:,\d\d)?\s€", text), text


@pytest.mark.parametrize("rechner", RECHNER)
def test_keine_ueberschrift_hat_frage_und_doppelpunkt_und_keine_zeile_nennt_etwas_doppelt(
    rechner: str,
) -> None:
    text = "\n".join(fallseiten.faelle(rechner))

    assert re.findall(r"^#.*\?:.*", text, re.MULTILINE) == []
    assert re.findall(r"\b(\w+): \1:", text) == []


def test_der_verweis_enthaelt_alle_angaben_des_falls() -> None:
    fall = next(f for f in FAELLE if f.name.startswith("Zwei Kinder, Paar"))
    [zeile] = [z for z in fallseiten.faelle("rezeptgebuehr") if f"**{fall.name}**" in z]

    adresse = re.search(r'href="([^"]+)"', zeile)
    assert adresse is not None
    seite, _, angaben = adresse[1].replace("&amp;", "&").partition("#")
    assert seite == "../../rechner/rezeptgebuehr/"
    assert dict(parse_qsl(angaben)) == {
        "r": "1",
        "n": "5",
        "stichtag": "1.4.2025",
        "haushalt": "paar",
        "netto_haushalt": "2.400",
        "kinder_einkommen.1": "0",
        "kinder_einkommen.2": "0",
    }


@pytest.mark.parametrize("rechner", RECHNER)
def test_jeder_berechnete_fall_laesst_sich_auf_der_seite_seines_rechners_oeffnen(
    rechner: str,
) -> None:
    text = "\n".join(fallseiten.faelle(rechner))
    berechnet = [
        fall
        for fall in FAELLE
        if fall.rechner == rechner
        and fall.erwartet.get("art") not in ("angaben_unvollstaendig", "keine_werte")
    ]

    seiten = re.findall(r'href="\.\./\.\./([^"#]+)/#', text)
    assert len(seiten) == len(berechnet) > 0
    [seite] = set(seiten)
    marke = f"[rechner: {rechner}]"
    assert marke in (PRUEFUNG.parent / f"{seite}.md").read_text("utf-8")
    assert "„Im Rechner öffnen“" in (PRUEFUNG / f"{rechner}.md").read_text("utf-8")


@pytest.fixture
def schreibe_fall(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], None]:
    """Statt aller Fälle gibt es nur diese eine Zeile zur Rezeptgebühr."""
    monkeypatch.setattr("falltabelle.ORDNER", tmp_path)
    monkeypatch.setattr(fallseiten, "FAELLE", tmp_path)
    kopf = "# Rezeptgebühr\n\n| Fall | Stichtag | Angaben | Erwartet | Quelle |\n|---|---|---|---|---|\n"

    def schreibe(zeile: str) -> None:
        (tmp_path / "rezeptgebuehr.md").write_text(f"{kopf}| {zeile} |\n", "utf-8")

    return schreibe


def test_ein_fall_der_nicht_mehr_stimmt_ist_gekennzeichnet(
    schreibe_fall: Callable[[str], None],
) -> None:
    schreibe_fall(
        "Falsch | 2.3.2026 | haushalt = paar; netto_haushalt = 1 | befreit = nein | erfunden"
    )

    text = "\n".join(fallseiten.faelle("rezeptgebuehr"))

    assert "1 Fall. **1 davon weicht ab**" in text
    assert "**Weicht ab:** befreit: erwartet nein, gerechnet ja" in text


@pytest.mark.parametrize(
    ("soll", "haben", "meldung"),
    [
        ("24,12", "24.10", "tagsatz: erwartet 24,12, gerechnet 24,10"),
        ("1.234,56", "1234.65", "tagsatz: erwartet 1.234,56, gerechnet 1.234,65"),
        ("2.400", "2400.00", "tagsatz: erwartet 2.400, gerechnet 2.400,00"),
        ("1.4.2026", "2026-05-01", "tagsatz: erwartet 1.4.2026, gerechnet 1.5.2026"),
        (None, "24.10", "tagsatz: erwartet null, gerechnet 24,10"),
        ("24,12", None, "tagsatz: erwartet 24,12, gerechnet null"),
    ],
)
def test_eine_abweichung_nennt_beide_werte_in_der_schreibweise_der_falltabelle(
    soll: object, haben: object, meldung: str
) -> None:
    fall = Fall("x", "x", "", {}, {"tagsatz": soll}, "x", "x:1")
    antwort = {"art": "ergebnis", "werte": {"tagsatz": haben}, "fehler": []}

    assert falltabelle.abweichungen(fall, antwort) == [meldung]


def test_ein_fall_ohne_bezeichnung_ist_eine_meldung_wie_im_handbuch(
    schreibe_fall: Callable[[str], None],
) -> None:
    schreibe_fall("Falsch | 2.3.2026 | haushalt = paar | einkomen = 1 | erfunden")

    Markdown(extensions=["calculators.seite.fallseiten"]).convert(
        "[faelle: rezeptgebuehr]"
    )

    [problem] = SAMMLUNG.nimm_alle()
    assert "Für „einkomen“ fehlt die Bezeichnung." in problem
    handbuch = (PRUEFUNG.parent / "mitarbeit" / "meldungen.md").read_text("utf-8")
    assert "| Für „einkomen“ fehlt die Bezeichnung." in handbuch
    assert "| tagsatz: erwartet 24,12, gerechnet 24,10 |" in handbuch


@pytest.mark.parametrize(
    ("zeile", "meldung"),
    [
        ("Gut | 2.3.2026 | haushalt paar | befreit = nein | AK", "kein Paar „feld ="),
        ("Gut | 2.3.2026 | kinder = 1 | befreit = nein | ", "Ein Fall ohne Quelle"),
        ('Gut | 2.3.2026 | kinder = ["0 | befreit = nein | AK', "keine lesbare Liste"),
        ("Gut | 2.3.2026 | kinder = 1 | befreit = nein", "4 Zellen statt 5"),
    ],
)
def test_ein_unlesbarer_fall_nennt_datei_und_zeile_und_haelt_die_anderen_nicht_auf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zeile: str, meldung: str
) -> None:
    monkeypatch.setattr("falltabelle.ORDNER", tmp_path)
    (tmp_path / "rezeptgebuehr.md").write_text(
        "| Fall | Stichtag | Angaben | Erwartet | Quelle |\n|---|---|---|---|---|\n"
        f"| {zeile} |\n| Noch einer | 2.3.2026 | kinder = 1 | befreit = nein | AK |\n"
    )

    faelle, probleme = falltabelle.lies_faelle()

    assert [fall.name for fall in faelle] == ["Noch einer"]
    [problem] = probleme
    assert problem.startswith("engine/tests/faelle/rezeptgebuehr.md:3: ")
    assert meldung in problem


def test_ein_unlesbarer_haushalt_nennt_datei_und_zeile(tmp_path: Path) -> None:
    datei = tmp_path / "_haushalte.md"
    datei.write_text(
        "| Haushalt | Rechner | Angaben |\n|---|---|---|\n| A | `gesamt` | kinder 1 |\n"
    )

    problem = fehlerhafte(datei)[-1]

    assert problem.startswith("docs/mitarbeit/_haushalte.md:3: „kinder 1“")


def test_ein_unbekannter_rechner_ist_eine_meldung() -> None:
    Markdown(extensions=["calculators.seite.fallseiten"]).convert("[faelle: lotto]")

    [problem] = SAMMLUNG.nimm_alle()
    assert "Den Rechner „lotto“ gibt es nicht. Es gibt: arbeitslosengeld" in problem


def test_ein_ergebnis_ohne_wert_klingt_nicht_nach_einer_fehlenden_angabe() -> None:
    assert ergebnis("arbeitslosengeld", "sperre_bis", "fehlt")[1] == "kein Wert"
    assert ergebnis("notstandshilfe", "deckel", None)[1] == "keiner"
    assert angabe("arbeitslosengeld", "brutto_monat", None)[1] == "nicht angegeben"


@pytest.mark.parametrize(
    ("wert", "lesbar"),
    [
        ("1.400", "1.400\u00a0€"),
        ("1.308,39", "1.308,39\u00a0€"),
        ("0", "0\u00a0€"),
        ("1234.56", "1.234,56\u00a0€"),
        ("9999", "9.999\u00a0€"),
        ("60,00", "60\u00a0€"),
        ("rund tausend", "rund tausend"),
    ],
)
def test_betraege_sehen_ueberall_gleich_aus_und_bleiben_was_sie_sind(
    wert: str, lesbar: str
) -> None:
    assert angabe("rezeptgebuehr", "netto_haushalt", wert)[1] == lesbar


@pytest.mark.parametrize(
    ("feld", "wert", "lesbar"),
    [
        (
            "beitragsgrundlagen",
            [{"monat": "2025-01", "betrag": "2100"}, {"monat": "2024-12", "betrag": "2103,25"}],
            ["Jänner 2025: 2.100\u00a0€", "Dezember 2024: 2.103,25\u00a0€"],
        ),
        (
            "beitragsgrundlagen",
            [{"monat": "2025-04", "betrag": "1050", "voll": False, "tage": 15}],
            ["April 2025: 1.050\u00a0€; War der ganze Monat versichert? nein; Versicherte Tage: 15"],
        ),
        (
            "zeiten",
            [
                {"art": "lehre", "von": "1.9.2025", "bis": "1.3.2026"},
                {"art": "geringfuegig", "von": "2.1.2026", "betrag": "300"},
            ],
            [
                "1.9.2025 bis 1.3.2026: Lehre",
                "2.1.2026 bis nicht angegeben: Geringfügige Arbeit; Verdienst im Monat, brutto: 300\u00a0€",
            ],
        ),
        ("zeiten", [], "keine"),
    ],
)  # fmt: skip
def test_jeder_eintrag_einer_liste_steht_fuer_sich(
    feld: str, wert: object, lesbar: object
) -> None:
    assert angabe("arbeitslosengeld", feld, wert)[1] == lesbar


def test_eintraege_stehen_in_der_zelle_untereinander() -> None:
    text = Markdown(extensions=["tables", "calculators.seite.fallseiten"]).convert(
        "[faelle: arbeitslosengeld]"
    )

    assert (
        "<td>Ihre monatlichen Beitragsgrundlagen:<ul><li>März 2025: 2.100\u00a0€</li>"
        "<li>April 2025: 3.000\u00a0€; War der ganze Monat versichert? nein; Versicherte Tage: 15</li></ul></td>"
    ) in text
    assert "Ihre Zeiten, eine nach der anderen: keine</td>" in text
    assert "<br><ul>" not in text
    assert "</ul><br" not in text
