"""Der Vergleich vor dem Veröffentlichen: Zellen, Fälle, Haushalte, Seiten."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from markdown import Markdown

from calculators.redaktion import bericht
from calculators.redaktion.__main__ import main
from calculators.redaktion.faelle import falltabelle, haushalte
from calculators.redaktion.neues_jahr import oeffne_jahr
from calculators.redaktion.vergleich import geaenderte_zellen, stand_aus, zwischen
from calculators.redaktion.verwendung import alle_seiten, in_rechnern
from calculators.seite import tafel
from calculators.seite.fundstelle import SAMMLUNG
from calculators.seite.jahreshinweis import werte_bis
from leistungsrechner.werte import Verzeichnis
from leistungsrechner.werteleser import lies_verzeichnis

# Das erste Jahr, für das noch keine Tabelle eine Spalte hat: So gelten die Tests auch nach dem nächsten Jänner.
NEU = 1 + max(
    stand.ab.year
    for stand in tafel.verzeichnis()["geringfuegigkeitsgrenze_monat"].staende
)


@pytest.fixture
def werte(tmp_path: Path) -> Path:
    ordner = tmp_path / "werte"
    shutil.copytree(tafel.ORDNER, ordner)
    return ordner


def aendere(ordner: Path, datei: str, schluessel: str, alt: str, neu: str) -> None:
    """Ersetzt eine Zelle in der Zeile dieses Schlüssels."""
    pfad = ordner / datei
    zeilen = pfad.read_text().splitlines()
    [nummer] = [n for n, z in enumerate(zeilen) if f"`{schluessel}`" in z]
    assert f"| {alt} |" in zeilen[nummer]
    vorne, _, hinten = zeilen[nummer].rpartition(f"| {alt} |")
    zeilen[nummer] = f"{vorne}| {neu} |{hinten}"
    pfad.write_text("\n".join(zeilen) + "\n")


def durchsicht(neu: Verzeichnis) -> str:
    return bericht.durchsicht(tafel.verzeichnis(), neu, "vorher")


def abschnitt(text: str, ueberschrift: str) -> str:
    return text.partition(f"## {ueberschrift}")[2].partition("\n## ")[0]


def test_ohne_aenderung_sagt_der_vergleich_genau_das(werte: Path) -> None:
    text = durchsicht(tafel.verzeichnis(werte))

    assert text == "Gegenüber „vorher“ hat sich in den Tabellen nichts geändert.\n"


def test_eine_geaenderte_zelle_steht_mit_altem_neuem_wert_und_quelle_da(
    werte: Path,
) -> None:
    aendere(werte, "arbeitslosengeld.md", "alg_familienzuschlag_tag", "0,97", "1,10")

    text = durchsicht(tafel.verzeichnis(werte))

    assert "## 1 Zelle geändert" in text
    zeile = next(z for z in text.splitlines() if z.startswith("| `alg_familien"))
    assert "| 1.1.2026 | 0,97\u00a0€ | 1,10\u00a0€ | amtlich |" in zeile
    assert "ams.at" in zeile


def test_der_vergleich_nennt_faelle_haushalte_und_seiten_die_sich_aendern(
    werte: Path,
) -> None:
    aendere(werte, "arbeitslosengeld.md", "alg_familienzuschlag_tag", "0,97", "1,10")

    text = durchsicht(tafel.verzeichnis(werte))

    faelle = abschnitt(text, "Fälle der Falltabellen")
    assert "| Familienzuschläge kommen dazu | 2.3.2026 |" in faelle
    assert "Familienzuschlag: 1,94\u00a0€ → 2,20\u00a0€" in faelle
    haushalt = abschnitt(text, "Beispielhaushalte")
    assert (
        "2.600 € brutto, ein Kind | 1.3.2026 | 44,58\u00a0€ am Tag | 44,71" in haushalt
    )
    assert "ohne Kinder" not in haushalt
    seiten = abschnitt(text, "Seiten")
    assert "docs/ratgeber/familie/familienzuschlag.md" in seiten
    assert "docs/rechner/arbeitslosengeld.md" in seiten
    assert "docs/ratgeber/wohnen/energie.md" not in seiten


def test_ein_geoeffnetes_jahr_zeigt_jede_offene_zelle_und_aendert_keinen_fall(
    werte: Path,
) -> None:
    oeffne_jahr(werte, NEU)

    zellen = geaenderte_zellen(tafel.verzeichnis(), tafel.verzeichnis(werte))

    assert len(zellen) > 50
    assert {zelle.ab for zelle in zellen} == {date(NEU, 1, 1)}
    text = durchsicht(tafel.verzeichnis(werte))
    assert "Kein Ergebnis ändert sich." in abschnitt(text, "Fälle der Falltabellen")


def test_der_befehl_vergleicht_mit_einem_ordner(
    werte: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    aendere(werte, "allgemein.md", "existenzminimum_monat", "1.526,00", "1.600,00")

    assert main(["--ordner", str(werte), "vergleich", str(tafel.ORDNER)]) == 0

    assert "| 1.526,00\u00a0€ | 1.600,00\u00a0€ |" in capsys.readouterr().out


def test_der_befehl_vergleicht_mit_der_versionsverwaltung() -> None:
    assert "alg_familienzuschlag_tag" in stand_aus("HEAD")


def test_ein_unbekannter_stand_ist_eine_meldung_und_kein_absturz(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["vergleich", "gibt-es-nicht"]) == 1
    assert "„gibt-es-nicht“ ist weder ein Ordner noch" in capsys.readouterr().err


def test_die_seite_stellt_zwei_jahre_nebeneinander() -> None:
    text = "\n".join(bericht.seite(tafel.verzeichnis(), 2025, 2026))

    assert "| 1.273,99\u00a0€ | 1.308,39\u00a0€ | 1.1.2026 |" in text
    assert "| 42,47\u00a0€ am Tag | 43,61\u00a0€ am Tag |" in text
    assert "[Bildungsgutschein" not in text.partition("noch nicht bekannt")[0]
    assert "(ratgeber/arbeitslosengeld/hoehe.md)" in text


def test_ein_offenes_jahr_steht_auf_der_seite_nicht_mit_alten_betraegen(
    werte: Path,
) -> None:
    bis = werte_bis(tafel.verzeichnis())
    oeffne_jahr(werte, bis + 1)

    text = "\n".join(bericht.seite(tafel.verzeichnis(werte), bis, bis + 1))

    assert "\u00a0€ am Tag | noch keine Beträge |" in text
    assert "* Ausgleichszulagenrichtsatz für Alleinstehende (zuletzt " in text
    assert "[Ausgleichszulagenrichtsatz für Alleinstehende](" not in text


@pytest.mark.parametrize("jahre", ["2026", "2027 2026", "bald", "2026 2026"])
def test_falsche_jahre_sind_eine_meldung(jahre: str) -> None:
    Markdown(extensions=["calculators.seite.aenderungen"]).convert(
        f"[aenderungen: {jahre}]"
    )

    [problem] = SAMMLUNG.nimm_alle()
    assert f"„{jahre}“ sind keine zwei Jahre" in problem


def test_jeder_beispielhaushalt_rechnet_heuer() -> None:
    zwei = "\n".join(bericht.seite(tafel.verzeichnis(), 2025, 2026))

    assert len(haushalte()) > 10
    for haushalt in haushalte():
        [zeile] = [z for z in zwei.splitlines() if z.startswith(f"| {haushalt.name} |")]
        assert "noch keine Beträge" not in zeile
        assert "Angaben fehlen" not in zeile


def test_zwischen_zwei_gleichen_jahren_aendert_sich_nichts() -> None:
    assert zwischen(tafel.verzeichnis(), 2026, 2026) == []


def test_gilt_ab_nennt_den_ersten_tag_und_nicht_die_juengste_spalte() -> None:
    verzeichnis = lies_verzeichnis(
        {
            "a.md": "| Schlüssel | Bezeichnung | Einheit | Gilt | ab 1.1.2025 | ab 1.1.2026 | ab 1.4.2026 | Status | Quelle | Geprüft |\n"
            "|---|---|---|---|---:|---:|---:|---|---|---|\n"
            "| `satz` | Satz | € | jährlich | 50,00 | 45,00 | 45,00 | amtlich | BGBl. | 1.1.2026 |\n"
            "| `deckel` | Deckel | € | jährlich | 50,00 | 45,00 | 40,00 | amtlich | BGBl. | 1.1.2026 |\n"
        }
    )

    satz, deckel = zwischen(verzeichnis, 2025, 2026)
    assert satz.ab == date(2026, 1, 1)
    assert deckel.ab == date(2026, 4, 1)


def test_die_verwendung_kennt_text_tabellen_bausteine_und_rechner() -> None:
    seiten = {seite.pfad: seite for seite in alle_seiten()}
    rechner = in_rechnern(tafel.verzeichnis())

    assert "geringfuegigkeitsgrenze_monat" in seiten["neu-2026.md"].schluessel
    assert seiten["rechner/notstandshilfe.md"].rechner == {"notstandshilfe"}
    assert "nh_satz_hoch" in rechner["notstandshilfe"]
    assert "ms_mietobergrenze_paar_7_monat" in rechner["mindestsicherung"]
    assert "nh_satz_hoch" not in rechner["rezeptgebuehr"]
    assert falltabelle().alle_faelle()
