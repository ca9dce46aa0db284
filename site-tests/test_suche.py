"""Die Suche an der gebauten Seite: findet sie das Richtige, und kann jede und jeder sie bedienen?"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from auslieferung import Auslieferung
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from test_thema import axe

from calculators.suche import ORDNER
from calculators.suche.probe import frage
from leistungsrechner.tabelle import Zeile, lies_tabellen

GOLD = Path(__file__).resolve().parents[1] / "calculators/tests/suche_gold.md"
INHALT = "ratgeber/wehren/beschwerde/"
HANDY: ViewportSize = {"width": 360, "height": 740}
BREIT: ViewportSize = {"width": 1280, "height": 800}
HOECHSTENS_VERZEICHNIS = 150_000  # Bytes, gepresst
HOECHSTENS_PROGRAMM = 13_000


# --- Was gefunden wird -------------------------------------------------------


@cache
def gold() -> list[Zeile]:
    tabellen, probleme = lies_tabellen(GOLD.read_text("utf-8"), GOLD.name, "Anfrage")
    assert not probleme
    return tabellen[0].zeilen


@cache
def antworten(site: Path) -> dict[str, list[str]]:
    anfragen = [zeile["Anfrage"] for zeile in gold()]
    return dict(zip(anfragen, frage(site, anfragen), strict=True))


@pytest.mark.parametrize("zeile", gold(), ids=lambda zeile: f"Zeile {zeile.nummer}")
def test_die_antwort_steht_weit_oben(gebaute_seite: Path, zeile: Zeile) -> None:
    erwartet = {s.strip("` ") + "/" for s in zeile["Erwartet"].split(",")}
    gefunden = [s.split("#")[0] for s in antworten(gebaute_seite)[zeile["Anfrage"]]]
    oben = gefunden[: int(zeile["Unter den ersten"])]
    assert erwartet & set(oben), f"{zeile['Anfrage']}: {gefunden[:5]}"


def test_alle_erwarteten_seiten_gibt_es(gebaute_seite: Path) -> None:
    erwartet = {s.strip("` ") for zeile in gold() for s in zeile["Erwartet"].split(",")}
    fehlend = {s for s in erwartet if not (gebaute_seite / s / "index.html").is_file()}
    assert fehlend == set()


def test_anker_der_treffer_gibt_es(gebaute_seite: Path) -> None:
    alle = {treffer for liste in antworten(gebaute_seite).values() for treffer in liste}
    for treffer in sorted(ziel for ziel in alle if "#" in ziel):
        seite, anker = treffer.split("#")
        html = (gebaute_seite / seite / "index.html").read_text("utf-8")
        assert f'id="{anker}"' in html, treffer


# --- Was es kostet -----------------------------------------------------------


def dateien(site: Path) -> dict[str, str]:
    namen: dict[str, str] = json.loads((site / ORDNER / "dateien.json").read_text())
    return namen


def gepresst(site: Path, was: str) -> int:
    return (site / ORDNER / f"{dateien(site)[was]}.br").stat().st_size


def test_verzeichnis_und_programm_bleiben_klein(gebaute_seite: Path) -> None:
    assert gepresst(gebaute_seite, "verzeichnis") < HOECHSTENS_VERZEICHNIS
    assert gepresst(gebaute_seite, "suche") < HOECHSTENS_PROGRAMM


def test_eine_seite_laedt_die_suche_erst_wenn_jemand_sucht(
    page: Page, auslieferung: Auslieferung
) -> None:
    def geladen() -> list[str]:
        return [pfad for pfad in auslieferung.anfragen if f"/{ORDNER}/" in pfad]

    page.goto(INHALT, wait_until="networkidle")
    assert geladen() == []
    with page.expect_response(lambda antwort: "/suche-" in antwort.url):
        page.locator("#suche-feld").focus()
    assert geladen()


# --- Die Ergebnisseite -------------------------------------------------------


def suche(page: Page, anfrage: str) -> None:
    page.goto(f"suche/?q={anfrage}")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Treffer für")


def test_die_ergebnisseite_nennt_zahl_stelle_und_ausschnitt(page: Page) -> None:
    suche(page, "meinams passwort vergessen")
    treffer = page.locator(".treffer")
    expect(page.locator(".suchseite__stand")).to_have_text(
        f"{zahl(page)} Treffer für „meinams passwort vergessen“"
    )
    assert treffer.count() > 1
    assert "#" in str(treffer.locator("a").first.get_attribute("href"))
    expect(treffer.first.locator("mark").first).to_be_visible()
    assert page.title().startswith("meinams passwort vergessen – Suche")


def zahl(page: Page) -> int:
    return int(str(page.locator(".suchseite__stand").text_content()).split()[0])


def test_ein_treffer_fuehrt_zur_stelle(page: Page) -> None:
    suche(page, "meinams passwort vergessen")
    page.locator(".treffer a").first.click()
    anker = page.url.split("#")[1]
    expect(page.locator(f"#{anker}")).to_be_in_viewport()


def test_die_zahl_wird_vorgelesen(page: Page) -> None:
    suche(page, "sperre")
    ansage = page.locator(".suchseite").get_by_role("status")
    expect(ansage).to_have_text(f"{zahl(page)} Treffer für „sperre“")


def test_beim_tippen_folgen_liste_und_adresse(page: Page) -> None:
    suche(page, "sperre")
    feld = page.get_by_label("Wonach suchen Sie?")
    expect(feld).to_have_value("sperre")
    feld.fill("mietbeihilfe")
    expect(page.locator(".suchseite__stand")).to_contain_text("„mietbeihilfe“")
    page.wait_for_url("**/suche/?q=mietbeihilfe")
    expect(feld).to_be_focused()


def test_nach_der_eingabetaste_steht_der_fokus_vor_den_treffern(page: Page) -> None:
    suche(page, "sperre")
    page.get_by_label("Wonach suchen Sie?").fill("urlaub")
    page.keyboard.press("Enter")
    expect(page.locator(".suchseite__stand")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".treffer a").first).to_be_focused()


def test_zurueck_zeigt_die_vorige_suche(page: Page) -> None:
    suche(page, "sperre")
    page.get_by_label("Wonach suchen Sie?").fill("urlaub")
    page.keyboard.press("Enter")
    expect(page.locator(".suchseite__stand")).to_contain_text("„urlaub“")
    page.go_back()
    expect(page.locator(".suchseite__stand")).to_contain_text("„sperre“")
    expect(page.get_by_label("Wonach suchen Sie?")).to_have_value("sperre")


def test_mehr_treffer_kommen_auf_wunsch_und_der_fokus_geht_mit(page: Page) -> None:
    suche(page, "arbeitslosengeld")
    assert page.locator(".treffer").count() == 10
    page.get_by_role("button", name="Mehr Treffer zeigen").click()
    assert page.locator(".treffer").count() > 10
    expect(page.locator(".treffer").nth(10).locator("a").first).to_be_focused()


def test_ohne_treffer_steht_da_was_hilft(page: Page) -> None:
    suche(page, "xyzzyq")
    expect(page.locator(".suchseite__stand")).to_have_text("Keine Treffer für „xyzzyq“")
    hilfe = page.locator("#hilfe ~ ul").first
    expect(hilfe.get_by_role("link", name="häufigen Fragen")).to_be_visible()


def test_eine_leere_suche_zeigt_nur_das_feld(page: Page) -> None:
    page.goto("suche/")
    expect(page.get_by_label("Wonach suchen Sie?")).to_be_visible()
    expect(page.locator(".suchseite__stand")).to_be_hidden()


def test_html_in_der_anfrage_bleibt_text(page: Page) -> None:
    boese = '<img src=x onerror="document.title=1">Sperre'
    page.goto("suche/?q=" + boese.replace(" ", "%20"))
    expect(page.locator(".suchseite__stand")).to_contain_text(boese)
    assert page.locator("main img").count() == 0


def test_ohne_javascript_fuehren_verweise_weiter(
    browser: Browser, base_url: str
) -> None:
    fenster = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = fenster.new_page()
    page.goto("suche/?q=sperre")
    platz = page.locator("#suchplatz")
    expect(platz).to_contain_text("braucht JavaScript")
    expect(platz.get_by_role("link", name="Wörter von A bis Z")).to_be_visible()
    fenster.close()


def test_gesucht_wird_auch_ohne_netz(
    service_worker: None, context: BrowserContext, page: Page
) -> None:
    page.goto(INHALT)
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller")
    context.set_offline(True)
    suche(page, "sperre")
    assert page.locator(".treffer").count() > 1


# --- Das Feld im Seitenkopf --------------------------------------------------


def test_vorschlaege_sind_verweise_und_escape_schliesst_sie(page: Page) -> None:
    page.set_viewport_size(BREIT)
    page.goto(INHALT)
    feld = page.locator("#suche-feld")
    feld.press_sequentially("notstandsh")
    vorschlaege = page.locator("#suche-ergebnis")
    expect(vorschlaege.get_by_role("status")).to_have_text("6 Vorschläge")
    expect(vorschlaege.get_by_role("link").first).to_contain_text("Notstandshilfe")
    page.keyboard.press("Escape")
    expect(vorschlaege).to_be_hidden()
    expect(feld).to_be_focused()


def test_die_vorschlaege_verschwinden_mit_dem_fokus(page: Page) -> None:
    page.set_viewport_size(BREIT)
    page.goto(INHALT)
    page.locator("#suche-feld").press_sequentially("urlaub")
    expect(page.locator("#suche-ergebnis")).to_be_visible()
    page.get_by_role("button", name="Menü", exact=True).focus()
    expect(page.locator("#suche-ergebnis")).to_be_hidden()


@pytest.mark.parametrize("seite", ["", INHALT, "404.html"])
def test_die_eingabetaste_fuehrt_zur_ergebnisseite(page: Page, seite: str) -> None:
    page.set_viewport_size(BREIT)
    page.goto(seite)
    page.locator("#suche-feld").fill("Stempelgeld")
    page.keyboard.press("Enter")
    page.wait_for_url("**/wegweiser/suche/?q=Stempelgeld")
    expect(page.locator(".treffer a").first).to_contain_text("Arbeitslosengeld")


# --- Barrieren ---------------------------------------------------------------


@pytest.mark.parametrize("schema", ["light", "dark"])
@pytest.mark.parametrize("fenster", [HANDY, BREIT], ids=["360", "1280"])
def test_axe_findet_auf_der_ergebnisseite_keine_barriere(
    page: Page, fenster: Any, schema: Any
) -> None:
    page.set_viewport_size(fenster)
    page.emulate_media(color_scheme=schema)
    suche(page, "sperre kündigung")
    assert axe(page) == []


@pytest.mark.parametrize("fenster", [HANDY, BREIT], ids=["360", "1280"])
def test_axe_findet_bei_offenen_vorschlaegen_keine_barriere(
    page: Page, fenster: Any
) -> None:
    page.set_viewport_size(fenster)
    page.goto(INHALT)
    if fenster == HANDY:
        page.get_by_role("button", name="Suche", exact=True).click()
    page.locator("#suche-feld").press_sequentially("urlaub")
    expect(page.locator("#suche-ergebnis")).to_be_visible()
    assert axe(page) == []


def test_am_handy_muss_niemand_waagrecht_schieben(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    suche(page, "kündigungsentschädigung urlaubsersatzleistung")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
