"""Die Suche, ohne Browser: wie sie Wörter liest, was sie aus Seiten und Tabellen macht, was sie in die Site legt."""

from __future__ import annotations

import json
import logging
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from calculators.buendel import node
from calculators.seite import tafel
from calculators.suche import ORDNER, baue_suche
from calculators.suche.auszug import Seite, lies_site
from calculators.suche.probe import frage
from calculators.suche.synonyme import aus_betraegen, aus_bezirken, lies_synonyme
from leistungsrechner.fehler import TabellenFehler
from leistungsrechner.tabelle import Zeile, lies_tabellen

HIER = Path(__file__).parent
WOERTER = HIER / "suche_woerter.md"


def mache(**auftrag: Any) -> Any:
    """Was die Suche im Browser aus diesen Wörtern machte."""
    return node.rufe(str(HIER / "suche_woerter"), auftrag)


def zeilen(erste_spalte: str) -> list[Zeile]:
    tabellen, probleme = lies_tabellen(
        WOERTER.read_text("utf-8"), WOERTER.name, erste_spalte
    )
    assert not probleme
    return [zeile for tabelle in tabellen for zeile in tabelle.zeilen]


def liste(zelle: str) -> list[str]:
    return [] if zelle == "–" else re.split(r"; " if ";" in zelle else r", ", zelle)


@cache
def staemme_der_tabelle() -> dict[str, tuple[str, ...]]:
    """Die Stämme aller Wörter der Tabelle, in einem Aufruf."""
    zellen = [z[spalte] for z in zeilen("Gleich") for spalte in ("Gleich", "Anders")]
    zellen += [z["Teile"] for z in zeilen("Wort")]
    woerter = sorted({wort for zelle in zellen for wort in liste(zelle)})
    staemme = mache(staemme=woerter)["staemme"]
    return dict(zip(woerter, map(tuple, staemme), strict=True))


def teile_der_tabelle() -> list[list[str]]:
    faelle = [
        {"wort": z["Wort"], "bekannt": liste(z["Bekannt"])} for z in zeilen("Wort")
    ]
    teile: list[list[str]] = mache(teile=faelle)["teile"]
    return teile


# --- Wörter ------------------------------------------------------------------


@pytest.mark.parametrize("zeile", zeilen("Gleich"), ids=lambda z: str(z.nummer))
def test_verwandte_woerter_werden_gleich_und_fremde_nicht(zeile: Zeile) -> None:
    staemme = staemme_der_tabelle()
    gleich = {wort: staemme[wort] for wort in liste(zeile["Gleich"])}
    anders = {wort: staemme[wort] for wort in liste(zeile["Anders"])}
    assert len(set(gleich.values())) == 1, gleich
    assert not set(gleich.values()) & set(anders.values()), anders


def test_zusammengesetzte_woerter_zerfallen() -> None:
    staemme = staemme_der_tabelle()
    for zeile, teile in zip(zeilen("Wort"), teile_der_tabelle(), strict=True):
        erwartet = [staemme[wort][0] for wort in liste(zeile["Teile"])]
        assert teile == erwartet, zeile["Wort"]


def test_ein_bindestrich_trennt_und_verbindet() -> None:
    assert mache(staemme=["Insolvenz-Entgelt"])["staemme"] == [
        ["insolvenzentgel", "insolvenz", "entgel"]
    ]


@pytest.mark.parametrize(
    ("links", "rechts", "erwartet"),
    [
        ("sperre", "sperre", 0),
        ("sperre", "spere", 1),
        ("sperre", "sperrre", 1),
        ("sperre", "sparre", 1),
        ("sperre", "sprere", 1),
        ("sperre", "spree", 2),
        ("", "abc", 3),
    ],
)
def test_ein_tippfehler_ist_ein_buchstabe_zu_viel_zu_wenig_falsch_oder_vertauscht(
    links: str, rechts: str, erwartet: int
) -> None:
    assert mache(abstaende=[[links, rechts]])["abstaende"] == [erwartet]


