"""Das Adressverzeichnis: auswählen mit der Tastatur am Telefon, ansagen, hinspringen, und alles ohne JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

VERZEICHNIS = "adressen/"
HANDY = {"width": 360, "height": 740}


@pytest.fixture
def verzeichnis(page: Page) -> Page:
    page.set_viewport_size(HANDY)
    page.goto(VERZEICHNIS)
    expect(ansage(page)).to_have_text(re.compile(r"^\d+ Adressen\.$"))
    return page


def ansage(page: Page) -> Locator:
    return page.get_by_role("status").and_(page.locator(".adressfilter__stand"))


def karten(page: Page) -> Locator:
    return page.locator(".adresse:visible")


def alle_karten(page: Page) -> int:
    return page.locator(".adresse").count()


def waehle_mit_tastatur(page: Page, feld: str, getippt: str) -> None:
    """Geht mit Tab zum Feld und tippt die ersten Zeichen des Eintrags."""
    auswahl = page.get_by_label(feld)
    for _ in range(40):
        page.keyboard.press("Tab")
        if auswahl.evaluate("feld => feld === document.activeElement"):
            page.keyboard.type(getippt)
            return
    pytest.fail(f"„{feld}“ ist mit Tab nicht zu erreichen")


def test_mit_der_tastatur_findet_man_das_eigene_ams(verzeichnis: Page) -> None:
    waehle_mit_tastatur(verzeichnis, "Ihr Bezirk", "10")
    waehle_mit_tastatur(verzeichnis, "Was suchen Sie?", "AMS")

    expect(karten(verzeichnis).first).to_contain_text("AMS Favoritenstraße")
    expect(karten(verzeichnis).first).to_contain_text("Für den 10. Bezirk")
    expect(verzeichnis.get_by_role("heading", name="AMS Esteplatz")).to_be_hidden()
    expect(verzeichnis.get_by_role("heading", name="Gewerkschaften")).to_be_hidden()


def test_die_zahl_der_adressen_wird_angesagt_und_stimmt(verzeichnis: Page) -> None:
    assert ansage(verzeichnis).inner_text() == f"{alle_karten(verzeichnis)} Adressen."

    verzeichnis.get_by_label("Ihr Bezirk").select_option("13")
    verzeichnis.get_by_label("Was suchen Sie?").select_option("mindestsicherung")

    sichtbar = karten(verzeichnis).count()
    expect(ansage(verzeichnis)).to_have_text(
        f"{sichtbar} Adressen, davon 1 eigens für den 13. Bezirk."
    )
    assert 1 < sichtbar < alle_karten(verzeichnis)


def test_eine_auswahl_ohne_treffer_sagt_was_zu_tun_ist(verzeichnis: Page) -> None:
    verzeichnis.locator("[data-art=orf]").evaluate_all(
        "karten => karten.forEach((karte) => { karte.dataset.bezirke = '1'; })"
    )
    verzeichnis.get_by_label("Was suchen Sie?").select_option("orf")
    verzeichnis.get_by_label("Ihr Bezirk").select_option("2")

    expect(ansage(verzeichnis)).to_contain_text("Wählen Sie einen anderen Bezirk")


def test_auswahl_loeschen_zeigt_wieder_alles(verzeichnis: Page) -> None:
    verzeichnis.get_by_label("Ihr Bezirk").select_option("5")
    verzeichnis.get_by_role("button", name="Auswahl löschen").press("Enter")

    expect(ansage(verzeichnis)).to_have_text(f"{alle_karten(verzeichnis)} Adressen.")
    expect(verzeichnis.get_by_label("Ihr Bezirk")).to_have_value("")


def test_ohne_auswahl_sind_die_gruppen_zugeklappt_und_gehen_mit_der_tastatur_auf(
    verzeichnis: Page,
) -> None:
    assert karten(verzeichnis).count() == 0

    gruppe = verzeichnis.locator("main details:has(#ams-esteplatz)")
    gruppe.locator("summary").press("Enter")

    expect(verzeichnis.get_by_role("heading", name="AMS Esteplatz")).to_be_visible()


def test_ein_verweis_auf_eine_stelle_fuehrt_zu_ihrer_karte(page: Page) -> None:
    page.set_viewport_size(HANDY)
    page.goto(VERZEICHNIS + "#ma11-22-b")

    expect(page.locator("#ma11-22-b")).to_be_in_viewport()


def test_ein_verweis_fuehrt_auch_zu_dem_was_die_auswahl_verbirgt(
    verzeichnis: Page,
) -> None:
    verzeichnis.get_by_label("Was suchen Sie?").select_option("familie")
    verzeichnis.get_by_role("link", name="ÖGK", exact=True).click()

    expect(verzeichnis.locator("#oegk-kinderbetreuungsgeld")).to_be_in_viewport()
    expect(verzeichnis.get_by_label("Was suchen Sie?")).to_have_value("")


def test_telefon_und_e_mail_sind_verweise_und_nichts_ragt_hinaus(
    verzeichnis: Page,
) -> None:
    verzeichnis.get_by_label("Was suchen Sie?").select_option("energie")

    karte = karten(verzeichnis).filter(has_text="Wiener Energieunterstützung")
    expect(karte.get_by_role("link", name="01 4000-8040")).to_have_attribute(
        "href", "tel:+43140008040"
    )
    expect(
        karte.get_by_role("link", name="energieunterstuetzung@ma40.wien.gv.at")
    ).to_have_attribute("href", "mailto:energieunterstuetzung@ma40.wien.gv.at")
    breite = verzeichnis.evaluate("document.documentElement.scrollWidth")
    assert breite == HANDY["width"]


def test_ohne_javascript_steht_alles_da_und_kein_filter_der_nichts_tut(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(VERZEICHNIS)

    assert karten(page).count() == alle_karten(page) > 0
    expect(page.locator(".adressfilter")).to_be_hidden()


def test_die_tabellen_der_redaktion_sind_keine_seiten(page: Page) -> None:
    for name in ("ams", "arten"):
        antwort = page.request.get(f"{VERZEICHNIS}_daten-{name}/")
        assert antwort.status == 404