def test_die_orte_der_woerter_stimmen_trotz_doppelpunkt_und_umlaut() -> None:
    text = "Für Berater:innen gilt: 1.308,39 € (§ 21) ab 1.1.2026."
    woerter = ["Für", "Berater", "gilt", "1.308,39", "21", "ab", "1.1.2026"]
    assert mache(orte=[text])["orte"] == [woerter]


def test_der_ausschnitt_zeigt_die_stelle_und_markiert_die_woerter() -> None:
    text = "Anfang. " + "Hier steht nichts davon. " * 30
    text += "Die Sperre dauert lange.\nNach der Kündigung auch. " + "Ende. " * 60
    fall = {"text": text, "gesucht": "gesperrt kündigen"}
    (stuecke,) = mache(ausschnitte=[fall])["ausschnitte"]
    assert [s["text"] for s in stuecke if s["marke"]] == ["Sperre", "Kündigung"]
    ganz = "".join(s["text"] for s in stuecke)
    assert ganz.startswith("… Die Sperre dauert lange. · Nach der Kündigung auch.")
    assert ganz.endswith(" …")
    assert len(ganz) < 240


def test_ein_kurzer_text_bleibt_ganz() -> None:
    fall = {"text": "Nur das.", "gesucht": "anderes"}
    assert mache(ausschnitte=[fall])["ausschnitte"] == [
        [{"text": "Nur das.", "marke": False}]
    ]


def test_gepackt_und_entpackt_ist_das_verzeichnis_dasselbe() -> None:
    abschnitte = [{"titel": "Sperre", "text": "Sperre Sperre Frist"}]
    abschnitte += [{"kopf": f"Frist {n}", "text": "Geld " * n} for n in range(1, 60)]
    for vorher, nachher in mache(packung=abschnitte)["packung"]:
        assert vorher == nachher


# --- Auszug ------------------------------------------------------------------

SEITE = """<html><head><meta name="description" content="Worum es geht."></head><body>
<nav aria-label="Alle Seiten"><ul><li><a href="./">Start</a></li><li><details><summary>Am Ende</summary><ul>
<li><a href="ende/">Überblick</a></li><li><a href="ende/sperre/">Vier Wochen</a></li></ul></details></li></ul></nav>
<form id="suche">Suchen</form><article class="text"><div class="kopfteil">
<h1 id="t">Bin ich gesperrt?<a class="headerlink" href="#t">#</a></h1><details class="inhalt"><summary>Auf dieser Seite</summary></details></div>
<div class="admonition kurz"><p class="admonition-title">Kurz gesagt</p><p>Vielleicht&nbsp;ja.</p></div>
<h2 id="wann">Wann?<a class="headerlink" href="#wann">#</a></h2><ul><li>bei Kündigung</li><li>und <b>sonst</b></li></ul>
<p><a href="{ziel}">Wie Sie sich wehren</a></p><script>weg()</script>
<footer class="seitenende">Stand</footer></article></body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for ort, ziel in (
        ("", "ende/sperre/#wann"),
        ("ende/sperre/", "../"),
        ("ende/", "./"),
    ):
        (site / ort).mkdir(parents=True, exist_ok=True)
        (site / ort / "index.html").write_text(SEITE.replace("{ziel}", ziel), "utf-8")
    (site / "404.html").write_text(SEITE, "utf-8")
    return site


def seite(site: Path, adresse: str) -> Seite:
    return next(seite for seite in lies_site(site) if seite.adresse == adresse)


def test_ein_auszug_kennt_titel_beschreibung_name_und_bereich(site: Path) -> None:
    auszug = seite(site, "ende/sperre/")
    assert auszug.titel == "Bin ich gesperrt?"
    assert auszug.beschreibung == "Worum es geht."
    assert (auszug.name, auszug.bereich) == ("Vier Wochen", "Am Ende")
    assert seite(site, "ende/").name == "Am Ende"


def test_ein_auszug_hat_einen_abschnitt_je_ueberschrift_und_nur_deren_text(
    site: Path,
) -> None:
    anfang, wann = seite(site, "ende/sperre/").abschnitte
    assert (anfang.anker, anfang.kopf, anfang.text) == ("", "", "Vielleicht\xa0ja.")
    assert (wann.anker, wann.kopf) == ("wann", "Wann?")
    assert wann.text == "bei Kündigung\nund sonst\nWie Sie sich wehren"


def test_wie_andere_seiten_eine_stelle_nennen_wird_ihr_suchwort(site: Path) -> None:
    anfang, wann = seite(site, "ende/sperre/").abschnitte
    assert wann.verweise == {"Wie Sie sich wehren"}  # von der Startseite
    assert anfang.verweise == set()
    assert seite(site, "ende/").abschnitte[0].verweise == {"Wie Sie sich wehren"}


def test_die_fehlerseite_wird_nicht_gefunden(site: Path) -> None:
    assert [s.adresse for s in lies_site(site)] == ["ende/", "ende/sperre/", ""]


# --- Synonyme ----------------------------------------------------------------

KOPF = "| Begriff | Gemeint ist auch | Warum |\n|---|---|---|\n"


def tabelle(ordner: Path, *zeilen: str) -> Path:
    datei = ordner / "synonyme.md"
    datei.write_text(KOPF + "\n".join(zeilen), "utf-8")
    return datei


def test_die_tabelle_der_redaktion_stimmt() -> None:
    begriffe = {synonym.begriff for synonym in lies_synonyme()}
    assert {"Stempelgeld", "Sozialhilfe", "e-card"} <= begriffe
    assert len(begriffe) > 300


def test_jedes_wort_vor_dem_strich_meint_jedes_dahinter(tmp_path: Path) -> None:
    synonyme = lies_synonyme(
        tabelle(tmp_path, "| GIS, ORF-Gebühr | ORF-Beitrag, Befreiung | – |")
    )
    assert [(s.begriff, s.gemeint, s.zeile) for s in synonyme] == [
        ("GIS", ("ORF-Beitrag", "Befreiung"), 3),
        ("ORF-Gebühr", ("ORF-Beitrag", "Befreiung"), 3),
    ]


@pytest.mark.parametrize(
    ("zeile", "meldung"),
    [
        ("| GIS, | ORF-Beitrag | – |", "fehlt ein Wort"),
        ("| GIS | ORF-Beitrag,, Befreiung | – |", "fehlt ein Wort"),
        ("| GIS | | – |", "fehlt ein Wort"),
        ("| GIS | ORF-Beitrag |", "2 Zellen statt 3"),
        ("| wie lange bekomme ich das | Dauer | – |", "mehr als 4 Wörter"),
    ],
)
def test_eine_falsche_zeile_wird_mit_ort_gemeldet(
    tmp_path: Path, zeile: str, meldung: str
) -> None:
    with pytest.raises(TabellenFehler) as fehler:
        lies_synonyme(tabelle(tmp_path, "| AK | Arbeiterkammer | – |", zeile))
    assert "docs/mitarbeit/synonyme.md:4" in str(fehler.value)
    assert meldung in str(fehler.value)


def test_vier_woerter_sind_noch_eine_wendung(tmp_path: Path) -> None:
    (eine,) = lies_synonyme(tabelle(tmp_path, "| wie lange bekomme ich | Dauer | – |"))
    assert eine.begriff == "wie lange bekomme ich"


def test_eine_datei_ohne_tabelle_ist_ein_fehler(tmp_path: Path) -> None:
    datei = tmp_path / "synonyme.md"
    datei.write_text("# Leer\n", "utf-8")
    with pytest.raises(TabellenFehler, match="fehlt die Tabelle"):
        lies_synonyme(datei)


def test_ein_bezirk_hat_name_nummer_und_postleitzahl() -> None:
    gemeint = {synonym.begriff: synonym.gemeint for synonym in aus_bezirken()}
    assert gemeint["Favoriten"] == gemeint["1100"] == ("10. Bezirk",)
    assert gemeint["Innere Stadt"] == gemeint["1010"] == ("1. Bezirk",)


def test_ein_betrag_fuehrt_zu_seiner_bezeichnung() -> None:
    werte = tafel.verzeichnis()
    eintrag = werte["geringfuegigkeitsgrenze_monat"]
    assert Decimal("551.10") in {stand.wert for stand in eintrag.staende}
    gemeint = {synonym.begriff: synonym.gemeint for synonym in aus_betraegen(werte)}
    assert eintrag.bezeichnung in gemeint["551,10"]
    # Das Existenzminimum 2025 war 1.486,00 €; Cent ohne Wert tippt niemand.
    assert gemeint["1486"] == gemeint["1486,00"]


# --- In der Site -------------------------------------------------------------


@pytest.fixture
def gebaut(site: Path, tmp_path: Path) -> Path:
    baue_suche(site, tabelle(tmp_path, "| Zwangspause | Sperre, Kündigung | – |"))
    return site


def inhalt(ordner: Path) -> dict[str, bytes]:
    return {
        str(d.relative_to(ordner)): d.read_bytes()
        for d in ordner.rglob("*")
        if d.is_file()
    }


def test_ein_zweiter_lauf_aendert_nichts_und_keine_seite(
    site: Path, gebaut: Path, tmp_path: Path
) -> None:
    vorher = inhalt(gebaut)
    assert vorher["index.html"] == SEITE.replace("{ziel}", "ende/sperre/#wann").encode()
    baue_suche(gebaut, tabelle(tmp_path, "| Zwangspause | Sperre, Kündigung | – |"))
    assert inhalt(gebaut) == vorher


def test_jede_datei_traegt_ihren_abdruck_und_liegt_gepresst_daneben(
    gebaut: Path,
) -> None:
    ordner = gebaut / ORDNER
    namen = json.loads((ordner / "dateien.json").read_text("utf-8"))
    assert set(namen) == {"suche", "suche-stil", "verzeichnis", "texte"}
    erwartet = {f"{name}{e}" for name in namen.values() for e in ("", ".br", ".gz")}
    assert {d.name for d in ordner.iterdir()} == {*erwartet, "dateien.json"}


def test_die_vorschau_spart_sich_das_verdichten(site: Path, tmp_path: Path) -> None:
    baue_suche(site, tabelle(tmp_path, "| A | Sperre | – |"), entwicklung=True)
    assert {d.suffix for d in (site / ORDNER).iterdir()} == {".js", ".css", ".json"}


def test_ein_anderer_text_gibt_dem_verzeichnis_einen_anderen_namen(
    gebaut: Path, tmp_path: Path
) -> None:
    def name() -> str:
        text = (gebaut / ORDNER / "dateien.json").read_text("utf-8")
        return str(json.loads(text)["verzeichnis"])

    vorher = name()
    seite = gebaut / "ende/index.html"
    seite.write_text(seite.read_text("utf-8").replace("Vielleicht", "Sicher"), "utf-8")
    baue_suche(gebaut, tabelle(tmp_path, "| Zwangspause | Sperre, Kündigung | – |"))
    assert name() != vorher


def test_gefunden_wird_mit_synonym_tippfehler_und_teilwort(gebaut: Path) -> None:
    fragen = ["Zwangspause", "gespert", "kuendigung", "Kündigungssperre", "gibtsnicht"]
    antworten = frage(gebaut, fragen)
    assert all(antworten[:4])
    assert antworten[4] == []


def test_ein_synonym_ins_leere_wird_mit_zeile_gemeldet(
    site: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    datei = tabelle(
        tmp_path, "| A | Sperre | – |", "| B | Kündigung, Luftschloss | – |"
    )
    with caplog.at_level(logging.WARNING, logger="mkdocs.suche"):
        baue_suche(site, datei)
    (meldung,) = caplog.messages
    assert meldung.startswith("docs/mitarbeit/synonyme.md:4: „Luftschloss“")
